//! One e-mail as it was sent, or as somebody pasted it.

use jiff::civil::Date;
use mail_parser::{Address, Message, MessageParser};

/// What an e-mail says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    /// The address that it came from.
    pub from: Option<String>,
    /// What it says it is about.
    pub subject: Option<String>,
    /// The day on which it was sent, by its sender's clock.
    pub sent: Option<Date>,
    /// Its text; where it has only HTML, what that says.
    pub text: String,
    /// Names of the files that hang on it; a file without a name counts as empty.
    pub attachments: Vec<String>,
}

/// Reads an e-mail. What begins with no headers is taken for its text.
#[must_use]
pub fn read_mail(bytes: &[u8]) -> Mail {
    if !has_headers(bytes) {
        return Mail { text: plain(bytes), ..Mail::default() };
    }
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Mail { text: plain(bytes), ..Mail::default() };
    };
    let from = message.from().and_then(Address::first).and_then(|one| one.address());
    let attachments = message.attachments();
    let name = |part: &mail_parser::MessagePart<'_>| {
        use mail_parser::MimeHeaders as _;
        part.attachment_name().unwrap_or_default().to_owned()
    };
    Mail {
        from: from.map(str::to_owned),
        subject: message.subject().map(str::to_owned),
        sent: sent_on(&message),
        text: text_of(&message),
        attachments: attachments.take(ATTACHMENTS_MAX).map(name).collect(),
    }
}

/// All its parts of text, one after the other.
fn text_of(message: &Message<'_>) -> String {
    let parts = (0..message.text_body_count()).filter_map(|at| message.body_text(at));
    let text: Vec<String> = parts.map(|part| part.trim().to_owned()).collect();
    text.join("\n\n").chars().take(TEXT_CHARS_MAX).collect()
}

fn sent_on(message: &Message<'_>) -> Option<Date> {
    let sent = message.date()?;
    let (year, month) = (i16::try_from(sent.year).ok()?, i8::try_from(sent.month).ok()?);
    Date::new(year, month, i8::try_from(sent.day).ok()?).ok()
}

fn plain(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.trim_start_matches('\u{feff}').trim().chars().take(TEXT_CHARS_MAX).collect()
}

/// Whether the first line is a header as mail programs write it.
pub(crate) fn has_headers(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
    let name = String::from_utf8_lossy(&line[..colon]).to_lowercase();
    HEADERS.contains(&name.as_str())
}

/// Headers with which an e-mail may begin.
const HEADERS: &[&str] = &[
    "return-path",
    "delivered-to",
    "received",
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "x-mailer",
    "reply-to",
    "authentication-results",
    "dkim-signature",
    "arc-seal",
    "x-received",
];
/// Of a longer letter the beginning is read.
const TEXT_CHARS_MAX: usize = 100_000;
const ATTACHMENTS_MAX: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "From: =?utf-8?B?7Ja066i464uI?= <mother@example.org>\r\n\
        Date: Wed, 20 Aug 2025 09:30:00 +0900\r\nSubject: =?utf-8?Q?My_son?=\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
        Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        PHA+7J2066aEOiDqsJXshJzsnKQ8L3A+\r\n--b\r\nContent-Type: image/png; name=photo.png\r\n\
        Content-Disposition: attachment; filename=photo.png\r\n\r\nxx\r\n--b--\r\n";

    #[test]
    fn an_e_mail_tells_who_sent_it_when_and_what_it_says() {
        let mail = read_mail(LETTER.as_bytes());

        assert_eq!(mail.from.as_deref(), Some("mother@example.org"));
        assert_eq!(mail.sent, Some(jiff::civil::date(2025, 8, 20)));
        assert_eq!(mail.subject.as_deref(), Some("My son"));
        assert_eq!(mail.text, "이름: 강서윤");
        assert_eq!(mail.attachments, ["photo.png"]);
    }

    #[test]
    fn what_was_pasted_without_headers_is_text() {
        for text in ["이름: 강서윤\n장소: Poipet", "Name: A B", ""] {
            assert_eq!(read_mail(text.as_bytes()), Mail { text: text.into(), ..Mail::default() });
        }
        assert_eq!(read_mail(b"\xff\xfe").text, "\u{fffd}\u{fffd}");
    }
}
