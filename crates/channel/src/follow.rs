//! Pulling again and again while a server runs: one thread for each peer, so that none waits for
//! another.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use liaison_model::AgencyId;
use liaison_model::messages::Message;
use liaison_node::Node;
use liaison_node::exchange::{Reached, Taking};

use crate::ChannelError;
use crate::client::{Connection, Pulling};

/// Who hears of what happens on lines.
pub type Told = Arc<dyn Fn(&LineEvent) + Send + Sync>;

/// What happened on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineEvent {
    /// Something came.
    Pulled {
        /// From whom.
        agency: AgencyId,
        /// How many statements.
        statements: u64,
        /// How many withdrawals.
        withdrawals: u64,
    },
    /// A peer could not be asked or answered.
    Failed {
        /// Which.
        agency: AgencyId,
        /// Why.
        reason: Message,
    },
    /// A peer that could not be asked answers again.
    Again {
        /// Which.
        agency: AgencyId,
    },
}

/// Pulls from every peer whose card names an address, until it is dropped.
pub struct Following {
    end: Arc<End>,
    following: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct End {
    is_over: Mutex<bool>,
    over: Condvar,
}

impl Following {
    /// Begins. Peers whose cards are taken later are followed, too.
    #[must_use]
    pub fn start(node: Arc<Node>, told: Told) -> Self {
        let end = Arc::<End>::default();
        let ending = Arc::clone(&end);
        let following = std::thread::spawn(move || follow_all(&node, &told, &ending));
        Self { end, following: Some(following) }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        *self.end.is_over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.end.over.notify_all();
        if let Some(following) = self.following.take() {
            let _ = following.join();
        }
    }
}

impl End {
    /// Waits; whether it is over.
    fn within(&self, time: Duration) -> bool {
        let is_over = self.is_over.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.over.wait_timeout_while(is_over, time, |is_over| !*is_over);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

fn follow_all(node: &Arc<Node>, told: &Told, end: &Arc<End>) {
    let mut followed = BTreeMap::<AgencyId, JoinHandle<()>>::new();
    loop {
        // A journal that cannot be read now is read in the next round; `follow` tells failures.
        for peer in node.reached_peers().unwrap_or_default() {
            let is_followed =
                followed.get(&peer.agency).is_some_and(|thread| !thread.is_finished());
            if peer.endpoints.is_empty() || is_followed {
                continue;
            }
            let (node, told, end) = (Arc::clone(node), Arc::clone(told), Arc::clone(end));
            let agency = peer.agency.clone();
            let thread = std::thread::spawn(move || follow_one(&node, &peer.agency, &told, &end));
            followed.insert(agency, thread);
        }
        if end.within(LOOK_EVERY) {
            break;
        }
    }
    for thread in followed.into_values() {
        let _ = thread.join();
    }
}

/// Follows a peer until it is over, or the peer has no address any more.
fn follow_one(node: &Arc<Node>, agency: &AgencyId, told: &Told, end: &End) {
    let (mut line, mut failure, mut pause) = (None, None, PAUSE_MIN);
    loop {
        let known = node.reached_peers().unwrap_or_default();
        let Some(peer) = known.into_iter().find(|peer| peer.agency == *agency) else { return };
        if peer.endpoints.is_empty() {
            return;
        }
        let pause_now = match round(node, &peer, &mut line) {
            Ok(pulling) => {
                let Taking { statements, withdrawals, .. } = pulling.taking;
                if 0 < statements + withdrawals {
                    told(&LineEvent::Pulled { agency: agency.clone(), statements, withdrawals });
                }
                if failure.take().is_some() {
                    told(&LineEvent::Again { agency: agency.clone() });
                }
                pause = PAUSE_MIN;
                Duration::ZERO // the peer has kept the question
            }
            Err(error) => {
                line = None;
                let reason = error.message();
                if failure.as_ref() != Some(&reason) {
                    let (agency, reason) = (agency.clone(), reason.clone());
                    told(&LineEvent::Failed { agency, reason });
                }
                failure = Some(reason);
                pause = (pause * 2).min(PAUSE_MAX);
                pause
            }
        };
        if end.within(pause_now) {
            return;
        }
    }
}

fn round(
    node: &Arc<Node>,
    peer: &Reached,
    line: &mut Option<Connection>,
) -> Result<Pulling, ChannelError> {
    let open = match line.take() {
        Some(open) => open,
        None => Connection::open(node, peer)?,
    };
    line.insert(open).pull(node, &peer.agency, WAIT)
}

/// How soon a new peer is noticed.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// For how many milliseconds a peer may keep a question when nothing is new: as long as the end of
/// this process may wait for the answer.
const WAIT: u32 = 3_000;
/// How long to wait after a failure: doubled from the shorter to the longer.
const PAUSE_MIN: Duration = Duration::from_millis(500);
const PAUSE_MAX: Duration = Duration::from_secs(60);
