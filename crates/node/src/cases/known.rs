//! What is known of cases.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use liaison_casework::TaskStatus;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Instant, Marks, Reader};

use super::members::LET_IN;
use super::{ACT, CaseError};
use crate::reading::{EntityView, Shown, Snapshot};
use crate::reports::{one, values};
use crate::tracks::KnownTracks;
use crate::{Node, NodeError};

/// A case as a reader may know of it. Whoever is not let in learns its number and its lead only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCase {
    /// Entity id.
    pub id: EntityId,
    /// Number, such as `C-2026-0001`; the end of its id where it has none.
    pub number: String,
    /// Kind.
    pub case_type: String,
    /// How grave it is, as a word.
    pub severity: String,
    /// Who runs it.
    pub lead_officer: String,
    /// When it was opened.
    pub opened: String,
    /// Whether nobody closed it.
    pub is_open: bool,
    /// Whether the reader is let in.
    pub is_member: bool,
    /// What it is called; for members.
    pub title: Option<String>,
    /// Words under which it is found; for members.
    pub tags: Vec<String>,
    /// Further fields; for members.
    pub custom_fields: Vec<String>,
    /// From where it was brought in, if it was; for members.
    pub origin: Option<String>,
    /// The marks of what stands in it.
    pub marks: Marks,
}

/// Which cases are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaseWanted {
    /// Only those into which the reader is let.
    pub mine: bool,
    /// Those that are closed, too.
    pub closed: bool,
}

/// What kind of entry an officer made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum EntryKind {
    Note,
    Decision,
    Event,
    Link,
    Status,
}

/// One dated thing that an officer put into a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEntry {
    /// Entity id.
    pub id: String,
    /// Its kind.
    pub kind: EntryKind,
    /// When it happened, as it was written.
    pub date: Option<String>,
    /// What is said.
    pub text: String,
    /// What the time of an event is the time of.
    pub label: String,
    /// Why it was decided.
    pub reason: String,
    /// Whether the case is open from then on, of an entry on its status.
    pub opens: Option<bool>,
    /// What is linked.
    pub about: Option<String>,
    /// Who entered it.
    pub officer: String,
    /// When the node learnt it.
    pub entered: Instant,
}

/// A task with all that was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseTask {
    /// Entity id.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The heading under which it stands.
    pub group: String,
    /// Its place.
    pub order: u32,
    /// Who is to do it.
    pub assignee: String,
    /// By when.
    pub due: Option<Date>,
    /// How far it is.
    pub status: TaskStatus,
    /// Each change, oldest first.
    pub steps: Vec<TaskStep>,
}

/// One change of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskStep {
    /// Entity id.
    pub id: String,
    /// Its status from then on.
    pub status: Option<TaskStatus>,
    /// Who is to do it from then on.
    pub assignee: Option<String>,
    /// By when from then on.
    pub due: Option<Date>,
    /// Why.
    pub reason: String,
    /// Who changed it.
    pub officer: String,
    /// When the node learnt it.
    pub entered: Instant,
}

/// A file that is kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Entity id.
    pub id: String,
    /// SHA-256 of the file.
    pub exhibit: String,
    /// Its name.
    pub file_name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Where it was taken.
    pub taken_from: String,
    /// Who took it in.
    pub officer: String,
    /// When.
    pub entered: Instant,
    /// Who has it now.
    pub holder: String,
    /// Each word on its way, oldest first.
    pub handovers: Vec<Handover>,
}

/// One signed word on the way of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Entity id.
    pub id: String,
    /// `offered`, `accepted` or `refused`.
    pub act: String,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Which offer it answers.
    pub follows: Option<String>,
    /// Why.
    pub reason: String,
    /// Who signed: the officer whose commit it is.
    pub signed_by: String,
    /// When.
    pub entered: Instant,
    /// The commit that the node's key signed.
    pub commit: CommitNumber,
}

/// Something that was linked to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedTo {
    /// The entry that links it: by this it is taken back.
    pub entry: String,
    /// Entity id.
    pub id: String,
    /// Its schema.
    pub schema: String,
    /// What it is called; covered where it says who a person is.
    pub caption: Shown,
}

/// Somebody who is let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// User name.
    pub officer: String,
    /// Who let them in.
    pub by: String,
    /// When.
    pub since: Instant,
    /// Why.
    pub reason: String,
}

