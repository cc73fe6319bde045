//! Why a node could not be served.

use std::net::SocketAddr;

use liaison_model::Hint;
use liaison_model::messages::Message;

/// Why a node could not be served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ApiError {
    /// Without TLS, only this machine may ask.
    #[error("{address} is not a loopback address")]
    NotLoopback {
        /// The address that was asked for.
        address: SocketAddr,
    },
    /// Beyond this machine a server answers under names that were given.
    #[error("no name is given for {address}")]
    NoHost {
        /// The address that was asked for.
        address: SocketAddr,
    },
    /// Passwords of a demonstration are shown on a screen; they work on this machine only.
    #[error("a demonstration is not served at {address}")]
    Demonstration {
        /// The address that was asked for.
        address: SocketAddr,
    },
    /// A text is not the name of a host.
    #[error("this is not the name of a host")]
    HostName,
    /// A certificate or its key cannot be used.
    #[error("the certificate cannot be used: {reason}")]
    Certificate {
        /// Why.
        reason: String,
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
            Self::NoHost { address } => Message::new("api-error-no-host").with("address", address),
            Self::Demonstration { address } => {
                Message::new("api-error-demonstration").with("address", address)
            }
            Self::HostName => Message::new("api-error-host-name"),
            Self::Certificate { reason } => {
                Message::new("api-error-certificate").with("reason", reason)
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
        let key = match self {
            Self::NotLoopback { .. } => "api-hint-not-loopback",
            Self::NoHost { .. } | Self::HostName => "api-hint-host",
            Self::Demonstration { .. } => "api-hint-demonstration",
            Self::Certificate { .. } => "api-hint-certificate",
            Self::PortInUse { .. } => "api-hint-port-in-use",
            Self::Listen { .. } | Self::Listener(_) => return None,
        };
        Some(Message::new(key))
    }
}
