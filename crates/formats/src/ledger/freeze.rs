//! Requests to a bank to hold money: camt.056 and goAML.

use quick_xml::escape::escape;

/// A request to one bank or exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreezeRequest {
    /// Its number: letters, digits and hyphens.
    pub id: String,
    /// Who asks.
    pub agency: String,
    /// Country of who asks, ISO 3166-1 alpha-2 in capitals.
    pub country: String,
    /// BIC, another code, or name of the bank.
    pub bank: String,
    /// On which law it rests.
    pub basis: String,
    /// When it was made, as `2026-03-01T09:30:00Z`.
    pub made: String,
    /// The payments that brought the money.
    pub payments: Vec<FreezePayment>,
}

/// A payment that brought money which is to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreezePayment {
    /// Reference that both banks know; where there is none, the row of the table.
    pub reference: String,
    /// When, as `2026-03-01T09:30:00Z`.
    pub time: String,
    /// How much was paid.
    pub amount: String,
    /// Currency.
    pub currency: String,
    /// Whose money it was.
    pub from: String,
    /// Bank of the sender; may be empty.
    pub from_bank: String,
    /// Account that is to be held.
    pub to: String,
    /// How much of the payment is traced.
    pub traced: String,
    /// Whether the holder is presumed to be a victim.
    pub is_victims: bool,
}

/// A request to cancel payments: ISO 20022 camt.056.001.08.
#[must_use]
pub fn write_recall(request: &FreezeRequest) -> String {
    let mut out = Xml::new();
    let space = "urn:iso:std:iso:20022:tech:xsd:camt.056.001.08";
    out.open(&format!("Document xmlns=\"{space}\""));
    out.open("FIToFIPmtCxlReq");
    out.open("Assgnmt");
    out.put("Id", &cut(&request.id, ID_CHARS));
    out.open("Assgnr");
    out.open("Pty");
    out.put("Nm", &cut(&request.agency, NAME_CHARS));
    out.close("Pty");
    out.close("Assgnr");
    out.open("Assgne");
    out.open("Agt");
    agent(&mut out, &request.bank);
    out.close("Agt");
    out.close("Assgne");
    out.put("CreDtTm", &request.made);
    out.close("Assgnmt");
    out.open("CtrlData");
    out.put("NbOfTxs", &request.payments.len().to_string());
    out.close("CtrlData");
    out.open("Undrlyg");
    for (payment, number) in request.payments.iter().zip(1..) {
        recalled(
            &mut out,
            payment,
            &format!("{}-{number}", cut(&request.id, ID_CHARS - 7)),
            request,
        );
    }
    out.close("Undrlyg");
    out.close("FIToFIPmtCxlReq");
    out.close("Document");
    out.0
}

fn recalled(out: &mut Xml, payment: &FreezePayment, id: &str, request: &FreezeRequest) {
    let day = payment.time.split('T').next().unwrap_or_default();
    out.open("TxInf");
    out.put("CxlId", id);
    out.put("OrgnlEndToEndId", &cut(&payment.reference, ID_CHARS));
    let amount = format!("OrgnlIntrBkSttlmAmt Ccy=\"{}\"", escape(payment.currency.as_str()));
    out.0.push_str(&format!("<{amount}>{}</OrgnlIntrBkSttlmAmt>", payment.amount));
    out.put("OrgnlIntrBkSttlmDt", day);
    out.open("CxlRsnInf");
    out.open("Rsn");
    out.put("Cd", FRAUD);
    out.close("Rsn");
    out.put("AddtlInf", &cut(&request.basis, INFORMATION_CHARS));
    let traced = format!("{} {} {TRACED}", payment.traced, payment.currency);
    out.put("AddtlInf", &cut(&traced, INFORMATION_CHARS));
    if payment.is_victims {
        out.put("AddtlInf", VICTIM);
    }
    out.close("CxlRsnInf");
    out.open("OrgnlTxRef");
    account(out, "DbtrAcct", &payment.from);
    if !payment.from_bank.is_empty() {
        out.open("DbtrAgt");
        agent(out, &payment.from_bank);
        out.close("DbtrAgt");
    }
    account(out, "CdtrAcct", &payment.to);
    out.close("OrgnlTxRef");
    out.close("TxInf");
}

fn agent(out: &mut Xml, bank: &str) {
    out.open("FinInstnId");
    if is_bic(bank) {
        out.put("BICFI", bank);
    } else {
        out.put("Nm", &cut(bank, NAME_CHARS));
    }
    out.close("FinInstnId");
}

fn account(out: &mut Xml, tag: &str, number: &str) {
    out.open(tag);
    out.open("Id");
    if liaison_model::values::iban(number).is_ok() {
        out.put("IBAN", number);
    } else {
        out.open("Othr");
        out.put("Id", &cut(number, 34));
        out.close("Othr");
    }
    out.close("Id");
    out.close(tag);
}

/// Whether it is written as a BIC (ISO 9362).
fn is_bic(bank: &str) -> bool {
    let bytes = bank.as_bytes();
    let is_place = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    matches!(bytes.len(), 8 | 11)
        && bytes.iter().all(is_place)
        && bytes[..6].iter().all(u8::is_ascii_uppercase)
}

