//! A ranker that learns from transfers of which somebody said whether they are laundering.
//!
//! It learns twice. First from what describes each transfer ([`Described`]) and from columns of the
//! table's own. Then also from how the transfers beside it rank, because those who launder seldom do
//! it with one transfer alone. How a labelled transfer ranks is told to its neighbours by a model that
//! learnt from other times only, so that nobody's label comes back to it by way of a neighbour.
//!
//! Nothing is drawn but from the seed. Every score is a sum of what each [`Theme`] added.

mod because;
mod boost;
mod chance;
mod columns;
mod describe;
mod joined;
mod near;
mod precision;
mod profile;

use serde::{Deserialize, Serialize};

pub use because::Theme;
pub use columns::Column;
pub use describe::Described;
pub use joined::{are_of_one_world, joined};
pub use precision::average_precision;

use boost::{Boosted, Rows, logistic};
use chance::Chance;
use columns::Rates;
use describe::{SIDES, WIDTH, log};

/// Why nothing can be learnt, or a model cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RankError {
    /// There are too few of one kind.
    #[error("at least {EACH_MIN} transfers of each kind are needed")]
    TooFew {
        /// Those that are laundering.
        positives: usize,
        /// Those that are not.
        negatives: usize,
    },
    /// The model is of another release, or was changed.
    #[error("the model does not fit this release")]
    OtherModel,
    /// The model learnt from a column that the table has not.
    #[error("no column {column}, from which the model learnt")]
    NoColumn {
        /// The heading.
        column: String,
    },
}

/// What was learnt.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ranker {
    /// Number of the features: those of another one mean something else.
    features: u32,
    /// For what window transfers are described.
    pub window: i64,
    /// Transfers from which it learnt, and how many of them are laundering.
    pub learnt_from: (usize, usize),
    /// How well it ranked times that it had not seen when it was tried on the table itself.
    pub average_precision: Option<f64>,
    columns: Vec<Rates>,
    first: Boosted,
    second: Boosted,
    /// Odds that are taken off, because only some of what is not laundering was looked at.
    thinned: f32,
}

/// How the transfers of a table rank before their neighbours are asked.
#[derive(Debug, Clone)]
pub struct FirstOdds(Vec<f32>);

/// A score, and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// From 0 to 1.
    pub score: f64,
    /// What each theme added to the log-odds, the most telling first.
    pub because: Vec<(Theme, f64)>,
}

/// Learns from what was said of transfers; `said` has a word for each place, or none. Columns are
/// the table's own, each with a cell for each place.
///
/// # Errors
///
/// [`RankError::TooFew`].
pub fn learn(
    described: &Described<'_>,
    said: &[Option<bool>],
    columns: &[Column],
    seed: u64,
) -> Result<(Ranker, FirstOdds), RankError> {
    let count = |wanted| said.iter().filter(|said| **said == Some(wanted)).count();
    let (positives, negatives) = (count(true), count(false));
    if positives < EACH_MIN || negatives < EACH_MIN {
        return Err(RankError::TooFew { positives, negatives });
    }
    let rates: Vec<Rates> = columns.iter().map(|column| Rates::learn(column, said)).collect();
    let source = Source { described, columns, rates: &rates };
    let sample = Sample::draw(said, (positives, negatives), seed);
    let first_rows = source.rows(&sample.places, &[]);
    let parts = Parts::of(said, positives);
    let first = Trained::learn(&first_rows, &sample, &parts, seed);
    let odds: Vec<f32> = (0..said.len())
        .map(|place| first.odds_of(place, said[place].is_some(), &parts, &source.row(place, &[])))
        .collect();
    drop(first_rows);
    let second_rows = source.rows(&sample.places, &odds);
    let second = Trained::learn(&second_rows, &sample, &parts, seed.wrapping_add(1));
    let average_precision = second.tried(&second_rows, &sample, &parts);
    let ranker = Ranker {
        features: FEATURES,
        window: described.windows[1],
        learnt_from: (positives + negatives, positives),
        average_precision,
        columns: rates,
        first: first.whole,
        second: second.whole,
        thinned: sample.share.ln() as f32,
    };
    Ok((ranker, FirstOdds(odds)))
}

