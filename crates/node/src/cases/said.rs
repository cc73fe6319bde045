//! What officers put into a case, and take back.

use liaison_casework::{TaskStatus, check_task};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Marks, Reader, Role};

use super::known::{EntryKind, KnownCase, OPEN};
use super::members::{LET_IN, LET_OUT};
use super::opened::{Said, fitted};
use super::{ACT, CaseError};
use crate::commit::Author;
use crate::withdraw::Taken;
use crate::{Node, NodeError, WrongUse};

/// What was put into a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSaid {
    /// Entity id: what is taken back by it.
    pub id: String,
    /// The case's number.
    pub case: String,
    /// The commit.
    pub commit: CommitNumber,
}

/// A task that somebody wants to add.
#[derive(Debug, Clone, Default)]
pub struct TaskWanted {
    /// What is to be done.
    pub title: String,
    /// The heading under which it stands.
    pub group: String,
    /// Who is to do it; whoever adds it where it is empty.
    pub assignee: String,
    /// By when.
    pub due: String,
}

/// A change of a task. What is empty stays.
#[derive(Debug, Clone, Default)]
pub struct TaskChange {
    /// Its status, as a code.
    pub status: String,
    /// Who is to do it.
    pub assignee: String,
    /// By when.
    pub due: String,
    /// Why.
    pub reason: String,
}

