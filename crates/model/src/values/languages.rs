//! Languages: ISO 639-3 codes in lower case.
//!
//! FollowTheMoney keeps a short list of languages ([`ftm_takes_language`]). A node of ours must
//! also be able to say that someone speaks Shan, Rohingya, Cantonese or Oromo, so more codes are
//! taken here; an export to FollowTheMoney leaves those out. Where FollowTheMoney knows only the
//! whole of a group (`zho`, `nor`, `msa`, `swa`), its members' codes become that one.

use super::ValueError;

/// The code of a language that is given as a code of ISO 639 (parts 1, 2 or 3), a tag such as
/// `zh-Hans`, or a name in English or a language of the region.
///
/// # Errors
///
/// [`ValueError`] `language-unknown` when it is none of these.
pub fn language(text: &str) -> Result<&'static str, ValueError> {
    let lower = text.to_lowercase();
    let primary = || find(lower.split(['-', '_']).next()?);
    find(&lower).or_else(primary).ok_or_else(|| ValueError::new("language-unknown"))
}

/// Whether FollowTheMoney's language type keeps this code.
#[must_use]
pub fn ftm_takes_language(code: &str) -> bool {
    FTM_LANGUAGES.binary_search(&code).is_ok()
}

fn find(name: &str) -> Option<&'static str> {
    let at = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(NAMES[at].1)
}

/// FollowTheMoney 4.11, `types/language.py`.
const FTM_LANGUAGES: &[&str] = &[
    "afr", "amh", "ara", "aze", "bel", "ben", "bos", "bul", "cat", "ces", "cnr", "dan", "deu",
    "ell", "eng", "est", "fas", "fil", "fin", "fra", "gle", "heb", "hin", "hrv", "hun", "hye",
    "ind", "isl", "ita", "jpn", "kan", "kat", "kaz", "khm", "kir", "kor", "lao", "lav", "lit",
    "ltz", "mkd", "mlt", "mon", "msa", "mul", "mya", "nep", "nld", "nor", "pol", "por", "pus",
    "ron", "rus", "sin", "slk", "slv", "spa", "sqi", "srp", "swa", "swe", "tam", "tel", "tgk",
    "tgl", "tha", "tuk", "tur", "ukr", "urd", "uzb", "vie", "zho",
];

