//! Compares two prepared names: pairs their parts, weighs the evidence, gives a probability.

use std::cmp::Ordering;

use crate::align::{Link, Links, best_links, letter_edits};
use crate::calibration::{Calibration, FEATURES};
use crate::prepare::{Group, Kind, PARTS_MAX, Prepared, SYLLABLE_BELOW};
use crate::script::Script;
use crate::syllable::worst_excess;
use crate::words::Word;

/// What the names alone say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The names are spellings of one name, and rare enough to say so.
    Same,
    /// The names contradict each other.
    Different,
    /// Too little is there to compare, or too many people are called so.
    CannotDecide,
}

impl State {
    /// The key of its sentence in the catalogue of messages.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Same => "names-state-same",
            Self::Different => "names-state-different",
            Self::CannotDecide => "names-state-cannot-decide",
        }
    }
}

/// Why a step of an explanation was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Rule {
    /// The same letters.
    Equal,
    /// Spellings of one sound, by the costs learnt between two scripts or spellings.
    Sound,
    /// The same character in its traditional and simplified form, or read in Korean.
    Reading,
    /// Letters that differ by a few edits.
    Edit,
    /// Parts on both sides that are not spellings of one another.
    Contradiction,
    /// A part that the other name leaves out.
    Omission,
    /// One part is the beginning of the other, or its first letter.
    Abbreviation,
    /// Forms of one name: of two languages, or a short one.
    Variant,
    /// Words of two languages for one kind of organisation, or one number.
    Meaning,
    /// Parts that cannot be of one bearer: Văn and Thị, another number, an initial of neither.
    Exclusion,
    /// The legal forms of two organisations differ.
    LegalForm,
}

impl Rule {
    /// The key of the sentence in the catalogue of messages.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Equal => "names-rule-equal",
            Self::Sound => "names-rule-sound",
            Self::Reading => "names-rule-reading",
            Self::Edit => "names-rule-edit",
            Self::Contradiction => "names-rule-contradiction",
            Self::Omission => "names-rule-omission",
            Self::Abbreviation => "names-rule-abbreviation",
            Self::Variant => "names-rule-variant",
            Self::Meaning => "names-rule-meaning",
            Self::Exclusion => "names-rule-exclusion",
            Self::LegalForm => "names-rule-legal-form",
        }
    }
}

/// One step of an explanation, of 8 bytes: which parts of both names, by which rule, with which
/// weight. Words are made of it when it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Why.
    pub rule: Rule,
    /// First part and number of parts of the first name; the number is 0 when it has none here.
    pub first: (u8, u8),
    /// The same of the second name.
    pub second: (u8, u8),
    /// Evidence for one name, in eighths of a bit; against it when negative.
    pub weight: i16,
}

/// Two names compared. A plain value without allocation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// How likely two records with these names are one, when as many pairs are as are not.
    pub probability: f32,
    /// What the names alone say.
    pub state: State,
    steps: [Step; STEPS_MAX],
    steps_count: u8,
}

impl Comparison {
    /// Whether the probability reaches [`MATCH_THRESHOLD`].
    #[must_use]
    pub fn is_match(&self) -> bool {
        MATCH_THRESHOLD <= self.probability
    }

    /// What the probability rests on.
    #[must_use]
    pub fn explanation(&self) -> &[Step] {
        &self.steps[..usize::from(self.steps_count)]
    }
}

/// Compares two names. Symmetric but for the sides in the explanation. O(parts² × letters²), with
/// at most 12 parts of 32 letters.
#[must_use]
pub fn compare(a: &Prepared, b: &Prepared) -> Comparison {
    let is_swapped = a.order(b) == Ordering::Greater;
    let mut evidence = if is_swapped { evidence(b, a) } else { evidence(a, b) };
    if is_swapped {
        for step in &mut evidence.steps {
            std::mem::swap(&mut step.first, &mut step.second);
        }
    }
    let probability = Calibration::of(evidence.class).probability(&evidence.features);
    let state = if evidence.is_thin {
        State::CannotDecide
    } else if MATCH_THRESHOLD <= probability {
        State::Same
    } else if probability < DIFFERENT_BELOW {
        State::Different
    } else {
        State::CannotDecide
    };
    Comparison { probability, state, steps: evidence.steps, steps_count: evidence.steps_count }
}

