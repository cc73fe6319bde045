//! Who may use the node: people and tokens.

use clap::{Args, Subcommand};
use liaison_accounts::{AccountName, Unit};

#[derive(Debug, Args)]
pub struct User {
    #[command(subcommand)]
    pub act: UserAct,
}

/// What is done with an officer's account.
#[derive(Debug, Subcommand)]
pub enum UserAct {
    Add(UserAdd),
    List,
    Code(UserName),
    Roles(UserRoles),
    Disable(UserName),
    Reset(UserReset),
    Sessions(UserSessions),
}

#[derive(Debug, Args)]
pub struct UserAdd {
    #[arg(value_name = "NAME")]
    pub account: AccountName,
    #[arg(long, required = true, value_delimiter = ',', value_name = "ROLE")]
    pub role: Vec<String>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<Unit>,
    #[arg(long)]
    pub password_stdin: bool,
}

#[derive(Debug, Args)]
pub struct UserName {
    #[arg(value_name = "NAME")]
    pub account: AccountName,
}

#[derive(Debug, Args)]
pub struct UserRoles {
    #[arg(value_name = "NAME")]
    pub account: AccountName,
    #[arg(required = true, value_delimiter = ',', value_name = "ROLE")]
    pub role: Vec<String>,
}

#[derive(Debug, Args)]
pub struct UserReset {
    #[arg(value_name = "NAME")]
    pub account: AccountName,
    #[arg(long, value_name = "NAME")]
    pub confirmed_by: AccountName,
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
}

#[derive(Debug, Args)]
pub struct UserSessions {
    #[arg(value_name = "NAME")]
    pub account: AccountName,
    #[arg(long)]
    pub end: bool,
}

#[derive(Debug, Args)]
pub struct Token {
    #[command(subcommand)]
    pub act: TokenAct,
}

/// What is done with a program's token.
#[derive(Debug, Subcommand)]
pub enum TokenAct {
    Add(TokenAdd),
    List,
    Revoke(TokenName),
}

#[derive(Debug, Args)]
pub struct TokenAdd {
    #[arg(long, required = true, value_delimiter = ',', value_name = "ROLE")]
    pub role: Vec<String>,
    #[arg(long, required = true, value_delimiter = ',', value_name = "SCOPE")]
    pub scope: Vec<String>,
    #[arg(long, value_name = "WHEN")]
    pub expires: String,
    #[arg(long, value_name = "NAME")]
    pub name: Option<AccountName>,
}

#[derive(Debug, Args)]
pub struct TokenName {
    #[arg(value_name = "NAME")]
    pub name: AccountName,
}
