//! Numbers: decimal digits with a point, no thousands separators, and a unit if there is one.
//!
//! # Which mark is which
//!
//! Where a number has both a comma and a point, the last one divides. A mark that comes more than
//! once groups. A lone mark divides unless exactly three digits follow one to three others
//! (`1,234`, `1.234`): then a comma groups and a point divides, as our region's majority writes,
//! but in a country that divides with a comma (`DECIMAL_COMMA`) both are refused as ambiguous.
//! Sums of money are stricter, see the module of amounts. Groups are of three digits, or of two
//! before the last three as in India.
//!
//! A number may have one unit after it (`12.5 km`) as in FollowTheMoney; a currency goes after the
//! number wherever the source put it.

use super::amounts::marks_of;
use super::{Currency, Hints, ValueError, tidy};

/// A number in its one form.
pub(super) fn clean(text: &str, hints: &Hints) -> Result<String, ValueError> {
    let written = Written::of(text).ok_or(NumberError::Unreadable)?;
    let mark = written.mark().ok_or(NumberError::Unreadable)?;
    if mark.is_empty() {
        return Ok(written.decimal(marks(hints))?);
    }
    if let Some(currency) = Currency::written_as(mark) {
        return Ok(format!("{} {currency}", written.decimal(marks_of(currency))?));
    }
    if !is_unit(mark) || !written.before.is_empty() && !Currency::is_shared_sign(mark) {
        return Err(NumberError::Unreadable.into());
    }
    Ok(format!("{} {mark}", written.decimal(marks(hints))?))
}

/// What a lone mark means between one to three digits and exactly three more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lone {
    /// It groups thousands.
    Groups,
    /// It divides whole from fraction.
    Divides,
    /// It could be either.
    Unclear,
}

/// What lone marks mean where a number comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    pub(super) comma: Lone,
    pub(super) point: Lone,
}

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberError {
    Unreadable,
    Ambiguous,
}

impl From<NumberError> for ValueError {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::Unreadable => Self::new("number-unreadable"),
            NumberError::Ambiguous => Self::with_hint("number-ambiguous", "number-ambiguous-hint"),
        }
    }
}

/// A number as written: its sign, its digits with their marks, and the words beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    is_negative: bool,
    digits: &'a str,
    before: &'a str,
    after: &'a str,
}

impl<'a> Written<'a> {
    /// Finds the digits. Brackets around all and a minus at the end, as accountants write, make a
    /// number negative. `None` without digits or with two signs.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let is_digit = |c: char| tidy::ascii_digit(c).is_some();
        let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let (bracketed, text) = inner.map_or((0, text), |inner| (1, inner));
        let first = text.find(is_digit)?;
        let (last, last_digit) = text.char_indices().rfind(|(_, c)| is_digit(*c))?;
        let (head, tail) = (&text[..first], text[last + last_digit.len_utf8()..].trim());
        // `.5` begins with its mark; the point of `Rp.500` belongs to the word.
        let is_mark_first =
            head.ends_with(['.', ',']) && !head[..first - 1].ends_with(char::is_alphanumeric);
        let start = if is_mark_first { first - 1 } else { first };
        let (outer, head) = strip_sign(head[..start].trim(), str::strip_prefix);
        let (inner, head) = strip_sign(head.trim(), str::strip_suffix);
        let (end, after) =
            strip_sign(tail, |tail, sign| tail.strip_suffix(sign).filter(|t| t.is_empty()));
        let signs = bracketed + outer + inner + end;
        let digits = &text[start..last + last_digit.len_utf8()];
        let before = head.trim().trim_end_matches('.');
        (signs <= 1).then_some(Self { is_negative: signs == 1, digits, before, after })
    }

    /// What stands beside the number; `None` if different words stand on both sides.
    pub(super) fn mark(&self) -> Option<&'a str> {
        match (self.before, self.after) {
            (before, "") => Some(before),
            ("", after) => Some(after),
            (before, after) => (before == after).then_some(after),
        }
    }

    /// Its digits, with a point before its fraction and `-` before all if it is negative.
    pub(super) fn decimal(&self, marks: Marks) -> Result<String, NumberError> {
        let plain: String = tidy::ascii_digits(self.digits).chars().map(ascii_mark).collect();
        if !plain.bytes().all(|b| b.is_ascii_digit() || b",. '".contains(&b)) {
            return Err(NumberError::Unreadable);
        }
        let (whole, fraction) = match dividing_mark(&plain, marks)? {
            Some(at) => (&plain[..at], &plain[at + 1..]),
            None => (plain.as_str(), ""),
        };
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NumberError::Unreadable);
        }
        let mut number = String::with_capacity(plain.len() + 2);
        number.push_str(if self.is_negative { "-" } else { "" });
        push_ungrouped(&mut number, whole)?;
        if !fraction.is_empty() {
            number.push('.');
            number.push_str(fraction);
        }
        Ok(number)
    }
}

