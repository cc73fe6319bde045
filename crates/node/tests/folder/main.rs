//! A node and its folder over time: closed and opened, folded anew, compared, erased from.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod adverts;
mod backed_up;
mod brought_in;
mod compared;
mod compat;
mod covered;
mod erased;
mod judged;
mod overlapping;
mod rebuilt;
mod reported;
mod reported_twice;
mod set_aside;
mod taken_back;

use std::sync::Arc;

use liaison_model::{Instant, Purpose, Reader, Role, StatementId};
use liaison_node::import::{ImportReport, ImportRequest, Input};
use liaison_node::{Folder, InitOptions, KeySource, Node, OpenOptions, SetClock, ShowOptions};

/// A node with its folder and clock.
struct Desk {
    node: Node,
    clock: Arc<SetClock>,
    database_url: Option<String>,
    folder: tempfile::TempDir,
}

/// A desk whose node is closed.
struct Closed {
    clock: Arc<SetClock>,
    database_url: Option<String>,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(database_url: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start: Instant = "2026-01-05T08:00:00Z".parse().unwrap();
        let clock = Arc::new(SetClock::at(start));
        let closed = Closed { clock, database_url, folder };
        let options = InitOptions {
            name: "KR-Police".into(),
            country: "KR".into(),
            agency: None,
            passphrase: zeroize::Zeroizing::new(PASSPHRASE.to_owned()),
            database_url: closed.database_url.clone(),
            demonstration: true,
            exhibits: None,
        };
        let (node, _) = Node::init(&closed.place(), &options, closed.options()).unwrap();
        closed.with(node)
    }

    fn close(self) -> Closed {
        let Self { node, clock, database_url, folder } = self;
        drop(node);
        Closed { clock, database_url, folder }
    }

    /// How another process opens the same node.
    fn options(&self) -> OpenOptions {
        options(&self.clock, &self.database_url)
    }

    fn reader(&self) -> Reader {
        let roles = [Role::Analyst, Role::Auditor, Role::ConsularOfficer];
        Reader::officer(self.node.agency().clone(), "min", roles).with_purpose(Purpose::Rescue)
    }

    fn import(&self, name: &str, bytes: impl AsRef<[u8]> + Send) -> ImportReport {
        let request = ImportRequest::new(Input::from_bytes(name, bytes), "min");
        self.node.import(request, &|_| {}).unwrap()
    }

    /// The statement of one property of an entity.
    fn statement(&self, entity: &str, prop: &str) -> StatementId {
        let view = self.node.show(entity, &self.reader(), &ShowOptions::default()).unwrap();
        view.statements.iter().find(|statement| statement.prop == prop).unwrap().id
    }
}

impl Closed {
    fn place(&self) -> Folder {
        Folder::new(self.folder.path().join("node"))
    }

    fn options(&self) -> OpenOptions {
        options(&self.clock, &self.database_url)
    }

    fn open(self) -> Desk {
        let node = Node::open(&self.place(), self.options()).unwrap();
        self.with(node)
    }

    fn with(self, node: Node) -> Desk {
        let Self { clock, database_url, folder } = self;
        Desk { node, clock, database_url, folder }
    }
}

fn options(clock: &Arc<SetClock>, database_url: &Option<String>) -> OpenOptions {
    let passphrase = zeroize::Zeroizing::new(PASSPHRASE.to_owned());
    let mut options = OpenOptions::new(KeySource::Passphrase(passphrase));
    options.clock = clock.clone();
    options.database_url = database_url.clone();
    options
}

const PASSPHRASE: &str = "a passphrase of the test";
