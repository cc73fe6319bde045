//! Reports that may be about one person, and what officers decided about them.

use std::collections::{BTreeMap, BTreeSet};

use liaison_casework::{lead, together};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, EntityId, Reader};
use liaison_views::EntityFilter;

use super::known::All;
use super::{KnownReport, ReportError, ReportWanted, Reports};
use crate::judge::{Decided, Judged, RecordJudgement, RecordVerdict};
use crate::who::{Asked, Candidate, MatchRequest, Reason};
use crate::{Node, NodeError, WrongUse};

/// A report that may be about the same person.
#[derive(Debug, Clone)]
pub struct AlikeReport {
    /// Entity id of the report.
    pub report: String,
    /// Entity id of its person.
    pub person: String,
    /// How likely the two are about one person.
    pub probability: f32,
    /// Log2 odds before anything was compared.
    pub start: f32,
    /// What that rests on. Where values were typed, the first side is not told again.
    pub reasons: Vec<Reason>,
    /// What an officer decided about the two reports.
    pub judgement: Option<RecordJudgement>,
}

/// What an officer says about a report that is being taken and one that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportJudged {
    /// Number or id of the one that is there.
    pub report: String,
    /// Whether the two are one.
    pub verdict: RecordVerdict,
    /// Why.
    pub reason: String,
}

/// Reports that stand for several, and which stand behind them.
#[derive(Debug, Clone, Default)]
pub(super) struct Together {
    /// By the id of the one that stands for all.
    pub(super) merged: BTreeMap<String, KnownReport>,
    /// Who stands for a report.
    pub(super) leads: BTreeMap<String, String>,
}

impl Together {
    /// What follows from the judgements in force.
    pub(super) fn of(all: &All) -> Self {
        let mut judgements: Vec<RecordJudgement> = all.judged.values().cloned().collect();
        judgements.sort_by_key(|judged| judged.commit);
        let judged = Judged::new(judgements);
        let mut clusters = BTreeMap::<u32, Vec<&KnownReport>>::new();
        let ends = judged.judgements.iter().flat_map(|one| [&one.left, &one.right]);
        for id in ends.collect::<BTreeSet<_>>() {
            let known = judged.number_of(id).zip(all.reports.get(id.as_str()));
            if let Some((number, known)) = known {
                clusters.entry(number).or_default().push(known);
            }
        }
        let mut found = Self::default();
        for members in clusters.into_values().filter(|members| 1 < members.len()) {
            found.put(&members);
        }
        found.mark_doubtful(all, &judged);
        found
    }

    fn put(&mut self, members: &[&KnownReport]) {
        let Some(first) = lead(members.iter().map(|known| &known.report)) else { return };
        let (of_first, others): (Vec<&KnownReport>, Vec<&KnownReport>) =
            members.iter().copied().partition(|known| known.report.id == first.id);
        let behind: Vec<_> = others.iter().map(|known| &known.report).collect();
        let marks = members.iter().map(|known| known.marks.clone());
        let known = KnownReport {
            report: together(first, &behind),
            marks: marks.reduce(|one, other| one.strictest(&other)).unwrap_or_default(),
            person: of_first.into_iter().chain(others).find_map(|known| known.person.clone()),
        };
        for member in behind {
            self.leads.insert(member.id.clone(), first.id.clone());
        }
        self.merged.insert(first.id.clone(), known);
    }

    /// Marks the reports of which an officer could not tell whether they are one.
    fn mark_doubtful(&mut self, all: &All, judged: &Judged) {
        for one in &judged.judgements {
            let is_last = judged.last_about(&one.left, &one.right) == Some(one);
            let is_one = judged.number_of(&one.left) == judged.number_of(&one.right);
            if one.verdict != RecordVerdict::Unsure || !is_last || is_one {
                continue;
            }
            for end in [&one.left, &one.right] {
                let id = self.lead_of(end.as_str()).to_owned();
                let Some(alone) = all.reports.get(&id) else { continue };
                self.merged.entry(id).or_insert_with(|| alone.clone()).report.may_be_another = true;
            }
        }
    }

