//! Values about identifiable people: a mask until a recorded look uncovers them.

use std::fmt;

use crate::{EntityId, Instant};

/// What stands in place of a covered value.
pub const MASK: &str = "▇▇▇";

/// A value about an identifiable person. `Debug`, `Display` and serialisation give [`MASK`];
/// reading it needs a [`Look`], which exists only once it is recorded.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Sensitive<T>(T);

impl<T> Sensitive<T> {
    /// Covers a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the reader whose look is recorded.
    pub fn reveal(&self, _look: &Look) -> &T {
        &self.0
    }

    /// What a function makes of the value, for matching and counting inside the node. The result
    /// must not give the value away; `cargo xtask tidy` lists the callers by name.
    pub fn compute<R>(&self, function: impl FnOnce(&T) -> R) -> R {
        function(&self.0)
    }
}

impl<T> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl<T> fmt::Display for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl<T> serde::Serialize for Sensitive<T> {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(MASK)
    }
}

/// One response that uncovers at least one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookEntry {
    /// Account, such as `cli:min`.
    pub officer: String,
    /// In which role.
    pub role: String,
    /// The purpose the officer named.
    pub purpose: String,
    /// The case it was for, where one was open.
    pub case: Option<String>,
    /// Screen, command or route template, such as `show` or `/entities/{id}`.
    pub route: String,
    /// Who was uncovered.
    pub entities: Vec<EntityId>,
    /// When.
    pub at: Instant,
}

/// Proof that a [`LookEntry`] is on disk in the chain of looks.
#[derive(Debug)]
pub struct Look {
    entry: LookEntry,
}

impl Look {
    /// States that `entry` is durable. Called by `liaison-node` after its commit to the chain of
    /// looks, and nowhere else (`cargo xtask tidy` checks).
    #[must_use]
    pub fn recorded(entry: LookEntry) -> Self {
        Self { entry }
    }

    /// What was recorded.
    #[must_use]
    pub fn entry(&self) -> &LookEntry {
        &self.entry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_covered_value_is_a_mask_in_every_text_form() {
        let name = Sensitive::new("강서윤".to_owned());

        assert_eq!(format!("{name} {name:?}"), format!("{MASK} {MASK}"));
        assert_eq!(serde_json::to_string(&name).unwrap(), format!("\"{MASK}\""));
    }
}
