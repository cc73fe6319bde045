//! What is known of one record, and what two records say about each other.
//!
//! A record of a node has several names, several telephones and few columns in common with the
//! next, so nothing can be learnt from it as from a table. Names are weighed by what the names
//! crate has learnt; equal numbers, dates and countries by how rare they are among all records;
//! what differs by usual rates per kind, in orders of magnitude. Each kind counts once, by the two
//! values that agree best.

use liaison_model::values::DateOrder;
use liaison_names::{Hints, Kind as NameKind, Prepared, compare};

use crate::date::Day;
use crate::kind::Kind;
use crate::records::{cleaned, day};
use crate::text;

/// What is known of one record, ready for comparison.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    pub(crate) about: NameKind,
    pub(crate) values: Vec<Value>,
}

/// One value of a record.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub(crate) kind: Kind,
    /// In the form in which it is compared; of a name, as it is written.
    pub(crate) text: String,
    pub(crate) name: Option<Box<Prepared>>,
    /// What the caller knows it by.
    pub(crate) tag: u64,
}

/// What one kind of value says about two records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// What was compared.
    pub kind: Kind,
    /// How the values agree: a key of the catalogue of messages.
    pub message_key: &'static str,
    /// What that is worth, in bits; against one record when negative.
    pub weight: f32,
    /// What the caller knows the first record's value by.
    pub first: u64,
    /// The same of the second record.
    pub second: u64,
}

/// Two records compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Weighed {
    /// The sum of all weights: log2 of how much likelier these values are of one than of two.
    pub bits: f32,
    /// What it is made of, kind by kind.
    pub agreements: Vec<Agreement>,
}

/// How common values are.
pub trait Commonness {
    /// The share of records that have this value, above 0 and at most 1.
    fn share(&self, kind: Kind, text: &str) -> f32;
}

impl Profile {
    /// Nothing is known yet, but what it is about.
    #[must_use]
    pub fn new(about: NameKind) -> Self {
        Self { about, values: Vec::new() }
    }

    /// Adds a value that the caller knows by `tag`. What is empty or of no use is left out; of very
    /// many values of a kind the first count.
    pub fn push(&mut self, kind: Kind, text: &str, tag: u64) {
        let of_kind = self.values.iter().filter(|value| value.kind == kind).count();
        if VALUES_MAX <= of_kind {
            return;
        }
        self.values.extend(Value::new(kind, text, self.about, tag));
    }

    /// Whether there is nothing to find it by.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Value> {
        self.values.iter().filter(move |value| value.kind == kind)
    }
}

impl Value {
    fn new(kind: Kind, text: &str, about: NameKind, tag: u64) -> Option<Self> {
        let text = plain(kind, text);
        if text.is_empty() {
            return None;
        }
        let name = match kind {
            Kind::FullName => {
                let prepared = Prepared::new(&text, &Hints { kind: about });
                if prepared.is_empty() {
                    return None;
                }
                Some(Box::new(prepared))
            }
            _ => None,
        };
        Some(Self { kind, text, name, tag })
    }
}

/// The form in which a value is compared.
pub(crate) fn plain(kind: Kind, text: &str) -> String {
    match kind {
        Kind::FullName => text.trim().to_owned(),
        kind => cleaned(kind, text, DateOrder::DayFirst),
    }
}

/// Compares two records. Symmetric but for the sides of its agreements. O(values of a kind²).
#[must_use]
pub fn weigh(a: &Profile, b: &Profile, commonness: &dyn Commonness) -> Weighed {
    let mut weighed = Weighed::default();
    for kind in KINDS {
        let mut best: Option<Agreement> = None;
        for one in a.of_kind(kind) {
            for other in b.of_kind(kind) {
                let Some((message_key, weight)) = agreement(one, other, commonness) else {
                    continue;
                };
                if best.is_none_or(|best| best.weight < weight) {
                    let (first, second) = (one.tag, other.tag);
                    best = Some(Agreement { kind, message_key, weight, first, second });
                }
            }
        }
        weighed.agreements.extend(best);
    }
    weighed.bits = weighed.agreements.iter().map(|agreement| agreement.weight).sum();
    weighed
}

