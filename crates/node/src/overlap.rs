//! Which people are on which lists: the table of counts for an estimate, from the node's records.
//!
//! # Invariants
//!
//! * Nobody is named: what comes out are numbers of people by lists.
//! * Who is one follows from what officers judged about records that the reader may see. What waits
//!   for a judgement is a link in doubt, and stays one.
//! * Whoever made a report is on no list for it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use liaison_estimate::{Counts, History, LISTS_MAX, Link, Linked, TableError};
use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, Hint, Reader};
use liaison_resolve::{Judgement, Verdict, judged_clusters};
use liaison_views::EntityFilter;
use roaring::RoaringBitmap;

use crate::judge::{RecordJudgement, RecordVerdict};
use crate::reading::{EntityView, Snapshot};
use crate::reports::{one, values};
use crate::{Node, NodeError, WrongUse};

/// What makes a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListBy {
    /// Each dataset: a file or register that was imported.
    Dataset,
    /// Each agency that took a report; of records without one, the agency that stated them.
    Agency,
    /// Each way in which reports came in.
    Channel,
}

/// Which table is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlapWanted {
    /// What makes a list.
    pub by: ListBy,
    /// The lists by their keys; none for all of them.
    pub lists: Vec<String>,
    /// Pairs that wait for a judgement and are at least so likely count as links.
    pub likely: Option<f32>,
    /// Seed of the tables with links drawn anew.
    pub seed: u64,
}

/// One list that the node has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleList {
    /// What it is asked for by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// How many records it has.
    pub records: u64,
    /// How many people these are, as far as was judged.
    pub people: u64,
}

/// The table, with what it was made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// Every list that the node has, the longest first.
    pub known: Vec<PeopleList>,
    /// The lists that were taken, in the order of the table.
    pub taken: Vec<PeopleList>,
    /// Records that were taken.
    pub records: u64,
    /// How many links officers judged among them.
    pub judged: u64,
    /// How many links are taken because they are likely.
    pub likely: u64,
    /// How many pairs wait for a judgement besides.
    pub waiting: u64,
    /// Records of people that were left out, as they only made a report.
    pub reporters: u64,
    /// The table; none where nothing was asked for and there are too many lists.
    pub counts: Option<Counts>,
    /// The table as its links may truly be.
    pub drawn: Vec<Counts>,
}

/// Why there is no table of these lists.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OverlapError {
    /// The node has no such list, or the reader may not see it.
    #[error("there is no such list")]
    NoSuchList {
        /// What was asked for.
        list: String,
    },
    /// More lists than an estimate takes.
    #[error("at most {most} lists")]
    TooManyLists {
        /// How many may be.
        most: usize,
    },
    /// The table is not one that can be answered.
    #[error(transparent)]
    Table(#[from] TableError),
}

impl OverlapError {
    /// The sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchList { list } => Message::new("error-no-such-list").with("list", list),
            Self::TooManyLists { most } => Message::new("error-too-many-lists").with("most", most),
            Self::Table(error) => error.message(),
        }
    }
}

impl Hint for OverlapError {
    fn hint(&self) -> Option<Message> {
        match self {
            Self::NoSuchList { .. } => Some(Message::new("hint-no-such-list")),
            Self::TooManyLists { .. } => Some(Message::new("estimate-hint-too-many-lists")),
            Self::Table(error) => error.hint(),
        }
    }
}

impl ListBy {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Dataset, Self::Agency, Self::Channel];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::Agency => "agency",
            Self::Channel => "channel",
        }
    }

    /// What has this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.code() == code)
    }
}

impl Node {
    /// How many people are on which of several lists, as far as the reader may see.
    ///
    /// # Errors
    ///
    /// [`OverlapError`] for a list that the node has not, or the reader may not see, and for more
    /// lists than an estimate takes; when the journal or the views fail.
    pub fn overlap(&self, wanted: &OverlapWanted, reader: &Reader) -> Result<Overlap, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let people = snapshot.people_on_lists(wanted.by)?;
        let (judged, waiting) = self.judged_and_waiting(&snapshot, &people.ordinals())?;
        let judged = people.joined(&judged);
        let known = people.known(&judged, &snapshot, wanted.by)?;
        let taken = taken(&known, &wanted.lists)?;
        let mut overlap = Overlap {
            known,
            taken,
            records: 0,
            judged: 0,
            likely: 0,
            waiting: 0,
            reporters: people.reporters,
            counts: None,
            drawn: Vec::new(),
        };
        if (1..=LISTS_MAX).contains(&overlap.taken.len()) {
            people.count(wanted, &judged, &waiting, &mut overlap)?;
        }
        Ok(overlap)
    }
}

