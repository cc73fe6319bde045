//! Published figures: which answer the same question, and where they disagree.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Instant, Reader, RecordKind};
use liaison_situation::{Figure, FigureJudgement, FigureVerdict, Question};
use liaison_views::{EntityFilter, Ordinal};

use crate::judge::{ACT, Decided};
use crate::reading::{EntityView, Snapshot};
use crate::{Node, NodeError, WrongUse};

/// Kind of a judgement about a figure.
const KIND: &str = "figure";

impl Node {
    /// Every question with its answers, as far as the reader may see them.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn figures(
        &self,
        reader: &Reader,
        known_on: Option<Instant>,
    ) -> Result<Vec<Question>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, known_on)?;
        let figures = snapshot.all_of(&[schema::FIGURE])?;
        snapshot.questions(&figures)
    }

    /// The figures that anybody may have, and how many more the reader may see.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn public_figures(
        &self,
        reader: &Reader,
        known_on: Option<Instant>,
    ) -> Result<(Vec<Figure>, usize), NodeError> {
        let snapshot = self.snapshot(reader, Act::Export, known_on)?;
        let all = snapshot.all_of(&[schema::FIGURE])?;
        let mut figures = Vec::with_capacity(all.len());
        for entity in all.iter().filter(|entity| entity.strictest_marks().is_public()) {
            figures.push(snapshot.figure(entity)?);
        }
        let kept_back = all.len() - figures.len();
        figures.sort_unstable();
        Ok((figures, kept_back))
    }

    /// Records an analyst's decision about a figure. Nothing is overwritten: every decision stays,
    /// with who made it, when and why.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the figure, or the one that took its place, is not visible;
    /// [`WrongUse`] when either is no figure, when a figure would take its own place, directly or
    /// by way of others, or when a preference has no reason.
    pub fn judge_figure(
        &self,
        figure: &str,
        verdict: FigureVerdict,
        reason: &str,
        reader: &Reader,
    ) -> Result<Decided, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let visible = |id: &str| {
            let view = snapshot.by_id(id, false)?;
            if view.schema == schema::FIGURE {
                Ok(view.id)
            } else {
                Err(NodeError::from(WrongUse::NotAFigure { id: id.to_owned() }))
            }
        };
        let reason = reason.trim();
        if verdict == FigureVerdict::Preferred && reason.is_empty() {
            return Err(WrongUse::NoReason.into());
        }
        let figure = visible(figure)?;
        let (word, successor) = match &verdict {
            FigureVerdict::DifferentQuestion => (DIFFERENT_QUESTION, None),
            FigureVerdict::Superseded { by } => {
                (SUPERSEDED, by.as_deref().map(visible).transpose()?)
            }
            FigureVerdict::Preferred => (PREFERRED, None),
        };
        if let Some(successor) = &successor {
            snapshot.check_successor(figure.as_str(), successor.as_str())?;
        }
        let record = self.new_record(RecordKind::Judgement)?;
        let say = |prop, value: String| self.own_entry(&record, schema::JUDGEMENT, prop, value);
        let mut entries = vec![
            say(prop::KIND, KIND.to_owned()),
            say(prop::LEFT, figure.to_string()),
            say(prop::VERDICT, word.to_owned()),
            say(prop::USER, reader.name().to_owned()),
            say(prop::DATE, self.now().to_string()),
        ];
        entries.extend(successor.map(|id| say(prop::RIGHT, id.to_string())));
        if !reason.is_empty() {
            entries.push(say(prop::REASON, reason.to_owned()));
        }
        self.commit_decision(record, entries, reader)
    }

    /// Records of all judgements on a figure, with those that were taken back, oldest first.
    pub(crate) fn judgements_on(&self, figure: &EntityId) -> Result<Vec<Ordinal>, NodeError> {
        let (mut found, mut after) = (Vec::new(), 0);
        loop {
            let headers = self.journal.headers(after, HEADERS_PER_READ)?;
            let Some((_, last)) = headers.last() else { return Ok(found) };
            after = last.number;
            for (batch, _) in headers.into_iter().filter(|(_, header)| header.note.act == ACT) {
                let run = self.journal.run_of(batch, None)?;
                let said = run.iter().filter_map(|kept| Some(&kept.body.as_ref()?.1));
                let mut on_it = said.filter(|s| s.prop == prop::LEFT && s.value == figure.as_str());
                if let Some(statement) = on_it.next() {
                    found.extend(self.views.ordinal(statement.entity.as_str())?);
                }
            }
        }
    }
}

