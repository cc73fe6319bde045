//! What may be typed about other agencies.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use liaison_channel::Endpoint;
use liaison_model::{AgencyId, Instant, Marks, Purpose, StatementId};

#[derive(Debug, Args)]
pub struct Peer {
    #[command(subcommand)]
    pub act: PeerAct,
}

/// What is done with other agencies.
#[derive(Debug, Subcommand)]
pub enum PeerAct {
    Card(PeerCard),
    Add(PeerAdd),
    List,
    Agree(PeerAgree),
    Revoke(PeerRevoke),
    Asked(PeerAsked),
}

#[derive(Debug, Args)]
pub struct PeerCard {
    #[arg(long, value_name = "LANGUAGE=NAME", value_parser = name, requires = "root_key")]
    pub name: Vec<(String, String)>,
    #[arg(long, value_name = "ADDRESS", requires = "root_key")]
    pub endpoint: Vec<Endpoint>,
    #[arg(long, value_name = "KEY", requires = "root_key", requires = "after")]
    pub revoke: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "revoke")]
    pub after: Option<u64>,
    #[arg(long, value_name = "FILE")]
    pub root_key: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct PeerAdd {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub words: String,
}

#[derive(Debug, Args)]
pub struct PeerAgree {
    #[arg(value_name = "AGENCY")]
    pub peer: AgencyId,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["allow", "until"])]
    pub file: Option<PathBuf>,
    #[arg(long, value_name = "WORDS", required_unless_present = "file", requires = "root_key")]
    pub allow: Option<String>,
    #[arg(long, value_name = "DATE", required_unless_present = "file")]
    pub until: Option<Instant>,
    #[arg(long, default_value_t = 10_000, value_name = "COUNT")]
    pub evaluations: u64,
    #[arg(long, value_name = "FILE")]
    pub root_key: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct PeerRevoke {
    #[arg(value_name = "AGENCY")]
    pub peer: AgencyId,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct PeerAsked {
    #[arg(value_name = "AGENCY")]
    pub peer: AgencyId,
    #[arg(long)]
    pub ours: bool,
}

#[derive(Debug, Args)]
pub struct Ask {
    #[arg(value_name = "AGENCY")]
    pub peer: AgencyId,
    #[arg(long, required = true, value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, required = true, value_name = "CASE")]
    pub case: String,
    #[arg(long, required = true, value_name = "PURPOSE")]
    pub purpose: Purpose,
}

#[derive(Debug, Args)]
pub struct Share {
    #[arg(value_name = "STATEMENT")]
    pub statements: Vec<StatementId>,
    #[arg(long, value_name = "RECORD")]
    pub record: Vec<String>,
    #[arg(long, value_name = "AGENCY")]
    pub to: AgencyId,
    #[arg(long, value_name = "MARKS", default_value = "")]
    pub marks: Marks,
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct Receive {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub receipts: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Pull {
    #[arg(value_name = "AGENCY")]
    pub peer: Option<AgencyId>,
}

/// A language and a name in it.
fn name(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((language, name)) if !language.trim().is_empty() && !name.trim().is_empty() => {
            Ok((language.trim().to_owned(), name.trim().to_owned()))
        }
        _ => Err("a language, `=`, and the name in it, such as `ko=경찰청`".to_owned()),
    }
}
