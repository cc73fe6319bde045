//! `/records/{id}.json`: one record with every statement about it, its links, its history, proofs,
//! and uncovering for a purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::schema::names::{prop, schema as names};
use liaison_model::schema::{self, PropType};
use liaison_model::{CommitNumber, Hash, Instant, Purpose, Reader, StatementId};
use liaison_node::reading::{EntityView, Shown, StatementView};
use liaison_node::{
    HistoryEvent, HistoryLine, Link, NodeError, RecordView, ShowOptions, Uncovering,
};
use liaison_policy::Operation;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::listing::{Row, label_of};
use super::parts::{Handling, Text};
use super::resolve::JudgementView;
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// One record.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordScreen {
    /// The record as it stands in lists.
    row: Row,
    /// Grades of its statements, best first.
    grades: Vec<String>,
    /// Whose statements they are.
    originators: Vec<String>,
    /// Whether anything of it is covered.
    is_covered: bool,
    /// What it is said to be, by property.
    properties: Vec<RecordProperty>,
    /// Every statement, oldest first.
    statements: Vec<RecordStatement>,
    /// How many statements there are in all: more than are listed in very long records.
    statements_total: u64,
    /// What stands behind the statements, by dataset and source.
    documents: Vec<Document>,
    /// The other records that were judged to be one with it.
    one_with: Vec<Row>,
    /// What officers decided about it and about those, oldest first.
    judgements: Vec<JudgementView>,
    /// The last commit that is shown.
    position: u64,
}

/// What is said in one property.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordProperty {
    prop: String,
    label: String,
    /// The group in which it stands: `names`, `identity`, `contact`, `places`, `links`, `dates` or
    /// `other`.
    group: String,
    values: Vec<RecordValue>,
    /// Whether its open values cannot all be true.
    in_conflict: bool,
}

/// One value with all that say so.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordValue {
    value: Text,
    /// What its source wrote, where that differs.
    original: Option<Text>,
    /// How many sources say so.
    sources: u64,
    /// The best grade.
    grade: Option<String>,
    handling: Handling,
    /// Ids of the statements.
    statements: Vec<String>,
    /// The record that it names.
    record: Option<Named>,
}

/// Another record, by name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Named {
    id: String,
    schema: String,
    label: String,
    caption: Text,
}

/// One source's claim.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordStatement {
    id: String,
    prop: String,
    label: String,
    value: Text,
    original: Option<Text>,
    lang: Option<String>,
    dataset: String,
    source: Option<String>,
    as_of: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    seen: Option<Instant>,
    grade: Option<String>,
    originator: String,
    handling: Handling,
    commit: u64,
    #[schema(value_type = Option<String>, format = DateTime)]
    known_on: Option<Instant>,
    /// The commit that withdrew it, where an auditor reads the past.
    withdrawn_by: Option<u64>,
}

/// What some statements rest on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Document {
    dataset: String,
    source: Option<String>,
    statements: u64,
    originator: String,
    commit: u64,
    #[schema(value_type = Option<String>, format = DateTime)]
    known_on: Option<Instant>,
}

/// What is tied to a record.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LinksScreen {
    links: Vec<LinkView>,
    /// Whether there are more than are listed.
    is_cut: bool,
    /// Parts that a person has in cases, as agencies see it.
    roles: Vec<RoleView>,
}

/// One link.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LinkView {
    prop: String,
    label: String,
    /// The other record.
    row: Row,
    /// What stands at the far end, where the other record is itself a link.
    far: Option<FarEnd>,
}

/// The far end of a link.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FarEnd {
    prop: String,
    label: String,
    row: Row,
}

/// A part in a case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoleView {
    role: Text,
    case: Option<Named>,
    since: Option<String>,
    record: String,
}

/// What happened to a record.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HistoryScreen {
    /// Oldest first.
    lines: Vec<HistoryRow>,
}

/// One line of history.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HistoryRow {
    commit: u64,
    #[schema(value_type = String, format = DateTime)]
    known_on: Instant,
    author: String,
    /// `stated`, `withdrawn` or `removed`.
    event: String,
    /// The statement, where the reader may know it.
    statement: Option<String>,
    prop: Option<String>,
    label: Option<String>,
    value: Option<Text>,
    /// The commit that ended it.
    ended_by: Option<u64>,
    #[schema(value_type = Option<String>, format = DateTime)]
    ended_on: Option<Instant>,
    /// Why, or on whose authority.
    reason: Option<String>,
}

