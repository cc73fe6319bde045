//! Currencies and tokens, with how many decimals their smallest unit has.

use std::fmt;

/// A currency of ISO 4217 or a token that our cases meet.
///
/// A token has the decimals of the chain that it is mostly paid on: USDT has 6 on TRON and
/// Ethereum, 18 on BNB Smart Chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: &'static str,
    decimals: u8,
}

impl Currency {
    /// The currency of a code in capitals, such as `THB`.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        let at = CURRENCIES.binary_search_by_key(&code, |(code, _)| code).ok()?;
        let (code, decimals) = CURRENCIES[at];
        Some(Self { code, decimals })
    }

    /// Its code in capitals.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.code
    }

    /// Digits after the point in its smallest unit.
    #[must_use]
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// The one currency that a code in capitals, a sign or a word beside a sum stands for.
    pub(super) fn written_as(mark: &str) -> Option<Self> {
        Self::find(mark).or_else(|| {
            let lower = mark.to_lowercase();
            let (_, code) = SIGNS.iter().find(|(sign, _)| *sign == lower)?;
            Self::find(code)
        })
    }

    /// Whether several currencies write this sign.
    pub(super) fn is_shared_sign(mark: &str) -> bool {
        SHARED_SIGNS.iter().any(|(sign, _)| *sign == mark)
    }

    /// Whether this currency is one of several that write this sign.
    pub(super) fn shares_sign(self, mark: &str) -> bool {
        SHARED_SIGNS.iter().any(|(sign, codes)| *sign == mark && codes.contains(&self.code))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

/// Signs and words, in lower case, that stand for one currency only.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    ("₩", "KRW"), ("￦", "KRW"), ("원", "KRW"), ("won", "KRW"),
    ("฿", "THB"), ("บาท", "THB"), ("baht", "THB"), ("바트", "THB"), ("泰铢", "THB"), ("泰銖", "THB"),
    ("₫", "VND"), ("đ", "VND"), ("vnđ", "VND"), ("đồng", "VND"), ("dong", "VND"),
    ("៛", "KHR"), ("riel", "KHR"), ("រៀល", "KHR"), ("₭", "LAK"), ("kip", "LAK"), ("ກີບ", "LAK"),
    ("ks", "MMK"), ("kyat", "MMK"), ("kyats", "MMK"), ("ကျပ်", "MMK"),
    ("rmb", "CNY"), ("cn¥", "CNY"), ("yuan", "CNY"), ("人民币", "CNY"), ("人民幣", "CNY"), ("위안", "CNY"),
    ("jp¥", "JPY"), ("yen", "JPY"), ("円", "JPY"), ("日元", "JPY"), ("日圓", "JPY"), ("엔", "JPY"),
    ("us$", "USD"), ("usd$", "USD"), ("美元", "USD"), ("美金", "USD"), ("달러", "USD"),
    ("hk$", "HKD"), ("港币", "HKD"), ("港幣", "HKD"), ("港元", "HKD"),
    ("nt$", "TWD"), ("新台幣", "TWD"), ("新臺幣", "TWD"), ("台币", "TWD"),
    ("s$", "SGD"), ("a$", "AUD"), ("au$", "AUD"), ("c$", "CAD"), ("nz$", "NZD"),
    ("rm", "MYR"), ("rp", "IDR"), ("rupiah", "IDR"), ("₱", "PHP"), ("₹", "INR"),
    ("€", "EUR"), ("euro", "EUR"), ("£", "GBP"), ("₽", "RUB"), ("₺", "TRY"), ("₦", "NGN"),
    ("ksh", "KES"), ("ush", "UGX"), ("tether", "USDT"), ("₿", "BTC"),
];

/// Signs that several currencies write.
const SHARED_SIGNS: &[(&str, &[&str])] = &[
    ("$", &["AUD", "BND", "CAD", "HKD", "MOP", "MXN", "NZD", "SGD", "TWD", "USD"]),
    ("¥", &["CNY", "JPY"]),
    ("￥", &["CNY", "JPY"]),
    ("元", &["CNY", "HKD", "MOP", "TWD"]),
    ("₨", &["INR", "LKR", "NPR", "PKR"]),
    ("Rs", &["INR", "LKR", "NPR", "PKR"]),
];

