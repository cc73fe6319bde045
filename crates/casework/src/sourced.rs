//! Values that say where they come from, and files of them.
//!
//! A rule of a country stands in a file, never in code, and each of its values names its source or
//! says why it has none.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A value with its source, or with the reason why nobody vouches for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it was read.
    #[serde(flatten)]
    pub standing: SourceStanding,
}

/// Whether somebody can look a value up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceStanding {
    /// What says so.
    Source(String),
    /// Nobody read it at its source; why.
    Unverified(String),
}

/// Why a file of rules is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {what}")]
pub struct FileFault {
    /// Which file.
    pub file: String,
    /// In which line of it; 0 where no line is at fault.
    pub line: usize,
    /// Which field, and what is wrong with it.
    pub what: String,
}

impl<T> Sourced<T> {
    /// Whether nobody vouches for it.
    #[must_use]
    pub fn is_unverified(&self) -> bool {
        matches!(self.standing, SourceStanding::Unverified(_))
    }
}

impl fmt::Display for SourceStanding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(source) => f.write_str(source),
            Self::Unverified(why) => write!(f, "unverified: {why}"),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written<T> {
    value: T,
    source: Option<String>,
    unverified: Option<String>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sourced<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfMap<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for OfMap<T> {
            type Value = Sourced<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`value` with `source` or `unverified`")
            }

            // What is refused in here is told with the line on which the value begins.
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let written = Written::<T>::deserialize(MapAccessDeserializer::new(map))?;
                let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
                let standing = match (filled(written.source), filled(written.unverified)) {
                    (Some(source), None) => SourceStanding::Source(source),
                    (None, Some(why)) => SourceStanding::Unverified(why),
                    (None, None) => {
                        return Err(A::Error::custom("needs `source` or `unverified`"));
                    }
                    (Some(_), Some(_)) => {
                        return Err(A::Error::custom("has both `source` and `unverified`"));
                    }
                };
                Ok(Sourced { value: written.value, standing })
            }
        }
        deserializer.deserialize_map(OfMap(std::marker::PhantomData))
    }
}

/// Reads a file of rules.
///
/// # Errors
///
/// [`FileFault`] with file, line and field.
pub(crate) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileFault> {
    if FILE_BYTES_MAX < text.len() {
        return Err(fault(file, 0, &format!("more than {FILE_BYTES_MAX} bytes")));
    }
    serde_yaml_ng::from_str(text).map_err(|error| {
        let line = error.location().map_or(0, |at| at.line());
        let told = error.to_string();
        // The line is told once, in its own place.
        let what = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
        fault(file, line, what)
    })
}

pub(crate) fn fault(file: &str, line: usize, what: &str) -> FileFault {
    FileFault { file: file.to_owned(), line, what: what.to_owned() }
}

const FILE_BYTES_MAX: usize = 256 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Rules {
        age: Sourced<u8>,
    }

    fn refused(text: &str) -> String {
        read::<Rules>("KR.yaml", text).unwrap_err().to_string()
    }

    #[test]
    fn a_value_without_a_source_is_refused_with_file_line_and_field() {
        assert_eq!(
            refused("# a comment\nage:\n  value: 19\n"),
            "KR.yaml, line 3: age: needs `source` or `unverified`"
        );
        assert_eq!(
            refused("age: {value: 19, source: a, unverified: b}\n"),
            "KR.yaml, line 1: age: has both `source` and `unverified`"
        );
        assert_eq!(
            refused("age: {value: 19, source: '  '}\n"),
            "KR.yaml, line 1: age: needs `source` or `unverified`"
        );
    }

    #[test]
    fn an_unknown_key_is_refused_with_file_line_and_field() {
        let told = refused("age: {value: 19, source: a}\nages: 1\n");

        assert!(told.starts_with("KR.yaml, line 2: unknown field `ages`"), "{told}");
        let told = refused("age:\n  value: 19\n  sauce: a\n");
        assert!(told.starts_with("KR.yaml, line 3: age: unknown field `sauce`"), "{told}");
    }

    #[test]
    fn a_value_is_read_with_what_it_rests_on() {
        let rules = read::<Rules>("KR.yaml", "age: {value: 19, unverified: not read}").unwrap();

        assert_eq!((rules.age.value, rules.age.is_unverified()), (19, true));
        assert_eq!(rules.age.standing.to_string(), "unverified: not read");
    }

    #[test]
    fn any_text_is_read_or_refused() {
        for text in ["", "[", "a: &a [*a]", "\u{0}", "age: 19", "age: {value: x, source: y}"] {
            assert!(read::<Rules>("f", text).is_err(), "{text}");
        }
    }
}
