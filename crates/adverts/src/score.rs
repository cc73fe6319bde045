//! One score with its reasons: what the text says, what the agency's decisions taught, and whether
//! it shares a contact with what is known.
//!
//! The score is how much a text is like adverts of this kind. It is no finding about anybody.
//!
//! # Invariants
//!
//! * Every reason says what it adds to the log odds, and where in the text it stands.
//! * The same text, lexicon, model and contacts give the same score.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use rayon::prelude::*;
use serde::Serialize;

use crate::cluster::Sketch;
use crate::fold::Folded;
use crate::identifiers::{Identifier, Kind, identifiers, restricted};
use crate::language::Language;
use crate::lexicon::{Lexicon, Row, Sign};
use crate::model::Model;
use crate::view::View;

/// What adds to or takes from a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// A sign of the lexicon, or one that is computed from identifiers.
    Sign(Sign),
    /// Letters that the agency's decisions weigh.
    Learnt,
    /// A contact that is known.
    SharedContact,
}

/// The score of a text whose score is known, once so many of its contacts turn out to be known.
#[must_use]
pub fn with_shared_contacts(score: f64, contacts: usize) -> f64 {
    let score = score.clamp(SCORE_LEAST, 1.0 - SCORE_LEAST);
    match contacts {
        0 => score,
        _ => sigmoid((score / (1.0 - score)).ln() + SHARED_CONTACT * contacts as f64),
    }
}

impl Cause {
    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sign(sign) => sign.code(),
            Self::Learnt => "learnt-from-decisions",
            Self::SharedContact => "shared-contact",
        }
    }

    /// The key of its sentence.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Sign(sign) => sign.message_key(),
            Self::Learnt => "advert-sign-learnt",
            Self::SharedContact => "advert-sign-shared-contact",
        }
    }
}

/// Why a score is what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What it is.
    pub cause: Cause,
    /// What it adds to the log odds.
    pub weight: f64,
    /// Where it stands, in bytes of the original.
    pub span: Range<usize>,
    /// The row of the lexicon, or of the table of wages or places, that says so.
    pub row: String,
    /// Who saw such adverts use these words.
    pub source: String,
}

/// How many signs there are, for those who read no numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Below 0.3.
    FewSigns,
    /// From 0.3 on.
    SomeSigns,
    /// From 0.7 on.
    ManySigns,
}

impl Band {
    /// Every band, from few signs on.
    pub const ALL: [Self; 3] = [Self::FewSigns, Self::SomeSigns, Self::ManySigns];

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FewSigns => "few-signs",
            Self::SomeSigns => "some-signs",
            Self::ManySigns => "many-signs",
        }
    }

    /// The band of a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }

    /// The key of its words.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::FewSigns => "advert-band-few-signs",
            Self::SomeSigns => "advert-band-some-signs",
            Self::ManySigns => "advert-band-many-signs",
        }
    }

    /// The band of a score.
    #[must_use]
    pub fn of(score: f64) -> Self {
        match score {
            score if score < SOME_SIGNS => Self::FewSigns,
            score if score < MANY_SIGNS => Self::SomeSigns,
            _ => Self::ManySigns,
        }
    }
}

/// What is said of a text.
#[derive(Debug, Clone)]
pub struct Scored {
    /// From 0 to 1.
    pub score: f64,
    /// The same as log odds: what all reasons add up to, with what a text without any has.
    pub log_odds: f64,
    /// The band of the score.
    pub band: Band,
    /// The reasons, the heaviest first.
    pub reasons: Vec<Reason>,
    /// Whom and what it names.
    pub identifiers: Vec<Identifier>,
    /// Its language.
    pub language: Language,
    /// Whether it is longer than what is read.
    pub is_cut: bool,
}

/// Contacts of known adverts, compounds and recruiters.
#[derive(Debug, Clone, Default)]
pub struct KnownContacts(HashSet<(Kind, String)>);

impl KnownContacts {
    /// These contacts.
    #[must_use]
    pub fn new(contacts: impl IntoIterator<Item = (Kind, String)>) -> Self {
        let contacts = contacts.into_iter().map(|(kind, value)| (kind, value.to_lowercase()));
        Self(contacts.collect())
    }

