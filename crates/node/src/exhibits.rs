//! Evidence files: kept once by hash, with custody told by statements.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use liaison_exhibits::{ExhibitError, Exhibits, Stored};
use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, Hash, Reader, RecordKind};
use liaison_views::EntityFilter;

use crate::commit::Author;
use crate::reading::EntityView;
use crate::{Existing, NewFile, Node, NodeError};

/// An exhibit that is not there as it was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadExhibit {
    /// The hash under which it was handed in.
    pub hash: Hash,
    /// Whether it is gone; otherwise its bytes do not give the hash.
    pub is_missing: bool,
}

/// Which exhibits are not as they were handed in, in words.
#[must_use]
pub fn bad_exhibits(bad: &[BadExhibit]) -> Message {
    let hashes: Vec<String> = bad.iter().map(|bad| bad.hash.to_string()).collect();
    Message::new("exhibits-bad")
        .count("exhibits", hashes.len() as u64)
        .with("hashes", hashes.join(", "))
}

impl Node {
    /// Keeps a file as an exhibit and records who handed it in.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or kept.
    pub fn keep_exhibit(
        &self,
        path: &Path,
        note: &str,
        reader: &Reader,
    ) -> Result<Stored, NodeError> {
        let mut file = File::open(path).map_err(NodeError::file(path))?;
        let stored = self.exhibits()?.put(&mut file)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.record_custody(&stored.hash, "received", reader, |say| {
            let mut entries = vec![
                say(prop::FILE_NAME, name.into_owned()),
                say(prop::FILE_SIZE, stored.size.to_string()),
            ];
            if !note.is_empty() {
                entries.push(say(prop::NOTE, note.to_owned()));
            }
            entries
        })?;
        Ok(stored)
    }

    /// Writes an exhibit to a new file, checked against its hash, and records who took a copy.
    ///
    /// # Errors
    ///
    /// When it is unknown or damaged, or the file is there already or cannot be written.
    pub fn copy_exhibit(
        &self,
        hash: &Hash,
        path: &Path,
        reader: &Reader,
    ) -> Result<u64, NodeError> {
        let exhibits = self.exhibits()?;
        if !exhibits.holds(hash)? {
            return Err(ExhibitError::Unknown.into());
        }
        let mut file = NewFile::begin(path, Existing::Keep)?;
        self.record_custody(hash, "copied", reader, |_| Vec::new())?;
        let size = exhibits.get(hash, &mut file).map_err(|error| match error {
            ExhibitError::Io(error) => NodeError::file(path)(error),
            error => error.into(),
        })?;
        file.finish()?;
        Ok(size)
    }

    /// Custody events, oldest first; of one exhibit when `hash` is given.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn custody(
        &self,
        hash: Option<&Hash>,
        reader: &Reader,
    ) -> Result<Vec<EntityView>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let schemata = vec![schema::CUSTODY.to_owned()];
        let filter = EntityFilter { schemata, ..EntityFilter::default() };
        let wanted = hash.map(Hash::to_string);
        let mut events = Vec::new();
        for ordinal in self.views.matching(&filter, snapshot.window())? {
            let Some(event) = snapshot.entity(ordinal)? else { continue };
            let is_meant = wanted.as_ref().is_none_or(|wanted| {
                event.statements.iter().any(|s| s.prop == prop::EXHIBIT && s.value.text() == wanted)
            });
            if is_meant {
                events.push(event);
            }
        }
        Ok(events)
    }

    /// Recomputes the hashes of exhibits that custody tells of, as far as `bytes_max`: which of them
    /// are damaged or missing, and how many were not read.
    ///
    /// # Errors
    ///
    /// When the journal, the views or the store fail.
    pub fn check_exhibits(&self, bytes_max: u64) -> Result<(Vec<BadExhibit>, u64), NodeError> {
        let mut hashes = BTreeSet::new();
        for event in self.custody(None, &self.folder_owner("node"))? {
            let named = event.statements.iter().filter(|s| s.prop == prop::EXHIBIT);
            hashes.extend(named.filter_map(|s| s.value.text().parse::<Hash>().ok()));
        }
        let exhibits = self.exhibits()?;
        let (mut bad, mut unread, mut bytes) = (Vec::new(), 0, 0);
        for hash in hashes {
            if bytes_max <= bytes {
                unread += 1;
                continue;
            }
            match exhibits.get(&hash, &mut std::io::sink()) {
                Ok(size) => bytes += size,
                Err(ExhibitError::Damaged) => bad.push(BadExhibit { hash, is_missing: false }),
                Err(ExhibitError::Unknown) => bad.push(BadExhibit { hash, is_missing: true }),
                Err(error) => return Err(error.into()),
            }
        }
        Ok((bad, unread))
    }

    /// Where the exhibits lie. Opened by whoever needs them: nobody else needs their credentials.
    pub(crate) fn exhibits(&self) -> Result<Exhibits, ExhibitError> {
        match &self.config.exhibits {
            None => Exhibits::in_folder(&self.folder.exhibits()),
            Some(address) => Exhibits::at_address(address),
        }
    }

    fn record_custody(
        &self,
        hash: &Hash,
        act: &str,
        reader: &Reader,
        more: impl FnOnce(
            &dyn Fn(&'static str, String) -> liaison_journal::Entry,
        ) -> Vec<liaison_journal::Entry>,
    ) -> Result<(), NodeError> {
        let record = self.new_record(RecordKind::Custody)?;
        let say = |prop: &'static str, value: String| {
            self.own_entry(&record, schema::CUSTODY, prop, value)
        };
        let mut entries = vec![
            say(prop::EXHIBIT, hash.to_string()),
            say(prop::ACT, act.to_owned()),
            say(prop::HOLDER, reader.name().to_owned()),
            say(prop::TIME, self.now().to_string()),
        ];
        entries.extend(more(&say));
        self.commit_as(&Author { name: reader.name(), purpose: "" }, "custody", entries)?;
        Ok(())
    }
}
