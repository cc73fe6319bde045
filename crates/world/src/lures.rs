//! The words of simulated adverts: templates in five languages, in our own words, after the public
//! descriptions of how people are drawn in.
//!
//! # Invariants
//!
//! * `{pay}` and `{handle}` are the only places that are filled in.

/// One hand's advert.
pub(crate) struct Lure {
    pub(crate) language: &'static str,
    pub(crate) job_title: &'static str,
    pub(crate) text: &'static str,
    /// What English-speaking officers would read.
    pub(crate) translated: &'static str,
    pub(crate) currency: &'static str,
    pub(crate) pay_low: u32,
    pub(crate) pay_high: u32,
}

pub(crate) const LURES: &[Lure] = &[
    Lure {
        language: "kor",
        job_title: "해외 고객 상담원",
        text: "해외 상담원 모집. 경력 필요 없음, 월 {pay}, 항공권과 숙소 제공. 여권만 있으면 됩니다. \
               텔레그램 {handle}",
        translated: "Customer agents wanted abroad. No experience needed, {pay} a month, flight and \
                     lodging paid. A passport is all you need. Telegram {handle}",
        currency: "KRW",
        pay_low: 5_000_000,
        pay_high: 12_000_000,
    },
    Lure {
        language: "zho",
        job_title: "线上客服",
        text: "招聘线上客服，无需经验，月薪{pay}起，包吃住，报销机票，工作地点在边境园区。飞机 {handle}",
        translated: "Online service staff wanted, no experience, from {pay} a month, board and lodging, \
                     flights paid, work in a park at the border. Telegram {handle}",
        currency: "CNY",
        pay_low: 12_000,
        pay_high: 40_000,
    },
    Lure {
        language: "vie",
        job_title: "Nhân viên đánh máy",
        text: "Tuyển nhân viên đánh máy làm việc ở nước ngoài, không cần bằng cấp, lương {pay} mỗi \
               tháng, lo xe và hộ chiếu. Zalo hoặc Telegram {handle}",
        translated: "Typists wanted for work abroad, no certificate, {pay} a month, transport and \
                     passport seen to. Zalo or Telegram {handle}",
        currency: "VND",
        pay_low: 18_000_000,
        pay_high: 45_000_000,
    },
    Lure {
        language: "tha",
        job_title: "แอดมินตอบแชท",
        text: "รับแอดมินตอบแชท งานชายแดน ไม่ต้องมีประสบการณ์ เดือนละ {pay} มีรถรับส่งและที่พักฟรี ทักเทเลแกรม {handle}",
        translated: "Chat administrators wanted, work at the border, no experience, {pay} a month, \
                     transport and lodging free. Telegram {handle}",
        currency: "THB",
        pay_low: 25_000,
        pay_high: 70_000,
    },
    Lure {
        language: "ind",
        job_title: "Staf layanan pelanggan",
        text: "Dibutuhkan staf layanan pelanggan di luar negeri, tanpa pengalaman, gaji {pay} per \
               bulan, tiket dan tempat tinggal ditanggung. Telegram {handle}",
        translated: "Customer staff wanted abroad, no experience, {pay} a month, ticket and lodging \
                     paid. Telegram {handle}",
        currency: "IDR",
        pay_low: 12_000_000,
        pay_high: 30_000_000,
    },
    Lure {
        language: "eng",
        job_title: "Remote sales assistant",
        text: "Sales assistants for an office abroad. No experience needed, {pay} monthly, visa and \
               flight covered, start this week. Telegram {handle}",
        translated: "Sales assistants for an office abroad. No experience needed, {pay} monthly, visa \
                     and flight covered, start this week. Telegram {handle}",
        currency: "USD",
        pay_low: 1_500,
        pay_high: 4_000,
    },
];