impl Ranker {
    /// Whether this release can ask it, and the table has its columns, which are put in its order.
    ///
    /// # Errors
    ///
    /// [`RankError::OtherModel`], [`RankError::NoColumn`].
    pub fn fit(&self, columns: Vec<Column>) -> Result<Vec<Column>, RankError> {
        let width = WIDTH + self.columns.len();
        let is_sound = self.features == FEATURES
            && self.first.is_sound(width)
            && self.second.is_sound(width + NEIGHBOURS)
            && 0 < self.window
            && self.thinned.is_finite();
        if !is_sound {
            return Err(RankError::OtherModel);
        }
        let find = |rates: &Rates| {
            let own = columns.iter().find(|column| column.name == rates.name);
            own.cloned().ok_or_else(|| RankError::NoColumn { column: rates.name.clone() })
        };
        self.columns.iter().map(find).collect()
    }

    /// The names of the table's own columns from which it learnt.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// How transfers that it has not learnt from rank before their neighbours are asked.
    #[must_use]
    pub fn first_odds(&self, described: &Described<'_>, columns: &[Column]) -> FirstOdds {
        let source = Source { described, columns, rates: &self.columns };
        let odds = |place| self.first.odds(&source.row(place, &[]), &mut |_, _| ()) as f32;
        FirstOdds((0..described.transfers().rows().len()).map(odds).collect())
    }

    /// The score of the transfer at a place, and why.
    #[must_use]
    pub fn rank(
        &self,
        described: &Described<'_>,
        columns: &[Column],
        first: &FirstOdds,
        place: usize,
    ) -> Ranked {
        let source = Source { described, columns, rates: &self.columns };
        let themes = source.themes();
        let mut because: Vec<(Theme, f64)> = Vec::new();
        let row = source.row(place, &first.0);
        let odds = self.second.odds(&row, &mut |feature, added| {
            let theme = themes[feature];
            match because.iter_mut().find(|(known, _)| *known == theme) {
                Some((_, sum)) => *sum += added,
                None => because.push((theme, added)),
            }
        });
        because.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
        Ranked { score: logistic(odds + f64::from(self.thinned)), because }
    }
}

/// Where rows of features come from.
struct Source<'a> {
    described: &'a Described<'a>,
    columns: &'a [Column],
    rates: &'a [Rates],
}

impl Source<'_> {
    /// The features of a transfer; with the odds of all, those of its neighbours, too.
    fn row(&self, place: usize, odds: &[f32]) -> Vec<f32> {
        let mut row = Vec::with_capacity(WIDTH + self.columns.len() + NEIGHBOURS);
        self.described.describe(place, &mut row);
        let rates = self.columns.iter().zip(self.rates);
        row.extend(rates.map(|(column, rates)| rates.of(column.word(place))));
        if !odds.is_empty() {
            self.neighbours(place, odds, &mut row);
        }
        row
    }

    fn rows(&self, places: &[usize], odds: &[f32]) -> Rows {
        let neighbours = if odds.is_empty() { 0 } else { NEIGHBOURS };
        let mut rows = Rows::new(WIDTH + self.columns.len() + neighbours);
        places.iter().for_each(|place| rows.push(&self.row(*place, odds)));
        rows
    }

    fn themes(&self) -> Vec<Theme> {
        let mut themes = because::themes();
        themes.extend((0..self.columns.len()).map(Theme::Column));
        themes.extend([Theme::Neighbours; NEIGHBOURS]);
        themes
    }

    /// How this transfer ranks, and those that share an account with it within the window: the
    /// highest, the mean, and how many.
    fn neighbours(&self, place: usize, odds: &[f32], row: &mut Vec<f32>) {
        let index = &self.described.index;
        let own = &self.described.transfers().rows()[place];
        let window = self.described.windows[1];
        row.push(odds[place]);
        for (end, side) in SIDES {
            let all = index.of(side, end.of(own));
            let at = all.partition_point(|other| (*other as usize) < place);
            let near = &all[at.saturating_sub(LOOK)..all.len().min(at + LOOK)];
            let near = near.iter().filter(|other| {
                **other as usize != place
                    && index.row(**other).time.abs_diff(own.time) <= window as u64
            });
            let (mut most, mut sum, mut count) = (ODDS_MIN, 0.0, 0.0);
            for other in near {
                let odds = odds[*other as usize].max(ODDS_MIN);
                (most, sum, count) = (most.max(odds), sum + odds, count + 1.0);
            }
            row.extend([most, if count == 0.0 { ODDS_MIN } else { sum / count }, log(count)]);
        }
    }
}

