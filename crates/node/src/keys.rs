//! Where the passphrase of the node key comes from.

use std::fs;
use std::path::{Path, PathBuf};

use liaison_journal::keys::{Certificate, NodeKey, RootKey, Signer};
use liaison_model::{AgencyId, Instant};
use rand::Rng;
use zeroize::Zeroizing;

use crate::NodeError;
use crate::folder::{Folder, write_private};

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
    let journal = liaison_journal::JournalError::from;
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
    let (key_path, certificate_path) = (folder.node_key(), folder.certificate());
    let sealed = fs::read(&key_path).map_err(NodeError::file(&key_path))?;
    let sealed = serde_json::from_slice(&sealed);
    let sealed = sealed.map_err(|_| NodeError::Damaged { path: key_path })?;
    let certificate = fs::read(&certificate_path).map_err(NodeError::file(&certificate_path))?;
    let certificate = Certificate::from_canonical(&certificate);
    let certificate = certificate.map_err(|_| NodeError::Damaged { path: certificate_path })?;
    let journal = liaison_journal::JournalError::from;
    let key = NodeKey::open(&sealed, passphrase).map_err(journal)?;
    Ok(Signer::new(key, certificate).map_err(journal)?)
}

fn write_sealed(path: &Path, sealed: &liaison_journal::keys::Sealed) -> Result<(), NodeError> {
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
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() { Err(NodeError::NoPassphrase) } else { Ok(Zeroizing::new(line.to_owned())) }
}
