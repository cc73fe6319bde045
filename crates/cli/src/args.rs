//! What may be typed. The words are in the message catalogue (see `words.rs`).

pub mod accounts;
pub mod adverts;
pub mod care;
pub mod ledger;
pub mod links;
pub mod money;
pub mod operations;
pub mod peer;
pub mod places;
pub mod reports;
pub mod requests;
pub mod resolving;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand};
use jiff::civil::Date;
use liaison_api::HostName;
use liaison_estimate::Method;
use liaison_formats::Format;
use liaison_model::messages::{Catalogue, languages};
use liaison_model::values::DateOrder;
use liaison_model::{AgencyId, Grade, Hash, Instant, Marks, Purpose, StatementId};
use liaison_node::{ListBy, OwnWhat};

use self::accounts::{Token, User};
use self::adverts::Advert;
use self::care::{Case, Emergency, Procedure, Screening};
use self::ledger::Ledger;
use self::links::Links;
use self::money::Money;
use self::operations::{Manifest, Operation};
use self::peer::{Ask, Peer, Pull, Receive, Share};
use self::places::{Compound, Travel};
use self::reports::Report;
use self::requests::Request;
use self::resolving::{Judge, Link, Names, Resolve, Screen, Verdict};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "liaison", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[arg(long, global = true, value_name = "FOLDER")]
    pub dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    pub lang: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

/// The commands of the contract.
#[derive(Debug, Subcommand)]
pub enum Command {
    Init(Init),
    Demo(Demo),
    Serve(Serve),
    CheckPage(CheckPage),
    User(User),
    Token(Token),
    Backup(Backup),
    Restore(Restore),
    Import(Import),
    Export(Export),
    Search(Search),
    Show(Show),
    History(History),
    Looks(Looks),
    Emergency(Emergency),
    Undo(Undo),
    Withdraw(Withdraw),
    Erase(Erase),
    Figures(Figures),
    Report(Report),
    Case(Case),
    Screening(Screening),
    Procedure(Procedure),
    Compound(Compound),
    Travel(Travel),
    Operation(Operation),
    Manifest(Manifest),
    Estimate(Estimate),
    Names(Names),
    Link(Link),
    Links(Links),
    Ledger(Ledger),
    Money(Money),
    Screen(Screen),
    Resolve(Resolve),
    Judge(Judge),
    Advert(Advert),
    Peer(Peer),
    Share(Share),
    Receive(Receive),
    Pull(Pull),
    Ask(Ask),
    Request(Request),
    #[command(visible_alias = "exhibit")]
    Exhibits(Exhibits),
    Verify(Verify),
    Proof(Proof),
    VerifyProof(VerifyProof),
    Rebuild,
    Doctor,
    World(World),
    Certify(Certify),
    Completions(Completions),
    Man(Man),
}

#[derive(Debug, Args)]
pub struct Init {
    #[arg(long, value_name = "NAME")]
    pub agency: String,
    #[arg(long, value_name = "CC")]
    pub country: String,
    #[arg(long, value_name = "ID")]
    pub id: Option<AgencyId>,
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,
    #[arg(long, value_name = "S3-ADDRESS")]
    pub exhibits: Option<String>,
}

#[derive(Debug, Args)]
pub struct Certify {
    #[arg(long, value_name = "FILE")]
    pub root_key: PathBuf,
}

#[derive(Debug, Args)]
pub struct World {
    #[command(subcommand)]
    pub act: WorldAct,
}

/// What is done with simulated regions.
#[derive(Debug, Subcommand)]
pub enum WorldAct {
    Score(WorldScore),
}

#[derive(Debug, Args)]
pub struct WorldScore {
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    pub seed: u64,
    #[arg(long, default_value_t = 1, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub seeds: u16,
    #[arg(long, default_value_t = 10_000, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(10..=100_000))]
    pub people: u32,
}

#[derive(Debug, Args)]
pub struct Demo {
    #[arg(long)]
    pub reset: bool,
    #[arg(long)]
    pub no_serve: bool,
    #[arg(long)]
    pub alone: bool,
    #[arg(long, default_value_t = 8600, value_name = "PORT")]
    pub port: u16,
}

#[derive(Debug, Args)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub tombstones: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct CheckPage {
    #[arg(long, default_value = "127.0.0.1:8700", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    #[arg(long)]
    pub behind_proxy: bool,
}

