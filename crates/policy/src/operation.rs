//! Which roles may do what at all. Which facts they may do it with is [`crate::decide`]'s answer.
//!
//! One table, read by every surface. What is not in it is refused.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use liaison_model::Role;

use crate::decide::{Decision, Refusal};

/// Something that a surface can be asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// Find, list and count records.
    Search,
    /// Read a record, a figure or their history, with people covered.
    ReadRecord,
    /// Ask for people to be uncovered; whom, is decided fact by fact.
    Uncover,
    /// Take a list out of the node as a file.
    ExportList,
    /// Bring a file into the journal.
    Import,
    /// Take an import of one's own back.
    Undo,
    /// See and take back what others of the agency imported.
    ReviewImports,
    /// Take reports on people missing or held, and say how far they have come.
    HandleReports,
    /// Open cases, and work in those into which one is let.
    HandleCases,
    /// Share statements with other agencies, and take back what was shared.
    Share,
    /// Screen people, and say what authorities did with them.
    ScreenPeople,
    /// Let somebody who is presumed a victim be named to a partner as a suspect, and answer for it.
    ReleaseSuspects,
    /// Say how a figure stands to others, and whether two records are one.
    MarkFigure,
    /// Uncover in an emergency whom one's roles do not uncover; whom, is decided fact by fact.
    LookInEmergency,
    /// Be the second person who says whether such a look was right.
    ReviewLooks,
    /// Read who looked at whom, and what was done with accounts.
    ReadLooks,
    /// Make, change, disable and reset accounts, and end their sessions.
    ManageAccounts,
    /// Be the second person of a reset.
    ConfirmReset,
    /// Make and revoke tokens of programs.
    ManageTokens,
    /// Read what an operator watches.
    ReadHealth,
}

/// What a token of a program is for. A token does what both its roles and its scopes allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenScope {
    /// Searching and reading, with people covered.
    Read,
    /// Importing, and taking back what the program imported.
    Import,
    /// Taking lists out.
    Export,
    /// Reading what an operator watches.
    Health,
}

/// May somebody with these roles do this at all?
#[must_use]
pub fn may(roles: &BTreeSet<Role>, operation: Operation) -> Decision {
    let allowed = roles_for(operation).iter().any(|role| roles.contains(role));
    if allowed { Decision::Allow } else { Decision::Refuse(Refusal::Operation { operation }) }
}

/// May a program whose token has these roles and scopes do this?
#[must_use]
pub fn may_with_token(
    roles: &BTreeSet<Role>,
    scopes: &BTreeSet<TokenScope>,
    operation: Operation,
) -> Decision {
    match scope_for(operation) {
        Some(scope) if scopes.contains(&scope) => may(roles, operation),
        _ => Decision::Refuse(Refusal::Operation { operation }),
    }
}

/// The table.
fn roles_for(operation: Operation) -> &'static [Role] {
    use Role::{
        Administrator, Analyst, Auditor, ConsularOfficer, LiaisonOfficer, Supervisor, VictimSupport,
    };
    match operation {
        // Whoever keeps the node running has no need to know what is in it.
        Operation::Search | Operation::ReadRecord | Operation::Uncover => {
            &[Analyst, Supervisor, LiaisonOfficer, ConsularOfficer, VictimSupport, Auditor]
        }
        // Whoever may bring a file in may take it back.
        Operation::ExportList | Operation::Import | Operation::Undo => {
            &[Analyst, Supervisor, LiaisonOfficer, ConsularOfficer]
        }
        Operation::HandleReports
        | Operation::HandleCases
        | Operation::ScreenPeople
        | Operation::LookInEmergency => {
            &[Analyst, Supervisor, LiaisonOfficer, ConsularOfficer, VictimSupport]
        }
        Operation::ReviewImports => &[Supervisor],
        // What leaves the agency is answered for by those who speak for it.
        Operation::ReleaseSuspects | Operation::Share => &[Supervisor, LiaisonOfficer],
        Operation::MarkFigure => &[Analyst, Supervisor],
        Operation::ReviewLooks => &[Supervisor, Auditor],
        Operation::ReadLooks => &[Auditor],
        Operation::ManageAccounts | Operation::ManageTokens => &[Administrator],
        Operation::ConfirmReset => &[Supervisor, Administrator],
        Operation::ReadHealth => &[Auditor, Administrator],
    }
}

/// The scope that a token needs. Without one, no token does it: people uncover, audit and manage.
fn scope_for(operation: Operation) -> Option<TokenScope> {
    match operation {
        Operation::Search | Operation::ReadRecord => Some(TokenScope::Read),
        Operation::Import | Operation::Undo | Operation::HandleReports => Some(TokenScope::Import),
        Operation::ExportList => Some(TokenScope::Export),
        Operation::ReadHealth => Some(TokenScope::Health),
        Operation::Uncover
        | Operation::HandleCases
        | Operation::Share
        | Operation::ScreenPeople
        | Operation::ReleaseSuspects
        | Operation::ReviewImports
        | Operation::MarkFigure
        | Operation::LookInEmergency
        | Operation::ReviewLooks
        | Operation::ReadLooks
        | Operation::ManageAccounts
        | Operation::ConfirmReset
        | Operation::ManageTokens => None,
    }
}

