//! The codes that an officer chooses from when a report is taken.

/// The codes of a property that has codes, in the order in which they are offered.
#[must_use]
pub fn codes(prop: &str) -> Option<&'static [&'static str]> {
    CODES.iter().find(|(name, _)| *name == prop).map(|(_, codes)| *codes)
}

/// Properties of reports and welfare checks that take a code.
pub const CODES: &[(&str, &[&str])] = &[
    ("channel", &["hotline", "walk-in", "embassy", "ngo", "web-form", "partner-agency"]),
    ("danger", &["unknown", "low", "medium", "high", "immediate"]),
    ("reporterConsent", &["yes", "no", "limited", "not-asked", "withdrawn"]),
    ("safeToCall", &["yes", "no", "only-as-instructed", "unknown"]),
    ("passportHeldBy", &["person", "holder", "lost", "authority", "unknown"]),
    (
        "exploitationType",
        &[
            "forced-criminality",
            "forced-labour",
            "sexual-exploitation",
            "ransom",
            "other",
            "unknown",
        ],
    ),
];
/// How a welfare check is made.
pub const CHECK_CHANNELS: &[&str] = &["call", "message", "video", "visit", "family", "register"];
/// What comes of a welfare check.
pub const CHECK_OUTCOMES: &[&str] = &["heard-from", "seen", "not-reached", "refused", "worse"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use liaison_model::schema;

    use super::*;
    use crate::cycle::State as _;
    use crate::{
        Age, Closing, NextAct, RequestKind, RequestState, SavedView, Side, Stage, Takedown, Urgency,
    };

    #[test]
    fn every_code_has_words_and_no_words_are_left_over() {
        let text = include_str!("../../../messages/en.ftl");
        let words = text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        let told: BTreeSet<String> =
            words.filter(|key| key.starts_with("casework-")).map(str::to_owned).collect();
        let of = |kind: &str, codes: &[&str]| {
            codes.iter().map(|code| format!("casework-{kind}-{code}")).collect::<Vec<_>>()
        };
        let chosen = |prop| codes(prop).unwrap();
        let mut wanted = of("stage", &Stage::ALL.map(Stage::code));
        wanted.extend(of("age", &Age::ALL.map(Age::code)));
        wanted.extend(of("view", &SavedView::ALL.map(SavedView::code)));
        wanted.extend(of("closing", &Closing::ALL.map(Closing::code)));
        wanted.extend(of("act", &NextAct::ALL.map(NextAct::code)));
        wanted.extend(of("danger", chosen("danger")));
        wanted.extend(of("channel", chosen("channel")));
        wanted.extend(of("safe", chosen("safeToCall")));
        wanted.extend(of("consent", chosen("reporterConsent")));
        wanted.extend(of("check", CHECK_CHANNELS));
        wanted.extend(of("outcome", CHECK_OUTCOMES));
        wanted.extend(of("request-kind", &RequestKind::ALL.map(RequestKind::code)));
        wanted.extend(of("request-urgency", &Urgency::ALL.map(Urgency::code)));
        let states: Vec<_> = RequestState::ALL.iter().map(|state| state.code()).collect();
        wanted.extend(of("request-state", &states));
        wanted.extend(of("advert", &Takedown::ALL.map(Takedown::code)));
        // The two verdicts on what was taken for an advert.
        wanted.extend(of("advert", &["advert", "other"]));
        for part in ["request-side", "request-party"] {
            wanted.extend(of(part, &[Side::Asked, Side::Asker].map(Side::code)));
        }

        let wanted: BTreeSet<String> = wanted.into_iter().collect();
        assert_eq!(wanted.difference(&told).collect::<Vec<_>>(), [&""; 0], "missing");
        assert_eq!(told.difference(&wanted).collect::<Vec<_>>(), [&""; 0], "left over");
    }

    #[test]
    fn what_is_sent_is_the_code() {
        fn check<T: serde::Serialize + Copy>(all: &[T], code: fn(T) -> &'static str) {
            for one in all {
                assert_eq!(serde_json::to_value(one).unwrap(), code(*one));
            }
        }

        check(&Stage::ALL, Stage::code);
        check(&Age::ALL, Age::code);
        check(&SavedView::ALL, SavedView::code);
        check(&Closing::ALL, Closing::code);
        check(&NextAct::ALL, NextAct::code);
    }

    #[test]
    fn every_code_is_one_that_its_property_describes() {
        let report = schema::find("Report").unwrap();
        let check = schema::find("WelfareCheck").unwrap();
        let of_checks = [("channel", CHECK_CHANNELS), ("outcome", CHECK_OUTCOMES)];
        let all = CODES.iter().map(|(prop, codes)| (report, *prop, *codes));
        for (schema, prop, codes) in all.chain(of_checks.map(|(p, codes)| (check, p, codes))) {
            let property = schema.property(prop).unwrap();
            let described = property.description.contains("one code per value")
                || codes.iter().all(|code| property.description.contains(code));
            assert!(described, "{prop}");
        }
    }
}
