//! Freeze plans of a case: made from an answer, and the words that follow on what became of them.

use std::collections::{BTreeMap, BTreeSet};

use liaison_casework::{FreezeStatus, NewFreezeStep, check_freeze};
use liaison_formats::PlainTable;
use liaison_journal::Entry;
use liaison_ledger::account_form;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Marks, Reader};
use liaison_trace::{Decimal, Rule};

use super::plans::{FreezeLine, KnownPlan};
use super::{ACT, MoneyAccount, MoneyAnswer, MoneyError, MoneyHolding};
use crate::cases::{CaseError, Said, fitted};
use crate::commit::Author;
use crate::withdraw::Taken;
use crate::{KnownCase, Node, NodeError, WrongUse};

/// A freeze plan that somebody wants to make.
#[derive(Debug, Clone, Default)]
pub struct PlanWanted {
    /// The case, as number or id.
    pub case: String,
    /// Law or scheme under which it is asked.
    pub legal_basis: String,
    /// Country whose file has the clocks of banks that say no country; the node's own where empty.
    pub country: String,
    /// Accounts whose holders are presumed victims.
    pub victims: Vec<String>,
    /// Which bank has an account, where no file says so.
    pub banks: BTreeMap<String, String>,
}

/// What was said about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSaid {
    /// The plan's number.
    pub number: String,
    /// The number of its case.
    pub case: String,
    /// How many requests it was said of.
    pub requests: usize,
    /// The commit.
    pub commit: CommitNumber,
}

/// A word on requests that an officer wants to enter.
#[derive(Debug, Clone, Default)]
pub struct FreezeWanted {
    /// Numbers of letters or ids of requests of the plan; each gets the word.
    pub requests: Vec<String>,
    /// The status, as a code.
    pub status: String,
    /// The sum that is held, of one request.
    pub amount: String,
    /// Why.
    pub reason: String,
}

/// What an import of outcomes amounted to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomesTaken {
    /// What was said.
    pub said: Option<PlanSaid>,
    /// Rows, from 1 below the headings, that name no request of the plan, or say nothing readable.
    pub set_aside: Vec<(u64, MoneyError)>,
}

