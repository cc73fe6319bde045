//! The graph of what a reader may see, made of statements.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError};

use jiff::civil::Date;
use liaison_casework::VictimResult;
use liaison_journal::store::{Batch, Sid};
use liaison_links::{Entity, EntityKind, Graph, GraphBuilder, Link, LinkKind, Strength, Window};
use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{self as schemata, Schema};
use liaison_model::values::PartialDate;
use liaison_model::{CommitNumber, EntityId, Grade, MarkId, Sensitive, Statement, StatementId};
use liaison_policy::{Cover, cover};
use liaison_views::{Ordinal, RowRef};

use super::said::{EDGES, TIES, Way, contact, is_wanted, kind_of, of_compound};
use crate::judge::Judged;
use crate::reading::{Shown, Snapshot};
use crate::{Node, NodeError};

/// The graph that was made last, for whoever sees the same.
#[derive(Default)]
pub(crate) struct Remembered(Option<(Seen, Arc<Gathered>)>);

/// What a graph was made of.
#[derive(PartialEq, Eq)]
struct Seen {
    position: CommitNumber,
    marks: Vec<MarkId>,
    window: Window,
}

/// The graph with what stands behind its numbers.
pub(super) struct Gathered {
    pub(super) graph: Graph,
    pub(super) ends: Vec<End>,
    /// The statements behind each link, by its tag.
    pub(super) tags: Vec<Vec<StatementId>>,
    /// Who is presumed a victim, or whom a report is about.
    pub(super) apart: BTreeSet<Entity>,
    numbers: HashMap<Ordinal, Entity>,
}

/// What stands behind a number.
pub(super) enum End {
    /// A record; of several that were judged one the first.
    Record(Ordinal),
    /// A contact.
    Contact(Contact),
}

/// A contact that somebody has.
pub(super) struct Contact {
    pub(super) kind: &'static str,
    pub(super) shown: Shown,
    pub(super) statement: StatementId,
}

impl Gathered {
    /// The number of a record that is tied to anything.
    pub(super) fn number_of(
        &self,
        snapshot: &Snapshot<'_>,
        id: &str,
    ) -> Result<Option<Entity>, NodeError> {
        let id = snapshot.node.entity_id(id)?;
        let ordinal = snapshot.node.views.ordinal(id.as_str())?;
        Ok(ordinal.and_then(|ordinal| self.numbers.get(&ordinal).copied()))
    }
}

impl Snapshot<'_> {
    /// The graph of what the reader may see.
    pub(super) fn gathered(&self, window: Window) -> Result<Arc<Gathered>, NodeError> {
        let seen = Seen { position: self.up_to, marks: self.scope.marks().collect(), window };
        let nothing_hidden = self.hidden.rows.is_empty() && self.hidden.batches.is_empty();
        let mut remembered = self.node.links.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, gathered)) = &remembered.0
            && *known == seen
            && nothing_hidden
        {
            return Ok(Arc::clone(gathered));
        }
        let mut reading = Reading::default();
        self.node.each_live_row(self.up_to, |ordinal, row, statement| {
            reading.take(self, ordinal, row, statement);
        })?;
        let gathered = Arc::new(reading.gather(self, window)?);
        if nothing_hidden {
            remembered.0 = Some((seen, Arc::clone(&gathered)));
        }
        Ok(gathered)
    }
}

impl Node {
    /// Every statement that counts, whoever may see it, commit by commit.
    fn each_live_row(
        &self,
        up_to: CommitNumber,
        mut with: impl FnMut(Ordinal, &RowRef, &Statement),
    ) -> Result<(), NodeError> {
        let mut position = 0;
        while position < up_to {
            let headers = self.journal.headers(position, COMMITS_PER_ROUND)?;
            let Some((_, last)) = headers.last() else { break };
            position = last.number;
            for (batch, header) in headers {
                if header.number <= up_to {
                    self.each_of_batch(batch, &mut with)?;
                }
            }
        }
        Ok(())
    }

