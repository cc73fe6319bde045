//! The catalogues of messages: each parses, none says more than the English one, and code and
//! catalogue know the same keys.

use std::collections::BTreeSet;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;

use super::Breach;
use super::source::{Source, Token};
use super::tree::Tree;

/// Catalogues that do not parse, repeat a key, or have a key that the English one has not.
pub fn catalogues(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let english: BTreeSet<&str> = english(tree).map(keys_of).unwrap_or_default();
    if english.is_empty() {
        breaches.push(Breach::new(ENGLISH, 1, "has no message"));
    }
    for (path, text) in tree.under(FOLDER, ".ftl") {
        let mut seen = BTreeSet::new();
        breaches.extend(broken_entries(path, text));
        for (key, line) in keys_with_lines(text) {
            if !seen.insert(key) {
                let sentence = format!("`{key}` stands here a second time");
                breaches.push(Breach::new(path, line, sentence));
            }
            if !english.contains(key) && !path.starts_with(TERMS) {
                let sentence = format!("`{key}` is not in the English catalogue");
                breaches.push(Breach::new(path, line, sentence));
            }
        }
    }
    breaches
}

/// What the translations lack: keys in languages that are complete, and the word of warning at the
/// top of those that nobody checked.
pub fn translations(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let english: Vec<&str> = english(tree).map(keys_of).unwrap_or_default().into_iter().collect();
    for (path, text) in tree.under(FOLDER, ".ftl").filter(|(path, _)| *path != ENGLISH) {
        let first = text.lines().next().unwrap_or_default();
        if !first.contains(UNCHECKED) {
            let sentence = format!("the first line does not say `{UNCHECKED}`");
            breaches.push(Breach::new(path, 1, sentence));
        }
        if !COMPLETE.contains(&path) {
            continue;
        }
        let known = keys_of(text);
        for key in english.iter().filter(|key| !known.contains(*key)) {
            breaches.push(Breach::new(path, 1, format!("`{key}` is not translated")));
        }
    }
    breaches
}

/// Keys that code uses and no catalogue has, and keys that the catalogue has and nothing uses.
pub fn keys(tree: &Tree, sources: &[Source]) -> Vec<Breach> {
    let Some(text) = english(tree) else { return Vec::new() };
    let english = keys_of(text);
    let mut breaches = Vec::new();
    let mut mentioned: BTreeSet<String> = referenced(text).map(str::to_owned).collect();
    for source in sources.iter().filter(|source| source.crate_name().is_some()) {
        if !source.generated {
            mentioned.extend(source.tokens.iter().filter_map(|token| token.string.clone()));
        }
        let used = if source.generated { Vec::new() } else { used_keys(source, &english) };
        for (key, line) in used {
            if !english.contains(key) {
                let sentence = format!("message `{key}` is not in {ENGLISH}");
                breaches.push(Breach::new(&source.path, line, sentence));
            }
        }
    }
    let mut prefixes: BTreeSet<&str> = BUILT_PREFIXES.iter().copied().collect();
    for (path, text) in tree.under("web", "").filter(|(path, _)| is_source_of_web(path)) {
        mentioned.extend(quoted_words(text).map(str::to_owned));
        prefixes.extend(web_prefixes(text));
        for (key, line) in web_keys(text).filter(|(key, _)| !english.contains(key)) {
            let sentence = format!("message `{key}` is not in {ENGLISH}");
            breaches.push(Breach::new(path, line, sentence));
        }
    }
    for (key, line) in keys_with_lines(text) {
        let built = prefixes.iter().any(|prefix| key.starts_with(prefix));
        if !built && !mentioned.contains(key) {
            let sentence = format!("message `{key}` is used nowhere");
            breaches.push(Breach::new(ENGLISH, line, sentence));
        }
    }
    breaches
}

/// How many messages the English catalogue has.
pub fn count(tree: &Tree) -> usize {
    english(tree).map_or(0, |text| keys_of(text).len())
}

fn english(tree: &Tree) -> Option<&str> {
    tree.text(ENGLISH)
}

fn broken_entries(path: &str, text: &str) -> Vec<Breach> {
    let Err((_, errors)) = parser::parse(text) else { return Vec::new() };
    let complain = |error: parser::ParserError| {
        let line = text[..error.pos.start.min(text.len())].lines().count().max(1);
        Breach::new(path, line, format!("does not parse: {}", error.kind))
    };
    errors.into_iter().map(complain).collect()
}

/// Every message of a catalogue with its line.
fn keys_with_lines(text: &str) -> Vec<(&str, usize)> {
    let entries = match parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource.body,
    };
    let mut found = Vec::new();
    // Entries stand in order, so that each line of a catalogue is counted once.
    let (mut counted, mut line) = (0, 1);
    for entry in entries {
        if let Entry::Message(message) = entry {
            // A key is a slice of the text, so its address tells its place.
            let offset = message.id.name.as_ptr().addr() - text.as_ptr().addr();
            line += text.as_bytes()[counted..offset].iter().filter(|byte| **byte == b'\n').count();
            counted = offset;
            found.push((message.id.name, line));
        }
    }
    found
}

