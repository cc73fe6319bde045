//! Hit or no hit over the line. All of it is fictional.

use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_exchange::Ask;
use liaison_model::Purpose;
use liaison_node::exchange::{AskKind, AskLine, AskWanted};
use liaison_node::{NewCase, ScreeningWanted};

use crate::ask;

const SUSPECTS_PHONE: &str = "+8223123456";
const VICTIMS_PHONE: &str = "+8223123457";
const REPORTED_PHONE: &str = "+8223123458";
const COMPANYS_ACCOUNT: &str = "11012345678";

/// Korea knows a person, a company's account, a victim with an account, and somebody reported.
fn holders(words: &str) -> (Agency, Agency, String) {
    let (korea, cambodia) = (agency("KR", 1, NOON), agency("KH", 2, NOON));
    meet(&korea.head(&korea.folder()), &cambodia.head(&cambodia.folder()), words);
    let lines = [
        person("suspect", "홍길동", SUSPECTS_PHONE),
        person("victim", "김하나", VICTIMS_PHONE),
        person("reported", "이두리", REPORTED_PHONE),
        record("account", "BankAccount", &format!(r#""accountNumber":["{COMPANYS_ACCOUNT}"]"#)),
        record("of-victim", "BankAccount", r#""accountNumber":["22012345678"]"#),
        record("owns", "Ownership", r#""owner":["victim"],"asset":["of-victim"]"#),
        record("report", "Report", r#""person":["reported"]"#),
    ];
    let input = Input::from_bytes("held.ftm.json", lines.join("\n"));
    korea.node.import(ImportRequest::new(input, "min"), &|_| {}).unwrap();
    let wanted = ScreeningWanted {
        form: "ilo-11".into(),
        answers: [("deception".to_owned(), "yes".to_owned())].into(),
        result: "presumed-victim".into(),
        reason: "after all that is known".into(),
        ..ScreeningWanted::default()
    };
    korea.node.screen_person("victim", &wanted, &korea.reader).unwrap();
    let new = NewCase { template: "rescue".into(), title: "a case".into(), language: "en".into() };
    let case = cambodia.node.open_case(&new, &cambodia.reader).unwrap().number;
    (korea, cambodia, case)
}

fn person(id: &str, name: &str, phone: &str) -> String {
    let said = format!(r#""name":["{name}"],"birthDate":["1990-01-31"],"phone":["{phone}"]"#);
    record(id, "Person", &said)
}

fn record(id: &str, schema: &str, said: &str) -> String {
    format!(r#"{{"id":"{id}","schema":"{schema}","properties":{{{said}}}}}"#)
}

fn line(kind: AskKind, value: &str) -> AskLine {
    AskLine { kind, value: value.into(), birth: None }
}

fn wanted<'a>(korea: &'a Agency, case: &'a str) -> AskWanted<'a> {
    AskWanted { peer: korea.id(), case, purpose: Purpose::Rescue }
}

#[test]
fn the_asker_learns_hit_or_no_hit_and_victims_are_not_met() {
    let (korea, cambodia, case) = holders("H0 H2 about:other about:victim");
    let (listening, _) = korea.listens();
    korea.names(listening.address(), &cambodia);
    let lines = [
        line(AskKind::Phone, SUSPECTS_PHONE),
        line(AskKind::Phone, "+8223129999"),
        line(AskKind::Phone, VICTIMS_PHONE),
        line(AskKind::Phone, REPORTED_PHONE),
        line(AskKind::Account, "110-12345678"),
        line(AskKind::Account, "22012345678"),
        AskLine { birth: Some("1990-01-31".into()), ..line(AskKind::Person, "Hong Gildong") },
        AskLine { birth: Some("1990-01-31".into()), ..line(AskKind::Person, "Kim Hana") },
    ];

    let (asked, hits) =
        ask(&cambodia.node, &wanted(&korea, &case), &lines, &cambodia.reader).unwrap();

    assert_eq!(hits, [true, false, false, false, true, false, true, false]);
    assert_eq!((asked.number, asked.lines, asked.points), (1, 8, 6 + 2 * 40));
    let known = korea.node.asked_of_us(cambodia.id()).unwrap();
    assert_eq!((known.len(), known[0].refused, known[0].is_alarming), (1, None, false));
    assert_eq!((&*known[0].ask.case, &*known[0].ask.purpose), (&*case, "rescue"));
    assert_eq!(known[0].ask, asked, "both keep the same signed record");
    let ours = cambodia.node.asked_by_us(korea.id()).unwrap();
    assert_eq!((ours[0].hits, ours[0].answered.is_some()), (Some(3), true));
    assert_ne!(asked.officer, "min");
    // Nothing of what was asked reached Korea's disk.
    for file in ["journal.db", "journal.db-wal"] {
        let bytes = std::fs::read(korea.folder().join(file)).unwrap_or_default();
        let has = |text: &str| bytes.windows(text.len()).any(|at| at == text.as_bytes());
        assert!(!has("Gildong") && !has("8223129999"), "{file}");
    }
}

#[test]
fn without_category_agreement_or_case_nobody_is_met() {
    let (korea, cambodia, case) = holders("H0 H2 for:rescue");
    let (listening, _) = korea.listens();
    korea.names(listening.address(), &cambodia);
    let lines = [line(AskKind::Phone, SUSPECTS_PHONE), line(AskKind::Account, COMPANYS_ACCOUNT)];
    let asked =
        |wanted: &AskWanted<'_>, reader: &Reader| ask(&cambodia.node, wanted, &lines, reader);

    let (_, hits) = asked(&wanted(&korea, &case), &cambodia.reader).unwrap();
    assert_eq!(hits, [false, true], "of people nobody agreed");
    let audit = AskWanted { purpose: Purpose::Audit, ..wanted(&korea, &case) };
    let refused = asked(&audit, &cambodia.reader);
    assert!(matches!(refused, Err(ChannelError::Refused(Refused::Purpose))), "{refused:?}");
    let stranger = Reader::officer(cambodia.id().clone(), "yoon", [Role::Analyst]);
    let refused = asked(&wanted(&korea, &case), &stranger);
    assert!(matches!(refused, Err(ChannelError::Node(NodeError::Refused(_)))), "{refused:?}");
    korea.node.revoke_peer(cambodia.id(), "broken", &korea.reader).unwrap();
    let refused = asked(&wanted(&korea, &case), &cambodia.reader);
    assert!(matches!(refused, Err(ChannelError::Refused(Refused::NoAgreement))), "{refused:?}");
    let kept = korea.node.asked_of_us(cambodia.id()).unwrap();
    assert_eq!(
        kept.iter().map(|one| one.refused).collect::<Vec<_>>(),
        [Some(Refused::Purpose), None]
    );
}

#[test]
fn what_was_agreed_for_an_officer_is_counted_before_it_is_computed_and_alarms() {
    let (korea, cambodia, case) = holders("H0 H2 about:other");
    let (listening, heard) = korea.listens();
    korea.names(listening.address(), &cambodia);
    // 1,000 evaluations a day are an officer's, by the agreement of the two heads.
    let many = |count: u32| -> Vec<AskLine> {
        (0..count).map(|n| line(AskKind::Phone, &format!("+8223{n:06}"))).collect()
    };
    let asked = |count| ask(&cambodia.node, &wanted(&korea, &case), &many(count), &cambodia.reader);

    let too_many = asked(501);
    assert!(matches!(too_many, Err(ChannelError::Node(NodeError::WrongUse(_)))));
    for _ in 0..2 {
        asked(500).unwrap();
    }
    let refused = asked(1);

    assert!(matches!(refused, Err(ChannelError::Refused(Refused::Quota))), "{refused:?}");
    let kept = korea.node.asked_of_us(cambodia.id()).unwrap();
    assert_eq!((kept.len(), kept[0].is_alarming, kept[1].is_alarming), (3, true, false));
    assert_eq!(heard.lock().unwrap().len(), 1, "whoever serves hears of it");
}

#[test]
fn a_question_that_was_changed_or_sent_again_is_not_answered() {
    let (korea, cambodia, case) = holders("H0 H2 about:other");
    let Answered::Holding { holding, filter } =
        korea.node.answer_holding(cambodia.id(), None).unwrap()
    else {
        panic!("nothing is held")
    };
    let filter = base64_of(&filter.unwrap());
    let lines = [line(AskKind::Phone, SUSPECTS_PHONE)];
    let asking = cambodia
        .node
        .prepare_ask(&wanted(&korea, &case), &lines, (&holding, &filter), &cambodia.reader)
        .unwrap();
    let question = to_base64(&asking.question);
    let answer = |ask: &Ask, question: &str| match korea
        .node
        .answer_ask(cambodia.id(), ask, question)
        .unwrap()
    {
        Answered::Refused { refused } => Err(refused),
        Answered::Evaluated { answered, answer } => Ok((answered, answer)),
        other => panic!("{other:?}"),
    };

    let other = Ask { case: "another".into(), ..asking.ask.clone() };
    assert_eq!(answer(&other, &question).unwrap_err(), Refused::Unreadable);
    let cut = &question[..question.len() - 4];
    assert_eq!(answer(&asking.ask, cut).unwrap_err(), Refused::Unreadable);
    let (answered, evaluated) = answer(&asking.ask, &question).unwrap();
    assert_eq!(answer(&asking.ask, &question).unwrap_err(), Refused::Repeated);
    // The holder's lie about its answer, and the true one.
    let mut forged = base64_of(&evaluated);
    let last = forged.len() - 1;
    forged[last] ^= 1;
    let told = cambodia.node.take_hits(&asking, &answered, &to_base64(&forged));
    assert!(matches!(told, Err(NodeError::Peer(PeerFault::Content))), "{told:?}");
    assert_eq!(cambodia.node.take_hits(&asking, &answered, &evaluated).unwrap(), [true]);
}

fn base64_of(text: &str) -> Vec<u8> {
    BASE64.decode(text).unwrap()
}

fn to_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}
