//! OFAC's list of Specially Designated Nationals as it is published in CSV: `sdn.csv`, and beside
//! it `alt.csv` (other names) and `add.csv` (addresses).
//!
//! The files have no headings, write `-0-` for what is not known, and end in a 0x1A byte.
//! Source of the layout: OFAC, *Data specification for SDN data files* (`dat_spec.txt`).
//!
//! | OFAC | FollowTheMoney |
//! | --- | --- |
//! | individual | `Person`; `LAST, First` becomes `First LAST`, with both parts |
//! | no type | `Organization`: OFAC does not say whether it is a company, but it is not a person |
//! | vessel, aircraft | `Vessel`, `Airplane` |
//! | program | a `Sanction` that names the entity |
//! | aka, fka, nka | `alias`, `previousName`, `name` |
//! | `a.k.a. '…'` in the remarks (OFAC's weak aliases) | `weakAlias` |
//!
//! Remarks are read as far as they are regular ([`remarks`]) and kept whole as notes.

mod remarks;

use std::collections::BTreeMap;
use std::io::Read;

use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema as schemata};
use liaison_model::{Problem, ShownValue};

use crate::import::{Import, ImportContext, ReadError, ReadSummary, Sink, covered};
use crate::listed::{From, Listed};
use crate::table::csv_rows::CsvRows;
use crate::table::read::shape_fault;
use crate::table::{Row, Rows};
use crate::words;

/// The files of one edition of the list.
pub struct OfacFiles<R> {
    /// `sdn.csv`.
    pub sdn: R,
    /// `alt.csv`.
    pub alt: Option<R>,
    /// `add.csv`.
    pub add: Option<R>,
}

/// Reads OFAC's list. The problems of `alt.csv` and `add.csv` are reported under those names.
///
/// # Errors
///
/// When an input cannot be read or the sink takes no more. Broken rows and values are problems.
pub fn read_ofac<R: Read>(
    files: OfacFiles<R>,
    context: &ImportContext,
    sink: &mut dyn Sink,
) -> Result<ReadSummary, ReadError> {
    let mut import = Import::new(context, sink);
    let mut beside = Beside::default();
    if let Some(alt) = files.alt {
        beside.load(alt, ALT_FILE, ALT_CELLS, &mut import)?;
    }
    if let Some(add) = files.add {
        beside.load(add, ADD_FILE, ADD_CELLS, &mut import)?;
    }
    let mut rows = CsvRows::new(files.sdn, b',', false).or_windows_1252();
    while let Some(row) = rows.next_row()? {
        if is_end(&row) {
            continue;
        }
        import.row(rows.bytes_read())?;
        if let Some((reason, hint)) = shape_fault(&row, SDN_CELLS, false) {
            import.row_problem(fault(&import, &row, reason, hint))?;
            continue;
        }
        let texts = row.texts();
        let beside = beside.take(text(&texts, 0));
        take_entry(&mut import, row.number, &texts, &beside)?;
    }
    beside.report_rest(&mut import)?;
    Ok(import.finish())
}

/// Rows of `alt.csv` and `add.csv`, by the number of the entry they belong to.
#[derive(Default)]
struct Beside {
    rows: BTreeMap<String, Vec<BesideRow>>,
    count: usize,
}

struct BesideRow {
    file: &'static str,
    number: u64,
    texts: Vec<String>,
}

impl Beside {
    fn load(
        &mut self,
        input: impl Read,
        file: &'static str,
        cells: usize,
        import: &mut Import,
    ) -> Result<(), ReadError> {
        let mut rows = CsvRows::new(input, b',', false).or_windows_1252();
        while let Some(row) = rows.next_row()? {
            if is_end(&row) {
                continue;
            }
            import.row(0)?;
            let fits = shape_fault(&row, cells, false);
            let full = BESIDE_ROWS_MAX <= self.count;
            let full = full.then(|| (Message::new(words::TOO_MANY_ROWS), words::HINT_SPLIT_LINE));
            if let Some((reason, hint)) = fits.or(full) {
                let mut problem = fault(import, &row, reason, hint);
                file.clone_into(&mut problem.place.file);
                import.row_problem(problem)?;
                continue;
            }
            self.count += 1;
            let texts = row.texts();
            let entry = text(&texts, 0).to_owned();
            self.rows.entry(entry).or_default().push(BesideRow { file, number: row.number, texts });
        }
        Ok(())
    }

    fn take(&mut self, entry: &str) -> Vec<BesideRow> {
        self.rows.remove(entry).unwrap_or_default()
    }

