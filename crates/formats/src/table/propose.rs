//! Proposes a mapping for a table that nobody has mapped yet.
//!
//! Headings come first; where they say nothing, the contents may: most cells of a column are
//! e-mail addresses, or Hangul names. A column that could mean several things is left out, with
//! the reason: a person decides. Nothing is read with a proposal that nobody accepted.

use std::collections::BTreeMap;

use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema as schemata};
use liaison_model::schema::{self, PropType};
use liaison_model::values::{self, Hints};
use serde::Serialize;

use super::headings::{self, Meaning, Role};
use super::mapping::{EntityRule, Formulas, IdForm, IdRule, Mapping, PropertyRule};
use super::sample::Sample;
use super::{ROW_HEADING, date_format};
use crate::words;

/// A mapping that might fit, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// The mapping; `None` when no column was understood.
    pub mapping: Option<Mapping>,
    /// Each column in order.
    pub columns: Vec<ColumnProposal>,
}

/// What one column seems to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnProposal {
    /// Its heading.
    pub heading: String,
    /// Entity and property, such as `person.birthDate`; `None` when the column is left out.
    pub to: Option<String>,
    /// Why.
    pub reason: Message,
}

/// Proposes a mapping for the table of a sample. What the hints say is kept in it, so that a saved
/// mapping reads the table as this one does.
#[must_use]
pub fn propose(sample: &Sample, hints: &Hints) -> Proposal {
    let Sample { headings, rows, .. } = sample;
    let once = |heading: &String| headings.iter().filter(|other| *other == heading).count() == 1;
    let is_named = |heading: &String| once(heading) && !heading.is_empty();
    let mut columns: Vec<Column> = headings
        .iter()
        .map(|heading| match is_named(heading) {
            true => by_heading(heading),
            false => Column::left_out(words::COLUMN_HEADING_TWICE),
        })
        .collect();
    // What the headings say comes first: contents are about whom they are about.
    for at in 0..columns.len() {
        if columns[at].reason == words::COLUMN_UNKNOWN {
            columns[at] = by_contents(&samples(rows, at), &columns, hints);
        }
    }
    settle_company(&mut columns);
    settle_notes(&mut columns);
    leave_out_the_nameless(&mut columns);
    let found: Vec<Target> = columns.iter().map(|column| column.target).collect();
    let proposed = |(heading, column): (&String, &Column)| ColumnProposal {
        heading: heading.clone(),
        to: column.target.map(|(role, property)| format!("{}.{property}", role.name())),
        reason: Message::new(column.reason),
    };
    let columns = headings.iter().zip(&columns).map(proposed).collect();
    let country = hints.country.clone().or_else(|| country_of_headings(headings));
    let mapping = Mapping {
        dataset: None,
        sheet: sample.sheet.clone(),
        heading_row: sample.heading_row,
        formulas: Formulas::Refuse,
        dates: hints.date_order,
        country: hints.country.clone(),
        entities: entities(headings, rows, &found, country.as_deref(), hints),
    };
    let mapping = (!mapping.entities.is_empty()).then_some(mapping);
    Proposal { mapping, columns }
}

