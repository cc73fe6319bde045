//! Measures what the ground can carry: one import from file to found, pages, searches, proofs, and
//! beside them, in the same run, the peer that keeps statements too.
//!
//! It judges nobody but this machine: the report names it, and says which floors were missed.
//!
//! # Invariants
//!
//! * Every figure is measured in this run; none is carried over from another.
//! * Memory does not grow with the number of entities: what is read is dropped run by run.

#![allow(clippy::print_stdout, reason = "a report is what it is for")]

mod alone;
mod data;
mod ground;
mod machine;
mod measure;
mod peers;
mod report;
mod served;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use report::Bound;

/// The program's own; see `liaison`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Why a measurement ended early. Nothing recovers from it, so its text is enough.
type Failure = Box<dyn std::error::Error>;

/// Measure the ground of a node and write a report.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many entities are imported; ten statements each.
    #[arg(long, default_value_t = 100_000)]
    entities: u32,
    /// Leave out the peer, which needs Python and the package index once.
    #[arg(long)]
    no_peers: bool,
    /// Where the report goes.
    #[arg(long, default_value = "bench/reports")]
    reports: PathBuf,
    /// An empty PostgreSQL database in which the same is measured again.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
}

fn main() -> Result<ExitCode, Failure> {
    let arguments = Arguments::parse();
    let work = tempfile::tempdir()?;
    say("Writing the file");
    let data = data::write(work.path(), arguments.entities)?;
    let machine = machine::describe()?;

    say("SQLite: import, pages, searches, verification, rebuild, opening");
    let sqlite = ground::measure(&data, &work.path().join("sqlite"), None)?;
    let mut figures = sqlite.figures("");
    say("The steps of an import, each alone");
    figures.extend(alone::measure(&data, work.path())?);
    if let Some(url) = &arguments.database_url {
        say("PostgreSQL: the same");
        let postgres = ground::measure(&data, &work.path().join("postgres"), Some(url))?;
        figures.extend(postgres.figures("PostgreSQL: "));
    }
    if !arguments.no_peers {
        say("nomenklatura: the same file into its stores");
        figures.extend(peers::measure(&data, work.path(), &sqlite)?);
    }

    print!("{}", report::table(&figures));
    let files = report::write(&arguments.reports, &machine, &data, &figures)?;
    println!("\nThe report is {} and {}", files.text.display(), files.lines.display());
    let missed = figures.iter().filter(|figure| figure.bound() == Bound::FloorMissed).count();
    if 0 < missed {
        println!("{missed} floors were missed.");
    }
    Ok(ExitCode::SUCCESS)
}

fn say(what: &str) {
    println!("== {what}");
}
