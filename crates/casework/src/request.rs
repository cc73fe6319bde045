//! The life of one agency's request to another, as a table, and its clocks.
//!
//! Both sides keep every word of both and tell the same standing from them: words are put in order
//! by the place that their author gave them, never by when they came or by anybody's clock, and the
//! clocks start at times that were signed. What is not that side's word to say, or does not follow,
//! is kept beside it and counts for nothing.

use std::collections::BTreeSet;

use liaison_model::Instant;

use crate::cycle::{State as _, life_cycle};

life_cycle! {
    /// How far a request is.
    RequestState {
        Draft "draft" => [Approved, Recalled],
        Approved "approved" => [Sent, Recalled],
        Sent "sent" => [
            Delivered, Accepted, Refused, ClarificationAsked, PartlyAnswered, Answered, Recalled,
            Expired, Escalated
        ],
        Delivered "delivered" => [
            Accepted, Refused, ClarificationAsked, PartlyAnswered, Answered, Recalled, Expired,
            Escalated
        ],
        Accepted "accepted" => [
            Refused, ClarificationAsked, PartlyAnswered, Answered, Recalled, Expired, Escalated
        ],
        Refused "refused" => [Accepted, Feedback, Closed, Escalated],
        ClarificationAsked "clarification-asked" => [Clarified, Refused, Recalled, Expired],
        Clarified "clarified" => [
            Accepted, Refused, ClarificationAsked, PartlyAnswered, Answered, Recalled, Expired,
            Escalated
        ],
        PartlyAnswered "partly-answered" => [
            Refused, ClarificationAsked, PartlyAnswered, Answered, Feedback, Closed, Recalled,
            Expired, Escalated
        ],
        Answered "answered" => [Answered, Feedback, Closed],
        Feedback "feedback" => [Answered, Closed],
        Closed "closed" => [],
        Recalled "recalled" => [],
        Expired "expired" => [PartlyAnswered, Answered, Refused, Closed],
        Escalated "escalated" => [
            Accepted, Refused, ClarificationAsked, PartlyAnswered, Answered, Recalled, Expired
        ],
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum RequestKind {
    Information,
    Preservation,
    Freeze,
    Takedown,
    WelfareCheck,
    Rescue,
}

/// How soon an answer is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Urgency {
    LifeAtRisk,
    Urgent,
    Ordinary,
}

/// Who may say a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Who is asked.
    Asked,
    /// Who asks.
    Asker,
}

/// One word on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestWord {
    /// Entity id.
    pub id: String,
    /// Who says it.
    pub side: Side,
    /// The state from then on.
    pub state: RequestState,
    /// Its place: one more than the last word that its author knew of (Lamport 1978).
    pub place: u32,
    /// When, as its author signed.
    pub at: Instant,
}

/// What is known of a request beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestFacts {
    /// How soon an answer is needed.
    pub urgency: Urgency,
    /// After this moment no answer is needed any more.
    pub until: Option<Instant>,
    /// When the asked node signed that it has it.
    pub delivered: Option<Instant>,
}

/// Where a request stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestStanding {
    /// The state now.
    pub state: RequestState,
    /// Ids of words that do not count: said by the wrong side, or out of order.
    pub set_aside: BTreeSet<String>,
    /// When it was sent, as the asker signed.
    pub sent: Option<Instant>,
    /// The first word of an officer of the asked side.
    pub acknowledged: Option<Instant>,
    /// By when there must be one, where urgency asks for it.
    pub acknowledge_by: Option<Instant>,
    /// When it was answered in full, or refused.
    pub settled: Option<Instant>,
    /// By when it must be. `None` while the clock stands still.
    pub answer_by: Option<Instant>,
    /// Whether somebody escalated it.
    pub is_escalated: bool,
    /// Whose word is awaited.
    pub waits_for: Option<Side>,
    /// Whether a clock has run out that still runs.
    pub is_late: bool,
    /// The place of the next word.
    pub next_place: u32,
}

