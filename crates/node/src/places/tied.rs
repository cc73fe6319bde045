//! One compound with all that is tied to it.

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Marks, Reader};

use super::known::{CompoundFact, KnownCompound, REPORT};
use crate::reading::{EntityView, Shown, Snapshot};
use crate::reports::one;
use crate::situation::strictest_of;
use crate::{Node, NodeError, Reports, SearchRequest};

/// A compound with all that is tied to it.
#[derive(Debug, Clone)]
pub struct CompoundView {
    /// The compound.
    pub compound: KnownCompound,
    /// What else is said of it.
    pub facts: Vec<CompoundFact>,
    /// What officers tied to it.
    pub ties: Vec<Tie>,
    /// Reports that are tied to it.
    pub reports: Vec<TiedReport>,
    /// Reports that name it, and are not tied yet.
    pub proposed: Vec<Proposed>,
    /// What was carried out there, the newest first.
    pub raids: Vec<Raid>,
    /// The strictest marks of what is shown.
    pub marks: Marks,
    /// The last commit that is shown.
    pub position: CommitNumber,
}

/// What an officer tied to a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Entity id: what is taken back by it.
    pub id: String,
    /// What it is to the compound, as a code.
    pub kind: String,
    /// The record, as id, schema and what it is called.
    pub about: Option<(String, String, Shown)>,
    /// The name of a firm, or what else is tied.
    pub text: String,
    /// A phone.
    pub phone: Option<String>,
    /// Since when.
    pub date: Option<String>,
    /// Which agency says so.
    pub authority: String,
    /// From which paper, or from whom.
    pub source: String,
}

/// A report that is tied to a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TiedReport {
    /// Entity id of the report.
    pub report: String,
    /// The link by which an officer tied it; `None` where the report itself says that the person is
    /// held there.
    pub tie: Option<String>,
}

/// A report that names a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Entity id of the report.
    pub report: String,
    /// The name of the compound that its words have.
    pub name: String,
}

/// An operation that was carried out at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raid {
    /// Entity id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When.
    pub date: Option<String>,
    /// How many people were brought out, as told.
    pub rescued: Option<String>,
    /// The same by nationality.
    pub rescued_by_nationality: BTreeMap<String, u64>,
    /// How many were arrested, as told.
    pub arrested: Option<String>,
    /// The same by nationality.
    pub arrested_by_nationality: BTreeMap<String, u64>,
    /// What was seized.
    pub seized: Vec<String>,
    /// Who says so.
    pub source: String,
}

impl Node {
    /// A compound by its id, or by a name that one alone has.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows none; [`crate::PlaceError::Several`] when
    /// several are called so.
    pub fn compound(&self, text: &str, reader: &Reader) -> Result<CompoundView, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.find_compound(text)?;
        let mut compound = snapshot.compound_of(&view)?;
        let mut ties = Vec::new();
        let mut raids = Vec::new();
        let mut said = vec![view.clone()];
        for pointing in snapshot.pointing_at(view.id.as_str())? {
            match pointing.schema.as_str() {
                schema::COMPOUND_STATUS => compound.words.extend(snapshot.word_of(&pointing)?),
                schema::COMPOUND_LINK => ties.push(snapshot.tie(&pointing)?),
                schema::OPERATION => raids.push(raid(&pointing)),
                _ => continue,
            }
            said.push(pointing);
        }
        compound.words.sort_by_key(|word| (word.day(), word.entered));
        ties.sort_by(|a, b| (&a.kind, &a.date, &a.id).cmp(&(&b.kind, &b.date, &b.id)));
        raids.sort_by(|a, b| (&b.date, &b.id).cmp(&(&a.date, &a.id)));
        compound.operations = raids.len() as u64;
        let reports = self.reports(reader, None, None)?;
        let tied = tied_reports(&compound, &ties, &reports);
        compound.reports = tied.iter().map(|one| one.report.clone()).collect();
        let proposed = self.reports_that_name(&compound, &ties, &reports, reader)?;
        Ok(CompoundView {
            facts: CompoundFact::of(&view),
            marks: strictest_of(said.iter()).unwrap_or_default(),
            position: snapshot.position(),
            reports: tied,
            compound,
            ties,
            proposed,
            raids,
        })
    }

    /// Reports whose words have one of the compound's names, in any script. Neither those that are
    /// tied already nor those of which an officer said that they are not.
    fn reports_that_name(
        &self,
        compound: &KnownCompound,
        ties: &[Tie],
        reports: &Reports,
        reader: &Reader,
    ) -> Result<Vec<Proposed>, NodeError> {
        let answered: BTreeSet<&str> =
            ties.iter().filter_map(|tie| tie.about.as_ref()).map(|(id, _, _)| &**id).collect();
        let mut proposed: Vec<Proposed> = Vec::new();
        for name in compound.all_names().take(NAMES_MAX) {
            let mut request = SearchRequest {
                text: format!("\"{}\"", name.replace('"', " ")),
                limit: PROPOSED_MAX,
                ..SearchRequest::default()
            };
            request.filter.schemata = vec![schema::REPORT.to_owned()];
            let answer = self.search(&request, reader)?;
            // Only a few of the words are no name.
            for hit in answer.hits.into_iter().filter(|_| !answer.relaxed) {
                let says_where = |prop: &str| WHERE.contains(&prop);
                let report = hit.entity.id.to_string();
                let lead = reports.find(&report, self.agency().as_str());
                let report = lead.map_or(report, |known| known.report.id.clone());
                let is_known = compound.reports.contains(&report)
                    || answered.contains(&*report)
                    || proposed.iter().any(|one| one.report == report);
                if !is_known && hit.highlights.iter().any(|found| says_where(&found.prop)) {
                    proposed.push(Proposed { report, name: name.to_owned() });
                }
            }
        }
        Ok(proposed)
    }
}

