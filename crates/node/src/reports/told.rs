//! What each source told of one report, side by side.

use std::collections::BTreeMap;

use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Instant, Reader};

use super::{ACT, KnownReport, Reports};
use crate::reading::StatementView;
use crate::{Node, NodeError};

/// What one source told at one time.
#[derive(Debug, Clone)]
pub struct ReportSource {
    /// Entity id of the report as which it was taken.
    pub report: String,
    /// The number of that report.
    pub number: Option<String>,
    /// Who told it and how, as the officer wrote it.
    pub source: Option<String>,
    /// Whose statements they are.
    pub originator: String,
    /// The officer who took it; absent where it came with a file.
    pub officer: Option<String>,
    /// When the node learnt it.
    pub at: Instant,
    /// The commit.
    pub commit: CommitNumber,
    /// What was told of report and person, as the reader may see it.
    pub said: Vec<StatementView>,
}

impl Node {
    /// What each source told of a report and of its person, the first source first.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn report_sources(
        &self,
        reports: &Reports,
        known: &KnownReport,
        reader: &Reader,
        known_on: Option<Instant>,
    ) -> Result<Vec<ReportSource>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, known_on)?;
        let mut found = Vec::new();
        for member in reports.members(known) {
            let report = &member.report;
            let mut told = BTreeMap::<(CommitNumber, Option<String>), Vec<StatementView>>::new();
            for id in std::iter::once(report.id.as_str()).chain(member.person.as_deref()) {
                let Some(ordinal) = self.views.ordinal(id)? else { continue };
                let Some(view) = snapshot.entity(ordinal)? else { continue };
                for said in view.statements.into_iter().filter(tells) {
                    told.entry((said.commit, said.source.clone())).or_default().push(said);
                }
            }
            for ((commit, source), mut said) in told {
                // A phone that was told is stated of the report and of its person.
                let is_phone_of =
                    |one: &StatementView, of| one.prop == prop::PHONE && one.schema == of;
                if said.iter().any(|one| is_phone_of(one, schema::REPORT)) {
                    said.retain(|one| !is_phone_of(one, schema::PERSON));
                }
                let header = self.journal.header(commit)?;
                let officer = (header.note.act == ACT).then_some(header.note.author);
                let originator = said.first().map(|one| one.originator.clone()).unwrap_or_default();
                found.push(ReportSource {
                    report: report.id.clone(),
                    number: report.number.clone(),
                    source,
                    originator,
                    officer,
                    at: header.note.time,
                    commit,
                    said,
                });
            }
        }
        found.sort_by(|one, other| (one.commit, &one.report).cmp(&(other.commit, &other.report)));
        found.truncate(SOURCES_MAX);
        Ok(found)
    }
}

/// What tells something of the matter, and not only which record it is.
fn tells(said: &StatementView) -> bool {
    ![prop::NUMBER, prop::PERSON, prop::AGENCY, prop::STAGE, prop::CASE].contains(&&*said.prop)
}

/// Sources that are told of one report.
const SOURCES_MAX: usize = 50;
