//! What is read from the text of an advert, kept by its hash so that no text is read twice.

use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, PoisonError};

use liaison_adverts::{Cause, Kind, Lexicon, Model, Scored, Scorer, Sign, Sketch};
use sha2::{Digest as _, Sha256};

use super::AdvertError;
use crate::{Node, NodeError};

/// A contact as it is compared: what it is, and its one form in small letters.
pub type Contact = (Kind, String);

/// What is read from one text.
#[derive(Debug, Clone)]
pub(crate) struct ReadText {
    /// Without what is known of its contacts.
    pub(crate) score: f64,
    /// Each as often as it stands there.
    pub(crate) contacts: Vec<Contact>,
    pub(crate) places: Vec<String>,
    pub(crate) language: &'static str,
    /// Whether it says openly that the work is scamming.
    pub(crate) is_open: bool,
    pub(crate) sketch: Sketch,
}

/// Texts that were read, by the beginning of their hash, and with which model.
#[derive(Default)]
pub(crate) struct Texts {
    read: HashMap<TextKey, Arc<ReadText>>,
    model: Option<Arc<Model>>,
    /// When the file of the model was written, so that a new one is seen.
    model_of: Option<std::time::SystemTime>,
    /// How often there was another model.
    models: u64,
}

/// Half a hash is enough to tell texts apart, and is not secret.
type TextKey = [u8; 16];

impl Node {
    /// What is read from texts, in their order.
    pub(crate) fn read_adverts(&self, texts: &[String]) -> Result<Vec<Arc<ReadText>>, NodeError> {
        let lexicon = lexicon()?;
        let mut known = self.advert_texts.lock().unwrap_or_else(PoisonError::into_inner);
        self.follow_model(&mut known)?;
        let keys: Vec<TextKey> = texts.iter().map(|text| key_of(text)).collect();
        let mut missing: HashMap<TextKey, &String> = HashMap::new();
        for (key, text) in keys.iter().zip(texts) {
            if !known.read.contains_key(key) {
                missing.insert(*key, text);
            }
        }
        let (new, texts): (Vec<TextKey>, Vec<String>) =
            missing.into_iter().map(|(key, text)| (key, text.clone())).unzip();
        let model = known.model.clone();
        let scorer = Scorer::new(lexicon, model.as_deref(), Default::default());
        let read = scorer
            .read_all(&texts)
            .into_iter()
            .map(|(scored, sketch)| Arc::new(ReadText::of(&scored, sketch)));
        known.read.extend(new.into_iter().zip(read));
        let found = keys.iter().map(|key| known.read.get(key).map(Arc::clone));
        found.collect::<Option<Vec<_>>>().ok_or(NodeError::NotFound)
    }

    /// How often there was another model: what was read before the last one is read anew.
    pub(crate) fn advert_models(&self) -> Result<u64, NodeError> {
        let mut known = self.advert_texts.lock().unwrap_or_else(PoisonError::into_inner);
        self.follow_model(&mut known)?;
        Ok(known.models)
    }

    /// The model that the agency trained on its own decisions, if there is one.
    pub(crate) fn advert_model(&self) -> Result<Option<Arc<Model>>, NodeError> {
        let mut known = self.advert_texts.lock().unwrap_or_else(PoisonError::into_inner);
        self.follow_model(&mut known)?;
        Ok(known.model.clone())
    }

    /// Reads the model again where its file is another one; all texts are read anew then.
    fn follow_model(&self, known: &mut Texts) -> Result<(), NodeError> {
        let path = self.folder().advert_model();
        let written = fs::metadata(&path).and_then(|found| found.modified()).ok();
        if written == known.model_of {
            return Ok(());
        }
        let model = match written {
            None => None,
            Some(_) => {
                let bytes = fs::read(&path).map_err(NodeError::file(&path))?;
                let model = Model::from_bytes(&bytes);
                Some(Arc::new(model.map_err(|_| AdvertError::BrokenModel)?))
            }
        };
        let models = known.models + 1;
        *known = Texts { read: HashMap::new(), model, model_of: written, models };
        Ok(())
    }
}

impl ReadText {
    fn of(scored: &Scored, sketch: Sketch) -> Self {
        let contacts = scored
            .identifiers
            .iter()
            .filter(|one| one.kind.is_contact() && CONTACT_SURE <= one.confidence);
        let mut places: Vec<String> = scored
            .identifiers
            .iter()
            .filter(|one| one.kind == Kind::Place)
            .map(|one| one.value.clone())
            .collect();
        places.sort_unstable();
        places.dedup();
        let open = Cause::Sign(Sign::OpenScam);
        Self {
            score: scored.score,
            contacts: contacts.map(|one| (one.kind, one.value.to_lowercase())).collect(),
            places,
            language: scored.language.code(),
            is_open: scored.reasons.iter().any(|reason| reason.cause == open),
            sketch,
        }
    }
}

/// The lexicon of the program.
pub(super) fn lexicon() -> Result<&'static Lexicon, NodeError> {
    Lexicon::built_in().ok_or_else(|| AdvertError::BrokenLexicon.into())
}

fn key_of(text: &str) -> TextKey {
    let hash = Sha256::digest(text.as_bytes());
    let mut key = TextKey::default();
    key.copy_from_slice(&hash[..16]);
    key
}

/// What is less sure to be a contact ties nothing together.
pub(super) const CONTACT_SURE: f32 = 0.5;