    /// Reports the rows that belong to no entry of `sdn.csv`: the files are of two editions.
    fn report_rest(self, import: &mut Import) -> Result<(), ReadError> {
        for row in self.rows.into_values().flatten() {
            let mut place = import.place(row.number);
            row.file.clone_into(&mut place.file);
            place.column = Some("ent_num".to_owned());
            import.row_problem(Problem {
                place,
                value: covered(text(&row.texts, 0)),
                reason: Message::new(words::NO_ENTRY),
                hint: Some(Message::new(words::HINT_SAME_EDITION)),
                row_set_aside: true,
            })?;
        }
        Ok(())
    }
}

fn fault(import: &Import, row: &Row, reason: Message, hint: &'static str) -> Problem {
    let hint = Some(Message::new(hint));
    let place = import.place(row.number);
    Problem { place, value: ShownValue::None, reason, hint, row_set_aside: true }
}

/// Empty rows, and the byte with which DOS ended a text.
fn is_end(row: &Row) -> bool {
    row.is_empty() || matches!(&row.cells[..], [cell] if cell.text == "\u{1a}")
}

/// A cell; nothing where OFAC writes `-0-`.
fn text(texts: &[String], at: usize) -> &str {
    match texts.get(at).map(|text| text.trim()) {
        None | Some("-0-") => "",
        Some(text) => text,
    }
}

fn take_entry(
    import: &mut Import,
    number: u64,
    texts: &[String],
    beside: &[BesideRow],
) -> Result<(), ReadError> {
    let at = |column| From { row: number, column };
    let entry = text(texts, 0);
    let kind = match text(texts, 2) {
        "individual" => schemata::PERSON,
        "vessel" => schemata::VESSEL,
        "aircraft" => schemata::AIRPLANE,
        _ => schemata::ORGANIZATION,
    };
    if entry.is_empty() || text(texts, 1).is_empty() {
        let reason =
            Message::new(words::REQUIRED).with("schema", kind).with("properties", prop::NAME);
        let mut problem = fault(
            import,
            &Row { number, cells: Vec::new(), fault: None },
            reason,
            words::HINT_REQUIRED,
        );
        problem.place.column = Some("SDN_Name".to_owned());
        return import.row_problem(problem);
    }
    let Some(entity) = import.begin(&format!("ofac-{entry}"), kind, at("ent_num"))? else {
        return Ok(());
    };
    put_name(import, &entity, prop::NAME, text(texts, 1), at("SDN_Name"))?;
    if kind == schemata::AIRPLANE {
        import.put(&entity, prop::REGISTRATION_NUMBER, text(texts, 1), at("SDN_Name"))?;
    }
    put_sanction(import, &entity, entry, text(texts, 3), at("Program"))?;
    let title = if kind == schemata::PERSON { prop::POSITION } else { prop::NOTES };
    import.put(&entity, title, text(texts, 4), at("Title"))?;
    put_vessel(import, &entity, texts, number)?;
    remarks::put(import, &entity, text(texts, 11), at("Remarks"))?;
    for row in beside {
        match row.file {
            ALT_FILE => put_alias(import, &entity, row)?,
            _ => put_address(import, &entity, row)?,
        }
    }
    Ok(())
}

/// Adds a name; a person's `LAST, First` is turned round, and its parts are kept.
fn put_name(
    import: &mut Import,
    entity: &Listed,
    property: &'static str,
    name: &str,
    from: From,
) -> Result<(), ReadError> {
    let parts = name.split_once(',').filter(|_| entity.schema.name == schemata::PERSON);
    let Some((last, first)) = parts else { return import.put(entity, property, name, from) };
    let (last, first) = (last.trim(), first.trim());
    import.put_rewritten(entity, property, &format!("{first} {last}"), name, from)?;
    if property == prop::NAME {
        import.put(entity, prop::LAST_NAME, last, from)?;
        import.put(entity, prop::FIRST_NAME, first, from)?;
    }
    Ok(())
}

fn put_sanction(
    import: &mut Import,
    entity: &Listed,
    entry: &str,
    programs: &str,
    from: From,
) -> Result<(), ReadError> {
    let Some(sanction) = import.sanction(entity, AUTHORITY, Some("us"), from)? else {
        return Ok(());
    };
    import.put(&sanction, prop::AUTHORITY_ID, entry, from)?;
    import.put(&sanction, prop::SOURCE_URL, &format!("{DETAILS_URL}{entry}"), from)?;
    // Several programs stand as `SDGT] [IRGC] [IFSR`.
    for program in programs.split(['[', ']']).map(str::trim).filter(|program| !program.is_empty()) {
        import.put(&sanction, prop::PROGRAM, program, from)?;
    }
    Ok(())
}

