//! Reports of people.

use clap::{Args, Subcommand};
use jiff::civil::Date;
use liaison_casework::{Age, SavedView, Stage};
use liaison_model::Marks;
use liaison_node::CountBy;

use super::resolving::Verdict;
use super::{PublishTo, code, field_value, judged, month};

#[derive(Debug, Args)]
pub struct Report {
    #[command(subcommand)]
    pub act: ReportAct,
}

/// What is done with reports on people missing or held.
#[derive(Debug, Subcommand)]
pub enum ReportAct {
    Add(ReportAdd),
    List(ReportList),
    Overview(ReportOverview),
    Publish(ReportPublish),
    Show(ReportShow),
    Stage(ReportStage),
    Check(ReportCheck),
    Similar(ReportSimilar),
    Judge(ReportJudge),
    TakeBack(ReportTakeBack),
}

#[derive(Debug, Args)]
pub struct ReportAdd {
    #[arg(long, value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "NUMBER")]
    pub phone: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    pub place: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub last_contact: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub reported: Option<String>,
    #[arg(long, value_name = "FIELD=VALUE", value_parser = field_value)]
    pub set: Vec<(String, String)>,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub source: String,
    #[arg(long, value_name = "CODES")]
    pub handling: Option<Marks>,
    #[arg(long, value_name = "REPORT", conflicts_with_all = ["judge", "anyway"])]
    pub to: Option<String>,
    #[arg(long, value_name = "REPORT=VERDICT", value_parser = judged, requires = "because")]
    pub judge: Vec<(String, Verdict)>,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub because: String,
    #[arg(long)]
    pub anyway: bool,
}

#[derive(Debug, Args)]
pub struct ReportSimilar {
    #[arg(value_name = "REPORT")]
    pub report: String,
}

#[derive(Debug, Args)]
pub struct ReportJudge {
    #[arg(value_name = "REPORT")]
    pub report: String,
    #[arg(value_name = "REPORT")]
    pub other: String,
    #[arg(value_name = "VERDICT")]
    pub verdict: Verdict,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct ReportList {
    #[arg(long, value_name = "VIEW", value_parser = code(SavedView::ALL, SavedView::code))]
    pub view: Option<SavedView>,
    #[arg(long, value_name = "STAGE", value_parser = code(Stage::ALL, Stage::code))]
    pub stage: Option<Stage>,
    #[arg(long, value_name = "AGE", value_parser = code(Age::ALL, Age::code))]
    pub age: Option<Age>,
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    pub month: Option<Date>,
    #[arg(long, value_name = "DAY")]
    pub on: Option<Date>,
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub limit: usize,
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    pub offset: usize,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReportOverview {
    #[arg(long, value_name = "DAY")]
    pub on: Option<Date>,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReportPublish {
    #[arg(long, required = true, value_name = "TRAIT", value_parser = code(CountBy::ALL, CountBy::code))]
    pub by: Vec<CountBy>,
    #[arg(long, value_name = "DAY")]
    pub on: Option<Date>,
    #[command(flatten)]
    pub to: PublishTo,
}

#[derive(Debug, Args)]
pub struct ReportShow {
    #[arg(value_name = "REPORT")]
    pub report: String,
    #[arg(long, value_name = "DAY")]
    pub on: Option<Date>,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReportStage {
    #[arg(value_name = "REPORT")]
    pub report: String,
    #[arg(value_name = "STAGE")]
    pub stage: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
    #[arg(long, default_value = "", value_name = "CODE")]
    pub closing: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub death_cause: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub kin_told_by: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub kin_told_on: String,
    #[arg(long, value_name = "ID")]
    pub follows: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReportCheck {
    #[arg(value_name = "REPORT")]
    pub report: String,
    #[arg(long, value_name = "CODE")]
    pub channel: String,
    #[arg(long, value_name = "CODE")]
    pub outcome: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub note: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub next: String,
}

#[derive(Debug, Args)]
pub struct ReportTakeBack {
    #[arg(value_name = "ID")]
    pub entry: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}