#[derive(Debug, Args)]
pub struct Serve {
    #[arg(long, default_value = "127.0.0.1:8600", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    #[arg(long)]
    pub read_only: bool,
    #[arg(long)]
    pub access_log: bool,
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    #[arg(long, conflicts_with = "tls_cert")]
    pub tls_self_made: bool,
    #[arg(long, value_name = "NAME")]
    pub host: Vec<HostName>,
    #[arg(long, value_name = "ADDRESS", conflicts_with = "read_only")]
    pub exchange: Option<SocketAddr>,
    /// How the command hands the passphrase to itself; see `serve`.
    #[arg(long, hide = true)]
    pub passphrase_on_stdin: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long = "as", value_name = "FORMAT", value_parser = format())]
    pub format: Option<Format>,
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub dataset: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub source: Option<String>,
    #[arg(long, value_name = "B2")]
    pub grade: Option<Grade>,
    #[arg(long, value_name = "CODES")]
    pub handling: Option<Marks>,
    #[arg(long, value_name = "ORDER", value_enum)]
    pub dates: Option<Dates>,
    #[arg(long, value_name = "CC")]
    pub country: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "mapping")]
    pub save_mapping: Option<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub yes: bool,
}

/// Which comes first where a date is written `05/06/2025`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Dates {
    Dmy,
    Mdy,
}

impl From<Dates> for DateOrder {
    fn from(dates: Dates) -> Self {
        match dates {
            Dates::Dmy => Self::DayFirst,
            Dates::Mdy => Self::MonthFirst,
        }
    }
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(long = "as", value_name = "FORMAT", value_enum, default_value_t = ExportFormat::Ftm)]
    pub format: ExportFormat,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub filter: Filter,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
}

/// Forms in which facts leave the node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    Ftm,
    Statements,
    Csv,
    Xlsx,
}

#[derive(Debug, Args)]
pub struct Filter {
    #[arg(long, value_name = "SCHEMA")]
    pub schema: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub dataset: Vec<String>,
    #[arg(long, value_name = "CC")]
    pub country: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
}

#[derive(Debug, Args)]
pub struct Search {
    #[arg(value_name = "WORDS", default_value = "")]
    pub words: String,
    #[command(flatten)]
    pub filter: Filter,
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub limit: usize,
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    pub offset: usize,
    #[arg(long)]
    pub facets: bool,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
    #[arg(long, value_name = "REASON", conflicts_with = "reveal")]
    pub emergency: Option<String>,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
    #[arg(long)]
    pub adjacent: bool,
}

#[derive(Debug, Args)]
pub struct History {
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub limit: u32,
    #[arg(long, value_name = "COMMIT")]
    pub before: Option<u64>,
}

#[derive(Debug, Args)]
pub struct Looks {
    #[arg(long, value_name = "NAME")]
    pub officer: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with = "accounts")]
    pub record: Option<String>,
    #[arg(long)]
    pub accounts: bool,
    #[arg(long, value_name = "NAME", requires = "accounts")]
    pub account: Option<String>,
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    #[arg(long, value_name = "WHEN")]
    pub to: Option<String>,
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub limit: usize,
    #[arg(long, value_name = "LOOK")]
    pub before: Option<u64>,
}

