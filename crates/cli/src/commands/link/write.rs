//! Writes what linking found, whole or not at all.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;
use liaison_resolve::{Linked, Records, explain, probability};

use super::super::whole::whole;
use super::tables::Tables;
use crate::out::Out;

/// Writes source, record, cluster and probability of every record, in the order of the files. Says
/// how many clusters there are.
///
/// # Errors
///
/// When the file cannot be written.
pub fn clusters(path: &Path, tables: &Tables, linked: &Linked) -> Result<usize> {
    let mut numbers: HashMap<u32, usize> = HashMap::new();
    whole(path, |writer| {
        writer.write(["source", "record", "cluster", "probability"])?;
        for (record, first) in linked.clusters.iter().enumerate() {
            let next = numbers.len() + 1;
            let number = *numbers.entry(*first).or_insert(next);
            let (source, id) = tables.row(record as u32); // as many as the builder counted
            let probability = format!("{:.4}", linked.probabilities[record]);
            writer.write([source, &id, &number.to_string(), &probability])?;
        }
        Ok(())
    })?;
    Ok(numbers.len())
}

/// Writes every pair with more than a slight chance, with what each column says about it.
///
/// # Errors
///
/// When the file cannot be written.
pub fn explanations(
    path: &Path,
    tables: &Tables,
    records: &Records,
    linked: &Linked,
    out: &Out,
) -> Result<()> {
    let headings = tables.columns.iter().map(|column| column.heading.as_str());
    whole(path, |writer| {
        let mut row: Vec<String> = FIXED_HEADINGS.map(str::to_owned).to_vec();
        for heading in headings.clone() {
            row.extend([format!("{heading}:agreement"), format!("{heading}:weight")]);
        }
        writer.write(row.iter().map(String::as_str))?;
        let mut links: Vec<(u32, u32, f32)> = linked
            .links
            .iter()
            .map(|link| (link.a.min(link.b), link.a.max(link.b), link.odds))
            .collect();
        links.sort_unstable_by_key(|(a, b, _)| (*a, *b));
        for (a, b, odds) in links {
            let reasons = explain(records, &linked.model, a, b);
            let weights: f32 = reasons.iter().map(|reason| reason.weight).sum();
            let (first, second) = (tables.row(a), tables.row(b));
            let together = linked.clusters[a as usize] == linked.clusters[b as usize];
            row = vec![
                first.0.to_owned(),
                first.1,
                second.0.to_owned(),
                second.1,
                together.to_string(),
                format!("{:.4}", probability(odds)),
                format!("{odds:.2}"),
                format!("{:.2}", odds - weights),
            ];
            for column in 0..tables.columns.len() {
                match reasons.iter().find(|reason| reason.column == column) {
                    Some(reason) => row.extend([
                        out.words.text(reason.message_key),
                        format!("{:.2}", reason.weight),
                    ]),
                    None => row.extend([String::new(), String::new()]),
                }
            }
            writer.write(row.iter().map(String::as_str))?;
        }
        Ok(())
    })
}

const FIXED_HEADINGS: [&str; 8] =
    ["source_1", "record_1", "source_2", "record_2", "together", "probability", "weight", "prior"];
