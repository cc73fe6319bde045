//! `liaison estimate`: how many people are on none of the lists.

use std::io::Read;
use std::path::Path;
use std::thread;

use anyhow::Result;
use liaison_estimate::{
    Answer, BYTES_MAX, Candidate, Counts, Method, Model, Options, Sentences, THREADS_MAX, Told,
    estimate, methods_for,
};
use liaison_model::messages::Message;
use liaison_node::{NodeError, WrongUse};
use serde::Serialize;

use crate::Done;
use crate::args::Estimate;
use crate::out::Out;

pub fn run(options: &Estimate, out: &Out) -> Result<Done> {
    let counts = Counts::read(&bytes_of(&options.file)?)?;
    let model = options.model.as_ref().map(|name| Model::parse(name, counts.lists()));
    let model = model.transpose()?;
    let methods = match (options.method, &model) {
        (Some(method), _) => vec![method.into()],
        (None, Some(_)) => vec![Method::Named],
        (None, None) if options.all => methods_for(counts.lists().len()),
        (None, None) => methods_for(counts.lists().len()).into_iter().take(1).collect(),
    };
    let usual = Options::default();
    let asked = Options {
        seed: options.seed,
        replicates: options.replicates,
        order_max: options.order.unwrap_or(usual.order_max),
        threads: thread::available_parallelism().map_or(1, usize::from).min(THREADS_MAX),
        model,
        ..usual
    };
    let mut done = Done::Clean;
    for method in methods {
        let answer = estimate(&counts, method, &asked);
        if answer.refused.is_some() {
            done = Done::WithProblems;
        }
        let told = Sentences::of(&answer, &out.words);
        if out.is_json() {
            let Sentences { warnings, refused, .. } = told;
            out.value(&View { answer: &answer, warnings, refused });
        } else {
            show(&answer, &told, out);
        }
    }
    if !out.is_json() {
        out.line(&out.words.text("estimate-assumes"));
    }
    Ok(done)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    if path.is_dir() {
        return Err(NodeError::from(WrongUse::IsFolder { path: path.to_owned() }).into());
    }
    let fails = |source| NodeError::File { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    // One byte more than is taken, so that what is too large is told and not cut off.
    let mut file = std::fs::File::open(path).map_err(fails)?.take(BYTES_MAX as u64 + 1);
    file.read_to_end(&mut bytes).map_err(fails)?;
    Ok(bytes)
}

/// An answer with its sentences, for programs.
#[derive(Serialize)]
struct View<'a> {
    #[serde(flatten)]
    answer: &'a Answer,
    warnings: Vec<Told>,
    refused: Option<Told>,
}

/// One answer, for people: the range first.
fn show(answer: &Answer, told: &Sentences, out: &Out) {
    let say = |message: &Message| out.line(&out.words.say(message));
    if let Some(refused) = &told.refused {
        let refusal = Message::new("estimate-refused").with("method", &told.method);
        say(&refusal.with("reason", &refused.reason));
        out.line("");
        return;
    }
    let before = [told.headline.as_ref(), Some(&told.seen), told.empty_overlaps.as_ref()];
    for sentence in before.into_iter().flatten().chain(&told.model) {
        out.line(sentence);
    }
    if !answer.spans.is_empty() {
        let rows: Vec<Vec<String>> = answer.spans.iter().map(row).collect();
        out.table(&["column-model", "column-people", "column-share"], &rows);
    }
    if let Some(sentence) = &told.sensitivity {
        out.line(sentence);
    }
    for warning in &told.warnings {
        say(&Message::new("estimate-warning").with("reason", &warning.reason));
    }
    out.line("");
}

fn row(candidate: &Candidate) -> Vec<String> {
    let share = candidate.share.map(|share| format!("{:.1} %", 100.0 * share));
    let people = candidate.estimate.map(|people| format!("{people:.0}"));
    vec![candidate.model.clone(), people.unwrap_or_default(), share.unwrap_or_default()]
}
