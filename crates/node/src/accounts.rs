//! Accounts of this node: who may sign in, and the record of what was done with accounts.
//!
//! The chain of looks holds an entry for each act. It is written before the act: an act that is
//! recorded and then fails is a nuisance, one that is not recorded is a hole.

mod own;

use std::collections::BTreeSet;
use std::net::IpAddr;

use liaison_accounts::{
    Account, AccountError, AccountName, Accounts, Attempt, Credentials, CurrentCode, Entry,
    NewAccount, NewToken, Session, SessionSecret, Token, TokenSecret,
};
use liaison_journal::CommitNote;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Reader, RecordKind, Role};
use liaison_policy::{Operation, may};

use crate::open::NODE_DATASET;
use crate::{Node, NodeError};

pub use own::PasswordChanged;

/// How an attempt to sign in ended.
pub enum SignedIn {
    /// With a session.
    Open {
        /// What the browser keeps.
        secret: SessionSecret,
        /// Whose it is.
        account: Account,
        /// The session.
        session: Session,
    },
    /// Name, password or code is wrong.
    Refused,
    /// Too many attempts; nothing was checked.
    Held {
        /// Seconds until the next attempt is checked.
        seconds: u64,
    },
}

/// The second person of a reset.
pub struct Confirmation {
    /// Who it is.
    pub name: AccountName,
    /// The code that their authenticator shows.
    pub code: String,
}

/// One entry of the record.
#[derive(Default)]
struct Event<'a> {
    kind: &'static str,
    account: &'a str,
    officer: &'a str,
    confirmed_by: Option<&'a str>,
    roles: Vec<String>,
    scopes: Vec<String>,
}

impl Node {
    /// Accounts, sessions and tokens, for reading. What changes them goes through the node, which
    /// records it.
    #[must_use]
    pub fn accounts(&self) -> &Accounts {
        &self.accounts
    }

    /// The reader that an account is, on this node.
    #[must_use]
    pub fn officer(&self, account: &Account) -> Reader {
        let roles = account.roles.iter().copied();
        Reader::officer(self.agency().clone(), account.name.as_str(), roles)
            .of_unit(account.unit.as_ref().map(|unit| unit.as_str()))
    }

    /// The reader that the program with a token is, on this node.
    #[must_use]
    pub fn program(&self, token: &Token) -> Reader {
        let roles = token.roles.iter().copied();
        Reader::officer(self.agency().clone(), &format!("token:{}", token.name), roles)
    }

    /// Makes an account.
    ///
    /// # Errors
    ///
    /// When it cannot be made or recorded.
    pub fn add_account(&self, new: &NewAccount, by: &str) -> Result<Credentials, NodeError> {
        self.accounts.check_new(new)?;
        let (account, roles) = (new.name.as_str(), words(&new.roles));
        self.record_event(&Event { kind: "made-account", account, officer: by, roles, ..none() })?;
        Ok(self.accounts.add(new, &self.issuer(), self.now())?)
    }

    /// Gives an account other roles.
    ///
    /// # Errors
    ///
    /// When there is no such account, no role, or it cannot be recorded.
    pub fn set_roles(
        &self,
        name: &AccountName,
        roles: &BTreeSet<Role>,
        by: &str,
    ) -> Result<(), NodeError> {
        self.accounts.account(name)?;
        let event = Event {
            kind: "roles-changed",
            account: name.as_str(),
            officer: by,
            roles: words(roles),
            ..none()
        };
        self.record_event(&event)?;
        Ok(self.accounts.set_roles(name, roles)?)
    }

    /// Disables an account and ends its sessions.
    ///
    /// # Errors
    ///
    /// When there is no such account, or it cannot be recorded.
    pub fn disable_account(&self, name: &AccountName, by: &str) -> Result<(), NodeError> {
        self.accounts.account(name)?;
        let account = name.as_str();
        self.record_event(&Event { kind: "disabled-account", account, officer: by, ..none() })?;
        Ok(self.accounts.disable(name)?)
    }

