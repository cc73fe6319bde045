//! What is wrong with a row or a value, before it is known where that stands.

use liaison_model::messages::Message;
use liaison_model::schema::{Property, Schema};
use liaison_model::values::ValueError;
use liaison_model::{Place, Problem, ShownValue};

use crate::import::Import;

/// A [`Problem`] without file and row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault(Box<Problem>);

impl Fault {
    pub(crate) fn new(reason: Message, hint: impl Into<Option<&'static str>>) -> Self {
        Self::of(ValueError { reason, hint: hint.into().map(Message::new) })
    }

    pub(crate) fn of(ValueError { reason, hint }: ValueError) -> Self {
        let place = Place::default();
        let value = ShownValue::None;
        Self(Box::new(Problem { place, value, reason, hint, row_set_aside: false }))
    }

    /// The same fault in a column.
    pub(crate) fn in_column(mut self, column: &str) -> Self {
        self.0.place.column = Some(column.to_owned());
        self
    }

    /// The same fault in a property.
    pub(crate) fn in_property(mut self, schema: &Schema, property: &Property) -> Self {
        self.0.place.field = Some(format!("{}:{}", schema.name, property.name));
        self
    }

    /// The same fault with the value that has it.
    pub(crate) fn showing(mut self, value: ShownValue) -> Self {
        self.0.value = value;
        self
    }

    /// The column it is in.
    pub(crate) fn column(&self) -> Option<&str> {
        self.0.place.column.as_deref()
    }

    /// The property it is in, with its schema.
    pub(crate) fn field(&self) -> Option<&str> {
        self.0.place.field.as_deref()
    }

    /// Why it is one.
    pub(crate) fn reason(&self) -> &Message {
        &self.0.reason
    }

    /// The problem that it is in a row of this import.
    pub(crate) fn at(self, import: &Import, row: u64) -> Problem {
        let mut problem = *self.0;
        let Place { file, row, .. } = import.place(row);
        problem.place.file = file;
        problem.place.row = row;
        problem
    }
}
