//! SWIFT: statements (MT940) and customer credit transfers (MT103), in their blocks or bare.
//!
//! Source: SWIFT Standards MT, category 9 (MT940) and category 1 (MT103); the subfields of `:86:`
//! after DFÜ-Abkommen, annex 3, and the codes in slashes that banks of the Benelux write.

use std::io::{BufRead, BufReader, Read};

use liaison_ledger::{Exactness, Kind, LedgerRow, Money, Party, account_form};
use liaison_model::ShownValue;
use liaison_model::messages::Message;

use super::iso::moment;
use super::{Fault, LedgerContext, LedgerSink, Sum, money, original, unknown};
use crate::import::ReadError;

/// Reads statements.
pub(super) fn read_mt940(
    input: impl Read,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    each_field(input, context, sink, &mut Statement::default())
}

/// Reads credit transfers.
pub(super) fn read_mt103(
    input: impl Read,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
) -> Result<(), ReadError> {
    each_field(input, context, sink, &mut Transfer::default())
}

/// A field such as `:61:`, with the lines that go on with it.
#[derive(Debug, Clone, Default)]
struct Field {
    tag: String,
    text: String,
    line: u64,
}

/// What makes rows of fields.
trait Fields {
    fn take(
        &mut self,
        field: Field,
        context: &LedgerContext,
    ) -> Vec<Result<LedgerRow, (u64, Fault)>>;
    /// The message ends here.
    fn end(&mut self, context: &LedgerContext) -> Vec<Result<LedgerRow, (u64, Fault)>>;
}

fn each_field(
    input: impl Read,
    context: &LedgerContext,
    sink: &mut dyn LedgerSink,
    message: &mut dyn Fields,
) -> Result<(), ReadError> {
    let mut input = BufReader::new(input);
    let mut open: Option<Field> = None;
    let (mut line, mut bytes_read) = (0, 0_u64);
    let deliver = |made: Vec<Result<LedgerRow, (u64, Fault)>>, sink: &mut dyn LedgerSink| {
        for made in made {
            match made {
                Ok(row) => sink.row(row)?,
                Err((line, fault)) => sink.problem(fault.told(context, line))?,
            }
        }
        Ok::<(), ReadError>(())
    };
    loop {
        let mut bytes = Vec::new();
        let read = input.by_ref().take(LINE_BYTES_MAX).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            break;
        }
        (line, bytes_read) = (line + 1, bytes_read + read as u64);
        sink.progress(bytes_read)?;
        let text = String::from_utf8_lossy(&bytes);
        for piece in pieces(text.trim_end_matches(['\r', '\n'])) {
            let starts = tag_of(piece).is_some() || is_end(piece) || piece.starts_with('{');
            if !starts {
                if let Some(field) = &mut open
                    && field.text.len() < FIELD_BYTES_MAX
                {
                    field.text.push('\n');
                    field.text.push_str(piece);
                }
                continue;
            }
            if let Some(field) = open.take() {
                deliver(message.take(field, context), sink)?;
            }
            match tag_of(piece) {
                Some((tag, rest)) => {
                    let (tag, text) = (tag.to_owned(), rest.to_owned());
                    open = Some(Field { tag, text, line });
                }
                None if is_end(piece) => deliver(message.end(context), sink)?,
                None => open = uetr(piece, line),
            }
        }
    }
    if let Some(field) = open.take() {
        deliver(message.take(field, context), sink)?;
    }
    deliver(message.end(context), sink)
}

/// The header of a message and the first field may stand on one line: `{4::20:...`.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let at = line.find("{4:").map_or(0, |at| at + "{4:".len());
    let (head, rest) = line.split_at(at);
    [head, rest].into_iter().filter(|piece| !piece.trim().is_empty())
}

fn is_end(piece: &str) -> bool {
    piece == "-" || piece.starts_with("-}")
}

/// The tag of a line that begins a field, and the rest of it.
fn tag_of(piece: &str) -> Option<(&str, &str)> {
    let (tag, rest) = piece.strip_prefix(':')?.split_once(':')?;
    let is_tag = (2..=3).contains(&tag.len())
        && tag.bytes().take(2).all(|byte| byte.is_ascii_digit())
        && tag.bytes().skip(2).all(|byte| byte.is_ascii_uppercase());
    is_tag.then_some((tag, rest))
}

/// The unique reference of a transfer stands in its third block.
fn uetr(head: &str, line: u64) -> Option<Field> {
    let (_, rest) = head.split_once("{121:")?;
    let (uetr, _) = rest.split_once('}')?;
    Some(Field { tag: UETR.to_owned(), text: uetr.to_owned(), line })
}