/// A word on a request that somebody wants to say.
#[derive(Debug, Clone, Copy)]
pub struct NewRequestWord<'w> {
    /// The state from then on.
    pub state: RequestState,
    /// Who says it.
    pub side: Side,
    /// Why, what is asked back, or what is answered.
    pub text: &'w str,
    /// On which law it rests.
    pub legal_basis: &'w str,
}

/// Why a word on a request is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestWordError {
    /// The table has no row from the one to the other.
    #[error("this does not follow")]
    Order {
        /// Where it stands.
        from: RequestState,
        /// What was to be said.
        to: RequestState,
    },
    /// It is the other side's word, or a machine's.
    #[error("this is not for this side to say")]
    Side {
        /// What was to be said.
        state: RequestState,
    },
    /// It needs words.
    #[error("this needs a reason or an answer in words")]
    NeedsText,
    /// A refusal names its law.
    #[error("a refusal names its legal basis")]
    NeedsLegalBasis,
    /// Nothing is late.
    #[error("no clock has run out")]
    NotLate,
}

impl RequestState {
    /// Whose word it is; `None` of what follows from receipts and clocks alone.
    #[must_use]
    pub fn speaker(self) -> Option<Side> {
        match self {
            Self::Delivered | Self::Expired => None,
            Self::Accepted
            | Self::Refused
            | Self::ClarificationAsked
            | Self::PartlyAnswered
            | Self::Answered => Some(Side::Asked),
            Self::Draft
            | Self::Approved
            | Self::Sent
            | Self::Clarified
            | Self::Feedback
            | Self::Closed
            | Self::Recalled
            | Self::Escalated => Some(Side::Asker),
        }
    }

    /// Whether the other side learns of it.
    #[must_use]
    pub fn travels(self) -> bool {
        !matches!(self, Self::Draft | Self::Approved)
    }

    /// Whether an answer may still be needed.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        match self {
            Self::Sent
            | Self::Delivered
            | Self::Accepted
            | Self::ClarificationAsked
            | Self::Clarified
            | Self::PartlyAnswered
            | Self::Escalated => true,
            Self::Draft
            | Self::Approved
            | Self::Refused
            | Self::Answered
            | Self::Feedback
            | Self::Closed
            | Self::Recalled
            | Self::Expired => false,
        }
    }

    fn asks_for_text(self) -> bool {
        use RequestState::{
            Answered, ClarificationAsked, Clarified, Escalated, Feedback, PartlyAnswered, Recalled,
            Refused,
        };
        let with_text = [
            Refused,
            ClarificationAsked,
            Clarified,
            PartlyAnswered,
            Answered,
            Feedback,
            Recalled,
            Escalated,
        ];
        with_text.contains(&self)
    }
}

impl RequestKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 6] = [
        Self::Information,
        Self::Preservation,
        Self::Freeze,
        Self::Takedown,
        Self::WelfareCheck,
        Self::Rescue,
    ];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Preservation => "preservation",
            Self::Freeze => "freeze",
            Self::Takedown => "takedown",
            Self::WelfareCheck => "welfare-check",
            Self::Rescue => "rescue",
        }
    }

    /// The kind with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == text.trim())
    }
}

impl Urgency {
    /// Every urgency, the most urgent first.
    pub const ALL: [Self; 3] = [Self::LifeAtRisk, Self::Urgent, Self::Ordinary];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::LifeAtRisk => "life-at-risk",
            Self::Urgent => "urgent",
            Self::Ordinary => "ordinary",
        }
    }

    /// The urgency with a code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|urgency| urgency.code() == text.trim())
    }

    /// Within how many seconds of sending an officer must have said something.
    #[must_use]
    pub fn acknowledge_seconds(self) -> Option<i64> {
        match self {
            Self::LifeAtRisk => Some(HOUR),
            Self::Urgent | Self::Ordinary => None,
        }
    }

    /// Within how many seconds of sending it must be answered.
    #[must_use]
    pub fn answer_seconds(self) -> i64 {
        match self {
            Self::LifeAtRisk => 8 * HOUR,
            Self::Urgent => 3 * DAY,
            Self::Ordinary => 7 * DAY,
        }
    }
}

impl Side {
    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Asker => "asker",
            Self::Asked => "asked",
        }
    }
}

