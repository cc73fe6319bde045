//! What passed between this agency and others, for auditors: who shared, asked, took back and was
//! refused, when and for what. Records stand here by ids, and nothing of what was asked.

use liaison_exchange::Ask;
use liaison_journal::CommitHeader;
use liaison_journal::store::Batch;
use liaison_model::schema::names::prop;
use liaison_model::{AgencyId, CommitNumber, Instant};

use super::refusing::{NOT_FORWARDED, REFUSED};
use crate::{Node, NodeError};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum ExchangeKind {
    Shared,
    Refused,
    TookBack,
    Got,
    Obeyed,
    NotForwarded,
    Asked,
    WasAsked,
    Card,
    Agreed,
    Ended,
    Fork,
}

/// Something that passed between this agency and another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeEvent {
    /// The commit in which it stands.
    pub commit: CommitNumber,
    /// When.
    pub at: Instant,
    /// What.
    pub kind: ExchangeKind,
    /// Who did it here; the agency, of what came from there.
    pub officer: String,
    /// The other agency; absent of our own card.
    pub peer: Option<String>,
    /// To whom something was to be passed on.
    pub to: Option<String>,
    /// How many statements, or lines of what was asked.
    pub count: u64,
    /// What for.
    pub purpose: String,
    /// Number of the case, at the agency that asked.
    pub case: String,
    /// What the recipient may do with it.
    pub marks: String,
    /// The key of the message that says why it was refused.
    pub refusal: Option<String>,
    /// Ids of statements, where there are few.
    pub statements: Vec<String>,
    /// When the other side confirmed.
    pub confirmed: Option<Instant>,
}

/// Which events are wanted. What is empty leaves nothing out.
#[derive(Debug, Clone, Default)]
pub struct ExchangeEventsWanted {
    /// Those of one who acted.
    pub officer: Option<String>,
    /// Those with one agency.
    pub peer: Option<String>,
    /// Those from this moment on.
    pub from: Option<Instant>,
    /// Those up to this moment.
    pub to: Option<Instant>,
    /// Those before this commit.
    pub before: Option<CommitNumber>,
    /// How many at most.
    pub limit: usize,
}

/// Some events, newest first.
#[derive(Debug, Clone, Default)]
pub struct ExchangeEvents {
    /// The events.
    pub events: Vec<ExchangeEvent>,
    /// The commit before which more are found; `None` where there are no more.
    pub next: Option<CommitNumber>,
}

impl Node {
    /// What passed between this agency and others. Whoever calls this has asked policy whether the
    /// reader may read looks.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn exchange_events(
        &self,
        wanted: &ExchangeEventsWanted,
    ) -> Result<ExchangeEvents, NodeError> {
        let newest = self.journal.position()?;
        let mut last = wanted.before.map_or(newest, |before| newest.min(before.saturating_sub(1)));
        let mut found = ExchangeEvents::default();
        let mut looked = 0;
        while 0 < last {
            let after = last.saturating_sub(HEADERS_PER_READ);
            let headers = self.journal.headers(after, (last - after) as u32)?;
            for (batch, header) in headers.into_iter().rev() {
                // Times of commits never run backwards.
                if wanted.from.is_some_and(|from| header.note.time < from) {
                    return Ok(found);
                }
                if wanted.to.is_some_and(|to| to < header.note.time) {
                    continue;
                }
                let Some(event) = self.event_of(batch, &header)? else { continue };
                let is_other = wanted.officer.as_ref().is_some_and(|one| *one != event.officer)
                    || wanted.peer.is_some() && wanted.peer != event.peer;
                if is_other {
                    continue;
                }
                if found.events.len() == wanted.limit {
                    found.next = found.events.last().map(|event| event.commit);
                    return Ok(found);
                }
                found.events.push(event);
            }
            looked += last - after;
            last = after;
            if HEADERS_MAX <= looked && 0 < last {
                found.next = Some(last + 1);
                return Ok(found);
            }
        }
        Ok(found)
    }

    fn event_of(
        &self,
        batch: Batch,
        header: &CommitHeader,
    ) -> Result<Option<ExchangeEvent>, NodeError> {
        let act = header.note.act.as_str();
        if !ACTS.contains(&act) {
            return Ok(None);
        }
        let said = self.said_in(batch)?;
        let Some(kind) = kind_of(act, &said) else { return Ok(None) };
        let mut event = ExchangeEvent {
            commit: header.number,
            at: header.note.time,
            kind,
            officer: header.note.author.clone(),
            // A purge names whose statement it was as its author alone.
            peer: said
                .peer(kind)
                .or_else(|| (kind == ExchangeKind::Obeyed).then(|| header.note.author.clone())),
            to: said.audience.clone().filter(|_| {
                matches!(kind, ExchangeKind::NotForwarded)
                    || kind == ExchangeKind::Refused && said.origin != self.agency().as_str()
            }),
            count: said.targets.len() as u64,
            purpose: header.note.purpose.clone(),
            case: String::new(),
            marks: said.marks.clone().unwrap_or_default(),
            refusal: said.note.clone().filter(|_| kind == ExchangeKind::Refused),
            statements: Vec::new(),
            confirmed: None,
        };
        if event.kind == ExchangeKind::Refused && event.to.is_none() {
            event.peer = said.audience.clone(); // ours: there is no other originator
        }
        let names = said.targets.iter().filter_map(|target| target.strip_prefix("statement:"));
        event.statements = names.take(STATEMENTS_MAX).map(str::to_owned).collect();
        if kind == ExchangeKind::Shared {
            event.count = header.statements / GRANT_STATEMENTS;
        }
        if let Some(ask) = &said.ask {
            (event.case, event.purpose) = (ask.case.clone(), ask.purpose.clone());
            event.count = ask.lines;
        }
        self.add_confirmation(&mut event, &said)?;
        Ok(Some(event))
    }

    /// When the other side signed for a withdrawal, or for the first entry of a share.
    fn add_confirmation(&self, event: &mut ExchangeEvent, said: &Said) -> Result<(), NodeError> {
        let number = match event.kind {
            ExchangeKind::TookBack => said.number,
            ExchangeKind::Shared => {
                said.note.as_deref().and_then(|note| note.strip_prefix("number ")?.parse().ok())
            }
            _ => None,
        };
        let peer = event.peer.as_ref().and_then(|peer| peer.parse::<AgencyId>().ok());
        if let (Some(number), Some(peer)) = (number, peer) {
            event.confirmed = self.sent(&peer, number)?.confirmed.map(|receipt| receipt.at);
        }
        Ok(())
    }

    fn said_in(&self, batch: Batch) -> Result<Said, NodeError> {
        let mut said = Said::default();
        for (_, statement) in self.journal.run_of(batch, None)?.into_iter().filter_map(|k| k.body) {
            let value = statement.value;
            match statement.prop.as_ref() {
                prop::TARGET | prop::PURGED if !said.targets.contains(&value) => {
                    said.targets.push(value);
                }
                prop::ORIGIN if said.origin.is_empty() => said.origin = value,
                prop::AUDIENCE if said.audience.is_none() => said.audience = Some(value),
                prop::MARKS if said.marks.is_none() => said.marks = Some(value),
                prop::NUMBER if said.number.is_none() => said.number = value.parse().ok(),
                prop::NOTE if said.note.is_none() => {
                    said.ask = serde_json::from_str(&value).ok();
                    said.note = Some(value);
                }
                _ => {}
            }
        }
        Ok(said)
    }
}

