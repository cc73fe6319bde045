//! `liaison report`: reports on people missing or held, and how far each has come.

mod same;

use anyhow::Result;
use jiff::civil::Date;
use liaison_casework::{Listed, Overview, Stage, Standing, Step, Wanted, standing};
use liaison_model::messages::Message;
use liaison_node::{
    CheckWanted, Entered, Field, KnownReport, Node, ReportJudged, ReportTaken, ReportWanted,
    Reports, StageWanted,
};
use serde_json::{Value, json};

use super::open::{Place, reader};
use super::publish;
use crate::Done;
use crate::args::moment;
use crate::args::reports::{
    Report, ReportAct, ReportAdd, ReportCheck, ReportList, ReportOverview, ReportShow, ReportStage,
    ReportTakeBack,
};
use crate::out::Out;

pub fn run(place: &Place, options: Report, out: &Out) -> Result<Done> {
    match options.act {
        ReportAct::Add(options) => add(place, options, out),
        ReportAct::List(options) => list(place, &options, out),
        ReportAct::Overview(options) => overview(place, &options, out),
        ReportAct::Publish(options) => publish::reports(place, &options, out),
        ReportAct::Show(options) => show(place, &options, out),
        ReportAct::Stage(options) => stage(place, options, out),
        ReportAct::Check(options) => check(place, options, out),
        ReportAct::Similar(options) => same::similar(place, &options, out),
        ReportAct::Judge(options) => same::judge(place, &options, out),
        ReportAct::TakeBack(options) => take_back(place, &options, out),
    }
}

fn add(place: &Place, options: ReportAdd, out: &Out) -> Result<Done> {
    let mut fields = Vec::new();
    let mut told = |name: &str, values: Vec<String>| {
        let field = |value| Field { name: name.to_owned(), value };
        fields.extend(values.into_iter().map(field));
    };
    told("person.name", options.name);
    told("phone", options.phone);
    told("placeText", options.place.into_iter().collect());
    told("lastContactAt", options.last_contact.into_iter().collect());
    told("reportedAt", options.reported.into_iter().collect());
    for (name, value) in options.set {
        told(&name, vec![value]);
    }
    let marks = options.handling.unwrap_or_default();
    let judged = options.judge.into_iter().map(|(report, verdict)| ReportJudged {
        report,
        verdict: verdict.into(),
        reason: options.because.clone(),
    });
    let (judged, source) = (judged.collect(), options.source);
    let unless_known = !options.anyway && options.to.is_none();
    let wanted = ReportWanted { fields, source, marks, judged, unless_known };
    let node = place.write(out)?;
    let reader = reader(&node);
    let taken = match &options.to {
        None => node.take_report(&wanted, &reader)?,
        Some(report) => node.add_to_report(report, &wanted, &reader)?,
    };
    let ReportTaken { id, number, person, commit, one_with } = taken;
    if out.is_json() {
        out.value(&json!({
            "id": id, "number": number, "person": person, "commit": commit, "one_with": one_with,
        }));
        return Ok(Done::Clean);
    }
    let key = if options.to.is_none() { "report-taken" } else { "report-added" };
    let number = number.unwrap_or(id);
    out.line(&out.words.say(&Message::new(key).with("number", number).with("commit", commit)));
    if let Some(lead) = one_with {
        out.line(&out.words.say(&Message::new("report-one-with").with("number", lead)));
    }
    Ok(Done::Clean)
}

fn list(place: &Place, options: &ReportList, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let known_on = options.known_on.as_deref().map(moment).transpose()?;
    let reports = node.reports(&reader(&node), known_on, options.on)?;
    let wanted = Wanted {
        view: options.view,
        stage: options.stage,
        age: options.age,
        month: options.month.map(|month| (month.year(), month.month())),
    };
    let page = reports.page(&wanted, options.offset, options.limit);
    if out.is_json() {
        page.rows.iter().for_each(|(listed, known)| {
            out.value(&row_json(listed, known, reports.day));
        });
        return Ok(Done::Clean);
    }
    let places = page.rows.iter().filter_map(|(listed, _)| listed.report.place.as_deref());
    let names = node.captions(places, &reader(&node))?;
    let rows: Vec<Vec<String>> = page
        .rows
        .iter()
        .map(|(listed, _)| {
            let place = listed.report.place.as_ref().and_then(|id| names.get(id)).cloned();
            row(listed, place.unwrap_or_default(), reports.day, out)
        })
        .collect();
    out.table(
        &[
            "column-report",
            "column-stage",
            "column-days-open",
            "column-last-heard",
            "column-place",
            "column-next",
            "column-due",
        ],
        &rows,
    );
    let shown = Message::new("report-shown")
        .count("shown", page.rows.len() as u64)
        .count("total", page.total as u64)
        .with("day", reports.day);
    out.line(&out.words.say(&shown));
    Ok(Done::Clean)
}

