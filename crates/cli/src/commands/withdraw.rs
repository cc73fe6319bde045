//! `liaison undo`, `withdraw` and `erase`: taking back.

use anyhow::Result;
use liaison_journal::Receipt;
use liaison_model::messages::Message;
use serde_json::json;

use super::open::{Place, account};
use crate::Done;
use crate::args::{Erase, Undo, Withdraw};
use crate::out::Out;

pub fn undo(place: &Place, options: &Undo, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let undone = match options.only {
        true => node.undo_only(options.commit, &options.reason, &account())?,
        false => node.undo(options.commit, &options.reason, &account())?,
    };
    let target = options.commit.to_string();
    if out.is_json() {
        out.value(&json!({ "target": target, "commit": undone.by, "undone": undone.commits }));
        return Ok(Done::Clean);
    }
    say("undo-done", &target, undone.by, out);
    let others: Vec<String> = undone.commits.iter().skip(1).map(u64::to_string).collect();
    if !others.is_empty() {
        out.line(&out.words.say(&Message::new("undo-others").with("commits", others.join(", "))));
    }
    Ok(Done::Clean)
}

pub fn withdraw(place: &Place, options: &Withdraw, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let receipt = node.withdraw(options.statement, &options.reason, &account())?;
    Ok(done("withdraw-done", &options.statement.to_string(), &receipt, out))
}

pub fn erase(place: &Place, options: &Erase, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let erased = node.erase(options.statement, &options.authority, &options.reason, &account())?;
    let target = options.statement.to_string();
    if out.is_json() {
        out.value(
            &json!({ "target": target, "commit": erased.commit, "erased": erased.statements }),
        );
        return Ok(Done::Clean);
    }
    say("erase-done", &target, erased.commit, out);
    let others: Vec<String> = erased.statements.iter().skip(1).map(ToString::to_string).collect();
    if !others.is_empty() {
        let message = Message::new("erase-others")
            .count("count", others.len() as u64)
            .with("statements", others.join(", "));
        out.line(&out.words.say(&message));
    }
    Ok(Done::Clean)
}

fn done(key: &'static str, target: &str, receipt: &Receipt, out: &Out) -> Done {
    if out.is_json() {
        out.value(&json!({ "target": target, "commit": receipt.commit }));
    } else {
        say(key, target, receipt.commit, out);
    }
    Done::Clean
}

fn say(key: &'static str, target: &str, commit: u64, out: &Out) {
    let message = Message::new(key).with("target", target).with("commit", commit);
    out.line(&out.words.say(&message));
}
