//! What a column holds, as far as comparing goes, and how that is guessed.

use liaison_model::schema::PropType;
use liaison_model::schema::names::prop;
use liaison_model::values::{self, DateOrder, Hints};

use crate::date::Day;
use crate::text::bare;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The person's own name.
    GivenName,
    /// The family's name.
    FamilyName,
    /// A whole name, its parts in any order.
    FullName,
    /// A day, month or year.
    Date,
    /// A state or nationality.
    Country,
    /// Male or female.
    Sex,
    /// Number of a passport, identity card or company.
    Document,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A bank account or card.
    Account,
    /// An address of a crypto wallet.
    Crypto,
    /// A name on a platform.
    Handle,
    /// A street, town or whole postal address.
    Address,
    /// Words of any other kind.
    Text,
    /// A short number or code, such as a postcode or house number.
    Code,
    /// Not compared: it numbers the rows, or is the same or empty everywhere.
    Unused,
}

impl Kind {
    /// The kind of a property of an entity, `None` where it is not one to compare by.
    #[must_use]
    pub fn of_property(property: &str) -> Option<Self> {
        Some(match property {
            prop::NAME | prop::ALIAS => Self::FullName,
            prop::FIRST_NAME => Self::GivenName,
            prop::LAST_NAME => Self::FamilyName,
            prop::BIRTH_DATE | prop::REPORTED_AT | prop::LAST_CONTACT_AT | prop::LEFT_HOME_AT => {
                Self::Date
            }
            prop::GENDER => Self::Sex,
            prop::NATIONALITY | prop::COUNTRY => Self::Country,
            prop::PASSPORT_NUMBER | prop::ID_NUMBER | prop::REGISTRATION_NUMBER => Self::Document,
            prop::PHONE => Self::Phone,
            prop::EMAIL => Self::Email,
            prop::ADDRESS | prop::PLACE_TEXT => Self::Address,
            prop::ACCOUNT_NUMBER => Self::Account,
            prop::PUBLIC_KEY => Self::Crypto,
            _ => return None,
        })
    }

    /// The key of its word in the catalogue of messages.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::GivenName => "link-kind-given-name",
            Self::FamilyName => "link-kind-family-name",
            Self::FullName => "link-kind-full-name",
            Self::Date => "link-kind-date",
            Self::Country => "link-kind-country",
            Self::Sex => "link-kind-sex",
            Self::Document => "link-kind-document",
            Self::Phone => "link-kind-phone",
            Self::Email => "link-kind-email",
            Self::Account => "link-kind-account",
            Self::Crypto => "link-kind-crypto",
            Self::Handle => "link-kind-handle",
            Self::Address => "link-kind-address",
            Self::Text => "link-kind-text",
            Self::Code => "link-kind-code",
            Self::Unused => "link-kind-unused",
        }
    }
}

/// Says of a cell whether it may be of a kind.
type Fits = fn(&str) -> bool;

/// Guesses what a column holds. `meant` is what its heading says, where that is known; `cells` are
/// some of its filled cells, from all over the table. O(cells).
#[must_use]
pub fn guess(meant: Option<Kind>, cells: &[&str]) -> Kind {
    if cells.is_empty() {
        return Kind::Unused;
    }
    let mostly = |fits: Fits| {
        let fitting = cells.iter().filter(|cell| fits(cell)).count();
        cells.len() * FITTING_PERCENT_MIN <= fitting * 100
    };
    match meant {
        // A heading such as `contact` may stand over numbers or addresses.
        Some(Kind::Phone) if !mostly(has_digits) => {}
        Some(Kind::Date) if !mostly(may_be_date) => {}
        Some(Kind::Country) if !mostly(is_country) => {}
        Some(Kind::Sex) if !mostly(is_sex) => {}
        Some(kind) => return kind,
        None => {}
    }
    if let Some((kind, _)) = BY_CELLS.iter().find(|(_, fits)| mostly(*fits)) {
        return match kind {
            Kind::Code if mostly(|cell| LONG_CODE_LETTERS_MIN <= bare(cell).len()) => {
                Kind::Document
            }
            kind => *kind,
        };
    }
    if mostly(|cell| cell.contains(' ')) {
        return Kind::Address;
    }
    Kind::Text
}

fn is_email(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
}

fn is_crypto(cell: &str) -> bool {
    values::CryptoAddress::parse(cell.trim()).is_ok()
}