fn row(listed: &Listed<'_>, place: String, day: Date, out: &Out) -> Vec<String> {
    let Listed { report, standing } = listed;
    let late = standing.days_late(day);
    let due = standing.due.map(|due| match late {
        0 => due.by.to_string(),
        days => out
            .words
            .say(&Message::new("report-late").with("day", due.by).count("days", days.into())),
    });
    let mut stage = out.words.text(&stage_key(standing.stage));
    if !standing.disagreements.is_empty() {
        stage.push_str(" ≠");
    }
    vec![
        report.number.clone().unwrap_or_else(|| report.id.clone()),
        stage,
        standing.days_open.map(|days| days.to_string()).unwrap_or_default(),
        standing.last_heard.map(|day| day.to_string()).unwrap_or_default(),
        place,
        standing
            .due
            .map(|due| out.words.text(&format!("casework-act-{}", due.act.code())))
            .unwrap_or_default(),
        due.unwrap_or_default(),
    ]
}

fn stage_key(stage: Stage) -> String {
    format!("casework-stage-{}", stage.code())
}

fn row_json(listed: &Listed<'_>, known: &KnownReport, day: Date) -> Value {
    let Listed { report, standing } = listed;
    json!({
        "id": report.id,
        "number": report.number,
        "stage": standing.stage.code(),
        "since": standing.since.map(|day| day.to_string()),
        "days_open": standing.days_open,
        "is_settled": standing.is_settled(),
        "is_child": report.is_child(day),
        "reported": report.reported.map(|date| date.to_string()),
        "last_heard": standing.last_heard.map(|day| day.to_string()),
        "danger": report.danger,
        "place": report.place,
        "person": known.person,
        "due": standing.due.map(|due| json!({
            "act": due.act.code(), "by": due.by.to_string(), "days_late": standing.days_late(day),
        })),
        "disagreements": standing.disagreements.len(),
    })
}

fn overview(place: &Place, options: &ReportOverview, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let known_on = options.known_on.as_deref().map(moment).transpose()?;
    let reports = node.reports(&reader(&node), known_on, options.on)?;
    let found = reports.overview();
    if out.is_json() {
        out.value(&overview_json(&found, &reports));
        return Ok(Done::Clean);
    }
    let settled: u32 = found.settled.values().sum();
    let total = Message::new("report-overview")
        .count("reports", found.reports.into())
        .count("settled", settled.into())
        .count("open", (found.reports - settled).into())
        .with("day", reports.day);
    out.line(&out.words.say(&total));
    let ages = liaison_casework::Age::ALL;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for stage in Stage::ALL {
        let counts = ages.map(|age| found.open.get(&(stage, age)).copied().unwrap_or(0));
        if counts.iter().any(|count| 0 < *count) {
            let mut row = vec![out.words.text(&stage_key(stage))];
            row.extend(
                counts.map(|count| if count == 0 { String::new() } else { count.to_string() }),
            );
            row.push(counts.iter().sum::<u32>().to_string());
            rows.push(row);
        }
    }
    let mut headings = vec!["column-stage".to_owned()];
    headings.extend(ages.map(|age| format!("casework-age-{}", age.code())));
    headings.push("column-open".to_owned());
    out.table(&headings.iter().map(String::as_str).collect::<Vec<_>>(), &rows);
    let months: Vec<Vec<String>> = found
        .months
        .iter()
        .map(|month| {
            let name = month.month.map(|(year, month)| format!("{year:04}-{month:02}"));
            let name = name.unwrap_or_else(|| out.words.text("casework-age-unknown"));
            vec![name, month.reported.to_string(), month.settled.to_string()]
        })
        .collect();
    out.table(&["column-month", "column-reported", "column-settled"], &months);
    Ok(Done::Clean)
}

fn overview_json(found: &Overview, reports: &Reports) -> Value {
    let settled =
        found.settled.iter().map(|(stage, count)| json!({ "stage": stage, "count": count }));
    let open = found
        .open
        .iter()
        .map(|((stage, age), count)| json!({ "stage": stage, "age": age, "count": count }));
    let months = found.months.iter().map(|month| {
        let name = month.month.map(|(year, month)| format!("{year:04}-{month:02}"));
        json!({ "month": name, "reported": month.reported, "settled": month.settled })
    });
    let views = found.views.iter().map(|(view, count)| json!({ "view": view, "count": count }));
    json!({
        "day": reports.day.to_string(),
        "reports": found.reports,
        "settled": settled.collect::<Vec<_>>(),
        "open": open.collect::<Vec<_>>(),
        "months": months.collect::<Vec<_>>(),
        "views": views.collect::<Vec<_>>(),
    })
}

