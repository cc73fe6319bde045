//! Evidence files: kept once by hash, with custody told by statements.

use std::fs::File;
use std::path::Path;

use liaison_exhibits::{ExhibitError, Exhibits, Stored};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, Hash, Reader, RecordKind};
use liaison_views::EntityFilter;

use crate::commit::Author;
use crate::reading::EntityView;
use crate::{Existing, NewFile, Node, NodeError};

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