/// The lists that are asked for; all of them where none is.
fn taken(known: &[PeopleList], wanted: &[String]) -> Result<Vec<PeopleList>, NodeError> {
    let mut taken = Vec::new();
    for key in wanted.iter().collect::<BTreeSet<_>>() {
        let found = known.iter().find(|list| list.key == *key);
        let none = || OverlapError::NoSuchList { list: key.clone() };
        taken.push(found.ok_or_else(none).map_err(WrongUse::from)?.clone());
    }
    if LISTS_MAX < taken.len() {
        return Err(WrongUse::from(OverlapError::TooManyLists { most: LISTS_MAX }).into());
    }
    if wanted.is_empty() {
        taken = known.to_vec();
    }
    taken.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(taken)
}

/// Records of people, each with the keys of its lists.
#[derive(Default)]
struct OnLists {
    /// By their place: the ordinal of a record, where it is one of a person.
    records: Vec<(Option<u32>, BTreeSet<String>)>,
    /// Places by the id of a person or a report.
    places: HashMap<String, u32>,
    reporters: u64,
}

/// Places that are one by what was judged: each with the first of its cluster.
type Joined = BTreeMap<u32, u32>;

impl OnLists {
    fn put(&mut self, id: &str, ordinal: Option<u32>, lists: BTreeSet<String>) -> u32 {
        let next = self.records.len() as u32;
        let place = *self.places.entry(id.to_owned()).or_insert(next);
        if place == next {
            self.records.push((ordinal, lists));
        } else {
            self.records[place as usize].1.extend(lists);
            self.records[place as usize].0 = self.records[place as usize].0.or(ordinal);
        }
        place
    }

    fn ordinals(&self) -> RoaringBitmap {
        self.records.iter().filter_map(|(ordinal, _)| *ordinal).collect()
    }

    fn joined(&self, judged: &[RecordJudgement]) -> Joined {
        let mut numbers = BTreeMap::<u32, u32>::new();
        let mut pairs = Vec::new();
        for judgement in judged {
            let place = |id: &str| self.places.get(id).copied();
            let ends = place(judgement.left.as_str()).zip(place(judgement.right.as_str()));
            let verdict = match judgement.verdict {
                RecordVerdict::Same => Verdict::Same,
                RecordVerdict::Different => Verdict::Different,
                RecordVerdict::Unsure => continue,
            };
            let Some((one, other)) = ends.filter(|(one, other)| one != other) else { continue };
            let mut number = |place| {
                let next = numbers.len() as u32;
                *numbers.entry(place).or_insert(next)
            };
            pairs.push(Judgement { a: number(one), b: number(other), verdict });
        }
        let clusters = judged_clusters(numbers.len() as u32, &pairs);
        let mut leads = BTreeMap::new();
        let cluster = |number: u32| clusters[number as usize];
        numbers.iter().for_each(|(place, number)| {
            leads.entry(cluster(*number)).or_insert(*place);
        });
        numbers.iter().map(|(place, number)| (*place, leads[&cluster(*number)])).collect()
    }

    /// Every list, the longest first.
    fn known(
        &self,
        joined: &Joined,
        snapshot: &Snapshot<'_>,
        by: ListBy,
    ) -> Result<Vec<PeopleList>, NodeError> {
        let mut found = BTreeMap::<&str, (u64, BTreeSet<u32>)>::new();
        for (place, (_, lists)) in (0..).zip(&self.records) {
            for list in lists {
                let (records, people) = found.entry(list).or_default();
                *records += 1;
                people.insert(joined.get(&place).copied().unwrap_or(place));
            }
        }
        let mut known = Vec::new();
        for (key, (records, people)) in found {
            let name = match by {
                ListBy::Agency => snapshot.name_of(key)?,
                ListBy::Dataset | ListBy::Channel => key.to_owned(),
            };
            let people = people.len() as u64;
            known.push(PeopleList { key: key.to_owned(), name, records, people });
        }
        // Two agencies of one name stay two lists.
        let mut names = BTreeSet::new();
        for list in &mut known {
            if !names.insert(list.name.clone()) {
                list.name = list.key.clone();
            }
        }
        known.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.key.cmp(&b.key)));
        Ok(known)
    }

    /// Counts the people of the lists that were taken.
    fn count(
        &self,
        wanted: &OverlapWanted,
        joined: &Joined,
        waiting: &[(u32, u32, f32)],
        overlap: &mut Overlap,
    ) -> Result<(), NodeError> {
        let bits: BTreeMap<&str, History> =
            (0u32..).zip(&overlap.taken).map(|(at, list)| (list.key.as_str(), 1 << at)).collect();
        let history = |lists: &BTreeSet<String>| {
            lists.iter().filter_map(|list| bits.get(list.as_str())).fold(0, |all, bit| all | bit)
        };
        let records: Vec<History> = self.records.iter().map(|(_, lists)| history(lists)).collect();
        let is_taken = |place: u32| records[place as usize] != 0;
        let of_ordinal: HashMap<u32, u32> = (0..)
            .zip(&self.records)
            .filter_map(|(place, (ordinal, _))| Some(((*ordinal)?, place)))
            .collect();
        let mut links = Vec::new();
        for (other, one) in joined.iter().filter(|(place, lead)| place != lead) {
            overlap.judged += u64::from(is_taken(*one) && is_taken(*other));
            let (one, other, probability) = (*one, *other, JUDGED_RIGHT);
            links.push(Link { one, other, probability, is_taken: true });
        }
        for (a, b, probability) in waiting {
            let place = |record| of_ordinal.get(record).copied();
            let Some((one, other)) = place(a).zip(place(b)) else { continue };
            let is_likely = wanted.likely.is_some_and(|least| least <= *probability);
            let is_counted = is_taken(one) && is_taken(other);
            overlap.likely += u64::from(is_counted && is_likely);
            overlap.waiting += u64::from(is_counted && !is_likely);
            let probability = f64::from(*probability);
            links.push(Link { one, other, probability, is_taken: is_likely });
        }
        overlap.records = (0..self.records.len() as u32).filter(|it| is_taken(*it)).count() as u64;
        let names = overlap.taken.iter().map(|list| list.name.clone()).collect();
        let linked = Linked { lists: names, records, links };
        let table = |error| NodeError::from(WrongUse::from(OverlapError::Table(error)));
        overlap.counts = Some(linked.counts().map_err(table)?);
        overlap.drawn = linked.drawn(wanted.seed, TABLES).map_err(table)?;
        Ok(())
    }
}