type Pairs = Vec<(&'static str, String)>;

impl Node {
    /// Makes a plan of all that an answer still holds: a request for each account, a letter for each
    /// bank.
    ///
    /// # Errors
    ///
    /// [`MoneyError::NothingHeld`]; [`CaseError`] when the reader may not work in the case.
    pub fn plan_freezes(
        &self,
        wanted: &PlanWanted,
        answer: &MoneyAnswer,
        reader: &Reader,
    ) -> Result<PlanSaid, NodeError> {
        let case = self.snapshot(reader, Act::Read, None)?.find_case(&wanted.case)?.let_in()?;
        if !case.is_open {
            return Err(CaseError::Closed.into());
        }
        let held: Vec<_> = answer.holdings.iter().filter(|it| it.rank.is_some()).collect();
        if held.is_empty() {
            return Err(MoneyError::NothingHeld.into());
        }
        if REQUESTS_MAX < held.len() {
            return Err(MoneyError::TooManyRequests { most: REQUESTS_MAX }.into());
        }
        let _one_at_a_time = self.lock_numbers()?;
        let number = self.next_plan_number()?;
        let plan = self.fresh("freeze-plan")?;
        let mut entries = self.plan_itself(&plan, &number, wanted, answer, &case, reader)?;
        let mut making = Making {
            node: self,
            case: &case,
            plan: &plan,
            number: &number,
            wanted,
            answer,
            letters: BTreeMap::new(),
            accounts: BTreeMap::new(),
        };
        for holding in &held {
            entries.extend(making.request(holding)?);
        }
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        Ok(PlanSaid { number, case: case.number, requests: held.len(), commit })
    }

    fn plan_itself(
        &self,
        id: &EntityId,
        number: &str,
        wanted: &PlanWanted,
        answer: &MoneyAnswer,
        case: &KnownCase,
        reader: &Reader,
    ) -> Result<Vec<Entry>, NodeError> {
        let json = |value: Result<String, _>| value.map_err(|_| MoneyError::Unreadable);
        let question = json(serde_json::to_string(&answer.question))?;
        let country = Some(wanted.country.trim()).filter(|country| !country.is_empty());
        let country = country.unwrap_or(&self.config().country).to_lowercase();
        let basis = fitted(schema::FREEZE_PLAN, prop::LEGAL_BASIS, &wanted.legal_basis, true)?;
        let mut said: Pairs = vec![
            (prop::NUMBER, number.to_owned()),
            (prop::CASE, case.id.to_string()),
            (prop::QUESTION, fitted(schema::FREEZE_PLAN, prop::QUESTION, &question, true)?),
            (prop::RULE, answer.rule.map_or("", Rule::code).to_owned()),
            (prop::TIES, answer.ties.code().to_owned()),
            (prop::FINGERPRINT, answer.fingerprint.clone()),
            (prop::LEGAL_BASIS, basis),
            (prop::JURISDICTION, country),
            (prop::OFFICER, reader.name().to_owned()),
            (prop::DATE, self.today().to_string()),
        ];
        for total in &answer.totals {
            said.push((prop::TOTALS, json(serde_json::to_string(total))?));
        }
        let record = Said { id: id.clone(), schema: schema::FREEZE_PLAN, marks: &case.marks };
        Ok(record.all(self, said))
    }

    /// Says what became of requests of a plan. What was said before stays.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such plan or request;
    /// [`MoneyError::Freeze`] with what is missing.
    pub fn say_of_freezes(
        &self,
        plan: &str,
        wanted: &FreezeWanted,
        reader: &Reader,
    ) -> Result<PlanSaid, NodeError> {
        let plan = self.freeze_plan(plan, reader)?;
        let lines: Vec<_> = plan
            .lines
            .iter()
            .filter(|line| wanted.requests.iter().any(|one| *one == line.letter || *one == line.id))
            .collect();
        if lines.is_empty() {
            return Err(NodeError::NotFound);
        }
        if !wanted.amount.trim().is_empty() && 1 < lines.len() {
            return Err(MoneyError::OneSum.into());
        }
        let status = status_of(&wanted.status)?;
        let steps: Result<Vec<_>, MoneyError> = lines
            .into_iter()
            .map(|line| Step::checked(line, status, &wanted.amount, &wanted.reason))
            .collect();
        self.put_steps(&plan, &steps?, reader)
    }

    /// Takes outcomes as banks send them back: a table with the columns account, outcome, and where
    /// there are any currency, amount and reason.
    ///
    /// # Errors
    ///
    /// As [`Self::say_of_freezes`]; [`MoneyError::OutcomeColumns`] without the columns.
    pub fn import_outcomes(
        &self,
        plan: &str,
        csv: &[u8],
        reader: &Reader,
    ) -> Result<OutcomesTaken, NodeError> {
        let plan = self.freeze_plan(plan, reader)?;
        let mut table = PlainTable::open(csv)?;
        let headings: Vec<String> =
            table.headings().iter().map(|heading| heading.trim().to_lowercase()).collect();
        let place = |name: &str| headings.iter().position(|heading| heading == name);
        let (Some(account), Some(outcome)) = (place("account"), place("outcome")) else {
            return Err(MoneyError::OutcomeColumns.into());
        };
        let [currency, amount, reason] = ["currency", "amount", "reason"].map(place);
        let (mut steps, mut set_aside) = (Vec::new(), Vec::new());
        let mut met = BTreeSet::new();
        while let Some(row) = table.next_row()? {
            let cell = |at: Option<usize>| {
                at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim())
            };
            let form = account_form(cell(Some(account)));
            let line = plan.lines.iter().find(|line| {
                let is_unit = cell(currency).is_empty() || cell(currency) == line.currency;
                line.account == form && is_unit && !met.contains(&line.id)
            });
            let step = match line {
                None => Err(MoneyError::NoRequest),
                Some(line) => status_of(cell(Some(outcome))).and_then(|status| {
                    let step = Step::checked(line, status, cell(amount), cell(reason))?;
                    met.insert(line.id.clone());
                    Ok(step)
                }),
            };
            match step {
                Ok(step) => steps.push(step),
                Err(error) => set_aside.push((row.number, error)),
            }
        }
        let said = match steps.is_empty() {
            true => None,
            false => Some(self.put_steps(&plan, &steps, reader)?),
        };
        Ok(OutcomesTaken { said, set_aside })
    }

    fn put_steps(
        &self,
        plan: &KnownPlan,
        steps: &[Step<'_>],
        reader: &Reader,
    ) -> Result<PlanSaid, NodeError> {
        let case = self.snapshot(reader, Act::Read, None)?.find_case(&plan.case)?.let_in()?;
        if !case.is_open {
            return Err(CaseError::Closed.into());
        }
        let mut entries = Vec::new();
        for step in steps {
            let reason = fitted(schema::FREEZE_STEP, prop::REASON, &step.reason, false)?;
            let said = vec![
                (prop::REQUEST, step.line.id.clone()),
                (prop::STATUS, step.status.code().to_owned()),
                (prop::AMOUNT, step.amount.clone()),
                (prop::REASON, reason),
                (prop::OFFICER, reader.name().to_owned()),
                (prop::DATE, self.now().to_string()),
            ];
            let id = self.fresh("freeze-step")?;
            let record = Said { id, schema: schema::FREEZE_STEP, marks: &case.marks };
            entries.extend(record.all(self, said));
        }
        let author = Author { name: reader.name(), purpose: "" };
        let commit = self.commit_as(&author, ACT, entries)?.commit;
        let (number, case) = (plan.number.clone(), case.number);
        Ok(PlanSaid { number, case, requests: steps.len(), commit })
    }

    /// Takes a word on requests back, with all that was entered in the same act; or a whole plan, by
    /// its number. It stays in History.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is none; [`WrongUse`] without a reason.
    pub fn take_back_freeze(
        &self,
        id: &str,
        reason: &str,
        reader: &Reader,
    ) -> Result<CommitNumber, NodeError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(WrongUse::NoWithdrawalReason.into());
        }
        let found = self.freeze_plan(id, reader).map(|plan| plan.id);
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.by_id(found.as_deref().unwrap_or(id), false)?;
        let is_freeze = [schema::FREEZE_STEP, schema::FREEZE_PLAN].contains(&&*view.schema);
        let signed = snapshot.signed(&view, ACT)?.filter(|_| is_freeze);
        let commit = signed.ok_or(NodeError::NotFound)?.commit;
        let said = Taken { author: reader.name(), reason, authority: "", first: None };
        Ok(self.undo_as(vec![commit], &said)?.by)
    }

    /// `FP-2026-0001`: the agency's own numbers of the year, one after the other.
    fn next_plan_number(&self) -> Result<String, NodeError> {
        let owner = self.folder_owner(ACT);
        let snapshot = self.snapshot(&owner, Act::Find, None)?;
        let prefix = format!("FP-{}-", self.today().year());
        let plans = snapshot.numbers_of(schema::FREEZE_PLAN)?;
        let numbers = plans.iter().filter_map(|number| {
            number.strip_prefix(&prefix).and_then(|number| number.parse::<u64>().ok())
        });
        Ok(format!("{prefix}{:04}", numbers.max().unwrap_or(0) + 1))
    }
}

