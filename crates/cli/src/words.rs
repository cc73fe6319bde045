//! Help texts from the message catalogue, so that each flag is described once per language.

use clap::Command;
use liaison_model::messages::Catalogue;

/// Gives every command and argument its words: `help-COMMAND`, `help-COMMAND-example`,
/// `help-COMMAND-ARGUMENT`, or `help-any-ARGUMENT` where several commands share one.
#[must_use]
pub fn localised(command: Command, words: &Catalogue) -> Command {
    let name = command.get_name().to_owned();
    localised_as(command, words, &name)
}

fn localised_as(command: Command, words: &Catalogue, path: &str) -> Command {
    let arguments: Vec<String> =
        command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let children: Vec<String> =
        command.get_subcommands().map(|child| child.get_name().to_owned()).collect();
    let mut command = command.about(words.text(&format!("help-{path}")));
    let example = format!("help-{path}-example");
    if words.has(&example) {
        let text = format!("{}\n{}", words.text("help-example"), words.text(&example));
        command = command.after_help(text);
    }
    for id in arguments {
        let own = format!("help-{path}-{}", id.replace('_', "-"));
        let shared = format!("help-any-{}", id.replace('_', "-"));
        let key = if words.has(&own) { own } else { shared };
        command = command.mut_arg(&id, |argument| argument.help(words.text(&key)));
    }
    for child in children {
        let path = if path == "liaison" { child.clone() } else { format!("{path}-{child}") };
        command = command.mut_subcommand(&child, |child| localised_as(child, words, &path));
    }
    command
}