type Target = Option<(Role, &'static str)>;

/// The cells of one column that are filled.
fn samples(rows: &[Vec<String>], column: usize) -> Vec<&str> {
    let cells = rows.iter().take(SAMPLE_ROWS_MAX).filter_map(|row| row.get(column));
    cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect()
}

/// What a column seems to be, and why: a key of the message catalogue.
struct Column {
    target: Target,
    reason: &'static str,
}

impl Column {
    fn new(target: (Role, &'static str), reason: &'static str) -> Self {
        Self { target: Some(target), reason }
    }

    fn left_out(reason: &'static str) -> Self {
        Self { target: None, reason }
    }

    fn is(&self, role: Role, properties: &[&str]) -> bool {
        self.target.is_some_and(|(known, property)| known == role && properties.contains(&property))
    }
}

fn by_heading(heading: &str) -> Column {
    match headings::meaning(heading) {
        Some(Meaning::Property(role, property)) => {
            Column::new((role, property), words::COLUMN_HEADING)
        }
        Some(Meaning::RowNumber) => Column::left_out(words::COLUMN_ROW_NUMBER),
        None if heading == ROW_HEADING => Column::left_out(words::COLUMN_ROW_NUMBER),
        None => Column::left_out(words::COLUMN_UNKNOWN),
    }
}

fn by_contents(samples: &[&str], columns: &[Column], hints: &Hints) -> Column {
    let is_free = |target| columns.iter().all(|column| column.target != Some(target));
    // Beside companies alone, a country is theirs: a row must not make a person of it.
    let country = match names_any(columns, Role::Company) && !names_any(columns, Role::Person) {
        true => (Role::Company, prop::COUNTRY),
        false => (Role::Person, prop::NATIONALITY),
    };
    let contents = [
        (PropType::Email, (Role::Person, prop::EMAIL)),
        (PropType::Url, (Role::Person, prop::WEBSITE)),
        (PropType::Phone, (Role::Person, prop::PHONE)),
        (PropType::Country, country),
    ];
    for (kind, target) in contents {
        if is_free(target) && mostly(samples, |cell| cell_is(kind, cell, hints)) {
            return Column::new(target, words::COLUMN_CONTENT);
        }
    }
    if is_free((Role::Person, prop::NAME)) && mostly(samples, |cell| is_hangul_name(cell)) {
        return Column::new((Role::Person, prop::NAME), words::COLUMN_CONTENT);
    }
    if mostly(samples, |cell| cell_is(PropType::Date, cell, hints)) {
        return Column::left_out(words::COLUMN_SOME_DATE);
    }
    Column::left_out(words::COLUMN_UNKNOWN)
}

fn names_any(columns: &[Column], wanted: Role) -> bool {
    columns.iter().any(|column| column.target.is_some_and(|(role, _)| role == wanted))
}

/// Whether a cell is a value of a type, and unlikely to be anything else.
fn cell_is(kind: PropType, cell: &str, hints: &Hints) -> bool {
    let telling = match kind {
        PropType::Email => cell.contains('@'),
        PropType::Url => cell.contains("://") || cell.starts_with("www."),
        PropType::Phone => PHONE_DIGITS_MIN <= cell.bytes().filter(u8::is_ascii_digit).count(),
        PropType::Country => cell.chars().all(|letter| !letter.is_ascii_digit()),
        _ => true,
    };
    telling && values::clean_as(kind, cell, hints).is_ok()
}

/// Two to four syllables of Hangul that begin with a frequent family name.
fn is_hangul_name(cell: &str) -> bool {
    let syllables: Vec<char> = cell.chars().collect();
    (2..=4).contains(&syllables.len())
        && syllables.iter().all(|letter| ('가'..='힣').contains(letter))
        && KOREAN_FAMILY_NAMES.contains(syllables[0])
}

fn mostly(samples: &[&str], fits: impl Fn(&&&str) -> bool) -> bool {
    let fitting = samples.iter().filter(fits).count();
    let is_telling =
        |cell: &&str| cell.starts_with('+') || cell.contains('@') || cell.contains("://");
    let enough = if samples.iter().all(is_telling) { 1 } else { SAMPLES_MIN };
    enough <= samples.len() && samples.len() * FITTING_PERCENT_MIN <= fitting * 100
}

/// In a table of companies, an address or a telephone is theirs, and so is a name where no other
/// column has one. A table of companies has no column that only people have.
fn settle_company(columns: &mut [Column]) {
    let is_of_people = |column: &Column| {
        column.target.is_some_and(|(role, property)| {
            role == Role::Person && property != prop::NAME && !OF_ANYBODY.contains(&property)
        })
    };
    let has_name = columns.iter().any(|column| column.is(Role::Company, &[prop::NAME]));
    let has_person = columns.iter().any(|column| column.is(Role::Person, &[prop::NAME]));
    let is_of_companies = names_any(columns, Role::Company)
        && !columns.iter().any(is_of_people)
        && !(has_name && has_person);
    for (role, property) in columns.iter_mut().filter_map(|column| column.target.as_mut()) {
        let is_theirs = *property == prop::NAME || OF_ANYBODY.contains(property);
        if is_of_companies && *role == Role::Person && is_theirs {
            *role = Role::Company;
        }
    }
}

/// Notes stand with the report where the table has reports.
fn settle_notes(columns: &mut [Column]) {
    let has_report = names_any(columns, Role::Report);
    for (role, property) in columns.iter_mut().filter_map(|column| column.target.as_mut()) {
        if has_report && *role == Role::Person && *property == prop::NOTES {
            *role = Role::Report;
        }
    }
}

/// A sector or a currency alone names no company and no account.
fn leave_out_the_nameless(columns: &mut [Column]) {
    let naming: [(Role, &[&str]); 3] = [
        (Role::Company, &[prop::NAME, prop::REGISTRATION_NUMBER]),
        (Role::Account, &[prop::ACCOUNT_NUMBER, prop::IBAN, prop::BANK_NAME, prop::NAME]),
        (Role::Wallet, &[prop::PUBLIC_KEY]),
    ];
    for (role, properties) in naming {
        if columns.iter().any(|column| column.is(role, properties)) {
            continue;
        }
        for column in &mut *columns {
            if column.target.is_some_and(|(known, _)| known == role) {
                *column = Column::left_out(words::COLUMN_NAMELESS);
            }
        }
    }
}

/// The columns that speak of an entity, or of one property of it.
struct Targets<'a> {
    headings: &'a [String],
    found: &'a [Target],
}

impl Targets<'_> {
    fn columns(&self, role: Role, property: Option<&str>) -> Vec<String> {
        let fits = |target: &Target| {
            target.is_some_and(|(r, p)| r == role && property.is_none_or(|wanted| wanted == p))
        };
        let fitting = self.headings.iter().zip(self.found).filter(|(_, target)| fits(target));
        fitting.map(|(heading, _)| heading.clone()).collect()
    }
}

