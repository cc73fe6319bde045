//! A sanctions list of forty fictional people and companies, in the two forms in which lists come:
//! OFAC's three CSV files and the United Nations' consolidated XML.
//!
//! # Invariants
//!
//! * Both forms list the same subjects, and every one is called fictional in its remarks.
//! * The bytes follow the published files: `-0- ` for nothing, text in quotation marks, numbers
//!   without; line feeds alone in `sdn.csv` and with carriage returns in the other two.

use crate::draw::{Draw, Stream};
use crate::identifiers::owners;
use crate::names::Culture;
use crate::people::{self, Human, Sex};
use crate::{identifiers, mark};

/// The list's files, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FictionalSanctions {
    /// OFAC's `sdn.csv`: the subjects.
    pub sdn_csv: Vec<u8>,
    /// OFAC's `add.csv`: their addresses.
    pub add_csv: Vec<u8>,
    /// OFAC's `alt.csv`: their other names.
    pub alt_csv: Vec<u8>,
    /// The same subjects as the United Nations would list them.
    pub un_xml: Vec<u8>,
}

/// Makes up a sanctions list.
#[must_use]
pub fn fictional_sanctions(seed: u64) -> FictionalSanctions {
    let subjects: Vec<Subject> = (0..SUBJECTS).map(|number| subject(seed, number)).collect();
    FictionalSanctions {
        sdn_csv: subjects.iter().map(sdn_row).collect::<String>().into_bytes(),
        add_csv: subjects.iter().map(add_row).collect::<String>().into_bytes(),
        alt_csv: subjects.iter().flat_map(alt_rows).collect::<String>().into_bytes(),
        un_xml: un_xml(&subjects).into_bytes(),
    }
}

/// One on the list.
struct Subject {
    number: u32,
    /// Who it is; `None` for a company.
    human: Option<Human>,
    /// Main name, as OFAC writes it.
    name: String,
    /// The name in its own script.
    native: String,
    /// Other spellings.
    aliases: Vec<String>,
    country: &'static str,
    remarks: String,
}

fn subject(seed: u64, number: u32) -> Subject {
    let mut draw = Draw::new(seed, Stream::Sanction, u64::from(number));
    let culture = Culture::ALL[number as usize % Culture::ALL.len()];
    let country = country_name(culture);
    if PEOPLE <= number {
        let (native, english) = COMPANIES[(number - PEOPLE) as usize % COMPANIES.len()];
        return Subject {
            number,
            human: None,
            name: format!("{english} {}", number + 1).to_uppercase(),
            native: format!("{native} {}", number + 1),
            aliases: vec![format!("{english} No. {}", number + 1)],
            country,
            remarks: format!(
                "Digital Currency Address - TRX {}; {}",
                identifiers::tron_address(seed, owners::SANCTIONED + number),
                mark(seed)
            ),
        };
    }
    let human = people::human(seed, owners::SANCTIONED + number, culture, &mut draw);
    let (name, native) = (human.name.spelling(3), human.name.native());
    let mut aliases = human.name.spellings();
    aliases.retain(|alias| *alias != name && *alias != native);
    aliases.truncate(3);
    Subject {
        number,
        name,
        native,
        aliases,
        country,
        remarks: format!(
            "DOB {}; nationality {country}; Gender {}; Passport {} ({country}); {}",
            ofac_date(&human.birth_date),
            if human.sex == Sex::Male { "Male" } else { "Female" },
            human.passport,
            mark(seed)
        ),
        human: Some(human),
    }
}

fn sdn_row(subject: &Subject) -> String {
    let kind = if subject.human.is_some() { quoted("individual") } else { NOTHING.to_owned() };
    let mut cells = vec![
        (FIRST_NUMBER + subject.number).to_string(),
        quoted(&subject.name),
        kind,
        quoted(PROGRAM),
    ];
    // Title, call sign, vessel type, tonnage, gross tonnage, flag, owner.
    cells.extend(std::iter::repeat_n(NOTHING.to_owned(), 7));
    cells.push(quoted(&subject.remarks));
    cells.join(",") + "\n"
}

fn add_row(subject: &Subject) -> String {
    let cells = [
        (FIRST_NUMBER + subject.number).to_string(),
        (FIRST_NUMBER + subject.number).to_string(),
        quoted(&format!("{} Demonstration Road", subject.number + 1)),
        quoted("Demonstration Town"),
        quoted(subject.country),
        NOTHING.to_owned(),
    ];
    cells.join(",") + "\r\n"
}

fn alt_rows(subject: &Subject) -> Vec<String> {
    let names = subject.aliases.iter().chain([&subject.native]).enumerate();
    let rows = names.map(|(at, name)| {
        let cells = [
            (FIRST_NUMBER + subject.number).to_string(),
            (FIRST_NUMBER + subject.number * ALIASES_MAX + at as u32).to_string(),
            quoted("aka"),
            quoted(name),
            NOTHING.to_owned(),
        ];
        cells.join(",") + "\r\n"
    });
    rows.collect()
}

/// OFAC's files double no quotation marks, because they contain none inside a text.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "'"))
}

/// `1980-03-07` as OFAC writes it: `07 Mar 1980`.
fn ofac_date(iso: &str) -> String {
    let months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month: usize = iso[5..7].parse().unwrap_or(1);
    format!("{} {} {}", &iso[8..], months[(month - 1) % months.len()], &iso[..4])
}