/// ISO 4217, list one (2025), with currencies that ended lately; tokens by their chains' contracts.
#[rustfmt::skip]
const CURRENCIES: &[(&str, u8)] = &[
    ("AED", 2), ("AFN", 2), ("ALL", 2), ("AMD", 2), ("ANG", 2), ("AOA", 2), ("ARS", 2), ("AUD", 2),
    ("AWG", 2), ("AZN", 2), ("BAM", 2), ("BBD", 2), ("BCH", 8), ("BDT", 2), ("BGN", 2), ("BHD", 3),
    ("BIF", 0), ("BMD", 2), ("BNB", 18), ("BND", 2), ("BOB", 2), ("BOV", 2), ("BRL", 2), ("BSD", 2),
    ("BTC", 8), ("BTN", 2), ("BWP", 2), ("BYN", 2), ("BZD", 2), ("CAD", 2), ("CDF", 2), ("CHE", 2),
    ("CHF", 2), ("CHW", 2), ("CLF", 4), ("CLP", 0), ("CNY", 2), ("COP", 2), ("COU", 2), ("CRC", 2),
    ("CUP", 2), ("CVE", 2), ("CZK", 2), ("DAI", 18), ("DJF", 0), ("DKK", 2), ("DOGE", 8),
    ("DOP", 2), ("DZD", 2), ("EGP", 2), ("ERN", 2), ("ETB", 2), ("ETH", 18), ("EUR", 2), ("FJD", 2),
    ("FKP", 2), ("GBP", 2), ("GEL", 2), ("GHS", 2), ("GIP", 2), ("GMD", 2), ("GNF", 0), ("GTQ", 2),
    ("GYD", 2), ("HKD", 2), ("HNL", 2), ("HRK", 2), ("HTG", 2), ("HUF", 2), ("IDR", 2), ("ILS", 2),
    ("INR", 2), ("IQD", 3), ("IRR", 2), ("ISK", 0), ("JMD", 2), ("JOD", 3), ("JPY", 0), ("KES", 2),
    ("KGS", 2), ("KHR", 2), ("KMF", 0), ("KPW", 2), ("KRW", 0), ("KWD", 3), ("KYD", 2), ("KZT", 2),
    ("LAK", 2), ("LBP", 2), ("LKR", 2), ("LRD", 2), ("LSL", 2), ("LTC", 8), ("LYD", 3), ("MAD", 2),
    ("MDL", 2), ("MGA", 2), ("MKD", 2), ("MMK", 2), ("MNT", 2), ("MOP", 2), ("MRU", 2), ("MUR", 2),
    ("MVR", 2), ("MWK", 2), ("MXN", 2), ("MXV", 2), ("MYR", 2), ("MZN", 2), ("NAD", 2), ("NGN", 2),
    ("NIO", 2), ("NOK", 2), ("NPR", 2), ("NZD", 2), ("OMR", 3), ("PAB", 2), ("PEN", 2), ("PGK", 2),
    ("PHP", 2), ("PKR", 2), ("PLN", 2), ("PYG", 0), ("QAR", 2), ("RON", 2), ("RSD", 2), ("RUB", 2),
    ("RWF", 0), ("SAR", 2), ("SBD", 2), ("SCR", 2), ("SDG", 2), ("SEK", 2), ("SGD", 2), ("SHP", 2),
    ("SLE", 2), ("SLL", 2), ("SOL", 9), ("SOS", 2), ("SRD", 2), ("SSP", 2), ("STN", 2), ("SYP", 2),
    ("SZL", 2), ("THB", 2), ("TJS", 2), ("TMT", 2), ("TND", 3), ("TOP", 2), ("TRX", 6), ("TRY", 2),
    ("TTD", 2), ("TWD", 2), ("TZS", 2), ("UAH", 2), ("UGX", 0), ("USD", 2), ("USDC", 6),
    ("USDT", 6), ("USN", 2), ("UYI", 0), ("UYU", 2), ("UYW", 4), ("UZS", 2), ("VED", 2), ("VES", 2),
    ("VND", 0), ("VUV", 0), ("WST", 2), ("XAF", 0), ("XCD", 2), ("XCG", 2), ("XOF", 0), ("XPF", 0),
    ("XRP", 6), ("YER", 2), ("ZAR", 2), ("ZMW", 2), ("ZWG", 2),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_every_sign_has_a_currency() {
        assert!(CURRENCIES.is_sorted_by(|(a, _), (b, _)| a < b));
        for (sign, code) in SIGNS {
            assert_eq!(Currency::written_as(sign).map(Currency::code), Some(*code));
        }
        for code in SHARED_SIGNS.iter().flat_map(|(_, codes)| codes.iter()) {
            assert!(Currency::find(code).is_some(), "{code}");
        }
    }

    #[test]
    fn decimals_are_those_of_the_standard() {
        for (code, decimals) in [
            ("KRW", 0),
            ("VND", 0),
            ("JPY", 0),
            ("THB", 2),
            ("KHR", 2),
            ("LAK", 2),
            ("MMK", 2),
            ("CNY", 2),
            ("USD", 2),
            ("IDR", 2),
            ("IQD", 3),
            ("KWD", 3),
            ("BHD", 3),
            ("USDT", 6),
        ] {
            assert_eq!(Currency::find(code).map(Currency::decimals), Some(decimals), "{code}");
        }
    }
}
