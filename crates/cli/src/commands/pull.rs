//! `liaison pull`: what other agencies wrote for this one, over the line.

use std::sync::Arc;

use anyhow::Result;
use liaison_channel::{Pulling, pull};
use liaison_model::messages::Message;
use serde_json::json;

use super::open::Place;
use crate::Done;
use crate::args::peer::Pull;
use crate::out::Out;

/// Asks one peer, or each whose card names an address. One that fails does not keep the others from
/// being asked.
pub fn run(place: &Place, options: &Pull, out: &Out) -> Result<Done> {
    let node = Arc::new(place.write(out)?);
    if let Some(peer) = &options.peer {
        let pulling = pull(&node, peer)?;
        return Ok(tell(&pulling, out));
    }
    let peers = node.reached_peers()?;
    let mut done = Done::Clean;
    let mut asked = 0;
    for peer in peers.iter().filter(|peer| !peer.endpoints.is_empty()) {
        asked += 1;
        match pull(&node, &peer.agency) {
            Ok(pulling) => {
                if tell(&pulling, out) == Done::WithProblems {
                    done = Done::WithProblems;
                }
            }
            Err(error) => {
                done = Done::WithProblems;
                let reason = out.words.say(&error.message());
                if out.is_json() {
                    out.value(&json!({ "agency": peer.agency, "failed": reason }));
                }
                let failed = Message::new("channel-told").with("agency", &peer.agency);
                out.note(&failed.with("reason", reason));
            }
        }
    }
    if asked == 0 {
        out.note(&Message::new("pull-nobody"));
    }
    Ok(done)
}

fn tell(pulling: &Pulling, out: &Out) -> Done {
    let taking = &pulling.taking;
    let done = if taking.missing == 0 { Done::Clean } else { Done::WithProblems };
    if out.is_json() {
        out.value(pulling);
        return done;
    }
    let said = if taking.statements + taking.withdrawals + pulling.receipts == 0 {
        Message::new("pull-nothing").with("agency", &pulling.agency)
    } else {
        Message::new("pull-done")
            .with("agency", &pulling.agency)
            .count("statements", taking.statements)
            .count("withdrawals", taking.withdrawals)
            .count("receipts", pulling.receipts)
    };
    out.line(&out.words.say(&said));
    if 0 < taking.missing {
        out.note(&Message::new("receive-missing").count("missing", taking.missing));
    }
    done
}