    /// The id of the report that stands for one.
    pub(super) fn lead_of<'i>(&'i self, id: &'i str) -> &'i str {
        self.leads.get(id).map_or(id, String::as_str)
    }
}

impl Node {
    /// Reports that may be about the person of whom something is told, the likeliest first. Nothing
    /// is kept, and people stay covered.
    ///
    /// # Errors
    ///
    /// As [`Self::take_report`].
    pub fn reports_alike(
        &self,
        wanted: &ReportWanted,
        reader: &Reader,
    ) -> Result<Vec<AlikeReport>, NodeError> {
        let properties = self.person_told(wanted)?;
        let asked = Asked { schema: schema::PERSON.to_owned(), properties };
        let filter =
            EntityFilter { schemata: vec![schema::PERSON.to_owned()], ..EntityFilter::default() };
        let request = MatchRequest { filter, without: Vec::new(), limit: PEOPLE_MAX };
        let found = self.matches(&[asked], &request, reader)?.pop().unwrap_or_default();
        let reports = self.reports(reader, None, None)?;
        // Two who share a name are rarely one: the same start as between records.
        let start = Candidate::PRIOR_BITS;
        let people = found.into_iter().map(|found| {
            let bits: f32 = found.reasons.iter().map(|reason| reason.weight).sum();
            let likely = liaison_resolve::probability(bits + start);
            (found.entity.id.to_string(), likely, found.reasons)
        });
        let people = people.filter(|(_, likely, _)| SCORE_MIN <= *likely);
        self.on_people(&reports, people.collect(), start, reader)
    }

    /// Reports that may be about the same person as a report that is there.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such report.
    pub fn reports_like(
        &self,
        report: &str,
        reader: &Reader,
    ) -> Result<Vec<AlikeReport>, NodeError> {
        let reports = self.reports(reader, None, None)?;
        let known = reports.find(report, self.agency().as_str())?;
        let mut people = BTreeMap::<String, (f32, Vec<Reason>)>::new();
        for person in reports.members(known).filter_map(|member| member.person.as_deref()) {
            people.entry(person.to_owned()).or_insert((1.0, Vec::new()));
            for Candidate { right, probability, reasons, .. } in
                self.similar(person, reader, PEOPLE_MAX)?
            {
                let told = people.entry(right.id.to_string()).or_insert((0.0, Vec::new()));
                if told.0 < probability {
                    *told = (probability, reasons);
                }
            }
        }
        let mut people: Vec<_> =
            people.into_iter().map(|(id, (score, reasons))| (id, score, reasons)).collect();
        people.sort_by(|one, other| other.1.total_cmp(&one.1));
        let mut found = self.on_people(&reports, people, Candidate::PRIOR_BITS, reader)?;
        found.retain(|alike| alike.report != known.report.id);
        let judged = |alike: &AlikeReport| reports.judged(&known.report.id, &alike.report).cloned();
        found.iter_mut().for_each(|alike| alike.judgement = judged(alike));
        found.retain(|alike| SCORE_MIN <= alike.probability || alike.judgement.is_some());
        Ok(found)
    }

