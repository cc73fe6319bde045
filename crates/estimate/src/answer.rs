//! What an estimate says, what it warns of, and why it is refused.

use liaison_model::messages::Message;
use serde::Serialize;

use crate::existence::Verdict;
use crate::method::Method;

/// The answer of one method. It has limits or a refusal, never a bare number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// People who were seen.
    pub observed: u64,
    /// How many lists there are.
    pub lists: usize,
    /// Their names.
    pub list_names: Vec<String>,
    /// People on two lists or more.
    pub shared: u64,
    /// Pairs of lists that share nobody, by name.
    pub empty_overlaps: Vec<String>,
    /// Estimated people in all, those seen included.
    pub estimate: Option<f64>,
    /// Lower limit.
    pub low: Option<f64>,
    /// Upper limit; there may be none above a lower one.
    pub high: Option<f64>,
    /// Share of such intervals that are meant to hold the truth.
    pub level: f64,
    /// How the limits were found.
    pub interval: Interval,
    /// The limits in two digits, rounded outwards: what is said first.
    pub headline: Option<(f64, Option<f64>)>,
    /// How it was estimated.
    pub method: Method,
    /// The model's name.
    pub model: Option<String>,
    /// The model's interactions, by the names of the lists.
    pub interactions: Vec<String>,
    /// Akaike's criterion of the model.
    pub aic: Option<f64>,
    /// The Bayesian information criterion of the model.
    pub bic: Option<f64>,
    /// Wald's limits given the model, too narrow where the model was selected.
    pub wald: Option<(f64, f64)>,
    /// How many models passed the checks, where all were looked at.
    pub models_passing: Option<usize>,
    /// Models that the limits span, the most frequent first.
    pub spans: Vec<Candidate>,
    /// Seed of the bootstrap.
    pub seed: Option<u64>,
    /// Replicates of the bootstrap.
    pub replicates: Option<u32>,
    /// How many of them had no estimate.
    pub failed_replicates: Option<u32>,
    /// What small mistakes in the table would change.
    pub sensitivity: Option<Sensitivity>,
    /// What links in doubt do to the limits, which hold it.
    pub linkage: Option<Linkage>,
    /// The shape of what is believed, of a Bayesian method.
    pub shape: Option<Shape>,
    /// What a reader must know.
    #[serde(skip)]
    pub warnings: Vec<Warning>,
    /// Why there is no estimate.
    #[serde(skip)]
    pub refused: Option<Refusal>,
}

/// How limits were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interval {
    /// There are none.
    None,
    /// From the curvature of one model's likelihood.
    Wald,
    /// From replicates, bias-corrected and accelerated.
    Bca,
    /// From quantiles of a posterior distribution.
    Posterior,
    /// From a normal approximation.
    Normal,
}

/// One of several models that say something else.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// Its name.
    pub model: String,
    /// People in all, by this model in the table as it is; nothing where it has no estimate there.
    pub estimate: Option<f64>,
    /// Its Bayesian information criterion in the table as it is.
    pub bic: Option<f64>,
    /// In which share of the replicates it was selected, or its posterior probability.
    pub share: Option<f64>,
}

/// What small mistakes in the table would change. Every estimate is of people in all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sensitivity {
    /// The history from which one person less changes the estimate most, by name.
    pub one_person_of: String,
    /// The estimate without that person; nothing where there would be none.
    pub one_person_less: Option<f64>,
    /// The share of links of the next two, which is assumed and not measured.
    pub links: f64,
    /// The estimate had that share of the true links been missed.
    pub links_missed: Option<f64>,
    /// The estimate had that share of the links been wrong.
    pub links_wrong: Option<f64>,
}

/// What links that are in doubt leave open.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Linkage {
    /// Tables in which the links were drawn.
    pub tables: usize,
    /// How many of them had no estimate.
    pub failed_tables: usize,
    /// Fewest and most people seen in one of them.
    pub people: (u64, u64),
    /// The lowest and the highest estimate of one of them.
    pub estimates: (f64, f64),
    /// The limits, were the links of the table as it stands right.
    pub as_linked: (f64, Option<f64>),
    /// The limits that hold both.
    #[serde(skip)]
    pub(crate) limits: (f64, Option<f64>),
}