    fn each_of_batch(
        &self,
        batch: Batch,
        with: &mut impl FnMut(Ordinal, &RowRef, &Statement),
    ) -> Result<(), NodeError> {
        let mut after = None;
        loop {
            let rows = self.views.live_rows(batch, after)?;
            let Some((_, last)) = rows.last() else { return Ok(()) };
            after = Some(last.sid);
            let sids: Vec<Sid> = rows.iter().map(|(_, row)| row.sid).collect();
            let by_sid: HashMap<Sid, (Ordinal, RowRef)> =
                rows.iter().map(|(ordinal, row)| (row.sid, (*ordinal, *row))).collect();
            for kept in self.journal.statements(&sids)? {
                let Some((_, statement)) = kept.body else { continue };
                if let Some((ordinal, row)) = by_sid.get(&kept.sid) {
                    with(*ordinal, row, &statement);
                }
            }
        }
    }
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    records: BTreeMap<Ordinal, Record>,
    ids: HashMap<Ordinal, EntityId>,
    contacts: BTreeMap<(&'static str, String), Vec<Has>>,
    /// People whom reports are about, and people who were screened: of all that the node knows.
    reported: BTreeSet<String>,
    screened: BTreeSet<String>,
}

/// A record of which anything was said.
#[derive(Default)]
struct Record {
    schema: Option<&'static Schema>,
    said: Vec<Word>,
}

/// What a record says that ties something.
struct Word {
    prop: String,
    value: String,
    statement: StatementId,
    grade: Option<Grade>,
}

/// That a record has a contact.
struct Has {
    record: Ordinal,
    statement: StatementId,
    grade: Option<Grade>,
    shown: Shown,
}

impl Reading {
    fn take(&mut self, snapshot: &Snapshot<'_>, ordinal: Ordinal, row: &RowRef, said: &Statement) {
        // What a reader may not see protects, too.
        match (said.schema.as_ref(), said.prop.as_ref()) {
            (schema::REPORT, prop::PERSON) => _ = self.reported.insert(said.value.clone()),
            (schema::SCREENING, prop::PERSON) => _ = self.screened.insert(said.value.clone()),
            _ => {}
        }
        if !snapshot.window().admits(row.sid, row.mark, row.commit) {
            return;
        }
        let Some(found) = schemata::find(&said.schema) else { return };
        let record = self.records.entry(ordinal).or_default();
        record.schema = match record.schema {
            None => Some(found),
            Some(known) => Some(schemata::common(known, found).unwrap_or(known)),
        };
        self.ids.entry(ordinal).or_insert_with(|| said.entity.clone());
        if is_wanted(found, &said.prop) {
            record.said.push(Word {
                prop: said.prop.clone().into_owned(),
                value: said.value.clone(),
                statement: said.id,
                grade: said.grade,
            });
        }
        if let Some(kind) = contact(found, &said.prop) {
            let label = snapshot.labels.get(&row.mark);
            let is_covered = label.is_none_or(|label| {
                cover(&said.schema, &said.prop, &label.marks) == Cover::Covered
            });
            let shown = match is_covered {
                true => Shown::Covered(Sensitive::new(said.value.clone())),
                false => Shown::Open(said.value.clone()),
            };
            let (record, statement, grade) = (ordinal, said.id, said.grade);
            let has = Has { record, statement, grade, shown };
            self.contacts.entry((kind, said.value.to_lowercase())).or_default().push(has);
        }
    }

