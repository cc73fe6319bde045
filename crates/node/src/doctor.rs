//! What is wrong with a node, and what to do about it.

use std::path::Path;

use liaison_journal::store::{Access, Schema, Store};
use liaison_journal::{Journal, verify};
use liaison_model::messages::Message;
use liaison_model::{Hint, Instant};
use liaison_search::SearchIndex;
use liaison_views::Views;

use crate::exhibits::bad_exhibits;
use crate::folder::Config;
use crate::open::{OpenOptions, store_of};
use crate::proof::{Chain, bad_entry};
use crate::{Folder, Node, NodeError, keys};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// What was looked at, as a message key.
    pub checked: &'static str,
    /// How far it was looked at, where that is less or more than the name says.
    pub extent: Option<Message>,
    /// What is wrong; `None`: nothing.
    pub wrong: Option<Message>,
    /// What to do.
    pub hint: Option<Message>,
}

impl Finding {
    fn from(checked: &'static str, result: Result<(), NodeError>) -> Self {
        match result {
            Ok(()) => Self { checked, extent: None, wrong: None, hint: None },
            Err(error) => {
                Self { checked, extent: None, wrong: Some(error.message()), hint: error.hint() }
            }
        }
    }

    /// Of what is folded from the journal: a server that joins has none before its first command.
    fn of_folded(
        checked: &'static str,
        path: &Path,
        check: impl FnOnce() -> Result<(), NodeError>,
    ) -> Self {
        match path.exists() {
            true => Self::from(checked, check()),
            false => Self::so_far(checked, Message::new("doctor-not-folded")),
        }
    }

    /// What the owner of a folder finds damaged of what is folded, it folds anew when it opens.
    fn mended_by_opening(self, node: &Node) -> Self {
        match self.wrong {
            Some(_) if node.owner.is_some() => {
                Self { hint: Some(Message::new("doctor-mended")), ..self }
            }
            _ => self,
        }
    }

    fn so_far(checked: &'static str, extent: Message) -> Self {
        Self { checked, extent: Some(extent), wrong: None, hint: None }
    }
}

impl Node {
    /// Looks at everything that can be wrong with the node in a folder: first at what opening it
    /// would mend, then at the node itself, as far as it opens.
    ///
    /// # Errors
    ///
    /// When the folder holds no node that this version reads.
    pub fn doctor(folder: &Folder, open: OpenOptions) -> Result<Vec<Finding>, NodeError> {
        let config = folder.read_config()?;
        let now = open.clock.now();
        let url = open.database_url.clone();
        let store = |which| store_of(folder, &config, url.as_deref(), Access::Read, which);
        let mut findings = vec![
            Finding::from("doctor-folder", folder.check_private()),
            Finding::from("doctor-keys", keys::check(folder)),
        ];
        let before = [
            Finding::of_folded("doctor-views", &folder.views(), || views_are_whole(folder)),
            Finding::of_folded("doctor-search", &folder.search(), || index_is_whole(folder)),
        ];
        let stores = [
            Finding::from("doctor-journal", store(Schema::Journal).and_then(can_be_read)),
            Finding::from("doctor-looks", store(Schema::Looks).and_then(can_be_read)),
        ];
        let opened = match stores.iter().any(|finding| finding.wrong.is_some()) {
            true => None,
            false => Some(Self::open(folder, open)),
        };
        match opened {
            Some(Ok(node)) => {
                findings.extend(node.chains());
                findings.extend(before.map(|finding| finding.mended_by_opening(&node)));
                findings.extend(node.the_rest());
            }
            Some(Err(error)) => {
                findings.extend(stores);
                findings.extend(before);
                findings.push(Finding::from("doctor-opening", Err(error)));
                findings.extend(not_checked());
            }
            None => {
                findings.extend(stores);
                findings.extend(before);
                findings.extend(not_checked());
            }
        }
        findings.push(Finding::from("doctor-root-key", root_key_is_away(folder, &config)));
        findings.push(Finding::from("doctor-certificate", certificate_is_valid(folder, now)));
        Ok(findings)
    }

    fn chains(&self) -> [Finding; 2] {
        let check = |checked, chain, journal| match hashes_hold(chain, journal) {
            Ok(finding) => Finding { checked, ..finding },
            Err(error) => Finding::from(checked, Err(error)),
        };
        [
            check("doctor-journal", Chain::Journal, &self.journal),
            check("doctor-looks", Chain::Looks, &self.looks),
        ]
    }

    fn the_rest(&self) -> [Finding; 4] {
        [
            Finding::from("doctor-current", self.views_are_current()),
            Finding::from("doctor-accounts", self.accounts.check_file().map_err(Into::into)),
            self.exhibits_are_whole(),
            Finding::from("doctor-scrub", self.removed_bytes_are_gone()),
        ]
    }