/// A statement while it is read.
#[derive(Default)]
struct Statement {
    account: String,
    currency: String,
    sum: Sum,
    has_opening: bool,
    closing: Option<(u64, Sum)>,
    /// An entry whose description may still come.
    waiting: Option<(Field, String)>,
}

impl Fields for Statement {
    fn take(
        &mut self,
        field: Field,
        context: &LedgerContext,
    ) -> Vec<Result<LedgerRow, (u64, Fault)>> {
        let mut made = Vec::new();
        let (line, tag) = (field.line, field.tag.clone());
        let taken = match tag.as_str() {
            "20" => {
                made.extend(self.end(context));
                Ok(())
            }
            "25" | "25P" => {
                let account = field.text.lines().next().unwrap_or_default();
                self.account = account_form(account.rsplit('/').next().unwrap_or_default());
                Ok(())
            }
            "60F" | "60M" => self.open(&field),
            "61" => {
                made.extend(self.entry(context));
                self.waiting = Some((field, String::new()));
                Ok(())
            }
            "86" => {
                if let Some((_, description)) = &mut self.waiting {
                    *description = field.text;
                }
                Ok(())
            }
            "62F" | "62M" => {
                made.extend(self.entry(context));
                self.close(&field)
            }
            "13D" | "21" | "28" | "28C" | "64" | "65" | "34F" | "90C" | "90D" | "NS" => Ok(()),
            UETR => Ok(()),
            _ => Err(unknown_tag(&tag)),
        };
        made.extend(taken.err().map(|fault| Err((line, fault))));
        made
    }

    fn end(&mut self, context: &LedgerContext) -> Vec<Result<LedgerRow, (u64, Fault)>> {
        let mut made: Vec<_> = self.entry(context).into_iter().collect();
        if let Some((line, mut sum)) = self.closing.filter(|_| self.has_opening) {
            sum.is_lost |= self.sum.is_lost;
            if let Some(off) = sum.off() {
                let reason = Message::new("ledger-fault-balance")
                    .with("difference", off)
                    .with("currency", &self.currency);
                made.push(Err((line, Fault::remark(":62F:", reason))));
            }
        }
        *self = Self::default();
        made
    }
}

impl Statement {
    fn open(&mut self, field: &Field) -> Result<(), Fault> {
        let (is_credit, currency, money) = balance(field)?;
        self.currency = currency;
        if !self.has_opening {
            self.sum = Sum::default();
            self.sum.add(money, is_credit);
        }
        self.has_opening = true;
        Ok(())
    }

    fn close(&mut self, field: &Field) -> Result<(), Fault> {
        let (is_credit, _, money) = balance(field)?;
        let mut sum = self.sum;
        sum.add(money, !is_credit);
        self.closing = Some((field.line, sum));
        Ok(())
    }

    /// The entry that waits, as a row.
    fn entry(&mut self, context: &LedgerContext) -> Option<Result<LedgerRow, (u64, Fault)>> {
        let (field, description) = self.waiting.take()?;
        let line = field.line;
        let row = entry_of(&field.text, &self.currency)
            .and_then(|entry| self.row(&entry, &field, &description, context));
        Some(row.map_err(|fault| (line, fault)))
    }

    fn row(
        &mut self,
        entry: &Entry<'_>,
        field: &Field,
        description: &str,
        context: &LedgerContext,
    ) -> Result<LedgerRow, Fault> {
        let (time, exactness) = day(entry.day, context)?;
        if self.account.is_empty() {
            return Err(Fault::new(":25:", Message::new("money-fault-no-account")));
        }
        if entry.kind != Kind::Pending {
            self.sum.add(entry.amount, entry.is_credit);
        }
        let own = Party { account: self.account.clone(), ..Party::default() };
        let mut other = counterparty(description);
        if other.account.is_empty() {
            other.account = unknown(&self.account, entry.is_credit);
        }
        let (from, to) = if entry.is_credit { (other, own) } else { (own, other) };
        let is_own = entry.reference.is_empty() || entry.reference == "NONREF";
        let given = after(description, "/EREF/").or_else(|| after(description, "EREF+"));
        let reference =
            given.unwrap_or(if is_own { entry.bank_reference } else { entry.reference });
        Ok(LedgerRow {
            time,
            exactness,
            from,
            to,
            amount: entry.amount,
            currency: self.currency.clone(),
            kind: entry.kind,
            reference: reference.to_owned(),
            line: field.line,
            original: original(&format!(":61:{}\n:86:{description}", field.text)),
        })
    }
}

/// A line of a statement.
struct Entry<'a> {
    day: &'a str,
    is_credit: bool,
    kind: Kind,
    amount: Money,
    reference: &'a str,
    bank_reference: &'a str,
}

