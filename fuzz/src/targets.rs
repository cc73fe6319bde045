//! The parsers, and what must hold of whatever they take.
//!
//! That a parser comes back at all is the first demand; libFuzzer bounds its time and memory.
//! Beyond that each target checks an invariant that its module promises.

use liaison_adverts::{KnownContacts, Lexicon, Scorer, Sketch, Template};
use liaison_exchange::{Agreement, Card, Envelope};
use liaison_formats::fuzzing;
use liaison_journal::keys::Certificate;
use liaison_journal::{CommitHeader, Proof};
use liaison_model::schema::{self, PropType};
use liaison_model::values::{self, Cleaned, DateOrder, Hints, PartialDate, ValueError};
use liaison_model::{Marks, Statement};
use liaison_node::exchange::read_lines;
use liaison_psi::{Answer, Difference, Filter, Question};
use liaison_search::{TextQuery, highlight};
use unicode_segmentation::UnicodeSegmentation as _;

/// One parser under any bytes.
pub struct Target {
    /// The name by which the environment asks for it, and the folder of its seeds.
    pub name: &'static str,
    /// Runs it once.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "advert", run: advert },
    Target { name: "card", run: card },
    Target { name: "certificate", run: certificate },
    Target { name: "commit-header", run: commit_header },
    Target { name: "csv", run: fuzzing::csv },
    Target { name: "detect", run: fuzzing::detect },
    Target { name: "envelope", run: envelope },
    Target { name: "ftm-entities", run: fuzzing::ftm_entities },
    Target { name: "ftm-statements", run: fuzzing::ftm_statements },
    Target { name: "ledger", run: fuzzing::ledger },
    Target { name: "mail", run: fuzzing::mail },
    Target { name: "mapping", run: fuzzing::mapping },
    Target { name: "marks", run: marks },
    Target { name: "ofac", run: fuzzing::ofac },
    Target { name: "partial-date", run: partial_date },
    Target { name: "proof", run: proof },
    Target { name: "psi", run: psi },
    Target { name: "search", run: search },
    Target { name: "statement", run: statement },
    Target { name: "transfers", run: fuzzing::transfers },
    Target { name: "un", run: fuzzing::un },
    Target { name: "values", run: all_values },
    Target { name: "xlsx", run: fuzzing::xlsx },
];

/// Two texts: whatever is said of them stands in them, and their slots are as many.
fn advert(data: &[u8]) {
    let (Ok(text), Some(lexicon)) = (std::str::from_utf8(data), Lexicon::built_in()) else { return };
    let scored = Scorer::new(lexicon, None, KnownContacts::default()).score(text);
    assert!((0.0..=1.0).contains(&scored.score), "a score is no share");
    let spans = scored.reasons.iter().map(|reason| &reason.span);
    for span in spans.chain(scored.identifiers.iter().map(|one| &one.span)) {
        assert!(text.get(span.clone()).is_some(), "a place is not in the text");
    }
    let _ = Sketch::new(text, &scored.identifiers);
    let (first, second) = text.split_once('\n').unwrap_or((text, ""));
    let mut template = Template::new(first);
    template.learn(second);
    assert_eq!(template.slots(first).len(), template.slots(second).len(), "slots differ in number");
}

/// Whatever comes from a peer in private matching is refused, or comes back as it was read.
fn psi(data: &[u8]) {
    if let Ok(question) = Question::from_bytes(data) {
        assert_eq!(Question::from_bytes(&question.to_bytes()), Ok(question), "a question changed");
    }
    if let Ok(answer) = Answer::from_bytes(data) {
        assert_eq!(Answer::from_bytes(&answer.to_bytes()), Ok(answer), "an answer changed");
    }
    if let Ok(difference) = Difference::from_bytes(data) {
        let again = Difference::from_bytes(&difference.to_bytes());
        assert_eq!(again, Ok(difference), "a difference changed");
    }
    if let Ok(filter) = Filter::from_bytes(data) {
        let _ = filter.has(&[0; 64]);
        let _ = filter.has(&[0xff; 64]);
    }
}

fn statement(data: &[u8]) {
    let Ok(statement) = Statement::from_canonical(data) else { return };
    let again = statement.to_canonical();
    assert_eq!(Statement::from_canonical(&again), Ok(statement), "a statement changed");
    assert!(Statement::claim_of(data).is_ok(), "a statement without a claim");
    assert!(Statement::schema_of(data).is_ok(), "a statement without a schema");
}

fn commit_header(data: &[u8]) {
    let Ok(header) = CommitHeader::from_canonical(data) else { return };
    let again = header.to_canonical();
    assert_eq!(CommitHeader::from_canonical(&again), Ok(header), "a header changed");
}

