//! Asking platforms to remove adverts, in batches, and reading what they answer.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;

use liaison_casework::{Takedown, check_takedown};
use liaison_formats::{PlainTable, TakedownForm, TakedownItem};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Reader};

use super::known::{AdvertWord, KnownAdvert, words_of};
use super::said::Step;
use super::{ACT, AdvertError};
use crate::cases::Said;
use crate::commit::Author;
use crate::reading::Snapshot;
use crate::reports::one;
use crate::{Node, NodeError};

/// A batch for a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchWritten {
    /// Its number.
    pub number: String,
    /// The platform.
    pub platform: String,
    /// What its file is called.
    pub file: String,
    /// The file, in the platform's form.
    pub bytes: Vec<u8>,
    /// How many adverts the platform is asked to remove.
    pub asked: usize,
    /// How many requests are taken back.
    pub taken_back: usize,
    /// The commit.
    pub commit: CommitNumber,
}

/// What platforms answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutcomesRead {
    /// How many adverts there are of each word.
    pub taken: BTreeMap<&'static str, usize>,
    /// Rows that were set aside, and why.
    pub set_aside: Vec<(u64, AdvertError)>,
    /// The commit, where something was said.
    pub commit: Option<CommitNumber>,
}

/// An advert that was delisted, as the words on it tell.
struct Gone {
    id: String,
    url: String,
    reason: String,
}

impl Node {
    /// Writes a batch of all that is marked for a platform, and of what was delisted since, and
    /// says of each that the platform is asked.
    ///
    /// # Errors
    ///
    /// [`AdvertError::NothingWaits`] when nothing is marked; [`AdvertError::Form`] when the
    /// platform's form cannot be read.
    pub fn takedown_batch(
        &self,
        platform: &str,
        reader: &Reader,
    ) -> Result<BatchWritten, NodeError> {
        let platform = platform.trim().to_lowercase();
        let form = self.takedown_form(&platform)?;
        // Numbers are given out one at a time, by all processes of the folder.
        let _one_at_a_time = self.lock_numbers()?;
        let adverts = self.adverts(reader)?;
        let snapshot = self.snapshot(reader, Act::Export, None)?;
        let is_marked = |advert: &&KnownAdvert| {
            advert.takedown == Some(Takedown::Marked)
                && advert.platform.as_deref() == Some(&*platform)
        };
        let marked: Vec<&KnownAdvert> = adverts.iter().filter(is_marked).take(ITEMS_MAX).collect();
        let (number, gone) = self.next_batch(&platform, &snapshot)?;
        if marked.is_empty() && gone.is_empty() {
            return Err(AdvertError::NothingWaits { platform }.into());
        }
        let (mut items, mut entries) = (Vec::new(), Vec::new());
        for advert in &marked {
            let reason = advert.words.last().map_or("", |word| word.reason.as_str());
            items.push(TakedownItem {
                is_taken_back: false,
                reference: advert.id.local().to_owned(),
                url: advert.url.clone().unwrap_or_default(),
                text: words_of(&snapshot.by_id(advert.id.as_str(), false)?),
                reason: reason.to_owned(),
                seen: advert.seen.clone().unwrap_or_default(),
            });
            let step = Step { act: Takedown::Asked.code(), batch: &number, ..Step::default() };
            entries.extend(self.step_entries(advert, &step, reader)?);
        }
        for one in &gone {
            items.push(TakedownItem {
                is_taken_back: true,
                reference: one.id.rsplit(':').next().unwrap_or_default().to_owned(),
                url: one.url.clone(),
                reason: one.reason.clone(),
                ..TakedownItem::default()
            });
            entries.extend(self.told_gone(one, &platform, &number, reader)?);
        }
        let mut bytes = Vec::new();
        let file = format!("{number}-{platform}.{}", form.ending());
        form.write(&items, self.agency().as_str(), &number, &mut bytes)
            .map_err(NodeError::file(&file))?;
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        let (asked, taken_back) = (marked.len(), gone.len());
        Ok(BatchWritten { number, platform, file, bytes, asked, taken_back, commit })
    }