/// Codes and names, in lower case, with the code that each stands for.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("af", "afr"), ("afr", "afr"), ("afrikaans", "afr"), ("alb", "sqi"), ("albanian", "sqi"),
    ("am", "amh"), ("amh", "amh"), ("amharic", "amh"), ("ar", "ara"), ("ara", "ara"),
    ("arabic", "ara"), ("arakanese", "rki"), ("arb", "ara"), ("arm", "hye"),
    ("armenian", "hye"), ("as", "asm"), ("asm", "asm"), ("assamese", "asm"), ("az", "aze"),
    ("aze", "aze"), ("azerbaijani", "aze"), ("azeri", "aze"), ("bahasa indonesia", "ind"),
    ("bahasa malaysia", "msa"), ("bahasa melayu", "msa"), ("bangla", "ben"), ("basque", "eus"),
    ("be", "bel"), ("bel", "bel"), ("belarusian", "bel"), ("ben", "ben"), ("bengali", "ben"),
    ("bg", "bul"), ("bho", "bho"), ("bhojpuri", "bho"), ("bisaya", "ceb"), ("bn", "ben"),
    ("bo", "bod"), ("bod", "bod"), ("bos", "bos"), ("bosnian", "bos"), ("bs", "bos"),
    ("bul", "bul"), ("bulgarian", "bul"), ("bur", "mya"), ("burmese", "mya"), ("ca", "cat"),
    ("cambodian", "khm"), ("cantonese", "yue"), ("castilian", "spa"), ("cat", "cat"),
    ("catalan", "cat"), ("ceb", "ceb"), ("cebuano", "ceb"), ("ces", "ces"), ("chi", "zho"),
    ("chin", "cnh"), ("chinese", "zho"), ("cmn", "zho"), ("cnh", "cnh"), ("cnr", "cnr"),
    ("croatian", "hrv"), ("cs", "ces"), ("cy", "cym"), ("cym", "cym"), ("cze", "ces"),
    ("czech", "ces"), ("da", "dan"), ("dan", "dan"), ("danish", "dan"), ("de", "deu"),
    ("deu", "deu"), ("dholuo", "luo"), ("dut", "nld"), ("dutch", "nld"), ("el", "ell"),
    ("ell", "ell"), ("en", "eng"), ("eng", "eng"), ("english", "eng"), ("es", "spa"),
    ("est", "est"), ("estonian", "est"), ("et", "est"), ("eu", "eus"), ("eus", "eus"),
    ("fa", "fas"), ("farsi", "fas"), ("fas", "fas"), ("fi", "fin"), ("fil", "fil"),
    ("filipino", "fil"), ("fin", "fin"), ("finnish", "fin"), ("flemish", "nld"), ("fr", "fra"),
    ("fra", "fra"), ("fre", "fra"), ("french", "fra"), ("ga", "gle"), ("galician", "glg"),
    ("ganda", "lug"), ("geo", "kat"), ("georgian", "kat"), ("ger", "deu"), ("german", "deu"),
    ("gl", "glg"), ("gle", "gle"), ("glg", "glg"), ("gre", "ell"), ("greek", "ell"),
    ("gu", "guj"), ("guj", "guj"), ("gujarati", "guj"), ("ha", "hau"), ("hak", "hak"),
    ("hakha chin", "cnh"), ("hakka", "hak"), ("hau", "hau"), ("hausa", "hau"), ("he", "heb"),
    ("heb", "heb"), ("hebrew", "heb"), ("hi", "hin"), ("hil", "hil"), ("hiligaynon", "hil"),
    ("hin", "hin"), ("hindi", "hin"), ("hmn", "hmn"), ("hmong", "hmn"), ("hokkien", "nan"),
    ("hr", "hrv"), ("hrv", "hrv"), ("hu", "hun"), ("hun", "hun"), ("hungarian", "hun"),
    ("hy", "hye"), ("hye", "hye"), ("ibo", "ibo"), ("ice", "isl"), ("icelandic", "isl"),
    ("id", "ind"), ("ig", "ibo"), ("igbo", "ibo"), ("ilo", "ilo"), ("ilocano", "ilo"),
    ("in", "ind"), ("ind", "ind"), ("indonesian", "ind"), ("irish", "gle"), ("is", "isl"),
    ("isan", "tts"), ("isl", "isl"), ("it", "ita"), ("ita", "ita"), ("italian", "ita"),
    ("iw", "heb"), ("ja", "jpn"), ("japanese", "jpn"), ("jav", "jav"), ("javanese", "jav"),
    ("jingpho", "kac"), ("jpn", "jpn"), ("jv", "jav"), ("ka", "kat"), ("kac", "kac"),
    ("kachin", "kac"), ("kan", "kan"), ("kannada", "kan"), ("karen", "ksw"), ("kat", "kat"),
    ("kaz", "kaz"), ("kazakh", "kaz"), ("khk", "mon"), ("khm", "khm"), ("khmer", "khm"),
    ("ki", "kik"), ("kik", "kik"), ("kikuyu", "kik"), ("kin", "kin"), ("kinyarwanda", "kin"),
    ("kir", "kir"), ("kirghiz", "kir"), ("kirundi", "run"), ("kiswahili", "swa"), ("kk", "kaz"),
    ("km", "khm"), ("kn", "kan"), ("ko", "kor"), ("kor", "kor"), ("korean", "kor"),
    ("ksw", "ksw"), ("ku", "kur"), ("kur", "kur"), ("kurdish", "kur"), ("ky", "kir"),
    ("kyrgyz", "kir"), ("lao", "lao"), ("laotian", "lao"), ("latvian", "lav"), ("lav", "lav"),
    ("lb", "ltz"), ("lg", "lug"), ("lit", "lit"), ("lithuanian", "lit"), ("lo", "lao"),
    ("lt", "lit"), ("ltz", "ltz"), ("lug", "lug"), ("luganda", "lug"), ("luo", "luo"),
    ("luxembourgish", "ltz"), ("lv", "lav"), ("mac", "mkd"), ("macedonian", "mkd"),
    ("mal", "mal"), ("malagasy", "mlg"), ("malay", "msa"), ("malayalam", "mal"),
    ("maltese", "mlt"), ("mandarin", "zho"), ("mar", "mar"), ("marathi", "mar"), ("may", "msa"),
    ("mg", "mlg"), ("min nan", "nan"), ("mk", "mkd"), ("mkd", "mkd"), ("ml", "mal"),
    ("mlg", "mlg"), ("mlt", "mlt"), ("mn", "mon"), ("mnw", "mnw"), ("mo", "ron"),
    ("modern greek", "ell"), ("moldovan", "ron"), ("mon", "mon"), ("mon language", "mnw"),
    ("mongolian", "mon"), ("montenegrin", "cnr"), ("mr", "mar"), ("ms", "msa"), ("msa", "msa"),
    ("mt", "mlt"), ("mul", "mul"), ("multiple languages", "mul"), ("my", "mya"), ("mya", "mya"),
    ("myanma", "mya"), ("myanmar", "mya"), ("nan", "nan"), ("nb", "nor"), ("ne", "nep"),
    ("nep", "nep"), ("nepalese", "nep"), ("nepali", "nep"), ("nl", "nld"), ("nld", "nld"),
    ("nn", "nor"), ("nno", "nor"), ("no", "nor"), ("nob", "nor"), ("nod", "nod"),
    ("nor", "nor"), ("northeastern thai", "tts"), ("northern thai", "nod"),
    ("norwegian", "nor"), ("npi", "nep"), ("odia", "ori"), ("om", "orm"), ("or", "ori"),
    ("ori", "ori"), ("orm", "orm"), ("oromo", "orm"), ("pa", "pan"), ("pan", "pan"),
    ("pashto", "pus"), ("pashtu", "pus"), ("per", "fas"), ("persian", "fas"), ("pes", "fas"),
    ("pilipino", "fil"), ("pl", "pol"), ("pol", "pol"), ("polish", "pol"), ("por", "por"),
    ("portuguese", "por"), ("ps", "pus"), ("pt", "por"), ("punjabi", "pan"), ("pus", "pus"),
    ("putonghua", "zho"), ("rakhine", "rki"), ("rhg", "rhg"), ("rki", "rki"), ("rn", "run"),
    ("ro", "ron"), ("rohingya", "rhg"), ("romanian", "ron"), ("ron", "ron"), ("ru", "rus"),
    ("rum", "ron"), ("run", "run"), ("rus", "rus"), ("russian", "rus"), ("rw", "kin"),
    ("s'gaw karen", "ksw"), ("santali", "sat"), ("sat", "sat"), ("serbian", "srp"),
    ("shan", "shn"), ("shanghainese", "wuu"), ("shn", "shn"), ("shona", "sna"), ("si", "sin"),
    ("sin", "sin"), ("sinhala", "sin"), ("sinhalese", "sin"), ("sk", "slk"), ("sl", "slv"),
    ("slk", "slk"), ("slo", "slk"), ("slovak", "slk"), ("slovenian", "slv"), ("slv", "slv"),
    ("sn", "sna"), ("sna", "sna"), ("so", "som"), ("som", "som"), ("somali", "som"),
    ("spa", "spa"), ("spanish", "spa"), ("sq", "sqi"), ("sqi", "sqi"), ("sr", "srp"),
    ("srp", "srp"), ("su", "sun"), ("sun", "sun"), ("sundanese", "sun"), ("sv", "swe"),
    ("sw", "swa"), ("swa", "swa"), ("swahili", "swa"), ("swe", "swe"), ("swedish", "swe"),
    ("swh", "swa"), ("ta", "tam"), ("tagalog", "tgl"), ("taiwanese", "nan"), ("tajik", "tgk"),
    ("tam", "tam"), ("tamil", "tam"), ("te", "tel"), ("tel", "tel"), ("telugu", "tel"),
    ("teochew", "nan"), ("tet", "tet"), ("tetum", "tet"), ("tg", "tgk"), ("tgk", "tgk"),
    ("tgl", "tgl"), ("th", "tha"), ("tha", "tha"), ("thai", "tha"), ("ti", "tir"),
    ("tibetan", "bod"), ("tigrinya", "tir"), ("tir", "tir"), ("tiếng anh", "eng"),
    ("tiếng hàn", "kor"), ("tiếng trung", "zho"), ("tiếng việt", "vie"), ("tk", "tuk"),
    ("tl", "tgl"), ("tr", "tur"), ("tts", "tts"), ("tuk", "tuk"), ("tur", "tur"),
    ("turkish", "tur"), ("turkmen", "tuk"), ("ug", "uig"), ("uig", "uig"), ("uk", "ukr"),
    ("ukr", "ukr"), ("ukrainian", "ukr"), ("ur", "urd"), ("urd", "urd"), ("urdu", "urd"),
    ("uyghur", "uig"), ("uz", "uzb"), ("uzb", "uzb"), ("uzbek", "uzb"), ("vi", "vie"),
    ("vie", "vie"), ("viet", "vie"), ("vietnamese", "vie"), ("welsh", "cym"),
    ("wu chinese", "wuu"), ("wuu", "wuu"), ("xh", "xho"), ("xho", "xho"), ("xhosa", "xho"),
    ("yo", "yor"), ("yor", "yor"), ("yoruba", "yor"), ("yue", "yue"), ("zh", "zho"),
    ("zho", "zho"), ("zsm", "msa"), ("zu", "zul"), ("zul", "zul"), ("zulu", "zul"),
    ("จีน", "zho"), ("ภาษาจีน", "zho"), ("ภาษาพม่า", "mya"), ("ภาษาลาว", "lao"),
    ("ภาษาอังกฤษ", "eng"), ("ภาษาเกาหลี", "kor"), ("ภาษาเขมร", "khm"), ("ภาษาไทย", "tha"),
    ("อังกฤษ", "eng"), ("ไทย", "tha"), ("ພາສາລາວ", "lao"), ("ລາວ", "lao"), ("မြန်မာ", "mya"),
    ("မြန်မာဘာသာ", "mya"), ("ខ្មែរ", "khm"), ("ភាសាខ្មែរ", "khm"), ("中文", "zho"),
    ("印尼语", "ind"), ("日本語", "jpn"), ("日语", "jpn"), ("普通話", "zho"), ("普通话", "zho"),
    ("柬埔寨语", "khm"), ("汉语", "zho"), ("泰語", "tha"), ("泰语", "tha"), ("漢語", "zho"), ("緬甸語", "mya"),
    ("缅甸语", "mya"), ("老挝语", "lao"), ("英語", "eng"), ("英语", "eng"), ("越南語", "vie"),
    ("越南语", "vie"), ("韓語", "kor"), ("韩语", "kor"), ("马来语", "msa"), ("高棉语", "khm"),
    ("라오어", "lao"), ("러시아어", "rus"), ("말레이어", "msa"), ("미얀마어", "mya"), ("버마어", "mya"),
    ("베트남어", "vie"), ("영어", "eng"), ("인도네시아어", "ind"), ("일본어", "jpn"), ("중국어", "zho"),
    ("캄보디아어", "khm"), ("크메르어", "khm"), ("태국어", "tha"), ("한국어", "kor"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(language(raw), Ok(expected), "{raw}");
    }

    #[test]
    fn the_tables_are_in_order_and_every_code_is_its_own_clean_form() {
        assert!(FTM_LANGUAGES.is_sorted_by(|a, b| a < b));
        assert!(NAMES.is_sorted_by(|(a, _), (b, _)| a < b));
        FTM_LANGUAGES.iter().for_each(|code| check(code, code));
        NAMES.iter().for_each(|(_, code)| check(code, code));
    }

    #[test]
    fn codes_tags_and_names_become_one_code() {
        for raw in ["ko", "KOR", "ko-KR", "Korean", "한국어"] {
            check(raw, "kor");
        }
        for raw in ["zh", "chi", "zh_Hans", "cmn", "Mandarin", "中文", "普通話"] {
            check(raw, "zho");
        }
        check("Khmer", "khm");
        check("ภาษาไทย", "tha");
        check("Tiếng Việt", "vie");
        check("Shan", "shn");
    }

    #[test]
    fn followthemoney_does_not_take_every_language_of_ours() {
        assert!(ftm_takes_language("khm"));
        assert!(!ftm_takes_language("shn"));
    }

    #[test]
    fn a_language_that_nobody_knows_is_refused() {
        for raw in ["Klingon", "xx", "und", "-", "english and thai"] {
            assert_eq!(language(raw), Err(ValueError::new("language-unknown")), "{raw}");
        }
    }
}
