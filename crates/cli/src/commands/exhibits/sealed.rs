//! `liaison exhibits seal`, `verify` and `page`: sealed exhibits, for whoever has the file alone.

use std::io::Write;

use anyhow::{Context, Result, bail};
use liaison_bundle::{Checked, Entry, Fault, check};
use liaison_model::StatementId;
use liaison_model::messages::Message;
use liaison_node::{Existing, FactWanted, NewFile, SealWanted};
use serde_json::json;

use crate::Done;
use crate::args::{ExhibitPage, ExhibitSeal, ExhibitVerify};
use crate::commands::open::Place;
use crate::out::Out;

pub fn seal(place: &Place, options: &ExhibitSeal, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let reader = super::reader(&node);
    let reader = match options.reveal {
        Some(purpose) => reader.with_purpose(purpose),
        None => reader,
    };
    let facts = options.fact.iter().map(|text| fact(text)).collect();
    let left_out = options.leave_out.iter().map(|text| left_out(text, out));
    let wanted = SealWanted {
        case: options.case.clone(),
        title: options.title.clone(),
        facts,
        left_out: left_out.collect::<Result<_>>()?,
    };
    let mut file = NewFile::begin(&options.out, Existing::Keep)?;
    let sealed = node.seal_exhibit(&wanted, &reader)?;
    file.write_all(&sealed.bytes)?;
    file.finish()?;
    if out.is_json() {
        out.value(&json!({
            "number": sealed.number, "file": options.out, "sha256": sealed.sha256,
            "facts": sealed.facts, "statements": sealed.statements,
            "redacted": sealed.redacted, "commit": sealed.commit,
        }));
    } else {
        let message = Message::new("exhibit-sealed")
            .with("number", &sealed.number)
            .with("hash", sealed.sha256)
            .count("facts", u64::from(sealed.facts))
            .count("statements", sealed.statements)
            .count("redacted", sealed.redacted)
            .with("commit", sealed.commit);
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

pub fn verify(place: &Place, options: &ExhibitVerify, out: &Out) -> Result<Done> {
    let checked = match read(&options.file)? {
        Ok(checked) => checked,
        Err(fault) => {
            tell_fault(&fault, out);
            return Ok(Done::WithProblems);
        }
    };
    let is_expected = options.root.as_ref().is_none_or(|root| *root == checked.root_fingerprint);
    // Beside its node, an exhibit says what was withdrawn since; for a stranger it stands alone.
    let withdrawn = match place.folder().read_config().is_ok() {
        true => place.read()?.withdrawn_since(&checked)?,
        false => Vec::new(),
    };
    let statements: usize = checked.facts.iter().map(|fact| fact.statements.len()).sum();
    if out.is_json() {
        let since = |one: &liaison_node::WithdrawnSince| json!({ "fact": one.fact, "statement": one.statement, "on": one.on });
        out.value(&json!({
            "number": checked.head.number, "agency": checked.head.agency,
            "sealed": checked.head.sealed, "sha256": checked.sha256,
            "root_fingerprint": checked.root_fingerprint, "root_expected": is_expected,
            "facts": checked.facts.len(), "statements": statements,
            "redacted": checked.head.redacted.len(), "first_bad": null,
            "withdrawn_since": withdrawn.iter().map(since).collect::<Vec<_>>(),
        }));
    } else {
        let message = Message::new("exhibit-intact")
            .with("number", &checked.head.number)
            .with("agency", &checked.head.agency)
            .with("sealed", checked.head.sealed)
            .count("facts", checked.facts.len() as u64)
            .count("statements", statements as u64)
            .with("hash", checked.sha256)
            .with("root", &checked.root_fingerprint);
        out.line(&out.words.say(&message));
        for one in &withdrawn {
            let message = Message::new("exhibit-withdrawn")
                .count("fact", u64::from(one.fact))
                .with("statement", one.statement)
                .with("on", one.on);
            out.note(&message);
        }
        let root = if is_expected { "exhibit-compare-root" } else { "exhibit-other-root" };
        out.note(&Message::new(root));
    }
    Ok(if is_expected && withdrawn.is_empty() { Done::Clean } else { Done::WithProblems })
}

pub fn page(options: &ExhibitPage, out: &Out) -> Result<Done> {
    let checked = match read(&options.file)? {
        Ok(checked) => checked,
        Err(fault) => {
            tell_fault(&fault, out);
            return Ok(Done::WithProblems);
        }
    };
    let page = liaison_bundle::page(&checked, &options.in_language);
    let mut file = NewFile::begin(&options.out, Existing::Keep)?;
    file.write_all(page.as_bytes())?;
    file.finish()?;
    if out.is_json() {
        out.value(&json!({ "file": options.out, "bytes": page.len() }));
    } else {
        let message = Message::new("exhibit-page-written").with("file", options.out.display());
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

fn read(path: &std::path::Path) -> Result<Result<Checked, Fault>> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    Ok(check(&bytes))
}

fn tell_fault(fault: &Fault, out: &Out) {
    let (entry, number) = match fault.entry {
        Entry::Head => ("head", 0),
        Entry::Fact(number) => ("fact", number),
        Entry::Seal => ("seal", 0),
    };
    if out.is_json() {
        out.value(&json!({ "first_bad": {
            "entry": entry, "fact": (entry == "fact").then_some(number),
            "from": fault.from, "to": fault.to, "fault": fault.kind } }));
        return;
    }
    let message = Message::new("exhibit-broken")
        .with("entry", entry)
        .count("fact", u64::from(number))
        .with("from", fault.from)
        .with("to", fault.to)
        .with("fault", out.words.text(fault.kind.message_key()));
    out.line(&out.words.say(&message));
}

/// `words=id,id`; without a sign, ids alone.
fn fact(text: &str) -> FactWanted {
    let (words, cited) = text.rsplit_once('=').unwrap_or(("", text));
    let cited = cited.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
    FactWanted { words: words.trim().to_owned(), cited: cited.collect() }
}

fn left_out(text: &str, out: &Out) -> Result<(StatementId, String)> {
    let parts = text.split_once('=').and_then(|(id, reason)| {
        let reason = reason.trim();
        Some((id.trim().parse().ok()?, reason.to_owned())).filter(|_| !reason.is_empty())
    });
    match parts {
        Some(parts) => Ok(parts),
        None => bail!(out.words.text("exhibit-left-out-form")),
    }
}
