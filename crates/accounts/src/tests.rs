//! Accounts, sessions and tokens together, on a real file.

use super::*;

use std::net::Ipv4Addr;
use std::path::PathBuf;

use tempfile::TempDir;

struct Office {
    accounts: Accounts,
    folder: TempDir,
}

const NOW: i64 = 1_800_000_000;

fn at(seconds: i64) -> Instant {
    Instant::from_micros((NOW + seconds) * 1_000_000).unwrap()
}

fn name(text: &str) -> AccountName {
    text.parse().unwrap()
}

fn open(path: &Path) -> Accounts {
    let key = Some(Zeroizing::new([7; 32]));
    Accounts::open(path, key, PasswordCost::cheap_for_tests()).unwrap()
}

fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    Office { accounts: open(&folder.path().join("accounts.db")), folder }
}

fn new(account: &str, roles: &[Role]) -> NewAccount {
    let roles = roles.iter().copied().collect();
    NewAccount { name: name(account), unit: None, roles, password: None }
}

impl Office {
    fn path(&self) -> PathBuf {
        self.folder.path().join("accounts.db")
    }

    /// Makes an account and returns its password.
    fn add(&self, account: &str) -> Zeroizing<String> {
        let made = self.accounts.add(&new(account, &[Role::Analyst]), "Liaison", at(0)).unwrap();
        made.password.unwrap()
    }

    fn code(&self, account: &str, seconds: i64) -> String {
        self.accounts.current_code(&name(account), at(seconds)).unwrap().code.to_string()
    }

    fn try_in(&self, account: &str, password: &str, code: &str, seconds: i64) -> Entry {
        let address = Ipv4Addr::LOCALHOST.into();
        self.accounts
            .check(&Attempt { name: account, password, code, address }, at(seconds))
            .unwrap()
    }

    fn session(&self, account: &str, seconds: i64) -> (SessionSecret, Session) {
        self.accounts.open_session(&name(account), "127.0.0.1", at(seconds)).unwrap()
    }

    fn is_open(&self, secret: &SessionSecret, seconds: i64) -> bool {
        self.accounts.session(secret.as_str(), at(seconds)).unwrap().is_some()
    }

    fn token(&self) -> (TokenSecret, Token) {
        let new = NewToken {
            name: name("nightly"),
            roles: [Role::Analyst].into(),
            scopes: [TokenScope::Read].into(),
            expires: at(86_400),
            by: "cli:min".to_owned(),
        };
        self.accounts.add_token(new, at(0)).unwrap()
    }
}

#[test]
fn name_password_and_code_let_in() {
    let office = office();
    let password = office.add("min");

    let entry = office.try_in("min", &password, &office.code("min", 0), 0);

    assert!(matches!(entry, Entry::Admitted(account) if account.name == name("min")));
}

#[test]
fn any_part_that_is_wrong_is_refused_without_a_word_about_which() {
    let office = office();
    let password = office.add("min");
    let code = office.code("min", 0);

    for (account, password, code) in [
        ("min", "wrong", code.as_str()),
        ("min", &password, "000000"),
        ("min", &password, ""),
        ("MIN", &password, &code),
        ("sok", &password, &code),
    ] {
        let entry = office.try_in(account, password, code, 0);
        assert!(matches!(entry, Entry::Refused(_)), "{account} {code}: {entry:?}");
    }
}

#[test]
fn a_code_is_taken_once() {
    let office = office();
    let password = office.add("min");
    let code = office.code("min", 0);

    assert!(matches!(office.try_in("min", &password, &code, 0), Entry::Admitted(_)));
    assert!(matches!(office.try_in("min", &password, &code, 1), Entry::Refused(_)));
    // The code before it is older than the one that was taken.
    let before = office.code("min", -30);
    assert!(matches!(office.try_in("min", &password, &before, 2), Entry::Refused(_)));
    let next = office.code("min", 30);
    assert!(matches!(office.try_in("min", &password, &next, 30), Entry::Admitted(_)));
}

