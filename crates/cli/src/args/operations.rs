//! The arguments of `liaison operation` and `liaison manifest`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use liaison_model::Purpose;

use super::care::EntryTakeBack;

#[derive(Debug, Args)]
pub struct Operation {
    #[command(subcommand)]
    pub act: OperationAct,
}

/// What is done with operations.
#[derive(Debug, Subcommand)]
pub enum OperationAct {
    Plan(OperationPlan),
    List,
    Show(OperationShow),
    State(StateEnter),
    Count(OperationCount),
    Find(OperationFind),
    TakeBack(EntryTakeBack),
}

#[derive(Debug, Args)]
pub struct OperationPlan {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(long, default_value = "raid", value_name = "CODE")]
    pub kind: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "PLACE")]
    pub place: String,
    #[arg(long, default_value = "", value_name = "ID,ID")]
    pub agencies: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub plan: String,
    #[arg(long, default_value = "", value_name = "CASE")]
    pub case: String,
}

#[derive(Debug, Args)]
pub struct OperationShow {
    #[arg(value_name = "OPERATION")]
    pub operation: String,
}

/// How far something is, says whom.
#[derive(Debug, Args)]
pub struct StateEnter {
    #[arg(value_name = "ID")]
    pub about: String,
    #[arg(value_name = "STATE")]
    pub state: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct OperationCount {
    #[arg(value_name = "OPERATION")]
    pub operation: String,
    #[arg(value_name = "ROLE")]
    pub role: String,
    #[arg(value_name = "PEOPLE")]
    pub people: String,
    #[arg(long, default_value = "", value_name = "CC")]
    pub nationality: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub source: String,
}

#[derive(Debug, Args)]
pub struct OperationFind {
    #[arg(value_name = "OPERATION")]
    pub operation: String,
    #[arg(value_name = "KIND")]
    pub kind: String,
    #[arg(value_name = "RECORD", default_value = "")]
    pub record: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub what: String,
    #[arg(long, default_value = "", value_name = "SHA-256")]
    pub exhibit: String,
}

#[derive(Debug, Args)]
pub struct Manifest {
    #[command(subcommand)]
    pub act: ManifestAct,
}

/// What is done with manifests.
#[derive(Debug, Subcommand)]
pub enum ManifestAct {
    Open(ManifestOpen),
    List,
    Show(ManifestShow),
    Add(ManifestAdd),
    Stage(StateEnter),
    Csv(ManifestCsv),
    TakeBack(EntryTakeBack),
}

#[derive(Debug, Args)]
pub struct ManifestOpen {
    #[arg(value_name = "TITLE")]
    pub title: String,
    #[arg(long, default_value = "", value_name = "FLIGHT")]
    pub flight: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "CC")]
    pub from: String,
    #[arg(long, default_value = "", value_name = "CC")]
    pub to: String,
    #[arg(long, default_value = "", value_name = "OPERATION")]
    pub operation: String,
}

#[derive(Debug, Args)]
pub struct ManifestShow {
    #[arg(value_name = "MANIFEST")]
    pub manifest: String,
}

#[derive(Debug, Args)]
pub struct ManifestAdd {
    #[arg(value_name = "MANIFEST")]
    pub manifest: String,
    #[arg(value_name = "PERSON", required = true)]
    pub people: Vec<String>,
}

#[derive(Debug, Args)]
pub struct ManifestCsv {
    #[arg(value_name = "MANIFEST")]
    pub manifest: String,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
}
