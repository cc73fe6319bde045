//! Screening: whom of those that are known may somebody be, of whom a few values are given?

use liaison_model::{Act, Reader, schema};
use liaison_names::Kind as NameKind;
use liaison_resolve::{Effort, Profile, Said};
use liaison_views::EntityFilter;

use super::candidates::probability_of;
use super::{By, Reason, kind_of};
use crate::reading::EntityView;
use crate::{Node, NodeError};

/// Who is looked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Its schema: a person, a company.
    pub schema: String,
    /// Properties with their values, as the asker wrote them.
    pub properties: Vec<(String, String)>,
}

/// How somebody is looked for.
#[derive(Debug, Clone, Default)]
pub struct MatchRequest {
    /// Records that count. A schema stands for those that extend it, too.
    pub filter: EntityFilter,
    /// Records to leave out, by id.
    pub without: Vec<String>,
    /// Most records wanted.
    pub limit: usize,
}

/// A record that may be the one.
#[derive(Debug, Clone)]
pub struct MatchFound {
    /// The record.
    pub entity: EntityView,
    /// How likely it is the one, where as many are as are not.
    pub score: f32,
    /// What that rests on; the left value is the asker's, and not told again.
    pub reasons: Vec<Reason>,
}

impl Asked {
    /// What is compared of it. The tag of a value is its place among the properties.
    #[must_use]
    pub fn profile(&self) -> Profile {
        let about = schema::find(&self.schema).and_then(super::about);
        let mut profile = Profile::new(about.unwrap_or(NameKind::Person));
        for ((property, value), tag) in self.properties.iter().zip(0..) {
            if let Some((_, kind)) = kind_of(&self.schema, property) {
                profile.push(kind, value, tag);
            }
        }
        profile
    }

    /// The same as what is said of a record of a pool. Its tags are places among the properties.
    #[must_use]
    pub fn said(&self, record: u32) -> Vec<Said<'_>> {
        let properties = self.properties.iter().zip(0..);
        let said = properties.filter_map(|((property, text), tag)| {
            let (about, kind) = kind_of(&self.schema, property)?;
            Some(Said { record, about, kind, text, tag, class: 0 })
        });
        said.collect()
    }
}

impl Node {
    /// Looks for each of several people or things. People in the answers stay covered, and covered
    /// birth dates and addresses count neither for nor against: they would be confirmed by trying.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn matches(
        &self,
        asked: &[Asked],
        request: &MatchRequest,
        reader: &Reader,
    ) -> Result<Vec<Vec<MatchFound>>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let who = self.who()?;
        let among = snapshot.among(&request.filter)?;
        let seen = who.admits(&snapshot, By::Values);
        let admits = |ask: liaison_resolve::Ask| {
            among.as_ref().is_none_or(|set| set.contains(ask.record)) && seen(ask)
        };
        let effort =
            Effort { records_max: request.limit + request.without.len(), ..Effort::SCREENING };
        let mut answers = Vec::with_capacity(asked.len());
        for one in asked {
            let mut answer = Vec::new();
            for found in who.pool.matches(&one.profile(), effort, &admits) {
                if request.limit <= answer.len() || found.weighed.bits < SCORE_BITS_MIN {
                    break;
                }
                let Some(entity) = snapshot.entity(found.record)? else { continue };
                if request.without.iter().any(|id| id == entity.id.as_str()) {
                    continue;
                }
                let reasons = snapshot.reasons(&found.weighed.agreements, None, &entity)?;
                answer.push(MatchFound {
                    entity,
                    score: probability_of(found.weighed.bits),
                    reasons,
                });
            }
            answers.push(answer);
        }
        Ok(answers)
    }
}

/// A chance of one in nine is the least that is told.
const SCORE_BITS_MIN: f32 = -3.0;
