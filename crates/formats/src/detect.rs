//! Which format a file is in, told from its name and its first bytes.

use crate::Encoding;
use crate::chat::{is_chat, is_telegram};
use crate::lines::BYTE_ORDER_MARK;

/// The formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// FollowTheMoney entities, one JSON object per line.
    FtmEntities,
    /// FollowTheMoney statements as CSV, with or without Liaison's extra columns.
    FtmStatements,
    /// OFAC's list of Specially Designated Nationals, `sdn.csv`.
    OfacSdn,
    /// The United Nations Security Council's consolidated list, XML.
    UnConsolidated,
    /// Published figures about the situation (a built-in mapping of CSV).
    SituationFigures,
    /// Places of the situation (a built-in mapping of CSV).
    SituationPlaces,
    /// Events of the situation (a built-in mapping of CSV).
    SituationEvents,
    /// Travel restrictions (a built-in mapping of CSV).
    TravelRestrictions,
    /// A chat that Telegram (JSON), WhatsApp or LINE (text) exported.
    Chat,
    /// Any other table with separators, read with a mapping.
    Csv,
    /// A workbook, read with a mapping.
    Xlsx,
}

impl Format {
    /// Every format with the name that the command line and the journal use.
    pub const NAMES: &[(&str, Self)] = &[
        ("ftm-entities", Self::FtmEntities),
        ("ftm-statements", Self::FtmStatements),
        ("ofac-sdn", Self::OfacSdn),
        ("un-consolidated", Self::UnConsolidated),
        ("situation-figures", Self::SituationFigures),
        ("situation-places", Self::SituationPlaces),
        ("situation-events", Self::SituationEvents),
        ("travel-restrictions", Self::TravelRestrictions),
        ("chat", Self::Chat),
        ("csv", Self::Csv),
        ("xlsx", Self::Xlsx),
    ];

    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, format)| *format == self).map_or("", |(name, _)| name)
    }
}

/// How many of a file's first bytes [`detect`] wants to see.
pub const HEAD_BYTES: usize = 64 * 1024;

/// The format of a file with this name that begins with these bytes; `None` when it is none of
/// ours. The content wins over the name, which decides only between tables.
#[must_use]
pub fn detect(file_name: &str, head: &[u8]) -> Option<Format> {
    let head = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head);
    let name = file_name.to_ascii_lowercase();
    if head.starts_with(ZIP_SIGNATURE) {
        return has_sheets(head, &name).then_some(Format::Xlsx);
    }
    if !is_text(head) {
        return None;
    }
    let text = head.trim_ascii_start();
    if text.starts_with(b"{") {
        let is_chat = is_telegram(&String::from_utf8_lossy(text));
        return Some(if is_chat { Format::Chat } else { Format::FtmEntities });
    }
    if text.starts_with(b"<") {
        return contains(text, b"<CONSOLIDATED_LIST").then_some(Format::UnConsolidated);
    }
    if name.ends_with(".txt") && is_chat(&String::from_utf8_lossy(text)) {
        return Some(Format::Chat);
    }
    detect_table(&name, text)
}

fn detect_table(name: &str, text: &[u8]) -> Option<Format> {
    let first = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(first);
    let headings: Vec<&str> = first.trim_end().split(',').map(|h| h.trim_matches('"')).collect();
    let has = |wanted: &[&str]| wanted.iter().all(|name| headings.contains(name));
    if has(&["entity_id", "schema", "prop", "value"]) {
        return Some(Format::FtmStatements);
    }
    let situation = [
        (Format::SituationFigures, FIGURES_HEADINGS),
        (Format::SituationPlaces, PLACES_HEADINGS),
        (Format::SituationEvents, EVENTS_HEADINGS),
        (Format::TravelRestrictions, RESTRICTIONS_HEADINGS),
    ];
    if let Some((format, _)) = situation.iter().find(|(_, wanted)| has(wanted)) {
        return Some(*format);
    }
    if is_sdn_row(&headings, &first) {
        return Some(Format::OfacSdn);
    }
    let looks_like_table = [".csv", ".tsv", ".txt", ".tab"].iter().any(|end| name.ends_with(end));
    looks_like_table.then_some(Format::Csv)
}

