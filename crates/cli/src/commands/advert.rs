//! `liaison advert`: which texts are like adverts that draw people into compounds, and which of
//! them come from one hand. Of files alone no node is needed; what is kept is kept in one.

mod kept;
mod rows;
mod takedown;
mod told;

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, anyhow};
use liaison_adverts::{
    Clusters, Decided, KnownContacts, Lexicon, Model, ModelError, Place as TextPlace, Scorer,
    TEXTS_MAX, Template, measure, sketches, worth_deciding,
};
use liaison_model::messages::Message;
use serde::Serialize;

use super::open::Place;
use crate::Done;
use crate::args::adverts::{Advert, AdvertAct, AdvertCluster, AdvertScore, AdvertTrain};
use crate::out::Out;
use rows::{Row, Rows};
use told::Told;

pub fn run(place: &Place, options: &Advert, out: &Out) -> Result<Done> {
    match &options.act {
        AdvertAct::Score(options) => score(options, out),
        AdvertAct::Cluster(options) => cluster(options, out),
        AdvertAct::Train(options) => train(options, out),
        AdvertAct::Add(options) => kept::add(place, options, out),
        AdvertAct::Watch(options) => kept::watch(place, options, out),
        AdvertAct::List(options) => kept::list(place, options, out),
        AdvertAct::Show(options) => kept::show(place, options, out),
        AdvertAct::Judge(options) => kept::judge(place, options, out),
        AdvertAct::Learn => kept::learn(place, out),
        AdvertAct::Takedown(options) => takedown::run(place, options, out),
    }
}

/// One line of JSON for each text, in the order of the file.
fn score(options: &AdvertScore, out: &Out) -> Result<Done> {
    let model = options.model.as_deref().map(|path| read_model(path, out)).transpose()?;
    let lexicon = lexicon()?;
    let scorer = Scorer::new(lexicon, model.as_ref(), KnownContacts::default());
    let mut rows = Rows::open(&options.file, options.labels.as_deref(), out)?;
    let mut answers = out.answers();
    let (mut judged, mut asked, mut cut) = (Vec::new(), Vec::new(), 0_u64);
    while let Some(chunk) = rows.chunk(out)? {
        let (about, texts): (Vec<_>, Vec<String>) =
            chunk.into_iter().map(|row| ((row.said.id, row.label), row.said.text)).unzip();
        for (((id, label), text), scored) in about.iter().zip(&texts).zip(scorer.score_all(&texts))
        {
            cut += u64::from(scored.is_cut);
            judged.extend(label.map(|label| (scored.score, label)));
            let line = serde_json::to_string(&Told::of(id, text, &scored, out))?;
            if options.ask.is_some() {
                asked.push((scored.score, line));
            } else {
                writeln!(answers, "{line}")?;
            }
        }
    }
    if let Some(count) = options.ask {
        let scores: Vec<f64> = asked.iter().map(|one| one.0).collect();
        for place in worth_deciding(&scores, count) {
            writeln!(answers, "{}", asked[place].1)?;
        }
    }
    answers.flush()?;
    if 0 < cut {
        out.note(&Message::new("advert-cut").count("texts", cut));
    }
    if options.labels.is_some() {
        tell_quality(&judged, out);
    }
    Ok(rows.done(out))
}

fn tell_quality(judged: &[(f64, bool)], out: &Out) {
    let Some(measured) = measure(judged) else {
        return out.note(&Message::new("advert-nothing-measured"));
    };
    let message = Message::new("advert-quality")
        .count("texts", measured.texts as u64)
        .count("adverts", measured.positives as u64)
        .with("precision", format!("{:.4}", measured.average_precision))
        .with("brier", format!("{:.4}", measured.brier))
        .with("calibration", format!("{:.4}", measured.calibration_error))
        .with("recall", format!("{:.4}", measured.recall))
        .with("alarms", format!("{:.4}", measured.false_alarms));
    out.note(&message);
}

/// One line of JSON for each text: its cluster, and what it has where texts of the cluster differ.
fn cluster(options: &AdvertCluster, out: &Out) -> Result<Done> {
    let started = Instant::now();
    let mut clusters = Clusters::new();
    let mut places: Vec<TextPlace> = Vec::new();
    let mut rows = Rows::open(&options.file, None, out)?;
    while let Some(chunk) = rows.chunk(out)? {
        let texts: Vec<String> = chunk.into_iter().map(|row| row.said.text).collect();
        places.extend(sketches(&texts).iter().map(|sketch| clusters.add(sketch)));
    }
    let numbers = Numbers::of(&clusters, &places);
    let templates = templates(options, &numbers, out)?;
    let mut answers = out.answers();
    // The file is read again and not kept: problems were told the first time.
    each_text(&options.file, out, |at, row| {
        let number = numbers.of_text[at];
        let template = templates.get(&number);
        let is_first = numbers.first_of[number as usize - 1] as usize == at;
        let line = ClusterLine {
            id: &row.said.id,
            cluster: number,
            template: places[at].template + 1,
            slots: template.map(|template| template.slots(&row.said.text)).unwrap_or_default(),
            pattern: template.filter(|_| is_first).map(Template::pattern),
        };
        Ok(writeln!(answers, "{}", serde_json::to_string(&line)?)?)
    })?;
    answers.flush()?;
    let message = Message::new("advert-clustered")
        .count("texts", places.len() as u64)
        .count("clusters", numbers.first_of.len() as u64)
        .count("templates", clusters.templates() as u64)
        .with("seconds", format!("{:.1}", started.elapsed().as_secs_f64()));
    out.note(&message);
    Ok(rows.done(out))
}