/// A case with all that stands in it.
#[derive(Debug, Clone)]
pub struct CaseView {
    /// The case.
    pub case: KnownCase,
    /// Its tasks, in order.
    pub tasks: Vec<CaseTask>,
    /// Entries, oldest first.
    pub entries: Vec<CaseEntry>,
    /// What is linked.
    pub links: Vec<LinkedTo>,
    /// Evidence, oldest first.
    pub evidence: Vec<Evidence>,
    /// Who is let in, by name.
    pub members: Vec<Member>,
    /// The people of the case with both their tracks: those who are linked, those of linked
    /// reports, and those of whom something was said in this case.
    pub people: Vec<KnownTracks>,
    /// The day on which deadlines are counted.
    pub day: Date,
    /// The last commit that is shown.
    pub position: CommitNumber,
}

/// Who entered something, and when.
pub(crate) struct Signed {
    pub(crate) at: Instant,
    pub(crate) officer: String,
    pub(crate) act: String,
    pub(crate) commit: CommitNumber,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Note, Self::Decision, Self::Event, Self::Link, Self::Status];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Decision => "decision",
            Self::Event => "event",
            Self::Link => "link",
            Self::Status => "status",
        }
    }

    /// The kind with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == text)
    }
}

impl CaseTask {
    /// How many days it is late; 0 where it is not, or over.
    #[must_use]
    pub fn days_late(&self, today: Date) -> u32 {
        let due = self.due.filter(|_| !self.status.is_over());
        let days = due.map_or(0, |due| due.duration_until(today).as_hours() / HOURS_PER_DAY);
        u32::try_from(days).unwrap_or(0)
    }
}

impl Node {
    /// Cases, the newest first.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn cases(&self, reader: &Reader, wanted: &CaseWanted) -> Result<Vec<KnownCase>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let mut cases = snapshot.known_cases()?;
        cases.retain(|case| (wanted.closed || case.is_open) && (!wanted.mine || case.is_member));
        cases.sort_by(|a, b| (&b.opened, &b.number, &b.id).cmp(&(&a.opened, &a.number, &a.id)));
        Ok(cases)
    }

    /// A case by its number or id, as a reader who is let in knows it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is none; [`NodeError::Refused`] when the reader is not
    /// let in; [`CaseError::Several`] when several agencies gave the same number.
    pub fn case(&self, text: &str, reader: &Reader) -> Result<CaseView, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let case = snapshot.find_case(text)?.let_in()?;
        snapshot.case_view(case)
    }
}

impl KnownCase {
    /// The same case for somebody who is let in.
    pub(crate) fn let_in(self) -> Result<Self, NodeError> {
        match self.is_member {
            true => Ok(self),
            false => Err(liaison_policy::Refusal::Case.into()),
        }
    }
}

