//! Why something from a peer is not taken.

/// Why a card, an agreement or a checkpoint is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// The text is not one of these, or was damaged on its way.
    #[error("the text does not read")]
    Text,
    /// The bytes do not read.
    #[error("the bytes do not read")]
    Content,
    /// A signature is not that of the key that must have made it.
    #[error("a signature is not good")]
    Signature,
    /// It is not valid at this moment.
    #[error("it is not valid now")]
    NotNow,
    /// It does not follow the one that is known.
    #[error("it does not follow the one that is known")]
    Sequence,
    /// It is about other agencies.
    #[error("it is about other agencies")]
    Parties,
    /// What is said to be a fork is none.
    #[error("the two entries do not contradict each other")]
    NoFork,
    /// An entry is not in the log of which a checkpoint tells.
    #[error("the entry is not in the log")]
    NotInLog,
}

/// Why what a peer sent was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PeerFault {
    /// It is for another agency.
    #[error("the envelope is for another agency")]
    Audience,
    /// The certificate is not that of the peer's root key.
    #[error("the certificate is not signed by the peer's root key")]
    Certificate,
    /// The peer revoked the key that signed it.
    #[error("the key that signed the envelope was revoked before it")]
    Revoked,
    /// The signature is not good.
    #[error("the signature of the envelope is not good")]
    Signature,
    /// A number is missing or was sent before.
    #[error("the envelope does not follow the one before")]
    Sequence,
    /// Two entries of the peer have one number.
    #[error("the peer has written two entries under one number")]
    Fork,
    /// What the peer signed of its log is not what it sent.
    #[error("the entries are not those of the peer's checkpoint")]
    Checkpoint,
    /// Payload and salt do not give the leaf.
    #[error("the statement does not give its leaf")]
    Leaf,
    /// The bytes do not read.
    #[error("the envelope does not read")]
    Content,
    /// The peer's log is shorter than what was taken of it.
    #[error("the peer's log has fewer entries than it had: an old backup was restored there")]
    Behind,
    /// A holder answered with another key than the one that it published.
    #[error("the answer was not computed with the key that the peer published")]
    Proof,
    /// More was announced, and nothing came.
    #[error("the peer announced more and sent nothing new")]
    Idle,
    /// A peer may speak about its own entities only, and may not act on ours.
    #[error("the statement is not one that this peer may make")]
    Foreign,
}
