//! FollowTheMoney's rules of inheritance, made plain.
//!
//! * A schema has its own properties, then those of its parents in the order of `extends`; the
//!   first one of a name wins, so a schema may say a parent's property anew.
//! * A property that points to a schema puts a stub under its reverse name on that schema, unless
//!   that schema has a property of this name already.
//! * When it began and ended (`temporalExtent`) is inherited, each of the two on its own, from the
//!   first parent that says it. `caption`, `featured`, `required`, `edge`, `abstract` and
//!   `matchable` are not inherited.
//! * Whether a property is matchable, and its greatest length, follow its type unless it says so.
//!
//! # Source
//!
//! followthemoney 4.11.2, `schema.py`, `property.py` and `types/*.py`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::read::{Declaration, PropertySpec, ReverseSpec, SchemaSpec};

/// One schema with all that it inherits.
#[derive(Debug)]
pub struct Schema {
    pub name: String,
    pub label: String,
    pub plural: String,
    pub description: String,
    pub extends: Vec<String>,
    /// Itself and all that it extends, nearest first.
    pub ancestors: Vec<String>,
    pub ftm: bool,
    pub matchable: bool,
    pub is_abstract: bool,
    pub edge: Option<(String, String)>,
    pub caption: Vec<String>,
    pub featured: Vec<String>,
    pub required: Vec<String>,
    pub start: Vec<String>,
    pub end: Vec<String>,
    /// Properties that it defines itself, stubs included.
    pub own: BTreeMap<String, Property>,
    /// All its properties: name, and the schema that defines it.
    pub properties: BTreeMap<String, String>,
}

/// One property where it is defined.
#[derive(Debug)]
pub struct Property {
    pub label: String,
    pub description: String,
    pub kind: Kind,
    pub range: Option<String>,
    pub reverse: Option<String>,
    pub matchable: bool,
    pub stub: bool,
    pub deprecated: bool,
    pub length_max: u32,
}

/// One type of property, and what follows from it.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its name in the files.
    pub name: &'static str,
    /// Whether equal values speak for one entity.
    pub matchable: bool,
    /// Longest value, in characters.
    pub length_max: u32,
}

/// All schemata by name, or every rule that the files break, each as `path: sentence`.
pub fn resolve(declared: &[Declaration]) -> Result<BTreeMap<String, Schema>, Vec<String>> {
    let mut model = Model { declared: BTreeMap::new(), breaches: Vec::new() };
    for declaration in declared {
        if let Some(first) = model.declared.insert(&declaration.name, declaration) {
            model.complain(declaration, format!("`{}` stands in {} too", first.name, first.path));
        }
    }
    model.check_parents();
    if !model.breaches.is_empty() {
        // Without sound parents every further complaint would be an echo of these.
        return Err(model.breaches);
    }
    let mut schemata: BTreeMap<String, Schema> = BTreeMap::new();
    for declaration in model.declared.clone().into_values() {
        let schema = model.schema(declaration);
        schemata.insert(schema.name.clone(), schema);
    }
    model.add_reverses(&mut schemata);
    flatten(&mut schemata);
    model.check_named_properties(&schemata);
    // A fault of a parent shows in each of its children too; once is enough.
    model.breaches.sort();
    model.breaches.dedup();
    if model.breaches.is_empty() { Ok(schemata) } else { Err(model.breaches) }
}

/// The declarations by name, and what is wrong with them so far.
struct Model<'a> {
    declared: BTreeMap<&'a str, &'a Declaration>,
    breaches: Vec<String>,
}

