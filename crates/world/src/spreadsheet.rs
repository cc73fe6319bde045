//! A spreadsheet of missing-person reports as a Korean desk might keep it, with known faults.
//!
//! # Invariants
//!
//! * Every row that is not listed in [`Spreadsheet::broken`] can be read without a question.
//! * A broken row has exactly one fault, and the faults take turns.

use crate::draw::{Draw, Stream};
use crate::identifiers::owners;
use crate::names::Culture;
use crate::people::{self, Human, Sex};
use crate::{mark, year};

/// The rows of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spreadsheet {
    /// The heading row, then the reports in the order of their dates.
    pub rows: Vec<Vec<String>>,
    /// The rows with a fault, from the top.
    pub broken: Vec<BrokenRow>,
}

/// One row that cannot be read as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenRow {
    /// Number of the row, counting the heading row as 1.
    pub row: u32,
    /// Heading of the column at fault; `None` where it is the row as a whole.
    pub column: Option<&'static str>,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// `2025/13/02`: there is no thirteenth month.
    NoSuchMonth,
    /// A 30th of February.
    NoSuchDay,
    /// Words, and too few digits, where a phone should stand.
    NoPhone,
    /// A cell that a spreadsheet would compute.
    Formula,
    /// Neither name is filled in.
    NoName,
    /// The row ends early.
    TooFewCells,
    /// There is a cell more than there are headings.
    TooManyCells,
}

/// Makes up `count` reports, of which `broken` have a fault.
#[must_use]
pub fn spreadsheet_rows(seed: u64, count: u32, broken: u32) -> Spreadsheet {
    let mut days: Vec<u32> = (0..count)
        .map(|n| year::report_day(n, count, &mut Draw::new(seed, Stream::Report, u64::from(n))))
        .collect();
    days.sort_unstable();
    let reports = (0..count).zip(days).map(|(number, day)| row(seed, number, day));
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    rows.extend(reports);

    let mut broken_rows = Vec::new();
    for (turn, number) in chosen(seed, count, broken.min(count)).into_iter().enumerate() {
        let fault = FAULTS[turn % FAULTS.len()];
        // Row 1 is the heading row.
        let column = spoil(&mut rows[number as usize + 1], fault);
        let column = column.map(|column| HEADINGS[column]);
        broken_rows.push(BrokenRow { row: number + 2, column, fault });
    }
    Spreadsheet { rows, broken: broken_rows }
}

/// Different numbers below `count`, ascending.
fn chosen(seed: u64, count: u32, how_many: u32) -> Vec<u32> {
    let mut all: Vec<u32> = (0..count).collect();
    let mut draw = Draw::new(seed, Stream::Faults, 0);
    for at in 0..how_many {
        let other = at + draw.below(count - at);
        all.swap(at as usize, other as usize);
    }
    all.truncate(how_many as usize);
    all.sort_unstable();
    all
}

fn row(seed: u64, number: u32, day: u32) -> Vec<String> {
    let mut draw = Draw::new(seed, Stream::Row, u64::from(number));
    let who = people::human(seed, owners::ROWS + number, Culture::Korean, &mut draw);
    let Human { name, sex, birth_date, phone, passport, .. } = who;
    let last_contact = year::day_text(day.saturating_sub(draw.between(0, 30)));
    let written = *draw.pick(&["-", "/", "."]);
    let date = |iso: &str| iso.replace('-', written);
    let english = name.spelling(draw.below(crate::HumanName::STYLES));
    // Desks write their own country's phones without its code.
    let phone = if draw.chance(50) { phone } else { domestic(&phone) };
    vec![
        (number + 1).to_string(),
        name.native(),
        english,
        date(&birth_date),
        if sex == Sex::Male { "남" } else { "여" }.to_owned(),
        if draw.chance(80) { passport } else { String::new() },
        phone,
        date(&year::day_text(day)),
        date(&last_contact),
        (*draw.pick(PLACES)).to_owned(),
        (*draw.pick(STAGES)).to_owned(),
        format!("가상 자료 ({})", mark(seed)),
    ]
}

