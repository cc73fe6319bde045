//! What a cluster's texts have in common, and what each of them puts into the gaps.
//!
//! # Invariants
//!
//! * The gaps of all texts of a cluster have the same numbers: they are counted along the first
//!   text, and one where a text has nothing is empty.

use std::ops::Range;

use crate::fold::is_mark;

/// A text whose parts may turn out to vary.
#[derive(Debug, Clone)]
pub struct Template {
    text: String,
    parts: Vec<Range<usize>>,
    /// Whether each part stands in every text so far.
    is_fixed: Vec<bool>,
    /// Whether some text has something more in front of each part, or behind the last.
    has_gap: Vec<bool>,
}

impl Template {
    /// With the first text of a cluster.
    #[must_use]
    pub fn new(first: &str) -> Self {
        let text: String = first.chars().take(CHARACTERS_MAX).collect();
        let parts = parts(&text);
        let (is_fixed, has_gap) = (vec![true; parts.len()], vec![false; parts.len() + 1]);
        Self { text, parts, is_fixed, has_gap }
    }

    /// Learns from another text of the cluster which parts vary.
    pub fn learn(&mut self, text: &str) {
        let text: String = text.chars().take(CHARACTERS_MAX).collect();
        let other = parts(&text);
        let Some(pairs) = self.aligned(&text, &other) else { return };
        let mut next = 0;
        let mut mine = 0;
        for (own, theirs) in pairs.iter().copied().chain([(self.parts.len(), other.len())]) {
            self.is_fixed[mine..own].iter_mut().for_each(|fixed| *fixed = false);
            if next < theirs {
                self.has_gap[own] = true;
            }
            (mine, next) = (own + 1, theirs + 1);
        }
    }

    /// What a text has in each gap, in order.
    #[must_use]
    pub fn slots(&self, text: &str) -> Vec<String> {
        let text: String = text.chars().take(CHARACTERS_MAX).collect();
        let other = parts(&text);
        let Some(pairs) = self.aligned(&text, &other) else { return Vec::new() };
        let fixed: Vec<(usize, usize)> =
            pairs.into_iter().filter(|(own, _)| self.is_fixed[*own]).collect();
        let mut slots = Vec::new();
        let (mut at, mut own_at) = (0, 0);
        for (own, theirs) in fixed.into_iter().chain([(self.parts.len(), other.len())]) {
            if self.is_gap(own_at..own) {
                let inside = other
                    .get(at)
                    .filter(|_| at < theirs)
                    .map_or(0..0, |first| first.start..other[theirs - 1].end);
                slots.push(text[inside].trim().to_owned());
            }
            (at, own_at) = (theirs + 1, own + 1);
        }
        slots
    }

    /// What is common, with `{1}` and so on where texts differ.
    #[must_use]
    pub fn pattern(&self) -> String {
        let mut pattern = String::new();
        let (mut own_at, mut number) = (0, 0);
        let fixed = (0..self.parts.len()).filter(|at| self.is_fixed[*at]);
        for own in fixed.chain([self.parts.len()]) {
            if self.is_gap(own_at..own) {
                number += 1;
                pattern.push_str(&format!(" {{{number}}} "));
            }
            if let Some(part) = self.parts.get(own) {
                let before = own.checked_sub(1).map_or(0, |before| self.parts[before].end);
                let is_spaced = before < part.start;
                if is_spaced && !pattern.is_empty() && !pattern.ends_with(' ') {
                    pattern.push(' ');
                }
                pattern.push_str(&self.text[part.clone()]);
            }
            own_at = own + 1;
        }
        pattern.trim().to_owned()
    }

    /// Whether texts differ between two fixed parts.
    fn is_gap(&self, between: Range<usize>) -> bool {
        !between.is_empty() || self.has_gap[between.start..=between.end].contains(&true)
    }

    /// Which parts of another text are which of this one (Myers 1986); nothing where they differ
    /// too much to be told.
    fn aligned(&self, text: &str, other: &[Range<usize>]) -> Option<Vec<(usize, usize)>> {
        let same = |own: usize, theirs: usize| {
            self.text[self.parts[own].clone()] == text[other[theirs].clone()]
        };
        common(self.parts.len(), other.len(), same)
    }
}

