//! Rows that were set aside do not stay for ever.

use liaison_node::{Clock as _, PROBLEM_DAYS};

use super::Desk;

const BROKEN: &str = r#"{"id":"p","schema":"Person","properties":{"name":["Kim"]"#;

fn problem_files(desk: &Desk) -> Vec<String> {
    let files = std::fs::read_dir(desk.node.folder().problems()).unwrap();
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_problem_file_goes_after_thirty_days_and_not_before() {
    let desk = Desk::new(None);
    desk.import("first.ftm.json", BROKEN);
    desk.clock.advance_seconds(24 * 60 * 60);
    desk.import("second.ftm.json", BROKEN);
    std::fs::write(desk.node.folder().problems().join("mended.csv"), "id\n").unwrap();
    let all = problem_files(&desk);
    assert!(3 <= all.len(), "{all:?}");
    let later = all.iter().filter(|name| !name.starts_with("20260105")).cloned();
    let without_first: Vec<String> = later.collect();

    desk.clock.advance_seconds((PROBLEM_DAYS - 1) * 24 * 60 * 60 - 60);
    desk.node.remove_old_problem_files().unwrap();
    assert_eq!(problem_files(&desk), all, "{}", desk.clock.now());

    desk.clock.advance_seconds(120);
    desk.node.remove_old_problem_files().unwrap();
    assert_eq!(problem_files(&desk), without_first);

    desk.clock.advance_seconds(24 * 60 * 60);
    let desk = desk.close().open();
    assert_eq!(problem_files(&desk), ["mended.csv"], "opening removes them, too");
}

#[test]
fn a_file_that_was_sent_goes_after_thirty_days_and_not_before() {
    let desk = Desk::new(None);
    let uploads = desk.node.folder().uploads();
    let sent = |days: u64| {
        let at = desk.clock.now().timestamp().as_millisecond().unsigned_abs() - days * 86_400_000;
        format!("i-{}", ulid::Ulid::from_parts(at, 7).to_string().to_lowercase())
    };
    let (old, young) = (sent(31), sent(29));
    for name in [old.as_str(), young.as_str(), "not-ours"] {
        std::fs::create_dir_all(uploads.join(name)).unwrap();
        std::fs::write(uploads.join(name).join("file"), "R-1").unwrap();
    }

    desk.node.remove_old_uploads().unwrap();

    let left = ["not-ours", young.as_str()].map(|name| uploads.join(name).exists());
    assert_eq!((uploads.join(&old).exists(), left), (false, [true, true]));
}
