//! The arguments of `liaison ledger`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use liaison_formats::{LedgerFormat, Zone};
use liaison_model::Purpose;

#[derive(Debug, Args)]
pub struct Ledger {
    #[command(subcommand)]
    pub act: LedgerAct,
}

/// What is done with tables of transactions.
#[derive(Debug, Subcommand)]
pub enum LedgerAct {
    Load(LedgerLoad),
    List,
    Show(LedgerShow),
}

#[derive(Debug, Args)]
pub struct LedgerLoad {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long = "as", value_name = "FORMAT", value_parser = format())]
    pub format: Option<LedgerFormat>,
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    #[arg(long, value_name = "ACCOUNT")]
    pub account: Option<String>,
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub zone: Option<Zone>,
}

#[derive(Debug, Args)]
pub struct LedgerShow {
    #[arg(long, value_name = "ACCOUNT")]
    pub account: Option<String>,
    #[arg(long, value_name = "TIME")]
    pub since: Option<String>,
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    #[arg(long, default_value_t = 50, value_name = "NUMBER")]
    pub limit: usize,
    #[arg(long, default_value_t = 0, value_name = "NUMBER")]
    pub skip: usize,
    #[command(flatten)]
    pub netting: Netting,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
}

/// What is done with rows that cancel or repeat each other.
#[derive(Debug, Clone, Copy, Args)]
pub struct Netting {
    #[arg(long)]
    pub net_reversals: bool,
    #[arg(long)]
    pub keep_duplicates: bool,
}

fn format() -> impl clap::builder::TypedValueParser<Value = LedgerFormat> {
    use clap::builder::TypedValueParser as _;
    let names = LedgerFormat::NAMES.iter().map(|(name, _)| *name);
    let read = |name: String| LedgerFormat::named(&name).ok_or("no such format");
    clap::builder::PossibleValuesParser::new(names).try_map(read)
}
