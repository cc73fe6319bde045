//! What is known of freeze plans: how far each request is, what is late, what was saved.

use std::collections::BTreeMap;

use liaison_casework::{FreezeClocks, FreezeStatus};
use liaison_ledger::Money;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, Instant, Reader};
use liaison_trace::Decimal;

use super::planned::YES;
use super::{ACT, MoneyQuestion, MoneyRow, MoneyTotal};
use crate::reading::{EntityView, Snapshot};
use crate::reports::{one, values};
use crate::{KnownCase, Node, NodeError};

/// A freeze plan of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPlan {
    /// Its record.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Entity id of its case.
    pub case: String,
    /// Number of its case.
    pub case_number: String,
    /// What was asked of the ledger.
    pub question: MoneyQuestion,
    /// The rule's code.
    pub rule: String,
    /// The code of what is first of one time.
    pub ties: String,
    /// SHA-256 of the answer from which it was made.
    pub fingerprint: String,
    /// The sums of that answer.
    pub totals: Vec<MoneyTotal>,
    /// Law or scheme under which it is asked.
    pub legal_basis: String,
    /// Country of clocks where a bank says none.
    pub country: String,
    /// Who made it.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// Requests: where most can be stopped with each minute first, currency by currency.
    pub lines: Vec<FreezeLine>,
    /// What became of the money of each currency.
    pub sums: Vec<FreezeSum>,
}

/// A request for one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreezeLine {
    /// Its record.
    pub id: String,
    /// Number of the letter to the bank.
    pub letter: String,
    /// Place among those of its currency.
    pub rank: u32,
    /// The account.
    pub account: String,
    /// Who has it; empty where nobody says so.
    pub institution: String,
    /// Currency or token.
    pub currency: String,
    /// Traced money that it still showed.
    pub asked: String,
    /// When that came last, as the source says.
    pub came: String,
    /// When it usually goes on: a habit, no promise.
    pub goes_on: Option<Instant>,
    /// Whether its holder is presumed a victim.
    pub is_victims: bool,
    /// How far it is.
    pub status: FreezeStatus,
    /// What is held now.
    pub held: Option<String>,
    /// By when the bank is to answer, or until when it holds, and what says so.
    pub clock: Option<(Instant, String)>,
    /// Whether that is over.
    pub is_late: bool,
    /// Each word, oldest first.
    pub steps: Vec<FreezeStep>,
    /// The payments that brought the money.
    pub payments: Vec<MoneyRow>,
}

/// One word on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreezeStep {
    /// Its record.
    pub id: String,
    /// The status from then on.
    pub status: FreezeStatus,
    /// What is held from then on.
    pub amount: Option<String>,
    /// Why.
    pub reason: String,
    /// Who entered it.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// The commit: words of one act are taken back together.
    pub commit: CommitNumber,
}

/// What became of the money of one currency: asked is saved, moving, lost and released together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreezeSum {
    /// Currency or token.
    pub currency: String,
    /// All that was asked for.
    pub asked: String,
    /// Held by banks now.
    pub saved: String,
    /// Not answered yet, or not asked.
    pub moving: String,
    /// Refused, expired, or gone when the bank held the rest.
    pub lost: String,
    /// Let go or given back by the bank.
    pub released: String,
}

impl Node {
    /// The plans of cases into which the reader is let, newest first.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn freeze_plans(&self, reader: &Reader) -> Result<Vec<KnownPlan>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let cases = snapshot.known_cases()?;
        let mut requests = snapshot.freeze_requests()?;
        let mut plans = Vec::new();
        for view in snapshot.all_of(&[schema::FREEZE_PLAN])? {
            let lines = requests.remove(view.id.as_str()).unwrap_or_default();
            plans.extend(snapshot.known_plan(&view, &cases, lines, self.now())?);
        }
        plans.sort_by(|a, b| (b.at, &b.number).cmp(&(a.at, &a.number)));
        Ok(plans)
    }

    /// A plan by its number or id.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such plan.
    pub fn freeze_plan(&self, text: &str, reader: &Reader) -> Result<KnownPlan, NodeError> {
        let plans = self.freeze_plans(reader)?;
        let found = plans.into_iter().find(|plan| plan.number == text.trim() || plan.id == text);
        found.ok_or(NodeError::NotFound)
    }
}

