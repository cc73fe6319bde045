//! `/screening.json`, `/people/{id}.json` and what officers say on either track of a person.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use liaison_casework::{
    Instrument, Jurisdiction, NonPunishment, ProcedureStep, Release, Screening,
};
use liaison_model::{Instant, Reader};
use liaison_node::{
    KnownTracks, NonPunishmentWanted, ProcedureWanted, ReleaseWanted, ScreeningWanted, TrackSaid,
    Waits,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sent::ReasonSent;
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::screens::parts::Handling;
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// Both tracks of one person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TracksView {
    /// Entity id of the person.
    person: String,
    /// Whether an officer holds that they are not of age; absent where nobody said.
    is_child: Option<bool>,
    /// The most protective word on the victim track.
    result: String,
    /// Whether agencies say different things on the victim track.
    is_disputed: bool,
    screenings: Vec<ScreeningView>,
    steps: Vec<ProcedureView>,
    non_punishment: Vec<NonPunishmentView>,
    releases: Vec<ReleaseView>,
}

/// A word on the victim track.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ScreeningView {
    id: String,
    date: Option<String>,
    authority: String,
    officer: String,
    /// Form and version.
    instrument: Option<String>,
    result: String,
    score: u32,
    reason: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
}

/// A word on the criminal track.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProcedureView {
    id: String,
    step: String,
    date: Option<String>,
    authority: String,
    legal_basis: String,
    officer: String,
    reason: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
}

/// A consideration of non-punishment.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NonPunishmentView {
    id: String,
    date: Option<String>,
    authority: String,
    decision: String,
    appeal: String,
    officer: String,
}

/// A release to partners.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReleaseView {
    id: String,
    to: Option<String>,
    officer: String,
    reason: String,
    #[schema(value_type = String, format = DateTime)]
    entered: Instant,
}

/// Who waits for a screening.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WaitingScreen {
    /// Children first, then by the score of a form, then whoever waits longest.
    rows: Vec<WaitingRow>,
    total: u64,
    /// How the list is handled: it stays here.
    handling: Handling,
}

/// Somebody who waits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WaitingRow {
    score: u32,
    tracks: TracksView,
}

/// One person's tracks with what is needed to say more.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PersonScreen {
    tracks: TracksView,
    /// Screening forms, those of the country first.
    #[schema(value_type = Vec<Object>)]
    forms: Vec<Instrument>,
    /// The rules of the node's country.
    #[schema(value_type = Option<Object>)]
    law: Option<Jurisdiction>,
    day: String,
    /// How the tracks are handled: they stay here.
    handling: Handling,
}

/// Whom an agency may be told of as a suspect.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuspectsView {
    agency: String,
    named: Vec<SuspectRow>,
    /// How many are withheld because nobody screened them.
    not_screened: u64,
    /// How many are withheld because they are presumed or held to be victims.
    victims: u64,
}

/// Somebody who may be named.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuspectRow {
    person: String,
    step: ProcedureView,
}

/// A screening.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScreeningSent {
    /// Id of the form, or id and version; none where nobody asked after one.
    #[serde(default)]
    #[schema(max_length = 80)]
    form: String,
    /// `yes`, `no` or `not-asked`, by the code of the question.
    #[serde(default)]
    answers: BTreeMap<String, String>,
    #[schema(max_length = 40)]
    result: String,
    /// `child`, `adult` or `unknown`.
    #[serde(default)]
    #[schema(max_length = 20)]
    age_group: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    #[serde(default)]
    #[schema(max_length = 200)]
    authority: String,
    /// Number or id of the case in which it stands.
    #[serde(default)]
    #[schema(max_length = 250)]
    case: String,
    /// What the person needs now.
    #[serde(default)]
    #[schema(max_length = 20000)]
    needs: String,
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

/// What an authority did.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProcedureSent {
    #[schema(max_length = 40)]
    step: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    #[schema(max_length = 200)]
    authority: String,
    /// Code of the country's file, or a law in words.
    #[schema(max_length = 250)]
    legal_basis: String,
    #[serde(default)]
    #[schema(max_length = 250)]
    case: String,
    #[serde(default)]
    #[schema(max_length = 2000)]
    reason: String,
}

/// A consideration of non-punishment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NonPunishmentSent {
    #[schema(max_length = 20000)]
    alleged_act: String,
    #[schema(max_length = 20000)]
    exploitation_link: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    decision: String,
    #[schema(max_length = 200)]
    authority: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    appeal: String,
    #[serde(default)]
    #[schema(max_length = 40)]
    date: String,
    #[serde(default)]
    #[schema(max_length = 250)]
    case: String,
}

/// A release to partners.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReleaseSent {
    /// Code of the agency; any where it is empty.
    #[serde(default)]
    #[schema(max_length = 40)]
    to: String,
    #[schema(max_length = 2000)]
    reason: String,
    #[serde(default)]
    #[schema(max_length = 250)]
    case: String,
}

