//! How well two values of a column agree, as one of a few levels.
//!
//! A level says what was seen, not what it is worth: that is learnt. Equal values are of a level
//! each for how common the value is, so that a shared rare name weighs more than a shared Kim.

use liaison_names::{Comparison, compare as compare_names};

use crate::kind::Kind;
use crate::records::{Column, Records, Words};
use crate::text::{self, Letter};

/// How two values agree. The numbers from [`EXACT`] on are equal values, one for each degree of
/// rarity.
pub(crate) type Level = u8;

/// The levels of a pair of records, one for each column.
pub(crate) type Levels = [Level; COLUMNS_MAX];

/// Columns that are compared; of wider tables the first ones that tell something.
pub const COLUMNS_MAX: usize = 16;
/// At least one has no value.
pub(crate) const MISSING: Level = 0;
/// Nothing in common.
pub(crate) const DIFFERENT: Level = 1;
/// Given and family name stand in each other's column.
pub(crate) const SWAPPED: Level = 2;
/// One is the beginning of the other, or its initial.
const BEGINNING: Level = 3;
/// Alike, at more than two edits.
pub(crate) const SIMILAR: Level = 4;
const TWO_EDITS: Level = 5;
const ONE_EDIT: Level = 6;
/// The last digits of a number, or the part of an address before the `@`, are the same.
const SAME_CORE: Level = 7;

const SAME_YEAR: Level = 8;
const SAME_YEAR_AND_PART: Level = 9;
const SAME_DAY_AND_MONTH: Level = 10;
const VAGUER: Level = 11;
const SLIP: Level = 12;
const TURNED: Level = 13;

const SOME_WORDS: Level = 8;
const SOME_RARE_WORDS: Level = 9;
const WORDS_LEFT_OUT: Level = 10;
const RARE_WORDS_LEFT_OUT: Level = 11;
const CLOSE_WORDS: Level = 12;
const CLOSE_RARE_WORDS: Level = 13;

/// The first level of equal values.
pub(crate) const EXACT: Level = 16;
/// One more than the highest level.
pub(crate) const LEVELS: usize = 48;

/// The key of a level's word in the catalogue of messages.
pub(crate) fn message_key(kind: Kind, level: Level) -> &'static str {
    let has_words = matches!(kind, Kind::FullName | Kind::Address);
    match level {
        MISSING => "link-level-missing",
        DIFFERENT => "link-level-different",
        SWAPPED => "link-level-swapped",
        BEGINNING => "link-level-beginning",
        SIMILAR => "link-level-similar",
        TWO_EDITS => "link-level-two-edits",
        ONE_EDIT => "link-level-one-edit",
        SAME_CORE => "link-level-same-core",
        SOME_WORDS | SOME_RARE_WORDS if has_words => "link-level-some-words",
        WORDS_LEFT_OUT | RARE_WORDS_LEFT_OUT if has_words => "link-level-words-left-out",
        CLOSE_WORDS | CLOSE_RARE_WORDS if has_words => "link-level-close-words",
        SAME_YEAR => "link-level-same-year",
        SAME_YEAR_AND_PART => "link-level-same-year-and-part",
        SAME_DAY_AND_MONTH => "link-level-same-day-and-month",
        VAGUER => "link-level-vaguer",
        SLIP => "link-level-slip",
        TURNED => "link-level-turned",
        _ => "link-level-equal",
    }
}

/// The comparer of one set of records.
#[derive(Debug)]
pub(crate) struct Comparer<'r> {
    pub(crate) records: &'r Records,
    /// The first given and family names, which people swap.
    swappable: Option<(usize, usize)>,
}

impl<'r> Comparer<'r> {
    pub(crate) fn new(records: &'r Records) -> Self {
        let find = |kind| records.columns.iter().position(|column| column.kind == kind);
        let swappable = find(Kind::GivenName).zip(find(Kind::FamilyName));
        Self { records, swappable }
    }

    /// How two records agree, column by column. O(columns × letters).
    pub(crate) fn levels(&self, a: u32, b: u32) -> Levels {
        let mut levels = [MISSING; COLUMNS_MAX];
        for (column, level) in self.records.columns.iter().zip(&mut levels) {
            *level = level_of(column, column.value(a), column.value(b));
        }
        if let Some((given, family)) = self.swappable
            && levels[given] == DIFFERENT
            && levels[family] == DIFFERENT
            && self.is_swapped(given, family, a, b)
        {
            (levels[given], levels[family]) = (SWAPPED, SWAPPED);
        }
        levels
    }

