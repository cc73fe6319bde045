//! The form in which a platform wants to be asked to remove adverts: which columns, in which order,
//! as a table, lines of JSON, or a letter.

use std::io::{self, Write};

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::table::plain::PlainWriter;

/// A platform's form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakedownForm {
    format: Format,
    columns: Vec<Column>,
    /// What stands above the items of a letter.
    #[serde(default)]
    above: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Format {
    Csv,
    Jsonl,
    Text,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    /// As the platform calls it.
    name: String,
    value: Field,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Field {
    Action,
    Reference,
    Url,
    Text,
    Reason,
    Seen,
    Agency,
    Batch,
    /// The same in every row, such as a category of the platform's own.
    Always(String),
}

/// One advert in a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TakedownItem {
    /// Whether the request is taken back, and the advert may stand again.
    pub is_taken_back: bool,
    /// What we call it.
    pub reference: String,
    /// Where it stands.
    pub url: String,
    /// Its words.
    pub text: String,
    /// Why.
    pub reason: String,
    /// When it was seen.
    pub seen: String,
}

impl TakedownForm {
    /// Reads a form.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|form: &Self| !form.columns.is_empty())
    }

    /// The form for platforms that have none.
    #[must_use]
    pub fn plain() -> Self {
        let columns = [
            ("action", Field::Action),
            ("reference", Field::Reference),
            ("url", Field::Url),
            ("text", Field::Text),
            ("reason", Field::Reason),
            ("seen", Field::Seen),
            ("agency", Field::Agency),
            ("batch", Field::Batch),
        ];
        let columns = columns.map(|(name, value)| Column { name: name.to_owned(), value });
        Self { format: Format::Csv, columns: columns.into(), above: String::new() }
    }

    /// What a file in this form is called behind its dot.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        match self.format {
            Format::Csv => "csv",
            Format::Jsonl => "jsonl",
            Format::Text => "txt",
        }
    }

    /// Writes a batch.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write(
        &self,
        items: &[TakedownItem],
        agency: &str,
        batch: &str,
        mut out: impl Write,
    ) -> io::Result<()> {
        let cells = |item: &TakedownItem| -> Vec<(String, String)> {
            let cell =
                |column: &Column| (column.name.clone(), column.value.of(item, agency, batch));
            self.columns.iter().map(cell).collect()
        };
        match self.format {
            Format::Csv => {
                let mut table = PlainWriter::new(out);
                table.write(self.columns.iter().map(|column| column.name.as_str()))?;
                for item in items {
                    table.write(cells(item).iter().map(|(_, value)| value.as_str()))?;
                }
                table.finish()
            }
            Format::Jsonl => items.iter().try_for_each(|item| {
                let row: Map<String, Value> =
                    cells(item).into_iter().map(|(name, value)| (name, value.into())).collect();
                writeln!(out, "{}", Value::Object(row))
            }),
            Format::Text => {
                writeln!(out, "{}\n", self.above)?;
                items.iter().try_for_each(|item| {
                    for (name, value) in cells(item) {
                        writeln!(out, "{name}: {}", value.replace('\n', "\n  "))?;
                    }
                    writeln!(out)
                })
            }
        }
    }
}

impl Field {
    fn of(&self, item: &TakedownItem, agency: &str, batch: &str) -> String {
        match self {
            Self::Action if item.is_taken_back => "restore".to_owned(),
            Self::Action => "remove".to_owned(),
            Self::Reference => item.reference.clone(),
            Self::Url => item.url.clone(),
            Self::Text => item.text.clone(),
            Self::Reason => item.reason.clone(),
            Self::Seen => item.seen.clone(),
            Self::Agency => agency.to_owned(),
            Self::Batch => batch.to_owned(),
            Self::Always(text) => text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(form: &TakedownForm) -> String {
        let item = TakedownItem {
            reference: "advert-1".into(),
            url: "https://a.invalid/1".into(),
            text: "=bait\nhere".into(),
            ..TakedownItem::default()
        };
        let back = TakedownItem { is_taken_back: true, text: String::new(), ..item.clone() };
        let mut out = Vec::new();
        form.write(&[item, back], "kr.npa", "T-2026-0001", &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_platform_without_a_form_gets_a_table_that_no_spreadsheet_runs() {
        let table = written(&TakedownForm::plain());

        assert!(table.starts_with("action,reference,url,text,"));
        assert!(table.contains("remove,advert-1,https://a.invalid/1,\"'=bait\nhere\""), "{table}");
        assert!(table.contains("restore,advert-1"));
    }

    #[test]
    fn a_form_of_ones_own_names_its_columns_and_what_is_always_said() {
        let form = r#"{"format":"jsonl","columns":[{"name":"Link","value":"url"},
            {"name":"Category","value":{"always":"trafficking"}}]}"#;
        let form = TakedownForm::read(form).unwrap();

        let line = written(&form);
        let line = line.lines().next().unwrap();
        assert_eq!(line, r#"{"Category":"trafficking","Link":"https://a.invalid/1"}"#);
        assert!(TakedownForm::read(r#"{"format":"csv","columns":[]}"#).is_none());
        assert!(
            TakedownForm::read(r#"{"format":"csv","columns":[{"name":"a","value":"all"}]}"#)
                .is_none()
        );
    }
}