/// Where a request stands, told by its words in any order.
#[must_use]
pub fn request_standing(
    facts: &RequestFacts,
    words: &[RequestWord],
    now: Instant,
) -> RequestStanding {
    let mut ordered: Vec<&RequestWord> = words.iter().collect();
    // Of two words with one place neither side knew the other's: what the asked side did stands.
    ordered.sort_by_key(|word| (word.place, word.side, &word.id));
    let mut told = Telling::default();
    for word in ordered {
        told.hear(word, facts.urgency);
    }
    told.standing(facts, now)
}

/// Whether a word may be said now.
///
/// # Errors
///
/// [`RequestWordError`] with what is missing.
pub fn check_request_word(
    standing: &RequestStanding,
    new: &NewRequestWord<'_>,
) -> Result<(), RequestWordError> {
    let state = new.state;
    if state.speaker() != Some(new.side) {
        return Err(RequestWordError::Side { state });
    }
    if !standing.state.leads_to(state) {
        return Err(RequestWordError::Order { from: standing.state, to: state });
    }
    if state == RequestState::Escalated && !standing.is_late {
        return Err(RequestWordError::NotLate);
    }
    if state.asks_for_text() && new.text.trim().is_empty() {
        return Err(RequestWordError::NeedsText);
    }
    if state == RequestState::Refused && new.legal_basis.trim().is_empty() {
        return Err(RequestWordError::NeedsLegalBasis);
    }
    Ok(())
}

/// What was told so far, word by word.
#[derive(Default)]
struct Telling {
    state: Option<RequestState>,
    set_aside: BTreeSet<String>,
    sent: Option<Instant>,
    acknowledged: Option<Instant>,
    settled: Option<Instant>,
    /// Since when the asker owes a clarification.
    owed_since: Option<Instant>,
    stood_still_micros: i64,
    is_escalated: bool,
    last_place: u32,
}

impl Telling {
    fn hear(&mut self, word: &RequestWord, urgency: Urgency) {
        let follows = match self.state {
            // Who is asked hears nothing before it is sent.
            None => {
                let first = [RequestState::Draft, RequestState::Sent];
                first.contains(&word.state) || RequestState::Draft.leads_to(word.state)
            }
            // A clock, which no word tells of, may have said meanwhile that it expired.
            Some(state) => {
                let is_after_all = state.is_waiting() && RequestState::Expired.leads_to(word.state);
                state.leads_to(word.state) || is_after_all
            }
        };
        // A word that does not count takes its place all the same: its author knew of those before.
        let has_place = word.place <= PLACE_MAX;
        self.last_place = if has_place { self.last_place.max(word.place) } else { self.last_place };
        if !follows || word.state.speaker() != Some(word.side) || !has_place {
            self.set_aside.insert(word.id.clone());
            return;
        }
        if word.side == Side::Asked {
            self.acknowledged.get_or_insert(word.at);
        }
        if let Some(since) = self.owed_since.take() {
            let micros = word.at.micros().saturating_sub(since.micros()).max(0);
            self.stood_still_micros = self.stood_still_micros.saturating_add(micros);
        }
        match word.state {
            RequestState::Sent => self.sent = Some(word.at),
            // Where life is at risk nothing stops a clock.
            RequestState::ClarificationAsked if urgency != Urgency::LifeAtRisk => {
                self.owed_since = Some(word.at);
            }
            RequestState::Answered | RequestState::Refused => self.settled = Some(word.at),
            // A refusal that was thought over.
            RequestState::Accepted => self.settled = None,
            RequestState::Escalated => self.is_escalated = true,
            _ => {}
        }
        if word.state == RequestState::Escalated {
            // Going over somebody's head after a refusal asks for another answer.
            self.settled = None;
        }
        self.state = Some(word.state);
    }

