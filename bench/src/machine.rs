//! Where and when it was measured.

use std::fs;
use std::process::Command;

use serde::Serialize;

use crate::Failure;

/// Without these a figure means nothing.
#[derive(Debug, Clone, Serialize)]
pub struct Machine {
    /// Day, UTC.
    pub date: String,
    /// Model of the processor.
    pub processor: String,
    /// Cores that this process may use.
    pub cores: usize,
    /// Memory, in whole GiB.
    pub memory_gib: u64,
    /// Load average of the last minute before the run: above 0 somebody else was working.
    pub load_before: f64,
    /// Commit of the sources, and whether they were changed since.
    pub commit: String,
    /// The command.
    pub command: String,
}

/// Describes this machine, now.
pub fn describe() -> Result<Machine, Failure> {
    let cpus = fs::read_to_string("/proc/cpuinfo")?;
    let memory = fs::read_to_string("/proc/meminfo")?;
    let load = fs::read_to_string("/proc/loadavg")?;
    let kib: u64 = field(&memory, "MemTotal").trim_end_matches("kB").trim().parse()?;
    Ok(Machine {
        date: jiff::Timestamp::now().strftime("%Y-%m-%d").to_string(),
        processor: field(&cpus, "model name").to_owned(),
        cores: std::thread::available_parallelism()?.get(),
        memory_gib: (kib + KIB_PER_GIB / 2) / KIB_PER_GIB,
        load_before: load.split(' ').next().unwrap_or_default().parse()?,
        commit: commit(),
        command: command(),
    })
}

/// The value of `name: value` in a file of /proc.
fn field<'a>(text: &'a str, name: &str) -> &'a str {
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.filter(|(key, _)| key.trim() == name).map(|(_, value)| value.trim()).next().unwrap_or("")
}

fn commit() -> String {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let Some(head) = git(&["rev-parse", "--short=12", "HEAD"]) else { return "unknown".into() };
    match git(&["status", "--porcelain", "--untracked-files=no"]) {
        Some(changes) if changes.is_empty() => head,
        _ => format!("{head} with changes that are not committed"),
    }
}

/// The command as it was typed; an address of a database stays out of reports.
fn command() -> String {
    let mut words = vec!["scripts/bench".to_owned()];
    let mut is_address = false;
    for word in std::env::args().skip(1) {
        let hidden = is_address || word.starts_with(ADDRESS_OPTION);
        is_address = word == ADDRESS_OPTION;
        words.push(if hidden { "…".to_owned() } else { word });
    }
    words.join(" ")
}

const ADDRESS_OPTION: &str = "--database-url";
const KIB_PER_GIB: u64 = 1024 * 1024;
