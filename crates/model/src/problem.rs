//! What was wrong with a row, where, and what to do.

use crate::messages::Message;

/// Where in a file something is wrong. Rows and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Place {
    /// Name of the file, without its folder.
    pub file: String,
    /// Line or row, counting the heading row as 1.
    pub row: Option<u64>,
    /// Column heading or number, element or key.
    pub column: Option<String>,
    /// The property that was meant, such as `Person:birthDate`.
    pub field: Option<String>,
}

/// The value at fault, as far as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "text")]
pub enum ShownValue {
    /// A date, number or code: may stand on screens and in logs.
    Plain(String),
    /// Anything else may be about a person: only in the problems file.
    Covered(String),
    /// There is no value, or it is too long or too broken to keep.
    None,
}

/// One thing set aside by an importer: nothing is dropped without one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// The value at fault.
    pub value: ShownValue,
    /// Reason, as a key of the message catalogue with its data.
    pub reason: Message,
    /// What to do about it, where there is something to do.
    pub hint: Option<Message>,
    /// Whether the whole row or entity was set aside, rather than one value of it.
    pub row_set_aside: bool,
}

/// An error that can tell a person what to do.
pub trait Hint {
    /// The advice, as a key of the message catalogue.
    fn hint(&self) -> Option<Message>;
}
