//! Adverts: scored, clustered, learned from.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use liaison_model::Marks;

#[derive(Debug, Args)]
pub struct Advert {
    #[command(subcommand)]
    pub act: AdvertAct,
}

/// What is done with the texts of adverts.
#[derive(Debug, Subcommand)]
pub enum AdvertAct {
    Score(AdvertScore),
    Cluster(AdvertCluster),
    Train(AdvertTrain),
    Add(AdvertAdd),
    Watch(AdvertWatch),
    List(AdvertList),
    Show(AdvertShow),
    Judge(AdvertJudge),
    Learn,
    Takedown(AdvertTakedown),
}

#[derive(Debug, Args)]
pub struct AdvertAdd {
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "WORDS", conflicts_with = "files")]
    pub text: Option<String>,
    #[command(flatten)]
    pub said: AdvertSaid,
    #[arg(long, value_name = "FILE", requires = "text")]
    pub picture: Vec<PathBuf>,
}

/// What is said of all texts of which their file does not say it.
#[derive(Debug, Args)]
pub struct AdvertSaid {
    #[arg(long, default_value = "", value_name = "URL")]
    pub url: String,
    #[arg(long, default_value = "", value_name = "NAME")]
    pub platform: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub posted: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub seen: String,
    #[arg(long, default_value = "", value_name = "LANGUAGE")]
    pub language: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub source: String,
    #[arg(long, value_name = "CODES")]
    pub handling: Option<Marks>,
}

#[derive(Debug, Args)]
pub struct AdvertWatch {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    #[arg(long)]
    pub once: bool,
    #[command(flatten)]
    pub said: AdvertSaid,
}

#[derive(Debug, Args)]
pub struct AdvertList {
    #[arg(long, value_name = "BAND", value_parser = ["few-signs", "some-signs", "many-signs"])]
    pub band: Option<String>,
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub platform: Option<String>,
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    #[arg(long, value_name = "WORD")]
    pub standing: Option<String>,
    #[arg(long, value_name = "ADVERT")]
    pub cluster: Option<String>,
    #[arg(long)]
    pub clusters: bool,
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    pub offset: usize,
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    pub limit: usize,
}

#[derive(Debug, Args)]
pub struct AdvertShow {
    #[arg(value_name = "ADVERT")]
    pub advert: String,
}

#[derive(Debug, Args)]
pub struct AdvertJudge {
    #[arg(value_name = "ADVERT")]
    pub advert: String,
    #[arg(value_name = "VERDICT", value_parser = ["advert", "other"])]
    pub verdict: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub because: String,
}

#[derive(Debug, Args)]
pub struct AdvertTakedown {
    #[command(subcommand)]
    pub act: TakedownAct,
}

/// How adverts are taken down.
#[derive(Debug, Subcommand)]
pub enum TakedownAct {
    Say(TakedownSay),
    Batch(TakedownBatch),
    Outcomes(TakedownOutcomes),
}

#[derive(Debug, Args)]
pub struct TakedownSay {
    #[arg(value_name = "WORD")]
    pub word: String,
    #[arg(required = true, value_name = "ADVERT")]
    pub adverts: Vec<String>,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub because: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reference: String,
}

#[derive(Debug, Args)]
pub struct TakedownBatch {
    #[arg(value_name = "PLATFORM")]
    pub platform: String,
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct TakedownOutcomes {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct AdvertScore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "MODEL")]
    pub model: Option<PathBuf>,
    #[arg(long, value_name = "COLUMN")]
    pub labels: Option<String>,
    #[arg(long, value_name = "COUNT", conflicts_with = "labels")]
    pub ask: Option<usize>,
}

#[derive(Debug, Args)]
pub struct AdvertCluster {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct AdvertTrain {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "COLUMN")]
    pub label: String,
    #[arg(long, value_name = "MODEL")]
    pub out: PathBuf,
}
