//! Looks in an emergency: against the rules about roles, at once, with a reason; a second person
//! says within a day what they hold of it. Both are entries of the chain of looks.

use std::sync::PoisonError;

use liaison_journal::CommitNote;
use liaison_journal::store::Batch;
use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    CommitNumber, Hint, Instant, Label, Look, LookEntry, Purpose, Reader, ReaderKind, RecordKind,
};
use liaison_policy::{Operation, decide_in_emergency, may};

use crate::open::NODE_DATASET;
use crate::reading::{EntityView, Snapshot};
use crate::{Node, NodeError, WrongUse};

/// A look that was taken in an emergency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyLook {
    /// Its number in the chain of looks.
    pub look: CommitNumber,
    /// Who looked at whom, when and how.
    pub entry: LookEntry,
    /// Why it could not wait.
    pub reason: String,
    /// Until when a second person is to say what they hold of it.
    pub due: Instant,
    /// What they said.
    pub review: Option<LookReview>,
}

/// What a second person holds of a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookReview {
    /// Who.
    pub officer: String,
    /// Whether it was right.
    pub verdict: LookVerdict,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
}

/// Whether a look was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookVerdict {
    /// It was.
    Confirmed,
    /// It was not.
    Rejected,
}

/// How a look in an emergency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmergencyState {
    /// Nobody said anything yet, and there is time.
    Waiting,
    /// Nobody said anything in time.
    Overdue,
    /// A second person confirmed it.
    Confirmed,
    /// A second person rejected it.
    Rejected,
}

/// Why something about a look in an emergency cannot be done as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EmergencyError {
    /// Who looks in an emergency says why.
    #[error("a look in an emergency needs a reason")]
    NoReason,
    /// A reason has a longest length.
    #[error("the reason is too long")]
    LongReason {
        /// Most characters.
        characters_max: usize,
    },
    /// No look in an emergency has this number.
    #[error("there is no such look")]
    NoSuchLook {
        /// The number.
        look: CommitNumber,
    },
    /// Who looked does not review it.
    #[error("a second person reviews a look")]
    OwnLook,
    /// A second person said already what they hold of it.
    #[error("the look was reviewed already")]
    Reviewed {
        /// The number.
        look: CommitNumber,
    },
}

/// What was read of the chain of looks so far.
#[derive(Default)]
pub(crate) struct RememberedEmergencies {
    position: CommitNumber,
    /// Oldest first.
    looks: Vec<EmergencyLook>,
}

impl EmergencyLook {
    /// How it stands at a moment.
    #[must_use]
    pub fn state(&self, now: Instant) -> EmergencyState {
        match &self.review {
            Some(LookReview { verdict: LookVerdict::Confirmed, .. }) => EmergencyState::Confirmed,
            Some(LookReview { verdict: LookVerdict::Rejected, .. }) => EmergencyState::Rejected,
            None if self.due < now => EmergencyState::Overdue,
            None => EmergencyState::Waiting,
        }
    }

    /// Whether the second person spoke after the time that they had.
    #[must_use]
    pub fn was_late(&self) -> bool {
        self.review.as_ref().is_some_and(|review| self.due < review.at)
    }
}

impl LookVerdict {
    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
        }
    }

    /// The verdict of a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Confirmed, Self::Rejected].into_iter().find(|verdict| verdict.code() == code)
    }
}

impl EmergencyState {
    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Overdue => "overdue",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
        }
    }
}

impl EmergencyError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoReason => Message::new("error-emergency-reason"),
            Self::LongReason { characters_max } => Message::new("error-emergency-long-reason")
                .count("characters", *characters_max as u64),
            Self::NoSuchLook { look } => Message::new("error-emergency-no-look").with("look", look),
            Self::OwnLook => Message::new("error-emergency-own-look"),
            Self::Reviewed { look } => Message::new("error-emergency-reviewed").with("look", look),
        }
    }
}

impl From<EmergencyError> for NodeError {
    fn from(error: EmergencyError) -> Self {
        WrongUse::Emergency(error).into()
    }
}

impl Hint for EmergencyError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::NoReason | Self::LongReason { .. } => "hint-emergency-reason",
            Self::NoSuchLook { .. } | Self::Reviewed { .. } => "hint-emergency-list",
            Self::OwnLook => "hint-emergency-own-look",
        };
        Some(Message::new(key))
    }
}

impl Node {
    /// Every look in an emergency, the newest first. Whoever calls this has asked policy whether
    /// the reader may read of them.
    ///
    /// # Errors
    ///
    /// When the chain of looks cannot be read.
    pub fn emergency_looks(&self) -> Result<Vec<EmergencyLook>, NodeError> {
        let mut remembered = self.emergencies.lock().unwrap_or_else(PoisonError::into_inner);
        let newest = self.looks.position()?;
        while remembered.position < newest {
            let after = remembered.position;
            let count = HEADERS_PER_READ.min(newest - after) as u32;
            for (batch, header) in self.looks.headers(after, count)? {
                self.remember(&mut remembered.looks, header.number, batch, &header.note)?;
                remembered.position = header.number;
            }
        }
        Ok(remembered.looks.iter().rev().cloned().collect())
    }

