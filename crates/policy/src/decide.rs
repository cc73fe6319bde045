//! The decision itself, rule by rule.

use liaison_model::messages::Message;
use liaison_model::{
    Act, AudienceMember, Instant, Label, MarkId, Marks, PersonCategory, Purpose, Reader,
    ReaderKind, Role, Scope, Tlp,
};

use crate::operation::{Operation, may};
use crate::purpose::purposes_of;
use crate::terms::Code;

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Allowed.
    Allow,
    /// Refused, with the reason.
    Refuse(Refusal),
}

/// Why something was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("refused by policy")]
#[non_exhaustive]
pub enum Refusal {
    /// The originator has marked it for nobody else.
    OriginatorOnly {
        /// Whose it is.
        originator: String,
    },
    /// The marks have run out.
    Expired {
        /// When they did.
        expired: Instant,
    },
    /// Readers are named, and this one is not among them.
    Audience,
    /// It stands in a case into which the reader is not let.
    Case,
    /// The traffic light stops it.
    Tlp {
        /// The light.
        tlp: Tlp,
        /// The agency it may not reach.
        agency: String,
    },
    /// A recipient wanted to pass on what it received.
    Forward {
        /// Who could allow it.
        originator: String,
    },
    /// It may be used for other purposes only.
    Purpose {
        /// Those that are allowed.
        allowed: Vec<Purpose>,
        /// Whether the reader named one at all.
        named: bool,
    },
    /// People are uncovered for a named purpose only.
    UncoverPurpose,
    /// The reader's roles do not look at people for the purpose that was named.
    PurposeRole {
        /// Those for which they do.
        allowed: Vec<Purpose>,
    },
    /// The reader's roles do not uncover this category of person.
    UncoverRole,
    /// Peers look on their own nodes.
    PeerUncover,
    /// Somebody presumed or held to be a victim is named to no other agency as a suspect, unless an
    /// officer releases them.
    PresumedVictim,
    /// Nobody is named to another agency as a suspect who was not screened.
    NotScreened,
    /// Its originator gave it under H1: it is asked before this goes before a court.
    CourtUse {
        /// Whose it is.
        originator: String,
    },
    /// Nothing goes to an agency with which there is no agreement.
    NoAgreement {
        /// The agency.
        agency: String,
    },
    /// The agreement has run out.
    AgreementEnded {
        /// When it did.
        ended: Instant,
    },
    /// The agreement does not cover a handling code.
    AgreementCode {
        /// The code.
        code: Code,
    },
    /// The agreement does not cover this category of person.
    AgreementCategory {
        /// The category as marks write it.
        category: String,
    },
    /// The agreement is for other purposes, or the marks name none.
    AgreementPurpose {
        /// Those that it covers.
        allowed: Vec<Purpose>,
    },
    /// None of the reader's roles does such a thing.
    Operation {
        /// What was asked for.
        operation: Operation,
    },
}

impl Decision {
    /// Whether the answer is yes.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allow)
    }

    /// The answer as a result.
    ///
    /// # Errors
    ///
    /// The refusal.
    pub fn into_result(self) -> Result<(), Refusal> {
        match self {
            Self::Allow => Ok(()),
            Self::Refuse(refusal) => Err(refusal),
        }
    }
}