    /// Gives an account another password and second factor. That needs two people: `by`, and one
    /// who confirms it with a code of their own.
    ///
    /// # Errors
    ///
    /// [`NodeError::SecondPerson`] when the second is the same, or may not; [`AccountError::Code`]
    /// when the code is not taken.
    pub fn reset_account(
        &self,
        name: &AccountName,
        by: &str,
        confirmation: &Confirmation,
    ) -> Result<Credentials, NodeError> {
        self.accounts.account(name)?;
        let second = self.accounts.account(&confirmation.name)?;
        let is_other = second.name != *name && second.name.as_str() != by;
        if !is_other || !may(&second.roles, Operation::ConfirmReset).is_allowed() {
            return Err(NodeError::SecondPerson);
        }
        let taken = self.accounts.take_code(&second.name, &confirmation.code, self.now());
        if let Err(AccountError::Code) = taken {
            let account = second.name.as_str();
            let event = Event { kind: "confirmation-failed", account, officer: by, ..none() };
            self.record_event(&event)?;
        }
        taken?;
        let event = Event {
            kind: "reset-account",
            account: name.as_str(),
            officer: by,
            confirmed_by: Some(second.name.as_str()),
            ..none()
        };
        self.record_event(&event)?;
        Ok(self.accounts.reset(name, &self.issuer())?)
    }

    /// The code that an account's authenticator shows now: of a demonstration only.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotADemonstration`] elsewhere.
    pub fn demonstration_code(&self, name: &AccountName) -> Result<CurrentCode, NodeError> {
        if !self.config.demonstration {
            return Err(NodeError::NotADemonstration);
        }
        Ok(self.accounts.current_code(name, self.now())?)
    }

    /// Ends every session of an account, and says how many there were.
    ///
    /// # Errors
    ///
    /// When there is no such account, or it cannot be recorded.
    pub fn end_sessions(&self, name: &AccountName, by: &str) -> Result<usize, NodeError> {
        self.accounts.account(name)?;
        let account = name.as_str();
        self.record_event(&Event { kind: "sessions-ended", account, officer: by, ..none() })?;
        Ok(self.accounts.end_sessions_of(name, self.now())?)
    }

    /// Lets somebody in, or not. What is wrong is told to nobody. Wrong attempts at an account that
    /// there is are recorded; what else was typed as a name is not, as it may be a password.
    ///
    /// # Errors
    ///
    /// [`AccountError::NoKey`] when the node was opened without its key; otherwise when the
    /// accounts or the record cannot be used.
    pub fn sign_in(&self, attempt: &Attempt<'_>) -> Result<SignedIn, NodeError> {
        let now = self.now();
        let account = match self.accounts.check(attempt, now)? {
            Entry::Admitted(account) => account,
            Entry::Held { seconds } => return Ok(SignedIn::Held { seconds }),
            Entry::Refused(known) => {
                if let Some(name) = &known {
                    let account = name.as_str();
                    self.record_event(&Event { kind: "sign-in-failed", account, ..none() })?;
                }
                return Ok(SignedIn::Refused);
            }
        };
        let name = account.name.as_str();
        let roles = words(&account.roles);
        let event = Event { kind: "signed-in", account: name, officer: name, roles, ..none() };
        self.record_event(&event)?;
        let address = shown_address(attempt.address);
        let (secret, session) = self.accounts.open_session(&account.name, &address, now)?;
        Ok(SignedIn::Open { secret, account, session })
    }

    /// Ends a session at the wish of its officer.
    ///
    /// # Errors
    ///
    /// When it cannot be ended or recorded.
    pub fn sign_out(&self, session: &Session) -> Result<(), NodeError> {
        self.accounts.end_session(session.number)?;
        let account = session.account.as_str();
        // Without the key nothing can be recorded; a session must end all the same.
        if self.can_write() {
            self.record_event(&Event { kind: "signed-out", account, officer: account, ..none() })?;
        }
        Ok(())
    }

