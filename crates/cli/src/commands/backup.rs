//! `liaison backup` and `restore`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_node::{BackedUp, Node, OpenOptions};
use serde_json::json;

use super::open::{Place, database_url};
use crate::Done;
use crate::args::{Backup, Restore};
use crate::out::Out;

pub fn backup(place: &Place, options: &Backup, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let BackedUp { manifest, damaged } = match options.force {
        true => node.backup_over(&options.file)?,
        false => node.backup(&options.file)?,
    };
    let outcome = if damaged.is_empty() { Done::Clean } else { Done::WithProblems };
    if out.is_json() {
        out.value(&json!({
            "file": options.file, "commit": manifest.commit, "head": manifest.head,
            "damaged_exhibits": damaged,
        }));
        return Ok(outcome);
    }
    let done = Message::new("backup-done")
        .with("file", options.file.display())
        .with("agency", &manifest.node.agency)
        .with("commit", manifest.commit);
    out.line(&out.words.say(&done));
    let tombstones = node.folder().tombstones();
    out.note(&Message::new("backup-tombstones").with("path", tombstones.display()));
    if let Some(address) = &manifest.node.exhibits {
        out.note(&Message::new("backup-exhibits").with("address", address));
    }
    if !damaged.is_empty() {
        let message = Message::new("exhibits-bad")
            .count("exhibits", damaged.len() as u64)
            .with("hashes", damaged.join(", "));
        out.note(&message);
        out.note(&Message::new("hint-exhibit-bad"));
    }
    Ok(outcome)
}

pub fn restore(place: &Place, options: &Restore, out: &Out) -> Result<Done> {
    let folder = place.folder();
    let tombstones = options
        .tombstones
        .clone()
        .or_else(|| found(&folder.tombstones()))
        .or_else(|| found(&options.file.with_file_name("tombstones.jsonl")));
    let mut open = OpenOptions::new(place.key(out)?);
    open.database_url = database_url();
    let restored = Node::restore(&options.file, &folder, tombstones.as_deref(), open)?;
    let manifest = &restored.manifest;
    if out.is_json() {
        out.value(&json!({
            "agency": manifest.node.agency, "made": manifest.made, "commit": manifest.commit,
            "replayed": restored.replayed, "tombstones": tombstones,
            "tokens_revoked": restored.tokens_revoked,
        }));
        return Ok(Done::Clean);
    }
    let done = Message::new("restore-done")
        .with("agency", &manifest.node.agency)
        .with("made", manifest.made)
        .with("commit", manifest.commit)
        .count("replayed", restored.replayed);
    out.line(&out.words.say(&done));
    out.note(&Message::new("restore-accounts").count("tokens", restored.tokens_revoked));
    if tombstones.is_none() {
        out.note(&Message::new("restore-no-tombstones"));
    }
    Ok(Done::Clean)
}

fn found(path: &Path) -> Option<PathBuf> {
    path.exists().then(|| path.to_owned())
}