impl Model<'_> {
    fn complain(&mut self, at: &Declaration, sentence: String) {
        self.breaches.push(format!("{}: {sentence}", at.path));
    }

    /// Complains of parents that do not exist and of schemata that extend themselves.
    fn check_parents(&mut self) {
        for declaration in self.declared.clone().into_values() {
            for parent in &declaration.spec.extends {
                if !self.declared.contains_key(parent.as_str()) {
                    let name = &declaration.name;
                    self.complain(declaration, format!("`{name}` extends unknown `{parent}`"));
                }
            }
            let parents = declaration.spec.extends.iter();
            if parents.flat_map(|parent| self.ancestors(parent)).any(|a| a == declaration.name) {
                self.complain(declaration, format!("`{}` extends itself", declaration.name));
            }
        }
    }

    /// A schema and all that it extends, nearest first, then in the order of `extends`.
    fn ancestors(&self, name: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut waiting = VecDeque::from([name.to_owned()]);
        while let Some(next) = waiting.pop_front() {
            if found.contains(&next) {
                continue;
            }
            if let Some(declaration) = self.declared.get(next.as_str()) {
                waiting.extend(declaration.spec.extends.iter().cloned());
            }
            found.push(next);
        }
        found
    }

    /// A schema with what it defines itself.
    fn schema(&mut self, declaration: &Declaration) -> Schema {
        let spec = &declaration.spec;
        let mut own = BTreeMap::new();
        for (name, property) in &declaration.properties {
            if let Some(property) = self.property(declaration, name, property) {
                own.insert(name.clone(), property);
            }
        }
        let edge = spec.edge.as_ref().and_then(|edge| edge.source.clone().zip(edge.target.clone()));
        let label = spec.label.clone().unwrap_or_else(|| declaration.name.clone());
        Schema {
            name: declaration.name.clone(),
            plural: spec.plural.clone().unwrap_or_else(|| label.clone()),
            label,
            description: spec.description.clone().unwrap_or_default(),
            extends: spec.extends.clone(),
            ancestors: self.ancestors(&declaration.name),
            ftm: declaration.ftm,
            matchable: spec.matchable.unwrap_or(true),
            is_abstract: spec.is_abstract,
            edge,
            caption: spec.caption.clone(),
            featured: spec.featured.clone(),
            required: spec.required.clone(),
            start: self.extent(declaration, start_of),
            end: self.extent(declaration, end_of),
            own,
            properties: BTreeMap::new(),
        }
    }

    fn property(&mut self, at: &Declaration, name: &str, spec: &PropertySpec) -> Option<Property> {
        let place = format!("property `{}.{name}`", at.name);
        if !is_property_name(name) {
            self.complain(at, format!("{place}: not a name that FollowTheMoney allows"));
        }
        let type_name = spec.kind.as_deref().unwrap_or("string");
        let Some(kind) = KINDS.iter().copied().find(|kind| kind.name == type_name) else {
            self.complain(at, format!("{place}: there is no type `{type_name}`"));
            return None;
        };
        let range = spec.range.as_deref().filter(|_| kind.name == ENTITY.name);
        if let Some(range) = range.filter(|range| !self.declared.contains_key(range)) {
            self.complain(at, format!("{place}: its range `{range}` is not a schema"));
        }
        Some(Property {
            label: spec.label.clone().unwrap_or_else(|| name.to_owned()),
            description: spec.description.clone().unwrap_or_default(),
            kind,
            range: range.map(str::to_owned),
            reverse: None,
            matchable: spec.matchable.unwrap_or(kind.matchable),
            stub: false,
            deprecated: spec.deprecated,
            length_max: spec.max_length.unwrap_or(kind.length_max),
        })
    }

    /// The start or end of a schema: its own, or that of the first parent that has one.
    fn extent(&mut self, at: &Declaration, side: fn(&SchemaSpec) -> &[String]) -> Vec<String> {
        let own = side(&at.spec);
        if !own.is_empty() {
            return own.to_vec();
        }
        let mut inherited: Vec<Vec<String>> = Vec::new();
        for parent in &at.spec.extends {
            if let Some(parent) = self.declared.get(parent.as_str()).copied() {
                inherited.push(self.extent(parent, side));
            }
        }
        inherited.retain(|names| !names.is_empty());
        if inherited.iter().any(|names| *names != inherited[0]) {
            let name = &at.name;
            self.complain(at, format!("`{name}`: its parents disagree on its temporalExtent"));
        }
        inherited.into_iter().next().unwrap_or_default()
    }

    /// Puts a stub on the other end of every link that names its reverse.
    fn add_reverses(&mut self, schemata: &mut BTreeMap<String, Schema>) {
        for declaration in self.declared.clone().into_values() {
            for (name, spec) in &declaration.properties {
                let range = schemata[&declaration.name].own.get(name).and_then(|p| p.range.clone());
                let (Some(range), Some(reverse)) = (range, &spec.reverse) else { continue };
                if schemata.contains_key(&range) {
                    self.add_reverse(schemata, declaration, name, &range, reverse);
                }
            }
        }
    }

    fn add_reverse(
        &mut self,
        schemata: &mut BTreeMap<String, Schema>,
        at: &Declaration,
        name: &str,
        range: &str,
        reverse: &ReverseSpec,
    ) {
        let taken = own_or_inherited(schemata, range, &reverse.name);
        // FollowTheMoney lets two links share one reverse, and the second then has no way back
        // (CallForTenders.tenderers). Ours must each have their own.
        if !at.ftm && taken.is_some() {
            let (place, stub) = (format!("{}.{name}", at.name), &reverse.name);
            let sentence = format!("property `{place}`: `{range}` has a property `{stub}` already");
            self.complain(at, sentence);
        }
        if taken.is_none() {
            let stub = Property {
                label: reverse.label.clone().unwrap_or_else(|| reverse.name.clone()),
                description: String::new(),
                kind: ENTITY,
                range: Some(at.name.clone()),
                reverse: Some(name.to_owned()),
                matchable: ENTITY.matchable,
                stub: true,
                deprecated: false,
                length_max: ENTITY.length_max,
            };
            if let Some(schema) = schemata.get_mut(range) {
                schema.own.insert(reverse.name.clone(), stub);
            }
        }
        let near = schemata.get_mut(&at.name).and_then(|schema| schema.own.get_mut(name));
        if let Some(property) = near {
            property.reverse = Some(reverse.name.clone());
        }
    }

    /// Complains of captions, edges and the like that name a property the schema has not.
    fn check_named_properties(&mut self, schemata: &BTreeMap<String, Schema>) {
        for declaration in self.declared.clone().into_values() {
            let schema = &schemata[&declaration.name];
            let edge_caption = declaration.spec.edge.as_ref().map(|edge| edge.caption.as_slice());
            let ends: Vec<String> =
                schema.edge.iter().cloned().flat_map(<[String; 2]>::from).collect();
            let named: [(&str, &[String]); 7] = [
                ("featured", &schema.featured),
                ("required", &schema.required),
                ("caption", &schema.caption),
                ("edge", &ends),
                ("edge.caption", edge_caption.unwrap_or_default()),
                ("temporalExtent.start", &schema.start),
                ("temporalExtent.end", &schema.end),
            ];
            for (field, names) in named {
                for name in names.iter().filter(|name| !schema.properties.contains_key(*name)) {
                    let sentence = format!("`{}`: {field} names `{name}`", schema.name);
                    self.complain(declaration, format!("{sentence}, which it does not have"));
                }
            }
            for name in &schema.caption {
                let definer = schema.properties.get(name).and_then(|by| schemata.get(by));
                if definer.is_some_and(|by| by.own[name].kind.name == ENTITY.name) {
                    let sentence = format!("`{}`: caption `{name}` is an entity", schema.name);
                    self.complain(declaration, sentence);
                }
            }
        }
    }
}

