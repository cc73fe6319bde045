//! One published number with all that gives it a meaning.

use serde::{Deserialize, Serialize};

use crate::Span;

/// One number that one source gives. Every field is as the source's row has it; `None` means that
/// the row does not say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Figure {
    /// Entity id of the figure.
    pub id: String,
    /// The question it answers, where an analyst or a source said so.
    pub question: Option<String>,
    /// Who or what is counted.
    pub subject: Option<String>,
    /// Nationalities of the people counted, as country codes; empty for all.
    pub nationality: Vec<String>,
    /// What is measured of the subject.
    pub measure: Option<String>,
    /// The place the number is for, by name or entity id.
    pub place: Option<String>,
    /// Countries the number is for, as country codes.
    pub country: Vec<String>,
    /// First day covered: year, month or day.
    pub period_start: Option<String>,
    /// Last day covered: year, month or day.
    pub period_end: Option<String>,
    /// The number, as decimal text.
    pub value: Option<String>,
    /// At least this much, as decimal text.
    pub value_low: Option<String>,
    /// At most this much, as decimal text.
    pub value_high: Option<String>,
    /// What one of it is: people, reports, USD.
    pub unit: Option<String>,
    /// When it was true, for a count at one moment; otherwise when it was counted.
    pub as_of: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Title of the page or paper.
    pub source_title: Option<String>,
    /// When that was published.
    pub source_date: Option<String>,
    /// Where it can be found.
    pub source_ref: Option<String>,
    /// What a reader must know before using it.
    pub note: Option<String>,
}

/// In what two answers to one question can differ, other than their value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// What is measured.
    Measure,
    /// The population: who or what is counted.
    Subject,
    /// Where.
    Place,
    /// When: the period, or else the as-of date. See [`Span::of`].
    Date,
    /// In which unit.
    Unit,
    /// Who published it.
    Source,
}

impl Dimension {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Measure, Self::Subject, Self::Place, Self::Date, Self::Unit, Self::Source];

    /// The key of its name in the message catalogue.
    #[must_use]
    pub fn words_key(self) -> &'static str {
        match self {
            Self::Measure => "situation-dimension-measure",
            Self::Subject => "situation-dimension-subject",
            Self::Place => "situation-dimension-place",
            Self::Date => "situation-dimension-date",
            Self::Unit => "situation-dimension-unit",
            Self::Source => "situation-dimension-source",
        }
    }
}