fn certificate(data: &[u8]) {
    let Ok(certificate) = Certificate::from_canonical(data) else { return };
    let _ = certificate.check(); // good or not, it must answer
    let again = certificate.to_canonical();
    assert_eq!(Certificate::from_canonical(&again), Ok(certificate), "a certificate changed");
}

fn proof(data: &[u8]) {
    // The strict spelling is asked for after the lax one, so that mutated bytes reach the checks.
    let Ok(proof) = serde_json::from_slice::<Proof>(data) else { return };
    let _ = proof.check(); // good or not, it must answer
    let Ok(written) = proof.to_json() else { panic!("a proof that was read cannot be written") };
    assert_eq!(Proof::from_json(written.as_bytes()), Ok(proof), "a proof changed");
}

fn envelope(data: &[u8]) {
    let Ok(envelope) = serde_json::from_slice::<Envelope>(data) else { return };
    let Ok(written) = serde_json::to_vec(&envelope) else {
        panic!("an envelope that was read cannot be written")
    };
    let again: Option<Envelope> = serde_json::from_slice(&written).ok();
    assert_eq!(again, Some(envelope), "an envelope changed");
}

/// A card, an agreement, or the lines of a bundle: refused, or the same when written and read.
fn card(data: &[u8]) {
    if let Ok(card) = Card::from_bytes(data) {
        assert_eq!(Card::from_text(&card.to_text()), Ok(card), "a card changed");
    }
    if let Ok(agreement) = Agreement::from_bytes(data) {
        let again = Agreement::from_text(&agreement.to_text());
        assert_eq!(again, Ok(agreement), "an agreement changed");
    }
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = (Card::from_text(text), Agreement::from_text(text), read_lines(text));
    }
}

fn marks(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(marks) = text.parse::<Marks>() else { return };
    assert_eq!(marks.to_string().parse(), Ok(marks), "marks changed");
}

fn partial_date(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for order in [None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)] {
        let Ok(date) = PartialDate::read(text, order) else { continue };
        assert!(date.earliest() <= date.latest(), "a date ends before it begins");
        let _ = (date.year(), date.month(), date.day(), date.time(), date.moment());
        assert_eq!(PartialDate::read(&date.to_string(), order), Ok(date), "a date changed");
    }
}

/// Cleaning a clean value changes nothing, whatever the type.
fn all_values(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let korean = Hints { country: Some("kr".into()), date_order: Some(DateOrder::DayFirst) };
    for hints in [Hints::default(), korean] {
        for kind in TYPES {
            unchanged_by_cleaning(text, |raw| values::clean_as(*kind, raw, &hints));
        }
        for (schema, property) in PROPERTIES {
            let found = schema::find(schema).and_then(|schema| schema.property(property));
            let Some(property) = found else { panic!("there is no {schema}:{property}") };
            unchanged_by_cleaning(text, |raw| values::clean(property, raw, &hints));
        }
    }
}

fn unchanged_by_cleaning(raw: &str, clean: impl Fn(&str) -> Result<Cleaned, ValueError>) {
    let Ok(Cleaned { value, .. }) = clean(raw) else { return };
    let again = Cleaned { value: value.clone(), original: None };
    assert_eq!(clean(&value), Ok(again), "a clean value changed");
}

/// The first line is what an officer types, the rest a value that was found.
fn search(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (typed, value) = text.split_once('\n').unwrap_or((text, text));
    let Ok(query) = TextQuery::parse(typed) else { return };
    let mut starts: Vec<usize> = value.grapheme_indices(true).map(|(at, _)| at).collect();
    starts.push(value.len());
    let mut end = 0;
    for range in highlight(value, &query) {
        assert!(end <= range.start && range.start < range.end, "highlights overlap or are empty");
        for at in [range.start, range.end] {
            assert!(starts.binary_search(&at).is_ok(), "a highlight cuts a grapheme");
        }
        end = range.end;
    }
}

const TYPES: &[PropType] = &[
    PropType::Address,
    PropType::Checksum,
    PropType::Country,
    PropType::Date,
    PropType::Email,
    PropType::Entity,
    PropType::Gender,
    PropType::Html,
    PropType::Identifier,
    PropType::Ip,
    PropType::Json,
    PropType::Language,
    PropType::Mimetype,
    PropType::Name,
    PropType::Number,
    PropType::Phone,
    PropType::String,
    PropType::Text,
    PropType::Topic,
    PropType::Url,
];

/// Properties that are cleaned in a way of their own.
const PROPERTIES: &[(&str, &str)] = &[
    ("BankAccount", "iban"),
    ("BankAccount", "accountNumber"),
    ("BankAccount", "bic"),
    ("CryptoWallet", "publicKey"),
    ("Place", "latitude"),
    ("Place", "longitude"),
];
