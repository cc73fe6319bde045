//! `liaison screen`: whom of those that are known may each row of a table be?

use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::{HeadingMeaning, PlainRow, PlainTable, PlainWriter, heading_meaning};
use liaison_model::messages::Message;
use liaison_model::schema::{self, names::prop};
use liaison_names::MATCH_THRESHOLD;
use liaison_node::who::{Asked, MatchRequest};
use liaison_resolve::{Effort, Pool, probability};
use liaison_views::EntityFilter;
use serde_json::json;

use super::open::{Place, reader};
use super::resolve::agreement;
use super::whole::whole;
use crate::Done;
use crate::args::resolving::Screen;
use crate::out::Out;

pub fn run(place: &Place, options: &Screen, out: &Out) -> Result<Done> {
    if schema::find(&options.schema).is_none() {
        bail!(out.words.say(&Message::new("screening-no-schema").with("schema", &options.schema)));
    }
    let queries = Table::read(&options.queries, options, out)?;
    let mut has_problems = queries.has_problems;
    let against = Path::new(&options.against);
    let answers = match against.is_file() {
        true => {
            let known = Table::read(against, options, out)?;
            has_problems |= known.has_problems;
            in_table(&queries, &known, options, out)
        }
        false => in_node(&queries, place, options, out)?,
    };
    match &options.out {
        Some(path) => whole(path, |writer| write(writer, &answers))?,
        None if out.is_json() => answers.iter().for_each(|answer| out.value(&answer.as_json())),
        None => {
            let mut writer = PlainWriter::new(out.answers());
            write(&mut writer, &answers)?;
            writer.finish()?;
        }
    }
    let found = answers.iter().filter(|answer| answer.is_match()).count() as u64;
    let message = Message::new("screening-done")
        .count("queries", queries.rows.len() as u64)
        .count("matches", found);
    out.note(&message);
    Ok(if has_problems { Done::WithProblems } else { Done::Clean })
}

/// The rows of a table, each as somebody who is looked for.
struct Table {
    rows: Vec<(String, Asked)>,
    /// Whether rows were left out.
    has_problems: bool,
}

/// One record that a row may be.
struct Answer {
    query: String,
    name: String,
    record: String,
    caption: String,
    schema: String,
    score: f32,
    explanation: String,
}

/// What the columns of a table hold.
struct Columns {
    properties: Vec<Option<&'static str>>,
    schema: Option<usize>,
    id: Option<usize>,
}

impl Table {
    fn read(path: &Path, options: &Screen, out: &Out) -> Result<Self> {
        let told = || path.display().to_string();
        let mut table =
            PlainTable::open(File::open(path).with_context(told)?).with_context(told)?;
        let columns = Columns::of(table.headings(), options.id.as_deref());
        if !columns.properties.contains(&Some(prop::NAME))
            && !columns.properties.contains(&Some(prop::LAST_NAME))
        {
            let message = Message::new("screening-no-name")
                .with("file", path.display())
                .with("headings", table.headings().join(", "));
            bail!(out.words.say(&message));
        }
        let (mut rows, mut bad_rows) = (Vec::new(), 0_u64);
        while let Some(row) = table.next_row().with_context(told)? {
            if let Some((reason, _)) = &row.fault {
                bad_rows += 1;
                if bad_rows <= PROBLEMS_SHOWN {
                    let message = Message::new("link-problem")
                        .with("file", path.display())
                        .with("row", row.number)
                        .with("reason", out.words.say(reason));
                    out.note(&message);
                }
                continue;
            }
            rows.push(columns.asked(&row, &options.schema));
        }
        Ok(Self { rows, has_problems: 0 < bad_rows })
    }
}

impl Columns {
    fn of(headings: &[String], id: Option<&str>) -> Self {
        let place = |name: &str| {
            headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(name))
        };
        let property = |heading: &String| match heading_meaning(heading) {
            Some(HeadingMeaning::Property(property)) => Some(property),
            _ => None,
        };
        let properties = headings.iter().map(property).collect();
        Self { properties, schema: place("schema"), id: id.and_then(place) }
    }

    fn asked(&self, row: &PlainRow, schema: &str) -> (String, Asked) {
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
        let own_schema = self.schema.map(cell).filter(|name| schema::find(name).is_some());
        let filled = self.properties.iter().enumerate().filter_map(|(at, property)| {
            let value = cell(at);
            property.filter(|_| !value.is_empty()).map(|property| (property, value.to_owned()))
        });
        let mut properties: Vec<(String, String)> =
            filled.map(|(property, value)| (property.to_owned(), value)).collect();
        let value = |wanted: &str| {
            properties.iter().find(|(property, _)| property == wanted).map(|(_, value)| value)
        };
        if value(prop::NAME).is_none() {
            let parts = [value(prop::FIRST_NAME), value(prop::LAST_NAME)];
            let name: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            properties.push((prop::NAME.to_owned(), name.join(" ")));
        }
        let asked = Asked { schema: own_schema.unwrap_or(schema).to_owned(), properties };
        let id = self.id.map_or_else(|| row.number.to_string(), |at| cell(at).to_owned());
        (id, asked)
    }
}

