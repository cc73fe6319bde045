//! TLS: certificates that were given or made here, and a listener whose handshakes hold up nobody.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::serve::Listener;
use liaison_model::Instant;
use liaison_node::{Folder, write_private};
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair, date_time_ymd};
use rustls::crypto::ring::{default_provider, sign::any_supported_type};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::door::{HostName, OWN_NAMES};
use crate::error::ApiError;

/// A certificate with its key, and where the next one comes from.
#[derive(Debug)]
pub struct Tls {
    source: Source,
    shown: Arc<Shown>,
}

#[derive(Debug)]
enum Source {
    /// Files that somebody else renews.
    Given { certificate: PathBuf, key: PathBuf },
    /// A file of the node's folder that is made anew before its certificate ends.
    Made { file: PathBuf, names: Vec<String> },
}

/// The certificate in use; connections that are open keep the one they began with.
#[derive(Debug)]
struct Shown(RwLock<Arc<CertifiedKey>>);

/// A self-made certificate as it lies in the folder.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SelfMade {
    format: u32,
    names: Vec<String>,
    until: Instant,
    certificate: String,
    key: String,
}

impl Tls {
    /// With a certificate chain and a private key in PEM files. They are read again each hour, so
    /// that a renewed certificate is taken up.
    ///
    /// # Errors
    ///
    /// [`ApiError::Certificate`] when a file cannot be read or the two do not fit.
    pub fn from_files(certificate: &Path, key: &Path) -> Result<Self, ApiError> {
        let source = Source::Given { certificate: certificate.to_owned(), key: key.to_owned() };
        let pair = read_files(certificate, key)?;
        Ok(Self { source, shown: Arc::new(Shown(RwLock::new(Arc::new(pair)))) })
    }

    /// With a certificate made here, under these names and those of this machine, and kept in the
    /// node's folder. Who connects compares its fingerprint.
    ///
    /// # Errors
    ///
    /// [`ApiError::Certificate`] when it cannot be made or kept.
    pub fn self_made(folder: &Folder, hosts: &[HostName], now: Instant) -> Result<Self, ApiError> {
        let own = OWN_NAMES.iter().map(|name| name.trim_matches(['[', ']']));
        let names = hosts.iter().map(HostName::name).chain(own).map(str::to_owned).collect();
        let source = Source::Made { file: folder.tls(), names };
        let pair = source.current(now)?;
        Ok(Self { source, shown: Arc::new(Shown(RwLock::new(Arc::new(pair)))) })
    }

