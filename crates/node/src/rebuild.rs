//! Making the projections anew from the journal.

use liaison_search::{IndexOptions, SearchIndex};
use liaison_views::Views;

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
        let folder = Folder::new(self.folder.path().join(COMPARE));
        remove_folder(&folder)?;
        std::fs::create_dir_all(folder.path()).map_err(NodeError::file(folder.path()))?;
        let views = Views::open(&folder.views())?;
        let search = SearchIndex::open(&folder.search(), IndexOptions::STANDARD)?;
        let fresh = Projections { journal: &self.journal, views: &views, search: &search };
        fresh.catch_up(progress)?;
        let differs = views.differs_from(&self.views)?;
        drop((views, search));
        remove_folder(&folder)?;
        Ok(differs)
    }
}

fn remove_folder(folder: &Folder) -> Result<(), NodeError> {
    match std::fs::remove_dir_all(folder.path()) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(NodeError::file(folder.path())(error))
        }
        _ => Ok(()),
    }
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
