//! How a server may be reached: from this machine over plain HTTP, or from elsewhere over TLS under
//! names that were given.

use std::fmt;
use std::net::SocketAddr;
use std::str::FromStr;
use std::sync::Arc;

use liaison_node::Config;

use crate::error::ApiError;
use crate::tls::Tls;

/// How a server may be reached.
#[derive(Clone, Default)]
pub struct Door {
    tls: Option<Arc<Tls>>,
    hosts: Vec<HostName>,
}

/// A name or address under which others reach the server, with a port where it is another than the
/// one that is listened at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostName(String);

/// Under which names a server answers, and to pages of which origin.
#[derive(Debug, Clone)]
pub struct Reach {
    scheme: &'static str,
    /// Lower case, as `Host` has them.
    authorities: Vec<String>,
    port: u16,
}

impl Door {
    /// Plain HTTP, for this machine alone.
    #[must_use]
    pub fn plain() -> Self {
        Self::default()
    }

    /// TLS, under these names and those of this machine.
    #[must_use]
    pub fn tls(tls: Tls, hosts: Vec<HostName>) -> Self {
        Self { tls: Some(Arc::new(tls)), hosts }
    }

    /// Whether a node may be served through it at an address.
    ///
    /// # Errors
    ///
    /// Beyond this machine: [`ApiError::NotLoopback`] without TLS, [`ApiError::NoHost`] without a
    /// name, [`ApiError::Demonstration`] for a demonstration.
    pub fn check(&self, address: SocketAddr, config: &Config) -> Result<(), ApiError> {
        if address.ip().is_loopback() {
            return Ok(());
        }
        if config.demonstration {
            return Err(ApiError::Demonstration { address });
        }
        match (&self.tls, self.hosts.is_empty()) {
            (None, _) => Err(ApiError::NotLoopback { address }),
            (Some(_), true) => Err(ApiError::NoHost { address }),
            (Some(_), false) => Ok(()),
        }
    }

    /// The address of the front page, as a person types it.
    #[must_use]
    pub fn address(&self, listening: SocketAddr) -> String {
        let reach = self.reach(listening.port());
        match self.hosts.first() {
            Some(host) => format!("{}://{}", reach.scheme, host.authority(listening.port())),
            None => format!("{}://{listening}", reach.scheme),
        }
    }

    /// SHA-256 of the certificate in use, where there is one.
    #[must_use]
    pub fn fingerprint(&self) -> Option<String> {
        self.tls.as_ref().map(|tls| tls.fingerprint())
    }

    pub(crate) fn reach(&self, port: u16) -> Reach {
        let mut reach = Reach::loopback(port);
        if self.tls.is_some() {
            reach.scheme = HTTPS;
            reach.authorities.extend(self.hosts.iter().map(|host| host.authority(port)));
        }
        reach
    }

    pub(crate) fn encryption(&self) -> Option<&Arc<Tls>> {
        self.tls.as_ref()
    }
}

impl Reach {
    /// This machine under its own names, over plain HTTP.
    #[must_use]
    pub fn loopback(port: u16) -> Self {
        let authorities = OWN_NAMES.iter().map(|name| format!("{name}:{port}")).collect();
        Self { scheme: "http", authorities, port }
    }

    pub(crate) fn is_encrypted(&self) -> bool {
        self.scheme == HTTPS
    }

    /// Whether a `Host` names this server. The port may be left out where it is the scheme's own.
    pub(crate) fn is_own_name(&self, name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        let default = if self.is_encrypted() { ":443" } else { ":80" };
        let names = |authority: &String| {
            *authority == name || authority.strip_suffix(default).is_some_and(|host| host == name)
        };
        self.authorities.iter().any(names)
    }

    /// Whether a `Host` is a name that was given for TLS. What is promised about encryption holds
    /// for all ports of a name, so nothing is promised for the names that every machine has.
    pub(crate) fn is_encrypted_for(&self, name: &str) -> bool {
        let is_of_this_machine = Self::loopback(self.port).is_own_name(name);
        self.is_encrypted() && !is_of_this_machine && self.is_own_name(name)
    }

