//! `liaison request`: what one agency asks of another, and what it is told.

use std::path::PathBuf;

use anyhow::Result;
use liaison_casework::{RequestState, Side, State as _};
use liaison_model::messages::Message;
use liaison_node::reading::Shown;
use liaison_node::{
    AskedAlready, KnownRequest, KnownWord, Node, RequestSaid, RequestWanted, RequestsWanted,
    WordWanted,
};
use serde_json::{Value, json};

use super::open::{Place, reader};
use super::share::write_bundle;
use crate::Done;
use crate::args::requests::{
    Request, RequestAct, RequestAnswer, RequestList, RequestNew, RequestOne, RequestRefuse,
    RequestShow, RequestTell,
};
use crate::out::Out;

pub fn run(place: &Place, options: Request, out: &Out) -> Result<Done> {
    match options.act {
        RequestAct::New(options) => draft(place, *options, out),
        RequestAct::List(options) => list(place, &options, out),
        RequestAct::Show(options) => show(place, &options, out),
        RequestAct::Approve(options) => say_one(place, RequestState::Approved, options, out),
        RequestAct::Send(options) => say_one(place, RequestState::Sent, options, out),
        RequestAct::Close(options) => say_one(place, RequestState::Closed, options, out),
        RequestAct::Accept(options) => tell(place, RequestState::Accepted, options, out),
        RequestAct::Feedback(options) => tell(place, RequestState::Feedback, options, out),
        RequestAct::Recall(options) => tell(place, RequestState::Recalled, options, out),
        RequestAct::Escalate(options) => tell(place, RequestState::Escalated, options, out),
        RequestAct::Clarify(options) => clarify(place, options, out),
        RequestAct::Refuse(options) => refuse(place, options, out),
        RequestAct::Answer(options) => answer(place, options, out),
    }
}

fn draft(place: &Place, options: RequestNew, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let wanted = RequestWanted {
        to: options.to,
        kind: options.kind,
        urgency: options.urgency,
        case: options.case,
        purpose: options.purpose,
        legal_basis: options.law,
        questions: options.ask,
        identifiers: options.about,
        subject: options.subject,
        marks: options.marks,
        until: options.until,
    };
    let drafted = node.draft_request(&wanted, &reader(&node))?;
    let done = if drafted.asked_already.is_empty() { Done::Clean } else { Done::WithProblems };
    if out.is_json() {
        out.value(&json!({
            "id": drafted.id, "number": drafted.number, "commit": drafted.commit,
            "asked_already": drafted.asked_already.iter().map(asked_json).collect::<Vec<_>>(),
        }));
        return Ok(done);
    }
    let said = Message::new("liaise-drafted").with("number", &drafted.number);
    out.line(&out.words.say(&said.with("commit", drafted.commit)));
    drafted.asked_already.iter().for_each(|one| asked_line(one, out));
    Ok(done)
}

/// Who asked about the same already, and how far that is.
fn asked_line(one: &AskedAlready, out: &Out) {
    let key = match one.side {
        Side::Asker => "liaise-asked-already",
        Side::Asked => "liaise-asked-by-peer",
    };
    let said = Message::new(key)
        .with("number", &one.number)
        .with("agency", &one.peer)
        .with("officer", &one.officer)
        .with("state", state_word(one.state, out))
        .count("shared", one.shared as u64);
    out.note(&said);
}

fn say_one(place: &Place, state: RequestState, options: RequestOne, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    say(&node, &options.request, &WordWanted::new(state), options.out, out)
}

fn tell(place: &Place, state: RequestState, options: RequestTell, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let RequestTell { request, text, marks, out: file } = options;
    say(&node, &request, &WordWanted { text, marks, ..WordWanted::new(state) }, file, out)
}

/// Who is asked asks back; who asks answers that.
fn clarify(place: &Place, options: RequestTell, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let state = match node.request(&options.request, &reader(&node))?.side {
        Side::Asked => RequestState::ClarificationAsked,
        Side::Asker => RequestState::Clarified,
    };
    let RequestTell { request, text, marks, out: file } = options;
    say(&node, &request, &WordWanted { text, marks, ..WordWanted::new(state) }, file, out)
}

