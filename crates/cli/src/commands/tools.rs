//! `liaison rebuild`, `doctor`, `completions` and `man`.

use anyhow::{Context, Result};
use liaison_model::messages::Message;
use serde_json::json;

use super::open::Place;
use crate::Done;
use crate::args::{Completions, Man, command};
use crate::out::Out;

pub fn rebuild(place: &Place, out: &Out) -> Result<Done> {
    let mut node = place.read()?;
    let bar = out.progress("progress-folding", None);
    let mut statements = 0;
    node.rebuild(&mut |folded| {
        statements = folded;
        bar.set_position(folded);
    })?;
    bar.finish_and_clear();
    if out.is_json() {
        out.value(&json!({ "statements": statements }));
    } else {
        out.line(&out.words.say(&Message::new("rebuild-done").count("statements", statements)));
    }
    Ok(Done::Clean)
}

pub fn doctor(place: &Place, out: &Out) -> Result<Done> {
    let findings = place.doctor()?;
    let mut done = Done::Clean;
    for finding in &findings {
        if out.is_json() {
            out.value(finding);
        } else {
            let checked = out.words.text(finding.checked);
            let verdict = match (&finding.wrong, &finding.extent) {
                (Some(wrong), _) => out.words.say(wrong),
                (None, Some(extent)) => out.words.say(extent),
                (None, None) => out.words.text("doctor-well"),
            };
            out.line(&format!("{checked}: {verdict}"));
            if let Some(hint) = &finding.hint {
                out.line(&format!("  {}", out.words.say(hint)));
            }
        }
        if finding.wrong.is_some() {
            done = Done::WithProblems;
        }
    }
    Ok(done)
}

pub fn completions(options: &Completions, out: &Out) -> Result<Done> {
    let mut command = command(&out.words);
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut command, "liaison", &mut text);
    let text = String::from_utf8_lossy(&text);
    if out.is_json() {
        out.value(&json!({ "text": text }));
    } else {
        out.line(&text);
    }
    Ok(Done::Clean)
}

pub fn man(options: &Man, out: &Out) -> Result<Done> {
    let folder = &options.folder;
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    if options.markdown {
        let path = folder.join("commands.md");
        let page = super::page::markdown(command(&out.words));
        std::fs::write(&path, page).with_context(|| path.display().to_string())?;
    } else {
        clap_mangen::generate_to(command(&out.words), folder)?;
    }
    let text = out.words.say(&Message::new("man-done").with("folder", folder.display()));
    if out.is_json() {
        out.value(&json!({ "text": text, "folder": folder }));
    } else {
        out.line(&text);
    }
    Ok(Done::Clean)
}
