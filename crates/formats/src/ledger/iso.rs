//! ISO 20022: camt.052, camt.053 and camt.054 from version 02 on, pacs.008 from version 02 on.
//!
//! The versions differ in where a name or a status stands (`Dbtr/Nm` or `Dbtr/Pty/Nm`, `Sts` or
//! `Sts/Cd`, `BIC` or `BICFI`); each is looked for in all of its places.
//!
//! Source: ISO 20022 message definition reports, Bank-to-Customer Cash Management and Payments
//! Clearing and Settlement.

use std::io::Read;

use liaison_ledger::{Exactness, Kind, LedgerRow, Money, Party, account_form};
use liaison_model::messages::Message;

use super::iso_words::{CAMT_VERSIONS, PACS_VERSIONS, is_known};
use super::{Fault, LedgerContext, LedgerSink, Sum, money, original, unknown};
use crate::import::ReadError;
use crate::transfers::{Written, read_moment};
use crate::words;
use crate::xml::{Element, EntryReader, Found};

/// Reads account reports, statements and notifications.
pub(super) fn read_camt(
    input: impl Read,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    let mut reader = Messages::new(context, sink, CAMT_VERSIONS);
    reader.read(input, |name| !CAMT_CONTAINERS.contains(&name))
}

/// Reads credit transfers between banks.
pub(super) fn read_pacs(
    input: impl Read,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    let mut reader = Messages::new(context, sink, PACS_VERSIONS);
    reader.read(input, |name| !PACS_CONTAINERS.contains(&name))
}

/// What was met of the statement or message that is read.
struct Messages<'a> {
    context: &'a LedgerContext,
    sink: &'a mut dyn LedgerSink,
    versions: &'static [&'static str],
    /// Whether this is a message of a version that is known: nothing is read of others.
    is_known: bool,
    account: Party,
    currency: String,
    /// Opening balance, and all that was booked since.
    sum: Sum,
    has_opening: bool,
    /// Line of the closing balance, and what it says.
    closing: Option<(u64, Money, bool)>,
    /// Head of the message.
    head: Element,
    transactions: u64,
    settled: Sum,
}

