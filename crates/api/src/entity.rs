//! An entity as yente's clients know it: an id, a caption, properties with lists of values.

use std::collections::{BTreeMap, BTreeSet};

use liaison_model::Instant;
use liaison_model::schema;
use liaison_model::schema::names::prop;
use liaison_node::reading::{EntityView, StatementView};
use liaison_node::{NodeError, SearchHit};
use serde::Serialize;
use utoipa::ToSchema;

use crate::state::ApiState;

/// An entity: what is said about one person, firm, place, event or figure. The values of covered
/// people, and their captions, are `▇▇▇`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Entity {
    /// Its id: the agency that named it, a colon, that agency's own id.
    #[schema(example = "kr.npa:figure-F001")]
    id: String,
    /// What it is called.
    caption: String,
    /// The most specific schema that its sources agree on.
    #[schema(example = "Figure")]
    schema: String,
    /// Values by property of its schema, each value once.
    properties: BTreeMap<String, Vec<String>>,
    /// The datasets that speak about it.
    datasets: Vec<String>,
    /// Ids that were merged into this one; none until entities can be merged.
    referents: Vec<String>,
    /// Whether a source lists it for a risk, such as a sanction: it has a topic.
    target: bool,
    /// When a source first held any of it.
    #[schema(value_type = String, format = DateTime)]
    first_seen: Instant,
    /// When a source last got any of it.
    #[schema(value_type = String, format = DateTime)]
    last_seen: Instant,
    /// When this node last learnt anything about it.
    #[schema(value_type = String, format = DateTime)]
    last_change: Instant,
    /// How well it fits the text that was searched for; absent in lists without a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    score: Option<f32>,
    /// Where it was found by how a name is said, in whatever script: that name; absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    spelt: Option<String>,
}

impl Entity {
    /// An entity without a score.
    pub(crate) fn of(view: &EntityView, state: &ApiState) -> Result<Self, NodeError> {
        let schema = schema::find(&view.schema);
        let mut properties: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for statement in &view.statements {
            // Sources that gave it another schema may say what this one has no word for.
            if schema.is_some_and(|schema| schema.property(&statement.prop).is_some()) {
                let values = properties.entry(statement.prop.clone()).or_default();
                let value = statement.value.text();
                if !values.iter().any(|known| known == value) {
                    values.push(value.to_owned());
                }
            }
        }
        let datasets: BTreeSet<&String> = view.statements.iter().map(|s| &s.dataset).collect();
        let times = Times::of(&view.statements, state)?;
        Ok(Self {
            id: view.id.to_string(),
            caption: view.caption.text().to_owned(),
            schema: view.schema.clone(),
            target: properties.contains_key(prop::TOPICS),
            properties,
            datasets: datasets.into_iter().cloned().collect(),
            referents: Vec::new(),
            first_seen: times.first_seen,
            last_seen: times.last_seen,
            last_change: times.last_change,
            score: None,
            spelt: None,
        })
    }

    /// The same entity with a score.
    pub(crate) fn with_score(self, score: f32) -> Self {
        Self { score: Some(score), ..self }
    }

    /// The same entity as a search found it.
    pub(crate) fn found(self, hit: &SearchHit) -> Self {
        let spelt = hit.highlights.iter().find(|highlight| highlight.is_spelling);
        let spelt = spelt.map(|highlight| highlight.value.text().to_owned());
        Self { spelt, ..self.with_score(hit.score) }
    }
}

/// When an entity was heard of.
struct Times {
    first_seen: Instant,
    last_seen: Instant,
    last_change: Instant,
}

impl Times {
    /// A statement that does not say when its source got it was seen when it was committed.
    fn of(statements: &[StatementView], state: &ApiState) -> Result<Self, NodeError> {
        let mut times: Option<Self> = None;
        for statement in statements {
            let committed = state.commit_time(statement.commit)?;
            let seen = statement.seen.unwrap_or(committed);
            times = Some(match times {
                None => Self { first_seen: seen, last_seen: seen, last_change: committed },
                Some(times) => Self {
                    first_seen: times.first_seen.min(seen),
                    last_seen: times.last_seen.max(seen),
                    last_change: times.last_change.max(committed),
                },
            });
        }
        times.ok_or(NodeError::NotFound)
    }
}
