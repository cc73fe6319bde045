//! What must be written down: what a file is for, why a dependency is there, where a crate stands.
//!
//! That every public item has a doc comment is rustc's own lint (`missing_docs`).

use std::collections::BTreeMap;

use super::Breach;
use super::manifest::Manifest;
use super::source::Source;
use super::tree::Tree;

/// Files that do not begin by saying what they are for.
pub fn module_docs(sources: &[Source]) -> Vec<Breach> {
    let bare = |source: &&Source| source.path.contains("/src/") && !source.has_doc;
    let sentence = "begins with a `//!` line that says what it is for";
    let complain = |source: &Source| Breach::new(&source.path, 1, sentence);
    sources.iter().filter(bare).map(complain).collect()
}

/// Dependencies that `docs/dependencies.md` has no line for.
pub fn dependencies(tree: &Tree, manifests: &[Manifest]) -> Vec<Breach> {
    let Some(text) = tree.text(DEPENDENCIES) else { return Vec::new() };
    let mut first_seen: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for manifest in manifests {
        for dependency in &manifest.dependencies {
            let place = (manifest.path.as_str(), dependency.line);
            first_seen.entry(&dependency.name).or_insert(place);
        }
    }
    let mut breaches = Vec::new();
    for (name, (path, line)) in first_seen {
        let told = text.lines().any(|line| is_line_of(line, name));
        if !told && !name.starts_with("liaison-") {
            let sentence = format!("`{name}` has no line in {DEPENDENCIES}");
            breaches.push(Breach::new(path, line, sentence));
        }
    }
    breaches
}

/// Crates that ARCHITECTURE.md does not mention.
pub fn architecture(tree: &Tree, manifests: &[Manifest]) -> Vec<Breach> {
    let Some(text) = tree.text(ARCHITECTURE) else { return Vec::new() };
    let mentioned = |name: &str| {
        text.contains(&format!("`{name}`")) || text.contains(&format!("crates/{name}"))
    };
    let missing = manifests.iter().filter_map(Manifest::folder).filter(|name| !mentioned(name));
    missing
        .map(|name| Breach::new(ARCHITECTURE, 1, format!("does not mention `crates/{name}`")))
        .collect()
}

/// Whether a row of a table, an item of a list or a heading is about `name`.
fn is_line_of(line: &str, name: &str) -> bool {
    let subject = line.trim_start_matches(['|', '-', '*', '#', ' ', '`', '[']);
    let after = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c));
    subject.strip_prefix(name).is_some_and(after)
}

const DEPENDENCIES: &str = "docs/dependencies.md";
const ARCHITECTURE: &str = "ARCHITECTURE.md";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::manifest::parse;
    use crate::tidy::source;

    #[test]
    fn a_file_says_what_it_is_for() {
        let told = source::parse("crates/a/src/b.rs", "//! What it is for.\n").unwrap();
        let bare = source::parse("crates/a/src/b.rs", "fn a() {}\n").unwrap();

        assert!(module_docs(&[told]).is_empty());
        assert_eq!(module_docs(&[bare]).len(), 1);
    }

    #[test]
    fn a_dependency_has_a_line_that_says_why() {
        let text = "[dependencies]\ncsv.workspace = true\nliaison-model.workspace = true\n";
        let manifests = [parse("crates/a/Cargo.toml", text)];
        let check = |page: &str| dependencies(&Tree::of(&[(DEPENDENCIES, page)]), &manifests);

        assert!(check("| `csv` | reads tables |\n").is_empty());
        assert!(check("- csv: reads tables\n").is_empty());
        assert_eq!(
            check("| `csv-core` | we read csv |\n"),
            [Breach::new("crates/a/Cargo.toml", 2, "`csv` has no line in docs/dependencies.md")]
        );
        assert!(dependencies(&Tree::of(&[]), &manifests).is_empty());
    }

    #[test]
    fn the_architecture_mentions_every_crate() {
        let manifests = [parse("crates/node/Cargo.toml", "")];
        let check = |page: &str| architecture(&Tree::of(&[(ARCHITECTURE, page)]), &manifests);

        assert!(check("| 4 | `node` | operations |").is_empty());
        assert_eq!(check("nodes").len(), 1);
        assert!(architecture(&Tree::of(&[]), &manifests).is_empty());
    }
}
