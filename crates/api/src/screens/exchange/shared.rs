//! What would go to another agency, what goes, and what is taken back.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use liaison_model::{AgencyId, Marks, StatementId};
use liaison_node::exchange::ShareLine;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AboutView;
use crate::access::Signed;
use crate::body::Sent;
use crate::path::InPath;
use crate::problem::Problem;
use crate::query::{Query, malformed, short};
use crate::screens::parts::{Handling, Text};
use crate::screens::situation::{ReceiptView, receipt};
use crate::state::ApiState;

/// Statements that go to another agency together.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShareSent {
    /// Ids of the statements.
    #[schema(min_items = 1, max_items = 500)]
    statements: Vec<String>,
    /// The agency.
    #[schema(max_length = 60)]
    to: String,
    /// What it may do with them, such as `TLP:AMBER H2 about:victim to:kh.npc`.
    #[schema(max_length = 400)]
    marks: String,
}

/// What would go.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SharePreview {
    lines: Vec<ShareLineView>,
    /// How many would go.
    going: usize,
    /// How many are refused. While one is, none of them goes.
    refused: usize,
    handling: Handling,
    /// Who will learn of it: agencies, units and officers whom the marks name.
    learn: Vec<String>,
}

/// One statement that would go, or would not.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ShareLineView {
    statement: String,
    about: Option<AboutView>,
    value: Option<Text>,
    /// Why it may not go, in the words of the reader's language.
    refusal: Option<String>,
    /// Whether the agency has it already.
    is_known: bool,
}

/// What went.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SharedView {
    /// How many statements.
    shared: usize,
    to: String,
    #[serde(flatten)]
    receipt: ReceiptView,
}

/// Why something is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeBackSent {
    #[schema(min_length = 1, max_length = 2000)]
    reason: String,
}

/// What was taken back.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TakenBackView {
    /// The agencies that are told.
    agencies: Vec<String>,
    #[serde(flatten)]
    receipt: ReceiptView,
}

struct Wanted {
    ids: Vec<StatementId>,
    to: AgencyId,
    marks: Marks,
}

impl ShareSent {
    fn read(&self) -> Result<Wanted, Problem> {
        let id = |text: &String| text.parse().map_err(|_| malformed("statements", STATEMENT));
        if self.statements.is_empty() || STATEMENTS_MAX < self.statements.len() {
            return Err(malformed("statements", STATEMENT));
        }
        let mut ids = self.statements.iter().map(id).collect::<Result<Vec<StatementId>, _>>()?;
        ids.sort_unstable();
        ids.dedup();
        Ok(Wanted {
            ids,
            to: self.to.trim().parse().map_err(|_| malformed("to", "kh.npc"))?,
            marks: self.marks.parse().map_err(|_| malformed("marks", "TLP:AMBER to:kh.npc"))?,
        })
    }
}

/// What would be shared
///
/// Each statement with the reason why it may not go, where it may not. Nothing goes; that something
/// was refused is recorded.
#[utoipa::path(
    post, path = "/api/shares/preview", tag = "Exchange", request_body = ShareSent,
    responses((status = 200, description = "What would go", body = SharePreview))
)]
pub(crate) async fn preview(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    headers: HeaderMap,
    query: Query,
    Sent(sent): Sent<ShareSent>,
) -> Result<Json<SharePreview>, Problem> {
    query.finish()?;
    let Wanted { ids, to, marks } = sent.read()?;
    let answer = state.ask(move |state| {
        let lines = state.node().preview_share(&ids, &to, &marks, &reader)?;
        let words = state.words(&headers);
        let view = |line: ShareLine| {
            let (about, value) = line.shown.unzip();
            ShareLineView {
                statement: line.statement.to_string(),
                about: about.map(AboutView::of),
                value: value.map(|value| Text::of(&value, None)),
                refusal: line.refusal.map(|refusal| words.say(&refusal)),
                is_known: line.is_known,
            }
        };
        let lines: Vec<ShareLineView> = lines.into_iter().map(view).collect();
        let refused = lines.iter().filter(|line| line.refusal.is_some()).count();
        let named = marks.audience.iter().map(ToString::to_string);
        Ok(SharePreview {
            going: lines.len() - refused,
            refused,
            lines,
            handling: Handling::of(&marks),
            learn: if marks.audience.is_empty() { vec![to.to_string()] } else { named.collect() },
        })
    });
    answer.await.map(Json)
}

/// Share statements
///
/// All of them in one commit, or none. The other agency gets them with the next connection or file.
#[utoipa::path(
    post, path = "/api/shares", tag = "Exchange", request_body = ShareSent,
    responses((status = 200, description = "It is on disk", body = SharedView))
)]
pub(crate) async fn share(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    query: Query,
    Sent(sent): Sent<ShareSent>,
) -> Result<Json<SharedView>, Problem> {
    query.finish()?;
    let Wanted { ids, to, marks } = sent.read()?;
    let answer = state.ask(move |state| {
        let commit = state.node().share_together(&ids, &to, &marks, &reader)?;
        let receipt = receipt(state, commit)?;
        Ok(SharedView { shared: ids.len(), to: to.to_string(), receipt })
    });
    answer.await.map(Json)
}

/// Take back what was shared
///
/// A statement ends here and wherever it went; those who have it are told before anything else.
#[utoipa::path(
    post, path = "/api/shares/{id}/withdraw", tag = "Exchange", request_body = TakeBackSent,
    params(("id" = String, Path, description = "Id of the statement")),
    responses((status = 200, description = "It is on disk", body = TakenBackView))
)]
pub(crate) async fn withdraw(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    InPath(id): InPath,
    query: Query,
    Sent(sent): Sent<TakeBackSent>,
) -> Result<Json<TakenBackView>, Problem> {
    query.finish()?;
    let id: StatementId = id.parse().map_err(|_| malformed("id", STATEMENT))?;
    let reason = sent.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(malformed("reason", "wrong person"));
    }
    short("reason", &reason, REASON_CHARS_MAX)?;
    let answer = state.ask(move |state| {
        let back = state.node().withdraw_shared(id, &reason, &reader)?;
        let agencies = back.agencies.iter().map(ToString::to_string).collect();
        Ok(TakenBackView { agencies, receipt: receipt(state, back.commit)? })
    });
    answer.await.map(Json)
}

const STATEMENT: &str = "2d09b68ec607778ab563bf15b4953f18";
const STATEMENTS_MAX: usize = 500;
const REASON_CHARS_MAX: usize = 2_000;
