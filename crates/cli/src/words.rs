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
        let key = key_of(path, &id, words);
        command = command.mut_arg(&id, |argument| argument.help(words.text(&key)));
    }
    for child in children {
        let path = path_of(path, &child);
        command = command.mut_subcommand(&child, |child| localised_as(child, words, &path));
    }
    command
}

fn key_of(path: &str, argument: &str, words: &Catalogue) -> String {
    let argument = argument.replace('_', "-");
    let own = format!("help-{path}-{argument}");
    if words.has(&own) { own } else { format!("help-any-{argument}") }
}

fn path_of(parent: &str, child: &str) -> String {
    if parent == "liaison" { child.to_owned() } else { format!("{parent}-{child}") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::args::Arguments;
    use clap::CommandFactory;

    fn keys(command: &Command, path: &str, words: &Catalogue, found: &mut BTreeSet<String>) {
        found.insert(format!("help-{path}"));
        found.extend(Some(format!("help-{path}-example")).filter(|key| words.has(key)));
        let arguments = command.get_arguments();
        found.extend(arguments.map(|argument| key_of(path, argument.get_id().as_str(), words)));
        for child in command.get_subcommands() {
            keys(child, &path_of(path, child.get_name()), words, found);
        }
    }

    #[test]
    fn every_command_and_argument_has_words_and_no_words_are_left_over() {
        let text = include_str!("../../../messages/en.ftl");
        let words = text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        let words: BTreeSet<&str> = words.filter(|key| key.starts_with("help-")).collect();
        let mut wanted = BTreeSet::from(["help-example".to_owned()]);

        keys(&Arguments::command(), "liaison", &Catalogue::for_language("en"), &mut wanted);

        let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
        assert_eq!(wanted.difference(&words).collect::<Vec<_>>(), [&""; 0], "missing");
        assert_eq!(words.difference(&wanted).collect::<Vec<_>>(), [&""; 0], "left over");
    }
}
