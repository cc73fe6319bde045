//! The consolidated list of the United Nations Security Council, as it is published in XML.
//!
//! | United Nations | FollowTheMoney |
//! | --- | --- |
//! | `INDIVIDUAL`, `ENTITY` | `Person`, `Organization` |
//! | the four parts of a name | one `name`: the list does not say which part is whose |
//! | `NAME_ORIGINAL_SCRIPT` | another `name`, in its own script |
//! | alias of good or low quality | `alias`, `weakAlias`; former names are `previousName` |
//! | date of birth, exact | `birthDate` |
//! | approximate | the year as `birthDate`; the original says so |
//! | between two years | a note: neither year is a date of birth |
//! | documents | `Passport`, `Identification` |
//! | list type, reference number | a `Sanction` that names the entity |
//!
//! # Invariants
//!
//! * One entry is in memory at a time, and it has a limit.
//! * No entity of the XML kind is expanded but the five that every XML has.

use std::io::Read;

use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema as schemata};
use liaison_model::{Problem, ShownValue};

use crate::import::{Import, ImportContext, ReadError, ReadSummary, Sink};
use crate::listed::{From, Listed, short_hash};
use crate::words;
use crate::xml::{Element, EntryReader, Found};

/// Reads the consolidated list.
///
/// # Errors
///
/// When the input cannot be read or the sink takes no more. Broken entries and values are
/// problems; where the XML itself breaks, what comes after is one problem.
pub fn read_un(
    input: impl Read,
    context: &ImportContext,
    sink: &mut dyn Sink,
) -> Result<ReadSummary, ReadError> {
    let mut import = Import::new(context, sink);
    let mut entries = EntryReader::new(input, |name| matches!(name, "INDIVIDUAL" | "ENTITY"));
    let mut number = 1;
    loop {
        match entries.next()? {
            Found::Entry(entry) => {
                import.row(entries.position())?;
                take_entry(&mut import, number, &entry)?;
                number += 1;
            }
            Found::Refused(reason) => {
                import.row(entries.position())?;
                let problem = problem(&import, number, Message::new(reason));
                import.row_problem(problem)?;
                number += 1;
            }
            Found::Broken => {
                let reason = Message::new(words::XML_BROKEN).count("offset", entries.position());
                let problem = problem(&import, number, reason);
                import.row_problem(problem)?;
                break;
            }
            Found::Opened(_) | Found::Closed(_) | Found::DocType => {}
            Found::End => break,
        }
    }
    Ok(import.finish())
}

fn problem(import: &Import, number: u64, reason: Message) -> Problem {
    let hint = Some(Message::new(words::HINT_XML));
    Problem {
        place: import.place(number),
        value: ShownValue::None,
        reason,
        hint,
        row_set_aside: true,
    }
}

fn take_entry(import: &mut Import, number: u64, entry: &Element) -> Result<(), ReadError> {
    let at = |column| From { row: number, column };
    let is_person = entry.name == "INDIVIDUAL";
    let schema = if is_person { schemata::PERSON } else { schemata::ORGANIZATION };
    let id = [entry.part("DATAID"), entry.part("REFERENCE_NUMBER")]
        .into_iter()
        .find(|id| !id.is_empty());
    let parts =
        ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map(|part| entry.part(part));
    let name = joined(&parts, " ");
    let (Some(id), false) = (id, name.is_empty()) else {
        let reason = Message::new(words::REQUIRED)
            .with("schema", schema)
            .with("properties", "DATAID, FIRST_NAME");
        let problem = problem(import, number, reason);
        return import.row_problem(problem);
    };
    let Some(entity) = import.begin(&format!("unsc-{id}"), schema, at("DATAID"))? else {
        return Ok(());
    };
    import.put(&entity, prop::NAME, &name, at("FIRST_NAME"))?;
    import.put(
        &entity,
        prop::NAME,
        entry.part("NAME_ORIGINAL_SCRIPT"),
        at("NAME_ORIGINAL_SCRIPT"),
    )?;
    import.put(&entity, prop::GENDER, entry.part("GENDER"), at("GENDER"))?;
    for (list, property) in [
        ("TITLE", prop::TITLE),
        ("DESIGNATION", prop::POSITION),
        ("NATIONALITY", prop::NATIONALITY),
    ] {
        for value in entry.all(list).flat_map(|element| element.all("VALUE")) {
            import.put(&entity, property, &value.text, at(list))?;
        }
    }
    put_sanction(import, &entity, entry, number)?;
    for child in &entry.children {
        match child.name.as_str() {
            "INDIVIDUAL_ALIAS" | "ENTITY_ALIAS" => put_alias(import, &entity, child, number)?,
            "INDIVIDUAL_DATE_OF_BIRTH" => {
                put_birth_date(import, &entity, child, at("INDIVIDUAL_DATE_OF_BIRTH"))?
            }
            "INDIVIDUAL_PLACE_OF_BIRTH" => {
                put_birth_place(import, &entity, child, at("INDIVIDUAL_PLACE_OF_BIRTH"))?
            }
            "INDIVIDUAL_ADDRESS" | "ENTITY_ADDRESS" => put_address(import, &entity, child, number)?,
            "INDIVIDUAL_DOCUMENT" => {
                put_document(import, &entity, child, at("INDIVIDUAL_DOCUMENT"))?
            }
            _ => {}
        }
    }
    import.put(&entity, prop::NOTES, entry.part("COMMENTS1"), at("COMMENTS1"))
}

