//! Several reports that officers judged to be one: a family that told three desks.

use liaison_model::values::PartialDate;

use crate::codes::codes;
use crate::report::Report;

/// Codes of `safeToCall`, from the one that asks least of a caller to the one that forbids it.
const CAUTION: &[&str] = &["yes", "unknown", "only-as-instructed", "no"];

/// Codes of `reporterConsent`, from the one that allows most to the one that took it back.
const RESERVE: &[&str] = &["yes", "not-asked", "limited", "no", "withdrawn"];

/// Which of several reports stands for all of them: the one that was made first.
#[must_use]
pub fn lead<'r>(reports: impl IntoIterator<Item = &'r Report>) -> Option<&'r Report> {
    reports.into_iter().min_by_key(|report| {
        let made = report.reported.as_ref().map(PartialDate::earliest);
        (made.is_none(), made, report.id.as_str())
    })
}

/// One report with every word, check and passage of several. Of what they tell differently, the
/// first day of the report counts, the last word from the person, the greatest danger, and what
/// asks most care of somebody who calls.
#[must_use]
pub fn together(lead: &Report, others: &[&Report]) -> Report {
    let all = || std::iter::once(lead).chain(others.iter().copied());
    let first = |of: fn(&Report) -> &Option<String>| all().find_map(|report| of(report).clone());
    let most = |order: &[&str], of: fn(&Report) -> &Option<String>| {
        let rank = |code: &&String| order.iter().position(|known| *known == code.as_str());
        all().filter_map(|report| of(report).as_ref()).max_by_key(rank).cloned()
    };
    let reported = all().filter_map(|report| report.reported);
    let last_contact = all().filter_map(|report| report.last_contact);
    let mut crossings: Vec<_> = all().flat_map(|report| report.crossings.iter().copied()).collect();
    crossings.sort_by_key(|crossing| (crossing.day, crossing.is_entry));
    crossings.dedup();
    Report {
        id: lead.id.clone(),
        number: first(|report| &report.number),
        reported: reported.min_by_key(PartialDate::earliest),
        last_contact: last_contact.max_by_key(PartialDate::latest),
        danger: most(codes("danger").unwrap_or_default(), |report| &report.danger),
        place: first(|report| &report.place),
        safe_to_call: most(CAUTION, |report| &report.safe_to_call),
        consent: most(RESERVE, |report| &report.consent),
        agency: first(|report| &report.agency),
        steps: all().flat_map(|report| report.steps.iter().cloned()).collect(),
        checks: all().flat_map(|report| report.checks.iter().cloned()).collect(),
        crossings,
        of_age_on: all().filter_map(|report| report.of_age_on).max(),
        may_be_another: all().any(|report| report.may_be_another),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CODES;

    fn report(id: &str, made: &str, last: &str, danger: &str, safe: &str) -> Report {
        let date = |text: &str| PartialDate::read(text, None).ok();
        Report {
            id: id.to_owned(),
            number: Some(format!("R-{id}")),
            reported: date(made),
            last_contact: date(last),
            danger: Some(danger.to_owned()),
            safe_to_call: Some(safe.to_owned()),
            ..Report::default()
        }
    }

    #[test]
    fn the_first_report_leads_and_the_worst_that_anybody_told_counts() {
        let late = report("a", "2025-08-20", "2025-08", "low", "yes");
        let early = report("b", "2025-08-03", "2025-07-30", "high", "no");
        let unknown = Report { id: "c".to_owned(), ..Report::default() };

        let first = lead([&late, &unknown, &early]).unwrap();
        let one = together(first, &[&late, &unknown]);

        assert_eq!((one.id.as_str(), one.number.as_deref()), ("b", Some("R-b")));
        assert_eq!(one.reported.unwrap().to_string(), "2025-08-03");
        assert_eq!(one.last_contact.unwrap().to_string(), "2025-08");
        assert_eq!(one.danger.as_deref(), Some("high"));
        assert_eq!(one.safe_to_call.as_deref(), Some("no"));
        assert_eq!(lead([]), None);
    }

    #[test]
    fn every_code_of_a_safe_call_and_of_consent_has_its_rank() {
        for (prop, ranks) in [("safeToCall", CAUTION), ("reporterConsent", RESERVE)] {
            let (_, known) = CODES.iter().find(|(name, _)| *name == prop).unwrap();
            assert!(known.iter().all(|code| ranks.contains(code)) && known.len() == ranks.len());
        }
    }
}
