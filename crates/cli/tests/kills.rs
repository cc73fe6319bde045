//! `kill -9` at any moment of an import: what was acknowledged is whole, everything else absent.
//!
//! 20 kills per database here; `LIAISON_KILLS=200 make soak` for more.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ENTITIES: u32 = 400;
const KILLS: u32 = 20;

struct NodeUnderFire {
    work: tempfile::TempDir,
    database_url: Option<String>,
}

impl NodeUnderFire {
    fn new(database_url: Option<String>) -> Self {
        let node = Self { work: tempfile::tempdir().unwrap(), database_url };
        let made = node.command(&["init", "--agency", "KR-Police", "--country", "KR"]).output();
        let made = made.unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        node
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liaison"));
        command.args(arguments).arg("--json");
        command.env("LIAISON_DIR", self.work.path().join("node"));
        command.env("LIAISON_PASSPHRASE", "a passphrase of the test");
        match &self.database_url {
            Some(url) => command.env("DATABASE_URL", url),
            None => command.env_remove("DATABASE_URL"),
        };
        command
    }

    fn answer(&self, arguments: &[&str]) -> serde_json::Value {
        let output = self.command(arguments).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let line = text.lines().next().unwrap_or_else(|| panic!("{arguments:?}: {errors}"));
        serde_json::from_str(line).unwrap()
    }

    /// Imports a file, or is killed after `delay`; whether the import was acknowledged.
    fn import(&self, file: &Path, delay: Option<Duration>) -> bool {
        let mut child = self
            .command(&["import", file.to_str().unwrap()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if let Some(delay) = delay {
            std::thread::sleep(delay);
            let _ = child.kill();
        }
        let output = child.wait_with_output().unwrap();
        String::from_utf8_lossy(&output.stdout).contains("\"commit\":")
    }

    fn entities_of(&self, dataset: &str) -> usize {
        let arguments = ["search", "--dataset", dataset, "--limit", "500"];
        let output = self.command(&arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().count()
    }
}

/// A file of its own dataset, so that no import is a repetition of another one.
fn file(folder: &Path, number: u32) -> (PathBuf, String) {
    let dataset = format!("under-fire-{number}");
    let path = folder.join(format!("{dataset}.ftm.json"));
    let mut out = BufWriter::new(File::create(&path).unwrap());
    let entities = liaison_world::bench_entities(ENTITIES, number.into());
    liaison_world::write_json_lines(entities, &mut out).unwrap();
    (path, dataset)
}

fn survives(database_url: Option<String>) {
    let node = NodeUnderFire::new(database_url);
    let kills = std::env::var("LIAISON_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS);
    let (first, dataset) = file(node.work.path(), 0);
    let started = Instant::now();
    assert!(node.import(&first, None));
    let whole = started.elapsed();
    let expected = node.entities_of(&dataset);
    assert!(0 < expected);

    let mut acknowledged = 0;
    for number in 1..=kills {
        let (path, dataset) = file(node.work.path(), number);
        // Spread over the time that a whole import takes, and a little beyond.
        let delay = whole.mul_f64(1.1 * f64::from(number) / f64::from(kills));
        let was_acknowledged = node.import(&path, Some(delay));
        acknowledged += u32::from(was_acknowledged);

        let found = node.entities_of(&dataset);
        assert!(found == expected || found == 0, "kill {number}: {found} of {expected}");
        assert!(!was_acknowledged || found == expected, "kill {number} lost what was acknowledged");
        if number % 5 == 0 {
            let verified = node.answer(&["verify"]);
            assert!(verified["first_bad"].is_null(), "kill {number}: {verified}");
        }
    }

    assert!(acknowledged < kills, "no import was killed before its end");
    let (last, dataset) = file(node.work.path(), kills + 1);
    assert!(node.import(&last, None), "the node still takes imports");
    assert_eq!(node.entities_of(&dataset), expected);
    let verified = node.answer(&["verify", "--deep"]);
    assert!(verified["first_bad"].is_null(), "{verified}");
}

#[test]
fn a_killed_import_is_whole_or_absent_in_sqlite() {
    survives(None);
}

#[test]
fn a_killed_import_is_whole_or_absent_in_postgresql() {
    survives(Some(liaison_testkit::postgres().new_database()));
}
