//! The schema tables as Rust.
//!
//! A property is written once, where it is defined, and its heirs point to it: written out, the
//! inherited ones would be five times the text. The file keeps itself tidy (`schema/mod.rs` tells
//! rustfmt to leave it alone), because one line per property is what a reviewer can compare.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::resolve::{KINDS, Kind, Property, Schema};

/// The text of the generated file, or the names that cannot be written.
pub fn rust(schemata: &BTreeMap<String, Schema>) -> Result<String, Vec<String>> {
    let definers = definers(schemata);
    let clashes = clashes(schemata.keys().map(String::as_str).chain(definers.keys().copied()));
    if !clashes.is_empty() {
        return Err(clashes);
    }
    let mut out = HEAD.to_owned();
    out += "\n/// Every schema, by name.\npub(super) static SCHEMATA: &[Schema] = &[\n";
    for schema in schemata.values() {
        out += &schema_entry(schema);
    }
    out +=
        "];\n\n/// Every property name, sorted.\npub(super) static PROPERTY_NAMES: &[&str] = &[\n";
    out += &wrapped(definers.keys().map(|name| quoted(name)), 4);
    out += "];\n\n";
    out += &names_module(schemata, &definers);
    out += "\n";
    out += &plain_module(schemata);
    out += "\n";
    out += &own_module(schemata);
    Ok(out)
}

/// Every property name with the schemata that define it; where none does, those that hold its
/// stub.
fn definers(schemata: &BTreeMap<String, Schema>) -> BTreeMap<&str, Vec<&str>> {
    let mut definers: BTreeMap<&str, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
    for schema in schemata.values() {
        for (name, property) in &schema.own {
            let (real, stubs) = definers.entry(name).or_default();
            if property.stub { stubs.push(&schema.name) } else { real.push(&schema.name) }
        }
    }
    let merge = |(real, stubs): (Vec<_>, Vec<_>)| if real.is_empty() { stubs } else { real };
    definers.into_iter().map(|(name, lists)| (name, merge(lists))).collect()
}

/// Names that differ in their files and would be one constant.
fn clashes<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen: BTreeMap<(bool, String), &str> = BTreeMap::new();
    let mut clashes = Vec::new();
    for name in names {
        // Schemata and properties have a module each, and only the former begin with a capital.
        let key = (name.starts_with(char::is_uppercase), screaming(name));
        if let Some(other) = seen.insert(key, name) {
            let constant = screaming(name);
            clashes.push(format!("schema/: `{other}` and `{name}` would both be `{constant}`"));
        }
    }
    clashes
}

fn schema_entry(schema: &Schema) -> String {
    let edge = match &schema.edge {
        Some((source, target)) => format!("Some(({source:?}, {target:?}))"),
        None => "None".to_owned(),
    };
    let mut out = "    Schema {\n".to_owned();
    let mut field = |name: &str, value: String| {
        let _ = writeln!(out, "        {name}: {value},");
    };
    field("name", quoted(&schema.name));
    field("label", quoted(&schema.label));
    field("plural", quoted(&schema.plural));
    field("description", quoted(&schema.description));
    field("extends", list(&schema.extends));
    field("ancestors", list(&schema.ancestors));
    field("ftm", schema.ftm.to_string());
    field("matchable", schema.matchable.to_string());
    field("is_abstract", schema.is_abstract.to_string());
    field("edge", edge);
    field("caption", list(&schema.caption));
    field("featured", list(&schema.featured));
    field("required", list(&schema.required));
    field("start", list(&schema.start));
    field("end", list(&schema.end));
    if schema.properties.is_empty() {
        field("properties", "&[]".to_owned());
    } else {
        let paths = schema
            .properties
            .iter()
            .map(|(name, definer)| format!("&own::{}::{}", module(definer), screaming(name)));
        out += "        properties: &[\n";
        out += &wrapped(paths, 12);
        out += "        ],\n";
    }
    out + "    },\n"
}

fn names_module(
    schemata: &BTreeMap<String, Schema>,
    definers: &BTreeMap<&str, Vec<&str>>,
) -> String {
    let mut out =
        "/// A constant for every name, so that a misspelt one does not compile.\n".to_owned();
    out += "pub mod names {\n    /// Names of schemata.\n    pub mod schema {\n";
    for schema in schemata.values() {
        let doc = one_line(&schema.description, &schema.name);
        out += &constant(&doc, &schema.name);
    }
    out += "    }\n\n    /// Names of properties.\n    pub mod prop {\n";
    for (name, definers) in definers {
        out += &constant(&format!("`{name}` {}.", told_of(definers)), name);
    }
    out + "    }\n}\n"
}

fn constant(doc: &str, name: &str) -> String {
    let constant = screaming(name);
    format!("        /// {doc}\n        pub const {constant}: &str = {name:?};\n")
}

/// Of which schemata a property is, at most [`TOLD_SCHEMATA_MAX`] of them by name.
fn told_of(definers: &[&str]) -> String {
    let shown = definers.len().min(TOLD_SCHEMATA_MAX);
    let names: Vec<String> = definers[..shown].iter().map(|name| format!("`{name}`")).collect();
    let more = match definers.len() - shown {
        0 => String::new(),
        hidden => format!(" and {hidden} more"),
    };
    format!("of {}{more}", names.join(", "))
}

fn plain_module(schemata: &BTreeMap<String, Schema>) -> String {
    let mut out =
        "/// What a property is that says nothing but its type.\nmod plain {\n".to_owned();
    out += "    use super::{PropType, Property};\n";
    let used: BTreeSet<&str> =
        schemata.values().flat_map(|schema| schema.own.values()).map(|p| p.kind.name).collect();
    for kind in KINDS.iter().filter(|kind| used.contains(kind.name)) {
        out += &plain_constant(kind);
    }
    out + "}\n"
}

