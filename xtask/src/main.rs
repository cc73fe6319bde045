//! Checks and generators of this repository.
//!
//! `cargo xtask schema` writes the schema tables of `liaison-model` from `schema/**/*.yaml`;
//! `cargo xtask commands` writes the reference of the commands from the program itself;
//! `cargo xtask tidy` holds the house rules that a machine can hold. All are part of `make test`.
//!
//! Exit status: 0 done, 1 something is stale or breaks a rule, 2 wrong use or failure.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it talks to a developer's terminal")]

mod commands;
mod schema;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs one command; `false` when something is stale or breaks a rule.
fn run(words: &[&str]) -> Result<bool> {
    let root = root();
    match words {
        ["schema"] => schema::write(&root),
        ["schema", "--check"] => schema::check(&root),
        ["commands"] => commands::write(&root),
        ["commands", "--check"] => commands::check(&root),
        ["tidy"] => tidy::run(&root),
        ["--help" | "-h" | "help"] => {
            println!("{USAGE}");
            Ok(true)
        }
        _ => bail!("no such command\n\n{USAGE}"),
    }
}

/// The folder of the workspace, wherever the command is called from.
fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

const USAGE: &str = "\
Usage: cargo xtask <COMMAND>

Commands:
  schema            Write crates/model/src/schema/generated.rs from schema/**/*.yaml
  schema --check    Say whether that file is fresh, write nothing
  commands          Write docs/reference/commands.md from the program
  commands --check  Say whether that page is fresh, write nothing
  tidy              Print every breach of the house rules

Exit status: 0 done, 1 something is stale or breaks a rule, 2 wrong use or failure";