fn keys_of(text: &str) -> BTreeSet<&str> {
    keys_with_lines(text).into_iter().map(|(key, _)| key).collect()
}

/// Messages that another message quotes, as `{ key }`.
fn referenced(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| {
        let rest = rest.trim_start();
        &rest[..rest.find(|letter| !is_key_letter(letter)).unwrap_or(rest.len())]
    })
}

/// Literal keys outside tests: in `Message::new("…")` and `.text("…")`, and wherever else a text
/// begins as a key of the catalogue does, such as `"hint-…"` in a constant. Those of the workbench
/// are spoken by the workbench alone.
fn used_keys<'s>(source: &'s Source, english: &BTreeSet<&str>) -> Vec<(&'s str, usize)> {
    let families: BTreeSet<&str> = english.iter().filter_map(|key| family(key)).collect();
    let is_of_family = |key: &str| {
        let is_name = NAMES.iter().any(|name| key.starts_with(name));
        !is_name
            && !key.starts_with(OF_WEB)
            && !key.ends_with('-')
            && family(key).is_some_and(|own| families.contains(own))
    };
    let mut used = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        let Some(key) = &token.string else { continue };
        let called = CALLS.iter().any(|call| ends_with(&source.tokens[..at], call));
        let is_key = key.chars().all(is_key_letter) && (called || is_of_family(key));
        if is_key && !source.is_test(token.line) {
            used.push((key.as_str(), token.line));
        }
    }
    used
}

/// What stands before the first hyphen: the room that speaks a key.
fn family(key: &str) -> Option<&str> {
    key.split_once('-').map(|(family, _)| family)
}

fn ends_with(tokens: &[Token], row: &[&str]) -> bool {
    let Some(start) = tokens.len().checked_sub(row.len()) else { return false };
    tokens[start..].iter().zip(row).all(|(token, word)| token.text == *word)
}

/// Words in quotes that could be keys, in any language of the web. It takes what stands between
/// any two quotes: a word too many hides one unused key, a word too few would blame a used one.
fn quoted_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '\'', '`']).filter(|word| !word.is_empty() && word.chars().all(is_key_letter))
}

fn is_source_of_web(path: &str) -> bool {
    let is_code = [".ts", ".svelte", ".js"].iter().any(|ending| path.ends_with(ending));
    is_code && !path.ends_with(".test.ts") && !path.starts_with("web/tests/")
}

/// Whole keys of the workbench with their lines. What ends with a hyphen is the beginning of one.
fn web_keys(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.lines().enumerate().flat_map(|(at, line)| {
        let keys = quoted_words(line)
            .filter(|word| word.starts_with(OF_WEB) && !word.ends_with('-') && *word != OF_WEB);
        keys.map(move |key| (key, at + 1))
    })
}

/// Beginnings of keys that the workbench puts together: `web-view-` and what stands after it.
fn web_prefixes(text: &str) -> impl Iterator<Item = &str> {
    let is_prefix =
        |word: &&str| word.len() > OF_WEB.len() && word.starts_with(OF_WEB) && word.ends_with('-');
    let in_quotes = quoted_words(text).filter(is_prefix);
    let in_templates = text.split('`').filter_map(|part| part.split_once("${"));
    in_quotes.chain(in_templates.map(|(prefix, _)| prefix).filter(is_prefix))
}

fn is_key_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

const FOLDER: &str = "messages";
const ENGLISH: &str = "messages/en.ftl";
/// Beginning of the keys that only the workbench speaks.
const OF_WEB: &str = "web-";
/// What schemata and properties are called: in English the schemata say so themselves, and a test
/// of `model` holds the other languages against them.
const TERMS: &str = "messages/terms/";
/// Catalogues that have every key.
const COMPLETE: &[&str] = &["messages/ko.ftl", "messages/km.ftl"];
/// What stands in the first line of a catalogue until a speaker has read it.
const UNCHECKED: &str = "ot checked by a speaker";

/// Calls whose literal argument is a key.
const CALLS: &[&[&str]] = &[&["Message", "::", "new", "("], &[".", "text", "("]];

/// Beginnings of keys that code puts together: `help-` and the name of a command, which a test of
/// `cli` holds against its commands; `casework-` or `care-` and a code, which a test of `casework` holds
/// against its codes.
const BUILT_PREFIXES: &[&str] = &["help-", "casework-", "care-"];