fn entities(
    headings: &[String],
    rows: &[Vec<String>],
    found: &[Target],
    country: Option<&str>,
    hints: &Hints,
) -> BTreeMap<String, EntityRule> {
    let mut entities: BTreeMap<String, EntityRule> = BTreeMap::new();
    let mut roles = Vec::new();
    for (at, target) in found.iter().enumerate() {
        let Some((role, property)) = *target else { continue };
        roles.push(role);
        let rule = entities.entry(role.name().to_owned()).or_insert_with(|| EntityRule {
            schema: role.schema().to_owned(),
            ..EntityRule::default()
        });
        let values = rule.properties.entry(property.to_owned()).or_default();
        values.columns.push(headings[at].clone());
        let known = schema::find(role.schema()).and_then(|schema| schema.property(property));
        match known.map(|property| property.kind) {
            Some(PropType::Date) => values.format = date_layout(&samples(rows, at), hints),
            Some(PropType::Phone) => values.country = country.map(str::to_owned),
            _ => {}
        }
        // Street, city and country of one address stand in columns of their own.
        if property == prop::ADDRESS && 1 < values.columns.len() {
            values.join = Some(", ".to_owned());
        }
        if let Role::Handle { service, .. } = role {
            let literal = Some(service.to_owned());
            let of_service = PropertyRule { literal, ..Default::default() };
            rule.properties.insert(prop::SERVICE.to_owned(), of_service);
        }
    }
    // What changes while a report is worked on does not tell whom or what a row is about.
    let lasting: Vec<Target> = found
        .iter()
        .map(|target| target.filter(|(_, property)| *property != prop::STAGE))
        .collect();
    let targets = Targets { headings, found: &lasting };
    for role in roles {
        if let Some(rule) = entities.get_mut(role.name()) {
            set_id(rule, role, &targets);
        }
    }
    link(&mut entities);
    for rule in entities.values_mut().flat_map(|rule| rule.properties.values_mut()) {
        simplify(rule);
    }
    entities
}

/// Says by which columns an entity is told from others.
fn set_id(rule: &mut EntityRule, role: Role, targets: &Targets) {
    let naming: &[&str] = match role {
        Role::Account => &[prop::ACCOUNT_NUMBER, prop::IBAN],
        Role::Handle { .. } => &[prop::USERNAME],
        Role::Company => &[prop::NAME, prop::REGISTRATION_NUMBER],
        Role::Person => &[prop::NAME, prop::BIRTH_DATE, prop::PASSPORT_NUMBER, prop::ID_NUMBER],
        Role::Report => &[],
        Role::Reporter => &[prop::NAME],
        Role::Wallet => &[prop::PUBLIC_KEY],
    };
    let number = targets.columns(Role::Report, Some(prop::NUMBER)).into_iter().next();
    // A number says which report within its table: the id is made of it and of the dataset, so that
    // number 1 of two desks is two reports.
    if let (Role::Report, Some(column)) = (role, &number) {
        let prefix = "report-".to_owned();
        rule.id = Some(IdRule { column: column.clone(), prefix, form: IdForm::InDataset });
        return;
    }
    let own = naming.iter().flat_map(|property| targets.columns(role, Some(property)));
    let mut keys: Vec<String> = own.collect();
    if keys.is_empty() {
        keys = targets.columns(role, None);
    }
    match role {
        // People of one name in two reports are two people until somebody judges otherwise.
        Role::Person | Role::Reporter => {
            let report = number.map_or_else(|| targets.columns(Role::Report, None), |n| vec![n]);
            keys.splice(0..0, report);
        }
        Role::Report => keys.extend(targets.columns(Role::Person, None)),
        Role::Account | Role::Company | Role::Handle { .. } | Role::Wallet => {}
    }
    // An account of one name exists once with each service.
    if let Role::Handle { service, .. } = role {
        rule.key_literal = Some(service.to_owned());
    }
    rule.keys = keys;
}

