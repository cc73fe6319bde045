//! Taking adverts in.

use std::collections::HashSet;

use liaison_adverts::{Identifier, Kind, identifiers_in};
use liaison_journal::Entry;
use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, EntityId, Hash, Instant, Label, Marks, Reader, Statement};
use sha2::{Digest as _, Sha256};

use super::known::{delisted, first_line};
use super::text::CONTACT_SURE;
use super::{ACT, AdvertError, DATASET};
use crate::commit::Author;
use crate::reading::Snapshot;
use crate::{Node, NodeError};

/// A text that somebody hands in, as it was written. What is not known is empty.
#[derive(Debug, Clone, Default)]
pub struct AdvertWanted {
    /// The words.
    pub text: String,
    /// Where it stood.
    pub url: String,
    /// On which platform.
    pub platform: String,
    /// When it was posted.
    pub posted: String,
    /// When it was seen; now where it is empty.
    pub seen: String,
    /// Its language; told from the text where it is empty.
    pub language: String,
    /// Who handed it in and how, in words that name nobody.
    pub source: String,
    /// Pictures of it that are kept as exhibits.
    pub pictures: Vec<Hash>,
    /// Who may see it.
    pub marks: Marks,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvertTaken {
    /// Entity id.
    pub id: EntityId,
    /// Whether it is new.
    pub intake: Intake,
    /// Fields whose value could not be read; the rest was taken.
    pub left_out: Vec<(&'static str, Message)>,
}

/// Whether an advert that is handed in is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intake {
    /// It is.
    New,
    /// The same words at the same place are there already.
    Known,
}

impl Node {
    /// Takes adverts in, some hundred to a commit. What cannot be taken says why, and the next one
    /// is taken.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn take_adverts(
        &self,
        wanted: &[AdvertWanted],
        reader: &Reader,
    ) -> Result<Vec<Result<AdvertTaken, AdvertError>>, NodeError> {
        let author = Author { name: reader.name(), purpose: "" };
        let mut answers = Vec::with_capacity(wanted.len());
        for some in wanted.chunks(PER_COMMIT) {
            let snapshot = self.snapshot(reader, Act::Find, None)?;
            let mut entries = Vec::new();
            let mut now = HashSet::new();
            for one in some {
                let taken = match self.taken(one, &snapshot, &mut entries, &mut now) {
                    Ok(taken) => Ok(taken),
                    Err(Stopped::Advert(error)) => Err(error),
                    Err(Stopped::Node(error)) => return Err(*error),
                };
                answers.push(taken);
            }
            if !entries.is_empty() {
                self.commit_as(&author, ACT, entries)?;
            }
        }
        Ok(answers)
    }

    fn taken(
        &self,
        wanted: &AdvertWanted,
        snapshot: &Snapshot<'_>,
        entries: &mut Vec<Entry>,
        now: &mut HashSet<EntityId>,
    ) -> Result<AdvertTaken, Stopped> {
        let text = wanted.text.trim();
        if !text.chars().any(char::is_alphanumeric) {
            return Err(AdvertError::Empty.into());
        }
        if TEXT_CHARS_MAX < text.chars().count() {
            return Err(AdvertError::TooLong { most: TEXT_CHARS_MAX }.into());
        }
        let id = self.id_of_advert(wanted)?;
        let known = |intake| AdvertTaken { id: id.clone(), intake, left_out: Vec::new() };
        if !now.insert(id.clone()) {
            return Ok(known(Intake::Known));
        }
        if let Some(ordinal) = self.views.ordinal(id.as_str()).map_err(NodeError::from)? {
            if snapshot.entity(ordinal)?.is_some() {
                return Ok(known(Intake::Known));
            }
            if delisted(&snapshot.pointing_at(id.as_str())?) {
                return Err(AdvertError::Delisted.into());
            }
        }
        let (said, left_out) = self.advert_entries(&id, wanted, text);
        entries.extend(said);
        Ok(AdvertTaken { left_out, ..known(Intake::New) })
    }

    /// The same words at the same address of the same platform are one advert, whoever hands them
    /// in and how often.
    fn id_of_advert(&self, wanted: &AdvertWanted) -> Result<EntityId, NodeError> {
        let platform = wanted.platform.trim().to_lowercase();
        let mut hash = Sha256::new();
        for part in [platform.as_str(), wanted.url.trim(), wanted.text.trim()] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let local = format!("advert-{}", &hex::encode(hash.finalize())[..ID_CHARACTERS]);
        EntityId::new(self.agency(), &local).map_err(|_| NodeError::AgencyId)
    }