    fn has(&self, identifier: &Identifier) -> bool {
        !self.0.is_empty() && self.0.contains(&(identifier.kind, identifier.value.to_lowercase()))
    }
}

/// Scores texts.
pub struct Scorer<'m> {
    lexicon: &'m Lexicon,
    model: Option<&'m Model>,
    known: KnownContacts,
}

impl<'m> Scorer<'m> {
    /// With a lexicon, and a model if there is one.
    #[must_use]
    pub fn new(lexicon: &'m Lexicon, model: Option<&'m Model>, known: KnownContacts) -> Self {
        Self { lexicon, model, known }
    }

    /// Scores a text.
    #[must_use]
    pub fn score(&self, raw: &str) -> Scored {
        let folded = Folded::new(raw);
        let view = View::new(&folded);
        let language = Language::of(raw);
        let identifiers = identifiers(&folded, &view, language);
        let mut reasons = signs(self.lexicon, &folded, &view, language, &identifiers);
        let mut log_odds = INTERCEPT + reasons.iter().map(|reason| reason.weight).sum::<f64>();
        if let Some(model) = self.model {
            let judged = model.judge(&view, log_odds);
            // What the lexicon says counts as much as it counted for the agency's decisions.
            for reason in &mut reasons {
                reason.weight *= judged.lexicon_share;
            }
            log_odds = judged.log_odds;
            reasons.extend(judged.spans.into_iter().map(|(span, weight)| Reason {
                cause: Cause::Learnt,
                weight,
                span: folded.original(view.folded(span)),
                row: String::new(),
                source: String::new(),
            }));
        }
        for identifier in identifiers.iter().filter(|one| self.known.has(one)) {
            log_odds += SHARED_CONTACT;
            reasons.push(reason(Cause::SharedContact, SHARED_CONTACT, identifier.span.clone(), ""));
        }
        reasons.retain(|reason| WEIGHT_TOLD <= reason.weight.abs());
        reasons.sort_by(|a, b| {
            b.weight.abs().total_cmp(&a.weight.abs()).then(a.span.start.cmp(&b.span.start))
        });
        reasons.truncate(REASONS_MAX);
        let score = sigmoid(log_odds);
        let is_cut = folded.is_cut();
        Scored { score, log_odds, band: Band::of(score), reasons, identifiers, language, is_cut }
    }

    /// Scores texts and makes their sketches for clustering, on all cores, in their order.
    #[must_use]
    pub fn read_all(&self, texts: &[String]) -> Vec<(Scored, Sketch)> {
        let read = |text: &String| {
            let scored = self.score(text);
            let sketch = Sketch::new(text, &scored.identifiers);
            (scored, sketch)
        };
        texts.par_iter().map(read).collect()
    }

    /// Scores many texts on all cores, in their order.
    #[must_use]
    pub fn score_all(&self, texts: &[String]) -> Vec<Scored> {
        texts.par_iter().map(|text| self.score(text)).collect()
    }
}

/// The log odds that the lexicon alone gives, for training.
pub(crate) fn lexicon_log_odds(lexicon: &Lexicon, raw: &str) -> f64 {
    let folded = Folded::new(raw);
    let view = View::new(&folded);
    let language = Language::of(raw);
    let identifiers = identifiers(&folded, &view, language);
    let reasons = signs(lexicon, &folded, &view, language, &identifiers);
    INTERCEPT + reasons.iter().map(|reason| reason.weight).sum::<f64>()
}

