//! What is known of all reports, kept in memory and brought up to date commit by commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use jiff::civil::Date;
use liaison_casework::{
    Crossing, Index, Jurisdiction, Report, Stage, Step, WelfareCheck, of_age_on,
};
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::PartialDate;
use liaison_model::{Act, CommitNumber, EntityId, Instant, Reader, Statement};
use liaison_views::EntityFilter;

use super::same::Together;
use super::{ACT, KnownReport};
use crate::judge::RecordJudgement;
use crate::reading::{EntityView, Snapshot, StatementView};
use crate::since::Change;
use crate::situation::strictest_of;
use crate::{Node, NodeError};

/// Everything that is known of reports.
#[derive(Debug, Clone, Default)]
pub(super) struct All {
    /// Each by itself, by entity id.
    pub(super) reports: BTreeMap<String, KnownReport>,
    /// What officers decided about two of them, by the decision's id.
    pub(super) judged: BTreeMap<String, RecordJudgement>,
}

/// Everything that is known of reports, with what follows from it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(super) all: All,
    /// Which of them are one.
    pub(super) together: Together,
    /// Counts and order on some days, the day that was asked for last at the end.
    indices: Vec<Index>,
}

/// Times and acts of commits, looked up once each.
#[derive(Default)]
struct Commits(BTreeMap<CommitNumber, (Instant, Option<String>)>);

/// Ages of majority by country, read once each.
#[derive(Default)]
struct Ages(BTreeMap<String, Option<u8>>);

/// What speaks about one report besides itself.
#[derive(Default)]
struct Beside {
    steps: Vec<Step>,
    checks: Vec<WelfareCheck>,
}

impl Node {
    /// Every report, counted on a day, and the position.
    pub(super) fn known_reports(
        &self,
        reader: &Reader,
        known_on: Option<Instant>,
        day: Date,
    ) -> Result<(Arc<Known>, CommitNumber), NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, known_on)?;
        let Some(key) = snapshot.key().filter(|_| known_on.is_none()) else {
            let mut known = Known::of(snapshot.all_reports()?);
            known.count_on(day);
            return Ok((Arc::new(known), snapshot.up_to));
        };
        let mut remembered = self.reports.lock().unwrap_or_else(PoisonError::into_inner);
        let before = remembered.take(&key);
        let mut known = match before {
            Some((position, known)) if position == key.position => known,
            Some((position, known)) => snapshot.brought_up_to_date(position, known)?,
            None => Arc::new(Known::of(snapshot.all_reports()?)),
        };
        if known.index(day).is_none() {
            Arc::make_mut(&mut known).count_on(day);
        }
        let position = key.position;
        remembered.put(key, &known);
        Ok((known, position))
    }
}

impl Known {
    fn of(all: All) -> Self {
        let together = Together::of(&all);
        Self { all, together, indices: Vec::new() }
    }

    /// The counts of a day.
    pub(super) fn index(&self, day: Date) -> Option<&Index> {
        self.indices.iter().find(|index| index.day() == day)
    }

    /// A report by its id, or the one that stands for it.
    pub(super) fn get(&self, id: &str) -> Option<&KnownReport> {
        let lead = self.together.lead_of(id);
        self.together.merged.get(lead).or_else(|| self.all.reports.get(lead))
    }

    /// All of them. Of several that were judged one, the one that stands for all.
    pub(super) fn iter(&self) -> impl Iterator<Item = &KnownReport> {
        let Together { merged, leads } = &self.together;
        let all = self.all.reports.iter().filter(|(id, _)| !leads.contains_key(*id));
        all.map(|(id, known)| merged.get(id).unwrap_or(known))
    }

    fn count_on(&mut self, day: Date) {
        let index = Index::of(self.iter().map(|known| &known.report), day);
        if DAYS_MAX <= self.indices.len() {
            self.indices.remove(0);
        }
        self.indices.push(index);
    }