impl<'a> Messages<'a> {
    fn new(
        context: &'a LedgerContext,
        sink: &'a mut dyn LedgerSink,
        versions: &'static [&'static str],
    ) -> Self {
        Self {
            context,
            sink,
            versions,
            is_known: true,
            account: Party::default(),
            currency: String::new(),
            sum: Sum::default(),
            has_opening: false,
            closing: None,
            head: Element::default(),
            transactions: 0,
            settled: Sum::default(),
        }
    }

    fn read(&mut self, input: impl Read, is_entry: fn(&str) -> bool) -> Result<(), ReadError> {
        let mut entries = EntryReader::new(input, is_entry);
        loop {
            match entries.next()? {
                Found::Opened(element) => self.open(&element)?,
                Found::Closed(name) => self.close(&name, entries.line())?,
                Found::Entry(element) if self.is_known => {
                    self.sink.progress(entries.position())?;
                    self.take(&element)?;
                }
                Found::Entry(_) => {}
                Found::Refused(reason) => {
                    self.tell(entries.line(), Fault::new("", Message::new(reason)))?;
                }
                Found::DocType => {
                    let reason = Message::new("ledger-fault-doctype");
                    return self.tell(entries.line(), Fault::new("DOCTYPE", reason));
                }
                Found::Broken => {
                    let reason =
                        Message::new(words::XML_BROKEN).count("offset", entries.position());
                    return self.tell(entries.line(), Fault::new("", reason));
                }
                Found::End => return Ok(()),
            }
        }
    }

    fn tell(&mut self, line: u64, fault: Fault) -> Result<(), ReadError> {
        Ok(self.sink.problem(fault.told(self.context, line))?)
    }

    fn open(&mut self, element: &Element) -> Result<(), ReadError> {
        if element.name == "Document" {
            let space = element.attribute("xmlns");
            let message = space.rsplit(':').next().unwrap_or_default();
            self.is_known = self.versions.contains(&message);
            if !self.is_known {
                let reason = Message::new("ledger-fault-message").with("found", message);
                self.tell(element.line, Fault::of("Document", message, reason))?;
            }
        }
        if STATEMENTS.contains(&element.name.as_str()) {
            (self.account, self.currency) = (Party::default(), String::new());
            (self.sum, self.has_opening, self.closing) = (Sum::default(), false, None);
        }
        if element.name == PACS_BODY {
            (self.transactions, self.settled) = (0, Sum::default());
            self.head = Element::default();
        }
        Ok(())
    }

    fn close(&mut self, name: &str, line: u64) -> Result<(), ReadError> {
        if STATEMENTS.contains(&name) && self.is_known {
            self.check_balance()?;
        }
        if name == PACS_BODY && self.is_known {
            self.check_head(line)?;
        }
        Ok(())
    }

    fn take(&mut self, element: &Element) -> Result<(), ReadError> {
        if let Some((line, path)) = unknown_element(element) {
            let reason = Message::new("ledger-fault-element").with("path", &path);
            return self.tell(line, Fault::of(&path, &path, reason));
        }
        let taken = match element.name.as_str() {
            "GrpHdr" => {
                self.head = element.clone();
                Ok(())
            }
            "Acct" => {
                self.account = party_of_account(element);
                self.currency = element.first_text(&["Ccy"]).to_owned();
                Ok(())
            }
            "Bal" => self.balance(element),
            "Ntry" => self.entry(element)?,
            "CdtTrfTxInf" => self.transfer(element)?,
            _ => Ok(()),
        };
        match taken {
            Ok(()) => Ok(()),
            Err(fault) => self.tell(element.line, fault),
        }
    }

    fn balance(&mut self, element: &Element) -> Result<(), Fault> {
        let code = element.first_text(&["Tp/CdOrPrtry/Cd"]);
        let (money, _) = amount(element, "Amt")?;
        let is_credit = is_credit(element)?;
        match code {
            "OPBD" | "PRCD" if !self.has_opening => {
                self.has_opening = true;
                self.sum.add(money, is_credit);
            }
            "CLBD" => self.closing = Some((element.line, money, is_credit)),
            _ => {}
        }
        Ok(())
    }

    /// Whether the entries lead from the opening balance to the closing one.
    fn check_balance(&mut self) -> Result<(), ReadError> {
        let Some((line, money, is_credit)) = self.closing.filter(|_| self.has_opening) else {
            return Ok(());
        };
        let mut sum = self.sum;
        sum.add(money, !is_credit);
        let Some(off) = sum.off() else { return Ok(()) };
        let reason = Message::new("ledger-fault-balance")
            .with("difference", off)
            .with("currency", &self.currency);
        self.tell(line, Fault::remark("Bal", reason))
    }

    /// Whether as many transactions came as the head announces, and as much money.
    fn check_head(&mut self, line: u64) -> Result<(), ReadError> {
        let announced = self.head.first_text(&["NbOfTxs"]).to_owned();
        if !announced.is_empty() && announced != self.transactions.to_string() {
            let reason = Message::new("ledger-fault-count")
                .with("announced", &announced)
                .with("found", self.transactions);
            self.tell(line, Fault::remark("NbOfTxs", reason))?;
        }
        let Some(total) = self.head.at("TtlIntrBkSttlmAmt") else { return Ok(()) };
        let mut settled = self.settled;
        if let Ok(money) = money(&total.text, total.attribute("Ccy")) {
            settled.add(money, false);
        }
        let Some(off) = settled.off() else { return Ok(()) };
        let reason = Message::new("ledger-fault-sum").with("difference", off);
        self.tell(line, Fault::remark("TtlIntrBkSttlmAmt", reason))
    }

    /// An entry: one row, or one for each transaction that it sums up.
    fn entry(&mut self, entry: &Element) -> Result<Result<(), Fault>, ReadError> {
        let rows = match self.entry_rows(entry) {
            Ok(rows) => rows,
            Err(fault) => return Ok(Err(fault)),
        };
        for row in rows {
            self.sink.row(row)?;
        }
        Ok(Ok(()))
    }

    fn entry_rows(&mut self, entry: &Element) -> Result<Vec<LedgerRow>, Fault> {
        let (whole, currency) = amount(entry, "Amt")?;
        let is_credit = is_credit(entry)?;
        let status = entry.first_text(&["Sts/Cd", "Sts"]);
        let kind = match (status, entry.first_text(&["RvslInd"])) {
            ("INFO", _) => return Ok(Vec::new()),
            ("PDNG" | "FUTR", _) => Kind::Pending,
            (_, "true" | "1") => Kind::Reversal,
            _ => Kind::Booked,
        };
        if kind != Kind::Pending {
            self.sum.add(whole, is_credit);
        }
        let (time, exactness) =
            self.time(entry, &["BookgDt/DtTm", "BookgDt/Dt", "ValDt/DtTm", "ValDt/Dt"])?;
        let details: Vec<&Element> =
            entry.all("NtryDtls").flat_map(|details| details.all("TxDtls")).collect();
        // A reversal names debtor and creditor of what it takes back.
        let owns_debt = is_credit == (kind == Kind::Reversal);
        let row = |part: &Element, money, line, text: &Element| {
            let (own, other) = (self.account.clone(), self.other(part, owns_debt, is_credit));
            let (from, to) = if is_credit { (other, own) } else { (own, other) };
            LedgerRow {
                time,
                exactness,
                from,
                to,
                amount: money,
                currency: currency.clone(),
                kind,
                reference: reference(part, entry),
                line,
                original: original(&text.written()),
            }
        };
        let mut parts = Vec::new();
        for part in &details {
            match part_amount(part)? {
                Some((money, of_part)) if of_part == currency => parts.push((*part, money)),
                _ => parts.clear(),
            }
        }
        if let [only] = details.as_slice() {
            return Ok(vec![row(only, whole, entry.line, entry)]);
        }
        if details.is_empty() || parts.len() != details.len() {
            return Ok(vec![row(entry, whole, entry.line, entry)]);
        }
        let mut off = Sum::default();
        off.add(whole, true);
        parts.iter().for_each(|(_, money)| off.add(*money, false));
        if let Some(off) = off.off() {
            let reason = Message::new("ledger-fault-parts").with("difference", off);
            return Err(Fault::new("TxDtls", reason));
        }
        Ok(parts.iter().map(|(part, money)| row(part, *money, part.line, part)).collect())
    }

    /// The other side of an entry: the creditor where the account's holder is the debtor.
    fn other(&self, part: &Element, owns_debt: bool, is_credit: bool) -> Party {
        let side = if owns_debt { &CREDITOR } else { &DEBTOR };
        let mut party = Party {
            account: account_form(part.first_text(&side.accounts)),
            bank: part.first_text(&side.banks).to_owned(),
            holder: part.first_text(&side.names).to_owned(),
        };
        if party.account.is_empty() {
            party.account = unknown(&self.account.account, is_credit);
        }
        party
    }

    fn time(&self, element: &Element, paths: &[&str]) -> Result<(i64, Exactness), Fault> {
        let text = element.first_text(paths);
        if text.is_empty() {
            return Err(Fault::new(paths[0], Message::new("ledger-fault-no-field")));
        }
        moment(text, self.context).map_err(|reason| Fault::of(paths[0], text, reason))
    }

    fn transfer(&mut self, element: &Element) -> Result<Result<(), Fault>, ReadError> {
        self.transactions += 1;
        match self.transfer_row(element) {
            Ok(row) => {
                self.settled.add(row.amount, true);
                self.sink.row(row)?;
                Ok(Ok(()))
            }
            Err(fault) => Ok(Err(fault)),
        }
    }

    fn transfer_row(&self, element: &Element) -> Result<LedgerRow, Fault> {
        let (amount, currency) = amount(element, "IntrBkSttlmAmt")?;
        let times = ["AccptncDtTm", "IntrBkSttlmDt"];
        let (time, exactness) = match element.first_text(&times) {
            "" => self.time(&self.head, &["IntrBkSttlmDt", "CreDtTm"])?,
            _ => self.time(element, &times)?,
        };
        let side = |side: &Side, column: &str| {
            let account = account_form(element.first_text(&side.direct_accounts));
            if account.is_empty() {
                return Err(Fault::new(column, Message::new("money-fault-no-account")));
            }
            let bank = element.first_text(&side.direct_banks).to_owned();
            Ok(Party { account, bank, holder: element.first_text(&side.direct_names).to_owned() })
        };
        Ok(LedgerRow {
            time,
            exactness,
            from: side(&DEBTOR, "DbtrAcct")?,
            to: side(&CREDITOR, "CdtrAcct")?,
            amount,
            currency,
            kind: Kind::Booked,
            reference: given(element, &PACS_REFERENCES),
            line: element.line,
            original: original(&element.written()),
        })
    }
}

