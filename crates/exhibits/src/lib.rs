//! Where is the file, and who held it?
//!
//! Files are kept once, by SHA-256, in a folder or under an S3 address; who held them is told by
//! custody statements in the journal, not here.
//!
//! # Invariants
//!
//! * A file is found under its hash whole, or not at all.
//! * [`Exhibits::get`] checks the hash of what it hands out: damage is an error, never a file.
//! * Nothing here runs, renders or looks into a file.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use liaison_model::Hash;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{BackoffConfig, ObjectStore, ObjectStoreExt, RetryConfig, WriteMultipart};
use sha2::{Digest, Sha256};
use tokio::runtime::{Builder, Runtime};
use url::Url;

/// Evidence files by hash.
pub struct Exhibits {
    store: Arc<dyn ObjectStore>,
    root: Key,
    folder: Option<PathBuf>,
    /// Made by the first call that needs it.
    runtime: Mutex<Option<Runtime>>,
}

/// A file that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Its SHA-256.
    pub hash: Hash,
    /// Its size in bytes.
    pub size: u64,
    /// Whether it was here before.
    pub was_known: bool,
}

/// Why a file could not be kept or handed out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExhibitError {
    /// The address is not of the form `s3://bucket/prefix`.
    #[error("the address of the exhibits is not of the form s3://bucket/prefix")]
    Address,
    /// The environment names no credentials for the address.
    #[error("the environment names no credentials for the exhibits")]
    Credentials,
    /// The store does not let these credentials do this.
    #[error("the store of the exhibits refuses these credentials")]
    Refused,
    /// There is no such bucket.
    #[error("there is no such bucket for the exhibits")]
    Bucket,
    /// No file of this hash is kept.
    #[error("no exhibit has this hash")]
    Unknown,
    /// What is kept under this hash has another one.
    #[error("the exhibit is damaged: its bytes do not give its hash")]
    Damaged,
    /// The file changed while it was read.
    #[error("the file changed while it was read")]
    Changed,
    /// Reading or writing a local file failed.
    #[error("a file could not be read or written")]
    Io(#[from] std::io::Error),
    /// The store failed.
    #[error("the store of the exhibits failed")]
    Store(#[source] Box<object_store::Error>),
}

impl From<object_store::Error> for ExhibitError {
    fn from(error: object_store::Error) -> Self {
        match error {
            // S3's own code for it, which the library passes on as text alone.
            error if error.to_string().contains("NoSuchBucket") => Self::Bucket,
            object_store::Error::NotFound { .. } => Self::Unknown,
            object_store::Error::PermissionDenied { .. }
            | object_store::Error::Unauthenticated { .. } => Self::Refused,
            error => Self::Store(Box::new(error)),
        }
    }
}

impl Exhibits {
    /// Exhibits in a folder, made when absent.
    ///
    /// # Errors
    ///
    /// When the folder cannot be used.
    pub fn in_folder(folder: &Path) -> Result<Self, ExhibitError> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder)?;
        Ok(Self::assemble(Arc::new(store), Key::default(), Some(folder.to_owned())))
    }

    /// Exhibits under an address such as `s3://bucket/prefix`. Credentials, region and endpoint come
    /// from the environment variables that S3 tools use (`AWS_…`), and from nowhere else. Asks
    /// nobody yet: see [`Exhibits::check`].
    ///
    /// # Errors
    ///
    /// [`ExhibitError::Address`] when the address is of another form, such as one with a password;
    /// [`ExhibitError::Credentials`] when the environment names none.
    pub fn at_address(address: &str) -> Result<Self, ExhibitError> {
        let url = Url::parse(address).map_err(|_| ExhibitError::Address)?;
        let is_plain = url.scheme() == "s3"
            && url.host_str().is_some_and(|bucket| !bucket.is_empty())
            && (url.username(), url.password(), url.port()) == ("", None, None)
            && (url.query(), url.fragment()) == (None, None);
        let root = Key::from_url_path(url.path()).map_err(|_| ExhibitError::Address)?;
        if !is_plain {
            return Err(ExhibitError::Address);
        }
        let builder = AmazonS3Builder::from_env().with_url(address).with_retry(RetryConfig {
            backoff: BackoffConfig::default(),
            max_retries: RETRIES_MAX,
            retry_timeout: RETRY_WITHIN,
        });
        let has = |key: &AmazonS3ConfigKey| builder.get_config_value(key).is_some();
        if !CREDENTIALS.iter().any(|keys| keys.iter().all(has)) {
            return Err(ExhibitError::Credentials);
        }
        Ok(Self::assemble(Arc::new(builder.build()?), root, None))
    }

    /// Asks the store whether exhibits can be read there.
    ///
    /// # Errors
    ///
    /// [`ExhibitError::Refused`], [`ExhibitError::Bucket`] or [`ExhibitError::Store`].
    pub fn check(&self) -> Result<(), ExhibitError> {
        self.wait(async { Ok(self.store.list_with_delimiter(Some(&self.root)).await?) })?;
        Ok(())
    }

    fn assemble(store: Arc<dyn ObjectStore>, root: Key, folder: Option<PathBuf>) -> Self {
        Self { store, root, folder, runtime: Mutex::default() }
    }

    /// Keeps a file. Durable when this returns; a file that is known is not written again.
    ///
    /// # Errors
    ///
    /// When reading or writing fails; then nothing is kept.
    pub fn put(&self, file: &mut (impl Read + Seek)) -> Result<Stored, ExhibitError> {
        let (hash, size) = hash_of(file, &mut std::io::sink())?;
        let key = self.key(&hash);
        if self.holds(&hash)? {
            return Ok(Stored { hash, size, was_known: true });
        }
        file.seek(SeekFrom::Start(0))?;
        let mut hasher = Sha256::new();
        self.wait(async {
            let upload = self.store.put_multipart(&key).await?;
            let mut writer = WriteMultipart::new_with_chunk_size(upload, CHUNK_BYTES);
            let mut chunk = vec![0; CHUNK_BYTES];
            loop {
                let read = file.read(&mut chunk)?;
                if read == 0 {
                    break;
                }
                hasher.update(&chunk[..read]);
                writer.wait_for_capacity(1).await?;
                writer.put(Bytes::copy_from_slice(&chunk[..read]));
            }
            if Hash(hasher.finalize().into()) != hash {
                writer.abort().await?;
                return Err(ExhibitError::Changed);
            }
            writer.finish().await?;
            Ok(())
        })?;
        self.make_durable(&key)?;
        Ok(Stored { hash, size, was_known: false })
    }

    /// Whether a file of this hash is kept.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub fn holds(&self, hash: &Hash) -> Result<bool, ExhibitError> {
        let key = self.key(hash);
        match self.wait(async { Ok(self.store.head(&key).await?) }) {
            Ok(_) => Ok(true),
            Err(ExhibitError::Unknown) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Writes a kept file to `out`, and says how long it is.
    ///
    /// # Errors
    ///
    /// [`ExhibitError::Damaged`] when its bytes do not give its hash: what was written must then
    /// not be used.
    pub fn get(&self, hash: &Hash, out: &mut impl Write) -> Result<u64, ExhibitError> {
        let key = self.key(hash);
        let mut hasher = Sha256::new();
        let mut size = 0;
        self.wait(async {
            let length = self.store.head(&key).await?.size;
            while size < length {
                let end = length.min(size + CHUNK_BYTES as u64);
                let chunk = self.store.get_range(&key, size..end).await?;
                hasher.update(&chunk);
                out.write_all(&chunk)?;
                size = end;
            }
            Ok(())
        })?;
        if Hash(hasher.finalize().into()) == *hash { Ok(size) } else { Err(ExhibitError::Damaged) }
    }

    /// Removes a file for good, as an erasure by law demands.
    ///
    /// # Errors
    ///
    /// [`ExhibitError::Unknown`] when it is not kept.
    pub fn remove(&self, hash: &Hash) -> Result<(), ExhibitError> {
        let key = self.key(hash);
        self.wait(async { Ok(self.store.delete(&key).await?) })
    }

    fn key(&self, hash: &Hash) -> Key {
        let hex = hash.to_string();
        self.root.clone().join(&hex[..2]).join(hex.as_str())
    }

    /// The local store renames a finished file into place but leaves it to the system when the
    /// bytes reach the disk; what we acknowledge must be there.
    fn make_durable(&self, key: &Key) -> Result<(), ExhibitError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let path = folder.join(key.as_ref());
        File::open(&path)?.sync_all()?;
        for folder in path.ancestors().skip(1).take(2) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }

    fn wait<T>(
        &self,
        work: impl Future<Output = Result<T, ExhibitError>>,
    ) -> Result<T, ExhibitError> {
        let mut runtime = self.runtime.lock().unwrap_or_else(PoisonError::into_inner);
        let runtime = match &mut *runtime {
            Some(runtime) => runtime,
            none => none.insert(Builder::new_current_thread().enable_all().build()?),
        };
        runtime.block_on(work)
    }
}

