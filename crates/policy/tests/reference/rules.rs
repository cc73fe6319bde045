//! The handling rules said once more, slowly, over the words in which marks are written.
//!
//! Nothing of `liaison-policy` is used here: this is what it is compared with.

/// A record: whose it is, and the words that its originator wrote on it.
pub struct Record {
    pub originator: String,
    pub words: Vec<String>,
}

/// Who wants something.
pub struct Asker {
    pub agency: String,
    /// Account, unit and roles; none for another agency's node.
    pub officer: Option<(String, Option<String>, Vec<&'static str>)>,
    pub purpose: Option<&'static str>,
    pub cases: Vec<String>,
}

/// The words of an agreement, and whether it has run out.
pub struct Paper {
    pub words: Vec<String>,
    pub has_ended: bool,
}

/// May it be done? `now` is compared as text: all moments are written alike.
pub fn may(record: &Record, holder: &str, asker: &Asker, act: &str, now: &str) -> bool {
    let words = |head: &str| -> Vec<&str> {
        record.words.iter().filter_map(|word| word.strip_prefix(head)).collect()
    };
    let (light, to, purposes, cases) = (words("TLP:"), words("to:"), words("for:"), words("in:"));
    if words("until:").iter().any(|until| *until <= now) {
        return false;
    }
    let is_public = light == ["CLEAR"] && to.is_empty() && purposes.is_empty() && cases.is_empty();
    if act == "share" && record.originator != holder && !is_public {
        return false;
    }
    let of_agency: Vec<&&str> =
        to.iter().filter(|member| member.split('/').next() == Some(&*asker.agency)).collect();
    let is_own = asker.agency == record.originator;
    if !is_own {
        match light.first() {
            None => return false,
            Some(&"CLEAR" | &"GREEN") => {}
            Some(_) if of_agency.is_empty() => return false,
            Some(_) => {}
        }
    }
    let is_free = to.is_empty() || (is_own && of_agency.is_empty());
    if !is_free && !of_agency.iter().any(|member| is_meant(member, asker)) {
        return false;
    }
    if !cases.iter().all(|case| asker.cases.iter().any(|known| known == case)) {
        return false;
    }
    let purpose_fits =
        purposes.is_empty() || asker.purpose.is_some_and(|named| purposes.contains(&named));
    match act {
        "find" | "read" | "share" => true,
        "export" => purpose_fits,
        "uncover" if is_public => purpose_fits,
        "uncover" => purpose_fits && uncovers(asker, words("about:") == ["victim"]),
        _ => false,
    }
}

/// Whether an agreement lets it pass, when the marks do.
pub fn covers(paper: Option<&Paper>, record: &Record) -> bool {
    let Some(paper) = paper else { return false };
    let has = |word: &str| paper.words.iter().any(|agreed| agreed == word);
    let agreed_purposes = paper.words.iter().any(|word| word.starts_with("for:"));
    let purposes: Vec<&String> =
        record.words.iter().filter(|word| word.starts_with("for:")).collect();
    if paper.has_ended {
        return false;
    }
    for word in &record.words {
        let kind = word.split(':').next().unwrap_or_default();
        let must_be_agreed = match kind {
            "H0" | "H1" | "H2" | "H3" => Some(kind),
            "about" => Some(word.as_str()),
            "for" if agreed_purposes => Some(word.as_str()),
            _ => None,
        };
        if must_be_agreed.is_some_and(|word| !has(word)) {
            return false;
        }
    }
    !agreed_purposes || !purposes.is_empty()
}

/// `agency`, `agency/unit` or `agency/unit/officer`.
fn is_meant(member: &str, asker: &Asker) -> bool {
    let Some((name, unit, _)) = &asker.officer else { return true };
    let mut parts = member.split('/').skip(1);
    let unit_fits = parts.next().is_none_or(|named| unit.as_deref() == Some(named));
    let officer_fits = parts.next().is_none_or(|named| name == named);
    unit_fits && officer_fits
}

fn uncovers(asker: &Asker, is_victim: bool) -> bool {
    let (Some((_, _, roles)), Some(purpose)) = (&asker.officer, asker.purpose) else {
        return false;
    };
    let for_purpose: &[&str] = match purpose {
        "rescue" => &["analyst", "supervisor", "liaison", "consular", "support"],
        "victim-support" | "repatriation" => &["supervisor", "liaison", "consular", "support"],
        "criminal-investigation" | "asset-recovery" | "prevention" => {
            &["analyst", "supervisor", "liaison"]
        }
        "statistics" => &["analyst", "supervisor"],
        "audit" => &["auditor"],
        _ => &[],
    };
    let for_person: &[&str] = match is_victim {
        true => &["supervisor", "liaison", "consular", "support"],
        false => &["analyst", "supervisor", "liaison", "consular", "support", "auditor"],
    };
    let has_one = |of: &[&str]| roles.iter().any(|role| of.contains(role));
    has_one(for_purpose) && has_one(for_person)
}