#[test]
fn a_known_and_an_unknown_name_are_held_alike() {
    let office = office();
    let password = office.add("min");
    let waits = |account: &str| -> Vec<Option<u64>> {
        (0..8)
            .map(|_| match office.try_in(account, "wrong", "000000", 0) {
                Entry::Held { seconds } => Some(seconds),
                _ => None,
            })
            .collect()
    };

    assert_eq!(waits("min"), waits("nobody"));
    let code = office.code("min", 0);
    assert!(matches!(office.try_in("min", &password, &code, 0), Entry::Held { seconds: 1 }));
    assert!(matches!(office.try_in("min", &password, &code, 1), Entry::Admitted(_)));
}

#[test]
fn an_unknown_name_costs_the_same_hash() {
    let folder = tempfile::tempdir().unwrap();
    let key = Some(Zeroizing::new([7; 32]));
    let path = folder.path().join("accounts.db");
    let accounts = Accounts::open(&path, key, PasswordCost::STANDARD).unwrap();

    let decoy = accounts.decoy().unwrap();

    assert!(decoy.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{decoy}");
}

#[test]
fn a_disabled_account_is_refused_and_its_sessions_end() {
    let office = office();
    let password = office.add("min");
    let (secret, _) = office.session("min", 0);

    office.accounts.disable(&name("min")).unwrap();

    assert!(!office.is_open(&secret, 1));
    let code = office.code("min", 0);
    assert!(matches!(office.try_in("min", &password, &code, 0), Entry::Refused(Some(_))));
    assert!(matches!(office.accounts.disable(&name("sok")), Err(AccountError::Unknown)));
}

#[test]
fn a_reset_changes_both_factors_and_ends_sessions() {
    let office = office();
    let password = office.add("min");
    let (secret, _) = office.session("min", 0);
    let old_code = office.code("min", 0);

    let made = office.accounts.reset(&name("min"), "Liaison").unwrap();

    assert!(!office.is_open(&secret, 1));
    assert!(matches!(office.try_in("min", &password, &old_code, 0), Entry::Refused(_)));
    let code = office.code("min", 0);
    let entry = office.try_in("min", &made.password.unwrap(), &code, 0);
    assert!(matches!(entry, Entry::Admitted(_)));
}

#[test]
fn a_session_ends_when_it_is_idle_and_when_it_is_old() {
    let office = office();
    office.add("min");
    let (secret, session) = office.session("min", 0);
    let minutes = |minutes: i64| minutes * 60;

    assert_eq!(session.ends(), at(12 * 3_600));
    assert!(office.is_open(&secret, minutes(29)));
    assert!(office.is_open(&secret, minutes(58)));
    assert!(!office.is_open(&secret, minutes(58 + 30)));

    let (secret, _) = office.session("min", 0);
    for quarter in 1..48 {
        assert!(office.is_open(&secret, minutes(15 * quarter)), "{quarter}");
    }
    assert!(!office.is_open(&secret, minutes(15 * 48)));
}

#[test]
fn sessions_are_listed_and_ended() {
    let office = office();
    office.add("min");
    let (first, _) = office.session("min", 0);
    let (second, session) = office.session("min", 1);

    assert_eq!(office.accounts.sessions_of(&name("min"), at(2)).unwrap().len(), 2);
    office.accounts.end_session(session.number).unwrap();
    assert!(office.is_open(&first, 2) && !office.is_open(&second, 2));
    assert_eq!(office.accounts.end_sessions_of(&name("min"), at(3)).unwrap(), 1);
    assert!(!office.is_open(&first, 4));
}

#[test]
fn the_oldest_session_of_an_account_gives_way() {
    let office = office();
    office.add("min");
    let (first, _) = office.session("min", 0);
    let (second, _) = office.session("min", 1);

    for seconds in 2..11 {
        office.session("min", seconds);
    }

    assert!(!office.is_open(&first, 12));
    assert!(office.is_open(&second, 12));
}

#[test]
fn a_change_of_roles_acts_on_open_sessions() {
    let office = office();
    office.add("min");
    let (secret, _) = office.session("min", 0);

    office.accounts.set_roles(&name("min"), &[Role::Auditor].into()).unwrap();

    let (account, _) = office.accounts.session(secret.as_str(), at(1)).unwrap().unwrap();
    assert_eq!(account.roles, [Role::Auditor].into());
    assert!(matches!(
        office.accounts.set_roles(&name("min"), &BTreeSet::new()),
        Err(AccountError::NoRole)
    ));
}

#[test]
fn a_name_is_given_once() {
    let office = office();
    office.add("min");
    office.accounts.disable(&name("min")).unwrap();

    let again = office.accounts.add(&new("min", &[Role::Analyst]), "Liaison", at(0));

    assert!(matches!(again, Err(AccountError::Exists)));
}

#[test]
fn a_token_opens_until_it_ends_or_is_revoked() {
    let office = office();
    let (secret, token) = office.token();
    assert!(secret.as_str().starts_with("lia_"));
    let found = |seconds| office.accounts.token(secret.as_str(), at(seconds)).unwrap();

    assert_eq!(found(1).map(|token| token.name), Some(token.name.clone()));
    assert_eq!(office.accounts.tokens().unwrap()[0].used, Some(at(1)));
    assert_eq!(found(86_400), None);
    office.accounts.revoke_token(&token.name).unwrap();
    assert_eq!(found(2), None);
    assert_eq!(office.accounts.token("lia_x", at(1)).unwrap(), None);
    assert!(matches!(office.accounts.revoke_token(&name("sok")), Err(AccountError::Unknown)));
}

#[test]
fn a_token_needs_roles_scopes_and_an_end_that_is_near() {
    let office = office();
    let check = |roles: &[Role], scopes: &[TokenScope], expires: i64| {
        let new = NewToken {
            name: office.accounts.free_token_name().unwrap(),
            roles: roles.iter().copied().collect(),
            scopes: scopes.iter().copied().collect(),
            expires: at(expires),
            by: "cli:min".to_owned(),
        };
        office.accounts.add_token(new, at(0)).map(|(_, token)| token.name.to_string())
    };
    let (roles, scopes) = ([Role::Analyst], [TokenScope::Read]);

    assert_eq!(check(&roles, &scopes, 60).unwrap(), "token-1");
    assert_eq!(check(&roles, &scopes, 366 * 86_400).unwrap(), "token-2");
    assert!(matches!(check(&[], &scopes, 60), Err(AccountError::NoRole)));
    assert!(matches!(check(&roles, &[], 60), Err(AccountError::NoScope)));
    for expires in [0, -1, 367 * 86_400] {
        assert!(matches!(check(&roles, &scopes, expires), Err(AccountError::Expiry)), "{expires}");
    }
}

#[test]
fn the_file_holds_nothing_that_lets_its_reader_in() {
    let office = office();
    let made = office.accounts.add(&new("min", &[Role::Analyst]), "Liaison", at(0)).unwrap();
    let (session, _) = office.session("min", 0);
    let (token, _) = office.token();

    let bytes = std::fs::read(office.folder.path().join("accounts.db")).unwrap();

    let secrets = [
        made.password.unwrap().to_string(),
        made.secret.to_string(),
        session.as_str().to_owned(),
        token.as_str()["lia_".len()..].to_owned(),
    ];
    for secret in secrets {
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{secret}");
    }
    assert!(bytes.windows(3).any(|window| window == b"min"));
}

#[test]
#[cfg(unix)]
fn only_its_owner_reads_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = office();

    let mode = std::fs::metadata(office.path()).unwrap().permissions().mode();

    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn without_the_key_accounts_are_read_and_nobody_signs_in() {
    let office = office();
    let password = office.add("min");
    let cost = PasswordCost::cheap_for_tests();
    let reading = Accounts::open(&office.path(), None, cost).unwrap();

    assert_eq!(reading.list().unwrap().len(), 1);
    let attempt = Attempt {
        name: "min",
        password: &password,
        code: "000000",
        address: Ipv4Addr::LOCALHOST.into(),
    };
    assert!(matches!(reading.check(&attempt, at(0)), Err(AccountError::NoKey)));
    let nothing = Accounts::open(&office.folder.path().join("none.db"), None, cost).unwrap();
    assert!(nothing.is_empty().unwrap());
    assert!(!office.folder.path().join("none.db").exists());
}

#[test]
fn a_file_of_another_kind_or_a_newer_version_is_told() {
    let office = office();
    let open = |path: &Path| {
        let key = Some(Zeroizing::new([7; 32]));
        Accounts::open(path, key, PasswordCost::cheap_for_tests()).map(drop)
    };
    let other = office.folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE x (y)").unwrap();
    let newer = office.folder.path().join("newer.db");
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 9).unwrap();

    assert!(matches!(open(&other), Err(AccountError::Damaged)));
    assert!(matches!(open(&newer), Err(AccountError::Newer { found: 9, supported: 1 })));
    office.accounts.check_file().unwrap();
}

