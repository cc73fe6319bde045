//! Why private matching refuses.

/// Why a message of private matching was not taken, or could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PsiError {
    /// A point is not written in the one way in which it may be, or is the identity.
    #[error("a point is not canonical, or is the identity")]
    Point,
    /// A number is not smaller than the order of the group, or is zero where it may not be.
    #[error("a scalar is not canonical")]
    Scalar,
    /// The holder did not use the key that it published.
    #[error("the proof does not fit the holder's key")]
    Proof,
    /// An answer has other points than its question, or is for another epoch.
    #[error("the answer does not fit the question")]
    Mismatch,
    /// More points than one message may carry, or none.
    #[error("a message carries {count} points; 1 to {} are allowed", crate::ELEMENTS_MAX)]
    Count {
        /// How many there are.
        count: usize,
    },
    /// The bytes do not read.
    #[error("the message does not read")]
    Message,
    /// An input is longer than a length of two bytes can say.
    #[error("an input of {bytes} bytes is too long")]
    Input {
        /// Its length.
        bytes: usize,
    },
    /// A filter could not be made.
    #[error("the filter could not be made")]
    Filter,
}
