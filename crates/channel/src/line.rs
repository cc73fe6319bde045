//! A line: a socket whose reads and writes end at a given moment, and where it leads.

use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::ChannelError;

/// The address of a node's exchange, `liaison://HOST:PORT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint(String);

impl FromStr for Endpoint {
    type Err = ChannelError;

    fn from_str(text: &str) -> Result<Self, ChannelError> {
        let wrong = || ChannelError::Address { address: text.to_owned() };
        let place = text.trim().strip_prefix(SCHEME).ok_or_else(wrong)?;
        let (host, port) = place.rsplit_once(':').ok_or_else(wrong)?;
        let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        if host.is_empty() || !host.chars().all(is_host) || port.parse::<u16>().is_err() {
            return Err(wrong());
        }
        Ok(Self(place.to_owned()))
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}{}", self.0)
    }
}

impl Endpoint {
    /// Where it leads; the name is looked up.
    pub(crate) fn addresses(&self) -> Result<Vec<SocketAddr>, ChannelError> {
        Ok(self.0.to_socket_addrs()?.take(ADDRESSES_MAX).collect())
    }
}

/// A socket with a moment at which whatever is under way ends: a party that sends a byte now and
/// then gains nothing.
pub(crate) struct Line {
    stream: TcpStream,
    until: Instant,
    moved: Arc<Moved>,
}

/// How many bytes went over a line, TLS included.
#[derive(Debug, Default)]
pub(crate) struct Moved(AtomicU64);

impl Moved {
    pub(crate) fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Line {
    pub(crate) fn new(stream: TcpStream, allowed: Duration) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self { stream, until: Instant::now() + allowed, moved: Arc::default() })
    }

    pub(crate) fn open(endpoint: &Endpoint) -> Result<Self, ChannelError> {
        let mut failed = ChannelError::from(io::Error::from(ErrorKind::NotFound));
        for address in endpoint.addresses()? {
            match TcpStream::connect_timeout(&address, CONNECT_MAX) {
                Ok(stream) => return Ok(Self::new(stream, HANDSHAKE_MAX)?),
                Err(error) => failed = error.into(),
            }
        }
        Err(failed)
    }

    pub(crate) fn moved(&self) -> Arc<Moved> {
        Arc::clone(&self.moved)
    }

    /// From now on, for as long.
    pub(crate) fn allow(&mut self, allowed: Duration) {
        self.until = Instant::now() + allowed;
    }

    fn remaining(&self) -> io::Result<Duration> {
        let remaining = self.until.saturating_duration_since(Instant::now());
        if remaining.is_zero() { Err(ErrorKind::TimedOut.into()) } else { Ok(remaining) }
    }
}

impl Read for Line {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(self.remaining()?))?;
        let count = self.stream.read(buffer)?;
        self.moved.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl Write for Line {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(self.remaining()?))?;
        let count = self.stream.write(buffer)?;
        self.moved.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

const SCHEME: &str = "liaison://";
/// How many addresses of one name are tried.
const ADDRESSES_MAX: usize = 4;
const CONNECT_MAX: Duration = Duration::from_secs(10);
/// How long the two may take to agree on keys.
pub(crate) const HANDSHAKE_MAX: Duration = Duration::from_secs(10);
/// How long a question or an answer may take on its way.
pub(crate) const FRAME_MAX: Duration = Duration::from_secs(30);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_host_and_port() {
        for good in ["liaison://node.police.example:8610", "liaison://[::1]:1", " liaison://a:80 "]
        {
            assert_eq!(good.parse::<Endpoint>().unwrap().to_string(), good.trim());
        }
        for bad in [
            "https://a:1",
            "liaison://a",
            "liaison://:1",
            "liaison://a:70000",
            "a:1",
            "",
            "liaison://a/b:1",
        ] {
            assert!(bad.parse::<Endpoint>().is_err(), "{bad}");
        }
    }
}