    /// SHA-256 of the certificate in use, as browsers show it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let pair = self.shown.get();
        let certificate = pair.cert.first().map(AsRef::as_ref).unwrap_or_default();
        let bytes = Sha256::digest(certificate);
        bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
    }

    /// Takes up a certificate that was renewed, or makes a new one where the old one ends soon.
    /// Says whether there is another one now.
    pub(crate) fn renew(&self, now: Instant) -> Result<bool, ApiError> {
        let pair = self.source.current(now)?;
        let is_other = pair.cert != self.shown.get().cert;
        if is_other {
            *self.shown.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(pair);
        }
        Ok(is_other)
    }

    fn acceptor(&self) -> Result<TlsAcceptor, ApiError> {
        let provider = Arc::new(default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| ApiError::Certificate { reason: error.to_string() })?;
        let resolver = Arc::clone(&self.shown) as Arc<dyn ResolvesServerCert>;
        let mut config = config.with_no_client_auth().with_cert_resolver(resolver);
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

impl Source {
    fn current(&self, now: Instant) -> Result<CertifiedKey, ApiError> {
        match self {
            Self::Given { certificate, key } => read_files(certificate, key),
            Self::Made { file, names } => {
                let kept = match std::fs::read(file) {
                    Ok(bytes) => serde_json::from_slice::<SelfMade>(&bytes).ok(),
                    Err(error) if error.kind() == ErrorKind::NotFound => None,
                    Err(error) => return Err(failed(&error)),
                };
                let soon = now.plus_seconds(RENEW_DAYS * DAY_SECONDS);
                let fits = |kept: &SelfMade| kept.names == *names && soon < kept.until;
                let made = match kept.filter(fits) {
                    Some(kept) => kept,
                    None => make(file, names, now)?,
                };
                let certificate = CertificateDer::from_pem_slice(made.certificate.as_bytes());
                let key = PrivateKeyDer::from_pem_slice(made.key.as_bytes());
                pair(vec![certificate.map_err(|e| failed(&e))?], &key.map_err(|e| failed(&e))?)
            }
        }
    }
}

/// Makes a certificate for a year and keeps it with its key, for the owner's eyes only.
fn make(file: &Path, names: &[String], now: Instant) -> Result<SelfMade, ApiError> {
    let day = |days: i64| {
        let date = now.plus_seconds(days * DAY_SECONDS).timestamp();
        let text = date.strftime("%Y %m %d").to_string();
        let parts: Vec<i32> = text.split(' ').filter_map(|part| part.parse().ok()).collect();
        match parts[..] {
            [year, month, day] => Ok((year, month as u8, day as u8)),
            _ => Err(ApiError::Certificate { reason: text }),
        }
    };
    let moment = |(year, month, day)| date_time_ymd(year, month, day);
    let mut params = CertificateParams::new(names).map_err(|e| failed(&e))?;
    params.not_before = moment(day(-1)?); // clocks differ
    params.not_after = moment(day(VALID_DAYS)?);
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, "Liaison");
    let key = KeyPair::generate().map_err(|e| failed(&e))?;
    let certificate = params.self_signed(&key).map_err(|e| failed(&e))?;
    let made = SelfMade {
        format: 1,
        names: names.to_vec(),
        until: now.plus_seconds(VALID_DAYS * DAY_SECONDS),
        certificate: certificate.pem(),
        key: key.serialize_pem(),
    };
    let text = serde_json::to_vec_pretty(&made).map_err(|e| failed(&e))?;
    write_private(file, &text).map_err(|e| failed(&e))?;
    Ok(made)
}

fn read_files(certificate: &Path, key: &Path) -> Result<CertifiedKey, ApiError> {
    let told = |path: &Path, error: &dyn std::fmt::Display| ApiError::Certificate {
        reason: format!("{}: {error}", path.display()),
    };
    let chain = CertificateDer::pem_file_iter(certificate).map_err(|e| told(certificate, &e))?;
    let chain: Vec<_> = chain.collect::<Result<_, _>>().map_err(|e| told(certificate, &e))?;
    let secret = PrivateKeyDer::from_pem_file(key).map_err(|e| told(key, &e))?;
    pair(chain, &secret)
}

fn pair(
    chain: Vec<CertificateDer<'static>>,
    key: &PrivateKeyDer<'_>,
) -> Result<CertifiedKey, ApiError> {
    let key = any_supported_type(key).map_err(|e| failed(&e))?;
    let pair = CertifiedKey::new(chain, key);
    match pair.keys_match() {
        // A kind of key that cannot be compared may still fit.
        Ok(()) | Err(rustls::Error::InconsistentKeys(rustls::InconsistentKeys::Unknown)) => {
            Ok(pair)
        }
        Err(error) => Err(failed(&error)),
    }
}

fn failed(error: &dyn std::fmt::Display) -> ApiError {
    ApiError::Certificate { reason: error.to_string() }
}

impl Shown {
    fn get(&self) -> Arc<CertifiedKey> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl ResolvesServerCert for Shown {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.get())
    }
}

