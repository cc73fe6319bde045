//! `/peers.json` and `/sharing.json`: who the other agencies are, what was agreed with them, and
//! what went out and came in. Records stand here by their ids.

pub(crate) mod asked;
pub(crate) mod audit;
pub(crate) mod shared;

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use liaison_model::{AgencyId, Instant};
use liaison_node::exchange::{About, Agreed, EntriesOf, EntryContent, LogEntry, LogSide, Peer};
use serde::Serialize;
use utoipa::ToSchema;

use super::listing::label_of;
use super::parts::Handling;
use super::record::schema_label;
use crate::access::Signed;
use crate::problem::Problem;
use crate::query::{LIMIT_DEFAULT, Query, malformed, not_one_of};
use crate::state::ApiState;

/// The agencies that are known.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeersScreen {
    own: OwnCard,
    peers: Vec<PeerView>,
}

/// What this agency shows to others.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCard {
    agency: String,
    /// Fingerprint of its root key.
    fingerprint: String,
    /// The six words to be read aloud.
    words: String,
    /// Number of its card; absent before one was made.
    card: Option<u64>,
    #[schema(value_type = Option<String>, format = DateTime)]
    card_until: Option<Instant>,
    endpoints: Vec<String>,
    /// Its card, for a QR code or a file.
    text: Option<String>,
}

/// Another agency.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeerView {
    agency: String,
    names: Vec<PeerName>,
    fingerprint: String,
    card: u64,
    #[schema(value_type = String, format = DateTime)]
    card_until: Instant,
    /// Whether its card has run out.
    is_card_over: bool,
    endpoints: Vec<String>,
    agreement: Option<AgreementView>,
    /// When it answered this server last.
    #[schema(value_type = Option<String>, format = DateTime)]
    answered: Option<Instant>,
    /// When it asked this server last.
    #[schema(value_type = Option<String>, format = DateTime)]
    asked: Option<Instant>,
    /// Nothing after this number of its log is taken: the two broke.
    distrusted_after: Option<u64>,
    /// It signed two entries under one number. Nothing is taken from it since.
    forked: bool,
    /// How many entries went to it.
    sent: u64,
    /// How many came.
    received: u64,
    /// How many it has not confirmed.
    unconfirmed: u64,
    /// How many of them take something back.
    unconfirmed_withdrawals: u64,
    /// How many wait for longer than they may.
    overdue: u64,
    /// How many of those take something back.
    overdue_withdrawals: u64,
    /// Since when the oldest waits.
    #[schema(value_type = Option<String>, format = DateTime)]
    waits_since: Option<Instant>,
    /// How many of its entries it waits for us to confirm.
    owed: u64,
}

/// A name of an agency.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeerName {
    lang: String,
    name: String,
}

/// What both heads signed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AgreementView {
    number: u64,
    /// What may pass, as words of marks.
    terms: Vec<String>,
    #[schema(value_type = String, format = DateTime)]
    since: Instant,
    #[schema(value_type = String, format = DateTime)]
    until: Instant,
    is_over: bool,
    /// How many evaluations each side may ask in a day.
    evaluations_a_day: u64,
}

/// What went out and came in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SharingScreen {
    /// Newest first.
    rows: Vec<EntryView>,
    total: u64,
    limit: usize,
    offset: usize,
    /// Agencies whose cards were taken.
    agencies: Vec<String>,
}

/// An entry of what one agency gave the other.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EntryView {
    peer: String,
    /// `given` or `got`.
    side: &'static str,
    /// Its number in the log of whoever gave it.
    number: u64,
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
    /// `statement`, `withdrawal` or `not-forwarded`.
    kind: &'static str,
    /// What it says something of, where this reader may know.
    about: Option<AboutView>,
    handling: Option<Handling>,
    /// Whether it ended since: taken back, or erased.
    is_gone: bool,
    /// The entry that is taken back, or was not passed on.
    of: Option<u64>,
    /// To whom it was to be passed on.
    to: Option<String>,
    /// When its recipient signed for it.
    #[schema(value_type = Option<String>, format = DateTime)]
    confirmed: Option<Instant>,
    /// Copies that were removed.
    copies: Option<u64>,
    is_overdue: bool,
}

/// What a statement says something of.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AboutView {
    statement: String,
    record: String,
    schema: String,
    schema_label: String,
    prop: String,
    label: String,
}

/// The other agencies
///
/// Their cards, what was agreed with each, when the two spoke, and what is not confirmed.
#[utoipa::path(
    get, path = "/peers.json", tag = "Exchange",
    responses((status = 200, description = "The agencies", body = PeersScreen))
)]
pub(crate) async fn peers(
    State(state): State<Arc<ApiState>>,
    Signed { .. }: Signed,
    query: Query,
) -> Result<Json<PeersScreen>, Problem> {
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let (own, now) = (node.own_identity()?, node.now());
        let card = own.card.as_ref();
        Ok(PeersScreen {
            own: OwnCard {
                agency: node.agency().to_string(),
                fingerprint: own.fingerprint,
                words: own.words,
                card: card.map(|card| card.number),
                card_until: card.map(|card| card.valid_until),
                endpoints: card.map(|card| card.endpoints.clone()).unwrap_or_default(),
                text: own.text,
            },
            peers: node.peers()?.into_iter().map(|peer| PeerView::of(peer, now)).collect(),
        })
    });
    answer.await.map(Json)
}