/// Looks in a dataset of the node.
fn in_node(queries: &Table, place: &Place, options: &Screen, out: &Out) -> Result<Vec<Answer>> {
    let node = place.read()?;
    let reader = reader(&node);
    let datasets = vec![options.against.clone()];
    let filter = EntityFilter { datasets, ..EntityFilter::default() };
    let filter = node.checked(&filter, &reader)?;
    let request = MatchRequest { filter, without: Vec::new(), limit: options.limit };
    let mut answers = Vec::new();
    for (id, asked) in &queries.rows {
        let found = node.matches(std::slice::from_ref(asked), &request, &reader)?;
        for found in found.into_iter().flatten().filter(|found| options.at_least <= found.score) {
            let words = found.reasons.iter().map(|reason| {
                agreement(reason.kind.message_key(), reason.message_key, reason.weight, &out.words)
            });
            answers.push(Answer {
                query: id.clone(),
                name: name_of(asked),
                record: found.entity.id.to_string(),
                caption: found.entity.caption.text().to_owned(),
                schema: found.entity.schema.clone(),
                score: found.score,
                explanation: words.collect::<Vec<_>>().join("; "),
            });
        }
    }
    Ok(answers)
}

/// Looks in another table.
fn in_table(queries: &Table, known: &Table, options: &Screen, out: &Out) -> Vec<Answer> {
    let mut pool = Pool::default();
    for (chunk, rows) in known.rows.chunks(ROWS_AT_A_TIME).enumerate() {
        let first = (chunk * ROWS_AT_A_TIME) as u32; // tables have fewer rows than 2^32
        let said: Vec<_> =
            rows.iter().zip(first..).flat_map(|((_, asked), record)| asked.said(record)).collect();
        pool.extend(&said);
    }
    let effort = Effort { records_max: options.limit, ..Effort::SCREENING };
    let mut answers = Vec::new();
    for (id, asked) in &queries.rows {
        for found in pool.matches(&asked.profile(), effort, &|_| true) {
            let score = probability(found.weighed.bits);
            if score < options.at_least {
                break;
            }
            let (record, other) = &known.rows[found.record as usize];
            let words = found.weighed.agreements.iter().map(|one| {
                agreement(one.kind.message_key(), one.message_key, one.weight, &out.words)
            });
            answers.push(Answer {
                query: id.clone(),
                name: name_of(asked),
                record: record.clone(),
                caption: name_of(other),
                schema: other.schema.clone(),
                score,
                explanation: words.collect::<Vec<_>>().join("; "),
            });
        }
    }
    answers
}

fn name_of(asked: &Asked) -> String {
    let name = asked.properties.iter().find(|(property, _)| property == prop::NAME);
    name.map_or(String::new(), |(_, value)| value.clone())
}

impl Answer {
    fn is_match(&self) -> bool {
        MATCH_THRESHOLD <= self.score
    }

    fn as_json(&self) -> serde_json::Value {
        json!({
            "query": self.query, "name": self.name, "record": self.record,
            "caption": self.caption, "schema": self.schema, "score": self.score,
            "match": self.is_match(), "explanation": self.explanation,
        })
    }
}

fn write<W: Write>(writer: &mut PlainWriter<W>, answers: &[Answer]) -> Result<()> {
    writer.write(HEADINGS)?;
    for answer in answers {
        let (score, is_match) = (format!("{:.4}", answer.score), answer.is_match().to_string());
        writer.write([
            answer.query.as_str(),
            &answer.name,
            &answer.record,
            &answer.caption,
            &answer.schema,
            &score,
            &is_match,
            &answer.explanation,
        ])?;
    }
    Ok(())
}

const HEADINGS: [&str; 8] =
    ["query", "name", "record", "caption", "schema", "score", "match", "explanation"];
const PROBLEMS_SHOWN: u64 = 10;
const ROWS_AT_A_TIME: usize = 20_000;
