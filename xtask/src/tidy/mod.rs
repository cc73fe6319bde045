//! `cargo xtask tidy`: the house rules that a machine can hold.
//!
//! Each check takes the repository as text ([`tree::Tree`], [`source::Source`]) and gives
//! [`Breach`]es; what it allows, it allows by name, in a table at its end. A rule that no check
//! holds is advice.

mod crates;
mod docs;
mod manifest;
mod messages;
mod sizes;
mod source;
mod tree;
mod words;

use std::path::Path;

use anyhow::Result;

use manifest::Manifest;
use source::Source;
use tree::Tree;

/// One place that breaks one rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// File, from the root of the repository.
    path: String,
    /// Line, from 1.
    line: usize,
    /// What is wrong, in a sentence.
    sentence: String,
}

impl Breach {
    fn new(path: &str, line: usize, sentence: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, sentence: sentence.into() }
    }
}

/// Prints every breach; `false` if there is one.
pub fn run(root: &Path) -> Result<bool> {
    let tree = Tree::read(root)?;
    let (sources, mut breaches) = source::parse_all(&tree);
    let manifests = manifest::all(&tree);
    breaches.extend(check(&tree, &sources, &manifests));
    breaches.extend(crate::schema::breaches(root)?.iter().map(|told| of_schema(told)));
    breaches.sort();
    breaches.dedup();
    for breach in &breaches {
        println!("{}:{}: {}", breach.path, breach.line, breach.sentence);
    }
    let functions: usize = sources.iter().map(|source| source.functions.len()).sum();
    let seen = format!(
        "{} crates, {} source files, {functions} functions, {} messages",
        manifests.iter().filter(|manifest| manifest.folder().is_some()).count(),
        sources.len(),
        messages::count(&tree),
    );
    match breaches.len() {
        0 => println!("tidy: {seen}, no breach"),
        count => println!("tidy: {seen}, {count} to mend"),
    }
    Ok(breaches.is_empty())
}

/// A breach that `xtask schema` tells as `path: sentence`; YAML as it is read keeps no lines.
fn of_schema(told: &str) -> Breach {
    let (path, sentence) = told.split_once(": ").unwrap_or((crate::schema::GENERATED, told));
    Breach::new(path, 1, sentence)
}

fn check(tree: &Tree, sources: &[Source], manifests: &[Manifest]) -> Vec<Breach> {
    let mut breaches = crates::edges(manifests);
    breaches.extend(crates::features(manifests));
    breaches.extend(sizes::functions(sources, sizes::LONG_FUNCTIONS));
    breaches.extend(sizes::files(sources));
    breaches.extend(words::words(sources));
    breaches.extend(words::silenced_dead_code(sources));
    breaches.extend(docs::module_docs(sources));
    breaches.extend(docs::dependencies(tree, manifests));
    breaches.extend(docs::architecture(tree, manifests));
    breaches.extend(messages::catalogues(tree));
    breaches.extend(messages::translations(tree));
    breaches.extend(messages::keys(tree, sources));
    breaches
}