impl Snapshot<'_> {
    /// Every person on record, with the lists that have them.
    fn people_on_lists(&self, by: ListBy) -> Result<OnLists, NodeError> {
        let mut people = OnLists::default();
        let mut reporters = BTreeSet::new();
        let mut of_reports = BTreeMap::<String, BTreeSet<String>>::new();
        let mut ties = Vec::new();
        self.each_of(schema::REPORT, |view| {
            reporters
                .extend(values(&view, prop::REPORTER).map(|said| said.value.text().to_owned()));
            let person = one(&view, prop::PERSON);
            let lists = lists_of_report(&view, by);
            if let Some(person) = &person {
                of_reports.entry(person.clone()).or_default().extend(lists.iter().cloned());
            }
            ties.push((view.id.to_string(), person, lists));
            Ok(())
        })?;
        let schemata = crate::search::widened(&[schema::PERSON.to_owned()]);
        let filter = EntityFilter { schemata, ..EntityFilter::default() };
        for ordinal in self.node.views.matching(&filter, self.window())? {
            let Some(view) = self.entity(ordinal)? else { continue };
            let id = view.id.as_str();
            let reported = of_reports.get(id);
            if reported.is_none() && reporters.contains(id) {
                people.reporters += 1;
                continue;
            }
            let mut lists = lists_of_person(&view, by);
            if let Some(reported) = reported {
                // Who took the report says more than whose record it is.
                if by == ListBy::Agency && !reported.is_empty() {
                    lists.clear();
                }
                lists.extend(reported.iter().cloned());
            }
            people.put(id, Some(ordinal), lists);
        }
        for (report, person, lists) in ties {
            // A report stands for its person; one without a person's record stands for itself.
            let place = person.and_then(|person| people.places.get(&person).copied());
            match place {
                Some(place) => _ = people.places.insert(report, place),
                None => _ = people.put(&report, None, lists),
            }
        }
        Ok(people)
    }
}

fn lists_of_report(view: &EntityView, by: ListBy) -> BTreeSet<String> {
    let named = |wanted| values(view, wanted).map(|said| said.value.text().to_owned()).collect();
    match by {
        ListBy::Dataset => datasets(view),
        ListBy::Channel => named(prop::CHANNEL),
        ListBy::Agency => {
            let agencies: BTreeSet<String> = named(prop::AGENCY);
            if agencies.is_empty() { originators(view) } else { agencies }
        }
    }
}

fn lists_of_person(view: &EntityView, by: ListBy) -> BTreeSet<String> {
    match by {
        ListBy::Dataset => datasets(view),
        ListBy::Agency => originators(view),
        ListBy::Channel => BTreeSet::new(),
    }
}

fn datasets(view: &EntityView) -> BTreeSet<String> {
    view.statements.iter().map(|said| said.dataset.clone()).collect()
}

fn originators(view: &EntityView) -> BTreeSet<String> {
    view.statements.iter().map(|said| said.originator.clone()).collect()
}

/// Of 100 links that officers judged one is taken to be wrong; nobody has measured it.
const JUDGED_RIGHT: f64 = 0.99;
/// Tables with links drawn anew. Of 20, one without an estimate is the 5 % that an upper limit bears.
const TABLES: u32 = 20;