    /// Whether a page of an origin is one of this server.
    pub(crate) fn is_own_origin(&self, origin: &str) -> bool {
        let rest = origin.strip_prefix(self.scheme).and_then(|rest| rest.strip_prefix("://"));
        rest.is_some_and(|name| self.is_own_name(name))
    }

    /// The name of the cookie that holds a session.
    ///
    /// Browsers take the prefix `__Host-` over TLS only. Over plain HTTP the name has the port:
    /// cookies of one host are shared by all its ports, and several nodes may be served on one
    /// machine.
    pub(crate) fn cookie_name(&self) -> String {
        if self.is_encrypted() {
            "__Host-liaison".to_owned()
        } else {
            format!("liaison-{}", self.port)
        }
    }
}

impl HostName {
    fn authority(&self, port: u16) -> String {
        let is_ipv6 = self.0.ends_with(']');
        let has_port = !is_ipv6 && self.0.contains(':');
        if has_port { self.0.clone() } else { format!("{}:{port}", self.0) }
    }

    /// The name without a port and brackets, as a certificate has it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.0.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or(rest),
            None => self.0.split(':').next().unwrap_or(&self.0),
        }
    }
}

impl FromStr for HostName {
    type Err = ApiError;

    /// `liaison.police.example`, `10.0.0.7`, `[fd00::7]`, each with `:PORT` or without.
    fn from_str(text: &str) -> Result<Self, ApiError> {
        let text = text.to_ascii_lowercase();
        let url = url::Url::parse(&format!("liaison://{text}/"));
        // The host is read by the rules of addresses; nothing but host and port may stand there.
        let host = url.ok().and_then(|url| {
            let host = url.host_str()?.to_owned();
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            Some(format!("{host}{port}"))
        });
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        match host {
            Some(host) if host == text && text.chars().all(plain) => Ok(Self(text)),
            _ => Err(ApiError::HostName),
        }
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

const HTTPS: &str = "https";
/// How this machine may be called.
pub(crate) const OWN_NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

#[cfg(test)]
mod tests {
    use super::*;

    fn over_tls(hosts: &[&str], port: u16) -> Reach {
        let hosts: Vec<HostName> = hosts.iter().map(|host| host.parse().unwrap()).collect();
        let mut reach = Reach::loopback(port);
        reach.scheme = HTTPS;
        reach.authorities.extend(hosts.iter().map(|host| host.authority(port)));
        reach
    }

    #[test]
    fn a_server_answers_under_given_names_only() {
        let reach = over_tls(&["Liaison.police.example", "10.0.0.7:443", "[fd00::7]"], 8600);

        for own in [
            "liaison.police.example:8600",
            "LIAISON.police.example:8600",
            "10.0.0.7",
            "10.0.0.7:443",
            "[fd00::7]:8600",
            "localhost:8600",
        ] {
            assert!(reach.is_own_name(own), "{own}");
            assert!(reach.is_own_origin(&format!("https://{own}")), "{own}");
            assert!(!reach.is_own_origin(&format!("http://{own}")), "{own}");
        }
        assert!(reach.is_encrypted_for("liaison.police.example:8600"));
        assert!(!reach.is_encrypted_for("localhost:8600"));
        for other in ["liaison.police.example", "10.0.0.7:8600", "evil.example:8600", ""] {
            assert!(!reach.is_own_name(other), "{other}");
        }
    }

    #[test]
    fn a_host_is_a_name_or_an_address_and_nothing_more() {
        let name = |text: &str| text.parse::<HostName>().map(|host| host.name().to_owned()).ok();

        assert_eq!(name("Liaison.Example").as_deref(), Some("liaison.example"));
        assert_eq!(name("10.0.0.7:8443").as_deref(), Some("10.0.0.7"));
        assert_eq!(name("[fd00::7]:8443").as_deref(), Some("fd00::7"));
        for not in ["", "https://a.example", "a.example/x", "a b", "user@a.example", "*", "a_b"] {
            assert_eq!(name(not), None, "{not}");
        }
    }

    #[test]
    fn the_cookie_has_the_strictest_name_that_a_browser_takes() {
        assert_eq!(over_tls(&[], 8600).cookie_name(), "__Host-liaison");
        assert_eq!(Reach::loopback(8601).cookie_name(), "liaison-8601");
    }
}
