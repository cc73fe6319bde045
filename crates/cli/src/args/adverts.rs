//! Adverts: scored, clustered, learned from.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
