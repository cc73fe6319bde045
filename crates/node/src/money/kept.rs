//! Traces that officers keep in a case: the question, and the hash of its answer.

use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Instant, Reader};
use liaison_trace::Rule;

use super::{ACT, MoneyAnswer, MoneyError, MoneyQuestion};
use crate::cases::{CaseError, Said, fitted};
use crate::commit::Author;
use crate::ledger::LedgerTable;
use crate::reading::{EntityView, Snapshot};
use crate::reports::{one, values};
use crate::{KnownCase, Node, NodeError};

/// A trace that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptTrace {
    /// Its record.
    pub id: String,
    /// The number of its case.
    pub case: String,
    /// The commit.
    pub commit: CommitNumber,
}

/// What is known of a trace that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTrace {
    /// Its record.
    pub id: String,
    /// Entity id of its case.
    pub case: String,
    /// Number of its case.
    pub case_number: String,
    /// What it is called.
    pub title: String,
    /// What was asked.
    pub question: MoneyQuestion,
    /// The rule's code, or `backward`.
    pub rule: String,
    /// The code of what is first of one time.
    pub ties: String,
    /// What was sent, held, returned and went beyond the limits, a line for each currency.
    pub totals: Vec<String>,
    /// Ids of the tables that were asked.
    pub tables: Vec<String>,
    /// SHA-256 of the answer.
    pub fingerprint: String,
    /// Transactions with traced money.
    pub rows: u64,
    /// Who keeps it.
    pub officer: String,
    /// Since when.
    pub at: Instant,
}

impl Node {
    /// Keeps an answer in a case.
    ///
    /// # Errors
    ///
    /// [`CaseError`] when the reader may not work in the case, or without a title.
    pub fn keep_trace(
        &self,
        case: &str,
        title: &str,
        answer: &MoneyAnswer,
        reader: &Reader,
    ) -> Result<KeptTrace, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let case = snapshot.find_case(case)?.let_in()?;
        if !case.is_open {
            return Err(CaseError::Closed.into());
        }
        let question =
            serde_json::to_string(&answer.question).map_err(|_| MoneyError::Unreadable)?;
        let mut said = vec![
            (prop::CASE, case.id.to_string()),
            (prop::TITLE, fitted(schema::MONEY_TRACE, prop::TITLE, title, true)?),
            (prop::QUESTION, fitted(schema::MONEY_TRACE, prop::QUESTION, &question, true)?),
            (prop::RULE, answer.rule.map_or(BACKWARD, Rule::code).to_owned()),
            (prop::TIES, answer.ties.code().to_owned()),
            (prop::FINGERPRINT, answer.fingerprint.clone()),
            (prop::ROWS, answer.rows.len().to_string()),
            (prop::OFFICER, reader.name().to_owned()),
            (prop::DATE, self.today().to_string()),
        ];
        let totals = answer.totals.iter().map(|it| {
            let sums = [&it.sent, &it.held, &it.returned, &it.beyond];
            let [sent, held, returned, beyond] = sums;
            format!("{} {sent} = {held} + {returned} + {beyond}", it.currency)
        });
        said.extend(totals.map(|text| (prop::TOTALS, text)));
        said.extend(answer.sources.iter().map(|source| (prop::TABLES, source.id.clone())));
        let record =
            Said { id: self.fresh("trace")?, schema: schema::MONEY_TRACE, marks: &case.marks };
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, record.all(self, said))?.commit;
        Ok(KeptTrace { id: record.id.to_string(), case: case.number, commit })
    }

    /// Traces that were kept in the cases into which the reader is let, newest first.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn kept_traces(&self, reader: &Reader) -> Result<Vec<KnownTrace>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let cases = snapshot.known_cases()?;
        let mut traces = Vec::new();
        for view in snapshot.all_of(&[schema::MONEY_TRACE])? {
            traces.extend(snapshot.known_trace(&view, &cases)?);
        }
        traces.sort_by(|a, b| (b.at, &b.id).cmp(&(a.at, &a.id)));
        Ok(traces)
    }

    /// A trace that was kept, and the tables that were asked then.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such trace; [`MoneyError::TablesGone`] when
    /// a table is not registered any more.
    pub fn kept_trace(
        &self,
        id: &str,
        reader: &Reader,
    ) -> Result<(KnownTrace, Vec<LedgerTable>), NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.by_id(id, false)?;
        let found = match view.schema == schema::MONEY_TRACE {
            true => snapshot.known_trace(&view, &snapshot.known_cases()?)?,
            false => None,
        };
        let trace = found.ok_or(NodeError::NotFound)?;
        let mut tables = self.ledger_tables(reader)?;
        tables.retain(|table| trace.tables.iter().any(|id| *id == table.id.as_str()));
        if tables.len() < trace.tables.len() {
            return Err(MoneyError::TablesGone.into());
        }
        Ok((trace, tables))
    }

    /// Takes a trace back that was kept. It stays in History.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is none; [`crate::WrongUse`] without a reason.
    pub fn forget_trace(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        self.take_back_of(id, ACT, &[schema::MONEY_TRACE], reason, reader)
    }
}

impl Snapshot<'_> {
    /// Of what a file brought in nothing is known: only an officer of ours keeps a trace.
    fn known_trace(
        &self,
        view: &EntityView,
        cases: &[KnownCase],
    ) -> Result<Option<KnownTrace>, NodeError> {
        let Some(signed) = self.signed(view, ACT)? else { return Ok(None) };
        let text = |prop| one(view, prop).unwrap_or_default();
        let all = |prop| values(view, prop).map(|said| said.value.text().to_owned()).collect();
        let Ok(question) = serde_json::from_str(&text(prop::QUESTION)) else { return Ok(None) };
        let case = text(prop::CASE);
        let Some(found) = cases.iter().find(|known| known.id.as_str() == case) else {
            return Ok(None);
        };
        Ok(Some(KnownTrace {
            id: view.id.to_string(),
            case_number: found.number.clone(),
            case,
            title: text(prop::TITLE),
            question,
            rule: text(prop::RULE),
            ties: text(prop::TIES),
            totals: all(prop::TOTALS),
            tables: all(prop::TABLES),
            fingerprint: text(prop::FINGERPRINT),
            rows: text(prop::ROWS).parse().unwrap_or(0),
            officer: signed.officer,
            at: signed.at,
        }))
    }
}

/// Stands for the rule where none was asked.
const BACKWARD: &str = "backward";
