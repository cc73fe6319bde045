//! A question to the ledger, and its answer in the words of its rows.

use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

use liaison_formats::{
    LimitsWritten, TransferColumns, TransferOptions, TransferTable, read_asked_time,
};
use liaison_ledger::Wanted;
use liaison_model::messages::Message;
use liaison_model::values::CryptoAddress;
use liaison_model::{Instant, Look};
use liaison_trace::{
    Account, Allocation, Chance, Decimal, Direction, Limits, Rule, Ties, Unit, Wait, allocate,
    chances, reach,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::MoneyError;
use crate::ledger::{LedgerTable, scanned_notes};
use crate::{Node, NodeError, WrongUse};

/// What is asked. What is empty leaves nothing out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MoneyQuestion {
    /// Accounts whose money is followed.
    pub from: Vec<String>,
    /// The rule, as a code; FIFO where it is empty.
    pub rule: String,
    /// Whether it is asked who can have paid, which no rule answers with a sum.
    pub backward: bool,
    /// From this time on.
    pub since: String,
    /// Up to this time.
    pub until: String,
    /// How many transfers behind each other.
    pub hops: Option<u32>,
    /// How much a transfer must move.
    pub min: String,
    /// What is first of one time, as a code; the usual order where it is empty.
    pub ties: String,
    /// Whether a transaction and its reversal are both left out.
    pub net_reversals: bool,
    /// Whether rows that other files tell of, too, are all taken.
    pub keep_duplicates: bool,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct MoneyAnswer {
    /// What was asked.
    pub question: MoneyQuestion,
    /// The rule; none backward.
    pub rule: Option<Rule>,
    /// What is first of one time.
    pub ties: Ties,
    /// The tables that were asked.
    pub sources: Vec<MoneySource>,
    /// Transactions that were looked at.
    pub looked_at: u32,
    /// The sums of each currency that moved.
    pub totals: Vec<MoneyTotal>,
    /// Accounts that received traced money: first where most can be stopped with each minute, then
    /// those that hold none any more.
    pub holdings: Vec<MoneyHolding>,
    /// Transactions with traced money, in sequence.
    pub rows: Vec<MoneyRow>,
    /// Accounts on the way, seeds first.
    pub accounts: Vec<MoneyAccount>,
    /// Backward: who can have paid.
    pub reached: Vec<MoneyReached>,
    /// What is to be known of the rows.
    pub notes: Vec<Message>,
    /// When it was answered.
    pub at: Instant,
    /// SHA-256 of the answer.
    pub fingerprint: String,
}

/// A table that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneySource {
    /// Its record.
    pub id: String,
    /// The file of which it was made.
    pub file: String,
    /// SHA-256 of that file.
    pub sha256: String,
}

/// What a rule says of all transactions of one currency, as written sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyTotal {
    /// Currency or token.
    pub currency: String,
    /// Sent by those that were asked about.
    pub sent: String,
    /// Still in accounts that were reached.
    pub held: String,
    /// Back where it came from.
    pub returned: String,
    /// Went on beyond a limit.
    pub beyond: String,
    /// Counted by contact alone.
    pub infected: String,
}

/// Traced money at one account in one currency, as written sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyHolding {
    /// Whose.
    pub account: String,
    /// In which currency.
    pub currency: String,
    /// Traced money that came in.
    pub received: String,
    /// Traced money that is still there.
    pub held: String,
    /// All that is there, as far as the rows show it.
    pub balance: String,
    /// Fewest transfers by which it came.
    pub hops: u32,
    /// When traced money came first.
    pub first: String,
    /// When it came last.
    pub last: String,
    /// Place among those that hold some of this currency.
    pub rank: Option<u32>,
    /// How many minutes money usually waits there.
    pub wait_minutes: Option<i64>,
    /// Whether that is the account's own habit, and not that of the others on the way.
    pub is_own_habit: bool,
    /// Minutes left of it when it was answered.
    pub minutes_left: Option<i64>,
}