    /// Judges anew which reports are one, and counts those again that changed by it or themselves.
    fn follow(&mut self, changed: Vec<String>) {
        let before = std::mem::take(&mut self.together);
        self.together = Together::of(&self.all);
        let mut again: BTreeSet<String> = changed.into_iter().collect();
        for together in [&before, &self.together] {
            again.extend(together.merged.keys().chain(together.leads.keys()).cloned());
        }
        let mut indices = std::mem::take(&mut self.indices);
        for id in &again {
            let stands = self.get(id).filter(|known| known.report.id == *id);
            for index in &mut indices {
                match stands {
                    Some(known) => index.put(&known.report),
                    None => index.remove(id),
                }
            }
        }
        self.indices = indices;
    }
}

impl Snapshot<'_> {
    /// Reads every report anew.
    fn all_reports(&self) -> Result<All, NodeError> {
        let mut commits = Commits::default();
        let mut beside = BTreeMap::<String, Beside>::new();
        self.each_of(schema::REPORT_STAGE, |view| {
            if let Some((report, step)) = step_of(&view, &commits.of(self, &view)?) {
                beside.entry(report).or_default().steps.push(step);
            }
            Ok(())
        })?;
        self.each_of(schema::WELFARE_CHECK, |view| {
            if let Some((report, check)) = check_of(&view, &commits.of(self, &view)?) {
                beside.entry(report).or_default().checks.push(check);
            }
            Ok(())
        })?;
        let mut crossings = BTreeMap::<String, Vec<Crossing>>::new();
        self.each_of(schema::BORDER_CROSSING, |view| {
            if let Some((person, crossing)) = crossing_of(&view) {
                crossings.entry(person).or_default().push(crossing);
            }
            Ok(())
        })?;
        let mut all = All::default();
        let mut ages = Ages::default();
        self.each_of(schema::REPORT, |view| {
            let of_it = beside.remove(view.id.as_str()).unwrap_or_default();
            let mut known = report_of(&view, &commits.of(self, &view)?, of_it);
            if let Some(person) = &known.person {
                if let Some(passages) = crossings.get(person) {
                    known.report.crossings.clone_from(passages);
                }
                known.report.of_age_on = self.of_age(person, &mut ages)?;
            }
            all.reports.insert(known.report.id.clone(), known);
            Ok(())
        })?;
        self.each_of(schema::JUDGEMENT, |view| self.put_judged(&view, &mut all))?;
        Ok(all)
    }

    /// Reads again what later commits touched, and all of it where they touched much.
    fn brought_up_to_date(
        &self,
        from: CommitNumber,
        before: Arc<Known>,
    ) -> Result<Arc<Known>, NodeError> {
        let Some(touched) = self.touched_since(from, &before.all)? else {
            return Ok(Arc::new(Known::of(self.all_reports()?)));
        };
        if touched.is_empty() {
            return Ok(before);
        }
        let mut known = Arc::unwrap_or_clone(before);
        let all = &mut known.all;
        let mut commits = Commits::default();
        let mut again = Vec::new();
        for id in touched {
            match self.report_again(&id, &mut commits)? {
                Some(known) => _ = all.reports.insert(id.clone(), known),
                None => _ = all.reports.remove(&id),
            }
            all.judged.retain(|_, one| one.left.as_str() != id && one.right.as_str() != id);
            again.push(id);
        }
        for id in &again {
            for ordinal in self.node.views.judgements_about(id, self.window())? {
                if let Some(view) = self.entity(ordinal)? {
                    self.put_judged(&view, all)?;
                }
            }
        }
        known.follow(again);
        Ok(Arc::new(known))
    }

    /// Keeps a decision about two reports.
    fn put_judged(&self, view: &EntityView, all: &mut All) -> Result<(), NodeError> {
        let is_known = |id: &EntityId| all.reports.contains_key(id.as_str());
        if let Some(judged) = self.judged(view)?
            && is_known(&judged.left)
            && is_known(&judged.right)
        {
            all.judged.insert(judged.id.to_string(), judged);
        }
        Ok(())
    }

    /// Entity ids of the reports that commits after `from` speak about or take something from;
    /// `None` where that cannot be told, or is much.
    fn touched_since(
        &self,
        from: CommitNumber,
        before: &All,
    ) -> Result<Option<BTreeSet<String>>, NodeError> {
        let mut touched = BTreeSet::new();
        let is_told = self.each_since(from, |said, change| {
            match change {
                Change::Said => touch(said, before, &mut touched),
                // Whose passage it was, is not kept.
                Change::Gone if said.schema == schema::BORDER_CROSSING => return false,
                Change::Gone => touch_by_entity(said, before, &mut touched),
            }
            touched.len() <= TOUCHED_MAX
        })?;
        Ok(Some(touched).filter(|_| is_told))
    }

    fn report_again(
        &self,
        id: &str,
        commits: &mut Commits,
    ) -> Result<Option<KnownReport>, NodeError> {
        let Some(ordinal) = self.node.views.ordinal(id)? else { return Ok(None) };
        let Some(view) = self.entity(ordinal)? else { return Ok(None) };
        if view.schema != schema::REPORT {
            return Ok(None);
        }
        let mut beside = Beside::default();
        for view in self.pointing_at(id)? {
            let said = commits.of(self, &view)?;
            beside.steps.extend(step_of(&view, &said).map(|(_, step)| step));
            beside.checks.extend(check_of(&view, &said).map(|(_, check)| check));
        }
        let mut known = report_of(&view, &commits.of(self, &view)?, beside);
        if let Some(person) = &known.person {
            let pointing = self.pointing_at(person)?;
            let passages = pointing.iter().filter_map(crossing_of).map(|(_, crossing)| crossing);
            known.report.crossings = passages.collect();
            known.report.of_age_on = self.of_age(person, &mut Ages::default())?;
        }
        Ok(Some(known))
    }

    /// From which day on a person is surely of age, by the law of the person's country, or of ours
    /// where none is known. The day of birth is covered; that somebody is a child is not: children
    /// come first.
    fn of_age(&self, person: &str, ages: &mut Ages) -> Result<Option<Date>, NodeError> {
        let Some(ordinal) = self.node.views.ordinal(person)? else { return Ok(None) };
        let rows = self.node.views.statements_of(ordinal, self.window())?;
        let sids: Vec<_> = rows.iter().map(|row| row.sid).collect();
        let (mut born, mut years) = (Vec::new(), None);
        for kept in self.node.journal.statements(&sids)? {
            let Some((_, said)) = kept.body else { continue };
            if said.prop == prop::BIRTH_DATE {
                born.extend(PartialDate::read(&said.value, None));
            } else if [prop::NATIONALITY, prop::CITIZENSHIP].contains(&&*said.prop) {
                years = years.max(ages.of(&said.value));
            }
        }
        let years = years.or_else(|| ages.of(&self.node.config().country));
        let days = born.iter().filter_map(|born| of_age_on(born, years?));
        Ok(days.max())
    }

    /// Records of the casework kinds that name an entity.
    pub(crate) fn pointing_at(&self, id: &str) -> Result<Vec<EntityView>, NodeError> {
        let references = self.node.views.references_to(id, self.window(), REFERENCES_MAX)?;
        let entities: BTreeSet<_> = references.into_iter().map(|found| found.entity).collect();
        let mut found = Vec::new();
        for ordinal in entities {
            found.extend(self.entity(ordinal)?);
        }
        Ok(found)
    }

    pub(crate) fn each_of(
        &self,
        name: &str,
        mut with: impl FnMut(EntityView) -> Result<(), NodeError>,
    ) -> Result<(), NodeError> {
        let filter = EntityFilter { schemata: vec![name.to_owned()], ..EntityFilter::default() };
        for ordinal in self.node.views.matching(&filter, self.window())? {
            if let Some(view) = self.entity(ordinal)? {
                with(view)?;
            }
        }
        Ok(())
    }
}

