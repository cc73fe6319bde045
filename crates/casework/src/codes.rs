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
    use liaison_model::schema;

    use super::*;

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