/// How two values of one kind agree, and what that is worth in bits.
fn agreement(a: &Value, b: &Value, common: &dyn Commonness) -> Option<(&'static str, f32)> {
    let is_equal = a.text == b.text;
    // Of one record's values so many are equal in another record of the same, by usual rates.
    let share = common.share(a.kind, &a.text).max(common.share(b.kind, &b.text));
    let rare = |of_one: f32| (of_one / share).log2().clamp(0.0, BITS_MAX);
    let number = |of_one: f32, different: f32| {
        let (x, y) = (a.text.as_bytes(), b.text.as_bytes());
        let ends = x.iter().rev().zip(y.iter().rev()).take_while(|(x, y)| x == y).count();
        if is_equal {
            ("link-level-equal", rare(of_one))
        } else if LAST_DIGITS_MIN <= ends {
            ("link-level-same-core", rare(of_one) - 2.0)
        } else if is_one_edit(&a.text, &b.text) {
            ("link-level-one-edit", 4.0)
        } else {
            ("link-level-different", different)
        }
    };
    Some(match a.kind {
        Kind::FullName => names(a, b)?,
        Kind::Date => dates(a, b)?,
        Kind::Sex if is_equal => ("link-level-equal", 0.9),
        Kind::Sex => ("link-level-different", -5.0),
        Kind::Country if is_equal => ("link-level-equal", rare(0.9).min(6.0)),
        Kind::Country => ("link-level-different", -2.0),
        Kind::Document => number(0.8, -1.3),
        Kind::Phone => number(0.5, -0.4),
        Kind::Account | Kind::Crypto => number(0.6, -0.2),
        Kind::Email | Kind::Handle => number(0.6, -0.3),
        Kind::Address => addresses(a, b, rare(0.5)),
        _ => return None,
    })
}

/// Names were calibrated where as many pairs are one as are not, so that their odds are a weight.
fn names(a: &Value, b: &Value) -> Option<(&'static str, f32)> {
    let comparison = compare(a.name.as_deref()?, b.name.as_deref()?);
    let odds = comparison.probability / (1.0 - comparison.probability);
    let weight = odds.log2().clamp(-NAME_BITS_MAX, NAME_BITS_MAX);
    let key = if a.text == b.text { "link-level-equal" } else { comparison.state.message_key() };
    Some((key, weight))
}

fn dates(a: &Value, b: &Value) -> Option<(&'static str, f32)> {
    let (x, y) = (day(&a.text), day(&b.text));
    if x.year == 0 || y.year == 0 {
        return None;
    }
    let is_vague = |day: &Day| day.month == 0 || day.day == 0;
    Some(if x == y && !is_vague(&x) {
        // One day among those of sixty years, of which four in five are written alike.
        ("link-level-equal", 14.0)
    } else if x.year == y.year && (x.month == 0 || y.month == 0) {
        ("link-level-vaguer", 5.0)
    } else if x.year == y.year && x.month == y.month && (is_vague(&x) || is_vague(&y)) {
        ("link-level-vaguer", 8.0)
    } else if x.is_turned(y) {
        ("link-level-turned", 9.0)
    } else if x.is_one_slip(y) {
        ("link-level-slip", 4.0)
    } else if x.month == y.month && x.day == y.day {
        ("link-level-same-day-and-month", 1.0)
    } else if x.year == y.year {
        ("link-level-same-year", 0.5)
    } else {
        ("link-level-different", -5.0)
    })
}

fn addresses(a: &Value, b: &Value, rare: f32) -> (&'static str, f32) {
    if a.text == b.text {
        return ("link-level-equal", rare.min(8.0));
    }
    let (x, y): (Vec<&str>, Vec<&str>) = (a.text.split(' ').collect(), b.text.split(' ').collect());
    let shared = x.iter().filter(|word| y.contains(word)).count();
    if x.len().max(y.len()) <= shared * 2 {
        ("link-level-some-words", 2.0)
    } else {
        ("link-level-different", -0.5)
    }
}

