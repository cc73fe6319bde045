//! goAML: the transactions of a report to a financial intelligence unit.
//!
//! Source: UNODC, goAML schema 5.0.1. A transaction between two sides is read; one with several
//! parties says who was involved, and not who paid whom: it is set aside.

use std::io::Read;

use liaison_ledger::{Kind, LedgerRow, Party, account_form};
use liaison_model::messages::Message;

use super::iso::moment;
use super::{Fault, LedgerContext, LedgerSink, money, original};
use crate::import::ReadError;
use crate::words;
use crate::xml::{Element, EntryReader, Found};

/// Reads the transactions of reports.
pub(super) fn read_goaml(
    input: impl Read,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    let mut entries = EntryReader::new(input, |name| !matches!(name, "report" | "reports"));
    let mut currency = String::new();
    loop {
        let (line, fault) = match entries.next()? {
            Found::Entry(element) if element.name == "currency_code_local" => {
                currency = element.text;
                continue;
            }
            Found::Entry(element) if element.name == "transaction" => {
                sink.progress(entries.position())?;
                match row(&element, &currency, context) {
                    Ok(row) => {
                        sink.row(row)?;
                        continue;
                    }
                    Err(fault) => (element.line, fault),
                }
            }
            Found::Entry(element) if REPORT.contains(&element.name.as_str()) => continue,
            Found::Entry(element) => (element.line, unknown(&element.name)),
            Found::Opened(_) | Found::Closed(_) => continue,
            Found::Refused(reason) => (entries.line(), Fault::new("", Message::new(reason))),
            Found::DocType => {
                let fault = Fault::new("DOCTYPE", Message::new("ledger-fault-doctype"));
                return Ok(sink.problem(fault.told(context, entries.line()))?);
            }
            Found::Broken => {
                let reason = Message::new(words::XML_BROKEN).count("offset", entries.position());
                return Ok(sink.problem(Fault::new("", reason).told(context, entries.line()))?);
            }
            Found::End => return Ok(()),
        };
        sink.problem(fault.told(context, line))?;
    }
}

fn row(element: &Element, local: &str, context: &LedgerContext) -> Result<LedgerRow, Fault> {
    let strange = element.children.iter().find(|child| !TRANSACTION.contains(&child.name.as_str()));
    if let Some(child) = strange {
        return Err(unknown(&format!("transaction/{}", child.name)));
    }
    if element.at("involved_parties").is_some() {
        return Err(Fault::new("involved_parties", Message::new("ledger-fault-parties")));
    }
    let text = element.first_text(&["date_transaction"]);
    let (time, exactness) =
        moment(text, context).map_err(|reason| Fault::of("date_transaction", text, reason))?;
    let from = [element.at("t_from_my_client"), element.at("t_from")].into_iter().flatten().next();
    let to = [element.at("t_to_my_client"), element.at("t_to")].into_iter().flatten().next();
    let foreign = [from, to].into_iter().flatten().find_map(|side| {
        [side.at("from_foreign_currency"), side.at("to_foreign_currency")]
            .into_iter()
            .flatten()
            .next()
    });
    let (sum, currency) = match foreign {
        Some(foreign) => (
            foreign.first_text(&["foreign_amount"]),
            foreign.first_text(&["foreign_currency_code"]),
        ),
        None => (element.first_text(&["amount_local"]), local),
    };
    let amount = money(sum, currency).map_err(|reason| Fault::of("amount_local", sum, reason))?;
    Ok(LedgerRow {
        time,
        exactness,
        from: party(from, "from_account", "t_from")?,
        to: party(to, "to_account", "t_to")?,
        amount,
        currency: currency.to_owned(),
        kind: Kind::Booked,
        reference: element.first_text(&["transactionnumber"]).to_owned(),
        line: element.line,
        original: original(&element.written()),
    })
}

fn party(side: Option<&Element>, name: &str, column: &str) -> Result<Party, Fault> {
    let account = side.and_then(|side| side.at(name));
    let number = account.map_or("", |account| account.first_text(&["account", "iban"]));
    let (Some(account), false) = (account, number.is_empty()) else {
        return Err(Fault::new(column, Message::new("money-fault-no-account")));
    };
    Ok(Party {
        account: account_form(number),
        bank: account.first_text(&["swift", "institution_code", "institution_name"]).to_owned(),
        holder: account.first_text(&["account_name", "t_entity/name"]).to_owned(),
    })
}

fn unknown(path: &str) -> Fault {
    Fault::of(path, path, Message::new("ledger-fault-element").with("path", path))
}

/// What stands beside the transactions of a report.
const REPORT: &[&str] = &[
    "schema_version",
    "rentity_id",
    "rentity_branch",
    "submission_code",
    "report_code",
    "entity_reference",
    "fiu_ref_number",
    "prev_rejected_ref_number",
    "submission_date",
    "report_date",
    "reporting_person",
    "reporting_user_code",
    "location",
    "reason",
    "action",
    "report_indicators",
    "additional_information",
    "activity",
    "attachments",
];
/// What stands in a transaction.
const TRANSACTION: &[&str] = &[
    "transactionnumber",
    "transaction_is_suspicious",
    "internal_ref_number",
    "agent_name",
    "transaction_location",
    "transaction_address",
    "transaction_description",
    "date_transaction",
    "teller",
    "authorized",
    "late_deposit",
    "date_posting",
    "value_date",
    "transmode_code",
    "transmode_comment",
    "amount_local",
    "transaction_type_code",
    "transaction_status",
    "involved_parties",
    "t_from_my_client",
    "t_from",
    "t_to_my_client",
    "t_to",
    "goods_services",
    "comments",
    "additional_information",
    "conversion_rate",
    "transaction_indicators",
];
