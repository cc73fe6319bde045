//! Why two nodes could not talk.

use std::io::ErrorKind;

use liaison_exchange::Refused;
use liaison_model::messages::Message;
use liaison_model::{AgencyId, Hint};
use liaison_node::NodeError;

/// Why a peer could not be asked, or answered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChannelError {
    /// The card of the peer names no address.
    #[error("the card of {agency} names no address")]
    NoAddress {
        /// Whose card.
        agency: AgencyId,
    },
    /// An address is not of the form `liaison://HOST:PORT`.
    #[error("{address} is no address of a node")]
    Address {
        /// What stands there.
        address: String,
    },
    /// Another program listens at the address.
    #[error("another program listens at {address}")]
    InUse {
        /// Which.
        address: std::net::SocketAddr,
    },
    /// The peer is not reached, or the line broke.
    #[error("the line to the peer failed")]
    Line {
        /// Why.
        source: std::io::Error,
    },
    /// Too much time was taken.
    #[error("it took too long")]
    Slow,
    /// The other side did not show a key that we know of it, or did not know ours.
    #[error("the two do not know each other's keys")]
    Handshake {
        /// What TLS says.
        reason: String,
    },
    /// A frame is longer than any may be.
    #[error("a frame is longer than any may be")]
    TooLong,
    /// A frame does not read.
    #[error("a frame does not read")]
    Unreadable,
    /// The other side speaks another version of the exchange.
    #[error("the peer speaks version {found} of the exchange")]
    Version {
        /// Which.
        found: u32,
    },
    /// The other side does not answer.
    #[error("the peer does not answer: {0}")]
    Refused(Refused),
    /// The node could not do its part.
    #[error(transparent)]
    Node(#[from] NodeError),
}

impl ChannelError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoAddress { agency } => Message::new("channel-no-address").with("agency", agency),
            Self::Address { address } => {
                Message::new("channel-bad-address").with("address", address)
            }
            Self::InUse { address } => Message::new("channel-in-use").with("address", address),
            Self::Line { source } => Message::new("channel-line").with("reason", source),
            Self::Slow => Message::new("channel-slow"),
            Self::Handshake { .. } => Message::new("channel-handshake"),
            Self::TooLong => Message::new("channel-too-long"),
            Self::Unreadable => Message::new("channel-unreadable"),
            Self::Version { found } => Message::new("channel-version").with("found", found),
            Self::Refused(refused) => Message::new("channel-refused").with("reason", refused),
            Self::Node(error) => error.message(),
        }
    }
}

impl Hint for ChannelError {
    fn hint(&self) -> Option<Message> {
        let key = match self {
            Self::NoAddress { .. } | Self::Address { .. } => "channel-hint-address",
            Self::InUse { .. } => "channel-hint-in-use",
            Self::Line { .. } | Self::Slow => "channel-hint-line",
            Self::Handshake { .. } | Self::Refused(Refused::Stranger) => "channel-hint-handshake",
            Self::Version { .. } | Self::Refused(Refused::Version) => "channel-hint-version",
            Self::Node(error) => return error.hint(),
            _ => return None,
        };
        Some(Message::new(key))
    }
}

impl From<std::io::Error> for ChannelError {
    fn from(source: std::io::Error) -> Self {
        if let Some(tls) = source.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>())
        {
            return Self::Handshake { reason: tls.to_string() };
        }
        match source.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::Slow,
            _ => Self::Line { source },
        }
    }
}

impl From<rustls::Error> for ChannelError {
    fn from(error: rustls::Error) -> Self {
        Self::Handshake { reason: error.to_string() }
    }
}
