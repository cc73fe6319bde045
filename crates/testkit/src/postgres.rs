//! A PostgreSQL server for the tests of one binary.

use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A running server.
pub struct Postgres {
    folder: PathBuf,
    programs: PathBuf,
    user: Option<User>,
    databases: AtomicU32,
    /// Its standard input is what keeps the server alive.
    _keeper: Child,
}

/// Whom the server runs as when the tests run as root, which PostgreSQL refuses.
#[derive(Clone, Copy)]
struct User {
    uid: u32,
    gid: u32,
}

/// The server of this test binary, started when first asked for.
///
/// # Panics
///
/// When PostgreSQL is not installed, or does not start.
pub fn postgres() -> &'static Postgres {
    static SERVER: OnceLock<Postgres> = OnceLock::new();
    SERVER.get_or_init(Postgres::start)
}

impl Postgres {
    /// Makes a new, empty database and gives its URL.
    ///
    /// # Panics
    ///
    /// When the server does not make it.
    pub fn new_database(&self) -> String {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let made = self.psql(&format!("CREATE DATABASE {name}"));
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let socket = self.folder.display().to_string().replace('/', "%2F");
        format!("postgresql://postgres@{socket}/{name}")
    }

    /// The folder in which the server keeps every byte.
    pub fn data_folder(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// The user and group that own its files.
    ///
    /// # Panics
    ///
    /// When the folder is gone.
    pub fn owner(&self) -> (u32, u32) {
        let folder = self.data_folder().metadata().unwrap();
        (folder.uid(), folder.gid())
    }

    /// Runs one SQL statement as the server's owner, in the database `postgres`.
    ///
    /// # Panics
    ///
    /// When `psql` is not installed.
    pub fn psql(&self, statement: &str) -> Output {
        let mut psql = self.command("psql");
        psql.args(["-X", "-q", "-U", "postgres", "-d", "postgres", "-h"]).arg(&self.folder);
        psql.args(["-v", "ON_ERROR_STOP=1", "-c", statement]).output().unwrap()
    }

    fn start() -> Self {
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("liaison-pg-").tempdir_in("/tmp").unwrap();
        let mine = folder.path().metadata().unwrap().uid();
        let user = (mine == 0).then(nobody);
        if let Some(User { uid, gid }) = user {
            chown(folder.path(), Some(uid), Some(gid)).unwrap();
        }
        // From here on the keeper removes it.
        let folder = folder.keep();
        make_cluster(&programs, &folder, user);
        let keeper = keep(&programs, &folder, user);
        let databases = AtomicU32::new(0);
        let server = Self { folder, programs, user, databases, _keeper: keeper };
        server.wait_until_ready();
        server
    }

    fn command(&self, program: &str) -> Command {
        as_user(&self.programs.join(program), self.user, &self.folder)
    }

    fn wait_until_ready(&self) {
        let until = Instant::now() + READY_WITHIN;
        while !self.psql("SELECT 1").status.success() {
            if until < Instant::now() {
                let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                panic!("the PostgreSQL server for the tests did not start:\n{log}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Where the server's programs are.
fn programs() -> PathBuf {
    let said = Command::new("pg_config").arg("--bindir").output().ok();
    let said = said.and_then(|output| String::from_utf8(output.stdout).ok());
    let mut folders: Vec<PathBuf> = said.iter().map(|folder| folder.trim().into()).collect();
    // Debian keeps each version in a folder of its own, newest last.
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    debian.sort();
    folders.extend(debian.into_iter().rev());
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let has_all = |folder: &PathBuf| PROGRAMS.iter().all(|name| folder.join(name).exists());
    folders.into_iter().find(has_all).unwrap_or_else(|| {
        panic!(
            "these tests need a PostgreSQL server: install it with `apt-get install postgresql` \
             (or see that `pg_config --bindir` names a folder with {})",
            PROGRAMS.join(", ")
        )
    })
}

fn nobody() -> User {
    let accounts = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let account = accounts.lines().find(|line| line.starts_with("nobody:"));
    let mut numbers = account.unwrap_or("nobody:x:65534:65534").split(':').skip(2);
    let mut number = || numbers.next().and_then(|n| n.parse().ok()).unwrap_or(65_534);
    User { uid: number(), gid: number() }
}

fn as_user(program: &Path, user: Option<User>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    // A folder that the other user may not enter stops PostgreSQL before it has begun.
    command.current_dir(folder).env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    if let Some(User { uid, gid }) = user {
        command.uid(uid).gid(gid);
    }
    command
}

fn make_cluster(programs: &Path, folder: &Path, user: Option<User>) {
    let mut initdb = as_user(&programs.join("initdb"), user, folder);
    initdb.args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D"]);
    let made = initdb.arg(folder.join("data")).output().unwrap();
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    let settings = format!("unix_socket_directories = '{}'\n{SETTINGS}", folder.display());
    std::fs::write(folder.join("data/postgresql.auto.conf"), settings).unwrap();
}

/// Starts a shell that starts the server, and ends it when its own input ends: which happens when
/// this process is gone, however it went.
fn keep(programs: &Path, folder: &Path, user: Option<User>) -> Child {
    let log = std::fs::File::create(folder.join("log")).unwrap();
    let mut shell = as_user(Path::new("/bin/sh"), user, folder);
    shell.args(["-c", KEEPER, "keeper"]).arg(programs.join("postgres")).arg(folder);
    shell.stdin(Stdio::piped()).stdout(log.try_clone().unwrap()).stderr(log);
    // An interrupt at the terminal is for the tests; the keeper ends the server after them.
    shell.process_group(0).spawn().unwrap()
}

const PROGRAMS: [&str; 3] = ["initdb", "postgres", "psql"];
const READY_WITHIN: Duration = Duration::from_secs(60);
/// Everything that PostgreSQL promises stays on; the rest keeps a small server small.
const SETTINGS: &str = "\
listen_addresses = ''
fsync = on
wal_recycle = off
max_connections = 200
shared_buffers = 64MB
max_wal_size = 1GB
log_min_messages = error
";
const KEEPER: &str = r#"
cd / && "$1" -D "$2/data" </dev/null &
server=$!
read -r _
kill -QUIT "$server"
wait "$server"
rm -rf "$2"
"#;
