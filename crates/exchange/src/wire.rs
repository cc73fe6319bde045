//! What two nodes say to each other over a line: one question, one answer.

use liaison_model::Hash;
use serde::{Deserialize, Serialize};

use crate::{Ask, AskAnswered, Checkpoint, Envelope, Holding, Receipt};

/// A question as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Which rules it follows ([`WIRE_VERSION`]).
    pub version: u32,
    /// What is asked.
    #[serde(flatten)]
    pub asked: Asked,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// What has been written for me since?
    Pull(PullAsked),
    /// What do you hold for me in this epoch?
    Holding {
        /// The hash of the filter that the asker has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        known: Option<Hash>,
    },
    /// Do you know these: hit or no hit?
    Evaluate {
        /// Who asks what for, signed.
        ask: Box<Ask>,
        /// The points, base64.
        question: String,
    },
}

/// Where the asker stands in the log that the other side keeps for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PullAsked {
    /// The number of the last entry that it took; 0 before the first.
    pub after: u64,
    /// That entry's hash: whether both speak of one log.
    pub head: Hash,
    /// The number of the last withdrawal that it applied out of turn.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub early: u64,
    /// For how many milliseconds the answer may wait for something new; at most [`WAIT_MAX`].
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub wait: u32,
    /// What it signed for entries that came before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<Receipt>,
}

/// An answer as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Which rules it follows.
    pub version: u32,
    /// What is answered.
    #[serde(flatten)]
    pub answered: Answered,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answered {
    /// What was written since. Nothing at all when nothing was.
    Entries(Entries),
    /// The log is shorter than the asker says: an old backup was restored here, most likely.
    Behind {
        /// How many entries it has.
        count: u64,
    },
    /// The log has another entry under the number that the asker named, without its payload.
    Other {
        /// That entry.
        entry: Box<Envelope>,
    },
    /// What is held, with the filter where the asker has another.
    Holding {
        /// What was signed.
        holding: Box<Holding>,
        /// The filter's bytes, base64.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        filter: Option<String>,
    },
    /// The points after the holder's key.
    Evaluated {
        /// What was signed for it.
        answered: Box<AskAnswered>,
        /// The answer's bytes, base64.
        answer: String,
    },
    /// The question is not answered.
    Refused {
        /// Why.
        refused: Refused,
    },
}

/// A part of a log, the urgent first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entries {
    /// Withdrawals from further on in the log: of entries that the asker has, and of those in this
    /// part that come without payload because they were taken back since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub early: Vec<Envelope>,
    /// The entries that follow, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Envelope>,
    /// How far the log goes, with the last part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkpoint: Option<Box<Checkpoint>>,
    /// Whether there is more than fits here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
}

/// Why a question is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Refused {
    /// The question follows rules that are not known here.
    #[error("it does not know this version of the exchange")]
    Version,
    /// The question does not read.
    #[error("it could not read the question")]
    Unreadable,
    /// The asker is no peer, or its key speaks for it no longer.
    #[error("it does not know the key of this node")]
    Stranger,
    /// The channel was stopped: somebody signed two entries under one number.
    #[error("it has stopped the channel, because two entries have one number")]
    Stopped,
    /// A receipt is not good.
    #[error("it did not take a receipt")]
    Receipt,
    /// The two have no agreement that binds.
    #[error("the two have no agreement that binds")]
    NoAgreement,
    /// The agreement does not cover the purpose.
    #[error("the agreement does not cover this purpose")]
    Purpose,
    /// More was asked than was agreed for a day, an officer or a case.
    #[error("more was asked than was agreed for a day, an officer or a case")]
    Quota,
    /// The key of that epoch is gone.
    #[error("the key of that epoch is gone; ask again")]
    Epoch,
    /// The number was used before.
    #[error("a question of this number was asked before")]
    Repeated,
    /// More is held than fits an answer.
    #[error("it holds more than one answer can carry")]
    TooMuch,
    /// It has too much to do.
    #[error("it has too much to do")]
    Busy,
    /// It failed; its own log says why.
    #[error("it failed")]
    Failed,
}

impl Refused {
    /// The word under which it travels.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Unreadable => "unreadable",
            Self::Stranger => "stranger",
            Self::Stopped => "stopped",
            Self::Receipt => "receipt",
            Self::NoAgreement => "no-agreement",
            Self::Purpose => "purpose",
            Self::Quota => "quota",
            Self::Epoch => "epoch",
            Self::Repeated => "repeated",
            Self::TooMuch => "too-much",
            Self::Busy => "busy",
            Self::Failed => "failed",
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_nothing(number: &u32) -> bool {
    *number == 0
}

/// The rules of this module.
pub const WIRE_VERSION: u32 = 1;
/// A question or an answer has at most as many bytes.
pub const FRAME_BYTES_MAX: usize = 4 * 1024 * 1024;
/// A question brings at most as many receipts, and an answer as many entries or early withdrawals.
pub const PART_MAX: usize = 2_000;

/// An answer waits for something new for at most as many milliseconds.
pub const WAIT_MAX: u32 = 20_000;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_new_is_short() {
        let asked = PullAsked {
            after: 1_000_000,
            head: Hash([7; 32]),
            early: 0,
            wait: 0,
            receipts: vec![],
        };
        let question = Question { version: WIRE_VERSION, asked: Asked::Pull(asked) };
        let answered = Answered::Entries(Entries::default());
        let answer = Answer { version: WIRE_VERSION, answered };

        let (question, answer) = (json(&question), json(&answer));

        assert_eq!(answer, r#"{"version":1,"entries":{}}"#);
        assert!(question.len() + answer.len() < 200, "{question}");
    }

    fn json(value: &impl Serialize) -> String {
        serde_json::to_string(value).unwrap()
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text: String) {
            let _ = serde_json::from_str::<Question>(&text);
            let _ = serde_json::from_str::<Answer>(&text);
        }
    }
}
