//! Marks: who may see a statement, and what for.
//!
//! Written as one line of words, the form in which they are typed, stored and signed:
//! `TLP:AMBER H2 PAP:RED to:kh.npc/cyber for:rescue about:victim until:2026-03-01T00:00:00Z`.
//! No word at all means *originator only*. Sources: FIRST TLP 2.0; Europol handling codes H0 to
//! H3 (EU document 6261/18); PAP after the MISP taxonomy.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::{AgencyId, EntityId, IdError, Instant};

/// Traffic Light Protocol 2.0, least restrictive first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tlp {
    /// May be made public.
    Clear,
    /// The community of agencies that exchange.
    Green,
    /// The audience's agencies and those whom they must inform.
    Amber,
    /// The audience's agencies only.
    AmberStrict,
    /// The named people only.
    Red,
}

/// Europol handling codes; H3's condition is text that a reader must acknowledge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandlingCode {
    /// May be used for preventing and combating crime.
    H0,
    /// Not before a court without the originator's permission.
    H1,
    /// Not to be passed on without the originator's permission.
    H2,
    /// The named condition applies (lower-case words joined by `-`).
    H3(Box<str>),
}

/// Permissible Actions Protocol, least restrictive first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pap {
    /// Any lawful action.
    Clear,
    /// Active actions that do not touch the target are allowed.
    Green,
    /// Passive cross-checks only.
    Amber,
    /// Actions that nobody can detect only.
    Red,
}

/// What a fact may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Purpose {
    Rescue,
    VictimSupport,
    Repatriation,
    CriminalInvestigation,
    AssetRecovery,
    Prevention,
    Statistics,
    Audit,
}

/// The category of person that a fact is about (after LED Art. 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum PersonCategory {
    Victim,
    Suspect,
    Witness,
    Other,
}

/// One member of an audience: an agency, one of its units, or one of a unit's officers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AudienceMember {
    /// The agency.
    pub agency: AgencyId,
    /// Only this unit of it.
    pub unit: Option<Box<str>>,
    /// Only this officer of that unit.
    pub officer: Option<Box<str>>,
}

/// The named readers of a fact. Empty: nobody is named.
pub type Audience = BTreeSet<AudienceMember>;

/// Who may see a statement and what for. [`Marks::default`] is *originator only*.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Marks {
    /// How far it may travel; `None`: it stays with its originator.
    pub tlp: Option<Tlp>,
    /// Handling codes.
    pub codes: BTreeSet<HandlingCode>,
    /// What may be done with it.
    pub pap: Option<Pap>,
    /// Who may see it, where named.
    pub audience: Audience,
    /// What it may be used for; empty: any lawful purpose of the agency.
    pub purposes: BTreeSet<Purpose>,
    /// The cases in which it stands; who reads it is let into each of them.
    pub cases: BTreeSet<EntityId>,
    /// Whom it is about.
    pub category: Option<PersonCategory>,
    /// When it stops being visible.
    pub expires: Option<Instant>,
}

/// Marks together with the agency that set them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The agency whose statement it is.
    pub originator: AgencyId,
    /// What that agency allows.
    pub marks: Marks,
}

/// Why words are not marks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MarksError {
    /// A word that no mark has.
    #[error(
        "`{word}` is not a handling word; try TLP:AMBER, H2, PAP:GREEN, to:kh.npc, for:rescue, about:victim or until:2026-03-01T00:00:00Z"
    )]
    Word {
        /// The word as given.
        word: String,
    },
    /// A word that may stand only once stands twice.
    #[error("`{word}` contradicts a word before it")]
    Twice {
        /// The second word.
        word: String,
    },
}

