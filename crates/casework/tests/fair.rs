//! What holds for anybody on either track.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use liaison_casework::{
    Answer, Answers, INSTRUMENTS, Instrument, NewProcedure, NewScreening, PROCEDURES, Procedure,
    ProcedureError, ProcedureStep, Reading, Release, Screening, ScreeningError, Tracks,
    UnusualProcedure, UnusualResult, VictimResult, Waiting, check_procedure, check_screening,
    last_word,
};
use liaison_model::Instant;
use liaison_model::values::PartialDate;
use liaison_policy::{SuspectStanding, may_name_as_suspect};
use proptest::prelude::*;

const TODAY: Date = date(2025, 9, 1);

fn day(text: &str) -> PartialDate {
    PartialDate::read(text, None).unwrap()
}

fn at(micros: u32) -> Instant {
    Instant::from_micros(i64::from(micros)).unwrap()
}

fn said(result: VictimResult, authority: &str, entered: u32) -> Screening {
    Screening {
        id: format!("kr.npa:screening-{entered}"),
        person: "kr.npa:p".into(),
        case: None,
        date: Some(day("2025-08-20")),
        authority: authority.into(),
        officer: "min".into(),
        entered: at(entered),
        instrument: Some("ilo-11 1".into()),
        result,
        score: 0,
        reason: None,
    }
}

fn done(step: Procedure, day_of: &str, entered: u32) -> ProcedureStep {
    ProcedureStep {
        id: format!("kr.npa:procedure-{entered}"),
        person: "kr.npa:p".into(),
        case: None,
        step,
        date: Some(day(day_of)),
        authority: "kh.npc".into(),
        legal_basis: "immigration-law".into(),
        officer: "min".into(),
        entered: at(entered),
        reason: None,
    }
}

fn new_screening(result: VictimResult, reading: Option<Reading>) -> NewScreening {
    NewScreening {
        result,
        date: day("2025-08-21"),
        authority: "kr.npa".into(),
        reading,
        reason: String::new(),
    }
}

fn new_step(step: Procedure) -> NewProcedure {
    NewProcedure {
        step,
        date: day("2025-08-25"),
        authority: "kh.npc".into(),
        legal_basis: "immigration-law".into(),
        reason: String::new(),
    }
}

fn answered(yes: usize, no: usize) -> Reading {
    let form = Instrument::of("ilo-11").unwrap().unwrap();
    let given = form.questions.iter().enumerate().filter_map(|(at, asked)| {
        let answer = if at < yes { Answer::Yes } else { Answer::No };
        (at < yes + no).then(|| (asked.code.clone(), answer))
    });
    form.weigh(&given.collect(), false).unwrap()
}

#[test]
fn what_was_not_asked_is_no_no() {
    let refuse = |reading| {
        check_screening(&[], &new_screening(VictimResult::NotAVictim, reading), TODAY).unwrap_err()
    };
    let asks = |why| {
        let (from, to) = (VictimResult::NotScreened, VictimResult::NotAVictim);
        ScreeningError::NeedsReason { from, to, why }
    };

    assert_eq!(refuse(Some(answered(0, 10))), asks(UnusualResult::NotAsked));
    assert_eq!(refuse(None), asks(UnusualResult::NotAsked));
    assert_eq!(refuse(Some(answered(1, 10))), asks(UnusualResult::Signs));
    let all_asked = new_screening(VictimResult::NotAVictim, Some(answered(0, 11)));
    assert!(check_screening(&[], &all_asked, TODAY).is_ok());
}

#[test]
fn an_identified_victim_is_taken_back_with_a_reason_only() {
    let before = [said(VictimResult::IdentifiedVictim, "kr.npa", 1)];
    let mut wanted = new_screening(VictimResult::NotAVictim, Some(answered(0, 11)));

    let refused = check_screening(&before, &wanted, TODAY).unwrap_err();
    wanted.reason = "the court found otherwise".into();

    assert!(matches!(refused, ScreeningError::NeedsReason { why: UnusualResult::Order, .. }));
    assert!(check_screening(&before, &wanted, TODAY).is_ok());
}