    fn standing(self, facts: &RequestFacts, now: Instant) -> RequestStanding {
        let mut state = self.state.unwrap_or(RequestState::Draft);
        if state == RequestState::Sent && facts.delivered.is_some() {
            state = RequestState::Delivered;
        }
        let is_over = facts.until.is_some_and(|until| until < now);
        if is_over && state.is_waiting() {
            state = RequestState::Expired;
        }
        let is_waiting = state.is_waiting();
        let acknowledge_by = self.sent.zip(facts.urgency.acknowledge_seconds());
        let acknowledge_by = acknowledge_by.map(|(sent, seconds)| sent.plus_seconds(seconds));
        let stood_still = self.stood_still_micros / MICROS;
        let seconds = facts.urgency.answer_seconds().saturating_add(stood_still);
        let runs = self.owed_since.is_none();
        let answer_by = self.sent.filter(|_| runs).map(|sent| sent.plus_seconds(seconds));
        let is_over = |by: Option<Instant>| by.is_some_and(|by| by < now);
        let is_late = is_waiting
            && ((self.acknowledged.is_none() && is_over(acknowledge_by)) || is_over(answer_by));
        RequestStanding {
            state,
            set_aside: self.set_aside,
            sent: self.sent,
            acknowledged: self.acknowledged,
            acknowledge_by,
            settled: self.settled,
            answer_by,
            is_escalated: self.is_escalated,
            waits_for: waits_for(state),
            is_late,
            next_place: self.last_place + 1,
        }
    }
}