    fn is_swapped(&self, given: usize, family: usize, a: u32, b: u32) -> bool {
        let letters = |column: usize, record| {
            let column = &self.records.columns[column];
            column.values.get(column.value(record))
        };
        let alike = |a: &[Letter], b: &[Letter]| text::distance(a, b, 1).is_some();
        alike(letters(given, a), letters(family, b)) && alike(letters(family, a), letters(given, b))
    }
}

fn level_of(column: &Column, a: u32, b: u32) -> Level {
    if a == 0 || b == 0 {
        return MISSING;
    }
    if a == b {
        return exact(column, a);
    }
    match column.kind {
        Kind::Date => days(column, a, b),
        Kind::Sex | Kind::Country => DIFFERENT,
        Kind::FullName => full_names(column, a, b),
        Kind::Address => addresses(column, a, b),
        Kind::GivenName | Kind::FamilyName => names(column, a, b),
        Kind::Email => emails(column, a, b),
        Kind::Phone | Kind::Account | Kind::Document => numbers(column, a, b),
        Kind::Code => codes(column, a, b),
        Kind::Crypto => edits(column, a, b, 2).unwrap_or(DIFFERENT),
        Kind::Handle | Kind::Text => texts(column, a, b),
        Kind::Unused => MISSING,
    }
}

/// The level of an equal value: the less common, the lower.
pub(crate) fn exact(column: &Column, value: u32) -> Level {
    let degrees = LEVELS as u32 - 1 - u32::from(EXACT);
    let degree = match (&column.words, column.kind) {
        (Some(words), Kind::FullName) => words_degree(words, value, degrees),
        _ => column.counts[value as usize].max(1).ilog2().min(degrees),
    };
    EXACT + degree as Level
}

/// The rarer the words of a name are together, the lower, in steps of two bits.
fn words_degree(words: &Words, value: u32, degrees: u32) -> u32 {
    let bits: f32 = words.of(value).iter().map(|word| words.bits[*word as usize]).sum();
    degrees - ((bits / 2.0) as u32).min(degrees)
}

/// Letters of both values.
fn both(column: &Column, a: u32, b: u32) -> (&[Letter], &[Letter]) {
    (column.values.get(a), column.values.get(b))
}

/// The level by edits, up to `most` of them.
fn edits(column: &Column, a: u32, b: u32, most: usize) -> Option<Level> {
    let differing = (column.values.signature(a) ^ column.values.signature(b)).count_ones() as usize;
    if 2 * most < differing {
        return None;
    }
    let (of_a, of_b) = both(column, a, b);
    let shorter = of_a.len().min(of_b.len());
    match text::distance(of_a, of_b, most)? {
        0 | 1 if 3 <= shorter => Some(ONE_EDIT),
        2 if 5 <= shorter => Some(TWO_EDITS),
        _ => Some(SIMILAR),
    }
}

fn texts(column: &Column, a: u32, b: u32) -> Level {
    let (of_a, of_b) = both(column, a, b);
    let shorter = of_a.len().min(of_b.len());
    let most = (shorter / 3).clamp(1, EDITS_MAX);
    if let Some(level) = edits(column, a, b, most) {
        return level;
    }
    let begins = of_a.starts_with(&of_b[..shorter]) && of_b.starts_with(&of_a[..shorter]);
    if begins && (shorter == 1 || 3 <= shorter) { BEGINNING } else { DIFFERENT }
}

fn names(column: &Column, a: u32, b: u32) -> Level {
    if let Some(comparison) = across_scripts(column, a, b) {
        return match comparison.probability {
            0.9.. => ONE_EDIT,
            0.6..0.9 => SIMILAR,
            _ => DIFFERENT,
        };
    }
    texts(column, a, b)
}

/// Compares names of two scripts by sound; `None` where both are of one script.
fn across_scripts(column: &Column, a: u32, b: u32) -> Option<Comparison> {
    let (of_a, of_b) = both(column, a, b);
    if !column.is_mixed() || script(of_a) == script(of_b) {
        return None;
    }
    Some(compare_names(column.prepared(a)?, column.prepared(b)?))
}

