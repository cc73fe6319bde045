//! Gender as FollowTheMoney has it: `male`, `female`, `other`.

use super::ValueError;

/// A gender in its one form.
pub(super) fn clean(text: &str) -> Result<&'static str, ValueError> {
    let lower = text.to_lowercase();
    let word = lower.trim_end_matches('.');
    let known = WORDS.iter().find(|(_, words)| words.contains(&word));
    known.map(|(gender, _)| *gender).ok_or_else(|| ValueError::new("gender-unknown"))
}

/// In English, Korean, Thai, Chinese, Khmer, Lao, Burmese, Vietnamese, Indonesian and Filipino, and
/// the words that FollowTheMoney takes.
#[rustfmt::skip]
const WORDS: &[(&str, &[&str])] = &[
    ("male", &[
        "male", "m", "man", "boy", "남", "남자", "남성", "ชาย", "ผู้ชาย", "เพศชาย", "男", "男性", "男子",
        "ប្រុស", "ຊາຍ", "ကျား", "အမျိုးသား", "nam", "laki-laki", "lelaki", "pria", "lalaki",
        "masculin", "masculino", "männlich", "мужской",
    ]),
    ("female", &[
        "female", "f", "w", "woman", "girl", "여", "여자", "여성", "หญิง", "ผู้หญิง", "เพศหญิง", "女", "女性",
        "女子", "ស្រី", "ຍິງ", "မ", "အမျိုးသမီး", "nữ", "nu", "perempuan", "wanita", "babae",
        "féminin", "femenino", "feminino", "weiblich", "женский",
    ]),
    ("other", &["other", "o", "x", "d", "divers", "non-binary", "nonbinary", "기타", "อื่นๆ", "其他", "khác"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gender_is_read_in_the_languages_of_the_region() {
        for raw in ["M", "Male", "남", "남성", "ชาย", "男", "ប្រុស", "Nam", "Laki-laki"]
        {
            assert_eq!(clean(raw), Ok("male"), "{raw}");
        }
        for raw in ["F", "female", "여", "หญิง", "女", "ស្រី", "Nữ", "Perempuan"]
        {
            assert_eq!(clean(raw), Ok("female"), "{raw}");
        }
        assert_eq!(clean("X"), Ok("other"));
    }

    #[test]
    fn an_unknown_gender_is_refused() {
        for raw in ["unknown", "?", "1"] {
            assert_eq!(clean(raw), Err(ValueError::new("gender-unknown")), "{raw}");
        }
    }
}
