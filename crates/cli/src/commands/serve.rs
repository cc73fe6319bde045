//! `liaison serve`: a node over HTTP, for this machine, or over TLS for others.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Read as _, Write as _};
use std::net::TcpListener;
use std::process::Command;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use liaison_api::{ApiError, Door, Log, LogLine, Serving, Tls};
use liaison_channel::{Answering, Following, Limits, LineEvent, Listening, Told};
use liaison_model::messages::{Catalogue, Message};
use liaison_node::{KeySource, Node, NodeError, OpenOptions};
use serde_json::json;
use tokio::runtime::Builder;
use zeroize::Zeroizing;

use super::open::{Place, database_url};
use crate::Done;
use crate::args::Serve;
use crate::out::{self, Out};

pub fn run(place: &Place, options: &Serve, out: &Out) -> Result<Done> {
    if env::var_os(PASSPHRASE).is_some() {
        return Err(again_without_passphrase(place, options));
    }
    // What cannot be served is told before anybody types a passphrase.
    let config = place.folder().read_config()?;
    let door = door(place, options)?;
    door.check(options.listen, &config)?;
    let runtime = Builder::new_multi_thread().worker_threads(HTTP_THREADS).enable_all().build()?;
    // The address is taken first: nobody types a passphrase to hear that the port is in use.
    let listener = runtime.block_on(liaison_api::bind(options.listen))?;
    let exchange = options.exchange.map(Listening::bind).transpose()?;
    let key = key(place, options, out)?;
    let node = open(place, options, key, out)?;
    let inside = runtime.enter();
    let asked = end_is_asked()?; // before anybody can know that it runs
    drop(inside);
    let node = Arc::new(node);
    announce(&node, &listener, &door, out)?;
    let exchanging = exchange.map(|listener| exchanging(&node, listener, out)).transpose()?;
    let serving = Serving { node, listener, door, log: log(options) };
    runtime.block_on(liaison_api::serve(serving, asked))?;
    drop(exchanging);
    Ok(Done::Clean)
}

/// Answers peers, and follows them.
fn exchanging(
    node: &Arc<Node>,
    listener: TcpListener,
    out: &Out,
) -> Result<(Listening, Following)> {
    let words = Catalogue::for_language(out.words.language());
    let told: Told = Arc::new(move |event| {
        let said = match event {
            LineEvent::Pulled { agency, statements, withdrawals } => Message::new("pull-done")
                .with("agency", agency)
                .count("statements", *statements)
                .count("withdrawals", *withdrawals)
                .count("receipts", statements + withdrawals),
            LineEvent::Failed { agency, reason } => Message::new("channel-told")
                .with("agency", agency)
                .with("reason", words.say(reason)),
            LineEvent::Again { agency } => Message::new("channel-again").with("agency", agency),
        };
        log_sentence(&words.say(&said));
    });
    let answering = Answering {
        node: Arc::clone(node),
        listener,
        told: Arc::clone(&told),
        limits: Limits::default(),
    };
    let listening = Listening::start(answering)?;
    let address = format!("liaison://{}", listening.address());
    if out.is_json() {
        out.value(&json!({ "agency": node.agency(), "exchange": address }));
    } else {
        out.line(&out.words.say(&Message::new("serve-exchange").with("address", address)));
    }
    Ok((listening, Following::start(Arc::clone(node), told)))
}

/// How others may reach the server.
fn door(place: &Place, options: &Serve) -> Result<Door> {
    let tls = match (&options.tls_cert, &options.tls_key) {
        (Some(certificate), Some(key)) => Tls::from_files(certificate, key)?,
        _ if options.tls_self_made => {
            let now = jiff::Timestamp::now().into();
            Tls::self_made(&place.folder(), &options.host, now)?
        }
        _ => return Ok(Door::plain()),
    };
    Ok(Door::tls(tls, options.host.clone()))
}