/// Fills [`Schema::properties`] of every schema.
fn flatten(schemata: &mut BTreeMap<String, Schema>) {
    let mut flat: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for name in schemata.keys() {
        flat.insert(name.clone(), flattened(schemata, name));
    }
    for (name, properties) in flat {
        if let Some(schema) = schemata.get_mut(&name) {
            schema.properties = properties;
        }
    }
}

/// The properties of a schema with their definers. As deep as the tree of schemata, which
/// `check_parents` found to be one.
fn flattened(schemata: &BTreeMap<String, Schema>, name: &str) -> BTreeMap<String, String> {
    let schema = &schemata[name];
    let mut properties: BTreeMap<String, String> =
        schema.own.keys().map(|property| (property.clone(), name.to_owned())).collect();
    for parent in &schema.extends {
        for (property, definer) in flattened(schemata, parent) {
            properties.entry(property).or_insert(definer);
        }
    }
    properties
}

fn own_or_inherited<'a>(
    schemata: &'a BTreeMap<String, Schema>,
    schema: &str,
    property: &str,
) -> Option<&'a Property> {
    let ancestors = schemata.get(schema)?.ancestors.iter();
    ancestors.filter_map(|name| schemata.get(name)?.own.get(property)).next()
}

fn start_of(spec: &SchemaSpec) -> &[String] {
    spec.temporal_extent.as_ref().map_or(&[], |extent| &extent.start)
}

fn end_of(spec: &SchemaSpec) -> &[String] {
    spec.temporal_extent.as_ref().map_or(&[], |extent| &extent.end)
}

/// Whether FollowTheMoney allows a property of this name (`check_property_name`).
fn is_property_name(name: &str) -> bool {
    let reserved = BTreeSet::from(RESERVED);
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric())
        && !reserved.contains(name)
}

const ENTITY: Kind = Kind { name: "entity", matchable: true, length_max: 200 };
const RESERVED: [&str; 6] = ["id", "caption", "schema", "schemata", "referents", "datasets"];

