//! What is known of accounts: their banks, and whose they are.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_formats::PlainTable;
use liaison_ledger::account_form;
use liaison_model::messages::Message;
use liaison_model::values::CryptoAddress;

use crate::out::Out;

/// Accounts of a table with the columns account, bank and role.
#[derive(Debug, Default)]
pub struct Known(HashMap<String, (String, Whose)>);

/// What the holder of an account is taken to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Presumed to be a victim.
    Victim,
    /// Suspected to pass money on.
    Mule,
    /// Nothing is known, or something else.
    Other,
}

impl Whose {
    /// The word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Victim => "victim",
            Self::Mule => "mule",
            Self::Other => "",
        }
    }
}

impl Known {
    /// Reads the table.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or has no column for accounts.
    pub fn read(path: &Path, out: &Out) -> Result<Self> {
        let mut known = HashMap::new();
        each_account(path, out, &mut |row| {
            let whose = match row.cell("role").to_lowercase().as_str() {
                "victim" => Whose::Victim,
                "mule" | "black mule" | "grey mule" => Whose::Mule,
                _ => Whose::Other,
            };
            known.insert(row.account.clone(), (row.cell("bank").to_owned(), whose));
        })?;
        Ok(Self(known))
    }

    /// The bank of an account: as the table says, as its rows say, or the chain of an address.
    pub fn bank(&self, account: &str, of_rows: Option<&str>) -> String {
        let said =
            self.0.get(account).map(|(bank, _)| bank.as_str()).filter(|bank| !bank.is_empty());
        if let Some(bank) = said.or(of_rows) {
            return bank.to_owned();
        }
        match CryptoAddress::parse(account) {
            Ok(address) => format!("{:?}", address.chain()).to_lowercase(),
            Err(_) => NOBODY.to_owned(),
        }
    }

    /// Accounts of presumed victims.
    pub fn victims(&self) -> impl Iterator<Item = &str> {
        let of = self.0.iter().filter(|(_, (_, whose))| *whose == Whose::Victim);
        of.map(|(account, _)| account.as_str())
    }

    /// Accounts of which it is said which bank has them.
    pub fn banks(&self) -> impl Iterator<Item = (&str, &str)> {
        let said = self.0.iter().map(|(account, (bank, _))| (account.as_str(), bank.as_str()));
        said.filter(|(_, bank)| !bank.is_empty())
    }

    /// What its holder is taken to be.
    pub fn whose(&self, account: &str) -> Whose {
        self.0.get(account).map_or(Whose::Other, |(_, whose)| *whose)
    }

    /// Whether its holder is presumed to be a victim.
    pub fn is_victim(&self, account: &str) -> bool {
        self.whose(account) == Whose::Victim
    }
}

/// A row about an account.
pub struct AccountRow<'a> {
    /// The account in its one form.
    pub account: String,
    headings: &'a [String],
    cells: &'a [String],
}

impl AccountRow<'_> {
    /// What stands under a heading; nothing where there is no such column.
    pub fn cell(&self, heading: &str) -> &str {
        let is_it = |known: &String| known.trim().eq_ignore_ascii_case(heading);
        let at = self.headings.iter().position(is_it);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }
}

/// Goes through a table about accounts, and says how many rows had none.
///
/// # Errors
///
/// When it cannot be read, or has no column for accounts.
pub fn each_account(path: &Path, out: &Out, take: &mut dyn FnMut(&AccountRow<'_>)) -> Result<u64> {
    let told = || path.display().to_string();
    let mut table = PlainTable::open(File::open(path).with_context(told)?).with_context(told)?;
    let headings = table.headings().to_vec();
    if !headings.iter().any(|heading| heading.trim().eq_ignore_ascii_case("account")) {
        let message = Message::new("money-no-account-column").with("path", path.display());
        bail!(out.words.say(&message.with("headings", headings.join(", "))));
    }
    let mut without = 0;
    while let Some(row) = table.next_row().with_context(told)? {
        let mut read =
            AccountRow { account: String::new(), headings: &headings, cells: &row.cells };
        read.account = account_form(read.cell("account"));
        if row.fault.is_some() || read.account.is_empty() {
            without += 1;
        } else {
            take(&read);
        }
    }
    Ok(without)
}

/// Stands where nobody says which bank has the account.
pub const NOBODY: &str = "?";
