//! Adverts that are kept in a node.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use liaison_adverts::Band;
use liaison_casework::Takedown;
use liaison_formats::AdvertText;
use liaison_model::messages::Message;
use liaison_node::{
    AdvertRow, AdvertView, AdvertWanted, AdvertWordWanted, AdvertsWanted, Intake, Node,
};
use serde_json::{Value, json};

use super::super::open::{Place, reader};
use super::rows::Rows;
use super::told::Told;
use crate::Done;
use crate::args::adverts::{
    AdvertAdd, AdvertJudge, AdvertList, AdvertSaid, AdvertShow, AdvertWatch,
};
use crate::out::Out;

/// How many were taken in.
#[derive(Default)]
struct Counted {
    new: u64,
    known: u64,
    ids: Vec<String>,
}

pub fn add(place: &Place, options: &AdvertAdd, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let mut counted = Counted::default();
    let mut done = Done::Clean;
    if let Some(text) = &options.text {
        let officer = reader(&node);
        let mut wanted =
            wanted(AdvertText { text: text.clone(), ..Default::default() }, &options.said);
        for picture in &options.picture {
            wanted.pictures.push(node.keep_exhibit(picture, "", &officer)?.hash);
        }
        for taken in node.take_adverts(&[wanted], &officer)? {
            counted.add(taken.map_err(liaison_node::NodeError::from)?);
        }
    }
    for file in &options.files {
        if let Done::WithProblems = take_file(&node, file, &options.said, &mut counted, out)? {
            done = Done::WithProblems;
        }
    }
    counted.tell(out);
    Ok(done)
}

/// Takes the files of a folder in, and moves each into a folder beside: `taken`, or `set-aside`
/// where nothing of it can be read. Goes on until it is stopped.
pub fn watch(place: &Place, options: &AdvertWatch, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let mut done = Done::Clean;
    loop {
        let mut counted = Counted::default();
        for file in waiting(&options.folder, options.once)? {
            let taken = take_file(&node, &file, &options.said, &mut counted, out);
            let to = if taken.is_ok() { "taken" } else { "set-aside" };
            match taken {
                Ok(Done::Clean) => {}
                Ok(problems) => done = problems,
                Err(error) => {
                    done = Done::WithProblems;
                    let said = Message::new("advert-set-aside").with("file", file.display());
                    out.note(&said.with("reason", format!("{error:#}")));
                }
            }
            put_beside(&file, to)?;
        }
        if options.once || !counted.ids.is_empty() || 0 < counted.known {
            counted.tell(out);
        }
        if options.once {
            return Ok(done);
        }
        sleep(LOOK_EVERY);
    }
}

