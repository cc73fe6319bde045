//! The few things of a Cargo.toml that the checks ask for.
//!
//! It reads lines, not all of TOML: our manifests have one key per line, and an entry that spans
//! lines keeps its key on the first.

use super::tree::Tree;

/// One Cargo.toml.
#[derive(Debug)]
pub struct Manifest {
    /// Its path from the root.
    pub path: String,
    /// Name of the package; empty in the root of the workspace.
    pub package: String,
    /// What it depends on.
    pub dependencies: Vec<Dependency>,
    /// The line of `[features]`, where there is one.
    pub features_line: Option<usize>,
}

/// One entry of a table of dependencies.
#[derive(Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The key: the name of the package as the manifest calls it.
    pub name: String,
    /// Its line, from 1.
    pub line: usize,
    /// Whether only tests see it.
    pub only_tests: bool,
    /// Whether it is a Cargo feature in disguise.
    pub optional: bool,
}

/// Every manifest of the repository.
pub fn all(tree: &Tree) -> Vec<Manifest> {
    let root = tree.text("Cargo.toml").map(|text| ("Cargo.toml", text));
    let crates = tree.under("crates", "/Cargo.toml");
    let files = root.into_iter().chain(crates).chain(tree.under("xtask", "/Cargo.toml"));
    files.map(|(path, text)| parse(path, text)).collect()
}

impl Manifest {
    /// Its folder under `crates/`, if that is where it is.
    pub fn folder(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")
    }
}

/// Reads one manifest.
pub fn parse(path: &str, text: &str) -> Manifest {
    let mut manifest = Manifest {
        path: path.to_owned(),
        package: String::new(),
        dependencies: Vec::new(),
        features_line: None,
    };
    let mut table = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let (line, number) = (line.trim(), at + 1);
        if let Some(header) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            table = parts(header.0.trim_start_matches('['));
            if table == ["features"] {
                manifest.features_line = Some(number);
            }
            if let Some((kind, [name])) = dependency_table(&table) {
                manifest.dependencies.push(dependency(name, number, kind, ""));
            }
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        let keys = parts(key);
        if table == ["package"] && keys == ["name"] {
            manifest.package = value.trim().trim_matches('"').to_owned();
        }
        match (dependency_table(&table), keys.as_slice()) {
            (Some((kind, [])), [name, ..]) if is_name(name) => {
                manifest.dependencies.push(dependency(name, number, kind, value));
            }
            (Some((_, [_])), [field]) if field == "optional" => {
                if let Some(last) = manifest.dependencies.last_mut() {
                    last.optional = value.contains("true");
                }
            }
            _ => {}
        }
    }
    manifest
}

fn dependency(name: &str, line: usize, kind: &str, value: &str) -> Dependency {
    let optional = value.replace(' ', "").contains("optional=true");
    let only_tests = kind == "dev-dependencies";
    Dependency { name: name.to_owned(), line, only_tests, optional }
}

/// The kind of a table of dependencies and what its header names beyond that:
/// `[target.'cfg(unix)'.dependencies.libc]` is `dependencies` and `libc`.
fn dependency_table(table: &[String]) -> Option<(&str, &[String])> {
    let at = table.iter().position(|part| KINDS.contains(&part.as_str()))?;
    Some((&table[at], &table[at + 1..]))
}

/// The parts of a dotted key, quotes taken off.
fn parts(key: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quote = None;
    for letter in key.trim().chars() {
        match (letter, quote) {
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) if letter == open => quote = None,
            ('.', None) => parts.push(String::new()),
            (_, _) => {
                if let Some(last) = parts.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

fn is_name(name: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    !name.is_empty() && name.chars().all(allowed)
}

const KINDS: &[&str] = &["dependencies", "dev-dependencies", "build-dependencies"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_dependency_is_seen() {
        let text = "\
[package]
name = \"liaison-journal\"
[dependencies]
liaison-model.workspace = true
csv = { version = \"1\", features = [
    \"x\",
], optional = false }
[dependencies.sha2]
version = \"1\"
optional = true
[target.'cfg(unix)'.dependencies]
libc = { version = \"0.2\", optional = true }
[dev-dependencies]
proptest.workspace = true
[features]
engine = []
";
        let manifest = parse("crates/journal/Cargo.toml", text);

        let seen: Vec<(&str, usize, bool, bool)> = manifest
            .dependencies
            .iter()
            .map(|d| (d.name.as_str(), d.line, d.only_tests, d.optional))
            .collect();
        assert_eq!(
            seen,
            [
                ("liaison-model", 4, false, false),
                ("csv", 5, false, false),
                ("sha2", 8, false, true),
                ("libc", 12, false, true),
                ("proptest", 14, true, false),
            ]
        );
        assert_eq!(manifest.package, "liaison-journal");
        assert_eq!(manifest.folder(), Some("journal"));
        assert_eq!(manifest.features_line, Some(15));
    }
}
