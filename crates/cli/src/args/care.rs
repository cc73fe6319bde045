//! The arguments of `liaison case`, `liaison screening` and `liaison procedure`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use liaison_model::Purpose;

use super::field_value;

#[derive(Debug, Args)]
pub struct Case {
    #[command(subcommand)]
    pub act: CaseAct,
}

/// What is done with cases.
#[derive(Debug, Subcommand)]
pub enum CaseAct {
    Open(CaseOpen),
    List(CaseList),
    Show(CaseShow),
    Task(CaseTask),
    Update(CaseUpdate),
    Note(CaseNote),
    Decide(CaseDecide),
    Event(CaseEvent),
    Link(CaseLink),
    LetIn(CaseLetIn),
    LetOut(CaseLetOut),
    Close(CaseEnd),
    Reopen(CaseEnd),
    Evidence(CaseEvidence),
    HandOver(CaseHandOver),
    Timeline(CaseTimeline),
    Export(CaseExport),
    Import(CaseImport),
    TakeBack(EntryTakeBack),
}

#[derive(Debug, Args)]
pub struct CaseOpen {
    #[arg(value_name = "TITLE")]
    pub title: String,
    #[arg(long, value_name = "NAME")]
    pub template: String,
}

#[derive(Debug, Args)]
pub struct CaseList {
    #[arg(long)]
    pub mine: bool,
    #[arg(long)]
    pub closed: bool,
}

#[derive(Debug, Args)]
pub struct CaseShow {
    #[arg(value_name = "CASE")]
    pub case: String,
}

#[derive(Debug, Args)]
pub struct CaseTask {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "TITLE")]
    pub title: String,
    #[arg(long, default_value = "", value_name = "OFFICER")]
    pub assignee: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub due: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub group: String,
}

#[derive(Debug, Args)]
pub struct CaseUpdate {
    #[arg(value_name = "TASK")]
    pub task: String,
    #[arg(long, default_value = "", value_name = "CODE")]
    pub status: String,
    #[arg(long, default_value = "", value_name = "OFFICER")]
    pub assignee: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub due: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct CaseNote {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "WORDS")]
    pub text: String,
}

#[derive(Debug, Args)]
pub struct CaseDecide {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "WORDS")]
    pub text: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct CaseEvent {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "DATE")]
    pub date: String,
    #[arg(value_name = "WORDS")]
    pub text: String,
}

#[derive(Debug, Args)]
pub struct CaseLink {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "ID", required = true)]
    pub records: Vec<String>,
}

#[derive(Debug, Args)]
pub struct CaseLetIn {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "OFFICER")]
    pub officer: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct CaseLetOut {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "OFFICER")]
    pub officer: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct CaseEnd {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct CaseEvidence {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "WORDS")]
    pub taken_from: String,
}

#[derive(Debug, Args)]
pub struct CaseHandOver {
    #[arg(value_name = "EVIDENCE")]
    pub evidence: String,
    #[arg(long, value_name = "OFFICER", group = "word")]
    pub to: Option<String>,
    #[arg(long, group = "word")]
    pub accept: bool,
    #[arg(long, group = "word")]
    pub refuse: bool,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct CaseTimeline {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(long, value_name = "FILE", conflicts_with = "import")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub import: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct CaseExport {
    #[arg(value_name = "CASE")]
    pub case: String,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
}

#[derive(Debug, Args)]
pub struct CaseImport {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct EntryTakeBack {
    #[arg(value_name = "ID")]
    pub entry: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Screening {
    #[command(subcommand)]
    pub act: ScreeningAct,
}

/// What is done on the victim track.
#[derive(Debug, Subcommand)]
pub enum ScreeningAct {
    Forms(ScreeningForms),
    Enter(ScreeningEnter),
    Queue,
    Show(ScreeningShow),
    TakeBack(EntryTakeBack),
}

#[derive(Debug, Args)]
pub struct ScreeningForms {
    #[arg(value_name = "FORM")]
    pub form: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "form")]
    pub add: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ScreeningEnter {
    #[arg(value_name = "PERSON")]
    pub person: String,
    #[arg(long, value_name = "CODE")]
    pub result: String,
    #[arg(long, default_value = "", value_name = "FORM")]
    pub form: String,
    #[arg(long, value_name = "QUESTION=ANSWER", value_parser = field_value)]
    pub answer: Vec<(String, String)>,
    #[arg(long, default_value = "", value_name = "CODE")]
    pub age_group: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, default_value = "", value_name = "CASE")]
    pub case: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub needs: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct ScreeningShow {
    #[arg(value_name = "PERSON")]
    pub person: String,
}

#[derive(Debug, Args)]
pub struct Procedure {
    #[command(subcommand)]
    pub act: ProcedureAct,
}

/// What is done on the criminal track.
#[derive(Debug, Subcommand)]
pub enum ProcedureAct {
    Enter(ProcedureEnter),
    NonPunishment(NonPunishment),
    Release(ProcedureRelease),
    Suspects(ProcedureSuspects),
    Law(ProcedureLaw),
    TakeBack(EntryTakeBack),
}

#[derive(Debug, Args)]
pub struct ProcedureEnter {
    #[arg(value_name = "PERSON")]
    pub person: String,
    #[arg(value_name = "STEP")]
    pub step: String,
    #[arg(long, value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, value_name = "LAW")]
    pub basis: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "CASE")]
    pub case: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct NonPunishment {
    #[arg(value_name = "PERSON")]
    pub person: String,
    #[arg(long, value_name = "WORDS")]
    pub alleged: String,
    #[arg(long, value_name = "WORDS")]
    pub exploitation: String,
    #[arg(long, value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, default_value = "considered", value_name = "CODE")]
    pub decision: String,
    #[arg(long, default_value = "none", value_name = "CODE")]
    pub appeal: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "CASE")]
    pub case: String,
}

#[derive(Debug, Args)]
pub struct ProcedureRelease {
    #[arg(value_name = "PERSON")]
    pub person: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub reason: String,
    #[arg(long, default_value = "", value_name = "AGENCY")]
    pub to: String,
    #[arg(long, default_value = "", value_name = "CASE")]
    pub case: String,
}

#[derive(Debug, Args)]
pub struct ProcedureSuspects {
    #[arg(value_name = "AGENCY")]
    pub agency: String,
}

#[derive(Debug, Args)]
pub struct ProcedureLaw {
    #[arg(value_name = "COUNTRY", default_value = "")]
    pub country: String,
    #[arg(long, value_name = "FILE")]
    pub check: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Emergency {
    #[command(subcommand)]
    pub act: EmergencyAct,
}

/// What is done with looks in an emergency.
#[derive(Debug, Subcommand)]
pub enum EmergencyAct {
    List(EmergencyList),
    Review(EmergencyReview),
}

#[derive(Debug, Args)]
pub struct EmergencyList {
    #[arg(long, value_name = "STATE", value_parser = ["waiting", "overdue", "confirmed", "rejected"])]
    pub state: Option<String>,
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    pub limit: usize,
}

#[derive(Debug, Args)]
pub struct EmergencyReview {
    #[arg(value_name = "LOOK")]
    pub look: u64,
    #[arg(value_name = "VERDICT", value_parser = ["confirmed", "rejected"])]
    pub verdict: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}
