//! Where the passphrase of the node key comes from.

use std::fs;
use std::path::{Path, PathBuf};

use liaison_journal::JournalError;
use liaison_journal::keys::{Certificate, NodeKey, RootKey, Sealed, Signer, fingerprint};
use liaison_model::messages::Message;
use liaison_model::{AgencyId, Instant};
use rand::Rng;
use zeroize::Zeroizing;

use crate::folder::{Folder, write_private};
use crate::open::{Initialised, OpenOptions};
use crate::{Node, NodeError, WrongUse};

/// Where the passphrase of the node key comes from.
pub enum KeySource {
    /// The first line of a file that only its owner may read.
    File(PathBuf),
    /// A passphrase already at hand: from the environment or a prompt.
    Passphrase(Zeroizing<String>),
    /// None: the node can be read, not written.
    None,
}

impl KeySource {
    /// The passphrase; `None` for reading only.
    ///
    /// # Errors
    ///
    /// [`NodeError::KeyFileOpen`] when others may read the file.
    pub fn passphrase(&self) -> Result<Option<Zeroizing<String>>, NodeError> {
        match self {
            Self::None => Ok(None),
            Self::Passphrase(passphrase) => Ok(Some(passphrase.clone())),
            Self::File(path) => read_key_file(path).map(Some),
        }
    }
}

/// Refuses a passphrase that is soon guessed.
pub(crate) fn check_passphrase(passphrase: &str) -> Result<(), NodeError> {
    if passphrase.chars().count() < PASSPHRASE_CHARS_MIN {
        return Err(WrongUse::ShortPassphrase { characters_min: PASSPHRASE_CHARS_MIN }.into());
    }
    Ok(())
}

/// Makes the keys of a new node and writes them, sealed.
///
/// # Errors
///
/// When they cannot be written.
pub(crate) fn make(
    folder: &Folder,
    agency: &AgencyId,
    passphrase: &str,
    now: Instant,
    random: &mut dyn Rng,
) -> Result<Signer, NodeError> {
    let root = RootKey::generate(random);
    let node = NodeKey::generate(random);
    let certificate = root.certify(agency, &node, now);
    let journal = JournalError::from;
    write_sealed(&folder.root_key(), &root.seal(passphrase, random).map_err(journal)?)?;
    write_sealed(&folder.node_key(), &node.seal(passphrase, random).map_err(journal)?)?;
    write_private(&folder.certificate(), &certificate.to_canonical())?;
    Ok(Signer::new(node, certificate).map_err(journal)?)
}

/// Opens the node key.
///
/// # Errors
///
/// When the passphrase is wrong or a file is missing or damaged.
pub(crate) fn open(folder: &Folder, passphrase: &str) -> Result<Signer, NodeError> {
    let key = open_node_key(folder, passphrase)?;
    Ok(Signer::new(key, read_certificate(folder)?).map_err(JournalError::from)?)
}

impl Node {
    /// Certifies the node key for another year, from now on, with the root key in the file
    /// `root_key`. The passphrase is that of both keys: `init` seals them with one. What is signed
    /// from the next opening on names the new certificate; the old one stays in the journal.
    ///
    /// # Errors
    ///
    /// When the passphrase is wrong, or the root key is another node's.
    pub fn certify(
        folder: &Folder,
        root_key: &Path,
        open: &OpenOptions,
    ) -> Result<Initialised, NodeError> {
        folder.read_config()?; // say that there is no node before anything else
        let passphrase = open.key.passphrase()?.ok_or(NodeError::NoPassphrase)?;
        let node = open_node_key(folder, &passphrase)?;
        let old = read_certificate(folder)?;
        let root = open_root_key(root_key, &passphrase, &old.root)?;
        let certificate = root.certify(&old.agency, &node, open.clock.now());
        write_private(&folder.certificate(), &certificate.to_canonical())?;
        Ok(Initialised {
            root_fingerprint: fingerprint(&certificate.root),
            node_key_expires: certificate.valid_until,
            agency: certificate.agency,
        })
    }
}

/// Whether what signs is there: the sealed node key and its certificate.
///
/// # Errors
///
/// When a file is missing or damaged.
pub(crate) fn check(folder: &Folder) -> Result<(), NodeError> {
    read_node_key(folder)?;
    read_certificate(folder)?;
    Ok(())
}

/// Opens the root key whose public half this is.
///
/// # Errors
///
/// When the file is none, the passphrase is wrong, or it is another agency's.
pub(crate) fn open_root_key(
    path: &Path,
    passphrase: &str,
    public: &[u8; 32],
) -> Result<RootKey, NodeError> {
    let root = RootKey::open(&read_sealed(path)?, passphrase).map_err(JournalError::from)?;
    if root.public() != *public {
        return Err(NodeError::Option { what: Message::new("error-other-root-key") });
    }
    Ok(root)
}

fn open_node_key(folder: &Folder, passphrase: &str) -> Result<NodeKey, NodeError> {
    let key = NodeKey::open(&read_node_key(folder)?, passphrase);
    Ok(key.map_err(JournalError::from)?)
}