/// Ties the entities of a row together, where that says no more than the table does.
fn link(entities: &mut BTreeMap<String, EntityRule>) {
    let links = [
        (Role::Report, prop::PERSON, Role::Person),
        (Role::Report, prop::REPORTER, Role::Reporter),
    ];
    for (from, property, to) in links {
        if !entities.contains_key(to.name()) {
            continue;
        }
        if let Some(rule) = entities.get_mut(from.name()) {
            let entity = Some(to.name().to_owned());
            rule.properties
                .insert(property.to_owned(), PropertyRule { entity, ..Default::default() });
        }
    }
    let owner =
        [Role::Person, Role::Company].into_iter().find(|role| entities.contains_key(role.name()));
    let accounts = entities.values_mut().filter(|rule| rule.schema == schemata::USER_ACCOUNT);
    for (rule, owner) in accounts.zip(owner.into_iter().cycle()) {
        let entity = Some(owner.name().to_owned());
        let of_owner = PropertyRule { entity, ..Default::default() };
        rule.properties.insert(prop::OWNER.to_owned(), of_owner);
    }
}

/// Whom what a table says of anybody may be about: people and companies alike.
const OF_ANYBODY: &[&str] = &[
    prop::ADDRESS,
    prop::ALIAS,
    prop::COUNTRY,
    prop::EMAIL,
    prop::NOTES,
    prop::PHONE,
    prop::SOURCE_URL,
    prop::TAX_NUMBER,
    prop::WEBSITE,
];

/// One column is written as one.
fn simplify(rule: &mut PropertyRule) {
    if rule.columns.len() == 1 {
        rule.column = rule.columns.pop();
    }
}

/// The layout of a column of dates, where single cells leave it open and together they do not.
fn date_layout(samples: &[&str], hints: &Hints) -> Option<String> {
    if mostly(samples, |cell| values::clean_as(PropType::Date, cell, hints).is_ok()) {
        return None;
    }
    let fitting = |format: &str| {
        let parts = date_format::parts(format).unwrap_or_default();
        let iso = |cell: &&str| date_format::to_iso(cell, &parts);
        let fits = |iso: &String| values::clean_as(PropType::Date, iso, hints).is_ok();
        samples.iter().filter_map(iso).filter(fits).count()
    };
    let mut counts: Vec<(usize, &str)> =
        DATE_LAYOUTS.iter().map(|format| (fitting(format), *format)).collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let [(best, format), (second, _), ..] = counts[..] else { return None };
    let clear = second < best && samples.len() * FITTING_PERCENT_MIN <= best * 100;
    clear.then(|| format.to_owned())
}

/// The country whose language the headings are in.
fn country_of_headings(headings: &[String]) -> Option<String> {
    let any = |fits: fn(char) -> bool| headings.iter().any(|heading| heading.chars().any(fits));
    let country = if any(|c| ('가'..='힣').contains(&c)) {
        "kr"
    } else if any(|c| ('\u{0E01}'..='\u{0E2E}').contains(&c)) {
        "th"
    } else if any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) {
        "cn"
    } else if any(|c| "ăđơưĂĐƠƯ".contains(c) || ('\u{1EA0}'..='\u{1EF9}').contains(&c)) {
        "vn"
    } else {
        return None;
    };
    Some(country.to_owned())
}

const DATE_LAYOUTS: &[&str] = &[
    "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y", "%m.%d.%Y", "%d/%m/%y", "%m/%d/%y",
    "%y%m%d", "%Y%m%d", "%y.%m.%d", "%y-%m-%d",
];

/// The most frequent family names of South Korea; together, nine people in ten.
const KOREAN_FAMILY_NAMES: &str =
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민";

/// How many rows are looked at.
const SAMPLE_ROWS_MAX: usize = 500;

/// Fewer cells than this say nothing about a column, unless each of them is telling.
const SAMPLES_MIN: usize = 3;

/// How many of a hundred cells must fit, so that a few broken rows do not hide what a column is.
const FITTING_PERCENT_MIN: usize = 80;