/// What the records of a commit say.
#[derive(Default)]
struct Said {
    targets: Vec<String>,
    origin: String,
    audience: Option<String>,
    marks: Option<String>,
    number: Option<u64>,
    note: Option<String>,
    ask: Option<Ask>,
}

impl Said {
    fn peer(&self, kind: ExchangeKind) -> Option<String> {
        let named = match kind {
            ExchangeKind::Shared | ExchangeKind::TookBack | ExchangeKind::Agreed => {
                self.audience.clone()
            }
            _ => Some(self.origin.clone()),
        };
        named.filter(|agency| !agency.is_empty())
    }
}

fn kind_of(act: &str, said: &Said) -> Option<ExchangeKind> {
    let first = said.targets.first().map_or("", String::as_str);
    let kind = first.split(':').next().unwrap_or_default();
    match (act, kind) {
        ("share", "statement") => Some(ExchangeKind::Shared),
        ("share", _) => Some(ExchangeKind::TookBack),
        (REFUSED, _) => Some(ExchangeKind::Refused),
        ("receive", _) => Some(ExchangeKind::Got),
        ("purge", _) => Some(ExchangeKind::Obeyed),
        (NOT_FORWARDED, _) => Some(ExchangeKind::NotForwarded),
        ("ask", _) => Some(ExchangeKind::Asked),
        ("asked", _) => Some(ExchangeKind::WasAsked),
        ("peer", "card") => Some(ExchangeKind::Card),
        ("peer", "agreement") => Some(ExchangeKind::Agreed),
        ("peer", "agreement-ended") => Some(ExchangeKind::Ended),
        ("peer", "fork") => Some(ExchangeKind::Fork),
        _ => None,
    }
}

impl ExchangeKind {
    /// The word under which it is told.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Refused => "refused",
            Self::TookBack => "took-back",
            Self::Got => "got",
            Self::Obeyed => "obeyed",
            Self::NotForwarded => "not-forwarded",
            Self::Asked => "asked",
            Self::WasAsked => "was-asked",
            Self::Card => "card",
            Self::Agreed => "agreed",
            Self::Ended => "ended",
            Self::Fork => "fork",
        }
    }
}

/// The acts of commits about exchange.
const ACTS: [&str; 8] =
    ["share", REFUSED, "receive", "purge", NOT_FORWARDED, "ask", "asked", "peer"];
/// A grant is four statements: what, to whom, under what, and under which number.
const GRANT_STATEMENTS: u64 = 4;
/// As many ids stand in one event.
const STATEMENTS_MAX: usize = 5;
const HEADERS_PER_READ: u64 = 256;
/// As many commits are looked through for one answer.
const HEADERS_MAX: u64 = 50_000;