fn put_sanction(
    import: &mut Import,
    entity: &Listed,
    entry: &Element,
    row: u64,
) -> Result<(), ReadError> {
    let at = |column| From { row, column };
    let Some(sanction) = import.sanction(entity, AUTHORITY, None, at("UN_LIST_TYPE"))? else {
        return Ok(());
    };
    import.put(&sanction, prop::PROGRAM, entry.part("UN_LIST_TYPE"), at("UN_LIST_TYPE"))?;
    import.put(&sanction, prop::UNSC_ID, entry.part("REFERENCE_NUMBER"), at("REFERENCE_NUMBER"))?;
    let listed = entry.part("LISTED_ON");
    import.put_rewritten(&sanction, prop::LISTING_DATE, day(listed), listed, at("LISTED_ON"))?;
    for value in entry.all("LAST_DAY_UPDATED").flat_map(|element| element.all("VALUE")) {
        let (text, from) = (&value.text, at("LAST_DAY_UPDATED"));
        import.put_rewritten(&sanction, prop::MODIFIED_AT, day(text), text, from)?;
    }
    Ok(())
}

/// The day of a date to which XML Schema lets a time zone be added: `2015-04-07-04:00`.
fn day(date: &str) -> &str {
    date.get(..DAY_CHARS).unwrap_or(date)
}

