//! Names: in the script that the source wrote, on one line, without quotes around the whole.
//!
//! A vessel may be called `7-28` and a man `07`: a digit is enough. Marks alone name nobody.
//!
//! FollowTheMoney takes off a first and last quotation mark even where they do not belong
//! together, as in `'Abd al-Karim "Abu Omar"`; such a name keeps both here.

use std::borrow::Cow;

use super::ValueError;

/// A name in its one form.
pub(super) fn clean(line: Cow<'_, str>) -> Result<String, ValueError> {
    let name = unquoted(&line);
    if !name.chars().any(char::is_alphanumeric) {
        return Err(ValueError::new("name-no-letter"));
    }
    if name.len() < line.len() { Ok(name.to_owned()) } else { Ok(line.into_owned()) }
}

/// Takes off quotation marks that hold the whole name and nothing less.
fn unquoted(line: &str) -> &str {
    let mut name = line;
    for quote in ['"', '\'', '"'] {
        let inner = name.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
        name = match inner {
            Some(inner) if !inner.contains(quote) => inner.trim(),
            _ => name,
        };
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(clean(raw.into()).as_deref(), Ok(expected), "{raw}");
    }

    #[test]
    fn a_name_keeps_its_script() {
        for name in ["김민준", "สมชาย ใจดี", "ម៉ៅ សុខា", "ဦးအောင်", "Nguyễn Văn An", "王小明"]
        {
            check(name, name);
        }
    }

    #[test]
    fn quotes_around_the_whole_name_go() {
        check("\"Kim Min-jun\"", "Kim Min-jun");
        check("'\" Kim \"'", "Kim");
        check("\"A\" and \"B\"", "\"A\" and \"B\"");
        check("'Abd al-Karim \"Abu Omar\"", "'Abd al-Karim \"Abu Omar\"");
    }

    #[test]
    fn a_name_of_digits_is_a_name() {
        check("7-28", "7-28");
        check("07", "07");
        check("\"๑๒\"", "๑๒");
    }

    #[test]
    fn a_name_of_marks_alone_is_refused() {
        for raw in ["-", "...", "???", "\"\"", "—", "※"] {
            assert_eq!(clean(raw.into()), Err(ValueError::new("name-no-letter")), "{raw}");
        }
    }
}