/// The evidence of a pair before calibration, for fitting and measuring.
#[must_use]
pub fn features(a: &Prepared, b: &Prepared) -> (&'static str, [f32; FEATURES]) {
    let is_swapped = a.order(b) == Ordering::Greater;
    let evidence = if is_swapped { evidence(b, a) } else { evidence(a, b) };
    (evidence.class.name(), evidence.features)
}

/// Which calibration holds for a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Organisation,
    Same,
    LatinKorean,
    LatinEastern,
    LatinLatin,
    LatinHangul,
    LatinHan,
    HangulHan,
    LatinIndic,
    LatinOther,
    Distant,
}

impl Class {
    fn of(a: &Prepared, b: &Prepared) -> Self {
        if a.kind == Kind::Organisation || b.kind == Kind::Organisation {
            return Self::Organisation;
        }
        let script = |name: &Prepared| name.parts.first().map_or(Script::Other, |p| p.script);
        let (low, high) = (script(a).min(script(b)), script(a).max(script(b)));
        match (low, high) {
            (Script::Latin, Script::Latin) if a.eastern && b.eastern => {
                if Prepared::are_korean(a, b) { Self::LatinKorean } else { Self::LatinEastern }
            }
            (Script::Latin, Script::Latin) => Self::LatinLatin,
            (Script::Latin, Script::Hangul) => Self::LatinHangul,
            (Script::Latin, Script::Han) => Self::LatinHan,
            (Script::Hangul, Script::Han) => Self::HangulHan,
            (Script::Latin, Script::Thai | Script::Lao | Script::Khmer | Script::Burmese) => {
                Self::LatinIndic
            }
            (Script::Latin, _) => Self::LatinOther,
            _ if low == high => Self::Same,
            _ => Self::Distant,
        }
    }

    /// The name under which the calibration's data has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Same => "same",
            Self::LatinKorean => "latin-korean",
            Self::LatinEastern => "latin-eastern",
            Self::LatinLatin => "latin-latin",
            Self::LatinHangul => "latin-hangul",
            Self::LatinHan => "latin-han",
            Self::HangulHan => "hangul-han",
            Self::LatinIndic => "latin-indic",
            Self::LatinOther => "latin-other",
            Self::Distant => "distant",
        }
    }
}

struct Evidence {
    class: Class,
    features: [f32; FEATURES],
    steps: [Step; STEPS_MAX],
    steps_count: u8,
    /// Words on both sides that cannot be of one bearer.
    exclusions: u8,
    is_thin: bool,
}

fn evidence(a: &Prepared, b: &Prepared) -> Evidence {
    let mut evidence = Evidence {
        class: Class::of(a, b),
        features: [0.0; FEATURES],
        steps: [NO_STEP; STEPS_MAX],
        steps_count: 0,
        exclusions: 0,
        is_thin: true,
    };
    if a.is_empty() || b.is_empty() {
        return evidence;
    }
    let mut sums = Sums::default();
    let mut order: [(u8, u8); PARTS_MAX] = [(0, 0); PARTS_MAX];
    let mut count = 0;
    let links = best_links(a, b);
    for link in links.found() {
        let (of_a, of_b) = (&a.groups[usize::from(link.a)], &b.groups[usize::from(link.b)]);
        if 0 < link.weight {
            order[count] = (of_a.start, of_b.start);
            count += 1;
        }
        sums.add(link, of_a, of_b);
        sums.misspelt = sums.misspelt.max(worst_syllable(link, a, b));
        sums.respelt = sums.respelt.max(letters_respelt(link, a, b));
        evidence.push(link.rule, (of_a.start, of_a.count), (of_b.start, of_b.count), link.weight);
    }
    let order = &mut order[..count];
    order.sort_unstable();
    sums.swapped = order.windows(2).filter(|pair| pair[1].1 < pair[0].1).count();
    (sums.rest_a, sums.rest_b) = (Rest::of(a, links.left_a), Rest::of(b, links.left_b));
    evidence.push_rests(a, b, links.left_a, links.left_b);
    evidence.push_exclusions(a, b, &links);
    sums.exclusions = evidence.exclusions;
    evidence.features = sums.features(a, b);
    let contradicts = 0 < sums.rest_a.weight.min(sums.rest_b.weight) || 0 < evidence.exclusions;
    evidence.is_thin = sums.evidence < THIN_BELOW && !contradicts;
    evidence
}

