//! TLS 1.3 with bare keys (RFC 7250): the two node keys that the cards name, and nothing else.

use std::fmt;
use std::sync::Arc;

use liaison_node::Node;
use rustls::client::AlwaysResolvesClientRawPublicKeys;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls13_signature_with_raw_key};
use rustls::pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime};
use rustls::server::AlwaysResolvesServerRawPublicKeys;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::sign::{CertifiedKey, Signer, SigningKey};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, Error, ServerConfig,
    SignatureAlgorithm, SignatureScheme, version,
};

use crate::ChannelError;

/// How a node answers peers.
///
/// # Errors
///
/// When TLS cannot be set up.
pub fn server_config(node: &Arc<Node>) -> Result<Arc<ServerConfig>, ChannelError> {
    let provider = Arc::new(ring::default_provider());
    let known = Arc::new(Known { by: KnownBy::Cards(Arc::clone(node)), provider });
    let builder = ServerConfig::builder_with_provider(Arc::clone(&known.provider))
        .with_protocol_versions(&[&version::TLS13])?;
    let ours = AlwaysResolvesServerRawPublicKeys::new(certified(node));
    let mut config = builder.with_client_cert_verifier(known).with_cert_resolver(Arc::new(ours));
    config.alpn_protocols = vec![PROTOCOL.to_vec()];
    config.send_tls13_tickets = 0; // a line stays open, and a key may be revoked meanwhile
    Ok(Arc::new(config))
}

/// How a node asks a peer that shows one of these keys.
///
/// # Errors
///
/// When TLS cannot be set up.
pub fn client_config(
    node: &Arc<Node>,
    keys: Vec<[u8; 32]>,
) -> Result<Arc<ClientConfig>, ChannelError> {
    let provider = Arc::new(ring::default_provider());
    let known = Arc::new(Known { by: KnownBy::Keys(keys), provider });
    let ours = AlwaysResolvesClientRawPublicKeys::new(certified(node));
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&known.provider))
        .with_protocol_versions(&[&version::TLS13])?
        .dangerous() // there is no authority to ask: the keys themselves are known
        .with_custom_certificate_verifier(known)
        .with_client_cert_resolver(Arc::new(ours));
    config.alpn_protocols = vec![PROTOCOL.to_vec()];
    config.enable_sni = false;
    config.resumption = rustls::client::Resumption::disabled();
    Ok(Arc::new(config))
}

/// The key in what a party showed. `None` for anything but an Ed25519 key.
pub fn key_of(shown: &CertificateDer<'_>) -> Option<[u8; 32]> {
    shown.strip_prefix(&SPKI_ED25519)?.try_into().ok()
}

fn certified(node: &Arc<Node>) -> Arc<CertifiedKey> {
    let shown = CertificateDer::from([&SPKI_ED25519[..], &node.node_key()].concat());
    let key = NodeSigns { node: Arc::clone(node) };
    Arc::new(CertifiedKey::new(vec![shown], Arc::new(key)))
}

/// The node key, which never leaves the journal.
struct NodeSigns {
    node: Arc<Node>,
}

impl fmt::Debug for NodeSigns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NodeSigns")
    }
}

impl SigningKey for NodeSigns {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        let is_offered = offered.contains(&SignatureScheme::ED25519);
        is_offered.then(|| Box::new(Self { node: Arc::clone(&self.node) }) as Box<dyn Signer>)
    }

    fn public_key(&self) -> Option<SubjectPublicKeyInfoDer<'_>> {
        let bytes = [&SPKI_ED25519[..], &self.node.node_key()].concat();
        Some(SubjectPublicKeyInfoDer::from(bytes))
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::ED25519
    }
}

impl Signer for NodeSigns {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let signature = self.node.sign_handshake(message);
        let signature = signature.ok_or_else(|| Error::General("the node has no key".into()))?;
        Ok(signature.to_vec())
    }

    fn scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}

/// Whose keys are known.
enum KnownBy {
    /// Those of all peers whose card counts at the moment of the handshake.
    Cards(Arc<Node>),
    /// These.
    Keys(Vec<[u8; 32]>),
}

/// Says whether a key is known.
struct Known {
    by: KnownBy,
    provider: Arc<CryptoProvider>,
}

impl Known {
    fn check(&self, shown: &CertificateDer<'_>) -> Result<(), Error> {
        let refused =
            || Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure);
        let key = key_of(shown).ok_or_else(refused)?;
        let is_known = match &self.by {
            KnownBy::Keys(keys) => keys.contains(&key),
            // A journal that fails knows nobody.
            KnownBy::Cards(node) => matches!(node.peer_with_key(&key), Ok(Some(_))),
        };
        if is_known { Ok(()) } else { Err(refused()) }
    }

    fn check_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let key = SubjectPublicKeyInfoDer::from(shown.as_ref());
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature_with_raw_key(message, &key, signature, algorithms)
    }
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Known")
    }
}

/// TLS 1.2 is not offered, so that nobody can fall back to it.
fn no_tls12() -> Result<HandshakeSignatureValid, Error> {
    Err(Error::General("TLS 1.2 is not spoken".into()))
}

impl ServerCertVerifier for Known {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.check(shown).map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        no_tls12()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.check_signature(message, shown, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

impl ClientCertVerifier for Known {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        shown: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.check(shown).map(|()| ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        no_tls12()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.check_signature(message, shown, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

/// The protocol's name in the handshake (ALPN): who speaks another is told so before anything else.
const PROTOCOL: &[u8] = b"liaison-exchange/1";
/// What stands before an Ed25519 key as TLS shows it (RFC 8410).
const SPKI_ED25519: [u8; 12] =
    [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