    /// The reports on people and on those who were judged to be one with them.
    fn on_people(
        &self,
        reports: &Reports,
        people: Vec<(String, f32, Vec<Reason>)>,
        start: f32,
        reader: &Reader,
    ) -> Result<Vec<AlikeReport>, NodeError> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        for (at, (person, ..)) in people.iter().enumerate() {
            let Ok(id) = person.parse::<EntityId>() else { continue };
            told.entry(person.clone()).or_insert(at);
            for other in snapshot.judged_around(std::slice::from_ref(&id))?.cluster_of(&id) {
                told.entry(other.to_string()).or_insert(at);
            }
        }
        let mut found = BTreeMap::<String, (usize, String)>::new();
        for known in reports.known.all.reports.values() {
            let Some(person) = &known.person else { continue };
            let Some(at) = told.get(person) else { continue };
            let report = reports.known.together.lead_of(&known.report.id).to_owned();
            let best = found.entry(report).or_insert((*at, person.clone()));
            if *at < best.0 {
                *best = (*at, person.clone());
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by_key(|(_, (at, _))| *at);
        let alike = found.into_iter().take(ALIKE_MAX).filter_map(|(report, (at, person))| {
            let (_, probability, reasons) = people.get(at)?;
            let reasons = reasons.clone();
            let probability = *probability;
            Some(AlikeReport { report, person, probability, start, reasons, judgement: None })
        });
        Ok(alike.collect())
    }

    /// Records whether two reports are one, and so whether their people are. Nothing is merged or
    /// overwritten: taken back, each stands by itself again.
    ///
    /// # Errors
    ///
    /// As [`Self::judge_records`].
    pub fn judge_reports(
        &self,
        left: &str,
        right: &str,
        verdict: RecordVerdict,
        reason: &str,
        reader: &Reader,
    ) -> Result<Decided, NodeError> {
        let (left, right) = (self.known_report(left, reader)?, self.known_report(right, reader)?);
        let (id, mut entries) =
            self.judgement_of_records(&left.report.id, &right.report.id, verdict, reason, reader)?;
        if let (Some(one), Some(other)) = (&left.person, &right.person)
            && one != other
        {
            entries.extend(self.judgement_of_records(one, other, verdict, reason, reader)?.1);
        }
        self.commit_decision(id, entries, reader)
    }

    /// Whether what is said about reports that are there can be kept with a new one.
    pub(super) fn check_judged(
        &self,
        judged: &[ReportJudged],
        reader: &Reader,
    ) -> Result<(), NodeError> {
        if JUDGED_MAX < judged.len() {
            return Err(ReportError::ReportTooLong { fields_max: JUDGED_MAX }.into());
        }
        if judged.is_empty() {
            return Ok(());
        }
        let reports = self.reports(reader, None, None)?;
        let mut same: Vec<&KnownReport> = Vec::new();
        for one in judged {
            let known = reports.find(&one.report, self.agency().as_str())?;
            if one.reason.trim().is_empty() {
                return Err(WrongUse::NoJudgementReason.into());
            }
            if one.verdict == RecordVerdict::Same {
                same.push(known);
            }
        }
        for (at, one) in same.iter().enumerate() {
            for other in same.iter().skip(at + 1) {
                let last = reports.judged(&one.report.id, &other.report.id);
                let different = last.filter(|last| last.verdict == RecordVerdict::Different);
                if let Some(RecordJudgement { commit, .. }) = different {
                    let (first, second) = (one.report.id.clone(), other.report.id.clone());
                    return Err(WrongUse::JudgedDifferent { first, second, commit: *commit }.into());
                }
            }
        }
        Ok(())
    }

    /// What is told of the person, cleaned, as property and value.
    fn person_told(&self, wanted: &ReportWanted) -> Result<Vec<(String, String)>, NodeError> {
        let told = self.told_anew(wanted)?;
        let entries = self.entries_of(&told, wanted)?;
        let of_person =
            entries.into_iter().filter(|entry| entry.statement.schema == schema::PERSON);
        let compared = |prop: &str| prop != prop::NOTES;
        Ok(of_person
            .map(|entry| (entry.statement.prop.to_string(), entry.statement.value))
            .filter(|(prop, _)| compared(prop))
            .collect())
    }
}

/// People who are looked at for one report.
const PEOPLE_MAX: usize = 30;
/// Reports that are proposed for one.
const ALIKE_MAX: usize = 10;
/// What is less likely is not asked about.
const SCORE_MIN: f32 = 0.5;
const JUDGED_MAX: usize = 20;