fn refuse(place: &Place, options: RequestRefuse, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let RequestRefuse { request, text, law, marks, out: file } = options;
    let wanted =
        WordWanted { text, legal_basis: law, marks, ..WordWanted::new(RequestState::Refused) };
    say(&node, &request, &wanted, file, out)
}

fn answer(place: &Place, options: RequestAnswer, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let state = match options.partly {
        true => RequestState::PartlyAnswered,
        false => RequestState::Answered,
    };
    let RequestAnswer { request, text, record, law, marks, out: file, .. } = options;
    let wanted = WordWanted { state, text, legal_basis: law, records: record, marks };
    say(&node, &request, &wanted, file, out)
}

fn say(
    node: &Node,
    request: &str,
    wanted: &WordWanted,
    file: Option<PathBuf>,
    out: &Out,
) -> Result<Done> {
    let officer = reader(node);
    let said = node.say_of_request(request, wanted, &officer)?;
    let peer = node.request(&said.id, &officer)?.peer;
    if let Some(file) = &file {
        write_bundle(node, &peer, file)?;
    }
    let RequestSaid { id, number, state, commit, shared } = said;
    if out.is_json() {
        out.value(&json!({
            "id": id, "number": number, "state": state.code(), "commit": commit, "shared": shared,
        }));
        return Ok(Done::Clean);
    }
    let told = Message::new("liaise-said").with("number", &number).with("commit", commit);
    out.line(&out.words.say(&told.with("state", state_word(state, out))));
    match &file {
        Some(file) => {
            let written = Message::new("share-written").with("path", file.display());
            out.note(&written.with("agency", &peer));
        }
        None if 0 < shared => out.note(&Message::new("share-not-written").with("agency", &peer)),
        None => {}
    }
    Ok(Done::Clean)
}

fn list(place: &Place, options: &RequestList, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let side = match (options.sent, options.received) {
        (true, _) => Some(Side::Asker),
        (_, true) => Some(Side::Asked),
        _ => None,
    };
    let all = node.requests(RequestsWanted { side, open: options.open }, &reader(&node))?;
    let is_late = all.iter().any(|request| request.standing.is_late);
    let done = if is_late { Done::WithProblems } else { Done::Clean };
    if out.is_json() {
        all.iter().for_each(|request| out.value(&request_json(&node, request)));
        return Ok(done);
    }
    if all.is_empty() {
        out.note(&Message::new("liaise-none"));
        return Ok(done);
    }
    let rows: Vec<Vec<String>> = all.iter().map(|request| row(request, out)).collect();
    out.table(
        &[
            "column-id",
            "column-direction",
            "column-agency",
            "column-kind",
            "column-urgency",
            "column-standing",
            "column-due",
        ],
        &rows,
    );
    Ok(done)
}

fn row(request: &KnownRequest, out: &Out) -> Vec<String> {
    let standing = &request.standing;
    vec![
        request.number.clone(),
        out.words.text(&format!("casework-request-side-{}", request.side.code())),
        request.peer.to_string(),
        out.words.text(&format!("casework-request-kind-{}", request.kind.code())),
        out.words.text(&format!("casework-request-urgency-{}", request.urgency.code())),
        state_word(standing.state, out),
        clock(request, out),
    ]
}

/// The clock that runs: which moment, and whether it has passed.
fn clock(request: &KnownRequest, out: &Out) -> String {
    let standing = &request.standing;
    let by = match (standing.acknowledged, standing.acknowledge_by) {
        (None, Some(by)) => Some(by),
        _ => standing.answer_by,
    };
    let Some(by) = by.filter(|_| standing.state.is_waiting()) else { return String::new() };
    let key = if standing.is_late { "liaise-late" } else { "liaise-by" };
    out.words.say(&Message::new(key).with("by", by))
}

fn state_word(state: RequestState, out: &Out) -> String {
    out.words.text(&format!("casework-request-state-{}", state.code()))
}