/// What was said on a track.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TrackSaidView {
    id: String,
    person: String,
    /// Points of the form, which order the queue and decide nothing.
    score: Option<u32>,
    /// Parts of the form of which no sign was found, though they are needed.
    lacking: Vec<String>,
    commit: u64,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    known_on: Instant,
}

/// Who waits for a screening
///
/// Children first, then by the score of a form, then whoever waits longest. Rows say ids, not names.
#[utoipa::path(
    get, path = "/screening.json", tag = "Workbench",
    responses((status = 200, description = "Who waits", body = WaitingScreen))
)]
pub(crate) async fn waiting(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
) -> Result<Json<WaitingScreen>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let found = state.node().waiting(&reader)?;
        let row = |waits: &Waits| WaitingRow {
            score: waits.score,
            tracks: TracksView::of(&waits.person),
        };
        let rows = found.iter().take(ROWS_MAX).map(row).collect();
        Ok(WaitingScreen { rows, total: found.len() as u64, handling: Handling::stays_here() })
    });
    answer.await.map(Json)
}

/// `/screening/{id}`: the screen of a person's tracks, or its data.
pub(crate) async fn person(
    State(state): State<Arc<ApiState>>,
    InPath(id): InPath,
    request: Request,
) -> Result<Response, Problem> {
    match crate::screens::screen_of(&state, &id, request).await? {
        crate::screens::Screen::Page(page) => Ok(page),
        crate::screens::Screen::Data { id, reader, query } => {
            of_person(&state, reader, id, query).await
        }
    }
}

/// Both tracks of a person
///
/// Every word on the victim track and on the criminal track, the forms, and the rules of the node's
/// country. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/screening/{id}.json", tag = "Workbench",
    params(("id" = String, Path, description = "Entity id of the person")),
    responses((status = 200, description = "The tracks", body = PersonScreen))
)]
pub(crate) async fn of_person(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| {
        let node = state.node();
        let tracks = TracksView::of(&node.tracks(&id, &reader)?);
        let law = node.jurisdiction("").ok();
        let mut forms = node.forms()?;
        let first = |form: &Instrument| {
            let used = law.as_ref().map(|law| &law.instruments.value);
            used.and_then(|used| used.iter().position(|id| *id == form.id)).unwrap_or(usize::MAX)
        };
        forms.sort_by_key(first);
        let day = node.today().to_string();
        Ok(PersonScreen { tracks, forms, law, day, handling: Handling::stays_here() })
    });
    Ok(Json(answer.await?).into_response())
}

/// Enter a screening
///
/// One agency's dated word; nothing that others said goes. A score decides nothing.
#[utoipa::path(
    post, path = "/api/people/{id}/screenings", tag = "Workbench", request_body = ScreeningSent,
    params(("id" = String, Path, description = "Entity id of the person")),
    responses((status = 200, description = "It is on disk", body = TrackSaidView))
)]
pub(crate) async fn screen(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ScreeningSent>,
) -> Result<Json<TrackSaidView>, Problem> {
    query.finish()?;
    let ScreeningSent { form, answers, result, age_group, date, authority, case, needs, reason } =
        sent;
    let wanted =
        ScreeningWanted { form, answers, result, age_group, date, authority, case, needs, reason };
    let answer =
        state.ask(move |state| said(state, state.node().screen_person(&id, &wanted, &reader)?));
    answer.await.map(Json)
}

/// Enter what an authority did
#[utoipa::path(
    post, path = "/api/people/{id}/procedures", tag = "Workbench", request_body = ProcedureSent,
    params(("id" = String, Path, description = "Entity id of the person")),
    responses((status = 200, description = "It is on disk", body = TrackSaidView))
)]
pub(crate) async fn procedure(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ProcedureSent>,
) -> Result<Json<TrackSaidView>, Problem> {
    query.finish()?;
    let ProcedureSent { step, date, authority, legal_basis, case, reason } = sent;
    let wanted = ProcedureWanted { step, date, authority, legal_basis, case, reason };
    let answer =
        state.ask(move |state| said(state, state.node().enter_procedure(&id, &wanted, &reader)?));
    answer.await.map(Json)
}

/// Consider non-punishment
#[utoipa::path(
    post, path = "/api/people/{id}/non-punishments", tag = "Workbench",
    request_body = NonPunishmentSent,
    params(("id" = String, Path, description = "Entity id of the person")),
    responses((status = 200, description = "It is on disk", body = TrackSaidView))
)]
pub(crate) async fn consider(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<NonPunishmentSent>,
) -> Result<Json<TrackSaidView>, Problem> {
    query.finish()?;
    let NonPunishmentSent {
        alleged_act,
        exploitation_link,
        decision,
        authority,
        appeal,
        date,
        case,
    } = sent;
    let wanted = NonPunishmentWanted {
        alleged_act,
        exploitation_link,
        decision,
        authority,
        appeal,
        date,
        case,
    };
    let answer = state.ask(move |state| {
        said(state, state.node().consider_non_punishment(&id, &wanted, &reader)?)
    });
    answer.await.map(Json)
}

