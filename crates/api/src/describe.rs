//! The parameters of the API document, with the very bounds that `query` holds them to.

use liaison_model::schema;
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ArrayBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{KnownFormat, Object, ObjectBuilder, RefOr, Required, SchemaFormat};

use crate::query::{LIMIT_MAX, OFFSET_MAX, VALUES_MAX};

/// A parameter of the path, with an example that every node has.
pub(crate) fn path(name: &str, description: &str, example: &str) -> Parameter {
    let schema = text().min_length(Some(1)).max_length(Some(NAME_CHARS_MAX));
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(description))
        .example(Some(example.into()))
        .schema(Some(schema))
        .build()
}

/// A header that must stand there with one value.
pub(crate) fn header(name: &str, description: &str, value: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some(description))
        .schema(Some(word([value])))
        .build()
}

/// A parameter of the query.
pub(crate) fn query(name: &str, description: &str, schema: impl Into<RefOr<Schema>>) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(schema))
        .build()
}

/// A parameter of the query that may stand several times.
pub(crate) fn repeated(name: &str, description: &str, item: ObjectBuilder) -> Parameter {
    let list = ArrayBuilder::new().items(item).max_items(Some(VALUES_MAX)).build();
    query(name, description, Schema::Array(list))
}

/// `limit`.
pub(crate) fn limit(default: usize) -> Parameter {
    query("limit", "Most results wanted", number(LIMIT_MAX, default))
}

/// `limit` and `offset`.
pub(crate) fn page(default: usize) -> [Parameter; 2] {
    [limit(default), query("offset", "Results to leave out from the start", number(OFFSET_MAX, 0))]
}

/// Any text up to a length.
pub(crate) fn short_text(chars_max: usize) -> ObjectBuilder {
    text().max_length(Some(chars_max))
}

/// A text of a form.
pub(crate) fn form(pattern: &str) -> ObjectBuilder {
    text().pattern(Some(pattern))
}

/// A moment.
pub(crate) fn moment() -> ObjectBuilder {
    text().format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
}

/// A day.
pub(crate) fn day() -> ObjectBuilder {
    text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
}

/// The name of a dataset.
pub(crate) fn name() -> ObjectBuilder {
    text().min_length(Some(1)).max_length(Some(NAME_CHARS_MAX))
}

/// One of some words.
pub(crate) fn word<'a>(words: impl IntoIterator<Item = &'a str>) -> ObjectBuilder {
    text().enum_values(Some(words))
}

/// The name of a schema.
pub(crate) fn schema_name() -> ObjectBuilder {
    word(schema::all().iter().map(|schema| schema.name))
}

/// `true` or `false`.
pub(crate) fn flag() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::Boolean))
}

/// A text that is one of the names under which some values are written.
pub(crate) fn one_of<T: Serialize>(values: &[T]) -> Object {
    let names = values.iter().filter_map(|value| serde_json::to_value(value).ok());
    text().enum_values(Some(names)).build()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::Type(Type::String))
}

/// A whole number.
pub(crate) fn number(max: usize, default: usize) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(SchemaType::Type(Type::Integer))
        .minimum(Some(0))
        .maximum(Some(max))
        .default(Some(default.into()))
}

/// Longest id of an entity and longest name of a dataset.
pub(crate) const NAME_CHARS_MAX: usize = 250;
