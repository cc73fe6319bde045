//! `liaison user`: officers' accounts.

use std::io::{self, IsTerminal, Read as _};

use anyhow::Result;
use liaison_accounts::{Account, AccountError, Credentials, NewAccount, Session, roles};
use liaison_model::Instant;
use liaison_model::messages::Message;
use liaison_node::{Confirmation, NodeError};
use serde_json::json;
use zeroize::Zeroizing;

use super::open::{Place, account as acting};
use crate::Done;
use crate::args::accounts::{User, UserAct, UserAdd, UserName, UserReset, UserRoles, UserSessions};
use crate::out::Out;

pub fn run(place: &Place, options: User, out: &Out) -> Result<Done> {
    match options.act {
        UserAct::Add(options) => add(place, options, out),
        UserAct::List => list(place, out),
        UserAct::Code(options) => code(place, &options, out),
        UserAct::Roles(options) => set_roles(place, &options, out),
        UserAct::Disable(options) => disable(place, &options, out),
        UserAct::Reset(options) => reset(place, options, out),
        UserAct::Sessions(options) => sessions(place, &options, out),
    }
}

fn add(place: &Place, options: UserAdd, out: &Out) -> Result<Done> {
    let roles = roles(&options.role).map_err(NodeError::from)?;
    // Before anything is read from standard input, which the passphrase never is.
    let password = if options.password_stdin { Some(typed()?) } else { None };
    let node = place.write(out)?;
    let new = NewAccount { name: options.account, unit: options.unit, roles, password };
    let made = node.add_account(&new, &acting())?;
    let account = node.accounts().account(&new.name).map_err(NodeError::from)?;
    show_credentials(&account, &made, "user-made", out);
    Ok(Done::Clean)
}

/// What an account signs in with, once.
fn show_credentials(account: &Account, made: &Credentials, key: &'static str, out: &Out) {
    let password = made.password.as_ref().map(|password| password.as_str());
    if out.is_json() {
        out.value(&json!({
            "name": account.name, "unit": account.unit, "roles": words(&account.roles),
            "password": password, "otpauth": made.url.as_str(), "secret": made.secret.as_str(),
        }));
        return;
    }
    let roles = words(&account.roles).join(", ");
    let told = Message::new(key).with("name", &account.name).with("roles", roles);
    out.line(&out.words.say(&told));
    if let Some(password) = password {
        out.line(&out.words.say(&Message::new("user-password").with("password", password)));
    }
    let factor = Message::new("user-factor")
        .with("url", made.url.as_str())
        .with("secret", made.secret.as_str());
    out.line(&out.words.say(&factor));
    out.note(&Message::new("user-shown-once"));
}

fn list(place: &Place, out: &Out) -> Result<Done> {
    let accounts = place.read()?.accounts().list().map_err(NodeError::from)?;
    if out.is_json() {
        accounts.iter().for_each(|account| out.value(account));
        return Ok(Done::Clean);
    }
    if accounts.is_empty() {
        out.note(&Message::new("serve-no-account"));
        return Ok(Done::Clean);
    }
    let state = |account: &Account| match account.enabled {
        true => account.signed_in.map(shown).unwrap_or_default(),
        false => out.words.text("user-disabled"),
    };
    let row = |account: &Account| {
        vec![
            account.name.to_string(),
            words(&account.roles).join(", "),
            account.unit.as_ref().map(ToString::to_string).unwrap_or_default(),
            state(account),
        ]
    };
    let rows: Vec<_> = accounts.iter().map(row).collect();
    out.table(&["column-name", "column-roles", "column-unit", "column-signed-in"], &rows);
    Ok(Done::Clean)
}

fn code(place: &Place, options: &UserName, out: &Out) -> Result<Done> {
    let current = place.write(out)?.demonstration_code(&options.account)?;
    if out.is_json() {
        out.value(&json!({
            "name": options.account, "code": current.code.as_str(),
            "seconds_left": current.seconds_left,
        }));
    } else {
        out.line(&current.code);
        out.note(&Message::new("user-code").count("seconds", current.seconds_left));
    }
    Ok(Done::Clean)
}

fn set_roles(place: &Place, options: &UserRoles, out: &Out) -> Result<Done> {
    let roles = roles(&options.role).map_err(NodeError::from)?;
    place.write(out)?.set_roles(&options.account, &roles, &acting())?;
    let roles = words(&roles);
    if out.is_json() {
        out.value(&json!({ "name": options.account, "roles": roles }));
    } else {
        let told = Message::new("user-roles-set")
            .with("name", &options.account)
            .with("roles", roles.join(", "));
        out.line(&out.words.say(&told));
    }
    Ok(Done::Clean)
}

fn disable(place: &Place, options: &UserName, out: &Out) -> Result<Done> {
    place.write(out)?.disable_account(&options.account, &acting())?;
    if out.is_json() {
        out.value(&json!({ "name": options.account, "enabled": false }));
    } else {
        out.line(&out.words.say(&Message::new("user-was-disabled").with("name", &options.account)));
    }
    Ok(Done::Clean)
}

fn reset(place: &Place, options: UserReset, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let code = match options.code {
        Some(code) => code,
        None if io::stdin().is_terminal() => {
            let asked = Message::new("ask-code").with("name", &options.confirmed_by);
            rpassword::prompt_password(out.words.say(&asked))?
        }
        None => return Err(NodeError::from(AccountError::Code).into()),
    };
    let confirmation = Confirmation { name: options.confirmed_by, code };
    let made = node.reset_account(&options.account, &acting(), &confirmation)?;
    let account = node.accounts().account(&options.account).map_err(NodeError::from)?;
    show_credentials(&account, &made, "user-was-reset", out);
    Ok(Done::Clean)
}

fn sessions(place: &Place, options: &UserSessions, out: &Out) -> Result<Done> {
    if options.end {
        let ended = place.write(out)?.end_sessions(&options.account, &acting())?;
        if out.is_json() {
            out.value(&json!({ "name": options.account, "ended": ended }));
        } else {
            let told = Message::new("user-sessions-ended")
                .with("name", &options.account)
                .count("sessions", ended as u64);
            out.line(&out.words.say(&told));
        }
        return Ok(Done::Clean);
    }
    let node = place.read()?;
    let sessions = node.accounts().sessions_of(&options.account, node.now());
    let sessions = sessions.map_err(NodeError::from)?;
    if out.is_json() {
        sessions.iter().for_each(|session| out.value(session));
        return Ok(Done::Clean);
    }
    let row = |session: &Session| {
        let (begun, used) = (shown(session.begun), shown(session.used));
        vec![begun, used, shown(session.ends()), session.address.clone()]
    };
    let rows: Vec<_> = sessions.iter().map(row).collect();
    out.table(&["column-begun", "column-used", "column-ends", "column-address"], &rows);
    Ok(Done::Clean)
}

/// The first line of standard input.
fn typed() -> Result<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::new());
    io::stdin().take(PASSWORD_BYTES_MAX).read_to_string(&mut text)?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

/// A moment as tables show it.
pub fn shown(moment: Instant) -> String {
    moment.timestamp().strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// Roles or scopes as words.
pub fn words(all: &std::collections::BTreeSet<impl ToString>) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

const PASSWORD_BYTES_MAX: u64 = 4096;
