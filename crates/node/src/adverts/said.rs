//! What officers say of adverts: whether they are such adverts, and how far their removal is.

use liaison_adverts::{Decided, Model, ModelError};
use liaison_casework::{Takedown, check_takedown};
use liaison_journal::Entry;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Marks, Reader, StatementId};

use super::known::{KnownAdvert, words_of};
use super::text::lexicon;
use super::{ACT, AdvertError};
use crate::cases::{Said, fitted};
use crate::commit::Author;
use crate::withdraw::Taken;
use crate::{Existing, NewFile, Node, NodeError};

/// What an officer wants to say of an advert, as it was written.
#[derive(Debug, Clone, Default)]
pub struct AdvertWordWanted {
    /// `advert` or `other`, or a code of [`Takedown`].
    pub word: String,
    /// Why.
    pub reason: String,
    /// What the platform calls the matter.
    pub reference: String,
}

/// What was said of an advert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvertSaid {
    /// Entity id: what is taken back by it.
    pub id: String,
    /// The advert.
    pub advert: String,
    /// The commit.
    pub commit: CommitNumber,
}

/// A word with all that is kept of it.
#[derive(Debug, Default)]
pub(super) struct Step<'a> {
    pub(super) act: &'a str,
    pub(super) verdict: &'a str,
    pub(super) reason: &'a str,
    pub(super) reference: &'a str,
    pub(super) batch: &'a str,
}

impl Node {
    /// Says whether something is an advert of the kind, or how far its removal is. What was said
    /// before stays. What is delisted is withdrawn: nobody sees it any more, here or at peers.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such advert; [`AdvertError`] for a word that
    /// there is not, that does not follow, or that needs a reason.
    pub fn say_of_advert(
        &self,
        id: &str,
        wanted: &AdvertWordWanted,
        reader: &Reader,
    ) -> Result<AdvertSaid, NodeError> {
        let adverts = self.adverts(reader)?;
        let advert = adverts.find(id, self.agency().as_str())?.advert;
        let reason = fitted(schema::ADVERT_STEP, prop::REASON, &wanted.reason, false)?;
        let reference = fitted(schema::ADVERT_STEP, prop::REFERENCE, &wanted.reference, false)?;
        let step = Step { reason: &reason, reference: &reference, ..Step::default() };
        let word = wanted.word.trim();
        if let Some(verdict) = VERDICTS.into_iter().find(|verdict| *verdict == word) {
            return self.put_step(advert, &Step { act: JUDGED, verdict, ..step }, reader);
        }
        let takedown =
            Takedown::read(word).ok_or_else(|| AdvertError::NoWord { text: word.to_owned() })?;
        check_takedown(advert.takedown, takedown, &reason).map_err(AdvertError::from)?;
        if takedown == Takedown::Marked && advert.platform.is_none() {
            return Err(AdvertError::NoPlatform.into());
        }
        let said = self.put_step(advert, &Step { act: takedown.code(), ..step }, reader)?;
        if takedown == Takedown::Delisted {
            self.withdraw_advert(advert, &reason, reader)?;
        }
        Ok(said)
    }

    /// Takes a word on an advert back that an officer said by itself.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is no such word; [`crate::WrongUse`] without a reason.
    pub fn take_back_from_advert(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        self.take_back_of(id, ACT, &[schema::ADVERT_STEP], reason, reader)
    }

    /// Learns from what officers decided about adverts, and reads all adverts with it from then on.
    /// Answers from how many adverts and others, and with the hash of the model.
    ///
    /// # Errors
    ///
    /// [`AdvertError::TooFew`] where there are too few decisions of one kind.
    pub fn train_adverts(&self, reader: &Reader) -> Result<(usize, usize, String), NodeError> {
        let adverts = self.adverts(reader)?;
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let mut decided = Vec::new();
        for advert in adverts.iter() {
            if let Some(is_advert) = advert.verdict {
                let view = snapshot.by_id(advert.id.as_str(), false)?;
                decided.push(Decided { text: words_of(&view), is_advert });
            }
        }
        let model = Model::train(lexicon()?, &decided).map_err(|error| match error {
            ModelError::TooFew { positives, others, required } => {
                AdvertError::TooFew { adverts: positives, others, required }
            }
            _ => AdvertError::BrokenModel,
        })?;
        let path = self.folder().advert_model();
        let mut file = NewFile::begin(&path, Existing::Replace)?;
        std::io::Write::write_all(&mut file, &model.to_bytes()).map_err(NodeError::file(&path))?;
        file.finish()?;
        let header = model.header();
        Ok((header.positives, header.texts - header.positives, header.body.clone()))
    }

    fn put_step(
        &self,
        advert: &KnownAdvert,
        step: &Step<'_>,
        reader: &Reader,
    ) -> Result<AdvertSaid, NodeError> {
        let entries = self.step_entries(advert, step, reader)?;
        let id = entries.first().map(|entry| entry.statement.entity.to_string());
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(AdvertSaid { id: id.unwrap_or_default(), advert: advert.id.to_string(), commit })
    }

    /// A word on an advert, under the marks of the advert.
    pub(super) fn step_entries(
        &self,
        advert: &KnownAdvert,
        step: &Step<'_>,
        reader: &Reader,
    ) -> Result<Vec<Entry>, NodeError> {
        // What was published says nothing about who may know what an agency says of it.
        let marks = match advert.marks.is_public() {
            true => Marks::default(),
            false => advert.marks.clone(),
        };
        let record = Said { id: self.fresh("word")?, schema: schema::ADVERT_STEP, marks: &marks };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Ok(record.all(
            self,
            vec![
                (prop::ADVERT, advert.id.to_string()),
                (prop::ACT, step.act.to_owned()),
                (prop::VERDICT, step.verdict.to_owned()),
                (prop::DATE, self.today().to_string()),
                (prop::OFFICER, reader.name().to_owned()),
                (prop::REASON, step.reason.to_owned()),
                (prop::REFERENCE, step.reference.to_owned()),
                (prop::BATCH, step.batch.to_owned()),
                (prop::PLATFORM, text(&advert.platform)),
                (prop::URL, text(&advert.url)),
            ],
        ))
    }

    /// Withdraws all that this agency says of an advert; what officers said about it stays.
    fn withdraw_advert(
        &self,
        advert: &KnownAdvert,
        reason: &str,
        reader: &Reader,
    ) -> Result<(), NodeError> {
        let view = self.snapshot(reader, Act::Read, None)?.by_id(advert.id.as_str(), false)?;
        let own = |said: &&crate::reading::StatementView| said.originator == self.agency().as_str();
        let ids: Vec<StatementId> =
            view.statements.iter().filter(own).map(|said| said.id).collect();
        let said = Taken { author: reader.name(), reason, authority: "", first: None };
        self.withdraw_all(&ids, advert.id.as_str(), &said)?;
        Ok(())
    }
}

pub(super) const JUDGED: &str = "judged";
const VERDICTS: [&str; 2] = ["advert", "other"];
