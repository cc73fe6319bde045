//! A report that came as an e-mail: what stands in it is proposed, and nothing is kept.

use liaison_adverts::{Kind, identifiers_in};
use liaison_casework::{Labelled, labelled};
use liaison_formats::{Mail, read_mail};
use liaison_model::schema::names::prop;

use super::{Field, ReportError};
use crate::NodeError;

/// What an e-mail proposes for a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportProposed {
    /// What stands under labels that are known, and who sent it when.
    pub fields: Vec<Field>,
    /// Where it comes from, in words that name nobody.
    pub source: String,
    /// Phones, accounts and handles of which the e-mail does not say whose they are.
    pub left_over: Vec<String>,
    /// Names of the files that hang on it; they are not kept.
    pub attachments: Vec<String>,
}

/// Proposes fields of a report from an e-mail as it was sent or pasted.
///
/// # Errors
///
/// [`ReportError::NothingTold`] for an e-mail without a word.
pub fn report_from_mail(bytes: &[u8]) -> Result<ReportProposed, NodeError> {
    let Mail { from, subject, sent, text, attachments } = read_mail(bytes);
    let summary = [subject.as_deref().unwrap_or_default(), text.as_str()].join("\n");
    let summary: String = summary.trim().chars().take(SUMMARY_CHARS_MAX).collect();
    if summary.is_empty() {
        return Err(ReportError::NothingTold.into());
    }
    let mut fields: Vec<Field> = labelled(&text).into_iter().map(Field::from).collect();
    let sent = sent.map(|day| day.to_string());
    let mut add = |name: &str, value: Option<String>| {
        fields.extend(value.map(|value| Field { name: name.to_owned(), value }));
    };
    add(prop::REPORTER_EMAIL, from);
    add(prop::REPORTED_AT, sent.clone());
    add(prop::SUMMARY, Some(summary));
    let left_over = left_over(&text, &fields);
    let source = ["e-mail", sent.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned();
    Ok(ReportProposed { fields, source, left_over, attachments })
}

/// Contacts and accounts in a text that stand in no field but the summary.
fn left_over(text: &str, fields: &[Field]) -> Vec<String> {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let placed: Vec<(String, String)> = fields
        .iter()
        .filter(|field| field.name != prop::SUMMARY)
        .map(|field| (field.value.to_lowercase(), digits(&field.value)))
        .collect();
    let is_placed = |value: &str| {
        let (value, number) = (value.to_lowercase(), digits(value));
        let tail = number.get(number.len().saturating_sub(TAIL_DIGITS)..).unwrap_or_default();
        placed.iter().any(|(text, digits)| {
            text.contains(&value) || tail.len() == TAIL_DIGITS && digits.ends_with(tail)
        })
    };
    let found = identifiers_in(text);
    let mut left: Vec<String> = Vec::new();
    for one in found.into_iter().filter(|one| one.kind.is_contact() && one.kind != Kind::Domain) {
        if !is_placed(&one.value) && !left.contains(&one.value) && left.len() < LEFT_OVER_MAX {
            left.push(one.value);
        }
    }
    left
}

impl From<Labelled> for Field {
    fn from(said: Labelled) -> Self {
        Self { name: said.field.to_owned(), value: said.text }
    }
}

const SUMMARY_CHARS_MAX: usize = 5_000;
/// Numbers that end alike are one: with and without the code of the country.
const TAIL_DIGITS: usize = 8;
const LEFT_OVER_MAX: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "From: mother@example.org\nDate: Wed, 20 Aug 2025 09:30:00 +0900\n\
        Subject: 아들을 찾습니다\nContent-Type: text/plain; charset=utf-8\n\n\
        이름: 강서윤\n영문 이름: Kang Seo-yun\n전화: 010-0012-3456\n마지막 연락: 2025-08\n\
        장소: 포이펫 근처\n\n그 사람은 +855 12 000 001로 전화했고 telegram @demo_recruiter 를 썼습니다.\n";

    #[test]
    fn what_stands_under_labels_is_proposed_and_the_rest_is_left_to_the_officer() {
        let proposed = report_from_mail(LETTER.as_bytes()).unwrap();

        let of = |name: &str| -> Vec<&str> {
            let found = proposed.fields.iter().filter(|field| field.name == name);
            found.map(|field| field.value.as_str()).collect()
        };
        assert_eq!(of("person.name"), ["강서윤", "Kang Seo-yun"]);
        assert_eq!(of("phone"), ["010-0012-3456"]);
        assert_eq!(of("lastContactAt"), ["2025-08"]);
        assert_eq!(of("placeText"), ["포이펫 근처"]);
        assert_eq!(of("reporterEmail"), ["mother@example.org"]);
        assert_eq!(of("reportedAt"), ["2025-08-20"]);
        assert!(of("summary")[0].starts_with("아들을 찾습니다"));
        assert_eq!(proposed.source, "e-mail 2025-08-20");
        let left = proposed.left_over.join(" ");
        assert!(left.contains("85512000001") && left.contains("demo_recruiter"), "{left}");
        assert!(!left.contains("00123456"), "{left}");
    }

    #[test]
    fn an_e_mail_without_a_word_is_told() {
        for empty in ["", "  \n", "From: a@example.org\n\n"] {
            assert!(report_from_mail(empty.as_bytes()).is_err(), "{empty}");
        }
    }
}
