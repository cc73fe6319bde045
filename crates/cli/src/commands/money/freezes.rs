//! Freeze plans of cases: made, shown, what became of their requests, and the letters.

use std::fs;

use anyhow::{Context, Result, bail};
use liaison_model::messages::Message;
use liaison_node::{
    FreezeLine, FreezeWanted, KnownPlan, LetterForm, MoneyQuestion, PlanSaid, PlanWanted,
};
use liaison_trace::Rule;
use serde_json::json;

use super::super::interrupt::Interrupt;
use super::super::open::{Place, reader};
use super::known::Known;
use crate::Done;
use crate::args::money::{MoneyFreeze, MoneyFreezes, MoneyLetter, MoneyOutcomes, MoneyPlan};
use crate::out::Out;

/// Keeps a plan in a case: the ledger alone is asked, so that each row has its file and line.
pub fn plan(place: &Place, case: &str, options: &MoneyPlan, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(options.table.reveal, out)?;
    let known = options.accounts.as_deref().map(|path| Known::read(path, out)).transpose()?;
    let known = known.unwrap_or_default();
    let tables = node.ledger_tables(&reader)?;
    let look = node.look_into_ledger(&reader, "money plan", &tables)?;
    let question = MoneyQuestion {
        from: options.from.iter().map(|name| name.trim().to_owned()).collect(),
        rule: Rule::from(options.rule).code().to_owned(),
        since: options.between.since.clone().unwrap_or_default(),
        until: options.between.until.clone().unwrap_or_default(),
        min: options.between.min.map_or_else(String::new, |min| min.to_string()),
        ties: options
            .table
            .ties
            .map_or("", |ties| liaison_trace::Ties::from(ties).code())
            .to_owned(),
        net_reversals: options.table.netting.net_reversals,
        keep_duplicates: options.table.netting.keep_duplicates,
        ..MoneyQuestion::default()
    };
    let interrupt = Interrupt::heard()?;
    let answer = node.follow_money(&tables, &question, &look, &mut |_| interrupt.flow())?;
    node.checkpoint_looks()?;
    let wanted = PlanWanted {
        case: case.to_owned(),
        legal_basis: options.basis.clone(),
        country: options.country.clone(),
        victims: known.victims().map(str::to_owned).collect(),
        banks: known.banks().map(|(of, bank)| (of.to_owned(), bank.to_owned())).collect(),
    };
    let made = node.plan_freezes(&wanted, &answer, &reader)?;
    if out.is_json() {
        out.value(&json!({
            "plan": made.number, "case": made.case, "requests": made.requests,
            "commit": made.commit,
        }));
        return Ok(Done::Clean);
    }
    let message = Message::new("money-plan-kept")
        .with("number", &made.number)
        .with("case", &made.case)
        .count("requests", made.requests as u64)
        .with("commit", made.commit);
    out.line(&out.words.say(&message));
    Ok(Done::Clean)
}

pub fn show(place: &Place, options: &MoneyFreezes, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let reader = reader(&node);
    let plans = match &options.plan {
        Some(number) => vec![node.freeze_plan(number, &reader)?],
        None => node.freeze_plans(&reader)?,
    };
    if plans.is_empty() && !out.is_json() {
        out.line(&out.words.text("money-freezes-none"));
    }
    for plan in &plans {
        match out.is_json() {
            true => tell(plan, options.plan.is_some(), out),
            false => show_plan(plan, options.plan.is_some(), out),
        }
    }
    Ok(Done::Clean)
}

fn tell(plan: &KnownPlan, is_whole: bool, out: &Out) {
    let sum = |sum: &liaison_node::FreezeSum| {
        json!({
            "currency": sum.currency, "asked": sum.asked, "saved": sum.saved,
            "moving": sum.moving, "lost": sum.lost, "released": sum.released,
        })
    };
    out.value(&json!({ "plan": {
        "number": plan.number, "case": plan.case_number, "rule": plan.rule, "ties": plan.ties,
        "legal_basis": plan.legal_basis, "fingerprint": plan.fingerprint,
        "requests": plan.lines.len(), "sums": plan.sums.iter().map(sum).collect::<Vec<_>>(),
    }}));
    for line in plan.lines.iter().filter(|_| is_whole) {
        let (clock, says) = line.clock.clone().unzip();
        out.value(&json!({
            "id": line.id, "letter": line.letter, "rank": line.rank, "account": line.account,
            "institution": line.institution, "currency": line.currency, "asked": line.asked,
            "status": line.status.code(), "held": line.held, "late": line.is_late,
            "presumed_victim": line.is_victims, "clock": clock.map(|at| at.to_string()),
            "clock_says": says, "goes_on": line.goes_on.map(|at| at.to_string()),
        }));
    }
}