fn is_sex(cell: &str) -> bool {
    values::clean_as(PropType::Gender, cell, &Hints::default()).is_ok()
}

fn is_country(cell: &str) -> bool {
    let has_letters_only = cell.chars().all(|letter| !letter.is_ascii_digit());
    has_letters_only && values::country(cell).is_ok()
}

/// Whether a cell is a date. A bare number of four digits is as likely a postcode.
fn is_date(cell: &str) -> bool {
    let is_number = cell.bytes().all(|byte| byte.is_ascii_digit());
    let day_first = Some(DateOrder::DayFirst);
    (!is_number || cell.len() == 8) && Day::read(cell, day_first).is_some()
}

/// Whether a cell under a heading that speaks of a date is one.
fn may_be_date(cell: &str) -> bool {
    Day::read(cell, Some(DateOrder::DayFirst)).is_some()
        || Day::read(cell, Some(DateOrder::MonthFirst)).is_some()
}

fn has_digits(cell: &str) -> bool {
    PHONE_DIGITS_MIN <= cell.bytes().filter(u8::is_ascii_digit).count()
}

fn is_phone(cell: &str) -> bool {
    let signs = |letter: char| "+-. ()/".contains(letter);
    let has_signs = cell.starts_with(['+', '0', '(']) || cell.contains(signs);
    has_signs && has_digits(cell) && cell.chars().all(|c| c.is_ascii_digit() || signs(c))
}

fn is_code(cell: &str) -> bool {
    let letters = bare(cell);
    letters.chars().any(|letter| letter.is_ascii_digit()) && cell.split(' ').count() <= 2
}

/// How many of a hundred cells must fit, so that broken ones do not hide what a column is.
const FITTING_PERCENT_MIN: usize = 75;
/// Fewer digits are a code of some office.
const PHONE_DIGITS_MIN: usize = 7;
/// Codes of so many letters name one person or thing; shorter ones are shared.
const LONG_CODE_LETTERS_MIN: usize = 7;

/// The kinds that cells show by themselves, the surest first.
const BY_CELLS: [(Kind, Fits); 8] = [
    (Kind::Email, is_email),
    (Kind::Handle, |cell| cell.starts_with('@')),
    (Kind::Crypto, is_crypto),
    (Kind::Sex, is_sex),
    (Kind::Date, is_date),
    (Kind::Phone, is_phone),
    (Kind::Country, is_country),
    (Kind::Code, is_code),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(meant: Option<Kind>, cells: &[&str], expected: Kind) {
        assert_eq!(guess(meant, cells), expected, "{cells:?}");
    }

    #[test]
    fn contents_tell_what_a_column_holds() {
        check(None, &["a@b.org", "c.d@e.kr", "x"], Kind::Text);
        check(None, &["a@b.org", "c.d@e.kr", "f@g.th", "x"], Kind::Email);
        check(None, &["1984-01-22", "22/01/1984", "19840122"], Kind::Date);
        check(None, &["2065", "3042", "1984"], Kind::Code);
        check(None, &["+82 10-1234-5678", "012 345 678"], Kind::Phone);
        check(None, &["KR", "Thailand", "캄보디아"], Kind::Country);
        check(None, &["F", "남", "female"], Kind::Sex);
        check(None, &["M1234567", "K7654321"], Kind::Document);
        check(None, &["12 light street", "5 milne cove"], Kind::Address);
        check(None, &["Poipet", "Bavet"], Kind::Text);
        check(None, &["0x52908400098527886E0F7030069857D2E4169EE7"], Kind::Crypto);
        check(None, &["@boss", "@agent7"], Kind::Handle);
        check(None, &[], Kind::Unused);
    }

    #[test]
    fn a_heading_is_believed_unless_the_contents_contradict_it() {
        check(Some(Kind::FullName), &["Kim", "Park"], Kind::FullName);
        check(Some(Kind::Date), &["1984", "1990"], Kind::Date);
        check(Some(Kind::Phone), &["a@b.org", "c@d.org"], Kind::Email);
        check(Some(Kind::Sex), &["Poipet", "Bavet"], Kind::Text);
    }

    #[test]
    fn properties_of_an_import_have_their_kinds() {
        assert_eq!(Kind::of_property("birthDate"), Some(Kind::Date));
        assert_eq!(Kind::of_property("firstName"), Some(Kind::GivenName));
        assert_eq!(Kind::of_property("profession"), None);
    }
}