fn show(place: &Place, options: &RequestShow, out: &Out) -> Result<Done> {
    let (node, reader) = place.read_for(options.reveal, out)?;
    let request = match options.reveal {
        None => node.request(&options.request, &reader)?,
        Some(_) => {
            let request = node.request_uncovered(&options.request, &reader, "request show")?;
            node.checkpoint_looks()?;
            request
        }
    };
    let asked = node.asked_about_the_same(&request)?;
    if out.is_json() {
        let mut value = request_json(&node, &request);
        value["asked_already"] = asked.iter().map(asked_json).collect();
        out.value(&value);
        return Ok(Done::Clean);
    }
    let headline = Message::new("liaise-headline")
        .with("number", &request.number)
        .with("kind", out.words.text(&format!("casework-request-kind-{}", request.kind.code())))
        .with(
            "urgency",
            out.words.text(&format!("casework-request-urgency-{}", request.urgency.code())),
        )
        .with("side", out.words.text(&format!("casework-request-side-{}", request.side.code())))
        .with("agency", &request.peer)
        .with("state", state_word(request.standing.state, out));
    out.line(&format!("{}  {}", out.words.say(&headline), clock(&request, out)));
    let terms = Message::new("liaise-terms")
        .with("purpose", &request.purpose)
        .with("law", &request.legal_basis)
        .with("marks", &request.handling);
    out.line(&out.words.say(&terms));
    request.questions.iter().for_each(|text| out.line(&format!("? {}", text.text())));
    request.identifiers.iter().for_each(|text| out.line(&format!("· {}", text.text())));
    let rows: Vec<Vec<String>> =
        request.words.iter().map(|word| word_row(&request, word, out)).collect();
    out.table(
        &["column-when", "column-side", "column-standing", "column-note", "column-law"],
        &rows,
    );
    asked.iter().for_each(|one| asked_line(one, out));
    Ok(Done::Clean)
}

fn word_row(request: &KnownRequest, word: &KnownWord, out: &Out) -> Vec<String> {
    let mut state = state_word(word.word.state, out);
    if !counts(request, word) {
        state.push_str(&format!(" ({})", out.words.text("liaise-not-counted")));
    }
    let text = word.text.as_ref().map(Shown::text).unwrap_or_default();
    let records = word.records.join(" ");
    vec![
        word.word.at.to_string(),
        out.words.text(&format!("casework-request-party-{}", word.word.side.code())),
        state,
        format!("{text} {records}").trim().to_owned(),
        word.legal_basis.clone(),
    ]
}

fn counts(request: &KnownRequest, word: &KnownWord) -> bool {
    !request.standing.set_aside.contains(&word.word.id)
}

fn asked_json(one: &AskedAlready) -> Value {
    json!({
        "number": one.number, "side": one.side.code(), "peer": one.peer, "officer": one.officer,
        "state": one.state.code(), "entered": one.entered, "shared": one.shared,
    })
}

fn request_json(node: &Node, request: &KnownRequest) -> Value {
    let texts =
        |all: &[Shown]| -> Vec<String> { all.iter().map(|text| text.text().to_owned()).collect() };
    let words = request.words.iter().map(|word| {
        json!({
            "id": word.id, "side": word.word.side.code(), "state": word.word.state.code(),
            "place": word.word.place, "at": word.word.at, "entered": word.entered,
            "text": word.text.as_ref().map(Shown::text), "legal_basis": word.legal_basis,
            "records": word.records, "officer": word.officer, "counts": counts(request, word),
            "confirmed": word.confirmed, "marks": word.handling.to_string(),
        })
    });
    let standing = &request.standing;
    let (from, to) = request.ends(node.agency());
    json!({
        "id": request.id, "number": request.number, "side": request.side.code(),
        "from": from, "to": to, "kind": request.kind.code(), "urgency": request.urgency.code(),
        "purpose": request.purpose, "legal_basis": request.legal_basis,
        "marks": request.handling.to_string(), "until": request.until,
        "case": request.case.as_ref().map(|(_, number)| number), "officer": request.officer,
        "subject": request.subject, "questions": texts(&request.questions),
        "identifiers": texts(&request.identifiers), "entered": request.entered,
        "state": standing.state.code(), "is_late": standing.is_late, "sent": standing.sent,
        "delivered": request.delivered, "acknowledged": standing.acknowledged,
        "acknowledge_by": standing.acknowledge_by, "settled": standing.settled,
        "answer_by": standing.answer_by, "is_escalated": standing.is_escalated,
        "waits_for": standing.waits_for.map(Side::code), "words": words.collect::<Vec<_>>(),
    })
}