/// SHA-256 and length of what is read, which is also written to `copy`.
///
/// # Errors
///
/// When reading or writing fails.
pub fn hash_of(from: &mut impl Read, copy: &mut impl Write) -> Result<(Hash, u64), ExhibitError> {
    let mut hasher = Sha256::new();
    let mut chunk = vec![0; CHUNK_BYTES];
    let mut size = 0;
    loop {
        let read = from.read(&mut chunk)?;
        if read == 0 {
            return Ok((Hash(hasher.finalize().into()), size));
        }
        hasher.update(&chunk[..read]);
        copy.write_all(&chunk[..read])?;
        size += read as u64;
    }
}

/// What names credentials in the environment. Without any of it the library would ask the machine's
/// own metadata service, which nobody meant.
const CREDENTIALS: [&[AmazonS3ConfigKey]; 4] = [
    &[AmazonS3ConfigKey::AccessKeyId, AmazonS3ConfigKey::SecretAccessKey],
    &[AmazonS3ConfigKey::WebIdentityTokenFile],
    &[AmazonS3ConfigKey::ContainerCredentialsRelativeUri],
    &[AmazonS3ConfigKey::ContainerCredentialsFullUri],
];
const RETRIES_MAX: usize = 3;
/// As long as an officer waits for an answer.
const RETRY_WITHIN: Duration = Duration::from_secs(20);
/// S3 takes parts of at least 5 MiB.
const CHUNK_BYTES: usize = 8 * 1024 * 1024;

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn exhibits() -> (tempfile::TempDir, Exhibits) {
        let folder = tempfile::tempdir().unwrap();
        let exhibits = Exhibits::in_folder(folder.path()).unwrap();
        (folder, exhibits)
    }

    #[test]
    fn a_file_comes_back_as_it_was_and_is_kept_once() {
        let (_folder, exhibits) = exhibits();
        let bytes = vec![7; CHUNK_BYTES + 1];

        let first = exhibits.put(&mut Cursor::new(&bytes)).unwrap();
        let second = exhibits.put(&mut Cursor::new(&bytes)).unwrap();
        let mut out = Vec::new();
        exhibits.get(&first.hash, &mut out).unwrap();

        assert_eq!((first.was_known, second.was_known), (false, true));
        assert!(out == bytes);
    }

    #[test]
    fn a_damaged_file_is_an_error_and_not_a_file() {
        let (folder, exhibits) = exhibits();
        let stored = exhibits.put(&mut Cursor::new(b"a photograph")).unwrap();
        let hex = stored.hash.to_string();
        std::fs::write(folder.path().join(&hex[..2]).join(&hex), b"another photograph").unwrap();

        let got = exhibits.get(&stored.hash, &mut Vec::new());

        assert!(matches!(got, Err(ExhibitError::Damaged)));
    }

    #[test]
    fn a_removed_file_is_unknown() {
        let (_folder, exhibits) = exhibits();
        let stored = exhibits.put(&mut Cursor::new(b"a chat export")).unwrap();

        exhibits.remove(&stored.hash).unwrap();

        assert!(!exhibits.holds(&stored.hash).unwrap());
        assert!(matches!(exhibits.remove(&stored.hash), Err(ExhibitError::Unknown)));
    }

    #[test]
    fn an_address_is_a_bucket_with_a_prefix_and_nothing_secret() {
        fn is_taken(address: &str) -> bool {
            match Exhibits::at_address(address) {
                Ok(_) | Err(ExhibitError::Credentials) => true,
                Err(ExhibitError::Address) => false,
                Err(error) => panic!("{error}"),
            }
        }

        assert!(is_taken("s3://bucket") && is_taken("s3://bucket/a/prefix/"));
        for address in [
            "",
            "bucket/prefix",
            "s3://",
            "s3:///prefix",
            "file:///tmp/exhibits",
            "https://bucket.example.org/prefix",
            "s3://key:secret@bucket/prefix",
            "s3://bucket/prefix?secret=1",
        ] {
            assert!(!is_taken(address), "{address}");
        }
    }

    #[test]
    fn an_empty_file_is_a_file() {
        let (_folder, exhibits) = exhibits();

        let stored = exhibits.put(&mut Cursor::new(b"")).unwrap();

        assert_eq!(exhibits.get(&stored.hash, &mut Vec::new()).unwrap(), 0);
    }
}