    /// Reads what platforms answered: a table with the columns `outcome` and `reference` or `url`,
    /// and `reason` where they refuse.
    ///
    /// # Errors
    ///
    /// [`AdvertError::NoColumn`] where a column is missing; when the table cannot be read.
    pub fn read_takedown_outcomes(
        &self,
        csv: impl Read,
        reader: &Reader,
    ) -> Result<OutcomesRead, NodeError> {
        let mut table = PlainTable::open(csv)?;
        let headings: Vec<String> =
            table.headings().iter().map(|heading| heading.trim().to_lowercase()).collect();
        let place = |name: &str| headings.iter().position(|heading| heading == name);
        let [outcome, reference, url, reason] =
            ["outcome", "reference", "url", "reason"].map(place);
        if outcome.is_none() || reference.or(url).is_none() {
            let column = if outcome.is_none() { "outcome" } else { "reference" };
            return Err(AdvertError::NoColumn { column: column.to_owned() }.into());
        }
        let adverts = self.adverts(reader)?;
        let by_url: BTreeMap<&str, &KnownAdvert> = adverts
            .iter()
            .filter(|advert| advert.takedown.is_some())
            .filter_map(|advert| Some((advert.url.as_deref()?, advert)))
            .collect();
        let (mut read, mut entries) = (OutcomesRead::default(), Vec::new());
        let mut met = BTreeSet::new();
        while let Some(row) = table.next_row()? {
            let cell = |at: Option<usize>| {
                at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim())
            };
            let own = self.agency().as_str();
            let named = adverts.find(cell(reference), own).map(|row| row.advert).ok();
            let advert = named.or_else(|| by_url.get(cell(url)).copied());
            let advert = advert.filter(|advert| met.insert(advert.id.clone()));
            match outcome_of(advert, cell(outcome), cell(reason)) {
                Err(error) => read.set_aside.push((row.number, error)),
                Ok((advert, word)) => {
                    let step = Step { act: word.code(), reason: cell(reason), ..Step::default() };
                    entries.extend(self.step_entries(advert, &step, reader)?);
                    *read.taken.entry(word.code()).or_default() += 1;
                }
            }
        }
        if !entries.is_empty() {
            let author = Author { name: reader.name(), purpose: "" };
            read.commit = Some(self.commit_as(&author, ACT, entries)?.commit);
        }
        Ok(read)
    }

    /// The form of a platform: the agency's own file, or the plain table.
    fn takedown_form(&self, platform: &str) -> Result<TakedownForm, NodeError> {
        let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '_');
        if platform.is_empty() || !platform.chars().all(is_name) || platform.contains("..") {
            return Ok(TakedownForm::plain());
        }
        let path = self.folder().takedown_forms().join(format!("{platform}.json"));
        match fs::read_to_string(&path) {
            Ok(json) => {
                let file = path.display().to_string();
                TakedownForm::read(&json).ok_or_else(|| AdvertError::Form { file }.into())
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(TakedownForm::plain()),
            Err(error) => Err(NodeError::file(&path)(error)),
        }
    }

    /// The number of the next batch, and what a platform was not told yet: requests that it has and
    /// that were taken back since.
    fn next_batch(
        &self,
        platform: &str,
        snapshot: &Snapshot<'_>,
    ) -> Result<(String, Vec<Gone>), NodeError> {
        let mut by_advert: BTreeMap<String, Vec<(AdvertWord, String)>> = BTreeMap::new();
        let prefix = format!("T-{}-", self.today().year());
        let mut last = 0;
        snapshot.each_of(schema::ADVERT_STEP, |view| {
            if let Some((advert, word)) = snapshot.advert_word(&view)? {
                let number = word.batch.strip_prefix(&prefix).and_then(|text| text.parse().ok());
                last = last.max(number.unwrap_or(0));
                let url = one(&view, prop::URL).unwrap_or_default();
                by_advert.entry(advert).or_default().push((word, url));
            }
            Ok(())
        })?;
        let mut gone = Vec::new();
        for (id, words) in by_advert {
            let is = |word: &AdvertWord, code: Takedown| word.act == code.code();
            let was_asked = words
                .iter()
                .any(|(word, _)| is(word, Takedown::Asked) && word.platform == platform);
            let delisted = words.iter().find(|(word, _)| is(word, Takedown::Delisted));
            let was_told = words
                .iter()
                .any(|(word, _)| is(word, Takedown::Delisted) && !word.batch.is_empty());
            if let Some((word, url)) = delisted.filter(|_| was_asked && !was_told) {
                gone.push(Gone { id, url: url.clone(), reason: word.reason.clone() });
            }
        }
        gone.truncate(ITEMS_MAX);
        Ok((format!("{prefix}{:04}", last + 1), gone))
    }

    /// That a platform was told that a request is taken back.
    fn told_gone(
        &self,
        gone: &Gone,
        platform: &str,
        batch: &str,
        reader: &Reader,
    ) -> Result<Vec<liaison_journal::Entry>, NodeError> {
        let marks = liaison_model::Marks::default();
        let record = Said { id: self.fresh("word")?, schema: schema::ADVERT_STEP, marks: &marks };
        Ok(record.all(
            self,
            vec![
                (prop::ADVERT, gone.id.clone()),
                (prop::ACT, Takedown::Delisted.code().to_owned()),
                (prop::DATE, self.today().to_string()),
                (prop::OFFICER, reader.name().to_owned()),
                (prop::REASON, gone.reason.clone()),
                (prop::BATCH, batch.to_owned()),
                (prop::PLATFORM, platform.to_owned()),
                (prop::URL, gone.url.clone()),
            ],
        ))
    }
}

/// What a platform says became of an advert.
fn outcome_of<'a>(
    advert: Option<&'a KnownAdvert>,
    outcome: &str,
    reason: &str,
) -> Result<(&'a KnownAdvert, Takedown), AdvertError> {
    let no_word = || AdvertError::NoWord { text: outcome.to_owned() };
    let word = match outcome.to_lowercase().as_str() {
        "removed" | "deleted" | "done" | "gone" | "yes" => Takedown::Removed,
        "refused" | "rejected" | "declined" | "no" => Takedown::Refused,
        other => Takedown::read(other).ok_or_else(no_word)?,
    };
    if !matches!(word, Takedown::Removed | Takedown::Refused | Takedown::BackUp) {
        return Err(no_word());
    }
    let advert = advert.ok_or(AdvertError::NotInBatch)?;
    check_takedown(advert.takedown, word, reason)?;
    Ok((advert, word))
}

/// Adverts of one batch.
const ITEMS_MAX: usize = 1_000;