/// Adds the reports of which a statement speaks.
fn touch(said: &Statement, before: &All, touched: &mut BTreeSet<String>) {
    if said.schema == schema::REPORT {
        touched.insert(said.entity.to_string());
    } else if let Some(person) = person_of(said) {
        let is_it = |known: &KnownReport| known.person.as_deref() == Some(person);
        let found = before.reports.iter().filter(|(_, known)| is_it(known));
        touched.extend(found.map(|(id, _)| id.clone()));
    } else if said.schema == schema::JUDGEMENT && [prop::LEFT, prop::RIGHT].contains(&&*said.prop) {
        let is_report = before.reports.contains_key(&said.value);
        touched.extend(is_report.then(|| said.value.clone()));
    } else if said.prop == prop::REPORT {
        touched.insert(said.value.clone());
    }
}

/// The person of whom a statement says something that a report's standing rests on.
fn person_of(said: &Statement) -> Option<&str> {
    let is_age = [prop::BIRTH_DATE, prop::NATIONALITY, prop::CITIZENSHIP].contains(&&*said.prop);
    if said.schema == schema::BORDER_CROSSING && said.prop == prop::PERSON {
        Some(&said.value)
    } else {
        (said.schema == schema::PERSON && is_age).then(|| said.entity.as_str())
    }
}

