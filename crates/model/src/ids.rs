//! Names of things that never change: agencies, entities, statements, commits, hashes.

use std::fmt;
use std::str::FromStr;

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Agencies are named country code, dot, short name.
    #[error("an agency id looks like `kr.npa`: country code, a dot, then letters, digits or `-`")]
    Agency,
    /// Entity ids carry their origin.
    #[error("an entity id looks like `kr.npa:01J9…`: agency, a colon, then 1 to 200 characters")]
    Entity,
    /// Statement ids are 32 hexadecimal digits.
    #[error("a statement id is 32 hexadecimal digits")]
    Statement,
    /// Hashes are 64 hexadecimal digits.
    #[error("a hash is 64 hexadecimal digits")]
    Hash,
}

/// One agency, written `cc.name` (`kr.npa`). The country code is ISO 3166-1 alpha-2, lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyId(Box<str>);

impl AgencyId {
    /// The text form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AgencyId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (country, name) = text.split_once('.').ok_or(IdError::Agency)?;
        let country_fits = country.len() == 2 && country.bytes().all(|b| b.is_ascii_lowercase());
        let name_fits = !name.is_empty()
            && name.len() <= AGENCY_NAME_BYTES_MAX
            && !name.starts_with('-')
            && !name.ends_with('-')
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if country_fits && name_fits { Ok(Self(text.into())) } else { Err(IdError::Agency) }
    }
}

/// One entity, written `origin:local`: the agency that named it, then that agency's own id.
///
/// The local part keeps to what FollowTheMoney accepts as an id wherever the source did, so that
/// an export can hand it on unchanged.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId {
    text: Box<str>,
    colon: u8,
}

impl EntityId {
    /// Joins an agency and its own id for an entity.
    ///
    /// # Errors
    ///
    /// [`IdError::Entity`] when `local` is empty, longer than 200 bytes, or holds white space or
    /// control characters.
    pub fn new(origin: &AgencyId, local: &str) -> Result<Self, IdError> {
        let local_fits = !local.is_empty()
            && local.len() <= LOCAL_BYTES_MAX
            && !local.chars().any(|c| c.is_whitespace() || c.is_control());
        if !local_fits {
            return Err(IdError::Entity);
        }
        let mut text = String::with_capacity(origin.0.len() + 1 + local.len());
        text.push_str(origin.as_str());
        text.push(':');
        text.push_str(local);
        // An agency id is at most 3 + 40 bytes long, so the colon's place fits a byte.
        let colon = u8::try_from(origin.0.len()).map_err(|_| IdError::Entity)?;
        Ok(Self { text: text.into(), colon })
    }

    /// The whole id, `origin:local`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The agency that named the entity, as text.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.text[..usize::from(self.colon)]
    }

    /// The id within the agency that named the entity.
    #[must_use]
    pub fn local(&self) -> &str {
        &self.text[usize::from(self.colon) + 1..]
    }
}

impl FromStr for EntityId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (origin, local) = text.split_once(':').ok_or(IdError::Entity)?;
        Self::new(&origin.parse()?, local)
    }
}

macro_rules! text_id {
    ($name:ident, $field:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.$field)
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.$field)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                <std::borrow::Cow<'de, str>>::deserialize(d)?
                    .parse()
                    .map_err(serde::de::Error::custom)
            }
        }
    };
}
text_id!(EntityId, text);

impl fmt::Display for AgencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl serde::Serialize for AgencyId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}
impl<'de> serde::Deserialize<'de> for AgencyId {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        <std::borrow::Cow<'de, str>>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

macro_rules! byte_id {
    ($(#[$doc:meta])* $name:ident, $bytes:literal, $error:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $bytes]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let mut bytes = [0; $bytes];
                hex::decode_to_slice(text, &mut bytes).map_err(|_| IdError::$error)?;
                Ok(Self(bytes))
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                <std::borrow::Cow<'de, str>>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
byte_id!(
    /// One statement: 128 random bits, made once, written as 32 hexadecimal digits.
    StatementId, 16, Statement
);
byte_id!(
    /// A SHA-256 hash, written as 64 hexadecimal digits.
    Hash, 32, Hash
);

/// The number of a commit in its journal: 1 for the first, then dense.
pub type CommitNumber = u64;

/// The number under which a store keeps a [`crate::Label`]; local to that store.
pub type MarkId = u32;

const AGENCY_NAME_BYTES_MAX: usize = 40;
const LOCAL_BYTES_MAX: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_id_gives_back_its_origin_and_its_local_part() {
        let id: EntityId = "kr.npa:01J9:x".parse().unwrap();

        assert_eq!((id.origin(), id.local(), id.as_str()), ("kr.npa", "01J9:x", "kr.npa:01J9:x"));
    }

    #[test]
    fn an_agency_without_a_country_is_refused() {
        for text in ["npa", "kr.", "KR.npa", "kr.NPA", "kr.-a", "korea.npa", "kr.a b"] {
            assert_eq!(text.parse::<AgencyId>(), Err(IdError::Agency), "{text}");
        }
    }

    #[test]
    fn a_statement_id_survives_its_text_form() {
        let id = StatementId([7; 16]);

        assert_eq!(id.to_string().parse(), Ok(id));
    }
}