/// `+821001234567` as it is written at home: `010-0123-4567`.
fn domestic(phone: &str) -> String {
    let digits = phone.replacen("+82", "0", 1);
    let (area, rest) = digits.split_at(3);
    let (exchange, line) = rest.split_at(4);
    format!("{area}-{exchange}-{line}")
}

/// Puts a fault into a row and says in which column, where it is in one.
fn spoil(row: &mut Vec<String>, fault: Fault) -> Option<usize> {
    let (column, text) = match fault {
        Fault::NoSuchMonth => (REPORTED, "2025/13/02"),
        Fault::NoSuchDay => (BORN, "1995-02-30"),
        Fault::NoPhone => (PHONE, "모름 12"),
        Fault::Formula => (PLACE, "=HYPERLINK(\"https://formula.invalid\",\"지도\")"),
        Fault::NoName => {
            row[ENGLISH_NAME].clear();
            (NAME, "")
        }
        Fault::TooFewCells => {
            row.truncate(ENGLISH_NAME + 1);
            return None;
        }
        Fault::TooManyCells => {
            row.push("덧붙임".to_owned());
            return None;
        }
    };
    row[column] = text.to_owned();
    Some(column)
}

/// Number, name, name in English, birth date, sex, passport number, phone, day of the report, last
/// contact, place, state, remarks.
const HEADINGS: [&str; 12] = [
    "번호",
    "성명",
    "영문성명",
    "생년월일",
    "성별",
    "여권번호",
    "연락처",
    "신고일",
    "마지막 연락일",
    "장소",
    "상태",
    "비고",
];
const NAME: usize = 1;
const ENGLISH_NAME: usize = 2;
const BORN: usize = 3;
const PHONE: usize = 6;
const REPORTED: usize = 7;
const PLACE: usize = 9;
const FAULTS: [Fault; 7] = [
    Fault::NoSuchMonth,
    Fault::NoPhone,
    Fault::NoName,
    Fault::Formula,
    Fault::NoSuchDay,
    Fault::TooFewCells,
    Fault::TooManyCells,
];
/// Svay Rieng, Sihanoukville's province, Banteay Meanchey, Kayin State, unknown.
const PLACES: &[&str] =
    &["스바이리엥주", "프레아시아누크주", "반테아이메안체이주", "카인주", "미상"];
/// Reported, located, contact made, out, screened, home, closed.
const STAGES: &[&str] = &["접수", "소재확인", "연락됨", "구출", "면담", "귀국", "종결"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers;

    #[test]
    fn the_rows_that_are_listed_and_no_others_are_broken() {
        let (whole, with_faults) = (spreadsheet_rows(4, 330, 0), spreadsheet_rows(4, 330, 12));

        let differing: Vec<u32> = (1..=331)
            .filter(|n| whole.rows[*n as usize - 1] != with_faults.rows[*n as usize - 1])
            .collect();
        let listed: Vec<u32> = with_faults.broken.iter().map(|broken| broken.row).collect();
        assert_eq!(differing, listed);
        assert_eq!((listed.len(), with_faults.rows.len()), (12, 331));
    }

    #[test]
    fn all_rows_may_be_broken_and_no_more_than_all() {
        assert_eq!(spreadsheet_rows(1, 5, 9).broken.len(), 5);
        assert_eq!(spreadsheet_rows(1, 0, 9).rows.len(), 1);
    }

    #[test]
    fn every_phone_of_the_sheet_is_unassigned() {
        for row in &spreadsheet_rows(2, 200, 0).rows[1..] {
            let phone = row[PHONE].replace('-', "").replacen("010", "+8210", 1);
            assert!(identifiers::is_unassigned_phone(&phone), "{phone}");
        }
    }
}
