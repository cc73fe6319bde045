//! Making the projections anew from the journal.

use std::io::ErrorKind;
use std::path::Path;

use liaison_search::{IndexOptions, SearchIndex};
use liaison_views::Views;
use tempfile::TempDir;

use crate::open::{remove_search, remove_views};
use crate::project::Projections;
use crate::{Folder, Node, NodeError};

impl Node {
    /// Deletes views and index and folds them anew. `progress` hears how many statements have
    /// been folded. Needs to be the owner of the folder, alone.
    ///
    /// # Errors
    ///
    /// [`liaison_views::ViewsError::Busy`] when another process owns the folder.
    pub fn rebuild(&mut self, progress: &mut dyn FnMut(u64)) -> Result<(), NodeError> {
        if self.owner.is_none() {
            return Err(liaison_views::ViewsError::Busy.into());
        }
        remove_views(&self.folder)?;
        self.views = Views::open(&self.folder.views())?;
        self.search.reset()?;
        remove_search_when_unusable(self)?;
        self.catch_up(progress)
    }
}

impl Node {
    /// Folds the journal anew beside the views in use and compares the two; what differs, by name,
    /// or `None`. The node serves on meanwhile.
    ///
    /// # Errors
    ///
    /// When a store fails, or the disk has no room for a second set of views.
    pub fn compare_views(
        &self,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Option<&'static str>, NodeError> {
        let room = self.room_to_compare()?;
        let folder = Folder::new(room.path());
        let views = Views::open(&folder.views())?;
        let search = SearchIndex::open(&folder.search(), IndexOptions::STANDARD)?;
        let fresh = Projections { journal: &self.journal, views: &views, search: &search };
        fresh.catch_up(progress)?;
        let differs = views.differs_from(&self.views)?;
        drop((views, search));
        room.close().map_err(NodeError::file(folder.path()))?;
        Ok(differs)
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

/// Where views are folded for comparison.
const COMPARE: &str = "compare";
