//! Where did this money go, and what can still be stopped?
//!
//! The engine takes rows and gives rows: it knows neither files nor databases. [`TransfersBuilder`]
//! takes transfers in any order and puts them into one sequence; every question is a scan over it.
//!
//! * [`reach`]: which accounts can money have come to, or have come from, at all?
//! * [`allocate`]: how much of what arrived counts as the traced money, under one [`Rule`]?
//! * [`flow`]: how much can have come from here to there at most? An upper bound, never a finding.
//! * [`chances`]: where is traced money still, and how soon does it go on?
//! * [`find`]: which transfers look like a pattern of laundering, and why?
//! * [`learn`]: how do these transfers rank after what was said of others?
//! * [`roles`]: what does an account look like: collector, distributor, mule, cash-out point?
//!
//! # Invariants
//!
//! * No I/O, no clock, no chance. The same rows give the same answers, in any order of input.
//! * Money is whole minor units. What is traced is conserved: sent is held, returned or left aside.
//! * Money moves along the sequence only: nobody passes on what had not arrived yet.
//! * A bound that was hit is told; nothing is cut off silently.

mod flow;
mod order;
mod patterns;
mod plan;
mod purse;
mod rank;
mod reach;
mod roles;
mod rules;
mod transfers;

pub use flow::{FLOW_ROWS_MAX, Flow, FlowError, flow};
pub use order::Ties;
pub use patterns::{
    ALERTS_MAX, Alert, Because, CYCLES_MAX, Found, LOOK_BACK_MAX, Pattern, PatternOptions, find,
};
pub use plan::{Chance, Wait, chances};
pub use rank::{
    Column, Described, FirstOdds, RankError, Ranked, Ranker, Theme, are_of_one_world,
    average_precision, joined, learn,
};
pub use reach::{Direction, Limits, Reach, Reached, reach};
pub use roles::{AccountRole, RoleKind, roles};
pub use rules::{Allocation, AllocationError, FRAGMENTS_MAX, Holding, Rule, Totals, allocate};
pub use transfers::{
    Account, DECIMALS_MAX, Decimal, DecimalError, Opening, Transfer, Transfers, TransfersBuilder,
    Unit, UnitInfo,
};
