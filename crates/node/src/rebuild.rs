//! Making the projections anew from the journal.

use std::io::ErrorKind;
use std::path::Path;

use liaison_model::StatementId;
use liaison_search::{Difference, Differs, IndexOptions, SearchIndex};
use liaison_views::Views;
use tempfile::TempDir;

use crate::open::{remove_search, remove_views};
use crate::project::Projections;
use crate::{Folder, Node, NodeError, Positions};

impl Node {
    /// Deletes views and index and folds them anew. `progress` hears how many statements have
    /// been folded. Needs to be the owner of the folder, alone.
    ///
    /// # Errors
    ///
    /// [`liaison_views::ViewsError::Busy`] when another process owns the folder.
    pub fn rebuild(&mut self, progress: &mut dyn FnMut(u64)) -> Result<(), NodeError> {
        if self.owner.is_none() {
            self.folder.own()?; // a folder that cannot be written has no owner, and says why
            return Err(liaison_views::ViewsError::Busy.into());
        }
        remove_views(&self.folder)?;
        self.views = Views::open(&self.folder.views())?;
        self.search.reset()?;
        remove_search_when_unusable(self)?;
        self.catch_up(progress)
    }
}

/// The first thing in which what is folded differs from what the journal gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deviation {
    /// A part of the views.
    Views {
        /// Its name.
        part: &'static str,
    },
    /// A statement in the text index.
    Index {
        /// The statement; `None` when the journal knows none of its number.
        statement: Option<StatementId>,
        /// In what the index differs.
        how: Difference,
    },
}

impl Node {
    /// Folds the journal anew beside the views and the index in use and compares them; the first
    /// thing in which these differ, or `None`. The node serves on meanwhile.
    ///
    /// # Errors
    ///
    /// When a store fails, or the disk has no room for second views and a second index.
    pub fn compare_folded(
        &self,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Option<Deviation>, NodeError> {
        let room = self.room_to_compare()?;
        let folder = Folder::new(room.path());
        let views = Views::open(&folder.views())?;
        let search = SearchIndex::open(&folder.search(), IndexOptions::STANDARD)?;
        let right = Projections { journal: &self.journal, views: &views, search: &search };
        let compared = self.compare_with(right, progress);
        drop((views, search));
        room.close().map_err(NodeError::file(folder.path()))?;
        compared
    }

    /// Compares what is in use with what was folded anew, at one position of both.
    fn compare_with(
        &self,
        right: Projections<'_>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Option<Deviation>, NodeError> {
        let mut deviation = None;
        for _ in 0..COMPARISONS_MAX {
            right.catch_up(progress)?;
            let position = right.views.position()?;
            self.wait_for_views(position)?;
            self.search.reload()?;
            deviation = self.deviation_from(right)?;
            let is_level = Positions { journal: position, ..self.positions()? }.are_level();
            // What another process committed meanwhile is no deviation.
            if deviation.is_none() || is_level {
                break;
            }
        }
        Ok(deviation)
    }

    fn deviation_from(&self, right: Projections<'_>) -> Result<Option<Deviation>, NodeError> {
        if let Some(part) = right.views.differs_from(&self.views)? {
            return Ok(Some(Deviation::Views { part }));
        }
        let Some(Differs { sid, how }) = self.search.differs_from(right.search)? else {
            return Ok(None);
        };
        let row = self.journal.store().rows(&[sid.cast_signed()])?.pop();
        Ok(Some(Deviation::Index { statement: row.map(|row| row.id), how }))
    }

    /// An empty folder for a second set of views, for the owner's eyes only: in the node's, always
    /// of one name, so that the next run removes what a crash left behind; in the system's, where
    /// the node lies on a disk that cannot be written.
    fn room_to_compare(&self) -> Result<TempDir, NodeError> {
        let beside = self.folder.path().join(COMPARE);
        let mut room = tempfile::Builder::new();
        room.prefix(COMPARE).rand_bytes(0);
        let made = remove_folder(&beside).and_then(|()| room.tempdir_in(self.folder.path()));
        let made = match made {
            Err(error) if is_read_only(&error) => tempfile::tempdir(),
            made => made,
        };
        made.map_err(NodeError::file(beside))
    }
}

/// Removes what a comparison has folded, or left behind when it died.
pub(crate) fn remove_comparison(folder: &Folder) -> Result<(), NodeError> {
    let path = folder.path().join(COMPARE);
    remove_folder(&path).map_err(NodeError::file(path))
}

fn remove_folder(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_dir_all(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn is_read_only(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied)
}

fn remove_search_when_unusable(node: &mut Node) -> Result<(), NodeError> {
    if node.search.position()? == 0 {
        return Ok(());
    }
    remove_search(&node.folder)?;
    node.search = SearchIndex::open(&node.folder.search(), IndexOptions::STANDARD)?;
    Ok(())
}

/// Where views and index are folded for comparison.
const COMPARE: &str = "compare";
/// How often a comparison begins again because the journal went on meanwhile.
const COMPARISONS_MAX: u32 = 5;