    /// Makes a token for a program.
    ///
    /// # Errors
    ///
    /// When it cannot be made or recorded.
    pub fn add_token(&self, new: NewToken) -> Result<(TokenSecret, Token), NodeError> {
        self.accounts.check_new_token(&new, self.now())?;
        let event = Event {
            kind: "made-token",
            account: new.name.as_str(),
            officer: &new.by,
            roles: words(&new.roles),
            scopes: words(&new.scopes),
            confirmed_by: None,
        };
        self.record_event(&event)?;
        Ok(self.accounts.add_token(new, self.now())?)
    }

    /// Revokes a token.
    ///
    /// # Errors
    ///
    /// When there is no such token, or it cannot be recorded.
    pub fn revoke_token(&self, name: &AccountName, by: &str) -> Result<(), NodeError> {
        if !self.accounts.tokens()?.iter().any(|token| token.name == *name) {
            return Err(AccountError::Unknown.into());
        }
        let account = name.as_str();
        self.record_event(&Event { kind: "revoked-token", account, officer: by, ..none() })?;
        Ok(self.accounts.revoke_token(name)?)
    }

    fn record_event(&self, event: &Event<'_>) -> Result<(), NodeError> {
        let now = self.now();
        let record = self.new_record(RecordKind::Account)?;
        let say = |prop, value: &str| {
            let mut entry = self.own_entry(&record, schema::ACCOUNT_EVENT, prop, value);
            entry.statement.dataset = NODE_DATASET.to_owned();
            entry
        };
        let mut entries = vec![
            say(prop::KIND, event.kind),
            say(prop::ACCOUNT, event.account),
            say(prop::TIME, &now.to_string()),
        ];
        let officer = Some(event.officer).filter(|officer| !officer.is_empty());
        entries.extend(officer.map(|officer| say(prop::OFFICER, officer)));
        entries.extend(event.confirmed_by.map(|second| say(prop::CONFIRMED_BY, second)));
        entries.extend(event.roles.iter().map(|role| say(prop::ROLE, role)));
        entries.extend(event.scopes.iter().map(|scope| say(prop::SCOPE, scope)));
        let note = CommitNote {
            author: officer.unwrap_or(event.account).to_owned(),
            act: event.kind.to_owned(),
            purpose: String::new(),
            time: now,
        };
        self.looks.append(entries, &note)?;
        Ok(())
    }

    /// What an authenticator calls this node.
    fn issuer(&self) -> String {
        format!("Liaison {}", self.agency())
    }
}

fn none() -> Event<'static> {
    Event::default()
}

fn words(roles: &BTreeSet<impl ToString>) -> Vec<String> {
    roles.iter().map(ToString::to_string).collect()
}