#[test]
fn a_copy_has_no_sessions_and_a_restored_one_no_valid_token() {
    let office = office();
    let password = office.add("min");
    let (session, _) = office.session("min", 0);
    let (token, _) = office.token();
    let file = office.folder.path().join("copy.db");

    office.accounts.copy_to(&file).unwrap();
    let restored = open(&file);
    assert_eq!(restored.after_restore(at(1)).unwrap(), 1);

    assert!(restored.session(session.as_str(), at(1)).unwrap().is_none());
    assert!(restored.token(token.as_str(), at(1)).unwrap().is_none());
    let code = office.code("min", 0);
    let address = Ipv4Addr::LOCALHOST.into();
    let attempt = Attempt { name: "min", password: &password, code: &code, address };
    assert!(matches!(restored.check(&attempt, at(0)), Ok(Entry::Admitted(_))));
    assert!(office.is_open(&session, 1));
}

#[test]
fn the_second_person_of_a_reset_gives_a_code_once() {
    let office = office();
    office.add("min");
    let code = office.code("min", 0);

    let account = office.accounts.take_code(&name("min"), &code, at(0)).unwrap();

    assert_eq!(account.name, name("min"));
    let again = office.accounts.take_code(&name("min"), &code, at(1));
    assert!(matches!(again, Err(AccountError::Code)));
    for _ in 0..5 {
        office.accounts.take_code(&name("min"), "000000", at(2)).unwrap_err();
    }
    let held = office.accounts.take_code(&name("min"), "000000", at(2));
    assert!(matches!(held, Err(AccountError::Held { .. })));
}

