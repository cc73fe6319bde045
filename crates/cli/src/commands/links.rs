//! `liaison links`: how two are tied, and who directs and profits.

use anyhow::Result;
use liaison_formats::{GexfEdge, GexfNode, TableFormat, write_gexf, write_table};
use liaison_model::Explanation;
use liaison_model::messages::Message;
use liaison_node::{Existing, LinkChart, LinkEnd, LinkLine, LinksWanted, NewFile, Node, Organiser};
use serde_json::{Value, json};

use super::open::{Place, reader};
use crate::Done;
use crate::args::links::{
    LinkPaths, Links, LinksAct, LinksExport, LinksFormat, LinksNear, LinksWithin,
};
use crate::out::Out;

pub fn run(place: &Place, options: &Links, out: &Out) -> Result<Done> {
    let node = place.read()?;
    match &options.act {
        LinksAct::Paths(options) => paths(&node, options, out),
        LinksAct::Near(options) => near(&node, options, out),
        LinksAct::Communities(options) => communities(&node, options, out),
        LinksAct::Organisers(options) => organisers(&node, options, out),
        LinksAct::Export(options) => export(&node, options, out),
    }
}

fn wanted(within: &LinksWithin) -> LinksWanted {
    let mut wanted = LinksWanted { limit: within.limit, ..LinksWanted::default() };
    wanted.case.clone_from(&within.case);
    (wanted.window.since, wanted.window.until) = (within.since, within.until);
    wanted
}

fn paths(node: &Node, options: &LinkPaths, out: &Out) -> Result<Done> {
    let wanted = wanted(&options.within);
    let found = node.link_paths(&options.from, &options.to, &wanted, &reader(node))?;
    if found.paths.is_empty() && !out.is_json() {
        out.line(&out.words.text("links-no-path"));
    }
    for (number, (lines, strength)) in found.paths.iter().enumerate() {
        let lines: Vec<&LinkLine> = lines.iter().map(|line| &found.chart.lines[*line]).collect();
        if out.is_json() {
            let steps: Vec<Value> = lines.iter().map(|line| as_json(&found.chart, line)).collect();
            out.value(&json!({ "strength": strength, "steps": steps }));
            continue;
        }
        let message = Message::new("links-path")
            .count("number", number as u64 + 1)
            .count("links", lines.len() as u64)
            .with("strength", format!("{strength:.2}"));
        out.line(&out.words.say(&message));
        table(&found.chart, &lines, out);
    }
    Ok(Done::Clean)
}

fn near(node: &Node, options: &LinksNear, out: &Out) -> Result<Done> {
    let chart = node.links_near(&options.records, &wanted(&options.within), &reader(node))?;
    let lines: Vec<&LinkLine> = chart.lines.iter().collect();
    if out.is_json() {
        lines.iter().for_each(|line| out.value(&as_json(&chart, line)));
        return Ok(Done::Clean);
    }
    if lines.is_empty() {
        out.line(&out.words.text("links-nothing-between"));
    } else {
        table(&chart, &lines, out);
    }
    if chart.has_more {
        out.note(&Message::new("links-more"));
    }
    Ok(Done::Clean)
}

fn communities(node: &Node, options: &LinksWithin, out: &Out) -> Result<Done> {
    let found = node.link_communities(&wanted(options), &reader(node))?;
    for (number, (size, members)) in found.communities.iter().enumerate() {
        if out.is_json() {
            let members: Vec<Value> = members.iter().map(end_json).collect();
            out.value(&json!({ "community": number + 1, "size": size, "members": members }));
            continue;
        }
        let named: Vec<String> = members.iter().take(NAMED).map(label).collect();
        let message = Message::new("links-community")
            .count("number", number as u64 + 1)
            .count("size", *size)
            .with("members", named.join(", "));
        out.line(&out.words.say(&message));
    }
    let message = Message::new("links-communities")
        .count("count", found.count)
        .with("modularity", format!("{:.3}", found.modularity));
    out.note(&message);
    Ok(Done::Clean)
}

fn organisers(node: &Node, options: &LinksWithin, out: &Out) -> Result<Done> {
    let found = node.organisers(&wanted(options), &reader(node))?;
    if out.is_json() {
        found.ranked.iter().for_each(|organiser| out.value(&ranked_json(organiser, out)));
    } else if found.ranked.is_empty() {
        out.line(&out.words.text("links-nobody"));
    } else {
        let row = |organiser: &Organiser| {
            let why = organiser.explanation.iter().map(|step| because(step, out));
            vec![
                organiser.rank.to_string(),
                label(&organiser.end),
                organiser.end.id.clone(),
                format!("{:.2}", organiser.score),
                why.collect::<Vec<_>>().join("\n"),
            ]
        };
        let rows: Vec<Vec<String>> = found.ranked.iter().map(row).collect();
        let headings = ["column-rank", "column-name", "column-id", "column-score", "column-why"];
        out.table(&headings, &rows);
    }
    for common in &found.over_common {
        let message = Message::new("links-over-common")
            .with("kind", &common.schema)
            .with("value", common.caption.text())
            .count("holders", u64::from(common.too_common.unwrap_or(0)));
        out.note(&message);
    }
    let message = Message::new("links-organisers")
        .count("shown", found.ranked.len() as u64)
        .count("total", found.total)
        .count("apart", found.apart.len() as u64)
        .count("cut", found.cut);
    out.note(&message);
    Ok(Done::Clean)
}

