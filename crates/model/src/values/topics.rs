//! Topics: FollowTheMoney's words for what kind of entity this is.

use super::ValueError;

/// A topic's code, given as a code or as FollowTheMoney's English label for it.
pub(super) fn clean(text: &str) -> Result<&'static str, ValueError> {
    let lower = text.to_lowercase();
    let by_code = TOPICS.binary_search_by_key(&lower.as_str(), |(code, _)| code).ok();
    let by_label = || TOPICS.iter().position(|(_, label)| *label == lower);
    let at = by_code.or_else(by_label).ok_or_else(|| ValueError::new("topic-unknown"))?;
    Ok(TOPICS[at].0)
}

/// FollowTheMoney 4.11, `types/topic.py`, with its own spelling of `fin.adivsor`.
const TOPICS: &[(&str, &str)] = &[
    ("asset.frozen", "frozen asset"),
    ("corp.clone", "clone of real entity"),
    ("corp.disqual", "disqualified"),
    ("corp.offshore", "offshore"),
    ("corp.public", "public listed company"),
    ("corp.shell", "shell company"),
    ("crime", "crime"),
    ("crime.boss", "criminal leadership"),
    ("crime.cyber", "cybercrime"),
    ("crime.env", "environmental violations"),
    ("crime.fin", "financial crime"),
    ("crime.fraud", "fraud"),
    ("crime.terror", "terrorism"),
    ("crime.theft", "theft"),
    ("crime.traffick", "trafficking"),
    ("crime.traffick.drug", "drug trafficking"),
    ("crime.traffick.human", "human trafficking"),
    ("crime.war", "war crimes"),
    ("debarment", "debarred"),
    ("export.control", "export controlled"),
    ("export.control.linked", "export control-linked"),
    ("export.risk", "trade risk"),
    ("fin", "financial services"),
    ("fin.adivsor", "financial advisor"),
    ("fin.bank", "bank"),
    ("fin.fund", "fund"),
    ("forced.labor", "forced labor"),
    ("geo.risk", "high-risk area"),
    ("gov", "government"),
    ("gov.admin", "civil service"),
    ("gov.executive", "executive branch of government"),
    ("gov.financial", "central banking and financial integrity"),
    ("gov.head", "head of government or state"),
    ("gov.igo", "intergovernmental organization"),
    ("gov.judicial", "judicial branch of government"),
    ("gov.legislative", "legislative branch of government"),
    ("gov.muni", "municipal government"),
    ("gov.national", "national government"),
    ("gov.religion", "religious leadership"),
    ("gov.security", "security services"),
    ("gov.soe", "state-owned enterprise"),
    ("gov.state", "state government"),
    ("invest.ban", "investment ban"),
    ("invest.risk", "investment risk"),
    ("mare.detained", "maritime detention"),
    ("mare.shadow", "shadow fleet"),
    ("mare.sts", "ship-to-ship transfer"),
    ("mil", "military"),
    ("poi", "person of interest"),
    ("pol.party", "political party"),
    ("pol.union", "union"),
    ("reg.action", "regulator action"),
    ("reg.warn", "regulator warning"),
    ("rel", "religion"),
    ("role.acct", "accountant"),
    ("role.act", "activist"),
    ("role.civil", "civil servant"),
    ("role.diplo", "diplomat"),
    ("role.journo", "journalist"),
    ("role.judge", "judge"),
    ("role.lawyer", "lawyer"),
    ("role.lobby", "lobbyist"),
    ("role.oligarch", "oligarch"),
    ("role.pep", "pep"),
    ("role.pep.frmr", "former pep"),
    ("role.pep.intl", "international pep"),
    ("role.pep.natl", "national pep"),
    ("role.pol", "politician"),
    ("role.rca", "close associate"),
    ("role.spy", "spy"),
    ("sanction", "sanctioned"),
    ("sanction.control", "sanction ownership or control"),
    ("sanction.counter", "counter-sanctioned"),
    ("sanction.linked", "sanction-linked"),
    ("wanted", "wanted"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_its_own_clean_form_and_has_a_label_of_its_own() {
        assert!(TOPICS.is_sorted_by(|(a, _), (b, _)| a < b));
        for (code, label) in TOPICS {
            assert_eq!(clean(code), Ok(*code));
            assert_eq!(clean(label), Ok(*code));
        }
        assert_eq!(clean("Human Trafficking"), Ok("crime.traffick.human"));
    }

    #[test]
    fn an_unknown_topic_is_refused() {
        assert_eq!(clean("crime.scam"), Err(ValueError::new("topic-unknown")));
    }
}
