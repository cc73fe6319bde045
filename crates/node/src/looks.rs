//! Recording looks, and reading them: no person is uncovered before the look is on disk.

use liaison_journal::CommitNote;
use liaison_journal::store::{Batch, place_of};
use liaison_model::schema::names::{prop, schema};
use liaison_model::{
    Act, CommitNumber, EntityId, Instant, Look, LookEntry, Reader, ReaderKind, RecordKind,
};

use liaison_policy::may_look;

use crate::open::NODE_DATASET;
use crate::{Node, NodeError};

/// Which entries of the chain of looks are wanted. What is empty leaves nothing out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntriesWanted {
    /// Those of one who looked or acted.
    pub officer: Option<String>,
    /// Looks at one record, by its id; acts on one account or token, by its name.
    pub about: Option<String>,
    /// Those from this moment on.
    pub from: Option<Instant>,
    /// Those up to this moment.
    pub to: Option<Instant>,
    /// Those before this number.
    pub before: Option<CommitNumber>,
    /// How many at most.
    pub limit: usize,
}

/// Some looks, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looks {
    /// The looks, each with its number in the chain.
    pub looks: Vec<(CommitNumber, LookEntry)>,
    /// The number before which more are found; `None` where there are no more.
    pub next: Option<CommitNumber>,
}

/// Some acts on accounts, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountActs {
    /// The acts, each with its number in the chain of looks.
    pub acts: Vec<(CommitNumber, AccountAct)>,
    /// The number before which more are found; `None` where there are no more.
    pub next: Option<CommitNumber>,
}

/// Something that was done with an account or a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountAct {
    /// What, in one word, such as `made-account`.
    pub kind: String,
    /// Name of the account or token.
    pub account: String,
    /// Who did it; nobody is known of a wrong attempt to sign in.
    pub officer: Option<String>,
    /// The second person, where two are needed.
    pub confirmed_by: Option<String>,
    /// Roles from then on.
    pub roles: Vec<String>,
    /// What a token is for.
    pub scopes: Vec<String>,
    /// When.
    pub at: Instant,
}

/// Entries with their numbers, and the number before which more are found.
type Numbered<T> = (Vec<(CommitNumber, T)>, Option<CommitNumber>);

impl AccountAct {
    fn at(at: Instant) -> Self {
        let (kind, account, officer, confirmed_by) = (String::new(), String::new(), None, None);
        let (roles, scopes) = (Vec::new(), Vec::new());
        Self { kind, account, officer, confirmed_by, roles, scopes, at }
    }
}

impl Node {
    /// Records that `reader` uncovers `entities` by `route` (a command or route template).
    ///
    /// # Errors
    ///
    /// When the look cannot be written; then nobody is uncovered.
    pub(crate) fn record_look(
        &self,
        reader: &Reader,
        route: &str,
        entities: Vec<EntityId>,
    ) -> Result<Look, NodeError> {
        let (_, entry) = self.append_look(reader, route, entities)?;
        Ok(Look::recorded(entry))
    }

    /// Records among the looks that `reader` prints an entity, covered or not, and answers with
    /// the number of the entry and its time. Nobody is uncovered by it.
    ///
    /// # Errors
    ///
    /// [`NodeError::Refused`] when the officer's roles do not look for this purpose,
    /// [`NodeError::NotFound`] when nothing visible speaks about the entity; otherwise when the entry
    /// cannot be written.
    pub fn record_print(
        &self,
        id: &str,
        reader: &Reader,
        route: &str,
    ) -> Result<(CommitNumber, Instant), NodeError> {
        may_look(reader).into_result()?;
        let view = self.snapshot(reader, Act::Read, None)?.by_id(id, true)?;
        let (number, entry) = self.append_look(reader, route, vec![view.id])?;
        Ok((number, entry.at))
    }

    /// Looks, newest first. They name records by id only. Whoever calls this has asked policy
    /// whether the reader may read looks at all.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the wanted record's id cannot be one; otherwise when the chain
    /// of looks cannot be read.
    pub fn looks(&self, wanted: &EntriesWanted) -> Result<Looks, NodeError> {
        let record = wanted.about.as_deref().map(|id| self.entity_id(id)).transpose()?;
        let (looks, next) = self.entries(wanted, |batch, note| {
            if note.act != ACT {
                return Ok(None);
            }
            let entry = self.look_of(batch, note)?;
            let is_wanted = record.as_ref().is_none_or(|record| entry.entities.contains(record));
            Ok(is_wanted.then_some(entry))
        })?;
        Ok(Looks { looks, next })
    }

    /// What was done with accounts and tokens, newest first. Whoever calls this has asked policy
    /// whether the reader may read it.
    ///
    /// # Errors
    ///
    /// When the chain of looks cannot be read.
    pub fn account_acts(&self, wanted: &EntriesWanted) -> Result<AccountActs, NodeError> {
        let (acts, next) = self.entries(wanted, |batch, note| {
            if note.act == ACT {
                return Ok(None);
            }
            let act = self.act_of(batch, note)?;
            let is_wanted = wanted.about.as_ref().is_none_or(|account| *account == act.account);
            Ok((!act.account.is_empty() && is_wanted).then_some(act))
        })?;
        Ok(AccountActs { acts, next })
    }

