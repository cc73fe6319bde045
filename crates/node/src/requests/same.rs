//! Somebody asked this already: the same identifiers in another request.

use std::collections::BTreeSet;

use liaison_casework::{RequestState, Side};
use liaison_model::schema::PropType;
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::{Hints, clean_as};
use liaison_model::{AgencyId, Instant};

use super::known::KnownRequest;
use crate::reading::Snapshot;
use crate::{Node, NodeError};

/// A request about the same subject. It says whom to ask, and nothing of what was asked: its case
/// may be one into which the officer is not let.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedAlready {
    /// Its number.
    pub number: String,
    /// Which side this node is.
    pub side: Side,
    /// The agency on the other side.
    pub peer: AgencyId,
    /// Who drafted it, of ours.
    pub officer: String,
    /// How far it is.
    pub state: RequestState,
    /// When it was drafted, or came.
    pub entered: Instant,
    /// How many identifiers are the same.
    pub shared: usize,
}

impl Node {
    /// Every request, ours and those that peers sent, that has one of these identifiers; but one.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn asked_already(
        &self,
        identifiers: &[String],
        except: Option<&str>,
    ) -> Result<Vec<AskedAlready>, NodeError> {
        let wanted: BTreeSet<String> = identifiers.iter().filter_map(|text| key(text)).collect();
        self.with_identifiers(&wanted, except)
    }

    /// Every other request with an identifier of this one.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn asked_about_the_same(
        &self,
        request: &KnownRequest,
    ) -> Result<Vec<AskedAlready>, NodeError> {
        let wanted = self.whole_snapshot()?.identifiers_of(request)?;
        self.with_identifiers(&wanted, Some(request.id.as_str()))
    }

    fn with_identifiers(
        &self,
        wanted: &BTreeSet<String>,
        except: Option<&str>,
    ) -> Result<Vec<AskedAlready>, NodeError> {
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let snapshot = self.whole_snapshot()?;
        let mut found = Vec::new();
        for request in snapshot.known_requests()? {
            if except == Some(request.id.as_str()) || is_over(&request) {
                continue;
            }
            let known = snapshot.identifiers_of(&request)?;
            let shared = known.intersection(wanted).count();
            if 0 < shared {
                found.push(AskedAlready {
                    number: request.number,
                    side: request.side,
                    peer: request.peer,
                    officer: request.officer,
                    state: request.standing.state,
                    entered: request.entered,
                    shared,
                });
            }
        }
        found.sort_by_key(|one| std::cmp::Reverse((one.shared, one.entered)));
        Ok(found)
    }
}

impl Snapshot<'_> {
    /// The identifiers of a request, to be compared and never shown.
    pub(super) fn identifiers_of(
        &self,
        request: &KnownRequest,
    ) -> Result<BTreeSet<String>, NodeError> {
        let id = request.id.as_str();
        let Some(ordinal) = self.node.views.ordinal(id)? else { return Ok(BTreeSet::new()) };
        let rows = self.node.views.statements_of(ordinal, self.window())?;
        let sids: Vec<i64> = rows.iter().map(|row| row.sid).collect();
        let kept = self.node.journal.statements(&sids)?;
        let statements = kept.into_iter().filter_map(|kept| kept.body.map(|(_, said)| said));
        let is_it = |said: &liaison_model::Statement| {
            said.schema == schema::INFORMATION_REQUEST && said.prop == prop::IDENTIFIERS
        };
        Ok(statements.filter(is_it).filter_map(|said| key(&said.value)).collect())
    }
}

/// What was taken back or never needed any more stands in nobody's way.
fn is_over(request: &KnownRequest) -> bool {
    matches!(request.standing.state, RequestState::Recalled | RequestState::Expired)
}

/// One form of an identifier: telephone numbers as E.164, everything else by letters and digits
/// alone. `None` of what is too short to tell anybody apart.
fn key(text: &str) -> Option<String> {
    let phone = clean_as(PropType::Phone, text, &Hints::default());
    let form = match phone {
        Ok(phone) if text.trim().starts_with('+') => phone.value,
        _ => text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect(),
    };
    (LETTERS_MIN <= form.chars().count()).then_some(form)
}

/// A Korean name has two syllables at least.
const LETTERS_MIN: usize = 2;

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn an_identifier_is_the_same_however_it_is_written() {
        assert_eq!(key("+82 10-0000-0000"), key("+82 (10) 0000 0000"));
        assert_eq!(key("m 1234 5678"), key("M12345678"));
        assert_eq!(key("강서윤"), key("강 서윤"));
        assert_ne!(key("M12345678"), key("M12345679"));
        assert_eq!(key(" - "), None);
    }
}
