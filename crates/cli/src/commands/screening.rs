//! `liaison screening` and `liaison procedure`: both tracks of people, never mixed.

use std::fs;

use anyhow::{Context as _, Result};
use liaison_casework::{Instrument, Jurisdiction, Sourced, in_language};
use liaison_model::CommitNumber;
use liaison_model::messages::Message;
use liaison_node::{
    KnownTracks, NonPunishmentWanted, ProcedureWanted, ReleaseWanted, ScreeningWanted, TrackSaid,
};
use serde_json::{Value, json};

use super::open::{Place, reader};
use crate::Done;
use crate::args::care::{
    EntryTakeBack, Procedure, ProcedureAct, ProcedureLaw, ProcedureSuspects, Screening,
    ScreeningAct, ScreeningEnter, ScreeningForms, ScreeningShow,
};
use crate::out::Out;

pub fn screening(place: &Place, options: Screening, out: &Out) -> Result<Done> {
    match options.act {
        ScreeningAct::Forms(options) => forms(place, &options, out),
        ScreeningAct::Enter(options) => enter(place, options, out),
        ScreeningAct::Queue => queue(place, out),
        ScreeningAct::Show(options) => show(place, &options, out),
        ScreeningAct::TakeBack(options) => take_back(place, &options, out),
    }
}

pub fn procedure(place: &Place, options: Procedure, out: &Out) -> Result<Done> {
    let act = match options.act {
        ProcedureAct::Suspects(options) => return suspects(place, &options, out),
        ProcedureAct::Law(options) => return law(place, &options, out),
        ProcedureAct::TakeBack(options) => return take_back(place, &options, out),
        act => act,
    };
    let node = place.write(out)?;
    let reader = reader(&node);
    let done = match act {
        ProcedureAct::Enter(one) => {
            let wanted = ProcedureWanted {
                step: one.step,
                date: one.date,
                authority: one.authority,
                legal_basis: one.basis,
                case: one.case,
                reason: one.reason,
            };
            node.enter_procedure(&one.person, &wanted, &reader)?
        }
        ProcedureAct::NonPunishment(one) => {
            let wanted = NonPunishmentWanted {
                alleged_act: one.alleged,
                exploitation_link: one.exploitation,
                decision: one.decision,
                authority: one.authority,
                appeal: one.appeal,
                date: one.date,
                case: one.case,
            };
            node.consider_non_punishment(&one.person, &wanted, &reader)?
        }
        ProcedureAct::Release(one) => {
            let wanted = ReleaseWanted { to: one.to, reason: one.reason, case: one.case };
            node.release_suspect(&one.person, &wanted, &reader)?
        }
        _ => return Ok(Done::Clean),
    };
    Ok(told(&done, out))
}

fn told(said: &TrackSaid, out: &Out) -> Done {
    let TrackSaid { id, person, reading, commit } = said;
    if out.is_json() {
        let lacking = reading.as_ref().map(|reading| reading.lacking.clone());
        out.value(&json!({
            "id": id, "person": person, "commit": commit,
            "score": reading.as_ref().map(|reading| reading.score), "lacking": lacking,
        }));
        return Done::Clean;
    }
    out.line(&out.words.say(&Message::new("track-said").with("id", id).with("commit", commit)));
    if let Some(reading) = reading {
        let counts = Message::new("track-reading")
            .count("yes", reading.yes.into())
            .count("no", reading.no.into())
            .count("unasked", reading.not_asked.into())
            .count("score", reading.score.into());
        out.line(&out.words.say(&counts));
    }
    Done::Clean
}

/// Says that something was taken back.
pub fn taken_back(id: &str, commit: CommitNumber, out: &Out) -> Done {
    if out.is_json() {
        out.value(&json!({ "id": id, "commit": commit }));
    } else {
        let told = Message::new("report-taken-back").with("id", id).with("commit", commit);
        out.line(&out.words.say(&told));
    }
    Done::Clean
}

fn take_back(place: &Place, options: &EntryTakeBack, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let commit = node.take_back_word(&options.entry, &options.reason, &reader(&node))?;
    Ok(taken_back(&options.entry, commit, out))
}

