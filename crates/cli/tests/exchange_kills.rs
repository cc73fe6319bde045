//! `kill -9` at any moment of an exchange between two nodes: whatever was shared arrives exactly
//! once, and whatever was taken back is gone.
//!
//! 20 kills here; `LIAISON_KILLS=1000 make soak` for more. All of it is fictional.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

const KILLS: u32 = 20;
const COMPANIES: usize = 6;

struct Agency {
    dir: PathBuf,
}

impl Agency {
    fn new(work: &Path, country: &str) -> Self {
        let agency = Self { dir: work.join(country) };
        agency.done(&["init", "--agency", "Fictional Desk", "--country", country]);
        agency
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liaison"));
        command.args(arguments).arg("--json").env("LIAISON_DIR", &self.dir);
        command.env("LIAISON_PASSPHRASE", "a passphrase of the test").env_remove("DATABASE_URL");
        command
    }

    fn done(&self, arguments: &[&str]) -> Vec<Value> {
        let output = self.command(arguments).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap_or(Value::Null)).collect()
    }

    fn root(&self) -> String {
        self.dir.join("keys/root.json").to_str().unwrap().to_owned()
    }

    /// Runs a command that is killed after `delay`; whether it had come to its end.
    fn killed(&self, arguments: &[&str], delay: Duration) -> bool {
        let mut command = self.command(arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(delay);
        let _ = child.kill();
        child.wait().unwrap().success()
    }

    /// A server with an exchange at an address, and that address.
    fn serves(&self, at: &str) -> (Child, String) {
        let arguments = ["serve", "--listen", "127.0.0.1:0", "--exchange", at];
        let mut command = self.command(&arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = loop {
            let line: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
            if let Some(address) = line["exchange"].as_str() {
                break address.to_owned();
            }
        };
        (child, address)
    }

    /// The statements of a dataset's companies, by entity.
    fn names_of(&self, origin: &str) -> Vec<String> {
        let output = self.command(&["search", "Fictional", "--limit", "500"]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let hits = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut found: Vec<String> = hits
            .filter_map(|hit| hit["id"].as_str().map(str::to_owned))
            .filter(|id| id.starts_with(&format!("{origin}:company")))
            .collect();
        found.sort();
        found
    }
}

fn meet(work: &Path, korea: &Agency, cambodia: &Agency, address: &str) {
    let file = |name: &str| work.join(name).to_str().unwrap().to_owned();
    let card = |of: &Agency, endpoint: &str, to: &str| {
        let arguments = ["peer", "card", "--name", "en=Fictional", "--endpoint", endpoint];
        let rest = ["--root-key", &of.root(), "--out", to];
        of.done(&[&arguments[..], &rest[..]].concat())[0]["words"].as_str().unwrap().to_owned()
    };
    let nowhere = "liaison://127.0.0.1:9";
    let words = card(korea, address, &file("kr.card"));
    cambodia.done(&["peer", "add", &file("kr.card"), "--words", &words]);
    let words = card(cambodia, nowhere, &file("kh.card"));
    korea.done(&["peer", "add", &file("kh.card"), "--words", &words]);
    let until = "2036-12-31T00:00:00Z";
    let (paper, signed) = (file("paper"), file("signed"));
    let terms =
        ["--allow", "H0 H2", "--until", until, "--root-key", &korea.root(), "--out", &paper];
    korea.done(&[&["peer", "agree", KH][..], &terms].concat());
    let sign = ["--file", &paper, "--root-key", &cambodia.root(), "--out", &signed];
    cambodia.done(&[&["peer", "agree", KR][..], &sign].concat());
    korea.done(&["peer", "agree", KH, "--file", &signed]);
}

/// Korea learns of companies, and shares their names; their statements.
fn shares(work: &Path, korea: &Agency, round: u32) -> Vec<String> {
    let path = work.join(format!("round-{round}.ftm.json"));
    let lines = (0..COMPANIES).map(|n| {
        let name = format!("Fictional Trade {round} {n}");
        format!(r#"{{"id":"company-{round}-{n}","schema":"Company","properties":{{"name":["{name}"]}}}}"#)
    });
    std::fs::write(&path, lines.collect::<Vec<_>>().join("\n")).unwrap();
    korea.done(&["import", path.to_str().unwrap()]);
    let id = |n: usize| {
        let shown = korea.done(&["show", &format!("company-{round}-{n}")]);
        shown[0]["statements"][0]["id"].as_str().unwrap().to_owned()
    };
    let ids: Vec<String> = (0..COMPANIES).map(id).collect();
    let all: Vec<&str> = ids.iter().map(String::as_str).collect();
    let marks = format!("TLP:AMBER H2 to:{KH}");
    korea.done(&[&["share"][..], &all, &["--to", KH, "--marks", &marks]].concat());
    ids
}

#[test]
fn an_exchange_that_is_killed_goes_on_where_it_stood() {
    let work = tempfile::tempdir().unwrap();
    let work = work.path();
    let (korea, cambodia) = (Agency::new(work, "KR"), Agency::new(work, "KH"));
    let (mut server, address) = korea.serves("127.0.0.1:0");
    let place = address.trim_start_matches("liaison://").to_owned();
    meet(work, &korea, &cambodia, &address);
    let kills = std::env::var("LIAISON_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS);

    shares(work, &korea, 0);
    let started = Instant::now();
    cambodia.done(&["pull", KR]);
    let whole = started.elapsed();
    let mut expected: Vec<String> = (0..COMPANIES).map(|n| format!("{KR}:company-0-{n}")).collect();
    for round in 1..=kills {
        if round % 4 == 1 {
            let ids = shares(work, &korea, round);
            korea.done(&["withdraw", &ids[0], "--reason", "wrong"]);
            expected.extend((1..COMPANIES).map(|n| format!("{KR}:company-{round}-{n}")));
        }
        let delay = whole.mul_f64(1.1 * f64::from(round % 10 + 1) / 10.0);
        if round % 3 == 0 {
            // The other side dies, in the middle of an answer or of an entry that it writes.
            let mut pulling = cambodia.command(&["pull", KR]);
            let mut pulling = pulling.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(delay);
            server.kill().unwrap();
            server.wait().unwrap();
            pulling.wait().unwrap();
            server = korea.serves(&place).0;
        } else {
            cambodia.killed(&["pull", KR], delay);
        }
    }

    cambodia.done(&["pull", KR]);
    expected.sort();
    assert_eq!(cambodia.names_of(KR), expected, "all that was shared, nothing that was withdrawn");
    let (sent, received) = (korea.done(&["peer", "list"]), cambodia.done(&["peer", "list"]));
    assert_eq!(sent[0]["sent"], received[0]["received"]);
    assert_eq!(sent[0]["unconfirmed"], Value::Array(Vec::new()));
    let nothing = cambodia.done(&["pull", KR]);
    assert_eq!((&nothing[0]["questions"], &nothing[0]["known"]), (&1.into(), &0.into()));
    server.kill().unwrap();
    server.wait().unwrap();
    for agency in [&korea, &cambodia] {
        assert!(agency.done(&["verify"])[0]["first_bad"].is_null());
    }
}

const KR: &str = "kr.fictional-desk";
const KH: &str = "kh.fictional-desk";