impl Refusal {
    /// The reason in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let list = |purposes: &[Purpose]| {
            purposes.iter().map(Purpose::to_string).collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::OriginatorOnly { originator } => {
                Message::new("refuse-originator-only").with("originator", originator)
            }
            Self::Expired { expired } => Message::new("refuse-expired").with("expired", expired),
            Self::Audience => Message::new("refuse-audience"),
            Self::Case => Message::new("refuse-case"),
            Self::Tlp { tlp, agency } => {
                Message::new("refuse-tlp").with("tlp", format!("TLP:{tlp}")).with("agency", agency)
            }
            Self::Forward { originator } => {
                Message::new("refuse-forward").with("originator", originator)
            }
            Self::Purpose { allowed, named: true } => {
                Message::new("refuse-purpose").with("purposes", list(allowed))
            }
            Self::Purpose { allowed, named: false } => {
                Message::new("refuse-purpose-missing").with("purposes", list(allowed))
            }
            Self::PurposeRole { allowed } => {
                Message::new("refuse-purpose-role").with("purposes", list(allowed))
            }
            Self::UncoverPurpose => Message::new("refuse-uncover-purpose"),
            Self::UncoverRole => Message::new("refuse-uncover-role"),
            Self::PeerUncover => Message::new("refuse-peer-uncover"),
            Self::PresumedVictim => Message::new("refuse-presumed-victim"),
            Self::NotScreened => Message::new("refuse-not-screened"),
            Self::CourtUse { originator } => {
                Message::new("refuse-court-use").with("originator", originator)
            }
            Self::NoAgreement { agency } => {
                Message::new("refuse-no-agreement").with("agency", agency)
            }
            Self::AgreementEnded { ended } => {
                Message::new("refuse-agreement-ended").with("ended", ended)
            }
            Self::AgreementCode { code } => {
                Message::new("refuse-agreement-code").with("code", code.as_str())
            }
            Self::AgreementCategory { category } => {
                Message::new("refuse-agreement-category").with("category", category)
            }
            Self::AgreementPurpose { allowed } => {
                Message::new("refuse-agreement-purpose").with("purposes", list(allowed))
            }
            Self::Operation { operation } => {
                Message::new("refuse-operation").with("operation", operation)
            }
        }
    }
}

/// May `reader` do `act` with what carries `label`, at `now`?
///
/// `holder` is the agency on whose node the question is asked: passing on is judged differently
/// by the originator and by someone who only holds a copy.
#[must_use]
pub fn decide(label: &Label, holder: &str, reader: &Reader, act: Act, now: Instant) -> Decision {
    match refusal(label, holder, reader, act, now) {
        None => Decision::Allow,
        Some(refusal) => Decision::Refuse(refusal),
    }
}

/// The filter that admits exactly what [`decide`] allows, over the labels a store knows.
#[must_use]
pub fn scope<'a>(
    labels: impl IntoIterator<Item = (MarkId, &'a Label)>,
    holder: &str,
    reader: &Reader,
    act: Act,
    now: Instant,
) -> Scope {
    let admitted = labels
        .into_iter()
        .filter(|(_, label)| decide(label, holder, reader, act, now).is_allowed())
        .map(|(mark, label)| (mark, label.marks.expires));
    Scope::new(now, admitted)
}

fn refusal(
    label: &Label,
    holder: &str,
    reader: &Reader,
    act: Act,
    now: Instant,
) -> Option<Refusal> {
    let marks = &label.marks;
    if marks.has_expired(now) {
        return marks.expires.map(|expired| Refusal::Expired { expired });
    }
    let originator = label.originator.as_str();
    if act == Act::Share && originator != holder && !marks.is_public() {
        // Sharing hands out a copy; only the originator's own grant makes copies.
        return Some(Refusal::Forward { originator: originator.to_owned() });
    }
    let is_own = reader.agency == label.originator;
    if !is_own && let Some(refusal) = refuse_stranger(marks, originator, reader) {
        return Some(refusal);
    }
    if let Some(refusal) = refuse_unnamed(marks, is_own, reader) {
        return Some(refusal);
    }
    if !marks.cases.is_subset(&reader.cases) {
        return Some(Refusal::Case);
    }
    match act {
        Act::Find | Act::Read => None,
        Act::Export => refuse_purpose(marks, reader),
        Act::Share => None,
        Act::Uncover => refuse_uncovering(marks, reader).or_else(|| refuse_purpose(marks, reader)),
    }
}

/// Another agency than the originator needs the originator's marks to say so.
fn refuse_stranger(marks: &Marks, originator: &str, reader: &Reader) -> Option<Refusal> {
    let Some(tlp) = marks.tlp else {
        return Some(Refusal::OriginatorOnly { originator: originator.to_owned() });
    };
    let agency_is_named = marks.audience.iter().any(|member| member.agency == reader.agency);
    match tlp {
        Tlp::Clear | Tlp::Green => None,
        Tlp::Amber | Tlp::AmberStrict | Tlp::Red if agency_is_named => None,
        Tlp::Amber | Tlp::AmberStrict | Tlp::Red => {
            Some(Refusal::Tlp { tlp, agency: reader.agency.to_string() })
        }
    }
}

