//! What two agencies agreed that may pass between them.

use std::collections::BTreeSet;

use liaison_model::{
    Act, HandlingCode, Instant, Label, Marks, MarksError, PersonCategory, Purpose, Reader, Tlp,
};

use crate::decide::{Decision, Refusal, decide};

/// The terms of an agreement, as far as they say what may go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The kinds of handling codes that the other side has said it can keep.
    pub codes: BTreeSet<Code>,
    /// Of whom may be told. Without any, of nobody: of companies, accounts and places only.
    pub categories: BTreeSet<PersonCategory>,
    /// What for; without any, for every lawful purpose.
    pub purposes: BTreeSet<Purpose>,
    /// Whether a request to the other side is approved by somebody else than its author.
    pub two_people: bool,
    /// Until when they bind.
    pub until: Instant,
}

/// A kind of handling code; of H3 whatever its condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Code {
    H0,
    H1,
    H2,
    H3,
}

/// May this be shared with a peer, under what the two agreed? Both must say yes: what the
/// originator marked, and the agreement. Without an agreement nothing goes.
#[must_use]
pub fn decide_sharing(
    terms: Option<&Terms>,
    label: &Label,
    holder: &str,
    peer: &Reader,
    now: Instant,
) -> Decision {
    match decide(label, holder, peer, Act::Share, now) {
        Decision::Refuse(refusal) => Decision::Refuse(refusal),
        Decision::Allow => match terms {
            None => Decision::Refuse(Refusal::NoAgreement { agency: peer.agency.to_string() }),
            Some(terms) => match terms.refusal(&label.marks, now) {
                Some(refusal) => Decision::Refuse(refusal),
                None => Decision::Allow,
            },
        },
    }
}

/// May a peer learn by hit or no hit that this is known here? It learns that and no more, so the
/// marks need not let the statement itself out; but what is for named recipients or for the members
/// of a case stays theirs, nobody is told of but whom the agreement names, and never of a victim.
/// `about` is the category of the person whom it is about: `None` for companies, accounts, places.
#[must_use]
pub fn may_match(
    terms: &Terms,
    label: &Label,
    about: Option<PersonCategory>,
    holder: &str,
    now: Instant,
) -> bool {
    let marks = &label.marks;
    let is_agreed = |category: &PersonCategory| {
        *category != PersonCategory::Victim && terms.categories.contains(category)
    };
    now <= terms.until
        && label.originator.as_str() == holder
        && marks.expires.is_none_or(|end| now < end)
        && marks.tlp != Some(Tlp::Red)
        && marks.cases.is_empty()
        && marks.codes.iter().map(Code::of).all(|code| terms.codes.contains(&code))
        && marks.category.iter().chain(&about).all(is_agreed)
}

impl Terms {
    /// Reads the words of terms: `H2`, `about:suspect`, `for:rescue`, `two-people`, in any order.
    ///
    /// # Errors
    ///
    /// [`MarksError`] when a word is none of these.
    pub fn from_words(words: &[String], until: Instant) -> Result<Self, MarksError> {
        let mut terms = Self {
            codes: BTreeSet::new(),
            categories: BTreeSet::new(),
            purposes: BTreeSet::new(),
            two_people: false,
            until,
        };
        for word in words {
            if word == TWO_PEOPLE {
                terms.two_people = true;
                continue;
            }
            if let Some(code) = Code::ALL.into_iter().find(|code| code.as_str() == word) {
                terms.codes.insert(code);
                continue;
            }
            let marks: Marks = word.parse()?;
            let others = Marks { category: None, purposes: BTreeSet::new(), ..marks.clone() };
            if others != Marks::default() || word.trim().is_empty() {
                return Err(MarksError::Word { word: word.clone() });
            }
            terms.categories.extend(marks.category);
            terms.purposes.extend(marks.purposes);
        }
        Ok(terms)
    }

    /// Their words, sorted within each kind.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let codes = self.codes.iter().map(|code| code.as_str().to_owned());
        let categories = self.categories.iter().copied().map(word_of);
        let purposes = self.purposes.iter().map(|purpose| {
            Marks { purposes: BTreeSet::from([*purpose]), ..Marks::default() }.to_string()
        });
        let two_people = Some(TWO_PEOPLE.to_owned()).filter(|_| self.two_people);
        codes.chain(categories).chain(purposes).chain(two_people).collect()
    }

    /// Why something with these marks may not go, if it may not.
    fn refusal(&self, marks: &Marks, now: Instant) -> Option<Refusal> {
        if self.until < now {
            return Some(Refusal::AgreementEnded { ended: self.until });
        }
        if let Some(code) = marks.codes.iter().map(Code::of).find(|code| !self.codes.contains(code))
        {
            return Some(Refusal::AgreementCode { code });
        }
        if let Some(category) = marks.category.filter(|known| !self.categories.contains(known)) {
            return Some(Refusal::AgreementCategory { category: word_of(category) });
        }
        let is_bound = marks.purposes.is_subset(&self.purposes) && !marks.purposes.is_empty();
        if !self.purposes.is_empty() && !is_bound {
            let allowed = self.purposes.iter().copied().collect();
            return Some(Refusal::AgreementPurpose { allowed });
        }
        None
    }
}

