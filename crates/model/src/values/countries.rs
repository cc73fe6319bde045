//! Countries: FollowTheMoney's codes, which are ISO 3166-1 alpha-2 in lower case and some more.
//!
//! The others are `eu`, `un`, `xk` (Kosovo), `zz` (worldwide), former states such as `suhh`, and
//! parts of states such as `gb-sct`. A source may also write alpha-3 codes, names as lists of
//! sanctions and the United Nations write them, nationalities, and for the countries of our region
//! the names in its languages.

use unicode_normalization::char::decompose_canonical;

use super::ValueError;
use super::country_names::{ALPHA_3, CODES, NAMES};

/// The code of a country that is given as a code, a name or a nationality.
///
/// # Errors
///
/// [`ValueError`] `country-unknown` when no list has it.
pub fn country(text: &str) -> Result<&'static str, ValueError> {
    by_code(text).or_else(|| by_name(text)).ok_or_else(|| ValueError::new("country-unknown"))
}

/// The code of a country that somebody can be a citizen of: worldwide and bodies of states have
/// none. Former states have, in what was written while they were there.
pub(super) fn nationality(text: &str) -> Result<&'static str, ValueError> {
    let code = country(text)?;
    if WITHOUT_CITIZENS.contains(&code) {
        Err(ValueError::new("country-unknown"))
    } else {
        Ok(code)
    }
}

/// Every code that a clean value may have.
#[must_use]
pub fn country_codes() -> &'static [&'static str] {
    CODES
}

fn by_code(text: &str) -> Option<&'static str> {
    if CODE_BYTES_MAX < text.len() || !text.is_ascii() {
        return None;
    }
    let find = |code: &str| CODES.binary_search(&code).ok().map(|at| CODES[at]);
    if let Some(code) = find(text) {
        return Some(code);
    }
    let code = text.to_ascii_lowercase().replace('_', "-");
    let alpha_3 = |code: &str| {
        ALPHA_3.binary_search_by_key(&code, |(name, _)| name).ok().map(|at| ALPHA_3[at].1)
    };
    // A part of a country that FollowTheMoney has no code for stands for the country: `us-ca`.
    let whole = || code.split_once('-').and_then(|(country, _)| find(country));
    find(&code).or_else(|| alpha_3(&code)).or_else(whole)
}

fn by_name(text: &str) -> Option<&'static str> {
    let find =
        |name: &str| NAMES.binary_search_by_key(&name, |(name, _)| name).ok().map(|at| NAMES[at].1);
    find(&folded(text)).or_else(|| find(&folded(&turned_round(text)?)))
}

/// Lists put the telling word first: `Korea, North`, `Iran (Islamic Republic of)`.
fn turned_round(text: &str) -> Option<String> {
    let (last, first) = text.split_once([',', '('])?;
    Some(format!("{} {}", first.trim_end_matches(')'), last))
}

/// The form in which names are compared: lower case, no accents on Latin letters, no punctuation,
/// no `the`, `Saint` in full.
pub(super) fn folded(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            '.' | '\'' | '’' | '‘' | 'ʻ' | '`' | '\u{200b}'..='\u{200d}' => {}
            '&' => {
                push_word(&mut name, &mut word);
                push_word(&mut name, &mut "and".to_owned());
            }
            'a'..='z' | 'A'..='Z' => word.push(c.to_ascii_lowercase()),
            _ if is_divider(c) => push_word(&mut name, &mut word),
            _ => word.extend(without_accent(c).to_lowercase()),
        }
    }
    name
}

fn push_word(name: &mut String, word: &mut String) {
    let shown = match word.as_str() {
        "" | "the" => return word.clear(),
        "st" => "saint",
        other => other,
    };
    if !name.is_empty() {
        name.push(' ');
    }
    name.push_str(shown);
    word.clear();
}

fn is_divider(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii() && !c.is_ascii_alphanumeric()
        || matches!(c, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '（' | '）' | '，')
}

fn without_accent(c: char) -> char {
    match c {
        '\0'..='\u{bf}' => c,
        'đ' | 'Đ' => 'd',
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            let mut base = None;
            decompose_canonical(c, |part| base = base.or(Some(part)));
            base.unwrap_or(c)
        }
        _ => c,
    }
}