/// A shorter number is more likely a count or a code than a telephone's.
const PHONE_DIGITS_MIN: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_csv;
    use crate::testing::{Kept, context};
    use liaison_model::values::DateOrder;

    fn table(text: &str) -> Sample {
        let mut lines = text.lines().map(|line| line.split('|').map(str::to_owned).collect());
        let headings = lines.next().unwrap();
        Sample { sheet: None, heading_row: 1, headings, rows: lines.collect() }
    }

    fn targets(proposal: &Proposal) -> Vec<&str> {
        proposal.columns.iter().map(|column| column.to.as_deref().unwrap_or("-")).collect()
    }

    #[test]
    fn a_korean_table_of_reports_is_understood() {
        let sample = table(
            "연번|접수번호|신고일|피해자 성명|생년월일|연락처|신고자|비고\n\
             1|R-1|2025.03.01|강서윤|1990-01-02|010-1234-5678|강민호|x",
        );
        let proposal = propose(&sample, &Hints::default());

        let expected = [
            "-",
            "report.number",
            "report.reportedAt",
            "person.name",
            "person.birthDate",
            "person.phone",
            "reporter.name",
            "report.notes",
        ];
        assert_eq!(targets(&proposal), expected);
        let mapping = proposal.mapping.unwrap();
        mapping.check().unwrap();
        let person = &mapping.entities["person"];
        assert_eq!(person.keys, ["접수번호", "피해자 성명", "생년월일"]);
        assert_eq!(person.properties["phone"].country.as_deref(), Some("kr"));
        assert_eq!(
            mapping.entities["report"].properties["person"].entity.as_deref(),
            Some("person")
        );
    }

    #[test]
    fn reports_of_one_number_in_two_datasets_are_two() {
        let text = "사건번호,성명\n1,강서윤\n";
        let sample = crate::sample_csv(text.as_bytes()).unwrap();
        let mapping = propose(&sample, &Hints::default()).mapping.unwrap();
        let ids = |dataset: &str| {
            let mut kept = Kept::default();
            let context = crate::ImportContext { dataset: dataset.into(), ..context() };
            read_csv(text.as_bytes(), &mapping, &context, &mut kept).unwrap();
            let reports = kept.drafts.into_iter().map(|draft| draft.statement);
            let reports = reports.filter(|statement| &*statement.schema == "Report");
            reports.map(|statement| statement.entity).collect::<Vec<_>>()
        };

        assert_eq!(ids("seoul"), ids("seoul"));
        assert_ne!(ids("seoul")[0], ids("busan")[0]);
    }

    #[test]
    fn a_bad_day_of_going_missing_is_a_problem() {
        let text = "사건번호,성명,실종일자\nR-1,강서윤,2025-08-02\nR-2,김민수,2025-13-02\n";
        let sample = crate::sample_csv(text.as_bytes()).unwrap();
        let mapping = propose(&sample, &Hints::default()).mapping.unwrap();

        let mut kept = Kept::default();
        read_csv(text.as_bytes(), &mapping, &context(), &mut kept).unwrap();

        assert_eq!(kept.faults(), ["3 실종일자 date-impossible*"]);
        assert!(kept.statements().iter().any(|line| line.ends_with("Report:date 2025-08-02")));
    }

    #[test]
    fn contents_speak_where_headings_do_not() {
        let sample = table(
            "a|b|c|d\n강서윤|x@example.com|대한민국|2025-01-02\n김민수|y@example.com|중국|2025-01-03\n박지훈|z@example.com|태국|2025-01-04",
        );
        let proposal = propose(&sample, &Hints::default());

        assert_eq!(targets(&proposal), ["person.name", "person.email", "person.nationality", "-"]);
        assert_eq!(proposal.columns[3].reason.key, words::COLUMN_SOME_DATE);
    }

    #[test]
    fn a_column_of_dates_tells_which_part_comes_first() {
        let hints = Hints::default();

        assert_eq!(
            date_layout(&["05/06/2025", "25/06/2025", "01/02/2025"], &hints).as_deref(),
            Some("%d/%m/%Y")
        );
        assert_eq!(
            date_layout(&["05/06/2025", "06/25/2025", "01/02/2025"], &hints).as_deref(),
            Some("%m/%d/%Y")
        );
        assert_eq!(date_layout(&["05/06/2025", "06/05/2025", "01/02/2025"], &hints), None);
        assert_eq!(date_layout(&["2025-06-05", "2025-06-05", "2025"], &hints), None);
    }

    #[test]
    fn a_proposed_mapping_says_where_the_table_is_and_how_it_is_read() {
        let sample = Sample {
            sheet: Some("Reports".to_owned()),
            heading_row: 4,
            ..table("name|date of birth|status\nKang|05/06/1990|open")
        };
        let hints = Hints { date_order: Some(DateOrder::DayFirst), country: Some("kr".to_owned()) };
        let mapping = propose(&sample, &hints).mapping.unwrap();

        assert_eq!((mapping.sheet.as_deref(), mapping.heading_row), (Some("Reports"), 4));
        assert_eq!(mapping.dates, Some(DateOrder::DayFirst));
        assert_eq!(mapping.country.as_deref(), Some("kr"));
    }

    #[test]
    fn a_report_stays_itself_when_its_stage_changes() {
        let sample = table("성명|생년월일|상태\n강서윤|1990-01-02|접수");
        let mapping = propose(&sample, &Hints::default()).mapping.unwrap();

        assert_eq!(mapping.entities["report"].properties["stage"].column.as_deref(), Some("상태"));
        assert_eq!(mapping.entities["report"].keys, ["성명", "생년월일"]);
        assert_eq!(mapping.entities["person"].keys, ["성명", "생년월일"]);
    }

    #[test]
    fn a_country_beside_companies_makes_no_person() {
        let sample = table("company|land\nA|Cambodia\nB|Thailand\nC|Laos");

        assert_eq!(
            targets(&propose(&sample, &Hints::default())),
            ["company.name", "company.country"]
        );
    }

    #[test]
    fn what_stands_beside_companies_is_theirs() {
        let hints = Hints::default();
        let of = |text: &str| targets(&propose(&table(text), &hints)).join(" ");

        assert_eq!(
            of("company name|country|registration number|website\nA|Cambodia|1|https://a.example"),
            "company.name company.country company.registrationNumber company.website"
        );
        assert_eq!(of("Name|Registration number"), "company.name company.registrationNumber");
        assert_eq!(of("Name|Country"), "person.name person.country");
        assert_eq!(of("Company|Name|Phone"), "company.name person.name person.phone");
        assert_eq!(
            of("회사명|주소|전화번호|비고"),
            "company.name company.address company.phone company.notes"
        );
    }

    #[test]
    fn telling_contents_speak_in_the_first_rows_already() {
        let hints = Hints { country: Some("kr".to_owned()), ..Hints::default() };
        let of = |text: &str| targets(&propose(&table(text), &hints)).join(" ");

        assert_eq!(of("foo|bar\nx|+82 10 1234 5678\ny|+82 10 1234 5679"), "- person.phone");
        assert_eq!(
            of("foo|bar\nx|010-1234-5678\ny|010-1234-5679\nz|010-1234-5670"),
            "- person.phone"
        );
        assert_eq!(of("foo|bar\nhttps://a.example|a@example.com"), "person.website person.email");
        assert_eq!(of("foo|bar\nx|1234567890"), "- -");
    }

    #[test]
    fn a_messenger_makes_an_account_of_its_own_and_a_city_completes_an_address() {
        let text = "Name,Address,City,Telegram\nKang,1 Main Street,Seoul,@kang\nKim,,Busan,\n";
        let sample = crate::sample_csv(text.as_bytes()).unwrap();
        let mapping = propose(&sample, &Hints::default()).mapping.unwrap();
        let mut kept = Kept::default();

        read_csv(text.as_bytes(), &mapping, &context(), &mut kept).unwrap();

        assert_eq!(kept.faults(), [""; 0]);
        let values: Vec<_> = kept.drafts.iter().map(|d| d.statement.value.as_str()).collect();
        for value in ["1 Main Street, Seoul", "Busan", "@kang", "Telegram"] {
            assert!(values.contains(&value), "{value}: {values:?}");
        }
        let accounts = kept.drafts.iter().filter(|d| &*d.statement.schema == "UserAccount");
        assert_eq!(accounts.filter(|d| d.statement.prop == "username").count(), 1);
    }

    #[test]
    fn a_sector_or_a_currency_names_nobody() {
        let sample = table("name|date of birth|sector|currency\nKang|1990-01-02|retail|USD");

        assert_eq!(
            targets(&propose(&sample, &Hints::default())),
            ["person.name", "person.birthDate", "-", "-"]
        );
    }

    #[test]
    fn a_table_that_nobody_understands_has_no_mapping() {
        let sample = table("colour|size\nred|3");

        assert_eq!(propose(&sample, &Hints::default()).mapping, None);
    }
}
