//! Who is who: names, links, screening, judgements.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Dates, Filter};

#[derive(Debug, Args)]
pub struct Names {
    #[command(subcommand)]
    pub act: NamesAct,
}

/// What is asked about names.
#[derive(Debug, Subcommand)]
pub enum NamesAct {
    Compare(NamesCompare),
    Spell(NamesSpell),
}

#[derive(Debug, Args)]
pub struct NamesCompare {
    #[arg(value_name = "PAIRS.csv")]
    pub pairs: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct NamesSpell {
    #[arg(value_name = "NAME")]
    pub name: String,
}

#[derive(Debug, Args)]
pub struct Link {
    #[arg(required = true, num_args = 1..=2, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    #[arg(long, value_name = "COLUMN")]
    pub without: Vec<String>,
    #[arg(long, value_name = "ORDER", value_enum)]
    pub dates: Option<Dates>,
    #[arg(long, value_name = "FILE")]
    pub explain: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub judgements: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Screen {
    #[arg(value_name = "QUERIES.csv")]
    pub queries: PathBuf,
    #[arg(long, value_name = "SOURCE")]
    pub against: String,
    #[arg(long, default_value = "Person", value_name = "SCHEMA")]
    pub schema: String,
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    #[arg(long, default_value_t = 5, value_name = "COUNT")]
    pub limit: usize,
    #[arg(long, default_value_t = 0.5, value_name = "SCORE")]
    pub at_least: f32,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Resolve {
    #[command(flatten)]
    pub filter: Filter,
    #[arg(long, default_value_t = 0.5, value_name = "PROBABILITY")]
    pub at_least: f32,
    #[arg(long, value_name = "COMMIT")]
    pub since: Option<u64>,
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub limit: usize,
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    pub offset: usize,
    #[arg(long)]
    pub over_common: bool,
}

#[derive(Debug, Args)]
pub struct Judge {
    #[arg(value_name = "RECORD")]
    pub first: String,
    #[arg(value_name = "RECORD")]
    pub second: String,
    #[arg(value_name = "VERDICT", value_enum)]
    pub verdict: Verdict,
    #[arg(long, value_name = "WORDS")]
    pub reason: String,
}

/// What an officer decides about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Verdict {
    Same,
    Different,
    Unsure,
}
