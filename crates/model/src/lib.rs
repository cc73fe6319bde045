//! What can be said: schemata, values, statements, handling, grades.
//!
//! A node knows nothing but [`Statement`]s: one source's claim about one property of one entity.
//! Everything else in this crate says what a claim may contain ([`schema`], [`values`]), who may
//! see it ([`Marks`], [`Reader`], [`Scope`]), how good it is ([`Grade`]) and how a person is told
//! about it ([`messages`], [`Problem`], [`Explanation`]).
//!
//! # Invariants
//!
//! * No clock, file, socket, environment or global state; randomness comes in as bytes.
//! * The canonical bytes of a statement ([`Statement::to_canonical`]) never change meaning: they
//!   are what is hashed and signed. A new layout gets a new first byte.
//! * A value about an identifiable person is [`Sensitive`] once it leaves the ground.

pub mod canonical;
pub mod control;
mod explanation;
mod grade;
mod ids;
mod marks;
pub mod messages;
mod own_records;
mod problem;
mod reader;
pub mod schema;
mod sensitive;
mod statement;
mod time;
pub mod values;

pub use explanation::Explanation;
pub use grade::{Credibility, Grade, GradeError, Reliability, SienaGrade};
pub use ids::{AgencyId, CommitNumber, EntityId, Hash, IdError, MarkId, StatementId};
pub use marks::{
    Audience, AudienceMember, HandlingCode, Label, Marks, MarksError, Pap, PersonCategory, Purpose,
    Tlp,
};
pub use own_records::{RecordKind, agency_entity, is_own_record};
pub use problem::{Hint, Place, Problem, ShownValue};
pub use reader::{Act, Reader, ReaderKind, Role, Scope};
pub use sensitive::{Look, LookEntry, MASK, Sensitive};
pub use statement::{Draft, Said, Statement, StatementError};
pub use time::{Instant, InstantError};