fn put_alias(
    import: &mut Import,
    entity: &Listed,
    alias: &Element,
    row: u64,
) -> Result<(), ReadError> {
    let from = From { row, column: "ALIAS_NAME" };
    let (name, note) = (alias.part("ALIAS_NAME"), alias.part("NOTE"));
    let was_listed = note.ends_with("listed as"); // `formerly listed as`, `previously listed as`
    let property = match alias.part("QUALITY") {
        "f.k.a." => prop::PREVIOUS_NAME,
        _ if was_listed => prop::PREVIOUS_NAME,
        "Low" => prop::WEAK_ALIAS,
        _ => prop::ALIAS,
    };
    import.put(entity, property, name, from)?;
    // What is said of somebody under another name is not said of them under this one.
    let said =
        ["NOTE", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"].map(|part| alias.part(part));
    match joined(&said, ", ") {
        said if said.is_empty() => Ok(()),
        said => import.put(
            entity,
            prop::NOTES,
            &format!("{name}: {said}"),
            From { column: "NOTE", ..from },
        ),
    }
}

fn put_birth_date(
    import: &mut Import,
    entity: &Listed,
    birth: &Element,
    from: From,
) -> Result<(), ReadError> {
    let known = [birth.part("DATE"), birth.part("YEAR")].into_iter().find(|date| !date.is_empty());
    match (birth.part("TYPE_OF_DATE"), known) {
        ("BETWEEN", _) => {
            let years =
                format!("Born between {} and {}", birth.part("FROM_YEAR"), birth.part("TO_YEAR"));
            import.put(entity, prop::NOTES, &years, from)?;
        }
        ("APPROXIMATELY", Some(date)) => {
            let year = date.split('-').next().unwrap_or(date);
            import.put_rewritten(
                entity,
                prop::BIRTH_DATE,
                year,
                &format!("approximately {date}"),
                from,
            )?;
        }
        (_, Some(date)) => import.put(entity, prop::BIRTH_DATE, date, from)?,
        (_, None) => {}
    }
    match birth.part("NOTE") {
        "" => Ok(()),
        note => import.put(entity, prop::NOTES, &format!("Date of birth: {note}"), from),
    }
}

fn put_birth_place(
    import: &mut Import,
    entity: &Listed,
    birth: &Element,
    from: From,
) -> Result<(), ReadError> {
    let parts = ["STREET", "CITY", "STATE_PROVINCE", "COUNTRY"].map(|part| birth.part(part));
    import.put(entity, prop::BIRTH_PLACE, &joined(&parts, ", "), from)?;
    import.put(entity, prop::BIRTH_COUNTRY, birth.part("COUNTRY"), from)?;
    match birth.part("NOTE") {
        "" => Ok(()),
        note => import.put(entity, prop::NOTES, &format!("Place of birth: {note}"), from),
    }
}

fn put_address(
    import: &mut Import,
    entity: &Listed,
    place: &Element,
    row: u64,
) -> Result<(), ReadError> {
    let at = |column| From { row, column };
    let parts =
        ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"].map(|part| place.part(part));
    let (full, note) = (joined(&parts, ", "), place.part("NOTE"));
    if parts[..4].iter().all(|part| part.is_empty()) {
        let property = if parts[4].is_empty() { prop::NOTES } else { prop::COUNTRY };
        let said = if parts[4].is_empty() { note } else { parts[4] };
        import.put(entity, property, said, at("COUNTRY"))?;
        return match (property, note) {
            (prop::NOTES, _) | (_, "") => Ok(()),
            (_, note) => import.put(entity, prop::NOTES, &format!("{full}: {note}"), at("NOTE")),
        };
    }
    let local = format!("{}-address-{}", entity.id.local(), short_hash(&full));
    let Some(address) = import.begin(&local, schemata::ADDRESS, at("STREET"))? else {
        return Ok(());
    };
    import.put(&address, prop::FULL, &full, at("STREET"))?;
    for (element, property) in [
        ("STREET", prop::STREET),
        ("CITY", prop::CITY),
        ("STATE_PROVINCE", prop::STATE),
        ("ZIP_CODE", prop::POSTAL_CODE),
        ("COUNTRY", prop::COUNTRY),
        ("NOTE", prop::REMARKS),
    ] {
        import.put(&address, property, place.part(element), at(element))?;
    }
    import.point(entity, prop::ADDRESS_ENTITY, &address)
}

fn put_document(
    import: &mut Import,
    holder: &Listed,
    document: &Element,
    from: From,
) -> Result<(), ReadError> {
    let kinds = [document.part("TYPE_OF_DOCUMENT2"), document.part("TYPE_OF_DOCUMENT")];
    let kind = kinds.into_iter().find(|kind| !kind.is_empty()).unwrap_or_default();
    let (number, note) = (document.part("NUMBER"), document.part("NOTE"));
    if number.is_empty() {
        let said = joined(&[kind, note], ": ");
        return import.put(holder, prop::NOTES, &said, from);
    }
    let is_passport = PASSPORT_WORDS.iter().any(|word| kind.to_lowercase().contains(word));
    let (schema, property) = if is_passport {
        (schemata::PASSPORT, prop::PASSPORT_NUMBER)
    } else {
        (schemata::IDENTIFICATION, prop::ID_NUMBER)
    };
    import.put(holder, property, number, from)?;
    let local =
        format!("{}-document-{}", holder.id.local(), short_hash(&format!("{kind} {number}")));
    let Some(paper) = import.begin(&local, schema, from)? else { return Ok(()) };
    import.point(&paper, prop::HOLDER, holder)?;
    import.put(&paper, prop::NUMBER, number, from)?;
    import.put(&paper, prop::TYPE, kind, from)?;
    for (element, property) in [
        ("ISSUING_COUNTRY", prop::COUNTRY),
        ("COUNTRY_OF_ISSUE", prop::COUNTRY),
        ("DATE_OF_ISSUE", prop::START_DATE),
        ("CITY_OF_ISSUE", prop::AUTHORITY),
        ("NOTE", prop::DESCRIPTION),
    ] {
        import.put(&paper, property, document.part(element), from)?;
    }
    Ok(())
}

/// The parts that are filled, in one text.
fn joined(parts: &[&str], between: &str) -> String {
    let filled: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    filled.join(between)
}

const AUTHORITY: &str = "United Nations Security Council";

/// Length of `2015-04-07`.
const DAY_CHARS: usize = 10;

/// What a passport is called in the list's three languages.
const PASSPORT_WORDS: [&str; 3] = ["passport", "passeport", "pasaporte"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Kept, context, shared};

    fn read(input: &[u8]) -> (Kept, ReadSummary) {
        let mut kept = Kept::default();
        let summary = read_un(input, &context(), &mut kept).unwrap();
        (kept, summary)
    }

    const ENTRY: &str = "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ALI</FIRST_NAME><SECOND_NAME>AHMAD &amp; X</SECOND_NAME>
        <NAME_ORIGINAL_SCRIPT>علي</NAME_ORIGINAL_SCRIPT><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.1</REFERENCE_NUMBER>
        <LISTED_ON>2012-12-31-05:00</LISTED_ON><NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE></NATIONALITY>
        <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu X</ALIAS_NAME><DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Numéro de passeport</TYPE_OF_DOCUMENT><NUMBER>A1</NUMBER><ISSUING_COUNTRY>Pakistan</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
        <INDIVIDUAL_ADDRESS><CITY>Kinshasa</CITY><COUNTRY>Democratic Republic of the Congo</COUNTRY></INDIVIDUAL_ADDRESS>
        </INDIVIDUAL>";

    #[test]
    fn a_person_has_names_birth_papers_and_a_sanction() {
        let (kept, summary) = read(
            format!("<CONSOLIDATED_LIST><INDIVIDUALS>{ENTRY}</INDIVIDUALS></CONSOLIDATED_LIST>")
                .as_bytes(),
        );

        insta::assert_snapshot!(kept.statements().join("\n"), @"
        unsc-1 Person:name ALI AHMAD & X
        unsc-1 Person:name علي
        unsc-1 Person:nationality ir
        unsc-1 Person:topics sanction
        unsc-1-sanction Sanction:entity kr.npa:unsc-1
        unsc-1-sanction Sanction:authority United Nations Security Council
        unsc-1-sanction Sanction:program DPRK
        unsc-1-sanction Sanction:unscId KPi.1
        unsc-1-sanction Sanction:listingDate 2012-12-31
        unsc-1 Person:weakAlias Abu X
        unsc-1 Person:notes Abu X: 1979-12-31
        unsc-1 Person:birthDate 1971
        unsc-1 Person:notes Born between 1973 and 1974
        unsc-1 Person:passportNumber A1
        unsc-1-document-084d3a21607e71b9 Passport:holder kr.npa:unsc-1
        unsc-1-document-084d3a21607e71b9 Passport:number A1
        unsc-1-document-084d3a21607e71b9 Passport:type Numéro de passeport
        unsc-1-document-084d3a21607e71b9 Passport:country pk
        unsc-1-address-e475da323f4dedb9 Address:full Kinshasa, Democratic Republic of the Congo
        unsc-1-address-e475da323f4dedb9 Address:city Kinshasa
        unsc-1-address-e475da323f4dedb9 Address:country cd
        unsc-1 Person:addressEntity kr.npa:unsc-1-address-e475da323f4dedb9
        ");
        assert_eq!(kept.faults(), [""; 0]);
        assert_eq!(summary.rows, 1);
    }

    #[test]
    fn an_entry_without_a_name_or_with_strange_references_is_set_aside_alone() {
        let broken = [
            "<ENTITY><DATAID>2</DATAID></ENTITY>",
            "<ENTITY><DATAID>3</DATAID><FIRST_NAME>&boom;</FIRST_NAME></ENTITY>",
        ];
        let (kept, _) = read(
            format!("<!DOCTYPE a [<!ENTITY boom \"x\">]><L>{}{}{ENTRY}</L>", broken[0], broken[1])
                .as_bytes(),
        );

        assert_eq!(kept.faults(), ["1 - problem-required*", "2 - problem-xml-reference*"]);
        assert!(kept.statements().iter().any(|line| line.starts_with("unsc-1 Person:name")));
    }

    #[test]
    fn where_the_file_breaks_the_entries_before_are_kept() {
        let (kept, summary) = read(format!("<L>{ENTRY}<ENTITY><DATAID>2</DATA").as_bytes());

        assert_eq!(kept.faults(), ["2 - problem-xml-broken*"]);
        assert_eq!(summary.rows, 1);
    }

    #[test]
    fn deep_or_endless_elements_do_not_fill_the_memory() {
        let deep = "<a>".repeat(100_000);
        let long =
            format!("<L><ENTITY><DATAID>{}</DATAID></ENTITY>{ENTRY}</L>", "x".repeat(3 << 20));

        assert_eq!(read(deep.as_bytes()).0.faults(), ["1 - problem-xml-broken*"]);
        let (kept, _) = read(long.as_bytes());
        assert_eq!(kept.faults()[0], "1 - problem-entry-too-long*");
    }

    #[test]
    fn the_published_list_is_read() {
        let Some(list) = shared("lists/UN_consolidated.xml") else { return };
        let (kept, summary) = read(&list);

        assert_eq!((summary.rows, summary.rows_set_aside), (730 + 273, 0));
        // One nationality is a country that no longer has a code: `former Soviet Union`.
        assert_eq!(kept.problems.len(), 1);
    }
}