impl Figure {
    /// What the figure says in one dimension, for a reader; `None` when it does not say.
    #[must_use]
    pub fn shown(&self, dimension: Dimension) -> Option<String> {
        let parts = match dimension {
            Dimension::Measure => vec![self.measure.clone()],
            Dimension::Subject => vec![self.subject.clone(), listed(&self.nationality)],
            Dimension::Place => vec![self.place.clone(), listed(&self.country)],
            Dimension::Date => vec![self.date_shown()],
            Dimension::Unit => vec![self.unit.clone()],
            Dimension::Source => vec![self.publisher.clone()],
        };
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// What the figure says in one dimension, for comparing: letter case, white space and the
    /// order of a list do not count, and a month equals the period of its days. Not saying is a
    /// value of its own: two figures that both do not say are not told apart by it.
    pub(crate) fn compared(&self, dimension: Dimension) -> String {
        let parts = match dimension {
            Dimension::Measure => [folded(self.measure.as_deref()), String::new()],
            Dimension::Subject => [folded(self.subject.as_deref()), folded_list(&self.nationality)],
            Dimension::Place => [folded(self.place.as_deref()), folded_list(&self.country)],
            Dimension::Date => [self.date_compared(), String::new()],
            Dimension::Unit => [folded(self.unit.as_deref()), String::new()],
            Dimension::Source => [folded(self.publisher.as_deref()), String::new()],
        };
        parts.join(FIELD_BREAK)
    }

    /// Equal for two figures exactly when they differ in nothing but source and value.
    pub(crate) fn same_but_source_and_value(&self) -> String {
        self.joined(&[
            Dimension::Measure,
            Dimension::Subject,
            Dimension::Place,
            Dimension::Date,
            Dimension::Unit,
        ])
    }

    /// What the figure is about, whatever the period and unit.
    pub(crate) fn topic(&self) -> String {
        self.joined(&[Dimension::Measure, Dimension::Subject, Dimension::Place])
    }

    fn joined(&self, dimensions: &[Dimension]) -> String {
        let values: Vec<String> = dimensions.iter().map(|d| self.compared(*d)).collect();
        values.join(DIMENSION_BREAK)
    }

    /// First and last day as the source wrote them, because a month must not be shown as if a day
    /// had been known. An open side is `None`.
    pub(crate) fn dates_written(&self) -> (Option<&str>, Option<&str>) {
        let as_of = self.as_of.as_deref();
        match (self.period_start.as_deref(), self.period_end.as_deref()) {
            (None, None) => (as_of, as_of),
            (Some(start), None) => {
                let counted_so_far = Span::of(self).is_some_and(|span| span.last.is_some());
                (Some(start), as_of.filter(|_| counted_so_far))
            }
            dates => dates,
        }
    }

    fn date_shown(&self) -> Option<String> {
        let (start, end) = self.dates_written();
        dates_shown(start, end)
    }

    fn date_compared(&self) -> String {
        match Span::of(self) {
            Some(span) => {
                let day = |day: Option<String>| day.unwrap_or_default();
                format!("{}/{}", day(span.first), day(span.last))
            }
            None => folded(self.date_shown().as_deref()),
        }
    }
}

/// Two dates as a reader sees them: one date when they are equal, an open side left empty.
pub(crate) fn dates_shown(start: Option<&str>, end: Option<&str>) -> Option<String> {
    match (start, end) {
        (None, None) => None,
        (Some(start), Some(end)) if start == end => Some(start.to_owned()),
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (Some(start), None) => Some(format!("{start} –")),
        (None, Some(end)) => Some(format!("– {end}")),
    }
}

/// The text without differences of letter case and white space.
pub(crate) fn folded(text: Option<&str>) -> String {
    let words: Vec<&str> = text.unwrap_or_default().split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn folded_list(items: &[String]) -> String {
    let mut items: Vec<String> = items.iter().map(|item| folded(Some(item))).collect();
    items.sort();
    items.dedup();
    items.join(";")
}

fn listed(items: &[String]) -> Option<String> {
    (!items.is_empty()).then(|| items.join("; "))
}

// Control characters that stand in no source's text, so that no two values can run into one.
const FIELD_BREAK: &str = "\u{1f}";
const DIMENSION_BREAK: &str = "\u{1e}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_shown_as_written_and_compared_as_its_days() {
        let dated = |start: &str, end: &str| Figure {
            period_start: Some(start.into()),
            period_end: Some(end.into()),
            ..Figure::default()
        };
        let (month, days) = (dated("2025-10", "2025-10"), dated("2025-10-01", "2025-10-31"));

        assert_eq!(month.shown(Dimension::Date).as_deref(), Some("2025-10"));
        assert_eq!(month.compared(Dimension::Date), days.compared(Dimension::Date));
    }

    #[test]
    fn the_order_of_countries_does_not_tell_two_figures_apart() {
        let placed = |country: &[&str]| Figure {
            country: country.iter().map(|code| (*code).to_owned()).collect(),
            ..Figure::default()
        };

        let (one, other) = (placed(&["KH", "MM"]), placed(&["mm", "KH"]));
        assert_eq!(one.compared(Dimension::Place), other.compared(Dimension::Place));
    }

    #[test]
    fn people_of_another_nationality_are_another_population() {
        let counted = |code: &str| Figure { nationality: vec![code.into()], ..Figure::default() };

        assert_ne!(counted("CN").topic(), counted("LA").topic());
    }
}