impl Operation {
    /// Every operation, in the order in which they are told.
    pub const ALL: [Self; 20] = [
        Self::Search,
        Self::ReadRecord,
        Self::Uncover,
        Self::ExportList,
        Self::Import,
        Self::Undo,
        Self::ReviewImports,
        Self::HandleReports,
        Self::HandleCases,
        Self::Share,
        Self::ScreenPeople,
        Self::ReleaseSuspects,
        Self::MarkFigure,
        Self::LookInEmergency,
        Self::ReviewLooks,
        Self::ReadLooks,
        Self::ManageAccounts,
        Self::ConfirmReset,
        Self::ManageTokens,
        Self::ReadHealth,
    ];
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Search => "search",
            Self::ReadRecord => "read-record",
            Self::Uncover => "uncover",
            Self::ExportList => "list-export",
            Self::Import => "import",
            Self::Undo => "undo",
            Self::ReviewImports => "review-imports",
            Self::HandleReports => "handle-reports",
            Self::HandleCases => "handle-cases",
            Self::Share => "share",
            Self::ScreenPeople => "screening",
            Self::ReleaseSuspects => "release-suspects",
            Self::MarkFigure => "mark-figure",
            Self::LookInEmergency => "uncover-in-emergency",
            Self::ReviewLooks => "review-looks",
            Self::ReadLooks => "read-looks",
            Self::ManageAccounts => "manage-accounts",
            Self::ConfirmReset => "confirm-reset",
            Self::ManageTokens => "manage-tokens",
            Self::ReadHealth => "read-health",
        })
    }
}

impl TokenScope {
    /// Every scope.
    pub const ALL: [Self; 4] = [Self::Read, Self::Import, Self::Export, Self::Health];
}

impl FromStr for TokenScope {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|scope| scope.to_string() == text).ok_or(())
    }
}

impl fmt::Display for TokenScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Import => "import",
            Self::Export => "export",
            Self::Health => "health",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(allows: impl Fn(Operation, usize) -> bool, names: &[String]) -> String {
        let mut text = format!("{:16}{}\n", "", names.join(" "));
        for operation in Operation::ALL {
            let marks: Vec<String> = (0..names.len())
                .map(|column| {
                    let mark = if allows(operation, column) { "yes" } else { "-" };
                    format!("{mark:width$}", width = names[column].len())
                })
                .collect();
            let line = format!("{:16}{}", operation.to_string(), marks.join(" "));
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    #[test]
    fn the_table_of_roles_is_the_one_that_was_reviewed() {
        let names = Role::ALL.map(|role| role.to_string());
        let allows = |operation, column: usize| {
            may(&BTreeSet::from([Role::ALL[column]]), operation).is_allowed()
        };

        insta::assert_snapshot!(table(allows, &names));
    }

    #[test]
    fn the_table_of_tokens_is_the_one_that_was_reviewed() {
        let names = TokenScope::ALL.map(|scope| scope.to_string());
        let roles = BTreeSet::from(Role::ALL);
        let allows = |operation, column: usize| {
            let scopes = BTreeSet::from([TokenScope::ALL[column]]);
            may_with_token(&roles, &scopes, operation).is_allowed()
        };

        insta::assert_snapshot!(table(allows, &names));
    }

    #[test]
    fn nobody_without_a_role_does_anything() {
        for operation in Operation::ALL {
            assert!(!may(&BTreeSet::new(), operation).is_allowed(), "{operation}");
            let scopes = BTreeSet::from(TokenScope::ALL);
            assert!(!may_with_token(&BTreeSet::new(), &scopes, operation).is_allowed());
        }
    }

    #[test]
    fn a_token_does_no_more_than_its_roles_allow() {
        let scopes = BTreeSet::from(TokenScope::ALL);
        for role in Role::ALL {
            let roles = BTreeSet::from([role]);
            for operation in Operation::ALL {
                let by_token = may_with_token(&roles, &scopes, operation).is_allowed();
                assert!(!by_token || may(&roles, operation).is_allowed(), "{role} {operation}");
            }
        }
    }

    #[test]
    fn several_roles_add_up() {
        let roles = BTreeSet::from([Role::Auditor, Role::Administrator]);

        assert!(may(&roles, Operation::ReadLooks).is_allowed());
        assert!(may(&roles, Operation::ManageAccounts).is_allowed());
        assert!(!may(&roles, Operation::Import).is_allowed());
    }
}