/// A time of a message or table.
pub(super) fn moment(text: &str, context: &LedgerContext) -> Result<(i64, Exactness), Message> {
    let moment = read_moment(text, context.zone).map_err(|error| error.message())?;
    let exactness = match moment.written {
        Written::Zoned => Exactness::Zoned,
        Written::Local => Exactness::Local,
        Written::Day => Exactness::Day,
    };
    Ok((moment.micros, exactness))
}

fn amount(element: &Element, name: &str) -> Result<(Money, String), Fault> {
    let Some(found) = element.at(name) else {
        return Err(Fault::new(name, Message::new("money-fault-no-amount")));
    };
    let currency = found.attribute("Ccy");
    if currency.len() != CURRENCY_LETTERS {
        return Err(Fault::of(name, currency, Message::new("money-fault-currency")));
    }
    let sum =
        money(&found.text, currency).map_err(|reason| Fault::of(name, &found.text, reason))?;
    Ok((sum, currency.to_owned()))
}

/// The sum of one of several transactions of an entry, where it says one.
fn part_amount(part: &Element) -> Result<Option<(Money, String)>, Fault> {
    match (part.at("Amt"), part.at("AmtDtls/TxAmt")) {
        (Some(_), _) => amount(part, "Amt").map(Some),
        (None, Some(amounts)) => amount(amounts, "Amt").map(Some),
        (None, None) => Ok(None),
    }
}

