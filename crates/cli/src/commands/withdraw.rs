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
    let receipt = node.undo(options.commit, &options.reason, &account())?;
    let target = options.commit.to_string();
    Ok(done("undo-done", &target, &receipt, out))
}

pub fn withdraw(place: &Place, options: &Withdraw, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let receipt = node.withdraw(options.statement, &options.reason, &account())?;
    Ok(done("withdraw-done", &options.statement.to_string(), &receipt, out))
}

pub fn erase(place: &Place, options: &Erase, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let receipt = node.erase(options.statement, &options.authority, &options.reason, &account())?;
    Ok(done("erase-done", &options.statement.to_string(), &receipt, out))
}

fn done(key: &'static str, target: &str, receipt: &Receipt, out: &Out) -> Done {
    if out.is_json() {
        out.value(&json!({ "target": target, "commit": receipt.commit }));
    } else {
        let message = Message::new(key).with("target", target).with("commit", receipt.commit);
        out.line(&out.words.say(&message));
    }
    Done::Clean
}
