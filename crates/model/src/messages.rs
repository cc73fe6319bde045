//! The words that a person reads: Fluent catalogues, embedded, one per language.
//!
//! Code carries a [`Message`] (a key with data); its sentence is made here, at the surface, in the
//! reader's language. A key missing in a language falls back to English.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A sentence to be: a key of the catalogue and the data that goes into it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Message {
    /// Key in `messages/*.ftl`.
    pub key: Cow<'static, str>,
    /// Named data. Personal data does not belong here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub data: BTreeMap<&'static str, Datum>,
}

/// One piece of data of a [`Message`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(untagged)]
pub enum Datum {
    /// A count; plural forms follow it.
    Count(i64),
    /// Any other text.
    Text(String),
}

impl Message {
    /// A message without data.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), data: BTreeMap::new() }
    }

    /// The same message with one more piece of text.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl ToString) -> Self {
        self.data.insert(name, Datum::Text(text.to_string()));
        self
    }

    /// The same message with one more count. Counts beyond `i64` are shown as its largest value.
    #[must_use]
    pub fn count(mut self, name: &'static str, count: u64) -> Self {
        self.data.insert(name, Datum::Count(i64::try_from(count).unwrap_or(i64::MAX)));
        self
    }
}

/// The sentences of one language, with English behind it.
pub struct Catalogue {
    language: &'static str,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// The catalogue for a language tag such as `ko`, `ko_KR.UTF-8` or `zh-Hans`; English when
    /// there is none.
    #[must_use]
    pub fn for_language(tag: &str) -> Self {
        let wanted = tag.split(['_', '-', '.']).next().unwrap_or_default().to_ascii_lowercase();
        let found = SOURCES.iter().find(|(language, _)| *language == wanted).unwrap_or(&SOURCES[0]);
        let chain = if found.0 == ENGLISH { vec![found] } else { vec![found, &SOURCES[0]] };
        let bundles = chain.into_iter().map(|(language, texts)| bundle(language, texts)).collect();
        Self { language: found.0, bundles }
    }

    /// The language of this catalogue, ISO 639-1.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the language, or English behind it, has a sentence for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// The language's word for a schema or a property, by `schema-` or `prop-` and its name; the
    /// label, which is English, where the language has none.
    #[must_use]
    pub fn term<'a>(&self, key: &str, label: &'a str) -> Cow<'a, str> {
        if self.has(key) { Cow::Owned(self.text(key)) } else { Cow::Borrowed(label) }
    }

    /// The sentence of a message; its key in brackets where no language has it.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let mut arguments = FluentArgs::new();
        for (name, datum) in &message.data {
            let value = match datum {
                Datum::Count(count) => FluentValue::from(*count),
                Datum::Text(text) => FluentValue::from(text.as_str()),
            };
            arguments.set(*name, value);
        }
        let sentence = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(&message.key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
        });
        sentence.unwrap_or_else(|| format!("[{}]", message.key))
    }

    /// The sentence of a key that needs no data.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.say(&Message::new(key.to_owned()))
    }
}

/// Every language that has a catalogue, English first.
pub fn languages() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|(language, _)| *language)
}

fn bundle(language: &str, texts: &[&str]) -> FluentBundle<FluentResource> {
    let identifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks would show as boxes in terminals and break greps of our output.
    bundle.set_use_isolating(false);
    for text in texts {
        // A catalogue with a broken entry keeps its other entries; a test refuses broken ones.
        let resource = FluentResource::try_new((*text).to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(partial, _)| partial));
    }
    bundle
}

const ENGLISH: &str = "en";
/// The catalogues of each language; what schemata and properties are called in English stands in
/// the schemata themselves.
const SOURCES: &[(&str, &[&str])] = &[
    (ENGLISH, &[include_str!("../../../messages/en.ftl")]),
    (
        "ko",
        &[include_str!("../../../messages/ko.ftl"), include_str!("../../../messages/terms/ko.ftl")],
    ),
    (
        "km",
        &[include_str!("../../../messages/km.ftl"), include_str!("../../../messages/terms/km.ftl")],
    ),
    ("th", &[include_str!("../../../messages/th.ftl")]),
    ("vi", &[include_str!("../../../messages/vi.ftl")]),
    ("zh", &[include_str!("../../../messages/zh.ftl")]),
    ("lo", &[include_str!("../../../messages/lo.ftl")]),
    ("my", &[include_str!("../../../messages/my.ftl")]),
    ("id", &[include_str!("../../../messages/id.ftl")]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::schema;

    #[test]
    fn every_catalogue_parses_without_an_error() {
        for (language, texts) in SOURCES {
            for text in *texts {
                let errors =
                    FluentResource::try_new((*text).to_owned()).err().map(|(_, errors)| errors);
                assert_eq!(errors, None, "{language}");
            }
        }
    }

    #[test]
    fn an_unknown_language_is_answered_in_english() {
        assert_eq!(Catalogue::for_language("tlh").language(), ENGLISH);
    }

    #[test]
    fn every_schema_and_property_has_a_word_in_the_complete_languages_and_no_word_is_left_over() {
        let schemata = schema::all().iter().map(|schema| format!("schema-{}", schema.name));
        let props = schema::all().iter().flat_map(|schema| schema.properties.iter());
        let wanted: BTreeSet<String> =
            schemata.chain(props.map(|prop| format!("prop-{}", prop.name))).collect();

        for (language, texts) in SOURCES.iter().filter(|(_, texts)| texts.len() > 1) {
            let keys = texts[1].lines().filter_map(|line| Some(line.split_once(" = ")?.0));
            let known: BTreeSet<String> = keys.map(str::to_owned).collect();
            let missing: Vec<&String> = wanted.difference(&known).collect();
            assert_eq!(missing, [&""; 0], "{language}");
            assert_eq!(known.difference(&wanted).collect::<Vec<_>>(), [&""; 0], "{language}");
        }
    }

    #[test]
    fn a_language_names_a_schema_and_english_stands_in_where_it_has_no_word() {
        let korean = Catalogue::for_language("ko");

        assert_eq!(korean.term("schema-Person", "Person"), "인물");
        assert_eq!(korean.term("schema-Nothing", "Nothing"), "Nothing");
        assert_eq!(Catalogue::for_language("th").term("schema-Person", "Person"), "Person");
    }

    #[test]
    fn a_key_that_nobody_wrote_shows_itself() {
        assert_eq!(Catalogue::for_language("en").text("no-such-key"), "[no-such-key]");
    }
}
