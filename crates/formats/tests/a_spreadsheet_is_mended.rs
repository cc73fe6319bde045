//! A Korean spreadsheet of 330 reports with 12 broken rows: what is proposed, what is read, and
//! how the broken rows come back once two of them are mended.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use liaison_formats::{
    Datasets, ImportContext, Mapping, ReadSummary, RowWriter, Sink, SinkError, propose, read_csv,
    read_xlsx, sample_xlsx,
};
use liaison_model::values::Hints;
use liaison_model::{Draft, EntityId, Problem};

/// Keeps the entities that were reported, and the rows set aside as a file.
struct Kept {
    reports: BTreeSet<EntityId>,
    problems: Vec<Problem>,
    rows: RowWriter<Vec<u8>>,
}

impl Sink for Kept {
    fn statement(&mut self, draft: Draft) -> Result<(), SinkError> {
        if draft.statement.schema == "Report" {
            self.reports.insert(draft.statement.entity);
        }
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), SinkError> {
        self.problems.push(problem);
        Ok(())
    }

    fn progress(&mut self, _: u64, _: u64) -> Result<(), SinkError> {
        Ok(())
    }

    fn row_set_aside(
        &mut self,
        row: u64,
        headings: &[String],
        cells: &[String],
    ) -> Result<(), SinkError> {
        self.rows.write(row, headings, cells).map_err(|error| SinkError::Kept(error.into()))
    }
}

fn kept() -> Kept {
    Kept {
        reports: BTreeSet::new(),
        problems: Vec::new(),
        rows: RowWriter::new(Vec::new()).unwrap(),
    }
}

fn context() -> ImportContext {
    ImportContext {
        origin: "kr.npa".parse().unwrap(),
        dataset: "reports".into(),
        datasets: Datasets::FromContext,
        source: None,
        file: "reports.xlsx".into(),
        grade: None,
        marks: Arc::default(),
        seen: None,
        hints: Hints::default(),
    }
}

const HEADINGS: [&str; 7] =
    ["연번", "접수번호", "신고일자", "피해자 성명", "생년월일", "연락처", "비고"];

/// Invented people. Every 27th row is broken, in one of four ways.
fn spreadsheet() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "캄보디아 실종·감금 신고 현황").unwrap();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(1, column, heading).unwrap();
    }
    for number in 1..=330_u32 {
        let broken = number % 27 == 0;
        let fault = (number / 27) % 4;
        let date = if broken && fault == 0 { "2025-13-02" } else { "2025-03-02" };
        let name = if broken && fault == 1 { "" } else { "강서윤" };
        let born = if broken && fault == 2 { "1990-02-30" } else { "1990-01-02" };
        let phone = if broken && fault == 3 { "없음!!" } else { "010-1234-5678" };
        let cells =
            [&number.to_string(), &format!("R-{number:03}"), date, name, born, phone, "- 비고"];
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(number + 1, column, cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn proposed(bytes: &[u8]) -> Mapping {
    let sample = sample_xlsx(Cursor::new(bytes), None).unwrap();
    assert_eq!((sample.heading_row, sample.headings.len()), (2, HEADINGS.len()));
    propose(&sample, &Hints::default()).mapping.unwrap()
}

#[test]
fn twelve_broken_rows_of_330_wait_to_be_mended_and_two_come_back() {
    let bytes = spreadsheet();
    let mapping = proposed(&bytes);

    let mut first = kept();
    let summary = read_xlsx(Cursor::new(&bytes), &mapping, &context(), &mut first).unwrap();

    assert_eq!((summary.rows, summary.rows_set_aside), (330, 12));
    assert_eq!(first.reports.len(), 318);
    assert!(first.problems.iter().all(|problem| problem.row_set_aside));

    let rows = String::from_utf8(first.rows.finish().unwrap()).unwrap();
    let mended =
        rows.replacen("2025-13-02", "2025-12-02", 1).replacen("1990-02-30", "1990-02-28", 1);
    let mut second = kept();
    let summary: ReadSummary =
        read_csv(mended.as_bytes(), &mapping, &context(), &mut second).unwrap();

    assert_eq!((summary.rows, summary.rows_set_aside), (12, 10));
    assert_eq!(first.reports.union(&second.reports).count(), 320);
}