fn is_credit(element: &Element) -> Result<bool, Fault> {
    match element.first_text(&["CdtDbtInd"]) {
        "CRDT" => Ok(true),
        "DBIT" => Ok(false),
        other => Err(Fault::of("CdtDbtInd", other, Message::new("ledger-fault-direction"))),
    }
}

fn party_of_account(account: &Element) -> Party {
    Party {
        account: account_form(account.first_text(&["Id/IBAN", "Id/Othr/Id"])),
        bank: account
            .first_text(&[
                "Svcr/FinInstnId/BICFI",
                "Svcr/FinInstnId/BIC",
                "Svcr/FinInstnId/ClrSysMmbId/MmbId",
            ])
            .to_owned(),
        holder: account.first_text(&["Ownr/Nm", "Nm"]).to_owned(),
    }
}

/// The reference that both banks know, else the bank's own.
fn reference(part: &Element, entry: &Element) -> String {
    let of_part = given(part, &CAMT_REFERENCES);
    if of_part.is_empty() { given(entry, &["AcctSvcrRef", "NtryRef"]) } else { of_part }
}

fn given(element: &Element, paths: &[&str]) -> String {
    let texts = paths.iter().map(|path| element.first_text(&[*path]));
    let is_one = |text: &&str| !text.is_empty() && *text != "NOTPROVIDED";
    texts.into_iter().find(is_one).unwrap_or_default().to_owned()
}

