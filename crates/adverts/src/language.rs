//! In which language a text is, by its script and by the commonest words of Latin scripts.

use serde::Serialize;

/// A language that adverts are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // their ISO 639-1 codes
pub enum Language {
    Ko,
    Th,
    Vi,
    Zh,
    Id,
    Ms,
    En,
    Km,
    Lo,
    My,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Ko,
        Self::Th,
        Self::Vi,
        Self::Zh,
        Self::Id,
        Self::Ms,
        Self::En,
        Self::Km,
        Self::Lo,
        Self::My,
    ];

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::Th => "th",
            Self::Vi => "vi",
            Self::Zh => "zh",
            Self::Id => "id",
            Self::Ms => "ms",
            Self::En => "en",
            Self::Km => "km",
            Self::Lo => "lo",
            Self::My => "my",
        }
    }

    /// The language of a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The country whose phone numbers need no prefix in a text of this language.
    #[must_use]
    pub fn usual_country(self) -> &'static str {
        match self {
            Self::Ko => "kr",
            Self::Th => "th",
            Self::Vi => "vn",
            Self::Zh => "cn",
            Self::Id => "id",
            Self::Ms => "my",
            Self::En => "kh", // English adverts of the region leave it out where one is in Cambodia
            Self::Km => "kh",
            Self::Lo => "la",
            Self::My => "mm",
        }
    }

    /// The language of a text as its source wrote it; English where nothing tells.
    #[must_use]
    pub fn of(raw: &str) -> Self {
        by_script(raw).unwrap_or_else(|| by_words(raw))
    }
}

/// The script that a text is in, where it is not Latin.
fn by_script(raw: &str) -> Option<Language> {
    const SCRIPTS: [Language; 6] =
        [Language::Ko, Language::Th, Language::Km, Language::Lo, Language::My, Language::Zh];
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut latin = 0;
    for letter in raw.chars().take(LETTERS_READ) {
        let script = match letter {
            '가'..='힣' => 0,
            '\u{0E00}'..='\u{0E7F}' => 1,
            '\u{1780}'..='\u{17FF}' => 2,
            '\u{0E80}'..='\u{0EFF}' => 3,
            '\u{1000}'..='\u{109F}' => 4,
            '\u{4E00}'..='\u{9FFF}' => 5,
            _ => {
                latin += usize::from(letter.is_alphabetic());
                continue;
            }
        };
        counts[script] += 1;
    }
    let (best, count) =
        counts.iter().copied().enumerate().max_by_key(|(at, count)| (*count, usize::MAX - at))?;
    // A handle and a few borrowed words are Latin in a text of any script.
    (0 < count && latin < LATIN_PER_LETTER * count).then(|| SCRIPTS[best])
}

fn by_words(raw: &str) -> Language {
    let mut counts = [0_usize; 3];
    let mut vietnamese = 0;
    for letter in raw.chars().take(LETTERS_READ) {
        vietnamese += usize::from(matches!(
            letter,
            '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'Đ' | 'ơ' | 'ư' | 'Ơ' | 'Ư'
        ));
    }
    if VIETNAMESE_LETTERS_MIN <= vietnamese {
        return Language::Vi;
    }
    let lower = raw.chars().take(LETTERS_READ).collect::<String>().to_lowercase();
    for word in lower.split(|letter: char| !letter.is_alphanumeric()) {
        let is_shared = SHARED_WORDS.contains(&word);
        for (at, words) in WORDS.iter().enumerate() {
            counts[at] += usize::from(words.contains(&word) || (0 < at && is_shared));
        }
    }
    let [english, indonesian, malay] = counts;
    if english.max(indonesian).max(malay) == 0 || indonesian.max(malay) < english {
        Language::En
    } else if indonesian < malay {
        Language::Ms
    } else {
        Language::Id
    }
}

/// English; Indonesian; Malay.
const WORDS: [&[&str]; 3] = [
    &[
        "the", "and", "for", "with", "you", "your", "is", "are", "we", "to", "of", "in", "no", "a",
        "job", "work",
    ],
    &[
        "kerjaan",
        "butuh",
        "dibutuhkan",
        "lowongan",
        "loker",
        "karyawan",
        "bulan",
        "juta",
        "bisa",
        "luar",
        "negeri",
        "tiket",
    ],
    &[
        "jawatan",
        "kosong",
        "pekerja",
        "ringgit",
        "sebulan",
        "boleh",
        "perlu",
        "diperlukan",
        "tempat",
        "tinggal",
        "rm",
    ],
];
/// Indonesian and Malay alike.
const SHARED_WORDS: &[&str] = &[
    "dan", "di", "untuk", "dengan", "yang", "kami", "anda", "tidak", "gaji", "kerja", "tanpa",
    "ke", "hubungi",
];
/// Letters by which a language is told.
const LETTERS_READ: usize = 2_000;
/// So many Latin letters to one of another script make a text Latin.
const LATIN_PER_LETTER: usize = 4;
const VIETNAMESE_LETTERS_MIN: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_script_and_words() {
        for (raw, expected) in [
            ("해외 상담원 모집 telegram @abc_def", Language::Ko),
            ("รับแอดมินตอบแชท", Language::Th),
            ("ជ្រើសរើសបុគ្គលិក", Language::Km),
            ("ຮັບພະນັກງານ", Language::Lo),
            ("အလုပ်ခေါ်စာ", Language::My),
            ("招聘线上客服", Language::Zh),
            ("Việc nhẹ lương cao", Language::Vi),
            ("Dibutuhkan staf di luar negeri, gaji 12 juta", Language::Id),
            ("Jawatan kosong, gaji RM8000 sebulan, tempat tinggal", Language::Ms),
            ("We are looking for sales staff", Language::En),
            ("12345", Language::En),
        ] {
            assert_eq!(Language::of(raw), expected, "{raw}");
        }
    }
}
