//! `/figures.csv` and `/reports/table.csv`: what anybody may have, as CSV and as SDMX-CSV 2.0.
//!
//! # Shape
//!
//! CSV of figures has the columns in which they are imported. A table of counts has a column for
//! each breakdown, in which `total` stands for all, and `people`, which is empty where a number is
//! withheld. SDMX-CSV has the columns `STRUCTURE`, `STRUCTURE_ID` and `ACTION`, dimensions,
//! `TIME_PERIOD` and `OBS_VALUE`, attributes; `_T` stands for all, and `CONF_STATUS` is `C` where
//! a number is withheld (code lists `CL_OBS_STATUS` and `CL_CONF_STATUS` of SDMX).

use std::io;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use liaison_formats::{PlainWriter, TableFormat};
use liaison_model::values::PartialDate;
use liaison_node::CountBy;
use liaison_situation::{Figure, Published, Shown};

use crate::access::Signed;
use crate::problem::Problem;
use crate::query::{Query, malformed, not_one_of};
use crate::screens::listing::attachment;
use crate::state::ApiState;

/// Which table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedAs {
    /// For people and spreadsheets.
    Csv,
    /// For statistical programs.
    SdmxCsv,
}

/// A table that anybody may have.
#[derive(Debug)]
pub struct PublicTable {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl PublicTable {
    /// Figures, each with its source.
    #[must_use]
    pub fn of_figures(figures: &[Figure], agency: &str, published_as: PublishedAs) -> Self {
        match published_as {
            PublishedAs::Csv => Self {
                headings: FIGURE_COLUMNS.map(str::to_owned).to_vec(),
                rows: figures.iter().map(figure_row).collect(),
            },
            PublishedAs::SdmxCsv => Self {
                headings: SDMX_FIGURES.map(str::to_owned).to_vec(),
                rows: figures.iter().map(|figure| sdmx_figure(figure, agency)).collect(),
            },
        }
    }

