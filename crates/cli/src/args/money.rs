//! The arguments of `liaison money`.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Subcommand};
use liaison_formats::{TransferColumns, Zone};
use liaison_model::Purpose;
use liaison_trace::Decimal;

use super::ledger::Netting;

#[derive(Debug, Args)]
pub struct Money {
    #[command(subcommand)]
    pub act: MoneyAct,
}

/// What is asked about money.
#[derive(Debug, Subcommand)]
pub enum MoneyAct {
    Patterns(MoneyPatterns),
    Trace(MoneyTrace),
    Flow(MoneyFlow),
    Plan(MoneyPlan),
    Freezes(MoneyFreezes),
    Freeze(MoneyFreeze),
    Outcomes(MoneyOutcomes),
    Letter(MoneyLetter),
    Block(MoneyBlock),
    Rank(MoneyRank),
}

/// A table of transfers and how it is read.
#[derive(Debug, Args)]
pub struct MoneyTable {
    #[arg(long, value_name = "FILE")]
    pub table: Option<PathBuf>,
    #[arg(long, value_name = "PURPOSE", conflicts_with = "table")]
    pub reveal: Option<Purpose>,
    #[command(flatten)]
    pub netting: Netting,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "SETTINGS")]
    pub columns: TransferColumns,
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub zone: Option<Zone>,
    #[arg(long, value_name = "ORDER", value_enum)]
    pub ties: Option<TieOrder>,
    #[arg(long)]
    pub one_form: bool,
}

#[derive(Debug, Args)]
pub struct MoneyPatterns {
    #[command(flatten)]
    pub table: MoneyTable,
    #[arg(long, default_value = "2d", value_name = "TIME")]
    pub window: Span,
    #[arg(long, value_name = "CURRENCY=AMOUNT")]
    pub reported_from: Vec<Report>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub roles: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct MoneyTrace {
    #[command(flatten)]
    pub table: MoneyTable,
    #[arg(long, required = true, value_delimiter = ',', value_name = "ACCOUNT")]
    pub from: Vec<String>,
    #[arg(long, value_enum, default_value_t = TraceRule::Fifo, value_name = "RULE")]
    pub rule: TraceRule,
    #[arg(long, conflicts_with = "backward")]
    pub forward: bool,
    #[arg(long, conflicts_with = "rule")]
    pub backward: bool,
    #[command(flatten)]
    pub between: MoneyBetween,
    #[arg(long, value_name = "NUMBER")]
    pub hops: Option<u32>,
    #[arg(long, value_name = "FILE", conflicts_with = "backward")]
    pub opening: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "into", conflicts_with = "backward")]
    pub rates: Option<PathBuf>,
    #[arg(long, value_name = "CURRENCY", requires = "rates")]
    pub into: Option<String>,
    #[arg(long, conflicts_with = "backward")]
    pub each: bool,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct MoneyFlow {
    #[command(flatten)]
    pub table: MoneyTable,
    #[arg(long, required = true, value_delimiter = ',', value_name = "ACCOUNT")]
    pub from: Vec<String>,
    #[arg(long, value_name = "ACCOUNT")]
    pub to: String,
    #[command(flatten)]
    pub between: MoneyBetween,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct MoneyPlan {
    #[command(flatten)]
    pub table: MoneyTable,
    #[arg(long, required = true, value_delimiter = ',', value_name = "ACCOUNT")]
    pub from: Vec<String>,
    #[arg(long, value_enum, default_value_t = TraceRule::Fifo, value_name = "RULE")]
    pub rule: TraceRule,
    #[command(flatten)]
    pub between: MoneyBetween,
    #[arg(long, value_name = "TIME")]
    pub now: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "case")]
    pub opening: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub accounts: Option<PathBuf>,
    #[arg(long, value_name = "NUMBER", requires = "basis", conflicts_with_all = ["table", "out", "now"])]
    pub case: Option<String>,
    #[arg(long, value_name = "FOLDER", requires_all = ["basis", "agency"])]
    pub out: Option<PathBuf>,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub basis: String,
    #[arg(long, default_value = "", value_name = "NAME")]
    pub agency: String,
    #[arg(long, default_value = "", value_name = "CC")]
    pub country: String,
}

#[derive(Debug, Args)]
pub struct MoneyFreezes {
    #[arg(value_name = "PLAN")]
    pub plan: Option<String>,
}

#[derive(Debug, Args)]
pub struct MoneyFreeze {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(required = true, value_name = "REQUEST")]
    pub requests: Vec<String>,
    #[arg(long, value_name = "STATUS")]
    pub status: String,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "AMOUNT")]
    pub amount: String,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct MoneyOutcomes {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct MoneyLetter {
    #[arg(value_name = "LETTER")]
    pub name: String,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct MoneyRank {
    #[arg(long, value_name = "FILE", requires = "label", required_unless_present = "model")]
    pub train: Option<PathBuf>,
    #[arg(long, value_name = "COLUMN", requires = "train")]
    pub label: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub score: PathBuf,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "SETTINGS")]
    pub columns: TransferColumns,
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub zone: Option<Zone>,
    #[arg(long)]
    pub one_form: bool,
    #[arg(long, value_name = "TIME", requires = "train")]
    pub window: Option<Span>,
    #[arg(long, value_name = "COLUMN")]
    pub without: Vec<String>,
    #[arg(long, requires = "train")]
    pub apart: bool,
    #[arg(long, default_value_t = 1, value_name = "NUMBER", requires = "train")]
    pub seed: u64,
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct MoneyBlock {
    #[arg(value_name = "FILE")]
    pub list: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub accounts: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub outcomes: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

/// Which transfers are followed.
#[derive(Debug, Args)]
pub struct MoneyBetween {
    #[arg(long, value_name = "TIME")]
    pub since: Option<String>,
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    pub min: Option<Decimal>,
}

/// Which of several transfers of one time is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum TieOrder {
    Written,
    CreditsFirst,
}

/// The rules of tracing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum TraceRule {
    Fifo,
    Lifo,
    ProRata,
    Poison,
    LowestBalance,
}

/// A length of time such as `2d`, `36h`, `90m` or `30s`, in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span(pub i64);

impl FromStr for Span {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a length of time looks like 2d, 36h, 90m or 30s";
        let seconds = match text.chars().last() {
            Some('d') => 86_400,
            Some('h') => 3_600,
            Some('m') => 60,
            Some('s') => 1,
            _ => return Err(wrong),
        };
        let count: i64 = text[..text.len() - 1].parse().map_err(|_| wrong)?;
        let micros = count.checked_mul(seconds * 1_000_000).filter(|micros| 0 < *micros);
        micros.map(Self).ok_or(wrong)
    }
}

/// From which sum on a transfer of a currency must be reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub currency: String,
    pub amount: Decimal,
}

impl FromStr for Report {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a sum that must be reported looks like USD=10000";
        let (currency, amount) = text.split_once('=').ok_or(wrong)?;
        let amount = amount.parse().map_err(|_| wrong)?;
        Ok(Self { currency: currency.to_owned(), amount })
    }
}
