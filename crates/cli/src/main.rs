//! The command line of a node: arguments in, tables or JSON lines out.
//!
//! Exit status: 0 done, 1 done with problems or an answer refused, 2 wrong use or failure,
//! 3 refused by policy.

mod args;
mod commands;
mod out;
mod words;

use std::process::ExitCode;

use clap::FromArgMatches;
use liaison_api::ApiError;
use liaison_channel::ChannelError;
use liaison_estimate::{ModelError, TableError};
use liaison_model::Hint;
use liaison_model::messages::Message;
use liaison_node::NodeError;

use crate::args::Arguments;
use crate::out::Out;

/// An import makes and drops millions of short texts on several threads, for which the allocator of
/// the C library takes a fifth more of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command ended, apart from failing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Everything was done.
    Clean,
    /// It was done, with problems; or the answer is no.
    WithProblems,
}

fn main() -> ExitCode {
    let language = out::language_of(std::env::args_os());
    let out = Out::new(&language);
    let matches = args::command(&out.words).get_matches();
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    let out = out.with_json(arguments.json);
    match (commands::run(arguments, &out), out.lost()) {
        (Err(error), _) => report(&out, &error),
        (Ok(_), Some(lost)) => {
            let message = Message::new("error-output").with("reason", lost);
            out.error(&out.words.say(&message), Some(&Message::new("hint-output")));
            ExitCode::from(2)
        }
        (Ok(Done::Clean), None) => ExitCode::SUCCESS,
        (Ok(Done::WithProblems), None) => ExitCode::from(1),
    }
}

/// One sentence with what is wrong, and one with what to do.
fn report(out: &Out, error: &anyhow::Error) -> ExitCode {
    match error.downcast_ref::<NodeError>() {
        Some(error) => {
            out.error(&out.words.say(&error.message()), error.hint().as_ref());
            let is_refused = matches!(
                error,
                NodeError::Refused(_) | NodeError::SecondPerson | NodeError::NotADemonstration
            );
            ExitCode::from(if is_refused { 3 } else { 2 })
        }
        None => {
            match told(error) {
                Some((sentence, hint)) => out.error(&out.words.say(&sentence), hint.as_ref()),
                None => out.error(&format!("{error:#}"), None),
            }
            ExitCode::from(2)
        }
    }
}

/// Sentence and advice of an error that has them and is not the node's.
fn told(error: &anyhow::Error) -> Option<(Message, Option<Message>)> {
    if let Some(error) = error.downcast_ref::<ApiError>() {
        return Some((error.message(), error.hint()));
    }
    if let Some(error) = error.downcast_ref::<ChannelError>() {
        return Some((error.message(), error.hint()));
    }
    if let Some(error) = error.downcast_ref::<TableError>() {
        return Some((error.message(), error.hint()));
    }
    error.downcast_ref::<ModelError>().map(|error| (error.message(), error.hint()))
}
