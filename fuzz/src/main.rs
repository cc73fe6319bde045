//! Every parser of the project as a fuzz target, in one binary, so that there is one build.
//!
//! The environment says which parser runs (`LIAISON_FUZZ_TARGET`); the arguments are libFuzzer's.
//! Two words are not parsers: `list` prints their names, `seeds` writes those seeds that are bytes
//! nobody can type into the folder that `LIAISON_FUZZ_SEEDS` names.

#![no_main]

mod seeds;
mod targets;

use std::path::Path;
use std::process::exit;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use targets::{TARGETS, Target};

fuzz_target!(init: choose(), |data: &[u8]| {
    if let Some(target) = TARGET.get() {
        (target.run)(data);
    }
});

/// Finds the parser that the environment names, before libFuzzer reads its arguments.
fn choose() {
    let name = std::env::var("LIAISON_FUZZ_TARGET").unwrap_or_default();
    match name.as_str() {
        "list" => list(),
        "seeds" => write_seeds(),
        name => match TARGETS.iter().find(|target| target.name == name) {
            Some(target) => _ = TARGET.set(target),
            None => {
                eprintln!("LIAISON_FUZZ_TARGET is `{name}`, which is none of the targets:");
                TARGETS.iter().for_each(|target| eprintln!("  {}", target.name));
                exit(2);
            }
        },
    }
}

fn list() {
    TARGETS.iter().for_each(|target| println!("{}", target.name));
    exit(0);
}

fn write_seeds() {
    let folder = std::env::var("LIAISON_FUZZ_SEEDS").unwrap_or_else(|_| "fuzz/seeds".to_owned());
    match seeds::write(Path::new(&folder)) {
        Ok(()) => exit(0),
        Err(error) => {
            eprintln!("the seeds could not be written: {error}");
            exit(2);
        }
    }
}

static TARGET: OnceLock<&'static Target> = OnceLock::new();
