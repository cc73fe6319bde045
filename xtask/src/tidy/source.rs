//! Rust files as the checks see them: tokens, functions, and which lines are tests.
//!
//! Tokens and not text, so that a comment about `unwrap()` is not a call of it; and tokens and not
//! the syntax tree alone, because what stands inside `format!(…)` has no tree.

use std::ops::RangeInclusive;
use std::str::FromStr;

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree};

use super::Breach;
use super::tree::Tree;

/// One Rust file.
pub struct Source {
    /// Its path from the root.
    pub path: String,
    /// Number of lines.
    pub lines: usize,
    /// Whether it begins with a `//!` line.
    pub has_doc: bool,
    /// Whether a command of `xtask` wrote it.
    pub generated: bool,
    /// Its tokens in order, comments left out.
    pub tokens: Vec<Token>,
    /// What its `use` declarations name, written out in full, such as `std::fs`.
    pub imports: Vec<Token>,
    /// Its functions with a body.
    pub functions: Vec<Function>,
    tests: Vec<RangeInclusive<usize>>,
    modules_of_tests: Vec<String>,
    all_test: bool,
}

/// One token, or one imported path.
pub struct Token {
    /// As it is written; `::` is one token.
    pub text: String,
    /// What it says, for a string literal.
    pub string: Option<String>,
    /// Its line, from 1.
    pub line: usize,
}

/// One function with a body.
pub struct Function {
    /// Its name.
    pub name: String,
    /// Line of `fn`, from 1.
    pub line: usize,
    /// Lines from `fn` to the closing brace.
    pub length: usize,
}

impl Source {
    /// The folder under `crates/` that it belongs to.
    pub fn crate_name(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// Whether a line is compiled for tests alone.
    pub fn is_test(&self, line: usize) -> bool {
        self.all_test || self.tests.iter().any(|lines| lines.contains(&line))
    }
}

/// Every Rust file of the repository, and a breach for each that does not parse.
pub fn parse_all(tree: &Tree) -> (Vec<Source>, Vec<Breach>) {
    let (mut sources, mut breaches) = (Vec::new(), Vec::new());
    for (path, text) in tree.under("crates", ".rs").chain(tree.under("xtask", ".rs")) {
        match parse(path, text) {
            Ok(source) => sources.push(source),
            Err(breach) => breaches.push(breach),
        }
    }
    // `#[cfg(test)] mod tests;` makes a test of another file.
    let modules: Vec<String> =
        sources.iter().flat_map(|source| source.modules_of_tests.clone()).collect();
    for source in &mut sources {
        source.all_test |= modules.iter().any(|module| is_in_module(&source.path, module));
    }
    (sources, breaches)
}

/// Reads one file.
pub fn parse(path: &str, text: &str) -> Result<Source, Breach> {
    let complain = |span: Span, error: &dyn std::fmt::Display| {
        Breach::new(path, span.start().line, format!("does not parse: {error}"))
    };
    let stream = TokenStream::from_str(text).map_err(|error| complain(error.span(), &error))?;
    let file = syn::parse_file(text).map_err(|error| complain(error.span(), &error))?;
    let mut source = Source {
        path: path.to_owned(),
        lines: text.lines().count(),
        has_doc: text.starts_with("//!"),
        generated: text.starts_with(GENERATED),
        tokens: Vec::new(),
        imports: Vec::new(),
        functions: Vec::new(),
        tests: Vec::new(),
        modules_of_tests: Vec::new(),
        all_test: path.split('/').any(|part| TEST_FOLDERS.contains(&part)),
    };
    flatten(stream, &mut source.tokens);
    source.visit_file(&file);
    Ok(source)
}

impl<'ast> Visit<'ast> for Source {
    fn visit_item(&mut self, item: &'ast Item) {
        if attributes(item).iter().any(is_for_tests) {
            self.tests.push(lines(item));
            if let Item::Mod(module) = item
                && module.content.is_none()
            {
                let module = format!("{}{}", child_folder(&self.path), module.ident);
                self.modules_of_tests.push(module);
            }
        }
        visit::visit_item(self, item);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if function.attrs.iter().any(is_for_tests) {
            self.tests.push(lines(function));
        }
        self.add_function(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add_function(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.add_function(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        add_imports("", &item.tree, &mut self.imports);
    }
}

impl Source {
    fn add_function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.fn_token.span.start().line;
        let end = block.brace_token.span.close().end().line;
        let name = signature.ident.to_string();
        self.functions.push(Function { name, line, length: end + 1 - line });
    }
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut after_colon = false;
    for tree in stream {
        let line = tree.span().start().line;
        let mut push = |text: String, string| tokens.push(Token { text, string, line });
        let joint_colon = matches!(&tree, TokenTree::Punct(punct)
            if punct.as_char() == ':' && punct.spacing() == Spacing::Joint);
        match tree {
            TokenTree::Punct(punct) if punct.as_char() == ':' && after_colon => {
                if let Some(last) = tokens.last_mut() {
                    last.text.push(':');
                }
            }
            TokenTree::Punct(punct) => push(punct.to_string(), None),
            TokenTree::Ident(ident) => push(ident.to_string(), None),
            TokenTree::Literal(literal) => match syn::Lit::new(literal.clone()) {
                syn::Lit::Str(string) => push(literal.to_string(), Some(string.value())),
                _ => push(literal.to_string(), None),
            },
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                push(open.to_owned(), None);
                let end = group.span_close().start().line;
                flatten(group.stream(), tokens);
                tokens.push(Token { text: close.to_owned(), string: None, line: end });
            }
        }
        after_colon = joint_colon && !after_colon;
    }
}

fn add_imports(before: &str, tree: &UseTree, imports: &mut Vec<Token>) {
    let leaf = |ident: &syn::Ident| Token {
        // `use std::fs::{self}` names `std::fs`.
        text: if ident == "self" {
            before.trim_end_matches("::").to_owned()
        } else {
            format!("{before}{ident}")
        },
        string: None,
        line: ident.span().start().line,
    };
    match tree {
        UseTree::Path(path) => {
            add_imports(&format!("{before}{}::", path.ident), &path.tree, imports);
        }
        UseTree::Name(name) => imports.push(leaf(&name.ident)),
        UseTree::Rename(rename) => imports.push(leaf(&rename.ident)),
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| add_imports(before, tree, imports));
        }
        // A glob names nothing, and the rules forbid names.
        UseTree::Glob(_) => {}
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[test]`, `#[tokio::test]`, `#[cfg(test)]` and `#[cfg(all(test, …))]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    if attribute.path().segments.last().is_some_and(|segment| segment.ident == "test") {
        return true;
    }
    let syn::Meta::List(list) = &attribute.meta else { return false };
    let condition = list.tokens.to_string();
    let all = condition.starts_with("all") && !condition.contains("not");
    list.path.is_ident("cfg")
        && (condition == "test"
            || all && condition.split(|c: char| !c.is_alphanumeric()).any(|word| word == "test"))
}