impl Evidence {
    fn push(&mut self, rule: Rule, first: (u8, u8), second: (u8, u8), weight: i32) {
        let at = usize::from(self.steps_count);
        if let Some(step) = self.steps.get_mut(at) {
            let weight = weight.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
            *step = Step { rule, first, second, weight };
            self.steps_count += 1;
        }
    }

    fn push_rests(&mut self, a: &Prepared, b: &Prepared, left_a: u16, left_b: u16) {
        let rule = if left_a != 0 && left_b != 0 { Rule::Contradiction } else { Rule::Omission };
        for (at, part) in left(a, left_a) {
            self.push(rule, (at, 1), (0, 0), -(part.weight as i32));
        }
        for (at, part) in left(b, left_b) {
            self.push(rule, (0, 0), (at, 1), -(part.weight as i32));
        }
    }

    fn push_exclusions(&mut self, a: &Prepared, b: &Prepared, links: &Links) {
        let (left_a, left_b, turned) = (links.left_a, links.left_b, is_turned(a, b, links));
        let weight = -(EXCLUSION_BITS * 8);
        let are_persons = a.kind == Kind::Person && b.kind == Kind::Person;
        for (at_a, part_a) in left(a, left_a) {
            for (at_b, part_b) in left(b, left_b) {
                let words = part_a.word.zip(part_b.word);
                let sure = words.map_or(0, |(one, two): (Word, Word)| one.contradiction(two));
                if 0 < sure {
                    self.exclusions = self.exclusions.saturating_add(sure);
                    self.push(Rule::Exclusion, (at_a, 1), (at_b, 1), weight);
                }
            }
            // An initial that fits none of what is left is of another person.
            if are_persons && a.initial(at_a).is_some() && left_b != 0 {
                self.exclusions = self.exclusions.saturating_add(1);
                self.push(Rule::Exclusion, (at_a, 1), (0, 0), weight);
            }
        }
        for (at_b, _) in left(b, left_b) {
            if are_persons && b.initial(at_b).is_some() && left_a != 0 {
                self.exclusions = self.exclusions.saturating_add(1);
                self.push(Rule::Exclusion, (0, 0), (at_b, 1), weight);
            }
        }
        if let Some((child, parent)) = turned {
            self.exclusions = self.exclusions.saturating_add(TURNED);
            self.push(Rule::Exclusion, (child, 1), (parent, 1), weight);
        }
        if a.legal_form.zip(b.legal_form).is_some_and(|(one, two)| one != two) {
            self.exclusions = self.exclusions.saturating_add(1);
            self.push(Rule::LegalForm, (0, 0), (0, 0), weight);
        }
    }
}

/// The child of one name that is the parent of the other, and is not the child there, too.
fn is_turned(a: &Prepared, b: &Prepared, links: &Links) -> Option<(u8, u8)> {
    let ((child_a, parent_a), (child_b, parent_b)) = (a.child_and_parent()?, b.child_and_parent()?);
    let are_linked = |of_a: u8, of_b: u8| {
        links.found().iter().any(|link| {
            let (group_a, group_b) =
                (&a.groups[usize::from(link.a)], &b.groups[usize::from(link.b)]);
            0 < link.weight && (group_a.start, group_b.start) == (of_a, of_b)
        })
    };
    let crossed = [(child_a, parent_b), (parent_a, child_b)];
    crossed.into_iter().find(|(of_a, of_b)| are_linked(*of_a, *of_b))
}

/// The parts of a name that are marked, with their places.
fn left(name: &Prepared, marked: u16) -> impl Iterator<Item = (u8, &crate::prepare::Part)> {
    // At most twelve parts.
    let parts = name.parts.iter().enumerate().map(|(at, part)| (at as u8, part));
    parts.filter(move |(at, _)| marked & (1 << at) != 0)
}

/// What is left of one name, in eighths of a bit.
#[derive(Default, Clone, Copy)]
struct Rest {
    weight: i32,
    /// What its letters tell, however common it is.
    letters: i32,
    /// The same without what looks unlike a Korean or Chinese name: a name in another language
    /// beside the native one contradicts less than a native one.
    native: i32,
    /// Whether some part is a syllable of a Korean or Chinese name.
    has_syllable: bool,
}