    /// What is said of an advert, and which of it could not be read.
    fn advert_entries(
        &self,
        id: &EntityId,
        wanted: &AdvertWanted,
        text: &str,
    ) -> (Vec<Entry>, Vec<(&'static str, Message)>) {
        let mut saying = Saying::new(self, id, wanted, text);
        saying.adds(prop::URL, &wanted.url);
        saying.adds(prop::PLATFORM, &wanted.platform.trim().to_lowercase());
        saying.adds(prop::POSTED_AT, &wanted.posted);
        let now = self.now();
        let seen = match wanted.seen.trim() {
            "" => now.to_string(),
            seen => seen.to_owned(),
        };
        saying.adds(prop::SEEN_AT, &seen);
        for picture in &wanted.pictures {
            saying.adds(prop::EXHIBIT, &picture.to_string());
        }
        let mut payments = HashSet::new();
        let mut has_pay = false;
        for one in identifiers_in(text) {
            if one.confidence < CONTACT_SURE || !payments.insert((one.kind, one.value.clone())) {
                continue;
            }
            match property_of(&one) {
                Some((prop, value)) => saying.derives(prop, &value, text, &one),
                None if one.kind == Kind::Salary && !has_pay => {
                    has_pay = true;
                    saying.pays(text, &one);
                }
                None => {}
            }
        }
        (saying.entries, saying.left_out)
    }
}

/// What is said of one advert, one after the other.
struct Saying<'n> {
    node: &'n Node,
    id: &'n EntityId,
    label: Label,
    source: Option<String>,
    lang: Option<String>,
    seen: Instant,
    entries: Vec<Entry>,
    left_out: Vec<(&'static str, Message)>,
}

impl<'n> Saying<'n> {
    /// The words, what they are called in lists, and their language.
    fn new(node: &'n Node, id: &'n EntityId, wanted: &AdvertWanted, text: &str) -> Self {
        let label = Label { originator: node.agency().clone(), marks: wanted.marks.clone() };
        let source = wanted.source.trim().chars().take(SOURCE_CHARS_MAX).collect::<String>();
        let mut saying = Self {
            node,
            id,
            label,
            source: Some(source).filter(|source| !source.is_empty()),
            lang: None,
            seen: node.now(),
            entries: Vec::new(),
            left_out: Vec::new(),
        };
        let told = match wanted.language.trim() {
            "" => liaison_adverts::Language::of(text).code(),
            language => language,
        };
        saying.adds(prop::LANGUAGE, told);
        saying.lang = saying.entries.first().map(|entry| entry.statement.value.clone());
        saying.says(prop::NAME, first_line(text), None);
        saying.says(prop::TEXT, text.to_owned(), None);
        saying
    }

    /// Adds what was handed in, cleaned; what cannot be is left out and told.
    fn adds(&mut self, prop: &'static str, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        match self.node.cleaned(schema::ADVERT, prop, value) {
            Ok((value, original)) => self.says(prop, value, original),
            Err(error) => self.left_out.push((prop, error.message())),
        }
    }

    /// Adds what stands in the words, with how they write it.
    fn derives(&mut self, prop: &'static str, value: &str, text: &str, found: &Identifier) {
        let written = text.get(found.span.clone()).unwrap_or_default().to_owned();
        if let Ok((value, _)) = self.node.cleaned(schema::ADVERT, prop, value) {
            let original = Some(written).filter(|written| *written != value);
            self.says(prop, value, original);
        }
    }

    fn pays(&mut self, text: &str, found: &Identifier) {
        self.says(prop::SALARY, text.get(found.span.clone()).unwrap_or_default().to_owned(), None);
        if let Some(pay) = &found.pay {
            self.adds(prop::SALARY_AMOUNT, &pay.monthly().to_string());
            self.adds(prop::SALARY_CURRENCY, pay.currency);
        }
    }

    fn says(&mut self, prop: &'static str, value: String, original: Option<String>) {
        let statement = Statement::new(self.id.clone(), schema::ADVERT, prop, value, DATASET);
        let is_text = [prop::NAME, prop::TEXT].contains(&prop);
        self.entries.push(Entry {
            statement: Statement {
                original,
                source: self.source.clone(),
                seen: Some(self.seen),
                lang: self.lang.clone().filter(|_| is_text),
                ..statement
            },
            label: self.label.clone(),
            salt: None,
        });
    }
}

/// Why nothing is taken: because of the text, or because of the node.
enum Stopped {
    Advert(AdvertError),
    Node(Box<NodeError>),
}

impl From<AdvertError> for Stopped {
    fn from(error: AdvertError) -> Self {
        Self::Advert(error)
    }
}

impl From<NodeError> for Stopped {
    fn from(error: NodeError) -> Self {
        Self::Node(Box::new(error))
    }
}

/// Which property of an advert an identifier is, in its form.
fn property_of(one: &Identifier) -> Option<(&'static str, String)> {
    Some(match one.kind {
        Kind::Phone => (prop::PHONE, one.value.clone()),
        Kind::Email => (prop::EMAIL, one.value.clone()),
        Kind::Wallet | Kind::Account => (prop::PAYMENT_TEXT, one.value.clone()),
        Kind::Place => (prop::PLACE_TEXT, one.value.clone()),
        Kind::Date | Kind::Salary | Kind::Domain => return None,
        _ => (prop::HANDLE, format!("{}:{}", one.kind.code(), one.value)),
    })
}

/// Adverts of one commit: small enough to be seen soon, large enough to be quick.
const PER_COMMIT: usize = 500;
const TEXT_CHARS_MAX: usize = 20_000;
const SOURCE_CHARS_MAX: usize = 500;
/// Of the hash: as many as are not met twice.
const ID_CHARACTERS: usize = 24;