    /// Says what a second person holds of a look in an emergency, and answers with it.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when the reader's roles do not review looks; an [`EmergencyError`] when
    /// there is no such look, it is their own, it was reviewed, or a rejection has no reason.
    pub fn review_look(
        &self,
        look: CommitNumber,
        verdict: LookVerdict,
        reason: &str,
        reader: &Reader,
    ) -> Result<EmergencyLook, NodeError> {
        let ReaderKind::Officer { roles, .. } = &reader.kind else {
            return Err(EmergencyError::OwnLook.into());
        };
        may(roles, Operation::ReviewLooks).into_result()?;
        if verdict == LookVerdict::Rejected || !reason.trim().is_empty() {
            checked(reason)?;
        }
        // Two people at once would both find the look without a review.
        let _one_at_a_time = self.reviewing.lock().unwrap_or_else(PoisonError::into_inner);
        let found = self.emergency_look(look)?;
        if found.entry.officer == reader.name() {
            return Err(EmergencyError::OwnLook.into());
        }
        if found.review.is_some() {
            return Err(EmergencyError::Reviewed { look }.into());
        }
        let at = self.now();
        let record = self.new_record(RecordKind::LookReview)?;
        let say = |prop, value: String| {
            let mut entry = self.own_entry(&record, schema::LOOK_REVIEW, prop, value);
            entry.statement.dataset = NODE_DATASET.to_owned();
            entry
        };
        let mut entries = vec![
            say(prop::LOOK, look.to_string()),
            say(prop::VERDICT, verdict.code().to_owned()),
            say(prop::OFFICER, reader.name().to_owned()),
            say(prop::TIME, at.to_string()),
        ];
        if !reason.trim().is_empty() {
            entries.push(say(prop::REASON, reason.trim().to_owned()));
        }
        let note = CommitNote {
            author: reader.name().to_owned(),
            act: REVIEW_ACT.to_owned(),
            purpose: String::new(),
            time: at,
        };
        self.looks.append(entries, &note)?;
        self.emergency_look(look)
    }

    fn emergency_look(&self, look: CommitNumber) -> Result<EmergencyLook, NodeError> {
        let found = self.emergency_looks()?.into_iter().find(|found| found.look == look);
        found.ok_or_else(|| EmergencyError::NoSuchLook { look }.into())
    }

    /// Adds what an entry of the chain tells of emergencies.
    fn remember(
        &self,
        looks: &mut Vec<EmergencyLook>,
        number: CommitNumber,
        batch: Batch,
        note: &CommitNote,
    ) -> Result<(), NodeError> {
        match note.act.as_str() {
            EMERGENCY_ACT => {
                let (entry, reason) = self.look_with_reason(batch, note)?;
                let due = note.time.plus_seconds(REVIEW_SECONDS);
                looks.push(EmergencyLook { look: number, entry, reason, due, review: None });
            }
            REVIEW_ACT => {
                let (look, review) = self.review_of(batch, note)?;
                let Some(look) = looks.iter_mut().find(|one| Some(one.look) == look) else {
                    return Ok(());
                };
                // The first word stands, should two servers have taken one each.
                look.review = look.review.take().or(review);
            }
            _ => {}
        }
        Ok(())
    }

    fn review_of(
        &self,
        batch: Batch,
        note: &CommitNote,
    ) -> Result<(Option<CommitNumber>, Option<LookReview>), NodeError> {
        let (mut look, mut verdict, mut reason) = (None, None, String::new());
        self.said(batch, |prop, value| match prop {
            prop::LOOK => look = value.parse().ok(),
            prop::VERDICT => verdict = LookVerdict::of_code(&value),
            prop::REASON => reason = value,
            _ => {}
        })?;
        let officer = note.author.clone();
        let review = verdict.map(|verdict| LookReview { officer, verdict, reason, at: note.time });
        Ok((look, review))
    }
}

impl Snapshot<'_> {
    /// Records that the reader uncovers `view` in an emergency. Who may look anyway looks as always.
    pub(crate) fn look_in_emergency(
        self,
        view: &EntityView,
        route: &str,
        reason: &str,
    ) -> Result<Look, NodeError> {
        let node = self.node;
        let reason = checked(reason)?;
        let reader = self.reader.clone().with_purpose(Purpose::Rescue);
        let snapshot = Self { reader, ..self };
        if view.check_uncover(&snapshot).is_ok() {
            return node.record_look(&snapshot.reader, route, vec![view.id.clone()]);
        }
        let holder = node.agency().as_str();
        for statement in view.statements.iter().filter(|statement| statement.value.is_covered()) {
            let originator = statement.originator.parse().map_err(|_| NodeError::NotFound)?;
            let label = Label { originator, marks: statement.marks.clone() };
            decide_in_emergency(&label, holder, &snapshot.reader, snapshot.now).into_result()?;
        }
        node.record_emergency(&snapshot.reader, route, vec![view.id.clone()], reason)
    }
}

/// A reason as it is kept.
fn checked(reason: &str) -> Result<&str, EmergencyError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(EmergencyError::NoReason);
    }
    if REASON_CHARS_MAX < reason.chars().count() {
        return Err(EmergencyError::LongReason { characters_max: REASON_CHARS_MAX });
    }
    Ok(reason)
}

/// The act of a commit that holds a look in an emergency.
pub(crate) const EMERGENCY_ACT: &str = "uncover-in-emergency";
/// The act of a commit that says what a second person holds of one.
const REVIEW_ACT: &str = "review-look";
/// How long a second person has.
const REVIEW_SECONDS: i64 = 24 * 60 * 60;
const REASON_CHARS_MAX: usize = 2000;
const HEADERS_PER_READ: u64 = 256;
