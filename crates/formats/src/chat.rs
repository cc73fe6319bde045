//! Chats as messengers export them: Telegram's JSON, and the texts of WhatsApp and LINE.
//!
//! Each message is a `Message` with its sender's account, day and words. Pictures and files that hang
//! on a message are named and not opened.
//!
//! # Invariants
//!
//! * The same export gives the same ids, so that a chat that comes again brings nothing new.
//! * A line that is no message belongs to the one before it, as messages have lines.

use std::collections::HashSet;
use std::io::{self, Read};

use liaison_model::messages::Message;
use liaison_model::schema::names::{prop, schema};
use liaison_model::schema::{self as schemata, Schema};
use liaison_model::{EntityId, Problem, ShownValue, Statement};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::import::{Import, ImportContext, ReadError, ReadSummary, Sink};
use crate::lines::LineReader;
use crate::words;

/// A message as its messenger wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Said {
    date: String,
    time: String,
    sender: String,
    text: String,
}

/// Whether a text begins as a chat of WhatsApp or LINE does.
pub(crate) fn is_chat(head: &str) -> bool {
    let mut lines = head.lines().map(plain).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return false };
    first.starts_with("[LINE]") || whatsapp(&first).is_some()
}

/// Whether a JSON text begins as an export of Telegram does.
pub(crate) fn is_telegram(head: &str) -> bool {
    head.contains("\"messages\"") && head.contains("\"type\"") && !head.contains("\"schema\"")
}

/// Reads a chat.
///
/// # Errors
///
/// When the input cannot be read or the sink takes no more. What is no message is a problem.
pub fn read_chat(
    input: impl Read,
    context: &ImportContext,
    sink: &mut dyn Sink,
) -> Result<ReadSummary, ReadError> {
    let mut import = Import::new(context, sink);
    let mut head = Vec::new();
    let mut input = input;
    input.by_ref().take(HEAD_BYTES).read_to_end(&mut head)?;
    let is_json = head.trim_ascii_start().starts_with(b"{");
    let all = io::Cursor::new(head).chain(input);
    let mut chat = Chat { accounts: HashSet::new(), number: 0, service: "", topic: String::new() };
    match is_json {
        true => telegram(all, &mut chat, &mut import)?,
        false => text(all, &mut chat, &mut import)?,
    }
    Ok(import.finish())
}

/// A chat that is read.
struct Chat {
    accounts: HashSet<EntityId>,
    number: u64,
    service: &'static str,
    topic: String,
}

impl Chat {
    fn take(&mut self, said: &Said, import: &mut Import<'_>) -> Result<(), ReadError> {
        self.number += 1;
        import.row(0)?;
        if said.text.trim().is_empty() && said.sender.is_empty() {
            return Ok(());
        }
        let context = import.context();
        let account = id(context, "account", &[self.service, &said.sender]);
        let number = self.number.to_string();
        let parts = [&*context.dataset, &number, &said.date, &said.time, &said.sender, &said.text];
        let message = id(context, "message", &parts);
        let (Some(account), Some(message)) = (account, message) else { return Ok(()) };
        if !said.sender.is_empty() && self.accounts.insert(account.clone()) {
            self.put(import, &account, schema::USER_ACCOUNT, prop::USERNAME, &said.sender)?;
            self.put(import, &account, schema::USER_ACCOUNT, prop::SERVICE, self.service)?;
        }
        self.put(import, &message, schema::MESSAGE, prop::THREAD_TOPIC, &self.topic.clone())?;
        self.put(import, &message, schema::MESSAGE, prop::BODY_TEXT, &said.text)?;
        if !said.sender.is_empty() {
            let account = account.local().to_owned();
            self.put(import, &message, schema::MESSAGE, prop::SENDER_ACCOUNT, &account)?;
        }
        let date = match said.date.contains('T') {
            true => said.date.clone(),
            false => said.date.replace(['.', '/'], "-"),
        };
        // A day whose order is not known is left out, and told.
        let is_clear = date.split('-').next().is_some_and(|year| year.len() == 4);
        let date = if is_clear { date } else { said.date.clone() };
        self.put(import, &message, schema::MESSAGE, prop::DATE, &date)
    }

    fn put(
        &self,
        import: &mut Import<'_>,
        entity: &EntityId,
        schema: &'static str,
        prop: &'static str,
        value: &str,
    ) -> Result<(), ReadError> {
        let context = import.context();
        let found: Option<&'static Schema> = schemata::find(schema);
        let Some((schema, property)) =
            found.and_then(|schema| Some((schema, schema.property(prop)?)))
        else {
            return Ok(());
        };
        if value.trim().is_empty() {
            return Ok(());
        }
        match context.clean(property, value) {
            Ok(cleaned) => {
                let said: Statement = context.statement(entity, schema, prop, cleaned);
                import.statement(said)
            }
            Err(error) => {
                let place = import.place(self.number);
                import.problem(Problem {
                    place,
                    value: ShownValue::None,
                    reason: error.reason,
                    hint: error.hint,
                    row_set_aside: false,
                })
            }
        }
    }
}