fn un_xml(subjects: &[Subject]) -> String {
    let of_kind = |people: bool| {
        let chosen = subjects.iter().filter(move |subject| subject.human.is_some() == people);
        chosen.map(if people { un_individual } else { un_entity }).collect::<String>()
    };
    let root = "CONSOLIDATED_LIST xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
                xsi:noNamespaceSchemaLocation=\"https://www.un.org/sc/resources/sc-sanctions.xsd\" \
                dateGenerated=\"2025-09-01T00:00:00.000Z\"";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{root}>\n  \
         <INDIVIDUALS>\n{}  </INDIVIDUALS>\n  <ENTITIES>\n{}  </ENTITIES>\n</CONSOLIDATED_LIST>\n",
        of_kind(true),
        of_kind(false)
    )
}

fn un_individual(subject: &Subject) -> String {
    let Some(human) = &subject.human else {
        return String::new();
    };
    let names = human.name.given_first();
    let (first, second) = names.rsplit_once(' ').unwrap_or((&names, ""));
    let mut lines = un_head(subject, "i", &[("FIRST_NAME", first), ("SECOND_NAME", second)]);
    let gender = if human.sex == Sex::Male { "Male" } else { "Female" };
    lines.insert(lines.len() - 1, element("GENDER", gender));
    lines.push(within("NATIONALITY", &[element("VALUE", subject.country)]));
    lines.extend(un_middle());
    for alias in &subject.aliases {
        let parts = [element("QUALITY", "Good"), element("ALIAS_NAME", alias)];
        lines.push(within("INDIVIDUAL_ALIAS", &parts));
    }
    lines.push(within("INDIVIDUAL_ADDRESS", &[element("COUNTRY", subject.country)]));
    let born = [element("TYPE_OF_DATE", "EXACT"), element("DATE", &human.birth_date)];
    lines.push(within("INDIVIDUAL_DATE_OF_BIRTH", &born));
    lines.push(within("INDIVIDUAL_PLACE_OF_BIRTH", &[element("COUNTRY", subject.country)]));
    let document = [element("TYPE_OF_DOCUMENT", "Passport"), element("NUMBER", &human.passport)];
    lines.push(within("INDIVIDUAL_DOCUMENT", &document));
    lines.extend(["<SORT_KEY/>".to_owned(), "<SORT_KEY_LAST_MOD/>".to_owned()]);
    indented("INDIVIDUAL", &lines)
}

fn un_entity(subject: &Subject) -> String {
    let mut lines = un_head(subject, "e", &[("FIRST_NAME", &subject.name)]);
    lines.extend(un_middle());
    for alias in &subject.aliases {
        let parts = [element("QUALITY", "a.k.a."), element("ALIAS_NAME", alias)];
        lines.push(within("ENTITY_ALIAS", &parts));
    }
    let address = [element("CITY", "Demonstration Town"), element("COUNTRY", subject.country)];
    lines.push(within("ENTITY_ADDRESS", &address));
    lines.extend(["<SORT_KEY/>".to_owned(), "<SORT_KEY_LAST_MOD/>".to_owned()]);
    indented("ENTITY", &lines)
}

fn un_head(subject: &Subject, kind: &str, names: &[(&str, &str)]) -> Vec<String> {
    let mut lines = vec![
        element("DATAID", &(FIRST_NUMBER + subject.number).to_string()),
        element("VERSIONNUM", "1"),
    ];
    lines.extend(names.iter().map(|(name, text)| element(name, text)));
    lines.extend([
        element("UN_LIST_TYPE", "Demonstration"),
        element("REFERENCE_NUMBER", &format!("DM{kind}.{:03}", subject.number + 1)),
        element("LISTED_ON", "2025-01-02"),
        element("NAME_ORIGINAL_SCRIPT", &subject.native),
        element("COMMENTS1", &subject.remarks),
    ]);
    lines
}

fn un_middle() -> [String; 2] {
    [
        within("LIST_TYPE", &[element("VALUE", "Demonstration List")]),
        within("LAST_DAY_UPDATED", &[element("VALUE", "2025-01-02")]),
    ]
}

fn indented(name: &str, lines: &[String]) -> String {
    let body: String =
        lines.iter().flat_map(|line| line.lines()).map(|line| format!("      {line}\n")).collect();
    format!("    <{name}>\n{body}    </{name}>\n")
}

fn within(name: &str, lines: &[String]) -> String {
    format!("<{name}>\n  {}\n</{name}>", lines.join("\n  "))
}

fn element(name: &str, text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if text.is_empty() { format!("<{name}/>") } else { format!("<{name}>{text}</{name}>") }
}

fn country_name(culture: Culture) -> &'static str {
    match culture {
        Culture::Korean => "Korea, South",
        Culture::Chinese => "China",
        Culture::Vietnamese => "Vietnam",
        Culture::Thai => "Thailand",
        Culture::Khmer => "Cambodia",
        Culture::Lao => "Laos",
        Culture::Burmese => "Burma",
        Culture::Indonesian => "Indonesia",
        Culture::Malay => "Malaysia",
        Culture::English => "United States",
    }
}

/// How many are on the list, and how many of them are people.
const SUBJECTS: u32 = 40;
const PEOPLE: u32 = 30;
/// Other names of one subject, at most.
const ALIASES_MAX: u32 = 8;
/// Numbers beyond those that OFAC and the United Nations have given out.
const FIRST_NUMBER: u32 = 99_000_000;
const PROGRAM: &str = "LIAISON-DEMO";
/// What OFAC writes where there is nothing.
const NOTHING: &str = "-0- ";
const COMPANIES: &[(&str, &str)] = &[
    ("시범 무역", "Demonstration Trading"),
    ("演示控股", "Demonstration Holding"),
    ("Công ty Mẫu", "Demonstration Services"),
    ("บริษัทสาธิต", "Demonstration Finance"),
    ("ក្រុមហ៊ុនសាកល្បង", "Demonstration Resorts"),
];
