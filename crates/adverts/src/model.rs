//! What an agency's own decisions teach: a linear model over hashed runs of characters.
//!
//! Training asks for nothing but texts with labels. How far single texts are trusted, and how the
//! model and the lexicon go together in one calibrated score, is settled on texts that were kept
//! apart. The same texts in the same order give the same file on the same machine.
//!
//! # Invariants
//!
//! * A file that was changed is refused: its header has the hash of its body.
//! * Texts that read alike stand on one side of what is kept apart.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::descent::{Fit, fit};
use crate::features::{BITS, Features, PLACES, for_each};
use crate::fold::Folded;
use crate::lexicon::Lexicon;
use crate::measure::log_loss;
use crate::score::{lexicon_log_odds, sigmoid};
use crate::view::View;
use rayon::prelude::*;

/// A trained model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    header: Header,
    rarity: Vec<f32>,
    weights: Vec<f64>,
}

/// What a model's file says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// The form of the file.
    pub version: u32,
    /// Places, as a power of two.
    pub bits: u32,
    /// Texts that it was trained on.
    pub texts: usize,
    /// Those labelled as adverts of the kind.
    pub positives: usize,
    /// How far single texts are trusted.
    pub trust: f64,
    /// The lexicon with which it was calibrated.
    pub lexicon: String,
    /// Constant, weight of the model, weight of the lexicon.
    pub calibration: [f64; 3],
    /// The constant of the model.
    pub constant: f64,
    /// Mean log loss on texts that were kept apart, after calibration.
    pub held_out_log_loss: f64,
    /// SHA-256 of what follows the header.
    pub body: String,
}

/// Why there is no model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// One of the two kinds has hardly any text.
    #[error(
        "{positives} texts are labelled as such adverts and {others} as others; at least {required} of each are needed"
    )]
    TooFew {
        /// Labelled as adverts.
        positives: usize,
        /// Labelled as something else.
        others: usize,
        /// How many of each are needed.
        required: usize,
    },
    /// More texts than fit into memory.
    #[error("{texts} texts are more than the {most} that a model is trained on")]
    TooMany {
        /// How many there are.
        texts: usize,
        /// How many may be.
        most: usize,
    },
    /// It is no model, or of another version.
    #[error("this is not a model of this version")]
    NotAModel,
    /// Its body is not the one of its header.
    #[error("the model was changed or cut after it was written")]
    Changed,
}

/// A text that was decided about.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The text.
    pub text: String,
    /// Whether it was found to be an advert of the kind.
    pub is_advert: bool,
}

/// What a model says of a text.
pub(crate) struct Judged {
    pub(crate) log_odds: f64,
    pub(crate) lexicon_share: f64,
    /// The parts of the view that weigh most.
    pub(crate) spans: Vec<(Range<usize>, f64)>,
}

impl Model {
    /// Learns from decisions.
    ///
    /// # Errors
    ///
    /// [`ModelError`] when there are too few or too many.
    pub fn train(lexicon: &Lexicon, decided: &[Decided]) -> Result<Self, ModelError> {
        let positives = decided.iter().filter(|one| one.is_advert).count();
        let others = decided.len() - positives;
        if positives.min(others) < TEXTS_MIN {
            return Err(ModelError::TooFew { positives, others, required: TEXTS_MIN });
        }
        if TEXTS_MAX < decided.len() {
            return Err(ModelError::TooMany { texts: decided.len(), most: TEXTS_MAX });
        }
        let labels: Vec<bool> = decided.iter().map(|one| one.is_advert).collect();
        let (features, folds, lexicon_says) = prepared(lexicon, decided);
        let rarity = rarity(&features);
        let features: Vec<Features> =
            features.into_par_iter().map(|text| text.weighed(&rarity)).collect();
        let (trust, calibration, loss) = settle(&features, &labels, &folds, &lexicon_says);
        let all: Vec<(&Features, bool)> = features.iter().zip(labels.iter().copied()).collect();
        let Fit { weights, constant } = fit(&all, trust);
        let weights: Vec<f64> =
            weights.into_iter().map(|weight| f64::from(weight as f32)).collect();
        let body = body(&rarity, &weights);
        let header = Header {
            version: VERSION,
            bits: BITS,
            texts: decided.len(),
            positives,
            trust,
            lexicon: lexicon.version().to_owned(),
            calibration,
            constant,
            held_out_log_loss: loss,
            body: hex::encode(Sha256::digest(&body)),
        };
        Ok(Self { header, rarity, weights })
    }