fn plain_constant(kind: &Kind) -> String {
    let Kind { name, matchable, length_max } = kind;
    let (constant, variant) = (screaming(name), variant(name));
    format!(
        "
    pub const {constant}: Property = Property {{
        name: \"\",
        label: \"\",
        description: \"\",
        kind: PropType::{variant},
        range: None,
        reverse: None,
        defined_by: \"\",
        matchable: {matchable},
        stub: false,
        deprecated: false,
        length_max: {length_max},
    }};
"
    )
}

fn own_module(schemata: &BTreeMap<String, Schema>) -> String {
    let mut modules = Vec::new();
    for schema in schemata.values().filter(|schema| !schema.own.is_empty()) {
        let module = module(&schema.name);
        let mut text = format!("    pub mod {module} {{\n");
        text += "        use super::super::{Property, plain};\n\n";
        for (name, property) in &schema.own {
            text += &property_line(&schema.name, name, property);
        }
        modules.push(text + "    }\n");
    }
    let doc = "/// The properties that each schema defines itself, stubs of links to it included.";
    format!("{doc}\nmod own {{\n{}}}\n", modules.join("\n"))
}

fn property_line(schema: &str, name: &str, property: &Property) -> String {
    let mut fields = vec![format!("name: {name:?}"), format!("label: {:?}", property.label)];
    let mut field = |name: &str, value: String| fields.push(format!("{name}: {value}"));
    if !property.description.is_empty() {
        field("description", quoted(&property.description));
    }
    if let Some(range) = &property.range {
        field("range", format!("Some({range:?})"));
    }
    if let Some(reverse) = &property.reverse {
        field("reverse", format!("Some({reverse:?})"));
    }
    field("defined_by", quoted(schema));
    if property.matchable != property.kind.matchable {
        field("matchable", property.matchable.to_string());
    }
    if property.stub {
        field("stub", "true".to_owned());
    }
    if property.deprecated {
        field("deprecated", "true".to_owned());
    }
    if property.length_max != property.kind.length_max {
        field("length_max", property.length_max.to_string());
    }
    let (constant, kind) = (screaming(name), screaming(property.kind.name));
    let fields = fields.join(", ");
    format!("        pub static {constant}: Property = Property {{ {fields}, ..plain::{kind} }};\n")
}

/// `birthDate` and `BirthDate` as `BIRTH_DATE`; `sdnURLName` as `SDN_URL_NAME`.
fn screaming(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after_small = before.is_some_and(|before| !before.is_uppercase());
        let before_small = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (after_small || (before.is_some() && before_small)) {
            out.push('_');
        }
        out.push(letter.to_ascii_uppercase());
    }
    out
}

/// The module of a schema's own properties; `Type` would give a keyword, so `r#type`.
fn module(schema: &str) -> String {
    let name = screaming(schema).to_lowercase();
    if syn::parse_str::<syn::Ident>(&name).is_ok() { name } else { format!("r#{name}") }
}

/// The variant of `PropType` for a type's name.
fn variant(kind: &str) -> String {
    let mut letters = kind.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn one_line(text: &str, otherwise: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { format!("`{otherwise}`.") } else { line }
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn list(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    format!("&[{}]", names.join(", "))
}

/// Items with commas, broken into lines of at most [`LINE_CHARACTERS_MAX`].
fn wrapped(items: impl Iterator<Item = String>, indent: usize) -> String {
    let mut out = String::new();
    let mut line = String::new();
    for item in items {
        if LINE_CHARACTERS_MAX < indent + line.len() + item.len() + 2 && !line.is_empty() {
            let _ = writeln!(out, "{:indent$}{}", "", line.trim_end());
            line.clear();
        }
        let _ = write!(line, "{item}, ");
    }
    if !line.is_empty() {
        let _ = writeln!(out, "{:indent$}{}", "", line.trim_end());
    }
    out
}

const LINE_CHARACTERS_MAX: usize = 100;
const TOLD_SCHEMATA_MAX: usize = 3;
const HEAD: &str = "\
//! Generated by cargo xtask schema from schema/**/*.yaml. Edit those and run it again.

use super::{PropType, Property, Schema};
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_constants_that_can_be_read() {
        for (name, expected) in [
            ("birthDate", "BIRTH_DATE"),
            ("Person", "PERSON"),
            ("HyperText", "HYPER_TEXT"),
            ("sdnURLName", "SDN_URL_NAME"),
            ("level2Code", "LEVEL2_CODE"),
        ] {
            assert_eq!(screaming(name), expected);
        }
    }

    #[test]
    fn a_schema_called_like_a_keyword_has_a_module_too() {
        assert_eq!(module("UserAccount"), "user_account");
        assert_eq!(module("Type"), "r#type");
    }

    #[test]
    fn two_names_that_would_be_one_constant_are_refused() {
        let clashing = clashes(["birthDate", "birthDATE"].into_iter());
        let fine = clashes(["case", "Case", "birthDate"].into_iter());

        assert_eq!(clashing, ["schema/: `birthDate` and `birthDATE` would both be `BIRTH_DATE`"]);
        assert!(fine.is_empty());
    }

    #[test]
    fn long_lists_are_broken_at_the_width_of_the_house() {
        let text = wrapped((0..40).map(|n| format!("\"item{n}\"")), 4);

        assert!(text.lines().all(|line| line.len() <= LINE_CHARACTERS_MAX));
        assert!(1 < text.lines().count());
    }
}
