//! Cases and people's tracks: who is let in, what is kept, what a partner is told.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

mod agreed;

use std::collections::BTreeMap;

use liaison_bundle::{Entry, PAGE_LANGUAGES, check, page};
use liaison_casework::{Instrument, TaskStatus, VictimResult};
use liaison_model::schema::names::prop;
use liaison_model::{Marks, Purpose, Reader, Role};
use liaison_node::{
    CaseError, CaseFile, CaseWanted, EntriesWanted, EntryKind, FactWanted, Field, Folder,
    HandoverAct, InitOptions, KeySource, NewCase, Node, NodeError, NonPunishmentWanted,
    OpenOptions, ProcedureWanted, ReleaseWanted, ReportWanted, ScreeningWanted, SealWanted,
    SearchRequest, ShowOptions, TaskChange, TaskWanted, WrongUse,
};
use liaison_policy::Refusal;

struct Agency {
    node: Node,
    folder: tempfile::TempDir,
}

fn agency(name: &str, country: &str) -> Agency {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = || zeroize::Zeroizing::new("a passphrase of the test".to_owned());
    let options = InitOptions {
        name: name.into(),
        country: country.into(),
        agency: None,
        passphrase: passphrase(),
        database_url: None,
        demonstration: true,
        exhibits: None,
    };
    let open = OpenOptions::new(KeySource::Passphrase(passphrase()));
    let (node, _) = Node::init(&Folder::new(folder.path().join("node")), &options, open).unwrap();
    Agency { node, folder }
}

impl Agency {
    fn officer(&self, name: &str) -> Reader {
        Reader::officer(self.node.agency().clone(), name, [Role::ConsularOfficer])
    }

    /// The heads of two agencies agree on everything.
    fn meets(&self, other: &Self) {
        let (here, there) = (self.folder.path().join("node"), other.folder.path().join("node"));
        let (min, sok) = (self.officer("min"), other.officer("sok"));
        let ours = agreed::Head { node: &self.node, folder: &here, reader: &min };
        let theirs = agreed::Head { node: &other.node, folder: &there, reader: &sok };
        agreed::meet(&ours, &theirs, "H0 H1 H2 about:suspect about:victim about:other");
    }

    fn supervisor(&self) -> Reader {
        Reader::officer(self.node.agency().clone(), "boss", [Role::Supervisor])
    }

    /// An invented person of a report.
    fn person(&self, name: &str) -> String {
        let fields = vec![Field { name: "person.name".into(), value: name.into() }];
        let wanted = ReportWanted { fields, ..ReportWanted::default() };
        self.node.take_report(&wanted, &self.officer("min")).unwrap().person
    }

    fn case(&self) -> String {
        let new = NewCase {
            template: "rescue".into(),
            title: "two people in Bavet".into(),
            language: "ko".into(),
        };
        self.node.open_case(&new, &self.officer("min")).unwrap().number
    }

    fn screened(&self, person: &str, result: &str) {
        let wanted = ScreeningWanted {
            form: "ilo-11".into(),
            answers: [("deception".to_owned(), "yes".to_owned())].into(),
            result: result.into(),
            reason: "after all that is known".into(),
            ..ScreeningWanted::default()
        };
        self.node.screen_person(person, &wanted, &self.officer("min")).unwrap();
    }

    fn step(&self, person: &str, step: &str) -> String {
        let wanted = ProcedureWanted {
            step: step.into(),
            authority: "kh.npc".into(),
            legal_basis: "immigration-law".into(),
            reason: "as the authority said".into(),
            ..ProcedureWanted::default()
        };
        self.node.enter_procedure(person, &wanted, &self.officer("min")).unwrap().id
    }
}

