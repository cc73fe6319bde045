//! Many reports, counted and in order, and brought up to date one by one.
//!
//! Where a report stands is computed once, when it is put in; a list then only looks at what was
//! found. What is put in and taken out in any order leaves the same as what is put in anew.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use crate::life::Stage;
use crate::overview::{Age, Listed, Month, Overview, SavedView, Wanted, month_of};
use crate::report::Report;
use crate::standing::standing;

/// Reports on a day: counts of all, and their order.
#[derive(Debug, Clone)]
pub struct Index {
    day: Date,
    ordered: BTreeMap<Place, Facts>,
    places: HashMap<String, Place>,
    overview: Overview,
    months: BTreeMap<(bool, MonthOf), (u32, u32)>,
}

type MonthOf = Option<(i16, i8)>;

/// Open ones before settled ones, children first, by the day that is due, then by number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    is_settled: bool,
    is_of_age: bool,
    is_without_due: bool,
    due: Option<Date>,
    number: Option<String>,
    id: String,
}

/// What lists ask of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Facts {
    stage: Stage,
    age: Option<Age>,
    month: MonthOf,
    /// One bit for each saved view, in their order.
    views: u16,
}

impl Index {
    /// An index of no reports, for a day.
    #[must_use]
    pub fn new(day: Date) -> Self {
        let (ordered, places) = (BTreeMap::new(), HashMap::new());
        Self { day, ordered, places, overview: Overview::default(), months: BTreeMap::new() }
    }

    /// An index of some reports, each with its own id.
    #[must_use]
    pub fn of<'r>(reports: impl IntoIterator<Item = &'r Report>, day: Date) -> Self {
        let mut index = Self::new(day);
        for report in reports {
            index.put(report);
        }
        index
    }

    /// The day on which they are counted.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

    /// Puts a report in, in place of what was known under its id.
    pub fn put(&mut self, report: &Report) {
        self.remove(&report.id);
        let listed = Listed { report, standing: standing(report, self.day) };
        let now = &listed.standing;
        let is_settled = now.is_settled();
        let has = |view: &SavedView| view.has(&listed, self.day);
        let bits = SavedView::ALL.iter().enumerate().filter(|(_, view)| has(view));
        let facts = Facts {
            stage: now.stage,
            age: (!is_settled).then(|| Age::of(now.days_open)),
            month: month_of(report),
            views: bits.fold(0, |bits, (at, _)| bits | 1 << at),
        };
        let due = now.due.map(|due| due.by);
        let (number, id) = (report.number.clone(), report.id.clone());
        let is_of_age = !report.is_child(self.day);
        let place = Place { is_settled, is_of_age, is_without_due: due.is_none(), due, number, id };
        self.count(facts, 1);
        self.places.insert(report.id.clone(), place.clone());
        self.ordered.insert(place, facts);
    }

    /// Takes a report out.
    pub fn remove(&mut self, id: &str) {
        let Some(place) = self.places.remove(id) else { return };
        if let Some(facts) = self.ordered.remove(&place) {
            self.count(facts, -1);
        }
    }

    /// Counts of all of them.
    #[must_use]
    pub fn overview(&self) -> Overview {
        let months = self.months.iter().map(|((_, month), (reported, settled))| Month {
            month: *month,
            reported: *reported,
            settled: *settled,
        });
        Overview { months: months.collect(), ..self.overview.clone() }
    }

    /// The ids of those that are wanted: children first, then what is due first, then the rest.
    pub fn wanted<'i>(&'i self, wanted: &'i Wanted) -> impl Iterator<Item = &'i str> {
        let found = self.ordered.iter().filter(move |(_, facts)| facts.are(wanted));
        found.map(|(place, _)| place.id.as_str())
    }

    fn count(&mut self, facts: Facts, one: i32) {
        let overview = &mut self.overview;
        step(&mut overview.reports, one);
        match facts.age {
            Some(age) => step_in(&mut overview.open, (facts.stage, age), one),
            None => step_in(&mut overview.settled, facts.stage, one),
        }
        for (at, view) in SavedView::ALL.into_iter().enumerate() {
            if facts.has(at) {
                step_in(&mut overview.views, view, one);
            }
        }
        let key = (facts.month.is_none(), facts.month);
        let (reported, settled) = self.months.entry(key).or_default();
        step(reported, one);
        if facts.age.is_none() {
            step(settled, one);
        }
        if *reported == 0 {
            self.months.remove(&key);
        }
    }
}

impl Facts {
    fn has(&self, view: usize) -> bool {
        self.views & (1 << view) != 0
    }

    fn are(&self, wanted: &Wanted) -> bool {
        let of_view = |view| SavedView::ALL.iter().position(|one| *one == view);
        wanted.view.is_none_or(|view| of_view(view).is_some_and(|at| self.has(at)))
            && wanted.stage.is_none_or(|stage| self.stage == stage)
            && wanted.age.is_none_or(|age| self.age == Some(age))
            && wanted.month.is_none_or(|month| self.month == Some(month))
    }
}

fn step(count: &mut u32, one: i32) {
    *count = count.saturating_add_signed(one);
}

fn step_in<K: Ord>(counts: &mut BTreeMap<K, u32>, key: K, one: i32) {
    let count = counts.entry(key).or_default();
    step(count, one);
    if *count == 0 {
        counts.retain(|_, count| 0 < *count);
    }
}
