//! Compounds: whether they run, says whom, and what is tied to them.

use crate::cycle::life_cycle;

life_cycle! {
    /// Whether a compound runs, as one agency says. A raid is not a closure.
    CompoundStatus {
        Suspected "suspected" => [Active, Raided, PartlyClosed, Closed, Moved],
        Active "active" => [Raided, PartlyClosed, Closed, Moved],
        Raided "raided" => [Active, PartlyClosed, Closed, Moved],
        PartlyClosed "partly-closed" => [Active, Raided, Closed, Moved],
        Closed "closed" => [],
        Moved "moved" => [],
    }
}

/// What ties a record, a firm or a phone to a compound. `unrelated` says that it is not.
pub const COMPOUND_LINKS: &[&str] =
    &["owner", "tenant", "operator", "phone", "report", "other", "unrelated"];