/// Adds the reports of which a single statement was taken back: the one that says which report it
/// is about need not be among them.
fn touch_by_entity(said: &Statement, before: &All, touched: &mut BTreeSet<String>) {
    touch(said, before, touched);
    let entity = said.entity.as_str();
    let is_it = |Report { steps, checks, .. }: &Report| {
        steps.iter().any(|step| step.id == entity) || checks.iter().any(|check| check.id == entity)
    };
    let found = before.reports.iter().filter(|(_, known)| is_it(&known.report));
    touched.extend(found.map(|(id, _)| id.clone()));
    if let Some(judged) = before.judged.get(entity) {
        touched.extend([&judged.left, &judged.right].map(EntityId::to_string));
    }
}

impl Ages {
    /// From how many years on one is of age in a country; `None` where no file says so.
    fn of(&mut self, country: &str) -> Option<u8> {
        if let Some(known) = self.0.get(country) {
            return *known;
        }
        let rules = Jurisdiction::of(country).ok().flatten();
        let years = rules.map(|rules| rules.age_of_majority.value);
        self.0.insert(country.to_owned(), years);
        years
    }
}

impl Commits {
    /// When the first commit about an entity was made, and by whom, where officers entered it.
    fn of(
        &mut self,
        snapshot: &Snapshot<'_>,
        view: &EntityView,
    ) -> Result<(Instant, Option<String>), NodeError> {
        let Some(commit) = view.statements.iter().map(|said| said.commit).min() else {
            return Ok((snapshot.now, None));
        };
        if let Some(known) = self.0.get(&commit) {
            return Ok(known.clone());
        }
        let note = snapshot.node.journal.header(commit)?.note;
        let officer = (note.act == ACT).then_some(note.author);
        self.0.insert(commit, (note.time, officer.clone()));
        Ok((note.time, officer))
    }
}

pub(crate) fn values<'v>(
    view: &'v EntityView,
    wanted: &'v str,
) -> impl Iterator<Item = &'v StatementView> {
    view.statements.iter().filter(move |said| said.prop == wanted && !said.value.is_covered())
}

pub(crate) fn one(view: &EntityView, wanted: &str) -> Option<String> {
    values(view, wanted).next().map(|said| said.value.text().to_owned())
}

/// What was said last: who agreed may take it back, and danger changes.
fn latest(view: &EntityView, wanted: &str) -> Option<String> {
    let last = values(view, wanted).max_by_key(|said| said.commit);
    last.map(|said| said.value.text().to_owned())
}

pub(crate) fn date(view: &EntityView, wanted: &str) -> Option<PartialDate> {
    values(view, wanted).find_map(|said| PartialDate::read(said.value.text(), None).ok())
}

fn authority(view: &EntityView) -> String {
    let said = one(view, prop::AUTHORITY);
    said.unwrap_or_else(|| view.id.origin().to_owned())
}

