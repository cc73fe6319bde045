//! OFAC's remarks: parts with a semicolon between them, each a label and a value.
//!
//! Only regular parts are read. Everything else, such as whom an entry is linked to, stays in the
//! notes, where the whole remark is kept.

use liaison_model::schema::PropType;
use liaison_model::schema::names::{prop, schema as schemata};
use liaison_model::values::{self, Hints};

use crate::import::{Import, ReadError};
use crate::listed::{From, Listed, short_hash, turned_round};

/// Adds what a remark says, and the remark itself.
pub(super) fn put(
    import: &mut Import,
    entity: &Listed,
    remark: &str,
    from: From,
) -> Result<(), ReadError> {
    if remark.is_empty() {
        return Ok(());
    }
    for part in remark.split(';').take(PARTS_MAX) {
        let part = part.trim();
        let part = part.strip_prefix("alt. ").unwrap_or(part);
        put_part(import, entity, part.strip_suffix('.').unwrap_or(part), from)?;
    }
    import.put(entity, prop::NOTES, remark, from)
}

/// Adds a country, which OFAC may write the wrong way round: `Korea, North`.
pub(super) fn put_country(
    import: &mut Import,
    entity: &Listed,
    property: &'static str,
    country: &str,
    from: From,
) -> Result<(), ReadError> {
    if country == NO_COUNTRY {
        return Ok(());
    }
    let known = |name: &str| values::clean_as(PropType::Country, name, &Hints::default()).is_ok();
    let turned = turned_round(country).filter(|turned| !known(country) && known(turned));
    import.put_rewritten(entity, property, turned.as_deref().unwrap_or(country), country, from)
}

