//! Sealed exhibits: numbered facts of a case that a stranger can check.
//!
//! # Invariants
//!
//! * What says who a person is stays out and is listed, unless its reader named a purpose; then a
//!   look at each person is recorded first.
//! * What another agency gave under H1 is not sealed: its permission is asked first.
//! * The bytes are kept under their hash, and the hash is committed as custody.

use std::collections::BTreeSet;

use liaison_bundle::{Body, Checkpoint, FORMAT, Fact, Head, Redaction, TEMPLATE};
use liaison_journal::prove;
use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, CommitNumber, EntityId, HandlingCode, Hash, Instant, Marks, Reader, RecordKind,
    StatementId,
};
use liaison_policy::Refusal;
use liaison_views::RowRef;

use crate::commit::Author;
use crate::reading::{EntityView, Snapshot, StatementView};
use crate::reports::one;
use crate::{CaseError, Node, NodeError};

/// What an exhibit is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealWanted {
    /// Number or id of the case.
    pub case: String,
    /// What it is called, in words that name nobody.
    pub title: String,
    /// Its facts; none: one for each record that is linked to the case.
    pub facts: Vec<FactWanted>,
    /// Statements to leave out, each with the reason.
    pub left_out: Vec<(StatementId, String)>,
}

/// One fact that an exhibit is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactWanted {
    /// The officer's words.
    pub words: String,
    /// Ids of statements, or of records for all that is said about them.
    pub cited: Vec<String>,
}

/// An exhibit that was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its number.
    pub number: String,
    /// The hash that is printed on it.
    pub sha256: Hash,
    /// The bundle.
    pub bytes: Vec<u8>,
    /// How many facts it has.
    pub facts: u32,
    /// How many statements they rest on.
    pub statements: u64,
    /// How many were left out.
    pub redacted: u64,
    /// The commit that holds the seal.
    pub commit: CommitNumber,
}

/// A statement of an exhibit that does not count any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnSince {
    /// Number of the fact that rests on it.
    pub fact: u32,
    /// The statement.
    pub statement: StatementId,
    /// Since when.
    pub on: Instant,
}

/// Why nothing is sealed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// Nothing that may be told is cited.
    #[error("nothing that may be told is cited")]
    Nothing,
    /// There is no title.
    #[error("the exhibit has no title")]
    NoTitle,
    /// A fact cites nothing that the reader may see.
    #[error("a fact cites something that is not there")]
    NotThere {
        /// What it cites.
        cited: String,
    },
}

impl SealError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Nothing => Message::new("exhibit-nothing"),
            Self::NoTitle => Message::new("exhibit-no-title"),
            Self::NotThere { cited } => Message::new("exhibit-not-there").with("cited", cited),
        }
    }
}

impl From<SealError> for NodeError {
    fn from(error: SealError) -> Self {
        CaseError::Seal(error).into()
    }
}

