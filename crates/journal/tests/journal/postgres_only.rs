//! What only a server can do: be away, come back, be full, be written by somebody without our lock.

use std::os::unix::fs::chown;

use liaison_journal::store::{Access, Erasing, Head, PostgresStore, Schema, SealedCommit};
use liaison_journal::{CommitHeader, Journal, JournalError};
use liaison_model::Hash;
use liaison_model::control::Target;
use postgres::{Client, NoTls};

use crate::databases::{Database, Postgres};
use crate::samples::*;
use crate::small_disk::SmallDisk;

fn open(url: &str, access: Access) -> Result<PostgresStore, JournalError> {
    PostgresStore::open(url, Schema::Journal, access)
}

fn create(url: &str) -> Journal {
    let store = open(url, Access::Create).unwrap();
    Journal::create(Box::new(store), signer(), random()).unwrap()
}

fn connect(url: &str) -> Client {
    let mut client = Client::connect(url, NoTls).unwrap();
    client.batch_execute("SET search_path TO journal").unwrap();
    client
}

#[test]
fn a_server_or_a_database_that_is_not_there_is_unreachable() {
    let here = liaison_testkit::postgres().new_database();
    let no_database = here.rsplit_once('/').unwrap().0.to_owned() + "/nowhere";
    for url in [
        "postgresql://postgres@127.0.0.1:1/journal",
        "postgresql://postgres@%2Fnowhere/journal",
        "this is no address",
        no_database.as_str(),
        // Asked for what there is not yet, it refuses instead of going on in plain text.
        &format!("{here}?sslmode=require"),
    ] {
        let error = open(url, Access::Create).err();
        assert!(matches!(error, Some(JournalError::Unreachable(_))), "{url}: {error:?}");
    }
}

#[test]
fn a_schema_of_something_else_does_not_become_a_journal() {
    let url = liaison_testkit::postgres().new_database();
    let mut other = Client::connect(&url, NoTls).unwrap();
    other.batch_execute("CREATE SCHEMA journal; CREATE TABLE journal.victims (name TEXT)").unwrap();

    let error = open(&url, Access::Create).err();

    assert!(matches!(error, Some(JournalError::Damaged)), "{error:?}");
}

#[test]
fn journal_and_looks_lie_side_by_side_in_one_database() {
    let url = liaison_testkit::postgres().new_database();
    let journal = create(&url);
    let looks = PostgresStore::open(&url, Schema::Looks, Access::Create).unwrap();
    let looks = Journal::create(Box::new(looks), signer(), random()).unwrap();

    let mut import = journal.begin_import().unwrap();
    import.stage(drafts([name("p", "a")], "")).unwrap();
    append(&looks, vec![name("p", "a look need not wait for an import")]);
    import.finish(&note("import")).unwrap();

    assert_eq!(visible_values(&journal), ["a"]);
    assert_eq!(looks.position().unwrap(), 1);
    assert_verifies(&journal);
    assert_verifies(&looks);
}

#[test]
fn a_connection_that_broke_is_made_anew() {
    let url = liaison_testkit::postgres().new_database();
    let journal = create(&url);
    append(&journal, vec![name("p", "before")]);

    let mut other = connect(&url);
    let end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let ended: i64 = other.query_one(end, &[]).unwrap().get(0);

    assert!(0 < ended);
    append(&journal, vec![name("p", "after")]);
    assert_eq!(visible_values(&journal), ["before", "after"]);
}

#[test]
fn the_lock_of_an_import_goes_with_its_connection_and_the_import_is_stopped() {
    let url = liaison_testkit::postgres().new_database();
    let (first, second) = (create(&url), open(&url, Access::Write).unwrap());
    let second = Journal::open(Box::new(second), Some(signer()), random()).unwrap();
    let mut import_of_first = first.begin_import().unwrap();
    import_of_first.stage(drafts([name("person-a", "a")], "")).unwrap();

    let mut other = connect(&url);
    let end = "SELECT pg_terminate_backend(pid) FROM pg_locks
               WHERE locktype = 'advisory' AND granted AND database =
                   (SELECT oid FROM pg_database WHERE datname = current_database())";
    assert_eq!(other.query(end, &[]).unwrap().len(), 1);
    let (commit, _) = import(&second, &["a"]);

    assert_eq!(commit, Some(1));
    let stopped = import_of_first.finish(&note("import"));
    assert!(matches!(stopped, Err(JournalError::Stopped)), "{stopped:?}");
    assert_eq!(visible_values(&second), ["a"]);
    assert_verifies(&second);
}

