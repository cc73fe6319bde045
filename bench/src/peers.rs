//! The same file in nomenklatura's stores, which keep FollowTheMoney statements, too.
//!
//! What is compared is the time for one file. The two do not do the same: a node signs, keeps what
//! was there before, and finds texts; nomenklatura's stores do none of that.

use std::path::Path;
use std::process::{Command, Stdio};

use serde::Deserialize;

use crate::Failure;
use crate::data::Data;
use crate::ground::Ground;
use crate::report::{Figure, Unit};

/// What the script says of one store, as a line of JSON.
#[derive(Debug, Deserialize)]
struct Answer {
    version: String,
    statements: u64,
    seconds: f64,
    peak_memory: u64,
    bytes: u64,
    page_p95_ms: f64,
}

/// Runs the peer's stores one after the other, each in a process of its own.
pub fn measure(data: &Data, folder: &Path, ours: &Ground) -> Result<Vec<Figure>, Failure> {
    let ids = folder.join("ids.txt");
    std::fs::write(&ids, data.ids.join("\n"))?;
    let mut figures = Vec::new();
    for store in ["memory", "sqlite"] {
        let answer = run(store, &data.path, &ids, folder)?;
        let prefix = format!("nomenklatura {}, {store}: ", answer.version);
        let figure = |name: &str, value, unit| Figure::new(format!("{prefix}{name}"), value, unit);
        let ratio = answer.seconds / ours.import_seconds;
        figures.extend([
            figure("load", answer.seconds, Unit::Seconds),
            figure(
                "load, speed",
                answer.statements as f64 / answer.seconds,
                Unit::StatementsPerSecond,
            ),
            figure("its seconds over ours for this file", ratio, Unit::Times),
            figure("load, peak memory", answer.peak_memory as f64 / 1e6, Unit::Megabytes),
            figure("entity, p95", answer.page_p95_ms, Unit::Milliseconds),
        ]);
        if 0 < answer.bytes {
            let each = answer.bytes as f64 / answer.statements as f64;
            figures.push(figure("disk", each, Unit::MegabytesPerMillion));
        }
    }
    Ok(figures)
}

fn run(store: &str, file: &Path, ids: &Path, folder: &Path) -> Result<Answer, Failure> {
    let output = Command::new("python3")
        .arg(SCRIPT)
        .arg(store)
        .args([file, ids, &folder.join("nomenklatura.db")])
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("{SCRIPT} failed; --no-peers leaves it out").into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

const SCRIPT: &str = "bench/peers/nomenklatura_store.py";
