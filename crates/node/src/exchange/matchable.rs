//! What a peer may meet by hit or no hit: identifiers of ours that the agreement lets it meet, and
//! none of a victim's.

use std::collections::{BTreeMap, BTreeSet};

use liaison_journal::store::{Batch, Sid};
use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{self as schemata, PropType};
use liaison_model::values::PartialDate;
use liaison_model::{MarkId, PersonCategory, Statement};
use liaison_policy::{Terms, identifies_people, may_match};
use liaison_psi::{Birth, Identifier, Kind, person_keys};
use liaison_resolve::Kind as Said;
use rand::Rng;

use crate::who::kind_of;
use crate::{Node, NodeError};

/// Everything that the node knows of records as far as somebody may meet them.
#[derive(Default)]
struct Gathered {
    /// Identifiers and names by record.
    records: BTreeMap<String, Record>,
    /// Records that are a victim's, or may be.
    protected: BTreeSet<String>,
    /// Which record names which as a part of it: an account its holder, an ownership both ends.
    named: Vec<(String, String)>,
    /// Records that a judgement speaks of together, whatever it says: that somebody took one for
    /// the other is enough to be careful.
    judged: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Default)]
struct Record {
    identifiers: Vec<(MarkId, Identifier)>,
    names: Vec<(MarkId, String)>,
    birth: Vec<(MarkId, String)>,
    is_person: bool,
    category: Option<PersonCategory>,
}

impl Node {
    /// The inputs of a peer's filter.
    pub(super) fn matchable(
        &self,
        terms: &Terms,
        random: &mut dyn Rng,
    ) -> Result<Vec<Vec<u8>>, NodeError> {
        let gathered = self.gather()?;
        let (holder, now) = (self.agency().as_str(), self.now());
        let labels = self.journal.store().labels()?.into_iter().collect::<BTreeMap<_, _>>();
        let mut inputs = BTreeSet::new();
        for (id, record) in &gathered.records {
            if gathered.protected.contains(id) {
                continue;
            }
            // Nobody slips through an agreement on categories by having none.
            let other = record.is_person.then_some(PersonCategory::Other);
            let about = record.category.or(other);
            let may = |mark: &MarkId| {
                let label = labels.get(mark);
                label.is_some_and(|label| may_match(terms, label, about, holder, now))
            };
            let met = record.identifiers.iter().filter(|(mark, _)| may(mark));
            inputs.extend(met.map(|(_, identifier)| identifier.input()));
            let names = record.names.iter().filter(|(mark, _)| may(mark));
            let names: Vec<&str> = names.map(|(_, name)| name.as_str()).collect();
            let birth = record.birth.iter().find(|(mark, _)| may(mark));
            if let (true, Some(birth)) = (!names.is_empty(), birth.and_then(|(_, d)| birth_of(d))) {
                let keys = person_keys(&names, Some(birth), random);
                inputs.extend(keys.into_iter().filter(|key| 0 < key.weight).map(|key| key.input));
            }
        }
        Ok(inputs.into_iter().collect())
    }

    fn gather(&self) -> Result<Gathered, NodeError> {
        let mut gathered = Gathered::default();
        for (person, tracks) in self.whole_snapshot()?.all_tracks()? {
            if tracks.tracks.standing().result.protects() {
                gathered.protected.insert(person);
            }
        }
        let labels = self.journal.store().labels()?.into_iter().collect::<BTreeMap<_, _>>();
        let mut after = 0;
        loop {
            let headers = self.journal.headers(after, COMMITS_PER_ROUND)?;
            let Some((_, last)) = headers.last() else { break };
            after = last.number;
            for (batch, _) in headers {
                self.each_live(batch, &mut |mark, statement| {
                    let label = labels.get(&mark);
                    gathered.take(mark, label.and_then(|l| l.marks.category), statement);
                })?;
            }
        }
        gathered.protect_what_belongs_to_victims();
        Ok(gathered)
    }

    fn each_live(
        &self,
        batch: Batch,
        each: &mut dyn FnMut(MarkId, &Statement),
    ) -> Result<(), NodeError> {
        // What was hidden a moment ago, and is not folded yet, is hidden here, too.
        let hidden = self.journal.hidden()?;
        let mut after = None;
        loop {
            let rows = self.views.live_rows(batch, after)?;
            let Some((_, last)) = rows.last() else { return Ok(()) };
            after = Some(last.sid);
            let marks: BTreeMap<Sid, MarkId> = rows
                .iter()
                .filter(|(_, row)| {
                    !hidden.contains(row.sid) && !hidden.commits.contains(&row.commit)
                })
                .map(|(_, row)| (row.sid, row.mark))
                .collect();
            let sids: Vec<Sid> = marks.keys().copied().collect();
            for kept in self.journal.statements(&sids)? {
                if let (Some((_, statement)), Some(mark)) = (&kept.body, marks.get(&kept.sid)) {
                    each(*mark, statement);
                }
            }
        }
    }
}

