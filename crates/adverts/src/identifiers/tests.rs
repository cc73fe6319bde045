//! What is found in adverts of every language, and what is not.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

fn all(raw: &str) -> Vec<Identifier> {
    let folded = Folded::new(raw);
    identifiers(&folded, &View::new(&folded), Language::of(raw))
}

/// What is found, as `kind value`, in order.
#[track_caller]
fn check(raw: &str, expected: &[&str]) {
    let told = |found: &Identifier| format!("{:?} {}", found.kind, found.value).to_lowercase();
    let found: Vec<String> = all(raw).iter().map(told).collect();
    let expected: Vec<String> = expected.iter().map(|text| text.to_lowercase()).collect();
    assert_eq!(found, expected, "{raw}");
}

#[test]
fn korean() {
    check(
        "해외 상담원 모집. 월 5,000,000~12,000,000원, 항공권 제공. 시아누크빌. 텔레그램 @demo_0001_01",
        &["Salary 5000000-12000000 KRW", "Place sihanoukville", "Telegram demo_0001_01"],
    );
    check(
        "캄보디아 월 2000 보장 텔레: job_king",
        &["Place cambodia", "Salary 20000000 KRW", "Telegram job_king"],
    );
    check("카톡 아이디 khjob77 전화 010-1234-5678", &["Kakaotalk khjob77", "Phone +821012345678"]);
    check("문의 공일공-1234-오육칠팔", &["Phone +821012345678"]);
    check("０１０ １２３４ ５６７８", &["Phone +821012345678"]);
    check("국민은행 123456-04-123456 홍길동", &["Account 12345604123456"]);
    check("주급 150만원, 시급 1.5만원", &["Salary 1500000 KRW", "Salary 15000 KRW"]);
    check("2025년 10월 16일 공고", &["Date 2025-10-16"]);
    check("오픈채팅 open.kakao.com/o/sAbCdEf", &["Kakaotalk sAbCdEf"]);
    check("모텔 abc1234 예약", &[]);
}

#[test]
fn thai() {
    check(
        "รับแอดมินตอบแชท ปอยเปต เงินเดือน 25,000-30,000 บาท แอดไลน์ @khjob99 โทร ๐๘๑-๒๓๔-๕๖๗๘",
        &["Place poipet", "Salary 25000-30000 THB", "Line khjob99", "Phone +66812345678"],
    );
    check("เดือนละ 3 หมื่น ไลน์ไอดี: somjob_1", &["Salary 30000 THB", "Line somjob_1"]);
    check("โอนเข้ากสิกร 123-4-56789-0", &["Account 1234567890"]);
    check("12 ต.ค. 2568", &["Date 2025-10-12"]);
}

#[test]
fn vietnamese() {
    check(
        "Việc nhẹ lương cao 15-20 triệu/tháng tại Bavet, Zalo 0912 345 678",
        &["Salary 15000000-20000000 VND", "Place bavet", "Zalo +84912345678", "Phone +84912345678"],
    );
    check("lương 900 USD mỗi tháng, tele: viec_nhe88", &["Salary 900 USD", "Telegram viec_nhe88"]);
    check("STK 0123456789012 Vietcombank", &["Account 0123456789012"]);
    check("16 tháng 10 năm 2025", &["Date 2025-10-16"]);
}

#[test]
fn chinese() {
    check(
        "招聘客服 月薪2-5万 包吃住 西港 飞机 @hr_asia88 微信：wxid_abc123 QQ 12345678",
        &[
            "Salary 20000-50000 CNY",
            "Place sihanoukville",
            "Telegram hr_asia88",
            "Wechat wxid_abc123",
            "Qq 12345678",
        ],
    );
    check("电话 138 1234 5678", &["Phone +8613812345678"]);
    check("底薪1.5万元每月 妙瓦底", &["Salary 15000 CNY", "Place myawaddy"]);
    check("2025年10月16日", &["Date 2025-10-16"]);
    check("工商银行 6222 0212 3456 7890 123", &["Account 6222021234567890123"]);
}

#[test]
fn indonesian_and_malay() {
    check(
        "Lowongan admin di Kamboja, gaji Rp7-16 juta per bulan, WA 0812-3456-7890",
        &[
            "Place cambodia",
            "Salary 7000000-16000000 IDR",
            "Whatsapp +6281234567890",
            "Phone +6281234567890",
        ],
    );
    check(
        "Gaji RM8,000-15,000 sebulan, telegram @kerja_kh",
        &["Salary 8000-15000 MYR", "Telegram kerja_kh"],
    );
    check("Norek BCA 1234567890", &["Account 1234567890"]);
    check("16 Oktober 2025", &["Date 2025-10-16"]);
}

#[test]
fn english() {
    check(
        "Sales executives in Bangkok, USD 1,500 monthly. Telegram: @sales_hr, wa.me/85512345678, hr@jobs.example",
        &[
            "Place bangkok",
            "Salary 1500 USD",
            "Telegram sales_hr",
            "Whatsapp +85512345678",
            "Phone +85512345678",
            "Email hr@jobs.example",
        ],
    );
    check(
        "Earn $3k per week! see hxxps://scam[.]example/login",
        &["Salary 3000 USD", "Domain scam.example"],
    );
    check("Telegram group for details, deadline is near, line up", &[]);
    check(
        "call +855 12 345 678 or +856 20 5512 3456",
        &["Phone +85512345678", "Phone +8562055123456"],
    );
    check("IBAN GB82WEST12345698765432", &["Account GB82WEST12345698765432"]);
    check("October 16, 2025 / 2025-10-16", &["Date 2025-10-16", "Date 2025-10-16"]);
    check("t.me/+AbCd_123 and t.me/joinchat/XyZ", &["Telegram +AbCd_123", "Telegram XyZ"]);
    check("room for 12 people, 1.5 km, version 2.0.1, 50,000 users", &[]);
}