impl Snapshot<'_> {
    pub(crate) fn known_cases(&self) -> Result<Vec<KnownCase>, NodeError> {
        let mut status: BTreeMap<String, (CommitNumber, bool)> = BTreeMap::new();
        for view in self.all_of(&[schema::CASE_ENTRY])? {
            let (Some(case), Some(word)) = (one(&view, prop::CASE), one(&view, prop::STATUS))
            else {
                continue;
            };
            let Some(signed) = self.signed(&view, ACT)? else { continue };
            let last = status.entry(case).or_insert((signed.commit, true));
            if last.0 <= signed.commit {
                *last = (signed.commit, word == OPEN);
            }
        }
        let views = self.all_of(&[schema::CASE])?;
        let case = |view: &EntityView| {
            let is_open = status.get(view.id.as_str()).is_none_or(|(_, is_open)| *is_open);
            self.known_case(view, is_open)
        };
        Ok(views.iter().map(case).collect())
    }

    fn known_case(&self, view: &EntityView, is_open: bool) -> KnownCase {
        let text = |wanted| one(view, wanted).unwrap_or_default();
        let all = |wanted| values(view, wanted).map(|said| said.value.text().to_owned()).collect();
        let named = view.statements.iter().find(|said| said.prop == prop::NAME);
        let local = || view.id.local().to_owned();
        KnownCase {
            id: view.id.clone(),
            number: one(view, prop::NUMBER).unwrap_or_else(local),
            case_type: text(prop::CASE_TYPE),
            severity: text(prop::SEVERITY),
            lead_officer: text(prop::LEAD_OFFICER),
            opened: text(prop::OPENED_AT),
            is_open: is_open && one(view, prop::CLOSED_AT).is_none(),
            is_member: self.reader.cases.contains(&view.id),
            title: named.map(|said| said.value.text().to_owned()),
            tags: all(prop::TAGS),
            custom_fields: all(prop::CUSTOM_FIELDS),
            origin: one(view, prop::ORIGIN),
            marks: named.map(|said| said.marks.clone()).unwrap_or_default(),
        }
    }

    pub(crate) fn find_case(&self, text: &str) -> Result<KnownCase, NodeError> {
        let text = text.trim();
        let cases = self.known_cases()?;
        let own = format!("{}:{text}", self.node.agency());
        if let Some(case) = cases.iter().find(|case| [text, &own].contains(&case.id.as_str())) {
            return Ok(case.clone());
        }
        let mut numbered = cases.into_iter().filter(|case| case.number == text);
        let first = numbered.next().ok_or(NodeError::NotFound)?;
        match numbered.next() {
            None => Ok(first),
            Some(_) => Err(CaseError::Several { number: text.to_owned() }.into()),
        }
    }

    /// Who entered an entity in a commit of an act; `None` where it came otherwise.
    pub(crate) fn signed(&self, view: &EntityView, act: &str) -> Result<Option<Signed>, NodeError> {
        let Some(commit) = view.statements.iter().map(|said| said.commit).min() else {
            return Ok(None);
        };
        let note = self.node.journal.header(commit)?.note;
        let signed = Signed { at: note.time, officer: note.author, act: note.act, commit };
        Ok(Some(signed).filter(|signed| signed.act == act))
    }

    pub(crate) fn case_view(&self, case: KnownCase) -> Result<CaseView, NodeError> {
        let mut tasks = Vec::new();
        let mut entries = Vec::new();
        let mut evidence = Vec::new();
        let mut members: Vec<(Member, bool)> = Vec::new();
        let mut people = BTreeSet::new();
        for view in self.pointing_at(case.id.as_str())? {
            if PERSON_RECORDS.contains(&view.schema.as_str()) {
                people.extend(one(&view, prop::PERSON));
                continue;
            }
            let Some(signed) = self.signed(&view, ACT)? else { continue };
            match view.schema.as_str() {
                schema::TASK => tasks.push(self.task(&view)?),
                schema::CASE_ENTRY => entries.extend(entry_of(&view, signed)),
                schema::EVIDENCE => evidence.push(self.evidence(&view, signed)?),
                schema::CASE_MEMBER => members.push(member_of(&view, signed)),
                _ => {}
            }
        }
        tasks.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        entries.sort_by(|a, b| (a.entered, &a.id).cmp(&(b.entered, &b.id)));
        evidence.sort_by(|a, b| (a.entered, &a.id).cmp(&(b.entered, &b.id)));
        let (links, linked_people) = self.links(&entries)?;
        people.extend(linked_people);
        let people = people.iter().map(|id| self.tracks_of(id)).collect::<Result<_, _>>()?;
        Ok(CaseView {
            tasks,
            links,
            evidence,
            members: standing_members(&case, members),
            people,
            entries,
            day: self.node.today(),
            position: self.up_to,
            case,
        })
    }

    fn task(&self, view: &EntityView) -> Result<CaseTask, NodeError> {
        let text = |wanted| one(view, wanted).unwrap_or_default();
        let mut task = CaseTask {
            id: view.id.to_string(),
            title: text(prop::TITLE),
            group: text(prop::GROUP),
            order: text(prop::ORDER).parse().unwrap_or(0),
            assignee: text(prop::ASSIGNEE),
            due: one(view, prop::DUE_DATE).and_then(|day| day.parse().ok()),
            status: TaskStatus::read(&text(prop::STATUS)).unwrap_or(TaskStatus::Open),
            steps: Vec::new(),
        };
        for view in self.pointing_at(view.id.as_str())? {
            if view.schema != schema::TASK_STEP {
                continue;
            }
            let Some(signed) = self.signed(&view, ACT)? else { continue };
            task.steps.push(TaskStep {
                id: view.id.to_string(),
                status: one(&view, prop::STATUS).and_then(|code| TaskStatus::read(&code)),
                assignee: one(&view, prop::ASSIGNEE),
                due: one(&view, prop::DUE_DATE).and_then(|day| day.parse().ok()),
                reason: one(&view, prop::REASON).unwrap_or_default(),
                officer: signed.officer,
                entered: signed.at,
            });
        }
        task.steps.sort_by(|a, b| (a.entered, &a.id).cmp(&(b.entered, &b.id)));
        for step in &task.steps {
            task.status = step.status.unwrap_or(task.status);
            task.due = step.due.or(task.due);
            if let Some(assignee) = &step.assignee {
                task.assignee.clone_from(assignee);
            }
        }
        Ok(task)
    }

    fn evidence(&self, view: &EntityView, signed: Signed) -> Result<Evidence, NodeError> {
        let text = |wanted| one(view, wanted).unwrap_or_default();
        let mut handovers = Vec::new();
        for view in self.pointing_at(view.id.as_str())? {
            if view.schema != schema::HANDOVER {
                continue;
            }
            let Some(signed) = self.signed(&view, ACT)? else { continue };
            let text = |wanted| one(&view, wanted).unwrap_or_default();
            handovers.push(Handover {
                id: view.id.to_string(),
                act: text(prop::ACT),
                from: text(prop::FROM_OFFICER),
                to: text(prop::TO_OFFICER),
                follows: one(&view, prop::FOLLOWS),
                reason: text(prop::REASON),
                signed_by: signed.officer,
                entered: signed.at,
                commit: signed.commit,
            });
        }
        handovers.sort_by_key(|word| word.commit);
        let last = handovers.iter().rev().find(|word| word.act == super::evidence::ACCEPTED);
        let holder = last.map_or(&signed.officer, |word| &word.to).clone();
        Ok(Evidence {
            id: view.id.to_string(),
            exhibit: text(prop::EXHIBIT),
            file_name: text(prop::FILE_NAME),
            size: text(prop::FILE_SIZE).parse().unwrap_or(0),
            taken_from: text(prop::TAKEN_FROM),
            officer: signed.officer,
            entered: signed.at,
            holder,
            handovers,
        })
    }

    /// What is linked, and which people that brings: those themselves, and those of reports.
    fn links(&self, entries: &[CaseEntry]) -> Result<(Vec<LinkedTo>, Vec<String>), NodeError> {
        let mut links = Vec::new();
        let mut people = Vec::new();
        for entry in entries.iter().filter(|entry| entry.kind == EntryKind::Link) {
            let Some(id) = &entry.about else { continue };
            let Some(ordinal) = self.node.views.ordinal(id)? else { continue };
            let Some(view) = self.entity(ordinal)? else { continue };
            match view.schema.as_str() {
                schema::PERSON => people.push(id.clone()),
                schema::REPORT => people.extend(one(&view, prop::PERSON)),
                _ => {}
            }
            let (entry, id) = (entry.id.clone(), id.clone());
            let caption = report_number(&view).unwrap_or(view.caption);
            links.push(LinkedTo { entry, id, schema: view.schema, caption });
        }
        Ok((links, people))
    }
}

