//! The text as words are looked for in it: without what may or may not stand between them.
//!
//! Korean, Chinese, Thai, Lao, Khmer and Burmese are written with or without spaces, and `고-수-익`
//! is meant to be read and not to be found. So nothing stands between their letters here. Between
//! two words of Latin letters stands one space; letters that stand alone (`t e l e`) are a word.
//! A digit among Latin letters is the letter that it looks like (`g4ji`).

use std::ops::Range;

use crate::fold::Folded;

/// What words and parts of words are looked for in.
#[derive(Debug, Clone, Default)]
pub struct View {
    text: String,
    /// For each byte, where its character begins and ends in the folded text.
    places: Vec<(u32, u32)>,
}

impl View {
    /// The view of a folded text.
    #[must_use]
    pub fn new(folded: &Folded) -> Self {
        let mut letters = tokens(folded.lower());
        unspaced(&mut letters);
        unleeted(&mut letters);
        let mut view = Self::default();
        for letter in letters {
            view.text.push(letter.letter);
            let place = (letter.start, letter.end);
            view.places.extend(std::iter::repeat_n(place, letter.letter.len_utf8()));
        }
        view
    }

    /// The text of the view.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Which bytes of the folded text a range of bytes of the view stands for.
    #[must_use]
    pub fn folded(&self, range: Range<usize>) -> Range<usize> {
        let start = self.places.get(range.start).map_or(0, |place| place.0);
        let last = range.end.checked_sub(1).and_then(|last| self.places.get(last));
        let end = last.map_or(start, |place| place.1.max(start));
        start as usize..end as usize
    }

    /// Whether a range is a whole word, as far as Latin letters and digits go on.
    #[must_use]
    pub fn is_word(&self, range: &Range<usize>) -> bool {
        let bytes = self.text.as_bytes();
        let goes_on = |inside: Option<&u8>, outside: Option<&u8>| {
            let both = inside.zip(outside);
            both.is_some_and(|(a, b)| a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
        };
        let before = range.start.checked_sub(1).and_then(|at| bytes.get(at));
        let last = range.end.checked_sub(1).and_then(|at| bytes.get(at));
        !goes_on(bytes.get(range.start), before) && !goes_on(last, bytes.get(range.end))
    }
}

#[derive(Debug, Clone, Copy)]
struct Letter {
    letter: char,
    start: u32,
    end: u32,
}

/// Letters and digits, with one space where two words of Latin letters meet.
fn tokens(lower: &str) -> Vec<Letter> {
    let mut kept: Vec<Letter> = Vec::with_capacity(lower.len());
    let mut gap: Option<u32> = None;
    for (at, letter) in lower.char_indices() {
        let (start, end) = (at as u32, (at + letter.len_utf8()) as u32);
        let counts = letter.is_alphanumeric() || crate::fold::is_mark(letter);
        let is_leet = is_leet_sign(letter)
            && kept.last().is_some_and(|last| last.letter.is_ascii_lowercase())
            && gap.is_none()
            && lower[at + letter.len_utf8()..].starts_with(|next: char| next.is_ascii_lowercase());
        if !counts && !is_leet {
            gap.get_or_insert(start);
            continue;
        }
        if let (Some(from), Some(last)) = (gap.take(), kept.last())
            && last.letter.is_ascii()
            && letter.is_ascii()
        {
            kept.push(Letter { letter: ' ', start: from, end: start });
        }
        kept.push(Letter { letter, start, end });
    }
    kept
}

/// Joins single letters with spaces between them, where there are enough to be meant as a word.
fn unspaced(letters: &mut Vec<Letter>) {
    let is_single = |letters: &[Letter], at: usize| {
        let is_space = |at: Option<usize>| {
            at.and_then(|at| letters.get(at)).is_none_or(|letter| letter.letter == ' ')
        };
        letters.get(at).is_some_and(|letter| letter.letter.is_ascii_lowercase())
            && (at == 0 || is_space(at.checked_sub(1)))
            && is_space(Some(at + 1))
    };
    let mut joined = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let mut run = 0;
        while is_single(letters, at + 2 * run) {
            run += 1;
        }
        if SPACED_LETTERS_MIN <= run {
            joined.extend((0..run).map(|step| letters[at + 2 * step]));
            at += 2 * run - 1;
        } else {
            joined.push(letters[at]);
            at += 1;
        }
    }
    *letters = joined;
}

/// Makes letters of digits that stand between letters.
fn unleeted(letters: &mut [Letter]) {
    for at in 1..letters.len() {
        let is_letter =
            |at: usize| letters.get(at).is_some_and(|letter| letter.letter.is_ascii_lowercase());
        let length = (at..letters.len().min(at + LEET_DIGITS_MAX + 1))
            .take_while(|at| leet(letters[*at].letter).is_some())
            .count();
        if (1..=LEET_DIGITS_MAX).contains(&length) && is_letter(at - 1) && is_letter(at + length) {
            for letter in &mut letters[at..at + length] {
                letter.letter = leet(letter.letter).unwrap_or(letter.letter);
            }
        }
    }
}

fn leet(letter: char) -> Option<char> {
    Some(match letter {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '6' | '9' => 'g',
        '7' => 't',
        '8' => 'b',
        _ => return None,
    })
}

fn is_leet_sign(letter: char) -> bool {
    matches!(letter, '!' | '|' | '@' | '$')
}

/// Fewer are initials or numbering.
const SPACED_LETTERS_MIN: usize = 4;
/// More digits between letters are a number.
const LEET_DIGITS_MAX: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        assert_eq!(View::new(&Folded::new(raw)).text(), expected, "{raw}");
    }

    #[test]
    fn spaces_between_words_of_scripts_that_do_without_are_gone() {
        check("고 수-익 보장!", "고수익보장");
        check("งาน แอดมิน", "งานแอดมิน");
        check("包 吃，包.住", "包吃包住");
        check("텔레그램 abc def", "텔레그램abc def");
    }

    #[test]
    fn letters_apart_and_digits_for_letters_are_words() {
        check("T e l e g r a m: me", "telegram me");
        check("g4ji t1ngg! l0ker", "gaji tingg loker");
        check("rm15000 100k a b c", "rm15000 100k a b c");
        check("a@b", "aab");
    }

    #[test]
    fn a_part_of_a_longer_word_is_no_word() {
        let view = View::new(&Folded::new("management 텔레abc"));
        let range = |word: &str| {
            let at = view.text().find(word).unwrap();
            at..at + word.len()
        };

        assert!(!view.is_word(&range("manage")));
        assert!(view.is_word(&range("management")));
        assert!(view.is_word(&range("텔레")));
    }

    #[test]
    fn a_place_leads_back_to_the_folded_text() {
        let folded = Folded::new("a 고 수 익 b");
        let view = View::new(&folded);
        let at = view.text().find("고수익").unwrap();

        assert_eq!(&folded.lower()[view.folded(at..at + "고수익".len())], "고 수 익");
    }
}
