//! Records, readers and acts drawn at random, and both answers to each.

use liaison_model::{Act, Instant, Label, Marks, Reader, Role};
use liaison_policy::{Terms, decide, decide_sharing};

use super::rules::{Asker, Paper, Record, covers, may};

/// Compares so many draws; how many were allowed.
pub fn compare(draws: u64, seed: u64) -> u64 {
    let mut dice = Dice(seed);
    (0..draws).map(|number| u64::from(one(&mut dice, number))).sum()
}

/// One question, asked of both.
fn one(dice: &mut Dice, number: u64) -> bool {
    let record = record(dice);
    let asker = asker(dice);
    let holder = dice.of(AGENCIES);
    let (act, word) = *dice.of(ACTS);
    let label = Label {
        originator: record.originator.parse().unwrap(),
        marks: record.words.join(" ").parse::<Marks>().unwrap(),
    };
    let now: Instant = NOW.parse().unwrap();
    let reader = reader(&asker);
    let told = || format!("{number}: {:?} of {}", record.words, record.originator);

    let expected = may(&record, holder, &asker, word, NOW);
    let decided = decide(&label, holder, &reader, act, now).is_allowed();
    assert_eq!(decided, expected, "{word} by {reader:?} at {holder}, {}", told());

    let paper = paper(dice);
    let terms = paper.as_ref().map(|paper| {
        let until = now.plus_seconds(if paper.has_ended { -1 } else { 1 });
        Terms::from_words(&paper.words, until).unwrap()
    });
    let expected = may(&record, holder, &asker, "share", NOW) && covers(paper.as_ref(), &record);
    let decided = decide_sharing(terms.as_ref(), &label, holder, &reader, now).is_allowed();
    assert_eq!(decided, expected, "shared with {reader:?} under {terms:?}, {}", told());
    decided
}

fn record(dice: &mut Dice) -> Record {
    let mut words = Vec::new();
    if dice.below(6) != 0 {
        words.push(format!("TLP:{}", dice.of(&["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"])));
    }
    let mut maybe = |one_in: u64, from: &[&str]| {
        if dice.below(one_in) == 0 {
            words.push((*dice.of(from)).to_owned());
        }
    };
    maybe(3, &["H0", "H1", "H2", "H3:ask-first"]);
    maybe(2, &["to:kr.npa", "to:kh.npc", "to:kh.npc/cyber", "to:kh.npc/cyber/sok"]);
    maybe(3, &["to:th.rtp", "to:kr.npa/rescue", "to:kh.npc/rescue/sok"]);
    maybe(3, &["for:rescue", "for:statistics", "for:audit"]);
    maybe(5, &["for:asset-recovery", "for:repatriation"]);
    maybe(6, &["in:kr.npa:case-1", "in:kh.npc:case-2"]);
    maybe(3, &["about:victim", "about:suspect", "about:witness", "about:other"]);
    maybe(6, &["until:2025-12-31T00:00:00Z", NOW_WORD, "until:2026-01-02T00:00:00Z"]);
    Record { originator: (*dice.of(AGENCIES)).to_owned(), words }
}

fn asker(dice: &mut Dice) -> Asker {
    let officer = (dice.below(3) != 0).then(|| {
        let unit = [None, Some("cyber"), Some("rescue")];
        let roles = (0..dice.below(3)).map(|_| dice.of(ROLES).1).collect();
        ((*dice.of(&["sok", "min"])).to_owned(), dice.of(&unit).map(str::to_owned), roles)
    });
    let purposes = ["rescue", "statistics", "audit", "asset-recovery", "repatriation"];
    Asker {
        agency: (*dice.of(AGENCIES)).to_owned(),
        officer,
        purpose: (dice.below(3) != 0).then(|| *dice.of(&purposes)),
        cases: match dice.below(2) {
            0 => Vec::new(),
            _ => vec![(*dice.of(&["kr.npa:case-1", "kh.npc:case-2"])).to_owned()],
        },
    }
}

fn paper(dice: &mut Dice) -> Option<Paper> {
    if dice.below(8) == 0 {
        return None;
    }
    let all =
        ["H0", "H1", "H2", "H3", "about:victim", "about:suspect", "about:witness", "about:other"];
    let mut words: Vec<String> =
        all.iter().filter(|_| dice.below(4) != 0).map(|word| (*word).to_owned()).collect();
    if dice.below(2) == 0 {
        words.push((*dice.of(&["for:rescue", "for:statistics", "for:asset-recovery"])).to_owned());
    }
    Some(Paper { words, has_ended: dice.below(10) == 0 })
}

fn reader(asker: &Asker) -> Reader {
    let agency = asker.agency.parse().unwrap();
    let mut reader = match &asker.officer {
        None => Reader::peer(agency),
        Some((name, unit, roles)) => {
            let role = |word: &&str| ROLES.iter().find(|(_, other)| other == word).unwrap().0;
            Reader::officer(agency, name, roles.iter().map(role)).of_unit(unit.as_deref())
        }
    };
    reader.cases = asker.cases.iter().map(|case| case.parse().unwrap()).collect();
    match asker.purpose {
        Some(purpose) => reader.with_purpose(purpose.parse().unwrap()),
        None => reader,
    }
}

/// SplitMix64: the same draws from the same seed on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % limit
    }

    fn of<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }
}

const NOW: &str = "2026-01-01T00:00:00Z";
const NOW_WORD: &str = "until:2026-01-01T00:00:00Z";
const AGENCIES: &[&str] = &["kr.npa", "kh.npc", "th.rtp"];
const ACTS: &[(Act, &str)] = &[
    (Act::Find, "find"),
    (Act::Read, "read"),
    (Act::Export, "export"),
    (Act::Share, "share"),
    (Act::Uncover, "uncover"),
];
const ROLES: &[(Role, &str)] = &[
    (Role::Analyst, "analyst"),
    (Role::Supervisor, "supervisor"),
    (Role::LiaisonOfficer, "liaison"),
    (Role::ConsularOfficer, "consular"),
    (Role::VictimSupport, "support"),
    (Role::Auditor, "auditor"),
    (Role::Administrator, "administrator"),
];
