//! Listening, answering, and keeping up with what other processes commit.

use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use liaison_model::messages::Message;
use liaison_node::{Node, NodeError};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet, spawn_blocking};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use crate::access::Peer;
use crate::door::Door;
use crate::error::ApiError;
use crate::record::Log;
use crate::router::router;
use crate::state::ApiState;
use crate::tls::{Tls, TlsListener};

/// A node that is to be answered for.
pub struct Serving {
    /// The node.
    pub node: Arc<Node>,
    /// Where it listens.
    pub listener: TcpListener,
    /// How it may be reached.
    pub door: Door,
    /// Who hears of every request and failure.
    pub log: Log,
}

/// Listens at an address; port 0 takes one that is free. [`Door::check`] says whether a node may be
/// served there.
///
/// # Errors
///
/// [`ApiError::PortInUse`] when another program listens there.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, ApiError> {
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        ErrorKind::AddrInUse => ApiError::PortInUse { address },
        _ => ApiError::Listen { address, source },
    })
}

/// Answers for a node until `shutdown` is done and the requests under way are answered, and
/// meanwhile makes visible what other processes commit.
///
/// # Errors
///
/// [`ApiError::NotLoopback`] and its neighbours when others can reach the listener and may not;
/// [`ApiError::Listener`] when it fails.
pub async fn serve(serving: Serving, shutdown: impl Future<Output = ()>) -> Result<(), ApiError> {
    let Serving { node, listener, door, log } = serving;
    let address = listener.local_addr()?;
    door.check(address, node.config())?;
    let tls = door.encryption().cloned();
    let state = Arc::new(ApiState::new(node, door.reach(address.port()), log));
    let (stop, stopped) = watch::channel(());
    let pooled = Arc::clone(&state);
    // Whoever asks before it is done waits for it or is answered without; `follow` tells failures.
    drop(spawn_blocking(move || pooled.node().make_pool()));
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&state), tls.clone(), stopped.clone()));
    let mut server = match tls {
        None => answering(listener, state, stopped),
        Some(tls) => answering(TlsListener::new(listener, &tls)?, state, stopped),
    };

    let answer = tokio::select! {
        answer = &mut server => Some(answer),
        () = shutdown => None,
    };
    drop(stop);
    let answer = match answer {
        Some(answer) => Some(answer),
        // A client that keeps its connection open does not keep the node from ending.
        None => timeout(GOODBYE_MAX, &mut server).await.ok(),
    };
    server.abort();
    // It ends between two rounds, so that no fold is cut short. It has nothing to tell.
    let _ = keeping_up.await;
    match answer {
        Some(Ok(Err(error))) => Err(error.into()),
        _ => Ok(()),
    }
}

fn answering<L>(
    listener: L,
    state: Arc<ApiState>,
    stopped: watch::Receiver<()>,
) -> JoinHandle<std::io::Result<()>>
where
    L: Listener<Addr = SocketAddr>,
    Peer: for<'a> Connected<IncomingStream<'a, L>>,
{
    let service = router(state).into_make_service_with_connect_info::<Peer>();
    let server = axum::serve(listener, service).with_graceful_shutdown(ended(stopped));
    tokio::spawn(server.into_future())
}

impl Connected<IncomingStream<'_, TcpListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, TcpListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

impl Connected<IncomingStream<'_, TlsListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, TlsListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// Answers for several nodes in one process, each at its own address, until `shutdown` is done.
/// Nothing is answered unless every address can be listened at.
///
/// # Errors
///
/// As [`bind`] and [`serve`]; the first that fails ends all.
pub async fn host(
    nodes: Vec<(Arc<Node>, SocketAddr)>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ApiError> {
    let mut listeners = Vec::new();
    for (node, address) in nodes {
        listeners.push((node, bind(address).await?));
    }
    let (stop, stopped) = watch::channel(());
    let mut servers = JoinSet::new();
    for (node, listener) in listeners {
        let log: Log = Arc::new(|_| ());
        let serving = Serving { node, listener, door: Door::plain(), log };
        servers.spawn(serve(serving, ended(stopped.clone())));
    }
    let failed = |ended| match ended {
        Some(Ok(Err(error))) => Err(error),
        _ => Ok(()),
    };
    let first = tokio::select! {
        ended = servers.join_next() => failed(ended),
        () = shutdown => Ok(()),
    };
    drop(stop);
    let mut answer = first;
    while let Some(ended) = servers.join_next().await {
        answer = answer.and(failed(Some(ended)));
    }
    answer
}

/// Done when the sender is gone.
async fn ended(mut stopped: watch::Receiver<()>) {
    while stopped.changed().await.is_ok() {}
}

/// Folds what other processes commit, states the head of the looks in the journal, and removes old
/// problem files.
async fn keep_up(state: Arc<ApiState>, tls: Option<Arc<Tls>>, stopped: watch::Receiver<()>) {
    let mut ticks = interval(FOLLOW_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stopping = std::pin::pin!(ended(stopped));
    let mut kept = Instant::now();
    let mut renewed = Instant::now();
    let mut told = None;
    loop {
        tokio::select! {
            () = &mut stopping => return,
            _ = ticks.tick() => {}
        }
        let is_due = UPKEEP_EVERY <= kept.elapsed();
        if is_due {
            kept = Instant::now();
        }
        if let Some(tls) = tls.as_ref().filter(|_| RENEW_EVERY <= renewed.elapsed()) {
            renewed = Instant::now();
            renew(&state, tls).await;
        }
        let round = Arc::clone(&state);
        // A round that panicked is followed by the next, like one that failed.
        let done = spawn_blocking(move || keep_up_once(&round, is_due)).await;
        // Going on is safe: views that stay behind show less, never what is hidden, and `/readyz`
        // tells; looks that are not stated yet are stated next time.
        let failure = done.ok().and_then(|done| done.err().map(|error| error.message()));
        if let Some(failure) = failure.as_ref().filter(|_| failure != told) {
            state.log_failure(failure);
        }
        told = failure;
    }
}

/// Takes up a renewed certificate. Going on without is safe: the old one is shown meanwhile.
async fn renew(state: &Arc<ApiState>, tls: &Arc<Tls>) {
    let (tls, now) = (Arc::clone(tls), state.node().now());
    match spawn_blocking(move || tls.renew(now).map(|is_other| (is_other, tls))).await {
        Ok(Ok((true, tls))) => {
            let renewed = Message::new("serve-tls-renewed").with("fingerprint", tls.fingerprint());
            state.log_notice(&renewed);
        }
        Ok(Err(error)) => state.log_failure(&error.message()),
        Ok(Ok((false, _))) | Err(_) => {}
    }
}

fn keep_up_once(state: &ApiState, is_due: bool) -> Result<(), NodeError> {
    let node = state.node();
    node.follow()?;
    state.count_statements()?;
    if is_due && node.can_write() {
        node.checkpoint_looks()?;
        node.remove_old_problem_files()?;
        node.remove_old_uploads()?;
    }
    Ok(())
}

/// How soon what another process commits is folded.
const FOLLOW_EVERY: Duration = Duration::from_millis(200);
/// How often the head of the looks is stated in the journal, and old files go.
const UPKEEP_EVERY: Duration = Duration::from_secs(60);
/// How often a certificate is looked at.
const RENEW_EVERY: Duration = Duration::from_secs(60 * 60);
/// How long requests under way may take after the end was asked for.
const GOODBYE_MAX: Duration = Duration::from_secs(5);