/// Hears from now on when the process is asked to end, by Ctrl-C or by whoever supervises it. To be
/// called inside a runtime, and not before a prompt, which Ctrl-C ends by itself.
#[cfg(unix)]
pub fn end_is_asked() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// Hears when the process is asked to end, by Ctrl-C.
#[cfg(not(unix))]
pub fn end_is_asked() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Where no signal can be heard, the process is ended from outside.
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Opens the node. Short commands own its folder for a moment, so the lock is waited for.
fn open(place: &Place, options: &Serve, key: KeySource, out: &Out) -> Result<Node> {
    let folder = place.folder();
    if !options.read_only && folder.own()?.is_none() {
        out.note(&Message::new("serve-waiting").with("folder", place.dir.display()));
        let started = Instant::now();
        while folder.own()?.is_none() && started.elapsed() < OWNER_WAIT {
            sleep(OWNER_STEP);
        }
    }
    let mut open = OpenOptions::new(key);
    open.database_url = database_url();
    let node = Node::open(&folder, open)?;
    if !node.is_owner() && !options.read_only {
        let owned = Message::new("serve-owned").with("folder", place.dir.display());
        bail!(out.words.say(&owned));
    }
    Ok(node)
}

fn key(place: &Place, options: &Serve, out: &Out) -> Result<KeySource> {
    if options.read_only {
        return Ok(KeySource::None);
    }
    if !options.passphrase_on_stdin {
        return place.key(out);
    }
    let mut passphrase = Zeroizing::new(String::new());
    io::stdin().take(PASSPHRASE_BYTES_MAX as u64).read_to_string(&mut passphrase)?;
    Ok(KeySource::Passphrase(passphrase))
}

/// Becomes the same command without the passphrase in its environment, which every program of the
/// same account could read as long as the server runs. The passphrase goes through a pipe.
#[cfg(unix)]
fn again_without_passphrase(place: &Place, options: &Serve) -> anyhow::Error {
    use std::os::unix::process::CommandExt as _;
    let again = || -> Result<io::Error> {
        let mut command = Command::new(env::current_exe()?);
        command.args(env::args_os().skip(1)).env_remove(PASSPHRASE);
        let passphrase = Zeroizing::new(env::var(PASSPHRASE).unwrap_or_default());
        let is_needed = place.key_file.is_none() && !options.read_only && !passphrase.is_empty();
        if is_needed {
            // A longer one could fill the pipe, which nobody reads yet.
            if PASSPHRASE_BYTES_MAX < passphrase.len() {
                return Err(NodeError::NoPassphrase.into());
            }
            let (reader, mut writer) = io::pipe()?;
            writer.write_all(passphrase.as_bytes())?;
            command.arg(OsStr::new("--passphrase-on-stdin")).stdin(reader);
        }
        Ok(command.exec())
    };
    match again() {
        Ok(error) => error.into(),
        Err(error) => error,
    }
}

/// Only Unix can become another program; elsewhere a key file is the way.
#[cfg(not(unix))]
fn again_without_passphrase(_: &Place, _: &Serve) -> anyhow::Error {
    NodeError::NoPassphrase.into()
}

fn announce(node: &Node, listener: &tokio::net::TcpListener, door: &Door, out: &Out) -> Result<()> {
    let address = door.address(listener.local_addr().map_err(ApiError::from)?);
    let fingerprint = door.fingerprint();
    if out.is_json() {
        out.value(&json!({
            "agency": node.agency(), "address": address, "fingerprint": fingerprint,
        }));
    } else {
        let message =
            Message::new("serve-at").with("agency", &node.config().name).with("address", address);
        out.line(&out.words.say(&message));
        if let Some(fingerprint) = fingerprint {
            let shown = Message::new("serve-tls-fingerprint").with("fingerprint", fingerprint);
            out.line(&out.words.say(&shown));
        }
    }
    if node.accounts().is_empty().map_err(NodeError::from)? {
        out.note(&Message::new("serve-no-account"));
    }
    Ok(())
}

/// Failures are always told; requests when they are asked for, by their route's template.
fn log(options: &Serve) -> Log {
    let access = options.access_log;
    Arc::new(move |line| match line {
        LogLine::Access { method, route, account, status, took } if access => {
            let took = took.as_secs_f64() * 1000.0;
            log_sentence(&format!("{account} {method} {route} {status} {took:.1} ms"));
        }
        LogLine::Notice { sentence } | LogLine::Failure { sentence } => {
            log_sentence(sentence);
        }
        _ => {}
    })
}

fn log_sentence(sentence: &str) {
    let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ");
    out::log_line(&format!("{now} {sentence}"));
}

const PASSPHRASE: &str = "LIAISON_PASSPHRASE";
const PASSPHRASE_BYTES_MAX: usize = 4096;
/// How long the lock on the folder is waited for.
const OWNER_WAIT: Duration = Duration::from_secs(10);
const OWNER_STEP: Duration = Duration::from_millis(100);
/// Threads that read and write sockets; the node is asked on threads of their own.
const HTTP_THREADS: usize = 2;