    /// What it says of itself.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.as_bytes().to_vec();
        // A header has no maps and no keys that are not text, so this cannot fail.
        bytes.extend(serde_json::to_vec(&self.header).unwrap_or_default());
        bytes.push(b'\n');
        bytes.extend(body(&self.rarity, &self.weights));
        bytes
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// [`ModelError::NotAModel`], [`ModelError::Changed`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC.as_bytes()).ok_or(ModelError::NotAModel)?;
        let end = rest
            .iter()
            .take(HEADER_BYTES_MAX)
            .position(|byte| *byte == b'\n')
            .ok_or(ModelError::NotAModel)?;
        let header: Header =
            serde_json::from_slice(&rest[..end]).map_err(|_| ModelError::NotAModel)?;
        let body = &rest[end + 1..];
        if header.version != VERSION || header.bits != BITS {
            return Err(ModelError::NotAModel);
        }
        if body.len() != 2 * PLACES * NUMBER_BYTES
            || hex::encode(Sha256::digest(body)) != header.body
        {
            return Err(ModelError::Changed);
        }
        let numbers =
            body.as_chunks::<NUMBER_BYTES>().0.iter().map(|bytes| f32::from_le_bytes(*bytes));
        let numbers: Vec<f32> = numbers.collect();
        let (rarity, weights) = numbers.split_at(PLACES);
        let weights = weights.iter().map(|weight| f64::from(*weight)).collect();
        Ok(Self { header, rarity: rarity.to_vec(), weights })
    }

    pub(crate) fn judge(&self, view: &View, lexicon_log_odds: f64) -> Judged {
        let features = Features::counted(view).weighed(&self.rarity);
        let [constant, of_model, of_lexicon] = self.header.calibration;
        let own = features.dot(&self.weights) + self.header.constant;
        let spans = self.heaviest(view, &features, of_model);
        let log_odds = constant + of_model * own + of_lexicon * lexicon_log_odds;
        Judged { log_odds, lexicon_share: of_lexicon, spans }
    }

    /// The parts of a text that weigh most, each with what its runs add.
    fn heaviest(
        &self,
        view: &View,
        features: &Features,
        of_model: f64,
    ) -> Vec<(Range<usize>, f64)> {
        let mut told = vec![0.0_f64; view.text().len() + 1];
        for_each(view.text(), |place, start, end| {
            let Ok(at) = features.0.binary_search_by_key(&place, |feature| feature.0) else {
                return;
            };
            let added = of_model * f64::from(features.0[at].1) * self.weights[place as usize];
            let each = added / (end - start) as f64;
            told[start..end].iter_mut().for_each(|byte| *byte += each);
        });
        let mut spans = Vec::new();
        for _ in 0..SPANS_MAX {
            let Some((span, weight)) =
                heaviest_run(&told).filter(|(_, weight)| SPAN_WEIGHT_MIN < *weight)
            else {
                break;
            };
            told[span.clone()].iter_mut().for_each(|byte| *byte = 0.0);
            let span = whole_letters(view.text(), span);
            spans.push((span, weight));
        }
        spans
    }
}

/// The run of bytes with the largest sum (Kadane), not longer than what a reader takes in at once.
fn heaviest_run(told: &[f64]) -> Option<(Range<usize>, f64)> {
    let (mut best, mut start, mut sum) = (None, 0, 0.0);
    for (at, byte) in told.iter().enumerate() {
        if sum <= 0.0 || SPAN_BYTES_MAX <= at - start {
            (start, sum) = (at, 0.0);
        }
        sum += byte;
        if best.as_ref().is_none_or(|(_, most)| *most < sum) {
            best = Some((start..at + 1, sum));
        }
    }
    best
}