/// Codes that ISO 3166-1 assigns to no country, and that stand for no people.
const WITHOUT_CITIZENS: [&str; 3] = ["eu", "un", "zz"];
/// The longest code, `cy-trnc`.
const CODE_BYTES_MAX: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(country(raw), Ok(expected), "{raw}");
    }

    #[test]
    fn the_tables_are_in_order_and_in_the_form_compared() {
        assert!(CODES.is_sorted_by(|a, b| a < b));
        assert!(ALPHA_3.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(NAMES.is_sorted_by(|(a, _), (b, _)| a < b));
        for (name, code) in NAMES.iter().chain(ALPHA_3) {
            assert_eq!(folded(name), *name);
            assert!(CODES.contains(code), "{name} {code}");
        }
    }

    #[test]
    fn every_code_is_its_own_clean_form() {
        for code in CODES {
            check(code, code);
        }
    }

    #[test]
    fn codes_of_three_letters_and_of_parts_become_the_countrys_code() {
        check("KHM", "kh");
        check("prk", "kp");
        check("US-CA", "us");
        check("GB_SCT", "gb-sct");
        check("UK", "gb");
    }

    #[test]
    fn names_are_read_as_lists_of_sanctions_write_them() {
        for (name, code) in [
            ("Korea, North", "kp"),
            ("Democratic People's Republic of Korea", "kp"),
            ("Korea, Democratic People's Republic of", "kp"),
            ("Korea, South", "kr"),
            ("Republic of Korea", "kr"),
            ("Korea (the Republic of)", "kr"),
            ("Iran (Islamic Republic of)", "ir"),
            ("Viet Nam", "vn"),
            ("Lao People's Democratic Republic", "la"),
            ("Lao People’s Democratic Republic (the)", "la"),
            ("Burma", "mm"),
            ("Syrian Arab Republic", "sy"),
            ("Russian Federation", "ru"),
            ("Congo, Democratic Republic of the", "cd"),
            ("Congo (the Democratic Republic of the)", "cd"),
            ("Congo, Republic of the", "cg"),
            ("Côte d’Ivoire", "ci"),
            ("Bolivia (Plurinational State of)", "bo"),
            ("Venezuela, Bolivarian Republic of", "ve"),
            ("Tanzania, United Republic of", "tz"),
            ("Micronesia (Federated States of)", "fm"),
            ("Palestine, State of", "ps"),
            ("Taiwan, Province of China", "tw"),
            ("Macedonia, The Former Yugoslav Republic of", "mk"),
            ("Virgin Islands, British", "vg"),
            ("Virgin Islands (U.S.)", "vi"),
            ("Saint Vincent & the Grenadines", "vc"),
            ("St. Kitts and Nevis", "kn"),
            ("Bahamas, The", "bs"),
            ("U.S.A.", "us"),
            ("Türkiye", "tr"),
        ] {
            check(name, code);
        }
    }

    #[test]
    fn names_are_read_in_the_languages_of_the_region() {
        for (names, code) in [
            ("캄보디아 กัมพูชา 柬埔寨 កម្ពុជា Campuchia ກຳປູເຈຍ ကမ္ဘောဒီးယား Kamboja", "kh"),
            ("미얀마 พม่า เมียนมา 缅甸 緬甸 မြန်မာ", "mm"),
            ("한국 대한민국 เกาหลีใต้ 韩国 南韓 တောင်ကိုရီးယား", "kr"),
            ("북한 เกาหลีเหนือ 朝鲜 北韓", "kp"),
            ("태국 ไทย 泰国 ไทย ប្រទេសថៃ ໄທ", "th"),
            ("베트남 เวียดนาม 越南 វៀតណាម ຫວຽດນາມ", "vn"),
            ("대만 ไต้หวัน 台湾 臺灣", "tw"),
        ] {
            names.split(' ').for_each(|name| check(name, code));
        }
        check("Việt Nam", "vn");
        check("Mỹ", "us");
    }

    #[test]
    fn a_nationality_stands_for_its_country() {
        check("Burmese", "mm");
        check("CHINESE", "cn");
    }

    #[test]
    fn nobody_is_a_citizen_of_the_world() {
        for raw in ["zz", "ZZ", "global", "eu", "UN", "xx"] {
            assert_eq!(nationality(raw), Err(ValueError::new("country-unknown")), "{raw}");
        }
        for (raw, code) in [("KH", "kh"), ("Kosovo", "xk"), ("suhh", "suhh")] {
            assert_eq!(nationality(raw), Ok(code), "{raw}");
        }
    }

    #[test]
    fn a_country_that_nobody_knows_is_refused() {
        for raw in ["Atlantis", "xx", "Unknown", "???", "K", "Virgin Islands", "(", ","] {
            assert_eq!(country(raw), Err(ValueError::new("country-unknown")), "{raw}");
        }
    }
}