/// A transaction with traced money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyRow {
    /// When, as the source says.
    pub time: String,
    /// Whose money it was.
    pub from: String,
    /// Whose it became.
    pub to: String,
    /// How much.
    pub amount: String,
    /// Currency or token.
    pub currency: String,
    /// How much of it is traced.
    pub traced: String,
    /// Reference that both banks know; may be empty.
    pub reference: String,
    /// The file that says so.
    pub file: String,
    /// SHA-256 of that file.
    pub sha256: String,
    /// Line of that file.
    pub line: u64,
}

/// An account on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyAccount {
    /// The account.
    pub account: String,
    /// Who holds it, as a file says; empty where none does.
    pub holder: String,
    /// Which bank has it, as a file says; the chain of an address.
    pub bank: String,
    /// Whether its money is followed.
    pub is_seed: bool,
    /// Whether it is an address of a chain.
    pub is_address: bool,
}

/// Somebody who can have paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyReached {
    /// The account.
    pub account: String,
    /// Fewest transfers between.
    pub hops: u32,
    /// When money can have left last.
    pub last: String,
}

impl MoneyQuestion {
    fn rule(&self) -> Result<Option<Rule>, MoneyError> {
        if self.backward {
            return Ok(None);
        }
        let code = if self.rule.is_empty() { Rule::Fifo.code() } else { &*self.rule };
        let unknown = || MoneyError::NoRule { text: self.rule.clone() };
        Rule::read(code).map(Some).ok_or_else(unknown)
    }

    fn ties(&self) -> Result<Option<Ties>, MoneyError> {
        let unknown = || MoneyError::NoRule { text: self.ties.clone() };
        let named = Some(&*self.ties).filter(|code| !code.is_empty());
        named.map(|code| Ties::read(code).ok_or_else(unknown)).transpose()
    }

    fn limits(&self, table: &TransferTable) -> Result<Limits, MoneyError> {
        let min = Some(self.min.trim()).filter(|text| !text.is_empty());
        let no_sum = |_| MoneyError::NoSum { text: self.min.clone() };
        let min = min.map(|text| text.parse::<Decimal>().map_err(no_sum)).transpose()?;
        let said = |text| Some(text).filter(|text: &&str| !text.is_empty());
        let written = LimitsWritten {
            since: said(&self.since),
            until: said(&self.until),
            hops: self.hops,
            min,
            zone: None,
        };
        Ok(table.limits(&written)?)
    }
}

impl Node {
    /// Follows money through tables of the ledger. `progress` hears of rows, and may stop it.
    ///
    /// # Errors
    ///
    /// [`MoneyError`] with what cannot be asked; otherwise when a table cannot be read.
    pub fn follow_money(
        &self,
        tables: &[LedgerTable],
        question: &MoneyQuestion,
        look: &Look,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<MoneyAnswer, NodeError> {
        if tables.is_empty() {
            return Err(MoneyError::EmptyLedger.into());
        }
        let rule = question.rule()?;
        let until = Some(&*question.until).filter(|text| !text.is_empty());
        let until = until.map(|text| read_asked_time(text, None, true)).transpose();
        let wanted = Wanted {
            // What an account held before is needed, too.
            since: None,
            until: until.map_err(MoneyError::from)?,
            account: None,
            nets_reversals: question.net_reversals,
            keeps_duplicates: question.keep_duplicates,
        };
        let options = TransferOptions {
            columns: TransferColumns::default(),
            zone: None,
            ties: question.ties()?,
            keeps_references: true,
            has_one_form: false,
        };
        let mut is_stopped = false;
        let mut heard = |rows| {
            let flow = progress(rows);
            is_stopped |= flow.is_break();
            flow
        };
        let (table, scanned) =
            self.ledger_transfers(tables, &wanted, &options, look, &mut heard)?;
        if is_stopped {
            return Err(MoneyError::Stopped.into());
        }
        let seeds = table.accounts(question.from.iter().map(String::as_str));
        let seeds = seeds.map_err(MoneyError::from)?;
        let limits = question.limits(&table)?;
        let mut answer = Answering { table: &table, seeds: &seeds, now: self.now() };
        let mut answer = match rule {
            Some(rule) => {
                let found = allocate(&table.transfers, &seeds, rule, &limits);
                answer.forward(rule, &found.map_err(|_| MoneyError::TooLarge)?)
            }
            None => answer.backward(&limits),
        };
        answer.question = question.clone();
        answer.sources = tables.iter().map(MoneySource::of).collect();
        answer.notes = table.notes();
        answer.notes.extend(scanned_notes(&scanned));
        answer.fingerprint = answer.hash();
        Ok(answer)
    }
}

impl From<MoneyError> for NodeError {
    fn from(error: MoneyError) -> Self {
        WrongUse::Money(error).into()
    }
}

impl MoneySource {
    fn of(table: &LedgerTable) -> Self {
        let (file, sha256) = (table.file.clone(), table.sha256.clone());
        Self { id: table.id.to_string(), file, sha256 }
    }
}

/// What an answer is made of.
struct Answering<'a> {
    table: &'a TransferTable,
    seeds: &'a [Account],
    now: Instant,
}