/// The shape of a posterior distribution of people in all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shape {
    /// Its mean.
    pub mean: f64,
    /// Its highest point.
    pub mode: f64,
    /// Levels and quantiles.
    pub quantiles: Vec<(f64, f64)>,
    /// Highest points between which it falls clearly.
    pub humps: Vec<f64>,
    /// People in all and the probability that is believed up to there, for a picture.
    pub curve: Vec<(f64, f64)>,
}

/// What a reader must know before the number is used.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Warning {
    /// With two lists nothing tells whether they are independent.
    TwoLists,
    /// Two lists share few people.
    FewShared {
        /// How many.
        shared: u64,
    },
    /// Few people are on more than one list.
    SmallOverlap {
        /// How many.
        shared: u64,
    },
    /// One person more or less changes the estimate.
    OnePersonDecides {
        /// On which lists the person is.
        lists: String,
        /// By how much of the estimate, in percent.
        percent: f64,
    },
    /// Models that fit equally well say different things.
    TiedModels {
        /// How many.
        models: usize,
        /// The lowest estimate among them.
        low: f64,
        /// The highest.
        high: f64,
    },
    /// Two numbers are believed, and what lies between them is not.
    TwoHumps {
        /// The lower one.
        low: f64,
        /// The higher one.
        high: f64,
    },
    /// Nearly everybody was missed.
    MostlyUnseen {
        /// People in all over people seen.
        times: f64,
    },
    /// A list shares nobody with any other.
    IsolatedList {
        /// Which.
        list: String,
    },
    /// A list lies wholly inside another, as it might by chance.
    ContainedList {
        /// Which.
        inner: String,
        /// Inside which.
        outer: String,
    },
    /// Too many replicates have no estimate for an upper limit.
    NoUpperLimit {
        /// Their share in percent.
        percent: f64,
    },
    /// The limits are those of one model, as if it were known to be true.
    OneModel,
    /// The method takes the lists to be independent.
    Independence,
    /// There are too many models to look at each.
    NotEveryModel,
    /// There are few replicates for limits.
    FewReplicates {
        /// How many.
        replicates: u32,
    },
    /// Links in doubt leave tables without an estimate.
    LinksWithoutEstimate {
        /// Their share in percent.
        percent: f64,
    },
}

/// Why there is no estimate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The table has no people.
    NoPeople,
    /// There are fewer than two lists.
    OneList,
    /// Nobody is on a list.
    EmptyList {
        /// Which.
        list: String,
    },
    /// No two lists share anybody.
    DisjointLists,
    /// A list lies wholly inside another.
    ContainedList {
        /// Which.
        inner: String,
        /// Inside which.
        outer: String,
    },
    /// Two lists share too few people.
    TooFewShared {
        /// How many.
        shared: u64,
        /// How many are needed.
        required: u64,
    },
    /// No model has an estimate, or the named one has none.
    NoEstimate {
        /// What the checks say.
        verdict: Verdict,
    },
    /// The method is for two lists.
    NeedsTwoLists,
    /// The method is for three lists and more.
    NeedsThreeLists,
    /// The method is for fewer lists.
    TooManyLists {
        /// At most how many.
        lists_max: usize,
    },
    /// The counts do not bound the number of people.
    Unbounded,
}

