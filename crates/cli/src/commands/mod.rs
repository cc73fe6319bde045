//! One module per command.

mod advert;
mod ask;
mod backup;
mod case;
mod check_page;
mod compound;
mod demo;
mod emergency;
mod estimate;
mod exhibits;
mod export;
mod figures;
mod history;
mod import;
mod init;
mod interrupt;
mod judge;
mod ledger;
mod link;
mod links;
mod looks;
mod money;
mod names;
mod open;
mod operation;
mod page;
mod peer;
mod publish;
mod pull;
mod report;
mod request;
mod resolve;
mod screen;
mod screening;
mod search;
mod serve;
mod share;
mod show;
mod token;
mod tools;
mod travel;
mod user;
mod verify;
mod whole;
mod withdraw;
mod world;

use std::path::PathBuf;

use anyhow::Result;

use crate::Done;
use crate::args::{Arguments, Command};
use crate::out::Out;
use open::Place;

/// Runs a command.
///
/// # Errors
///
/// Whatever kept it from being done.
pub fn run(arguments: Arguments, out: &Out) -> Result<Done> {
    let dir = arguments.dir.or_else(dir_of_environment);
    if let Command::Demo(options) = &arguments.command {
        return demo::run(dir, options, out);
    }
    let dir = dir.unwrap_or_else(|| PathBuf::from(DEFAULT_DIR));
    let place = Place { dir, key_file: arguments.key_file };
    match arguments.command {
        Command::Init(options) => init::run(&place, &options, out),
        Command::Demo(_) => Ok(Done::Clean),
        Command::Backup(options) => backup::backup(&place, &options, out),
        Command::Restore(options) => backup::restore(&place, &options, out),
        Command::CheckPage(options) => check_page::run(&options, out),
        Command::Serve(options) => serve::run(&place, &options, out),
        Command::User(options) => user::run(&place, options, out),
        Command::Token(options) => token::run(&place, options, out),
        Command::Import(options) => import::run(&place, options, out),
        Command::Export(options) => export::run(&place, &options, out),
        Command::Search(options) => search::run(&place, &options, out),
        Command::Show(options) => show::run(&place, &options, out),
        Command::History(options) => history::run(&place, &options, out),
        Command::Looks(options) => looks::run(&place, options, out),
        Command::Emergency(options) => emergency::run(&place, options, out),
        Command::Undo(options) => withdraw::undo(&place, &options, out),
        Command::Withdraw(options) => withdraw::withdraw(&place, &options, out),
        Command::Erase(options) => withdraw::erase(&place, &options, out),
        Command::Figures(options) => figures::run(&place, &options, out),
        Command::Case(options) => case::run(&place, options, out),
        Command::Screening(options) => screening::screening(&place, options, out),
        Command::Procedure(options) => screening::procedure(&place, options, out),
        Command::Compound(options) => compound::run(&place, options, out),
        Command::Travel(options) => travel::run(&place, options, out),
        Command::Operation(options) => operation::operation(&place, options, out),
        Command::Manifest(options) => operation::manifest(&place, options, out),
        Command::Report(options) => report::run(&place, options, out),
        Command::Estimate(options) => estimate::run(&place, &options, out),
        Command::Names(options) => names::run(&options, out),
        Command::Advert(options) => advert::run(&place, &options, out),
        Command::Link(options) => link::run(&options, out),
        Command::Links(options) => links::run(&place, &options, out),
        Command::Ledger(options) => ledger::run(&place, &options, out),
        Command::Money(options) => money::run(&place, &options, out),
        Command::Screen(options) => screen::run(&place, &options, out),
        Command::Resolve(options) => resolve::run(&place, &options, out),
        Command::Judge(options) => judge::run(&place, &options, out),
        Command::Peer(options) => peer::run(&place, options, out),
        Command::Share(options) => share::share(&place, &options, out),
        Command::Receive(options) => share::receive(&place, &options, out),
        Command::Pull(options) => pull::run(&place, &options, out),
        Command::Ask(options) => ask::run(&place, &options, out),
        Command::Request(options) => request::run(&place, options, out),
        Command::Exhibits(options) => exhibits::run(&place, &options, out),
        Command::Verify(options) => verify::verify(&place, &options, out),
        Command::Proof(options) => verify::proof(&place, &options, out),
        Command::VerifyProof(options) => verify::verify_proof(&options, out),
        Command::Rebuild => tools::rebuild(&place, out),
        Command::Doctor => tools::doctor(&place, out),
        Command::World(options) => world::run(&options, out),
        Command::Certify(options) => init::certify(&place, &options, out),
        Command::Completions(options) => tools::completions(&options, out),
        Command::Man(options) => tools::man(&options, out),
    }
}

/// Read here and not by the parser of arguments, whose usage lines would show it as if it had been
/// typed.
fn dir_of_environment() -> Option<PathBuf> {
    std::env::var_os("LIAISON_DIR").filter(|dir| !dir.is_empty()).map(PathBuf::from)
}

/// The folder of a node where none is named.
const DEFAULT_DIR: &str = "liaison";