/// The probability of log odds.
pub(crate) fn sigmoid(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

fn reason(cause: Cause, weight: f64, span: Range<usize>, row: &str) -> Reason {
    Reason { cause, weight, span, row: row.to_owned(), source: String::new() }
}

/// All signs with their weights: of several of one kind each counts less than the one before it.
fn signs(
    lexicon: &Lexicon,
    folded: &Folded,
    view: &View,
    language: Language,
    identifiers: &[Identifier],
) -> Vec<Reason> {
    let mut reasons = words(lexicon, folded, view, language);
    reasons.extend(identifiers.iter().filter_map(of_pay));
    reasons.extend(identifiers.iter().filter_map(of_place));
    reasons.extend(chat_only(identifiers));
    let mut kept = Vec::new();
    for sign in Sign::ALL {
        let is_of_sign = |reason: &&Reason| reason.cause == Cause::Sign(sign);
        let mut own: Vec<Reason> = reasons.iter().filter(is_of_sign).cloned().collect();
        own.sort_by(|a, b| {
            b.weight.abs().total_cmp(&a.weight.abs()).then(a.span.start.cmp(&b.span.start))
        });
        let mut seen: HashSet<String> = HashSet::new();
        own.retain(|reason| seen.insert(reason.row.clone()));
        for (reason, share) in own.iter_mut().zip(SHARES) {
            reason.weight *= share;
        }
        own.truncate(SHARES.len());
        kept.extend(own);
    }
    kept
}

fn words(lexicon: &Lexicon, folded: &Folded, view: &View, language: Language) -> Vec<Reason> {
    let mut hits: Vec<(Range<usize>, &Row)> = lexicon
        .hits(view)
        .filter(|hit| counts_in(hit.row.language, language))
        .map(|hit| (hit.span, hit.row))
        .collect();
    // The longest first: `online casino` is one sign and not two.
    hits.sort_by_key(|(span, _)| (std::cmp::Reverse(span.len()), span.start));
    let mut taken: Vec<(Range<usize>, Sign)> = Vec::new();
    let mut reasons = Vec::new();
    for (span, row) in hits {
        let overlaps = |other: &(Range<usize>, Sign)| {
            other.1 == row.sign && span.start < other.0.end && other.0.start < span.end
        };
        if taken.iter().any(overlaps) || TERMS_MAX <= taken.len() {
            continue;
        }
        taken.push((span.clone(), row.sign));
        reasons.push(Reason {
            cause: Cause::Sign(row.sign),
            weight: row.weight,
            span: folded.original(view.folded(span)),
            row: row.id.clone(),
            source: row.source.clone(),
        });
    }
    reasons
}

/// Latin letters spell other words in other languages; other scripts are of their own.
fn counts_in(of_row: Language, of_text: Language) -> bool {
    use Language::{En, Id, Ms, Vi};
    match of_row {
        Vi => of_text == Vi,
        Id | Ms => matches!(of_text, Id | Ms),
        En => true,
        _ => true,
    }
}

fn of_pay(identifier: &Identifier) -> Option<Reason> {
    let pay = identifier.pay.as_ref()?;
    let wage = WAGES.iter().find(|wage| wage.currency == pay.currency)?;
    let weight =
        PAY_STEPS.iter().find(|(times, _)| wage.monthly.saturating_mul(*times) <= pay.monthly())?.1;
    let row = format!("wages.csv {} {}", wage.currency, wage.as_of);
    Some(Reason {
        source: wage.source.clone(),
        ..reason(Cause::Sign(Sign::PayTooHigh), weight, identifier.span.clone(), &row)
    })
}

fn of_place(identifier: &Identifier) -> Option<Reason> {
    if identifier.kind != Kind::Place {
        return None;
    }
    let is_country = COUNTRIES.contains(&&*identifier.value);
    let weight = match (restricted(&identifier.value), is_country) {
        (true, _) => RESTRICTED_PLACE,
        (false, true) => NAMED_COUNTRY,
        (false, false) => NAMED_PLACE,
    };
    let row = format!("places.csv {}", identifier.value);
    Some(reason(Cause::Sign(Sign::Place), weight, identifier.span.clone(), &row))
}

/// A messenger is all there is to answer to.
fn chat_only(identifiers: &[Identifier]) -> Option<Reason> {
    use Kind::{Domain, Email, Kakaotalk, Line, Qq, Telegram, Wechat, Whatsapp, Zalo};
    let is_chat = |one: &&Identifier| {
        matches!(one.kind, Kakaotalk | Line | Qq | Telegram | Wechat | Whatsapp | Zalo)
    };
    let chat = identifiers.iter().find(is_chat)?;
    let has_office = identifiers.iter().any(|one| matches!(one.kind, Domain | Email));
    let weight = if has_office { CHAT_AND_OFFICE } else { CHAT_ONLY };
    Some(reason(Cause::Sign(Sign::ChatOnly), weight, chat.span.clone(), "contacts"))
}

/// A wage that pay is compared with.
struct Wage {
    currency: String,
    monthly: u64,
    as_of: String,
    source: String,
}

static WAGES: LazyLock<Vec<Wage>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("../data/wages.csv").as_slice());
    let rows = reader.records().filter_map(Result::ok);
    let wage = |row: csv::StringRecord| {
        Some(Wage {
            currency: row.get(0)?.to_owned(),
            monthly: row.get(2)?.parse().ok()?,
            as_of: row.get(3)?.to_owned(),
            source: row.get(4).filter(|source| !source.is_empty())?.to_owned(),
        })
    };
    rows.filter_map(wage).collect()
});