/// Takes off a sign, and says how many minuses that were.
fn strip_sign(text: &str, strip: for<'t> fn(&'t str, char) -> Option<&'t str>) -> (u32, &str) {
    let minus = ['-', '−', '－'].into_iter().find_map(|sign| strip(text, sign));
    match minus {
        Some(rest) => (1, rest),
        None => (0, strip(text, '+').unwrap_or(text)),
    }
}

/// Marks as ASCII has them. All that only ever groups becomes an apostrophe, save the space.
fn ascii_mark(c: char) -> char {
    match c {
        '，' | '٬' => ',',
        '．' | '٫' => '.',
        '’' | '_' => '\'',
        _ => c,
    }
}

fn dividing_mark(plain: &str, marks: Marks) -> Result<Option<usize>, NumberError> {
    let count = |mark: char| plain.matches(mark).count();
    let lone = |mark: char, meaning: Lone| match plain.find(mark) {
        Some(at) if is_like_a_group(plain, at) => match meaning {
            Lone::Groups => Ok(None),
            Lone::Divides => Ok(Some(at)),
            Lone::Unclear => Err(NumberError::Ambiguous),
        },
        at => Ok(at),
    };
    match (count(','), count('.')) {
        (1, 0) => lone(',', marks.comma),
        (0, 1) => lone('.', marks.point),
        (0, _) | (_, 0) => Ok(None),
        (commas, points) => {
            let last = plain.rfind([',', '.']);
            let is_comma = last.is_some_and(|at| plain[at..].starts_with(','));
            let times = if is_comma { commas } else { points };
            if times == 1 { Ok(last) } else { Err(NumberError::Unreadable) }
        }
    }
}

/// Whether the mark stands as a thousands separator would.
fn is_like_a_group(plain: &str, at: usize) -> bool {
    let (before, after) = (&plain[..at], &plain[at + 1..]);
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    after.len() == GROUP_DIGITS
        && (1..=GROUP_DIGITS).contains(&before.len())
        && !before.starts_with('0')
        && all_digits(before)
        && all_digits(after)
}

/// Appends the digits of the whole part, which may be grouped by one kind of mark.
fn push_ungrouped(number: &mut String, whole: &str) -> Result<(), NumberError> {
    if whole.is_empty() {
        number.push('0'); // `.5`
        return Ok(());
    }
    let Some(mark) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        number.push_str(whole);
        return Ok(());
    };
    let last = whole.split(mark).count() - 1;
    let fits = whole.split(mark).enumerate().all(|(at, group)| {
        let length_fits = match at {
            0 => (1..=GROUP_DIGITS).contains(&group.len()),
            _ if at == last => group.len() == GROUP_DIGITS,
            _ => (2..=GROUP_DIGITS).contains(&group.len()),
        };
        length_fits && group.bytes().all(|b| b.is_ascii_digit())
    });
    if !fits {
        return Err(NumberError::Unreadable);
    }
    number.extend(whole.split(mark));
    Ok(())
}

fn is_unit(mark: &str) -> bool {
    mark.chars().count() <= UNIT_CHARACTERS_MAX
        && !mark.contains(|c: char| c.is_whitespace() || c.is_numeric() || ",.-−－+()'".contains(c))
}

