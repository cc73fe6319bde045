//! Measures how fast a table of transfers is read, followed and searched for patterns:
//! `cargo run -p liaison-formats --release --example money -- TABLE [--seeds N] [--window SECONDS]`.
//!
//! Prints one line of JSON. Seconds are those of the processor, of all threads together, so that other
//! work on the machine counts little. Accounts in order of their names are the seeds.

use std::error::Error;
use std::fs::{self, File};
use std::io::Write as _;
use std::ops::ControlFlow;

use liaison_formats::{TransferColumns, TransferOptions, read_transfers};
use liaison_trace::{Account, Direction, Limits, PatternOptions, Rule, allocate, find, reach};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.first().ok_or("name a table of transfers")?;
    let number = |flag: &str, usual: i64| {
        let at = arguments.iter().position(|argument| argument == flag);
        at.and_then(|at| arguments.get(at + 1)).map_or(Ok(usual), |n| n.parse())
    };
    let (seeds, window) = (number("--seeds", 100)?, number("--window", 2 * 86_400)?);
    let options = TransferOptions {
        columns: "".parse::<TransferColumns>()?,
        zone: None,
        ties: None,
        keeps_references: false,
        has_one_form: false,
    };
    let begun = processor_seconds()?;
    let table = read_transfers(File::open(path)?, &options, &mut |_| ControlFlow::Continue(()))?;
    let load = processor_seconds()? - begun;
    let resident = resident_bytes()?;

    let transfers = &table.transfers;
    let mut accounts: Vec<Account> = (0..transfers.accounts() as u32).map(Account).collect();
    accounts.sort_by_key(|account| transfers.name(*account));
    accounts.truncate(usize::try_from(seeds)?);
    let begun = processor_seconds()?;
    let mut reached = 0;
    for _ in 0..REACHES {
        let all = reach(transfers, &accounts, Direction::Forward, &Limits::default());
        reached = all.all().count();
    }
    let reach_seconds = (processor_seconds()? - begun) / f64::from(REACHES);

    let begun = processor_seconds()?;
    let held = allocate(transfers, &accounts, Rule::Fifo, &Limits::default())?.holdings.len();
    let fifo = processor_seconds()? - begun;

    let begun = processor_seconds()?;
    let asked = PatternOptions {
        reported_from: vec![None; transfers.units().len()],
        ..PatternOptions::usual(window * 1_000_000)
    };
    let found = find(transfers, &asked);
    let patterns = processor_seconds()? - begun;
    let line = json!({
        "rows": table.rows, "accounts": transfers.accounts(),
        "load_seconds": load, "bytes_per_row": resident / u64::from(table.rows.max(1)),
        "reach_seconds": reach_seconds, "reached": reached,
        "fifo_seconds": fifo, "fifo_holdings": held,
        "patterns_seconds": patterns, "alerts": found.alerts.len(), "cycles": found.cycles,
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

/// What this process and its threads have used so far.
fn processor_seconds() -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let rest = stat.rsplit(')').next().unwrap_or_default();
    let ticks: Vec<u64> =
        rest.split_whitespace().skip(USER_TIME).take(2).filter_map(|n| n.parse().ok()).collect();
    Ok(ticks.iter().sum::<u64>() as f64 / TICKS_PER_SECOND)
}

fn resident_bytes() -> Result<u64, Box<dyn Error>> {
    let pages = fs::read_to_string("/proc/self/statm")?;
    let pages: u64 = pages.split_whitespace().nth(1).unwrap_or_default().parse()?;
    Ok(pages * BYTES_PER_PAGE)
}

/// Ticks are too long to time one.
const REACHES: u32 = 20;
/// Place of the user's time in /proc/self/stat behind the program's name (proc(5)).
const USER_TIME: usize = 11;
const TICKS_PER_SECOND: f64 = 100.0;
const BYTES_PER_PAGE: u64 = 4096;
