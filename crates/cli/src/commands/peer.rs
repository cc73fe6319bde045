//! `liaison peer`: cards, agreements, and who has not confirmed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_exchange::{Agreement, Card, Quotas, Revoked, words_of};
use liaison_model::messages::Message;
use liaison_node::exchange::{CardWanted, Peer as Known};
use liaison_node::{Existing, NewFile, Node, NodeError};
use liaison_policy::Terms;
use serde_json::json;

use super::open::{Place, reader};
use crate::Done;
use crate::args::peer::{Peer, PeerAct, PeerAdd, PeerAgree, PeerCard, PeerRevoke};
use crate::out::Out;

pub fn run(place: &Place, options: Peer, out: &Out) -> Result<Done> {
    match options.act {
        PeerAct::Card(options) => card(place, &options, out),
        PeerAct::Add(options) => add(place, &options, out),
        PeerAct::List => list(place, out),
        PeerAct::Agree(options) => agree(place, &options, out),
        PeerAct::Revoke(options) => revoke(place, &options, out),
        PeerAct::Asked(options) => super::ask::asked(place, &options, out),
    }
}

fn card(place: &Place, options: &PeerCard, out: &Out) -> Result<Done> {
    let (node, card) = match &options.root_key {
        None => {
            let node = place.read()?;
            let card = node.own_card()?;
            (node, card)
        }
        Some(path) => {
            let node = place.write(out)?;
            let root = node.open_root_key(path, &place.key(out)?)?;
            let wanted = wanted(options)?;
            let made = node.make_card(&root, &wanted, &reader(&node))?;
            (node, Some(made))
        }
    };
    let Some(card) = card else {
        out.note(&Message::new("peer-no-card"));
        return Ok(Done::WithProblems);
    };
    let words = words_of(card.agency.as_str(), &node.root_key());
    write_text(options.out.as_deref(), &card.to_text())?;
    if out.is_json() {
        let keys: Vec<String> = card.nodes.iter().map(|key| hex::encode(key.node)).collect();
        out.value(&json!({
            "agency": card.agency, "card": card.number, "words": words, "names": card.names,
            "valid_until": card.valid_until, "node_keys": keys, "text": card.to_text(),
        }));
        return Ok(Done::Clean);
    }
    let said = Message::new("peer-card").with("agency", &card.agency).with("number", card.number);
    out.line(&out.words.say(&said.with("words", words)));
    if options.out.is_none() {
        out.line(&card.to_text());
    }
    Ok(Done::Clean)
}

fn wanted(options: &PeerCard) -> Result<CardWanted> {
    let revoke = match (&options.revoke, options.after) {
        (Some(key), Some(after)) => {
            let node = hex::decode(key).ok().and_then(|bytes| bytes.try_into().ok());
            Some(Revoked { node: node.context("KEY: 64 hexadecimal digits")?, after })
        }
        _ => None,
    };
    let names = options.name.iter().cloned().collect();
    let endpoints = options.endpoint.iter().map(ToString::to_string).collect();
    Ok(CardWanted { names, endpoints, revoke })
}

fn add(place: &Place, options: &PeerAdd, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let card = Card::from_text(&read_text(&options.file)?).map_err(NodeError::from)?;
    node.add_peer(&card, &options.words, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "agency": card.agency, "card": card.number }));
    } else {
        let said = Message::new("peer-added").with("agency", &card.agency);
        out.line(&out.words.say(&said.with("number", card.number)));
    }
    Ok(Done::Clean)
}

fn list(place: &Place, out: &Out) -> Result<Done> {
    let peers = place.read()?.peers()?;
    let is_late = |peer: &Known| peer.forked || peer.unconfirmed.iter().any(|one| one.is_overdue);
    let done = if peers.iter().any(is_late) { Done::WithProblems } else { Done::Clean };
    if out.is_json() {
        peers.iter().for_each(|peer| out.value(peer));
        return Ok(done);
    }
    if peers.is_empty() {
        out.note(&Message::new("peer-none"));
        return Ok(done);
    }
    let headings = ["column-agency", "column-agreement", "column-sent", "column-unconfirmed"];
    let rows: Vec<Vec<String>> = peers.iter().map(|peer| row(peer, out)).collect();
    out.table(&headings, &rows);
    for peer in peers.iter().filter(|peer| peer.forked) {
        out.note(&Message::new("peer-forked").with("agency", &peer.agency));
    }
    for peer in &peers {
        for late in peer.unconfirmed.iter().filter(|one| one.is_overdue) {
            let key = if late.is_withdrawal { "peer-overdue-withdrawal" } else { "peer-overdue" };
            let said = Message::new(key).with("agency", &peer.agency).with("number", late.number);
            out.note(&said.with("since", late.since));
        }
    }
    Ok(done)
}