impl Snapshot<'_> {
    /// A record by id, schema and what it is called; `None` where the reader may not see it.
    pub(crate) fn named(
        &self,
        id: Option<String>,
    ) -> Result<Option<(String, String, Shown)>, NodeError> {
        let Some(id) = id else { return Ok(None) };
        let ordinal = self.node.views.ordinal(&id)?;
        let record = ordinal.map(|ordinal| self.entity(ordinal)).transpose()?.flatten();
        Ok(record.map(|record| {
            let number = one(&record, prop::NUMBER);
            // Lists say a report's number, not whom it is about.
            let number = number.filter(|_| record.schema == schema::REPORT);
            (id, record.schema, number.map_or(record.caption, Shown::Open))
        }))
    }

    fn tie(&self, view: &EntityView) -> Result<Tie, NodeError> {
        let text = |wanted| one(view, wanted).unwrap_or_default();
        let about = self.named(one(view, prop::ABOUT))?;
        let authority = one(view, prop::AUTHORITY);
        Ok(Tie {
            id: view.id.to_string(),
            kind: text(prop::KIND),
            about,
            text: text(prop::TEXT),
            phone: one(view, prop::PHONE),
            date: one(view, prop::DATE),
            authority: authority.unwrap_or_else(|| view.id.origin().to_owned()),
            source: text(prop::SOURCE),
        })
    }
}

/// Reports that say that the person is held there, and those that officers tied.
fn tied_reports(compound: &KnownCompound, ties: &[Tie], reports: &Reports) -> Vec<TiedReport> {
    let is_there = |id: &Option<String>| id.as_deref() == Some(compound.id.as_str());
    let said = reports.iter().filter(|known| is_there(&known.report.place));
    let mut tied: Vec<TiedReport> =
        said.map(|known| TiedReport { report: known.report.id.clone(), tie: None }).collect();
    for tie in ties.iter().filter(|tie| tie.kind == REPORT) {
        if let Some((report, _, _)) = &tie.about
            && !tied.iter().any(|one| one.report == *report)
        {
            tied.push(TiedReport { report: report.clone(), tie: Some(tie.id.clone()) });
        }
    }
    tied
}

fn raid(view: &EntityView) -> Raid {
    let by_nationality = |wanted| {
        let text = one(view, wanted).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    };
    let source = view.statements.iter().find_map(|said| said.source.clone());
    let dataset = view.statements.first().map(|said| said.dataset.clone());
    Raid {
        id: view.id.to_string(),
        name: view.caption.text().to_owned(),
        date: one(view, prop::DATE).or_else(|| one(view, prop::START_DATE)),
        rescued: one(view, prop::RESCUED_COUNT),
        rescued_by_nationality: by_nationality(prop::RESCUED_BY_NATIONALITY),
        arrested: one(view, prop::ARRESTED_COUNT),
        arrested_by_nationality: by_nationality(prop::ARRESTED_BY_NATIONALITY),
        seized: crate::reports::values(view, prop::SEIZED)
            .map(|said| said.value.text().to_owned())
            .collect(),
        source: source.or(dataset).unwrap_or_default(),
    }
}

/// Properties of a report that say where somebody is.
const WHERE: &[&str] =
    &[prop::PLACE_TEXT, prop::HELD_BY_TEXT, prop::LAST_CONTACT_TEXT, prop::ROUTE, prop::SUMMARY];
const NAMES_MAX: usize = 40;
const PROPOSED_MAX: usize = 100;
