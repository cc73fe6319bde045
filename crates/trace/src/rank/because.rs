//! What a feature is about, in the words in which a rank is explained.

use crate::patterns::Pattern;

/// Why a transfer stands where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// It belongs to a pattern.
    Pattern(Pattern),
    /// How unusual its patterns are.
    PatternScore,
    /// What its sender pays around that time.
    SenderPays,
    /// What its sender receives around that time.
    SenderReceives,
    /// What its receiver receives around that time.
    ReceiverReceives,
    /// What its receiver pays around that time.
    ReceiverPays,
    /// What both accounts do in the whole table.
    Habits,
    /// How much it is.
    Amount,
    /// Accounts that stand beside it in a layer.
    Layers,
    /// Whether the money can come round, and how far it spreads.
    GoesRound,
    /// Whether about as much came before, or goes on.
    GoesOn,
    /// What else the two accounts pay each other.
    Pair,
    /// The hour and the day of the week.
    Time,
    /// How the transfers beside it rank.
    Neighbours,
    /// A column of the table's own, by its number.
    Column(usize),
}

impl Theme {
    /// Its name for programs; columns have the names that the table gives them.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pattern(pattern) => pattern.code(),
            Self::PatternScore => "patterns",
            Self::SenderPays => "sender-pays",
            Self::SenderReceives => "sender-receives",
            Self::ReceiverReceives => "receiver-receives",
            Self::ReceiverPays => "receiver-pays",
            Self::Habits => "habits",
            Self::Amount => "amount",
            Self::Layers => "layers",
            Self::GoesRound => "goes-round",
            Self::GoesOn => "goes-on",
            Self::Pair => "pair",
            Self::Time => "time",
            Self::Neighbours => "neighbours",
            Self::Column(_) => "column",
        }
    }

    /// Key of the words for a person.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Pattern(Pattern::FanOut) => "rank-fan-out",
            Self::Pattern(Pattern::FanIn) => "rank-fan-in",
            Self::Pattern(Pattern::Cycle) => "rank-cycle",
            Self::Pattern(Pattern::Bipartite) => "rank-bipartite",
            Self::Pattern(Pattern::Stack) => "rank-stack",
            Self::Pattern(Pattern::ScatterGather) => "rank-scatter-gather",
            Self::Pattern(Pattern::GatherScatter) => "rank-gather-scatter",
            Self::Pattern(Pattern::RandomWalk) => "rank-random-walk",
            Self::Pattern(Pattern::PassThrough) => "rank-pass-through",
            Self::Pattern(Pattern::Structuring) => "rank-structuring",
            Self::Pattern(Pattern::DormantThenActive) => "rank-dormant-then-active",
            Self::Pattern(Pattern::ManyInOneOut) => "rank-many-in-one-out",
            Self::PatternScore => "rank-pattern-score",
            Self::SenderPays => "rank-sender-pays",
            Self::SenderReceives => "rank-sender-receives",
            Self::ReceiverReceives => "rank-receiver-receives",
            Self::ReceiverPays => "rank-receiver-pays",
            Self::Habits => "rank-habits",
            Self::Amount => "rank-amount",
            Self::Layers => "rank-layers",
            Self::GoesRound => "rank-goes-round",
            Self::GoesOn => "rank-goes-on",
            Self::Pair => "rank-pair",
            Self::Time => "rank-time",
            Self::Neighbours => "rank-neighbours",
            Self::Column(_) => "rank-column",
        }
    }
}

/// What features are about, in their order, and how many of them.
pub(super) const BLOCKS: [(Block, usize); 13] = [
    (Block::Patterns, Pattern::ALL.len()),
    (Block::One(Theme::PatternScore), 1),
    (Block::One(Theme::SenderPays), AROUND),
    (Block::One(Theme::SenderReceives), AROUND),
    (Block::One(Theme::ReceiverReceives), AROUND),
    (Block::One(Theme::ReceiverPays), AROUND),
    (Block::One(Theme::Habits), 12),
    (Block::One(Theme::Amount), 4),
    (Block::One(Theme::Layers), 6),
    (Block::One(Theme::GoesRound), 6),
    (Block::One(Theme::GoesOn), 6),
    (Block::One(Theme::Pair), 4),
    (Block::One(Theme::Time), 2),
];

/// Features that follow each other.
#[derive(Clone, Copy)]
pub(super) enum Block {
    Patterns,
    One(Theme),
}

/// What each feature is about.
pub(super) fn themes() -> Vec<Theme> {
    let mut themes = Vec::new();
    for (block, count) in BLOCKS {
        match block {
            Block::Patterns => themes.extend(Pattern::ALL.map(Theme::Pattern)),
            Block::One(theme) => themes.extend([theme].repeat(count)),
        }
    }
    themes
}

/// Features of one side of one account: six for each window, and two gaps.
const AROUND: usize = 20;