impl Node {
    /// Seals an exhibit.
    ///
    /// # Errors
    ///
    /// As [`Node::case`]; [`SealError`]; [`NodeError::Refused`] when something may not be used so.
    pub fn seal_exhibit(&self, wanted: &SealWanted, reader: &Reader) -> Result<Sealed, NodeError> {
        let title = wanted.title.trim();
        if title.is_empty() {
            return Err(SealError::NoTitle.into());
        }
        let case = self.case(&wanted.case, reader)?;
        let snapshot = self.snapshot(reader, Act::Export, None)?;
        let linked = || {
            case.links
                .iter()
                .map(|link| FactWanted { words: String::new(), cited: vec![link.id.clone()] })
        };
        let facts = match wanted.facts.is_empty() {
            true => linked().collect(),
            false => wanted.facts.clone(),
        };
        let mut making = Making { snapshot: &snapshot, wanted, people: BTreeSet::new() };
        let mut chosen = Vec::new();
        for fact in &facts {
            chosen.push((fact.words.trim().to_owned(), making.cited(fact)?));
        }
        let reveals = reader.purpose.is_some();
        if reveals && !making.people.is_empty() {
            self.record_look(reader, ROUTE, making.people.iter().cloned().collect())?;
        }
        let mut exhibit =
            Exhibit { marks: Marks::default(), facts: Vec::new(), redacted: Vec::new() };
        let mut is_first = true;
        for (words, statements) in chosen {
            let number = exhibit.facts.len() as u32 + 1;
            let mut proofs = Vec::new();
            for said in statements {
                if let Some(reason) = making.reason_against(&said, reveals) {
                    exhibit.redacted.push(Redaction { fact: number, prop: said.prop, reason });
                    continue;
                }
                exhibit.marks = match std::mem::take(&mut is_first) {
                    true => said.marks.clone(),
                    false => exhibit.marks.strictest(&said.marks),
                };
                proofs.push(prove(&self.journal, &said.id)?);
            }
            exhibit.facts.push(Fact { number, words, proofs });
        }
        if exhibit.facts.iter().all(|fact| fact.proofs.is_empty()) {
            return Err(SealError::Nothing.into());
        }
        // Who is let into the case is nothing for whoever reads the exhibit.
        exhibit.marks.cases.clear();
        self.seal(exhibit, title, &case.case.number, reader)
    }

    fn seal(
        &self,
        exhibit: Exhibit,
        title: &str,
        case: &str,
        reader: &Reader,
    ) -> Result<Sealed, NodeError> {
        let _one_at_a_time = self.lock_numbers()?;
        let number = self.next_exhibit_number(case, reader)?;
        let position = self.journal.head()?.ok_or(NodeError::NotFound)?;
        let statements = exhibit.facts.iter().map(|fact| fact.proofs.len() as u64).sum();
        let redacted = exhibit.redacted.len() as u64;
        let facts = exhibit.facts.len() as u32;
        let head = Head {
            format: FORMAT.to_owned(),
            number: number.clone(),
            case: case.to_owned(),
            title: title.to_owned(),
            agency: self.agency().clone(),
            officer: reader.name().to_owned(),
            sealed: self.now(),
            handling: exhibit.marks,
            checkpoint: Checkpoint { commit: position.number, hash: position.hash },
            template: TEMPLATE,
            renderer: env!("CARGO_PKG_VERSION").to_owned(),
            facts,
            redacted: exhibit.redacted,
        };
        let unwritable = |_| NodeError::from(SealError::Nothing);
        let body = Body::new(&head, &exhibit.facts).map_err(unwritable)?;
        let bytes = body.bytes();
        let stored = self.exhibits()?.put(&mut std::io::Cursor::new(&bytes))?;
        let record = self.new_record(RecordKind::Custody)?;
        let say = |prop: &'static str, value: String| {
            self.own_entry(&record, schema::CUSTODY, prop, value)
        };
        let entries = vec![
            say(prop::EXHIBIT, stored.hash.to_string()),
            say(prop::ACT, SEALED.to_owned()),
            say(prop::HOLDER, reader.name().to_owned()),
            say(prop::TIME, self.now().to_string()),
            say(prop::FILE_NAME, number.clone()),
            say(prop::FILE_SIZE, stored.size.to_string()),
        ];
        let author = Author { name: reader.name(), purpose: "" };
        let receipt = self.commit_as(&author, SEALED, entries)?;
        let seal = receipt.statements.first().ok_or(NodeError::NotFound)?;
        let bytes = body.sealed(prove(&self.journal, seal)?).map_err(unwritable)?;
        let (sha256, commit) = (stored.hash, receipt.commit);
        Ok(Sealed { number, sha256, bytes, facts, statements, redacted, commit })
    }

    fn next_exhibit_number(&self, case: &str, reader: &Reader) -> Result<String, NodeError> {
        let start = format!("{case}/E");
        let taken = self
            .custody(None, reader)?
            .iter()
            .filter_map(|event| one(event, prop::FILE_NAME))
            .filter_map(|name| name.strip_prefix(&start)?.parse::<u32>().ok())
            .max();
        Ok(format!("{start}{}", taken.unwrap_or(0) + 1))
    }

    /// Which statements of an exhibit of this node do not count any more.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn withdrawn_since(
        &self,
        checked: &liaison_bundle::Checked,
    ) -> Result<Vec<WithdrawnSince>, NodeError> {
        let mut withdrawn = Vec::new();
        if checked.head.agency != *self.agency() {
            return Ok(withdrawn);
        }
        for fact in &checked.facts {
            for proven in &fact.statements {
                let (_, kept) = self.find_statement(proven.statement.id)?;
                let Some((_, row)) = self.views.row(kept.sid)? else { continue };
                if let Some(by) = row.hidden_by {
                    let on = self.ending_of(&row, by, kept.body.is_none())?.on;
                    let (fact, statement) = (fact.number, proven.statement.id);
                    withdrawn.push(WithdrawnSince { fact, statement, on });
                }
            }
        }
        Ok(withdrawn)
    }
}

