//! `liaison money block`: a long list of accounts, split by bank, and what came of it.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_ledger::Money;
use liaison_model::messages::Message;
use liaison_trace::Decimal;
use serde_json::json;

use super::super::whole::whole;
use super::known::{Known, NOBODY, Whose, each_account};
use crate::Done;
use crate::args::money::MoneyBlock;
use crate::out::Out;

pub fn run(options: &MoneyBlock, out: &Out) -> Result<Done> {
    let known = options.accounts.as_deref().map(|path| Known::read(path, out)).transpose()?;
    let mut list = List::default();
    let known = known.unwrap_or_default();
    list.set_aside += each_account(&options.list, out, &mut |row| {
        list.rows += 1;
        if list.by_account.contains_key(&row.account) {
            return;
        }
        let said = Some(row.cell("bank")).filter(|bank| !bank.is_empty());
        let entry = Entry {
            account: row.account.clone(),
            bank: known.bank(&row.account, said),
            whose: known.whose(&row.account),
            outcome: None,
        };
        list.by_account.insert(row.account.clone(), list.entries.len());
        list.entries.push(entry);
    })?;
    if let Some(path) = &options.outcomes {
        take_outcomes(&mut list, path, out)?;
    }
    let banks = list.banks();
    if let Some(folder) = &options.out {
        write_all(folder, &list).with_context(|| folder.display().to_string())?;
    }
    show(&list, &banks, out);
    let is_clean = list.set_aside == 0 && list.strangers == 0 && list.unread == 0;
    Ok(if is_clean { Done::Clean } else { Done::WithProblems })
}

/// The list, each account once.
#[derive(Default)]
struct List {
    rows: u64,
    entries: Vec<Entry>,
    by_account: HashMap<String, usize>,
    /// Rows without an account.
    set_aside: u64,
    /// Outcomes of accounts that are not on the list, and those that are none.
    strangers: u64,
    unread: u64,
}

struct Entry {
    account: String,
    bank: String,
    whose: Whose,
    outcome: Option<(Outcome, Option<(String, Money)>)>,
}

/// What a bank answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Held,
    Refused,
    Expired,
}

impl Outcome {
    fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Refused => "refused",
            Self::Expired => "expired",
        }
    }
}

/// The counts of one bank.
#[derive(Default)]
struct Bank {
    accounts: u64,
    victims: u64,
    mules: u64,
    held: u64,
    refused: u64,
    expired: u64,
    amounts: BTreeMap<String, Money>,
}

impl List {
    fn banks(&self) -> BTreeMap<&str, Bank> {
        let mut banks: BTreeMap<&str, Bank> = BTreeMap::new();
        for entry in &self.entries {
            let bank = banks.entry(&entry.bank).or_default();
            bank.accounts += 1;
            bank.victims += u64::from(entry.whose == Whose::Victim);
            bank.mules += u64::from(entry.whose == Whose::Mule);
            let Some((outcome, amount)) = &entry.outcome else { continue };
            match outcome {
                Outcome::Held => bank.held += 1,
                Outcome::Refused => bank.refused += 1,
                Outcome::Expired => bank.expired += 1,
            }
            if let Some((currency, amount)) = amount {
                let sum = bank.amounts.entry(currency.clone()).or_insert(Money::NOTHING);
                *sum = sum.saturating_add(*amount);
            }
        }
        banks
    }
}

fn take_outcomes(list: &mut List, path: &Path, out: &Out) -> Result<()> {
    let without = each_account(path, out, &mut |row| {
        let Some(at) = list.by_account.get(&row.account) else {
            list.strangers += 1;
            return;
        };
        let outcome = match row.cell("outcome").to_lowercase().as_str() {
            "held" => Outcome::Held,
            "refused" => Outcome::Refused,
            "expired" => Outcome::Expired,
            _ => {
                list.unread += 1;
                return;
            }
        };
        let amount = match (row.cell("amount"), Decimal::read(row.cell("amount"))) {
            ("", _) => None,
            (_, Ok(read)) => {
                let money = Money { minor: read.digits.into(), decimals: read.decimals };
                Some((row.cell("currency").to_owned(), money))
            }
            (_, Err(_)) => {
                list.unread += 1;
                return;
            }
        };
        list.entries[*at].outcome = Some((outcome, amount));
    })?;
    list.unread += without;
    Ok(())
}

fn write_all(folder: &Path, list: &List) -> Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        bail!("the folder is not empty");
    }
    let mut banks: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in &list.entries {
        banks.entry(&entry.bank).or_default().push(entry);
    }
    for ((bank, entries), number) in banks.into_iter().zip(1..) {
        let letters = bank.chars();
        let stem: String =
            letters.map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        whole(&folder.join(format!("{number:03}-{stem}.csv")), |writer| {
            writer.write(["account", "presumed_victim", "role", "outcome"])?;
            for entry in entries {
                let outcome = entry.outcome.as_ref().map_or("open", |(outcome, _)| outcome.word());
                let is_victims = if entry.whose == Whose::Victim { "yes" } else { "no" };
                writer.write([entry.account.as_str(), is_victims, entry.whose.word(), outcome])?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn show(list: &List, banks: &BTreeMap<&str, Bank>, out: &Out) {
    let accounts = list.entries.len() as u64;
    let duplicates = list.rows - accounts;
    let open = |bank: &Bank| bank.accounts - bank.held - bank.refused - bank.expired;
    let amounts = |bank: &Bank| -> Vec<String> {
        bank.amounts.iter().map(|(currency, sum)| format!("{sum} {currency}")).collect()
    };
    if out.is_json() {
        for (name, bank) in banks {
            out.value(&json!({
                "bank": name, "accounts": bank.accounts, "victims": bank.victims,
                "mules": bank.mules, "held": bank.held, "refused": bank.refused,
                "expired": bank.expired, "open": open(bank), "amounts": amounts(bank),
            }));
        }
        out.value(&json!({ "total": {
            "rows": list.rows, "accounts": accounts, "duplicates": duplicates,
            "banks": banks.len(), "set_aside": list.set_aside,
            "outcomes_of_others": list.strangers, "outcomes_unread": list.unread,
        }}));
        return;
    }
    let row = |(name, bank): (&&str, &Bank)| {
        let name =
            if **name == *NOBODY { out.words.text("money-no-bank") } else { (*name).to_owned() };
        let counts = [
            bank.accounts,
            bank.victims,
            bank.mules,
            bank.held,
            bank.refused,
            bank.expired,
            open(bank),
        ];
        let counts = counts.iter().map(ToString::to_string);
        let amounts = amounts(bank).join(", ");
        std::iter::once(name).chain(counts).chain([amounts]).collect()
    };
    let rows: Vec<Vec<String>> = banks.iter().map(row).collect();
    let headings = [
        "column-bank",
        "column-accounts",
        "column-victims",
        "column-mules",
        "column-held",
        "column-refused",
        "column-expired",
        "column-unanswered",
        "column-amount",
    ];
    out.table(&headings, &rows);
    let message = Message::new("money-block-total")
        .count("rows", list.rows)
        .with("accounts", accounts)
        .with("duplicates", duplicates)
        .with("banks", banks.len());
    out.line(&out.words.say(&message));
    let told = [
        ("money-block-set-aside", list.set_aside),
        ("money-block-strangers", list.strangers),
        ("money-block-unread", list.unread),
    ];
    for (key, rows) in told {
        if 0 < rows {
            out.note(&Message::new(key).count("rows", rows));
        }
    }
}