#[derive(Serialize)]
struct ClusterLine<'a> {
    id: &'a str,
    cluster: u32,
    template: u32,
    slots: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
}

/// Clusters as they are told: counted from 1 in the order in which they come up.
struct Numbers {
    of_text: Vec<u32>,
    first_of: Vec<u32>,
    sizes: Vec<u32>,
}

impl Numbers {
    fn of(clusters: &Clusters, places: &[TextPlace]) -> Self {
        let mut known: HashMap<u32, u32> = HashMap::new();
        let mut numbers = Self { of_text: Vec::new(), first_of: Vec::new(), sizes: Vec::new() };
        for (at, place) in places.iter().enumerate() {
            let next = numbers.first_of.len() as u32 + 1;
            let number = *known.entry(clusters.cluster(place.cluster)).or_insert(next);
            if number == next {
                numbers.first_of.push(at as u32);
                numbers.sizes.push(0);
            }
            numbers.sizes[number as usize - 1] += 1;
            numbers.of_text.push(number);
        }
        numbers
    }
}

/// The template of each cluster with several texts, learnt from the first of them.
fn templates(
    options: &AdvertCluster,
    numbers: &Numbers,
    out: &Out,
) -> Result<HashMap<u32, Template>> {
    let mut templates: HashMap<u32, (Template, u32)> = HashMap::new();
    each_text(&options.file, out, |at, row| {
        let number = numbers.of_text[at];
        if 1 < numbers.sizes[number as usize - 1] {
            let (template, seen) =
                templates.entry(number).or_insert_with(|| (Template::new(&row.said.text), 0));
            *seen += 1;
            if *seen <= LEARNT_PER_TEMPLATE {
                template.learn(&row.said.text);
            }
        }
        Ok(())
    })?;
    Ok(templates.into_iter().map(|(number, (template, _))| (number, template)).collect())
}

/// Reads a file again, with the number of each text.
fn each_text(
    path: &Path,
    out: &Out,
    mut tell: impl FnMut(usize, &Row) -> Result<()>,
) -> Result<()> {
    let mut rows = Rows::open(path, None, out)?.silent();
    let mut at = 0;
    while let Some(chunk) = rows.chunk(out)? {
        for row in &chunk {
            tell(at, row)?;
            at += 1;
        }
    }
    Ok(())
}

/// Learns from a file whose rows were decided about, and writes the model.
fn train(options: &AdvertTrain, out: &Out) -> Result<Done> {
    let mut rows = Rows::open(&options.file, Some(&options.label), out)?;
    let mut decided = Vec::new();
    while let Some(chunk) = rows.chunk(out)? {
        let labelled = chunk
            .into_iter()
            .filter_map(|row| Some(Decided { is_advert: row.label?, text: row.said.text }));
        decided.extend(labelled);
        if TEXTS_MAX < decided.len() {
            break; // the refusal tells
        }
    }
    let trained = Model::train(lexicon()?, &decided);
    let model = trained.map_err(|error| told_error(&error, out))?;
    let told = || options.out.display().to_string();
    let name = options.out.file_name().with_context(told)?;
    let part = options.out.with_file_name(format!(".{}.part", name.to_string_lossy()));
    fs::write(&part, model.to_bytes())
        .and_then(|()| fs::rename(&part, &options.out))
        .with_context(told)?;
    let header = model.header();
    if out.is_json() {
        out.value(header);
    } else {
        let message = Message::new("advert-trained")
            .count("texts", header.texts as u64)
            .count("adverts", header.positives as u64)
            .with("loss", format!("{:.4}", header.held_out_log_loss))
            .with("hash", &header.body[..HASH_CHARACTERS])
            .with("path", told());
        out.line(&out.words.say(&message));
    }
    Ok(rows.done(out))
}

fn lexicon() -> Result<&'static Lexicon> {
    Lexicon::built_in().context("the lexicon of this program is broken")
}

fn read_model(path: &Path, out: &Out) -> Result<Model> {
    let told = || path.display().to_string();
    let size = fs::metadata(path).with_context(told)?.len();
    if MODEL_BYTES_MAX < size {
        return Err(told_error(&ModelError::NotAModel, out)).with_context(told);
    }
    let model = Model::from_bytes(&fs::read(path).with_context(told)?);
    model.map_err(|error| told_error(&error, out)).with_context(told)
}

/// Why there is no model, in the reader's language.
fn told_error(error: &ModelError, out: &Out) -> anyhow::Error {
    let message = match error {
        ModelError::TooFew { positives, others, required } => Message::new("advert-too-few")
            .count("adverts", *positives as u64)
            .count("others", *others as u64)
            .count("required", *required as u64),
        ModelError::TooMany { most, .. } => {
            Message::new("advert-too-many").count("most", *most as u64)
        }
        ModelError::Changed => Message::new("advert-model-changed"),
        _ => Message::new("advert-no-model"),
    };
    anyhow!(out.words.say(&message))
}

/// Texts of a cluster by which its template is learnt.
const LEARNT_PER_TEMPLATE: u32 = 32;
const MODEL_BYTES_MAX: u64 = 64 << 20;
const HASH_CHARACTERS: usize = 12;
