//! For which purposes which roles look at people.

use liaison_model::{Purpose, Reader, Role};

/// The purposes for which a reader's roles uncover people, in a fixed order. None of them is meant
/// before another is named. Peers look on their own nodes, for none.
#[must_use]
pub fn purposes_of(reader: &Reader) -> Vec<Purpose> {
    let fits = |purpose: &Purpose| roles_for(*purpose).iter().any(|role| reader.has_role(*role));
    ALL.into_iter().filter(fits).collect()
}

/// The table. Who audits looks at people to audit and for nothing else; who cares for victims does
/// not investigate.
fn roles_for(purpose: Purpose) -> &'static [Role] {
    use Role::{Analyst, Auditor, ConsularOfficer, LiaisonOfficer, Supervisor, VictimSupport};
    match purpose {
        Purpose::Rescue => &[Analyst, Supervisor, LiaisonOfficer, ConsularOfficer, VictimSupport],
        Purpose::VictimSupport => &[Supervisor, LiaisonOfficer, ConsularOfficer, VictimSupport],
        Purpose::Repatriation => &[Supervisor, LiaisonOfficer, ConsularOfficer, VictimSupport],
        Purpose::CriminalInvestigation | Purpose::AssetRecovery | Purpose::Prevention => {
            &[Analyst, Supervisor, LiaisonOfficer]
        }
        Purpose::Statistics => &[Analyst, Supervisor],
        Purpose::Audit => &[Auditor],
    }
}

const ALL: [Purpose; 8] = [
    Purpose::Rescue,
    Purpose::VictimSupport,
    Purpose::Repatriation,
    Purpose::CriminalInvestigation,
    Purpose::AssetRecovery,
    Purpose::Prevention,
    Purpose::Statistics,
    Purpose::Audit,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn purposes(roles: &[Role]) -> String {
        let reader = Reader::officer("kr.npa".parse().unwrap(), "somebody", roles.iter().copied());
        let all: Vec<String> = purposes_of(&reader).iter().map(ToString::to_string).collect();
        all.join(" ")
    }

    #[test]
    fn a_role_looks_for_purposes_of_its_own() {
        let investigation = "criminal-investigation asset-recovery prevention";
        let care = "victim-support repatriation";

        assert_eq!(purposes(&[Role::Auditor]), "audit");
        assert_eq!(purposes(&[Role::Administrator]), "");
        assert_eq!(purposes(&[Role::Analyst]), format!("rescue {investigation} statistics"));
        assert_eq!(purposes(&[Role::VictimSupport]), format!("rescue {care}"));
        assert_eq!(purposes(&[Role::ConsularOfficer]), format!("rescue {care}"));
        assert_eq!(
            purposes(&[Role::Auditor, Role::Supervisor]),
            format!("rescue {care} {investigation} statistics audit")
        );
        let peer = Reader::peer("kr.npa".parse().unwrap());
        assert_eq!(purposes_of(&peer), []);
    }
}