fn export(node: &Node, options: &LinksExport, out: &Out) -> Result<Done> {
    let mut wanted = LinksWanted { limit: EXPORTED_MAX, ..LinksWanted::default() };
    wanted.case.clone_from(&options.case);
    (wanted.window.since, wanted.window.until) = (options.since, options.until);
    let chart = node.links_to_export(&wanted, &reader(node))?;
    let mut file = NewFile::begin(&options.out, Existing::Keep)?;
    match options.format {
        LinksFormat::Gexf => {
            let node = |end: &LinkEnd| GexfNode {
                id: end.id.clone(),
                label: end.caption.text().to_owned(),
                schema: end.schema.clone(),
            };
            let nodes: Vec<GexfNode> = chart.ends.iter().map(node).collect();
            let edges: Vec<GexfEdge> = chart.lines.iter().map(|line| edge(&chart, line)).collect();
            write_gexf(&mut file, &nodes, &edges)?;
        }
        LinksFormat::Csv => {
            let rows = chart.lines.iter().map(|line| {
                let edge = edge(&chart, line);
                let (one, other) = (&chart.ends[line.from], &chart.ends[line.to]);
                let names = [one, other].map(|end| end.caption.text().to_owned());
                let [from_name, to_name] = names;
                let strength = format!("{:.4}", edge.weight);
                let (from, to, kind) = (edge.from, edge.to, edge.kind);
                let (since, until) = (edge.since, edge.until);
                vec![from, from_name, kind, to, to_name, strength, since, until, edge.statements]
            });
            write_table(&mut file, TableFormat::Csv, &HEADINGS, rows)?;
        }
    }
    file.finish()?;
    let (ends, lines) = (chart.ends.len() as u64, chart.lines.len() as u64);
    if out.is_json() {
        out.value(&json!({ "file": options.out, "ends": ends, "links": lines,
            "cut": chart.has_more }));
    } else {
        let message = Message::new("links-written")
            .with("file", options.out.display())
            .count("ends", ends)
            .count("links", lines);
        out.line(&out.words.say(&message));
    }
    Ok(if chart.has_more { Done::WithProblems } else { Done::Clean })
}

fn edge(chart: &LinkChart, line: &LinkLine) -> GexfEdge {
    let statements: Vec<String> = line.statements.iter().map(ToString::to_string).collect();
    GexfEdge {
        from: chart.ends[line.from].id.clone(),
        to: chart.ends[line.to].id.clone(),
        kind: line.kind.code().to_owned(),
        weight: line.strength,
        since: line.since.clone().unwrap_or_default(),
        until: line.until.clone().unwrap_or_default(),
        statements: statements.join(" "),
    }
}

fn table(chart: &LinkChart, lines: &[&LinkLine], out: &Out) {
    let row = |line: &&LinkLine| {
        let kind = out.words.text(line.kind.message_key());
        let days = [line.since.as_deref(), line.until.as_deref()];
        vec![
            label(&chart.ends[line.from]),
            kind,
            label(&chart.ends[line.to]),
            format!("{:.2}", line.strength),
            days.into_iter().flatten().collect::<Vec<_>>().join(" – "),
        ]
    };
    let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    out.table(&["column-from", "column-link", "column-to", "column-score", "column-dates"], &rows);
}

fn label(end: &LinkEnd) -> String {
    let mark = if end.is_apart { " †" } else { "" };
    match end.too_common {
        Some(holders) => format!("{} ({holders})", end.caption.text()),
        None if end.caption.is_covered() => format!("{}{mark}", end.id),
        None => format!("{}{mark}", end.caption.text()),
    }
}

fn because(step: &Explanation, out: &Out) -> String {
    format!("{} ({:+.2})", out.words.say(&step.words), step.weight)
}

fn end_json(end: &LinkEnd) -> Value {
    json!({ "id": end.id, "schema": end.schema, "caption": end.caption.text(),
        "presumed_victim": end.is_apart, "too_common": end.too_common })
}

fn as_json(chart: &LinkChart, line: &LinkLine) -> Value {
    json!({
        "from": end_json(&chart.ends[line.from]), "kind": line.kind.code(),
        "to": end_json(&chart.ends[line.to]), "strength": line.strength,
        "since": line.since, "until": line.until, "statements": line.statements,
    })
}

fn ranked_json(organiser: &Organiser, out: &Out) -> Value {
    let step = |step: &Explanation| {
        json!({ "rule": step.rule, "weight": step.weight, "inputs": step.inputs,
            "words": out.words.say(&step.words) })
    };
    json!({
        "rank": organiser.rank, "id": organiser.end.id, "schema": organiser.end.schema,
        "caption": organiser.end.caption.text(), "score": organiser.score, "bits": organiser.bits,
        "explanation": organiser.explanation.iter().map(step).collect::<Vec<_>>(),
    })
}

const HEADINGS: [&str; 9] =
    ["from", "from_name", "kind", "to", "to_name", "strength", "since", "until", "statements"];
const NAMED: usize = 8;
const EXPORTED_MAX: usize = 1_000_000;