impl Warning {
    /// The sentence. Its key after [`WARNING`] is the code.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = |key: &'static str| Message::new(key);
        let round = |value: f64| format!("{value:.0}");
        match self {
            Self::TwoLists => key("estimate-warning-two-lists"),
            Self::FewShared { shared } => {
                key("estimate-warning-few-shared").count("shared", *shared)
            }
            Self::SmallOverlap { shared } => {
                key("estimate-warning-small-overlap").count("shared", *shared)
            }
            Self::OnePersonDecides { lists, percent } => key("estimate-warning-one-person-decides")
                .with("lists", lists)
                .with("percent", round(*percent)),
            Self::TiedModels { models, low, high } => key("estimate-warning-tied-models")
                .count("models", *models as u64)
                .with("low", round(*low))
                .with("high", round(*high)),
            Self::TwoHumps { low, high } => key("estimate-warning-two-humps")
                .with("low", round(*low))
                .with("high", round(*high)),
            Self::MostlyUnseen { times } => {
                key("estimate-warning-mostly-unseen").with("times", round(*times))
            }
            Self::IsolatedList { list } => key("estimate-warning-isolated-list").with("list", list),
            Self::ContainedList { inner, outer } => {
                key("estimate-warning-contained-list").with("inner", inner).with("outer", outer)
            }
            Self::NoUpperLimit { percent } => {
                key("estimate-warning-no-upper-limit").with("percent", round(*percent))
            }
            Self::OneModel => key("estimate-warning-one-model"),
            Self::Independence => key("estimate-warning-independence"),
            Self::NotEveryModel => key("estimate-warning-not-every-model"),
            Self::FewReplicates { replicates } => {
                key("estimate-warning-few-replicates").count("replicates", u64::from(*replicates))
            }
            Self::LinksWithoutEstimate { percent } => {
                key("estimate-warning-links-without-estimate").with("percent", round(*percent))
            }
        }
    }

    /// A stable word for programs.
    #[must_use]
    pub fn code(&self) -> String {
        code_of(&self.message(), WARNING)
    }
}

impl Refusal {
    /// The sentence. Its key after [`REFUSED`] is the code.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = |key: &'static str| Message::new(key);
        match self {
            Self::NoPeople => key("estimate-refused-no-people"),
            Self::OneList => key("estimate-refused-one-list"),
            Self::EmptyList { list } => key("estimate-refused-empty-list").with("list", list),
            Self::DisjointLists => key("estimate-refused-disjoint-lists"),
            Self::ContainedList { inner, outer } => {
                key("estimate-refused-contained-list").with("inner", inner).with("outer", outer)
            }
            Self::TooFewShared { shared, required } => key("estimate-refused-too-few-shared")
                .count("shared", *shared)
                .with("required", required),
            Self::NoEstimate { verdict } => match verdict {
                Verdict::NotIdentifiable => key("estimate-refused-not-identifiable"),
                _ => key("estimate-refused-no-estimate"),
            },
            Self::NeedsTwoLists => key("estimate-refused-needs-two-lists"),
            Self::NeedsThreeLists => key("estimate-refused-needs-three-lists"),
            Self::TooManyLists { lists_max } => {
                key("estimate-refused-too-many-lists").with("most", lists_max)
            }
            Self::Unbounded => key("estimate-refused-unbounded"),
        }
    }

    /// A stable word for programs.
    #[must_use]
    pub fn code(&self) -> String {
        code_of(&self.message(), REFUSED)
    }
}

/// A range in two digits, which reaches at least as far as its limits do.
pub(crate) fn two_digits(low: f64, high: Option<f64>) -> (f64, Option<f64>) {
    let unit = |value: f64| 10f64.powi((value.max(1.0).log10().floor() as i32 - 1).max(0));
    let low = (low / unit(low)).floor() * unit(low);
    (low, high.map(|high| (high / unit(high)).ceil() * unit(high)))
}

fn code_of(message: &Message, beginning: &str) -> String {
    message.key.strip_prefix(beginning).unwrap_or(&message.key).to_owned()
}

/// What the keys of warnings begin with.
const WARNING: &str = "estimate-warning-";
/// What the keys of refusals begin with.
const REFUSED: &str = "estimate-refused-";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_have_two_digits_and_are_no_narrower_than_the_limits() {
        #[track_caller]
        fn check(low: f64, high: f64, expected: (f64, f64)) {
            assert_eq!(two_digits(low, Some(high)), (expected.0, Some(expected.1)));
        }

        check(6947.0, 18010.0, (6900.0, 19000.0));
        check(987.0, 995.0, (980.0, 1000.0));
        check(7.0, 87.4, (7.0, 88.0));
        check(0.2, 12000.0, (0.0, 12000.0));
        assert_eq!(two_digits(1234.0, None), (1200.0, None));
    }

    #[test]
    fn codes_are_the_ends_of_their_keys() {
        assert_eq!(Warning::TwoLists.code(), "two-lists");
        assert_eq!(Refusal::TooFewShared { shared: 3, required: 7 }.code(), "too-few-shared");
    }
}