    fn views_are_current(&self) -> Result<(), NodeError> {
        let head = self.journal.position()?;
        let is_current = self.views.position()? == head && self.search.position()? == head;
        if is_current { Ok(()) } else { Err(NodeError::Behind) }
    }

    /// Exhibits that are not as they were handed in, of as many as are read while somebody waits.
    fn exhibits_are_whole(&self) -> Finding {
        let check = || -> Result<_, NodeError> {
            self.exhibits()?.check()?;
            self.check_exhibits(EXHIBIT_BYTES_MAX)
        };
        let checked = "doctor-exhibits";
        match check() {
            Err(error) => Finding::from(checked, Err(error)),
            Ok((bad, unread)) => {
                let extent = Message::new("doctor-exhibits-unread").count("unread", unread);
                let wrong = (!bad.is_empty()).then(|| bad_exhibits(&bad));
                let hint = wrong.as_ref().map(|_| Message::new("hint-exhibit-bad"));
                let extent = (0 < unread).then_some(extent);
                Finding { checked, extent, wrong, hint }
            }
        }
    }

    fn removed_bytes_are_gone(&self) -> Result<(), NodeError> {
        if self.is_scrub_due()? { Err(NodeError::Unscrubbed) } else { Ok(()) }
    }
}

/// What cannot be looked at in a node that does not open.
fn not_checked() -> impl Iterator<Item = Finding> {
    let names = ["doctor-current", "doctor-accounts", "doctor-exhibits", "doctor-scrub"];
    names.into_iter().map(|name| Finding::so_far(name, Message::new("doctor-not-checked")))
}

/// Every hash of a chain that is short enough to be read while somebody waits. Of a longer one it
/// is said that this was not done: `verify` does it.
fn hashes_hold(chain: Chain, journal: &Journal) -> Result<Finding, NodeError> {
    if !is_short(journal)? {
        let extent = Message::new("doctor-not-verified").with("head", journal.position()?);
        return Ok(Finding::so_far("", extent));
    }
    let verified = verify(journal, |_| Ok(()))?;
    let extent = Message::new("doctor-verified")
        .count("commits", verified.commits)
        .count("statements", verified.statements);
    let mut finding = Finding::so_far("", extent);
    if let Some(bad) = &verified.first_bad {
        finding.wrong = Some(bad_entry(chain, journal, bad));
        finding.hint = Some(Message::new("hint-verify-bad"));
    }
    Ok(finding)
}

fn is_short(journal: &Journal) -> Result<bool, NodeError> {
    if COMMITS_MAX < journal.position()? {
        return Ok(false);
    }
    let (mut after, mut statements) = (0, 0);
    loop {
        let headers = match journal.headers(after, HEADERS_PER_READ) {
            // What does not read is for `verify` to name.
            Err(liaison_journal::JournalError::Unsound { .. }) => return Ok(true),
            headers => headers?,
        };
        let Some((_, last)) = headers.last() else { return Ok(true) };
        after = last.number;
        statements += headers.iter().map(|(_, header)| header.statements).sum::<u64>();
        if STATEMENTS_MAX < statements {
            return Ok(false);
        }
    }
}

fn can_be_read(store: Box<dyn Store>) -> Result<(), NodeError> {
    store.head()?;
    Ok(())
}

fn views_are_whole(folder: &Folder) -> Result<(), NodeError> {
    Ok(Views::open_read_only(&folder.views())?.check()?)
}

fn index_is_whole(folder: &Folder) -> Result<(), NodeError> {
    SearchIndex::open_read_only(&folder.search())?;
    Ok(())
}

fn root_key_is_away(folder: &Folder, config: &Config) -> Result<(), NodeError> {
    if folder.root_key().exists() && !config.demonstration {
        Err(NodeError::Option { what: Message::new("doctor-root-key-here") })
    } else {
        Ok(())
    }
}

fn certificate_is_valid(folder: &Folder, now: Instant) -> Result<(), NodeError> {
    let until = keys::read_certificate(folder)?.valid_until;
    let soon = now.plus_seconds(WARN_DAYS * 24 * 60 * 60);
    if soon < until {
        Ok(())
    } else {
        let what = Message::new("doctor-certificate-ends").with("until", until);
        Err(NodeError::Option { what })
    }
}

/// How long before its end a certificate is worth a word.
const WARN_DAYS: i64 = 30;
/// What is verified while somebody waits: about a second.
const STATEMENTS_MAX: u64 = 100_000;
const EXHIBIT_BYTES_MAX: u64 = 512 * 1024 * 1024;
const COMMITS_MAX: u64 = 10_000;
const HEADERS_PER_READ: u32 = 256;
