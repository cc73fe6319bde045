//! Money of the ledger: followed under a rule, kept in a case, opened again.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::io::{Seek as _, Write as _};
use std::ops::ControlFlow;

use liaison_formats::LedgerContext;
use liaison_model::{Purpose, Reader, Role};
use liaison_node::ledger::{LedgerOutcome, LedgerRequest, LedgerTable};
use liaison_node::{
    EntriesWanted, Folder, FreezeWanted, InitOptions, KeySource, KnownPlan, LetterForm,
    MoneyAnswer, MoneyError, MoneyQuestion, NewCase, Node, NodeError, OpenOptions, PlanWanted,
    WrongUse,
};

struct Desk {
    node: Node,
    _folder: tempfile::TempDir,
}

/// Invented accounts: a victim pays a mule, who has money of others.
const TRANSFERS: &str = "date,from,to,amount,currency,reference
2026-03-01T02:00:00Z,shop,mule,60.00,THB,R1
2026-03-01T02:01:00Z,victim,mule,100.00,THB,R2
2026-03-01T02:02:00Z,other,mule,40.00,THB,R3
2026-03-01T02:03:00Z,mule,exchange,80.01,THB,R4
2026-03-01T02:04:00Z,exchange,victim,5.00,THB,R5
";

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = || zeroize::Zeroizing::new("a passphrase of the test".to_owned());
    let options = InitOptions {
        name: "NPA".into(),
        country: "KR".into(),
        agency: None,
        passphrase: passphrase(),
        database_url: None,
        demonstration: true,
        exhibits: None,
    };
    let open = OpenOptions::new(KeySource::Passphrase(passphrase()));
    let (node, _) = Node::init(&Folder::new(folder.path().join("node")), &options, open).unwrap();
    Desk { node, _folder: folder }
}

impl Desk {
    fn analyst(&self, name: &str) -> Reader {
        let reader = Reader::officer(self.node.agency().clone(), name, [Role::Analyst]);
        reader.with_purpose(Purpose::CriminalInvestigation)
    }

    fn load(&self, text: &str) -> LedgerTable {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.rewind().unwrap();
        let context = LedgerContext { file: "bank.csv".into(), ..LedgerContext::default() };
        let request = LedgerRequest { file, context, format: None, author: "min" };
        let loaded = self.node.load_ledger(request, &mut |_| ControlFlow::Continue(())).unwrap();
        let LedgerOutcome::Loaded(loaded) = loaded else { panic!("{loaded:?}") };
        let tables = self.node.ledger_tables(&self.analyst("min")).unwrap();
        tables.into_iter().find(|table| table.id == loaded.id).unwrap()
    }

    fn ask(&self, question: &MoneyQuestion) -> Result<MoneyAnswer, NodeError> {
        let reader = self.analyst("min");
        let tables = self.node.ledger_tables(&reader).unwrap();
        let look = self.node.look_into_ledger(&reader, "test", &tables).unwrap();
        self.node.follow_money(&tables, question, &look, &mut |_| ControlFlow::Continue(()))
    }

    fn case(&self) -> String {
        let new =
            NewCase { template: "rescue".into(), title: "a payment".into(), language: "en".into() };
        self.node.open_case(&new, &self.analyst("min")).unwrap().number
    }
}

fn of_victim(rule: &str) -> MoneyQuestion {
    MoneyQuestion { from: vec!["victim".into()], rule: rule.into(), ..MoneyQuestion::default() }
}