type Pairs = Vec<(&'static str, String)>;

impl Node {
    /// Notes something in a case.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] or [`NodeError::Refused`] when the reader knows no such case or is
    /// not let in; [`CaseError`] when it is closed or nothing is said.
    pub fn note_in_case(
        &self,
        case: &str,
        text: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let text = fitted(schema::CASE_ENTRY, prop::TEXT, text, true)?;
        self.put_entry(case, EntryKind::Note, vec![(prop::TEXT, text)], reader)
    }

    /// Records a decision with its reason.
    ///
    /// # Errors
    ///
    /// As [`Self::note_in_case`]; also without a reason.
    pub fn decide_in_case(
        &self,
        case: &str,
        text: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let text = fitted(schema::CASE_ENTRY, prop::TEXT, text, true)?;
        let reason = fitted(schema::CASE_ENTRY, prop::REASON, reason, true)?;
        let said = vec![(prop::TEXT, text), (prop::REASON, reason)];
        self.put_entry(case, EntryKind::Decision, said, reader)
    }

    /// Puts an event into a case's timeline.
    ///
    /// # Errors
    ///
    /// As [`Self::note_in_case`]; also for a day that is none.
    pub fn event_in_case(
        &self,
        case: &str,
        date: &str,
        text: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let text = fitted(schema::CASE_ENTRY, prop::TEXT, text, true)?;
        let date = self.past_day(date)?.to_string();
        let said = vec![(prop::TEXT, text), (prop::DATE, date)];
        self.put_entry(case, EntryKind::Event, said, reader)
    }

    /// Links a report, a person, a place or anything else that the reader may see.
    ///
    /// # Errors
    ///
    /// As [`Self::note_in_case`]; [`NodeError::NotFound`] when nothing visible speaks about it.
    pub fn link_to_case(
        &self,
        case: &str,
        about: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let about = self.linkable(about, reader)?;
        self.put_entry(case, EntryKind::Link, vec![(prop::ABOUT, about.to_string())], reader)
    }

    /// Closes a case, or opens it again, for a reason.
    ///
    /// # Errors
    ///
    /// As [`Self::note_in_case`]; [`CaseError`] without a reason, or when it stands so already.
    pub fn set_case_open(
        &self,
        case: &str,
        is_open: bool,
        reason: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let reason = fitted(schema::CASE_ENTRY, prop::REASON, reason, true)?;
        let case = self.case_for(case, reader)?;
        match (case.is_open, is_open) {
            (true, true) => return Err(CaseError::NotClosed.into()),
            (false, false) => return Err(CaseError::Closed.into()),
            _ => {}
        }
        let id = self.fresh("entry")?;
        let own = Marks::default();
        // That a case is closed is for everybody of the agency, why it is for its members.
        let open = Said { id: id.clone(), schema: schema::CASE_ENTRY, marks: &own };
        let within = Said { id: id.clone(), schema: schema::CASE_ENTRY, marks: &case.marks };
        let word = if is_open { OPEN } else { CLOSED };
        let mut entries = open.all(
            self,
            vec![
                (prop::CASE, case.id.to_string()),
                (prop::KIND, EntryKind::Status.code().to_owned()),
                (prop::STATUS, word.to_owned()),
                (prop::OFFICER, reader.name().to_owned()),
            ],
        );
        entries.extend(within.all(self, vec![(prop::REASON, reason)]));
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(CaseSaid { id: id.to_string(), case: case.number, commit })
    }

    /// Adds a task.
    ///
    /// # Errors
    ///
    /// As [`Self::note_in_case`]; also for a day that is none.
    pub fn add_task(
        &self,
        case: &str,
        wanted: &TaskWanted,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let title = fitted(schema::TASK, prop::TITLE, &wanted.title, true)?;
        let assignee = fitted(schema::TASK, prop::ASSIGNEE, &wanted.assignee, false)?;
        let assignee = if assignee.is_empty() { reader.name().to_owned() } else { assignee };
        let view = self.case(case, reader)?;
        let order = view.tasks.iter().map(|task| task.order).max().unwrap_or(0) + 1;
        let said = vec![
            (prop::CASE, view.case.id.to_string()),
            (prop::TITLE, title),
            (prop::GROUP, fitted(schema::TASK, prop::GROUP, &wanted.group, false)?),
            (prop::ORDER, order.to_string()),
            (prop::ASSIGNEE, assignee),
            (prop::DUE_DATE, self.deadline(&wanted.due)?),
            (prop::STATUS, TaskStatus::Open.code().to_owned()),
        ];
        self.put(&view.case, "task", schema::TASK, said, reader)
    }

    /// Changes a task. What it was stays beside it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such task; [`CaseError`] when nothing would
    /// change, or a reason is needed.
    pub fn change_task(
        &self,
        task: &str,
        change: &TaskChange,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let view = self.case_of(task, schema::TASK, reader)?;
        let wanted = self.entity_id(task)?;
        let known = view.tasks.iter().find(|known| known.id == wanted.as_str());
        let known = known.ok_or(NodeError::NotFound)?;
        let status = match change.status.trim() {
            "" => None,
            code => Some(TaskStatus::read(code).ok_or_else(|| {
                let codes = TaskStatus::ALL.map(TaskStatus::code).join(", ");
                crate::ReportError::Code { field: prop::STATUS.to_owned(), codes }
            })?),
        };
        let status = status.filter(|status| *status != known.status);
        let assignee = fitted(schema::TASK_STEP, prop::ASSIGNEE, &change.assignee, false)?;
        let due = self.deadline(&change.due)?;
        if status.is_none() && assignee.is_empty() && due.is_empty() {
            return Err(CaseError::NoChange.into());
        }
        if let Some(to) = status {
            check_task(known.status, to, &change.reason)?;
        }
        let said = vec![
            (prop::TASK, known.id.clone()),
            (prop::DATE, self.today().to_string()),
            (prop::STATUS, status.map(|status| status.code().to_owned()).unwrap_or_default()),
            (prop::ASSIGNEE, assignee),
            (prop::DUE_DATE, due),
            (prop::REASON, fitted(schema::TASK_STEP, prop::REASON, &change.reason, false)?),
            (prop::OFFICER, reader.name().to_owned()),
        ];
        self.put(&view.case, "task-step", schema::TASK_STEP, said, reader)
    }

    /// Lets an officer into a case. A supervisor does so from outside, with a reason.
    ///
    /// # Errors
    ///
    /// [`CaseError`] when they are in already, or the reader may not.
    pub fn let_in(
        &self,
        case: &str,
        officer: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let case = self.snapshot(reader, Act::Find, None)?.find_case(case)?;
        let is_supervisor = reader.has_role(Role::Supervisor);
        if !case.is_member && !is_supervisor {
            return Err(CaseError::MayNotLetIn.into());
        }
        let reason = fitted(schema::CASE_MEMBER, prop::REASON, reason, !case.is_member)?;
        self.membership(&case, officer, LET_IN, reason, reader)
    }

    /// Lets an officer out of a case: from then on they read nothing of it.
    ///
    /// # Errors
    ///
    /// [`CaseError`] when they are not in, or nobody would be left.
    pub fn let_out(
        &self,
        case: &str,
        officer: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let view = self.case(case, reader)?;
        let officer = officer.trim();
        if !view.members.iter().any(|member| member.officer == officer) {
            return Err(CaseError::Member { officer: officer.to_owned(), is_in: false }.into());
        }
        if view.members.len() < 2 {
            return Err(CaseError::LastMember.into());
        }
        let reason = fitted(schema::CASE_MEMBER, prop::REASON, reason, true)?;
        self.membership(&view.case, officer, LET_OUT, reason, reader)
    }

    /// Takes something that an officer put into a case back. It stays in History.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when no officer put such a thing there, or it is taken back already;
    /// [`WrongUse`] without a reason.
    pub fn take_back_from_case(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        self.take_back_of(id, ACT, TAKEN_BACK, reason, reader)
    }

    /// Takes a record back that an officer made by itself in a commit of an act.
    pub(crate) fn take_back_of(
        &self,
        id: &str,
        act: &str,
        schemata: &[&str],
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(WrongUse::NoWithdrawalReason.into());
        }
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.by_id(id, false)?;
        let signed = snapshot.signed(&view, act)?.ok_or(NodeError::NotFound)?;
        let header = self.journal.header(signed.commit)?;
        let is_alone = header.statements == view.statements.len() as u64;
        if !schemata.contains(&&*view.schema) || !is_alone {
            return Err(NodeError::NotFound);
        }
        let said = Taken { author: reader.name(), reason, authority: "", first: None };
        Ok(self.undo_as(vec![signed.commit], &said)?.by)
    }

    fn membership(
        &self,
        case: &KnownCase,
        officer: &str,
        act: &str,
        reason: String,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let officer = fitted(schema::CASE_MEMBER, prop::OFFICER, officer, true)?;
        if act == LET_IN && self.is_let_in(&officer, &case.id)? {
            return Err(CaseError::Member { officer, is_in: true }.into());
        }
        // Who is in is no secret within the agency; otherwise nobody could ask anybody.
        let own = Marks::default();
        let said = vec![
            (prop::CASE, case.id.to_string()),
            (prop::OFFICER, officer),
            (prop::ACT, act.to_owned()),
            (prop::REASON, reason),
            (prop::ENTERED_BY, reader.name().to_owned()),
            (prop::DATE, self.today().to_string()),
        ];
        self.put_marked(case, ("member", schema::CASE_MEMBER), said, &own, reader)
    }

    fn is_let_in(&self, officer: &str, case: &EntityId) -> Result<bool, NodeError> {
        let officer = self.folder_owner(officer);
        Ok(self.snapshot(&officer, Act::Find, None)?.reader.cases.contains(case))
    }

    /// A case in which the reader may work.
    pub(crate) fn case_for(&self, case: &str, reader: &Reader) -> Result<KnownCase, NodeError> {
        self.snapshot(reader, Act::Read, None)?.find_case(case)?.let_in()
    }

    /// The case of a task or of a piece of evidence.
    pub(super) fn case_of(
        &self,
        id: &str,
        kind: &str,
        reader: &Reader,
    ) -> Result<super::CaseView, NodeError> {
        let view = self.snapshot(reader, Act::Read, None)?.by_id(id, false)?;
        let case = crate::reports::one(&view, prop::CASE).filter(|_| view.schema == kind);
        self.case(&case.ok_or(NodeError::NotFound)?, reader)
    }

    fn put_entry(
        &self,
        case: &str,
        kind: EntryKind,
        mut said: Pairs,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let case = self.case_for(case, reader)?;
        said.extend([
            (prop::CASE, case.id.to_string()),
            (prop::KIND, kind.code().to_owned()),
            (prop::OFFICER, reader.name().to_owned()),
        ]);
        self.put(&case, "entry", schema::CASE_ENTRY, said, reader)
    }

    /// Commits a record under the marks of a case that is open.
    pub(super) fn put(
        &self,
        case: &KnownCase,
        kind: &str,
        schema: &'static str,
        said: Pairs,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        if !case.is_open {
            return Err(CaseError::Closed.into());
        }
        self.put_marked(case, (kind, schema), said, &case.marks, reader)
    }

    fn put_marked(
        &self,
        case: &KnownCase,
        (kind, schema): (&str, &'static str),
        said: Pairs,
        marks: &Marks,
        reader: &Reader,
    ) -> Result<CaseSaid, NodeError> {
        let record = Said { id: self.fresh(kind)?, schema, marks };
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, record.all(self, said))?.commit;
        Ok(CaseSaid { id: record.id.to_string(), case: case.number.clone(), commit })
    }

    /// The entity of an id or of a report's number, where the reader may see it.
    pub(crate) fn linkable(&self, text: &str, reader: &Reader) -> Result<EntityId, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        match snapshot.by_id(text, false) {
            Ok(view) => Ok(view.id),
            Err(NodeError::NotFound) => {
                let reports = self.reports(reader, None, None)?;
                let known = reports.find(text, self.agency().as_str())?;
                known.report.id.parse().map_err(|_| NodeError::NotFound)
            }
            Err(error) => Err(error),
        }
    }

    /// A deadline as it is kept: a whole day, which may lie ahead.
    fn deadline(&self, text: &str) -> Result<String, NodeError> {
        let day = self.day(text)?;
        let day = day.map(|day| day.latest().to_string());
        Ok(day.unwrap_or_default())
    }
}

/// The word for a case that is closed.
const CLOSED: &str = "closed";
/// What can be taken back by itself.
const TAKEN_BACK: &[&str] =
    &[schema::CASE_ENTRY, schema::CASE_MEMBER, schema::TASK, schema::TASK_STEP, schema::EVIDENCE];