fn row(peer: &Known, out: &Out) -> Vec<String> {
    let agreement = match &peer.agreement {
        None => out.words.text("peer-no-agreement"),
        Some(agreed) => {
            let said = Message::new("peer-agreement").with("terms", agreed.terms.join(" "));
            out.words.say(&said.with("until", agreed.until))
        }
    };
    let withdrawals = peer.unconfirmed.iter().filter(|one| one.is_withdrawal).count() as u64;
    let waiting = Message::new("peer-unconfirmed")
        .count("count", peer.unconfirmed.len() as u64)
        .count("withdrawals", withdrawals);
    vec![peer.agency.to_string(), agreement, peer.sent.to_string(), out.words.say(&waiting)]
}

/// Three steps of one paper: propose, sign as well, take what both signed.
fn agree(place: &Place, options: &PeerAgree, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let agreement = match &options.file {
        None => propose(&node, place, options, out)?,
        Some(file) => {
            let text = read_text(file)?;
            let mut agreement = Agreement::from_text(&text).map_err(NodeError::from)?;
            if let Some(path) = &options.root_key {
                let root = node.open_root_key(path, &place.key(out)?)?;
                agreement.sign(&root).map_err(NodeError::from)?;
            }
            agreement
        }
    };
    let other = agreement.other_than(node.agency()).map_err(NodeError::from)?;
    if other.agency != options.peer {
        return Err(NodeError::from(liaison_exchange::ExchangeError::Parties).into());
    }
    let signed: Vec<String> =
        agreement.signed_by().map_err(NodeError::from)?.iter().map(ToString::to_string).collect();
    let binds = signed.len() == agreement.parties.len();
    if binds {
        node.keep_agreement(&agreement, &reader(&node))?;
    }
    write_text(options.out.as_deref(), &agreement.to_text())?;
    if out.is_json() {
        out.value(&json!({
            "peer": options.peer, "number": agreement.number, "signed": signed, "binds": binds,
            "terms": agreement.terms.words(), "until": agreement.terms.until,
            "text": agreement.to_text(),
        }));
        return Ok(Done::Clean);
    }
    let key = if binds { "peer-agreed" } else { "peer-agree-next" };
    let said = Message::new(key)
        .with("agency", &options.peer)
        .with("terms", agreement.terms.words().join(" "))
        .with("until", agreement.terms.until);
    out.line(&out.words.say(&said));
    if options.out.is_none() && !binds {
        out.line(&agreement.to_text());
    }
    Ok(Done::Clean)
}

fn propose(node: &Node, place: &Place, options: &PeerAgree, out: &Out) -> Result<Agreement> {
    let (Some(allow), Some(until), Some(path)) = (&options.allow, options.until, &options.root_key)
    else {
        bail!(out.words.text("peer-agree-what"));
    };
    let words: Vec<String> = allow.split_whitespace().map(str::to_owned).collect();
    let terms = Terms::from_words(&words, until)?;
    let day = options.evaluations;
    let quotas = Quotas { day, officer: day / 10, case: day / 2 };
    let root = node.open_root_key(path, &place.key(out)?)?;
    Ok(node.propose_agreement(&options.peer, (terms, quotas), &root)?)
}

fn revoke(place: &Place, options: &PeerRevoke, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let after = node.revoke_peer(&options.peer, &options.reason, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "peer": options.peer, "distrusted_after": after }));
    } else {
        let said = Message::new("peer-revoked").with("agency", &options.peer);
        out.line(&out.words.say(&said.with("after", after)));
    }
    Ok(Done::Clean)
}

/// A card or an agreement from a file; nothing that is longer than one can be.
fn read_text(path: &Path) -> Result<String> {
    let length = fs::metadata(path).map_err(NodeError::file(path))?.len();
    if liaison_exchange::TEXT_BYTES_MAX as u64 <= length {
        return Err(NodeError::from(liaison_exchange::ExchangeError::Text).into());
    }
    Ok(fs::read_to_string(path).map_err(NodeError::file(path))?)
}

fn write_text(path: Option<&Path>, text: &str) -> Result<()> {
    use std::io::Write as _;
    let Some(path) = path else { return Ok(()) };
    let mut file = NewFile::begin(path, Existing::Replace)?;
    writeln!(file, "{text}").map_err(NodeError::file(path))?;
    Ok(file.finish()?)
}
