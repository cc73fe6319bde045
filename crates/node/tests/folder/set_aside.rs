//! Rows that were set aside do not stay for ever.

use liaison_formats::Mapping;
use liaison_node::import::{FirstImport, ImportReport, ImportRequest, Input};
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

const MAPPING: &str = r#"{"entities": {"p": {"schema": "Person", "keys": ["id"], "properties": {
    "name": {"column": "name"}, "birthDate": {"column": "born"}}}}}"#;
const TABLE: &str = "id,name,born\n1,Kang,1990-01-02\n2,Kim,2025-02-30\n3,Lee,2025-02-31\n";

fn import_table(desk: &Desk) -> ImportReport {
    desk.clock.advance_seconds(1);
    let mut request = ImportRequest::new(Input::from_bytes("people.csv", TABLE), "min");
    request.mapping = Some(Mapping::from_json(MAPPING).unwrap());
    desk.node.import(request, &|_| {}).unwrap()
}

/// Mends rows in the file where they lie, and imports it.
fn mend(desk: &Desk, rows: &std::path::Path, from: &str, to: &str) -> ImportReport {
    desk.clock.advance_seconds(1);
    let text = std::fs::read_to_string(rows).unwrap().replace(from, to);
    std::fs::write(rows, &text).unwrap();
    let name = rows.file_name().unwrap().to_string_lossy();
    let mut request = ImportRequest::new(Input::from_bytes(&name, text), "min");
    FirstImport::beside(rows).unwrap().unwrap().say_again(&mut request);
    desk.node.import(request, &|_| {}).unwrap()
}

#[test]
fn mended_rows_do_not_stay_in_the_clear() {
    let desk = Desk::new(None);
    let first = import_table(&desk);

    let second = mend(&desk, &first.rows_file.unwrap(), "02-30", "02-28");
    let still_broken = problem_files(&desk);
    let third = mend(&desk, &second.rows_file.unwrap(), "02-31", "02-28");

    assert_eq!((second.problems, third.problems), (1, 0));
    let ends = ["-people.problems.csv", "-people.rows.csv", "-people.rows.json"];
    assert_eq!(still_broken.len(), 3, "{still_broken:?}");
    for (name, end) in still_broken.iter().zip(ends) {
        assert!(name.ends_with(end) && name.len() == 21 + end.len(), "{name}");
    }
    assert_eq!(problem_files(&desk), Vec::<String>::new());
}

#[test]
fn a_file_imported_twice_leaves_its_problems_once() {
    let desk = Desk::new(None);
    let first = import_table(&desk);
    let files = problem_files(&desk);

    let second = import_table(&desk);

    assert_eq!(problem_files(&desk), files);
    assert_eq!(second.problems_file, first.problems_file);
    assert_eq!(second.rows_file, first.rows_file);
}

#[test]
fn undoing_an_import_takes_its_mended_rows_along() {
    let desk = Desk::new(None);
    let (first, other) = (import_table(&desk), desk.import("p.ftm.json", PERSON));
    let mended = mend(&desk, &first.rows_file.clone().unwrap(), "2025-02-3", "2025-01-3");
    let (first, mended) = (first.commit.unwrap(), mended.commit.unwrap());
    let commits = desk.node.commits(None, 1).unwrap();
    assert_eq!(commits[0].same_import, [first]);

    let undone = desk.node.undo(first, "wrong file", "min").unwrap();

    assert_eq!(undone.commits, [first, mended]);
    let left = liaison_views::EntityFilter {
        schemata: vec!["Person".into()],
        ..liaison_views::EntityFilter::default()
    };
    assert_eq!(desk.node.count(&left, &desk.reader()).unwrap(), 1, "{other:?}");
}

#[test]
fn one_commit_of_an_import_can_be_undone_alone() {
    let desk = Desk::new(None);
    let first = import_table(&desk);
    let mended = mend(&desk, &first.rows_file.clone().unwrap(), "2025-02-3", "2025-01-3");
    let mended = mended.commit.unwrap();

    let undone = desk.node.undo_only(mended, "", "min").unwrap();
    let rest = desk.node.undo(first.commit.unwrap(), "", "min").unwrap();

    assert_eq!(undone.commits, [mended]);
    assert_eq!(rest.commits, [first.commit.unwrap()]);
}

const PERSON: &str = r#"{"id":"p","schema":"Person","properties":{"name":["Park"]}}"#;

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