#[test]
fn a_changed_password_opens_the_door_and_ends_the_other_sessions() {
    let office = office();
    let password = office.add("sok");
    let (kept, kept_session) = office.session("sok", 0);
    let (other, _) = office.session("sok", 1);
    let new = "a sentence that nobody guesses";

    let ended = office.accounts.set_password(&name("sok"), new, kept_session.number).unwrap();

    assert_eq!(ended, 1);
    assert!(office.is_open(&kept, 2));
    assert!(!office.is_open(&other, 2));
    let code = office.code("sok", 2);
    assert!(matches!(office.try_in("sok", &password, &code, 2), Entry::Refused(_)));
    let code = office.code("sok", 60);
    assert!(matches!(office.try_in("sok", new, &code, 60), Entry::Admitted(_)));
}

#[test]
fn a_password_is_changed_to_one_that_is_long_enough_and_another() {
    let present = "a sentence that nobody guesses";

    let check = |new: &str| Accounts::check_change(present, new);
    assert!(matches!(check("short"), Err(AccountError::PasswordLength)));
    assert!(matches!(check(present), Err(AccountError::SamePassword)));
    // The same from another keyboard: full-width letters.
    let wide: String = present.replace('s', "\u{FF53}");
    assert!(matches!(check(&wide), Err(AccountError::SamePassword)));
    assert!(check("another sentence that nobody guesses").is_ok());
}