pub fn list(place: &Place, options: &AdvertList, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let adverts = node.adverts(&reader(&node))?;
    let wanted = AdvertsWanted {
        band: options.band.as_deref().and_then(Band::of_code),
        language: options.language.clone(),
        platform: options.platform.clone(),
        place: options.place.clone(),
        standing: options.standing.clone(),
        cluster: options.cluster.clone(),
        clustered: options.clusters,
    };
    let page = adverts.page(&wanted, options.offset, options.limit);
    if out.is_json() {
        page.rows.iter().for_each(|row| out.value(&row_json(row)));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = page.rows.iter().map(|row| cells(row, out)).collect();
    out.table(
        &[
            "column-advert",
            "column-score",
            "column-band",
            "column-adverts",
            "column-language",
            "column-platform",
            "column-contacts",
            "column-standing",
            "column-text",
        ],
        &rows,
    );
    let shown = Message::new("advert-shown")
        .count("shown", page.rows.len() as u64)
        .count("total", page.total as u64)
        .count("adverts", page.adverts as u64);
    out.line(&out.words.say(&shown));
    Ok(Done::Clean)
}

pub fn show(place: &Place, options: &AdvertShow, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let officer = reader(&node);
    let adverts = node.adverts(&officer)?;
    let row = adverts.find(&options.advert, node.agency().as_str())?;
    let view = node.advert_view(&adverts, &row, &officer)?;
    if out.is_json() {
        let mut value = row_json(&row);
        add_view(&mut value, &row, &view, out)?;
        out.value(&value);
        return Ok(Done::Clean);
    }
    out.line(&view.text);
    out.line("");
    let score = Message::new("advert-score")
        .with("score", format!("{:.2}", row.score))
        .with("band", out.words.text(Band::of(row.score).message_key()))
        .with("lexicon", &view.lexicon);
    out.line(&out.words.say(&score));
    out.line(
        &out.words
            .say(&Message::new("advert-cluster-of").count("adverts", row.cluster_size as u64)),
    );
    let reasons: Vec<Vec<String>> = view
        .scored
        .reasons
        .iter()
        .map(|reason| {
            vec![
                format!("{:+.2}", reason.weight),
                out.words.text(reason.cause.message_key()),
                view.text.get(reason.span.clone()).unwrap_or_default().to_owned(),
                reason.source.clone(),
            ]
        })
        .collect();
    out.table(&["column-weight", "column-sign", "column-words", "column-source"], &reasons);
    show_contacts(&view, out);
    for compound in &view.compounds {
        let said = Message::new("advert-leads-to").with("name", &compound.name);
        out.line(&out.words.say(&said.with("id", &compound.id)));
    }
    for word in &row.advert.words {
        out.line(&[&*word.date, &word.act, &word.officer, &word.reason].join("  "));
    }
    Ok(Done::Clean)
}

fn show_contacts(view: &AdvertView, out: &Out) {
    if view.contacts.is_empty() {
        return;
    }
    let rows: Vec<Vec<String>> = view
        .contacts
        .iter()
        .map(|contact| {
            let records: Vec<&str> =
                contact.records.iter().map(|record| record.name.text()).collect();
            vec![
                contact.kind.code().to_owned(),
                contact.value.clone(),
                contact.adverts.to_string(),
                records.join(", "),
            ]
        })
        .collect();
    out.table(&["column-kind", "column-value", "column-adverts", "column-elsewhere"], &rows);
}

pub fn judge(place: &Place, options: &AdvertJudge, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let wanted = AdvertWordWanted {
        word: options.verdict.clone(),
        reason: options.because.clone(),
        ..AdvertWordWanted::default()
    };
    say(&node, &options.advert, &wanted, out)
}

/// Says something of an advert, and tells it.
pub fn say(node: &Node, advert: &str, wanted: &AdvertWordWanted, out: &Out) -> Result<Done> {
    let said = node.say_of_advert(advert, wanted, &reader(node))?;
    if out.is_json() {
        out.value(&json!({ "id": said.id, "advert": said.advert, "commit": said.commit }));
    } else {
        let told = Message::new("advert-said").with("advert", &said.advert);
        let word = out.words.text(&format!("casework-advert-{}", wanted.word.trim()));
        out.line(&out.words.say(&told.with("word", word).with("commit", said.commit)));
    }
    Ok(Done::Clean)
}

pub fn learn(place: &Place, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let (adverts, others, hash) = node.train_adverts(&reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "adverts": adverts, "others": others, "model": hash }));
        return Ok(Done::Clean);
    }
    let said = Message::new("advert-learnt")
        .count("adverts", adverts as u64)
        .count("others", others as u64)
        .with("hash", hash.get(..12).unwrap_or_default());
    out.line(&out.words.say(&said));
    Ok(Done::Clean)
}

/// Takes the texts of a file in.
fn take_file(
    node: &Node,
    file: &Path,
    said: &AdvertSaid,
    counted: &mut Counted,
    out: &Out,
) -> Result<Done> {
    let officer = reader(node);
    let mut rows = Rows::open(file, None, out)?;
    while let Some(chunk) = rows.chunk(out)? {
        let (ids, texts): (Vec<String>, Vec<AdvertWanted>) =
            chunk.into_iter().map(|row| (row.said.id.clone(), wanted(row.said, said))).unzip();
        for (id, taken) in ids.iter().zip(node.take_adverts(&texts, &officer)?) {
            match taken {
                Ok(taken) => {
                    for (field, reason) in &taken.left_out {
                        let reason = out.words.say(reason);
                        let left = Message::new("advert-left-out").with("field", field);
                        rows.tell(id, &left.with("reason", reason), out);
                    }
                    counted.add(taken);
                }
                Err(error) => rows.tell(id, &error.message(), out),
            }
        }
    }
    Ok(rows.done(out))
}

/// What a file says of a text, and what is said of all of them where it says nothing.
fn wanted(text: AdvertText, said: &AdvertSaid) -> AdvertWanted {
    let or = |own: String, all: &String| if own.is_empty() { all.clone() } else { own };
    AdvertWanted {
        text: text.text,
        url: or(text.url, &said.url),
        platform: or(text.platform, &said.platform),
        posted: or(text.posted, &said.posted),
        seen: or(text.seen, &said.seen),
        language: or(text.language, &said.language),
        source: or(text.source, &said.source),
        pictures: Vec::new(),
        marks: said.handling.clone().unwrap_or_default(),
    }
}

