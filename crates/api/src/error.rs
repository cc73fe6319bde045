//! Why a node could not be served.

use std::net::SocketAddr;

use liaison_model::Hint;
use liaison_model::messages::Message;

/// Why a node could not be served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ApiError {
    /// Without sign-in, only this machine may ask.
    #[error("{address} is not a loopback address")]
    NotLoopback {
        /// The address that was asked for.
        address: SocketAddr,
    },
    /// Another program listens there.
    #[error("another program listens at {address}")]
    PortInUse {
        /// The address that was asked for.
        address: SocketAddr,
    },
    /// The address cannot be listened at.
    #[error("cannot listen at {address}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The listener failed.
    #[error("the listener failed")]
    Listener(#[from] std::io::Error),
}

impl ApiError {
    /// The error in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotLoopback { address } => {
                Message::new("api-error-not-loopback").with("address", address)
            }
            Self::PortInUse { address } => {
                Message::new("api-error-port-in-use").with("address", address)
            }
            Self::Listen { address, source } => {
                Message::new("api-error-listen").with("address", address).with("reason", source)
            }
            Self::Listener(source) => Message::new("api-error-listener").with("reason", source),
        }
    }
}

impl Hint for ApiError {
    fn hint(&self) -> Option<Message> {
        match self {
            Self::NotLoopback { .. } => Some(Message::new("api-hint-not-loopback")),
            Self::PortInUse { .. } => Some(Message::new("api-hint-port-in-use")),
            Self::Listen { .. } | Self::Listener(_) => None,
        }
    }
}
