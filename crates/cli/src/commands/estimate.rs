//! `liaison estimate`: how many people are on none of the lists.

use std::io::Read;
use std::path::Path;
use std::thread;

use anyhow::Result;
use liaison_estimate::{
    Answer, BYTES_MAX, Candidate, Counts, LISTS_MAX, Method, Model, Options, Sensitivity,
    THREADS_MAX, estimate, methods_for,
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
    let asked = Options {
        seed: options.seed,
        replicates: options.replicates,
        threads: thread::available_parallelism().map_or(1, usize::from).min(THREADS_MAX),
        order_max: options.order.unwrap_or(LISTS_MAX as u32),
        threshold: THRESHOLD,
        level: LEVEL,
        model,
    };
    let mut done = Done::Clean;
    for method in methods {
        let answer = estimate(&counts, method, &asked);
        if answer.refused.is_some() {
            done = Done::WithProblems;
        }
        if out.is_json() {
            out.value(&View::of(&answer, out));
        } else {
            show(&answer, out);
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

/// A code for programs and its sentence for people.
#[derive(Serialize)]
struct Told {
    code: String,
    reason: String,
}

impl<'a> View<'a> {
    fn of(answer: &'a Answer, out: &Out) -> Self {
        let told = |code: String, message: &Message| Told { code, reason: out.words.say(message) };
        let warnings = answer.warnings.iter().map(|it| told(it.code(), &it.message()));
        let refused = answer.refused.as_ref().map(|it| told(it.code(), &it.message()));
        Self { warnings: warnings.collect(), refused, answer }
    }
}

/// One answer, for people: the range first.
fn show(answer: &Answer, out: &Out) {
    let say = |message: &Message| out.line(&out.words.say(message));
    let method = out.words.text(name_of(answer.method));
    if let Some(refusal) = &answer.refused {
        let reason = out.words.say(&refusal.message());
        say(&Message::new("estimate-refused").with("method", method).with("reason", reason));
        out.line("");
        return;
    }
    let headline = match answer.headline {
        Some((low, Some(high))) => {
            Message::new("estimate-headline").with("low", whole(low)).with("high", whole(high))
        }
        Some((low, None)) => Message::new("estimate-headline-at-least").with("low", whole(low)),
        None => return,
    };
    let percent = whole(100.0 * answer.level);
    say(&headline.with("method", method).with("percent", percent));
    let seen = Message::new("estimate-seen").count("observed", answer.observed);
    say(&seen.count("lists", answer.lists as u64).count("shared", answer.shared));
    if !answer.empty_overlaps.is_empty() {
        let pairs = answer.empty_overlaps.join(", ");
        say(&Message::new("estimate-empty-overlaps").with("pairs", pairs));
    }
    if let (Some(model), Some(people)) = (&answer.model, answer.estimate) {
        let message = match answer.method {
            Method::Dga => Message::new("estimate-believed"),
            _ => Message::new("estimate-model"),
        };
        say(&message.with("model", model).with("people", whole(people)));
    }
    if !answer.spans.is_empty() {
        let rows: Vec<Vec<String>> = answer.spans.iter().map(row).collect();
        out.table(&["column-model", "column-people", "column-share"], &rows);
    }
    if let Some(sensitivity) = &answer.sensitivity {
        tell_sensitivity(sensitivity, out);
    }
    for warning in &answer.warnings {
        let reason = out.words.say(&warning.message());
        say(&Message::new("estimate-warning").with("reason", reason));
    }
    out.line("");
}

fn row(candidate: &Candidate) -> Vec<String> {
    let share = candidate.share.map(|share| format!("{:.1} %", 100.0 * share));
    let people = candidate.estimate.map(whole);
    vec![candidate.model.clone(), people.unwrap_or_default(), share.unwrap_or_default()]
}

fn tell_sensitivity(sensitivity: &Sensitivity, out: &Out) {
    let none = || out.words.text("estimate-none");
    let people = |value: Option<f64>| value.map_or_else(none, whole);
    let message = Message::new("estimate-sensitivity")
        .with("lists", &sensitivity.one_person_of)
        .with("less", people(sensitivity.one_person_less))
        .with("percent", whole(100.0 * sensitivity.links))
        .with("missed", people(sensitivity.links_missed))
        .with("wrong", people(sensitivity.links_wrong));
    out.line(&out.words.say(&message));
}

fn name_of(method: Method) -> &'static str {
    match method {
        Method::Bic => "estimate-method-bic",
        Method::Stepwise => "estimate-method-stepwise",
        Method::Main => "estimate-method-main",
        Method::Dga => "estimate-method-dga",
        Method::Chapman => "estimate-method-chapman",
        Method::Named => "estimate-method-named",
    }
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

/// Probability below which an overlap surprises, as in Chan, Silverman & Vincent (2021).
const THRESHOLD: f64 = 0.02;
/// Share of intervals that are meant to hold the truth.
const LEVEL: f64 = 0.95;