#[test]
fn for_a_child_the_means_is_not_needed() {
    let form = Instrument::of("korea-amp").unwrap().unwrap();
    let answers: Answers = [("recruited", Answer::Yes), ("forced-work", Answer::Yes)]
        .map(|(c, a)| (c.into(), a))
        .into();

    assert_eq!(form.weigh(&answers, false).unwrap().lacking, ["means"]);
    assert_eq!(form.weigh(&answers, true).unwrap().lacking, [""; 0]);
}

#[test]
fn a_step_about_a_presumed_victim_asks_for_a_reason_unless_it_lets_go() {
    let before = [done(Procedure::Detained, "2025-08-20", 1)];

    let refused = check_procedure(&before, true, &new_step(Procedure::Charged), TODAY).unwrap_err();

    let why = UnusualProcedure::Victim;
    let (from, to) = (Some(Procedure::Detained), Procedure::Charged);
    assert_eq!(refused, ProcedureError::NeedsReason { from, to, why });
    assert!(check_procedure(&before, true, &new_step(Procedure::Released), TODAY).is_ok());
    assert!(check_procedure(&before, false, &new_step(Procedure::Charged), TODAY).is_ok());
}

#[test]
fn a_step_names_its_authority_and_its_law() {
    let mut wanted = new_step(Procedure::Detained);
    wanted.legal_basis = " ".into();

    let refused = check_procedure(&[], false, &wanted, TODAY).unwrap_err();

    assert_eq!(refused, ProcedureError::NoLegalBasis);
}

#[test]
fn the_most_protective_word_counts_and_a_release_only_until_the_next_one() {
    let mut tracks = Tracks {
        screenings: vec![
            said(VictimResult::PresumedVictim, "kr.npa", 1),
            said(VictimResult::NotAVictim, "kh.npc", 2),
        ],
        ..Tracks::default()
    };
    assert!(tracks.standing().is_disputed);
    assert_eq!(tracks.suspect_standing("th.rtp"), SuspectStanding::Victim);

    tracks.releases.push(Release {
        id: "kr.npa:release-1".into(),
        person: "kr.npa:p".into(),
        to: Some("th.rtp".into()),
        officer: "yoon".into(),
        reason: "arrest on the other charge".into(),
        entered: at(3),
    });
    let released = SuspectStanding::Released { officer: "yoon".into() };
    assert_eq!(tracks.suspect_standing("th.rtp"), released);
    assert_eq!(tracks.suspect_standing("kh.npc"), SuspectStanding::Victim);

    tracks.screenings.push(said(VictimResult::IdentifiedVictim, "kr.npa", 4));
    assert_eq!(tracks.suspect_standing("th.rtp"), SuspectStanding::Victim);
}

#[test]
fn every_step_is_reached_and_none_is_the_end() {
    let mut reached: BTreeSet<Procedure> = liaison_casework::FIRST_STEPS.iter().copied().collect();
    for _ in Procedure::ALL {
        let next = PROCEDURES.iter().filter(|(of, _)| reached.contains(of));
        let next: Vec<Procedure> = next.flat_map(|(_, next)| next.iter().copied()).collect();
        reached.extend(next);
    }

    assert_eq!(reached, BTreeSet::from(Procedure::ALL));
    assert!(PROCEDURES.iter().all(|(_, next)| !next.is_empty()));
}

fn results() -> impl Strategy<Value = VictimResult> {
    prop::sample::select(VictimResult::ALL.to_vec())
}

fn agencies() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["kr.npa".to_owned(), "kh.npc".to_owned(), "th.rtp".to_owned()])
}

