//! Names in their own scripts, each with several spellings in Latin letters.
//!
//! The parts are among the most common of their language, so that a name put together from them
//! belongs to many people and means none of them. Parts that would make up the name of somebody in
//! high office or of a company's head were left out where we noticed. Each part lists the spellings that offices,
//! airlines and newspapers really use for it; the official one stands first where there is one.
//!
//! # Invariants
//!
//! * Every part has at least one spelling in ASCII letters.
//! * The same name and style give the same spelling.

use crate::draw::Draw;
use crate::people::Sex;

/// A part of a name: in its own script, then its spellings.
type Part = (&'static str, &'static [&'static str]);

/// A language's way of naming people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "they are languages")]
pub enum Culture {
    Korean,
    Chinese,
    Vietnamese,
    Thai,
    Khmer,
    Lao,
    Burmese,
    Indonesian,
    Malay,
    English,
}

/// The name of a simulated person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HumanName {
    culture: Culture,
    family: Option<Part>,
    given: Vec<Part>,
}

impl Culture {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Korean,
        Self::Chinese,
        Self::Vietnamese,
        Self::Thai,
        Self::Khmer,
        Self::Lao,
        Self::Burmese,
        Self::Indonesian,
        Self::Malay,
        Self::English,
    ];

    /// The country that stands for it here, ISO 3166-1 alpha-2, lower case.
    #[must_use]
    pub fn country(self) -> &'static str {
        match self {
            Self::Korean => "kr",
            Self::Chinese => "cn",
            Self::Vietnamese => "vn",
            Self::Thai => "th",
            Self::Khmer => "kh",
            Self::Lao => "la",
            Self::Burmese => "mm",
            Self::Indonesian => "id",
            Self::Malay => "my",
            Self::English => "us",
        }
    }

    /// Its language, ISO 639-3.
    #[must_use]
    pub fn language(self) -> &'static str {
        match self {
            Self::Korean => "kor",
            Self::Chinese => "zho",
            Self::Vietnamese => "vie",
            Self::Thai => "tha",
            Self::Khmer => "khm",
            Self::Lao => "lao",
            Self::Burmese => "mya",
            Self::Indonesian => "ind",
            Self::Malay => "msa",
            Self::English => "eng",
        }
    }

    /// Draws a name.
    pub(crate) fn name(self, sex: Sex, draw: &mut Draw) -> HumanName {
        let (families, men, women) = self.parts();
        let given = match sex {
            Sex::Male => men,
            Sex::Female => women,
        };
        let mut parts: Vec<Part> = Vec::new();
        if self == Self::Vietnamese {
            parts.push(if sex == Sex::Male { ("Văn", &["Van"]) } else { ("Thị", &["Thi"]) });
        }
        let count = match self {
            Self::Korean | Self::Chinese => 2,
            Self::Burmese => 3,
            _ => 1,
        };
        for _ in 0..count {
            let start = draw.below(given.len() as u32) as usize;
            // A syllable twice is rare in a name, and looks like a slip: the next one is taken.
            let from_start = given.iter().cycle().skip(start).take(given.len());
            parts.extend(from_start.copied().find(|part| !parts.contains(part)));
        }
        if self == Self::Malay {
            parts.push(if sex == Sex::Male {
                ("bin", &["bin"])
            } else {
                ("binti", &["binti", "bt"])
            });
        }
        let family = (!families.is_empty()).then(|| *draw.pick(families));
        HumanName { culture: self, family, given: parts }
    }

    /// Family names, and given names for men and for women.
    fn parts(self) -> (&'static [Part], &'static [Part], &'static [Part]) {
        match self {
            Self::Korean => (KOREAN_FAMILY, KOREAN_GIVEN, KOREAN_GIVEN),
            Self::Chinese => (CHINESE_FAMILY, CHINESE_GIVEN, CHINESE_GIVEN),
            Self::Vietnamese => (VIETNAMESE_FAMILY, VIETNAMESE_MEN, VIETNAMESE_WOMEN),
            Self::Thai => (THAI_FAMILY, THAI_MEN, THAI_WOMEN),
            Self::Khmer => (KHMER_FAMILY, KHMER_GIVEN, KHMER_GIVEN),
            Self::Lao => (LAO_FAMILY, LAO_GIVEN, LAO_GIVEN),
            Self::Burmese => (&[], BURMESE_MEN, BURMESE_WOMEN),
            Self::Indonesian => (INDONESIAN_LAST, INDONESIAN_MEN, INDONESIAN_WOMEN),
            // The father's name stands where others have a family name.
            Self::Malay => (MALAY_MEN, MALAY_MEN, MALAY_WOMEN),
            Self::English => (ENGLISH_LAST, ENGLISH_MEN, ENGLISH_WOMEN),
        }
    }
}

