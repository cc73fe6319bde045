//! The steps of an import, each alone and one after the other. In a node reading and writing run
//! beside each other, so these do not add up to the whole.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::sync::Arc;

use liaison_formats::{Datasets, ImportContext, Sink, SinkError, read_ftm_entities};
use liaison_journal::hash::{ClaimCoder, leaf};
use liaison_journal::keys::{NodeKey, RootKey, Signer};
use liaison_journal::store::{Access, SqliteStore};
use liaison_journal::{CommitNote, Import, Journal};
use liaison_model::values::Hints;
use liaison_model::{AgencyId, Draft, Instant, Problem, Statement};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde::Deserialize;

use crate::Failure;
use crate::data::Data;
use crate::measure::timed;
use crate::report::{Figure, Unit};

/// Measures each step over the whole file.
pub fn measure(data: &Data, folder: &Path) -> Result<Vec<Figure>, Failure> {
    let (parsed, parse) = timed(|| parse(&data.path));
    parsed?;
    let context = context()?;
    let mut nothing = Nothing;
    let read = |sink: &mut dyn Sink| read_ftm_entities(File::open(&data.path)?, &context, sink);
    let (summary, parse_and_clean) = timed(|| read(&mut nothing));
    let statements = summary?.statements as f64;

    let journal = journal(&folder.join("alone.db"))?;
    let mut steps = Steps::new(journal.begin_import()?);
    read(&mut steps)?;
    steps.take_run()?;
    let (finished, finish) = timed(|| steps.import.finish(&note()));
    finished?;
    let insert = steps.insert + finish;

    let step = |name: &str, seconds: f64| {
        let speed = statements / seconds;
        Figure::new(format!("alone: {name}"), speed, Unit::StatementsPerSecond)
    };
    Ok(vec![
        step("parse (JSON lines to strings)", parse),
        step("parse and clean (the importer, nothing kept)", parse_and_clean),
        step("hash (canonical bytes, leaf, claim code)", steps.hash),
        step("insert (stage and commit; hashes, too)", insert),
    ])
}

/// The least that reading the file can be: each line's strings, borrowed where they can be.
fn parse(path: &Path) -> Result<usize, Failure> {
    #[derive(Deserialize)]
    struct Entity<'a> {
        #[serde(borrow)]
        properties: BTreeMap<Cow<'a, str>, Vec<Cow<'a, str>>>,
    }
    let (mut input, mut line, mut values) = (BufReader::new(File::open(path)?), String::new(), 0);
    while input.read_line(&mut line)? != 0 {
        let entity: Entity = serde_json::from_str(&line)?;
        values += entity.properties.values().map(Vec::len).sum::<usize>();
        line.clear();
    }
    Ok(values)
}

/// Takes everything and keeps nothing.
struct Nothing;

impl Sink for Nothing {
    fn statement(&mut self, _: Draft) -> Result<(), SinkError> {
        Ok(())
    }

    fn problem(&mut self, _: Problem) -> Result<(), SinkError> {
        Ok(())
    }

    fn progress(&mut self, _: u64, _: u64) -> Result<(), SinkError> {
        Ok(())
    }
}

/// Gathers runs as an import does, and stops the clock while it reads.
struct Steps<'j> {
    import: Import<'j>,
    coder: ClaimCoder,
    run: Vec<Draft>,
    hash: f64,
    insert: f64,
}

impl<'j> Steps<'j> {
    fn new(import: Import<'j>) -> Self {
        let coder = ClaimCoder::new(&[7; 32]);
        Self { import, coder, run: Vec::with_capacity(RUN_STATEMENTS), hash: 0.0, insert: 0.0 }
    }

    fn take_run(&mut self) -> Result<(), Failure> {
        let run = std::mem::replace(&mut self.run, Vec::with_capacity(RUN_STATEMENTS));
        let (hashed, hash) =
            timed(|| run.iter().try_for_each(|draft| hash_one(&self.coder, draft)));
        hashed?;
        let (staged, insert) = timed(|| self.import.stage(run));
        staged?;
        self.hash += hash;
        self.insert += insert;
        Ok(())
    }
}

impl Sink for Steps<'_> {
    fn statement(&mut self, draft: Draft) -> Result<(), SinkError> {
        self.run.push(draft);
        if self.run.len() < RUN_STATEMENTS {
            return Ok(());
        }
        self.take_run().map_err(|error| SinkError::Kept(error.to_string().into()))
    }

    fn problem(&mut self, _: Problem) -> Result<(), SinkError> {
        Ok(())
    }

    fn progress(&mut self, _: u64, _: u64) -> Result<(), SinkError> {
        Ok(())
    }
}

fn hash_one(coder: &ClaimCoder, draft: &Draft) -> Result<(), Failure> {
    let canonical = draft.statement.to_canonical();
    let code = coder.code(Statement::claim_of(&canonical)?)?;
    std::hint::black_box((leaf(&[7; 16], &canonical), code));
    Ok(())
}

fn journal(path: &Path) -> Result<Journal, Failure> {
    let mut random = StdRng::seed_from_u64(1);
    let (root, node) = (RootKey::generate(&mut random), NodeKey::generate(&mut random));
    let certificate = root.certify(&agency()?, &node, now());
    let signer = Signer::new(node, certificate)?;
    let store = SqliteStore::open(path, Access::Create)?;
    Ok(Journal::create(Box::new(store), signer, Box::new(random))?)
}

fn context() -> Result<ImportContext, Failure> {
    Ok(ImportContext {
        origin: agency()?,
        dataset: "bench".into(),
        datasets: Datasets::FromContext,
        source: None,
        file: "bench.ftm.json".into(),
        grade: None,
        marks: Arc::default(),
        seen: None,
        hints: Hints { country: Some("kr".into()), ..Hints::default() },
    })
}

fn agency() -> Result<AgencyId, Failure> {
    Ok("kr.bench".parse()?)
}

fn note() -> CommitNote {
    let (author, act, purpose) = ("bench".into(), "import".into(), String::new());
    CommitNote { author, act, purpose, time: now() }
}

fn now() -> Instant {
    jiff::Timestamp::now().into()
}

/// As many as an import of a node gives to the store in one transaction.
const RUN_STATEMENTS: usize = 10_000;
