//! The words of this crate: keys of the message catalogue.

macro_rules! keys {
    ($($name:ident = $key:literal;)*) => {
        $(pub(crate) const $name: &str = $key;)*
        /// Every key, so that a test can hold the catalogue against them.
        #[cfg(test)]
        pub(crate) const ALL: &[&str] = &[$($key),*];
    };
}

keys! {
    // Lines and encodings.
    LINE_TOO_LONG = "problem-line-too-long";
    NOT_UTF8 = "problem-not-utf8";
    NUL_BYTE = "problem-nul-byte";
    LINE_CUT = "problem-line-cut";
    // JSON lines.
    NOT_JSON = "problem-not-json";
    NOT_AN_OBJECT = "problem-not-an-object";
    KEY_TWICE = "problem-key-twice";
    KEY_UNKNOWN = "problem-key-unknown";
    KEY_SHAPE = "problem-key-shape";
    TOO_MANY_VALUES = "problem-too-many-values";
    VALUE_NOT_TEXT = "problem-value-not-text";
    // Entities.
    ID_MISSING = "problem-id-missing";
    ID_BROKEN = "problem-id-broken";
    ID_OF_THE_NODE = "problem-id-of-the-node";
    SCHEMA_MISSING = "problem-schema-missing";
    SCHEMA_UNKNOWN = "problem-schema-unknown";
    SCHEMA_ABSTRACT = "problem-schema-abstract";
    RECORD_SCHEMA = "problem-record-schema";
    PROPERTY_UNKNOWN = "problem-property-unknown";
    PROPERTY_STUB = "problem-property-stub";
    TIME_BROKEN = "problem-time-broken";
    // Tables.
    ROW_TOO_LONG = "problem-row-too-long";
    OPEN_QUOTE = "problem-open-quote";
    BAD_ENCODING = "problem-bad-encoding";
    TOO_MANY_CELLS = "problem-too-many-cells";
    COLUMN_COUNT = "problem-column-count";
    CELL_TOO_LONG = "problem-cell-too-long";
    ROW_SAYS_NOTHING = "problem-row-says-nothing";
    REQUIRED = "problem-required";
    KEY_EMPTY = "problem-key-empty";
    DATE_FORMAT = "problem-date-format";
    FORMULA = "problem-formula";
    CELL_ERROR = "problem-cell-error";
    NUMBER_IMPRECISE = "problem-number-imprecise";
    SHEET_BROKEN = "problem-sheet-broken";
    EXTERNAL = "problem-external";
    MARKS_BROKEN = "problem-marks-broken";
    COLUMN_BROKEN = "problem-column-broken";
    NOTE_JUDGEMENTS = "note-judgements-left-out";
    HINT_EXTERNAL = "hint-external";
    // Published lists.
    TOO_MANY_ROWS = "problem-too-many-rows";
    NO_ENTRY = "problem-no-entry";
    ENTRY_TOO_LONG = "problem-entry-too-long";
    XML_BROKEN = "problem-xml-broken";
    XML_REFERENCE = "problem-xml-reference";
    HINT_XML = "hint-xml";
    HINT_SAME_EDITION = "hint-same-edition";
    NOTE_ENCODING = "note-encoding-guessed";
    NOTE_COLUMNS = "note-columns-left-out";
    NOTE_SHEET = "note-sheet-read";
    COLUMN_HEADING = "column-heading";
    COLUMN_HEADING_TWICE = "column-heading-twice";
    COLUMN_ROW_NUMBER = "column-row-number";
    COLUMN_NAMELESS = "column-nameless";
    COLUMN_CONTENT = "column-content";
    COLUMN_SOME_DATE = "column-some-date";
    COLUMN_UNKNOWN = "column-unknown";
    HINT_OPEN_QUOTE = "hint-open-quote";
    HINT_ENCODING = "hint-encoding";
    HINT_COLUMN_COUNT = "hint-column-count";
    HINT_REQUIRED = "hint-required";
    HINT_FORMULA = "hint-formula";
    HINT_CELL_ERROR = "hint-cell-error";
    HINT_TEXT_COLUMN = "hint-text-column";
    HINT_SHORTEN_CELL = "hint-shorten-cell";
    HINT_SHEET_BROKEN = "hint-sheet-broken";
    HINT_WORKBOOK = "hint-workbook";
    HINT_WORKBOOK_LOCKED = "hint-workbook-locked";
    HINT_MAPPING = "hint-mapping";
    // Exports.
    LEFT_OUT_RECORD = "left-out-record";
    LEFT_OUT_SCHEMA = "left-out-schema";
    LEFT_OUT_SELF = "left-out-self";
    LEFT_OUT_VALUE = "left-out-value";
    LEFT_OUT_SOURCE = "left-out-source";
    LEFT_OUT_AS_OF = "left-out-as-of";
    LEFT_OUT_GRADE = "left-out-grade";
    LEFT_OUT_ORIGINAL = "left-out-original";
    LEFT_OUT_LANG = "left-out-lang";
    CHANGED_DATE = "left-out-date-changed";
    // What to do.
    HINT_SPLIT_LINE = "hint-split-line";
    HINT_SAVE_UTF8 = "hint-save-utf8";
    HINT_LINE_CUT = "hint-line-cut";
    HINT_ONE_OBJECT = "hint-one-object-per-line";
    HINT_QUOTE_VALUE = "hint-quote-value";
    HINT_TIME = "hint-time";
    HINT_ID = "hint-id";
    HINT_ID_OF_THE_NODE = "hint-id-of-the-node";
    HINT_SCHEMA = "hint-schema";
    HINT_PROPERTY = "hint-property";
    HINT_RECORD_SCHEMA = "hint-record-schema";
}

/// What to do about a cell at fault.
pub(crate) fn hint_of_cell(reason: &str) -> Option<&'static str> {
    match reason {
        FORMULA => Some(HINT_FORMULA),
        CELL_ERROR => Some(HINT_CELL_ERROR),
        NUMBER_IMPRECISE => Some(HINT_TEXT_COLUMN),
        CELL_TOO_LONG => Some(HINT_SHORTEN_CELL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use liaison_model::messages::Catalogue;

    #[test]
    fn every_word_of_this_crate_is_in_the_english_catalogue() {
        let english = Catalogue::for_language("en");
        let missing: Vec<&&str> = ALL.iter().filter(|key| !english.has(key)).collect();

        assert_eq!(missing, [&""; 0]);
    }
}
