//! The files of the repository that a check reads, in memory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Text files by their path from the root, with `/` between folders.
pub struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads what the checks look at; links are not followed.
    pub fn read(root: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        let mut waiting: Vec<PathBuf> = PLACES.iter().map(|place| root.join(place)).collect();
        while let Some(place) = waiting.pop() {
            let Ok(about) = std::fs::symlink_metadata(&place) else { continue };
            let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if about.is_dir() && !SKIPPED_FOLDERS.contains(&name.as_str()) {
                for entry in std::fs::read_dir(&place).with_context(|| name.clone())? {
                    waiting.push(entry?.path());
                }
            } else if about.is_file() && is_text(&name) {
                let text = std::fs::read(&place).with_context(|| name.clone())?;
                let path = place.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
                files.insert(path, String::from_utf8_lossy(&text).into_owned());
            }
        }
        Ok(Self { files })
    }

    /// A repository of these files, for tests.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        Self { files: files.iter().map(owned).collect() }
    }

    /// The text of a file, if it is there.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Path and text of every file under a folder whose name ends so, by path.
    pub fn under<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let inside =
            move |path: &str| path.strip_prefix(folder).is_some_and(|p| p.starts_with('/'));
        self.files
            .iter()
            .filter(move |(path, _)| inside(path) && path.ends_with(ending))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

fn is_text(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| TEXT_ENDINGS.contains(&ending))
}

const PLACES: &[&str] = &[
    "ARCHITECTURE.md",
    "Cargo.toml",
    "crates",
    "docs/dependencies.md",
    "messages",
    "web",
    "xtask",
];
const SKIPPED_FOLDERS: &[&str] = &["target", "node_modules", "dist"];
const TEXT_ENDINGS: &[&str] =
    &["ftl", "html", "js", "jsx", "md", "mjs", "rs", "svelte", "toml", "ts", "tsx", "vue"];
