//! The only place that prints: answers to standard output, everything else to standard error.

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::OnceLock;
use std::time::Duration;

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use indicatif::{ProgressBar, ProgressStyle};
use liaison_model::messages::{Catalogue, Message};

/// Where answers and messages go.
pub struct Out {
    /// The words of the reader's language.
    pub words: Catalogue,
    json: bool,
    lost: OnceLock<io::Error>,
}

impl Out {
    /// For people, in a language.
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self { words: Catalogue::for_language(language), json: false, lost: OnceLock::new() }
    }

    /// For machines instead, when asked.
    #[must_use]
    pub fn with_json(self, json: bool) -> Self {
        Self { json, ..self }
    }

    /// Whether machines read the answer.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// One line of an answer.
    pub fn line(&self, text: &str) {
        self.keep(print(&mut io::stdout().lock(), &harmless(text)));
    }

    /// The answer as a stream of bytes, for a file that goes to standard output.
    #[must_use]
    pub fn stream(&self) -> Stream<'_> {
        Stream { out: self }
    }

    /// Why a part of the answer did not reach its reader, if so.
    #[must_use]
    pub fn lost(&self) -> Option<&io::Error> {
        self.lost.get()
    }

    fn keep(&self, written: io::Result<()>) {
        match written {
            // A reader that closed its end has seen enough.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ = self.lost.set(error); // the first one is told
            }
            _ => {}
        }
    }

    /// One JSON line of an answer.
    pub fn value(&self, value: &impl serde::Serialize) {
        // Our own values have no maps with keys that are not text, so this cannot fail.
        let text = serde_json::to_string(value).unwrap_or_default();
        self.keep(print(&mut io::stdout().lock(), &text));
    }

    /// Where the answer goes that is written row by row.
    #[must_use]
    pub fn answers(&self) -> Box<dyn Write> {
        Box::new(io::BufWriter::new(io::stdout()))
    }

    /// A table for people; numbers to the right.
    pub fn table(&self, headings: &[&str], rows: &[Vec<String>]) {
        let mut table = Table::new();
        // Cells that wrap leave the first column empty, which sets rows apart without lines.
        table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─')));
        table.set_content_arrangement(ContentArrangement::Dynamic);
        let terminal = console::Term::stdout().size_checked();
        table.set_width(terminal.map_or(PIPE_COLUMNS, |(_, columns)| columns));
        table.set_header(headings.iter().map(|key| self.words.text(key)));
        rows.iter().for_each(|row| _ = table.add_row(row));
        self.line(&table.to_string());
    }

    /// A sentence about what is going on.
    pub fn note(&self, message: &Message) {
        tell(&self.words.say(message));
    }

    /// An error with its advice.
    pub fn error(&self, sentence: &str, hint: Option<&Message>) {
        let mut text = format!("{} {sentence}", self.words.text("out-error"));
        if let Some(hint) = hint {
            text.push_str(&format!("\n\n{} {}", self.words.text("out-hint"), self.words.say(hint)));
        }
        tell(&text);
    }

    /// Progress towards a number of bytes or statements; silent where nobody watches.
    #[must_use]
    pub fn progress(&self, key: &str, length: Option<u64>) -> ProgressBar {
        if self.json || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = match length {
            Some(length) => ProgressBar::new(length),
            None => ProgressBar::new_spinner(),
        };
        let template = match length {
            Some(_) => "{msg} {wide_bar} {percent}% {elapsed}",
            None => "{msg} {human_pos} {elapsed}",
        };
        bar.set_style(
            ProgressStyle::with_template(template).unwrap_or(ProgressStyle::default_bar()),
        );
        bar.set_message(self.words.text(key));
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }
}

/// Bytes that are a part of the answer. What is lost of them is told at the end, as of any answer.
pub struct Stream<'a> {
    out: &'a Out,
}

impl Write for Stream<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.out.lost().is_none() {
            self.out.keep(io::stdout().lock().write_all(bytes));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.keep(io::stdout().lock().flush());
        Ok(())
    }
}

/// The language that `--lang` or the environment asks for, before arguments are read: help texts
/// are in it, too.
#[must_use]
pub fn language_of(arguments: impl Iterator<Item = OsString>) -> String {
    let arguments: Vec<String> =
        arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let after = arguments.iter().skip_while(|a| *a != "--lang").nth(1).cloned();
    let joined = arguments.iter().find_map(|a| a.strip_prefix("--lang=").map(str::to_owned));
    let environment = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
    };
    after.or(joined).or_else(environment).unwrap_or_default()
}

/// One line of a server's log.
pub fn log_line(text: &str) {
    tell(text);
}

/// A text that does nothing to the terminal which shows it: foreign lists bring what they like.
/// Escapes, bells and marks that turn the order of letters around become U+FFFD.
fn harmless(text: &str) -> Cow<'_, str> {
    let acts = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    match text.contains(acts) {
        true => Cow::Owned(text.replace(acts, "\u{FFFD}")),
        false => Cow::Borrowed(text),
    }
}

fn tell(text: &str) {
    // Where standard error cannot be written, there is nobody left to tell.
    let _ = print(&mut io::stderr().lock(), &harmless(text));
}

fn print(to: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(to, "{text}").and_then(|()| to.flush())
}

/// Width of tables that go to a file or pipe.
const PIPE_COLUMNS: u16 = 160;
