//! `liaison names`: whether two names are one, and how a name may be spelt.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use csv::ByteRecord;
use liaison_model::messages::Message;
use liaison_names::{Comparison, Hints, Kind, Prepared, Step, compare, spellings};
use serde_json::{Map, Value, json};

use crate::Done;
use crate::args::resolving::{Names, NamesAct, NamesCompare};
use crate::out::Out;

pub fn run(options: &Names, out: &Out) -> Result<Done> {
    match &options.act {
        NamesAct::Compare(options) => compare_pairs(options, out),
        NamesAct::Spell(options) => spell(&options.name, out),
    }
}

/// Every row of a table with two names in it, in its order, with what the names say.
fn compare_pairs(options: &NamesCompare, out: &Out) -> Result<Done> {
    let path = &options.pairs;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(path)
        .with_context(|| path.display().to_string())?;
    let headings = reader.byte_headers().with_context(|| path.display().to_string())?.clone();
    let columns = Columns::of(&headings, out)?;
    let mut answers = Answers::new(options.out.as_deref(), &headings, out)?;
    let mut names = NameCache::default();
    let mut row = ByteRecord::new();
    while reader.read_byte_record(&mut row).with_context(|| path.display().to_string())? {
        let kind = kind(&columns.text(&row, columns.schema));
        let first = names.prepared(columns.text(&row, Some(columns.first)), kind);
        let second = names.prepared(columns.text(&row, Some(columns.second)), kind);
        // A row that is cut short still gets its answer under the right headings.
        (row.len()..headings.len()).for_each(|_| row.push_field(b""));
        answers.write(&row, &Pair { comparison: compare(&first, &second), first, second }, out)?;
    }
    answers.finish()?;
    Ok(Done::Clean)
}

/// The likely spellings of a name by script.
fn spell(name: &str, out: &Out) -> Result<Done> {
    let prepared = Prepared::new(name, &Hints::default());
    if prepared.is_empty() {
        bail!("{}", out.words.text("names-nothing-to-compare"));
    }
    for spelling in spellings(&prepared) {
        if out.is_json() {
            let script = format!("{:?}", spelling.script).to_lowercase();
            let bits = f64::from(spelling.cost) / EIGHTHS;
            out.value(&json!({ "script": script, "spelling": spelling.text, "cost_bits": bits }));
        } else {
            let script = out.words.text(spelling.script.message_key());
            out.line(&format!("{script}  {}", spelling.text));
        }
    }
    Ok(Done::Clean)
}

/// Where the names stand in a row.
struct Columns {
    first: usize,
    second: usize,
    schema: Option<usize>,
}

impl Columns {
    fn of(headings: &ByteRecord, out: &Out) -> Result<Self> {
        let place = |name: &str| {
            headings.iter().position(|heading| without_mark(heading) == name.as_bytes())
        };
        let (Some(first), Some(second)) = (place("name1"), place("name2")) else {
            bail!("{}", out.words.text("names-columns-missing"));
        };
        Ok(Self { first, second, schema: place("schema") })
    }

    /// A field as text: bytes that are no UTF-8 are shown as such, and a field that is not there is
    /// empty.
    fn text(&self, row: &ByteRecord, column: Option<usize>) -> String {
        let field = column.and_then(|column| row.get(column)).unwrap_or_default();
        String::from_utf8_lossy(field).into_owned()
    }
}

/// A heading without the mark that some programs put before the first.
fn without_mark(heading: &[u8]) -> &[u8] {
    heading.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(heading)
}

fn kind(schema: &str) -> Kind {
    match schema {
        "" | "Person" | "Thing" => Kind::Person,
        "Address" | "Airplane" | "Compound" | "RealEstate" | "Vehicle" | "Vessel" => Kind::Place,
        _ => Kind::Organisation,
    }
}

/// Names that were prepared, by what they are.
#[derive(Default)]
struct NameCache(HashMap<(String, bool, bool), Rc<Prepared>>);