/// The script of the first letter, as the number of its block.
fn script(letters: &[Letter]) -> u16 {
    match letters.first().copied().unwrap_or(0) {
        0..0x0250 => 0,
        0x1E00..0x1F00 => 0,
        0x4E00..0xA000 => 1,
        0xAC00..0xD7A4 => 2,
        other => 3 + other / 0x80,
    }
}

fn full_names(column: &Column, a: u32, b: u32) -> Level {
    if let Some(comparison) = across_scripts(column, a, b) {
        return match comparison.probability {
            0.95.. => CLOSE_RARE_WORDS,
            0.8..0.95 => CLOSE_WORDS,
            0.5..0.8 => SOME_WORDS,
            _ => DIFFERENT,
        };
    }
    let Some(words) = &column.words else { return texts(column, a, b) };
    let (a, b) = in_order(column, a, b);
    let (of_a, of_b) = (words.of(a), words.of(b));
    let shared = Shared::of(words, of_a, of_b);
    let (fewer, more) = (of_a.len().min(of_b.len()), of_a.len().max(of_b.len()));
    let rather =
        |rare_bits: f32, rare, common| if rare_bits <= shared.bits { rare } else { common };
    if shared.equal == more {
        exact(column, a)
    } else if shared.count == more || edits(column, a, b, 1).is_some() {
        rather(16.0, CLOSE_RARE_WORDS, CLOSE_WORDS)
    } else if shared.count == fewer && 0 < fewer {
        rather(14.0, RARE_WORDS_LEFT_OUT, WORDS_LEFT_OUT)
    } else if 0 < shared.count {
        rather(9.0, SOME_RARE_WORDS, SOME_WORDS)
    } else {
        DIFFERENT
    }
}

fn addresses(column: &Column, a: u32, b: u32) -> Level {
    if let Some(level) = edits(column, a, b, 2) {
        return level;
    }
    let Some(words) = &column.words else { return texts(column, a, b) };
    let (a, b) = in_order(column, a, b);
    let (of_a, of_b) = (words.of(a), words.of(b));
    let shared = Shared::of(words, of_a, of_b);
    let bits = |of: &[u32]| of.iter().map(|word| words.bits[*word as usize]).sum::<f32>();
    match 2.0 * shared.bits / (bits(of_a) + bits(of_b)).max(1.0) {
        0.9.. => CLOSE_RARE_WORDS,
        0.7..0.9 => CLOSE_WORDS,
        0.45..0.7 => RARE_WORDS_LEFT_OUT,
        0.2..0.45 => SOME_RARE_WORDS,
        _ => texts(column, a, b),
    }
}

/// The lesser text first, so that pairing words does not hang on which record came first.
fn in_order(column: &Column, a: u32, b: u32) -> (u32, u32) {
    let (of_a, of_b) = both(column, a, b);
    if of_a <= of_b { (a, b) } else { (b, a) }
}

/// Words that two texts share.
struct Shared {
    equal: usize,
    /// Equal or alike.
    count: usize,
    /// How much the shared words tell.
    bits: f32,
}

impl Shared {
    fn of(words: &Words, a: &[u32], b: &[u32]) -> Self {
        let mut shared = Self { equal: 0, count: 0, bits: 0.0 };
        let mut taken = 0_u32;
        for word in a {
            if let Some(at) = b.iter().position(|other| other == word) {
                taken |= 1 << at;
                shared.equal += 1;
                shared.count += 1;
                shared.bits += words.bits[*word as usize];
            }
        }
        if shared.equal == a.len() || shared.equal == b.len() {
            return shared;
        }
        for word in a.iter().filter(|word| !b.contains(word)) {
            let is_free = |(at, _): &(usize, &u32)| taken & 1 << at == 0;
            let mut free = b.iter().enumerate().filter(is_free);
            if let Some((at, other)) = free.find(|(_, other)| alike(words, *word, **other)) {
                taken |= 1 << at;
                shared.count += 1;
                let bits = words.bits[*word as usize].min(words.bits[*other as usize]);
                shared.bits += (bits - ALIKE_BITS).max(1.0);
            }
        }
        shared
    }
}

