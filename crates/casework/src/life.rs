//! The words of a report's life: stages, reasons for closing, what is to be done next.

use serde::Serialize;

/// How far a report has come, as one agency says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Somebody told an agency.
    Reported,
    /// The agency has reason to believe it.
    Verified,
    /// It is known where the person is held.
    Located,
    /// The person is in danger now.
    InDanger,
    /// Whoever can bring the person out was asked to.
    RescueRequested,
    /// The person is out.
    Rescued,
    /// The person was screened as a possible victim.
    Screened,
    /// A shelter, hospital or service cares for the person.
    InCare,
    /// The person is back home.
    Repatriated,
    /// Nothing more is to be done, for a reason.
    Closed,
}

/// Where a person is while a report stands at a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Missing or held.
    Held,
    /// Out, not home.
    Out,
    /// Home, or the report is closed.
    Settled,
}

/// Why a report is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is its meaning")]
pub enum Closing {
    ReturnedHome,
    SafeElsewhere,
    Duplicate,
    Withdrawn,
    Deceased,
    Unfounded,
    Other,
}

/// What is to be done next about a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NextAct {
    /// Find out whether it is so.
    Verify,
    /// Find out where the person is.
    Locate,
    /// Ask for a rescue.
    RequestRescue,
    /// Ask again what became of the request.
    FollowUp,
    /// Screen the person as a possible victim.
    Screen,
    /// Find a shelter or service, or a way home.
    Refer,
    /// Bring the person home.
    BringHome,
    /// Close the report.
    Close,
    /// Ask how the person is, as was agreed at the last check.
    WelfareCheck,
}

impl Stage {
    /// Every stage, in the order of a report's life.
    pub const ALL: [Self; 10] = [
        Self::Reported,
        Self::Verified,
        Self::Located,
        Self::InDanger,
        Self::RescueRequested,
        Self::Rescued,
        Self::Screened,
        Self::InCare,
        Self::Repatriated,
        Self::Closed,
    ];

    /// The code under which it is stated.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Verified => "verified",
            Self::Located => "located",
            Self::InDanger => "in-danger",
            Self::RescueRequested => "rescue-requested",
            Self::Rescued => "rescued",
            Self::Screened => "screened",
            Self::InCare => "in-care",
            Self::Repatriated => "repatriated",
            Self::Closed => "closed",
        }
    }

    /// The stage that a code or the word of a desk's own spreadsheet means.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let word = text.trim().to_lowercase().replace([' ', '_'], "-");
        let is_meant = |stage: &Self| stage.code() == word || stage.words().contains(&&*word);
        Self::ALL.into_iter().find(is_meant)
    }

    /// Other words for it that desks use.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Reported => &["접수", "신고", "신고접수", "missing", "open", "new"],
            Self::Verified => &["확인", "사실확인", "연락됨", "confirmed", "contact-made"],
            Self::Located => &["소재확인", "위치확인", "found"],
            Self::InDanger => &["위험", "danger"],
            Self::RescueRequested => &["구조요청", "구출요청", "requested"],
            Self::Rescued => &["구출", "구조", "out", "released"],
            Self::Screened => &["면담", "식별", "interviewed"],
            Self::InCare => &["보호", "보호중", "shelter"],
            Self::Repatriated => &["귀국", "송환", "home", "returned"],
            Self::Closed => &["종결", "완료", "done"],
        }
    }

    /// Where the person is.
    #[must_use]
    pub fn phase(self) -> Phase {
        match self {
            Self::Reported
            | Self::Verified
            | Self::Located
            | Self::InDanger
            | Self::RescueRequested => Phase::Held,
            Self::Rescued | Self::Screened | Self::InCare => Phase::Out,
            Self::Repatriated | Self::Closed => Phase::Settled,
        }
    }
}

impl Closing {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::ReturnedHome,
        Self::SafeElsewhere,
        Self::Duplicate,
        Self::Withdrawn,
        Self::Deceased,
        Self::Unfounded,
        Self::Other,
    ];

    /// The code under which it is stated.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ReturnedHome => "returned-home",
            Self::SafeElsewhere => "safe-elsewhere",
            Self::Duplicate => "duplicate",
            Self::Withdrawn => "withdrawn",
            Self::Deceased => "deceased",
            Self::Unfounded => "unfounded",
            Self::Other => "other",
        }
    }

    /// The reason with this code.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == text.trim())
    }
}

impl NextAct {
    /// Every act.
    pub const ALL: [Self; 9] = [
        Self::Verify,
        Self::Locate,
        Self::RequestRescue,
        Self::FollowUp,
        Self::Screen,
        Self::Refer,
        Self::BringHome,
        Self::Close,
        Self::WelfareCheck,
    ];

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Locate => "locate",
            Self::RequestRescue => "request-rescue",
            Self::FollowUp => "follow-up",
            Self::Screen => "screen",
            Self::Refer => "refer",
            Self::BringHome => "bring-home",
            Self::Close => "close",
            Self::WelfareCheck => "welfare-check",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_for_two_stages() {
        for stage in Stage::ALL {
            assert_eq!(Stage::read(stage.code()), Some(stage));
            for word in stage.words() {
                assert_eq!(Stage::read(word), Some(stage), "{word}");
            }
        }
    }

    #[test]
    fn the_words_of_a_desk_are_read_however_they_are_written() {
        for (text, stage) in [
            ("In danger", Stage::InDanger),
            (" 소재확인 ", Stage::Located),
            ("rescue_requested", Stage::RescueRequested),
        ] {
            assert_eq!(Stage::read(text), Some(stage), "{text}");
        }
        assert_eq!(Stage::read("somewhere"), None);
    }
}