fn show(place: &Place, options: &ReportShow, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let known_on = options.known_on.as_deref().map(moment).transpose()?;
    let reports = node.reports(&reader(&node), known_on, options.on)?;
    let known = reports.find(&options.report, node.agency().as_str())?;
    let now = standing(&known.report, reports.day);
    let sources = node.report_sources(&reports, known, &reader(&node), known_on)?;
    let mut steps: Vec<&Step> = known.report.steps.iter().collect();
    steps.sort_by_key(|step| (step.day(), step.entered, step.stage, &step.id));
    if out.is_json() {
        let listed = Listed { report: &known.report, standing: now };
        let mut value = row_json(&listed, known, reports.day);
        value["steps"] = steps.iter().map(|step| step_json(step)).collect();
        value["sources"] = sources.iter().map(same::source_json).collect();
        value["checks"] = known.report.checks.iter().map(check_json).collect();
        out.value(&value);
        return Ok(Done::Clean);
    }
    out.line(&out.words.say(&headline(known, &now)));
    let rows: Vec<Vec<String>> = steps
        .iter()
        .map(|step| {
            vec![
                step.date.map(|date| date.to_string()).unwrap_or_default(),
                out.words.text(&stage_key(step.stage)),
                step.authority.clone(),
                step.officer.clone(),
                step.reason.clone().or_else(|| step.closed_reason.clone()).unwrap_or_default(),
                step.id.clone(),
            ]
        })
        .collect();
    out.table(
        &[
            "column-when",
            "column-stage",
            "column-agency",
            "column-officer",
            "column-reason",
            "column-id",
        ],
        &rows,
    );
    if 1 < sources.len() {
        same::sources(&sources, out);
    }
    if !now.disagreements.is_empty() {
        let count = now.disagreements.len() as u64;
        out.line(&out.words.say(&Message::new("report-disagreements").count("count", count)));
    }
    Ok(Done::Clean)
}

fn headline(known: &KnownReport, now: &Standing<'_>) -> Message {
    let number = known.report.number.clone().unwrap_or_else(|| known.report.id.clone());
    let days = now.days_open.map_or(0, u64::from);
    Message::new("report-headline")
        .with("number", number)
        .count("days", days)
        .with("person", known.person.clone().unwrap_or_default())
}

fn step_json(step: &Step) -> Value {
    json!({
        "id": step.id, "stage": step.stage, "date": step.date.map(|date| date.to_string()),
        "authority": step.authority, "officer": step.officer, "entered": step.entered,
        "follows": step.follows, "reason": step.reason, "closed_reason": step.closed_reason,
    })
}

fn check_json(check: &liaison_casework::WelfareCheck) -> Value {
    json!({
        "id": check.id, "date": check.date.map(|date| date.to_string()),
        "authority": check.authority, "officer": check.officer, "channel": check.channel,
        "outcome": check.outcome, "next": check.next.map(|date| date.to_string()),
    })
}

fn stage(place: &Place, options: ReportStage, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let wanted = StageWanted {
        stage: options.stage,
        date: options.date,
        authority: options.authority,
        reason: options.reason,
        closing: options.closing,
        death_cause: options.death_cause,
        kin_told_by: options.kin_told_by,
        kin_told_at: options.kin_told_on,
        follows: options.follows,
    };
    let entered = node.enter_stage(&options.report, &wanted, &reader(&node))?;
    Ok(told(&node, &entered, "report-stage-entered", out))
}

fn check(place: &Place, options: ReportCheck, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let wanted = CheckWanted {
        date: options.date,
        authority: options.authority,
        channel: options.channel,
        outcome: options.outcome,
        note: options.note,
        next: options.next,
    };
    let entered = node.enter_check(&options.report, &wanted, &reader(&node))?;
    Ok(told(&node, &entered, "report-check-entered", out))
}

/// What was entered; conflicting words are told, and nothing is lost by them.
fn told(node: &Node, entered: &Entered, key: &'static str, out: &Out) -> Done {
    let Entered { id, report, commit, disagreements } = entered;
    if out.is_json() {
        out.value(&json!({
            "id": id, "report": report, "commit": commit, "disagreements": disagreements,
        }));
    } else {
        let own = format!("{}:", node.agency());
        let short = id.strip_prefix(&own).unwrap_or(id);
        out.line(&out.words.say(&Message::new(key).with("id", short).with("commit", commit)));
        if 0 < *disagreements {
            let count = *disagreements as u64;
            out.note(&Message::new("report-disagreements").count("count", count));
        }
    }
    Done::Clean
}

fn take_back(place: &Place, options: &ReportTakeBack, out: &Out) -> Result<Done> {
    let node = place.write(out)?;
    let commit = node.take_back_entry(&options.entry, &options.reason, &reader(&node))?;
    if out.is_json() {
        out.value(&json!({ "id": options.entry, "commit": commit }));
    } else {
        let told =
            Message::new("report-taken-back").with("id", &options.entry).with("commit", commit);
        out.line(&out.words.say(&told));
    }
    Ok(Done::Clean)
}
