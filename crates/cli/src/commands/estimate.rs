//! `liaison estimate`: how many people are on none of the lists.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::thread;

use anyhow::Result;
use liaison_estimate::{
    Answer, BYTES_MAX, Candidate, Counts, LISTS_MAX, Method, Model, Options, Sentences,
    THREADS_MAX, Told, estimate, methods_for,
};
use liaison_model::messages::Message;
use liaison_node::{NodeError, Overlap, OverlapWanted, PeopleList, WrongUse};
use serde::Serialize;

use super::open::{Place, reader};
use crate::Done;
use crate::args::Estimate;
use crate::out::Out;

pub fn run(place: &Place, options: &Estimate, out: &Out) -> Result<Done> {
    let Some(file) = &options.file else { return of_records(place, options, out) };
    answer(&Counts::read(&bytes_of(file)?)?, Vec::new(), None, options, out)
}

/// Answers from the records of the node, and says first what the table is made of.
fn of_records(place: &Place, options: &Estimate, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let wanted = OverlapWanted {
        by: options.by.into(),
        lists: options.lists.clone(),
        likely: options.likely,
        seed: options.seed,
    };
    let overlap = node.overlap(&wanted, &reader(&node))?;
    let made_of = FromNode::of(&overlap, &wanted);
    if !out.is_json() {
        tell_lists(&overlap, out);
    }
    if let Some(counts) = &overlap.counts {
        return answer(counts, overlap.drawn, Some(&made_of), options, out);
    }
    let lists = overlap.known.len() as u64;
    let choose =
        Message::new("estimate-choose-lists").count("lists", lists).with("most", LISTS_MAX);
    if out.is_json() {
        let refused = Told { code: CHOOSE_LISTS.to_owned(), reason: out.words.say(&choose) };
        out.value(&Unanswered { from_node: &made_of, refused });
    } else {
        out.line(&out.words.say(&choose));
    }
    Ok(Done::WithProblems)
}

fn answer(
    counts: &Counts,
    linked: Vec<Counts>,
    from_node: Option<&FromNode>,
    options: &Estimate,
    out: &Out,
) -> Result<Done> {
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
        linked,
        ..usual
    };
    let mut done = Done::Clean;
    for method in methods {
        let answer = estimate(counts, method, &asked);
        if answer.refused.is_some() {
            done = Done::WithProblems;
        }
        let told = Sentences::of(&answer, &out.words);
        if out.is_json() {
            let Sentences { warnings, refused, .. } = told;
            out.value(&View { answer: &answer, from_node, warnings, refused });
        } else {
            show(&answer, &told, out);
        }
    }
    if !out.is_json() {
        out.line(&out.words.text("estimate-assumes"));
    }
    Ok(done)
}

/// What the table of a node is made of, for people.
fn tell_lists(overlap: &Overlap, out: &Out) {
    let lists = if overlap.counts.is_some() { &overlap.taken } else { &overlap.known };
    let row = |list: &PeopleList| {
        let name = if list.name == list.key { String::new() } else { list.name.clone() };
        vec![list.key.clone(), name, list.people.to_string(), list.records.to_string()]
    };
    let rows: Vec<_> = lists.iter().map(row).collect();
    out.table(&["column-list", "column-name", "column-people-judged", "column-records"], &rows);
    if let Some(counts) = &overlap.counts {
        let made = Message::new("estimate-from-node")
            .count("records", overlap.records)
            .count("people", counts.observed())
            .count("judged", overlap.judged)
            .count("likely", overlap.likely)
            .count("waiting", overlap.waiting);
        out.line(&out.words.say(&made));
        if 0 < overlap.waiting {
            out.line(&out.words.text("estimate-judge-or-likely"));
        }
        out.line("");
    }
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
    #[serde(skip_serializing_if = "Option::is_none")]
    from_node: Option<&'a FromNode>,
    warnings: Vec<Told>,
    refused: Option<Told>,
}

/// Lists among which somebody must choose.
#[derive(Serialize)]
struct Unanswered<'a> {
    from_node: &'a FromNode,
    refused: Told,
}

/// What the table of a node is made of, for programs.
#[derive(Serialize)]
struct FromNode {
    by: &'static str,
    lists: Vec<List>,
    records: u64,
    links_judged: u64,
    links_likely: u64,
    pairs_waiting: u64,
    /// People by the lists that they are on, as keys of the lists joined by `+`.
    cells: BTreeMap<String, u64>,
}

#[derive(Serialize)]
struct List {
    key: String,
    name: String,
    people: u64,
    records: u64,
}

impl FromNode {
    fn of(overlap: &Overlap, wanted: &OverlapWanted) -> Self {
        let lists = if overlap.counts.is_some() { &overlap.taken } else { &overlap.known };
        let list = |PeopleList { key, name, people, records }: &PeopleList| List {
            key: key.clone(),
            name: name.clone(),
            people: *people,
            records: *records,
        };
        let named = |history: u16| {
            let on = lists.iter().enumerate().filter(|(at, _)| history & (1 << at) != 0);
            on.map(|(_, list)| list.key.as_str()).collect::<Vec<_>>().join("+")
        };
        let cells = overlap.counts.iter().flat_map(Counts::histories);
        Self {
            by: wanted.by.code(),
            cells: cells.map(|(history, people)| (named(history), people)).collect(),
            lists: lists.iter().map(list).collect(),
            records: overlap.records,
            links_judged: overlap.judged,
            links_likely: overlap.likely,
            pairs_waiting: overlap.waiting,
        }
    }
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
    for sentence in [&told.linkage, &told.sensitivity].into_iter().flatten() {
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

/// Why there is no answer, for programs.
const CHOOSE_LISTS: &str = "choose-lists";