impl Snapshot<'_> {
    pub(super) fn numbers_of(&self, schema: &str) -> Result<Vec<String>, NodeError> {
        let views = self.all_of(&[schema])?;
        Ok(views.iter().filter_map(|view| one(view, prop::NUMBER)).collect())
    }

    /// Requests by their plan, with all that was said of each.
    fn freeze_requests(&self) -> Result<BTreeMap<String, Vec<FreezeLine>>, NodeError> {
        let mut accounts = BTreeMap::new();
        let views = self.all_of(&[schema::BANK_ACCOUNT, schema::CRYPTO_WALLET])?;
        for view in &views {
            let number = one(view, prop::ACCOUNT_NUMBER).or_else(|| one(view, prop::PUBLIC_KEY));
            accounts.extend(number.map(|number| (view.id.to_string(), number)));
        }
        let mut steps: BTreeMap<String, Vec<FreezeStep>> = BTreeMap::new();
        for view in self.all_of(&[schema::FREEZE_STEP])? {
            if let (Some(request), Some(step)) = (one(&view, prop::REQUEST), self.step(&view)?) {
                steps.entry(request).or_default().push(step);
            }
        }
        let mut lines: BTreeMap<String, Vec<FreezeLine>> = BTreeMap::new();
        for view in self.all_of(&[schema::FREEZE_REQUEST])? {
            // Only an officer of ours makes requests that count.
            let (Some(plan), Some(_)) = (one(&view, prop::PLAN), self.signed(&view, ACT)?) else {
                continue;
            };
            let mut steps = steps.remove(view.id.as_str()).unwrap_or_default();
            steps.sort_by(|a, b| (a.commit, &a.id).cmp(&(b.commit, &b.id)));
            let account = one(&view, prop::ACCOUNT).and_then(|id| accounts.get(&id).cloned());
            let line = FreezeLine::of(&view, account.unwrap_or_default(), steps);
            lines.entry(plan).or_default().push(line);
        }
        for lines in lines.values_mut() {
            lines.sort_by(|a, b| (&a.currency, a.rank, &a.id).cmp(&(&b.currency, b.rank, &b.id)));
        }
        Ok(lines)
    }

    fn step(&self, view: &EntityView) -> Result<Option<FreezeStep>, NodeError> {
        let Some(signed) = self.signed(view, ACT)? else { return Ok(None) };
        let status = one(view, prop::STATUS).and_then(|code| FreezeStatus::read(&code));
        Ok(status.map(|status| FreezeStep {
            id: view.id.to_string(),
            status,
            amount: one(view, prop::AMOUNT),
            reason: one(view, prop::REASON).unwrap_or_default(),
            officer: signed.officer,
            at: signed.at,
            commit: signed.commit,
        }))
    }

    fn known_plan(
        &self,
        view: &EntityView,
        cases: &[KnownCase],
        lines: Vec<FreezeLine>,
        now: Instant,
    ) -> Result<Option<KnownPlan>, NodeError> {
        let Some(signed) = self.signed(view, ACT)? else { return Ok(None) };
        let text = |prop| one(view, prop).unwrap_or_default();
        let case = text(prop::CASE);
        let Some(found) = cases.iter().find(|known| known.id.as_str() == case) else {
            return Ok(None);
        };
        let Ok(question) = serde_json::from_str(&text(prop::QUESTION)) else { return Ok(None) };
        let totals = values(view, prop::TOTALS);
        let totals = totals.filter_map(|said| serde_json::from_str(said.value.text()).ok());
        let country = text(prop::JURISDICTION);
        let mut plan = KnownPlan {
            id: view.id.to_string(),
            number: text(prop::NUMBER),
            case_number: found.number.clone(),
            case,
            question,
            rule: text(prop::RULE),
            ties: text(prop::TIES),
            fingerprint: text(prop::FINGERPRINT),
            totals: totals.collect(),
            legal_basis: text(prop::LEGAL_BASIS),
            officer: signed.officer,
            at: signed.at,
            sums: sums(&lines),
            lines,
            country,
        };
        let mut clocks = Clocks { node: self.node, known: BTreeMap::new() };
        for line in &mut plan.lines {
            line.wind(clocks.of(&line.institution, &plan.country)?, now);
        }
        Ok(Some(plan))
    }
}

/// The clocks of banks, by country.
struct Clocks<'a> {
    node: &'a Node,
    known: BTreeMap<String, FreezeClocks>,
}

impl Clocks<'_> {
    /// A BIC says its country (ISO 9362, letters 5 and 6).
    fn of(&mut self, bank: &str, usual: &str) -> Result<&FreezeClocks, NodeError> {
        let letters = bank.as_bytes();
        let is_bic = matches!(letters.len(), 8 | 11)
            && letters.iter().all(u8::is_ascii_alphanumeric)
            && letters[..6].iter().all(u8::is_ascii_uppercase);
        let country = if is_bic { bank[4..6].to_owned() } else { usual.to_uppercase() };
        if !self.known.contains_key(&country) {
            let clocks = match self.node.jurisdiction(&country) {
                Ok(rules) => rules.clocks_of_freezes(),
                Err(NodeError::NotFound) => FreezeClocks::default(),
                Err(error) => return Err(error),
            };
            self.known.insert(country.clone(), clocks);
        }
        Ok(&self.known[&country])
    }
}