/// Telegram's `result.json`: one chat, or all of an account.
fn telegram(input: impl Read, chat: &mut Chat, import: &mut Import<'_>) -> Result<(), ReadError> {
    chat.service = "telegram";
    let export: Export = match serde_json::from_reader(input.take(JSON_BYTES_MAX)) {
        Ok(export) => export,
        Err(error) if error.is_io() => return Err(io::Error::from(error).into()),
        Err(_) => {
            let place = import.place(1);
            return import.row_problem(Problem {
                place,
                value: ShownValue::None,
                reason: Message::new(words::NOT_JSON),
                hint: None,
                row_set_aside: true,
            });
        }
    };
    let of_account = export.chats.map(|chats| chats.list).unwrap_or_default();
    let one = TelegramChat { name: export.name, messages: export.messages };
    for of_one in [one].into_iter().chain(of_account) {
        chat.topic = of_one.name.unwrap_or_default();
        for message in of_one.messages {
            let text = words_of(&message.text);
            let file = message.file.map(|file| format!("[{file}]")).unwrap_or_default();
            let said = Said {
                date: message.date,
                time: String::new(),
                sender: message.from.or(message.actor).unwrap_or_default(),
                text: [text, file].join("\n").trim().to_owned(),
            };
            chat.take(&said, import)?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Export {
    name: Option<String>,
    #[serde(default)]
    messages: Vec<TelegramMessage>,
    chats: Option<TelegramChats>,
}

#[derive(Deserialize)]
struct TelegramChats {
    list: Vec<TelegramChat>,
}

#[derive(Deserialize)]
struct TelegramChat {
    name: Option<String>,
    #[serde(default)]
    messages: Vec<TelegramMessage>,
}

#[derive(Deserialize)]
struct TelegramMessage {
    #[serde(default)]
    date: String,
    from: Option<String>,
    actor: Option<String>,
    #[serde(default)]
    text: Value,
    file: Option<String>,
}

/// The words of a message: a text, or pieces of which some are links.
fn words_of(text: &Value) -> String {
    match text {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => pieces.iter().map(words_of).collect(),
        Value::Object(piece) => piece.get("text").map(words_of).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The texts of WhatsApp and LINE.
fn text(input: impl Read, chat: &mut Chat, import: &mut Import<'_>) -> Result<(), ReadError> {
    let mut lines = LineReader::new(input, LINE_BYTES_MAX);
    let (mut open, mut day): (Option<Said>, Option<String>) = (None, None);
    while let Some(line) = lines.next()? {
        let line = plain(&String::from_utf8_lossy(line.bytes.unwrap_or_default()));
        if chat.service.is_empty() {
            chat.service = if line.starts_with("[LINE]") { "line" } else { "whatsapp" };
        }
        let begun = match chat.service {
            "line" => match line_day(&line) {
                Some(found) => {
                    day = Some(found);
                    continue;
                }
                None => line_message(&line, day.as_deref()),
            },
            _ => whatsapp(&line),
        };
        match (begun, &mut open) {
            (Some(new), before) => {
                if let Some(before) = before.replace(new) {
                    chat.take(&before, import)?;
                }
            }
            (None, Some(open)) if open.text.len() < LINE_BYTES_MAX => {
                open.text.push('\n');
                open.text.push_str(&line);
            }
            (None, _) => {
                if let Some(name) = line.strip_prefix("[LINE]") {
                    chat.topic = name.trim().to_owned();
                }
            }
        }
    }
    match open {
        Some(last) => chat.take(&last, import),
        None => Ok(()),
    }
}

/// `12/08/2025, 14:03 - Name: text`, or `[2025-08-12, 14:03:11] Name: text`.
fn whatsapp(line: &str) -> Option<Said> {
    let (moment, rest) = match line.strip_prefix('[') {
        Some(line) => line.split_once("] ")?,
        None => line.split_once(" - ")?,
    };
    let (date, time) = moment.split_once(", ").or_else(|| moment.split_once(' '))?;
    let is_date = date.chars().all(|letter| letter.is_ascii_digit() || "/.-".contains(letter))
        && date.chars().filter(char::is_ascii_digit).count() >= DATE_DIGITS_MIN;
    let is_time = time.contains(':') && time.starts_with(|letter: char| letter.is_ascii_digit());
    let (sender, text) = rest.split_once(": ").unwrap_or(("", rest));
    (is_date && is_time && time.len() < TIME_BYTES_MAX).then(|| Said {
        date: date.to_owned(),
        time: time.to_owned(),
        sender: sender.to_owned(),
        text: text.to_owned(),
    })
}

/// `2025/08/12(Tue)`, or `2025.08.12 Tuesday`.
fn line_day(line: &str) -> Option<String> {
    let date = line.get(..10)?;
    let rest = line.get(10..)?;
    let is_date = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'/' || byte == b'.' || byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let is_day = rest.is_empty() || rest.starts_with(['(', ' ']);
    (is_date && is_day && !line.contains('\t')).then(|| date.to_owned())
}

/// `14:03`, the sender and the words, with tabs between.
fn line_message(line: &str, day: Option<&str>) -> Option<Said> {
    let mut parts = line.splitn(3, '\t');
    let (time, sender, text) = (parts.next()?, parts.next()?, parts.next()?);
    let is_time = time.contains(':') && time.len() < TIME_BYTES_MAX;
    is_time.then(|| Said {
        date: day.unwrap_or_default().to_owned(),
        time: time.to_owned(),
        sender: sender.to_owned(),
        text: text.to_owned(),
    })
}

/// A line without what turns its direction and the end that some systems write.
fn plain(line: &str) -> String {
    let is_turn = |letter: &char| {
        matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' | '\r')
    };
    let spaced = line.chars().map(|letter| if letter == '\u{202f}' { ' ' } else { letter });
    spaced.filter(|letter| !is_turn(letter)).collect()
}

/// An id that follows from what it stands for.
fn id(context: &ImportContext, kind: &str, parts: &[&str]) -> Option<EntityId> {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let local = format!("chat-{kind}-{}", &hex::encode(hash.finalize())[..ID_CHARACTERS]);
    EntityId::new(&context.origin, &local).ok()
}

const HEAD_BYTES: u64 = 64;
const JSON_BYTES_MAX: u64 = 512 << 20;
const LINE_BYTES_MAX: usize = 1 << 20;
const DATE_DIGITS_MIN: usize = 4;
const TIME_BYTES_MAX: usize = 16;
const ID_CHARACTERS: usize = 24;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{Kept, context};

    /// What is said of messages, without their ids.
    fn read(chat: &str) -> Vec<String> {
        let mut kept = Kept::default();
        read_chat(chat.as_bytes(), &context(), &mut kept).unwrap();
        let said = kept.statements().into_iter().filter(|line| !line.contains("senderAccount"));
        said.filter_map(|line| Some(line.split_once(' ')?.1.to_owned())).collect()
    }

    #[test]
    fn telegrams_export_gives_each_message_with_its_sender_and_the_pieces_of_its_words() {
        let chat = r#"{"name":"Job","type":"personal_chat","id":1,"messages":[
            {"id":1,"type":"message","date":"2025-08-12T14:03:11","from":"Demo A","from_id":"user1",
             "text":["call ",{"type":"phone","text":"+85510000001"}]},
            {"id":2,"type":"message","date":"2025-08-12T14:04:00","from":"Demo A","text":"","file":"files/a.pdf"}]}"#;

        assert!(is_telegram(chat));
        assert_eq!(
            read(chat),
            [
                "UserAccount:username Demo A",
                "UserAccount:service telegram",
                "Message:threadTopic Job",
                "Message:bodyText call +85510000001",
                "Message:date 2025-08-12T14:03:11",
                "Message:threadTopic Job",
                "Message:bodyText [files/a.pdf]",
                "Message:date 2025-08-12T14:04:00",
            ]
        );
    }

    #[test]
    fn a_text_of_whatsapp_gives_messages_of_several_lines() {
        let chat = "[2025-08-12, 14:03:11] Demo A: first\nsecond line\n[2025-08-12, 14:05:00] Demo B: ok\n";

        assert!(is_chat(chat));
        let said = read(chat);
        assert!(said.contains(&"Message:bodyText first\nsecond line".to_owned()), "{said:?}");
        assert!(said.contains(&"UserAccount:username Demo B".to_owned()));
        assert!(said.contains(&"Message:date 2025-08-12".to_owned()));
        assert!(is_chat("12/08/2025, 14:03 - Demo A: hello"));
        assert!(!is_chat("name,phone\nA - B,1"));
    }

    #[test]
    fn a_text_of_line_takes_the_day_that_stands_above() {
        let chat = "[LINE] Chat history with Demo A\nSaved on: 2025/08/13 10:00\n\n2025/08/12(Tue)\n\
            14:03\tDemo A\thello\n14:04\tDemo B\tyes\n";

        assert!(is_chat(chat));
        let said = read(chat);
        assert_eq!(
            said.iter().filter(|line| *line == "Message:date 2025-08-12").count(),
            2,
            "{said:?}"
        );
        assert!(said.contains(&"UserAccount:service line".to_owned()));
    }

    #[test]
    fn the_same_export_gives_the_same_ids() {
        let ids = || {
            let mut kept = Kept::default();
            let chat = "12/08/2025, 14:03 - Demo A: hello\n";
            read_chat(chat.as_bytes(), &context(), &mut kept).unwrap();
            kept.statements()
        };
        assert_eq!(ids(), ids());
        assert!(!ids().is_empty());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_an_end(
            bytes in proptest::collection::vec(any::<u8>(), 0..300),
            start in proptest::sample::select(vec!["", "{\"messages\":[", "[LINE] a\n", "[2025-08-12, 1:2] a: b\n"]),
        ) {
            let bytes = [start.as_bytes(), &bytes].concat();
            read_chat(&*bytes, &context(), &mut Kept::default()).unwrap();
        }
    }
}
