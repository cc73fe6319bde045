//! What is known of all reports, kept in memory and brought up to date commit by commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use liaison_casework::{Crossing, Report, Stage, Step, WelfareCheck};
use liaison_journal::store::EffectTarget;
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::PartialDate;
use liaison_model::{Act, CommitNumber, Instant, MarkId, Reader, Statement};
use liaison_views::EntityFilter;

use super::{ACT, KnownReport};
use crate::reading::{EntityView, Snapshot, StatementView};
use crate::situation::strictest_of;
use crate::{Node, NodeError};

type All = BTreeMap<String, KnownReport>;

/// What was known at a position under some labels, newest last.
#[derive(Default)]
pub(crate) struct Remembered(Vec<(Key, Arc<All>)>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    marks: Vec<MarkId>,
    position: CommitNumber,
}

/// Times and acts of commits, looked up once each.
#[derive(Default)]
struct Commits(BTreeMap<CommitNumber, (Instant, Option<String>)>);

/// What speaks about one report besides itself.
#[derive(Default)]
struct Beside {
    steps: Vec<Step>,
    checks: Vec<WelfareCheck>,
}

impl Node {
    /// Every report, by entity id, and the position.
    pub(super) fn known_reports(
        &self,
        reader: &Reader,
        known_on: Option<Instant>,
    ) -> Result<(Arc<All>, CommitNumber), NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, known_on)?;
        let is_present = known_on.is_none()
            && snapshot.hidden.rows.is_empty()
            && snapshot.hidden.batches.is_empty();
        if !is_present {
            return Ok((Arc::new(snapshot.all_reports()?), snapshot.up_to));
        }
        let key = Key { marks: snapshot.scope.marks().collect(), position: snapshot.up_to };
        let mut remembered = self.reports.lock().unwrap_or_else(PoisonError::into_inner);
        let before = remembered.take(&key);
        let all = match before {
            Some((position, all)) if position == key.position => all,
            Some((position, all)) => snapshot.brought_up_to_date(position, all)?,
            None => Arc::new(snapshot.all_reports()?),
        };
        let position = key.position;
        remembered.put(key, &all);
        Ok((all, position))
    }
}

impl Remembered {
    /// What was known under the same labels, no later than the position.
    fn take(&mut self, key: &Key) -> Option<(CommitNumber, Arc<All>)> {
        let is_it =
            |(known, _): &(Key, _)| known.marks == key.marks && known.position <= key.position;
        let at = self.0.iter().position(is_it)?;
        let (known, all) = self.0.remove(at);
        Some((known.position, all))
    }

    fn put(&mut self, key: Key, all: &Arc<All>) {
        if SETS_MAX <= self.0.len() {
            self.0.remove(0);
        }
        self.0.push((key, Arc::clone(all)));
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
        let mut all = All::new();
        self.each_of(schema::REPORT, |view| {
            let of_it = beside.remove(view.id.as_str()).unwrap_or_default();
            let mut known = report_of(&view, &commits.of(self, &view)?, of_it);
            if let Some(passages) = known.person.as_ref().and_then(|id| crossings.get(id)) {
                known.report.crossings.clone_from(passages);
            }
            all.insert(known.report.id.clone(), known);
            Ok(())
        })?;
        Ok(all)
    }

    /// Reads again what later commits touched, and all of it where they touched much.
    fn brought_up_to_date(
        &self,
        from: CommitNumber,
        before: Arc<All>,
    ) -> Result<Arc<All>, NodeError> {
        let Some(touched) = self.touched_since(from, &before)? else {
            return Ok(Arc::new(self.all_reports()?));
        };
        if touched.is_empty() {
            return Ok(before);
        }
        let mut all = Arc::unwrap_or_clone(before);
        let mut commits = Commits::default();
        for id in touched {
            match self.report_again(&id, &mut commits)? {
                Some(known) => _ = all.insert(id, known),
                None => _ = all.remove(&id),
            }
        }
        Ok(Arc::new(all))
    }

    /// Entity ids of the reports that commits after `from` speak about or take something from;
    /// `None` where that cannot be told, or is much.
    fn touched_since(
        &self,
        from: CommitNumber,
        before: &All,
    ) -> Result<Option<BTreeSet<String>>, NodeError> {
        let mut touched = BTreeSet::new();
        let mut batches = Vec::new();
        for (batch, header) in self.node.journal.headers(from, COMMITS_MAX)? {
            let is_much = STATEMENTS_MAX < header.statements;
            if is_much || header.number == from + u64::from(COMMITS_MAX) {
                return Ok(None);
            }
            batches.push(batch);
        }
        for tombstone in self.node.journal.tombstones(from)? {
            match tombstone.effect.target {
                EffectTarget::Commit(number) => {
                    let row = self.node.journal.store().commit_row(number)?;
                    batches.extend(row.map(|row| row.batch));
                }
                EffectTarget::Row(sid) => {
                    let kept = self.node.journal.statements(&[sid])?.pop();
                    let Some((_, said)) = kept.and_then(|kept| kept.body) else { return Ok(None) };
                    if said.schema == schema::BORDER_CROSSING {
                        return Ok(None); // whose it was, is not kept
                    }
                    touch_by_entity(&said, before, &mut touched);
                }
            }
        }
        for batch in batches {
            let mut after = None;
            loop {
                let run = self.node.journal.run_of(batch, after)?;
                let Some(last) = run.last() else { break };
                after = Some(liaison_journal::store::place_of(last.sid));
                for kept in run {
                    // What is gone by now may have spoken about any report.
                    let Some((_, said)) = kept.body else { return Ok(None) };
                    touch(&said, before, &mut touched);
                }
                if STATEMENTS_MAX < touched.len() as u64 {
                    return Ok(None);
                }
            }
        }
        Ok(Some(touched))
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
        }
        Ok(Some(known))
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
    } else if said.schema == schema::BORDER_CROSSING && said.prop == prop::PERSON {
        let is_it = |known: &KnownReport| known.person.as_deref() == Some(said.value.as_str());
        touched.extend(before.iter().filter(|(_, known)| is_it(known)).map(|(id, _)| id.clone()));
    } else if said.prop == prop::REPORT {
        touched.insert(said.value.clone());
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
    let found = before.iter().filter(|(_, known)| is_it(&known.report));
    touched.extend(found.map(|(id, _)| id.clone()));
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
        danger: one(view, prop::DANGER),
        place: one(view, prop::COMPOUND).or_else(|| one(view, prop::PLACE)),
        safe_to_call: one(view, prop::SAFE_TO_CALL),
        agency: one(view, prop::AGENCY),
        steps,
        checks: beside.checks,
        crossings: Vec::new(),
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
/// Readers with different scopes at the same time.
const SETS_MAX: usize = 4;
/// Beyond these it is quicker to read everything anew.
const COMMITS_MAX: u32 = 1_000;
const STATEMENTS_MAX: u64 = 20_000;
/// Words, checks and passages of one report.
const REFERENCES_MAX: usize = 10_000;
