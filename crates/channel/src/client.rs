//! Asking a peer.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use liaison_exchange::{Answer, Answered, Ask, Asked, PullAsked, Question, WIRE_VERSION};
use liaison_model::{AgencyId, Reader};
use liaison_node::exchange::{AskLine, AskWanted, Reached, Taking};
use liaison_node::{Node, NodeError, WrongUse};
use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};
use serde::Serialize;

use crate::line::{FRAME_MAX, HANDSHAKE_MAX, Line, Moved};
use crate::tls::client_config;
use crate::{ChannelError, Endpoint, frame};

/// What a pull brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pulling {
    /// From whom.
    pub agency: String,
    /// What was taken.
    #[serde(flatten)]
    pub taking: Taking,
    /// How many receipts were given back.
    pub receipts: u64,
    /// How often the peer was asked.
    pub questions: u64,
    /// How many bytes went over the line, both ways, the handshake and TLS itself included.
    pub bytes: u64,
}

/// A line to a peer, open.
pub(crate) struct Connection {
    stream: StreamOwned<ClientConnection, Line>,
    moved: Arc<Moved>,
    /// As many bytes were told of.
    counted: u64,
}

/// Asks a peer for all that it wrote for us and we do not have, and gives back receipts.
///
/// # Errors
///
/// [`ChannelError`]. What was taken before stays, and the next pull goes on from there.
pub fn pull(node: &Arc<Node>, peer: &AgencyId) -> Result<Pulling, ChannelError> {
    Connection::open(node, &known(node, peer)?)?.pull(node, peer, 0)
}

/// Asks a peer whether it knows what stands on these lines: hit or no hit for each, in their order.
///
/// # Errors
///
/// [`ChannelError`]. Whatever fails, nothing is answered; what the peer counted stays counted.
pub fn ask(
    node: &Arc<Node>,
    wanted: &AskWanted<'_>,
    lines: &[AskLine],
    author: &Reader,
) -> Result<(Ask, Vec<bool>), ChannelError> {
    let mut line = Connection::open(node, &known(node, wanted.peer)?)?;
    ask_through(node, wanted, lines, author, |asked| line.ask(asked))
}

