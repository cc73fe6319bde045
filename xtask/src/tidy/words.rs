//! Words that do not belong in a file: calls that panic or print, clocks in pure crates, untyped
//! JSON, looks that nobody recorded.

use super::Breach;
use super::source::{Source, Token};

/// One family of words and where it is held.
struct Rule {
    /// Each a row of tokens with spaces between them.
    words: &'static [&'static str],
    /// What a reader is told, after the words.
    sentence: &'static str,
    /// Whether tests must do without them too.
    in_tests: bool,
    /// In which files it is held.
    held_in: fn(&Source) -> bool,
}

/// Every use of a word where it does not belong.
pub fn words(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| !source.generated) {
        for rule in RULES.iter().filter(|rule| (rule.held_in)(source)) {
            for words in rule.words {
                let shown = words.replace(' ', "");
                for line in uses(source, words) {
                    if rule.in_tests || !source.is_test(line) {
                        let sentence = format!("`{shown}` {}", rule.sentence);
                        breaches.push(Breach::new(&source.path, line, sentence));
                    }
                }
            }
        }
    }
    // `use std::fs::File;` names `std::fs` as tokens and as an import.
    breaches.sort();
    breaches.dedup();
    breaches
}

/// `allow(dead_code)`, in any attribute.
pub fn silenced_dead_code(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| !source.generated) {
        for at in places_of(&source.tokens, &["allow", "("]) {
            let mut listed = source.tokens[at..].iter().take_while(|token| token.text != ")");
            if listed.any(|token| token.text == "dead_code") {
                let sentence = "dead code is deleted, not allowed";
                breaches.push(Breach::new(&source.path, source.tokens[at].line, sentence));
            }
        }
    }
    breaches
}

/// The lines on which a row of tokens stands, or is imported in other words.
fn uses(source: &Source, words: &str) -> Vec<usize> {
    let row: Vec<&str> = words.split(' ').collect();
    let places = places_of(&source.tokens, &row).into_iter();
    let mut lines: Vec<usize> = places.map(|at| source.tokens[at].line).collect();
    let path = row.concat();
    let inside = format!("{path}::");
    for import in &source.imports {
        if import.text == path || import.text.starts_with(&inside) {
            lines.push(import.line);
        }
    }
    lines
}

/// Where a row of tokens begins.
fn places_of(tokens: &[Token], row: &[&str]) -> Vec<usize> {
    let matches =
        |window: &[Token]| window.iter().zip(row).all(|(token, word)| token.text == *word);
    let windows = tokens.windows(row.len()).enumerate();
    windows.filter(|(_, window)| matches(window)).map(|(at, _)| at).collect()
}

fn everywhere(_: &Source) -> bool {
    true
}

/// What only tests use may fail like a test.
fn outside_testkit(source: &Source) -> bool {
    source.crate_name() != Some("testkit")
}

fn where_nothing_prints(source: &Source) -> bool {
    // Cargo reads the output of a build script.
    let prints = source.path.starts_with("xtask/") || source.path.ends_with("/build.rs");
    !prints && !PRINTING_FILES.contains(&source.path.as_str())
}

/// Examples are programs beside a crate: they read the files that the crate must not.
fn in_pure_crates(source: &Source) -> bool {
    !source.path.contains("/examples/")
        && source.crate_name().is_some_and(|name| PURE_CRATES.contains(&name))
}

fn in_typed_crates(source: &Source) -> bool {
    source.crate_name().is_some_and(|name| !UNTYPED_JSON_CRATES.contains(&name))
}

fn outside_node(source: &Source) -> bool {
    source.crate_name() != Some("node")
}

fn where_nothing_is_computed(source: &Source) -> bool {
    !COMPUTING_FILES.contains(&source.path.as_str())
}

const RULES: &[Rule] = &[
    Rule {
        words: &["println !", "eprintln !", "print !", "eprint !"],
        sentence: "outside tests: a person reads what `out.rs` of `cli` writes, nothing else",
        in_tests: false,
        held_in: where_nothing_prints,
    },
    Rule {
        words: &[
            "dbg !",
            ". unwrap (",
            ":: unwrap",
            ". expect (",
            ":: expect",
            "todo !",
            "unimplemented !",
            "panic !",
        ],
        sentence: "outside tests: return an error",
        in_tests: false,
        held_in: outside_testkit,
    },
    Rule {
        words: &["# [ ignore", "# [ should_panic"],
        sentence: "is not used here: a test runs, and says what it expects",
        in_tests: true,
        held_in: everywhere,
    },
    Rule {
        words: &[
            "std :: fs",
            "std :: net",
            "std :: env",
            "SystemTime",
            "Instant :: now",
            "Timestamp :: now",
            "Zoned :: now",
            "thread_rng",
            "rand :: rng",
            "rand :: random",
            "getrandom ::",
        ],
        sentence: "in a pure crate: take the time, the bytes or the seed as an argument",
        in_tests: false,
        held_in: in_pure_crates,
    },
    Rule {
        words: &["serde_json :: Value", "serde_json :: json", "json !"],
        sentence: "outside tests: untyped JSON stays in `formats` and `api`",
        in_tests: false,
        held_in: in_typed_crates,
    },
    Rule {
        words: &["Look :: recorded"],
        sentence: "outside `node`: a look exists once its entry is durable",
        in_tests: false,
        held_in: outside_node,
    },
    Rule {
        words: &[". compute ("],
        sentence: "reads a covered value without a look: name the file in xtask's list",
        in_tests: false,
        held_in: where_nothing_is_computed,
    },
];