/// The first element that is not known, with its line and path. What a supplement holds is free.
fn unknown_element(element: &Element) -> Option<(u64, String)> {
    if element.name == "SplmtryData" {
        return None;
    }
    if !is_known(&element.name) {
        return Some((element.line, element.name.clone()));
    }
    let below = element.children.iter().find_map(unknown_element);
    below.map(|(line, path)| (line, format!("{}/{path}", element.name)))
}

/// Where a message has account, bank and name of one side.
struct Side {
    accounts: [&'static str; 2],
    banks: [&'static str; 3],
    names: [&'static str; 2],
    direct_accounts: [&'static str; 2],
    direct_banks: [&'static str; 3],
    direct_names: [&'static str; 2],
}

macro_rules! side {
    ($party:literal, $account:literal, $agent:literal) => {
        Side {
            accounts: [
                concat!("RltdPties/", $account, "/Id/IBAN"),
                concat!("RltdPties/", $account, "/Id/Othr/Id"),
            ],
            banks: [
                concat!("RltdAgts/", $agent, "/FinInstnId/BICFI"),
                concat!("RltdAgts/", $agent, "/FinInstnId/BIC"),
                concat!("RltdAgts/", $agent, "/FinInstnId/ClrSysMmbId/MmbId"),
            ],
            names: [concat!("RltdPties/", $party, "/Pty/Nm"), concat!("RltdPties/", $party, "/Nm")],
            direct_accounts: [concat!($account, "/Id/IBAN"), concat!($account, "/Id/Othr/Id")],
            direct_banks: [
                concat!($agent, "/FinInstnId/BICFI"),
                concat!($agent, "/FinInstnId/BIC"),
                concat!($agent, "/FinInstnId/ClrSysMmbId/MmbId"),
            ],
            direct_names: [concat!($party, "/Pty/Nm"), concat!($party, "/Nm")],
        }
    };
}
const DEBTOR: Side = side!("Dbtr", "DbtrAcct", "DbtrAgt");
const CREDITOR: Side = side!("Cdtr", "CdtrAcct", "CdtrAgt");

const CAMT_REFERENCES: [&str; 4] =
    ["Refs/EndToEndId", "Refs/UETR", "Refs/TxId", "Refs/AcctSvcrRef"];
const PACS_REFERENCES: [&str; 4] =
    ["PmtId/EndToEndId", "PmtId/UETR", "PmtId/TxId", "PmtId/InstrId"];
/// The bodies of camt.052, camt.053 and camt.054.
pub(super) const CAMT_BODIES: &[&str] =
    &["BkToCstmrAcctRpt", "BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn"];
/// The body of pacs.008.
pub(super) const PACS_BODY: &str = "FIToFICstmrCdtTrf";
const STATEMENTS: &[&str] = &["Rpt", "Stmt", "Ntfctn"];
/// Elements that hold entries; envelopes of several networks stand around them.
const CAMT_CONTAINERS: &[&str] = &[
    "Document",
    "BkToCstmrAcctRpt",
    "BkToCstmrStmt",
    "BkToCstmrDbtCdtNtfctn",
    "Rpt",
    "Stmt",
    "Ntfctn",
    "BizMsgEnvlp",
    "Envelope",
    "Body",
    "Msg",
    "RequestPayload",
];
const PACS_CONTAINERS: &[&str] =
    &["Document", PACS_BODY, "BizMsgEnvlp", "Envelope", "Body", "Msg", "RequestPayload"];
const CURRENCY_LETTERS: usize = 3;
