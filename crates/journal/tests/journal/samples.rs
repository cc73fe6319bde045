//! What the behaviours write: keys, statements, acts, and a small journal with one of everything.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use liaison_journal::keys::{Certificate, NodeKey, RootKey, Signer};
use liaison_journal::store::Fate;
use liaison_journal::{CommitNote, Entry, Journal, JournalError, Kept, Receipt, Verified, verify};
use liaison_model::control::Target;
use liaison_model::schema::names::schema as schemata;
use liaison_model::{
    AgencyId, CommitNumber, Draft, EntityId, Instant, Label, Marks, Statement, StatementId,
};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

pub const OURS: &str = "kr.npa";
pub const NOON: &str = "2026-01-05T12:00:00Z";

/// Randomness of its own for each journal, so that two nodes never make the same id.
pub fn random() -> Box<dyn Rng + Send> {
    static SEED: AtomicU64 = AtomicU64::new(1_000);
    Box::new(StdRng::seed_from_u64(SEED.fetch_add(1, Ordering::Relaxed)))
}

pub fn agency(id: &str) -> AgencyId {
    id.parse().unwrap()
}

pub fn moment(text: &str) -> Instant {
    text.parse().unwrap()
}

/// The root key and the node key of the agency, the same each time.
pub fn keys() -> (RootKey, NodeKey) {
    let mut random = StdRng::seed_from_u64(1);
    (RootKey::generate(&mut random), NodeKey::generate(&mut random))
}

pub fn certificate() -> Certificate {
    let (root, node) = keys();
    root.certify(&agency(OURS), &node, moment("2026-01-01T00:00:00Z"))
}

pub fn signer() -> Signer {
    Signer::new(keys().1, certificate()).unwrap()
}

pub fn note(act: &str) -> CommitNote {
    note_at(act, NOON)
}

pub fn note_at(act: &str, time: &str) -> CommitNote {
    let (author, purpose) = ("cli:min".into(), "rescue".into());
    CommitNote { author, act: act.into(), purpose, time: moment(time) }
}

/// A person's name, said by one list.
pub fn name(person: &str, value: &str) -> Statement {
    let entity = EntityId::new(&agency(OURS), &person.replace(' ', "-")).unwrap();
    Statement::new(entity, "Person", "name", value, "kr-mofa")
}

pub fn label(marks: &str) -> Label {
    Label { originator: agency(OURS), marks: marks.parse().unwrap() }
}

pub fn entry(statement: Statement) -> Entry {
    Entry { statement, label: label(""), salt: None }
}

pub fn drafts(statements: impl IntoIterator<Item = Statement>, marks: &str) -> Vec<Draft> {
    let marks: Arc<Marks> = Arc::new(marks.parse().unwrap());
    let draft = |statement| Draft { statement, marks: Arc::clone(&marks) };
    statements.into_iter().map(draft).collect()
}

/// Imports names of people; answers with the commit, if there was anything new, and what became of
/// each.
pub fn import(journal: &Journal, names: &[&str]) -> (Option<CommitNumber>, Vec<Fate>) {
    let mut import = journal.begin_import().unwrap();
    let drafts = drafts(names.iter().map(|value| name(&format!("person-{value}"), value)), "");
    let fates = import.stage(drafts).unwrap();
    (import.finish(&note("import")).unwrap(), fates)
}

pub fn append(journal: &Journal, statements: Vec<Statement>) -> Receipt {
    try_append(journal, statements).unwrap()
}

pub fn try_append(journal: &Journal, statements: Vec<Statement>) -> Result<Receipt, JournalError> {
    journal.append(statements.into_iter().map(entry).collect(), &note("act"))
}

fn act(schema: &'static str, prop: &'static str, target: Target) -> Statement {
    let entity = EntityId::new(&agency(OURS), "act").unwrap();
    Statement::new(entity, schema, prop, target.to_string(), "acts")
}

pub fn withdrawal(target: Target) -> Statement {
    act(schemata::WITHDRAWAL, "target", target)
}

pub fn purge(target: Target) -> Statement {
    act(schemata::WITHDRAWAL, "purged", target)
}

pub fn erasure(target: Target) -> Statement {
    act(schemata::ERASURE, "target", target)
}

pub fn restriction(target: Target) -> Statement {
    act(schemata::RESTRICTION, "target", target)
}

/// Every statement of a commit, in order.
pub fn statements_of(journal: &Journal, number: CommitNumber) -> Vec<Kept> {
    let (batch, _) = journal.headers(number - 1, 1).unwrap().remove(0);
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let run = journal.run_of(batch, after).unwrap();
        let Some(last) = run.last() else { return all };
        after = Some(liaison_journal::store::place_of(last.sid));
        all.extend(run);
    }
}

pub fn ids_of(journal: &Journal, number: CommitNumber) -> Vec<StatementId> {
    statements_of(journal, number).iter().map(|kept| kept.id).collect()
}

/// Every value that can be seen: of statements that are neither hidden nor removed.
pub fn visible_values(journal: &Journal) -> Vec<String> {
    let hidden = journal.hidden().unwrap();
    let mut values = Vec::new();
    for number in 1..=journal.position().unwrap() {
        let seen = statements_of(journal, number).into_iter().filter(|k| !hidden.contains(k.sid));
        values.extend(seen.filter_map(|kept| Some(kept.body?.1.value)));
    }
    values
}

pub fn verified(journal: &Journal) -> Verified {
    verify(journal, |_| Ok(())).unwrap()
}

pub fn assert_verifies(journal: &Journal) {
    assert_eq!(verified(journal).first_bad, None);
}

/// A journal with one of everything:
///
/// 1. an import of three names under one label and two under another,
/// 2. a small commit of two names,
/// 3. the withdrawal of the first name of commit 1,
/// 4. the erasure of its second name,
/// 5. the undoing of commit 2,
/// 6. one more name.
pub fn write_one_of_everything(journal: &Journal) {
    let mut import = journal.begin_import().unwrap();
    let some = ["서윤", "민준", "지우"].map(|value| name(value, value));
    import.stage(drafts(some, "TLP:AMBER to:kh.npc")).unwrap();
    import.stage(drafts([name("하은", "하은"), name("도윤", "도윤")], "")).unwrap();
    import.finish(&note("import")).unwrap();
    append(journal, vec![name("สมชาย", "สมชาย"), name("Sokha", "Sokha")]);
    let imported = ids_of(journal, 1);
    append(journal, vec![withdrawal(Target::Statement(imported[0]))]);
    append(journal, vec![erasure(Target::Statement(imported[1]))]);
    append(journal, vec![withdrawal(Target::Commit(2))]);
    append(journal, vec![name("Linh", "Linh")]);
}