fn forms(place: &Place, options: &ScreeningForms, out: &Out) -> Result<Done> {
    let language = out.words.language();
    if let Some(path) = &options.add {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let node = place.write(out)?;
        let form = node.add_form(&path.display().to_string(), &text)?;
        let told = Message::new("form-kept").with("form", form.name());
        out.line(&out.words.say(&told));
        return Ok(Done::Clean);
    }
    let node = place.read()?;
    if let Some(name) = &options.form {
        let form = node.form(name)?;
        if out.is_json() {
            out.value(&serde_json::to_value(&form)?);
            return Ok(Done::Clean);
        }
        out.line(in_language(&form.advice, language));
        let rows: Vec<Vec<String>> = form
            .questions
            .iter()
            .map(|asked| {
                let text = in_language(&asked.text, language).to_owned();
                vec![asked.code.clone(), asked.part.clone(), text]
            })
            .collect();
        out.table(&["column-id", "column-kind", "column-question"], &rows);
        return Ok(Done::Clean);
    }
    let forms = node.forms()?;
    if out.is_json() {
        for form in &forms {
            out.value(&serde_json::to_value(form)?);
        }
        return Ok(Done::Clean);
    }
    let row = |form: &Instrument| {
        let title = in_language(&form.title, language).to_owned();
        vec![form.name(), title, form.issued.standing.to_string()]
    };
    let rows: Vec<Vec<String>> = forms.iter().map(row).collect();
    out.table(&["column-id", "column-title", "column-source"], &rows);
    Ok(Done::Clean)
}

fn enter(place: &Place, options: ScreeningEnter, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let wanted = ScreeningWanted {
        form: options.form,
        answers: options.answer.into_iter().collect(),
        result: options.result,
        age_group: options.age_group,
        date: options.date,
        authority: options.authority,
        case: options.case,
        needs: options.needs,
        reason: options.reason,
    };
    let said = node.screen_person(&options.person, &wanted, &reader(&node))?;
    Ok(told(&said, out))
}