fn read_node_key(folder: &Folder) -> Result<Sealed, NodeError> {
    let path = folder.node_key();
    if path.exists() { read_sealed(&path) } else { Err(WrongUse::NoNodeKey { path }.into()) }
}

pub(crate) fn read_certificate(folder: &Folder) -> Result<Certificate, NodeError> {
    let path = folder.certificate();
    let bytes = fs::read(&path).map_err(NodeError::file(&path))?;
    Certificate::from_canonical(&bytes).map_err(|_| NodeError::Damaged { path })
}

fn read_sealed(path: &Path) -> Result<Sealed, NodeError> {
    let sealed = fs::read(path).map_err(NodeError::file(path))?;
    serde_json::from_slice(&sealed).map_err(|_| NodeError::Damaged { path: path.to_owned() })
}

fn write_sealed(path: &Path, sealed: &Sealed) -> Result<(), NodeError> {
    let text = serde_json::to_vec_pretty(sealed).map_err(|e| NodeError::file(path)(e.into()))?;
    write_private(path, &text)
}

fn read_key_file(path: &Path) -> Result<Zeroizing<String>, NodeError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path).map_err(NodeError::file(path))?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(NodeError::KeyFileOpen { path: path.to_owned() });
        }
    }
    let text = Zeroizing::new(fs::read_to_string(path).map_err(NodeError::file(path))?);
    // Some editors begin a file with a mark that nobody typed.
    let line = text.trim_start_matches(BYTE_ORDER_MARK).lines().next().unwrap_or_default();
    if line.is_empty() { Err(NodeError::NoPassphrase) } else { Ok(Zeroizing::new(line.to_owned())) }
}

const BYTE_ORDER_MARK: char = '\u{feff}';
/// NIST SP 800-63B-4, section 3.1.1: a password that stands alone has at least 15 characters.
const PASSPHRASE_CHARS_MIN: usize = 15;

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::open::InitOptions;
    use crate::{Clock, Folder, SetClock};

    fn passphrase() -> Zeroizing<String> {
        Zeroizing::new("a passphrase of the test".to_owned())
    }

    fn options(clock: &Arc<SetClock>) -> OpenOptions {
        let clock = Arc::clone(clock) as Arc<dyn Clock>;
        OpenOptions { clock, ..OpenOptions::new(KeySource::Passphrase(passphrase())) }
    }

    fn init_with(passphrase: Zeroizing<String>) -> InitOptions {
        InitOptions {
            name: "KR-NPA".into(),
            country: "KR".into(),
            agency: None,
            passphrase,
            database_url: None,
            exhibits: None,
            demonstration: false,
        }
    }

    fn init(folder: &Folder, clock: &Arc<SetClock>) {
        Node::init(folder, &init_with(passphrase()), options(clock)).unwrap();
    }

    #[test]
    fn a_short_passphrase_makes_no_keys() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::new(home.path().join("node"));
        let clock = Arc::new(SetClock::at("2026-01-01T00:00:00Z".parse().unwrap()));
        let short = Zeroizing::new("fourteen signs".to_owned());

        let refused = Node::init(&folder, &init_with(short), options(&clock)).map(drop);

        assert_eq!(refused.unwrap_err().message().key, "error-passphrase-short");
        assert!(!folder.path().exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_byte_order_mark_is_no_part_of_a_passphrase() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("key");
        write_private(&path, "\u{feff}a passphrase\r\nand a second line".as_bytes()).unwrap();

        let passphrase = KeySource::File(path).passphrase().unwrap().unwrap();

        assert_eq!(passphrase.as_str(), "a passphrase");
    }

    #[test]
    fn after_its_year_a_node_writes_again_once_the_root_key_certifies_it() {
        let home = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at("2026-01-01T00:00:00Z".parse().unwrap()));
        let (ours, other) = (home.path().join("ours"), home.path().join("other"));
        let (ours, other) = (Folder::new(ours), Folder::new(other));
        init(&ours, &clock);
        init(&other, &clock);
        let safe = home.path().join("root.json");
        fs::rename(ours.root_key(), &safe).unwrap();
        let write = || Node::open(&ours, options(&clock)).unwrap().commit("test", "", Vec::new());

        clock.advance_seconds(366 * 24 * 60 * 60);
        let too_late = write();
        let refused = Node::certify(&ours, &other.root_key(), &options(&clock));
        let certified = Node::certify(&ours, &safe, &options(&clock)).unwrap();
        let written = write();

        let too_late = too_late.unwrap_err();
        assert_eq!(liaison_model::Hint::hint(&too_late).unwrap().key, "hint-certificate-not-now");
        assert_eq!(refused.unwrap_err().message().key, "error-other-root-key");
        assert!("2027-12-31T00:00:00Z".parse::<Instant>().unwrap() < certified.node_key_expires);
        assert_eq!(written.unwrap().commit, 2);
        let verified = Node::open(&ours, options(&clock)).unwrap().verify(&mut |_| {}).unwrap();
        assert_eq!((verified.journal.commits, verified.journal.first_bad), (2, None));
    }
}