impl Answering<'_> {
    fn empty(&self, rule: Option<Rule>) -> MoneyAnswer {
        MoneyAnswer {
            question: MoneyQuestion::default(),
            rule,
            ties: self.table.ties,
            sources: Vec::new(),
            looked_at: self.table.rows,
            totals: Vec::new(),
            holdings: Vec::new(),
            rows: Vec::new(),
            accounts: Vec::new(),
            reached: Vec::new(),
            notes: Vec::new(),
            at: self.now,
            fingerprint: String::new(),
        }
    }

    fn forward(&mut self, rule: Rule, found: &Allocation) -> MoneyAnswer {
        let transfers = &self.table.transfers;
        let mut answer = self.empty(Some(rule));
        let sums = found.totals.iter().zip(transfers.units()).zip(0_u16..);
        for ((sums, unit), at) in sums.filter(|((sums, _), _)| 0 < sums.sent) {
            let written = |amount| transfers.written(amount, Unit(at));
            answer.totals.push(MoneyTotal {
                currency: unit.code.clone(),
                sent: written(sums.sent),
                held: written(sums.held),
                returned: written(sums.returned),
                beyond: written(sums.beyond),
                infected: written(sums.infected),
            });
        }
        answer.holdings = self.holdings(found);
        answer.rows = found.rows.iter().map(|row| self.row(*row)).collect();
        answer.accounts = self.accounts(found);
        answer
    }

    fn backward(&self, limits: &Limits) -> MoneyAnswer {
        let transfers = &self.table.transfers;
        let found = reach(transfers, self.seeds, Direction::Backward, limits);
        let mut rows: Vec<_> = found.all().filter(|(_, how)| 0 < how.hops).collect();
        rows.sort_by_key(|(account, how)| (how.hops, how.place.map(|at| u32::MAX - at), *account));
        let last = |place: Option<u32>| {
            place.map_or_else(String::new, |at| self.table.time(transfers.rows()[at as usize].time))
        };
        let mut answer = self.empty(None);
        answer.accounts = self.seeds.iter().map(|account| self.account(*account)).collect();
        answer.accounts.extend(rows.iter().map(|(account, _)| self.account(*account)));
        let reached = rows.into_iter().map(|(account, how)| MoneyReached {
            account: transfers.name(account).to_owned(),
            hops: how.hops,
            last: last(how.place),
        });
        answer.reached = reached.collect();
        answer
    }

    fn holdings(&self, found: &Allocation) -> Vec<MoneyHolding> {
        let transfers = &self.table.transfers;
        let chances = chances(transfers, &found.holdings, self.now.micros());
        let mut ranks: HashMap<Unit, u32> = HashMap::new();
        let mut ranked: HashMap<(Account, Unit), (u32, Chance)> = HashMap::new();
        for chance in chances {
            let rank = ranks.entry(chance.unit).or_default();
            *rank += 1;
            ranked.insert((chance.account, chance.unit), (*rank, chance));
        }
        let mut holdings: Vec<_> = found.holdings.iter().collect();
        let place = |rank: Option<&(u32, Chance)>| rank.map_or(u32::MAX, |(rank, _)| *rank);
        holdings.sort_by_key(|it| {
            let rank = ranked.get(&(it.account, it.unit));
            (it.unit, place(rank), it.hops, it.account)
        });
        let told = holdings.into_iter().map(|it| {
            let rank = ranked.get(&(it.account, it.unit));
            let wait = rank.and_then(|(_, chance)| chance.wait);
            let (wait_minutes, is_own_habit) = match wait {
                Some(Wait::Own(micros)) => (Some(micros / MINUTE), true),
                Some(Wait::Others(micros)) => (Some(micros / MINUTE), false),
                None => (None, false),
            };
            MoneyHolding {
                account: transfers.name(it.account).to_owned(),
                currency: self.currency(it.unit),
                received: transfers.written(it.received, it.unit),
                held: transfers.written(it.held, it.unit),
                balance: transfers.written(it.balance, it.unit),
                hops: it.hops,
                first: self.table.time(it.came.0),
                last: self.table.time(it.came.1),
                rank: rank.map(|(rank, _)| *rank),
                wait_minutes,
                is_own_habit,
                minutes_left: rank
                    .and_then(|(_, chance)| chance.left)
                    .map(|micros| micros / MINUTE),
            }
        });
        told.collect()
    }

    fn row(&self, (place, traced): (u32, u64)) -> MoneyRow {
        let transfers = &self.table.transfers;
        let row = &transfers.rows()[place as usize];
        let origin = self.table.origin(row.row);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        MoneyRow {
            time: self.table.time(row.time),
            from: transfers.name(row.from).to_owned(),
            to: transfers.name(row.to).to_owned(),
            amount: transfers.written(row.amount.into(), row.unit),
            currency: self.currency(row.unit),
            traced: transfers.written(traced.into(), row.unit),
            reference: text(self.table.reference(row.row)),
            file: text(origin.map(|origin| origin.file)),
            sha256: text(origin.map(|origin| origin.sha256)),
            line: origin.map_or(0, |origin| origin.line),
        }
    }

    /// The accounts of the rows, seeds first, then as they are met.
    fn accounts(&self, found: &Allocation) -> Vec<MoneyAccount> {
        let rows =
            found.rows.iter().map(|(place, _)| &self.table.transfers.rows()[*place as usize]);
        let met = rows.flat_map(|row| [row.from, row.to]);
        let mut known = BTreeSet::new();
        let all = self.seeds.iter().copied().chain(met).filter(|account| known.insert(*account));
        all.map(|account| self.account(account)).collect()
    }

    fn account(&self, account: Account) -> MoneyAccount {
        let name = self.table.transfers.name(account);
        let said = |known: &HashMap<Account, String>| known.get(&account).cloned();
        let chain = CryptoAddress::parse(name).ok();
        let chain = chain.map(|address| format!("{:?}", address.chain()).to_lowercase());
        MoneyAccount {
            account: name.to_owned(),
            holder: said(&self.table.holders).unwrap_or_default(),
            is_address: chain.is_some(),
            bank: said(&self.table.banks).or(chain).unwrap_or_default(),
            is_seed: self.seeds.contains(&account),
        }
    }

    fn currency(&self, unit: Unit) -> String {
        let info = self.table.transfers.units().get(usize::from(unit.0));
        info.map_or_else(String::new, |info| info.code.clone())
    }
}

impl MoneyAnswer {
    /// The hash of what does not depend on when it was asked: rule, sums, and each row by the hash
    /// and line of its file.
    fn hash(&self) -> String {
        let mut hash = Sha256::new();
        let mut say = |cells: &[&str]| {
            for cell in cells {
                hash.update((cell.len() as u64).to_be_bytes());
                hash.update(cell.as_bytes());
            }
        };
        say(&["liaison money 1", self.rule.map_or("backward", Rule::code), self.ties.code()]);
        for it in &self.totals {
            let sums = [&it.sent, &it.held, &it.returned, &it.beyond, &it.infected];
            say(&["total", &it.currency]);
            sums.iter().for_each(|sum| say(&[sum]));
        }
        for row in &self.rows {
            say(&["row", &row.sha256, &row.line.to_string(), &row.currency, &row.traced]);
        }
        for it in &self.reached {
            say(&["reached", &it.account, &it.hops.to_string()]);
        }
        hex::encode(hash.finalize())
    }
}

const MINUTE: i64 = 60_000_000;
