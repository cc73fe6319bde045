//! Bytes to and from statements, one module per format.
//!
//! An importer reads a stream and hands each statement and each problem to a [`Sink`] as soon as
//! it has it; an exporter takes entities or statements and writes bytes. Neither knows where
//! statements are kept, nor who may see them.
//!
//! # Invariants
//!
//! * A bad row never kills a file, and no bad row disappears: what is not a statement is a
//!   [`Problem`](liaison_model::Problem).
//! * Memory is bounded by named limits, whatever the length of the input: one line, one row or
//!   one list entry at a time.
//! * No clock, no network, no environment. The same bytes give the same statements.
//! * No panic is reachable from the bytes of a file.

mod adverts;
mod chat;
mod detect;
mod entity_ids;
mod fault;
mod ftm_entities;
mod ftm_export;
mod ftm_statements;
pub mod fuzzing;
mod gexf;
mod import;
mod ledger;
mod lines;
mod listed;
mod mail;
mod ofac;
mod problem_files;
mod table;
#[cfg(test)]
mod testing;
mod transfers;
mod un;
mod words;
mod write_table;
mod xml;

pub use adverts::{
    AdvertFileError, AdvertRow, AdvertText, AdvertTexts, TakedownForm, TakedownItem,
};
pub use chat::read_chat;
pub use detect::{Format, HEAD_BYTES, detect};
pub use entity_ids::{from_ftm_id, to_ftm_id};
pub use ftm_entities::read_ftm_entities;
pub use ftm_export::{ExportSummary, FtmEntityWriter};
pub use ftm_statements::{FtmStatementWriter, Provenance, read_ftm_statements};
pub use gexf::{GexfEdge, GexfNode, write_gexf};
pub use import::{Datasets, ImportContext, ReadError, ReadSummary, Sink, SinkError};
pub use ledger::{
    FreezePayment, FreezeRequest, LedgerContext, LedgerDates, LedgerFormat, LedgerMapping,
    LedgerMappingError, LedgerSink, read_ledger, write_goaml, write_recall,
};
pub use lines::{Line, LineReader};
pub use mail::{Mail, read_mail};
pub use ofac::{OfacFiles, read_ofac};
pub use problem_files::{ProblemWriter, RowWriter};
pub use table::encoding::{Encoding, EncodingError};
pub use table::mapping::{
    EachRule, EntityRule, Formulas, IdForm, IdRule, Mapping, MappingError, OnlyIf, PropertyRule,
    SchemaWhere, TextRule,
};
pub use table::plain::{HeadingMeaning, PlainRow, PlainTable, PlainWriter, heading_meaning};
pub use table::propose::{ColumnProposal, Proposal, propose};
pub use table::read::read_csv;
pub use table::sample::{Sample, sample_csv, sample_xlsx};
pub use table::situation::built_in_mapping;
pub use table::xlsx::{WorkbookError, read_xlsx};
pub use transfers::{
    AskedError, ColumnsError, FAULTS_MAX, LimitsWritten, Moment, MomentError, RowFault, RowOrigin,
    TakeFound, TransferColumns, TransferOptions, TransferTable, TransferTableError, Written, Zone,
    ZoneError, read_asked_time, read_moment, read_parquet_transfers, read_transfers,
    transfers_of_ledger,
};
pub use un::read_un;
pub use write_table::{TableError, TableFormat, write_table};
