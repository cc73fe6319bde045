//! Dates in a layout that a mapping names, such as `%d/%m/%Y`.

/// One part of a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Year,
    /// Two digits: 00 to 68 are of this century, as POSIX has it.
    ShortYear,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Letter(char),
}

/// The parts of a layout; `None` when it has a code that is not known, or no year.
pub(crate) fn parts(format: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        parts.push(match letter {
            '%' => match letters.next()? {
                'Y' => Part::Year,
                'y' => Part::ShortYear,
                'm' => Part::Month,
                'd' => Part::Day,
                'H' => Part::Hour,
                'M' => Part::Minute,
                'S' => Part::Second,
                _ => return None,
            },
            other => Part::Letter(other),
        });
    }
    let has_year = parts.iter().any(|part| matches!(part, Part::Year | Part::ShortYear));
    has_year.then_some(parts)
}

/// A date in this layout as ISO 8601, as exact as the layout is; `None` when the text has another
/// layout. Whether the day exists is for the cleaning of the value to say.
pub(crate) fn to_iso(text: &str, parts: &[Part]) -> Option<String> {
    let mut rest = text.trim();
    let mut found: [Option<u32>; 6] = [None; 6];
    for part in parts {
        let (place, digits_max) = match part {
            Part::Letter(letter) => {
                rest = rest.strip_prefix(*letter)?;
                continue;
            }
            Part::Year => (0, 4),
            Part::ShortYear => (0, 2),
            Part::Month => (1, 2),
            Part::Day => (2, 2),
            Part::Hour => (3, 2),
            Part::Minute => (4, 2),
            Part::Second => (5, 2),
        };
        let digits = rest.bytes().take(digits_max).take_while(u8::is_ascii_digit).count();
        let number: u32 = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        found[place] = Some(match part {
            Part::ShortYear if number < 69 => 2000 + number,
            Part::ShortYear => 1900 + number,
            _ => number,
        });
    }
    if !rest.is_empty() {
        return None;
    }
    Some(written(found))
}

fn written(found: [Option<u32>; 6]) -> String {
    let mut iso = String::new();
    let marks = ["", "-", "-", "T", ":", ":"];
    for (place, number) in found.into_iter().enumerate() {
        let Some(number) = number else { break };
        let width = if place == 0 { 4 } else { 2 };
        iso.push_str(&format!("{}{number:0width$}", marks[place]));
    }
    iso
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: &str, text: &str, expected: Option<&str>) {
        let parts = parts(format).unwrap();

        assert_eq!(to_iso(text, &parts).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_date_is_as_exact_as_its_layout() {
        check("%d/%m/%Y", "3/11/2025", Some("2025-11-03"));
        check("%m.%y", "11.25", Some("2025-11"));
        check("%Y년 %m월 %d일", "1987년 2월 9일", Some("1987-02-09"));
        check("%d-%m-%y %H:%M", "03-11-71 9:05", Some("1971-11-03T09:05"));
    }

    #[test]
    fn a_date_in_another_layout_is_not_taken() {
        check("%d/%m/%Y", "2025-11-03", None);
        check("%d/%m/%Y", "3/11/2025 ", Some("2025-11-03"));
        check("%d/%m/%Y", "3/11/2025x", None);
    }
}