/// A report to a financial intelligence unit: UNODC's goAML, schema 5.0.1. Codes that each unit
/// numbers for itself are `-`, as its schema has them where they are not known.
#[must_use]
pub fn write_goaml(request: &FreezeRequest) -> String {
    let mut out = Xml::new();
    let country = if request.country.len() == 2 { request.country.as_str() } else { UNKNOWN };
    let local = request.payments.first().map_or(UNKNOWN, |payment| currency(&payment.currency));
    out.open("report");
    out.put("rentity_id", "1");
    out.put("rentity_branch", &cut(&request.agency, 255));
    out.put("submission_code", "E");
    out.put("report_code", "STR");
    out.put("entity_reference", &cut(&request.id, 255));
    out.put("submission_date", request.made.trim_end_matches('Z'));
    out.put("currency_code_local", local);
    out.put("reporting_user_code", &cut(&format!("{:0>4}", request.agency), 50));
    out.open("location");
    out.put("address_type", UNKNOWN);
    out.put("address", UNKNOWN);
    out.put("city", UNKNOWN);
    out.put("country_code", country);
    out.close("location");
    out.put("reason", &cut(&request.basis, 8000));
    out.put("action", "Hold the traced amount of each transaction");
    for (payment, number) in request.payments.iter().zip(1..) {
        reported(&mut out, payment, number, request, country);
    }
    out.open("report_indicators");
    out.put("indicator", UNKNOWN);
    out.close("report_indicators");
    out.close("report");
    out.0
}

fn reported(
    out: &mut Xml,
    payment: &FreezePayment,
    number: usize,
    request: &FreezeRequest,
    country: &str,
) {
    out.open("transaction");
    out.put("transactionnumber", &cut(&format!("{}-{number}", request.id), 100));
    out.put("internal_ref_number", &cut(&payment.reference, 100));
    out.put("transaction_location", "");
    let victim = if payment.is_victims { VICTIM } else { "" };
    let description = format!("{} {} {TRACED}. {victim}", payment.traced, payment.currency);
    out.put("transaction_description", &description);
    out.put("date_transaction", payment.time.trim_end_matches('Z'));
    out.put("late_deposit", "false");
    out.put("transmode_code", UNKNOWN);
    out.put("amount_local", &payment.amount);
    let sides = [
        ("from", &payment.from, payment.from_bank.as_str()),
        ("to", &payment.to, request.bank.as_str()),
    ];
    for (side, account, bank) in sides {
        let bank = if bank.is_empty() { UNKNOWN } else { bank };
        out.open(&format!("t_{side}"));
        out.put(&format!("{side}_funds_code"), UNKNOWN);
        out.open(&format!("{side}_account"));
        out.put("institution_name", &cut(bank, 255));
        if is_bic(bank) {
            out.put("swift", bank);
        } else {
            out.put("institution_code", &cut(bank, 50));
        }
        out.put("account", &cut(account, 255));
        out.close(&format!("{side}_account"));
        out.put(&format!("{side}_country"), if side == "to" { UNKNOWN } else { country });
        out.close(&format!("t_{side}"));
    }
    out.close("transaction");
}

/// A currency of ISO 4217; tokens have no code there.
fn currency(code: &str) -> &str {
    let is_iso = code.len() == 3 && liaison_model::values::Currency::find(code).is_some();
    if is_iso { code } else { UNKNOWN }
}

/// The first letters of a text, and never none: standards do not allow it.
fn cut(text: &str, letters: usize) -> String {
    let cut: String = text.trim().chars().take(letters).collect();
    if cut.is_empty() { UNKNOWN.to_owned() } else { cut }
}

/// XML while it is written.
struct Xml(String);

impl Xml {
    fn new() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned())
    }

    fn open(&mut self, tag: &str) {
        self.0.push_str(&format!("<{tag}>"));
    }

    fn close(&mut self, tag: &str) {
        self.0.push_str(&format!("</{tag}>\n"));
    }

    fn put(&mut self, tag: &str, text: &str) {
        self.0.push_str(&format!("<{tag}>{}</{tag}>\n", escape(text)));
    }
}

/// What stands where something is not known, as goAML writes it.
const UNKNOWN: &str = "-";
/// Reason of a cancellation: fraudulent origin (ISO 20022 external code set).
const FRAUD: &str = "FRAD";
/// Whoever reads these files abroad reads English, as their elements are.
const TRACED: &str = "of this payment are traced to a victim of fraud; please hold them";
const VICTIM: &str = "The account's holder is presumed to be a victim.";
/// Longest texts of ISO 20022 (`Max35Text`, `Max140Text`, `Max105Text`).
const ID_CHARS: usize = 35;
const NAME_CHARS: usize = 140;
const INFORMATION_CHARS: usize = 105;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_written_with_its_payments_and_nothing_in_it_is_markup() {
        let request = FreezeRequest {
            id: "R1".to_owned(),
            agency: "Unit <1> & Co".to_owned(),
            country: "KR".to_owned(),
            bank: "ABCDKHPP".to_owned(),
            basis: "Act 1, section 2".to_owned(),
            made: "2026-03-01T09:30:00Z".to_owned(),
            payments: vec![FreezePayment {
                reference: "E1".to_owned(),
                time: "2026-03-01T08:00:00Z".to_owned(),
                amount: "100.00".to_owned(),
                currency: "USD".to_owned(),
                from: "GB82WEST12345698765432".to_owned(),
                from_bank: String::new(),
                to: "110222".to_owned(),
                traced: "80.00".to_owned(),
                is_victims: true,
            }],
        };

        let recall = write_recall(&request);
        let report = write_goaml(&request);

        for part in [
            "<Nm>Unit &lt;1&gt; &amp; Co</Nm>",
            "<BICFI>ABCDKHPP</BICFI>",
            "<OrgnlIntrBkSttlmAmt Ccy=\"USD\">100.00</OrgnlIntrBkSttlmAmt>",
            "<IBAN>GB82WEST12345698765432</IBAN>",
            "presumed to be a victim",
        ] {
            assert!(recall.contains(part), "{part}");
        }
        assert!(
            report.contains("<swift>ABCDKHPP</swift>")
                && report.contains("<account>110222</account>")
        );
    }
}
