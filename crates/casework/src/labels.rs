//! What a letter says under labels: `이름: 강서윤` is a name.
//!
//! Nothing is guessed: what stands under no label that is known is left to the officer.

/// A field of a report with the text that stands under its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The field, as intake names it.
    pub field: &'static str,
    /// The text, as it was written.
    pub text: String,
}

/// What stands under labels in a letter, in its order, each once.
#[must_use]
pub fn labelled(letter: &str) -> Vec<Labelled> {
    let mut found: Vec<Labelled> = Vec::new();
    let mut open: Option<&'static str> = None;
    for line in letter.lines() {
        let line = line.trim_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));
        if line.is_empty() {
            continue;
        }
        let (field, text) = match (under_label(line), open.take()) {
            (Some((field, "")), _) => {
                open = Some(field);
                continue;
            }
            (Some(one), _) => one,
            (None, Some(field)) => (field, line),
            (None, None) => continue,
        };
        let one = Labelled { field, text: text.chars().take(TEXT_CHARS_MAX).collect() };
        if !found.contains(&one) && found.len() < LABELLED_MAX {
            found.push(one);
        }
    }
    found
}

/// The field of a line that begins with a label, and what stands after it.
fn under_label(line: &str) -> Option<(&'static str, &str)> {
    let (label, text) = line.split_once([':', '：', '\t', '='])?;
    if LABEL_CHARS_MAX < label.chars().count() {
        return None;
    }
    let label = label.trim().to_lowercase();
    let (field, _) = labels().find(|(_, known)| *known == label)?;
    Some((field, text.trim()))
}

/// Field and label, row by row.
fn labels() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = LABELS.lines().skip(1);
    rows.filter_map(|row| {
        let mut cells = row.splitn(3, ',');
        let (field, _, label) = (cells.next()?, cells.next()?, cells.next()?);
        Some((field, label))
    })
}

const LABELS: &str = include_str!("../data/labels.csv");
const BULLETS: [char; 8] = ['-', '*', '•', '·', '>', '▪', '●', '–'];
const LABEL_CHARS_MAX: usize = 40;
const TEXT_CHARS_MAX: usize = 400;
const LABELLED_MAX: usize = 40;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn of(letter: &str) -> Vec<(&'static str, String)> {
        labelled(letter).into_iter().map(|one| (one.field, one.text)).collect()
    }

    #[test]
    fn what_stands_under_a_label_is_told_in_any_language() {
        let letter = "안녕하세요.\n\n이름: 강서윤\n- 영문 이름： Kang Seo-yun\n> 여권번호\tDEM251017\n\
                      마지막 연락:\n  2025-08\n장소: 포이펫 근처\nQuốc tịch: VN\n그는 웃었다: 조용히";

        let told = of(letter);

        assert_eq!(
            told,
            [
                ("person.name", "강서윤".to_owned()),
                ("person.name", "Kang Seo-yun".to_owned()),
                ("person.passportNumber", "DEM251017".to_owned()),
                ("lastContactAt", "2025-08".to_owned()),
                ("placeText", "포이펫 근처".to_owned()),
                ("person.nationality", "VN".to_owned()),
            ]
        );
        assert_eq!(of("no labels here, at 10:30 in the morning"), []);
    }

    #[test]
    fn every_row_of_labels_is_whole_and_stands_once() {
        let mut seen = BTreeSet::new();
        for (field, label) in labels() {
            assert!(!field.is_empty() && label == label.trim() && label == label.to_lowercase());
            assert!(label.chars().count() <= LABEL_CHARS_MAX && seen.insert(label), "{label}");
        }
        assert_eq!(labels().count(), LABELS.lines().count() - 1);
        assert!(LABELS.lines().all(|row| row.splitn(3, ',').count() == 3));
    }
}