/// A word on one request that may be taken.
struct Step<'a> {
    line: &'a FreezeLine,
    status: FreezeStatus,
    amount: String,
    reason: String,
}

impl<'a> Step<'a> {
    fn checked(
        line: &'a FreezeLine,
        status: FreezeStatus,
        amount: &str,
        reason: &str,
    ) -> Result<Self, MoneyError> {
        let amount = amount.trim();
        if !amount.is_empty() {
            let no_sum = |_| MoneyError::NoSum { text: amount.to_owned() };
            amount.parse::<Decimal>().map_err(no_sum)?;
        }
        let new = NewFreezeStep { status, has_amount: !amount.is_empty(), reason };
        check_freeze(line.status, &new).map_err(MoneyError::Freeze)?;
        Ok(Self { line, status, amount: amount.to_owned(), reason: reason.to_owned() })
    }
}

fn status_of(code: &str) -> Result<FreezeStatus, MoneyError> {
    let unknown = || MoneyError::NoStatus { text: code.to_owned() };
    FreezeStatus::read(code).ok_or_else(unknown)
}

/// A plan while its requests are written.
struct Making<'a> {
    node: &'a Node,
    case: &'a KnownCase,
    plan: &'a EntityId,
    number: &'a str,
    wanted: &'a PlanWanted,
    answer: &'a MoneyAnswer,
    /// The letter of each bank.
    letters: BTreeMap<String, usize>,
    /// The record of each account.
    accounts: BTreeMap<String, EntityId>,
}