/// The files of a folder, by name; those that are still written are left for later.
fn waiting(folder: &Path, is_once: bool) -> Result<Vec<PathBuf>> {
    let told = || folder.display().to_string();
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(told)? {
        let entry = entry.with_context(told)?;
        let known = entry.metadata().with_context(told)?;
        let age = SystemTime::now().duration_since(known.modified()?).unwrap_or_default();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if known.is_file() && !is_hidden && (is_once || SETTLED < age) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

fn put_beside(file: &Path, folder: &str) -> Result<()> {
    let told = || file.display().to_string();
    let beside = file.parent().unwrap_or(Path::new(".")).join(folder);
    fs::create_dir_all(&beside).with_context(told)?;
    let name = file.file_name().with_context(told)?;
    let mut to = beside.join(name);
    // What came under this name before stays.
    let mut number = 2;
    while to.exists() {
        to = beside.join(format!("{number}-{}", name.to_string_lossy()));
        number += 1;
    }
    fs::rename(file, to).with_context(told)
}

impl Counted {
    fn add(&mut self, taken: liaison_node::AdvertTaken) {
        match taken.intake {
            Intake::New => self.new += 1,
            Intake::Known => self.known += 1,
        }
        if self.ids.len() < IDS_TOLD {
            self.ids.push(taken.id.to_string());
        }
    }

    fn tell(&self, out: &Out) {
        if out.is_json() {
            out.value(&json!({ "new": self.new, "known": self.known, "ids": self.ids }));
            return;
        }
        let said = Message::new("advert-taken").count("new", self.new).count("known", self.known);
        out.line(&out.words.say(&said));
        if let [id] = self.ids.as_slice() {
            out.line(id);
        }
    }
}

fn cells(row: &AdvertRow<'_>, out: &Out) -> Vec<String> {
    let advert = row.advert;
    let contacts: Vec<String> =
        advert.contacts().take(3).map(|(kind, value)| format!("{kind}:{value}")).collect();
    vec![
        advert.id.local().to_owned(),
        format!("{:.2}", row.score),
        out.words.text(Band::of(row.score).message_key()),
        row.cluster_size.to_string(),
        advert.language.clone().unwrap_or_default(),
        advert.platform.clone().unwrap_or_default(),
        contacts.join(" "),
        standing(row).map(|word| out.words.text(&word)).unwrap_or_default(),
        advert.title.clone(),
    ]
}

/// The key of the word for where an advert stands.
fn standing(row: &AdvertRow<'_>) -> Option<String> {
    let verdict = row.advert.verdict.map(|is_advert| if is_advert { "advert" } else { "other" });
    let word = row.advert.takedown.map(Takedown::code).or(verdict)?;
    Some(format!("casework-advert-{word}"))
}

fn row_json(row: &AdvertRow<'_>) -> Value {
    let advert = row.advert;
    json!({
        "id": advert.id, "score": row.score, "band": Band::of(row.score),
        "cluster": row.cluster, "cluster_size": row.cluster_size, "shared_contacts": row.shared,
        "language": advert.language, "platform": advert.platform, "url": advert.url,
        "posted": advert.posted, "seen": advert.seen, "source": advert.source,
        "places": advert.places(), "openly_scam_work": advert.is_open_scam(),
        "contacts": advert.contacts().map(|(kind, value)| json!({ "kind": kind, "value": value }))
            .collect::<Vec<_>>(),
        "verdict": advert.verdict, "takedown": advert.takedown.map(Takedown::code),
        "due": advert.due.map(|day| day.to_string()), "title": advert.title,
    })
}

fn add_view(value: &mut Value, row: &AdvertRow<'_>, view: &AdvertView, out: &Out) -> Result<()> {
    let told = Told::of(row.advert.id.as_str(), &view.text, &view.scored, out);
    let told = serde_json::to_value(&told)?;
    value["text"] = json!(view.text);
    value["reasons"] = told["reasons"].clone();
    value["identifiers"] = told["identifiers"].clone();
    value["lexicon"] = json!(view.lexicon);
    value["model"] = json!(view.model);
    value["pattern"] = json!(view.pattern);
    value["slots"] = json!(view.slots);
    value["shared"] = view
        .contacts
        .iter()
        .map(|contact| {
            json!({
                "kind": contact.kind, "value": contact.value, "adverts": contact.adverts,
                "judged": contact.judged,
                "records": contact.records.iter().map(|one| &one.id).collect::<Vec<_>>(),
            })
        })
        .collect();
    value["compounds"] = view
        .compounds
        .iter()
        .map(|one| json!({ "id": one.id, "name": one.name, "why": one.why }))
        .collect();
    value["words"] = row
        .advert
        .words
        .iter()
        .map(|word| {
            json!({
                "id": word.id, "act": word.act, "verdict": word.verdict, "date": word.date,
                "officer": word.officer, "reason": word.reason, "batch": word.batch,
            })
        })
        .collect();
    Ok(())
}

/// How often a folder is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// A file that was not written to for so long is whole.
const SETTLED: Duration = Duration::from_secs(2);
const IDS_TOLD: usize = 20;