/// Reads `2603010301RCN123,45NTRFREF//BANKREF`: day, perhaps day of booking, mark, perhaps a letter
/// of the currency, sum, kind of transaction, references.
fn entry_of<'a>(text: &'a str, currency: &str) -> Result<Entry<'a>, Fault> {
    let wrong = || Fault::new(":61:", Message::new("ledger-fault-field").with("field", ":61:"));
    let first = text.lines().next().unwrap_or_default();
    let (day, rest) = first.split_at_checked(6).ok_or_else(wrong)?;
    let booked = rest.get(..4).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let rest = rest.get(booked.map_or(0, str::len)..).unwrap_or_default();
    let marks = [
        ("RC", false, Kind::Reversal),
        ("RD", true, Kind::Reversal),
        ("EC", true, Kind::Pending),
        ("ED", false, Kind::Pending),
        ("C", true, Kind::Booked),
        ("D", false, Kind::Booked),
    ];
    let mark = marks.into_iter().find_map(|(mark, is_credit, kind)| {
        rest.strip_prefix(mark).map(|rest| (rest, is_credit, kind))
    });
    let (rest, is_credit, kind) = mark.ok_or_else(wrong)?;
    let is_letter = rest.starts_with(|letter: char| letter.is_ascii_uppercase());
    let rest = rest.get(usize::from(is_letter)..).unwrap_or_default();
    let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != ',').ok_or_else(wrong)?;
    let amount = swift_money(&rest[..end], currency, ":61:")?;
    let references = rest.get(end + 4..).unwrap_or_default();
    let (reference, bank_reference) = references.split_once("//").unwrap_or((references, ""));
    let (reference, bank_reference) = (reference.trim(), bank_reference.trim());
    Ok(Entry { day, is_credit, kind, amount, reference, bank_reference })
}

/// Reads `C260301EUR1234,56`.
fn balance(field: &Field) -> Result<(bool, String, Money), Fault> {
    let column = format!(":{}:", field.tag);
    let wrong = || Fault::new(&column, Message::new("ledger-fault-field").with("field", &column));
    let is_credit = match field.text.get(..1) {
        Some("C") => true,
        Some("D") => false,
        _ => return Err(wrong()),
    };
    let currency = field.text.get(7..10).ok_or_else(wrong)?;
    let amount = field.text.get(10..).unwrap_or_default().lines().next().unwrap_or_default();
    Ok((is_credit, currency.to_owned(), swift_money(amount, currency, &column)?))
}

/// A comma begins the decimals, and must be there.
fn swift_money(text: &str, currency: &str, column: &str) -> Result<Money, Fault> {
    let text = text.trim();
    let told = |reason| Fault::of(column, text, reason);
    if text.contains('.') || text.matches(',').count() != 1 {
        return Err(told(Message::new("money-fault-amount")));
    }
    money(&text.replace(',', "."), currency).map_err(told)
}

/// `260301` is 1 March 2026; years from 80 on are of the last century.
fn day(text: &str, context: &LedgerContext) -> Result<(i64, Exactness), Fault> {
    let told = |reason| Fault::of(":61:", text, reason);
    let is_day = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_day {
        return Err(told(Message::new("money-fault-time")));
    }
    let century = if text[..2] < *"80" { "20" } else { "19" };
    let (year, month, day) = (&text[..2], &text[2..4], &text[4..]);
    moment(&format!("{century}{year}-{month}-{day}"), context).map_err(told)
}

/// The other side of an entry, from its description.
fn counterparty(text: &str) -> Party {
    let joined: String = text.lines().collect();
    let part = |code: &str| {
        let (_, rest) = joined.split_once(code)?;
        Some(rest.split('?').next().unwrap_or_default().to_owned())
    };
    let coded = |code: &str| after(&joined, code).map(str::to_owned);
    let account = part("?31").or_else(|| coded("/IBAN/")).or_else(|| coded("IBAN+"));
    let bank = part("?30")
        .map(|bank| bank.trim().to_owned())
        .or_else(|| coded("/BIC/"))
        .or_else(|| coded("BIC+"));
    let holder = part("?32").map(|name| name + &part("?33").unwrap_or_default());
    Party {
        account: account_form(&account.unwrap_or_default()),
        bank: bank.unwrap_or_default(),
        holder: holder.or_else(|| coded("/NAME/")).unwrap_or_default().trim().to_owned(),
    }
}

/// What follows a code up to the next one.
fn after<'t>(text: &'t str, code: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(code)?;
    let end = rest.find(['/', '?', '\n']).unwrap_or(rest.len());
    Some(rest[..end].trim())
}

