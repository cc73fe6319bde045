//! The situation in one read: figures by question, places, events, and how all of it is handled.

use liaison_model::schema::names::schema;
use liaison_model::{Act, CommitNumber, Instant, Marks, Reader};
use liaison_situation::{Figure, Question};

use crate::reading::{EntityView, Snapshot};
use crate::{Node, NodeError};

/// What the situation screen shows, all of one snapshot.
#[derive(Debug, Clone)]
pub struct Situation {
    /// Every question with its answers.
    pub questions: Vec<Question>,
    /// Places, compounds among them.
    pub places: Vec<EntityView>,
    /// Events.
    pub events: Vec<EntityView>,
    /// The strictest marks of figures and events; `None` where there are none. Places have their
    /// own: most have no coordinate, and are on no map.
    pub marks: Option<Marks>,
    /// The last commit that it holds.
    pub position: CommitNumber,
}

impl Node {
    /// Figures, places and events, as far as the reader may see them.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn situation(
        &self,
        reader: &Reader,
        known_on: Option<Instant>,
    ) -> Result<Situation, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, known_on)?;
        let figures = snapshot.all_of(&[schema::FIGURE])?;
        let places = snapshot.all_of(&[schema::PLACE, schema::COMPOUND])?;
        let events = snapshot.all_of(&[schema::SITUATION_EVENT])?;
        let marks = strictest_of(figures.iter().chain(&events));
        let questions = snapshot.questions(&figures)?;
        Ok(Situation { questions, places, events, marks, position: snapshot.position() })
    }
}

impl Snapshot<'_> {
    /// A figure, with the name of its place.
    pub(crate) fn figure(&self, entity: &EntityView) -> Result<Figure, NodeError> {
        let mut figure = crate::figures::figure_of(entity);
        if let Some(place) = &figure.place {
            figure.place = Some(self.name_of(place)?);
        }
        Ok(figure)
    }

    /// The questions that figures answer, with the judgements on them.
    pub(crate) fn questions(&self, figures: &[EntityView]) -> Result<Vec<Question>, NodeError> {
        let mut known = Vec::with_capacity(figures.len());
        for entity in figures {
            known.push(self.figure(entity)?);
        }
        Ok(liaison_situation::questions(&known, &self.judgements()?))
    }
}

/// The strictest marks of all statements of some entities: what a screen of them must carry.
pub(crate) fn strictest_of<'a>(entities: impl Iterator<Item = &'a EntityView>) -> Option<Marks> {
    let all = entities.flat_map(|entity| &entity.statements).map(|statement| &statement.marks);
    all.fold(None, |strictest: Option<Marks>, marks| match strictest {
        None => Some(marks.clone()),
        Some(before) if before == *marks => Some(before),
        Some(before) => Some(before.strictest(marks)),
    })
}

impl EntityView {
    /// The strictest marks of its statements.
    #[must_use]
    pub fn strictest_marks(&self) -> Marks {
        strictest_of(std::iter::once(self)).unwrap_or_default()
    }
}
