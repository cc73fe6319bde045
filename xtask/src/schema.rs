//! `cargo xtask schema`: the tables of `liaison-model` from FollowTheMoney's YAML and our own.
//!
//! [`read`] takes the files as they stand, [`resolve`] applies FollowTheMoney's rules of
//! inheritance, [`write`](mod@write) prints Rust. The same files give the same bytes.

mod read;
mod resolve;
mod write;

use std::path::Path;

use anyhow::{Context, Result, bail};

/// Where the tables go, from the root of the repository.
pub const GENERATED: &str = "crates/model/src/schema/generated.rs";

/// Writes the tables. `false` when a file of the schema breaks a rule; each breach is printed.
pub fn write(root: &Path) -> Result<bool> {
    match generate(root)? {
        Ok(text) => {
            std::fs::write(root.join(GENERATED), text).with_context(|| GENERATED.to_owned())?;
            Ok(true)
        }
        Err(breaches) => {
            for breach in breaches {
                eprintln!("{breach}");
            }
            Ok(false)
        }
    }
}

/// Says whether the tables are what the files give.
pub fn check(root: &Path) -> Result<bool> {
    let breaches = breaches(root)?;
    for breach in &breaches {
        eprintln!("{breach}");
    }
    Ok(breaches.is_empty())
}

/// What [`check`] complains of, each as `path: sentence`.
pub fn breaches(root: &Path) -> Result<Vec<String>> {
    let fresh = match generate(root)? {
        Ok(text) => text,
        Err(breaches) => return Ok(breaches),
    };
    let stored = std::fs::read_to_string(root.join(GENERATED)).unwrap_or_default();
    if stored == fresh {
        return Ok(Vec::new());
    }
    Ok(vec![format!("{GENERATED}: is not what schema/ gives now; run `cargo xtask schema`")])
}

/// The text of the tables, or every rule that the files break.
fn generate(root: &Path) -> Result<Result<String, Vec<String>>> {
    let files = files(root)?;
    if files.is_empty() {
        bail!("no YAML file under {}", root.join("schema").display());
    }
    Ok(generate_from(&files))
}

fn generate_from(files: &[SchemaFile]) -> Result<String, Vec<String>> {
    let mut declared = Vec::new();
    let mut breaches = Vec::new();
    for file in files {
        match read::declarations(file) {
            Ok(of_file) => declared.extend(of_file),
            Err(breach) => breaches.push(breach),
        }
    }
    if !breaches.is_empty() {
        return Err(breaches);
    }
    write::rust(&resolve::resolve(&declared)?)
}

/// One YAML file: its path from the root, its text, and whose schemata it defines.
struct SchemaFile {
    path: String,
    text: String,
    ftm: bool,
}

/// Every schema file, FollowTheMoney's first, by name.
fn files(root: &Path) -> Result<Vec<SchemaFile>> {
    let mut files = Vec::new();
    for (folder, ftm) in [("schema/ftm", true), ("schema/ours", false)] {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(root.join(folder)).with_context(|| folder.to_owned())? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.retain(|name| name.ends_with(".yaml"));
        names.sort();
        for name in names {
            let path = format!("{folder}/{name}");
            let text = std::fs::read_to_string(root.join(&path)).with_context(|| path.clone())?;
            files.push(SchemaFile { path, text, ftm });
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_in_the_model_are_what_the_schema_files_give() {
        assert_eq!(breaches(&crate::root()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let files = files(&crate::root()).unwrap();

        assert_eq!(generate_from(&files).unwrap(), generate_from(&files).unwrap());
    }
}
