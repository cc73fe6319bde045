//! Proofs: what a stranger can check offline.

use liaison_journal::keys::fingerprint;
use liaison_journal::{JournalError, Proof, ProofError, prove};
use liaison_model::control::Target;

use crate::databases::Database;
use crate::samples::*;

pub fn every_statement_has_a_proof_that_a_stranger_can_check(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    for size in [1, 2, 3, 5, 8, 13] {
        let values: Vec<String> = (0..size).map(|n| format!("{size} {n}")).collect();
        import(&journal, &values.iter().map(String::as_str).collect::<Vec<_>>());
    }

    for number in 1..=6 {
        for kept in statements_of(&journal, number) {
            let file = prove(&journal, &kept.id).unwrap().to_json().unwrap();

            let proven = Proof::from_json(file.as_bytes()).unwrap().check().unwrap();
            assert_eq!(Some(&proven.statement), kept.body.as_ref().map(|(_, said)| said));
            assert_eq!(proven.header, journal.header(number).unwrap());
            assert_eq!(proven.time, moment(NOON));
            assert_eq!(proven.root_fingerprint, fingerprint(&keys().0.public()));
        }
    }
}

pub fn a_proof_with_any_byte_changed_proves_nothing(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b", "c", "d", "e"]);
    let id = ids_of(&journal, 1)[3];
    let file = prove(&journal, &id).unwrap().to_json().unwrap().into_bytes();
    let is_good = |bytes: &[u8]| Proof::from_json(bytes).and_then(|proof| proof.check()).is_ok();
    assert!(is_good(&file));

    for at in 0..file.len() {
        for bit in 0..8 {
            let mut changed = file.clone();
            changed[at] ^= 1 << bit;
            assert!(!is_good(&changed), "bit {bit} of byte {at}");
        }
        let mut shorter = file.clone();
        shorter.remove(at);
        assert!(!is_good(&shorter), "without byte {at}");
    }
}

pub fn an_erased_statement_has_no_proof_and_its_neighbours_keep_theirs(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b", "c"]);
    let ids = ids_of(&journal, 1);
    append(&journal, vec![erasure(Target::Statement(ids[1]))]);

    assert!(matches!(prove(&journal, &ids[1]), Err(JournalError::Erased)));
    for id in [ids[0], ids[2]] {
        assert_eq!(prove(&journal, &id).unwrap().check().unwrap().header.number, 1);
    }
}

pub fn a_proof_of_another_statement_does_not_fit(database: &dyn Database) {
    let place = database.place();
    let journal = place.create();
    import(&journal, &["a", "b", "c"]);
    import(&journal, &["d", "e", "f"]);
    let [first, second] =
        [1, 2].map(|number| prove(&journal, &ids_of(&journal, number)[0]).unwrap());

    let statement = Proof { statement: second.statement.clone(), ..first.clone() };
    let header = Proof { header: second.header.clone(), ..first.clone() };
    let place = Proof { place: 1, ..first.clone() };
    let beyond = Proof { place: 3, ..first.clone() };
    let signature = Proof { signature: second.signature, ..first };

    for wrong in [statement, header, place, beyond] {
        assert_eq!(wrong.check(), Err(ProofError::Path));
    }
    assert_eq!(signature.check(), Err(ProofError::Signature));
}
