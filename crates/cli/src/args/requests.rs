//! The arguments of `liaison request`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use liaison_model::{Marks, Purpose};

#[derive(Debug, Args)]
pub struct Request {
    #[command(subcommand)]
    pub act: RequestAct,
}

/// What is done with requests.
#[derive(Debug, Subcommand)]
pub enum RequestAct {
    New(Box<RequestNew>),
    List(RequestList),
    Show(RequestShow),
    Approve(RequestOne),
    Send(RequestOne),
    Accept(RequestTell),
    Refuse(RequestRefuse),
    Clarify(RequestTell),
    Answer(RequestAnswer),
    Feedback(RequestTell),
    Close(RequestOne),
    Recall(RequestTell),
    Escalate(RequestTell),
}

#[derive(Debug, Args)]
pub struct RequestNew {
    #[arg(long, value_name = "AGENCY")]
    pub to: String,
    #[arg(long, value_name = "KIND")]
    pub kind: String,
    #[arg(long, default_value = "ordinary", value_name = "URGENCY")]
    pub urgency: String,
    #[arg(long, value_name = "CASE")]
    pub case: String,
    #[arg(long, value_name = "PURPOSE")]
    pub purpose: String,
    #[arg(long, value_name = "WORDS")]
    pub law: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub ask: Vec<String>,
    #[arg(long, value_name = "WHAT")]
    pub about: Vec<String>,
    #[arg(long, default_value = "", value_name = "RECORD")]
    pub subject: String,
    #[arg(long, value_name = "MARKS")]
    pub marks: Marks,
    #[arg(long, default_value = "", value_name = "MOMENT")]
    pub until: String,
}

#[derive(Debug, Args)]
pub struct RequestList {
    #[arg(long, conflicts_with = "received")]
    pub sent: bool,
    #[arg(long)]
    pub received: bool,
    #[arg(long)]
    pub open: bool,
}

#[derive(Debug, Args)]
pub struct RequestShow {
    #[arg(value_name = "REQUEST")]
    pub request: String,
    #[arg(long, value_name = "PURPOSE")]
    pub reveal: Option<Purpose>,
}

#[derive(Debug, Args)]
pub struct RequestOne {
    #[arg(value_name = "REQUEST")]
    pub request: String,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// A word with words.
#[derive(Debug, Args)]
pub struct RequestTell {
    #[arg(value_name = "REQUEST")]
    pub request: String,
    #[arg(default_value = "", value_name = "WORDS")]
    pub text: String,
    #[arg(long, value_name = "MARKS")]
    pub marks: Option<Marks>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct RequestRefuse {
    #[arg(value_name = "REQUEST")]
    pub request: String,
    #[arg(value_name = "WORDS")]
    pub text: String,
    #[arg(long, value_name = "WORDS")]
    pub law: String,
    #[arg(long, value_name = "MARKS")]
    pub marks: Option<Marks>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct RequestAnswer {
    #[arg(value_name = "REQUEST")]
    pub request: String,
    #[arg(value_name = "WORDS")]
    pub text: String,
    #[arg(long)]
    pub partly: bool,
    #[arg(long, value_name = "RECORD")]
    pub record: Vec<String>,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub law: String,
    #[arg(long, value_name = "MARKS")]
    pub marks: Option<Marks>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
