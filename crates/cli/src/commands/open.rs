//! Opening the node that a command works on.

use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::Result;
use liaison_model::{Purpose, Reader};
use liaison_node::{Finding, Folder, KeySource, Node, NodeError, OpenOptions};
use zeroize::Zeroizing;

use crate::out::Out;

/// Which node, and where its passphrase may come from.
pub struct Place {
    pub dir: PathBuf,
    pub key_file: Option<PathBuf>,
}

impl Place {
    pub fn folder(&self) -> Folder {
        Folder::new(&self.dir)
    }

    /// Opens the node for reading: no passphrase is needed.
    pub fn read(&self) -> Result<Node> {
        Ok(self.open(KeySource::None)?)
    }

    /// Opens the node with its key, from the key file, the environment, or a prompt.
    pub fn write(&self, out: &Out) -> Result<Node> {
        self.folder().read_config()?; // say that there is no node before asking for a passphrase
        Ok(self.open(self.key(out)?)?)
    }

    /// Opens the node as far as a purpose needs it: uncovering people is recorded, and a record
    /// is signed.
    pub fn read_for(&self, purpose: Option<Purpose>, out: &Out) -> Result<(Node, Reader)> {
        let node = if purpose.is_some() { self.write(out)? } else { self.read()? };
        let reader = reader(&node);
        let reader = match purpose {
            Some(purpose) => reader.with_purpose(purpose),
            None => reader,
        };
        Ok((node, reader))
    }

    /// Where the passphrase of an existing node lies, when nobody is asked for it.
    pub fn key_at_hand(&self) -> KeySource {
        if let Some(path) = &self.key_file {
            return KeySource::File(path.clone());
        }
        if let Some(path) = self.key_of_demonstration() {
            return KeySource::File(path);
        }
        passphrase_of_environment().map_or(KeySource::None, KeySource::Passphrase)
    }

    /// Where the passphrase of an existing node comes from.
    pub fn key(&self, out: &Out) -> Result<KeySource> {
        let at_hand = self.key_at_hand();
        if !matches!(at_hand, KeySource::None) {
            return Ok(at_hand);
        }
        if !io::stdin().is_terminal() {
            return Err(NodeError::NoPassphrase.into());
        }
        let passphrase = rpassword::prompt_password(out.words.text("ask-passphrase"))?;
        Ok(KeySource::Passphrase(Zeroizing::new(passphrase)))
    }

    /// The key file of a demonstration lies beside its folder, where `demo` put it: nobody needs to
    /// name it.
    fn key_of_demonstration(&self) -> Option<PathBuf> {
        let is_demonstration = self.folder().read_config().is_ok_and(|node| node.demonstration);
        let beside = self.dir.with_extension("key");
        (is_demonstration && beside.exists()).then_some(beside)
    }

    /// What is wrong with the node, as far as it can be told without its key.
    pub fn doctor(&self) -> Result<Vec<Finding>> {
        Ok(Node::doctor(&self.folder(), with_database(KeySource::None))?)
    }

    fn open(&self, key: KeySource) -> Result<Node, NodeError> {
        Node::open(&self.folder(), with_database(key))
    }
}

fn with_database(key: KeySource) -> OpenOptions {
    let mut options = OpenOptions::new(key);
    options.database_url = database_url();
    options
}

/// Who acts at the command line.
pub fn reader(node: &Node) -> Reader {
    node.folder_owner(&account())
}

/// The account of the command line: the operating system's user.
pub fn account() -> String {
    format!("cli:{}", whoami::username().unwrap_or_else(|_| "unknown".to_owned()))
}

pub fn passphrase_of_environment() -> Option<Zeroizing<String>> {
    env::var("LIAISON_PASSPHRASE").ok().filter(|text| !text.is_empty()).map(Zeroizing::new)
}

pub fn database_url() -> Option<String> {
    env::var("DATABASE_URL").ok().filter(|text| !text.is_empty())
}
