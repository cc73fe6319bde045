//! Making and opening a node.

use std::fs;
use std::sync::{Arc, Mutex, RwLock};

use liaison_accounts::{Accounts, PasswordCost};
use liaison_exhibits::Exhibits;
use liaison_journal::keys::{VALID_DAYS, fingerprint};
use liaison_journal::store::{Access, PostgresStore, Schema, SqliteStore, Store};
use liaison_journal::{Entry, Journal, JournalError};
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::country_codes;
use liaison_model::{AgencyId, Instant, Label, Statement};
use liaison_search::SearchIndex;
use liaison_views::Views;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::folder::{Config, JournalPlace, Ownership};
use crate::keys::{self, KeySource};
use crate::{Clock, Folder, Node, NodeError, SystemClock, WrongUse};

/// What `init` needs to know.
pub struct InitOptions {
    /// The agency's name as people write it.
    pub name: String,
    /// Its country, ISO 3166-1 alpha-2, either case.
    pub country: String,
    /// Its id; made from name and country when absent.
    pub agency: Option<AgencyId>,
    /// The passphrase that seals the keys.
    pub passphrase: zeroize::Zeroizing<String>,
    /// The PostgreSQL database for the journal; SQLite when absent.
    pub database_url: Option<String>,
    /// Whether everything in the node will be a demonstration.
    pub demonstration: bool,
    /// Where the exhibits lie, such as `s3://bucket/prefix`; in the folder when absent.
    pub exhibits: Option<String>,
}

/// What a new node is known by.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Initialised {
    /// The agency.
    pub agency: AgencyId,
    /// Fingerprint of its root key.
    pub root_fingerprint: String,
    /// When the node key's certificate ends.
    pub node_key_expires: Instant,
}

/// How a node is opened.
pub struct OpenOptions {
    /// Where the passphrase comes from.
    pub key: KeySource,
    /// The PostgreSQL database, where the journal lies there.
    pub database_url: Option<String>,
    /// The clock; the machine's when absent.
    pub clock: Arc<dyn Clock>,
    /// Seed of ids and salts; from the operating system when absent. For simulations only.
    pub seed: Option<u64>,
}

impl OpenOptions {
    /// The usual way: the machine's clock and randomness.
    #[must_use]
    pub fn new(key: KeySource) -> Self {
        Self { key, database_url: None, clock: Arc::new(SystemClock), seed: None }
    }
}

impl Node {
    /// Makes a node in a folder that has none.
    ///
    /// # Errors
    ///
    /// [`NodeError::NodeExists`] when it has one; [`WrongUse::Country`] when the country is none;
    /// [`WrongUse::ShortPassphrase`]; [`NodeError::AgencyId`] when name and country
    /// make no id and none is given; [`NodeError::Exhibits`] when exhibits cannot lie where they
    /// are meant to.
    pub fn init(
        folder: &Folder,
        options: &InitOptions,
        open: OpenOptions,
    ) -> Result<(Self, Initialised), NodeError> {
        if folder.config().exists() {
            return Err(NodeError::NodeExists { folder: folder.path().to_owned() });
        }
        let country = options.country.to_ascii_lowercase();
        if country.len() != 2 || !country_codes().contains(&country.as_str()) {
            return Err(WrongUse::Country { country: options.country.clone() }.into());
        }
        // A demonstration makes its own.
        if !options.demonstration {
            keys::check_passphrase(&options.passphrase)?;
        }
        let agency = match &options.agency {
            Some(agency) => agency.clone(),
            None => agency_id(&options.name, &country).ok_or(NodeError::AgencyId)?,
        };
        if let Some(address) = &options.exhibits {
            Exhibits::at_address(address)?.check()?;
        }
        folder.create()?;
        let now = open.clock.now();
        let mut random = random(open.seed);
        let place = match &options.database_url {
            Some(_) => JournalPlace::Postgres,
            None => JournalPlace::Sqlite,
        };
        let mut config = Config::new(agency.clone(), &options.name, &country, place);
        config.demonstration = options.demonstration;
        config.exhibits.clone_from(&options.exhibits);
        let (store, looks_store) =
            stores(folder, &config, options.database_url.as_deref(), Access::Create)?;
        if store.head()?.is_some() {
            return Err(JournalError::Exists.into()); // before keys are made that nobody needs
        }
        let signer = keys::make(folder, &agency, &options.passphrase, now, &mut *random)?;
        let fingerprint = fingerprint(&signer.certificate().root);
        let journal = Journal::create(store, signer.clone(), random)?;
        let looks = Journal::create(looks_store, signer, self::random(open.seed))?;
        let owner = folder.own()?;
        let node = Self::assemble(folder.clone(), config, journal, looks, owner, open.clock)?;
        node.say_who_we_are()?;
        node.folder.write_config(&node.config)?;
        let initialised = Initialised {
            agency,
            root_fingerprint: fingerprint,
            node_key_expires: now.plus_seconds(VALID_DAYS * 24 * 60 * 60),
        };
        Ok((node, initialised))
    }

