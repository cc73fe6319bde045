//! What may be typed about links.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

#[derive(Debug, Args)]
pub struct Links {
    #[command(subcommand)]
    pub act: LinksAct,
}

/// What is asked about links.
#[derive(Debug, Subcommand)]
pub enum LinksAct {
    Paths(LinkPaths),
    Near(LinksNear),
    Communities(LinksWithin),
    Organisers(LinksWithin),
    Export(LinksExport),
}

/// Which links count.
#[derive(Debug, Args)]
pub struct LinksWithin {
    #[arg(long, value_name = "NUMBER")]
    pub case: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    pub limit: usize,
}

#[derive(Debug, Args)]
pub struct LinkPaths {
    #[arg(value_name = "RECORD")]
    pub from: String,
    #[arg(value_name = "RECORD")]
    pub to: String,
    #[command(flatten)]
    pub within: LinksWithin,
}

#[derive(Debug, Args)]
pub struct LinksNear {
    #[arg(required = true, value_name = "RECORD")]
    pub records: Vec<String>,
    #[command(flatten)]
    pub within: LinksWithin,
}

#[derive(Debug, Args)]
pub struct LinksExport {
    #[arg(value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long = "as", value_enum, default_value_t = LinksFormat::Gexf, value_name = "FORMAT")]
    pub format: LinksFormat,
    #[arg(long, value_name = "NUMBER")]
    pub case: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
}

/// The form of a file of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LinksFormat {
    Gexf,
    Csv,
}
