//! What stage is this in, what is allowed next, what is late?
//!
//! A report on somebody missing or held goes through [`Stage`]s. Each stage is one agency's dated
//! word ([`Step`]); later words stand beside earlier ones and take the place of none. From all
//! words, [`standing`] tells where a report stands on a day, and [`Overview`] counts many.
//!
//! What agencies say of a person stands on two tracks that never mix: whether they are a victim
//! ([`Screening`], after an [`Instrument`]), and what an authority did with them
//! ([`ProcedureStep`]). What a country's law asks for is a file ([`Jurisdiction`]).
//!
//! What one agency asks of another has a life and clocks ([`request_standing`]), which both sides
//! tell alike from signed words.
//!
//! Places have life cycles, too ([`CompoundStatus`]): one set of rules ([`check_word`]) for all
//! tables of [`State`]s.
//!
//! # Invariants
//!
//! * No I/O, no clock, no global state: the day is given. The same reports in any order give the
//!   same counts.
//! * Which stages there are, which may follow which, what is due and when: tables, printed in the
//!   reference. No rule of a country stands here.
//! * Every report is counted exactly once: settled, or open under one stage and one age.
//! * No word is dropped. Two agencies or officers who disagree are both shown.
//! * A score orders a queue. No result follows from one.
//! * Nothing here is a name, a phone or a text of anybody.

mod case;
mod codes;
mod cycle;
mod freeze;
mod index;
mod instrument;
mod jurisdiction;
mod labels;
mod life;
mod overview;
mod page;
mod places;
mod procedure;
mod report;
mod request;
mod rules_page;
mod sourced;
mod standing;
mod step;
mod table;
mod takedown;
mod together;
mod tracks;
mod travel;
mod victim;

pub use case::{
    CASE_TYPES, SEVERITIES, TASK_MOVES, TEMPLATES, TaskError, TaskStatus, TaskTemplate, Template,
    TimelineRow, check_task,
};
pub use codes::{CHECK_CHANNELS, CHECK_OUTCOMES, CODES, codes};
pub use cycle::{
    NewWord, State, UnusualWord, Word, WordError, check_word, each_last, is_disputed, latest,
};
pub use freeze::{
    FREEZE_MOVES, FreezeClocks, FreezeError, FreezeStatus, NewFreezeStep, check_freeze,
};
pub use index::Index;
pub use instrument::{
    Answer, AnswerError, Answers, INSTRUMENTS, Instrument, Part, Question, Reading, in_language,
};
pub use jurisdiction::{Category, Clock, JURISDICTIONS, Jurisdiction, LetterForm, Retention};
pub use labels::{Labelled, labelled};
pub use life::{Closing, NextAct, Phase, Stage};
pub use overview::{Age, Listed, Month, Overview, SavedView, Wanted};
pub use page::page;
pub use places::{
    COMPOUND_LINKS, CompoundStatus, ManifestStage, OPERATION_FINDS, OPERATION_KINDS,
    OPERATION_ROLES, OperationState,
};
pub use procedure::{
    FIRST_STEPS, NewProcedure, PROCEDURES, Procedure, ProcedureError, ProcedureStep,
    UnusualProcedure, check_procedure, last_step,
};
pub use report::{Crossing, Report, Step, WelfareCheck, of_age_on};
pub use request::{
    NewRequestWord, RequestFacts, RequestKind, RequestStanding, RequestState, RequestWord,
    RequestWordError, Side, Urgency, check_request_word, request_standing,
};
pub use rules_page::rules_page;
pub use sourced::{FileFault, SourceStanding, Sourced};
pub use standing::{Disagreement, Due, Standing, standing};
pub use step::{NewStep, StepError, Unusual, check_step};
pub use table::{MOVES, RULES, StageRule, rule};
pub use takedown::{TAKEDOWN_MOVES, Takedown, TakedownError, check_takedown};
pub use together::{lead, together};
pub use tracks::{
    Appeal, NonPunishment, NonPunishmentDecision, Release, TrackStanding, Tracks, Waiting,
};
pub use travel::{
    Area, RESTRICTION_KINDS, Reach, WARNING_RANK, WIDE_PLACES, holds_on, names_place, reach,
};
pub use victim::{
    NewScreening, RESULTS, Screening, ScreeningError, UnusualResult, VictimResult, check_screening,
    last_word,
};