    /// Counts of reports, with totals.
    #[must_use]
    pub fn of_counts(
        counts: &Published,
        agency: &str,
        day: Date,
        published_as: PublishedAs,
    ) -> Self {
        let all = match published_as {
            PublishedAs::Csv => "total",
            PublishedAs::SdmxCsv => "_T",
        };
        let names = counts.breakdowns.iter().map(|one| one.name.clone());
        let cells = counts.cells.iter().map(|cell| {
            let parts = counts.breakdowns.iter().zip(&cell.categories);
            let category = |at: usize, from: &[String]| from.get(at).cloned().unwrap_or_default();
            let place = parts.map(|(one, at)| {
                at.map_or_else(|| all.to_owned(), |at| category(at, &one.categories))
            });
            let people = match cell.shown {
                Shown::Count(people) => people.to_string(),
                Shown::Withheld => String::new(),
            };
            (place.collect::<Vec<_>>(), people)
        });
        match published_as {
            PublishedAs::Csv => Self {
                headings: names.chain(["people".to_owned()]).collect(),
                rows: cells
                    .map(|(mut row, people)| {
                        row.push(people);
                        row
                    })
                    .collect(),
            },
            PublishedAs::SdmxCsv => {
                let own = ["TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "CONF_STATUS"];
                let headings = STRUCTURE.map(str::to_owned).into_iter();
                let names = names.map(|name| name.to_uppercase());
                let headings = headings.chain(names).chain(own.map(str::to_owned)).collect();
                let row = |(place, people): (Vec<String>, String)| {
                    let is_withheld = people.is_empty();
                    let status = if is_withheld { ["M", "C"] } else { ["A", "F"] };
                    let mut row = structure(agency, "REPORTS").to_vec();
                    row.extend(place);
                    row.extend([day.to_string(), people, "PERSONS".to_owned()]);
                    row.extend(status.map(str::to_owned));
                    row
                };
                Self { headings, rows: cells.map(row).collect() }
            }
        }
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// It as CSV in UTF-8.
    ///
    /// # Errors
    ///
    /// When there is no memory for it.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut writer = PlainWriter::new(&mut bytes);
        for row in std::iter::once(&self.headings).chain(&self.rows) {
            writer.write(row.iter().map(String::as_str))?;
        }
        writer.finish()?;
        Ok(bytes)
    }

    fn response(&self, name: &str) -> Result<Response, Problem> {
        let failed = |_| Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR);
        Ok(attachment(name, TableFormat::Csv, self.to_bytes().map_err(failed)?))
    }
}

/// Published figures as a table
///
/// Those that anybody may have, each with its source. What is marked otherwise is left out.
#[utoipa::path(
    get, path = "/figures.csv", tag = "Figures",
    params(("as" = Option<String>, Query, nullable = false, pattern = "^(csv|sdmx-csv)$", description = "`csv`, or `sdmx-csv` for statistical programs")),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv"))
)]
pub(crate) async fn figures(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Response, Problem> {
    let published_as = wanted(&mut query)?;
    query.finish()?;
    let read = move |state: &ApiState| {
        let (figures, _) = state.node().public_figures(&reader, None)?;
        Ok(PublicTable::of_figures(&figures, state.node().agency().as_str(), published_as))
    };
    state.ask(read).await?.response("figures")
}

/// Reports as a table that anybody may have
///
/// Counts of reports by one to three of their traits, with totals. Cells of fewer than 11 people
/// are withheld, and as many others that nobody can work them out.
#[utoipa::path(
    get, path = "/reports/table.csv", tag = "Workbench",
    params(
        ("by" = String, Query, pattern = "^(stage|age|year|month|place|agency|nationality)$", description = "What they are told apart by; up to three times"),
        ("as" = Option<String>, Query, nullable = false, pattern = "^(csv|sdmx-csv)$", description = "`csv`, or `sdmx-csv` for statistical programs"),
    ),
    responses((status = 200, description = "The table", body = String, content_type = "text/csv"))
)]
pub(crate) async fn reports(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Response, Problem> {
    let published_as = wanted(&mut query)?;
    let codes = CountBy::ALL.map(CountBy::code);
    let by = query.all("by")?.into_iter();
    let by = by.map(|code| CountBy::of_code(&code).ok_or_else(|| not_one_of("by", &codes)));
    let by: Vec<CountBy> = by.collect::<Result<_, _>>()?;
    query.finish()?;
    if by.is_empty() {
        return Err(malformed("by", "stage"));
    }
    let read = move |state: &ApiState| {
        let node = state.node();
        let reports = node.reports(&reader, None, None)?;
        let counts = node.published_reports(&reports, &by, &reader)?;
        Ok(PublicTable::of_counts(&counts, node.agency().as_str(), reports.day, published_as))
    };
    state.ask(read).await?.response("reports")
}

fn wanted(query: &mut Query) -> Result<PublishedAs, Problem> {
    match query.one("as")?.as_deref() {
        None | Some("csv") => Ok(PublishedAs::Csv),
        Some("sdmx-csv") => Ok(PublishedAs::SdmxCsv),
        Some(_) => Err(not_one_of("as", &["csv", "sdmx-csv"])),
    }
}

fn figure_row(figure: &Figure) -> Vec<String> {
    let Figure { question, subject, measure, place, value, value_low, value_high, unit, .. } =
        figure;
    let Figure { period_start, period_end, as_of, publisher, source_title, .. } = figure;
    let [question, subject, measure, place] = [question, subject, measure, place].map(text);
    let [value, low, high, unit] = [value, value_low, value_high, unit].map(text);
    let [start, end, as_of] = [period_start, period_end, as_of].map(text);
    let source = [publisher, source_title, &figure.source_date, &figure.source_ref, &figure.note];
    let [nationality, country] = [&figure.nationality, &figure.country].map(|all| all.join("; "));
    let id = local(&figure.id).to_owned();
    [
        id,
        question,
        subject,
        nationality,
        measure,
        place,
        country,
        start,
        end,
        value,
        low,
        high,
        unit,
    ]
    .into_iter()
    .chain([as_of])
    .chain(source.map(text))
    .collect()
}

fn sdmx_figure(figure: &Figure, agency: &str) -> Vec<String> {
    let or_all = |codes: &[String]| match codes {
        [] => "_T".to_owned(),
        codes => codes.join("+").to_uppercase(),
    };
    let mut row = structure(agency, "FIGURES").to_vec();
    row.push(local(&figure.id).to_owned());
    row.extend([&figure.question, &figure.subject, &figure.measure].map(text));
    row.extend([or_all(&figure.nationality), or_all(&figure.country)]);
    row.push(text(&figure.publisher));
    row.push(period(figure));
    row.push(text(&figure.value));
    row.extend([&figure.value_low, &figure.value_high, &figure.unit].map(text));
    row.push(if figure.value.is_some() { "A" } else { "M" }.to_owned());
    let source = [&figure.as_of, &figure.source_title, &figure.source_date, &figure.source_ref];
    row.extend(source.map(text));
    row.extend([text(&figure.place), text(&figure.note)]);
    row
}

/// The time that a figure is for, as SDMX writes it: a day, a month or a year, or a first day and
/// a number of days.
fn period(figure: &Figure) -> String {
    let first = figure.period_start.as_ref().or(figure.as_of.as_ref());
    let last = figure.period_end.as_ref().or(first);
    let (Some(first), Some(last)) = (first, last) else { return String::new() };
    if first == last {
        return first.clone();
    }
    let day = |text: &str| PartialDate::read(text, None).ok();
    let (Some(from), Some(to)) = (day(first), day(last)) else { return first.clone() };
    let days = (to.latest() - from.earliest()).get_days() + 1;
    format!("{}/P{days}D", from.earliest())
}

fn structure(agency: &str, of: &str) -> [String; 3] {
    ["dataflow".to_owned(), format!("{agency}:{of}(1.0)"), "I".to_owned()]
}

fn text(part: &Option<String>) -> String {
    part.clone().unwrap_or_default()
}

/// An id of our own without its origin.
fn local(id: &str) -> &str {
    id.rsplit(':').next().unwrap_or_default()
}

const STRUCTURE: [&str; 3] = ["STRUCTURE", "STRUCTURE_ID", "ACTION"];

const FIGURE_COLUMNS: [&str; 19] = [
    "id",
    "question",
    "subject",
    "nationality",
    "measure",
    "place",
    "country",
    "period_start",
    "period_end",
    "value",
    "value_low",
    "value_high",
    "unit",
    "as_of",
    "publisher",
    "source_title",
    "source_date",
    "source_ref",
    "note",
];

const SDMX_FIGURES: [&str; 22] = [
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "FIGURE",
    "QUESTION",
    "SUBJECT",
    "MEASURE",
    "NATIONALITY",
    "REF_AREA",
    "PUBLISHER",
    "TIME_PERIOD",
    "OBS_VALUE",
    "OBS_VALUE_LOW",
    "OBS_VALUE_HIGH",
    "UNIT_MEASURE",
    "OBS_STATUS",
    "AS_OF",
    "SOURCE_TITLE",
    "SOURCE_DATE",
    "SOURCE_REF",
    "PLACE",
    "COMMENT",
];
