//! The operations of a node, one module per verb: check, act, commit, answer.
//!
//! A [`Node`] wires clock, keys and stores. Everything that a person or a peer can do with it is a
//! method here; the surfaces (command line, HTTP) only translate.
//!
//! # Invariants
//!
//! * Every read opens one [`reading::Snapshot`]: a position, a scope from policy, and what is
//!   hidden but not folded yet. Nothing is read beside it.
//! * What a call acknowledged is signed and on disk, and visible to the next read of this process.
//! * A person is uncovered by a [`liaison_model::Look`], and a look exists only once recorded.

mod accounts;
mod adverts;
mod backup;
mod cases;
mod clock;
mod commit;
mod cooperation;
mod doctor;
mod emergency;
mod erase;
mod error;
pub mod exchange;
mod exhibits;
mod export;
mod figures;
mod filter;
mod folder;
mod follow;
mod history;
pub mod import;
mod judge;
mod keys;
pub mod ledger;
mod links;
mod looks;
mod money;
mod open;
mod outgoing;
mod overlap;
mod own;
mod places;
mod problems;
mod project;
mod proof;
pub mod reading;
mod rebuild;
mod record;
mod reports;
mod requests;
mod scrub;
mod sealed;
mod search;
mod searches;
mod show;
mod since;
mod situation;
mod staging;
mod tracks;
mod uploads;
pub mod who;
mod withdraw;
mod wrong_use;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, RwLock};

use liaison_accounts::Accounts;
use liaison_journal::Journal;
use liaison_model::{AgencyId, Instant, Reader};
use liaison_search::SearchIndex;
use liaison_views::Views;

pub use accounts::{Confirmation, PasswordChanged, SignedIn};
pub use liaison_search::Difference;

pub use adverts::{
    AdvertError, AdvertPage, AdvertRow, AdvertSaid, AdvertTaken, AdvertView, AdvertWanted,
    AdvertWord, AdvertWordWanted, Adverts, AdvertsCounted, AdvertsWanted, BatchWritten, Intake,
    KnownAdvert, KnownElsewhere, OutcomesRead, SharedContact, TiedCompound,
};
pub use backup::{BackedUp, Manifest, Restored};
pub use cases::{
    CaseBrought, CaseEntry, CaseError, CaseFile, CaseOpened, CaseSaid, CaseTask, CaseView,
    CaseWanted, EntryKind, Evidence, Handover, HandoverAct, KnownCase, LinkedTo, Member, NewCase,
    TaskChange, TaskStep, TaskWanted, TimelineBrought,
};
pub use clock::{Clock, SetClock, SystemClock};
pub use cooperation::{Asked, Cooperation};
pub use doctor::Finding;
pub use emergency::{EmergencyError, EmergencyLook, EmergencyState, LookReview, LookVerdict};
pub use erase::Erased;
pub use error::NodeError;
pub use exhibits::{BadExhibit, bad_exhibits};
pub use export::{ExportReport, ExportRequest};
pub use folder::{Config, Folder, JournalPlace, private_file, write_private};
pub use follow::Positions;
pub use history::{CommitSaid, CommitView, Ending, HistoryEvent, HistoryLine};
pub use judge::{Decided, Identity, RecordJudgement, RecordVerdict};
pub use keys::KeySource;
pub use links::{
    LinkChart, LinkCommunities, LinkEnd, LinkLine, LinkPaths, LinksError, LinksWanted, Organiser,
    Organisers,
};
pub use looks::{AccountAct, AccountActs, EntriesWanted, Looks};
pub use money::{
    FreezeLine, FreezeStep, FreezeSum, FreezeWanted, KeptTrace, KnownPlan, KnownTrace, LetterForm,
    MoneyAccount, MoneyAnswer, MoneyError, MoneyHolding, MoneyQuestion, MoneyReached, MoneyRow,
    MoneySource, MoneyTotal, OutcomesTaken, PlanSaid, PlanWanted,
};
pub use open::{InitOptions, Initialised, OpenOptions};
pub use outgoing::{Destination, Existing, NewFile};
pub use overlap::{ListBy, Overlap, OverlapError, OverlapWanted, PeopleList};
pub use own::{OwnCounts, OwnRow, OwnWhat};
pub use places::{
    CompoundFact, CompoundView, CompoundWanted, Compounds, CompoundsWanted, Coordinates,
    CountWanted, FindWanted, KnownCompound, KnownManifest, KnownOperation, KnownRestriction,
    ManifestView, ManifestWanted, OperationCount, OperationFind, OperationView, OperationWanted,
    Passenger, PlaceError, PlaceSaid, Proposed, Raid, RestrictionWanted, StateWanted, Tie,
    TieWanted, TiedReport, ToldCount, Warning,
};
pub use problems::PROBLEM_DAYS;
pub use proof::{Chain, NodeVerified};
pub use rebuild::Deviation;
pub use record::{Link, Named, RecordView};
pub use reports::{
    AlikeReport, CheckWanted, CountBy, Entered, Field, KnownReport, ReportError, ReportJudged,
    ReportPage, ReportProposed, ReportSource, ReportTaken, ReportWanted, Reports, StageWanted,
    report_from_mail,
};
pub use requests::{
    AskedAlready, KnownRequest, KnownWord, RequestDrafted, RequestError, RequestSaid,
    RequestWanted, RequestsWanted, WordWanted,
};
pub use sealed::{FactWanted, SealError, SealWanted, Sealed, WithdrawnSince};
pub use search::{HandlingFacet, Highlight, SearchAnswer, SearchHit, SearchRequest};
pub use searches::KeptSearch;
pub use show::{Adjacent, ShowOptions, Uncovering};
pub use situation::Situation;
pub use tracks::{
    KnownTracks, NonPunishmentWanted, ProcedureWanted, ReleaseWanted, ScreeningWanted, SuspectList,
    TrackSaid, Waits,
};
pub use withdraw::Undone;
pub use wrong_use::WrongUse;

