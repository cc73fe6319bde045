//! Reports that may be about one person, and what an officer decides about them.

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_node::{AlikeReport, Decided, KnownReport, RecordVerdict, ReportSource};
use serde_json::{Value, json};

use crate::Done;
use crate::args::reports::{ReportJudge, ReportSimilar};
use crate::commands::open::{Place, reader};
use crate::out::Out;

pub fn similar(place: &Place, options: &ReportSimilar, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let reader = reader(&node);
    let found = node.reports_like(&options.report, &reader)?;
    let reports = node.reports(&reader, None, None)?;
    let mut rows = Vec::with_capacity(found.len());
    for alike in &found {
        let known = reports.find(&alike.report, node.agency().as_str())?;
        match out.is_json() {
            true => out.value(&alike_json(alike, known)),
            false => rows.push(row(alike, known, out)),
        }
    }
    if !out.is_json() {
        let columns = ["column-report", "column-probability", "column-reason", "column-verdict"];
        out.table(&columns, &rows);
        let told = Message::new("report-similar").count("count", found.len() as u64);
        out.line(&out.words.say(&told));
    }
    Ok(Done::Clean)
}

pub fn judge(place: &Place, options: &ReportJudge, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let ReportJudge { report, other, verdict, reason } = options;
    let verdict = RecordVerdict::from(*verdict);
    let Decided { id, commit } =
        node.judge_reports(report, other, verdict, reason, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "id": id, "verdict": verdict, "commit": commit }));
        return Ok(Done::Clean);
    }
    let told = Message::new("report-judged")
        .with("first", report)
        .with("second", other)
        .with("verdict", out.words.text(verdict.message_key()))
        .with("id", id)
        .with("commit", commit);
    out.line(&out.words.say(&told));
    Ok(Done::Clean)
}

/// Who told what when, below a report that several told.
pub fn sources(sources: &[ReportSource], out: &Out) {
    let row = |source: &ReportSource| {
        let taken_by = source.officer.clone().unwrap_or_else(|| source.originator.clone());
        vec![
            source.number.clone().unwrap_or_else(|| source.report.clone()),
            source.source.clone().unwrap_or_default(),
            source.at.to_string(),
            taken_by,
            source.said.len().to_string(),
        ]
    };
    let columns =
        ["column-report", "column-source", "column-when", "column-officer", "column-statements"];
    out.table(&columns, &sources.iter().map(row).collect::<Vec<_>>());
}

pub fn source_json(source: &ReportSource) -> Value {
    json!({
        "report": source.report, "number": source.number, "source": source.source,
        "originator": source.originator, "officer": source.officer, "at": source.at,
        "commit": source.commit, "statements": source.said.len(),
    })
}

fn alike_json(alike: &AlikeReport, known: &KnownReport) -> Value {
    let reasons = alike.reasons.iter();
    let reasons = reasons.map(|one| {
        json!({
            "kind": one.kind.message_key(), "agreement": one.message_key, "weight": one.weight,
        })
    });
    json!({
        "id": known.report.id, "number": known.report.number, "person": alike.person,
        "probability": alike.probability, "reasons": reasons.collect::<Vec<_>>(),
        "judgement": alike.judgement.as_ref().map(|judged| judged.verdict),
    })
}

fn row(alike: &AlikeReport, known: &KnownReport, out: &Out) -> Vec<String> {
    let reasons = alike.reasons.iter().map(|one| {
        format!("{}: {}", out.words.text(one.kind.message_key()), out.words.text(one.message_key))
    });
    let judged = alike.judgement.as_ref();
    vec![
        known.report.number.clone().unwrap_or_else(|| known.report.id.clone()),
        format!("{:.2}", alike.probability),
        reasons.collect::<Vec<_>>().join("; "),
        judged.map(|one| out.words.text(one.verdict.message_key())).unwrap_or_default(),
    ]
}
