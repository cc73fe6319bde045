//! Compares two prepared names: pairs their parts, weighs the evidence, gives a probability.

use crate::calibration::{Calibration, FEATURES};
use crate::lexicon::HAN;
use crate::model::{Form, MODEL};
use crate::prepare::{Group, PARTS_MAX, Prepared};
use crate::script::Script;

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
    /// The parts stand in another order.
    Order,
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
            Self::Order => "names-rule-order",
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
/// at most 8 parts of 32 letters.
#[must_use]
pub fn compare(a: &Prepared, b: &Prepared) -> Comparison {
    let evidence = evidence(a, b);
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
    let evidence = evidence(a, b);
    (evidence.class.name(), evidence.features)
}

/// Which calibration holds for a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Same,
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
        let script = |name: &Prepared| name.parts.first().map_or(Script::Other, |p| p.script);
        let (low, high) = (script(a).min(script(b)), script(a).max(script(b)));
        match (low, high) {
            (Script::Latin, Script::Latin) if a.eastern && b.eastern => Self::LatinEastern,
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
            Self::Same => "same",
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
    is_thin: bool,
}

/// A pair of groups that may be one part in two spellings.
#[derive(Clone, Copy)]
struct Link {
    a: u16,
    b: u16,
    rule: Rule,
    /// Evidence for one name, in eighths of a bit.
    weight: i32,
}

fn evidence(a: &Prepared, b: &Prepared) -> Evidence {
    let mut evidence = Evidence {
        class: Class::of(a, b),
        features: [0.0; FEATURES],
        steps: [NO_STEP; STEPS_MAX],
        steps_count: 0,
        is_thin: true,
    };
    if a.is_empty() || b.is_empty() {
        return evidence;
    }
    let mut sums = Sums::default();
    let (mut left_a, mut left_b) = (all_parts(a), all_parts(b));
    let mut order: [(u8, u8); PARTS_MAX] = [(0, 0); PARTS_MAX];
    let mut count = 0;
    for link in best_links(a, b).iter().flatten() {
        let (of_a, of_b) = (&a.groups[usize::from(link.a)], &b.groups[usize::from(link.b)]);
        left_a &= !mask(of_a);
        left_b &= !mask(of_b);
        order[count] = (of_a.start, of_b.start);
        count += 1;
        sums.add(link, of_a, of_b);
        evidence.push(link.rule, (of_a.start, of_a.count), (of_b.start, of_b.count), link.weight);
    }
    let order = &mut order[..count];
    order.sort_unstable();
    let swapped = order.windows(2).filter(|pair| pair[1].1 < pair[0].1).count();
    let (rest_a, rest_b) = (weight_of(a, left_a), weight_of(b, left_b));
    evidence.push_rests(a, b, left_a, left_b);
    evidence.features = sums.features(a, b, rest_a, rest_b, swapped);
    evidence.is_thin = sums.evidence < THIN_BELOW && rest_a.min(rest_b) == 0.0;
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

    fn push_rests(&mut self, a: &Prepared, b: &Prepared, left_a: u8, left_b: u8) {
        let rule = if left_a != 0 && left_b != 0 { Rule::Contradiction } else { Rule::Omission };
        for (at, part) in a.parts.iter().enumerate() {
            if left_a & (1 << at) != 0 {
                self.push(rule, (at as u8, 1), (0, 0), -(part.weight as i32));
            }
        }
        for (at, part) in b.parts.iter().enumerate() {
            if left_b & (1 << at) != 0 {
                self.push(rule, (0, 0), (at as u8, 1), -(part.weight as i32));
            }
        }
    }
}

/// Sums over the links of a comparison, in bits.
#[derive(Default)]
struct Sums {
    evidence: f32,
    against: f32,
    linked_a: f32,
    linked_b: f32,
    worst: f32,
    /// Evidence of the strongest link that is no family name.
    strongest: f32,
    links: f32,
}

impl Sums {
    fn add(&mut self, link: &Link, a: &Group, b: &Group) {
        let bits = link.weight as f32 / 8.0;
        let (of_a, of_b) = (a.weight as f32 / 8.0, b.weight as f32 / 8.0);
        self.evidence += bits.max(0.0);
        self.against += bits.min(0.0);
        self.linked_a += of_a;
        self.linked_b += of_b;
        self.worst = self.worst.min(bits - of_a.min(of_b));
        self.strongest = self.strongest.max(bits);
        self.links += 1.0;
    }

