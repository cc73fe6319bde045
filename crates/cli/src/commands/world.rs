//! `liaison world score`: what working together is worth.

use std::path::Path;

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_score::{Measure, Row, Step, Table, Wanted, interval, score};

use crate::Done;
use crate::args::{World, WorldAct, WorldScore};
use crate::out::Out;

pub fn run(options: &World, out: &Out) -> Result<Done> {
    match &options.act {
        WorldAct::Score(options) => measure(options, out),
    }
}

fn measure(options: &WorldScore, out: &Out) -> Result<Done> {
    let mut tables = Vec::new();
    for seed in (options.seed..).take(usize::from(options.seeds)) {
        let folder = tempfile::tempdir()?;
        let table = one(seed, options.people, folder.path(), out)?;
        if out.is_json() {
            out.value(&table);
        }
        tables.push(table);
    }
    if !out.is_json() {
        show(&tables, out);
    }
    Ok(Done::Clean)
}

fn one(seed: u64, people: u32, folder: &Path, out: &Out) -> Result<Table> {
    let wanted = Wanted { seed, people, folder };
    let table = score(&wanted, &|step| {
        let key = match step {
            Step::Filing => "world-filing",
            Step::MatchingAlone => "world-matching-alone",
            Step::Sharing => "world-sharing",
            Step::MatchingTogether => "world-matching-together",
            Step::Tracing => "world-tracing",
        };
        out.note(&Message::new(key).count("seed", seed));
    })?;
    Ok(table)
}

/// The table, with the mean over all seeds and where it lies.
fn show(tables: &[Table], out: &Out) {
    let Some(first) = tables.first() else { return };
    let say = |message: &Message| out.line(&out.words.say(message));
    let about = Message::new("world-about").count("people", u64::from(first.people));
    say(&about.count("seeds", tables.len() as u64));
    let rows: Vec<Vec<String>> = (0..first.rows.len())
        .map(|place| {
            let rows: Vec<Row> =
                tables.iter().filter_map(|table| table.rows.get(place)).copied().collect();
            line(&rows, out)
        })
        .collect();
    let headings = [
        "column-world-measure",
        "column-best-alone",
        "column-together",
        "column-oracle",
        "column-times",
    ];
    out.table(&headings, &rows);
    let mean = |of: &dyn Fn(&Table) -> f64| interval(tables.iter().map(of)).0;
    let precision = mean(&|table| f64::from(table.precision) / 10.0);
    say(&Message::new("world-precision").with("precision", format!("{precision:.1}")));
    let hours = mean(&|table| f64::from(table.hours_to_locate.unwrap_or_default()));
    say(&Message::new("world-hours").with("hours", format!("{hours:.0}")));
    let shared = mean(&|table| table.shared as f64);
    let a_second = mean(&|table| table.shared as f64 / table.sharing_seconds.max(0.001));
    let seconds = mean(&|table| table.seconds);
    say(&Message::new("world-shared")
        .with("statements", format!("{shared:.0}"))
        .with("speed", format!("{a_second:.0}"))
        .with("seconds", format!("{seconds:.0}")));
    out.line(&out.words.text("world-fictional"));
}

fn line(rows: &[Row], out: &Out) -> Vec<String> {
    let Some(first) = rows.first() else { return Vec::new() };
    let (key, unit) = match first.measure {
        Measure::PeopleLocated => ("world-people-located", 1.0),
        Measure::DuplicatesJoined => ("world-duplicates-joined", 1.0),
        Measure::CompoundsIdentified => ("world-compounds-identified", 1.0),
        Measure::MoneyStopped => ("world-money-stopped", 100_000_000.0),
    };
    let told = |of: &dyn Fn(&Row) -> f64| {
        let (mean, half) = interval(rows.iter().map(of));
        let digits = if unit == 1.0 { 0 } else { 1 };
        let told = format!("{mean:.digits$}");
        if rows.len() < 2 { told } else { format!("{told} ± {half:.digits$}") }
    };
    let times = |row: &Row| row.together as f64 / row.best_alone().max(1) as f64;
    let (mean, half) = interval(rows.iter().map(times));
    let times =
        if rows.len() < 2 { format!("{mean:.2}") } else { format!("{mean:.2} ± {half:.2}") };
    vec![
        out.words.text(key),
        told(&|row| row.best_alone() as f64 / unit),
        told(&|row| row.together as f64 / unit),
        told(&|row| row.oracle as f64 / unit),
        times,
    ]
}
