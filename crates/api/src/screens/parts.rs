//! What several screens show in the same shape.

use liaison_model::Marks;
use liaison_node::reading::Shown;
use serde::Serialize;
use utoipa::ToSchema;

/// How something is handled.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Handling {
    /// The Traffic Light Protocol's word: `CLEAR`, `GREEN`, `AMBER`, `AMBER+STRICT` or `RED`;
    /// absent: it stays with its originator.
    tlp: Option<String>,
    /// All marks in their written form.
    text: String,
    /// When it stops being visible.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires: Option<liaison_model::Instant>,
}

impl Handling {
    pub(crate) fn of(marks: &Marks) -> Self {
        Self {
            tlp: marks.tlp.map(|tlp| tlp.to_string()),
            text: marks.to_string(),
            expires: marks.expires,
        }
    }

    /// Of what has no marks of its own: it stays with its originator.
    pub(crate) fn stays_here() -> Self {
        Self::of(&Marks::default())
    }

    /// All marks in words; `originator only` where there are none.
    pub(crate) fn words(&self) -> String {
        if self.tlp.is_none() { "originator only".to_owned() } else { self.text.clone() }
    }
}

/// A value as the reader gets it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Text {
    /// The value; `▇▇▇` where it is covered.
    text: String,
    /// Language of the value, where its source says so.
    lang: Option<String>,
    /// Whether it is covered until a look is recorded.
    covered: bool,
}

impl Text {
    pub(crate) fn of(shown: &Shown, lang: Option<&str>) -> Self {
        Self {
            text: shown.text().to_owned(),
            lang: lang.map(str::to_owned),
            covered: shown.is_covered(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}