/// Listens for TLS. Handshakes are made beside the loop that accepts: a client that is slow, or
/// says nothing, holds up itself.
pub(crate) struct TlsListener {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

impl TlsListener {
    pub(crate) fn new(listener: TcpListener, tls: &Tls) -> Result<Self, ApiError> {
        let address = listener.local_addr()?;
        let (sender, ready) = mpsc::channel(READY_MAX);
        let accepting = tokio::spawn(accept(listener, tls.acceptor()?, sender));
        Ok(Self { ready, address, accepting })
    }
}

async fn accept(
    mut listener: TcpListener,
    acceptor: TlsAcceptor,
    ready: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let places = Arc::new(Semaphore::new(HANDSHAKES_MAX));
    loop {
        // Nobody closes the semaphore.
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let (stream, address) = Listener::accept(&mut listener).await;
        let (acceptor, ready) = (acceptor.clone(), ready.clone());
        tokio::spawn(async move {
            let shaken = timeout(HANDSHAKE_MAX, acceptor.accept(stream)).await;
            drop(place);
            // A handshake that fails is the client's: it speaks plain HTTP, or does not trust us.
            if let Ok(Ok(stream)) = shaken {
                let _ = ready.send((stream, address)).await;
            }
        });
    }
}

impl Drop for TlsListener {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(ready) => ready,
            // The loop ends with this listener only.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        Ok(self.address)
    }
}

/// For how long a self-made certificate holds.
const VALID_DAYS: i64 = 365;
/// How long before its end it is made anew.
const RENEW_DAYS: i64 = 30;
const DAY_SECONDS: i64 = 24 * 60 * 60;
/// How long a client may take to agree on keys.
const HANDSHAKE_MAX: Duration = Duration::from_secs(10);
/// Most handshakes at once.
const HANDSHAKES_MAX: usize = 256;
/// Most connections that wait to be answered.
const READY_MAX: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn folder() -> (tempfile::TempDir, Folder) {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        folder.create().unwrap();
        (place, folder)
    }

    #[test]
    fn a_self_made_certificate_is_kept_until_a_month_before_its_end() {
        let (_place, folder) = folder();
        let hosts = ["liaison.police.example".parse().unwrap()];
        let start = at("2027-01-01T00:00:00Z");
        let first = Tls::self_made(&folder, &hosts, start).unwrap();
        let again = |day: i64| {
            Tls::self_made(&folder, &hosts, start.plus_seconds(day * DAY_SECONDS)).unwrap()
        };

        assert_eq!(first.fingerprint().len(), 95);
        assert_eq!(again(300).fingerprint(), first.fingerprint());
        assert!(!first.renew(start.plus_seconds(300 * DAY_SECONDS)).unwrap());
        let second = again(340).fingerprint();
        assert_ne!(second, first.fingerprint());
        assert!(first.renew(start.plus_seconds(340 * DAY_SECONDS)).unwrap());
        assert_eq!(first.fingerprint(), second);
    }

    #[test]
    fn another_name_makes_another_certificate() {
        let (_place, folder) = folder();
        let made = |host: &str| {
            let hosts = [host.parse().unwrap()];
            Tls::self_made(&folder, &hosts, at("2027-01-01T00:00:00Z")).unwrap().fingerprint()
        };

        assert_ne!(made("a.example"), made("b.example"));
    }

    #[test]
    #[cfg(unix)]
    fn the_key_of_a_self_made_certificate_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let (_place, folder) = folder();
        Tls::self_made(&folder, &[], at("2027-01-01T00:00:00Z")).unwrap();

        let mode = std::fs::metadata(folder.tls()).unwrap().permissions().mode();

        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn files_that_do_not_fit_are_refused() {
        let (place, _) = folder();
        let write = |name: &str, text: &str| {
            let path = place.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let (key, other) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
        let params = CertificateParams::new(["a.example".to_owned()]).unwrap();
        let certificate = write("a.crt", &params.self_signed(&key).unwrap().pem());
        let (key, other) =
            (write("a.key", &key.serialize_pem()), write("b.key", &other.serialize_pem()));
        let nothing = write("nothing", "");

        assert!(Tls::from_files(&certificate, &key).is_ok());
        for (certificate, key) in
            [(&certificate, &other), (&certificate, &nothing), (&nothing, &key), (&key, &key)]
        {
            let refused = Tls::from_files(certificate, key).map(drop);
            assert!(matches!(refused, Err(ApiError::Certificate { .. })), "{key:?}");
        }
    }
}