fn whole_letters(text: &str, span: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (span.start.min(text.len()), span.end.min(text.len()));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// Features, on which side each text stands, and what the lexicon says of it.
fn prepared(lexicon: &Lexicon, decided: &[Decided]) -> (Vec<Features>, Vec<usize>, Vec<f64>) {
    let folds = if decided.len() < ONE_FOLD_FROM { FOLDS } else { 1 };
    let one = |one: &Decided| {
        let view = View::new(&Folded::new(&one.text));
        let hash = Sha256::digest(view.text().as_bytes());
        let fold = usize::from(hash[0]) % FOLDS;
        let fold = if fold < folds { fold } else { usize::MAX };
        ((Features::counted(&view), fold), lexicon_log_odds(lexicon, &one.text))
    };
    let all: Vec<((Features, usize), f64)> = decided.par_iter().map(one).collect();
    let (pairs, lexicon_says): (Vec<(Features, usize)>, Vec<f64>) = all.into_iter().unzip();
    let (features, folds) = pairs.into_iter().unzip();
    (features, folds, lexicon_says)
}

/// The smoothed inverse share of texts that have a place.
fn rarity(features: &[Features]) -> Vec<f32> {
    let mut texts = vec![0_u32; PLACES];
    for (place, _) in features.iter().flat_map(|text| &text.0) {
        texts[*place as usize] += 1;
    }
    let all = features.len() as f32;
    texts.iter().map(|count| ((1.0 + all) / (1.0 + *count as f32)).ln() + 1.0).collect()
}

/// Tries each degree of trust on what was kept apart: the best, its calibration and its loss.
fn settle(
    features: &[Features],
    labels: &[bool],
    folds: &[usize],
    lexicon_says: &[f64],
) -> (f64, [f64; 3], f64) {
    let kinds =
        folds.iter().copied().filter(|fold| *fold != usize::MAX).max().map_or(0, |most| most + 1);
    let mut best = (TRUSTS[0], [0.0, 1.0, 0.0], f64::INFINITY);
    for trust in TRUSTS {
        let mut apart: Vec<(f64, f64, bool)> = Vec::new();
        for fold in 0..kinds {
            let kept = (0..labels.len()).filter(|at| folds[*at] != fold);
            let learnt: Vec<(&Features, bool)> =
                kept.map(|at| (&features[at], labels[at])).collect();
            let fitted = fit(&learnt, trust);
            let others = (0..labels.len()).filter(|at| folds[*at] == fold);
            apart.extend(
                others.map(|at| (fitted.log_odds(&features[at]), lexicon_says[at], labels[at])),
            );
        }
        let calibration = calibrate(&apart);
        let says = apart.iter().map(|(model, lexicon, label)| {
            let [constant, of_model, of_lexicon] = calibration;
            (sigmoid(constant + of_model * model + of_lexicon * lexicon), *label)
        });
        let loss = log_loss(says);
        if loss < best.2 {
            best = (trust, calibration, loss);
        }
    }
    best
}

/// Two weights and a constant by Newton's method with a slight pull to the model alone. The
/// lexicon never counts against itself.
fn calibrate(apart: &[(f64, f64, bool)]) -> [f64; 3] {
    let with_both = newton(apart, true);
    if 0.0 <= with_both[2] && 0.0 < with_both[1] { with_both } else { newton(apart, false) }
}

fn newton(apart: &[(f64, f64, bool)], with_lexicon: bool) -> [f64; 3] {
    let mut at = PRIOR;
    for _ in 0..NEWTON_STEPS {
        let mut slope = [0.0; 3];
        let mut bend = [[0.0; 3]; 3];
        for place in 0..3 {
            slope[place] = PULL * (at[place] - PRIOR[place]);
            bend[place][place] = PULL;
        }
        for (model, lexicon, label) in apart {
            let says = [1.0, *model, if with_lexicon { *lexicon } else { 0.0 }];
            let chance = sigmoid(at.iter().zip(says).map(|(weight, says)| weight * says).sum());
            let residual = chance - f64::from(u8::from(*label));
            for row in 0..3 {
                slope[row] += residual * says[row];
                for column in 0..3 {
                    bend[row][column] += chance * (1.0 - chance) * says[row] * says[column];
                }
            }
        }
        let Some(step) = solved(bend, slope) else { break };
        // A far step of a well separated set would run away.
        let length = step.iter().map(|part| part.abs()).fold(1.0, f64::max);
        at.iter_mut().zip(step).for_each(|(at, step)| *at -= step / length);
    }
    at
}

/// Three equations with three unknowns, by elimination with exchange of rows.
fn solved(mut rows: [[f64; 3]; 3], mut right: [f64; 3]) -> Option<[f64; 3]> {
    for at in 0..3 {
        let largest = (at..3).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs()))?;
        rows.swap(at, largest);
        right.swap(at, largest);
        if rows[at][at].abs() < f64::EPSILON {
            return None;
        }
        let upper = rows[at];
        for below in at + 1..3 {
            let times = rows[below][at] / upper[at];
            rows[below].iter_mut().zip(upper).for_each(|(cell, above)| *cell -= times * above);
            right[below] -= times * right[at];
        }
    }
    let mut answer = [0.0; 3];
    for at in (0..3).rev() {
        let known: f64 = (at + 1..3).map(|column| rows[at][column] * answer[column]).sum();
        answer[at] = (right[at] - known) / rows[at][at];
    }
    Some(answer)
}

