//! What is wrong with a node, and what to do about it.

use liaison_model::Hint;
use liaison_model::messages::Message;

use crate::{Node, NodeError};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// What was looked at, as a message key.
    pub checked: &'static str,
    /// What is wrong; `None`: nothing.
    pub wrong: Option<Message>,
    /// What to do.
    pub hint: Option<Message>,
}

impl Finding {
    fn from(checked: &'static str, result: Result<(), NodeError>) -> Self {
        match result {
            Ok(()) => Self { checked, wrong: None, hint: None },
            Err(error) => Self { checked, wrong: Some(error.message()), hint: error.hint() },
        }
    }
}

impl Node {
    /// Looks at everything that can be wrong without changing anything.
    #[must_use]
    pub fn doctor(&self) -> Vec<Finding> {
        vec![
            Finding::from("doctor-journal", self.journal.head().map(|_| ()).map_err(Into::into)),
            Finding::from("doctor-looks", self.looks.head().map(|_| ()).map_err(Into::into)),
            Finding::from("doctor-accounts", self.accounts.check_file().map_err(Into::into)),
            Finding::from("doctor-views", self.views_are_current()),
            Finding::from("doctor-exhibits", self.exhibits_can_be_read()),
            Finding::from("doctor-scrub", self.removed_bytes_are_gone()),
            Finding::from("doctor-root-key", self.root_key_is_away()),
            Finding::from("doctor-certificate", self.certificate_is_valid()),
        ]
    }

    fn views_are_current(&self) -> Result<(), NodeError> {
        let head = self.journal.position()?;
        let is_current = self.views.position()? == head && self.search.position()? == head;
        if is_current { Ok(()) } else { Err(NodeError::Behind) }
    }

    fn exhibits_can_be_read(&self) -> Result<(), NodeError> {
        Ok(self.exhibits()?.check()?)
    }

    fn removed_bytes_are_gone(&self) -> Result<(), NodeError> {
        if self.is_scrub_due()? { Err(NodeError::Unscrubbed) } else { Ok(()) }
    }

    fn root_key_is_away(&self) -> Result<(), NodeError> {
        if self.folder.root_key().exists() && !self.config.demonstration {
            Err(NodeError::Option { what: Message::new("doctor-root-key-here") })
        } else {
            Ok(())
        }
    }

    fn certificate_is_valid(&self) -> Result<(), NodeError> {
        let until = self.journal.certificate().valid_until;
        let soon = self.now().plus_seconds(WARN_DAYS * 24 * 60 * 60);
        if soon < until {
            Ok(())
        } else {
            Err(NodeError::Option {
                what: Message::new("doctor-certificate-ends").with("until", until),
            })
        }
    }
}

/// How long before its end a certificate is worth a word.
const WARN_DAYS: i64 = 30;
