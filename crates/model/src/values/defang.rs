//! Undoing the marks with which reports keep web and mail addresses from being clicked.
//!
//! There is no standard; these are the common ones (`hxxp`, `[.]`, `(dot)`, `[at]`, `[://]`).

use std::borrow::Cow;

/// The address without the marks.
pub(super) fn refanged(text: &str) -> Cow<'_, str> {
    let has_marks = text.contains(['[', '(', '{']);
    let scheme = SCHEMES.iter().find(|(mark, _)| {
        text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
    });
    if !has_marks && scheme.is_none() {
        return Cow::Borrowed(text);
    }
    let with_scheme = match scheme {
        None => text.to_owned(),
        Some((mark, meant)) => format!("{meant}{}", &text[mark.len()..]),
    };
    MARKS.iter().fold(with_scheme, |text, (mark, meant)| text.replace(mark, meant)).into()
}

/// The longer one first.
const SCHEMES: &[(&str, &str)] =
    &[("hxxps", "https"), ("hxxp", "http"), ("h**ps", "https"), ("h**p", "http"), ("fxp", "ftp")];

#[rustfmt::skip]
const MARKS: &[(&str, &str)] = &[
    ("[.]", "."), ("(.)", "."), ("{.}", "."), ("[dot]", "."), ("(dot)", "."), ("[DOT]", "."),
    ("[://]", "://"), ("[:]", ":"), ("[/]", "/"),
    ("[@]", "@"), ("(@)", "@"), ("[at]", "@"), ("(at)", "@"), ("[AT]", "@"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_made_unclickable_is_read_as_what_it_was() {
        for (raw, expected) in [
            ("hxxps[:]//scam[.]example/login", "https://scam.example/login"),
            ("HXXP://scam(.)example", "http://scam.example"),
            ("https[://]scam[dot]example", "https://scam.example"),
            ("boss[at]scam[.]example", "boss@scam.example"),
            ("192[.]0[.]2[.]1", "192.0.2.1"),
            ("http://[::1]/", "http://[::1]/"),
        ] {
            assert_eq!(refanged(raw), expected);
        }
    }
}
