//! What an officer does with the account that is theirs: another password, and an end to sessions.

use liaison_accounts::{AccountError, Accounts, Attempt, Entry, Session};

use super::{Event, none};
use crate::{Node, NodeError};

/// How the change of a password ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordChanged {
    /// It is changed.
    Done {
        /// How many other sessions ended with it.
        sessions_ended: usize,
    },
    /// The present password or the code is wrong.
    Refused,
    /// Too many attempts; nothing was checked.
    Held {
        /// Seconds until the next attempt is checked.
        seconds: u64,
    },
}

impl Node {
    /// Gives the officer of a session another password, if `present` holds their present one and a
    /// code. All other sessions of theirs end: whoever else knew the password is out.
    ///
    /// # Errors
    ///
    /// [`AccountError::PasswordLength`] or [`AccountError::SamePassword`], before anything is
    /// checked; otherwise when accounts or record cannot be used.
    pub fn change_password(
        &self,
        session: &Session,
        present: &Attempt<'_>,
        new: &str,
    ) -> Result<PasswordChanged, NodeError> {
        Accounts::check_change(present.password, new)?;
        let (account, officer) = (session.account.as_str(), session.account.as_str());
        // Whose session it is, is who changes: no attempt is made at another account.
        let attempt = Attempt { name: account, ..*present };
        match self.accounts.check(&attempt, self.now())? {
            Entry::Admitted(_) => {}
            Entry::Held { seconds } => return Ok(PasswordChanged::Held { seconds }),
            Entry::Refused(_) => {
                self.record_event(&Event { kind: "password-refused", account, officer, ..none() })?;
                return Ok(PasswordChanged::Refused);
            }
        }
        self.record_event(&Event { kind: "password-changed", account, officer, ..none() })?;
        let sessions_ended = self.accounts.set_password(&session.account, new, session.number)?;
        Ok(PasswordChanged::Done { sessions_ended })
    }

    /// Ends another session of the officer whose session this is.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the officer has no such session; otherwise when it cannot be
    /// ended or recorded.
    pub fn end_own_session(&self, session: &Session, number: i64) -> Result<(), NodeError> {
        let open = self.accounts.sessions_of(&session.account, self.now())?;
        if !open.iter().any(|other| other.number == number) {
            return Err(NodeError::NotFound);
        }
        let account = session.account.as_str();
        self.record_event(&Event { kind: "session-ended", account, officer: account, ..none() })?;
        Ok(self.accounts.end_session(number)?)
    }

    /// Ends every session of the officer but this one, and says how many there were.
    ///
    /// # Errors
    ///
    /// When they cannot be ended or recorded.
    pub fn end_other_sessions(&self, session: &Session) -> Result<usize, NodeError> {
        if !self.can_write() {
            return Err(AccountError::NoKey.into());
        }
        let account = session.account.as_str();
        self.record_event(&Event { kind: "sessions-ended", account, officer: account, ..none() })?;
        Ok(self.accounts.end_other_sessions_of(&session.account, session.number)?)
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use liaison_accounts::SessionSecret;
    use liaison_model::Role;

    use super::super::SignedIn;
    use super::super::tests::{Station, station};
    use super::*;
    use crate::EntriesWanted;

    const NEW: &str = "a sentence that nobody guesses";

    fn signed_in(station: &Station, password: &str) -> (SessionSecret, Session) {
        // A code is taken once: each session is begun with the next one.
        station.clock.advance_seconds(30);
        match station.sign_in("sok", password, &station.code("sok")) {
            SignedIn::Open { secret, session, .. } => (secret, session),
            SignedIn::Refused | SignedIn::Held { .. } => panic!("signed in"),
        }
    }

    fn change(station: &Station, session: &Session, password: &str) -> PasswordChanged {
        station.clock.advance_seconds(30);
        let code = station.code("sok");
        let address = Ipv4Addr::LOCALHOST.into();
        let attempt = Attempt { name: "", password, code: &code, address };
        station.node.change_password(session, &attempt, NEW).unwrap()
    }

    fn is_open(station: &Station, secret: &SessionSecret) -> bool {
        let now = station.node.now();
        station.node.accounts().session(secret.as_str(), now).unwrap().is_some()
    }

    #[test]
    fn an_officer_changes_the_password_with_the_present_one_and_a_code() {
        let station = station(false);
        let password = station.add("sok", Role::Analyst).password.unwrap();
        let (other, _) = signed_in(&station, &password);
        let (secret, session) = signed_in(&station, &password);

        assert_eq!(change(&station, &session, "wrong"), PasswordChanged::Refused);
        let done = change(&station, &session, &password);

        assert_eq!(done, PasswordChanged::Done { sessions_ended: 1 });
        assert!(is_open(&station, &secret));
        assert!(!is_open(&station, &other));
        signed_in(&station, NEW);
        let acts: Vec<String> = station.recorded().into_iter().map(|(act, _)| act).collect();
        assert_eq!(acts[3..5], ["password-refused", "password-changed"]);
    }

    #[test]
    fn an_officer_ends_sessions_of_their_own_only() {
        let station = station(false);
        let password = station.add("sok", Role::Analyst).password.unwrap();
        station.add("min", Role::Analyst);
        let (_, of_min) = station
            .node
            .accounts()
            .open_session(&"min".parse().unwrap(), "127.0.0.1", station.node.now())
            .unwrap();
        let (first, first_session) = signed_in(&station, &password);
        let (second, _) = signed_in(&station, &password);
        let (third, session) = signed_in(&station, &password);

        let foreign = station.node.end_own_session(&session, of_min.number);
        assert!(matches!(foreign, Err(NodeError::NotFound)));
        station.node.end_own_session(&session, first_session.number).unwrap();
        assert!(!is_open(&station, &first));
        assert_eq!(station.node.end_other_sessions(&session).unwrap(), 1);
        assert!(!is_open(&station, &second));
        assert!(is_open(&station, &third));
    }

    #[test]
    fn what_was_done_with_accounts_is_read_newest_first_and_by_account() {
        let station = station(false);
        let password = station.add("sok", Role::Analyst).password.unwrap();
        station.add("min", Role::Auditor);
        signed_in(&station, &password);
        let read = |account: Option<&str>, officer: Option<&str>, limit| {
            let (account, officer) = (account.map(str::to_owned), officer.map(str::to_owned));
            let wanted =
                EntriesWanted { about: account, officer, limit, ..EntriesWanted::default() };
            station.node.account_acts(&wanted).unwrap()
        };

        let all = read(None, None, 10);
        let kinds: Vec<&str> = all.acts.iter().map(|(_, act)| act.kind.as_str()).collect();
        assert_eq!(kinds, ["signed-in", "made-account", "made-account"]);
        assert_eq!(all.acts[1].1.roles, ["auditor"]);
        assert_eq!(all.acts[1].1.officer.as_deref(), Some("cli:min"));
        assert_eq!(all.next, None);
        assert_eq!(read(Some("sok"), None, 10).acts.len(), 2);
        assert_eq!(read(Some("sok"), Some("cli:min"), 10).acts.len(), 1);
        let first = read(None, None, 2);
        assert_eq!((first.acts.len(), first.next), (2, Some(2)));
    }
}