/// For what somebody is uncovered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevealWanted {
    /// One of the purposes of the session.
    #[schema(max_length = 40)]
    purpose: String,
    /// Of what was known at this moment; absent: of what is known now.
    #[schema(value_type = Option<String>, format = DateTime)]
    known_on: Option<Instant>,
}

/// For what a record is printed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PurposeWanted {
    /// One of the purposes of the session.
    #[schema(max_length = 40)]
    pub(crate) purpose: String,
}

/// What stands at the head of a print.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PrintView {
    /// Its number in the chain of looks.
    look: u64,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// Hash of the journal's newest commit.
    #[schema(value_type = Option<String>)]
    checkpoint: Option<Hash>,
}

/// What is asked for behind `/records/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Record,
    Links,
    History,
}

/// The record's data, or one part of it.
pub(crate) async fn part(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    part: Part,
    mut query: Query,
) -> Result<axum::response::Response, Problem> {
    use axum::response::IntoResponse;
    // History is all of it, and says of each line since when it is known.
    let known_on = match part {
        Part::Record | Part::Links => super::situation::known_on(&mut query)?,
        Part::History => None,
    };
    query.finish()?;
    let id = id.to_owned();
    Ok(match part {
        Part::Record => {
            let answer = state.ask(move |state| {
                let options = ShowOptions { known_on, uncover: Uncovering::No, route: ROUTE };
                screen(state, &state.node().record(&id, &reader, &options)?)
            });
            Json(answer.await?).into_response()
        }
        Part::Links => {
            let answer = state.ask(move |state| links(state, &id, &reader, known_on));
            Json(answer.await?).into_response()
        }
        Part::History => {
            let lines = state.ask(move |state| Ok(state.node().history(&id, &reader)?)).await?;
            let lines = lines.into_iter().map(HistoryRow::of).collect();
            Json(HistoryScreen { lines }).into_response()
        }
    })
}

/// What is tied to a record
#[utoipa::path(
    get, path = "/records/{id}/links.json", tag = "Workbench",
    params(
        ("id" = String, Path, description = "Id of the entity"),
        ("known_on" = Option<String>, Query, format = DateTime, description = "Of what was known at this moment"),
    ),
    responses((status = 200, description = "The links", body = LinksScreen))
)]
pub(crate) async fn links_of(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
) -> Result<axum::response::Response, Problem> {
    part(&state, reader, &id, Part::Links, query).await
}

/// What happened to a record
///
/// Every statement that was ever made about it, as far as the reader may know of it.
#[utoipa::path(
    get, path = "/records/{id}/history.json", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the entity")),
    responses((status = 200, description = "The history", body = HistoryScreen))
)]
pub(crate) async fn history_of(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
) -> Result<axum::response::Response, Problem> {
    part(&state, reader, &id, Part::History, query).await
}

/// Uncover a person
///
/// Records a look under the officer's account, with the purpose, and answers when it is on disk.
#[utoipa::path(
    post, path = "/api/records/{id}/reveal", tag = "Workbench", request_body = RevealWanted,
    params(("id" = String, Path, description = "Id of the entity")),
    responses((status = 200, description = "The record, uncovered", body = RecordScreen))
)]
pub(crate) async fn reveal(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<RevealWanted>,
) -> Result<Json<RecordScreen>, Problem> {
    query.finish()?;
    let purpose: Purpose = wanted.purpose.parse().map_err(|_| malformed("purpose", "rescue"))?;
    let reader = reader.with_purpose(purpose);
    let options =
        ShowOptions { known_on: wanted.known_on, uncover: Uncovering::ForPurpose, route: ROUTE };
    let answer =
        state.ask(move |state| screen(state, &state.node().record(&id, &reader, &options)?));
    answer.await.map(Json)
}