    fn features(
        &self,
        a: &Prepared,
        b: &Prepared,
        rest_a: f32,
        rest_b: f32,
        swapped: usize,
    ) -> [f32; FEATURES] {
        let quality = |linked: f32| self.evidence / linked.max(1.0);
        let (rest_low, rest_high) = (rest_a.min(rest_b), rest_a.max(rest_b));
        let (covered_a, covered_b) = (
            self.linked_a / (self.linked_a + rest_a).max(1.0),
            self.linked_b / (self.linked_b + rest_b).max(1.0),
        );
        let parts = a.parts.len().min(b.parts.len()) as f32;
        [
            self.evidence.min(60.0),
            self.evidence.min(12.0),
            self.against.max(-20.0),
            quality(self.linked_a).min(quality(self.linked_b)),
            quality(self.linked_a).max(quality(self.linked_b)),
            rest_low.min(40.0),
            rest_low.min(8.0),
            (rest_high - rest_low).min(40.0),
            covered_a.min(covered_b),
            covered_a.max(covered_b),
            self.worst.max(-30.0),
            self.strongest.min(30.0),
            (swapped as f32).min(2.0),
            f32::from(u8::from(rest_low == 0.0)),
            f32::from(u8::from(rest_high == 0.0)),
            (self.links / parts.max(1.0)).min(1.0),
        ]
    }
}

fn all_parts(name: &Prepared) -> u8 {
    (1_u16.checked_shl(name.parts.len() as u32).unwrap_or(0).wrapping_sub(1) & 0xFF) as u8
}

fn mask(group: &Group) -> u8 {
    (((1_u16 << group.count) - 1) << group.start) as u8
}

fn weight_of(name: &Prepared, left: u8) -> f32 {
    let parts = name.parts.iter().enumerate().filter(|(at, _)| left & (1 << at) != 0);
    // A lone initial says as good as nothing, and contradicts as little.
    parts.map(|(_, part)| part.weight as f32 / 8.0).sum()
}

/// The links that together speak most for one name, none sharing a part with another: the
/// strongest first.
fn best_links(a: &Prepared, b: &Prepared) -> [Option<Link>; PARTS_MAX] {
    let mut links: Vec<Link> = Vec::with_capacity(32);
    for (at_a, of_a) in a.groups.iter().enumerate() {
        for (at_b, of_b) in b.groups.iter().enumerate() {
            if 1 < of_a.count && 1 < of_b.count || is_hopeless(of_a, of_b) {
                continue;
            }
            let (rule, weight) = link(of_a, of_b);
            if LINK_MIN < weight {
                links.push(Link { a: at_a as u16, b: at_b as u16, rule, weight });
            }
        }
    }
    let parts =
        |link: &Link| a.groups[usize::from(link.a)].count + b.groups[usize::from(link.b)].count;
    // Ties go to fewer parts, then to the order of the names, whichever name comes first.
    links.sort_by_key(|link| (-link.weight, parts(link), link.a + link.b, link.a.min(link.b)));
    let mut best = [None; PARTS_MAX];
    let (mut free_a, mut free_b) = (all_parts(a), all_parts(b));
    let mut count = 0;
    for link in links {
        let (of_a, of_b) =
            (mask(&a.groups[usize::from(link.a)]), mask(&b.groups[usize::from(link.b)]));
        if of_a & free_a == of_a && of_b & free_b == of_b && count < PARTS_MAX {
            free_a &= !of_a;
            free_b &= !of_b;
            best[count] = Some(link);
            count += 1;
        }
    }
    best
}

/// Whether lengths alone rule a link out.
fn is_hopeless(a: &Group, b: &Group) -> bool {
    let length = |group: &Group| match group.script {
        Script::Latin => group.letters.len(),
        _ => group.latin.sounds.len(),
    };
    let (short, long) = (length(a).min(length(b)), length(a).max(length(b)));
    short * 2 + 3 < long
}