fn show_plan(plan: &KnownPlan, is_whole: bool, out: &Out) {
    out.line(&format!("{}  {}  {}", plan.number, plan.case_number, plan.legal_basis));
    for sum in &plan.sums {
        let message = Message::new("money-freeze-sums")
            .with("currency", &sum.currency)
            .with("asked", &sum.asked)
            .with("saved", &sum.saved)
            .with("moving", &sum.moving)
            .with("lost", &sum.lost)
            .with("released", &sum.released);
        out.line(&out.words.say(&message));
    }
    if !is_whole {
        return;
    }
    let row = |line: &FreezeLine| {
        let mark =
            if line.is_victims { out.words.text("money-plan-victim") } else { String::new() };
        let clock = line.clock.as_ref().map_or_else(String::new, |(at, _)| at.to_string());
        let late = if line.is_late { out.words.text("column-late") } else { String::new() };
        vec![
            line.letter.clone(),
            line.account.clone(),
            line.institution.clone(),
            line.currency.clone(),
            line.asked.clone(),
            line.held.clone().unwrap_or_default(),
            out.words.text(&format!("{STATE}{}", line.status.code())),
            format!("{clock} {late}").trim().to_owned(),
            mark,
        ]
    };
    let rows: Vec<Vec<String>> = plan.lines.iter().map(row).collect();
    out.table(&HEADINGS, &rows);
    out.line(&out.words.text("money-plan-habit"));
}

pub fn say(place: &Place, options: &MoneyFreeze, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let wanted = FreezeWanted {
        requests: options.requests.clone(),
        status: options.status.clone(),
        amount: options.amount.clone(),
        reason: options.reason.clone(),
    };
    let said = node.say_of_freezes(&options.plan, &wanted, &reader(&node))?;
    told(&said, out);
    Ok(Done::Clean)
}

pub fn outcomes(place: &Place, options: &MoneyOutcomes, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let path = || options.file.display().to_string();
    let csv = fs::read(&options.file).with_context(path)?;
    let taken = node.import_outcomes(&options.plan, &csv, &reader(&node))?;
    for (row, error) in &taken.set_aside {
        let reason = out.words.say(&error.message());
        if out.is_json() {
            out.value(&json!({ "set_aside": { "row": row, "reason": reason } }));
        } else {
            let message = Message::new("money-outcome-aside").with("row", row);
            out.note(&message.with("reason", reason));
        }
    }
    if let Some(said) = &taken.said {
        told(said, out);
    }
    Ok(if taken.set_aside.is_empty() { Done::Clean } else { Done::WithProblems })
}

pub fn letter(place: &Place, options: &MoneyLetter, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let Some((number, ending)) = options.name.split_once('.') else {
        bail!(out.words.text("help-money-letter-name"));
    };
    let Some(form) = LetterForm::of(ending) else {
        bail!(out.words.text("help-money-letter-name"));
    };
    let text = node.letter(number, form, &reader(&node))?;
    match &options.out {
        Some(path) => fs::write(path, text).with_context(|| path.display().to_string())?,
        None => out.line(&text),
    }
    Ok(Done::Clean)
}

fn told(said: &PlanSaid, out: &Out) {
    if out.is_json() {
        out.value(&json!({
            "plan": said.number, "requests": said.requests, "commit": said.commit,
        }));
        return;
    }
    let message = Message::new("money-freeze-said")
        .with("plan", &said.number)
        .count("requests", said.requests as u64)
        .with("commit", said.commit);
    out.line(&out.words.say(&message));
}

/// How the words for a status begin.
const STATE: &str = "web-freeze-state-";
const HEADINGS: [&str; 9] = [
    "column-letter",
    "column-money-account",
    "column-bank",
    "column-currency",
    "column-asked",
    "column-held",
    "column-status",
    "column-clock",
    "column-note",
];