/// Every type of property in the order of names (followthemoney 4.11.2, `types/*.py`).
pub const KINDS: &[Kind] = &[
    Kind { name: "address", matchable: true, length_max: 250 },
    Kind { name: "checksum", matchable: true, length_max: 40 },
    Kind { name: "country", matchable: true, length_max: 16 },
    Kind { name: "date", matchable: true, length_max: 32 },
    Kind { name: "email", matchable: true, length_max: 250 },
    ENTITY,
    Kind { name: "gender", matchable: false, length_max: 16 },
    Kind { name: "html", matchable: false, length_max: 65_000 },
    Kind { name: "identifier", matchable: true, length_max: 64 },
    Kind { name: "ip", matchable: true, length_max: 64 },
    Kind { name: "json", matchable: false, length_max: 250 },
    Kind { name: "language", matchable: false, length_max: 16 },
    Kind { name: "mimetype", matchable: false, length_max: 250 },
    Kind { name: "name", matchable: true, length_max: 384 },
    Kind { name: "number", matchable: false, length_max: 250 },
    Kind { name: "phone", matchable: true, length_max: 64 },
    Kind { name: "string", matchable: false, length_max: 1024 },
    Kind { name: "text", matchable: false, length_max: 65_000 },
    Kind { name: "topic", matchable: false, length_max: 64 },
    Kind { name: "url", matchable: true, length_max: 4096 },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{SchemaFile, read};

    fn resolve_text(ftm: bool, text: &str) -> Result<BTreeMap<String, Schema>, Vec<String>> {
        let file = SchemaFile { path: "a.yaml".into(), text: text.into(), ftm };
        resolve(&read::declarations(&file).unwrap())
    }

    fn refusal(text: &str) -> String {
        resolve_text(false, text).unwrap_err().join("; ")
    }

    #[test]
    fn a_schema_says_a_parents_property_anew() {
        let text = "\
A:
  properties:
    value: { type: string }
    other: { type: date }
B:
  extends: [A]
  properties:
    value: { type: number, maxLength: 9 }
C:
  extends: [B, A]
";
        let model = resolve_text(false, text).unwrap();

        assert_eq!(model["C"].properties["value"], "B");
        assert_eq!(model["C"].properties["other"], "A");
        assert_eq!(model["C"].ancestors, ["C", "B", "A"]);
        assert_eq!(model["B"].own["value"].length_max, 9);
        assert_eq!(model["A"].own["other"].length_max, 32);
    }

    #[test]
    fn a_link_is_seen_from_its_other_end_and_from_what_extends_it() {
        let text = "\
Link:
  properties:
    owner: { type: entity, range: Owner, reverse: { name: owned, label: Owned } }
Owner: {}
Firm:
  extends: [Owner]
";
        let model = resolve_text(false, text).unwrap();

        assert_eq!(model["Firm"].properties["owned"], "Owner");
        let stub = &model["Owner"].own["owned"];
        assert!(stub.stub);
        assert_eq!(stub.range.as_deref(), Some("Link"));
        assert_eq!(stub.reverse.as_deref(), Some("owner"));
        assert_eq!(model["Link"].own["owner"].reverse.as_deref(), Some("owned"));
    }

    #[test]
    fn the_start_is_inherited_and_the_caption_is_not() {
        let text = "\
A:
  caption: [name]
  temporalExtent: { start: [from] }
  properties: { name: { type: name }, from: { type: date } }
B:
  extends: [A]
";
        let model = resolve_text(false, text).unwrap();

        assert_eq!(model["B"].start, ["from"]);
        assert!(model["B"].caption.is_empty());
    }

    #[test]
    fn every_broken_rule_is_told_with_its_file_and_property() {
        fn check(text: &str, expected: &str) {
            assert_eq!(refusal(text), expected);
        }

        check("A: { extends: [B] }", "a.yaml: `A` extends unknown `B`");
        check("A: { extends: [A] }", "a.yaml: `A` extends itself");
        check(
            "A: { properties: { b: { type: money } } }",
            "a.yaml: property `A.b`: there is no type `money`",
        );
        check(
            "A: { properties: { b: { type: entity, range: B } } }",
            "a.yaml: property `A.b`: its range `B` is not a schema",
        );
        check(
            "A: { properties: { id: { type: string } } }",
            "a.yaml: property `A.id`: not a name that FollowTheMoney allows",
        );
        check("A: { caption: [b] }", "a.yaml: `A`: caption names `b`, which it does not have");
        check(
            "A: { caption: [b], properties: { b: { type: entity } } }",
            "a.yaml: `A`: caption `b` is an entity",
        );
    }

    #[test]
    fn two_links_of_ours_cannot_share_one_way_back() {
        let text = "\
A:
  properties:
    b: { type: entity, range: A, reverse: { name: back } }
    c: { type: entity, range: A, reverse: { name: back } }
";
        assert_eq!(refusal(text), "a.yaml: property `A.c`: `A` has a property `back` already");

        let model = resolve_text(true, text).unwrap();
        assert_eq!(model["A"].own["back"].reverse.as_deref(), Some("b"));
    }
}