fn put_vessel(
    import: &mut Import,
    entity: &Listed,
    texts: &[String],
    row: u64,
) -> Result<(), ReadError> {
    let at = |column| From { row, column };
    import.put(entity, prop::CALL_SIGN, text(texts, 5), at("Call_Sign"))?;
    import.put(entity, prop::TYPE, text(texts, 6), at("Vess_type"))?;
    for (column, property, name) in
        [(7, prop::TONNAGE, "Tonnage"), (8, prop::GROSS_REGISTERED_TONNAGE, "GRT")]
    {
        // OFAC groups thousands with commas and writes no decimals.
        let number = text(texts, column).replace(',', "");
        import.put_rewritten(entity, property, &number, text(texts, column), at(name))?;
    }
    remarks::put_country(import, entity, prop::FLAG, text(texts, 9), at("Vess_flag"))?;
    match text(texts, 10) {
        "" => Ok(()),
        owner => import.put(entity, prop::NOTES, &format!("Owner: {owner}"), at("Vess_owner")),
    }
}

fn put_alias(import: &mut Import, entity: &Listed, row: &BesideRow) -> Result<(), ReadError> {
    let from = From { row: row.number, column: "alt_name" };
    let property = match text(&row.texts, 2) {
        "fka" => prop::PREVIOUS_NAME,
        "nka" => prop::NAME,
        _ => prop::ALIAS,
    };
    put_name(import, entity, property, text(&row.texts, 3), from)?;
    match text(&row.texts, 4) {
        "" => Ok(()),
        remark => import.put(entity, prop::NOTES, remark, From { column: "alt_remarks", ..from }),
    }
}

fn put_address(import: &mut Import, entity: &Listed, row: &BesideRow) -> Result<(), ReadError> {
    let from = From { row: row.number, column: "Address" };
    let [street, city, country, remark] = [2, 3, 4, 5].map(|at| text(&row.texts, at));
    let parts = [street, city, country].into_iter().filter(|part| !part.is_empty());
    let full = parts.collect::<Vec<_>>().join(", ");
    if full.is_empty() {
        return Ok(());
    }
    let is_country = !country.starts_with("Region: ");
    if street.is_empty() && city.is_empty() && is_country {
        return remarks::put_country(
            import,
            entity,
            prop::COUNTRY,
            country,
            From { column: "Country", ..from },
        );
    }
    let local = format!("{}-address-{}", entity.id.local(), text(&row.texts, 1));
    let Some(address) = import.begin(&local, schemata::ADDRESS, from)? else { return Ok(()) };
    import.put(&address, prop::FULL, &full, from)?;
    import.put(&address, prop::STREET, street, from)?;
    import.put(&address, prop::CITY, city, From { column: "City", ..from })?;
    match country.strip_prefix("Region: ") {
        Some(region) => {
            import.put(&address, prop::REGION, region, From { column: "Country", ..from })?
        }
        None => remarks::put_country(
            import,
            &address,
            prop::COUNTRY,
            country,
            From { column: "Country", ..from },
        )?,
    }
    import.put(&address, prop::REMARKS, remark, From { column: "Add_remarks", ..from })?;
    import.point(entity, prop::ADDRESS_ENTITY, &address)
}

const AUTHORITY: &str = "Office of Foreign Assets Control";
const DETAILS_URL: &str = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=";

const ALT_FILE: &str = "alt.csv";
const ADD_FILE: &str = "add.csv";
const SDN_CELLS: usize = 12;
const ALT_CELLS: usize = 5;
const ADD_CELLS: usize = 6;