/// Release somebody to partners
///
/// Somebody presumed a victim may be named to a partner as a suspect from then on, until the next
/// word on the victim track. The officer answers for it by name.
#[utoipa::path(
    post, path = "/api/people/{id}/releases", tag = "Workbench", request_body = ReleaseSent,
    params(("id" = String, Path, description = "Entity id of the person")),
    responses((status = 200, description = "It is on disk", body = TrackSaidView))
)]
pub(crate) async fn release(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(ReleaseSent { to, reason, case }): Sent<ReleaseSent>,
) -> Result<Json<TrackSaidView>, Problem> {
    query.finish()?;
    let wanted = ReleaseWanted { to, reason, case };
    let answer =
        state.ask(move |state| said(state, state.node().release_suspect(&id, &wanted, &reader)?));
    answer.await.map(Json)
}

/// Whom an agency may be told of as a suspect
///
/// Whoever was not screened, or is presumed a victim, is withheld and counted.
#[utoipa::path(
    get, path = "/api/suspects", tag = "Workbench",
    params(("agency" = String, Query, description = "Code of the agency")),
    responses((status = 200, description = "The list", body = SuspectsView))
)]
pub(crate) async fn suspects(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<SuspectsView>, Problem> {
    let agency = query.one("agency")?.ok_or_else(|| malformed("agency", "kh.npc"))?;
    query.finish()?;
    let answer = state.ask(move |state| {
        let list = state.node().suspects_for(&agency, &reader)?;
        let named = list.named.iter().map(|(person, step)| SuspectRow {
            person: person.clone(),
            step: ProcedureView::of(step),
        });
        Ok(SuspectsView {
            named: named.collect(),
            not_screened: list.not_screened,
            victims: list.victims,
            agency,
        })
    });
    answer.await.map(Json)
}

/// Take a word on a track back
///
/// It stays in History, with who took it back, when and why.
#[utoipa::path(
    post, path = "/api/track-entries/{id}/withdraw", tag = "Workbench", request_body = ReasonSent,
    params(("id" = String, Path, description = "Id of the word")),
    responses((status = 200, description = "It is taken back", body = ReceiptView))
)]
pub(crate) async fn take_word_back(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<ReasonSent>,
) -> Result<Json<ReceiptView>, Problem> {
    query.finish()?;
    let reason = sent.checked()?;
    let answer =
        state.ask(move |state| receipt(state, state.node().take_back_word(&id, &reason, &reader)?));
    answer.await.map(Json)
}

impl TracksView {
    pub(crate) fn of(known: &KnownTracks) -> Self {
        let standing = known.tracks.standing();
        Self {
            person: known.id.clone(),
            is_child: known.is_child,
            result: standing.result.code().to_owned(),
            is_disputed: standing.is_disputed,
            screenings: known.tracks.screenings.iter().map(ScreeningView::of).collect(),
            steps: known.tracks.steps.iter().map(ProcedureView::of).collect(),
            non_punishment: known.tracks.non_punishment.iter().map(NonPunishmentView::of).collect(),
            releases: known.tracks.releases.iter().map(ReleaseView::of).collect(),
        }
    }
}

impl ScreeningView {
    fn of(said: &Screening) -> Self {
        Self {
            id: said.id.clone(),
            date: said.date.as_ref().map(ToString::to_string),
            authority: said.authority.clone(),
            officer: said.officer.clone(),
            instrument: said.instrument.clone(),
            result: said.result.code().to_owned(),
            score: said.score,
            reason: said.reason.clone(),
            entered: said.entered,
        }
    }
}

impl ProcedureView {
    fn of(step: &ProcedureStep) -> Self {
        Self {
            id: step.id.clone(),
            step: step.step.code().to_owned(),
            date: step.date.as_ref().map(ToString::to_string),
            authority: step.authority.clone(),
            legal_basis: step.legal_basis.clone(),
            officer: step.officer.clone(),
            reason: step.reason.clone(),
            entered: step.entered,
        }
    }
}

impl NonPunishmentView {
    fn of(considered: &NonPunishment) -> Self {
        Self {
            id: considered.id.clone(),
            date: considered.date.as_ref().map(ToString::to_string),
            authority: considered.authority.clone(),
            decision: considered.decision.code().to_owned(),
            appeal: considered.appeal.code().to_owned(),
            officer: considered.officer.clone(),
        }
    }
}

impl ReleaseView {
    fn of(release: &Release) -> Self {
        Self {
            id: release.id.clone(),
            to: release.to.clone(),
            officer: release.officer.clone(),
            reason: release.reason.clone(),
            entered: release.entered,
        }
    }
}

fn said(state: &ApiState, said: TrackSaid) -> Result<TrackSaidView, Problem> {
    let TrackSaid { id, person, reading, commit } = said;
    let known_on = state.commit_time(commit)?;
    let score = reading.as_ref().map(|reading| reading.score);
    let lacking = reading.map(|reading| reading.lacking).unwrap_or_default();
    Ok(TrackSaidView { id, person, score, lacking, commit, known_on })
}

const ROWS_MAX: usize = 200;
