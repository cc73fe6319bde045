//! `liaison token`: what programs show instead of signing in.

use anyhow::Result;
use liaison_accounts::{NewToken, Token as Kept, roles, scopes};
use liaison_model::messages::Message;
use liaison_node::NodeError;
use serde_json::json;

use super::open::{Place, account};
use super::user::{shown, words};
use crate::Done;
use crate::args;
use crate::args::accounts::{Token, TokenAct, TokenAdd, TokenName};
use crate::out::Out;

pub fn run(place: &Place, options: Token, out: &Out) -> Result<Done> {
    match options.act {
        TokenAct::Add(options) => add(place, options, out),
        TokenAct::List => list(place, out),
        TokenAct::Revoke(options) => revoke(place, &options, out),
    }
}

fn add(place: &Place, options: TokenAdd, out: &Out) -> Result<Done> {
    let roles = roles(&options.role).map_err(NodeError::from)?;
    let scopes = scopes(&options.scope).map_err(NodeError::from)?;
    let expires = args::moment(&options.expires)?;
    let node = place.write(out)?;
    let name = match options.name {
        Some(name) => name,
        None => node.accounts().free_token_name().map_err(NodeError::from)?,
    };
    let new = NewToken { name, roles, scopes, expires, by: account() };
    let (secret, token) = node.add_token(new)?;
    if out.is_json() {
        out.value(&json!({
            "name": token.name, "token": secret.as_str(), "roles": words(&token.roles),
            "scopes": words(&token.scopes), "expires": token.expires,
        }));
        return Ok(Done::Clean);
    }
    let told = Message::new("token-made")
        .with("name", &token.name)
        .with("scopes", words(&token.scopes).join(", "))
        .with("expires", shown(token.expires));
    out.line(&out.words.say(&told));
    out.line(secret.as_str());
    out.note(&Message::new("user-shown-once"));
    Ok(Done::Clean)
}

fn list(place: &Place, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let tokens = node.accounts().tokens().map_err(NodeError::from)?;
    if out.is_json() {
        tokens.iter().for_each(|token| out.value(token));
        return Ok(Done::Clean);
    }
    let ends = |token: &Kept| match token.revoked {
        true => out.words.text("token-is-revoked"),
        false => shown(token.expires),
    };
    let row = |token: &Kept| {
        vec![
            token.name.to_string(),
            words(&token.roles).join(", "),
            words(&token.scopes).join(", "),
            ends(token),
            token.used.map(shown).unwrap_or_default(),
        ]
    };
    let rows: Vec<_> = tokens.iter().map(row).collect();
    let headings = ["column-name", "column-roles", "column-scopes", "column-ends", "column-used"];
    out.table(&headings, &rows);
    Ok(Done::Clean)
}

fn revoke(place: &Place, options: &TokenName, out: &Out) -> Result<Done> {
    place.write(out)?.revoke_token(&options.name, &account())?;
    if out.is_json() {
        out.value(&json!({ "name": options.name, "revoked": true }));
    } else {
        out.line(&out.words.say(&Message::new("token-was-revoked").with("name", &options.name)));
    }
    Ok(Done::Clean)
}