fn shown_address(address: IpAddr) -> String {
    address.to_canonical().to_string()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{Folder, InitOptions, KeySource, OpenOptions, SetClock};
    use liaison_policy::TokenScope;
    use std::net::Ipv4Addr;
    use std::sync::Arc;

    pub(crate) struct Station {
        pub(crate) node: Node,
        pub(crate) clock: Arc<SetClock>,
        _folder: tempfile::TempDir,
    }

    pub(crate) fn station(demonstration: bool) -> Station {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = || zeroize::Zeroizing::new("a passphrase of the test".to_owned());
        let options = InitOptions {
            name: "KR-NPA".into(),
            country: "kr".into(),
            agency: None,
            passphrase: passphrase(),
            database_url: None,
            exhibits: None,
            demonstration,
        };
        let clock = Arc::new(SetClock::at("2027-01-01T00:00:00Z".parse().unwrap()));
        let mut open = OpenOptions::new(KeySource::Passphrase(passphrase()));
        open.clock = Arc::clone(&clock) as Arc<dyn crate::Clock>;
        let place = Folder::new(folder.path().join("node"));
        let (node, _) = Node::init(&place, &options, open).unwrap();
        Station { node, clock, _folder: folder }
    }

    impl Station {
        pub(crate) fn add(&self, name: &str, role: Role) -> Credentials {
            let roles = [role].into();
            let name = name.parse().unwrap();
            let new = NewAccount { name, unit: None, roles, password: None };
            self.node.add_account(&new, "cli:min").unwrap()
        }

        pub(crate) fn code(&self, name: &str) -> String {
            let code = self.node.accounts().current_code(&name.parse().unwrap(), self.node.now());
            code.unwrap().code.to_string()
        }

        pub(crate) fn sign_in(&self, name: &str, password: &str, code: &str) -> SignedIn {
            let address = Ipv4Addr::LOCALHOST.into();
            self.node.sign_in(&Attempt { name, password, code, address }).unwrap()
        }

        fn reset(&self, name: &str, by: &str, second: &str, code: &str) -> Result<(), NodeError> {
            let code = code.to_owned();
            let confirmation = Confirmation { name: second.parse().unwrap(), code };
            self.node.reset_account(&name.parse().unwrap(), by, &confirmation).map(drop)
        }

        /// Acts and their authors, as the chain of looks has them.
        pub(crate) fn recorded(&self) -> Vec<(String, String)> {
            let headers = self.node.looks.headers(0, 100).unwrap();
            let note = |note: &CommitNote| (note.act.clone(), note.author.clone());
            headers.iter().map(|(_, header)| note(&header.note)).collect()
        }
    }

    #[test]
    fn what_is_done_with_accounts_is_recorded() {
        let station = station(false);
        let password = station.add("sok", Role::Analyst).password.unwrap();
        let name = "sok".parse().unwrap();

        station.sign_in("sok", "wrong", "000000");
        station.sign_in("secret typed as a name", "wrong", "000000");
        let code = station.code("sok");
        let SignedIn::Open { session, .. } = station.sign_in("sok", &password, &code) else {
            panic!("signed in");
        };
        station.node.sign_out(&session).unwrap();
        station.node.set_roles(&name, &[Role::Auditor].into(), "cli:min").unwrap();
        station.node.end_sessions(&name, "cli:min").unwrap();
        station.node.disable_account(&name, "cli:min").unwrap();

        let recorded = station.recorded();
        let expected = [
            ("made-account", "cli:min"),
            ("sign-in-failed", "sok"),
            ("signed-in", "sok"),
            ("signed-out", "sok"),
            ("roles-changed", "cli:min"),
            ("sessions-ended", "cli:min"),
            ("disabled-account", "cli:min"),
        ];
        assert_eq!(recorded, expected.map(|(act, who)| (act.to_owned(), who.to_owned())));
        assert_eq!(station.node.verify(&mut |_| {}).unwrap().looks.first_bad, None);
    }

    #[test]
    fn a_reset_needs_a_second_person_with_a_code_of_their_own() {
        let station = station(false);
        station.add("sok", Role::Analyst);
        station.add("admin", Role::Administrator);
        station.add("chief", Role::Supervisor);
        let code = station.code("chief");
        let refused = |name: &str, by: &str, second: &str| {
            let reset = station.reset(name, by, second, &code);
            assert!(matches!(reset, Err(NodeError::SecondPerson)), "{name} {by} {second}");
        };

        refused("sok", "cli:min", "sok");
        refused("chief", "cli:min", "chief");
        refused("admin", "cli:min", "sok");
        refused("sok", "chief", "chief");
        let wrong = station.reset("sok", "cli:min", "chief", "000000");
        assert!(matches!(wrong, Err(NodeError::Accounts(AccountError::Code))));
        station.reset("sok", "cli:min", "chief", &code).unwrap();
        let again = station.reset("admin", "cli:min", "chief", &code);
        assert!(matches!(again, Err(NodeError::Accounts(AccountError::Code))));

        let acts: Vec<String> = station.recorded().into_iter().map(|(act, _)| act).collect();
        assert_eq!(acts[3..], ["confirmation-failed", "reset-account", "confirmation-failed"]);
    }

    #[test]
    fn a_session_ends_when_its_time_is_over() {
        let station = station(false);
        let password = station.add("sok", Role::Analyst).password.unwrap();
        let code = station.code("sok");
        let SignedIn::Open { secret, .. } = station.sign_in("sok", &password, &code) else {
            panic!("signed in");
        };
        let is_open = || {
            station.node.accounts().session(secret.as_str(), station.node.now()).unwrap().is_some()
        };

        assert!(is_open());
        station.clock.advance_seconds(31 * 60);
        assert!(!is_open());
    }

    #[test]
    fn codes_are_shown_in_a_demonstration_only() {
        let (real, shown) = (station(false), station(true));
        let name = "sok".parse().unwrap();
        real.add("sok", Role::Analyst);
        shown.add("sok", Role::Analyst);

        let refused = real.node.demonstration_code(&name);
        assert!(matches!(refused, Err(NodeError::NotADemonstration)));
        assert_eq!(shown.node.demonstration_code(&name).unwrap().code.len(), 6);
    }

    #[test]
    fn an_officer_of_a_unit_is_a_reader_of_that_unit() {
        let station = station(false);
        let roles = [Role::Analyst].into();
        let (name, unit) = ("sok".parse().unwrap(), Some("cyber".parse().unwrap()));
        let new = NewAccount { name, unit, roles, password: None };
        station.node.add_account(&new, "cli:min").unwrap();

        let account = station.node.accounts().account(&new.name).unwrap();

        let expected = Reader::officer("kr.npa".parse().unwrap(), "sok", [Role::Analyst]);
        assert_eq!(station.node.officer(&account), expected.of_unit(Some("cyber")));
    }

    #[test]
    fn tokens_are_made_and_revoked_on_the_record() {
        let station = station(false);
        let new = || NewToken {
            name: "nightly".parse().unwrap(),
            roles: [Role::Analyst].into(),
            scopes: [TokenScope::Read].into(),
            expires: station.node.now().plus_seconds(60),
            by: "cli:min".to_owned(),
        };

        let (secret, token) = station.node.add_token(new()).unwrap();
        let again = station.node.add_token(new()).map(drop);
        assert!(matches!(again, Err(NodeError::Accounts(AccountError::Exists))));
        station.node.revoke_token(&token.name, "cli:min").unwrap();

        let now = station.node.now();
        assert_eq!(station.node.accounts().token(secret.as_str(), now).unwrap(), None);
        let acts: Vec<String> = station.recorded().into_iter().map(|(act, _)| act).collect();
        assert_eq!(acts, ["made-token", "revoked-token"]);
        assert_eq!(station.node.program(&token).name(), "token:nightly");
    }

    #[test]
    fn a_restored_node_has_its_accounts_and_no_open_door() {
        let station = station(false);
        let password = station.add("sok", Role::Analyst).password.unwrap();
        let expires = station.node.now().plus_seconds(86_400);
        let (roles, scopes) = ([Role::Analyst].into(), [TokenScope::Read].into());
        let by = "cli:min".to_owned();
        let name = "nightly".parse().unwrap();
        let new = NewToken { name, roles, scopes, expires, by };
        let (token, _) = station.node.add_token(new).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let file = elsewhere.path().join("node.backup");
        station.node.backup(&file).unwrap();

        let folder = Folder::new(elsewhere.path().join("node"));
        let passphrase = zeroize::Zeroizing::new("a passphrase of the test".to_owned());
        let open = || {
            let mut open = OpenOptions::new(KeySource::Passphrase(passphrase.clone()));
            open.clock = Arc::clone(&station.clock) as Arc<dyn crate::Clock>;
            open
        };
        let restored = Node::restore(&file, &folder, None, open()).unwrap();

        assert_eq!(restored.tokens_revoked, 1);
        let node = Node::open(&folder, open()).unwrap();
        assert_eq!(node.accounts().token(token.as_str(), node.now()).unwrap(), None);
        let code = node.accounts().current_code(&"sok".parse().unwrap(), node.now()).unwrap().code;
        let address = Ipv4Addr::LOCALHOST.into();
        let attempt = Attempt { name: "sok", password: &password, code: &code, address };
        assert!(matches!(node.sign_in(&attempt), Ok(SignedIn::Open { .. })));
    }
}