/// Where readers are named, the reader must be one of them. The originator's own officers are
/// bound only by the members of their own agency that are named more closely than the agency.
fn refuse_unnamed(marks: &Marks, is_own: bool, reader: &Reader) -> Option<Refusal> {
    if marks.audience.is_empty() {
        return None;
    }
    let of_agency = || marks.audience.iter().filter(|member| member.agency == reader.agency);
    if is_own && of_agency().next().is_none() {
        return None;
    }
    let is_named = of_agency().any(|member| names(member, reader));
    if is_named { None } else { Some(Refusal::Audience) }
}

fn names(member: &AudienceMember, reader: &Reader) -> bool {
    match &reader.kind {
        // A peer's node receives for its units and officers, and enforces the rest itself.
        ReaderKind::Peer => true,
        ReaderKind::Officer { name, unit, .. } => {
            member.unit.is_none_or_eq(unit.as_deref())
                && member.officer.is_none_or_eq(Some(name.as_ref()))
        }
    }
}

/// `None` names everybody.
trait NamesEverybody {
    fn is_none_or_eq(&self, other: Option<&str>) -> bool;
}

impl NamesEverybody for Option<Box<str>> {
    fn is_none_or_eq(&self, other: Option<&str>) -> bool {
        self.as_deref().is_none_or(|named| Some(named) == other)
    }
}

fn refuse_purpose(marks: &Marks, reader: &Reader) -> Option<Refusal> {
    let fits = marks.purposes.is_empty()
        || reader.purpose.is_some_and(|purpose| marks.purposes.contains(&purpose));
    let allowed = || marks.purposes.iter().copied().collect();
    if fits {
        None
    } else {
        Some(Refusal::Purpose { allowed: allowed(), named: reader.purpose.is_some() })
    }
}

/// May `reader` uncover this in an emergency, against the rules about roles and against the purposes
/// that their own agency named?
///
/// What its originator keeps from them stays kept: an emergency here is no right to another agency's
/// facts, and what one may not read at all nobody uncovers.
#[must_use]
pub fn decide_in_emergency(label: &Label, holder: &str, reader: &Reader, now: Instant) -> Decision {
    let ReaderKind::Officer { roles, .. } = &reader.kind else {
        return Decision::Refuse(Refusal::PeerUncover);
    };
    let kept = refusal(label, holder, reader, Act::Read, now);
    let is_own = reader.agency == label.originator;
    let kept = kept.or_else(|| refuse_purpose(&label.marks, reader).filter(|_| !is_own));
    match kept {
        Some(refusal) => Decision::Refuse(refusal),
        None => may(roles, Operation::LookInEmergency),
    }
}

/// May this reader look at a person for the purpose that they name?
#[must_use]
pub fn may_look(reader: &Reader) -> Decision {
    refuse_purpose_of_roles(reader).map_or(Decision::Allow, Decision::Refuse)
}

fn refuse_purpose_of_roles(reader: &Reader) -> Option<Refusal> {
    let Some(purpose) = reader.purpose else { return Some(Refusal::UncoverPurpose) };
    let allowed = purposes_of(reader);
    (!allowed.contains(&purpose)).then_some(Refusal::PurposeRole { allowed })
}

/// Uncovering needs a purpose, a person on this node, and for victims a role that cares for them
/// or answers for those who do.
fn refuse_uncovering(marks: &Marks, reader: &Reader) -> Option<Refusal> {
    if marks.is_public() {
        return None;
    }
    if reader.kind == ReaderKind::Peer {
        return Some(Refusal::PeerUncover);
    }
    if let Some(refusal) = refuse_purpose_of_roles(reader) {
        return Some(refusal);
    }
    let roles: &[Role] = match marks.category {
        Some(PersonCategory::Victim) => VICTIM_ROLES,
        _ => PERSON_ROLES,
    };
    let has_role = roles.iter().any(|role| reader.has_role(*role));
    if has_role { None } else { Some(Refusal::UncoverRole) }
}

const VICTIM_ROLES: &[Role] =
    &[Role::Supervisor, Role::LiaisonOfficer, Role::ConsularOfficer, Role::VictimSupport];
const PERSON_ROLES: &[Role] = &[
    Role::Analyst,
    Role::Supervisor,
    Role::LiaisonOfficer,
    Role::ConsularOfficer,
    Role::VictimSupport,
    Role::Auditor,
];

#[cfg(test)]
mod tests {
    use super::*;
    use liaison_model::AgencyId;
    use proptest::prelude::*;

    const NOW: &str = "2026-01-01T00:00:00Z";

