//! A desk's spreadsheet with Korean headings: rows that cannot be read are set aside, mended, and
//! imported again.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::path::Path;
use std::process::Command;

use liaison_world::Spreadsheet;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

const ROWS: u32 = 330;
const BROKEN: u32 = 12;

/// Writes the rows as a workbook in which formulas are formulas.
fn workbook(sheet: &Spreadsheet, path: &Path) {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let written = match cell.starts_with('=') {
                true => page.write_formula(row, column, cell.as_str()).map(|_| ()),
                false => page.write_string(row, column, cell).map(|_| ()),
            };
            written.unwrap();
        }
    }
    workbook.save(path).unwrap();
}

fn liaison(folder: &Path, arguments: &[&str]) -> (i32, Vec<Value>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_liaison"))
        .args(arguments)
        .arg("--json")
        .env("LIAISON_DIR", folder.join("node"))
        .env("LIAISON_PASSPHRASE", "a passphrase of the test")
        .env_remove("DATABASE_URL")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (output.status.code().unwrap(), lines, String::from_utf8(output.stderr).unwrap())
}

fn reports_of(folder: &Path, dataset: &str) -> usize {
    let arguments = ["search", "--schema", "Report", "--dataset", dataset, "--limit", "500"];
    liaison(folder, &arguments).1.len()
}

fn table(sheet: &Spreadsheet, path: &Path) {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_path(path).unwrap();
    sheet.rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.flush().unwrap();
}

#[test]
fn twelve_broken_rows_of_330_are_set_aside_and_two_of_them_mended() {
    mends("reports-2025.csv", table, BROKEN);
}

#[test]
fn a_workbook_is_read_like_a_table() {
    // A workbook does not say that a row ends early: its last cells are empty, which is allowed.
    mends("reports-2025.xlsx", workbook, BROKEN - 1);
}

fn mends(name: &str, write: impl Fn(&Spreadsheet, &Path), set_aside: u32) {
    let folder = tempfile::tempdir().unwrap();
    let sheet = liaison_world::spreadsheet_rows(7, ROWS, BROKEN);
    let path = folder.path().join(name);
    write(&sheet, &path);
    liaison(folder.path(), &["init", "--agency", "KR-Police", "--country", "KR"]);

    let arguments = ["import", path.to_str().unwrap(), "--dataset", "desk", "--yes"];
    let (status, lines, shown) = liaison(folder.path(), &arguments);
    let report = &lines[0];

    assert_eq!(status, 1, "{shown}");
    assert_eq!(report["read"], ROWS);
    assert_eq!(reports_of(folder.path(), "desk"), (ROWS - BROKEN) as usize, "{shown}");

    // The officer opens the rows that were set aside and mends two of them.
    let rows_file = report["rows_file"].as_str().unwrap();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(rows_file).unwrap();
    let headings = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), set_aside as usize, "{shown}\n{:?}", sheet.broken);
    let mended_file = folder.path().join("mended.csv");
    let mut writer = csv::WriterBuilder::new().flexible(true).from_path(&mended_file).unwrap();
    writer.write_record(&headings).unwrap();
    let mut mended = 0;
    for row in &rows {
        let fixed: Vec<String> =
            row.iter().map(|cell| cell.replace("2025/13/02", "2025-03-02")).collect();
        if mended < 2 && fixed.iter().map(String::as_str).ne(row.iter()) {
            mended += 1;
            writer.write_record(&fixed).unwrap();
        } else {
            writer.write_record(row).unwrap();
        }
    }
    writer.flush().unwrap();
    assert_eq!(mended, 2, "{rows:?}");

    let arguments = ["import", mended_file.to_str().unwrap(), "--dataset", "desk", "--yes"];
    let (status, lines, shown) = liaison(folder.path(), &arguments);

    assert_eq!((status, lines[0]["read"].as_u64()), (1, Some(u64::from(set_aside))), "{shown}");
    assert_eq!(reports_of(folder.path(), "desk"), (ROWS - BROKEN) as usize + 2, "{shown}");
}