/// Words, numbers and signs; letters of scripts without spaces one by one.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let in_number = matches!(letter, '.' | ',')
            && text[..at].ends_with(|before: char| before.is_ascii_digit())
            && text[end..].starts_with(|after: char| after.is_ascii_digit());
        let is_word = letter.is_ascii_alphanumeric()
            || letter == '_'
            || in_number
            || is_spaced_script(letter);
        if letter.is_whitespace() {
            goes_on = false;
        } else if let Some(last) =
            parts.last_mut().filter(|_| is_word && goes_on || is_mark(letter))
        {
            last.end = end;
        } else {
            if PARTS_MAX <= parts.len() {
                break;
            }
            parts.push(at..end);
            goes_on = is_word;
        }
    }
    parts
}

fn is_spaced_script(letter: char) -> bool {
    matches!(letter, '가'..='힣' | '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' | '\u{0900}'..='\u{097F}')
}

/// A longest common subsequence of two rows, as pairs of places.
fn common(a: usize, b: usize, same: impl Fn(usize, usize) -> bool) -> Option<Vec<(usize, usize)>> {
    let (width, middle) = (2 * EDITS_MAX + 3, (EDITS_MAX + 1) as isize);
    let mut furthest = vec![0_usize; width];
    let mut steps: Vec<Vec<usize>> = Vec::new();
    for edits in 0..=EDITS_MAX as isize {
        steps.push(furthest.clone());
        for diagonal in (-edits..=edits).step_by(2) {
            let at = |offset: isize| (middle + diagonal + offset) as usize;
            let down =
                diagonal == -edits || (diagonal != edits && furthest[at(-1)] < furthest[at(1)]);
            let mut x = if down { furthest[at(1)] } else { furthest[at(-1)] + 1 };
            let mut y = (x as isize - diagonal).max(0) as usize;
            while x < a && y < b && same(x, y) {
                (x, y) = (x + 1, y + 1);
            }
            furthest[at(0)] = x;
            if a <= x && b <= y {
                return Some(walked(a, b, &steps, middle));
            }
        }
    }
    None
}

/// The way back through the steps, collecting what is common.
fn walked(a: usize, b: usize, steps: &[Vec<usize>], middle: isize) -> Vec<(usize, usize)> {
    let (mut x, mut y) = (a as isize, b as isize);
    let mut pairs = Vec::new();
    for (edits, furthest) in steps.iter().enumerate().rev() {
        let edits = edits as isize;
        let diagonal = x - y;
        let at = |diagonal: isize| furthest[(middle + diagonal) as usize] as isize;
        let down = diagonal == -edits || (diagonal != edits && at(diagonal - 1) < at(diagonal + 1));
        let before = if down { diagonal + 1 } else { diagonal - 1 };
        let (from_x, from_y) = if edits == 0 { (0, 0) } else { (at(before), at(before) - before) };
        while from_x < x && from_y < y {
            (x, y) = (x - 1, y - 1);
            pairs.push((x as usize, y as usize));
        }
        (x, y) = (from_x, from_y);
    }
    pairs.reverse();
    pairs
}

/// Characters of a text whose parts are told.
const CHARACTERS_MAX: usize = 4_000;
const PARTS_MAX: usize = 2_000;
/// Parts by which two texts of a cluster may differ.
const EDITS_MAX: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_template_shows_what_varies_and_each_text_what_it_has_there() {
        let texts = [
            "Typists wanted, 900 USD a month. Telegram @one_a",
            "Typists wanted, 1200 USD a month. Telegram @two_b",
            "Typists wanted, 700 USD a month. Telegram @one_a",
        ];
        let mut template = Template::new(texts[0]);
        texts.iter().for_each(|text| template.learn(text));

        assert_eq!(template.pattern(), "Typists wanted, {1} USD a month. Telegram @ {2}");
        assert_eq!(template.slots(texts[1]), ["1200", "two_b"]);
    }

    #[test]
    fn what_only_some_texts_have_is_a_slot_too() {
        let mut template = Template::new("모집 월 오백 연락");
        template.learn("모집 급구 월 오백 연락");

        assert_eq!(template.pattern(), "모집 {1} 월 오백 연락");
        assert_eq!(template.slots("모집 월 오백 연락"), [""]);
        assert_eq!(template.slots("모집 급구 월 오백 연락"), ["급구"]);
    }

    proptest! {
        #[test]
        fn any_texts_align_and_have_the_same_number_of_slots(texts in prop::collection::vec("[ab가ก ]{0,12}", 1..6)) {
            let mut template = Template::new(&texts[0]);
            texts.iter().for_each(|text| template.learn(text));
            let counts: Vec<usize> = texts.iter().map(|text| template.slots(text).len()).collect();
            prop_assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?} {}", template.pattern());
        }
    }
}