fn alike(words: &Words, a: u32, b: u32) -> bool {
    let (of_a, of_b) = (words.texts.get(a), words.texts.get(b));
    let shorter = of_a.len().min(of_b.len());
    let most = if shorter < 4 { 0 } else { (shorter / 4).min(2) };
    let differing = (words.texts.signature(a) ^ words.texts.signature(b)).count_ones() as usize;
    if shorter == 1 {
        return of_a.first() == of_b.first();
    }
    differing <= 2 * most && text::distance(of_a, of_b, most).is_some()
}

fn numbers(column: &Column, a: u32, b: u32) -> Level {
    let (of_a, of_b) = both(column, a, b);
    let shorter = of_a.len().min(of_b.len());
    let alike = edits(column, a, b, if shorter < 6 { 1 } else { 2 });
    let ends = of_a.iter().rev().zip(of_b.iter().rev()).take_while(|(x, y)| x == y).count();
    match alike {
        Some(ONE_EDIT) => ONE_EDIT,
        _ if LAST_DIGITS_MIN <= ends => SAME_CORE,
        alike => alike.unwrap_or(DIFFERENT),
    }
}

fn codes(column: &Column, a: u32, b: u32) -> Level {
    let (of_a, of_b) = both(column, a, b);
    let shorter = of_a.len().min(of_b.len());
    if let Some(level) = edits(column, a, b, 1) {
        return level;
    }
    let starts = of_a.iter().zip(of_b).take_while(|(x, y)| x == y).count();
    if 4 <= shorter && shorter <= starts * 2 { BEGINNING } else { DIFFERENT }
}

fn emails(column: &Column, a: u32, b: u32) -> Level {
    if let Some(level) = edits(column, a, b, 2) {
        return level;
    }
    let (of_a, of_b) = both(column, a, b);
    let local = |letters: &'_ [Letter]| letters.iter().position(|letter| *letter == AT);
    let (Some(at_a), Some(at_b)) = (local(of_a), local(of_b)) else { return DIFFERENT };
    let (of_a, of_b) = (&of_a[..at_a], &of_b[..at_b]);
    if of_a == of_b {
        SAME_CORE
    } else if text::distance(of_a, of_b, (of_a.len().min(of_b.len()) / 4).max(1)).is_some() {
        SIMILAR
    } else {
        DIFFERENT
    }
}

fn days(column: &Column, a: u32, b: u32) -> Level {
    if column.days[a as usize].year == 0 || column.days[b as usize].year == 0 {
        return match edits(column, a, b, 2) {
            Some(ONE_EDIT) => SLIP,
            other => other.unwrap_or(DIFFERENT),
        };
    }
    let (a, b) = (column.days[a as usize], column.days[b as usize]);
    let vague = a.month == 0 || b.month == 0;
    if a.year == b.year && (vague || a.month == b.month && (a.day == 0 || b.day == 0)) {
        VAGUER
    } else if a.is_turned(b) {
        TURNED
    } else if a.is_one_slip(b) {
        SLIP
    } else if a.month == b.month && a.day == b.day {
        SAME_DAY_AND_MONTH
    } else if a.year == b.year && (a.month == b.month || a.day == b.day) {
        SAME_YEAR_AND_PART
    } else if a.year == b.year {
        SAME_YEAR
    } else {
        DIFFERENT
    }
}

const AT: Letter = b'@' as Letter;
/// Texts that are further apart have other letters in common by chance.
const EDITS_MAX: usize = 4;
/// Numbers of subscribers have seven or eight digits; what stands before is country and area.
const LAST_DIGITS_MIN: usize = 7;
/// How much less a word tells that is alike, not equal.
const ALIKE_BITS: f32 = 3.0;

#[cfg(test)]
mod tests {
    use liaison_model::values::DateOrder;
    use proptest::prelude::*;

    use super::*;
    use crate::records::RecordsBuilder;

    const KINDS: [Kind; 15] = [
        Kind::GivenName,
        Kind::FamilyName,
        Kind::FullName,
        Kind::Date,
        Kind::Country,
        Kind::Sex,
        Kind::Document,
        Kind::Phone,
        Kind::Email,
        Kind::Account,
        Kind::Crypto,
        Kind::Handle,
        Kind::Address,
        Kind::Text,
        Kind::Code,
    ];

