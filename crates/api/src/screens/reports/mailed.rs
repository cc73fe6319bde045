//! A report that came as an e-mail: what stands in it is proposed, and nothing is kept.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use liaison_node::{ReportProposed, report_from_mail};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

use crate::access::Signed;
use crate::body::Sent;
use crate::problem::Problem;
use crate::query::{Query, malformed};
use crate::state::ApiState;

/// An e-mail: its text as somebody pasted it, or the file as it was sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailSent {
    /// What was pasted, with or without its headers.
    #[serde(default)]
    #[schema(max_length = 1_000_000)]
    text: String,
    /// The file (`.eml`) in base64; counts where there is no text.
    #[serde(default)]
    #[schema(max_length = 1_000_000)]
    file: String,
}

/// What an e-mail proposes for a report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProposedView {
    /// Property by property, as `POST /api/reports` takes them.
    fields: BTreeMap<String, Vec<String>>,
    /// Where it comes from, in words that name nobody.
    source: String,
    /// Phones, accounts and handles of which it does not say whose they are.
    left_over: Vec<String>,
    /// Names of the files that hang on it; they are not kept.
    attachments: Vec<String>,
}

/// Read an e-mail
///
/// Proposes the fields of a report: what stands under labels that are known, in several languages,
/// who sent it and when. Nothing is kept until somebody sends it as a report.
#[utoipa::path(
    post, path = "/api/reports/from-mail", tag = "Workbench", request_body = MailSent,
    responses((status = 200, description = "What stands in it", body = ProposedView))
)]
pub(crate) async fn from_mail(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    query: Query,
    Sent(sent): Sent<MailSent>,
) -> Result<Json<ProposedView>, Problem> {
    query.finish()?;
    let bytes = match sent.text.trim().is_empty() {
        false => sent.text.into_bytes(),
        true => STANDARD.decode(sent.file).map_err(|_| malformed("file", "RnJvbTog"))?,
    };
    let answer = state.ask(move |_| {
        let ReportProposed { fields, source, left_over, attachments } = report_from_mail(&bytes)?;
        let mut told = BTreeMap::<String, Vec<String>>::new();
        for field in fields {
            told.entry(field.name).or_default().push(field.value);
        }
        Ok(ProposedView { fields: told, source, left_over, attachments })
    });
    answer.await.map(Json)
}
