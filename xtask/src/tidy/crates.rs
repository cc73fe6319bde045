//! Which crate may import which, and which may have a Cargo feature.
//!
//! A new edge is a change of kind 3: it needs an ADR, and a line in the tables below.

use super::Breach;
use super::manifest::{Dependency, Manifest};

/// Edges between crates that the layers do not allow.
pub fn edges(manifests: &[Manifest]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for manifest in manifests {
        let Some(folder) = manifest.folder() else { continue };
        let complain = |line, sentence| Breach::new(&manifest.path, line, sentence);
        if manifest.package != format!("{PREFIX}{folder}") {
            let sentence = format!("the package in this folder must be called `{PREFIX}{folder}`");
            breaches.push(complain(1, sentence));
        }
        if layer(folder).is_none() && ![WORLD, TESTKIT, WEB].contains(&folder) {
            let sentence = format!("`{folder}` has no layer; give it one in xtask's table");
            breaches.push(complain(1, sentence));
            continue;
        }
        for dependency in &manifest.dependencies {
            let Some(imported) = dependency.name.strip_prefix(PREFIX) else { continue };
            if !may_import(folder, imported, dependency) {
                let sentence = refusal(folder, imported);
                breaches.push(complain(dependency.line, sentence));
            }
        }
    }
    breaches
}

/// Cargo features outside the two crates that may have them.
pub fn features(manifests: &[Manifest]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for manifest in manifests {
        if manifest.folder().is_some_and(|folder| WITH_FEATURES.contains(&folder)) {
            continue;
        }
        if let Some(line) = manifest.features_line {
            let sentence = format!("only {} may have features", WITH_FEATURES.join(" and "));
            breaches.push(Breach::new(&manifest.path, line, sentence));
        }
        for dependency in manifest.dependencies.iter().filter(|dependency| dependency.optional) {
            let sentence = format!("optional `{}` is a feature by another name", dependency.name);
            breaches.push(Breach::new(&manifest.path, dependency.line, sentence));
        }
    }
    breaches
}

fn may_import(from: &str, to: &str, dependency: &Dependency) -> bool {
    let named = |edges: &[(&str, &str)]| edges.contains(&(from, to));
    let for_tests = dependency.only_tests && (to == TESTKIT || named(SIDEWAYS_IN_TESTS));
    if named(SIDEWAYS) || for_tests {
        return true;
    }
    match (layer(from), layer(to)) {
        (Some(from), Some(to)) => to < from,
        _ => false,
    }
}

fn refusal(from: &str, to: &str) -> String {
    match (layer(from), layer(to)) {
        (Some(of_from), Some(of_to)) => format!(
            "`{from}` (layer {of_from}) imports only from lower layers, not `{to}` (layer {of_to})"
        ),
        _ => format!("`{from}` may not import `{to}`"),
    }
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|crates| crates.contains(&name))
}

const PREFIX: &str = "liaison-";
/// Stands beside the layers: what it imports and who imports it is said edge by edge.
const WORLD: &str = "world";
/// What tests need: a database server of their own. Imports nothing of ours.
const TESTKIT: &str = "testkit";
/// The workbench's files. Imports nothing of ours.
const WEB: &str = "web";

/// The layers from the lowest; a crate imports from those before its own.
const LAYERS: &[&[&str]] = &[
    &["model", "names"],
    &["policy", "journal", "exhibits", "ledger"],
    &[
        "accounts",
        "resolve",
        "trace",
        "links",
        "bundle",
        "adverts",
        "situation",
        "estimate",
        "casework",
        "psi",
    ],
    &["formats", "views", "search", "exchange", "advice"],
    &["node"],
    &["channel", "score"],
    &["api", "cli"],
];

/// Edges (from, to) beside the layers.
const SIDEWAYS: &[(&str, &str)] = &[
    ("cli", "api"),   // `liaison serve` starts the HTTP server
    ("cli", WORLD),   // `liaison demo`
    ("score", WORLD), // the regions that it measures
    ("api", WEB),     // the screens' page and its files
    (WORLD, "model"),
    (WORLD, "names"),
    (WORLD, "formats"),
];

/// Edges (from, to) beside the layers, for tests.
const SIDEWAYS_IN_TESTS: &[(&str, &str)] = &[("node", WORLD), ("api", WORLD)];

const WITH_FEATURES: &[&str] = &["ledger", "cli"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::manifest::parse;

    fn sentences(folder: &str, body: &str) -> Vec<String> {
        let text = format!("[package]\nname = \"liaison-{folder}\"\n{body}");
        let manifests = [parse(&format!("crates/{folder}/Cargo.toml"), &text)];
        let breaches = edges(&manifests).into_iter().chain(features(&manifests));
        breaches.map(|breach| format!("{}: {}", breach.line, breach.sentence)).collect()
    }

    #[test]
    fn a_crate_imports_from_lower_layers_only() {
        fn check(folder: &str, imported: &str, expected: &[&str]) {
            let body = format!("[dependencies]\nliaison-{imported}.workspace = true\n");
            assert_eq!(sentences(folder, &body), expected);
        }

        check("node", "journal", &[]);
        check("cli", "api", &[]);
        check("cli", "world", &[]);
        check("world", "formats", &[]);
        check(
            "journal",
            "node",
            &["4: `journal` (layer 1) imports only from lower layers, not `node` (layer 4)"],
        );
        check(
            "search",
            "views",
            &["4: `search` (layer 3) imports only from lower layers, not `views` (layer 3)"],
        );
        check("world", "node", &["4: `world` may not import `node`"]);
        check("node", "world", &["4: `node` may not import `world`"]);
        check("node", "nowhere", &["4: `node` may not import `nowhere`"]);
    }

    #[test]
    fn the_tests_of_node_may_use_the_world() {
        let body = "[dev-dependencies]\nliaison-world.workspace = true\n";

        assert!(sentences("node", body).is_empty());
        assert_eq!(sentences("views", body), ["4: `views` may not import `world`"]);
    }

    #[test]
    fn a_crate_that_nobody_placed_is_told() {
        assert_eq!(
            sentences("extra", ""),
            ["1: `extra` has no layer; give it one in xtask's table"]
        );
    }

    #[test]
    fn a_package_is_called_after_its_folder() {
        let manifests = [parse("crates/node/Cargo.toml", "[package]\nname = \"node\"\n")];

        let sentence = "the package in this folder must be called `liaison-node`";
        assert_eq!(edges(&manifests), [Breach::new("crates/node/Cargo.toml", 1, sentence)]);
    }

    #[test]
    fn only_two_crates_have_features() {
        let features = "[features]\nengine = []\n";
        let optional = "[dependencies]\ncsv = { version = \"1\", optional = true }\n";

        assert!(sentences("ledger", features).is_empty());
        assert_eq!(sentences("node", features), ["3: only ledger and cli may have features"]);
        assert_eq!(sentences("node", optional), ["4: optional `csv` is a feature by another name"]);
    }
}