fn wrong(error: NodeError) -> MoneyError {
    match error {
        NodeError::WrongUse(WrongUse::Money(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_answer_has_the_sums_of_its_rule_and_each_row_by_file_and_line() {
    let desk = desk();
    desk.load(TRANSFERS);

    let answer = desk.ask(&of_victim("fifo")).unwrap();

    let total = &answer.totals[0];
    assert_eq!((&*total.sent, &*total.held, &*total.returned), ("100.00", "100.00", "0.00"));
    let held: Vec<_> = answer.holdings.iter().map(|it| (&*it.account, &*it.held)).collect();
    assert_eq!(held.len(), 2);
    assert!(held.contains(&("mule", "79.99")) && held.contains(&("exchange", "20.01")));
    let last = answer.rows.last().unwrap();
    assert_eq!((&*last.traced, &*last.reference, last.line), ("20.01", "R4", 5));
    assert_eq!(last.sha256.len(), 64);
    assert!(answer.accounts[0].is_seed);
    let looks = self::looks(&desk);
    assert_eq!(looks, 1, "the look is recorded");
}

fn looks(desk: &Desk) -> usize {
    let wanted = EntriesWanted { limit: 10, ..EntriesWanted::default() };
    desk.node.looks(&wanted).unwrap().looks.len()
}

#[test]
fn what_cannot_be_asked_is_told() {
    let desk = desk();
    assert_eq!(wrong(desk.ask(&of_victim("fifo")).unwrap_err()), MoneyError::EmptyLedger);
    desk.load(TRANSFERS);

    let rule = desk.ask(&of_victim("fair")).unwrap_err();
    assert_eq!(wrong(rule), MoneyError::NoRule { text: "fair".into() });
    let sum = MoneyQuestion { min: "1e3".into(), ..of_victim("") };
    assert_eq!(wrong(desk.ask(&sum).unwrap_err()), MoneyError::NoSum { text: "1e3".into() });
    let nobody = MoneyQuestion { from: vec!["nobody".into()], ..of_victim("") };
    assert!(matches!(wrong(desk.ask(&nobody).unwrap_err()), MoneyError::Asked(_)));
    let backward = MoneyQuestion { backward: true, from: vec!["exchange".into()], ..of_victim("") };
    let reached = desk.ask(&backward).unwrap().reached;
    assert_eq!(reached.iter().map(|it| &*it.account).collect::<Vec<_>>()[0], "mule");
}

#[test]
fn a_kept_trace_is_opened_again_with_the_same_answer_by_members_of_its_case_alone() {
    let desk = desk();
    let table = desk.load(TRANSFERS);
    let case = desk.case();
    let (min, yoon) = (desk.analyst("min"), desk.analyst("yoon"));
    let answer = desk.ask(&of_victim("lifo")).unwrap();

    let kept = desk.node.keep_trace(&case, "the first payment", &answer, &min).unwrap();

    // What is loaded later changes no trace that was kept before.
    desk.load("date,from,to,amount,currency\n2026-03-01T02:02:30Z,late,mule,9.00,THB\n");
    let (known, tables) = desk.node.kept_trace(&kept.id, &min).unwrap();
    assert_eq!((tables.len(), &*known.rule, &*known.title), (1, "lifo", "the first payment"));
    let look = desk.node.look_into_ledger(&min, "test", &tables).unwrap();
    let go_on = &mut |_| ControlFlow::Continue(());
    let again = desk.node.follow_money(&tables, &known.question, &look, go_on).unwrap();
    assert_eq!(again.fingerprint, known.fingerprint);
    assert_ne!(desk.ask(&of_victim("lifo")).unwrap().fingerprint, known.fingerprint);
    assert!(desk.node.kept_traces(&yoon).unwrap().is_empty());
    assert!(desk.node.kept_trace(&kept.id, &yoon).is_err());

    desk.node.undo_only(table.commit, "the wrong file", "min").unwrap();
    let gone = desk.node.kept_trace(&kept.id, &min).unwrap_err();
    assert_eq!(wrong(gone), MoneyError::TablesGone);
    desk.node.forget_trace(&kept.id, "of the wrong file", &min).unwrap();
    assert!(desk.node.kept_traces(&min).unwrap().is_empty());
}

#[test]
fn work_that_is_stopped_has_no_answer() {
    let desk = desk();
    let rows = (0..5_000).map(|at| format!("2026-03-01T02:00:00Z,a,b{at},1.00,THB\n"));
    desk.load(&format!("date,from,to,amount,currency\n{}", rows.collect::<String>()));
    let reader = desk.analyst("min");
    let tables = desk.node.ledger_tables(&reader).unwrap();
    let look = desk.node.look_into_ledger(&reader, "test", &tables).unwrap();
    let question = MoneyQuestion { from: vec!["a".into()], ..MoneyQuestion::default() };

    let stop = &mut |_| ControlFlow::Break(());
    let stopped = desk.node.follow_money(&tables, &question, &look, stop).unwrap_err();

    assert_eq!(wrong(stopped), MoneyError::Stopped);
}

impl Desk {
    /// A plan of what FIFO leaves, in a case.
    fn plan(&self, country: &str) -> KnownPlan {
        self.load(TRANSFERS);
        let case = self.case();
        let answer = self.ask(&of_victim("fifo")).unwrap();
        let banks = [("mule".to_owned(), "BANKTHBK".to_owned())];
        let wanted = PlanWanted {
            case,
            legal_basis: "Act 12, section 3".into(),
            country: country.into(),
            victims: vec!["mule".into()],
            banks: banks.into(),
        };
        let made = self.node.plan_freezes(&wanted, &answer, &self.analyst("min")).unwrap();
        assert_eq!(made.number, format!("FP-{}-0001", self.node.today().year()));
        self.node.freeze_plan(&made.number, &self.analyst("min")).unwrap()
    }

    fn say(
        &self,
        plan: &KnownPlan,
        of: &str,
        status: &str,
        amount: &str,
        reason: &str,
    ) -> Result<(), MoneyError> {
        let wanted = FreezeWanted {
            requests: vec![of.into()],
            status: status.into(),
            amount: amount.into(),
            reason: reason.into(),
        };
        let said = self.node.say_of_freezes(&plan.number, &wanted, &self.analyst("min"));
        said.map(drop).map_err(wrong)
    }
}

/// Asked, saved, still moving, lost, released.
fn sums(plan: &KnownPlan) -> [&str; 5] {
    let sum = &plan.sums[0];
    [&sum.asked, &sum.saved, &sum.moving, &sum.lost, &sum.released].map(String::as_str)
}

#[test]
fn a_plan_asks_for_what_the_answer_holds_to_the_minor_unit_and_nobody_else_sees_it() {
    let desk = desk();
    let plan = desk.plan("KR");

    assert_eq!(sums(&plan), ["100.00", "0.00", "100.00", "0.00", "0.00"]);
    assert_eq!(plan.totals[0].held, "100.00");
    let of_mule = plan.lines.iter().find(|line| line.account == "mule").unwrap();
    assert_eq!((&*of_mule.asked, &*of_mule.institution), ("79.99", "BANKTHBK"));
    assert!(of_mule.is_victims && of_mule.status.code() == "drafted");
    assert_eq!(of_mule.payments[0].reference, "R2");
    let letters: std::collections::BTreeSet<_> = plan.lines.iter().map(|it| &it.letter).collect();
    assert_eq!(letters.len(), 2, "a letter for each bank");
    assert!(desk.node.freeze_plans(&desk.analyst("yoon")).unwrap().is_empty());

    let xml = desk.node.letter(&of_mule.letter, LetterForm::Goaml, &desk.analyst("min")).unwrap();
    assert!(xml.contains("<account>mule</account>") && xml.contains("presumed to be a victim"));
    let csv = desk.node.letter(&of_mule.letter, LetterForm::Csv, &desk.analyst("min")).unwrap();
    assert!(csv.contains("mule,BANKTHBK,THB,79.99,"), "{csv}");
    assert!(desk.node.letter(&of_mule.letter, LetterForm::Recall, &desk.analyst("yoon")).is_err());
}

#[test]
fn words_on_requests_follow_the_table_run_clocks_and_are_taken_back() {
    let desk = desk();
    let plan = desk.plan("TH");
    let line = |plan: &KnownPlan, account: &str| {
        plan.lines.iter().find(|line| line.account == account).unwrap().clone()
    };
    let again = || desk.node.freeze_plan(&plan.number, &desk.analyst("min")).unwrap();
    let mule = line(&plan, "mule");

    let early = desk.say(&plan, &mule.id, "held", "5", "");
    assert_eq!(early, Err(MoneyError::Freeze(liaison_casework::FreezeError::NeedsReason)));
    desk.say(&plan, &mule.letter, "sent", "", "").unwrap();
    let sent = line(&again(), "mule");
    let (ends, says) = sent.clock.clone().unwrap();
    assert_eq!(ends.micros() - sent.steps[0].at.micros(), 15 * 60_000_000, "a Thai bank's clock");
    assert!(says.contains("aoc-1441-freeze") && !sent.is_late);
    desk.say(&plan, &mule.id, "held", "50.50", "").unwrap();
    assert_eq!(sums(&again()), ["100.00", "50.50", "20.01", "29.49", "0.00"]);

    let outcomes =
        b"account,outcome,amount,reason\nexchange,refused,,no court order\nnobody,held,1,\n";
    let early = desk.node.import_outcomes(&plan.number, outcomes, &desk.analyst("min")).unwrap();
    assert_eq!(early.set_aside, [(2, MoneyError::NoRequest)]);
    assert_eq!(sums(&again()), ["100.00", "50.50", "0.00", "49.50", "0.00"]);

    let last = line(&again(), "exchange").steps.last().unwrap().id.clone();
    desk.node.take_back_freeze(&last, "of another case", &desk.analyst("min")).unwrap();
    assert_eq!(line(&again(), "exchange").status.code(), "drafted");
    desk.node.take_back_freeze(&plan.number, "the wrong case", &desk.analyst("min")).unwrap();
    assert!(desk.node.freeze_plans(&desk.analyst("min")).unwrap().is_empty());
}
