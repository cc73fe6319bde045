//! The reference of the commands as one page of Markdown.

use clap::{Arg, Command};

/// Every command with its usage, arguments and examples, in the words that `--help` shows.
pub fn markdown(mut command: Command) -> String {
    command.build();
    let mut page = HEAD.to_owned();
    section(&command, &mut page);
    page
}

fn section(command: &Command, page: &mut String) {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let is_whole = !name.contains(' ');
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    page.push_str(&format!("\n## {name}\n\n{about}.\n\n```text\n{usage}\n```\n"));
    // What every command takes is told once, with the program itself.
    let is_told = |argument: &&Arg| {
        let is_common = argument.is_global_set() || COMMON.contains(&argument.get_id().as_str());
        !argument.is_hide_set() && (is_whole || !is_common)
    };
    let rows: String = command.get_arguments().filter(is_told).map(row).collect();
    if !rows.is_empty() {
        page.push_str(&format!("\n| argument | what it is |\n| --- | --- |\n{rows}"));
    }
    if let Some(examples) = command.get_after_help() {
        page.push_str(&format!("\n```text\n{examples}\n```\n"));
    }
    for child in command.get_subcommands() {
        section(child, page);
    }
}

fn row(argument: &Arg) -> String {
    let mut help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let defaults = argument.get_default_values().iter().map(|value| value.to_string_lossy());
    let defaults: Vec<_> = defaults.filter(|value| !value.is_empty()).collect();
    if argument.get_action().takes_values() && !defaults.is_empty() {
        help.push_str(&format!(" [default: {}]", defaults.join(", ")));
    }
    if let Some(variable) = argument.get_env() {
        help.push_str(&format!(" [variable: {}]", variable.to_string_lossy()));
    }
    format!("| `{}` | {} |\n", argument, help.replace('|', "\\|"))
}

const HEAD: &str = "\
# Commands

Made from the program by `cargo xtask commands`; edit `messages/en.ftl` and `crates/cli/src/args.rs` instead. What stands
under `liaison` goes with every command.
";

/// Arguments that clap gives to every command.
const COMMON: &[&str] = &["help", "version"];
