//! How often the limits hold the truth: tables drawn from worlds whose number of people is known.
//!
//! `cargo run --release -p liaison-estimate --example coverage` prints one line per world and method.

use std::error::Error;
use std::io::{self, Write};

use liaison_estimate::{Counts, History, Method, Options, estimate, methods_for};
use rand::RngExt;
use rand_pcg::Pcg64;

/// A world whose people are known: groups that differ in how likely each list is to see them.
struct World {
    name: &'static str,
    groups: &'static [Group],
    /// From list to list: how likely whoever is on the first is put on the second as well.
    referrals: &'static [(usize, usize, f64)],
}

struct Group {
    people: u32,
    /// For each list, how likely it is to see one of them.
    seen: &'static [f64],
}

const WORLDS: &[World] = &[
    World {
        name: "3 independent lists",
        groups: &[Group { people: 2_000, seen: &[0.15, 0.2, 0.1] }],
        referrals: &[],
    },
    World {
        name: "4 independent lists",
        groups: &[Group { people: 5_000, seen: &[0.08, 0.12, 0.1, 0.05] }],
        referrals: &[],
    },
    World {
        name: "4 lists, one fed by another",
        groups: &[Group { people: 5_000, seen: &[0.1, 0.1, 0.12, 0.06] }],
        referrals: &[(0, 1, 0.3)],
    },
    World {
        name: "4 lists, two kinds of people",
        groups: &[
            Group { people: 1_500, seen: &[0.3, 0.25, 0.2, 0.2] },
            Group { people: 3_500, seen: &[0.05, 0.06, 0.04, 0.04] },
        ],
        referrals: &[],
    },
    World {
        name: "5 thin lists",
        groups: &[Group { people: 2_500, seen: &[0.03, 0.04, 0.05, 0.02, 0.012] }],
        referrals: &[(0, 4, 0.1)],
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    writeln!(out, "| world | method | holds the truth | answered | middle of estimate / truth |")?;
    writeln!(out, "| --- | --- | ---: | ---: | ---: |")?;
    for world in WORLDS {
        for method in methods_for(world.groups[0].seen.len()) {
            let tally = Tally::of(world, method)?;
            writeln!(
                out,
                "| {} | {method:?} | {:.0} % | {} of {TABLES} | {:.2} |",
                world.name,
                100.0 * f64::from(tally.held) / f64::from(tally.answered.max(1)),
                tally.answered,
                tally.middle(),
            )?;
        }
    }
    Ok(())
}

struct Tally {
    held: u32,
    answered: u32,
    ratios: Vec<f64>,
}

impl Tally {
    fn of(world: &World, method: Method) -> Result<Self, Box<dyn Error>> {
        let truth: f64 = world.groups.iter().map(|group| f64::from(group.people)).sum();
        let mut tally = Self { held: 0, answered: 0, ratios: Vec::new() };
        for table in 0..TABLES {
            let options = Options {
                linked: Vec::new(),
                seed: u64::from(table),
                replicates: REPLICATES,
                threads: 2,
                order_max: 9,
                threshold: 0.02,
                level: 0.95,
                model: None,
            };
            let answer = estimate(&drawn(world, table)?, method, &options);
            let (Some(low), Some(people)) = (answer.low, answer.estimate) else { continue };
            tally.answered += 1;
            let is_held = low <= truth && answer.high.is_none_or(|high| truth <= high);
            tally.held += u32::from(is_held);
            tally.ratios.push(people / truth);
        }
        tally.ratios.sort_by(f64::total_cmp);
        Ok(tally)
    }

    fn middle(&self) -> f64 {
        self.ratios.get(self.ratios.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

fn drawn(world: &World, table: u32) -> Result<Counts, Box<dyn Error>> {
    let mut chance = Pcg64::new(u128::from(table), 77);
    let mut rows: Vec<(History, u64)> = Vec::new();
    for group in world.groups {
        for _ in 0..group.people {
            let mut history: History = 0;
            for (list, likely) in group.seen.iter().enumerate() {
                history |= History::from(chance.random_bool(*likely)) << list;
            }
            for (from, to, likely) in world.referrals {
                let is_told = history & (1 << from) != 0 && chance.random_bool(*likely);
                history |= History::from(is_told) << to;
            }
            if history != 0 {
                rows.push((history, 1));
            }
        }
    }
    let lists = (1..=world.groups[0].seen.len()).map(|list| format!("list {list}")).collect();
    Ok(Counts::new(lists, rows)?)
}

/// Tables drawn from each world.
const TABLES: u32 = 100;
const REPLICATES: u32 = 400;