fn word_of(category: PersonCategory) -> String {
    Marks { category: Some(category), ..Marks::default() }.to_string()
}

impl Code {
    const ALL: [Self; 4] = [Self::H0, Self::H1, Self::H2, Self::H3];

    fn of(code: &HandlingCode) -> Self {
        match code {
            HandlingCode::H0 => Self::H0,
            HandlingCode::H1 => Self::H1,
            HandlingCode::H2 => Self::H2,
            HandlingCode::H3(_) => Self::H3,
        }
    }

    /// As marks write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::H0 => "H0",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
        }
    }
}

/// The word of terms under which two people stand behind each request.
const TWO_PEOPLE: &str = "two-people";

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Instant {
        "2026-01-01T00:00:00Z".parse().unwrap()
    }

    fn terms(words: &str) -> Terms {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        Terms::from_words(&words, now()).unwrap()
    }

    fn refused(terms: Option<&Terms>, marks: &str) -> Option<String> {
        let label = Label { originator: "kr.npa".parse().unwrap(), marks: marks.parse().unwrap() };
        let peer = Reader::peer("kh.npc".parse().unwrap());
        match decide_sharing(terms, &label, "kr.npa", &peer, now()) {
            Decision::Allow => None,
            Decision::Refuse(refusal) => Some(refusal.message().key.into_owned()),
        }
    }

    #[track_caller]
    fn check(terms: Option<&Terms>, marks: &str, expected: Option<&str>) {
        assert_eq!(refused(terms, marks).as_deref(), expected, "{marks}");
    }

    #[test]
    fn without_an_agreement_nothing_goes_and_without_marks_neither() {
        let generous = terms("H0 H1 H2 H3 about:victim about:suspect");

        check(None, "TLP:CLEAR", Some("refuse-no-agreement"));
        check(Some(&generous), "", Some("refuse-originator-only"));
        check(Some(&generous), "TLP:AMBER to:th.rtp", Some("refuse-tlp"));
        check(Some(&generous), "TLP:AMBER H2 to:kh.npc about:victim", None);
    }

    #[test]
    fn what_was_not_agreed_does_not_go() {
        let narrow = terms("H0 about:suspect for:rescue");

        check(Some(&narrow), "TLP:GREEN H0 for:rescue", None);
        check(Some(&narrow), "TLP:GREEN H2 for:rescue", Some("refuse-agreement-code"));
        let victim = "TLP:GREEN about:victim for:rescue";
        check(Some(&narrow), victim, Some("refuse-agreement-category"));
        check(Some(&narrow), "TLP:GREEN", Some("refuse-agreement-purpose"));
        let wider = "TLP:GREEN for:rescue for:statistics";
        check(Some(&narrow), wider, Some("refuse-agreement-purpose"));
        let ended = Terms { until: now().plus_seconds(-1), ..narrow };
        check(Some(&ended), "TLP:GREEN for:rescue", Some("refuse-agreement-ended"));
    }

    #[test]
    fn what_may_be_met_is_ours_agreed_and_never_a_victim() {
        let terms = Terms::from_words(
            &["H2", "about:suspect", "about:victim"].map(str::to_owned),
            "2027-01-01T00:00:00Z".parse().unwrap(),
        );
        let terms = terms.unwrap();
        let now = "2026-06-01T00:00:00Z".parse().unwrap();
        let met = |marks: &str, about, now| {
            let originator = "kr.npa".parse().unwrap();
            let label = Label { originator, marks: marks.parse().unwrap() };
            may_match(&terms, &label, about, "kr.npa", now)
        };
        let suspect = Some(PersonCategory::Suspect);

        for (marks, about) in [("", None), ("TLP:AMBER H2", suspect), ("about:suspect", None)] {
            assert!(met(marks, about, now), "{marks}");
        }
        for (marks, about) in [
            ("TLP:RED", None),
            ("H3:ask-first", None),
            ("in:kr.npa:case-1", None),
            ("about:victim", None),
            ("until:2026-05-01T00:00:00Z", None),
            ("", Some(PersonCategory::Victim)),
            ("about:victim", suspect),
            ("", Some(PersonCategory::Other)),
        ] {
            assert!(!met(marks, about, now), "{marks}");
        }
        assert!(!met("", None, "2027-01-02T00:00:00Z".parse().unwrap()), "the agreement ended");
        let label = Label { originator: "th.rtp".parse().unwrap(), marks: Marks::default() };
        assert!(!may_match(&terms, &label, None, "kr.npa", now), "another agency's");
    }

    #[test]
    fn terms_are_read_from_their_words_and_nothing_else() {
        let narrow = terms("two-people for:rescue about:victim H3 H0");

        assert_eq!(narrow.words(), ["H0", "H3", "about:victim", "for:rescue", "two-people"]);
        assert!(narrow.two_people && !terms("H0").two_people);
        for wrong in ["TLP:GREEN", "to:kh.npc", "H9", ""] {
            assert!(Terms::from_words(&[wrong.to_owned()], now()).is_err(), "{wrong}");
        }
    }
}