/// Log odds of a text without any sign. Set by hand, as no public set has labels; a model that the
/// agency trains brings its own calibration.
const INTERCEPT: f64 = -3.2;
/// What the first, second, third and fourth sign of one kind count.
const SHARES: [f64; 4] = [1.0, 0.6, 0.4, 0.2];
/// So many times the wage of the table, and what that adds.
const PAY_STEPS: &[(u64, f64)] = &[(8, 1.8), (4, 1.4), (2, 0.6)];
const RESTRICTED_PLACE: f64 = 1.2;
const NAMED_PLACE: f64 = 0.6;
const NAMED_COUNTRY: f64 = 0.4;
const COUNTRIES: &[&str] = &["cambodia", "myanmar", "laos"];
const CHAT_ONLY: f64 = 0.9;
const CHAT_AND_OFFICE: f64 = 0.3;
/// A contact that a known advert or compound has says more than any word.
const SHARED_CONTACT: f64 = 2.5;
/// Nearer to none or all, odds are too large to reckon with.
const SCORE_LEAST: f64 = 1e-12;
const SOME_SIGNS: f64 = 0.3;
const MANY_SIGNS: f64 = 0.7;
const WEIGHT_TOLD: f64 = 0.05;
const REASONS_MAX: usize = 40;
const TERMS_MAX: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(raw: &str) -> Scored {
        let lexicon = Lexicon::built_in().unwrap();
        Scorer::new(lexicon, None, KnownContacts::default()).score(raw)
    }

    const LURES: &[&str] = &[
        "해외 상담원 모집. 경력 필요 없음, 월 12,000,000원, 항공권과 숙소 제공. 여권만 있으면 됩니다. 텔레그램 @demo_0001_01",
        "招聘线上客服，无需经验，月薪20000元起，包吃住，报销机票，工作地点在边境园区。飞机 @demo_0001_02",
        "Tuyển nhân viên đánh máy làm việc ở nước ngoài, không cần bằng cấp, lương 30 triệu mỗi tháng, lo xe và hộ chiếu. Telegram @demo_0001_03",
        "รับแอดมินตอบแชท งานชายแดน ไม่ต้องมีประสบการณ์ เดือนละ 45,000 บาท มีรถรับส่งและที่พักฟรี ทักเทเลแกรม @demo_0001_04",
        "Dibutuhkan staf layanan pelanggan di luar negeri, tanpa pengalaman, gaji 20 juta per bulan, tiket dan tempat tinggal ditanggung. Telegram @demo_0001_05",
        "Sales assistants for an office abroad. No experience needed, USD 3000 monthly, visa and flight covered, start this week. Telegram @demo_0001_06",
        "Jawatan kosong khidmat pelanggan di Poipet, tanpa pengalaman, gaji RM15,000 sebulan, tiket percuma. Whatsapp +60 12-345 6789",
        "ជ្រើសរើសបុគ្គលិកឆ្លើយឆាត បាវិត ប្រាក់ខែ 1500 ដុល្លារ គ្មានបទពិសោធន៍ក៏បាន មានកន្លែងស្នាក់នៅ តេឡេក្រាម @demo_kh1",
        "ຮັບແອັດມິນຕອບແຊັດ ສາມຫຼ່ຽມຄຳ ບໍ່ຕ້ອງມີປະສົບການ ເງິນເດືອນ 25 ລ້ານກີບ ທີ່ພັກຟຣີ ມີລົດຮັບສົ່ງ telegram: @demo_la1",
        "အွန်လိုင်းအလုပ် မြဝတီ အတွေ့အကြုံမလို လစာ ၁၅ သိန်း အဆောင်အခမဲ့ အကြိုအပို့ telegram: @demo_mm1",
    ];
    const OTHERS: &[&str] = &[
        "경찰은 캄보디아에서 월 2000만원 고수익을 미끼로 청년을 유인한 일당을 구속했다고 밝혔다. 피해자는 항공권 지원 광고를 보고 출국했다. 홍길동 기자",
        "Police said on Monday that victims were lured to Sihanoukville by fake job offers promising USD 3,000 a month, free flights and accommodation on Telegram. The embassy advised nationals to be careful.",
        "Polisi menangkap tersangka yang merekrut korban ke Kamboja dengan iming-iming gaji besar Rp15 juta per bulan tanpa pengalaman. Kemlu mengimbau masyarakat.",
        "记者从警方获悉，受害人被高薪招聘骗至西港，月薪2万，包吃包住。大使馆提醒中国公民提高警惕。",
        "ตำรวจจับกุมขบวนการหลอกคนไทยไปทำงานแอดมินตอบแชทที่ปอยเปต อ้างรายได้ดี 30,000 บาทต่อเดือน ผู้เสียหายถูกหลอก เตือนประชาชน",
        "Công an cảnh báo thủ đoạn việc nhẹ lương cao, nạn nhân bị đưa sang Campuchia. Giải cứu 10 công dân, khởi tố bị can.",
        "서울 강남 사무직 채용. 4대보험, 퇴직금, 월 250만원, 면접 후 결정. hr@company.example",
        "Lowongan staf akuntansi Jakarta, pendidikan minimal S1, gaji 6 juta per bulan, BPJS, kirim CV ke hr@company.example",
        "Accountant in Bangkok, bachelor degree, THB 25,000 monthly, social security, interview at our office. hr@company.example",
        "오늘 점심은 국수를 먹었다. 날씨가 좋다.",
    ];

    #[test]
    fn adverts_of_the_kind_have_signs_in_ten_languages() {
        for raw in LURES {
            let scored = scored(raw);
            assert!(SOME_SIGNS <= scored.score, "{} {raw}", scored.score);
        }
    }

    #[test]
    fn news_about_scams_and_ordinary_jobs_have_few_signs() {
        for raw in OTHERS {
            let scored = scored(raw);
            assert_eq!(scored.band, Band::FewSigns, "{} {raw}", scored.score);
        }
    }

    #[test]
    fn every_reason_points_to_words_of_the_text() {
        for raw in LURES.iter().chain(OTHERS) {
            for reason in scored(raw).reasons {
                assert!(
                    raw.get(reason.span.clone()).is_some_and(|part| !part.is_empty()),
                    "{reason:?}"
                );
            }
        }
    }

    #[test]
    fn open_offers_of_scam_work_are_marked() {
        let scored = scored("杀猪盘团队招人，精聊，飞机 @demo_zh");
        assert!(scored.reasons.iter().any(|reason| reason.cause == Cause::Sign(Sign::OpenScam)));
    }

    #[test]
    fn a_contact_that_is_known_counts_wherever_it_turns_up() {
        let lexicon = Lexicon::built_in().unwrap();
        let known = KnownContacts::new([(Kind::Telegram, "Demo_X1".to_owned())]);
        let raw = "텔레그램 @demo_x1";

        let with = Scorer::new(lexicon, None, known).score(raw);

        let alone = scored(raw).score;
        assert!(alone < with.score);
        assert!((with_shared_contacts(alone, 1) - with.score).abs() < 1e-9);
        assert_eq!(with.reasons[0].cause, Cause::SharedContact);
    }

    #[test]
    fn every_wage_has_a_source() {
        let rows = include_str!("../data/wages.csv").lines().count() - 1;
        assert_eq!(WAGES.len(), rows);
    }
}