/// Print a record
///
/// Records under the officer's account, among the looks, that the record is printed, and for what.
/// Nobody is uncovered by it; answers what stands at the head of the print.
#[utoipa::path(
    post, path = "/api/records/{id}/print", tag = "Workbench", request_body = PurposeWanted,
    params(("id" = String, Path, description = "Id of the entity")),
    responses((status = 200, description = "It is recorded", body = PrintView))
)]
pub(crate) async fn print(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<PurposeWanted>,
) -> Result<Json<PrintView>, Problem> {
    query.finish()?;
    let purpose: Purpose = wanted.purpose.parse().map_err(|_| malformed("purpose", "rescue"))?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let (look, at) = node.record_print(&id, &reader.with_purpose(purpose), PRINT_ROUTE)?;
        Ok(PrintView { look, at, checkpoint: node.checkpoint()? })
    });
    answer.await.map(Json)
}

/// The proof of a statement
///
/// What shows a stranger, offline, that this node committed it. Of a covered person it needs a
/// purpose, and is a look.
#[utoipa::path(
    post, path = "/api/statements/{id}/proof", tag = "Workbench", request_body = ProofWanted,
    params(("id" = String, Path, description = "Id of the statement")),
    responses((status = 200, description = "The proof"))
)]
pub(crate) async fn proof(
    State(state): State<Arc<ApiState>>,
    signed: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(wanted): Sent<ProofWanted>,
) -> Result<axum::response::Response, Problem> {
    use axum::response::IntoResponse;
    query.finish()?;
    let id: StatementId = id.parse().map_err(|_| NodeError::NotFound)?;
    let purpose = wanted.purpose.map(|text| text.parse::<Purpose>()).transpose();
    let reader = match purpose.map_err(|_| malformed("purpose", "rescue"))? {
        Some(purpose) => {
            signed.check(Operation::Uncover)?;
            signed.reader.with_purpose(purpose)
        }
        None => signed.reader,
    };
    let proof = state.ask(move |state| Ok(state.node().prove(id, &reader)?.to_json()));
    let text = proof.await?.map_err(|_| NodeError::NotFound)?;
    Ok(([(axum::http::header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// For what a proof is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProofWanted {
    /// One of the purposes of the session; needed where a person is covered.
    #[schema(max_length = 40)]
    purpose: Option<String>,
}

pub(crate) fn screen(state: &ApiState, record: &RecordView) -> Result<RecordScreen, Problem> {
    let view = &record.entity;
    let mut times = BTreeMap::new();
    for statement in &view.statements {
        times.insert(statement.commit, state.commit_time(statement.commit)?);
    }
    let grades: BTreeSet<&String> =
        view.statements.iter().filter_map(|s| s.grade.as_ref()).collect();
    let originators: BTreeSet<&String> = view.statements.iter().map(|s| &s.originator).collect();
    let listed = view.statements.iter().take(STATEMENTS_MAX);
    Ok(RecordScreen {
        row: Row::of_entity(view),
        grades: grades.into_iter().cloned().collect(),
        originators: originators.into_iter().cloned().collect(),
        is_covered: view.has_covered(),
        properties: properties(record),
        statements: listed.map(|s| RecordStatement::of(s, &view.schema, &times)).collect(),
        statements_total: view.statements.len() as u64,
        documents: documents(view, &times),
        one_with: record.identity.others.iter().map(Row::of_entity).collect(),
        judgements: record.identity.judgements.iter().map(JudgementView::of).collect(),
        position: record.position,
    })
}

/// Properties in the order of their groups, featured ones first in each.
fn properties(record: &RecordView) -> Vec<RecordProperty> {
    let view = &record.entity;
    let found = schema::find(&view.schema);
    let mut by_prop: Vec<(&str, Vec<&StatementView>)> = Vec::new();
    for statement in &view.statements {
        match by_prop.iter_mut().find(|(prop, _)| *prop == statement.prop) {
            Some((_, statements)) => statements.push(statement),
            None => by_prop.push((&statement.prop, vec![statement])),
        }
    }
    let rank = |prop: &str| {
        let featured = found.and_then(|schema| schema.featured.iter().position(|one| *one == prop));
        (group_of(found, prop).0, prop != prop::NAME, featured.unwrap_or(usize::MAX))
    };
    by_prop.sort_by_key(|(prop, _)| rank(prop));
    let property = |(prop, statements): (&str, Vec<&StatementView>)| {
        let values = values(record, &statements);
        RecordProperty {
            prop: prop.to_owned(),
            label: label_of(&view.schema, prop),
            group: group_of(found, prop).1.to_owned(),
            in_conflict: is_conflict(found, prop, &statements),
            values,
        }
    };
    by_prop.into_iter().map(property).collect()
}

fn values(record: &RecordView, statements: &[&StatementView]) -> Vec<RecordValue> {
    let mut groups: Vec<Vec<&StatementView>> = Vec::new();
    for statement in statements {
        // Covered values are not compared: that two of them are alike would say something, too.
        let alike = groups.iter_mut().find(|group| {
            matches!((&group[0].value, &statement.value), (Shown::Open(a), Shown::Open(b)) if a == b)
        });
        match alike {
            Some(group) => group.push(statement),
            None => groups.push(vec![statement]),
        }
    }
    groups.iter().map(|group| RecordValue::of(record, group)).collect()
}

impl RecordValue {
    fn of(record: &RecordView, group: &[&StatementView]) -> Self {
        let first = group[0];
        let sources: BTreeSet<(&str, Option<&str>)> =
            group.iter().map(|s| (s.dataset.as_str(), s.source.as_deref())).collect();
        let marks = group.iter().map(|s| s.marks.clone());
        let marks = marks.reduce(|a, b| if a == b { a } else { a.strictest(&b) });
        let lang = group.iter().find_map(|s| s.lang.as_deref());
        let original = group.iter().find_map(|s| s.original.as_ref());
        let named = record.named.get(first.value.text());
        Self {
            value: Text::of(&first.value, lang),
            original: original.map(|original| Text::of(original, lang)),
            sources: sources.len() as u64,
            grade: group.iter().filter_map(|s| s.grade.clone()).min(),
            handling: Handling::of(&marks.unwrap_or_default()),
            statements: group.iter().map(|s| s.id.to_string()).collect(),
            record: named.map(|named| Named {
                id: first.value.text().to_owned(),
                schema: named.schema.clone(),
                label: schema_label(&named.schema).to_owned(),
                caption: Text::of(&named.caption, None),
            }),
        }
    }
}

pub(super) fn schema_label(name: &str) -> &str {
    schema::find(name).map_or(name, |schema| schema.label)
}

impl RecordStatement {
    fn of(
        statement: &StatementView,
        schema: &str,
        times: &BTreeMap<CommitNumber, Instant>,
    ) -> Self {
        let lang = statement.lang.as_deref();
        Self {
            id: statement.id.to_string(),
            prop: statement.prop.clone(),
            label: label_of(schema, &statement.prop),
            value: Text::of(&statement.value, lang),
            original: statement.original.as_ref().map(|original| Text::of(original, lang)),
            lang: statement.lang.clone(),
            dataset: statement.dataset.clone(),
            source: statement.source.clone(),
            as_of: statement.as_of.clone(),
            seen: statement.seen,
            grade: statement.grade.clone(),
            originator: statement.originator.clone(),
            handling: Handling::of(&statement.marks),
            commit: statement.commit,
            known_on: times.get(&statement.commit).copied(),
            withdrawn_by: statement.withdrawn_by,
        }
    }
}

fn documents(view: &EntityView, times: &BTreeMap<CommitNumber, Instant>) -> Vec<Document> {
    let mut found: Vec<Document> = Vec::new();
    for s in &view.statements {
        let same = |one: &Document| {
            one.dataset == s.dataset && one.source == s.source && one.commit == s.commit
        };
        match found.iter().position(same) {
            Some(at) => found[at].statements += 1,
            None if found.len() < DOCUMENTS_MAX => found.push(Document {
                dataset: s.dataset.clone(),
                source: s.source.clone(),
                statements: 1,
                originator: s.originator.clone(),
                commit: s.commit,
                known_on: times.get(&s.commit).copied(),
            }),
            None => {}
        }
    }
    found
}

fn links(
    state: &ApiState,
    id: &str,
    reader: &Reader,
    known_on: Option<Instant>,
) -> Result<LinksScreen, Problem> {
    let mut found = state.node().links(id, reader, known_on, LINKS_MAX + 1)?;
    let is_cut = LINKS_MAX < found.len();
    found.truncate(LINKS_MAX);
    let is_role = |link: &&Link| link.entity.schema == names::ROLE_ASSESSMENT;
    let roles = found.iter().filter(is_role).map(RoleView::of).collect();
    Ok(LinksScreen { links: found.iter().map(LinkView::of).collect(), is_cut, roles })
}

impl LinkView {
    fn of(link: &Link) -> Self {
        let far = link.far.as_ref().map(|(prop, entity)| FarEnd {
            label: label_of(&link.entity.schema, prop),
            prop: prop.clone(),
            row: Row::of_entity(entity),
        });
        Self {
            prop: link.prop.clone(),
            label: link.label.clone(),
            row: Row::of_entity(&link.entity),
            far,
        }
    }
}

impl RoleView {
    fn of(link: &Link) -> Self {
        let said = |wanted| link.entity.statements.iter().find(|s| s.prop == wanted);
        let covered = || Text::of(&Shown::Open(String::new()), None);
        Self {
            role: said(prop::ROLE).map_or_else(covered, |s| Text::of(&s.value, None)),
            since: said(prop::DATE).map(|s| s.value.text().to_owned()),
            case: link.far.as_ref().map(|(_, case)| Named {
                id: case.id.to_string(),
                schema: case.schema.clone(),
                label: schema_label(&case.schema).to_owned(),
                caption: Text::of(&case.caption, None),
            }),
            record: link.entity.id.to_string(),
        }
    }
}

impl HistoryRow {
    fn of(line: HistoryLine) -> Self {
        let (event, statement, ended_by, ended_on, reason) = match line.event {
            HistoryEvent::Stated(view) => ("stated", Some(view), None, None, None),
            HistoryEvent::Withdrawn { statement, by, on, reason } => {
                ("withdrawn", statement, Some(by), Some(on), reason)
            }
            HistoryEvent::Removed { by, on, authority } => {
                ("removed", None, Some(by), Some(on), authority)
            }
        };
        Self {
            commit: line.commit,
            known_on: line.known_on,
            author: line.author,
            event: event.to_owned(),
            prop: statement.as_ref().map(|s| s.prop.clone()),
            label: statement.as_ref().map(|s| label_of(&s.schema, &s.prop)),
            value: statement.as_ref().map(|s| Text::of(&s.value, s.lang.as_deref())),
            statement: statement.map(|s| s.id.to_string()),
            ended_by,
            ended_on,
            reason,
        }
    }
}

/// The group in which a property stands, with its place among the groups.
fn group_of(schema: Option<&schema::Schema>, name: &str) -> (usize, &'static str) {
    let kind = schema.and_then(|schema| schema.property(name)).map(|property| property.kind);
    let group = match kind {
        Some(PropType::Name) => 0,
        Some(PropType::Date) if name != prop::BIRTH_DATE && name != prop::DEATH_DATE => 5,
        Some(PropType::Identifier | PropType::Gender | PropType::Topic | PropType::Date) => 1,
        Some(PropType::Country) => 1,
        Some(PropType::Phone | PropType::Email | PropType::Url | PropType::Ip) => 2,
        Some(PropType::Address) => 3,
        Some(PropType::Entity) => 4,
        _ => 6,
    };
    (group, GROUPS[group])
}

/// Whether the open values of a property of which there is one cannot all be true. Two dates of
/// which one is only less precise agree.
fn is_conflict(schema: Option<&schema::Schema>, name: &str, said: &[&StatementView]) -> bool {
    let kind = schema.and_then(|schema| schema.property(name)).map(|property| property.kind);
    let is_one = matches!(kind, Some(PropType::Gender)) || SINGLE.contains(&name);
    let open: BTreeSet<&str> = said
        .iter()
        .filter(|statement| !statement.value.is_covered())
        .map(|statement| statement.value.text())
        .collect();
    let agree = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
    is_one && open.iter().any(|a| open.iter().any(|b| !agree(a, b)))
}

const GROUPS: [&str; 7] = ["names", "identity", "contact", "places", "links", "dates", "other"];
/// Properties of which an entity has one value at a time at most.
const SINGLE: &[&str] = &[
    prop::BIRTH_DATE,
    prop::DEATH_DATE,
    prop::INCORPORATION_DATE,
    prop::DISSOLUTION_DATE,
    prop::REGISTRATION_NUMBER,
    prop::LATITUDE,
    prop::LONGITUDE,
];
const ROUTE: &str = "/records/{id}";
const PRINT_ROUTE: &str = "/records/{id}/print";
const STATEMENTS_MAX: usize = 2_000;
const DOCUMENTS_MAX: usize = 200;
const LINKS_MAX: usize = 300;