fn marks(hints: &Hints) -> Marks {
    let divides_with_comma = hints.country.as_deref().is_some_and(|c| DECIMAL_COMMA.contains(&c));
    if divides_with_comma {
        Marks { comma: Lone::Unclear, point: Lone::Unclear }
    } else {
        Marks { comma: Lone::Groups, point: Lone::Divides }
    }
}

/// Countries that write `1.234,5` (Unicode CLDR 47, decimal symbol of the main language).
const DECIMAL_COMMA: &[&str] = &[
    "ar", "at", "be", "br", "by", "cl", "co", "cz", "de", "dk", "es", "fi", "fr", "gr", "hu", "id",
    "it", "kg", "kh", "kz", "la", "nl", "no", "pl", "pt", "ro", "ru", "se", "tl", "tr", "ua", "uz",
    "vn", "za",
];

const GROUP_DIGITS: usize = 3;
/// Longer words after a number are not a unit.
const UNIT_CHARACTERS_MAX: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(clean(raw, &Hints::default()).as_deref(), Ok(expected), "{raw}");
    }

    fn within(country: &str) -> Hints {
        Hints { country: Some(country.to_owned()), ..Hints::default() }
    }

    #[test]
    fn separators_of_thousands_are_taken_out() {
        for raw in [
            "1234567",
            "1,234,567",
            "1.234.567",
            "1 234 567",
            "1'234'567",
            "12,34,567",
            "１，２３４，５６７",
        ] {
            check(raw, "1234567");
        }
        check("1,234", "1234");
        check("1,234.50", "1234.50");
        check("1.234,50", "1234.50");
        check("๑,๒๓๔", "1234");
    }

    #[test]
    fn what_is_left_of_the_mark_and_right_of_it_is_kept_as_written() {
        for raw in ["0", "007", "1.5", "1.234", "-12.50", "0.125"] {
            check(raw, raw);
        }
        check("12,5", "12.5");
        check("0,125", "0.125");
        check(".5", "0.5");
        check("+3", "3");
    }

    #[test]
    fn negative_numbers_are_read_as_accountants_write_them() {
        for raw in ["-1,234", "−1234", "(1,234)", "1,234-"] {
            check(raw, "-1234");
        }
    }

    #[test]
    fn a_unit_follows_its_number() {
        check("175cm", "175 cm");
        check("12,5 %", "12.5 %");
        check("₩1,234,567", "1234567 KRW");
        check("THB 1,234.50", "1234.50 THB");
        check("50.000đ", "50000 VND");
        check("$1,234", "1234 $");
    }

    #[test]
    fn a_mark_that_could_group_or_divide_is_refused() {
        for raw in ["1,234", "1.234"] {
            let error = clean(raw, &within("vn")).unwrap_err();
            assert_eq!(error.reason.key, "number-ambiguous");
        }
        assert_eq!(clean("1.234.567", &within("vn")).as_deref(), Ok("1234567"));
    }

    #[test]
    fn what_is_not_one_number_is_refused() {
        for raw in [
            "", "-", "five", "1-2", "10 to 20", "1e5", "1,2,3", "1.2.3", "1,23.4,5", "..", ",",
            "1 2", "NaN", "12 m 5", "()", "- -1", "No. 5", "1,,234", "1, 234",
        ] {
            let error = clean(raw, &Hints::default()).unwrap_err();
            assert_eq!(error.reason.key, "number-unreadable", "{raw}");
        }
    }

    proptest! {
        #[test]
        fn a_clean_number_stays_as_it_is(
            raw in "[-+(]?[0-9]{0,4}([,. '][0-9]{2,4}){0,3}[)]?( ?(THB|KRW|IDR|KWD|kg|%|\\$))?",
            country in "kr|vn|id|th",
        ) {
            if let Ok(once) = clean(&raw, &within(&country)) {
                prop_assert_eq!(clean(&once, &within(&country)), Ok(once));
            }
        }

        #[test]
        fn any_text_is_read_without_a_panic(text: String) {
            let _ = clean(&text, &Hints::default());
        }
    }
}
