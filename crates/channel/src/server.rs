//! Answering peers.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use liaison_exchange::{
    Answer, Answered, Ask, Asked, Entries, PullAsked, Question, Refused, WAIT_MAX, WIRE_VERSION,
};
use liaison_model::AgencyId;
use liaison_model::messages::Message;
use liaison_node::Node;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::follow::{LineEvent, Told};
use crate::line::{FRAME_MAX, HANDSHAKE_MAX, Line};
use crate::tls::{key_of, server_config};
use crate::{ChannelError, frame};

/// A node's exchange at an address; it ends when this is dropped.
pub struct Listening {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

/// What is answered with, and to whom.
pub struct Answering {
    /// The node, opened with its key.
    pub node: Arc<Node>,
    /// Where it listens.
    pub listener: TcpListener,
    /// Who hears of failures.
    pub told: Told,
    /// How long a peer may take.
    pub limits: Limits,
}

/// How long a peer may take, however slowly its bytes come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// To show its key.
    pub handshake: Duration,
    /// To ask the next question.
    pub question: Duration,
    /// To take an answer.
    pub answer: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { handshake: HANDSHAKE_MAX, question: IDLE_MAX, answer: FRAME_MAX }
    }
}

struct Shared {
    node: Arc<Node>,
    tls: Arc<ServerConfig>,
    told: Told,
    limits: Limits,
    stopped: AtomicBool,
    stopping: Condvar,
    lines: Mutex<Lines>,
    number: AtomicU64,
}

/// The lines that are open.
#[derive(Default)]
struct Lines {
    sockets: BTreeMap<u64, TcpStream>,
    peers: BTreeMap<AgencyId, usize>,
}

