//! `liaison verify`, `proof` and `verify-proof`: what can be proved.

use std::io::{self, Read, Write};
use std::path::Path;
use std::time::Instant as Stopwatch;

use anyhow::{Context, Result};
use liaison_journal::{Bad, BadList, Proof, Verified};
use liaison_model::messages::Message;
use liaison_node::{Deviation, Difference, NewFile, Node, NodeError, WrongUse, bad_exhibits};
use serde_json::json;

use super::export::existing;
use super::open::Place;
use crate::Done;
use crate::args;
use crate::out::Out;

pub fn verify(place: &Place, options: &args::Verify, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let started = Stopwatch::now();
    let bar = out.progress("progress-verifying", None);
    let verified = node.verify(&mut |statements| bar.set_position(statements))?;
    let deep = match options.deep && verified.first_bad().is_none() {
        true => look_deeper(place, &node)?,
        false => None,
    };
    bar.finish_and_clear();
    let seconds = started.elapsed().as_secs_f64();
    let (journal, looks) = (&verified.journal, &verified.looks);
    let first_bad = first_bad(journal, "journal").or_else(|| first_bad(looks, "looks"));
    let first_bad = first_bad.or_else(|| deep.as_ref().map(|deep| deep.json.clone()));
    if out.is_json() {
        out.value(&json!({
            "commits": journal.commits, "statements": journal.statements,
            "removed": journal.removed, "looks": looks.commits, "first_bad": first_bad,
            "head": journal.head, "seconds": seconds,
        }));
    } else {
        let key = if first_bad.is_none() { "verify-intact" } else { "verify-broken" };
        let bad = match &deep {
            Some(deep) => out.words.say(&deep.message),
            None => {
                let bad = verified.first_bad().map(|(chain, bad)| node.bad_entry(chain, bad));
                bad.map(|bad| out.words.say(&bad)).unwrap_or_default()
            }
        };
        let message = Message::new(key)
            .count("commits", journal.commits)
            .count("statements", journal.statements)
            .count("removed", journal.removed)
            .count("looks", looks.commits)
            .with("head", journal.head.map(|head| head.to_string()).unwrap_or_default())
            .with("bad", bad)
            .with("seconds", format!("{seconds:.1}"));
        out.line(&out.words.say(&message));
        if verified.first_bad().is_some() {
            out.note(&Message::new("hint-verify-bad"));
        }
        if let Some(deep) = &deep {
            out.note(&Message::new(deep.hint));
        }
    }
    Ok(if first_bad.is_none() { Done::Clean } else { Done::WithProblems })
}

/// What is wrong beside the two chains.
struct Deep {
    json: serde_json::Value,
    message: Message,
    hint: &'static str,
}

/// Looks at what the chains do not hold: the lists beside the journal, the exhibits, and what was
/// folded.
fn look_deeper(place: &Place, node: &Node) -> Result<Option<Deep>> {
    if let Some(bad) = node.check_lists(&place.key_at_hand())? {
        let (fault, row) = match bad {
            BadList::Id(row) => ("ids", row),
            BadList::Claim(row) => ("claims", row),
        };
        let json = json!({ "chain": "lists", "fault": fault, "row": row });
        let message = Message::new("verify-lists").with("list", fault).with("row", row);
        return Ok(Some(Deep { json, message, hint: "hint-verify-bad" }));
    }
    let (bad, _) = node.check_exhibits(u64::MAX)?;
    if !bad.is_empty() {
        let hashes: Vec<String> = bad.iter().map(|bad| bad.hash.to_string()).collect();
        let json = json!({ "chain": "exhibits", "fault": "hash", "exhibits": hashes });
        return Ok(Some(Deep { json, message: bad_exhibits(&bad), hint: "hint-exhibit-bad" }));
    }
    let deviation = node.compare_folded(&mut |_| {})?;
    Ok(deviation.map(|deviation| Deep {
        json: folded_bad(&deviation),
        message: deviation_message(&deviation),
        hint: "hint-rebuild",
    }))
}

fn first_bad(verified: &Verified, chain: &str) -> Option<serde_json::Value> {
    let Bad { commit, place, fault } = verified.first_bad.as_ref()?;
    let fault = format!("{fault:?}");
    Some(json!({ "chain": chain, "commit": commit, "place": place, "fault": fault }))
}