    /// Entries of the chain that `read` takes, newest first, and the number before which more are
    /// found.
    fn entries<T>(
        &self,
        wanted: &EntriesWanted,
        read: impl Fn(Batch, &CommitNote) -> Result<Option<T>, NodeError>,
    ) -> Result<Numbered<T>, NodeError> {
        let newest = self.looks.position()?;
        let mut last = wanted.before.map_or(newest, |before| newest.min(before.saturating_sub(1)));
        let mut found: Vec<(CommitNumber, T)> = Vec::new();
        while 0 < last {
            let after = last.saturating_sub(HEADERS_PER_READ);
            let headers = self.looks.headers(after, (last - after) as u32)?;
            for (batch, header) in headers.into_iter().rev() {
                let note = &header.note;
                // Times of commits never run backwards.
                if wanted.from.is_some_and(|from| note.time < from) {
                    return Ok((found, None));
                }
                let is_other = wanted.to.is_some_and(|to| to < note.time)
                    || wanted.officer.as_ref().is_some_and(|officer| *officer != note.author);
                if is_other {
                    continue;
                }
                let Some(entry) = read(batch, note)? else { continue };
                if found.len() == wanted.limit {
                    let next = found.last().map(|(number, _)| *number);
                    return Ok((found, next));
                }
                found.push((header.number, entry));
            }
            last = after;
        }
        Ok((found, None))
    }

    fn act_of(&self, batch: Batch, note: &CommitNote) -> Result<AccountAct, NodeError> {
        let mut act = AccountAct { kind: note.act.clone(), ..AccountAct::at(note.time) };
        self.said(batch, |prop, value| match prop {
            prop::ACCOUNT => act.account = value,
            prop::OFFICER => act.officer = Some(value),
            prop::CONFIRMED_BY => act.confirmed_by = Some(value),
            prop::ROLE => act.roles.push(value),
            prop::SCOPE => act.scopes.push(value),
            _ => {}
        })?;
        Ok(act)
    }

    fn look_of(&self, batch: Batch, note: &CommitNote) -> Result<LookEntry, NodeError> {
        let mut entry = LookEntry {
            officer: note.author.clone(),
            role: String::new(),
            purpose: note.purpose.clone(),
            case: None,
            route: String::new(),
            entities: Vec::new(),
            at: note.time,
        };
        self.said(batch, |prop, value| match prop {
            prop::ROLE => entry.role = value,
            prop::ROUTE => entry.route = value,
            prop::ENTITIES => entry.entities.extend(value.parse::<EntityId>()),
            _ => {}
        })?;
        Ok(entry)
    }

    /// Tells each property of an entry with its value.
    fn said(&self, batch: Batch, mut tell: impl FnMut(&str, String)) -> Result<(), NodeError> {
        let mut after = None;
        loop {
            let run = self.looks.run_of(batch, after)?;
            let Some(end) = run.last() else { return Ok(()) };
            after = Some(place_of(end.sid));
            for (_, statement) in run.into_iter().filter_map(|kept| kept.body) {
                tell(statement.prop.as_ref(), statement.value);
            }
        }
    }

    fn append_look(
        &self,
        reader: &Reader,
        route: &str,
        entities: Vec<EntityId>,
    ) -> Result<(CommitNumber, LookEntry), NodeError> {
        let roles = match &reader.kind {
            ReaderKind::Officer { roles, .. } => {
                roles.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            ReaderKind::Peer => "peer".to_owned(),
        };
        let entry = LookEntry {
            officer: reader.name().to_owned(),
            role: roles,
            purpose: reader.purpose.map(|purpose| purpose.to_string()).unwrap_or_default(),
            case: None,
            route: route.to_owned(),
            entities,
            at: self.now(),
        };
        let record = self.new_record(RecordKind::Look)?;
        let say = |prop, value: String| {
            let mut entry = self.own_entry(&record, schema::LOOK, prop, value);
            entry.statement.dataset = NODE_DATASET.to_owned();
            entry
        };
        let mut entries = vec![
            say(prop::OFFICER, entry.officer.clone()),
            say(prop::ROLE, entry.role.clone()),
            say(prop::PURPOSE, entry.purpose.clone()),
            say(prop::ROUTE, entry.route.clone()),
            say(prop::TIME, entry.at.to_string()),
        ];
        entries.extend(entry.entities.iter().map(|id| say(prop::ENTITIES, id.to_string())));
        let note = CommitNote {
            author: entry.officer.clone(),
            act: ACT.to_owned(),
            purpose: entry.purpose.clone(),
            time: entry.at,
        };
        let receipt = self.looks.append(entries, &note)?;
        Ok((receipt.commit, entry))
    }

    /// States the head of the chain of looks in the journal, so that looks cannot be rewritten
    /// later without the journal showing it. Does nothing when no look came since the last time.
    ///
    /// # Errors
    ///
    /// When the journal fails.
    pub fn checkpoint_looks(&self) -> Result<(), NodeError> {
        let Some(head) = self.looks.head()? else { return Ok(()) };
        let key = format!("looks:{}", head.number);
        if self.journal.store().meta(LOOKS_STATED)?.as_deref() == Some(key.as_bytes()) {
            return Ok(());
        }
        let record = self.new_record(RecordKind::Looks)?;
        let say =
            |prop, value: String| self.own_entry(&record, schema::LOOKS_CHECKPOINT, prop, value);
        let entries = vec![
            say(prop::HEAD, head.hash.to_string()),
            say(prop::COMMITS, head.number.to_string()),
        ];
        self.commit("looks", "", entries)?;
        Ok(self.journal.store().set_meta(LOOKS_STATED, key.as_bytes())?)
    }
}

/// The act of a commit that holds a look.
const ACT: &str = "look";
const HEADERS_PER_READ: u64 = 256;
/// Where the last stated head of the looks is remembered.
const LOOKS_STATED: &str = "looks-stated";
