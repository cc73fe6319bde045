//! Addresses: on one line, their parts divided by commas.
//!
//! Line breaks, tabs and semicolons become commas as in FollowTheMoney's address type.

use super::{ValueError, tidy};

/// An address in its one form.
pub(super) fn clean(raw: &str) -> Result<String, ValueError> {
    let text = tidy::text(raw);
    let address = if has_parts(&text) { joined(&text) } else { tidy::line(&text).into_owned() };
    if address.is_empty() { Err(ValueError::new("value-empty")) } else { Ok(address) }
}

/// Whether there is more to do than tidying one line.
fn has_parts(text: &str) -> bool {
    let comma_then_mark = |at: usize| {
        let rest = text[at + 1..].trim_start();
        rest.is_empty() || rest.starts_with([',', '.'])
    };
    text.contains(BREAKS)
        || BR_TAGS.iter().any(|tag| text.contains(tag))
        || text.starts_with([',', '.'])
        || text.match_indices(',').any(|(at, _)| comma_then_mark(at))
}

fn joined(text: &str) -> String {
    let text = BR_TAGS.iter().fold(text.to_owned(), |text, tag| text.replace(tag, "\n"));
    let is_mark = |c: char| c == ',' || BREAKS.contains(&c);
    let mut address = String::with_capacity(text.len());
    let mut is_spaced = false;
    for part in text.split_inclusive(is_mark) {
        let body = part.strip_suffix(is_mark).unwrap_or(part);
        let line = tidy::line(body);
        let words = line.trim_start_matches(['.', ' ']);
        if !words.is_empty() {
            // A comma inside a number, as in `1,234`, has no space and gets none.
            let is_tight =
                !is_spaced && words.len() == line.len() && !body.starts_with(char::is_whitespace);
            let divider = if is_tight { "," } else { ", " };
            address.push_str(if address.is_empty() { "" } else { divider });
            address.push_str(words);
        }
        is_spaced = words.is_empty() || !part.ends_with(',');
    }
    address
}

const BREAKS: [char; 4] = ['\n', '\r', '\t', ';'];
const BR_TAGS: [&str; 6] = ["<br>", "<br/>", "<br />", "<BR>", "<BR/>", "<BR />"];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(clean(raw).as_deref(), Ok(expected), "{raw:?}");
    }

    #[test]
    fn the_lines_of_an_address_become_its_parts() {
        check("12 Street 271\nPhnom Penh\r\nCambodia", "12 Street 271, Phnom Penh, Cambodia");
        check("Building A;<br>Floor 3,, Sihanoukville ,", "Building A, Floor 3, Sihanoukville");
        check("서울특별시 종로구 1,234", "서울특별시 종로구 1,234");
        check("1,234 Main Road;Bangkok", "1,234 Main Road, Bangkok");
    }

    #[test]
    fn an_address_of_nothing_but_commas_is_empty() {
        assert_eq!(clean(",\n ;"), Err(ValueError::new("value-empty")));
    }
}