#[derive(Debug, Args)]
pub struct Undo {
    #[arg(value_name = "COMMIT")]
    pub commit: u64,
    #[arg(long)]
    pub only: bool,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Withdraw {
    #[arg(value_name = "STATEMENT")]
    pub statement: StatementId,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Erase {
    #[arg(value_name = "STATEMENT")]
    pub statement: StatementId,
    #[arg(long, value_name = "WORDS")]
    pub authority: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Figures {
    #[arg(value_name = "WORDS", default_value = "")]
    pub words: String,
    #[arg(long)]
    pub conflicts: bool,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
    #[command(subcommand)]
    pub act: Option<FigureAct>,
}

/// An analyst's decision about a figure.
#[derive(Debug, Subcommand)]
pub enum FigureAct {
    Publish(FigurePublish),
    Mark(FigureMark),
    Unmark(FigureUnmark),
    Own(FigureOwn),
    Cooperation,
}

/// What the node itself counts.
#[derive(Debug, Args)]
pub struct FigureOwn {
    #[arg(value_name = "WHAT", value_parser = own_what)]
    pub what: Option<OwnWhat>,
}

fn own_what(code: &str) -> Result<OwnWhat, String> {
    OwnWhat::of_code(code).ok_or_else(|| OwnWhat::ALL.map(OwnWhat::code).join(", "))
}

/// How a table that anybody may have is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum PublishFormat {
    Csv,
    SdmxCsv,
}

#[derive(Debug, Args)]
pub struct FigurePublish {
    #[command(flatten)]
    pub to: PublishTo,
}

/// Where such a table goes.
#[derive(Debug, Args)]
pub struct PublishTo {
    #[arg(long = "as", value_enum, default_value = "csv", value_name = "FORMAT")]
    pub format: PublishFormat,
    #[arg(long, default_value = "-", value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct FigureUnmark {
    #[arg(value_name = "JUDGEMENT")]
    pub judgement: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
#[group(skip)]
#[command(group = clap::ArgGroup::new("verdict").required(true).multiple(false))]
#[command(override_usage = MARK_USAGE)]
pub struct FigureMark {
    #[arg(value_name = "FIGURE")]
    pub figure: String,
    #[arg(long, group = "verdict")]
    pub different_question: bool,
    #[arg(long, group = "verdict")]
    pub superseded: bool,
    #[arg(long, group = "verdict", value_name = "FIGURE")]
    pub superseded_by: Option<String>,
    #[arg(long, group = "verdict", requires = "reason")]
    pub preferred: bool,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

/// A preference has a reason; the other verdicts may have one.
const MARK_USAGE: &str = "\
liaison figures mark <FIGURE> --preferred --reason <WORDS>
       liaison figures mark <FIGURE> <--different-question|--superseded|--superseded-by <FIGURE>> \
[--reason <WORDS>]";

#[derive(Debug, Args)]
pub struct Estimate {
    #[arg(
        value_name = "COUNTS",
        required_unless_present = "from_node",
        conflicts_with = "from_node"
    )]
    pub file: Option<PathBuf>,
    #[arg(long)]
    pub from_node: bool,
    #[arg(
        long,
        value_enum,
        default_value = "dataset",
        value_name = "WHAT",
        requires = "from_node"
    )]
    pub by: EstimateBy,
    #[arg(long = "list", value_name = "LIST", requires = "from_node")]
    pub lists: Vec<String>,
    #[arg(long, value_name = "PROBABILITY", requires = "from_node", value_parser = even_odds_or_more)]
    pub likely: Option<f32>,
    #[arg(long, value_enum, value_name = "METHOD", conflicts_with_all = ["all", "model"])]
    pub method: Option<EstimateMethod>,
    #[arg(long, conflicts_with = "model")]
    pub all: bool,
    #[arg(long, value_name = "MODEL")]
    pub model: Option<String>,
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    pub seed: u64,
    #[arg(long, default_value_t = 1000, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(..=100_000))]
    pub replicates: u32,
    #[arg(long, value_name = "LISTS", value_parser = clap::value_parser!(u32).range(1..))]
    pub order: Option<u32>,
}

/// What makes a list of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum EstimateBy {
    Dataset,
    Agency,
    Channel,
}

impl From<EstimateBy> for ListBy {
    fn from(by: EstimateBy) -> Self {
        match by {
            EstimateBy::Dataset => Self::Dataset,
            EstimateBy::Agency => Self::Agency,
            EstimateBy::Channel => Self::Channel,
        }
    }
}

fn even_odds_or_more(text: &str) -> Result<f32, String> {
    let probability = text.parse().ok().filter(|it| (0.5..=1.0).contains(it));
    probability.ok_or_else(|| "0.5–1".to_owned())
}

/// How the people on no list are estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum EstimateMethod {
    Bic,
    Stepwise,
    Main,
    Dga,
    Chapman,
}

impl From<EstimateMethod> for Method {
    fn from(method: EstimateMethod) -> Self {
        match method {
            EstimateMethod::Bic => Self::Bic,
            EstimateMethod::Stepwise => Self::Stepwise,
            EstimateMethod::Main => Self::Main,
            EstimateMethod::Dga => Self::Dga,
            EstimateMethod::Chapman => Self::Chapman,
        }
    }
}

#[derive(Debug, Args)]
pub struct Exhibits {
    #[command(subcommand)]
    pub act: ExhibitAct,
}

/// What is done with an evidence file.
#[derive(Debug, Subcommand)]
pub enum ExhibitAct {
    Add(ExhibitAdd),
    List,
    Get(ExhibitGet),
    Seal(ExhibitSeal),
    Verify(ExhibitVerify),
    Page(ExhibitPage),
}

