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