/// Most rows of `alt.csv` and `add.csv` together: ten times those of 2025.
const BESIDE_ROWS_MAX: usize = 500_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Kept, context, shared};

    fn read(sdn: &[u8], alt: &[u8], add: &[u8]) -> (Kept, ReadSummary) {
        let mut kept = Kept::default();
        let files = OfacFiles { sdn, alt: Some(alt), add: Some(add) };
        let summary = read_ofac(files, &context(), &mut kept).unwrap();
        (kept, summary)
    }

    #[test]
    fn a_person_has_names_birth_papers_and_a_sanction() {
        let sdn = b"36,\"AHMAD, Ali \",\"individual\",\"SDGT] [IFSR\",\"Brigadier General\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 20 Nov 1971; alt. DOB circa 1972; POB Tehran, Iran; nationality Korea, North; Gender Male; Passport Z106861 (Iran) issued 18 Feb 2004 expires 17 Feb 2009; Digital Currency Address - XBT 149w62rY42aZBox8fGcmqNsXUzSStKeq8C; a.k.a. 'ABU X'; Linked To: Y.\"\n\x1a";
        let alt = b"36,12,\"fka\",\"AHMED, Ally\",-0- \n99,13,\"aka\",\"NOBODY\",-0- \n";
        let add =
            b"36,25,\"1 Main Street\",\"Havana\",\"Cuba\",-0- \n36,26,-0- ,-0- ,\"Iran\",-0- \n";
        let (kept, summary) = read(sdn, alt, add);

        let lines: Vec<String> = kept.statements();
        let shortened = lines.iter().map(|line| match line.split_once("notes ") {
            Some((before, _)) => format!("{before}notes …"),
            None => line.clone(),
        });
        insta::assert_snapshot!(shortened.collect::<Vec<_>>().join("\n"), @"
        ofac-36 Person:name Ali AHMAD
        ofac-36 Person:lastName AHMAD
        ofac-36 Person:firstName Ali
        ofac-36 Person:topics sanction
        ofac-36-sanction Sanction:entity kr.npa:ofac-36
        ofac-36-sanction Sanction:authority Office of Foreign Assets Control
        ofac-36-sanction Sanction:country us
        ofac-36-sanction Sanction:authorityId 36
        ofac-36-sanction Sanction:sourceUrl https://sanctionssearch.ofac.treas.gov/Details.aspx?id=36
        ofac-36-sanction Sanction:program SDGT
        ofac-36-sanction Sanction:program IFSR
        ofac-36 Person:position Brigadier General
        ofac-36 Person:birthDate 1971-11-20
        ofac-36 Person:birthDate 1972
        ofac-36 Person:birthPlace Tehran, Iran
        ofac-36 Person:nationality kp
        ofac-36 Person:gender male
        ofac-36 Person:passportNumber Z106861
        ofac-36-passport-0482b545aa5b4c25 Passport:holder kr.npa:ofac-36
        ofac-36-passport-0482b545aa5b4c25 Passport:number Z106861
        ofac-36-passport-0482b545aa5b4c25 Passport:country ir
        ofac-36-passport-0482b545aa5b4c25 Passport:startDate 2004-02-18
        ofac-36-passport-0482b545aa5b4c25 Passport:endDate 2009-02-17
        ofac-wallet-fb6b23331ac64034 CryptoWallet:publicKey 149w62rY42aZBox8fGcmqNsXUzSStKeq8C
        ofac-wallet-fb6b23331ac64034 CryptoWallet:currencySymbol XBT
        ofac-wallet-fb6b23331ac64034 CryptoWallet:topics sanction
        ofac-wallet-fb6b23331ac64034 CryptoWallet:holder kr.npa:ofac-36
        ofac-36 Person:weakAlias ABU X
        ofac-36 Person:notes …
        ofac-36 Person:previousName Ally AHMED
        ofac-36-address-25 Address:full 1 Main Street, Havana, Cuba
        ofac-36-address-25 Address:street 1 Main Street
        ofac-36-address-25 Address:city Havana
        ofac-36-address-25 Address:country cu
        ofac-36 Person:addressEntity kr.npa:ofac-36-address-25
        ofac-36 Person:country ir
        ");
        assert_eq!(kept.faults(), ["2 ent_num problem-no-entry*"]);
        assert_eq!(kept.problems[0].place.file, "alt.csv");
        assert_eq!((summary.rows, summary.rows_set_aside), (5, 1));
    }

    #[test]
    fn a_name_in_windows_1252_is_read() {
        let sdn = b"5,\"PE\xd1A, Jos\xe9\",\"individual\",\"SDNT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
        let (kept, _) = read(sdn, b"", b"");

        assert_eq!(kept.statements()[0], "ofac-5 Person:name Jos\u{e9} PE\u{d1}A");
    }

    #[test]
    fn the_published_list_is_read() {
        let (Some(sdn), Some(alt), Some(add)) =
            (shared("lists/sdn.csv"), shared("lists/alt.csv"), shared("lists/add.csv"))
        else {
            return;
        };
        let (kept, summary) = read(&sdn, &alt, &add);

        let named: std::collections::BTreeSet<_> = kept
            .drafts
            .iter()
            .filter(|draft| draft.statement.prop == "topics")
            .filter(|draft| draft.statement.schema != "CryptoWallet")
            .map(|draft| draft.statement.entity.local())
            .collect();
        assert_eq!(named.len(), 7379);
        assert_eq!(summary.rows, 7379 + 17091 + 18990);
        // The alt and add files are of a later edition, so that many of their rows have no entry.
        let values = kept.problems.iter().filter(|problem| !problem.row_set_aside).count();
        assert!(values < 40, "{values}");
    }
}