#[test]
fn khmer_lao_and_burmese() {
    check(
        "ជ្រើសរើសបុគ្គលិក ភ្នំពេញ ប្រាក់ខែ 800 ដុល្លារ តេឡេក្រាម @job_kh1 ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨",
        &["Place phnom-penh", "Salary 800 USD", "Telegram job_kh1", "Phone +85512345678"],
    );
    check(
        "ຮັບພະນັກງານ ສາມຫຼ່ຽມຄຳ ເງິນເດືອນ 15 ລ້ານກີບ ໂທ 020 5512 3456",
        &["Place golden-triangle", "Salary 15000000 LAK", "Phone +8562055123456"],
    );
    check(
        "အလုပ်ခေါ်စာ မြဝတီ လစာ ၁၅ သိန်း ဖုန်း ၀၉ ၄၂၀ ၁၂၃ ၄၅၆",
        &["Place myawaddy", "Salary 1500000 MMK", "Phone +959420123456"],
    );
}

#[test]
fn disguises_are_seen_through() {
    check("텔레그램 @ｄｅｍｏ＿０１ab", &["Telegram demo_01ab"]);
    check("𝐓𝐞𝐥𝐞𝐠𝐫𝐚𝐦: @𝐣𝐨𝐛_𝐤𝐡", &["Telegram job_kh"]);
    check("Tеlеgrаm @jоb_khmеr", &["Telegram job_khmer"]); // Cyrillic vowels
    check("0️⃣1️⃣0️⃣-1️⃣2️⃣3️⃣4️⃣-5️⃣6️⃣7️⃣8️⃣ 연락", &["Phone +821012345678"]);
    check("O1O-l234-5678 연락", &["Phone +821012345678"]);
    check("boss[at]scam(.)example", &["Email boss@scam.example"]);
}

static LISTED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let read = |symbol| {
        let folder =
            concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/lists/sanctioned_addresses_");
        std::fs::read_to_string(format!("{folder}{symbol}.txt")).unwrap()
    };
    let text: String = ["XBT", "ETH", "TRX"].into_iter().map(read).collect();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
});

#[test]
fn every_listed_wallet_is_found() {
    let addresses = &*LISTED;

    assert!(500 < addresses.len());
    for address in addresses {
        let found = all(&format!("USDT 입금 {address} 으로"));
        assert_eq!(found.len(), 1, "{address}");
        assert!(found[0].kind == Kind::Wallet && found[0].value.eq_ignore_ascii_case(address));
    }
}

#[test]
fn no_listed_wallet_with_one_character_changed_is_found() {
    const LETTERS: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let has_checksum = |address: &str| {
        let lower = address.to_lowercase();
        !address.starts_with("0x")
            || (address[2..] != lower[2..] && address[2..] != address[2..].to_uppercase())
    };
    for address in LISTED.iter().filter(|address| has_checksum(address)) {
        // Three places of each, another letter each time: every place of some address comes up.
        for step in 0..3 {
            let at = 2 + (address.len() * 7 + step * 11) % (address.len() - 2);
            let mut bytes = address.as_bytes().to_vec();
            bytes[at] = *LETTERS
                .iter()
                .cycle()
                .skip(at + step)
                .find(|letter| **letter != bytes[at])
                .unwrap();
            let changed = String::from_utf8(bytes).unwrap();
            let found = all(&changed);
            assert!(found.iter().all(|one| one.kind != Kind::Wallet), "{changed}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_span_is_a_part_of_it(
        raw: String,
        like in "(텔레|tg|line|월|gaji|\\+82|0)[ :@]?[0-9a-z_.,-]{0,40}(만원|juta|월|t\\.me/|@)?",
    ) {
        for raw in [raw, like] {
            for found in all(&raw) {
                prop_assert!(raw.get(found.span.clone()).is_some_and(|part| !part.is_empty()));
                prop_assert!((0.0..=1.0).contains(&found.confidence));
            }
        }
    }

    #[test]
    fn one_changed_character_of_a_checksummed_address_is_never_a_wallet(
        which in 0..1_000_usize, place in 1..200_usize, letter in 0..58_usize,
    ) {
        const LETTERS: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        let based: Vec<&String> = LISTED.iter().filter(|address| !address.starts_with("0x")).collect();
        let address = based[which % based.len()];
        let at = place % address.len();
        let mut bytes = address.as_bytes().to_vec();
        prop_assume!(bytes[at] != LETTERS[letter]);
        bytes[at] = LETTERS[letter];
        // Bech32 is one of case: another case of the same letter is refused, too.
        let found = all(&String::from_utf8(bytes).unwrap());
        prop_assert!(found.iter().all(|one| one.kind != Kind::Wallet));
    }
}