    fn agency(text: &str) -> AgencyId {
        text.parse().unwrap()
    }

    fn label(marks: &str) -> Label {
        Label { originator: agency("kr.npa"), marks: marks.parse().unwrap() }
    }

    fn now() -> Instant {
        NOW.parse().unwrap()
    }

    fn officer(of: &str, role: Role) -> Reader {
        Reader::officer(agency(of), "min", [role])
    }

    fn check(marks: &str, holder: &str, reader: &Reader, act: Act) -> bool {
        decide(&label(marks), holder, reader, act, now()).is_allowed()
    }

    #[test]
    fn what_is_unmarked_stays_with_its_originator() {
        assert!(check("", "kr.npa", &officer("kr.npa", Role::Analyst), Act::Read));
        for act in [Act::Find, Act::Read, Act::Uncover, Act::Export, Act::Share] {
            assert!(!check("", "kr.npa", &Reader::peer(agency("kh.npc")), act), "{act:?}");
        }
    }

    #[test]
    fn amber_reaches_the_named_agency_and_no_other() {
        let marks = "TLP:AMBER to:kh.npc";

        assert!(check(marks, "kr.npa", &Reader::peer(agency("kh.npc")), Act::Share));
        assert!(!check(marks, "kr.npa", &Reader::peer(agency("th.rtp")), Act::Share));
    }

    #[test]
    fn a_recipient_cannot_forward_what_the_originator_kept() {
        let to_thailand = Reader::peer(agency("th.rtp"));

        assert!(check("TLP:GREEN", "kr.npa", &to_thailand, Act::Share));
        assert!(!check("TLP:GREEN", "kh.npc", &to_thailand, Act::Share));
    }

    #[test]
    fn an_emergency_opens_what_roles_keep_and_nothing_that_an_originator_keeps() {
        let open = |marks: &str, reader: &Reader| {
            let reader = reader.clone().with_purpose(Purpose::Rescue);
            decide_in_emergency(&label(marks), "kr.npa", &reader, now()).is_allowed()
        };
        let analyst = officer("kr.npa", Role::Analyst);
        let cambodian = officer("kh.npc", Role::Analyst);

        assert!(!check("about:victim", "kr.npa", &analyst, Act::Uncover));
        assert!(open("about:victim", &analyst));
        assert!(open("about:victim for:repatriation", &analyst));
        assert!(!open("in:kr.npa:case-1", &analyst));
        assert!(!open("TLP:RED until:2025-12-31T00:00:00Z", &analyst));
        assert!(!open("about:victim", &cambodian));
        assert!(!open("TLP:AMBER to:kh.npc for:repatriation", &cambodian));
        assert!(open("TLP:AMBER to:kh.npc for:rescue", &cambodian));
        for role in [Role::Auditor, Role::Administrator] {
            assert!(!open("about:victim", &officer("kr.npa", role)), "{role}");
        }
        assert!(!open("TLP:GREEN", &Reader::peer(agency("kh.npc"))));
    }

    #[test]
    fn what_has_run_out_is_hidden_from_its_originator_too() {
        let reader = officer("kr.npa", Role::Supervisor);

        assert!(!check("TLP:RED until:2025-12-31T00:00:00Z", "kr.npa", &reader, Act::Find));
    }

    #[test]
    fn what_stands_in_a_case_is_for_those_who_are_let_into_it() {
        let case = |id: &str| [id.parse().unwrap()].into();
        let reader = || officer("kr.npa", Role::Supervisor);
        let (one, other) = ("kr.npa:case-1", "kr.npa:case-2");

        for act in [Act::Find, Act::Read, Act::Export] {
            assert!(!check("in:kr.npa:case-1", "kr.npa", &reader(), act));
            assert!(!check("in:kr.npa:case-1", "kr.npa", &reader().let_into(case(other)), act));
            assert!(check("in:kr.npa:case-1", "kr.npa", &reader().let_into(case(one)), act));
        }
        let both = "in:kr.npa:case-1 in:kr.npa:case-2";
        assert!(!check(both, "kr.npa", &reader().let_into(case(one)), Act::Read));
    }

