//! Which transfers look like a pattern of laundering, and why?
//!
//! The words are those of AMLworld (Altman and others, NeurIPS 2023) and of the officers who read
//! bank statements. Each pattern is one pass over the sequence that looks back no further than the
//! window, and is defined so that a plain search over all pairs must find the same transfers
//! (`tests/patterns.rs`). A pattern is a reason to look, never a finding: shops gather and scatter.

mod chains;
mod cycles;
mod fans;
mod habits;
pub(crate) mod index;
mod layers;
mod raise;
mod sums;

use crate::transfers::{Account, Transfers, Unit};
use raise::Finder;

/// What transfers look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Pattern {
    /// One account sends to many within the window.
    FanOut,
    /// One account receives from many within the window.
    FanIn,
    /// Money comes back to where it left, by way of others, within the window.
    Cycle,
    /// Two accounts send to the same three or more, or three or more to the same two, within the window.
    Bipartite,
    /// Two accounts send to the same two, and these to the same two, within the window.
    Stack,
    /// One sends to several, and these send on to one, within the window.
    ScatterGather,
    /// One receives from many within the window, and sends to many within the next.
    GatherScatter,
    /// A row of transfers, each on from the one before and little less than it.
    RandomWalk,
    /// What comes in goes out again within minutes.
    PassThrough,
    /// Several amounts just below a sum that must be reported.
    Structuring,
    /// An account that slept for long has several transfers within the window.
    DormantThenActive,
    /// Many small amounts come in, and about their sum goes out.
    ManyInOneOut,
}

impl Pattern {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::FanOut,
        Self::FanIn,
        Self::Cycle,
        Self::Bipartite,
        Self::Stack,
        Self::ScatterGather,
        Self::GatherScatter,
        Self::RandomWalk,
        Self::PassThrough,
        Self::Structuring,
        Self::DormantThenActive,
        Self::ManyInOneOut,
    ];

    /// Its name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FanOut => "fan-out",
            Self::FanIn => "fan-in",
            Self::Cycle => "cycle",
            Self::Bipartite => "bipartite",
            Self::Stack => "stack",
            Self::ScatterGather => "scatter-gather",
            Self::GatherScatter => "gather-scatter",
            Self::RandomWalk => "random-walk",
            Self::PassThrough => "pass-through",
            Self::Structuring => "structuring",
            Self::DormantThenActive => "dormant-then-active",
            Self::ManyInOneOut => "many-in-one-out",
        }
    }

    /// Key of the sentence that says why, with `accounts`, `transfers` and `all`.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::FanOut => "pattern-fan-out",
            Self::FanIn => "pattern-fan-in",
            Self::Cycle => "pattern-cycle",
            Self::Bipartite => "pattern-bipartite",
            Self::Stack => "pattern-stack",
            Self::ScatterGather => "pattern-scatter-gather",
            Self::GatherScatter => "pattern-gather-scatter",
            Self::RandomWalk => "pattern-random-walk",
            Self::PassThrough => "pattern-pass-through",
            Self::Structuring => "pattern-structuring",
            Self::DormantThenActive => "pattern-dormant-then-active",
            Self::ManyInOneOut => "pattern-many-in-one-out",
        }
    }

    /// How much it says by itself. Chosen by hand, by how often honest accounts do the same: shops
    /// and employers fan, few people send money round in a circle.
    pub(crate) fn weight(self) -> f32 {
        match self {
            Self::Cycle => 0.8,
            Self::Stack | Self::ScatterGather => 0.7,
            Self::GatherScatter | Self::Structuring | Self::ManyInOneOut => 0.6,
            Self::Bipartite | Self::RandomWalk | Self::PassThrough => 0.5,
            Self::FanOut | Self::FanIn | Self::DormantThenActive => 0.4,
        }
    }

    pub(crate) fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// What is looked for. Times are microseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternOptions {
    /// How far apart the first and the last transfer of a pattern may be.
    pub window: i64,
    /// Different accounts that make a fan, a gathering or a scattering.
    pub fan_min: u32,
    /// Accounts in the middle that make a scatter-gather.
    pub middle_min: u32,
    /// Transfers of the longest cycle; the shortest has three.
    pub cycle_max: u32,
    /// Transfers of the shortest walk.
    pub walk_min: u32,
    /// Within what time money passes through.
    pub pass_through: i64,
    /// How long an account sleeps.
    pub dormant: i64,
    /// For each currency the sum from which on a transfer must be reported, in its minor unit.
    pub reported_from: Vec<Option<u64>>,
}