    fn gather(self, snapshot: &Snapshot<'_>, window: Window) -> Result<Gathered, NodeError> {
        let judged = snapshot.judged_records()?;
        let by_id = self.ids.iter().map(|(ordinal, id)| (id.to_string(), *ordinal)).collect();
        let mut making = Making {
            by_id,
            ids: &self.ids,
            judged: &judged,
            records: &self.records,
            builder: GraphBuilder::default(),
            ends: Vec::new(),
            tags: Vec::new(),
            numbers: HashMap::new(),
            clusters: HashMap::new(),
            payers: BTreeMap::new(),
        };
        for (ordinal, record) in &self.records {
            making.record(*ordinal, record);
        }
        for ((kind, _), has) in &self.contacts {
            making.contact(kind, has);
        }
        let apart = apart(snapshot.node, &self.reported, &self.screened)?;
        let apart: BTreeSet<Entity> = apart.iter().filter_map(|id| making.known(id)).collect();
        for (to, payers) in std::mem::take(&mut making.payers) {
            let victims = payers.iter().filter(|payer| match payer {
                Payer::Report(_) => true,
                Payer::Entity(entity) => apart.contains(entity),
            });
            making.builder.received(to, victims.count() as u32);
        }
        let Making { builder, ends, tags, numbers, .. } = making;
        Ok(Gathered { graph: builder.build(window), ends, tags, apart, numbers })
    }
}

/// Whoever any agency presumes or holds to be a victim, and whoever a report is about, unless an
/// agency screened them and holds that they are none.
fn apart(
    node: &Node,
    reported: &BTreeSet<String>,
    screened: &BTreeSet<String>,
) -> Result<BTreeSet<String>, NodeError> {
    let mut apart = reported.clone();
    let whole = node.whole_snapshot()?;
    for person in screened {
        match whole.tracks_of(person)?.tracks.standing().result {
            VictimResult::NotAVictim => _ = apart.remove(person),
            VictimResult::NotScreened => {}
            _ => _ = apart.insert(person.clone()),
        }
    }
    Ok(apart)
}

/// Who paid.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Payer {
    Entity(Entity),
    Report(Ordinal),
}

/// The graph in the making.
struct Making<'r> {
    by_id: HashMap<String, Ordinal>,
    ids: &'r HashMap<Ordinal, EntityId>,
    judged: &'r Judged,
    records: &'r BTreeMap<Ordinal, Record>,
    builder: GraphBuilder,
    ends: Vec<End>,
    tags: Vec<Vec<StatementId>>,
    numbers: HashMap<Ordinal, Entity>,
    clusters: HashMap<u32, Entity>,
    payers: BTreeMap<Entity, BTreeSet<Payer>>,
}