/// A credit transfer while it is read.
#[derive(Default)]
struct Transfer {
    fields: Vec<Field>,
}

impl Fields for Transfer {
    fn take(
        &mut self,
        field: Field,
        context: &LedgerContext,
    ) -> Vec<Result<LedgerRow, (u64, Fault)>> {
        // A bare file has one message behind the other; in blocks each has its end.
        let is_next = field.tag == "20" && self.fields.iter().any(|known| known.tag == "20");
        let made = if is_next { self.end(context) } else { Vec::new() };
        if self.fields.len() < FIELDS_MAX {
            self.fields.push(field);
        }
        made
    }

    fn end(&mut self, context: &LedgerContext) -> Vec<Result<LedgerRow, (u64, Fault)>> {
        let fields = std::mem::take(&mut self.fields);
        let Some(line) = fields.iter().find(|field| field.tag != UETR).map(|field| field.line)
        else {
            return Vec::new();
        };
        let unknown = fields.iter().find(|field| !MT103_TAGS.contains(&field.tag.as_str()));
        if let Some(field) = unknown {
            return vec![Err((field.line, unknown_tag(&field.tag)))];
        }
        vec![transfer_row(&fields, line, context).map_err(|fault| (line, fault))]
    }
}

fn transfer_row(fields: &[Field], line: u64, context: &LedgerContext) -> Result<LedgerRow, Fault> {
    let field = |tags: &[&str]| fields.iter().find(|field| tags.contains(&field.tag.as_str()));
    let missing = |tag: &str| Fault::new(tag, Message::new("ledger-fault-no-field"));
    let settled = field(&["32A"]).ok_or_else(|| missing(":32A:"))?;
    let wrong = || Fault::new(":32A:", Message::new("ledger-fault-field").with("field", ":32A:"));
    let day_text = settled.text.get(..6).ok_or_else(wrong)?;
    let currency = settled.text.get(6..9).ok_or_else(wrong)?;
    let amount = swift_money(settled.text.get(9..).unwrap_or_default(), currency, ":32A:")?;
    let (time, exactness) = day(day_text, context)?;
    let side = |tags: &[&str], banks: &[&str], column: &str| {
        let found = field(tags).ok_or_else(|| missing(column))?;
        let mut lines = found.text.lines();
        let first = lines.next().unwrap_or_default();
        let account = first
            .strip_prefix('/')
            .ok_or_else(|| Fault::new(column, Message::new("money-fault-no-account")))?;
        // `//CC` and `/1/` codes stand before names and addresses in some forms of the field.
        let holder = lines.next().unwrap_or_default().trim_start_matches("1/").to_owned();
        let bank = field(banks).map_or("", |bank| bank.text.lines().last().unwrap_or_default());
        Ok(Party { account: account_form(account), bank: bank.trim().to_owned(), holder })
    };
    let from = side(&["50K", "50A", "50F"], &["52A", "52D"], ":50K:")?;
    let to = side(&["59", "59A", "59F"], &["57A", "57B", "57C", "57D"], ":59:")?;
    let reference = field(&[UETR]).or_else(|| field(&["20"]));
    let written = |field: &Field| format!(":{}:{}", field.tag, field.text);
    Ok(LedgerRow {
        time,
        exactness,
        from,
        to,
        amount,
        currency: currency.to_owned(),
        kind: Kind::Booked,
        reference: reference.map_or_else(String::new, |field| field.text.trim().to_owned()),
        line,
        original: original(&fields.iter().map(written).collect::<Vec<_>>().join("\n")),
    })
}

fn unknown_tag(tag: &str) -> Fault {
    let tag = format!(":{tag}:");
    let reason = Message::new("ledger-fault-element").with("path", &tag);
    Fault { value: ShownValue::Plain(tag.clone()), ..Fault::new(&tag, reason) }
}

/// Stands for the reference that has no tag of its own.
const UETR: &str = "121";
const MT103_TAGS: &[&str] = &[
    UETR, "13C", "20", "23B", "23E", "26T", "32A", "33B", "36", "50A", "50F", "50K", "51A", "52A",
    "52D", "53A", "53B", "53D", "54A", "54B", "54D", "55A", "55B", "55D", "56A", "56C", "56D",
    "57A", "57B", "57C", "57D", "59", "59A", "59F", "70", "71A", "71F", "71G", "72", "77B", "77T",
];
/// Longest line, longest field, in bytes, and most fields of a message.
const LINE_BYTES_MAX: u64 = 64 * 1024;
const FIELD_BYTES_MAX: usize = 64 * 1024;
const FIELDS_MAX: usize = 256;
