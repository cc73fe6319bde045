//! A simulated region with known truth, for the demonstration, tests and benchmarks.
//!
//! [`World`] makes up agencies, people, compounds, reports and adverts, and knows which records are
//! about the same person and which adverts come from the same hand. [`bench_entities`] makes any
//! number of plain entities, [`fictional_sanctions`] a sanctions list, and [`spreadsheet_rows`] a
//! Korean spreadsheet with known faults.
//!
//! ```
//! use liaison_world::{Size, World, write_json_lines};
//!
//! let world = World::new(7, Size { people: 2, compounds: 1, reports: 2, adverts: 0 });
//! let mut file = Vec::new();
//! write_json_lines(world.entities(), &mut file)?;
//!
//! assert!(String::from_utf8_lossy(&file).contains("강서윤"));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # Invariants
//!
//! * The same seed gives the same bytes on every machine; no clock, environment or global state.
//! * Nobody real is meant: names are put together from very common parts, and everything that could
//!   reach somebody ([`identifiers`]) lies in a range that is assigned to nobody.
//! * Every entity says that it is simulated, and by which seed, where a reader sees it
//!   ([`mark`]).
//! * No simulated place has coordinates, and compounds are called demonstrations by name.
//! * No minor is simulated, and nobody is a suspect who was not screened before.

mod adverts;
mod bench;
mod draw;
mod entity;
pub mod identifiers;
mod lures;
mod mules;
mod names;
mod people;
mod region;
mod reports;
mod sanctions;
mod scenario;
mod spreadsheet;
mod year;

pub use bench::{BenchEntities, bench_entities};
pub use entity::{Entity, mark, write_json_lines};
pub use names::{Culture, HumanName};
pub use people::{Human, Sex};
pub use region::{Agency, World};
pub use reports::StageStep;
pub use sanctions::{FictionalSanctions, fictional_sanctions};
pub use scenario::{
    Complaint, HOURS, Observed, Payment, RecordTruth, Scenario, ScenarioSize, WordKind,
};
pub use spreadsheet::{BrokenRow, Fault, Spreadsheet, spreadsheet_rows};

/// How much a [`World`] holds. Phones and passports stay different for up to 500,000 people and
/// 100,000 reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Different people reported or suspected; each has one to three records.
    pub people: u32,
    /// Compounds.
    pub compounds: u32,
    /// Reports of people missing or confined, January to August 2025 in all.
    pub reports: u32,
    /// Adverts.
    pub adverts: u32,
}

impl Size {
    /// The demonstration's size: small enough to look through, large enough to need a search.
    pub const DEMONSTRATION: Self = Self { people: 400, compounds: 12, reports: 330, adverts: 60 };
}

/// Records that are about one person, or adverts that come from one hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truth {
    /// Number of the person or campaign, from 0.
    pub number: u32,
    /// Ids of the entities, in ascending order.
    pub entities: Vec<String>,
}
