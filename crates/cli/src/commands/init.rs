//! `liaison init`: a new node; `liaison certify`: another year for its key.

use std::io::{self, IsTerminal};

use anyhow::{Result, bail};
use liaison_model::messages::Message;
use liaison_node::{InitOptions, Initialised, KeySource, Node, NodeError, OpenOptions};
use zeroize::Zeroizing;

use super::open::{Place, passphrase_of_environment};
use crate::Done;
use crate::args::{Certify, Init};
use crate::out::Out;

pub fn run(place: &Place, options: &Init, out: &Out) -> Result<Done> {
    let folder = place.folder();
    if folder.config().exists() {
        return Err(NodeError::NodeExists { folder: place.dir.clone() }.into());
    }
    let passphrase = new_passphrase(place, out)?;
    let init = InitOptions {
        name: options.agency.clone(),
        country: options.country.clone(),
        agency: options.id.clone(),
        passphrase: passphrase.clone(),
        database_url: options.database_url.clone(),
        demonstration: false,
        exhibits: options.exhibits.clone(),
    };
    let mut open = OpenOptions::new(KeySource::Passphrase(passphrase));
    open.database_url = options.database_url.clone();
    let (_, initialised) = Node::init(&folder, &init, open)?;
    if out.is_json() {
        out.value(&initialised);
        return Ok(Done::Clean);
    }
    let root_key = folder.root_key().display().to_string();
    out.line(
        &out.words.say(
            &Message::new("init-done")
                .with("agency", &initialised.agency)
                .with("folder", place.dir.display())
                .with("fingerprint", &initialised.root_fingerprint)
                .with("expires", expiry(&initialised)),
        ),
    );
    out.note(&Message::new("init-root-key").with("path", root_key));
    Ok(Done::Clean)
}

pub fn certify(place: &Place, options: &Certify, out: &Out) -> Result<Done> {
    let folder = place.folder();
    folder.read_config()?; // say that there is no node before asking for a passphrase
    let open = OpenOptions::new(place.key(out)?);
    let certified = Node::certify(&folder, &options.root_key, &open)?;
    if out.is_json() {
        out.value(&certified);
        return Ok(Done::Clean);
    }
    let done = Message::new("certify-done")
        .with("agency", &certified.agency)
        .with("expires", expiry(&certified));
    out.line(&out.words.say(&done));
    out.note(&Message::new("certify-next"));
    Ok(Done::Clean)
}

fn expiry(initialised: &Initialised) -> String {
    initialised.node_key_expires.timestamp().strftime("%Y-%m-%d").to_string()
}

fn new_passphrase(place: &Place, out: &Out) -> Result<Zeroizing<String>> {
    if let Some(path) = &place.key_file {
        let given = KeySource::File(path.clone()).passphrase()?;
        return given.ok_or_else(|| NodeError::NoPassphrase.into());
    }
    if let Some(passphrase) = passphrase_of_environment() {
        return Ok(passphrase);
    }
    if !io::stdin().is_terminal() {
        return Err(NodeError::NoPassphrase.into());
    }
    let first = Zeroizing::new(rpassword::prompt_password(out.words.text("ask-new-passphrase"))?);
    let again = Zeroizing::new(rpassword::prompt_password(out.words.text("ask-again"))?);
    if first != again {
        bail!(out.words.text("error-passphrases-differ"));
    }
    Ok(first)
}