    /// Opens a node.
    ///
    /// # Errors
    ///
    /// When the folder holds none, the passphrase is wrong, or a store cannot be opened.
    pub fn open(folder: &Folder, options: OpenOptions) -> Result<Self, NodeError> {
        let config = folder.read_config()?;
        let passphrase = options.key.passphrase()?;
        let signer = passphrase.as_ref().map(|p| keys::open(folder, p)).transpose()?;
        let access = if passphrase.is_some() { Access::Write } else { Access::Read };
        let (store, looks_store) =
            stores(folder, &config, options.database_url.as_deref(), access)?;
        let journal = Journal::open(store, signer.clone(), random(options.seed))?;
        let looks = Journal::open(looks_store, signer, random(options.seed))?;
        // Folding needs no key: whoever comes first to an idle folder brings the views up to date.
        // A folder that cannot be written is only read.
        let owner = folder.own().unwrap_or_default();
        if owner.is_some() {
            folder.create()?; // of a server that joins, only its keys are there
        }
        crate::staging::sweep(folder)?;
        Self::assemble(folder.clone(), config, journal, looks, owner, options.clock)
    }

    fn assemble(
        folder: Folder,
        config: Config,
        journal: Journal,
        looks: Journal,
        owner: Option<Ownership>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, NodeError> {
        let is_owner = owner.is_some();
        let (views, search) = if is_owner {
            (open_views(&folder)?, open_search(&folder)?)
        } else {
            let views = Views::open_read_only(&folder.views())?;
            (views, SearchIndex::open_read_only(&folder.search())?)
        };
        let sealing = journal.secret("accounts");
        let accounts = Accounts::open(&folder.accounts(), sealing, PasswordCost::STANDARD)?;
        let (folding, sharing, searching) = (Mutex::new(()), Mutex::new(()), Mutex::new(()));
        let node = Self {
            folder,
            config,
            journal,
            looks,
            views,
            search,
            accounts,
            clock,
            owner,
            folding,
            sharing,
            contacts: Mutex::default(),
            held: Mutex::default(),
            searching,
            reports: Mutex::default(),
            adverts: Mutex::default(),
            advert_texts: Mutex::default(),
            members: Mutex::default(),
            links: Mutex::default(),
            emergencies: Mutex::default(),
            reviewing: Mutex::new(()),
            pooling: Mutex::new(()),
            who: RwLock::default(),
        };
        if is_owner {
            node.catch_up(&mut |_| {})?;
            // A reader in another process may hold old pages for now. The next one who opens the
            // node tries again, a server every moment, and `doctor` tells.
            let _ = node.finish_scrub();
        }
        if node.can_write() {
            node.remove_old_problem_files()?;
            node.remove_old_uploads()?;
        }
        Ok(node)
    }

    /// The first commit: the agency, as an entity of its own.
    fn say_who_we_are(&self) -> Result<(), NodeError> {
        let agency = self.agency().clone();
        let entity = liaison_model::agency_entity(&agency).map_err(|_| NodeError::AgencyId)?;
        let marks = "TLP:GREEN".parse().unwrap_or_default();
        let label = Label { originator: agency.clone(), marks };
        let say = |prop, value: &str| Entry {
            statement: Statement::new(entity.clone(), schema::AGENCY, prop, value, NODE_DATASET),
            label: label.clone(),
            salt: None,
        };
        let mut entries = vec![
            say(prop::NAME, &self.config.name),
            say(prop::COUNTRY, &self.config.country),
            say(prop::AGENCY_CODE, agency.as_str()),
        ];
        if self.config.demonstration {
            entries.push(say(prop::NOTES, DEMONSTRATION_NOTE));
        }
        self.commit("init", "", entries)?;
        Ok(())
    }
}

/// Where the journal and the looks lie.
type Stores = (Box<dyn Store>, Box<dyn Store>);

/// The stores of both chains: in the folder, or in the agency's PostgreSQL database.
fn stores(
    folder: &Folder,
    config: &Config,
    database_url: Option<&str>,
    access: Access,
) -> Result<Stores, NodeError> {
    let store = |which| store_of(folder, config, database_url, access, which);
    Ok((store(Schema::Journal)?, store(Schema::Looks)?))
}

/// The store of one chain.
pub(crate) fn store_of(
    folder: &Folder,
    config: &Config,
    database_url: Option<&str>,
    access: Access,
    which: Schema,
) -> Result<Box<dyn Store>, NodeError> {
    if config.journal == JournalPlace::Postgres {
        let url = database_url.ok_or(NodeError::NoDatabaseUrl)?;
        return Ok(Box::new(PostgresStore::open(url, which, access)?));
    }
    match which {
        Schema::Journal => Ok(Box::new(SqliteStore::open(&folder.journal(), access)?)),
        Schema::Looks => match SqliteStore::open(&folder.looks(), access) {
            Err(JournalError::Missing) => Err(WrongUse::NoLooks { path: folder.looks() }.into()),
            Err(JournalError::Damaged) => Err(NodeError::Damaged { path: folder.looks() }),
            store => Ok(Box::new(store?)),
        },
    }
}

/// Opens the views; what cannot be used is folded anew from the journal.
fn open_views(folder: &Folder) -> Result<Views, NodeError> {
    match Views::open(&folder.views()) {
        Err(liaison_views::ViewsError::Unusable) => {
            remove_views(folder)?;
            Ok(Views::open(&folder.views())?)
        }
        opened => Ok(opened?),
    }
}

/// Opens the index; what cannot be used is made anew from the journal.
fn open_search(folder: &Folder) -> Result<SearchIndex, NodeError> {
    let options = liaison_search::IndexOptions::STANDARD;
    match SearchIndex::open(&folder.search(), options) {
        Err(liaison_search::SearchError::Unusable(_)) => {
            remove_search(folder)?;
            Ok(SearchIndex::open(&folder.search(), options)?)
        }
        opened => Ok(opened?),
    }
}

/// Removes the views of a folder whose owner we are.
pub(crate) fn remove_views(folder: &Folder) -> Result<(), NodeError> {
    for suffix in ["", "-wal", "-shm"] {
        let mut path = folder.views().into_os_string();
        path.push(suffix);
        remove(fs::remove_file(&path), path.into())?;
    }
    Ok(())
}

/// Removes the index of a folder whose owner we are.
pub(crate) fn remove_search(folder: &Folder) -> Result<(), NodeError> {
    remove(fs::remove_dir_all(folder.search()), folder.search())
}

fn remove(done: std::io::Result<()>, path: std::path::PathBuf) -> Result<(), NodeError> {
    match done {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(NodeError::file(path)(error))
        }
        _ => Ok(()),
    }
}

fn random(seed: Option<u64>) -> Box<dyn Rng + Send> {
    match seed {
        Some(seed) => Box::new(StdRng::seed_from_u64(seed)),
        None => Box::new(rand::make_rng::<StdRng>()),
    }
}

/// `KR-NPA` of `kr` becomes `kr.npa`; a name without Latin letters or digits has no id.
fn agency_id(name: &str, country: &str) -> Option<AgencyId> {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let slug = slug.strip_prefix(&format!("{country}-")).unwrap_or(slug);
    format!("{country}.{slug}").parse().ok()
}

/// The dataset of what a node says about itself.
pub(crate) const NODE_DATASET: &str = "liaison";
/// Kept in the journal of a demonstration, and shown on every screen.
const DEMONSTRATION_NOTE: &str =
    "Demonstration: every person, account and case in this node is fictional.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_named_after_its_country_and_name() {
        let id = |name: &str| agency_id(name, "kr").map(|id| id.to_string());

        assert_eq!(id("KR-NPA").as_deref(), Some("kr.npa"));
        assert_eq!(id("National Police Agency").as_deref(), Some("kr.national-police-agency"));
        assert_eq!(id("경찰청"), None);
    }
}