/// What was shared
///
/// What this agency gave others and got from them, newest first, with receipts.
#[utoipa::path(
    get, path = "/sharing.json", tag = "Exchange",
    params(
        ("peer" = Option<String>, Query, nullable = false, max_length = 43, pattern = "^[a-z]{2}\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?$", description = "With this agency only"),
        ("side" = Option<String>, Query, nullable = false, pattern = "^(given|got)$", description = "`given`: what this agency gave; `got`: what it got"),
        ("limit" = Option<u64>, Query, nullable = false, description = "At most so many", maximum = 500),
        ("offset" = Option<u64>, Query, nullable = false, description = "Leave out so many at the beginning", maximum = 9499),
    ),
    responses((status = 200, description = "The entries", body = SharingScreen))
)]
pub(crate) async fn sharing(
    State(state): State<Arc<ApiState>>,
    Signed { reader, .. }: Signed,
    mut query: Query,
) -> Result<Json<SharingScreen>, Problem> {
    let peer = agency(&mut query, "peer")?;
    let side = match query.one("side")?.as_deref() {
        None => None,
        Some("given") => Some(LogSide::Given),
        Some("got") => Some(LogSide::Got),
        Some(_) => return Err(not_one_of("side", &["given", "got"])),
    };
    let page = query.page(LIMIT_DEFAULT)?;
    query.finish()?;
    let answer = state.ask(move |state| {
        let node = state.node();
        let wanted = EntriesOf { peer, side, newest: page.offset + page.limit };
        let (entries, total) = node.log_entries(&wanted, &reader)?;
        let agencies = node.reached_peers()?.into_iter().map(|peer| peer.agency.to_string());
        Ok(SharingScreen {
            rows: entries.into_iter().skip(page.offset).map(EntryView::of).collect(),
            total,
            limit: page.limit,
            offset: page.offset,
            agencies: agencies.collect(),
        })
    });
    answer.await.map(Json)
}

/// An agency that stands in a query.
fn agency(query: &mut Query, name: &'static str) -> Result<Option<AgencyId>, Problem> {
    let text = query.one(name)?;
    text.map(|text| text.parse().map_err(|_| malformed(name, "kh.npc"))).transpose()
}

impl PeerView {
    fn of(peer: Peer, now: Instant) -> Self {
        let count = |wanted: &dyn Fn(bool, bool) -> bool| {
            let all = peer.unconfirmed.iter();
            all.filter(|one| wanted(one.is_withdrawal, one.is_overdue)).count() as u64
        };
        Self {
            unconfirmed: peer.unconfirmed.len() as u64,
            unconfirmed_withdrawals: count(&|is_withdrawal, _| is_withdrawal),
            overdue: count(&|_, is_overdue| is_overdue),
            overdue_withdrawals: count(&|is_withdrawal, is_overdue| is_withdrawal && is_overdue),
            waits_since: peer.unconfirmed.iter().map(|one| one.since).min(),
            agency: peer.agency.to_string(),
            names: peer.names.into_iter().map(|(lang, name)| PeerName { lang, name }).collect(),
            fingerprint: peer.fingerprint,
            card: peer.card,
            card_until: peer.card_until,
            is_card_over: peer.card_until < now,
            endpoints: peer.endpoints,
            agreement: peer.agreement.map(|agreed| AgreementView::of(agreed, now)),
            answered: peer.contact.answered,
            asked: peer.contact.asked,
            distrusted_after: peer.distrusted_after,
            forked: peer.forked,
            sent: peer.sent,
            received: peer.received,
            owed: peer.owed,
        }
    }
}

impl AgreementView {
    fn of(agreed: Agreed, now: Instant) -> Self {
        Self {
            number: agreed.number,
            terms: agreed.terms,
            since: agreed.since,
            until: agreed.until,
            is_over: agreed.until < now,
            evaluations_a_day: agreed.evaluations_a_day,
        }
    }
}

impl EntryView {
    fn of(entry: LogEntry) -> Self {
        let mut view = Self {
            peer: entry.peer.to_string(),
            side: match entry.side {
                LogSide::Given => "given",
                LogSide::Got => "got",
            },
            number: entry.number,
            at: entry.at,
            kind: "statement",
            about: None,
            handling: None,
            is_gone: false,
            of: None,
            to: None,
            confirmed: entry.confirmed,
            copies: entry.copies,
            is_overdue: entry.is_overdue,
        };
        match entry.content {
            EntryContent::Statement { about, marks, is_gone } => {
                view.about = about.map(AboutView::of);
                view.handling = Some(Handling::of(&marks));
                view.is_gone = is_gone;
            }
            EntryContent::Withdrawal { of } => {
                (view.kind, view.of) = ("withdrawal", Some(of));
            }
            EntryContent::NotForwarded { of, to } => {
                (view.kind, view.of, view.to) = ("not-forwarded", Some(of), Some(to.to_string()));
            }
        }
        view
    }
}

impl AboutView {
    fn of(about: About) -> Self {
        Self {
            statement: about.statement.to_string(),
            record: about.entity.to_string(),
            label: label_of(&about.schema, &about.prop),
            schema_label: schema_label(&about.schema).to_owned(),
            schema: about.schema,
            prop: about.prop,
        }
    }
}