    #[test]
    fn a_named_officer_is_the_only_one_of_the_agency() {
        let marks = "TLP:RED to:kh.npc/cyber/min";
        let with_unit = |unit: &str| Reader {
            kind: ReaderKind::Officer {
                name: "min".into(),
                unit: Some(unit.into()),
                roles: [Role::Analyst].into(),
            },
            ..officer("kh.npc", Role::Analyst)
        };

        assert!(check(marks, "kh.npc", &with_unit("cyber"), Act::Read));
        assert!(!check(marks, "kh.npc", &with_unit("traffic"), Act::Read));
        assert!(!check(marks, "kh.npc", &officer("kh.npc", Role::Analyst), Act::Read));
    }

    #[test]
    fn a_victim_is_uncovered_for_a_purpose_and_by_those_who_care() {
        let marks = "about:victim";
        let analyst = officer("kr.npa", Role::Analyst).with_purpose(Purpose::Rescue);
        let consul = officer("kr.npa", Role::ConsularOfficer);

        assert!(!check(marks, "kr.npa", &analyst, Act::Uncover));
        assert!(!check(marks, "kr.npa", &consul, Act::Uncover));
        assert!(check(marks, "kr.npa", &consul.with_purpose(Purpose::Rescue), Act::Uncover));
    }

    #[test]
    fn a_use_outside_the_named_purposes_is_refused_with_them() {
        let reader = officer("kr.npa", Role::Analyst).with_purpose(Purpose::Statistics);

        let decision = decide(&label("for:rescue"), "kr.npa", &reader, Act::Export, now());

        let refusal = Refusal::Purpose { allowed: vec![Purpose::Rescue], named: true };
        assert_eq!(decision, Decision::Refuse(refusal));
    }

    fn any_label() -> impl Strategy<Value = Label> {
        let words = proptest::sample::subsequence(
            vec![
                "H2",
                "PAP:RED",
                "to:kh.npc",
                "to:kr.npa/cyber",
                "for:rescue",
                "in:kr.npa:case-1",
                "about:victim",
            ],
            0..=7,
        );
        let tlp =
            proptest::sample::select(vec!["", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED"]);
        let until = proptest::sample::select(vec![
            "",
            "until:2025-01-01T00:00:00Z",
            "until:2030-01-01T00:00:00Z",
        ]);
        let origin = proptest::sample::select(vec!["kr.npa", "kh.npc"]);
        (tlp, words, until, origin).prop_map(|(tlp, words, until, origin)| Label {
            originator: agency(origin),
            marks: format!("{tlp} {} {until}", words.join(" ")).parse().unwrap(),
        })
    }

    fn any_reader() -> impl Strategy<Value = Reader> {
        let agency_id = proptest::sample::select(vec!["kr.npa", "kh.npc", "th.rtp"]);
        let flags = (any::<bool>(), any::<bool>(), any::<bool>());
        (agency_id, flags).prop_map(|(of, (is_peer, with_purpose, is_member))| {
            let reader =
                if is_peer { Reader::peer(agency(of)) } else { officer(of, Role::ConsularOfficer) };
            let cases = is_member.then(|| "kr.npa:case-1".parse().unwrap()).into_iter();
            let reader = reader.let_into(cases.collect());
            if with_purpose { reader.with_purpose(Purpose::Rescue) } else { reader }
        })
    }

    proptest! {
        #[test]
        fn a_scope_admits_exactly_what_the_decision_allows(
            labels in proptest::collection::vec(any_label(), 1..20),
            reader in any_reader(),
            act in proptest::sample::select(vec![Act::Find, Act::Read, Act::Uncover, Act::Export, Act::Share]),
        ) {
            let numbered = || (0_u32..).zip(&labels);
            let scope = scope(numbered(), "kr.npa", &reader, act, now());
            for (mark, label) in numbered() {
                let allowed = decide(label, "kr.npa", &reader, act, now()).is_allowed();
                prop_assert_eq!(scope.admits(mark), allowed);
            }
        }

        #[test]
        fn stricter_marks_never_let_a_stranger_in(
            a in any_label(), b in any_label(), reader in any_reader(),
        ) {
            let both = Label { originator: a.originator.clone(), marks: a.marks.strictest(&b.marks) };
            let is_stranger = reader.agency != both.originator;
            let allowed = |label: &Label| decide(label, "kr.npa", &reader, Act::Read, now()).is_allowed();
            let b = Label { originator: both.originator.clone(), ..b };
            prop_assert!(!is_stranger || !allowed(&both) || (allowed(&a) && allowed(&b)));
        }
    }
}