impl HumanName {
    /// 강서윤, whom the journeys through the workbench look for in every simulated region.
    pub(crate) fn of_the_journeys() -> Self {
        Self {
            culture: Culture::Korean,
            family: Some(("강", &["Kang", "Gang"])),
            given: vec![("서", &["seo"]), ("윤", &["yun"])],
        }
    }

    /// The language's way of naming.
    #[must_use]
    pub fn culture(&self) -> Culture {
        self.culture
    }

    /// The name in its own script and order.
    #[must_use]
    pub fn native(&self) -> String {
        let given: Vec<&str> = self.given.iter().map(|part| part.0).collect();
        let family = self.family.map(|part| part.0);
        match self.culture {
            Culture::Korean | Culture::Chinese | Culture::Burmese => {
                family.unwrap_or_default().to_owned() + &given.concat()
            }
            _ => ordered(family, &given.join(" "), self.family_first()),
        }
    }

    /// The family name in its own script, or the father's where that stands in its place.
    #[must_use]
    pub fn native_family(&self) -> Option<&'static str> {
        self.family.map(|part| part.0)
    }

    /// How many spellings [`Self::spelling`] knows before it repeats itself.
    pub const STYLES: u32 = 6;

    /// The name in Latin letters. Styles differ in the spelling of the parts, in their order, and
    /// in how they are joined and capitalised.
    #[must_use]
    pub fn spelling(&self, style: u32) -> String {
        let style = style % Self::STYLES;
        let spelt = |part: &Part| part.1[style as usize % part.1.len()];
        let given: Vec<&str> = self.given.iter().map(spelt).collect();
        let family = self.family.as_ref().map(spelt);
        let given = match (self.culture, style) {
            (Culture::Korean, 0 | 2) => hyphenated(&given),
            (Culture::Korean | Culture::Chinese, 0..=4) => capitalised(&given.concat()),
            _ => given.iter().map(|part| capitalised(part)).collect::<Vec<_>>().join(" "),
        };
        match style {
            2 => ordered(family, &given, !self.family_first()),
            3 => family.map_or(given.clone(), |f| format!("{}, {given}", f.to_uppercase())),
            4 => ordered(family, &given, self.family_first()).to_uppercase(),
            _ => ordered(family, &given, self.family_first()),
        }
    }

    /// The name in Latin letters with the given name first.
    pub(crate) fn given_first(&self) -> String {
        self.spelling(if self.family_first() { 2 } else { 0 })
    }

    /// All spellings in Latin letters that differ from each other.
    #[must_use]
    pub fn spellings(&self) -> Vec<String> {
        let mut spellings: Vec<String> = Vec::new();
        for style in 0..Self::STYLES {
            let spelling = self.spelling(style);
            if !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
        spellings
    }

    fn family_first(&self) -> bool {
        use Culture::{Burmese, Chinese, Khmer, Korean, Vietnamese};
        matches!(self.culture, Korean | Chinese | Vietnamese | Khmer | Burmese)
    }
}

fn ordered(family: Option<&str>, given: &str, family_first: bool) -> String {
    match family {
        None => given.to_owned(),
        Some(family) if family_first => format!("{family} {given}"),
        Some(family) => format!("{given} {family}"),
    }
}