/// One agency's installation.
pub struct Node {
    folder: Folder,
    config: Config,
    journal: Journal,
    looks: Journal,
    views: Views,
    search: SearchIndex,
    accounts: Accounts,
    clock: Arc<dyn Clock>,
    owner: Option<folder::Ownership>,
    folding: Mutex<()>,
    sharing: Mutex<()>,
    /// What peers may meet here, as it was made last.
    held: Mutex<BTreeMap<AgencyId, exchange::Held>>,
    /// When peers spoke with this process.
    contacts: Mutex<BTreeMap<AgencyId, exchange::Contact>>,
    searching: Mutex<()>,
    reports: Mutex<since::Remembered<reports::Known>>,
    adverts: Mutex<since::Remembered<adverts::Known>>,
    /// What was read from the texts of adverts, whoever may see them.
    advert_texts: Mutex<adverts::Texts>,
    members: Mutex<cases::RememberedMembers>,
    links: Mutex<links::Remembered>,
    emergencies: Mutex<emergency::RememberedEmergencies>,
    /// Held by whoever reviews a look in an emergency.
    reviewing: Mutex<()>,
    /// Held by whoever brings the pool up to date.
    pooling: Mutex<()>,
    who: RwLock<who::Who>,
}

impl Node {
    /// The agency whose node it is.
    #[must_use]
    pub fn agency(&self) -> &AgencyId {
        self.journal.agency()
    }

    /// The agency's public root key: what another agency learns when the two agree.
    #[must_use]
    pub fn root_key(&self) -> [u8; 32] {
        self.journal.certificate().root
    }

    /// What the node is.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Its clock.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// An officer of this agency with every role that the owner of the folder has: who can open
    /// the node key can read the files, so nothing is gained by asking for less.
    #[must_use]
    pub fn folder_owner(&self, name: &str) -> Reader {
        use liaison_model::Role;
        let roles = [Role::Analyst, Role::Supervisor, Role::Auditor, Role::Administrator];
        Reader::officer(self.agency().clone(), name, roles)
    }
}
