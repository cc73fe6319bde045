//! Listening, answering, and keeping up with what other processes commit.

use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use liaison_node::{Node, NodeError};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use crate::error::ApiError;
use crate::record::Log;
use crate::router::router;
use crate::state::ApiState;

/// Listens at an address of this machine; port 0 takes one that is free.
///
/// # Errors
///
/// [`ApiError::NotLoopback`] for an address that others can reach; [`ApiError::PortInUse`] when
/// another program listens there.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, ApiError> {
    check_loopback(address)?;
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
/// [`ApiError::NotLoopback`] when others can reach the listener; [`ApiError::Listener`] when it
/// fails.
pub async fn serve(
    node: Arc<Node>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ApiError> {
    serve_logged(node, listener, Arc::new(|_| ()), shutdown).await
}

/// The same as [`serve`], with somebody who hears of every request and failure.
///
/// # Errors
///
/// As [`serve`].
pub async fn serve_logged(
    node: Arc<Node>,
    listener: TcpListener,
    log: Log,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ApiError> {
    let address = listener.local_addr()?;
    check_loopback(address)?;
    let state = Arc::new(ApiState::new(node, address.port(), log));
    let (stop, stopped) = watch::channel(());
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&state), stopped.clone()));
    let server = axum::serve(listener, router(state)).with_graceful_shutdown(ended(stopped));
    let mut server = tokio::spawn(server.into_future());

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
        servers.spawn(serve(node, listener, ended(stopped.clone())));
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

fn check_loopback(address: SocketAddr) -> Result<(), ApiError> {
    if address.ip().is_loopback() { Ok(()) } else { Err(ApiError::NotLoopback { address }) }
}

/// Done when the sender is gone.
async fn ended(mut stopped: watch::Receiver<()>) {
    while stopped.changed().await.is_ok() {}
}

/// Folds what other processes commit, states the head of the looks in the journal, and removes old
/// problem files.
async fn keep_up(state: Arc<ApiState>, stopped: watch::Receiver<()>) {
    let mut ticks = interval(FOLLOW_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stopping = std::pin::pin!(ended(stopped));
    let mut kept = Instant::now();
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

fn keep_up_once(state: &ApiState, is_due: bool) -> Result<(), NodeError> {
    let node = state.node();
    node.follow()?;
    state.count_statements()?;
    if is_due && node.can_write() {
        node.checkpoint_looks()?;
        node.remove_old_problem_files()?;
    }
    Ok(())
}

/// How soon what another process commits is folded.
const FOLLOW_EVERY: Duration = Duration::from_millis(200);
/// How often the head of the looks is stated in the journal, and old problem files go.
const UPKEEP_EVERY: Duration = Duration::from_secs(60);
/// How long requests under way may take after the end was asked for.
const GOODBYE_MAX: Duration = Duration::from_secs(5);
