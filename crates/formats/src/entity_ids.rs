//! Entity ids as FollowTheMoney writes them.
//!
//! Ours carry the agency that named them (`kr.npa:P-7`); FollowTheMoney's are one word of
//! letters, digits, `.` and `-` that begins and ends with a letter or digit. The mapping is:
//!
//! | ours | FollowTheMoney's |
//! | --- | --- |
//! | own agency, a word that FollowTheMoney takes | the local part: `P-7` |
//! | another agency, likewise | agency, a dot, the local part: `kh.npc.P-7` |
//! | anything else, and words that would be mistaken for one of the other two forms | `id--`, then the whole id with every byte but letters and digits as `-` and two hexadecimal digits |
//!
//! # Invariants
//!
//! * [`from_ftm_id`] undoes [`to_ftm_id`], for every id and every agency that asks.

use liaison_model::{AgencyId, EntityId, IdError};

/// The id under which `entity` leaves the agency `own` in FollowTheMoney's formats.
#[must_use]
pub fn to_ftm_id(entity: &EntityId, own: &AgencyId) -> String {
    let local = entity.local();
    if entity.origin() == own.as_str() {
        let mistaken = local.starts_with(ESCAPED) || split_foreign(local, own).is_some();
        if is_ftm_word(local) && !mistaken {
            return local.to_owned();
        }
    } else if is_ftm_word(local) {
        return format!("{}.{local}", entity.origin());
    }
    escape(entity.as_str())
}

/// The entity that FollowTheMoney's id means when it reaches the agency `own`: an id without an
/// agency in front was named by `own`.
///
/// # Errors
///
/// [`IdError::Entity`] when the text is empty, too long, or holds white space or control
/// characters.
pub fn from_ftm_id(text: &str, own: &AgencyId) -> Result<EntityId, IdError> {
    if let Some(entity) = text.strip_prefix(ESCAPED).and_then(unescape) {
        return Ok(entity);
    }
    match split_foreign(text, own) {
        Some((agency, local)) => EntityId::new(&agency, local),
        None => EntityId::new(own, text),
    }
}

/// Splits `kh.npc.P-7`, unless the agency in front is `own`, which never writes itself.
fn split_foreign<'a>(text: &'a str, own: &AgencyId) -> Option<(AgencyId, &'a str)> {
    if text.as_bytes().get(2) != Some(&b'.') {
        return None; // the usual case, told apart without an allocation
    }
    let name_end = 3 + text.get(3..)?.find('.')?;
    let agency: AgencyId = text.get(..name_end)?.parse().ok()?;
    let local = text.get(name_end + 1..)?;
    (agency != *own && is_ftm_word(local)).then_some((agency, local))
}

/// FollowTheMoney's `^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$` (`types/entity.py`).
fn is_ftm_word(text: &str) -> bool {
    let bytes = text.as_bytes();
    let inner = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let ends = [bytes.first(), bytes.last()];
    ends.iter().all(|end| end.is_some_and(u8::is_ascii_alphanumeric)) && bytes.iter().all(inner)
}

fn escape(id: &str) -> String {
    let mut text = ESCAPED.to_owned();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("-{byte:02x}"));
        }
    }
    text
}

fn unescape(text: &str) -> Option<EntityId> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'-' {
            bytes.push(first);
            continue;
        }
        let (code, after) = rest.split_at_checked(2)?;
        rest = after;
        let mut byte = [0];
        hex::decode_to_slice(code, &mut byte).ok()?;
        bytes.extend_from_slice(&byte);
    }
    String::from_utf8(bytes).ok()?.parse().ok()
}

/// Begins an id that FollowTheMoney could not take as it was.
const ESCAPED: &str = "id--";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn own() -> AgencyId {
        "kr.npa".parse().unwrap()
    }

    fn check(id: &str, expected: &str) {
        let entity: EntityId = id.parse().unwrap();

        assert_eq!(to_ftm_id(&entity, &own()), expected);
        assert_eq!(from_ftm_id(expected, &own()), Ok(entity));
    }

    #[test]
    fn an_id_of_ones_own_leaves_without_the_agency() {
        check("kr.npa:NK-7f3", "NK-7f3");
    }

    #[test]
    fn an_id_of_another_agency_keeps_the_agency_in_front() {
        check("kh.npc:P-7", "kh.npc.P-7");
    }

    #[test]
    fn an_id_that_followthemoney_would_refuse_is_escaped_and_comes_back() {
        check("kr.npa:강-1", "id--kr-2enpa-3a-ea-b0-95-2d1");
        check("kh.npc:a_b", "id--kh-2enpc-3aa-5fb");
    }

    #[test]
    fn an_id_that_looks_like_another_agencys_is_escaped() {
        check("kr.npa:kh.npc.P-7", "id--kr-2enpa-3akh-2enpc-2eP-2d7");
        check("kr.npa:kr.npa.P-7", "kr.npa.P-7");
    }

    #[test]
    fn an_id_with_a_space_is_refused() {
        assert_eq!(from_ftm_id("a b", &own()), Err(IdError::Entity));
    }

    proptest! {
        #[test]
        fn every_id_comes_back(origin in "(kr\\.npa|kh\\.npc|us\\.a-b)", local in "(id--)?([a-z]{2}\\.)?[0-9a-zA-Z.:_가-]{1,20}") {
            let entity: EntityId = format!("{origin}:{local}").parse().unwrap();
            let text = to_ftm_id(&entity, &own());

            prop_assert!(is_ftm_word(&text), "{text}");
            prop_assert_eq!(from_ftm_id(&text, &own()), Ok(entity));
        }
    }
}