#[test]
fn a_second_signer_without_our_lock_makes_the_first_one_sign_again() {
    let url = liaison_testkit::postgres().new_database();
    let journal = create(&url);
    append(&journal, vec![name("p", "a")]);
    let header = journal.header(1).unwrap();
    let sealed = |number: u64, prev: Hash, hash: u8| {
        let header = CommitHeader { number, prev, ..header.clone() }.to_canonical();
        SealedCommit { number, prev, header, hash: Hash([hash; 32]), signature: [0; 64] }
    };
    let mut signed = Vec::new();

    let mut seal = |head: Option<Head>| {
        let head = head.unwrap();
        if signed.is_empty() {
            let SealedCommit { header, .. } = sealed(2, head.hash, 7);
            let add = "INSERT INTO commits VALUES (2, 70, $1, $2, $3, $1)";
            let hash = [7_u8; 32];
            connect(&url)
                .execute(add, &[&head.hash.0.as_slice(), &header, &hash.as_slice()])
                .unwrap();
        }
        signed.push(head.number);
        Ok(sealed(head.number + 1, head.hash, 8))
    };
    let coder = signer().claim_coder();
    let number = journal.store().commit(&[], &[], &Erasing::default(), &[], &coder, &mut seal);

    assert_eq!((number.unwrap(), signed), (3, vec![1, 2]));
}

#[test]
fn nothing_is_called_gone_while_somebody_still_reads_what_was_there() {
    let url = liaison_testkit::postgres().new_database();
    let journal = create(&url);
    let receipt = append(&journal, vec![name("p", "a")]);
    let mut reader = connect(&url);
    let reading = reader.build_transaction();
    let isolation = postgres::IsolationLevel::RepeatableRead;
    let mut snapshot = reading.isolation_level(isolation).start().unwrap();
    snapshot.query("SELECT 1 FROM meta", &[]).unwrap();
    append(&journal, vec![erasure(Target::Statement(receipt.statements[0]))]);

    let busy = journal.store().scrub();
    drop(snapshot);

    assert!(matches!(busy, Err(JournalError::Busy)), "{busy:?}");
    journal.store().scrub().unwrap();
}

#[test]
fn an_error_of_the_server_quotes_no_value() {
    let place = Postgres.place();
    let journal = place.create();
    place.sql("ALTER TABLE statements ADD CHECK (length(payload) < 200)", &[]);
    let secret = "a-number-that-nobody-may-read-in-a-log".repeat(10);

    let error = try_append(&journal, vec![name("p", &secret)]).unwrap_err();

    assert!(matches!(error, JournalError::Database(_)));
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("the server answered 23514"));
    // As bytes a value looks like this in the server's own words.
    let quoted: String = secret.bytes().take(8).map(|byte| format!("{byte:02x}")).collect();
    assert!(!format!("{error:?}").contains(&quoted));
}

#[test]
fn a_full_disk_of_the_server_leaves_what_was_there() {
    let Some(disk) = SmallDisk::mount("24m") else { return };
    let server = liaison_testkit::postgres();
    let (uid, gid) = server.owner();
    chown(disk.path(), Some(uid), Some(gid)).unwrap();
    let run = |statement: &str| {
        let done = server.psql(statement);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    run(&format!("CREATE TABLESPACE small LOCATION '{}'", disk.path().display()));
    let url = server.new_database();
    let database = url.rsplit_once('/').unwrap().1;
    run(&format!("ALTER DATABASE {database} SET TABLESPACE small"));
    let journal = create(&url);
    append(&journal, vec![name("p", "kept")]);

    let mut import = journal.begin_import().unwrap();
    let full = (0..100).find_map(|run| {
        let many = (0..2_000).map(|n| name("p", &format!("{run} {n}")));
        import.stage(drafts(many, "")).err()
    });
    drop(import);

    assert!(matches!(full, Some(JournalError::Full)), "{full:?}");
    assert_eq!(visible_values(&journal), ["kept"]);
    assert_verifies(&journal);
    drop(journal);
    run(&format!("DROP DATABASE {database} WITH (FORCE)"));
    run("DROP TABLESPACE small");
}