/// Lists say a report's number, not whom it is about.
fn report_number(view: &EntityView) -> Option<Shown> {
    let number = one(view, prop::NUMBER).filter(|_| view.schema == schema::REPORT)?;
    Some(Shown::Open(number))
}

fn entry_of(view: &EntityView, signed: Signed) -> Option<CaseEntry> {
    let text = |wanted| one(view, wanted).unwrap_or_default();
    Some(CaseEntry {
        id: view.id.to_string(),
        kind: EntryKind::read(&one(view, prop::KIND)?)?,
        date: one(view, prop::DATE),
        text: text(prop::TEXT),
        label: text(prop::LABEL),
        reason: text(prop::REASON),
        opens: one(view, prop::STATUS).map(|word| word == OPEN),
        about: one(view, prop::ABOUT),
        officer: signed.officer,
        entered: signed.at,
    })
}

fn member_of(view: &EntityView, signed: Signed) -> (Member, bool) {
    let text = |wanted| one(view, wanted).unwrap_or_default();
    let member = Member {
        officer: text(prop::OFFICER),
        by: signed.officer,
        since: signed.at,
        reason: text(prop::REASON),
    };
    (member, text(prop::ACT) == LET_IN)
}

/// Who is in after all that was said; the lead officer is from the first.
fn standing_members(case: &KnownCase, mut said: Vec<(Member, bool)>) -> Vec<Member> {
    said.sort_by_key(|(member, _)| member.since);
    let mut members: BTreeMap<String, Member> = BTreeMap::new();
    for (member, is_in) in said {
        match is_in {
            true => _ = members.insert(member.officer.clone(), member),
            false => _ = members.remove(&member.officer),
        }
    }
    let is_led = |member: &&Member| member.officer == case.lead_officer;
    let mut members: Vec<Member> = members.into_values().collect();
    if let Some(at) = members.iter().position(|member| is_led(&member)) {
        members[..=at].rotate_right(1);
    }
    members
}

/// The word for a case that is open.
pub(super) const OPEN: &str = "open";
/// Records about a person that may name a case.
const PERSON_RECORDS: &[&str] = &[
    schema::SCREENING,
    schema::PROCEDURE_STEP,
    schema::NON_PUNISHMENT,
    schema::SUSPECT_RELEASE,
    schema::ROLE_ASSESSMENT,
];
const HOURS_PER_DAY: i64 = 24;
