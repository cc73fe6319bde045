//! The arguments of `liaison compound` and `liaison travel`.

use clap::{Args, Subcommand};
use liaison_model::Marks;

use super::care::EntryTakeBack;
use super::field_value;

#[derive(Debug, Args)]
pub struct Compound {
    #[command(subcommand)]
    pub act: CompoundAct,
}

/// What is done with compounds.
#[derive(Debug, Subcommand)]
pub enum CompoundAct {
    Add(Box<CompoundAdd>),
    List(CompoundList),
    Show(CompoundShow),
    Status(CompoundState),
    Link(CompoundTie),
    Alias(CompoundAlias),
    TakeBack(EntryTakeBack),
}

#[derive(Debug, Args)]
pub struct CompoundAdd {
    #[arg(long, value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub alias: Vec<String>,
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    #[arg(long, value_name = "CC")]
    pub country: Option<String>,
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    #[arg(long, value_name = "WORDS")]
    pub building: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    pub gate: Vec<String>,
    #[arg(long, value_name = "DEGREES", allow_negative_numbers = true)]
    pub latitude: Option<String>,
    #[arg(long, value_name = "DEGREES", allow_negative_numbers = true)]
    pub longitude: Option<String>,
    #[arg(long, value_name = "METRES")]
    pub precision: Option<String>,
    #[arg(long, value_name = "FIELD=VALUE", value_parser = field_value)]
    pub set: Vec<(String, String)>,
    #[arg(long, required = true, value_name = "WORDS")]
    pub source: String,
    #[arg(long, value_name = "CODES")]
    pub handling: Option<Marks>,
    #[arg(long, value_name = "COMPOUND")]
    pub to: Option<String>,
}

#[derive(Debug, Args)]
pub struct CompoundList {
    #[arg(value_name = "WORDS", default_value = "")]
    pub text: String,
    #[arg(long, value_name = "CC")]
    pub country: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub status: Option<String>,
    #[arg(long)]
    pub disputed: bool,
    #[arg(long, value_name = "WHEN")]
    pub known_on: Option<String>,
}

#[derive(Debug, Args)]
pub struct CompoundShow {
    #[arg(value_name = "COMPOUND")]
    pub compound: String,
}

#[derive(Debug, Args)]
pub struct CompoundState {
    #[arg(value_name = "COMPOUND")]
    pub compound: String,
    #[arg(value_name = "STATUS")]
    pub status: String,
    #[command(flatten)]
    pub said: Sourced,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub reason: String,
}

/// When, by which agency and from where something is said.
#[derive(Debug, Args)]
pub struct Sourced {
    #[arg(long, default_value = "", value_name = "DATE")]
    pub date: String,
    #[arg(long, default_value = "", value_name = "AGENCY")]
    pub authority: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub source: String,
}

#[derive(Debug, Args)]
pub struct CompoundTie {
    #[arg(value_name = "COMPOUND")]
    pub compound: String,
    #[arg(value_name = "KIND")]
    pub kind: String,
    #[arg(value_name = "RECORD", default_value = "")]
    pub record: String,
    #[arg(long, default_value = "", value_name = "NAME")]
    pub firm: String,
    #[arg(long, default_value = "", value_name = "NUMBER")]
    pub phone: String,
    #[command(flatten)]
    pub said: Sourced,
}

#[derive(Debug, Args)]
pub struct CompoundAlias {
    #[arg(value_name = "COMPOUND")]
    pub compound: String,
    #[arg(value_name = "NAME", required = true)]
    pub names: Vec<String>,
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    #[arg(long, required = true, value_name = "WORDS")]
    pub source: String,
}

#[derive(Debug, Args)]
pub struct Travel {
    #[command(subcommand)]
    pub act: TravelAct,
}

/// What is done with travel restrictions.
#[derive(Debug, Subcommand)]
pub enum TravelAct {
    Add(Box<TravelAdd>),
    List(TravelList),
    Lift(TravelLift),
    TakeBack(EntryTakeBack),
}

#[derive(Debug, Args)]
pub struct TravelAdd {
    #[arg(value_name = "TITLE")]
    pub title: String,
    #[arg(long, value_name = "CC")]
    pub country: String,
    #[arg(long, default_value = "", value_name = "PLACE")]
    pub place: String,
    #[arg(long, default_value = "", value_name = "CODE")]
    pub kind: String,
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub level: String,
    #[arg(long, default_value = "", value_name = "1-4")]
    pub rank: String,
    #[arg(long, default_value = "", value_name = "CC,CC")]
    pub applies_to: String,
    #[arg(long, value_name = "WORDS")]
    pub issued_by: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub from: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub to: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub source: String,
}

#[derive(Debug, Args)]
pub struct TravelList {
    #[arg(long, value_name = "PLACE", conflicts_with = "report")]
    pub place: Option<String>,
    #[arg(long, value_name = "REPORT")]
    pub report: Option<String>,
    #[arg(long)]
    pub ended: bool,
}

#[derive(Debug, Args)]
pub struct TravelLift {
    #[arg(value_name = "ID")]
    pub restriction: String,
    #[arg(long, default_value = "", value_name = "DATE")]
    pub to: String,
    #[arg(long, required = true, value_name = "WORDS")]
    pub source: String,
}