/// Whether these bytes can be text in an encoding that is read: only UTF-16, which says so, has
/// zero bytes, and no text has many control bytes.
fn is_text(head: &[u8]) -> bool {
    if matches!(Encoding::guess(head), Some(Encoding::Utf16Le | Encoding::Utf16Be)) {
        return true;
    }
    let is_control = |byte: &&u8| matches!(byte, 0x01..=0x08 | 0x0E..=0x19 | 0x1C..=0x1F | 0x7F);
    let controls = head.iter().filter(is_control).count();
    !head.contains(&0) && controls * BYTES_PER_CONTROL_MIN <= head.len()
}

/// `sdn.csv` has no headings: a number, a quoted name, and OFAC's `-0-` for what is not known.
fn is_sdn_row(cells: &[&str], first: &str) -> bool {
    let number = cells.first().is_some_and(|cell| cell.bytes().all(|b| b.is_ascii_digit()));
    number && first.contains("-0-") && SDN_CELLS <= cells.len()
}

/// A workbook names its parts in the zip's local headers, the first of which are in the head.
fn has_sheets(head: &[u8], name: &str) -> bool {
    name.ends_with(".xlsx") || contains(head, b"xl/") || contains(head, b"[Content_Types].xml")
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

pub(crate) const FIGURES_HEADINGS: &[&str] =
    &["question", "subject", "measure", "as_of", "publisher"];
pub(crate) const PLACES_HEADINGS: &[&str] =
    &["name", "name_local", "aliases", "kind", "lat", "lon"];
pub(crate) const RESTRICTIONS_HEADINGS: &[&str] =
    &["title", "country", "place", "level", "issued_by", "date_start", "source"];
pub(crate) const EVENTS_HEADINGS: &[&str] = &["date_start", "date_end", "event", "kind", "source"];

const ZIP_SIGNATURE: &[u8] = b"PK\x03\x04";
const SDN_CELLS: usize = 12;
/// A stray control byte is a fault of one cell; one in so few bytes is no text.
const BYTES_PER_CONTROL_MIN: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, head: &str, expected: Option<Format>) {
        assert_eq!(detect(name, head.as_bytes()), expected, "{name}");
    }

    #[test]
    fn a_file_is_known_by_what_is_in_it() {
        check("a.json", "\u{feff}{\"id\": \"1\"}", Some(Format::FtmEntities));
        check(
            "list.bin",
            "<?xml version=\"1.0\"?>\n<CONSOLIDATED_LIST>",
            Some(Format::UnConsolidated),
        );
        check(
            "x.csv",
            "canonical_id,entity_id,prop,prop_type,schema,value\n",
            Some(Format::FtmStatements),
        );
        check("x", "\"entity_id\",\"schema\",\"prop\",\"value\"\r\n", Some(Format::FtmStatements));
        check(
            "f.csv",
            "id,question,subject,measure,place,as_of,publisher\n",
            Some(Format::SituationFigures),
        );
        check(
            "sdn.csv",
            "36,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n",
            Some(Format::OfacSdn),
        );
        check("people.csv", "이름,생년월일\n", Some(Format::Csv));
        check("people.xlsx", "PK\u{3}\u{4}", Some(Format::Xlsx));
    }

    #[test]
    fn other_files_are_not_taken() {
        check("page.html", "<html>", None);
        check("photo.jpg", "\u{1}\u{2}", None);
        check("photo.csv", "\u{1}\u{2}\u{3}\u{4} no text", None);
        check("zeros.csv", "n\0a\0m\0e\0", None);
        assert_eq!(detect("people.csv", b"\xFF\xFEn\0a\0m\0e\0"), Some(Format::Csv));
        let stray = format!("name\n{}\u{8}{}\n", "a".repeat(40), "b".repeat(40));
        check("people.csv", &stray, Some(Format::Csv));
    }
}