impl Rest {
    fn of(name: &Prepared, marked: u16) -> Self {
        let mut rest = Self::default();
        for (_, part) in left(name, marked) {
            rest.weight += part.weight as i32;
            rest.letters += part.letters_weight as i32;
            rest.native += part.weight.saturating_sub(part.strangeness) as i32;
            rest.has_syllable |= part.strangeness < SYLLABLE_BELOW;
        }
        rest
    }
}

/// Sums over the links of a comparison, in eighths of a bit.
#[derive(Default)]
struct Sums {
    evidence: i32,
    against: i32,
    linked_a: i32,
    linked_b: i32,
    /// Parts of links that speak against one name.
    misfit_a: i32,
    misfit_b: i32,
    /// What the linked parts tell, as far as they fit, see [`fitting`].
    fit: i32,
    fit_a: i32,
    fit_b: i32,
    worst: i32,
    /// How much more the worst syllable costs than as it is mostly written.
    misspelt: u32,
    /// How many letters of the link that fits worst in one script are others.
    respelt: i32,
    /// Evidence of the strongest link.
    strongest: i32,
    links: i32,
    rest_a: Rest,
    rest_b: Rest,
    exclusions: u8,
    swapped: usize,
}

/// How badly the syllable of a Hangul run fits that fits worst beside Latin letters.
fn worst_syllable(link: &Link, a: &Prepared, b: &Prepared) -> u32 {
    let (of_a, of_b) = (&a.groups[usize::from(link.a)], &b.groups[usize::from(link.b)]);
    let (hangul, native, latin, letters) = match (of_a.script, of_b.script) {
        (Script::Hangul, Script::Latin) => (a, of_a, b, of_b),
        (Script::Latin, Script::Hangul) => (b, of_b, a, of_a),
        _ => return 0,
    };
    let symbols = hangul.said(native).next().unwrap_or_default();
    worst_excess(symbols, latin.letters_of(letters))
}

/// How many letters differ in two spellings of one script that are linked by their sound or letters.
fn letters_respelt(link: &Link, a: &Prepared, b: &Prepared) -> i32 {
    let (of_a, of_b) = (&a.groups[usize::from(link.a)], &b.groups[usize::from(link.b)]);
    if of_a.script != of_b.script || !matches!(link.rule, Rule::Sound | Rule::Edit) {
        return 0;
    }
    letter_edits(a.text_of(of_a), b.text_of(of_b))
}

/// How much of `whole` fits in a link: all of it at the weight of its more common part, nothing at
/// half of that weight against it. Unrelated words mostly lie below, however long they are.
fn fitting(whole: i32, weight: i32, common: i32) -> i32 {
    whole * (2 * weight + common).clamp(0, 3 * common) / (3 * common).max(1)
}

impl Sums {
    fn add(&mut self, link: &Link, a: &Group, b: &Group) {
        let (of_a, of_b) = (a.weight as i32, b.weight as i32);
        let common = of_a.min(of_b);
        self.worst = self.worst.min(link.weight - common);
        self.fit += fitting(common, link.weight, common);
        self.fit_a += fitting(of_a, link.weight, common);
        self.fit_b += fitting(of_b, link.weight, common);
        if link.weight <= 0 {
            self.against += link.weight;
            self.misfit_a += of_a;
            self.misfit_b += of_b;
            return;
        }
        self.evidence += link.weight;
        self.linked_a += of_a;
        self.linked_b += of_b;
        self.strongest = self.strongest.max(link.weight);
        self.links += 1;
    }

    /// What the syllables tell that one spelling of a Korean name has beyond all parts of the one in
    /// Hangul, of which family and given name are known, or the reverse.
    fn syllable_more(&self, a: &Prepared, b: &Prepared) -> i32 {
        let is_whole = |name: &Prepared, rest: &Rest| rest.weight == 0 && 2 <= name.parts.len();
        let is_hangul = |name: &Prepared| name.parts[0].script == Script::Hangul;
        let is_korean = |name: &Prepared| name.eastern || is_hangul(name);
        let are_korean = (is_hangul(a) || is_hangul(b)) && is_korean(a) && is_korean(b);
        match (is_whole(a, &self.rest_a), is_whole(b, &self.rest_b)) {
            (true, false) if are_korean => self.rest_b.native,
            (false, true) if are_korean => self.rest_a.native,
            _ => 0,
        }
    }

