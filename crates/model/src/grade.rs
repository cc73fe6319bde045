//! Grades: how reliable the source is, how credible the information.
//!
//! Kept as Admiralty 6 × 6 (A–F, 1–6). Europol's SIENA takes 4 × 4 (A, B, C, X and 1–4): the
//! mapping below loses detail, so an export that uses it says 'mapped' and keeps the original.

use std::fmt;
use std::str::FromStr;

/// How reliable a source has been, A (completely) to E (unreliable); F cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the letters are the whole meaning")]
pub enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F,
}

/// How credible a piece of information is, 1 (confirmed) to 5 (improbable); 6 cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the numbers are the whole meaning")]
pub enum Credibility {
    One,
    Two,
    Three,
    Four,
    Five,
    Six,
}

/// An Admiralty grade such as `B2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade {
    /// Of the source.
    pub reliability: Reliability,
    /// Of the information.
    pub credibility: Credibility,
}

/// A 4 × 4 grade as SIENA prints it, such as `B2` or `X4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SienaGrade(char, char);

/// The text is not a grade.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a grade is a letter A to F and a digit 1 to 6, such as B2")]
pub struct GradeError;

impl Grade {
    /// The 4 × 4 grade that SIENA takes for this one.
    #[must_use]
    pub fn to_siena(self) -> SienaGrade {
        let source = match self.reliability {
            Reliability::A => 'A',
            Reliability::B => 'B',
            Reliability::C | Reliability::D | Reliability::E => 'C',
            Reliability::F => 'X',
        };
        let information = match self.credibility {
            Credibility::One => '1',
            Credibility::Two => '2',
            Credibility::Three => '3',
            Credibility::Four | Credibility::Five | Credibility::Six => '4',
        };
        SienaGrade(source, information)
    }
}

impl FromStr for Grade {
    type Err = GradeError;

    fn from_str(text: &str) -> Result<Self, GradeError> {
        let &[letter, digit] = text.as_bytes() else { return Err(GradeError) };
        let reliability = match letter.to_ascii_uppercase() {
            b'A' => Reliability::A,
            b'B' => Reliability::B,
            b'C' => Reliability::C,
            b'D' => Reliability::D,
            b'E' => Reliability::E,
            b'F' => Reliability::F,
            _ => return Err(GradeError),
        };
        let credibility = match digit {
            b'1' => Credibility::One,
            b'2' => Credibility::Two,
            b'3' => Credibility::Three,
            b'4' => Credibility::Four,
            b'5' => Credibility::Five,
            b'6' => Credibility::Six,
            _ => return Err(GradeError),
        };
        Ok(Self { reliability, credibility })
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}{}", self.reliability, self.credibility as u8 + 1)
    }
}

impl fmt::Display for SienaGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0, self.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_survives_its_text_form() {
        for text in ["A1", "B2", "C3", "D4", "E5", "F6"] {
            assert_eq!(text.parse::<Grade>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn siena_gets_the_coarser_grade() {
        let mapped = |text: &str| text.parse::<Grade>().unwrap().to_siena().to_string();

        assert_eq!(["A1", "D3", "E5", "F6"].map(mapped), ["A1", "C3", "C4", "X4"]);
    }
}