fn lines(item: &impl Spanned) -> RangeInclusive<usize> {
    let span = item.span();
    span.start().line..=span.end().line
}

/// Where the modules of a file lie: `src/lib.rs` and `src/a/mod.rs` beside it, `src/a.rs` in `a/`.
fn child_folder(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match name {
        "lib.rs" | "main.rs" | "mod.rs" => format!("{folder}/"),
        _ => format!("{folder}/{}/", name.trim_end_matches(".rs")),
    }
}

fn is_in_module(path: &str, module: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

const GENERATED: &str = "//! Generated by cargo xtask";
const TEST_FOLDERS: &[&str] = &["tests", "benches", "examples"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_measured_from_fn_to_the_closing_brace() {
        let text = "/// Doc.\n#[must_use]\npub fn a(\n    b: u8,\n) -> u8 {\n    b\n}\n";

        let source = parse("crates/a/src/lib.rs", text).unwrap();

        let function = &source.functions[0];
        assert_eq!((function.line, function.length), (3, 5));
    }

    #[test]
    fn test_modules_test_functions_and_test_files_are_tests() {
        let text = "\
fn a() {}
#[cfg(test)]
mod tests {
    fn b() {}
}
#[cfg(not(test))]
fn c() {}
#[tokio::test]
async fn d() {}
";
        let source = parse("crates/a/src/lib.rs", text).unwrap();
        let outside = parse("crates/a/tests/all.rs", "fn a() {}").unwrap();

        let tests: Vec<usize> = (1..=9).filter(|line| source.is_test(*line)).collect();
        assert_eq!(tests, [2, 3, 4, 5, 8, 9]);
        assert!(outside.is_test(1));
    }

    #[test]
    fn a_file_declared_as_a_test_module_is_a_test() {
        let tree = Tree::of(&[
            ("crates/a/src/b.rs", "mod real;\n#[cfg(test)]\nmod checks;\n"),
            ("crates/a/src/b/checks.rs", "fn a() {}"),
            ("crates/a/src/b/real.rs", "fn a() {}"),
        ]);

        let (sources, _) = parse_all(&tree);

        let tests: Vec<&str> =
            sources.iter().filter(|s| s.is_test(1)).map(|s| s.path.as_str()).collect();
        assert_eq!(tests, ["crates/a/src/b/checks.rs"]);
    }

    #[test]
    fn imports_are_written_out() {
        let source = parse("a.rs", "use std::{env as e, fs::{self, File}};\n").unwrap();

        let imports: Vec<&str> = source.imports.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(imports, ["std::env", "std::fs", "std::fs::File"]);
    }

    #[test]
    fn a_file_that_does_not_parse_is_told_with_its_line() {
        let breach = parse("a.rs", "fn a() {}\nfn fn\n").err().unwrap();

        assert_eq!(breach.line, 2);
    }
}
