//! One line of `entities.ftm.json`, borrowed from its bytes as far as JSON's escapes allow.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::words;

/// The keys of one line that carry meaning.
#[derive(Debug, Default)]
pub(super) struct Row<'a> {
    pub id: Option<Loose<'a>>,
    pub schema: Option<Loose<'a>>,
    pub properties: Vec<(Cow<'a, str>, Vec<Loose<'a>>)>,
    /// The first dataset named.
    pub dataset: Option<Cow<'a, str>>,
    pub first_seen: Option<Loose<'a>>,
    pub unknown_keys: Vec<Cow<'a, str>>,
    /// Why the line cannot be taken although it is JSON: a key of the message catalogue.
    pub refused: Option<&'static str>,
}

/// A JSON value where a text should be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Loose<'a> {
    Text(Cow<'a, str>),
    /// A number, as JSON's reader understood it.
    Number(String),
    /// Something else, named by its JSON kind.
    Other(&'static str),
}

impl<'a> Loose<'a> {
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Other(_) => None,
        }
    }

    fn into_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }
}

impl<'de> serde::Deserialize<'de> for Row<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an entity")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row<'de>, A::Error> {
        let mut row = Row::default();
        let mut budget = Budget { values_left: VALUES_MAX };
        let mut properties = None;
        while let Some(key) = map.next_key_seed(Text)? {
            // Readers of JSON differ in which of two equal keys they believe, so neither is.
            let twice = match &*key {
                "id" => row.id.replace(map.next_value_seed(OneValue)?).is_some(),
                "schema" => row.schema.replace(map.next_value_seed(OneValue)?).is_some(),
                "first_seen" => row.first_seen.replace(map.next_value_seed(OneValue)?).is_some(),
                "properties" => {
                    properties.replace(map.next_value_seed(Properties(&mut budget))?).is_some()
                }
                "datasets" => {
                    let names = map.next_value_seed(Values(&mut budget))?;
                    row.dataset = names.into_iter().find_map(Loose::into_text);
                    false
                }
                "caption" | "target" | "referents" | "last_seen" | "last_change" | "origin"
                | "external" => {
                    map.next_value::<IgnoredAny>()?;
                    false
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    if row.unknown_keys.len() < UNKNOWN_KEYS_MAX {
                        row.unknown_keys.push(key);
                    }
                    false
                }
            };
            if twice {
                row.refused = Some(words::KEY_TWICE);
            }
        }
        match properties {
            Some(Some(properties)) => row.properties = properties,
            Some(None) => row.refused = Some(words::KEY_SHAPE),
            None => {}
        }
        if budget.values_left == 0 {
            row.refused = Some(words::TOO_MANY_VALUES);
        }
        Ok(row)
    }
}

/// How many more values and property names the line may hold. What comes after is passed over,
/// and the line is refused.
struct Budget {
    values_left: usize,
}

impl Budget {
    fn spend(&mut self) -> bool {
        self.values_left = self.values_left.saturating_sub(1);
        0 < self.values_left
    }
}

/// A text, borrowed where it holds no escapes.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// The `visit_…` functions for values that are not objects or lists, each by way of [`OneValue`].
macro_rules! visit_scalars {
    ($wrap:expr) => {
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($wrap(Loose::Other("boolean")))
        }
        fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
            Ok($wrap(Loose::Number(number.to_string())))
        }
        fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
            Ok($wrap(Loose::Number(number.to_string())))
        }
        fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
            Ok($wrap(Loose::Number(number.to_string())))
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($wrap(Loose::Other("null")))
        }
        fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
            Ok($wrap(Loose::Text(Cow::Borrowed(text))))
        }
        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok($wrap(Loose::Text(Cow::Owned(text.to_owned()))))
        }
    };
}

/// The object of properties; `None` when it is not an object. `null` is an empty one.
struct Properties<'b>(&'b mut Budget);

impl<'de> DeserializeSeed<'de> for Properties<'_> {
    type Value = Option<Vec<(Cow<'de, str>, Vec<Loose<'de>>)>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Properties<'_> {
    type Value = Option<Vec<(Cow<'de, str>, Vec<Loose<'de>>)>>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object of properties")
    }

    visit_scalars!(|value: Loose<'de>| (value == Loose::Other("null")).then(Vec::new));

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut properties = Vec::new();
        while let Some(name) = map.next_key_seed(Text)? {
            let values = map.next_value_seed(Values(self.0))?;
            if self.0.spend() {
                properties.push((name, values));
            }
        }
        Ok(Some(properties))
    }
}

/// A list of values, or one value in place of a list; `null` is no value.
struct Values<'b>(&'b mut Budget);

impl<'de> DeserializeSeed<'de> for Values<'_> {
    type Value = Vec<Loose<'de>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Values<'_> {
    type Value = Vec<Loose<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list of texts")
    }

    visit_scalars!(|value: Loose<'de>| if value == Loose::Other("null") {
        Vec::new()
    } else {
        vec![value]
    });

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(OneValue)? {
            if self.0.spend() && value != Loose::Other("null") {
                values.push(value);
            }
        }
        Ok(values)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        Ok(vec![OneValue.visit_map(map)?])
    }
}

/// One value, whatever its kind.
struct OneValue;

impl<'de> DeserializeSeed<'de> for OneValue {
    type Value = Loose<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for OneValue {
    type Value = Loose<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text")
    }

    visit_scalars!(|value| value);

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Loose::Other("list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Loose::Other("object"))
    }
}

/// Most values and property names in one entity: what a line of the longest length could hold of
/// empty strings would take a hundred times its size in memory.
const VALUES_MAX: usize = 200_000;

/// Most unknown keys of one line that are reported.
const UNKNOWN_KEYS_MAX: usize = 20;