/// The transfers from which is learnt: all that are laundering, and some of the others.
struct Sample {
    places: Vec<usize>,
    labels: Vec<bool>,
    /// What part of those that are not laundering is among them.
    share: f64,
}

impl Sample {
    fn draw(said: &[Option<bool>], (positives, negatives): (usize, usize), seed: u64) -> Self {
        let wanted = (positives * NEGATIVES_EACH).clamp(NEGATIVES_LEAST, NEGATIVES_MOST);
        let share = (wanted as f64 / negatives as f64).min(1.0);
        let mut chance = Chance::new(seed);
        let (mut places, mut labels) = (Vec::new(), Vec::new());
        for (place, label) in said.iter().enumerate() {
            let Some(label) = *label else { continue };
            if label || chance.share() < share {
                places.push(place);
                labels.push(label);
            }
        }
        Self { places, labels, share }
    }
}

/// Parts of the table by time, each with as many transfers that are laundering.
struct Parts(Vec<usize>);

impl Parts {
    fn of(said: &[Option<bool>], positives: usize) -> Self {
        let mut ends = Vec::new();
        let mut met = 0;
        for (place, said) in said.iter().enumerate() {
            met += usize::from(*said == Some(true));
            if positives * (ends.len() + 1) < met * PARTS && ends.len() + 1 < PARTS {
                ends.push(place);
            }
        }
        Self(ends)
    }

    fn of_place(&self, place: usize) -> usize {
        self.0.partition_point(|end| *end <= place)
    }
}

/// A model that learnt from all, and for each part one that learnt from the others.
struct Trained {
    whole: Boosted,
    without: Vec<Boosted>,
}

impl Trained {
    fn learn(rows: &Rows, sample: &Sample, parts: &Parts, seed: u64) -> Self {
        let without = |part: usize| {
            let is_other = |at: &usize| parts.of_place(sample.places[*at]) != part;
            let own: Vec<usize> = (0..sample.places.len()).filter(is_other).collect();
            let labels: Vec<bool> = own.iter().map(|at| sample.labels[*at]).collect();
            Boosted::learn(&rows.some(&own), &labels, TRIAL_MEMBERS, seed)
        };
        let without = (0..PARTS).map(without).collect();
        Self { whole: Boosted::learn(rows, &sample.labels, MEMBERS, seed), without }
    }

    /// The odds of a transfer by a model that did not learn from it.
    fn odds_of(&self, place: usize, is_labelled: bool, parts: &Parts, row: &[f32]) -> f32 {
        let model = match is_labelled {
            true => &self.without[parts.of_place(place)],
            false => &self.whole,
        };
        model.odds(row, &mut |_, _| ()) as f32
    }

    /// How well each part is ranked by what was learnt from the others.
    fn tried(&self, rows: &Rows, sample: &Sample, parts: &Parts) -> Option<f64> {
        let odds = |at: usize| {
            let model = &self.without[parts.of_place(sample.places[at])];
            model.odds(rows.row(at), &mut |_, _| ())
        };
        let odds: Vec<f64> = (0..sample.places.len()).map(odds).collect();
        average_precision(&odds, &sample.labels, 1.0 / sample.share)
    }
}

/// Number of the features of this release.
const FEATURES: u32 = 1;
/// Fewest transfers of each kind.
const EACH_MIN: usize = 10;
/// Features of the neighbours: the own odds, and three for each side of both accounts.
const NEIGHBOURS: usize = 1 + 3 * SIDES.len();
/// Transfers before and after on each side that count as neighbours.
const LOOK: usize = 24;
/// Odds below this say as little as this.
const ODDS_MIN: f32 = -12.0;
/// Parts of the table by which the ranker is tried.
const PARTS: usize = 4;
/// Members of the ensemble, and of those that only try.
const MEMBERS: u64 = 4;
const TRIAL_MEMBERS: u64 = 1;
/// Transfers that are not laundering which are looked at, for each that is; not less, not more.
const NEGATIVES_EACH: usize = 60;
const NEGATIVES_LEAST: usize = 80_000;
const NEGATIVES_MOST: usize = 400_000;