impl<'a> Making<'a> {
    fn request(&mut self, holding: &MoneyHolding) -> Result<Vec<Entry>, NodeError> {
        let known = self.answer.accounts.iter().find(|it| it.account == holding.account);
        let given = self.wanted.banks.get(&holding.account).map(String::as_str);
        let of_rows = known.map(|it| it.bank.as_str());
        let bank = given.or(of_rows).unwrap_or_default().trim().to_owned();
        let next = self.letters.len() + 1;
        let letter = *self.letters.entry(bank.clone()).or_insert(next);
        let (account, mut entries) = self.account(holding, known, &bank)?;
        let is_victims = self.wanted.victims.iter().any(|it| account_form(it) == holding.account);
        let mut said: Pairs = vec![
            (prop::NUMBER, format!("{}-{}", self.number, self.accounts_so_far(holding))),
            (prop::PLAN, self.plan.to_string()),
            (prop::CASE, self.case.id.to_string()),
            (prop::LETTER, format!("{}-{letter:02}", self.number)),
            (prop::RANK, holding.rank.unwrap_or(0).to_string()),
            (prop::ACCOUNT, account.to_string()),
            (prop::INSTITUTION_NAME, bank),
            (prop::HELD_AMOUNT, holding.held.clone()),
            (prop::CURRENCY, holding.currency.clone()),
            (prop::CAME_AT, holding.last.clone()),
            (prop::WAIT_MINUTES, holding.wait_minutes.map_or(String::new(), |it| it.to_string())),
            (prop::PRESUMED_VICTIM, if is_victims { YES } else { NO }.to_owned()),
        ];
        let brought = self
            .answer
            .rows
            .iter()
            .filter(|row| row.to == holding.account && row.currency == holding.currency);
        for row in brought.take(PAYMENTS_MAX) {
            let json = serde_json::to_string(row).map_err(|_| MoneyError::Unreadable)?;
            said.push((prop::PAYMENTS, json));
        }
        let record = self.said("freeze-request", schema::FREEZE_REQUEST)?;
        entries.extend(record.all(self.node, said));
        Ok(entries)
    }

    fn accounts_so_far(&self, holding: &MoneyHolding) -> String {
        format!("{}-{}", holding.currency, holding.rank.unwrap_or(0))
    }

    /// The record of an account, which becomes one because a case needs it.
    fn account(
        &mut self,
        holding: &MoneyHolding,
        known: Option<&MoneyAccount>,
        bank: &str,
    ) -> Result<(EntityId, Vec<Entry>), NodeError> {
        if let Some(id) = self.accounts.get(&holding.account) {
            return Ok((id.clone(), Vec::new()));
        }
        let is_address = known.is_some_and(|it| it.is_address);
        let (kind, schema) = match is_address {
            true => ("wallet", schema::CRYPTO_WALLET),
            false => ("account", schema::BANK_ACCOUNT),
        };
        let said: Pairs = match is_address {
            true => vec![
                (prop::PUBLIC_KEY, holding.account.clone()),
                (prop::CURRENCY_SYMBOL, holding.currency.clone()),
                (prop::BLOCKCHAIN, bank.to_owned()),
            ],
            false => vec![
                (prop::ACCOUNT_NUMBER, holding.account.clone()),
                (prop::BANK_NAME, bank.to_owned()),
            ],
        };
        let record = self.said(kind, schema)?;
        self.accounts.insert(holding.account.clone(), record.id.clone());
        let entries = record.all(self.node, said);
        Ok((record.id, entries))
    }

    fn said(&self, kind: &str, schema: &'static str) -> Result<Said<'a>, NodeError> {
        let marks: &'a Marks = &self.case.marks;
        Ok(Said { id: self.node.fresh(kind)?, schema, marks })
    }
}

/// The word for an account of somebody who is presumed a victim.
pub(super) const YES: &str = "yes";
const NO: &str = "no";
/// Requests of one plan.
const REQUESTS_MAX: usize = 2_000;
/// Payments that one request names.
const PAYMENTS_MAX: usize = 50;