/// What is folded wrongly, for programs.
fn folded_bad(deviation: &Deviation) -> serde_json::Value {
    match deviation {
        Deviation::Views { part } => json!({ "chain": "views", "fault": part }),
        Deviation::Index { statement, how } => {
            let fault = match how {
                Difference::Missing => "missing",
                Difference::Extra => "extra",
                Difference::Terms => "terms",
                Difference::Numbers => "numbers",
            };
            json!({ "chain": "index", "statement": statement, "fault": fault })
        }
    }
}

/// What is folded wrongly, for people.
fn deviation_message(deviation: &Deviation) -> Message {
    match deviation {
        Deviation::Views { part } => Message::new("verify-views").with("part", part),
        Deviation::Index { statement: None, .. } => Message::new("verify-index-unknown"),
        Deviation::Index { statement: Some(statement), how } => {
            let key = match how {
                Difference::Missing => "verify-index-missing",
                Difference::Extra => "verify-index-extra",
                Difference::Terms => "verify-index-terms",
                Difference::Numbers => "verify-index-numbers",
            };
            Message::new(key).with("statement", statement)
        }
    }
}

pub fn proof(place: &Place, options: &args::Proof, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(options.reveal, out)?;
    let proof = node.prove(options.statement, &reader)?;
    node.checkpoint_looks()?;
    let text = proof.to_json()?;
    if options.out == Path::new("-") {
        if out.is_json() {
            out.value(&proof);
        } else {
            out.line(text.trim_end());
        }
        return Ok(Done::Clean);
    }
    // A proof holds the statement: it is for its owner's eyes until handed over.
    let mut file = NewFile::begin(&options.out, existing(options.force))?;
    file.write_all(text.as_bytes()).map_err(NodeError::file(&options.out))?;
    file.finish()?;
    if out.is_json() {
        out.value(&json!({ "statement": options.statement, "file": options.out }));
    } else {
        let message = Message::new("proof-written").with("file", options.out.display());
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

pub fn verify_proof(options: &args::VerifyProof, out: &Out) -> Result<Done> {
    let mut bytes = Vec::new();
    if options.file == Path::new("-") {
        io::stdin().take(PROOF_BYTES_MAX).read_to_end(&mut bytes)?;
    } else {
        if options.file.is_dir() {
            return Err(NodeError::from(WrongUse::IsFolder { path: options.file.clone() }).into());
        }
        let file = std::fs::File::open(&options.file);
        let file = file.with_context(|| options.file.display().to_string())?;
        file.take(PROOF_BYTES_MAX).read_to_end(&mut bytes)?;
    }
    let checked = Proof::from_json(&bytes).and_then(|proof| proof.check());
    let proven = match checked {
        Ok(proven) => proven,
        Err(error) => {
            if out.is_json() {
                out.value(&json!({ "proven": false, "reason": error.to_string() }));
            } else {
                let message = Message::new("proof-broken").with("reason", error);
                out.line(&out.words.say(&message));
            }
            return Ok(Done::WithProblems);
        }
    };
    let is_expected = options.root.as_ref().is_none_or(|root| {
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        plain(root) == plain(&proven.root_fingerprint)
    });
    if out.is_json() {
        out.value(&json!({
            "proven": is_expected, "agency": proven.header.agency,
            "root_fingerprint": proven.root_fingerprint, "commit": proven.header.number,
            "commit_hash": proven.commit, "time": proven.time,
            "entity": proven.statement.entity, "prop": proven.statement.prop,
            "value": proven.statement.value,
        }));
    } else {
        let key = if is_expected { "proof-good" } else { "proof-other-root" };
        let message = Message::new(key)
            .with("agency", &proven.header.agency)
            .with("fingerprint", &proven.root_fingerprint)
            .with("commit", proven.header.number)
            .with("time", proven.time)
            .with("entity", &proven.statement.entity)
            .with("prop", &proven.statement.prop)
            .with("value", &proven.statement.value);
        out.line(&out.words.say(&message));
    }
    Ok(if is_expected { Done::Clean } else { Done::WithProblems })
}

/// A statement is at most 16 MiB; base64 and the rest make it a third longer.
const PROOF_BYTES_MAX: u64 = 32 * 1024 * 1024;