/// Beginnings of texts that look like keys and are names of datasets, entities, kinds and formats.
const NAMES: &[&str] = &[
    "advert-campaign",
    "money-trace",
    "demo-",
    "situation-events",
    "situation-figures",
    "situation-places",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::parse;

    const RUST: &str = "crates/node/src/a.rs";

    fn sentences(breaches: Vec<Breach>) -> Vec<String> {
        let shown = |breach: Breach| format!("{}:{}", breach.line, breach.sentence);
        breaches.into_iter().map(shown).collect()
    }

    #[test]
    fn a_catalogue_parses_and_says_nothing_twice() {
        let check = |text| sentences(catalogues(&Tree::of(&[(ENGLISH, text)])));

        assert!(
            check("# Words.\na-b = { $count ->\n    [one] One\n   *[other] More\n }\n").is_empty()
        );
        assert_eq!(check("a = A\na = B\n"), ["2:`a` stands here a second time"]);
        assert!(check("a = A\nb = { $c\n\nd = D\n")[0].contains("does not parse"));
        assert_eq!(check(""), ["1:has no message"]);
    }

    #[test]
    fn a_translation_has_no_key_of_its_own() {
        let check = |korean| {
            let tree = Tree::of(&[(ENGLISH, "a = A\nb = B\n"), ("messages/ko.ftl", korean)]);
            sentences(catalogues(&tree))
        };

        assert!(check("a = 가\n").is_empty());
        assert_eq!(check("# 말\nc = 다\n"), ["2:`c` is not in the English catalogue"]);
    }

    #[test]
    fn code_and_catalogue_know_the_same_keys() {
        let check = |english, rust| {
            let tree = Tree::of(&[(ENGLISH, english)]);
            sentences(keys(&tree, &[parse(RUST, rust).unwrap()]))
        };

        assert!(check("a = A\n", "fn b() { Message::new(\"a\") }").is_empty());
        assert!(check("a = A\n", "const KEY: &str = \"a\";").is_empty());
        assert_eq!(
            check("a = A\n", "fn b() {\n Message::new(\"a\");\n words.text(\"c\") }"),
            ["3:message `c` is not in messages/en.ftl"]
        );
        assert_eq!(check("\na = A\n", "fn b() {}"), ["2:message `a` is used nowhere"]);
    }

    #[test]
    fn a_key_in_a_constant_is_named_when_it_is_missing_or_unused() {
        let english = "hint-a = A\nproblem-b = B\n";
        let check = |rust| {
            let tree = Tree::of(&[(ENGLISH, english)]);
            sentences(keys(&tree, &[parse(RUST, rust).unwrap()]))
        };

        assert!(check("const A: &str = \"hint-a\";\nconst B: &str = \"problem-b\";").is_empty());
        assert_eq!(
            check("fn c() { match d { 1 => \"hint-a\", _ => \"hint-e\" } }"),
            [
                "1:message `hint-e` is not in messages/en.ftl",
                "2:message `problem-b` is used nowhere"
            ]
        );
    }

    #[test]
    fn the_workbench_and_the_catalogue_know_the_same_keys() {
        let english = "web-a = A\nweb-view-b = B\n";
        let check = |web| {
            let tree = Tree::of(&[(ENGLISH, english), ("web/src/a.svelte", web)]);
            sentences(keys(&tree, &[]))
        };

        assert_eq!(check("t('web-a')\nt(`web-view-${one}`)"), Vec::<String>::new());
        assert_eq!(
            check("t('web-a')\nt('web-c') t('web-view-')"),
            ["2:message `web-c` is not in messages/en.ftl"]
        );
        assert_eq!(check("t('web-a')"), ["2:message `web-view-b` is used nowhere"]);
    }

    #[test]
    fn a_complete_language_has_every_key() {
        let check = |korean| {
            let tree = Tree::of(&[(ENGLISH, "web-b = B\n"), ("messages/ko.ftl", korean)]);
            sentences(translations(&tree))
        };

        assert!(check("# Not checked by a speaker yet.\nweb-b = 나\n").is_empty());
        assert_eq!(check("# Not checked by a speaker yet.\n"), ["1:`web-b` is not translated"]);
        assert_eq!(check("web-b = 나\n").len(), 1);
    }

    #[test]
    fn keys_of_tests_need_not_exist() {
        let tree = Tree::of(&[(ENGLISH, "help-a = A\n")]);
        let source = parse(RUST, "#[test]\nfn b() { words.text(\"no-such-key\") }").unwrap();

        assert!(keys(&tree, &[source]).is_empty());
    }

    #[test]
    fn a_key_is_used_by_the_workbench_or_by_another_message() {
        let english = "a = A { b }\nb = B\nc = C\n";
        let check = |web| sentences(keys(&Tree::of(&[(ENGLISH, english), ("web/a.ts", web)]), &[]));

        assert_eq!(check("t('a')"), ["3:message `c` is used nowhere"]);
        assert_eq!(check("t('c') + t(`a`)"), Vec::<String>::new());
    }
}
