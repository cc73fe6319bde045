//! Why a score is what it is: one shape for names, resolving, tracing, adverts and links.

use crate::messages::Message;

/// One step of a reason. The steps of one score, in order, are its waterfall.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Explanation {
    /// The rule that spoke, such as `same-question`.
    pub rule: &'static str,
    /// What it looked at, as entity or statement ids or figures, never covered values.
    pub inputs: Vec<String>,
    /// How much it moved the score, in the score's own unit.
    pub weight: f64,
    /// The sentence for a reader.
    pub words: Message,
}