impl Marks {
    /// The strictest of two marks, part by part: what a document made of both must carry.
    ///
    /// Audiences and purposes are intersected; where nothing is left of two that were named, the
    /// result goes back to *originator only*.
    #[must_use]
    pub fn strictest(&self, other: &Self) -> Self {
        let tlp = match (self.tlp, other.tlp) {
            (Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
        let audience = narrowed(&self.audience, &other.audience);
        let purposes = narrowed(&self.purposes, &other.purposes);
        // From AMBER on, only named readers are meant: where none is named, nobody is.
        let names_nobody =
            |marks: &Self| Some(Tlp::Amber) <= marks.tlp && marks.audience.is_empty();
        let emptied =
            audience.is_none() || purposes.is_none() || names_nobody(self) || names_nobody(other);
        Self {
            tlp: if emptied { None } else { tlp },
            codes: self.codes.union(&other.codes).cloned().collect(),
            pap: self.pap.max(other.pap),
            audience: audience.unwrap_or_default(),
            purposes: purposes.unwrap_or_default(),
            cases: self.cases.union(&other.cases).cloned().collect(),
            category: strictest_category(self.category, other.category),
            expires: match (self.expires, other.expires) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        }
    }

    /// Whether these marks let anybody but the originator see the fact.
    #[must_use]
    pub fn is_originator_only(&self) -> bool {
        self.tlp.is_none()
    }

    /// Whether the fact was published: TLP:CLEAR and nothing that narrows it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        let narrows =
            !self.audience.is_empty() || !self.purposes.is_empty() || !self.cases.is_empty();
        self.tlp == Some(Tlp::Clear) && !narrows
    }

    /// Whether the marks have run out at `now`.
    #[must_use]
    pub fn has_expired(&self, now: Instant) -> bool {
        self.expires.is_some_and(|expires| expires <= now)
    }
}

fn narrowed<T: Ord + Clone>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> Option<BTreeSet<T>> {
    match (a.is_empty(), b.is_empty()) {
        (true, _) => Some(b.clone()),
        (_, true) => Some(a.clone()),
        _ => {
            Some(a.intersection(b).cloned().collect()).filter(|both: &BTreeSet<T>| !both.is_empty())
        }
    }
}

/// A victim stays a victim whatever stands beside; otherwise the more protected of the two.
fn strictest_category(
    a: Option<PersonCategory>,
    b: Option<PersonCategory>,
) -> Option<PersonCategory> {
    let rank = |category: &PersonCategory| match category {
        PersonCategory::Victim => 3,
        PersonCategory::Witness => 2,
        PersonCategory::Suspect => 1,
        PersonCategory::Other => 0,
    };
    a.into_iter().chain(b).max_by_key(rank)
}

impl FromStr for Marks {
    type Err = MarksError;

    fn from_str(text: &str) -> Result<Self, MarksError> {
        let mut marks = Self::default();
        for word in text.split_whitespace() {
            marks.take_word(word)?;
        }
        Ok(marks)
    }
}

impl Marks {
    fn take_word(&mut self, word: &str) -> Result<(), MarksError> {
        let unknown = || MarksError::Word { word: word.to_owned() };
        let once = |free: bool| {
            if free { Ok(()) } else { Err(MarksError::Twice { word: word.to_owned() }) }
        };
        let (head, tail) = word.split_once(':').unwrap_or((word, ""));
        match head.to_ascii_lowercase().as_str() {
            "tlp" => {
                once(self.tlp.is_none())?;
                self.tlp =
                    Some(parse_by_name(TLP_NAMES, &tail.to_ascii_uppercase()).ok_or_else(unknown)?);
            }
            "pap" => {
                once(self.pap.is_none())?;
                self.pap =
                    Some(parse_by_name(PAP_NAMES, &tail.to_ascii_uppercase()).ok_or_else(unknown)?);
            }
            "to" => _ = self.audience.insert(tail.parse().map_err(|_| unknown())?),
            "for" => _ = self.purposes.insert(tail.parse().map_err(|_| unknown())?),
            "in" => _ = self.cases.insert(tail.parse().map_err(|_| unknown())?),
            "about" => {
                once(self.category.is_none())?;
                self.category = Some(parse_by_name(CATEGORY_NAMES, tail).ok_or_else(unknown)?);
            }
            "until" => {
                once(self.expires.is_none())?;
                self.expires = Some(tail.parse().map_err(|_| unknown())?);
            }
            "h0" if tail.is_empty() => _ = self.codes.insert(HandlingCode::H0),
            "h1" if tail.is_empty() => _ = self.codes.insert(HandlingCode::H1),
            "h2" if tail.is_empty() => _ = self.codes.insert(HandlingCode::H2),
            "h3" if !tail.is_empty() => _ = self.codes.insert(HandlingCode::H3(tail.into())),
            _ => return Err(unknown()),
        }
        Ok(())
    }
}

impl fmt::Display for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words: Vec<String> = Vec::new();
        words.extend(self.tlp.map(|tlp| format!("TLP:{tlp}")));
        words.extend(self.codes.iter().map(|code| match code {
            HandlingCode::H0 => "H0".to_owned(),
            HandlingCode::H1 => "H1".to_owned(),
            HandlingCode::H2 => "H2".to_owned(),
            HandlingCode::H3(condition) => format!("H3:{condition}"),
        }));
        words.extend(self.pap.map(|pap| format!("PAP:{}", name_of(PAP_NAMES, pap))));
        words.extend(self.audience.iter().map(|member| format!("to:{member}")));
        words.extend(self.purposes.iter().map(|purpose| format!("for:{purpose}")));
        words.extend(self.cases.iter().map(|case| format!("in:{case}")));
        words.extend(self.category.map(|c| format!("about:{}", name_of(CATEGORY_NAMES, c))));
        words.extend(self.expires.map(|expires| format!("until:{expires}")));
        f.write_str(&words.join(" "))
    }
}