    fn level(kind: Kind, a: &str, b: &str) -> Level {
        let mut builder = RecordsBuilder::new(&[(kind, DateOrder::DayFirst)]);
        builder.push(0, [a]);
        builder.push(0, [b]);
        Comparer::new(&builder.finish()).levels(0, 1)[0]
    }

    #[track_caller]
    fn check(kind: Kind, a: &str, b: &str, expected: Level) {
        assert_eq!(level(kind, a, b), expected, "{a} and {b}");
        assert_eq!(level(kind, b, a), expected, "{b} and {a}");
    }

    #[track_caller]
    fn check_equal(kind: Kind, a: &str, b: &str) {
        assert!(EXACT <= level(kind, a, b), "{a} and {b}");
    }

    #[test]
    fn dates_agree_in_several_ways() {
        check_equal(Kind::Date, "1984-01-22", "22/01/1984");
        check(Kind::Date, "1984-01-02", "1984-02-01", TURNED);
        check(Kind::Date, "1984-01-22", "1984-01-28", SLIP);
        check(Kind::Date, "1984-01-22", "1984", VAGUER);
        check(Kind::Date, "1984-01-22", "1984-01", VAGUER);
        check(Kind::Date, "1984-01-22", "1975-01-22", SAME_DAY_AND_MONTH);
        check(Kind::Date, "1984-01-22", "1984-11-05", SAME_YEAR);
        check_equal(Kind::Date, "1984-01-22", "198-401-22");
        check(Kind::Date, "1984-01-22", "19849-01-22", SLIP);
        check(Kind::Date, "1984-01-22", "", MISSING);
    }

    #[test]
    fn numbers_agree_however_they_are_grouped() {
        check_equal(Kind::Phone, "+82 10-1234-5678", "821012345678");
        check(Kind::Phone, "+82 10-1234-5678", "010-1234-5678", SAME_CORE);
        check(Kind::Phone, "+855 12 345 678", "0912345678", SAME_CORE);
        check(Kind::Document, "M1234567", "M1243567", ONE_EDIT);
        check(Kind::Document, "M1234567", "K7654321", DIFFERENT);
        check_equal(Kind::Account, "110-234-567890", "110234567890");
    }

    #[test]
    fn names_agree_in_several_ways() {
        check(Kind::FamilyName, "Neumann", "Neuman", ONE_EDIT);
        check(Kind::GivenName, "Robert", "Rob", BEGINNING);
        check(Kind::GivenName, "J", "James", BEGINNING);
        check_equal(Kind::FullName, "NGUYEN Van Hung", "Hung Nguyễn Văn");
        check(Kind::FullName, "Nguyen Van Hung", "Le Thi Mai", DIFFERENT);
    }

    #[test]
    fn words_and_addresses_on_networks_agree_in_several_ways() {
        check_equal(Kind::Email, "A.Kim@Example.com", "a.kim@example.com");
        check(Kind::Email, "aran.kim@example.com", "aran.kim@mail.example.org", SAME_CORE);
        check(Kind::Address, "12 light street", "12 light setreet", ONE_EDIT);
        check_equal(Kind::Country, "South Korea", "KR");
        check_equal(Kind::Sex, "남", "male");
        check_equal(Kind::Handle, "@scam_boss", "scam_boss");
    }

    #[test]
    fn given_and_family_name_in_each_others_column_are_seen() {
        let kinds = [Kind::GivenName, Kind::FamilyName].map(|kind| (kind, DateOrder::DayFirst));
        let mut builder = RecordsBuilder::new(&kinds);
        builder.push(0, ["Sopheap", "Chan"]);
        builder.push(0, ["Chan", "Sophep"]);
        let records = builder.finish();

        assert_eq!(Comparer::new(&records).levels(0, 1)[..2], [SWAPPED, SWAPPED]);
    }

    proptest! {
        #[test]
        fn agreement_does_not_depend_on_which_record_comes_first(
            a in "[a-c 가-나0-9@.-]{0,14}", b in "[a-c 가-나0-9@.-]{0,14}"
        ) {
            for kind in KINDS {
                prop_assert_eq!(level(kind, &a, &b), level(kind, &b, &a), "{:?}", kind);
            }
        }

        #[test]
        fn any_text_is_compared_without_a_panic(a in "\\PC{0,40}", b in any::<String>()) {
            for kind in KINDS {
                level(kind, &a, &b);
            }
        }
    }
}
