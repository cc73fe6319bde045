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

life_cycle! {
    /// How far an operation is.
    OperationState {
        Planned "planned" => [UnderWay, CalledOff],
        UnderWay "under-way" => [Done, CalledOff],
        Done "done" => [],
        CalledOff "called-off" => [Planned],
    }
}

life_cycle! {
    /// How far somebody is on the way home. Nobody is taken off a manifest without a reason.
    ManifestStage {
        Listed "listed" => [Documents],
        Documents "documents" => [Cleared],
        Cleared "cleared" => [Boarded],
        Boarded "boarded" => [Arrived],
        Arrived "arrived" => [HandedOver],
        HandedOver "handed-over" => [],
        Removed "removed" => [],
    }
}

/// What people are counted as in an operation. What somebody is called there is no screening.
pub const OPERATION_ROLES: &[&str] = &[
    "found",
    "brought-out",
    "victim",
    "suspect",
    "undetermined",
    "arrested",
    "child",
    "hurt",
    "killed",
];

/// Kinds of operations.
pub const OPERATION_KINDS: &[&str] = &["raid", "rescue", "search", "arrest", "sweep", "handover"];

/// What is found in an operation.
pub const OPERATION_FINDS: &[&str] = &["person", "seizure", "report"];

/// What ties a record, a firm or a phone to a compound. `unrelated` says that it is not.
pub const COMPOUND_LINKS: &[&str] =
    &["owner", "tenant", "operator", "phone", "report", "other", "unrelated"];