impl FreezeLine {
    fn of(view: &EntityView, account: String, steps: Vec<FreezeStep>) -> Self {
        let text = |prop| one(view, prop).unwrap_or_default();
        let last = steps.last();
        let payments = values(view, prop::PAYMENTS);
        let payments = payments.filter_map(|said| serde_json::from_str(said.value.text()).ok());
        let came = text(prop::CAME_AT);
        let wait: Option<i64> = text(prop::WAIT_MINUTES).parse().ok();
        let at: Option<Instant> = came.parse().ok();
        let goes_on = at.zip(wait).and_then(|(at, wait)| later(at, wait));
        Self {
            id: view.id.to_string(),
            letter: text(prop::LETTER),
            rank: text(prop::RANK).parse().unwrap_or(0),
            account,
            institution: text(prop::INSTITUTION_NAME),
            currency: text(prop::CURRENCY),
            asked: text(prop::HELD_AMOUNT),
            came,
            goes_on,
            is_victims: text(prop::PRESUMED_VICTIM) == YES,
            status: last.map_or(FreezeStatus::Drafted, |step| step.status),
            held: last
                .filter(|step| step.status == FreezeStatus::Held)
                .and_then(|it| it.amount.clone()),
            clock: None,
            is_late: false,
            steps,
            payments: payments.collect(),
        }
    }

    /// Sets the clock that runs now: until the bank answers, or until its hold runs out.
    fn wind(&mut self, clocks: &FreezeClocks, now: Instant) {
        let since = |status: FreezeStatus| {
            self.steps.iter().rev().find(|step| step.status == status).map(|step| step.at)
        };
        let (begun, clock) = match self.status {
            FreezeStatus::Sent | FreezeStatus::Acknowledged => {
                (since(FreezeStatus::Sent), &clocks.answer)
            }
            FreezeStatus::Held => (since(FreezeStatus::Held), &clocks.hold),
            _ => (None, &None),
        };
        let ends = begun.zip(clock.as_ref());
        self.clock =
            ends.and_then(|(begun, (minutes, says))| Some((later(begun, *minutes)?, says.clone())));
        self.is_late = self.clock.as_ref().is_some_and(|(ends, _)| *ends < now);
    }
}

fn later(at: Instant, minutes: i64) -> Option<Instant> {
    Instant::from_micros(at.micros().checked_add(minutes.checked_mul(60_000_000)?)?).ok()
}

/// What became of the money, currency by currency, in whole minor units.
fn sums(lines: &[FreezeLine]) -> Vec<FreezeSum> {
    let mut by_currency: BTreeMap<&str, [Money; 5]> = BTreeMap::new();
    for line in lines {
        let asked = money(&line.asked);
        let held = money(line.held.as_deref().unwrap_or("0"));
        let sums = by_currency.entry(&line.currency).or_insert([Money::NOTHING; 5]);
        let saved = least(asked, held);
        let mut add = |at: usize, sum: Money| sums[at] = sums[at].saturating_add(sum);
        add(0, asked);
        match line.status {
            FreezeStatus::Drafted | FreezeStatus::Sent | FreezeStatus::Acknowledged => {
                add(2, asked)
            }
            FreezeStatus::Held => {
                add(1, saved);
                add(3, less(asked, saved));
            }
            FreezeStatus::Refused | FreezeStatus::Expired => add(3, asked),
            FreezeStatus::Released => add(4, asked),
        }
    }
    let told = by_currency.into_iter().map(|(currency, sums)| {
        let decimals = sums[0].decimals;
        let text = |sum: Money| sum.saturating_add(Money { minor: 0, decimals }).to_string();
        let [asked, saved, moving, lost, released] = sums.map(text);
        FreezeSum { currency: currency.to_owned(), asked, saved, moving, lost, released }
    });
    told.collect()
}

/// A written sum; what cannot be read counts as none, and was refused when it was entered.
fn money(text: &str) -> Money {
    let decimals = text.split_once('.').map_or(0, |(_, part)| part.len());
    let decimals = u8::try_from(decimals).unwrap_or(0);
    match text.parse::<Decimal>() {
        Ok(sum) => Money { minor: sum.digits.into(), decimals: sum.decimals }
            .saturating_add(Money { minor: 0, decimals }),
        Err(_) => Money::NOTHING,
    }
}

/// Both in the decimals of the finer one.
fn aligned(one: Money, other: Money) -> (u128, u128, u8) {
    let nothing = |of: Money| Money { minor: 0, decimals: of.decimals };
    let (one, other) = (one.saturating_add(nothing(other)), other.saturating_add(nothing(one)));
    (one.minor, other.minor, one.decimals)
}

fn least(one: Money, other: Money) -> Money {
    let (one, other, decimals) = aligned(one, other);
    Money { minor: one.min(other), decimals }
}

fn less(one: Money, other: Money) -> Money {
    let (one, other, decimals) = aligned(one, other);
    Money { minor: one.saturating_sub(other), decimals }
}
