//! The letter to one bank, as files that it and its authorities read.

use liaison_formats::{
    FreezePayment, FreezeRequest, TableFormat, write_goaml, write_recall, write_table,
};
use liaison_model::Reader;

use super::plans::{FreezeLine, KnownPlan};
use super::{MoneyError, MoneyRow};
use crate::{Node, NodeError};

/// How a letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterForm {
    /// A report to a financial intelligence unit: goAML 5.0.1.
    Goaml,
    /// A recall: ISO 20022 camt.056.001.08.
    Recall,
    /// A table.
    Csv,
}

impl LetterForm {
    /// The form of a file's ending.
    #[must_use]
    pub fn of(ending: &str) -> Option<Self> {
        match ending {
            "goaml.xml" => Some(Self::Goaml),
            "camt056.xml" => Some(Self::Recall),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

impl Node {
    /// Writes a letter of a plan. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such plan or letter.
    pub fn letter(
        &self,
        letter: &str,
        form: LetterForm,
        reader: &Reader,
    ) -> Result<String, NodeError> {
        let (plan, _) = letter.rsplit_once('-').ok_or(NodeError::NotFound)?;
        let plan = self.freeze_plan(plan, reader)?;
        let lines: Vec<_> = plan.lines.iter().filter(|line| line.letter == letter).collect();
        let Some(first) = lines.first() else { return Err(NodeError::NotFound) };
        let request = FreezeRequest {
            id: letter.to_owned(),
            agency: self.config().name.clone(),
            country: self.config().country.to_uppercase(),
            bank: if first.institution.is_empty() { "?" } else { &first.institution }.to_owned(),
            basis: plan.legal_basis.clone(),
            made: seconds(&plan.at.to_string()),
            payments: lines.iter().flat_map(|line| payments(line)).collect(),
        };
        match form {
            LetterForm::Goaml => Ok(write_goaml(&request)),
            LetterForm::Recall => Ok(write_recall(&request)),
            LetterForm::Csv => table(&plan, &lines),
        }
    }
}

fn payments(line: &FreezeLine) -> impl Iterator<Item = FreezePayment> {
    let payment = |row: &MoneyRow| FreezePayment {
        reference: match row.reference.is_empty() {
            true => format!("{}:{}", row.file, row.line),
            false => row.reference.clone(),
        },
        time: seconds(&row.time),
        amount: row.amount.clone(),
        currency: row.currency.clone(),
        from: row.from.clone(),
        from_bank: String::new(),
        to: line.account.clone(),
        traced: row.traced.clone(),
        is_victims: line.is_victims,
    };
    line.payments.iter().map(payment)
}

fn table(plan: &KnownPlan, lines: &[&FreezeLine]) -> Result<String, NodeError> {
    let rows = lines.iter().map(|line| {
        vec![
            plan.number.clone(),
            line.letter.clone(),
            line.rank.to_string(),
            line.account.clone(),
            line.institution.clone(),
            line.currency.clone(),
            line.asked.clone(),
            line.came.clone(),
            line.goes_on.map_or_else(String::new, |at| at.to_string()),
            line.status.code().to_owned(),
            line.held.clone().unwrap_or_default(),
            if line.is_victims { "yes" } else { "no" }.to_owned(),
            plan.legal_basis.clone(),
        ]
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    let written = write_table(&mut bytes, TableFormat::Csv, &COLUMNS, rows);
    written.map_err(|_| MoneyError::Unreadable)?;
    String::from_utf8(bytes.into_inner()).map_err(|_| MoneyError::Unreadable.into())
}

/// A time to the second, as XML has it; a day begins at midnight.
fn seconds(text: &str) -> String {
    let text = if text.contains('T') { text.to_owned() } else { format!("{text}T00:00:00Z") };
    let whole = text.split('.').next().unwrap_or_default().trim_end_matches('Z');
    format!("{whole}Z")
}

const COLUMNS: [&str; 13] = [
    "plan",
    "letter",
    "rank",
    "account",
    "institution",
    "currency",
    "traced",
    "last",
    "goes_on",
    "status",
    "held",
    "presumed_victim",
    "legal_basis",
];
