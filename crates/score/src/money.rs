//! How much of what was stolen is still in an account when somebody asks for it to be held.

use liaison_trace::{Decimal, Limits, Rule, Ties, Transfers, TransfersBuilder, allocate};
use liaison_world::{Complaint, Payment, Scenario};

use crate::{Measure, Row, ScoreError};

/// The transfers that somebody has, by account.
struct Books {
    transfers: Transfers,
    /// For each account the place of its country among the agencies.
    countries: Vec<Option<usize>>,
}

impl Books {
    /// The transfers of one country's banks, or of all.
    fn of(
        scenario: &Scenario,
        payments: &[Payment],
        country: Option<&str>,
    ) -> Result<Self, ScoreError> {
        let mut builder = TransfersBuilder::new();
        let unit = builder.unit("USD", 2).ok_or(ScoreError::TooMany)?;
        let is_in = |account| country.is_none() || scenario.account_country(account) == country;
        let mut countries = Vec::new();
        let place_of = |account| {
            let country = scenario.account_country(account);
            scenario.agencies().iter().position(|agency| Some(agency.country) == country)
        };
        for (payment, row) in payments.iter().zip(0..) {
            if !is_in(payment.from) && !is_in(payment.to) {
                continue;
            }
            let mut number = |account| {
                let known = builder.account(&scenario.account_name(account));
                let known = known.ok_or(ScoreError::TooMany)?;
                if countries.len() == known.index() {
                    countries.push(place_of(account));
                }
                Ok::<_, ScoreError>(known)
            };
            let ends = (number(payment.from)?, number(payment.to)?);
            let amount = Decimal { digits: payment.amount, decimals: 2 };
            builder.push(micros(payment.second), ends, amount, unit, row);
        }
        let (transfers, _) = builder.finish(Ties::AsWritten);
        Ok(Self { transfers, countries })
    }

    /// Where the money of a complaint is at a moment, in the countries that are asked.
    fn held(
        &self,
        scenario: &Scenario,
        complaint: &Complaint,
        at: u32,
    ) -> Result<Held, ScoreError> {
        let name = scenario.account_name(complaint.account);
        let Some(victim) = self.transfers.account(&name) else { return Ok(Held::default()) };
        let paid_at = micros(complaint.paid_at);
        let limits = Limits { since: Some(paid_at), until: Some(micros(at)), ..Limits::default() };
        let held = allocate(&self.transfers, &[victim], RULE, &limits)?;
        let mut found = Held::default();
        for holding in held.holdings {
            let country = self.countries.get(holding.account.index()).copied().flatten();
            let Some(place) = country else { continue };
            found.0[place] += u64::try_from(holding.held).unwrap_or(u64::MAX);
        }
        Ok(found)
    }
}

/// Cents in the countries of the agencies, in their order.
#[derive(Debug, Clone, Copy, Default)]
struct Held([u64; 3]);

impl Held {
    fn all(self) -> u64 {
        self.0.iter().sum()
    }
}

/// What is stopped when each agency knows its own banks alone, when they ask each other, and when
/// somebody sees all banks and is heard at once.
pub fn row(scenario: &Scenario) -> Result<Row, ScoreError> {
    let payments = scenario.payments();
    let countries = scenario.agencies().each_ref().map(|agency| Some(agency.country));
    let mut alone = Vec::new();
    for country in countries {
        alone.push(Books::of(scenario, &payments, country)?);
    }
    let all = Books::of(scenario, &payments, None)?;
    drop(payments);
    let mut row = Row { measure: Measure::MoneyStopped, alone: [0; 3], together: 0, oracle: 0 };
    for complaint in scenario.complaints() {
        let home = scenario.account_country(complaint.account);
        let Some(home) = countries.iter().position(|country| *country == home) else { continue };
        let asked_at = complaint.told_at + HOURS_TO_ASK * 3600;
        let own = alone[home].held(scenario, &complaint, asked_at)?.0[home];
        row.alone[home] += own;
        // What is held at home goes nowhere any more.
        let mut abroad = all.held(scenario, &complaint, asked_at + HOURS_ABROAD * 3600)?;
        abroad.0[home] = 0;
        row.together += own + abroad.all().min(complaint.paid.saturating_sub(own));
        let seen = all.held(scenario, &complaint, complaint.told_at)?.all();
        row.oracle += seen.min(complaint.paid);
    }
    Ok(row)
}

fn micros(second: u32) -> i64 {
    i64::from(second) * 1_000_000
}

/// By which money is traced.
const RULE: Rule = Rule::Fifo;
/// From a complaint until a bank at home is asked to hold the money.
const HOURS_TO_ASK: u32 = 2;
/// From there until a bank of another country is, by way of its agency: within the hour in which a
/// request of the highest urgency is acknowledged, and two for its own bank.
const HOURS_ABROAD: u32 = 3;