/// An exhibit in the making.
struct Exhibit {
    marks: Marks,
    facts: Vec<Fact>,
    redacted: Vec<Redaction>,
}

/// What is cited in it.
struct Making<'m> {
    snapshot: &'m Snapshot<'m>,
    wanted: &'m SealWanted,
    /// Whom its covered statements are about.
    people: BTreeSet<EntityId>,
}

impl Making<'_> {
    /// The statements that a fact cites, each once.
    fn cited(&mut self, fact: &FactWanted) -> Result<Vec<StatementView>, NodeError> {
        let mut statements: Vec<StatementView> = Vec::new();
        for cited in &fact.cited {
            let view = self.view_of(cited)?;
            if view.has_covered() && self.snapshot.reader.purpose.is_some() {
                view.check_uncover(self.snapshot)?;
                self.people.insert(view.id.clone());
            }
            for said in view.statements {
                self.check_use(&said)?;
                if statements.iter().all(|known| known.id != said.id) {
                    statements.push(said);
                }
            }
        }
        Ok(statements)
    }

    /// A whole record, or one statement of it.
    fn view_of(&self, cited: &str) -> Result<EntityView, NodeError> {
        let not_there = || NodeError::from(SealError::NotThere { cited: cited.to_owned() });
        if let Ok(id) = cited.parse::<StatementId>() {
            let (_, kept) = self.snapshot.node.find_statement(id).map_err(|_| not_there())?;
            let row = self.snapshot.node.views.row(kept.sid)?.map(|(_, row)| row);
            let is_seen = |row: &RowRef| {
                row.hidden_by.is_none()
                    && self.snapshot.window().admits(row.sid, row.mark, row.commit)
            };
            let row = row.filter(is_seen).ok_or_else(not_there)?;
            return self.snapshot.entity_from(&[row])?.ok_or_else(not_there);
        }
        match self.snapshot.by_id(cited, false) {
            Err(NodeError::NotFound) => Err(not_there()),
            found => found,
        }
    }

    /// What another agency gave under H1 goes before no court without its word.
    fn check_use(&self, said: &StatementView) -> Result<(), NodeError> {
        let is_own = said.originator == self.snapshot.node.agency().as_str();
        match said.marks.codes.contains(&HandlingCode::H1) && !is_own {
            true => Err(Refusal::CourtUse { originator: said.originator.clone() }.into()),
            false => Ok(()),
        }
    }

    fn reason_against(&self, said: &StatementView, reveals: bool) -> Option<String> {
        let chosen = self.wanted.left_out.iter().find(|(id, _)| *id == said.id);
        let covered = (said.value.is_covered() && !reveals).then(|| COVERED.to_owned());
        chosen.map(|(_, reason)| reason.clone()).or(covered)
    }
}

const ROUTE: &str = "exhibits seal";
const SEALED: &str = "sealed";
const COVERED: &str = "covered";