impl Snapshot<'_> {
    /// A figure takes its own place neither directly nor by way of others.
    fn check_successor(&self, figure: &str, successor: &str) -> Result<(), NodeError> {
        if figure == successor {
            return Err(WrongUse::OwnSuccessor { figure: figure.to_owned() }.into());
        }
        let mut judgements = self.judgements()?;
        judgements.sort();
        // The later of 'superseded' and 'preferred' counts.
        let mut successors = BTreeMap::new();
        for judgement in judgements {
            match judgement.verdict {
                FigureVerdict::Superseded { by } => successors.insert(judgement.figure, by),
                FigureVerdict::Preferred => successors.insert(judgement.figure, None),
                FigureVerdict::DifferentQuestion => None,
            };
        }
        // Every step goes to another figure: longer than the list a way cannot be.
        let mut at = successor;
        for _ in 0..=successors.len() {
            match successors.get(at) {
                Some(Some(next)) if next == figure => {
                    let (figure, successor) = (figure.to_owned(), successor.to_owned());
                    return Err(WrongUse::SuccessorCircle { figure, successor }.into());
                }
                Some(Some(next)) => at = next,
                _ => break,
            }
        }
        Ok(())
    }

    /// What officers of this node decided: what stands in commits of that act, and nothing else
    /// that looks like it.
    pub(crate) fn judgements(&self) -> Result<Vec<FigureJudgement>, NodeError> {
        let mut decisions: BTreeMap<CommitNumber, bool> = BTreeMap::new();
        let mut judgements = Vec::new();
        for mut entity in self.all_of(&[schema::JUDGEMENT])? {
            for statement in &entity.statements {
                if let Entry::Vacant(unknown) = decisions.entry(statement.commit) {
                    let header = self.node.journal.header(statement.commit)?;
                    unknown.insert(header.note.act == ACT);
                }
            }
            entity.statements.retain(|s| decisions.get(&s.commit) == Some(&true));
            judgements.extend(judgement_of(&entity));
        }
        Ok(judgements)
    }

    /// Every visible entity of some schemata.
    pub(crate) fn all_of(&self, schemata: &[&str]) -> Result<Vec<EntityView>, NodeError> {
        let schemata = schemata.iter().map(|name| (*name).to_owned()).collect();
        let filter = EntityFilter { schemata, ..EntityFilter::default() };
        let mut entities = Vec::new();
        for ordinal in self.node.views.matching(&filter, self.window())? {
            entities.extend(self.entity(ordinal)?);
        }
        Ok(entities)
    }

    /// What a place is called; its id where nothing visible names it.
    pub(crate) fn name_of(&self, id: &str) -> Result<String, NodeError> {
        let Some(ordinal) = self.node.views.ordinal(id)? else { return Ok(id.to_owned()) };
        let entity = self.entity(ordinal)?;
        Ok(entity.map_or(id.to_owned(), |entity| entity.caption.text().to_owned()))
    }
}

pub(crate) fn figure_of(entity: &EntityView) -> Figure {
    let all = |wanted: &'static str| {
        entity
            .statements
            .iter()
            .filter(move |s| s.prop == wanted)
            .map(|s| s.value.text().to_owned())
    };
    let one = |wanted| all(wanted).next();
    Figure {
        id: entity.id.to_string(),
        question: one(prop::QUESTION),
        subject: one(prop::SUBJECT),
        nationality: all(prop::NATIONALITY).collect(),
        measure: one(prop::MEASURE),
        place: one(prop::PLACE),
        country: all(prop::COUNTRY).collect(),
        period_start: one(prop::PERIOD_START),
        period_end: one(prop::PERIOD_END),
        value: one(prop::VALUE),
        value_low: one(prop::VALUE_LOW),
        value_high: one(prop::VALUE_HIGH),
        unit: one(prop::UNIT),
        as_of: one(prop::AS_OF),
        publisher: one(prop::PUBLISHER),
        source_title: one(prop::SOURCE_TITLE),
        source_date: one(prop::SOURCE_DATE),
        source_ref: one(prop::SOURCE_REF),
        note: one(prop::NOTE),
    }
}

pub(crate) fn judgement_of(entity: &EntityView) -> Option<FigureJudgement> {
    let one = |wanted: &str| {
        entity.statements.iter().find(|s| s.prop == wanted).map(|s| s.value.text().to_owned())
    };
    if one(prop::KIND)? != KIND {
        return None;
    }
    let verdict = match one(prop::VERDICT)?.as_str() {
        DIFFERENT_QUESTION => FigureVerdict::DifferentQuestion,
        SUPERSEDED => FigureVerdict::Superseded { by: one(prop::RIGHT) },
        PREFERRED => FigureVerdict::Preferred,
        _ => return None,
    };
    Some(FigureJudgement {
        at: one(prop::DATE)?.parse().ok()?,
        user: one(prop::USER)?,
        figure: one(prop::LEFT)?,
        verdict,
        reason: one(prop::REASON).unwrap_or_default(),
        id: entity.id.to_string(),
    })
}

const HEADERS_PER_READ: u32 = 256;
const DIFFERENT_QUESTION: &str = "different-question";
const SUPERSEDED: &str = "superseded";
const PREFERRED: &str = "preferred";
