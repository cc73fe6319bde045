//! Statements that act on other statements: withdrawals, erasures, restrictions, grants.
//!
//! They are statements like any other, of schemata that no file may bring in: an importer sets
//! them aside, and a peer's are translated by the node that receives them.

use std::fmt;
use std::str::FromStr;

use crate::schema::names::schema as schemata;
use crate::{CommitNumber, Statement, StatementId};

/// What a control statement acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// One statement.
    Statement(StatementId),
    /// Every statement of one commit.
    Commit(CommitNumber),
}

/// The text does not name a statement or a commit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a target is `statement:` and 32 hexadecimal digits, or `commit:` and a number")]
pub struct TargetError;

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        let (kind, name) = text.split_once(':').ok_or(TargetError)?;
        match kind {
            "statement" => name.parse().map(Self::Statement).map_err(|_| TargetError),
            "commit" => name.parse().map(Self::Commit).map_err(|_| TargetError),
            _ => Err(TargetError),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Statement(id) => write!(f, "statement:{id}"),
            Self::Commit(number) => write!(f, "commit:{number}"),
        }
    }
}

/// What a control statement does to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Control {
    /// Its originator takes it back: nobody sees it any more, the bytes stay for the court.
    Withdraw,
    /// A recipient obeys the originator's withdrawal: the bytes go, the leaf stays.
    Purge,
    /// The law wants it gone: the bytes go everywhere, the leaf stays.
    Erase,
    /// Its marks become these (the value of `marks`, in the same entity).
    Restrict,
}

impl Control {
    /// What a statement of this schema and property does, if it acts on others.
    #[must_use]
    pub fn of(schema: &str, prop: &str) -> Option<Self> {
        match (schema, prop) {
            (schemata::WITHDRAWAL, "target") => Some(Self::Withdraw),
            (schemata::WITHDRAWAL, "purged") => Some(Self::Purge),
            (schemata::ERASURE, "target") => Some(Self::Erase),
            (schemata::RESTRICTION, "target") => Some(Self::Restrict),
            _ => None,
        }
    }

    /// Whether statements of this schema may act on others.
    #[must_use]
    pub fn is_schema_of_one(schema: &str) -> bool {
        [schemata::WITHDRAWAL, schemata::ERASURE, schemata::RESTRICTION].contains(&schema)
    }

    /// The number under which stores keep it.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Withdraw => 1,
            Self::Purge => 2,
            Self::Erase => 3,
            Self::Restrict => 4,
        }
    }

    /// The control of a number that a store kept.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        [Self::Withdraw, Self::Purge, Self::Erase, Self::Restrict]
            .into_iter()
            .find(|control| control.code() == code)
    }

    /// Whether the target is seen by nobody any more.
    #[must_use]
    pub fn hides(self) -> bool {
        !matches!(self, Self::Restrict)
    }

    /// Whether the bytes of the target go.
    #[must_use]
    pub fn removes_bytes(self) -> bool {
        matches!(self, Self::Purge | Self::Erase)
    }
}

/// What `statement` does to others, if anything.
///
/// # Errors
///
/// [`TargetError`] when it is a control statement whose target does not parse.
pub fn read(statement: &Statement) -> Result<Option<(Control, Target)>, TargetError> {
    match Control::of(&statement.schema, &statement.prop) {
        None => Ok(None),
        Some(control) => Ok(Some((control, statement.value.parse()?))),
    }
}