impl NameCache {
    fn prepared(&mut self, name: String, kind: Kind) -> Rc<Prepared> {
        if NAMES_KEPT_MAX <= self.0.len() {
            self.0.clear();
        }
        let key = (name, kind == Kind::Person, kind == Kind::Place);
        if let Some(known) = self.0.get(&key) {
            return Rc::clone(known);
        }
        let prepared = Rc::new(Prepared::new(&key.0, &Hints { kind }));
        self.0.insert(key, Rc::clone(&prepared));
        prepared
    }
}

struct Pair {
    first: Rc<Prepared>,
    second: Rc<Prepared>,
    comparison: Comparison,
}

impl Pair {
    /// The explanation as data.
    fn steps(&self) -> Value {
        let step = |step: &Step| {
            json!({
                "rule": step.rule.message_key(),
                "first": self.first.text_of_parts(step.first),
                "second": self.second.text_of_parts(step.second),
                "weight_bits": f64::from(step.weight) / EIGHTHS,
            })
        };
        self.comparison.explanation().iter().map(step).collect()
    }

    /// The explanation in words.
    fn sentence(&self, out: &Out) -> String {
        if self.first.is_empty() || self.second.is_empty() {
            return out.words.text("names-nothing-to-compare");
        }
        let step = |step: &Step| {
            let weight = format!("{:+.1}", f64::from(step.weight) / EIGHTHS);
            let message = Message::new(step.rule.message_key())
                .with("first", self.first.text_of_parts(step.first))
                .with("second", self.second.text_of_parts(step.second))
                .with("weight", weight);
            out.words.say(&message)
        };
        let state = out.words.text(self.comparison.state.message_key());
        let steps: Vec<String> = self.comparison.explanation().iter().map(step).collect();
        format!("{state}: {}", steps.join("; "))
    }
}

/// Where the answers go.
enum Answers {
    Lines(Vec<String>, Box<dyn Write>),
    Table(Box<csv::Writer<Box<dyn Write>>>),
}

impl Answers {
    fn new(path: Option<&Path>, headings: &ByteRecord, out: &Out) -> Result<Self> {
        let to: Box<dyn Write> = match path {
            Some(path) => {
                let file = File::create(path).with_context(|| path.display().to_string())?;
                Box::new(BufWriter::new(file))
            }
            None => out.answers(),
        };
        if out.is_json() {
            let name = |heading: &[u8]| String::from_utf8_lossy(without_mark(heading)).into_owned();
            return Ok(Self::Lines(headings.iter().map(name).collect(), to));
        }
        let mut table = csv::WriterBuilder::new().flexible(true).from_writer(to);
        let mut headings = headings.clone();
        ADDED.iter().for_each(|heading| headings.push_field(heading.as_bytes()));
        table.write_byte_record(&headings)?;
        Ok(Self::Table(Box::new(table)))
    }

    fn write(&mut self, row: &ByteRecord, pair: &Pair, out: &Out) -> Result<()> {
        let (score, is_match) = (pair.comparison.probability, pair.comparison.is_match());
        match self {
            Self::Lines(headings, to) => {
                let mut line = Map::new();
                for (heading, field) in headings.iter().zip(row) {
                    line.insert(heading.clone(), json!(String::from_utf8_lossy(field)));
                }
                let state = pair.comparison.state.message_key();
                line.insert(ADDED[0].to_owned(), json!(score));
                line.insert(ADDED[1].to_owned(), json!(is_match));
                line.insert(ADDED[2].to_owned(), json!({ "state": state, "steps": pair.steps() }));
                writeln!(to, "{}", Value::Object(line))?;
            }
            Self::Table(table) => {
                let mut row = row.clone();
                row.push_field(format!("{score:.6}").as_bytes());
                row.push_field(is_match.to_string().as_bytes());
                row.push_field(pair.sentence(out).as_bytes());
                table.write_byte_record(&row)?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<()> {
        match self {
            Self::Lines(_, mut to) => Ok(to.flush()?),
            Self::Table(mut table) => Ok(table.flush()?),
        }
    }
}

const ADDED: [&str; 3] = ["score", "match", "explanation"];
/// Names that are kept prepared; each is about 2 kB.
const NAMES_KEPT_MAX: usize = 100_000;
/// Weights are eighths of a bit.
const EIGHTHS: f64 = 8.0;
