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
        let bundles = chain.into_iter().map(|(language, text)| bundle(language, text)).collect();
        Self { language: found.0, bundles }
    }

    /// The language of this catalogue, ISO 639-1.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the language itself, without English behind it, has a sentence for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundles.first().is_some_and(|bundle| bundle.has_message(key))
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

/// The text of a language's catalogue, for the workbench.
#[must_use]
pub fn source(language: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(name, _)| *name == language).map(|(_, text)| *text)
}

fn bundle(language: &str, text: &str) -> FluentBundle<FluentResource> {
    let identifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks would show as boxes in terminals and break greps of our output.
    bundle.set_use_isolating(false);
    // A catalogue with a broken entry keeps its other entries; a test refuses broken ones.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    bundle
}

const ENGLISH: &str = "en";
const SOURCES: &[(&str, &str)] = &[(ENGLISH, include_str!("../../../messages/en.ftl"))];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalogue_parses_without_an_error() {
        for (language, text) in SOURCES {
            let errors =
                FluentResource::try_new((*text).to_owned()).err().map(|(_, errors)| errors);
            assert_eq!(errors, None, "{language}");
        }
    }

    #[test]
    fn an_unknown_language_is_answered_in_english() {
        assert_eq!(Catalogue::for_language("tlh").language(), ENGLISH);
    }

    #[test]
    fn a_key_that_nobody_wrote_shows_itself() {
        assert_eq!(Catalogue::for_language("en").text("no-such-key"), "[no-such-key]");
    }
}
