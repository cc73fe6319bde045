//! What Ctrl-C does.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;

/// The first Ctrl-C stops the work, which leaves nothing of itself; a second one, or one while a
/// question waits for its answer, ends at once.
#[derive(Default)]
pub struct Interrupt {
    /// Whether the work is to stop.
    pub stop: AtomicBool,
    /// Whether a question waits for its answer.
    pub asking: AtomicBool,
}

impl Interrupt {
    /// Begins to listen.
    ///
    /// # Errors
    ///
    /// When the system lets nobody listen.
    pub fn heard() -> Result<Arc<Self>> {
        let interrupt = Arc::new(Self::default());
        let heard = Arc::clone(&interrupt);
        ctrlc::set_handler(move || {
            let again = heard.stop.swap(true, Ordering::Relaxed);
            if again || heard.asking.load(Ordering::Relaxed) {
                std::process::exit(INTERRUPTED);
            }
        })?;
        Ok(interrupt)
    }

    /// Whether the work is to go on.
    pub fn flow(&self) -> ControlFlow<()> {
        if self.is_heard() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Whether the work is to stop.
    pub fn is_heard(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// 128 + SIGINT, as shells count.
const INTERRUPTED: i32 = 130;