fn queue(place: &Place, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let waiting = node.waiting(&reader(&node))?;
    if out.is_json() {
        for waits in &waiting {
            let mut value = tracks_json(&waits.person);
            value["score"] = json!(waits.score);
            out.value(&value);
        }
        return Ok(Done::Clean);
    }
    if waiting.is_empty() {
        out.line(&out.words.text("screening-none"));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = waiting
        .iter()
        .map(|waits| {
            let age = match waits.person.is_child {
                Some(true) => out.words.text("care-age-child"),
                _ => String::new(),
            };
            vec![
                waits.person.id.clone(),
                age,
                out.words.text(&format!("care-result-{}", waits.result.code())),
                waits.score.to_string(),
            ]
        })
        .collect();
    out.table(&["column-id", "column-age", "column-victim-track", "column-score"], &rows);
    Ok(Done::Clean)
}

fn show(place: &Place, options: &ScreeningShow, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let known = node.tracks(&options.person, &reader(&node))?;
    if out.is_json() {
        out.value(&tracks_json(&known));
        return Ok(Done::Clean);
    }
    person_rows(&known, out);
    Ok(Done::Clean)
}

/// Both tracks of a person, one table each.
pub fn person_rows(known: &KnownTracks, out: &Out) {
    let standing = known.tracks.standing();
    let headline = Message::new("tracks-headline")
        .with("person", &known.id)
        .with("result", out.words.text(&format!("care-result-{}", standing.result.code())));
    out.line(&out.words.say(&headline));
    let screenings: Vec<Vec<String>> = known
        .tracks
        .screenings
        .iter()
        .map(|said| {
            vec![
                said.date.map(|date| date.to_string()).unwrap_or_default(),
                out.words.text(&format!("care-result-{}", said.result.code())),
                said.authority.clone(),
                said.officer.clone(),
                said.instrument.clone().unwrap_or_default(),
                said.id.clone(),
            ]
        })
        .collect();
    let headings = ["column-victim-track", "column-agency", "column-officer", "column-form"];
    let whole: Vec<&str> =
        ["column-when"].into_iter().chain(headings).chain(["column-id"]).collect();
    out.table(&whole, &screenings);
    let steps: Vec<Vec<String>> = known
        .tracks
        .steps
        .iter()
        .map(|step| {
            vec![
                step.date.map(|date| date.to_string()).unwrap_or_default(),
                out.words.text(&format!("care-step-{}", step.step.code())),
                step.authority.clone(),
                step.legal_basis.clone(),
                step.officer.clone(),
                step.id.clone(),
            ]
        })
        .collect();
    let headings = ["column-criminal-track", "column-agency", "column-law", "column-officer"];
    let whole: Vec<&str> =
        ["column-when"].into_iter().chain(headings).chain(["column-id"]).collect();
    out.table(&whole, &steps);
    for considered in &known.tracks.non_punishment {
        let told = Message::new("tracks-non-punishment")
            .with(
                "decision",
                out.words.text(&format!("care-decision-{}", considered.decision.code())),
            )
            .with("authority", &considered.authority);
        out.line(&out.words.say(&told));
    }
    for release in &known.tracks.releases {
        let told = Message::new("tracks-release")
            .with("officer", &release.officer)
            .with("reason", &release.reason);
        out.line(&out.words.say(&told));
    }
}

/// Both tracks of a person as JSON.
pub fn tracks_json(known: &KnownTracks) -> Value {
    let standing = known.tracks.standing();
    let text =
        |date: &Option<liaison_model::values::PartialDate>| date.as_ref().map(ToString::to_string);
    let screenings = known.tracks.screenings.iter().map(|said| {
        json!({
            "id": said.id, "date": text(&said.date), "authority": said.authority,
            "officer": said.officer, "form": said.instrument, "result": said.result,
            "score": said.score, "reason": said.reason, "case": said.case,
        })
    });
    let steps = known.tracks.steps.iter().map(|step| {
        json!({
            "id": step.id, "date": text(&step.date), "step": step.step,
            "authority": step.authority, "legal_basis": step.legal_basis,
            "officer": step.officer, "reason": step.reason, "case": step.case,
        })
    });
    let considered = known.tracks.non_punishment.iter().map(|one| {
        json!({
            "id": one.id, "date": text(&one.date), "decision": one.decision, "appeal": one.appeal,
            "authority": one.authority, "officer": one.officer,
        })
    });
    let releases = known.tracks.releases.iter().map(
        |one| json!({ "id": one.id, "to": one.to, "officer": one.officer, "reason": one.reason }),
    );
    json!({
        "person": known.id, "is_child": known.is_child, "result": standing.result,
        "is_disputed": standing.is_disputed,
        "victim_track": screenings.collect::<Vec<_>>(),
        "criminal_track": steps.collect::<Vec<_>>(),
        "non_punishment": considered.collect::<Vec<_>>(),
        "releases": releases.collect::<Vec<_>>(),
    })
}

fn suspects(place: &Place, options: &ProcedureSuspects, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let list = node.suspects_for(&options.agency, &reader(&node))?;
    if out.is_json() {
        let named = list.named.iter().map(|(person, step)| {
            json!({ "person": person, "step": step.step, "authority": step.authority })
        });
        out.value(&json!({
            "agency": options.agency, "named": named.collect::<Vec<_>>(),
            "not_screened": list.not_screened, "victims": list.victims,
        }));
        return Ok(Done::Clean);
    }
    let rows: Vec<Vec<String>> = list
        .named
        .iter()
        .map(|(person, step)| {
            let word = out.words.text(&format!("care-step-{}", step.step.code()));
            vec![person.clone(), word, step.authority.clone()]
        })
        .collect();
    out.table(&["column-id", "column-criminal-track", "column-agency"], &rows);
    let withheld = Message::new("suspects-withheld")
        .with("agency", &options.agency)
        .count("named", list.named.len() as u64)
        .count("unscreened", list.not_screened)
        .count("victims", list.victims);
    out.line(&out.words.say(&withheld));
    Ok(Done::Clean)
}

fn law(place: &Place, options: &ProcedureLaw, out: &Out) -> Result<Done> {
    let rules = match &options.check {
        Some(path) => {
            let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
            let read = Jurisdiction::read(&path.display().to_string(), &text);
            read.map_err(liaison_node::NodeError::from)?
        }
        None => place.read()?.jurisdiction(&options.country)?,
    };
    if out.is_json() {
        out.value(&serde_json::to_value(&rules)?);
        return Ok(Done::Clean);
    }
    let mut rows: Vec<Vec<String>> = rules
        .legal_bases
        .iter()
        .map(|(code, Sourced { value, standing })| {
            vec![code.clone(), value.clone(), standing.to_string()]
        })
        .collect();
    let age = &rules.age_of_majority;
    rows.push(vec![out.words.text("law-of-age"), age.value.to_string(), age.standing.to_string()]);
    out.table(&["column-law", "column-value", "column-source"], &rows);
    let (sourced, all) = rules.sourced_of();
    let told = Message::new("law-sourced")
        .with("country", &rules.country)
        .count("sourced", sourced as u64)
        .count("all", all as u64);
    out.line(&out.words.say(&told));
    Ok(Done::Clean)
}