impl Gathered {
    fn take(&mut self, mark: MarkId, category: Option<PersonCategory>, said: &Statement) {
        let Some(found) = schemata::find(&said.schema) else { return };
        let Some(property) = found.property(&said.prop) else { return };
        let id = said.entity.to_string();
        if category == Some(PersonCategory::Victim) {
            self.protected.insert(id.clone());
        }
        if property.kind == PropType::Entity {
            // Whoever is reported missing or held is looked for, and nobody else's to find.
            let is_report = found.is_a(schema::REPORT);
            if is_report {
                self.protected.insert(said.value.clone());
            } else if found.is_a(schema::INTEREST) || found.matchable {
                self.named.push((id.clone(), said.value.clone()));
            }
        }
        if found.is_a(schema::JUDGEMENT) && [prop::LEFT, prop::RIGHT].contains(&&*said.prop) {
            self.judged.entry(id.clone()).or_default().insert(said.value.clone());
        }
        let Some((_, kind)) = kind_of(&said.schema, &said.prop) else { return };
        let record = self.records.entry(id).or_default();
        record.is_person |= identifies_people(found) || found.is_a(schema::PERSON);
        record.category = record.category.or(category);
        match kind {
            Said::FullName if found.is_a(schema::PERSON) => {
                record.names.push((mark, said.value.clone()));
            }
            Said::Date if said.prop == prop::BIRTH_DATE => {
                record.birth.push((mark, said.value.clone()));
            }
            _ => {
                let kind = kind_asked(kind).map(|kind| identifier(kind, &said.value));
                record.identifiers.extend(kind.map(|identifier| (mark, identifier)));
            }
        }
    }

    /// A victim's account, and what a victim owns, meet nobody either.
    fn protect_what_belongs_to_victims(&mut self) {
        for _ in 0..STEPS {
            let mut more = BTreeSet::new();
            for (record, named) in &self.named {
                let is_person = self.records.get(record).is_some_and(|known| known.is_person);
                if self.protected.contains(named) && !is_person {
                    more.insert(record.clone());
                }
                // An interest between two: what a protected one holds.
                let of_interest = !self.records.contains_key(record);
                let is_person = self.records.get(named).is_some_and(|known| known.is_person);
                if of_interest && self.protected.contains(record) && !is_person {
                    more.insert(named.clone());
                }
            }
            for together in self.judged.values() {
                if together.iter().any(|record| self.protected.contains(record)) {
                    more.extend(together.iter().cloned());
                }
            }
            let before = self.protected.len();
            self.protected.extend(more);
            if self.protected.len() == before {
                return;
            }
        }
    }
}

/// The kind under which a value is asked for.
fn kind_asked(kind: Said) -> Option<Kind> {
    match kind {
        Said::Phone => Some(Kind::Phone),
        Said::Email => Some(Kind::Email),
        Said::Account => Some(Kind::Account),
        Said::Crypto => Some(Kind::Wallet),
        Said::Document => Some(Kind::Document),
        Said::Handle => Some(Kind::Handle),
        _ => None,
    }
}

/// A value in the one spelling of both sides. It was cleaned as at intake before.
pub(super) fn identifier(kind: Kind, value: &str) -> Identifier {
    let value = value.trim();
    let spelt = match kind {
        Kind::Account | Kind::Document => value
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .collect::<String>(),
        Kind::Handle => value.trim_start_matches('@').to_lowercase(),
        Kind::Email => value.to_lowercase(),
        Kind::Wallet if value.starts_with("0x") => value.to_lowercase(),
        _ => value.to_owned(),
    };
    Identifier::new(kind, spelt)
}

/// What a birth date says, as far as it is known.
pub(super) fn birth_of(text: &str) -> Option<Birth> {
    let date: PartialDate = text.parse().ok()?;
    let text = date.to_string();
    let mut parts = text.get(..text.len().min(10))?.split('-');
    let year = parts.next()?.parse().ok()?;
    let mut part = || parts.next().and_then(|part| part.parse().ok());
    Some(Birth { year, month: part(), day: part() })
}

const COMMITS_PER_ROUND: u32 = 256;
/// From a victim to an ownership, to what is owned, and once more.
const STEPS: usize = 4;