/// How much two groups speak for one name.
fn link(a: &Group, b: &Group) -> (Rule, i32) {
    let (low, high) = if a.script <= b.script { (a, b) } else { (b, a) };
    if low.script == high.script && low.letters == high.letters {
        return (Rule::Equal, low.weight.min(high.weight) as i32);
    }
    match (low.script, high.script) {
        (Script::Latin, Script::Latin) => latin(low, high),
        (Script::Latin, _) => {
            (Rule::Sound, sound(&high.forms, &low.forms[0], low.weight, high.weight))
        }
        (Script::Hangul, Script::Han) => (Rule::Reading, edits(low, high, is_reading)),
        (first, second) if first == second => (Rule::Edit, edits(low, high, |x, y| x == y)),
        _ => {
            let one = sound(&high.forms, &low.latin, low.weight, high.weight);
            let other = sound(&low.forms, &high.latin, low.weight, high.weight);
            (Rule::Sound, one.max(other))
        }
    }
}

fn latin(a: &Group, b: &Group) -> (Rule, i32) {
    if a.letters.len() == 1 || b.letters.len() == 1 {
        let same = a.letters.first() == b.letters.first();
        return (Rule::Edit, if same { INITIAL } else { LINK_MIN });
    }
    let weigh = |native: &Form, latin: &Form| {
        (native.alone + latin.alone) as i32 - MODEL.cost(native, latin) as i32
    };
    let common = a.weight.min(b.weight) as i32;
    let plain = (weigh(&a.forms[0], &b.forms[0]) + weigh(&b.forms[0], &a.forms[0])) / 2;
    let plain = scaled(plain, a).min(scaled(plain, b));
    if let (Some(eastern_a), Some(eastern_b)) = (a.forms.get(1), b.forms.get(1)) {
        let eastern = (weigh(eastern_a, &b.forms[0]) + weigh(eastern_b, &a.forms[0])) / 2;
        return (Rule::Sound, plain.max(eastern).min(common + ABOVE_COMMON));
    }
    (Rule::Sound, plain)
}

/// A part that many people bear is worth less than its letters, and so is what links it.
fn scaled(weight: i32, group: &Group) -> i32 {
    let surplus = group.forms[0].alone.saturating_sub(group.weight);
    (weight - surplus as i32 / 2).min(group.weight as i32 + 2 * ABOVE_COMMON)
}

fn sound(natives: &[Form], latin: &Form, weight_a: u32, weight_b: u32) -> i32 {
    let weigh = |form: &Form| {
        let alone = form.alone + latin.alone;
        (alone as i32) - MODEL.cost(form, latin) as i32
    };
    let best = natives.iter().map(weigh).max().unwrap_or(LINK_MIN);
    best.min(weight_a.min(weight_b) as i32 + ABOVE_COMMON)
}

/// The weight of two rows of characters of which some may differ.
fn edits(a: &Group, b: &Group, same: impl Fn(char, char) -> bool) -> i32 {
    let width = b.letters.len();
    let mut before: Vec<u32> = (0..=width as u32).collect();
    for (i, &x) in a.letters.iter().enumerate() {
        let mut here = vec![i as u32 + 1; width + 1];
        for (j, &y) in b.letters.iter().enumerate() {
            let replaced = before[j] + u32::from(!same(x, y));
            here[j + 1] = replaced.min(before[j + 1] + 1).min(here[j] + 1);
        }
        before = here;
    }
    a.weight.min(b.weight) as i32 - before[width] as i32 * EDIT
}

fn is_reading(hangul: char, han: char) -> bool {
    HAN.get(&han).is_some_and(|reading| reading.korean.contains(&hangul))
}

/// The probability from which a pair is called a match.
pub const MATCH_THRESHOLD: f32 = 0.5;
/// The probability below which the names contradict each other.
const DIFFERENT_BELOW: f32 = 0.2;
/// Less shared evidence than four bits is borne by too many people.
const THIN_BELOW: f32 = 4.0;
/// Steps of an explanation: a link or a rest for each part of both names.
const STEPS_MAX: usize = 16;
const NO_STEP: Step = Step { rule: Rule::Omission, first: (0, 0), second: (0, 0), weight: 0 };
/// A link below −15 bits is none: the parts are left over on both sides. What lies between this and
/// zero is a spelling that fits badly, which is less of a contradiction.
const LINK_MIN: i32 = -120;
/// One bit: a link is worth at most this above the weight of its more common part.
const ABOVE_COMMON: i32 = 8;
/// An initial that fits: one letter in about six.
const INITIAL: i32 = 20;
/// One edit in a script of syllables or letters: 8 bits.
const EDIT: i32 = 64;