impl fmt::Display for Tlp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(name_of(TLP_NAMES, *self))
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(name_of(PURPOSE_NAMES, *self))
    }
}

impl FromStr for Purpose {
    type Err = MarksError;

    fn from_str(text: &str) -> Result<Self, MarksError> {
        parse_by_name(PURPOSE_NAMES, text).ok_or_else(|| MarksError::Word { word: text.to_owned() })
    }
}

impl Purpose {
    /// Every purpose's written name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        PURPOSE_NAMES.iter().map(|(name, _)| *name)
    }
}

impl FromStr for AudienceMember {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let mut parts = text.splitn(3, '/');
        let agency = parts.next().unwrap_or_default().parse()?;
        let mut named = || match parts.next() {
            Some("") => Err(IdError::Agency),
            part => Ok(part.map(Box::from)),
        };
        Ok(Self { agency, unit: named()?, officer: named()? })
    }
}

impl fmt::Display for AudienceMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.agency)?;
        for part in self.unit.iter().chain(&self.officer) {
            write!(f, "/{part}")?;
        }
        Ok(())
    }
}

impl serde::Serialize for Marks {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Marks {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        <std::borrow::Cow<'de, str>>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

fn parse_by_name<T: Copy>(names: &[(&str, T)], text: &str) -> Option<T> {
    names.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
}

fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, v)| *v == value).map_or("", |(name, _)| name)
}

// The first name of a value is how it is written; later ones are read only.
const TLP_NAMES: &[(&str, Tlp)] = &[
    ("CLEAR", Tlp::Clear),
    ("GREEN", Tlp::Green),
    ("AMBER", Tlp::Amber),
    ("AMBER+STRICT", Tlp::AmberStrict),
    ("RED", Tlp::Red),
    ("WHITE", Tlp::Clear),
];
const PAP_NAMES: &[(&str, Pap)] = &[
    ("CLEAR", Pap::Clear),
    ("GREEN", Pap::Green),
    ("AMBER", Pap::Amber),
    ("RED", Pap::Red),
    ("WHITE", Pap::Clear),
];
const PURPOSE_NAMES: &[(&str, Purpose)] = &[
    ("rescue", Purpose::Rescue),
    ("victim-support", Purpose::VictimSupport),
    ("repatriation", Purpose::Repatriation),
    ("criminal-investigation", Purpose::CriminalInvestigation),
    ("asset-recovery", Purpose::AssetRecovery),
    ("prevention", Purpose::Prevention),
    ("statistics", Purpose::Statistics),
    ("audit", Purpose::Audit),
];
const CATEGORY_NAMES: &[(&str, PersonCategory)] = &[
    ("victim", PersonCategory::Victim),
    ("suspect", PersonCategory::Suspect),
    ("witness", PersonCategory::Witness),
    ("other", PersonCategory::Other),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Marks {
        text.parse().unwrap()
    }

    #[test]
    fn marks_survive_their_text_form() {
        let text = "TLP:AMBER+STRICT H1 H2 H3:no-media PAP:GREEN to:kh.npc/cyber to:th.rtp \
                    for:rescue for:prevention in:kr.npa:case-1 about:victim until:2026-03-01T00:00:00Z";

        assert_eq!(marks(text).to_string(), text);
        assert_eq!(marks(""), Marks::default());
    }

    #[test]
    fn an_unknown_word_is_named() {
        let error = "TLP:PURPLE".parse::<Marks>().unwrap_err();

        assert_eq!(error, MarksError::Word { word: "TLP:PURPLE".into() });
    }

    #[test]
    fn a_second_traffic_light_is_refused() {
        assert!(matches!("TLP:RED TLP:CLEAR".parse::<Marks>(), Err(MarksError::Twice { .. })));
    }

    #[test]
    fn a_document_takes_the_strictest_of_its_parts() {
        let both = marks("TLP:GREEN to:kh.npc to:th.rtp").strictest(&marks("TLP:RED H2 to:kh.npc"));

        assert_eq!(both.to_string(), "TLP:RED H2 to:kh.npc");
    }

    #[test]
    fn parts_for_different_readers_leave_only_the_originator() {
        let both = marks("TLP:GREEN to:kh.npc").strictest(&marks("TLP:GREEN to:th.rtp"));

        assert!(both.is_originator_only());
    }

    #[test]
    fn white_of_older_versions_is_read_as_clear() {
        assert_eq!(marks("TLP:WHITE").to_string(), "TLP:CLEAR");
    }
}