/// How the value after a label is read.
#[derive(Debug, Clone, Copy)]
enum Reading {
    Text(&'static str),
    Date(&'static str),
    Country(&'static str),
    /// A number, and in brackets who gave it out.
    Number(&'static str),
    Phone,
    Imo,
    Passport,
    Wallet,
    WeakAlias,
}

fn put_part(import: &mut Import, entity: &Listed, part: &str, from: From) -> Result<(), ReadError> {
    let found = LABELS
        .iter()
        .find_map(|(label, reading)| Some((part.strip_prefix(label)?.trim(), reading)));
    let Some((text, reading)) = found else { return Ok(()) };
    match *reading {
        Reading::Text(property) => import.put(entity, property, text, from),
        Reading::Country(property) => put_country(import, entity, property, text, from),
        Reading::Date(property) => match date(text) {
            Some(date) => import.put_rewritten(entity, property, &date, text, from),
            None => Ok(()), // a span of years: the notes have it
        },
        Reading::Number(property) => {
            import.put_rewritten(entity, property, number(text), text, from)
        }
        Reading::Phone => import.put_rewritten(entity, prop::PHONE, &phone(text), text, from),
        Reading::Imo => {
            import.put_rewritten(entity, prop::IMO_NUMBER, &format!("IMO{text}"), text, from)
        }
        Reading::Passport => put_passport(import, entity, text, from),
        Reading::Wallet => put_wallet(import, entity, text, from),
        Reading::WeakAlias => {
            let quoted = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
            quoted.map_or(Ok(()), |alias| import.put(entity, prop::WEAK_ALIAS, alias, from))
        }
    }
}

/// `Z106861 (Iran) issued 18 Feb 2004 expires 17 Feb 2009`.
fn put_passport(
    import: &mut Import,
    holder: &Listed,
    text: &str,
    from: From,
) -> Result<(), ReadError> {
    let number = number(text);
    if number.is_empty() || holder.schema.name != schemata::PERSON {
        return Ok(());
    }
    import.put_rewritten(holder, prop::PASSPORT_NUMBER, number, text, from)?;
    let local = format!("{}-passport-{}", holder.id.local(), short_hash(number));
    let Some(passport) = import.begin(&local, schemata::PASSPORT, from)? else { return Ok(()) };
    import.point(&passport, prop::HOLDER, holder)?;
    import.put_rewritten(&passport, prop::NUMBER, number, text, from)?;
    let country =
        text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(country, _)| country);
    if let Some(country) = country {
        put_country(import, &passport, prop::COUNTRY, country, from)?;
    }
    for (word, property) in [("issued ", prop::START_DATE), ("expires ", prop::END_DATE)] {
        let after = text.split_once(word).map(|(_, rest)| rest);
        let written = after.map(|rest| rest.split(" expires").next().unwrap_or(rest).trim());
        if let Some((written, date)) = written.and_then(|written| Some((written, date(written)?))) {
            import.put_rewritten(&passport, property, &date, written, from)?;
        }
    }
    Ok(())
}

/// `- XBT 149w62rY42aZBox8fGcmqNsXUzSStKeq8C`.
fn put_wallet(
    import: &mut Import,
    holder: &Listed,
    text: &str,
    from: From,
) -> Result<(), ReadError> {
    let words = text.trim_start_matches(['-', ' ']).split_once(' ');
    let Some((currency, address)) = words else { return Ok(()) };
    let local = format!("ofac-wallet-{}", short_hash(&format!("{currency} {}", address.trim())));
    let Some(wallet) = import.begin(&local, schemata::CRYPTO_WALLET, from)? else { return Ok(()) };
    import.put(&wallet, prop::PUBLIC_KEY, address, from)?;
    import.put(&wallet, prop::CURRENCY_SYMBOL, currency, from)?;
    import.put(&wallet, prop::TOPICS, "sanction", from)?;
    if holder.schema.is_a(schemata::LEGAL_ENTITY) {
        import.point(&wallet, prop::HOLDER, holder)?;
    }
    Ok(())
}

/// The number before a bracket or the words `issued` and `expires`.
fn number(text: &str) -> &str {
    let text = text.trim_start_matches([':', '#', ' ']);
    let end = [" (", " issued", " expires"].iter().filter_map(|word| text.find(word)).min();
    text[..end.unwrap_or(text.len())].trim()
}

/// `20 Nov 1971`, `Nov 1971`, `1971`, each possibly `circa`, as ISO 8601; `None` for spans.
fn date(text: &str) -> Option<String> {
    let text = text.strip_prefix("circa ").unwrap_or(text);
    let words: Vec<&str> = text.split(' ').collect();
    let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let month = |word: &str| MONTHS.iter().position(|name| *name == word).map(|at| at + 1);
    match words[..] {
        [only] if year(only) => Some(only.to_owned()),
        [word, last] if year(last) => Some(format!("{last}-{:02}", month(word)?)),
        [day, word, last] if year(last) => {
            let day: u8 = day.parse().ok()?;
            Some(format!("{last}-{:02}-{day:02}", month(word)?))
        }
        _ => None,
    }
}

/// `(98)(912)(1115315)` as `+98 912 1115315`.
fn phone(text: &str) -> String {
    let text = text.trim_start_matches([':', ' ']);
    if !text.starts_with('(') {
        return text.to_owned();
    }
    let groups = text.split(['(', ')']).map(str::trim).filter(|group| !group.is_empty());
    format!("+{}", groups.collect::<Vec<_>>().join(" "))
}

/// What stands where OFAC knows no flag.
const NO_COUNTRY: &str = "None Identified";

/// Labels as OFAC writes them; the first that fits counts.
const LABELS: &[(&str, Reading)] = &[
    ("DOB ", Reading::Date(prop::BIRTH_DATE)),
    ("POB ", Reading::Text(prop::BIRTH_PLACE)),
    ("nationality ", Reading::Country(prop::NATIONALITY)),
    ("citizen ", Reading::Country(prop::CITIZENSHIP)),
    ("Gender ", Reading::Text(prop::GENDER)),
    ("Passport ", Reading::Passport),
    ("Diplomatic Passport ", Reading::Passport),
    ("SSN ", Reading::Number(prop::SOCIAL_SECURITY_NUMBER)),
    ("National ID No. ", Reading::Number(prop::ID_NUMBER)),
    ("Identification Number ", Reading::Number(prop::ID_NUMBER)),
    ("Cedula No. ", Reading::Number(prop::ID_NUMBER)),
    ("D.N.I. ", Reading::Number(prop::ID_NUMBER)),
    ("C.U.R.P. ", Reading::Number(prop::ID_NUMBER)),
    ("Tax ID No. ", Reading::Number(prop::TAX_NUMBER)),
    ("NIT #", Reading::Number(prop::TAX_NUMBER)),
    ("RUC #", Reading::Number(prop::TAX_NUMBER)),
    ("RIF #", Reading::Number(prop::TAX_NUMBER)),
    ("R.F.C. ", Reading::Number(prop::TAX_NUMBER)),
    ("Italian Fiscal Code ", Reading::Number(prop::TAX_NUMBER)),
    ("V.A.T. Number ", Reading::Number(prop::VAT_CODE)),
    ("D-U-N-S Number ", Reading::Number(prop::DUNS_CODE)),
    ("SWIFT/BIC ", Reading::Number(prop::SWIFT_BIC)),
    ("Registration ID ", Reading::Number(prop::REGISTRATION_NUMBER)),
    ("Registration Number ", Reading::Number(prop::REGISTRATION_NUMBER)),
    ("Company Number IMO ", Reading::Imo),
    ("Company Number ", Reading::Number(prop::REGISTRATION_NUMBER)),
    ("Commercial Registry Number ", Reading::Number(prop::REGISTRATION_NUMBER)),
    ("Matricula Mercantil No ", Reading::Number(prop::REGISTRATION_NUMBER)),
    ("Folio Mercantil No. ", Reading::Number(prop::REGISTRATION_NUMBER)),
    ("Trade License No. ", Reading::Number(prop::LICENSE_NUMBER)),
    ("Organization Established Date ", Reading::Date(prop::INCORPORATION_DATE)),
    ("Website ", Reading::Text(prop::WEBSITE)),
    ("Email Address ", Reading::Text(prop::EMAIL)),
    ("Phone Number ", Reading::Phone),
    ("Telephone Number: ", Reading::Phone),
    ("Telephone ", Reading::Phone),
    ("Digital Currency Address ", Reading::Wallet),
    ("Vessel Registration Identification IMO ", Reading::Imo),
    ("MMSI ", Reading::Number(prop::MMSI)),
    ("Former Vessel Flag ", Reading::Country(prop::PAST_FLAGS)),
    ("Vessel Flag ", Reading::Country(prop::FLAG)),
    ("Vessel Type ", Reading::Text(prop::TYPE)),
    ("Vessel Call Sign ", Reading::Text(prop::CALL_SIGN)),
    ("Vessel Year of Build ", Reading::Date(prop::BUILD_DATE)),
    ("Aircraft Manufacture Date ", Reading::Date(prop::BUILD_DATE)),
    ("Aircraft Model ", Reading::Text(prop::MODEL)),
    ("Aircraft Manufacturer's Serial Number (MSN) ", Reading::Text(prop::SERIAL_NUMBER)),
    ("Aircraft Tail Number ", Reading::Text(prop::REGISTRATION_NUMBER)),
    ("a.k.a. ", Reading::WeakAlias),
];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Most parts of one remark that are read; the longest of 2025 has some sixty.
const PARTS_MAX: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_exactly_as_they_are_known() {
        for (text, expected) in [
            ("20 Nov 1971", Some("1971-11-20")),
            ("Nov 1971", Some("1971-11")),
            ("circa 1971", Some("1971")),
            ("1929 to 1930", None),
            ("01 Jan 1960 to 31 Dec 1961", None),
            ("soon", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_end_where_the_country_begins() {
        for (text, expected) in [
            ("Z106861 (Iran) issued 18 Feb 2004", "Z106861"),
            (" 800146749-7 (Colombia)", "800146749-7"),
            ("654435458 expires 26 Nov 2019", "654435458"),
            ("1091875", "1091875"),
        ] {
            assert_eq!(number(text), expected);
        }
        assert_eq!(phone("(98)(9121115315)"), "+98 9121115315");
    }
}