impl Listening {
    /// Listens at an address; port 0 takes one that is free.
    ///
    /// # Errors
    ///
    /// [`ChannelError::InUse`] when another program listens there.
    pub fn bind(address: SocketAddr) -> Result<TcpListener, ChannelError> {
        TcpListener::bind(address).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => ChannelError::InUse { address },
            _ => error.into(),
        })
    }

    /// Answers peers from now on.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up.
    pub fn start(answering: Answering) -> Result<Self, ChannelError> {
        let Answering { node, listener, told, limits } = answering;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            tls: server_config(&node)?,
            node,
            told,
            limits,
            stopped: AtomicBool::new(false),
            stopping: Condvar::new(),
            lines: Mutex::default(),
            number: AtomicU64::new(0),
        });
        let sharing = Arc::clone(&shared);
        let accepting = std::thread::spawn(move || sharing.accept(&listener));
        Ok(Self { address, shared, accepting: Some(accepting) })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.shared.stop();
        // Whoever waits for a connection gets one, and sees that it is over.
        let _ = TcpStream::connect_timeout(&self.address, HANDSHAKE_MAX);
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Shared {
    fn accept(self: &Arc<Self>, listener: &TcpListener) {
        let mut answering: Vec<JoinHandle<()>> = Vec::new();
        for stream in listener.incoming() {
            if self.stopped.load(Ordering::Acquire) {
                break;
            }
            answering.retain(|thread| !thread.is_finished());
            // A connection that failed before it was taken is nobody's loss.
            let Ok(stream) = stream else { continue };
            if LINES_MAX <= answering.len() {
                continue; // dropped: whoever meant it comes again
            }
            let shared = Arc::clone(self);
            answering.push(std::thread::spawn(move || shared.answer_line(stream)));
        }
        self.stop(); // also for lines that were taken meanwhile
        for thread in answering {
            let _ = thread.join();
        }
    }

    fn stop(&self) {
        let lines = self.lines();
        self.stopped.store(true, Ordering::Release);
        for socket in lines.sockets.values() {
            let _ = socket.shutdown(Shutdown::Both);
        }
        self.stopping.notify_all();
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer_line(&self, stream: TcpStream) {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        if let Ok(socket) = stream.try_clone() {
            self.lines().sockets.insert(number, socket);
        }
        // A stranger's failure is not told: the log is not theirs to fill.
        if let Ok((peer, stream)) = self.shake_hands(stream)
            && self.enter(&peer)
        {
            if let Err(error) = self.answer_all(&peer, stream) {
                self.tell(&peer, &error);
            }
            self.leave(&peer);
        }
        self.lines().sockets.remove(&number);
    }

    fn shake_hands(
        &self,
        stream: TcpStream,
    ) -> Result<(AgencyId, StreamOwned<ServerConnection, Line>), ChannelError> {
        let mut line = Line::new(stream, self.limits.handshake)?;
        let mut tls = ServerConnection::new(Arc::clone(&self.tls))?;
        while tls.is_handshaking() {
            tls.complete_io(&mut line)?;
        }
        let peer = self.peer_of(&tls)?.ok_or(ChannelError::Refused(Refused::Stranger))?;
        Ok((peer, StreamOwned::new(tls, line)))
    }

    /// Whose key the other side showed. Asked for each question: it may be revoked meanwhile.
    fn peer_of(&self, tls: &ServerConnection) -> Result<Option<AgencyId>, ChannelError> {
        let shown = tls.peer_certificates().and_then(|shown| shown.first());
        let Some(key) = shown.and_then(key_of) else { return Ok(None) };
        Ok(self.node.peer_with_key(&key)?)
    }

    fn answer_all(
        &self,
        peer: &AgencyId,
        mut stream: StreamOwned<ServerConnection, Line>,
    ) -> Result<(), ChannelError> {
        loop {
            stream.sock.allow(self.limits.question);
            let body = match frame::read(&mut stream) {
                Ok(Some(body)) => body,
                // Whoever asks nothing for long, or goes away, has done nothing wrong.
                Ok(None) | Err(ChannelError::Slow | ChannelError::Line { .. }) => return Ok(()),
                Err(error) => return Err(error),
            };
            let answered = if self.peer_of(&stream.conn)?.as_ref() == Some(peer) {
                self.answer(peer, &body)
            } else {
                Answered::Refused { refused: Refused::Stranger }
            };
            stream.sock.allow(self.limits.answer);
            frame::write(&mut stream, &Answer { version: WIRE_VERSION, answered })?;
        }
    }

    fn answer(&self, peer: &AgencyId, body: &[u8]) -> Answered {
        let refused = |refused| Answered::Refused { refused };
        let question: Question = match frame::parse(body) {
            Ok(question) => question,
            Err(ChannelError::Version { .. }) => return refused(Refused::Version),
            Err(_) => return refused(Refused::Unreadable),
        };
        let answered = match question.asked {
            Asked::Pull(asked) => self.answer_pull(peer, &asked),
            Asked::Holding { known } => {
                self.node.answer_holding(peer, known).map_err(ChannelError::from)
            }
            Asked::Evaluate { ask, question } => self.answer_ask(peer, &ask, &question),
        };
        answered.unwrap_or_else(|error| {
            self.tell(peer, &error);
            refused(Refused::Failed)
        })
    }

    /// Answers at once when something is new, and otherwise as soon as something is, within the
    /// time that the asker waits.
    fn answer_pull(&self, peer: &AgencyId, asked: &PullAsked) -> Result<Answered, ChannelError> {
        let until = Instant::now() + Duration::from_millis(asked.wait.min(WAIT_MAX).into());
        let nothing = Answered::Entries(Entries::default());
        loop {
            let position = self.node.position()?;
            let answered = self.node.answer_pull(peer, asked)?;
            if answered != nothing || !asked.receipts.is_empty() {
                return Ok(answered);
            }
            while self.node.position()? == position {
                let rest = until.saturating_duration_since(Instant::now());
                if rest.is_zero() || self.stopped.load(Ordering::Acquire) {
                    return Ok(nothing);
                }
                let lines = self.lines();
                drop(self.stopping.wait_timeout(lines, rest.min(LOOK_EVERY)));
            }
        }
    }

    /// Tells, too, when somebody seems to try one number after the other.
    fn answer_ask(
        &self,
        peer: &AgencyId,
        ask: &Ask,
        question: &str,
    ) -> Result<Answered, ChannelError> {
        let answered = self.node.answer_ask(peer, ask, question)?;
        if self.node.asked_of_us(peer)?.first().is_some_and(|last| last.is_alarming) {
            let (agency, reason) = (peer.clone(), Message::new("channel-alarm"));
            (self.told)(&LineEvent::Failed { agency, reason });
        }
        Ok(answered)
    }

    fn tell(&self, agency: &AgencyId, error: &ChannelError) {
        let (agency, reason) = (agency.clone(), error.message());
        (self.told)(&LineEvent::Failed { agency, reason });
    }

    /// Lets a peer in, unless it is here too often already.
    fn enter(&self, peer: &AgencyId) -> bool {
        let mut lines = self.lines();
        let here = lines.peers.entry(peer.clone()).or_default();
        if *here == LINES_OF_ONE_MAX {
            return false;
        }
        *here += 1;
        true
    }

    fn leave(&self, peer: &AgencyId) {
        if let Some(here) = self.lines().peers.get_mut(peer) {
            *here = here.saturating_sub(1);
        }
    }
}

/// Most lines at once, those of strangers in their handshake included.
const LINES_MAX: usize = 64;
/// Most lines of one peer.
const LINES_OF_ONE_MAX: usize = 4;
/// How long a peer may keep a line without asking.
const IDLE_MAX: Duration = Duration::from_secs(60);
/// How soon something new is noticed while an asker waits for it.
const LOOK_EVERY: Duration = Duration::from_millis(100);
