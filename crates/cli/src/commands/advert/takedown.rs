//! `liaison advert takedown`: platforms are asked in batches, and what they answer is read.

use std::fs::File;
use std::io::Write as _;

use anyhow::{Context, Result};
use liaison_model::messages::Message;
use liaison_node::{AdvertWordWanted, Existing, NewFile, NodeError};
use serde_json::json;

use super::super::open::{Place, reader};
use super::kept::say;
use crate::Done;
use crate::args::adverts::{AdvertTakedown, TakedownAct, TakedownBatch, TakedownOutcomes};
use crate::out::Out;

pub fn run(place: &Place, options: &AdvertTakedown, out: &Out) -> Result<Done> {
    match &options.act {
        TakedownAct::Say(options) => {
            let node = place.write(out)?;
            let wanted = AdvertWordWanted {
                word: options.word.clone(),
                reason: options.because.clone(),
                reference: options.reference.clone(),
            };
            for advert in &options.adverts {
                say(&node, advert, &wanted, out)?;
            }
            Ok(Done::Clean)
        }
        TakedownAct::Batch(options) => batch(place, options, out),
        TakedownAct::Outcomes(options) => outcomes(place, options, out),
    }
}

fn batch(place: &Place, options: &TakedownBatch, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let batch = node.takedown_batch(&options.platform, &reader(&node))?;
    let path = options.out.join(&batch.file);
    let mut file = NewFile::begin(&path, Existing::Keep)?;
    file.write_all(&batch.bytes).map_err(NodeError::file(&path))?;
    file.finish()?;
    if out.is_json() {
        out.value(&json!({
            "batch": batch.number, "platform": batch.platform, "file": path,
            "asked": batch.asked, "taken_back": batch.taken_back, "commit": batch.commit,
        }));
        return Ok(Done::Clean);
    }
    let said = Message::new("advert-batch")
        .with("batch", &batch.number)
        .with("platform", &batch.platform)
        .with("file", path.display())
        .count("asked", batch.asked as u64)
        .count("back", batch.taken_back as u64);
    out.line(&out.words.say(&said));
    Ok(Done::Clean)
}

fn outcomes(place: &Place, options: &TakedownOutcomes, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let told = || options.file.display().to_string();
    let file = File::open(&options.file).with_context(told)?;
    let read = node.read_takedown_outcomes(file, &reader(&node))?;
    for (row, error) in &read.set_aside {
        let said = Message::new("advert-problem").with("file", told()).with("row", row);
        out.note(&said.with("reason", out.words.say(&error.message())));
    }
    if out.is_json() {
        out.value(&json!({
            "taken": read.taken, "set_aside": read.set_aside.len(), "commit": read.commit,
        }));
    } else {
        let of = |word: &str| read.taken.get(word).copied().unwrap_or(0) as u64;
        let said = Message::new("advert-outcomes")
            .count("removed", of("removed"))
            .count("refused", of("refused"))
            .count("again", of("back-up"))
            .count("aside", read.set_aside.len() as u64);
        out.line(&out.words.say(&said));
    }
    Ok(if read.set_aside.is_empty() { Done::Clean } else { Done::WithProblems })
}