impl PatternOptions {
    /// The usual ones for a window, without sums that must be reported.
    #[must_use]
    pub fn usual(window: i64) -> Self {
        Self {
            window,
            fan_min: 5,
            middle_min: 3,
            cycle_max: 6,
            walk_min: 4,
            pass_through: window.min(HOUR),
            dormant: window.saturating_mul(10).max(30 * DAY),
            reported_from: Vec::new(),
        }
    }
}

/// Why something was raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Because {
    /// How many accounts the pattern is about: receivers of a fan, accounts of a cycle.
    pub accounts: u32,
    /// Transfers that belong to it.
    pub transfers: u32,
    /// Transfers that the account in the middle has in the whole table, on the side concerned.
    pub all: u32,
}

/// One pattern at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    /// Which.
    pub pattern: Pattern,
    /// The account in the middle of it, or at its beginning.
    pub account: Account,
    /// Its transfers, as places in the sequence.
    pub places: Vec<u32>,
    /// What they sum up to, for each currency.
    pub amounts: Vec<(Unit, u128)>,
    /// From the first to the last of them.
    pub times: (i64, i64),
    /// Why.
    pub because: Because,
    /// How unusual it is, from 0 to 1: the pattern's weight, how large it is, and what share of the
    /// account's transfers it is.
    pub score: f32,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// For each place in the sequence the patterns that its transfer belongs to.
    bits: Vec<u16>,
    /// For each place how unusual it is, from 0 to 1.
    pub scores: Vec<f32>,
    /// Every pattern, by kind and then by place; at most [`ALERTS_MAX`].
    pub alerts: Vec<Alert>,
    /// Alerts beyond that number. Their transfers are marked nonetheless.
    pub alerts_left_out: u64,
    /// How many cycles there are.
    pub cycles: u64,
    /// Whether cycles were left out, because there are more than [`CYCLES_MAX`].
    pub cycles_left_out: bool,
    /// Transfers at which an account had more than [`LOOK_BACK_MAX`] others within the window, so
    /// that patterns of two layers and cycles were looked for among the latest alone.
    pub look_backs_cut: u64,
}

impl Found {
    /// The patterns that the transfer at a place belongs to.
    pub fn patterns(&self, place: usize) -> impl Iterator<Item = Pattern> {
        let bits = self.bits.get(place).copied().unwrap_or(0);
        Pattern::ALL.into_iter().filter(move |pattern| bits & pattern.bit() != 0)
    }
}

/// Finds all patterns.
///
/// Fans, gatherings, sums and habits take O(E) with a window that slides. Walks take O(E L), layers
/// O(E L²) and cycles O(E L^(cycle_max − 2)) at worst, where L is how many transfers an account has
/// within the window, at most [`LOOK_BACK_MAX`]. Memory is 32 bytes per transfer beside the alerts.
#[must_use]
pub fn find(transfers: &Transfers, options: &PatternOptions) -> Found {
    let mut finder = Finder::new(transfers, options);
    fans::find(&mut finder);
    cycles::find(&mut finder);
    layers::find(&mut finder);
    chains::find(&mut finder);
    sums::find(&mut finder);
    habits::find(&mut finder);
    finder.finish()
}

/// Alerts that are kept.
pub const ALERTS_MAX: usize = 1_000_000;
/// Cycles that are walked.
pub const CYCLES_MAX: u64 = 10_000_000;
/// Transfers of one account within the window that are looked at from one transfer.
pub const LOOK_BACK_MAX: usize = 128;

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;
