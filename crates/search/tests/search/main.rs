//! The index as a node uses it, on real folders.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod languages;
mod limits;
mod order;
mod properties;
mod upkeep;

use std::collections::HashSet;
use std::path::Path;

use liaison_model::{Instant, Scope};
use liaison_search::{Entry, Found, IndexOptions, Limits, SearchIndex, TextClass, TextQuery};

/// An index in a folder of its own.
struct Desk {
    index: SearchIndex,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let index = open(folder.path());
        Self { index, folder }
    }

    /// Names, each of an entity of its own: 0, 1, 2 …
    fn with_names(names: &[&str]) -> Self {
        let desk = Self::new();
        for (entity, name) in (0..).zip(names) {
            desk.index.add(&name_of(entity, name)).unwrap();
        }
        desk.publish(1);
        desk
    }

    fn publish(&self, position: u64) {
        self.index.commit(position).unwrap();
        self.index.reload().unwrap();
    }

    fn find(&self, text: &str) -> Found {
        Asking::new().find(self, text)
    }

    /// The entities found, best first.
    fn entities(&self, text: &str) -> Vec<u32> {
        self.find(text).hits.iter().map(|hit| hit.entity).collect()
    }
}

/// Limits that can be tightened one by one.
struct Asking {
    scope: Scope,
    hidden: HashSet<u64>,
    hidden_commits: HashSet<u64>,
    up_to: u64,
    entities: Option<roaring::RoaringBitmap>,
    offset: usize,
    limit: usize,
}

impl Asking {
    /// Everything with mark 1, ten hits.
    fn new() -> Self {
        Self {
            scope: Scope::new(Instant::from_micros(0).unwrap(), [(1, None)]),
            hidden: HashSet::new(),
            hidden_commits: HashSet::new(),
            up_to: u64::MAX,
            entities: None,
            offset: 0,
            limit: 10,
        }
    }

    fn find(&self, desk: &Desk, text: &str) -> Found {
        let limits = Limits {
            scope: &self.scope,
            hidden: &self.hidden,
            hidden_commits: &self.hidden_commits,
            up_to: self.up_to,
            entities: self.entities.as_ref(),
            offset: self.offset,
            limit: self.limit,
        };
        desk.index.search(&TextQuery::parse(text).unwrap(), &limits).unwrap()
    }
}

fn open(folder: &Path) -> SearchIndex {
    SearchIndex::open(folder, IndexOptions::STANDARD).unwrap()
}

/// A name of `entity`, whose statement's number is 100 more than the entity's.
fn name_of(entity: u32, text: &str) -> Entry<'_> {
    let class = TextClass::Name;
    Entry { sid: 100 + u64::from(entity), entity, mark: 1, commit: 1, class, text }
}