prop_compose! {
    fn words()(said in prop::collection::vec((results(), agencies(), 0u32..50), 0..8))
        -> Vec<Screening>
    {
        let word = |(at, (result, agency, entered)): (usize, (VictimResult, String, u32))| {
            let mut word = self::said(result, &agency, entered);
            word.id.push_str(&at.to_string());
            word
        };
        said.into_iter().enumerate().map(word).collect()
    }
}

proptest! {
    #[test]
    fn nobody_whom_any_agency_holds_to_be_a_victim_is_named_as_a_suspect(words in words()) {
        let agencies = ["kr.npa", "kh.npc", "th.rtp"];
        let protects = agencies
            .iter()
            .any(|agency| last_word(&words, agency).is_some_and(|word| word.result.protects()));
        let tracks = Tracks { screenings: words, ..Tracks::default() };

        let standing = tracks.suspect_standing("vn.mps");

        prop_assert_eq!(protects, standing == SuspectStanding::Victim);
        prop_assert!(!(protects && may_name_as_suspect(&standing).is_allowed()));
    }

    #[test]
    fn the_order_in_which_words_are_read_changes_nothing(words in words(), by in 0usize..8) {
        let mut turned = words.clone();
        turned.rotate_left(by.min(words.len()));
        let one = Tracks { screenings: words, ..Tracks::default() };
        let other = Tracks { screenings: turned, ..Tracks::default() };

        prop_assert_eq!(one.standing(), other.standing());
    }

    #[test]
    fn a_presumption_is_never_refused_but_over_an_identified_victim(
        words in words(), yes in 0usize..12,
    ) {
        let wanted = new_screening(VictimResult::PresumedVictim, Some(answered(yes, 0)));
        let identified = last_word(&words, "kr.npa")
            .is_some_and(|word| word.result == VictimResult::IdentifiedVictim);

        prop_assert_eq!(check_screening(&words, &wanted, TODAY).is_ok(), !identified);
    }

    #[test]
    fn whatever_is_asked_is_taken_with_a_reason_or_never(
        words in words(), result in results(), yes in 0usize..12, no in 0usize..12,
    ) {
        let mut wanted = new_screening(result, Some(answered(yes, no)));
        wanted.reason = "for a reason".into();

        let is_taken = check_screening(&words, &wanted, TODAY).is_ok();

        prop_assert_eq!(is_taken, result != VictimResult::NotScreened);
    }

    #[test]
    fn a_score_counts_what_is_so_and_is_no_result(
        form in 0usize..INSTRUMENTS.len(), given in prop::collection::vec(0u8..3, 0..12),
    ) {
        let (file, text) = INSTRUMENTS[form];
        let form = Instrument::read(file, text).unwrap();
        let answers: Answers = form.questions.iter().zip(&given)
            .map(|(asked, given)| (asked.code.clone(), Answer::ALL[usize::from(*given)]))
            .collect();

        let reading = form.weigh(&answers, false).unwrap();

        let all = reading.yes + reading.no + reading.not_asked;
        prop_assert_eq!(all as usize, form.questions.len());
        prop_assert!(reading.yes <= reading.score);
        prop_assert_eq!(reading.score == 0, reading.yes == 0);
    }

    #[test]
    fn children_wait_before_everybody_else(score in 0u32..500, other in 0u32..500) {
        let child = Waiting::new("b", true, score, None);
        let adult = Waiting::new("a", false, other, None);

        prop_assert!(child < adult);
    }

    #[test]
    fn any_step_is_taken_with_a_reason(
        step in prop::sample::select(Procedure::ALL.to_vec()),
        before in prop::sample::select(Procedure::ALL.to_vec()),
        is_protected: bool,
    ) {
        let mut wanted = new_step(step);
        wanted.reason = "for a reason".into();
        let before = [done(before, "2025-08-20", 1)];

        prop_assert!(check_procedure(&before, is_protected, &wanted, TODAY).is_ok());
    }

    #[test]
    fn any_text_is_a_form_or_refused(text in "\\PC{0,200}") {
        prop_assert!(Instrument::read("own.yaml", &text).is_err());
    }
}