fn hyphenated(parts: &[&str]) -> String {
    capitalised(&parts.join("-"))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        // Malay's 'bin' and 'binti' stay small.
        Some(_) if ["bin", "binti", "bt"].contains(&word) => word.to_owned(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

const KOREAN_FAMILY: &[Part] = &[
    ("김", &["Kim", "Gim"]),
    ("이", &["Lee", "Yi", "Rhee"]),
    ("박", &["Park", "Bak", "Pak"]),
    ("최", &["Choi", "Choe"]),
    ("정", &["Jung", "Jeong", "Chung"]),
    ("강", &["Kang", "Gang"]),
    ("조", &["Cho", "Jo"]),
    ("윤", &["Yoon", "Yun"]),
    ("장", &["Jang", "Chang"]),
    ("임", &["Lim", "Im"]),
    ("한", &["Han"]),
    ("오", &["Oh", "O"]),
    ("서", &["Seo", "Suh"]),
    ("신", &["Shin", "Sin"]),
    ("권", &["Kwon", "Gwon"]),
    ("황", &["Hwang"]),
    ("안", &["Ahn", "An"]),
    ("송", &["Song"]),
    ("유", &["Yoo", "Yu"]),
    ("홍", &["Hong"]),
];
const KOREAN_GIVEN: &[Part] = &[
    ("민", &["min"]),
    ("서", &["seo", "suh"]),
    ("지", &["ji", "jee"]),
    ("현", &["hyun", "hyeon"]),
    ("준", &["jun", "joon"]),
    ("영", &["young", "yeong"]),
    ("수", &["su", "soo"]),
    ("진", &["jin"]),
    ("우", &["woo", "u"]),
    ("은", &["eun"]),
    ("호", &["ho"]),
    ("연", &["yeon", "youn"]),
    ("윤", &["yun", "yoon"]),
    ("아", &["a", "ah"]),
    ("혜", &["hye"]),
    ("성", &["sung", "seong"]),
    ("재", &["jae"]),
    ("경", &["kyung", "gyeong"]),
    ("하", &["ha"]),
    ("도", &["do"]),
    ("원", &["won"]),
    ("희", &["hee", "hui"]),
    ("승", &["seung"]),
];
const CHINESE_FAMILY: &[Part] = &[
    ("王", &["Wang", "Wong"]),
    ("李", &["Li", "Lee"]),
    ("张", &["Zhang", "Chang"]),
    ("刘", &["Liu", "Lau"]),
    ("陈", &["Chen", "Chan"]),
    ("杨", &["Yang", "Yeung"]),
    ("黄", &["Huang", "Wong"]),
    ("赵", &["Zhao", "Chao"]),
    ("周", &["Zhou", "Chow"]),
    ("吴", &["Wu", "Ng"]),
    ("徐", &["Xu", "Hsu"]),
    ("孙", &["Sun"]),
    ("马", &["Ma"]),
    ("朱", &["Zhu", "Chu"]),
    ("胡", &["Hu", "Wu"]),
    ("郭", &["Guo", "Kuo"]),
    ("何", &["He", "Ho"]),
    ("林", &["Lin", "Lam"]),
    ("高", &["Gao", "Kao"]),
    ("罗", &["Luo", "Lo"]),
];
const CHINESE_GIVEN: &[Part] = &[
    ("伟", &["wei"]),
    ("芳", &["fang"]),
    ("娜", &["na"]),
    ("敏", &["min"]),
    ("静", &["jing", "ching"]),
    ("丽", &["li"]),
    ("强", &["qiang", "chiang"]),
    ("磊", &["lei"]),
    ("军", &["jun", "chun"]),
    ("洋", &["yang"]),
    ("勇", &["yong", "yung"]),
    ("艳", &["yan", "yen"]),
    ("杰", &["jie", "chieh"]),
    ("涛", &["tao"]),
    ("明", &["ming"]),
    ("超", &["chao"]),
    ("平", &["ping"]),
    ("刚", &["gang", "kang"]),
    ("桂", &["gui", "kuei"]),
    ("文", &["wen"]),
];
const VIETNAMESE_FAMILY: &[Part] = &[
    ("Nguyễn", &["Nguyen"]),
    ("Trần", &["Tran"]),
    ("Lê", &["Le"]),
    ("Phạm", &["Pham"]),
    ("Hoàng", &["Hoang", "Huynh"]),
    ("Phan", &["Phan"]),
    ("Vũ", &["Vu", "Vo"]),
    ("Đặng", &["Dang"]),
    ("Bùi", &["Bui"]),
    ("Đỗ", &["Do"]),
    ("Hồ", &["Ho"]),
    ("Ngô", &["Ngo"]),
    ("Dương", &["Duong"]),
    ("Lý", &["Ly"]),
];
const VIETNAMESE_MEN: &[Part] = &[
    ("Bình", &["Binh"]),
    ("Dũng", &["Dung"]),
    ("Hải", &["Hai"]),
    ("Hiếu", &["Hieu"]),
    ("Hùng", &["Hung"]),
    ("Long", &["Long"]),
    ("Nam", &["Nam"]),
    ("Phong", &["Phong"]),
    ("Phúc", &["Phuc"]),
    ("Quân", &["Quan"]),
    ("Sơn", &["Son"]),
    ("Tuấn", &["Tuan"]),
];
const VIETNAMESE_WOMEN: &[Part] = &[
    ("Châu", &["Chau"]),
    ("Hà", &["Ha"]),
    ("Hạnh", &["Hanh"]),
    ("Hoa", &["Hoa"]),
    ("Hương", &["Huong"]),
    ("Lan", &["Lan"]),
    ("Linh", &["Linh"]),
    ("Mai", &["Mai"]),
    ("Nga", &["Nga"]),
    ("Thảo", &["Thao"]),
    ("Trang", &["Trang"]),
    ("Yến", &["Yen"]),
];
const THAI_FAMILY: &[Part] = &[
    ("ใจดี", &["Jaidee", "Chaidi"]),
    ("แสงทอง", &["Saengthong", "Sangthong"]),
    ("ศรีสุข", &["Srisuk", "Sisuk"]),
    ("ทองดี", &["Thongdee", "Thongdi"]),
    ("บุญมี", &["Boonmee", "Bunmi"]),
    ("สุขใจ", &["Sukjai", "Sukchai"]),
    ("รักไทย", &["Rakthai"]),
    ("พรหมมา", &["Phromma", "Promma"]),
    ("แก้วมณี", &["Kaewmanee", "Kaeomani"]),
    ("มีสุข", &["Meesuk", "Misuk"]),
    ("จันทร์เพ็ญ", &["Chanpen", "Janpen"]),
    ("คำดี", &["Khamdee", "Khamdi"]),
    ("ดวงดี", &["Duangdee", "Duangdi"]),
    ("สายทอง", &["Saithong"]),
];
const THAI_MEN: &[Part] = &[
    ("สมชาย", &["Somchai"]),
    ("สมศักดิ์", &["Somsak"]),
    ("วิชัย", &["Wichai", "Vichai"]),
    ("ประเสริฐ", &["Prasert", "Prasoet"]),
    ("สุรชัย", &["Surachai"]),
    ("อนันต์", &["Anan", "Anant"]),
    ("อรุณ", &["Arun", "Aroon"]),
    ("ชาญ", &["Chan", "Charn"]),
];
const THAI_WOMEN: &[Part] = &[
    ("มาลี", &["Mali", "Malee"]),
    ("สุดา", &["Suda"]),
    ("นภา", &["Napha", "Napa"]),
    ("วรรณา", &["Wanna", "Vanna"]),
    ("กมล", &["Kamon", "Kamol"]),
    ("พรทิพย์", &["Phonthip", "Pornthip"]),
    ("ศิริพร", &["Siriphon", "Siriporn"]),
    ("รัตนา", &["Rattana", "Ratana"]),
];
const KHMER_FAMILY: &[Part] = &[
    ("សុខ", &["Sok", "Sokh"]),
    ("ចាន់", &["Chan"]),
    ("គឹម", &["Kim", "Kem"]),
    ("លី", &["Ly", "Li"]),
    ("ហេង", &["Heng"]),
    ("ជា", &["Chea", "Chia"]),
    ("កែវ", &["Keo", "Kaev"]),
    ("ម៉ៅ", &["Mao", "Mau"]),
    ("នួន", &["Nuon"]),
    ("ពេជ្រ", &["Pich", "Pech"]),
    ("សៅ", &["Sao", "Sau"]),
    ("អ៊ុក", &["Ouk", "Uk"]),
    ("ទេព", &["Tep"]),
    ("យិន", &["Yin"]),
];
const KHMER_GIVEN: &[Part] = &[
    ("សុភា", &["Sophea", "Sopha"]),
    ("ដារ៉ា", &["Dara"]),
    ("សុវណ្ណ", &["Sovann", "Sovan"]),
    ("វិចិត្រ", &["Vichet", "Vichit"]),
    ("បុប្ផា", &["Bopha", "Bupha"]),
    ("ស្រីមុំ", &["Sreymom", "Sreimum"]),
    ("ចន្ទា", &["Chantha", "Chanda"]),
    ("វណ្ណា", &["Vanna"]),
    ("សំណាង", &["Samnang"]),
    ("ពិសិដ្ឋ", &["Piseth", "Pisith"]),
    ("មករា", &["Makara"]),
    ("កុសល", &["Kosal"]),
];
const LAO_FAMILY: &[Part] = &[
    ("ວົງສະຫວັນ", &["Vongsavanh", "Wongsawan"]),
    ("ພົມມະຈັນ", &["Phommachanh", "Phommachan"]),
    ("ສີສຸກ", &["Sisouk", "Sisuk"]),
    ("ອິນທະວົງ", &["Inthavong", "Inthawong"]),
    ("ແສງຈັນ", &["Sengchanh", "Saengchan"]),
    ("ໄຊຍະວົງ", &["Xayavong", "Sayavong"]),
    ("ພິມມະສອນ", &["Phimmasone", "Phimmason"]),
    ("ແກ້ວມະນີ", &["Keomany", "Kaeomani"]),
    ("ບຸນຍະວົງ", &["Bounyavong", "Bunyavong"]),
    ("ຈັນທະລາ", &["Chanthala", "Chantala"]),
];
const LAO_GIVEN: &[Part] = &[
    ("ສົມພອນ", &["Somphone", "Somphon"]),
    ("ບຸນມີ", &["Bounmy", "Bunmi"]),
    ("ຄຳພັນ", &["Khamphanh", "Khamphan"]),
    ("ສົມສັກ", &["Somsack", "Somsak"]),
    ("ວັນນາ", &["Vanna", "Wanna"]),
    ("ແກ້ວ", &["Keo", "Kaew"]),
    ("ມະນີ", &["Many", "Mani"]),
    ("ພອນ", &["Phone", "Phon"]),
    ("ຈັນ", &["Chanh", "Chan"]),
    ("ດາວ", &["Dao"]),
    ("ນ້ອຍ", &["Noy", "Noi"]),
];
const BURMESE_MEN: &[Part] = &[
    ("အောင်", &["Aung"]),
    ("ကျော်", &["Kyaw", "Kyaw", "Jaw"]),
    ("ဇော်", &["Zaw"]),
    ("မြင့်", &["Myint", "Myin"]),
    ("ထွန်း", &["Tun", "Htun"]),
    ("ဝင်း", &["Win"]),
    ("လင်း", &["Lin", "Linn"]),
    ("သန်း", &["Than"]),
    ("စိုး", &["Soe", "So"]),
    ("ဟိန်း", &["Hein"]),
    ("ထက်", &["Htet", "Tet"]),
    ("နိုင်", &["Naing", "Nine"]),
];
const BURMESE_WOMEN: &[Part] = &[
    ("ခင်", &["Khin"]),
    ("မြ", &["Mya"]),
    ("နီ", &["Ni", "Nee"]),
    ("လှ", &["Hla", "Lha"]),
    ("ဖြူ", &["Phyu", "Pyu"]),
    ("အေး", &["Aye"]),
    ("သီတာ", &["Thida", "Thidar"]),
    ("သန္တာ", &["Thanda", "Thandar"]),
    ("ချို", &["Cho"]),
    ("မေ", &["May"]),
];
const INDONESIAN_LAST: &[Part] = &[
    ("Santoso", &["Santoso", "Santosa"]),
    ("Wijaya", &["Wijaya", "Widjaja"]),
    ("Setiawan", &["Setiawan", "Setyawan"]),
    ("Hidayat", &["Hidayat", "Hidajat"]),
    ("Lestari", &["Lestari"]),
    ("Saputra", &["Saputra", "Syahputra"]),
    ("Kusuma", &["Kusuma", "Koesoema"]),
    ("Susanto", &["Susanto", "Soesanto"]),
    ("Rahman", &["Rahman", "Rachman"]),
    ("Utomo", &["Utomo", "Oetomo"]),
    ("Pratama", &["Pratama"]),
];
const INDONESIAN_MEN: &[Part] = &[
    ("Rudi", &["Rudi", "Roedi"]),
    ("Agus", &["Agus"]),
    ("Joni", &["Joni", "Djoni"]),
    ("Wahyu", &["Wahyu", "Wahju"]),
    ("Eko", &["Eko"]),
    ("Adi", &["Adi", "Ady"]),
    ("Yusuf", &["Yusuf", "Jusuf"]),
    ("Slamet", &["Slamet", "Selamet"]),
];
const INDONESIAN_WOMEN: &[Part] = &[
    ("Siti", &["Siti", "Sitti"]),
    ("Dewi", &["Dewi"]),
    ("Rina", &["Rina"]),
    ("Putri", &["Putri", "Poetri"]),
    ("Sri", &["Sri"]),
    ("Nur", &["Nur", "Noer"]),
    ("Ayu", &["Ayu", "Ajoe"]),
    ("Yanti", &["Yanti", "Janti"]),
];
const MALAY_MEN: &[Part] = &[
    ("Ahmad", &["Ahmad", "Ahmed"]),
    ("Ismail", &["Ismail", "Esmail"]),
    ("Hassan", &["Hassan", "Hasan"]),
    ("Razak", &["Razak", "Razaq"]),
    ("Zulkifli", &["Zulkifli", "Zulkifly"]),
    ("Osman", &["Osman", "Othman"]),
    ("Halim", &["Halim", "Haleem"]),
    ("Faizal", &["Faizal", "Faisal"]),
];
const MALAY_WOMEN: &[Part] = &[
    ("Nurul", &["Nurul", "Noorul"]),
    ("Aisyah", &["Aisyah", "Aishah"]),
    ("Fatimah", &["Fatimah", "Fatima"]),
    ("Zainab", &["Zainab", "Zaynab"]),
    ("Rohani", &["Rohani"]),
    ("Salmah", &["Salmah", "Salma"]),
    ("Noraini", &["Noraini", "Norainy"]),
];
const ENGLISH_LAST: &[Part] = &[
    ("Smith", &["Smith", "Smyth"]),
    ("Clark", &["Clark", "Clarke"]),
    ("Reed", &["Reed", "Reid"]),
    ("Allen", &["Allen", "Allan"]),
    ("Cook", &["Cook", "Cooke"]),
    ("Pearce", &["Pearce", "Pierce"]),
    ("Philips", &["Philips", "Phillips"]),
    ("Matthews", &["Matthews", "Mathews"]),
    ("Baker", &["Baker"]),
    ("Hill", &["Hill"]),
];
const ENGLISH_MEN: &[Part] = &[
    ("William", &["William", "Bill"]),
    ("James", &["James", "Jim"]),
    ("Robert", &["Robert", "Bob"]),
    ("Stephen", &["Stephen", "Steven"]),
    ("Michael", &["Michael", "Mike"]),
    ("Daniel", &["Daniel", "Dan"]),
    ("Jeffrey", &["Jeffrey", "Geoffrey"]),
];
const ENGLISH_WOMEN: &[Part] = &[
    ("Elizabeth", &["Elizabeth", "Liz"]),
    ("Catherine", &["Catherine", "Katherine"]),
    ("Margaret", &["Margaret", "Maggie"]),
    ("Sara", &["Sara", "Sarah"]),
    ("Ann", &["Ann", "Anne"]),
    ("Susan", &["Susan", "Sue"]),
    ("Deborah", &["Deborah", "Debra"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Stream;

    #[test]
    fn every_part_has_spellings_in_latin_letters() {
        for culture in Culture::ALL {
            let (family, men, women) = culture.parts();
            for (native, spellings) in family.iter().chain(men).chain(women) {
                assert!(!native.is_empty() && !spellings.is_empty(), "{native}");
                let latin = |s: &&str| s.bytes().all(|byte| byte.is_ascii_alphabetic());
                assert!(spellings.iter().all(latin), "{native}: {spellings:?}");
            }
        }
    }

    #[test]
    fn every_name_has_at_least_three_spellings() {
        for culture in Culture::ALL {
            for number in 0..200 {
                let mut draw = Draw::new(1, Stream::Human, number);
                let name = culture.name(Sex::Female, &mut draw);

                let spellings = name.spellings();
                assert!(2 < spellings.len() || culture == Culture::Burmese, "{spellings:?}");
                assert!(spellings.iter().all(|s| s.is_ascii()), "{spellings:?}");
            }
        }
    }

    #[test]
    fn the_name_of_the_journeys_is_spelt_as_they_expect() {
        let name = HumanName::of_the_journeys();

        assert_eq!(name.native(), "강서윤");
        assert_eq!(name.spelling(0), "Kang Seo-yun");
        let spellings = name.spellings();
        assert!(spellings.contains(&"Gang Seoyun".to_owned()), "{spellings:?}");
    }
}