    /// Numbers of which more speaks for one name, then those of which more speaks against it, then
    /// one that may mean either; the fit keeps to it. Names with nothing in common have zero in all
    /// of the first, and a part more that the other name lacks raises none of them and lowers none
    /// of the second.
    fn features(&self, a: &Prepared, b: &Prepared) -> [f32; FEATURES] {
        let bits = |eighths: i32| eighths as f32 / 8.0;
        let share = |part: i32, whole: i32| part as f32 / whole.max(8) as f32;
        let (rest_a, rest_b) = (&self.rest_a, &self.rest_b);
        let over_a = rest_a.weight + self.misfit_a;
        let over_b = rest_b.weight + self.misfit_b;
        let (whole_a, whole_b) = (self.linked_a + over_a, self.linked_b + over_b);
        let (fit_a, fit_b) = (share(self.fit_a, whole_a), share(self.fit_b, whole_b));
        let (fit_low, fit_high) = (fit_a.min(fit_b), fit_a.max(fit_b));
        let proven = share(self.evidence, whole_a.max(whole_b));
        let (fit, evidence) = (bits(self.fit), bits(self.evidence));
        // How well the worst link fits: nothing fits worse than where nothing fits at all.
        let worst =
            |depth: f32| if self.fit == 0 { 0.0 } else { (bits(self.worst) + depth).max(0.0) };
        let is_linked = |yes: bool| f32::from(u8::from(yes && 0 < self.links));
        let parts = a.parts.len().min(b.parts.len());
        let contradiction = bits(rest_a.letters.min(rest_b.letters));
        let native = bits(rest_a.native.min(rest_b.native));
        let is_syllable =
            a.eastern && b.eastern && 2 <= parts && (rest_a.has_syllable || rest_b.has_syllable);
        [
            fit.min(60.0),
            fit.min(30.0),
            fit.min(12.0),
            evidence.min(24.0),
            evidence.min(12.0),
            bits(self.strongest).min(30.0),
            share(self.linked_a, whole_a).max(share(self.linked_b, whole_b)),
            proven * proven,
            fit_low,
            fit_high,
            fit_low * fit_low,
            fit_high * fit_high,
            fit_low.sqrt(),
            is_linked(over_a.min(over_b) == 0),
            is_linked(over_a.max(over_b) == 0),
            (self.links as f32 / parts.max(1) as f32).min(1.0),
            worst(30.0),
            worst(14.0),
            worst(8.0),
            worst(3.0),
            bits(-self.against).min(20.0),
            contradiction.min(4.0),
            contradiction.min(12.0),
            contradiction.min(30.0),
            native.min(12.0),
            native.min(30.0),
            // Half of a Korean or Chinese given name is another given name.
            f32::from(u8::from(is_syllable)),
            f32::from(self.exclusions).min(3.0),
            bits(self.misspelt as i32).min(4.0),
            bits(self.misspelt as i32).min(16.0),
            // The pen slips once or twice: with every further letter it is likelier another name.
            (self.respelt as f32).min(2.0),
            (self.respelt as f32 - 2.0).clamp(0.0, 4.0),
            // A syllable more is another given name.
            bits(self.syllable_more(a, b)).min(12.0),
            (self.swapped as f32).min(2.0),
        ]
    }
}

/// The probability from which a pair is called a match.
pub const MATCH_THRESHOLD: f32 = 0.5;
/// The probability below which the names contradict each other.
const DIFFERENT_BELOW: f32 = 0.2;
/// Less shared evidence than eight bits is borne by one in some hundred people; in eighths of a bit.
const THIN_BELOW: i32 = 64;
/// What an exclusion is shown to weigh: one in fifty is a slip of the pen.
const EXCLUSION_BITS: i32 = 6;
/// How surely Salman, son of Muhammad, is not Muhammad, son of Salman: however equal the letters are.
const TURNED: u8 = 3;
/// Steps of an explanation: a link or a rest for each part of both names.
const STEPS_MAX: usize = 2 * PARTS_MAX;
const NO_STEP: Step = Step { rule: Rule::Omission, first: (0, 0), second: (0, 0), weight: 0 };
