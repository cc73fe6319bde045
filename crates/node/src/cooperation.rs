//! Is cooperation working: what became of requests, peer by peer and month by month.
//!
//! # Invariants
//!
//! * A month without a request is no row, and where nothing was answered there are no hours: no
//!   number stands in for one that is not known.
//! * Whom requests are about is not told.

use std::collections::BTreeMap;

use liaison_casework::{RequestState, Side, Stage};
use liaison_exchange::Content;
use liaison_model::{AgencyId, Instant, Reader};

use crate::requests::RequestsWanted;
use crate::{KnownRequest, Node, NodeError};

/// What one side asked the other in a month, and what became of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// Requests that were sent.
    pub requests: u32,
    /// How many of them were answered in full or refused.
    pub settled: u32,
    /// Hours from sending until then, the median; `None` where none was settled.
    pub hours_median: Option<f64>,
    /// How many wait although their clock has run out.
    pub late: u32,
    /// Refusals by the law that they name.
    pub refused: BTreeMap<String, u32>,
    /// People reported here who were located after an answer about them.
    pub located: u32,
}

/// One month with one peer.
#[derive(Debug, Clone, PartialEq)]
pub struct Cooperation {
    /// The other agency.
    pub peer: AgencyId,
    /// As `2026-03`, in UTC.
    pub month: String,
    /// What we asked them.
    pub by_us: Asked,
    /// What they asked us.
    pub by_them: Asked,
    /// Statements that we took back from them.
    pub withdrawn: u32,
    /// How many of these they signed to have withdrawn, too.
    pub withdrawals_confirmed: u32,
}

/// While it is counted.
#[derive(Default)]
struct Month {
    by_us: Asked,
    by_them: Asked,
    hours: [Vec<f64>; 2],
    withdrawn: u32,
    confirmed: u32,
}

impl Node {
    /// What became of requests and withdrawals, the latest month first.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn cooperation(&self, reader: &Reader) -> Result<Vec<Cooperation>, NodeError> {
        let mut months = BTreeMap::<(String, AgencyId), Month>::new();
        let located = self.located_people(reader)?;
        for request in self.requests(RequestsWanted::default(), reader)? {
            let Some(sent) = request.standing.sent else { continue };
            let month = months.entry((month_of(sent), request.peer.clone())).or_default();
            month.add(&request, sent, &located);
        }
        for peer in self.peers()? {
            let peer = peer.agency;
            for sent in self.sent_to(&peer)? {
                if matches!(sent.envelope.content, Content::Withdrawal { .. }) {
                    let key = (month_of(sent.at), peer.clone());
                    let month = months.entry(key).or_default();
                    month.withdrawn += 1;
                    month.confirmed += u32::from(sent.confirmed.is_some());
                }
            }
        }
        let told = months.into_iter().rev().map(|((month, peer), counted)| {
            let Month { mut by_us, mut by_them, hours, withdrawn, confirmed } = counted;
            let [ours, theirs] = hours;
            (by_us.hours_median, by_them.hours_median) = (median(ours), median(theirs));
            let withdrawals_confirmed = confirmed;
            Cooperation { peer, month, by_us, by_them, withdrawn, withdrawals_confirmed }
        });
        Ok(told.collect())
    }

    /// When the people of reports were located, by entity id.
    fn located_people(&self, reader: &Reader) -> Result<BTreeMap<String, Instant>, NodeError> {
        let mut located = BTreeMap::new();
        for known in self.reports(reader, None, None)?.iter() {
            let steps = known.report.steps.iter().filter(|step| step.stage == Stage::Located);
            if let (Some(person), Some(first)) =
                (&known.person, steps.map(|step| step.entered).min())
            {
                located.insert(person.clone(), first);
            }
        }
        Ok(located)
    }
}

impl Month {
    fn add(&mut self, request: &KnownRequest, sent: Instant, located: &BTreeMap<String, Instant>) {
        let standing = &request.standing;
        let (asked, hours) = match request.side {
            Side::Asker => (&mut self.by_us, &mut self.hours[0]),
            Side::Asked => (&mut self.by_them, &mut self.hours[1]),
        };
        asked.requests += 1;
        asked.late += u32::from(standing.is_late);
        if let Some(settled) = standing.settled {
            asked.settled += 1;
            hours.push((settled.micros() - sent.micros()) as f64 / MICROS_PER_HOUR);
        }
        let counts = |id: &str| !standing.set_aside.contains(id);
        let said = request.words.iter().filter(|it| counts(it.id.as_str()));
        if standing.state == RequestState::Refused
            && let Some(refusal) = said.clone().rfind(|it| it.word.state == RequestState::Refused)
        {
            *asked.refused.entry(refusal.legal_basis.clone()).or_default() += 1;
        }
        let answered = said.filter(|it| !it.records.is_empty()).map(|it| it.entered).min();
        let found = request.subject.as_ref().and_then(|person| located.get(person));
        if let (Some(answered), Some(found)) = (answered, found) {
            asked.located += u32::from(answered <= *found);
        }
    }
}

fn median(mut hours: Vec<f64>) -> Option<f64> {
    hours.sort_by(f64::total_cmp);
    let middle = hours.len() / 2;
    let upper = *hours.get(middle)?;
    if hours.len() % 2 == 1 {
        return Some(upper);
    }
    hours.get(middle.checked_sub(1)?).map(|lower| f64::midpoint(*lower, upper))
}

fn month_of(moment: Instant) -> String {
    moment.to_string().chars().take(7).collect()
}

const MICROS_PER_HOUR: f64 = 3_600_000_000.0;
