//! What is asked for: an identifier in the one spelling that both sides have cleaned it to.

use liaison_model::canonical;

/// What an identifier is of. Two kinds never match, even where their letters are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A telephone number, as E.164 writes it.
    Phone,
    /// A bank account or IBAN.
    Account,
    /// An address of a crypto-asset.
    Wallet,
    /// An e-mail address.
    Email,
    /// A passport or other document.
    Document,
    /// A name on a platform.
    Handle,
    /// A web address.
    Url,
    /// One of the keys of a person ([`crate::person_keys`]).
    Person,
}

/// An identifier that may be asked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier {
    kind: Kind,
    value: String,
}

impl Identifier {
    /// An identifier in its clean spelling.
    #[must_use]
    pub fn new(kind: Kind, value: impl Into<String>) -> Self {
        Self { kind, value: value.into() }
    }

    /// What it is of.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The bytes that are hashed to a point.
    #[must_use]
    pub fn input(&self) -> Vec<u8> {
        input(self.kind, self.value.as_bytes())
    }
}

/// Never the value: it is somebody's.
impl std::fmt::Debug for Identifier {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Identifier({}, ▇▇▇)", self.kind.as_str())
    }
}

impl Kind {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Phone,
        Self::Account,
        Self::Wallet,
        Self::Email,
        Self::Document,
        Self::Handle,
        Self::Url,
        Self::Person,
    ];

    /// Its word in files and messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Account => "account",
            Self::Wallet => "wallet",
            Self::Email => "email",
            Self::Document => "document",
            Self::Handle => "handle",
            Self::Url => "url",
            Self::Person => "person",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

pub(crate) fn input(kind: Kind, value: &[u8]) -> Vec<u8> {
    let mut out = b"I1".to_vec();
    canonical::put_text(&mut out, kind.as_str());
    canonical::put(&mut out, Some(value));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_kinds_never_give_one_input() {
        let inputs = Kind::ALL.iter().map(|kind| Identifier::new(*kind, "123").input());
        let inputs: std::collections::BTreeSet<Vec<u8>> = inputs.collect();

        assert_eq!(inputs.len(), Kind::ALL.len());
        assert!(Kind::ALL.iter().all(|kind| Kind::of(kind.as_str()) == Some(*kind)));
    }

    #[test]
    fn an_identifier_is_not_printed() {
        let printed = format!("{:?}", Identifier::new(Kind::Phone, "+855000000001"));

        assert_eq!(printed, "Identifier(phone, ▇▇▇)");
    }
}