fn step_of(view: &EntityView, entered: &(Instant, Option<String>)) -> Option<(String, Step)> {
    if view.schema != schema::REPORT_STAGE {
        return None;
    }
    let step = Step {
        id: view.id.to_string(),
        stage: Stage::read(&one(view, prop::STAGE)?)?,
        date: date(view, prop::DATE),
        authority: authority(view),
        officer: entered.1.clone().unwrap_or_default(),
        entered: entered.0,
        follows: one(view, prop::FOLLOWS_STAGE),
        reason: one(view, prop::REASON),
        closed_reason: one(view, prop::CLOSED_REASON),
    };
    Some((one(view, prop::REPORT)?, step))
}

fn check_of(
    view: &EntityView,
    entered: &(Instant, Option<String>),
) -> Option<(String, WelfareCheck)> {
    if view.schema != schema::WELFARE_CHECK {
        return None;
    }
    let check = WelfareCheck {
        id: view.id.to_string(),
        date: date(view, prop::DATE),
        authority: authority(view),
        officer: entered.1.clone().unwrap_or_default(),
        channel: one(view, prop::CHANNEL).unwrap_or_default(),
        outcome: one(view, prop::OUTCOME).unwrap_or_default(),
        next: date(view, prop::NEXT_CHECK),
        entered: entered.0,
    };
    Some((one(view, prop::REPORT)?, check))
}

fn crossing_of(view: &EntityView) -> Option<(String, Crossing)> {
    if view.schema != schema::BORDER_CROSSING {
        return None;
    }
    let day = date(view, prop::TIME).or_else(|| date(view, prop::DATE))?.earliest();
    let is_entry = one(view, prop::DIRECTION)? == ENTRY;
    Some((one(view, prop::PERSON)?, Crossing { day, is_entry }))
}

fn report_of(
    view: &EntityView,
    entered: &(Instant, Option<String>),
    beside: Beside,
) -> KnownReport {
    let mut steps = beside.steps;
    steps.extend(stages_within(view, entered));
    let report = Report {
        id: view.id.to_string(),
        number: one(view, prop::NUMBER),
        reported: date(view, prop::REPORTED_AT).or_else(|| date(view, prop::DATE)),
        last_contact: date(view, prop::LAST_CONTACT_AT),
        danger: latest(view, prop::DANGER),
        place: one(view, prop::COMPOUND).or_else(|| one(view, prop::PLACE)),
        safe_to_call: latest(view, prop::SAFE_TO_CALL),
        consent: latest(view, prop::REPORTER_CONSENT),
        agency: one(view, prop::AGENCY),
        steps,
        checks: beside.checks,
        crossings: Vec::new(),
        of_age_on: None,
        may_be_another: false,
    };
    let marks = strictest_of(std::iter::once(view)).unwrap_or_default();
    KnownReport { report, marks, person: one(view, prop::PERSON) }
}

/// Stages that came with the report itself, as a column of a spreadsheet: one word for each
/// originator and source.
fn stages_within(view: &EntityView, entered: &(Instant, Option<String>)) -> Vec<Step> {
    let since = date(view, prop::STAGE_DATE).or_else(|| date(view, prop::CLOSED_AT));
    let agency = one(view, prop::AGENCY);
    let told = values(view, prop::STAGE);
    let steps = told.filter_map(|said| {
        Some(Step {
            id: said.id.to_string(),
            stage: Stage::read(said.value.text())?,
            date: said.as_of.as_deref().and_then(|day| PartialDate::read(day, None).ok()).or(since),
            authority: agency.clone().unwrap_or_else(|| said.originator.clone()),
            officer: String::new(),
            entered: entered.0,
            follows: None,
            reason: None,
            closed_reason: one(view, prop::CLOSED_REASON),
        })
    });
    steps.collect()
}

const ENTRY: &str = "entry";
/// Days for which counts are kept: today, and one that somebody asks about.
const DAYS_MAX: usize = 2;
/// Beyond these it is quicker to read everything anew.
const TOUCHED_MAX: usize = 20_000;
/// Words, checks and passages of one report.
const REFERENCES_MAX: usize = 10_000;