fn wrong(error: NodeError) -> CaseError {
    match error {
        NodeError::WrongUse(WrongUse::Case(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn refusal(error: NodeError) -> Refusal {
    match error {
        NodeError::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_case_is_opened_with_its_templates_tasks_and_its_opener_alone_is_in() {
    let korea = agency("KR-NPA", "KR");
    let (min, yoon) = (korea.officer("min"), korea.officer("yoon"));

    let number = korea.case();

    assert_eq!(number, format!("C-{}-0001", korea.node.today().year()));
    let view = korea.node.case(&number, &min).unwrap();
    assert_eq!(view.case.title.as_deref(), Some("Rescue: two people in Bavet"));
    assert_eq!(view.tasks.len(), 4);
    assert_eq!(view.tasks[0].title, "구출 가능한 기관에 요청");
    assert_eq!(view.tasks[0].assignee, "min");
    let names: Vec<&str> = view.members.iter().map(|member| member.officer.as_str()).collect();
    assert_eq!(names, ["min"]);
    // Another officer learns that there is a case, and whom to ask.
    let known = korea.node.cases(&yoon, &CaseWanted::default()).unwrap();
    assert_eq!((known[0].number.as_str(), known[0].lead_officer.as_str()), (&*number, "min"));
    assert_eq!((known[0].title.as_deref(), known[0].is_member), (None, false));
    assert_eq!(refusal(korea.node.case(&number, &yoon).unwrap_err()), Refusal::Case);
}

#[test]
fn what_stands_in_a_case_is_found_and_shown_to_its_members_alone_until_they_are_let_out() {
    let korea = agency("KR-NPA", "KR");
    let (min, yoon) = (korea.officer("min"), korea.officer("yoon"));
    let number = korea.case();
    let note = korea.node.note_in_case(&number, "the zebra gate is watched", &min).unwrap();
    let finds = |reader: &Reader| {
        let request = SearchRequest { text: "zebra".into(), limit: 10, ..SearchRequest::default() };
        korea.node.search(&request, reader).unwrap().total
    };
    let shows =
        |reader: &Reader| korea.node.show(&note.id, reader, &ShowOptions::default()).is_ok();

    assert_eq!((finds(&min), finds(&yoon)), (1, 0));
    assert_eq!((shows(&min), shows(&yoon)), (true, false));
    let denied = korea.node.let_in(&number, "yoon", "curious", &yoon).unwrap_err();
    assert_eq!(wrong(denied), CaseError::MayNotLetIn);
    korea.node.let_in(&number, "yoon", "", &min).unwrap();
    assert_eq!((finds(&yoon), shows(&yoon)), (1, true));
    let again = korea.node.let_in(&number, "yoon", "", &min).unwrap_err();
    assert_eq!(wrong(again), CaseError::Member { officer: "yoon".into(), is_in: true });
    korea.node.let_out(&number, "yoon", "moved to another unit", &min).unwrap();
    assert_eq!((finds(&yoon), shows(&yoon)), (0, false));
    let last = korea.node.let_out(&number, "min", "done", &min).unwrap_err();
    assert_eq!(wrong(last), CaseError::LastMember);
    // A supervisor comes in from outside, by name and with a reason.
    let boss = korea.supervisor();
    let silent = korea.node.let_in(&number, "boss", " ", &boss).unwrap_err();
    assert_eq!(wrong(silent), CaseError::Missing { field: prop::REASON });
    korea.node.let_in(&number, "boss", "the lead officer is ill", &boss).unwrap();
    assert!(korea.node.case(&number, &boss).is_ok());
}

#[test]
fn no_file_makes_anybody_a_member() {
    let korea = agency("KR-NPA", "KR");
    let yoon = korea.officer("yoon");
    let number = korea.case();
    let case = korea.node.cases(&yoon, &CaseWanted::default()).unwrap().remove(0).id;
    let member = format!(
        "{{\"id\":\"m1\",\"schema\":\"CaseMember\",\"properties\":{{\"case\":[\"{case}\"],\
         \"officer\":[\"yoon\"],\"act\":[\"in\"]}}}}\n",
    );
    let input = liaison_node::import::Input::from_bytes("m.ftm.json", member);
    let request = liaison_node::import::ImportRequest::new(input, "yoon");

    korea.node.import(request, &|_| {}).unwrap();

    assert_eq!(refusal(korea.node.case(&number, &yoon).unwrap_err()), Refusal::Case);
}

#[test]
fn tasks_change_with_their_history_and_everything_can_be_taken_back() {
    let korea = agency("KR-NPA", "KR");
    let min = korea.officer("min");
    let number = korea.case();
    let wanted = TaskWanted { title: "Call the shelter".into(), ..TaskWanted::default() };
    let task = korea.node.add_task(&number, &wanted, &min).unwrap().id;
    let change = |status: &str, reason: &str| TaskChange {
        status: status.into(),
        reason: reason.into(),
        ..TaskChange::default()
    };
    let status = || {
        let view = korea.node.case(&number, &min).unwrap();
        let task = view.tasks.iter().find(|known| known.id == task).unwrap().clone();
        (task.status, task.steps.len())
    };

    let done = korea.node.change_task(&task, &change("done", ""), &min).unwrap();
    assert_eq!(status(), (TaskStatus::Done, 1));
    let refused = korea.node.change_task(&task, &change("open", ""), &min).unwrap_err();
    assert!(wrong(refused).needs_a_reason());
    let nothing = korea.node.change_task(&task, &change("done", ""), &min).unwrap_err();
    assert_eq!(wrong(nothing), CaseError::NoChange);
    korea.node.take_back_from_case(&done.id, "another task", &min).unwrap();
    assert_eq!(status(), (TaskStatus::Open, 0));
    let twice = korea.node.take_back_from_case(&done.id, "again", &min);
    assert!(matches!(twice, Err(NodeError::NotFound)), "{twice:?}");
}

#[test]
fn a_closed_case_takes_nothing_until_it_is_opened_again() {
    let korea = agency("KR-NPA", "KR");
    let min = korea.officer("min");
    let number = korea.case();

    korea.node.set_case_open(&number, false, "both are home", &min).unwrap();

    let refused = korea.node.note_in_case(&number, "late", &min).unwrap_err();
    assert_eq!(wrong(refused), CaseError::Closed);
    assert!(korea.node.cases(&min, &CaseWanted::default()).unwrap().is_empty());
    korea.node.set_case_open(&number, true, "one of them is missing again", &min).unwrap();
    korea.node.note_in_case(&number, "early", &min).unwrap();
    let view = korea.node.case(&number, &min).unwrap();
    let told = view.entries.iter().filter(|entry| entry.kind == EntryKind::Status);
    let reasons: Vec<&str> = told.map(|entry| entry.reason.as_str()).collect();
    assert_eq!(reasons, ["both are home", "one of them is missing again"]);
}

#[test]
fn evidence_is_handed_over_by_two_signatures_and_a_damaged_file_is_not_taken() {
    let korea = agency("KR-NPA", "KR");
    let (min, yoon) = (korea.officer("min"), korea.officer("yoon"));
    let number = korea.case();
    korea.node.let_in(&number, "yoon", "", &min).unwrap();
    let path = korea.folder.path().join("ledger.txt");
    std::fs::write(&path, "invented ledger").unwrap();
    let kept = korea.node.add_evidence(&number, &path, "a seized laptop", &min).unwrap().id;
    let offer = HandoverAct::Offer { to: "yoon".into(), reason: "for analysis".into() };
    let evidence = || korea.node.case(&number, &min).unwrap().evidence.remove(0);

    let early = korea.node.hand_over(&kept, &offer, &yoon).unwrap_err();
    assert_eq!(wrong(early), CaseError::NotHolder { officer: "min".into() });
    korea.node.hand_over(&kept, &offer, &min).unwrap();
    assert_eq!(evidence().holder, "min");
    let for_another = korea.node.hand_over(&kept, &HandoverAct::Accept, &min).unwrap_err();
    assert_eq!(wrong(for_another), CaseError::NotHolder { officer: "yoon".into() });
    korea.node.hand_over(&kept, &HandoverAct::Accept, &yoon).unwrap();

    let now = evidence();
    let signed: Vec<(&str, &str)> =
        now.handovers.iter().map(|word| (&*word.act, &*word.signed_by)).collect();
    assert_eq!(signed, [("offered", "min"), ("accepted", "yoon")]);
    assert_eq!(now.holder, "yoon");
    let back = HandoverAct::Offer { to: "min".into(), reason: "done".into() };
    korea.node.hand_over(&kept, &back, &yoon).unwrap();
    let exhibits = korea.node.folder().exhibits();
    for entry in std::fs::read_dir(exhibits).unwrap() {
        damage(&entry.unwrap().path());
    }
    let damaged = korea.node.hand_over(&kept, &HandoverAct::Accept, &min).unwrap_err();
    assert_eq!(wrong(damaged), CaseError::Damaged);
}

fn damage(path: &std::path::Path) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            damage(&entry.unwrap().path());
        }
    } else {
        std::fs::write(path, "something else").unwrap();
    }
}

#[test]
fn a_timeline_comes_whole_or_not_at_all_and_goes_out_as_it_came() {
    let korea = agency("KR-NPA", "KR");
    let min = korea.officer("min");
    let number = korea.case();
    let good = "message,datetime,timestamp_desc\nbus seen,2025-08-20T10:00:00Z,seen\n\
                =gate,2025-08-21,seen\n";
    let bad = "message,datetime\nbus seen,2025-08-20\nlost,yesterday\n";

    let refused = korea.node.bring_timeline(&number, bad.as_bytes(), &min).unwrap_err();
    assert_eq!(wrong(refused), CaseError::TimelineRow { row: 2, column: "datetime".into() });
    assert!(korea.node.case(&number, &min).unwrap().entries.is_empty());
    let brought = korea.node.bring_timeline(&number, good.as_bytes(), &min).unwrap();
    assert_eq!(brought.events, 2);

    let mut out = Vec::new();
    korea.node.case(&number, &min).unwrap().write_timeline(&mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("bus seen,2025-08-20T10:00:00Z,seen"), "{text}");
    assert!(text.contains("'=gate,2025-08-21T00:00:00Z,seen"), "{text}");
    let other = korea.case();
    let again = korea.node.bring_timeline(&other, text.as_bytes(), &min).unwrap();
    assert_eq!(again.events, 2);
    let view = korea.node.case(&other, &min).unwrap();
    assert!(view.entries.iter().any(|entry| entry.text == "=gate"));
}

#[test]
fn a_whole_case_goes_to_a_node_that_has_none_of_its_users() {
    let (korea, cambodia) = (agency("KR-NPA", "KR"), agency("KH-NPC", "KH"));
    let (min, sok) = (korea.officer("min"), cambodia.officer("sok"));
    let person = korea.person("강서윤");
    let number = korea.case();
    korea.node.link_to_case(&number, &person, &min).unwrap();
    korea.node.decide_in_case(&number, "ask the shelter", "it has room", &min).unwrap();

    let covered = korea.node.case_file(&number, &min).unwrap();
    assert!(!covered.write().unwrap().contains("강서윤"));
    let for_rescue = min.clone().with_purpose(Purpose::Rescue);
    let file = korea.node.case_file(&number, &for_rescue).unwrap();
    let looks = korea.node.looks(&EntriesWanted { limit: 10, ..EntriesWanted::default() }).unwrap();
    assert_eq!(looks.looks.len(), 1);
    let text = file.write().unwrap();
    assert!(text.contains("강서윤"));

    let brought = cambodia.node.bring_case(&CaseFile::read(&text).unwrap(), &sok).unwrap();
    let view = cambodia.node.case(&brought.number, &sok).unwrap();
    assert_eq!(view.case.title.as_deref(), Some("Rescue: two people in Bavet"));
    assert_eq!((view.tasks.len(), view.links.len(), view.people.len()), (4, 1, 1));
    let decision = view.entries.iter().find(|entry| entry.kind == EntryKind::Decision).unwrap();
    assert_eq!(decision.reason, "it has room");
    let members: Vec<&str> = view.members.iter().map(|member| &*member.officer).collect();
    assert_eq!(members, ["sok"]);
    assert!(view.case.origin.unwrap().contains("kr.npa"));
    let again = cambodia.node.bring_case(&CaseFile::read(&text).unwrap(), &sok).unwrap_err();
    assert_eq!(wrong(again), CaseError::HereAlready { number: brought.number });
}

#[test]
fn a_case_file_of_an_unknown_version_is_refused_before_anything_else_is_read() {
    let newer = r#"{"format":"liaison-case","version":99,"what":"nobody knows"}"#;
    let told = |text: &str| wrong(CaseFile::read(text).unwrap_err());

    assert_eq!(told(newer), CaseError::FileVersion { found: "99".into(), known: 1 });
    assert!(matches!(told("{}"), CaseError::NoCaseFile { .. }));
    assert!(matches!(told("{\"format\":\n\n"), CaseError::NoCaseFile { line: 3 }));
    let other = r#"{"format":"thehive","version":1}"#;
    assert!(matches!(told(other), CaseError::NoCaseFile { .. }));
}

#[test]
fn both_tracks_stand_side_by_side_and_no_word_takes_the_place_of_another() {
    let korea = agency("KR-NPA", "KR");
    let min = korea.officer("min");
    let person = korea.person("강서윤");
    let step = korea.step(&person, "detained");
    korea.screened(&person, "presumed-victim");
    korea.step(&person, "charged");
    let considered = NonPunishmentWanted {
        alleged_act: "answered telephones in a scam".into(),
        exploitation_link: "was beaten for refusing".into(),
        authority: "kh.court".into(),
        ..NonPunishmentWanted::default()
    };
    korea.node.consider_non_punishment(&person, &considered, &min).unwrap();

    let known = korea.node.tracks(&person, &min).unwrap();
    let now = known.tracks.standing();
    assert_eq!(now.result, VictimResult::PresumedVictim);
    assert_eq!((known.tracks.steps.len(), known.tracks.non_punishment.len()), (2, 1));
    assert_eq!(known.tracks.screenings[0].instrument.as_deref(), Some("ilo-11 1"));
    assert_eq!(known.tracks.screenings[0].score, 1);
    korea.node.take_back_word(&step, "another person", &min).unwrap();
    assert_eq!(korea.node.tracks(&person, &min).unwrap().tracks.steps.len(), 1);
}

#[test]
fn children_wait_first_then_by_score() {
    let korea = agency("KR-NPA", "KR");
    let min = korea.officer("min");
    let screen = |name: &str, age: &str, yes: &[&str]| {
        let person = korea.person(name);
        let answers: BTreeMap<String, String> =
            yes.iter().map(|code| ((*code).to_owned(), "yes".to_owned())).collect();
        let wanted = ScreeningWanted {
            form: "ilo-11".into(),
            answers,
            result: "presumed-victim".into(),
            age_group: age.into(),
            ..ScreeningWanted::default()
        };
        korea.node.screen_person(&person, &wanted, &min).unwrap();
        person
    };
    let low = screen("A", "adult", &["deception"]);
    let high = screen("B", "adult", &["deception", "violence", "debt-bondage"]);
    let child = screen("C", "child", &[]);
    let unscreened = korea.person("D");
    korea.step(&unscreened, "detained");

    let waiting = korea.node.waiting(&min).unwrap();

    let order: Vec<&str> = waiting.iter().map(|waits| waits.person.id.as_str()).collect();
    assert_eq!(order, [&*child, &*high, &*low, &*unscreened]);
}

#[test]
fn nobody_is_named_to_a_partner_as_a_suspect_before_a_screening_or_while_presumed_a_victim() {
    let korea = agency("KR-NPA", "KR");
    let min = korea.officer("min");
    let people: Vec<String> = ["A", "B", "C"].iter().map(|name| korea.person(name)).collect();
    let steps: Vec<String> = people.iter().map(|person| korea.step(person, "suspected")).collect();
    korea.screened(&people[0], "presumed-victim");
    korea.screened(&people[1], "not-a-victim");
    let partner = agency("KH-NPC", "KH");
    let cambodia = partner.node.agency().clone();
    korea.meets(&partner);
    let marks: Marks = "TLP:AMBER to:kh.npc".parse().unwrap();
    let share = |step: &str| {
        let view = korea.node.show(step, &min, &ShowOptions::default()).unwrap();
        let said = view.statements.iter().find(|said| said.prop == prop::STEP).unwrap().id;
        korea.node.share(said, &cambodia, &marks, &min)
    };

    assert_eq!(refusal(share(&steps[0]).unwrap_err()), Refusal::PresumedVictim);
    assert!(share(&steps[1]).is_ok());
    assert_eq!(refusal(share(&steps[2]).unwrap_err()), Refusal::NotScreened);
    let list = korea.node.suspects_for("kh.npc", &min).unwrap();
    assert_eq!((list.named.len(), list.not_screened, list.victims), (1, 1, 1));

    let release = ReleaseWanted {
        to: "kh.npc".into(),
        reason: "another charge".into(),
        ..ReleaseWanted::default()
    };
    let by_clerk = korea.node.release_suspect(&people[0], &release, &min).unwrap_err();
    assert!(matches!(refusal(by_clerk), Refusal::Operation { .. }));
    korea.node.release_suspect(&people[0], &release, &korea.supervisor()).unwrap();
    assert!(share(&steps[0]).is_ok());
    let to_thailand = korea.node.suspects_for("th.rtp", &min).unwrap();
    assert_eq!((to_thailand.named.len(), to_thailand.victims), (1, 1));
    // The next word on the victim track ends the release.
    korea.screened(&people[0], "identified-victim");
    assert_eq!(refusal(share(&steps[0]).unwrap_err()), Refusal::PresumedVictim);
}

#[test]
fn a_presumption_that_a_reader_may_not_see_protects_all_the_same() {
    let korea = agency("KR-NPA", "KR");
    let (min, yoon) = (korea.officer("min"), korea.officer("yoon"));
    let person = korea.person("A");
    korea.step(&person, "suspected");
    let number = korea.case();
    let wanted = ScreeningWanted {
        result: "presumed-victim".into(),
        case: number,
        ..ScreeningWanted::default()
    };
    korea.node.screen_person(&person, &wanted, &min).unwrap();

    assert!(korea.node.tracks(&person, &yoon).unwrap().tracks.screenings.is_empty());
    let list = korea.node.suspects_for("kh.npc", &yoon).unwrap();

    assert_eq!((list.named.len(), list.victims), (0, 1));
}

#[test]
fn a_form_of_ones_own_is_kept_in_its_versions() {
    let korea = agency("KR-NPA", "KR");
    let text = include_str!("../../casework/data/instruments/ilo-11.yaml");
    let own = text.replace("id: ilo-11", "id: own-form");
    let changed = own.replace("en: \"Deception\"", "en: \"Was the person deceived?\"");

    korea.node.add_form("own.yaml", &own).unwrap();
    let refused = korea.node.add_form("own.yaml", &changed).unwrap_err();
    assert_eq!(wrong(refused), CaseError::OtherVersion { name: "own-form 1".into() });
    korea.node.add_form("own.yaml", &changed.replace("version: \"1\"", "version: \"2\"")).unwrap();

    let names: Vec<String> = korea.node.forms().unwrap().iter().map(Instrument::name).collect();
    assert!(names.ends_with(&["own-form 1".to_owned(), "own-form 2".to_owned()]), "{names:?}");
    assert_eq!(korea.node.form("own-form").unwrap().version, "2");
    let broken = korea.node.add_form("bad.yaml", &own.replace("weight: 1", "wait: 1"));
    let told = wrong(broken.unwrap_err()).message();
    assert_eq!(told.key, "error-rules-file");
}

/// A case of a firm that two agencies know of.
fn with_a_firm(agency: &Agency) -> (String, Reader) {
    let line = r#"{"id":"firm","schema":"Company","properties":{"name":["황금미래 무역"],"country":["kh"]}}"#;
    let input = liaison_node::import::Input::from_bytes("firm.ftm.json", line.as_bytes());
    let request = liaison_node::import::ImportRequest::new(input, "test");
    agency.node.import(request, &|_| {}).unwrap();
    let min = agency.officer("min");
    (agency.case(), min)
}

fn exhibit_of(case: &str, cited: &str) -> SealWanted {
    let fact = FactWanted { words: "The firm".into(), cited: vec![cited.into()] };
    let facts = vec![fact.clone(), FactWanted { words: String::new(), ..fact }];
    SealWanted { case: case.into(), title: "A firm".into(), facts, left_out: Vec::new() }
}

#[test]
fn any_byte_of_an_exhibit_changed_is_told_by_the_entry_in_which_it_stands() {
    let korea = agency("KR-NPA", "KR");
    let (case, min) = with_a_firm(&korea);
    let sealed = korea.node.seal_exhibit(&exhibit_of(&case, "firm"), &min).unwrap();
    let ends: Vec<usize> = sealed
        .bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .map(|(at, _)| at)
        .collect();
    let entries = [Entry::Head, Entry::Fact(1), Entry::Fact(2), Entry::Seal];
    let intact = check(&sealed.bytes).unwrap();
    assert_eq!((intact.sha256, intact.head.number), (sealed.sha256, format!("{case}/E1")));

    for at in (0..sealed.bytes.len()).step_by(13).chain(ends.clone()) {
        let mut bytes = sealed.bytes.clone();
        bytes[at] ^= 1 << (at % 8);

        let fault = check(&bytes).unwrap_err();

        let place = ends.iter().filter(|end| **end < at).count();
        assert_eq!(fault.entry, entries[place], "byte {at}");
        assert!(fault.from as usize <= at, "byte {at}: {fault:?}");
    }
    for end in &ends[..3] {
        assert!(check(&sealed.bytes[..=*end]).is_err());
    }
}

#[test]
fn an_exhibit_tells_what_was_withdrawn_since_and_its_page_is_the_same_everywhere() {
    let korea = agency("KR-NPA", "KR");
    let (case, min) = with_a_firm(&korea);
    let sealed = korea.node.seal_exhibit(&exhibit_of(&case, "firm"), &min).unwrap();
    let checked = check(&sealed.bytes).unwrap();
    assert!(korea.node.withdrawn_since(&checked).unwrap().is_empty());
    let name = checked.facts[0].statements.iter().find(|said| said.statement.prop == prop::NAME);
    let name = name.unwrap().statement.id;

    korea.node.withdraw(name, "wrong firm", min.name()).unwrap();

    let since = korea.node.withdrawn_since(&check(&sealed.bytes).unwrap()).unwrap();
    let told: Vec<(u32, _)> = since.iter().map(|one| (one.fact, one.statement)).collect();
    assert_eq!(told, [(1, name), (2, name)]);
    for language in PAGE_LANGUAGES {
        assert_eq!(page(&checked, language), page(&check(&sealed.bytes).unwrap(), language));
    }
    assert!(page(&checked, "ko").contains("<b>황금미래 무역</b>"));
}

#[test]
fn what_an_agency_gave_under_h1_is_not_sealed_without_its_permission() {
    let (korea, cambodia) = (agency("KR-NPA", "KR"), agency("KH-NPC", "KH"));
    let (_, min) = with_a_firm(&korea);
    korea.meets(&cambodia);
    let view = korea.node.show("firm", &min, &ShowOptions::default()).unwrap();
    let name = view.statements.iter().find(|said| said.prop == prop::NAME).unwrap().id;
    let marks: Marks = "TLP:AMBER H1 to:kh.npc".parse().unwrap();
    let shared = korea.node.share(name, cambodia.node.agency(), &marks, &min).unwrap();
    cambodia.node.receive(&shared).unwrap();
    let case = cambodia.case();

    let refused =
        cambodia.node.seal_exhibit(&exhibit_of(&case, "kr.npa:firm"), &cambodia.officer("min"));

    let originator = "kr.npa".to_owned();
    assert_eq!(refusal(refused.unwrap_err()), Refusal::CourtUse { originator });
}