fn is_one_edit(a: &str, b: &str) -> bool {
    let letters = |text: &str| text::letters(text).collect::<Vec<_>>();
    let shorter = a.len().min(b.len());
    EDITED_LETTERS_MIN <= shorter && text::distance(&letters(a), &letters(b), 1).is_some()
}

/// The kinds that are compared, in the order in which they are told.
const KINDS: [Kind; 11] = [
    Kind::FullName,
    Kind::Date,
    Kind::Sex,
    Kind::Country,
    Kind::Document,
    Kind::Phone,
    Kind::Email,
    Kind::Account,
    Kind::Crypto,
    Kind::Handle,
    Kind::Address,
];
/// A list of sanctions names some people in two dozen spellings.
const VALUES_MAX: usize = 32;
/// No single value says more.
const BITS_MAX: f32 = 16.0;
/// Nor does a name, whatever the calibration, which saw some thousand pairs.
const NAME_BITS_MAX: f32 = 8.0;
/// Numbers of subscribers have seven or eight digits; what stands before is country and area.
const LAST_DIGITS_MIN: usize = 7;
/// One letter of a shorter code is a sixth of it.
const EDITED_LETTERS_MIN: usize = 6;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// One in a thousand has each value.
    struct Rare;

    impl Commonness for Rare {
        fn share(&self, _: Kind, _: &str) -> f32 {
            0.001
        }
    }

    fn profile(values: &[(Kind, &str)]) -> Profile {
        let mut profile = Profile::new(NameKind::Person);
        values.iter().zip(0..).for_each(|((kind, text), tag)| profile.push(*kind, text, tag));
        profile
    }

    fn bits(a: &[(Kind, &str)], b: &[(Kind, &str)]) -> f32 {
        weigh(&profile(a), &profile(b), &Rare).bits
    }

    #[test]
    fn the_best_of_several_names_counts_once() {
        let one = [(Kind::FullName, "강서윤")];
        let other = [(Kind::FullName, "Somchai"), (Kind::FullName, "Kang Seo-yun")];

        let weighed = weigh(&profile(&one), &profile(&other), &Rare);

        assert_eq!((weighed.agreements.len(), weighed.agreements[0].second), (1, 1));
        assert!(2.0 < weighed.bits, "{weighed:?}");
    }

    #[test]
    fn a_shared_number_speaks_for_one_and_another_sex_against_it() {
        let name = (Kind::FullName, "Kang Seo-yun");
        let alone = bits(&[name], &[name]);
        let phone = (Kind::Phone, "+82 10-5550-1177");

        let with_phone = bits(&[name, phone], &[name, (Kind::Phone, "821055501177")]);
        let of_two_sexes = bits(&[name, (Kind::Sex, "female")], &[name, (Kind::Sex, "male")]);

        assert!(alone + 5.0 < with_phone && of_two_sexes < alone);
    }

    #[test]
    fn day_and_month_turned_round_are_better_than_another_day() {
        let date = |text| [(Kind::Date, text)];

        let turned = bits(&date("1991-04-12"), &date("1991-12-04"));
        let other = bits(&date("1991-04-12"), &date("1974-08-30"));

        assert!(5.0 < turned && other < 0.0);
    }

    #[test]
    fn what_one_record_lacks_says_nothing() {
        assert_eq!(bits(&[(Kind::Phone, "+82 10-5550-1177")], &[(Kind::Sex, "male")]), 0.0);
    }

    proptest! {
        #[test]
        fn a_weight_does_not_depend_on_which_record_comes_first(
            a in "\\PC{0,12}", b in "\\PC{0,12}", at in 0..KINDS.len()
        ) {
            let (one, other) = ([(KINDS[at], &*a)], [(KINDS[at], &*b)]);

            prop_assert_eq!(bits(&one, &other), bits(&other, &one));
        }
    }
}