/// Whose word is awaited in a state.
fn waits_for(state: RequestState) -> Option<Side> {
    match state {
        RequestState::Closed | RequestState::Recalled => None,
        RequestState::ClarificationAsked => Some(Side::Asker),
        state if state.is_waiting() => Some(Side::Asked),
        _ => Some(Side::Asker),
    }
}

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const MICROS: i64 = 1_000_000;
/// No request has a million words; a peer that says so does not use up the places.
const PLACE_MAX: u32 = 1_000_000;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(hours: i64) -> Instant {
        let start: Instant = "2026-11-22T00:00:00Z".parse().unwrap();
        start.plus_seconds(hours * HOUR)
    }

    fn word(state: RequestState, place: u32, hours: i64) -> RequestWord {
        let side = state.speaker().unwrap_or(Side::Asker);
        RequestWord { id: format!("{place}-{}", state.code()), side, state, place, at: at(hours) }
    }

    fn facts(urgency: Urgency) -> RequestFacts {
        RequestFacts { urgency, until: None, delivered: None }
    }

    fn told(urgency: Urgency, states: &[(RequestState, i64)], now: i64) -> RequestStanding {
        let words: Vec<RequestWord> =
            (1..).zip(states).map(|(place, (state, hours))| word(*state, place, *hours)).collect();
        request_standing(&facts(urgency), &words, at(now))
    }

    use RequestState::{
        Accepted, Answered, Approved, ClarificationAsked, Clarified, Closed, Delivered, Draft,
        Escalated, Expired, Recalled, Refused, Sent,
    };

    #[test]
    fn every_state_is_reached_from_the_first_and_nothing_follows_an_end() {
        let mut reached = BTreeSet::from([Draft]);
        for _ in RequestState::ALL {
            for (from, to) in RequestState::MOVES {
                if reached.contains(from) {
                    reached.extend(to.iter().copied());
                }
            }
        }
        assert_eq!(reached.len(), RequestState::ALL.len());
        for end in [Closed, Recalled] {
            assert!(RequestState::ALL.iter().all(|next| !end.leads_to(*next)), "{end:?}");
        }
        let rows: Vec<_> = RequestState::MOVES.iter().map(|(from, _)| *from).collect();
        assert_eq!(rows, RequestState::ALL);
    }

    #[test]
    fn where_life_is_at_risk_an_hour_without_a_word_and_eight_without_an_answer_are_late() {
        let risk = Urgency::LifeAtRisk;
        assert!(!told(risk, &[(Sent, 0)], 1).is_late);
        assert!(told(risk, &[(Sent, 0)], 2).is_late);
        assert!(!told(risk, &[(Sent, 0), (Accepted, 1)], 8).is_late);
        assert!(told(risk, &[(Sent, 0), (Accepted, 1)], 9).is_late);
        assert!(!told(risk, &[(Sent, 0), (Accepted, 1), (Answered, 3)], 9).is_late);
        // Asking back does not stop this clock.
        assert!(told(risk, &[(Sent, 0), (ClarificationAsked, 1)], 9).is_late);
    }

    #[test]
    fn other_clocks_are_three_and_seven_days_and_stand_still_while_the_asker_owes_an_answer() {
        let urgent = told(Urgency::Urgent, &[(Sent, 0)], 73);
        assert!(urgent.is_late && urgent.acknowledge_by.is_none());
        assert!(!told(Urgency::Ordinary, &[(Sent, 0)], 7 * 24).is_late);
        let owed = told(Urgency::Urgent, &[(Sent, 0), (ClarificationAsked, 10)], 500);
        assert_eq!((owed.answer_by, owed.waits_for), (None, Some(Side::Asker)));
        let clarified = [(Sent, 0), (ClarificationAsked, 10), (Clarified, 30)];
        assert_eq!(told(Urgency::Urgent, &clarified, 40).answer_by, Some(at(72 + 20)));
        // A clock that runs backwards takes no time away.
        let backwards = [(Sent, 0), (ClarificationAsked, 10), (Clarified, 5)];
        assert_eq!(told(Urgency::Urgent, &backwards, 40).answer_by, Some(at(72)));
    }

    #[test]
    fn a_word_of_the_wrong_side_or_out_of_order_is_kept_and_does_not_count() {
        let mut forged = word(Answered, 2, 1);
        forged.side = Side::Asker;
        let words = [word(Sent, 1, 0), forged, word(Clarified, 3, 2)];

        let standing = request_standing(&facts(Urgency::Ordinary), &words, at(3));

        assert_eq!((standing.state, standing.set_aside.len()), (Sent, 2));
        assert_eq!(standing.next_place, 4);
    }

    #[test]
    fn an_answer_that_crossed_a_recall_stands() {
        let words = [word(Sent, 1, 0), word(Recalled, 2, 1), word(Answered, 2, 5)];

        let standing = request_standing(&facts(Urgency::Ordinary), &words, at(6));

        assert_eq!(standing.state, Answered);
        assert!(standing.set_aside.contains("2-recalled"));
    }

    #[test]
    fn what_nobody_needs_any_more_expired_and_a_late_answer_is_still_taken() {
        let until = RequestFacts { until: Some(at(10)), ..facts(Urgency::Ordinary) };
        let words = [word(Sent, 1, 0), word(Accepted, 2, 1)];
        assert_eq!(request_standing(&until, &words, at(10)).state, Accepted);
        let over = request_standing(&until, &words, at(11));
        assert_eq!((over.state, over.is_late), (Expired, false));
        let late = NewRequestWord { text: "found", ..new(Answered, Side::Asked) };
        assert_eq!(check_request_word(&over, &late), Ok(()));
        let all = [words.as_slice(), &[word(Answered, 3, 12)]].concat();
        assert_eq!(request_standing(&until, &all, at(13)).state, Answered);
    }

    fn new(state: RequestState, side: Side) -> NewRequestWord<'static> {
        NewRequestWord { state, side, text: "", legal_basis: "" }
    }

    #[test]
    fn a_refusal_says_why_and_on_which_law_and_only_what_is_late_is_escalated() {
        let sent = told(Urgency::Urgent, &[(Draft, 0), (Approved, 0), (Sent, 0)], 1);
        let refuse = new(Refused, Side::Asked);
        assert_eq!(check_request_word(&sent, &refuse), Err(RequestWordError::NeedsText));
        let refuse = NewRequestWord { text: "no such case", ..refuse };
        assert_eq!(check_request_word(&sent, &refuse), Err(RequestWordError::NeedsLegalBasis));
        let refuse = NewRequestWord { legal_basis: "Act 9", ..refuse };
        assert_eq!(check_request_word(&sent, &refuse), Ok(()));
        let other = NewRequestWord { side: Side::Asker, ..refuse };
        assert_eq!(
            check_request_word(&sent, &other),
            Err(RequestWordError::Side { state: Refused })
        );
        let escalate = NewRequestWord { text: "nobody answers", ..new(Escalated, Side::Asker) };
        assert_eq!(check_request_word(&sent, &escalate), Err(RequestWordError::NotLate));
        let late = told(Urgency::Urgent, &[(Sent, 0)], 100);
        assert_eq!(check_request_word(&late, &escalate), Ok(()));
        let order = RequestWordError::Order { from: Sent, to: Closed };
        assert_eq!(check_request_word(&sent, &new(Closed, Side::Asker)), Err(order));
    }

    #[test]
    fn no_machine_and_no_clock_is_anybodys_word() {
        let sent = told(Urgency::Urgent, &[(Sent, 0)], 1);
        for state in [Delivered, Expired] {
            for side in [Side::Asked, Side::Asker] {
                let refused = check_request_word(&sent, &new(state, side));
                assert_eq!(refused, Err(RequestWordError::Side { state }));
            }
        }
    }

    fn any_words() -> impl Strategy<Value = Vec<RequestWord>> {
        let states = prop::sample::select(RequestState::ALL.to_vec());
        let sides = prop::bool::ANY;
        let one = (states, sides, 0_u32..8, -1000_i64..1000);
        prop::collection::vec(one, 0..14).prop_map(|words| {
            let words = words.into_iter().enumerate();
            let word =
                |(at_place, (state, is_asker, place, hours)): (usize, (RequestState, _, _, _))| {
                    let side = if is_asker { Side::Asker } else { Side::Asked };
                    RequestWord { id: format!("w{at_place}"), side, state, place, at: at(hours) }
                };
            words.map(word).collect()
        })
    }

    proptest! {
        #[test]
        fn both_sides_tell_the_same_in_whatever_order_words_come(
            words in any_words(), seed in any::<prop::sample::Index>(), urgency in 0_usize..3,
        ) {
            let facts = facts(Urgency::ALL[urgency]);
            let mut turned = words.clone();
            if !turned.is_empty() {
                let middle = seed.index(turned.len());
                turned.rotate_left(middle);
                turned.reverse();
            }

            let here = request_standing(&facts, &words, at(5));
            prop_assert_eq!(&here, &request_standing(&facts, &turned, at(5)));
            // Who has the receipt and who has it not yet see the same clocks.
            let delivered = RequestFacts { delivered: Some(at(1)), ..facts };
            let there = request_standing(&delivered, &words, at(5));
            prop_assert_eq!((here.answer_by, here.acknowledge_by, here.is_late),
                (there.answer_by, there.acknowledge_by, there.is_late));
        }

        #[test]
        fn no_words_of_the_asked_side_alone_send_recall_or_close_a_request(words in any_words()) {
            let mut words = words;
            words.iter_mut().for_each(|word| word.side = Side::Asked);
            words.iter_mut().for_each(|word| word.place += 2);
            let sent = RequestWord { id: "sent".into(), ..word(Sent, 1, 0) };

            let alone = request_standing(&facts(Urgency::Urgent), &words, at(5));
            prop_assert_eq!(alone.state, Draft);
            words.push(sent);
            let standing = request_standing(&facts(Urgency::Urgent), &words, at(5));
            prop_assert!(![Closed, Recalled, Escalated, Expired].contains(&standing.state));
        }

        #[test]
        fn what_may_be_said_next_counts_when_it_is_heard(words in any_words(), pick in any::<prop::sample::Index>()) {
            let until = (words.len() % 2 == 0).then(|| at(0));
            let facts = RequestFacts { until, ..facts(Urgency::LifeAtRisk) };
            let standing = request_standing(&facts, &words, at(2000));
            let state = *pick.get(RequestState::ALL);
            let Some(side) = state.speaker() else { return Ok(()) };
            let new = NewRequestWord { text: "why", legal_basis: "law", ..new(state, side) };
            if check_request_word(&standing, &new).is_ok() {
                let said = RequestWord {
                    id: "new".into(), side, state, place: standing.next_place, at: at(2000),
                };
                let after = request_standing(&facts, &[words, vec![said]].concat(), at(2000));
                prop_assert!(!after.set_aside.contains("new"));
                let is_over = until.is_some() && state.is_waiting();
                prop_assert_eq!(after.state, if is_over { Expired } else { state });
            }
        }
    }
}