fn body(rarity: &[f32], weights: &[f64]) -> Vec<u8> {
    let weights = weights.iter().map(|weight| *weight as f32);
    rarity.iter().copied().chain(weights).flat_map(f32::to_le_bytes).collect()
}

const MAGIC: &str = "liaison-advert-model\n";
const VERSION: u32 = 1;
const HEADER_BYTES_MAX: usize = 4096;
const NUMBER_BYTES: usize = 4;
/// Fewer of either kind teach nothing that holds.
pub const TEXTS_MIN: usize = 10;
/// At about 4 kB a text, what 4 GB hold.
pub const TEXTS_MAX: usize = 500_000;
const FOLDS: usize = 5;
/// From so many texts on one part kept apart is enough.
const ONE_FOLD_FROM: usize = 5_000;
const TRUSTS: [f64; 3] = [1.0, 10.0, 100.0];
const PRIOR: [f64; 3] = [0.0, 1.0, 0.0];
const PULL: f64 = 0.1;
const NEWTON_STEPS: usize = 60;
const SPANS_MAX: usize = 3;
const SPAN_WEIGHT_MIN: f64 = 0.3;
const SPAN_BYTES_MAX: usize = 90;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{KnownContacts, Scorer};

    fn decisions() -> Vec<Decided> {
        let advert = |number: u32| {
            format!("quick chance {number} for typing hands, ask room {}", number * 7)
        };
        let other = |number: u32| {
            format!("lecture {number} about the history of typing, hall {}", number * 3)
        };
        let adverts = (0..40).map(|number| Decided { text: advert(number), is_advert: true });
        adverts
            .chain((0..40).map(|number| Decided { text: other(number), is_advert: false }))
            .collect()
    }

    #[test]
    fn a_model_learns_from_decisions_and_says_what_it_went_by() {
        let lexicon = Lexicon::built_in().unwrap();
        let model = Model::train(lexicon, &decisions()).unwrap();
        let scorer = Scorer::new(lexicon, Some(&model), KnownContacts::default());

        let advert = scorer.score("a quick chance for typing hands, ask room 5");
        let other = scorer.score("the lecture about history is in hall 9");

        assert!(0.7 < advert.score && other.score < 0.3, "{} {}", advert.score, other.score);
        assert!(advert.reasons.iter().any(|reason| reason.cause == crate::score::Cause::Learnt));
    }

    #[test]
    fn the_same_decisions_give_the_same_bytes_and_the_bytes_the_same_model() {
        let lexicon = Lexicon::built_in().unwrap();
        let model = Model::train(lexicon, &decisions()).unwrap();
        let bytes = model.to_bytes();

        assert_eq!(Model::train(lexicon, &decisions()).unwrap().to_bytes(), bytes);
        assert_eq!(Model::from_bytes(&bytes), Ok(model));
    }

    #[test]
    fn a_changed_model_is_refused() {
        let model = Model::train(Lexicon::built_in().unwrap(), &decisions()).unwrap();
        let mut bytes = model.to_bytes();
        *bytes.last_mut().unwrap() ^= 1;

        assert_eq!(Model::from_bytes(&bytes), Err(ModelError::Changed));
        assert_eq!(Model::from_bytes(&bytes[..bytes.len() - 1]), Err(ModelError::Changed));
        assert_eq!(Model::from_bytes(b"id,text\n"), Err(ModelError::NotAModel));
    }

    #[test]
    fn decisions_of_one_kind_teach_nothing() {
        let decided: Vec<Decided> = decisions().into_iter().take(45).collect();
        let error = ModelError::TooFew { positives: 40, others: 5, required: TEXTS_MIN };

        assert_eq!(Model::train(Lexicon::built_in().unwrap(), &decided), Err(error));
    }
}
