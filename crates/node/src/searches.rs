//! Searches that officers keep: a text under an id of the officer's own, so that no name ever
//! stands in an address.
//!
//! # Invariants
//!
//! * Nobody but the officer who made it learns of a search.
//! * The texts lie in one file of the node's folder that its owner alone may read; nothing of them
//!   is in the journal.

use std::fs;

use liaison_model::{Instant, Reader};
use serde::{Deserialize, Serialize};

use crate::folder::write_private;
use crate::{Node, NodeError};

/// A search that an officer keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSearch {
    /// Its id.
    pub id: String,
    /// Whose it is.
    officer: String,
    /// What is looked for.
    pub text: String,
    /// Its name, once it was saved.
    pub name: Option<String>,
    /// Filters, as they stand in an address.
    pub filters: String,
    /// When it was last used.
    pub used: Instant,
}

impl Node {
    /// Keeps a text under a new id.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn keep_search(&self, text: &str, reader: &Reader) -> Result<KeptSearch, NodeError> {
        let search = KeptSearch {
            id: format!("s-{}", ulid::Ulid::generate().to_string().to_lowercase()),
            officer: reader.name().to_owned(),
            text: text.to_owned(),
            name: None,
            filters: String::new(),
            used: self.now(),
        };
        self.change_searches(|all| {
            all.push(search.clone());
            shorten(all, &search.officer);
            Ok(search.clone())
        })
    }

    /// Changes a search of the reader's own.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader has no such search.
    pub fn change_search(
        &self,
        id: &str,
        reader: &Reader,
        change: impl FnOnce(&mut KeptSearch),
    ) -> Result<KeptSearch, NodeError> {
        let now = self.now();
        self.change_searches(|all| {
            let search = all.iter_mut().find(|search| search.is(id, reader));
            let search = search.ok_or(NodeError::NotFound)?;
            change(search);
            search.used = now;
            Ok(search.clone())
        })
    }

    /// Forgets a search of the reader's own.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader has no such search.
    pub fn forget_search(&self, id: &str, reader: &Reader) -> Result<(), NodeError> {
        self.change_searches(|all| {
            let before = all.len();
            all.retain(|search| !search.is(id, reader));
            if all.len() == before { Err(NodeError::NotFound) } else { Ok(()) }
        })
    }

    /// A search of the reader's own.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader has no such search.
    pub fn kept_search(&self, id: &str, reader: &Reader) -> Result<KeptSearch, NodeError> {
        let all = self.kept_searches(reader)?;
        all.into_iter().find(|search| search.id == id).ok_or(NodeError::NotFound)
    }

    /// The reader's searches, the last used first.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn kept_searches(&self, reader: &Reader) -> Result<Vec<KeptSearch>, NodeError> {
        let mut all = self.read_searches()?;
        all.retain(|search| search.officer == reader.name());
        all.sort_by(|a, b| (b.used, &b.id).cmp(&(a.used, &a.id)));
        Ok(all)
    }

    /// All searches of everybody go: any of them may hold an erased value in any form.
    pub(crate) fn forget_searches(&self) -> Result<(), NodeError> {
        let lock = &self.searching;
        let _one_at_a_time = lock.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let path = self.folder().searches();
        match fs::remove_file(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            done => done.map_err(NodeError::file(&path)),
        }
    }

    fn change_searches<T>(
        &self,
        change: impl FnOnce(&mut Vec<KeptSearch>) -> Result<T, NodeError>,
    ) -> Result<T, NodeError> {
        let lock = &self.searching;
        let _one_at_a_time = lock.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut all = self.read_searches()?;
        let answer = change(&mut all)?;
        let path = self.folder().searches();
        let bytes =
            serde_json::to_vec(&all).map_err(|error| NodeError::file(&path)(error.into()))?;
        write_private(&path, &bytes)?;
        Ok(answer)
    }

    fn read_searches(&self) -> Result<Vec<KeptSearch>, NodeError> {
        let path = self.folder().searches();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(NodeError::file(&path)(error)),
        };
        serde_json::from_slice(&bytes).map_err(|_| NodeError::Damaged { path })
    }
}

impl KeptSearch {
    fn is(&self, id: &str, reader: &Reader) -> bool {
        self.id == id && self.officer == reader.name()
    }
}

/// Lets go of an officer's oldest searches that have no name.
fn shorten(all: &mut Vec<KeptSearch>, officer: &str) {
    let unnamed = |search: &KeptSearch| search.officer == officer && search.name.is_none();
    while UNNAMED_MAX < all.iter().filter(|search| unnamed(search)).count() {
        let oldest = all.iter().enumerate().filter(|(_, search)| unnamed(search));
        let Some((at, _)) = oldest.min_by_key(|(_, search)| search.used) else { return };
        all.remove(at);
    }
}

/// Searches of one officer that are kept without having been saved.
const UNNAMED_MAX: usize = 100;