/// Files that write to the terminal.
const PRINTING_FILES: &[&str] = &["crates/cli/src/out.rs"];

/// Layers 0 and 2, and `policy`: no clock, file, socket, environment or chance.
const PURE_CRATES: &[&str] = &[
    "model",
    "names",
    "policy",
    "resolve",
    "trace",
    "links",
    "links",
    "adverts",
    "situation",
    "estimate",
    "casework",
    "psi",
];

/// Crates that may handle JSON without a type.
const UNTYPED_JSON_CRATES: &[&str] = &["formats", "api", "cli"];

/// Files that may call `Sensitive::compute`, because its result does not give the value away.
const COMPUTING_FILES: &[&str] = &[];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::parse;

    fn complaints(path: &str, text: &str) -> Vec<(usize, String)> {
        let sources = [parse(path, text).unwrap()];
        let breaches = words(&sources).into_iter().chain(silenced_dead_code(&sources));
        let first = |sentence: &str| sentence.split('`').nth(1).unwrap_or(sentence).to_owned();
        breaches.map(|breach| (breach.line, first(&breach.sentence))).collect()
    }

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[(usize, &str)]) {
        let expected: Vec<(usize, String)> =
            expected.iter().map(|(line, word)| (*line, (*word).to_owned())).collect();
        assert_eq!(complaints(path, text), expected);
    }

    const NODE: &str = "crates/node/src/a.rs";
    const MODEL: &str = "crates/model/src/a.rs";

    #[test]
    fn code_that_runs_does_not_panic() {
        check(NODE, "fn a() { b.unwrap(); }", &[(1, ".unwrap(")]);
        check(NODE, "fn a() {\n format!(\"{}\", b.expect(\"c\"));\n}", &[(2, ".expect(")]);
        check(NODE, "fn a() { b.map(Option::unwrap); }", &[(1, "::unwrap")]);
        check(NODE, "fn a() { todo!() }", &[(1, "todo!")]);
        check(NODE, "fn a() { b.unwrap_or(1); c.expected(); }", &[]);
        check(NODE, "/// Never `.unwrap()`.\nfn a() { \".unwrap()\"; }", &[]);
        check(NODE, "#[test]\nfn a() { b.unwrap(); panic!() }", &[]);
    }

    #[test]
    fn only_the_output_module_of_the_command_line_prints() {
        let text = "fn a() { println!(\"b\"); }";

        check(NODE, text, &[(1, "println!")]);
        check("crates/cli/src/main.rs", text, &[(1, "println!")]);
        check("crates/cli/src/out.rs", text, &[]);
        check("xtask/src/main.rs", text, &[]);
    }

    #[test]
    fn every_test_runs_and_says_what_it_expects() {
        check(NODE, "#[test]\n#[ignore = \"slow\"]\nfn a() {}", &[(2, "#[ignore")]);
        check(NODE, "#[test]\n#[should_panic]\nfn a() {}", &[(2, "#[should_panic")]);
        check(NODE, "#[test]\nfn ignore() {}", &[]);
    }

    #[test]
    fn dead_code_is_not_silenced() {
        check(NODE, "#[allow(dead_code)]\nfn a() {}", &[(1, "dead code is deleted, not allowed")]);
        check(
            NODE,
            "#![allow(unused,\n dead_code)]\n",
            &[(1, "dead code is deleted, not allowed")],
        );
        check(
            NODE,
            "#[cfg(test)] #[allow(dead_code)] fn a() {}",
            &[(1, "dead code is deleted, not allowed")],
        );
        check(NODE, "#[allow(missing_docs)]\nfn dead_code() {}", &[]);
    }

    #[test]
    fn a_pure_crate_reads_no_clock_no_file_and_no_chance() {
        check(MODEL, "fn a() { std::fs::read(b); }", &[(1, "std::fs")]);
        check(MODEL, "use std::{\n fmt,\n env::var,\n};", &[(3, "std::env")]);
        check(MODEL, "fn a() { Timestamp::now(); }", &[(1, "Timestamp::now")]);
        check(MODEL, "fn a() { rand::rng(); }", &[(1, "rand::rng")]);
        check(MODEL, "fn a(now: Instant) { std::fmt::b(); }", &[]);
        check(MODEL, "#[cfg(test)]\nmod tests { use std::fs; }", &[]);
        check(NODE, "fn a() { Timestamp::now(); }", &[]);
    }

    #[test]
    fn untyped_json_stays_at_the_edge() {
        check(NODE, "use serde_json::{Value, to_vec};", &[(1, "serde_json::Value")]);
        check(NODE, "fn a() { json!({}) }", &[(1, "json!")]);
        check(NODE, "fn a() { serde_json::to_vec(b) }", &[]);
        check("crates/formats/src/a.rs", "use serde_json::Value;", &[]);
    }

    #[test]
    fn a_look_is_made_by_the_node_alone() {
        let text = "fn a() { Look::recorded(b) }";

        check("crates/api/src/a.rs", text, &[(1, "Look::recorded")]);
        check(NODE, text, &[]);
    }

    #[test]
    fn a_covered_value_is_computed_with_in_named_files_only() {
        check(NODE, "fn a() { b.compute(|c| c) }", &[(1, ".compute(")]);
        check(NODE, "fn a() { compute(b) }", &[]);
    }
}