impl Making<'_> {
    /// The number of a record, which is that of those with which it was judged one.
    fn number(&mut self, ordinal: Ordinal) -> Entity {
        if let Some(known) = self.numbers.get(&ordinal) {
            return *known;
        }
        let cluster = self.ids.get(&ordinal).and_then(|id| self.judged.number_of(id));
        let known = cluster.and_then(|cluster| self.clusters.get(&cluster).copied());
        let number = known.unwrap_or_else(|| {
            let schema = self.records.get(&ordinal).and_then(|record| record.schema);
            self.ends.push(End::Record(ordinal));
            self.builder.entity(schema.map_or(EntityKind::Other, kind_of))
        });
        if let Some(cluster) = cluster {
            self.clusters.insert(cluster, number);
        }
        self.numbers.insert(ordinal, number);
        number
    }

    /// The number of a record that is in the graph, by its id.
    fn known(&self, id: &str) -> Option<Entity> {
        let ordinal = self.by_id.get(id)?;
        let cluster = self.ids.get(ordinal).and_then(|id| self.judged.number_of(id));
        let of_cluster = cluster.and_then(|cluster| self.clusters.get(&cluster));
        self.numbers.get(ordinal).or(of_cluster).copied()
    }

    fn record(&mut self, ordinal: Ordinal, record: &Record) {
        let Some(schema) = record.schema else { return };
        let all = |name: &'static str| record.said.iter().filter(move |word| word.prop == name);
        for (_, from, to, kind) in EDGES.iter().filter(|(of, ..)| schema.is_a(of)) {
            for (one, other) in all(from).flat_map(|one| all(to).map(move |other| (one, other))) {
                let ends = (self.by_id.get(&one.value), self.by_id.get(&other.value));
                let (Some(a), Some(b)) = (ends.0.copied(), ends.1.copied()) else { continue };
                let (a, b) = (self.number(a), self.number(b));
                self.link(a, b, *kind, &[one, other], record);
                if *kind == LinkKind::Payment {
                    self.payers.entry(b).or_default().insert(Payer::Entity(a));
                    // Who pays from an account pays for its holder.
                    if let Some(holder) = all(prop::PAYER).find_map(|word| self.known(&word.value))
                    {
                        self.payers.entry(b).or_default().insert(Payer::Entity(holder));
                    }
                }
            }
        }
        for (_, name, way, kind) in TIES.iter().filter(|(of, ..)| schema.is_a(of)) {
            for word in all(name) {
                let Some(other) = self.by_id.get(&word.value).copied() else { continue };
                let (here, there) = (self.number(ordinal), self.number(other));
                let (from, to) = if *way == Way::Here { (there, here) } else { (here, there) };
                self.link(from, to, *kind, &[word], record);
                if *name == prop::ACCOUNTS_PAID {
                    self.payers.entry(there).or_default().insert(Payer::Report(ordinal));
                }
            }
        }
        if schema.name == schema::COMPOUND_LINK {
            self.compound_link(record);
        }
    }

    fn compound_link(&mut self, record: &Record) {
        let one = |name: &'static str| record.said.iter().find(|word| word.prop == name);
        let Some(compound) = one(prop::COMPOUND) else { return };
        let Some(kind) = one(prop::KIND).and_then(|word| of_compound(&word.value)) else { return };
        let Some(about) = one(prop::ABOUT) else { return };
        let ends = (self.by_id.get(&about.value), self.by_id.get(&compound.value));
        let (Some(a), Some(b)) = (ends.0.copied(), ends.1.copied()) else { return };
        let (a, b) = (self.number(a), self.number(b));
        self.link(a, b, kind, &[about, compound], record);
    }

    /// A contact ties those who have it; one that a single record has ties nobody.
    fn contact(&mut self, kind: &'static str, has: &[Has]) {
        let numbers: BTreeSet<Entity> = has.iter().map(|has| self.number(has.record)).collect();
        if numbers.len() < 2 {
            return;
        }
        let open = has.iter().find(|has| !has.shown.is_covered());
        let Some(first) = open.or(has.first()) else { return };
        let contact = self.builder.entity(EntityKind::Contact);
        let (shown, statement) = (first.shown.clone(), first.statement);
        self.ends.push(End::Contact(Contact { kind, shown, statement }));
        for has in has {
            let record = self.number(has.record);
            let schema = self.records.get(&has.record).and_then(|record| record.schema);
            let is_advert = schema.map(kind_of) == Some(EntityKind::Advert);
            let (from, to, kind) = match is_advert {
                true => (contact, record, LinkKind::Advert),
                false => (record, contact, LinkKind::Contact),
            };
            let tag = self.tag(vec![has.statement]);
            let strength = Strength::of_grade(has.grade);
            let (since, until) = (None, None);
            self.builder.link(Link { from, to, kind, strength, since, until, tag });
        }
    }

    fn link(&mut self, from: Entity, to: Entity, kind: LinkKind, words: &[&Word], record: &Record) {
        let grades = words.iter().map(|word| Strength::of_grade(word.grade));
        let mut strength = grades.min().unwrap_or_default();
        let mut statements: Vec<StatementId> = words.iter().map(|word| word.statement).collect();
        let one = |name: &str| record.said.iter().find(|word| word.prop == name);
        if let Some(share) = one(prop::PERCENTAGE).filter(|_| kind == LinkKind::Ownership)
            && let Some(thousandths) = thousandths(&share.value)
        {
            strength = strength.part(thousandths);
            statements.push(share.statement);
        }
        let day = |name: &str| PartialDate::read(&one(name)?.value, None).ok();
        let since: Option<Date> =
            day(prop::START_DATE).or_else(|| day(prop::DATE)).map(|day| day.earliest());
        let until = day(prop::END_DATE).map(|day| day.latest());
        let tag = self.tag(statements);
        self.builder.link(Link { from, to, kind, strength, since, until, tag });
    }

    fn tag(&mut self, statements: Vec<StatementId>) -> u32 {
        self.tags.push(statements);
        self.tags.len() as u32 - 1 // fewer than statements
    }
}

/// Thousandths of `12.5 %`.
fn thousandths(percentage: &str) -> Option<u32> {
    let text = percentage.trim().trim_end_matches('%').trim().replace(',', ".");
    let share: f64 = text.parse().ok()?;
    (0.0..=100.0).contains(&share).then_some((share * 10.0) as u32)
}

const COMMITS_PER_ROUND: u32 = 256;