/// The same of a node in this process, without a line: how a demonstration is made.
///
/// # Errors
///
/// As [`ask`].
pub fn ask_beside(
    node: &Node,
    holder: &Node,
    (wanted, lines): (&AskWanted<'_>, &[AskLine]),
    author: &Reader,
) -> Result<(Ask, Vec<bool>), ChannelError> {
    let peer = node.agency();
    ask_through(node, wanted, lines, author, |asked| {
        Ok(match asked {
            Asked::Holding { known } => holder.answer_holding(peer, known)?,
            Asked::Evaluate { ask, question } => holder.answer_ask(peer, &ask, &question)?,
            Asked::Pull(asked) => holder.answer_pull(peer, &asked)?,
        })
    })
}

fn ask_through(
    node: &Node,
    wanted: &AskWanted<'_>,
    lines: &[AskLine],
    author: &Reader,
    mut say: impl FnMut(Asked) -> Result<Answered, ChannelError>,
) -> Result<(Ask, Vec<bool>), ChannelError> {
    let (holding, filter) = match say(Asked::Holding { known: None })? {
        Answered::Holding { holding, filter: Some(filter) } => (holding, filter),
        Answered::Refused { refused } => return Err(ChannelError::Refused(refused)),
        _ => return Err(ChannelError::Unreadable),
    };
    let filter = BASE64.decode(filter).map_err(|_| ChannelError::Unreadable)?;
    let asking = node.prepare_ask(wanted, lines, (&holding, &filter), author)?;
    let question = BASE64.encode(&asking.question);
    let ask = Box::new(asking.ask.clone());
    match say(Asked::Evaluate { ask, question })? {
        Answered::Evaluated { answered, answer } => {
            let hits = node.take_hits(&asking, &answered, &answer)?;
            Ok((asking.ask, hits))
        }
        Answered::Refused { refused } => Err(ChannelError::Refused(refused)),
        _ => Err(ChannelError::Unreadable),
    }
}

fn known(node: &Node, peer: &AgencyId) -> Result<Reached, ChannelError> {
    let known = node.reached_peers()?.into_iter().find(|known| known.agency == *peer);
    let no_peer = || WrongUse::NoPeer { agency: peer.to_string() };
    Ok(known.ok_or_else(no_peer).map_err(NodeError::from)?)
}

impl Connection {
    /// Opens a line to a peer, at the first of its addresses that answers.
    pub(crate) fn open(node: &Arc<Node>, peer: &Reached) -> Result<Self, ChannelError> {
        let endpoints = peer.endpoints.iter().filter_map(|text| text.parse::<Endpoint>().ok());
        let mut failed = ChannelError::NoAddress { agency: peer.agency.clone() };
        for endpoint in endpoints {
            match Self::at(node, peer, &endpoint) {
                Ok(connection) => return Ok(connection),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    fn at(node: &Arc<Node>, peer: &Reached, endpoint: &Endpoint) -> Result<Self, ChannelError> {
        let mut line = Line::open(endpoint)?;
        line.allow(HANDSHAKE_MAX);
        let moved = line.moved();
        // TLS wants a name; none is sent, and the key alone counts.
        let name = ServerName::try_from("node.invalid").map_err(|_| ChannelError::Unreadable)?;
        let mut tls = ClientConnection::new(client_config(node, peer.keys.clone())?, name)?;
        while tls.is_handshaking() {
            tls.complete_io(&mut line)?;
        }
        Ok(Self { stream: StreamOwned::new(tls, line), moved, counted: 0 })
    }

    /// Asks until nothing is new and nothing is left to be given back. `wait` says for how many
    /// milliseconds the peer may keep the first question, should nothing be new.
    pub(crate) fn pull(
        &mut self,
        node: &Node,
        peer: &AgencyId,
        wait: u32,
    ) -> Result<Pulling, ChannelError> {
        let mut pulling = Pulling { agency: peer.to_string(), ..Pulling::default() };
        loop {
            let mut asked = node.ask_pull(peer)?;
            asked.wait = if pulling.questions == 0 { wait } else { 0 };
            let answered = self.ask(Asked::Pull(asked.clone()))?;
            let more = self.take(node, peer, &asked, &answered, &mut pulling)?;
            if !more {
                let bytes = self.moved.bytes();
                pulling.bytes = bytes - std::mem::replace(&mut self.counted, bytes);
                return Ok(pulling);
            }
        }
    }

    /// Whether there is more to ask for, or to give back.
    fn take(
        &self,
        node: &Node,
        peer: &AgencyId,
        asked: &PullAsked,
        answered: &Answered,
        pulling: &mut Pulling,
    ) -> Result<bool, ChannelError> {
        if let Answered::Refused { refused } = answered {
            return Err(ChannelError::Refused(*refused));
        }
        let pulled = node.take_answer(peer, asked, answered)?;
        let taken = &pulled.taking;
        pulling.questions += 1;
        pulling.receipts += asked.receipts.len() as u64;
        pulling.taking.statements += taken.statements;
        pulling.taking.withdrawals += taken.withdrawals;
        pulling.taking.not_forwarded += taken.not_forwarded;
        pulling.taking.known += taken.known;
        pulling.taking.missing = taken.missing;
        let has_signed = !taken.receipts.is_empty() || 0 < taken.withdrawals;
        Ok(pulled.more || has_signed || asked.receipts.len() == liaison_exchange::PART_MAX)
    }

    /// One question, one answer.
    pub(crate) fn ask(&mut self, asked: Asked) -> Result<Answered, ChannelError> {
        self.stream.sock.allow(FRAME_MAX);
        frame::write(&mut self.stream, &Question { version: WIRE_VERSION, asked })?;
        let body = frame::read(&mut self.stream)?;
        let ended = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let answer: Answer = frame::parse(&body.ok_or_else(ended)?)?;
        Ok(answer.answered)
    }
}
