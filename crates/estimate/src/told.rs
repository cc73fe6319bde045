//! An answer in the words of one language.

use liaison_model::messages::{Catalogue, Message};
use serde::Serialize;

use crate::answer::{Answer, Linkage, Sensitivity};
use crate::method::Method;

/// A code for programs and its sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// A stable word.
    pub code: String,
    /// The sentence.
    pub reason: String,
}

/// What an answer says, sentence by sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentences {
    /// The method in words.
    pub method: String,
    /// The range, which is said first; nothing where the method refuses.
    pub headline: Option<String>,
    /// What was seen.
    pub seen: String,
    /// Pairs of lists that share nobody.
    pub empty_overlaps: Option<String>,
    /// What one model alone says.
    pub model: Option<String>,
    /// What small mistakes in the table would change.
    pub sensitivity: Option<String>,
    /// What links in doubt leave open.
    pub linkage: Option<String>,
    /// What a reader must know.
    pub warnings: Vec<Told>,
    /// Why there is no estimate.
    pub refused: Option<Told>,
}

impl Sentences {
    /// The sentences of an answer.
    #[must_use]
    pub fn of(answer: &Answer, words: &Catalogue) -> Self {
        let told = |code: String, message: &Message| Told { code, reason: words.say(message) };
        let warnings = answer.warnings.iter().map(|it| told(it.code(), &it.message()));
        let method = words.text(answer.method.key());
        let percent = whole(100.0 * answer.level);
        let headline = match answer.headline {
            Some((low, Some(high))) => Some(
                Message::new("estimate-headline").with("low", whole(low)).with("high", whole(high)),
            ),
            Some((low, None)) => {
                Some(Message::new("estimate-headline-at-least").with("low", whole(low)))
            }
            None => None,
        };
        let headline = headline.map(|it| it.with("method", &method).with("percent", percent));
        let seen = Message::new("estimate-seen")
            .count("observed", answer.observed)
            .count("lists", answer.lists as u64)
            .count("shared", answer.shared);
        let pairs = (!answer.empty_overlaps.is_empty()).then(|| answer.empty_overlaps.join(", "));
        let empty = pairs.map(|it| Message::new("estimate-empty-overlaps").with("pairs", it));
        let sensitivity = answer.sensitivity.as_ref().map(|it| of_sensitivity(it, words));
        Self {
            headline: headline.map(|it| words.say(&it)),
            seen: words.say(&seen),
            empty_overlaps: empty.map(|it| words.say(&it)),
            model: of_model(answer).map(|it| words.say(&it)),
            sensitivity: sensitivity.map(|it| words.say(&it)),
            linkage: answer.linkage.as_ref().map(|it| words.say(&of_linkage(it))),
            warnings: warnings.collect(),
            refused: answer.refused.as_ref().map(|it| told(it.code(), &it.message())),
            method,
        }
    }
}

fn of_model(answer: &Answer) -> Option<Message> {
    let (Some(model), Some(people)) = (&answer.model, answer.estimate) else { return None };
    let message = match answer.method {
        Method::Dga => Message::new("estimate-believed"),
        _ => Message::new("estimate-model"),
    };
    Some(message.with("model", model).with("people", whole(people)))
}

fn of_sensitivity(sensitivity: &Sensitivity, words: &Catalogue) -> Message {
    let none = || words.text("estimate-none");
    let people = |value: Option<f64>| value.map_or_else(none, whole);
    Message::new("estimate-sensitivity")
        .with("lists", &sensitivity.one_person_of)
        .with("less", people(sensitivity.one_person_less))
        .with("percent", whole(100.0 * sensitivity.links))
        .with("missed", people(sensitivity.links_missed))
        .with("wrong", people(sensitivity.links_wrong))
}

fn of_linkage(linkage: &Linkage) -> Message {
    let (low, high) = linkage.as_linked;
    let message = match high {
        Some(high) => Message::new("estimate-linkage").with("high", whole(high)),
        None => Message::new("estimate-linkage-at-least"),
    };
    message
        .with("low", whole(low))
        .count("tables", linkage.tables as u64)
        .with("fewest", linkage.people.0)
        .with("most", linkage.people.1)
        .with("least", whole(linkage.estimates.0))
        .with("greatest", whole(linkage.estimates.1))
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}
