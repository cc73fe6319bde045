//! What cannot be done as it was asked, where the one who asks can see why.

use std::path::PathBuf;

use liaison_model::messages::Message;
use liaison_model::{CommitNumber, Hint, StatementId};
use liaison_situation::DisclosureError;

use crate::{
    AdvertError, CaseError, EmergencyError, LinksError, MoneyError, OverlapError, PlaceError,
    ReportError, RequestError,
};

/// Why something cannot be done as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WrongUse {
    /// The card of this agency was never taken.
    #[error("this agency is no peer")]
    NoPeer {
        /// Which.
        agency: String,
    },
    /// Nothing is asked, or more than at once.
    #[error("{count} lines cannot be asked at once")]
    AskLines {
        /// How many.
        count: u64,
    },
    /// The words that were read aloud are not those of the card.
    #[error("these are not the words of the card")]
    OtherWords {
        /// Whose card.
        agency: String,
    },
    /// A card names its agency in at least one language.
    #[error("a card needs a name")]
    CardWithoutName,
    /// The node signs with the key that was to be revoked.
    #[error("the node signs with this key")]
    KeyInUse,
    /// A mark for figures was meant for something else.
    #[error("this is no figure")]
    NotAFigure {
        /// What was named.
        id: String,
    },
    /// A figure cannot take its own place.
    #[error("a figure cannot take its own place")]
    OwnSuccessor {
        /// Which.
        figure: String,
    },
    /// Two figures cannot take each other's place.
    #[error("these figures would take each other's place")]
    SuccessorCircle {
        /// The figure that was to be superseded.
        figure: String,
        /// The one that was to take its place.
        successor: String,
    },
    /// Who prefers one of several answers says why.
    #[error("a preference needs a reason")]
    NoReason,
    /// Who judges two records says why.
    #[error("a judgement needs a reason")]
    NoJudgementReason,
    /// A record cannot be judged against itself.
    #[error("these are one record")]
    OneRecord {
        /// Which.
        id: String,
    },
    /// Two records would become one of which somebody judged that they are different.
    #[error("{first} and {second} were judged different")]
    JudgedDifferent {
        /// One record.
        first: String,
        /// The other.
        second: String,
        /// The commit of that judgement.
        commit: CommitNumber,
    },
    /// The kinds of two records have nothing in common.
    #[error("a {first} and a {second} are never one")]
    KindsDiffer {
        /// Schema of one.
        first: String,
        /// Schema of the other.
        second: String,
    },
    /// Another process loads transactions.
    #[error("another process loads transactions")]
    LedgerBusy,
    /// Who takes a judgement back says why.
    #[error("taking a judgement back needs a reason")]
    NoWithdrawalReason,
    /// Who erases says who ordered it.
    #[error("an erasure needs an authority")]
    NoAuthority,
    /// There is no such commit.
    #[error("there is no commit {commit}")]
    NoCommit {
        /// Its number.
        commit: CommitNumber,
    },
    /// The commit is undone already.
    #[error("commit {commit} is undone already")]
    UndoneAlready {
        /// Which.
        commit: CommitNumber,
        /// By which commit.
        by: CommitNumber,
    },
    /// Only imports and judgements can be undone.
    #[error("commit {commit} is neither an import nor a judgement")]
    CannotUndo {
        /// Which.
        commit: CommitNumber,
        /// What it is.
        act: String,
    },
    /// There is no such statement.
    #[error("there is no such statement")]
    NoStatement {
        /// Its id.
        statement: StatementId,
    },
    /// Another agency's statement is not ours to withdraw.
    #[error("the statement is another agency's")]
    NotOurs {
        /// Its id.
        statement: StatementId,
    },
    /// The statement is withdrawn already.
    #[error("the statement is withdrawn already")]
    WithdrawnAlready {
        /// Its id.
        statement: StatementId,
        /// By which commit.
        by: CommitNumber,
    },
    /// The statement's bytes are gone already.
    #[error("the statement is erased already")]
    ErasedAlready {
        /// Its id.
        statement: StatementId,
        /// By which commit.
        by: CommitNumber,
    },
    /// The country of an agency is no country.
    #[error("this is no country")]
    Country {
        /// What was given.
        country: String,
    },
    /// A passphrase is soon guessed.
    #[error("the passphrase is too short")]
    ShortPassphrase {
        /// How many characters it needs.
        characters_min: usize,
    },
    /// The country of an import is no country.
    #[error("this is no country")]
    UnknownCountry {
        /// What was given.
        country: String,
    },
    /// A dataset cannot have this name.
    #[error("this is no name of a dataset")]
    DatasetName {
        /// What was given.
        name: String,
    },
    /// A sheet was named of a file that has none.
    #[error("only workbooks have sheets")]
    SheetOfNoWorkbook {
        /// Which file.
        file: String,
        /// Which sheet.
        sheet: String,
    },
    /// A file of that name is there and is not overwritten.
    #[error("there is a file of that name already")]
    FileExists {
        /// Which.
        path: PathBuf,
    },
    /// A folder stands where a file is needed.
    #[error("this is a folder")]
    IsFolder {
        /// Which.
        path: PathBuf,
    },
    /// Two files do not go into one stream.
    #[error("this makes two files")]
    TwoFiles,
    /// A workbook does not go to a stream.
    #[error("a workbook needs a file")]
    WorkbookToStream,
    /// A file meant as a mapping is none.
    #[error("this is no mapping")]
    NotAMapping {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file to import has no byte.
    #[error("the file is empty")]
    EmptyFile {
        /// Which.
        file: String,
    },
    /// A file to import has no row, line or entry.
    #[error("the file has no rows")]
    NoRows {
        /// Which.
        file: String,
    },
    /// Others than its owner get into the folder of a node.
    #[error("others get into the folder")]
    FolderOpen {
        /// Which.
        path: PathBuf,
    },
    /// The record of looks is missing.
    #[error("the record of looks is missing")]
    NoLooks {
        /// Where it should be.
        path: PathBuf,
    },
    /// The sealed node key is missing.
    #[error("the node key is missing")]
    NoNodeKey {
        /// Where it should be.
        path: PathBuf,
    },
    /// Something in a case, or on a person's tracks, is not taken as it was asked.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// Something about a place is not taken as it was asked.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// An e-mail is longer than one that is read.
    #[error("the e-mail is too long")]
    LongMail {
        /// Most bytes.
        bytes_max: u64,
    },
    /// Something about a look in an emergency is not taken as it was asked.
    #[error(transparent)]
    Emergency(#[from] EmergencyError),
    /// Links cannot be told as they were asked for.
    #[error(transparent)]
    Links(#[from] LinksError),
    /// Money is not followed or asked for as somebody wants it.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A report is not taken or moved as it was asked.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A table cannot be published as it was asked for.
    #[error(transparent)]
    Disclosure(#[from] DisclosureError),
    /// There is no table of the lists that were asked for.
    #[error(transparent)]
    Overlap(#[from] OverlapError),
    /// Something is not taken in as an advert, or said of one, as somebody wants it.
    #[error(transparent)]
    Advert(#[from] AdvertError),
    /// Something is not asked of another agency, or said about it, as somebody wants it.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// A backup cannot be read, or does not verify.
    #[error("the backup is damaged")]
    BackupDamaged {
        /// Which.
        path: PathBuf,
    },
}

impl WrongUse {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotAFigure { id } => Message::new("error-not-a-figure").with("id", id),
            Self::OwnSuccessor { figure: id } => {
                Message::new("error-own-successor").with("figure", id)
            }
            Self::SuccessorCircle { figure, successor } => Message::new("error-successor-circle")
                .with("figure", figure)
                .with("successor", successor),
            Self::NoReason => Message::new("error-preferred-reason"),
            Self::NoJudgementReason
            | Self::OneRecord { .. }
            | Self::JudgedDifferent { .. }
            | Self::KindsDiffer { .. }
            | Self::NoPeer { .. }
            | Self::AskLines { .. }
            | Self::OtherWords { .. }
            | Self::CardWithoutName
            | Self::KeyInUse
            | Self::LedgerBusy => self.message_about_records_or_peers(),
            Self::NoWithdrawalReason => Message::new("error-withdrawal-reason"),
            Self::NoAuthority => Message::new("error-no-authority"),
            Self::NoCommit { commit } => Message::new("error-no-commit").with("commit", commit),
            Self::UndoneAlready { commit, by } => {
                Message::new("error-undone-already").with("commit", commit).with("by", by)
            }
            Self::CannotUndo { commit, act } => {
                Message::new("error-cannot-undo").with("commit", commit).with("act", act)
            }
            Self::NoStatement { statement } => {
                Message::new("error-no-statement").with("statement", statement)
            }
            Self::NotOurs { statement: id } => Message::new("error-not-ours").with("statement", id),
            Self::WithdrawnAlready { statement, by } => {
                ended("error-withdrawn-already", statement, by)
            }
            Self::ErasedAlready { statement, by } => ended("error-erased-already", statement, by),
            Self::Country { country } => Message::new("error-country").with("country", country),
            Self::ShortPassphrase { characters_min } => short_passphrase(*characters_min),
            Self::UnknownCountry { country } => {
                Message::new("filter-country").with("value", country)
            }
            Self::SheetOfNoWorkbook { file, sheet } => sheet_of_no_workbook(file, sheet),
            Self::DatasetName { name } => Message::new("error-dataset-name").with("name", name),
            Self::FileExists { path } => of_path("error-file-exists", path),
            Self::IsFolder { path } => of_path("error-is-folder", path),
            Self::TwoFiles => Message::new("error-two-files"),
            Self::WorkbookToStream => Message::new("error-workbook-to-stream"),
            Self::NotAMapping { path, reason } => Message::new("error-not-a-mapping")
                .with("path", path.display())
                .with("reason", reason),
            Self::EmptyFile { file } => Message::new("error-empty-file").with("file", file),
            Self::NoRows { file } => Message::new("error-no-rows").with("file", file),
            Self::FolderOpen { path } => of_path("error-folder-open", path),
            Self::NoLooks { path } => of_path("error-no-looks", path),
            Self::NoNodeKey { path } => of_path("error-no-node-key", path),
            Self::BackupDamaged { path } => of_path("error-backup-damaged", path),
            Self::Case(error) => error.message(),
            Self::Place(error) => error.message(),
            Self::LongMail { bytes_max } => long_mail(*bytes_max),
            Self::Emergency(error) => error.message(),
            Self::Links(error) => error.message(),
            Self::Money(error) => error.message(),
            Self::Advert(error) => error.message(),
            Self::Request(error) => error.message(),
            Self::Report(error) => error.message(),
            Self::Disclosure(error) => disclosure(error),
            Self::Overlap(error) => error.message(),
        }
    }

    /// What is wrong about records, peers or the ledger.
    fn message_about_records_or_peers(&self) -> Message {
        match self {
            Self::NoPeer { agency } => Message::new("error-no-peer").with("agency", agency),
            Self::OtherWords { agency } => Message::new("error-other-words").with("agency", agency),
            Self::CardWithoutName => Message::new("error-card-without-name"),
            Self::LedgerBusy => Message::new("error-ledger-busy"),
            Self::KeyInUse => Message::new("error-key-in-use"),
            Self::AskLines { count } => Message::new("error-ask-lines").count("count", *count),
            Self::OneRecord { id } => Message::new("error-one-record").with("id", id),
            Self::JudgedDifferent { first, second, commit } => {
                Message::new("error-judged-different")
                    .with("first", first)
                    .with("second", second)
                    .with("commit", commit)
            }
            Self::KindsDiffer { first, second } => {
                Message::new("error-kinds-differ").with("first", first).with("second", second)
            }
            _ => Message::new("error-judgement-reason"),
        }
    }
}

fn ended(key: &'static str, statement: &impl ToString, by: &impl ToString) -> Message {
    Message::new(key).with("statement", statement.to_string()).with("by", by.to_string())
}

fn short_passphrase(characters_min: usize) -> Message {
    Message::new("error-passphrase-short").count("characters", characters_min as u64)
}

fn long_mail(bytes_max: u64) -> Message {
    Message::new("error-long-mail").count("bytes", bytes_max)
}

impl Hint for WrongUse {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::NotAFigure { .. } => "hint-figure",
            Self::OwnSuccessor { .. } | Self::SuccessorCircle { .. } => "hint-successor",
            Self::NoReason => "hint-preferred-reason",
            Self::NoJudgementReason => "hint-judgement-reason",
            Self::OneRecord { .. } => "hint-one-record",
            Self::JudgedDifferent { .. } => "hint-judged-different",
            Self::KindsDiffer { .. } => "hint-kinds-differ",
            Self::LedgerBusy => "hint-ledger-busy",
            Self::NoWithdrawalReason => "hint-withdrawal-reason",
            Self::NoAuthority => "hint-authority",
            Self::NoCommit { .. } | Self::UndoneAlready { .. } => "hint-commit",
            Self::CannotUndo { .. } => "hint-cannot-undo",
            Self::NoStatement { .. } => "hint-statement",
            Self::NotOurs { .. } => "hint-not-ours",
            Self::NoPeer { .. } => "hint-no-peer",
            Self::AskLines { .. } => "hint-ask-lines",
            Self::OtherWords { .. } => "hint-other-words",
            Self::CardWithoutName => "hint-card-without-name",
            Self::KeyInUse => return None,
            Self::WithdrawnAlready { .. } | Self::ErasedAlready { .. } => "hint-ended-already",
            Self::Country { .. } => "hint-country",
            Self::ShortPassphrase { .. } => "hint-passphrase-short",
            Self::UnknownCountry { .. } | Self::SheetOfNoWorkbook { .. } => return None,
            Self::DatasetName { .. } => "hint-dataset-name",
            Self::FileExists { .. } => "hint-file-exists",
            Self::IsFolder { .. } => "hint-is-folder",
            Self::TwoFiles => "hint-two-files",
            Self::WorkbookToStream => "hint-workbook-to-stream",
            Self::NotAMapping { .. } => "hint-not-a-mapping",
            Self::EmptyFile { .. } | Self::NoRows { .. } => "hint-empty-file",
            Self::FolderOpen { .. } => "hint-folder-open",
            Self::NoLooks { .. } => "hint-no-looks",
            Self::NoNodeKey { .. } => "hint-no-node-key",
            Self::BackupDamaged { .. } => "hint-backup-damaged",
            Self::Case(error) => return error.hint(),
            Self::Place(error) => return error.hint(),
            Self::LongMail { .. } => "hint-long-mail",
            Self::Emergency(error) => return error.hint(),
            Self::Links(error) => return error.hint(),
            Self::Money(error) => return error.hint(),
            Self::Advert(error) => return error.hint(),
            Self::Request(error) => return error.hint(),
            Self::Report(error) => return error.hint(),
            Self::Disclosure(_) => "hint-fewer-breakdowns",
            Self::Overlap(error) => return error.hint(),
        };
        Some(Message::new(key))
    }
}

fn disclosure(error: &DisclosureError) -> Message {
    match error {
        DisclosureError::Breakdowns { found, max } => {
            Message::new("error-breakdowns").with("found", found).with("max", max)
        }
        DisclosureError::Cells { found, max } => {
            Message::new("error-table-cells").with("found", found).with("max", max)
        }
    }
}

fn sheet_of_no_workbook(file: &str, sheet: &str) -> Message {
    Message::new("error-sheet-of-no-workbook").with("file", file).with("sheet", sheet)
}

fn of_path(key: &'static str, path: &std::path::Path) -> Message {
    Message::new(key).with("path", path.display())
}