#[derive(Debug, Args)]
pub struct ExhibitSeal {
    #[arg(value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "NUMBER")]
    pub case: String,
    #[arg(long, value_name = "TITLE")]
    pub title: String,
    #[arg(long, value_name = "WORDS=ID,ID")]
    pub fact: Vec<String>,
    #[arg(long, value_name = "STATEMENT=REASON")]
    pub leave_out: Vec<String>,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
}

#[derive(Debug, Args)]
pub struct ExhibitVerify {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "FINGERPRINT")]
    pub root: Option<String>,
}

#[derive(Debug, Args)]
pub struct ExhibitPage {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(value_name = "PAGE.html")]
    pub out: PathBuf,
    #[arg(long, default_value = "en", value_name = "LANGUAGE", value_parser = ["en", "ko", "th", "km"])]
    pub in_language: String,
}

#[derive(Debug, Args)]
pub struct ExhibitAdd {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub note: String,
}

#[derive(Debug, Args)]
pub struct ExhibitGet {
    #[arg(value_name = "SHA-256")]
    pub hash: Hash,
    #[arg(value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct Verify {
    #[arg(long)]
    pub deep: bool,
}

#[derive(Debug, Args)]
pub struct Proof {
    #[arg(value_name = "STATEMENT")]
    pub statement: StatementId,
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
}

#[derive(Debug, Args)]
pub struct VerifyProof {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "FINGERPRINT")]
    pub root: Option<String>,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub struct Man {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    #[arg(long)]
    pub markdown: bool,
}

/// The whole command line with its words.
#[must_use]
pub fn command(words: &Catalogue) -> clap::Command {
    crate::words::localised(without_empty_variables(Arguments::command()), words)
}

/// A variable of the environment that is set to nothing counts as one that is not set.
fn without_empty_variables(command: clap::Command) -> clap::Command {
    let is_empty = |argument: &clap::Arg| {
        argument.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty())
    };
    let unset = |argument: clap::Arg| match is_empty(&argument) {
        true => argument.env(None::<&str>),
        false => argument,
    };
    command.mut_args(unset).mut_subcommands(without_empty_variables)
}

/// A language by a tag such as `ko` or `zh-Hans`.
fn language(text: &str) -> Result<String, String> {
    let known: Vec<_> = languages().collect();
    let base = text.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
    match known.contains(&base.as_str()) {
        true => Ok(text.to_owned()),
        false => Err(format!("there are: {}", known.join(", "))),
    }
}

/// A format of files by its name.
fn format() -> impl TypedValueParser<Value = Format> {
    let names = Format::NAMES.iter().map(|(name, _)| *name);
    PossibleValuesParser::new(names)
        .try_map(|name| Format::named(&name).ok_or("there is no format of this name"))
}

/// One of some codes.
fn code<T: Copy + Clone + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    code: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.map(code)).try_map(move |text| {
        let found = all.into_iter().find(|one| code(*one) == text);
        found.ok_or("there is no code of this name")
    })
}

/// `REPORT=VERDICT`.
fn judged(text: &str) -> Result<(String, Verdict), String> {
    let (report, verdict) = field_value(text)?;
    Ok((report, <Verdict as clap::ValueEnum>::from_str(verdict.trim(), false)?))
}

/// `FIELD=VALUE`.
fn field_value(text: &str) -> Result<(String, String), String> {
    let (field, value) = text.split_once('=').ok_or("it looks like FIELD=VALUE")?;
    Ok((field.trim().to_owned(), value.to_owned()))
}

/// The first day of a month that is written `2025-08`.
fn month(text: &str) -> Result<Date, String> {
    format!("{text}-01").parse().map_err(|_| "a month looks like 2025-08".to_owned())
}

/// A moment as an officer writes it: a day stands for its end, where `known on` is asked.
///
/// # Errors
///
/// When the text is neither a day nor a moment.
pub fn moment(text: &str) -> anyhow::Result<Instant> {
    let end_of_day = format!("{text}T23:59:59.999999Z");
    text.parse().or_else(|_| end_of_day.parse()).map_err(anyhow::Error::new)
}

/// The same where something begins: a day stands for its start.
///
/// # Errors
///
/// When the text is neither a day nor a moment.
pub fn first_moment(text: &str) -> anyhow::Result<Instant> {
    let start_of_day = format!("{text}T00:00:00Z");
    text.parse().or_else(|_| start_of_day.parse()).map_err(anyhow::Error::new)
}
