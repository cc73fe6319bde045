//! What a web page says.

use encoding_rs::Encoding;
use mail_parser::decoders::html::html_to_text;

use super::AdvertText;

/// The words of a page, its title first. `content_type` is what its server said of it.
pub(super) fn read(bytes: &[u8], content_type: &str) -> AdvertText {
    let html = decoded(bytes, content_type);
    let html = without(&without(&html, "script"), "style");
    let title = element(&html, "title").map(|title| html_to_text(&title)).unwrap_or_default();
    let words = html_to_text(&without(&html, "title"));
    let text = [title.trim(), words.trim()].join("\n");
    let language = attribute(&html, "<html", "lang");
    AdvertText {
        text: text.trim().to_owned(),
        url: canonical(&html),
        language,
        ..AdvertText::default()
    }
}

/// After the server's word, then the page's own, then as UTF-8.
fn decoded(bytes: &[u8], content_type: &str) -> String {
    let start = String::from_utf8_lossy(bytes.get(..CHARSET_BYTES).unwrap_or(bytes)).to_lowercase();
    let named = |text: &str| {
        let at = text.find("charset=")? + "charset=".len();
        let label = text[at..].trim_start_matches(['"', '\'']);
        let end = label.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])
    };
    let encoding = named(&content_type.to_lowercase()).or_else(|| named(&start));
    encoding.unwrap_or(encoding_rs::UTF_8).decode(bytes).0.into_owned()
}

/// A page without the elements of a name and what they hold; one that is never closed goes to the
/// end.
fn without(html: &str, name: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let (open, close) = (format!("<{name}"), format!("</{name}"));
    let mut kept = String::with_capacity(html.len());
    let mut at = 0;
    while let Some(start) = lower[at..].find(&open).map(|found| at + found) {
        kept.push_str(&html[at..start]);
        let end = lower[start..].find(&close).map(|found| start + found);
        let end = end.and_then(|end| Some(end + lower[end..].find('>')? + 1));
        at = end.unwrap_or(html.len());
    }
    kept.push_str(&html[at..]);
    kept
}

fn element(html: &str, name: &str) -> Option<String> {
    let lower = html.to_ascii_lowercase();
    let open = lower.find(&format!("<{name}"))?;
    let start = open + lower[open..].find('>')? + 1;
    let end = start + lower[start..].find(&format!("</{name}"))?;
    Some(html[start..end].to_owned())
}

/// Where the page says that it stands.
fn canonical(html: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let Some(at) = lower.find("rel=\"canonical\"") else { return String::new() };
    let start = lower[..at].rfind('<').unwrap_or(at);
    attribute(&html[start..], "<link", "href")
}

fn attribute(html: &str, tag: &str, name: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let Some(start) = lower.find(tag) else { return String::new() };
    let end = lower[start..].find('>').map_or(html.len(), |end| start + end);
    let found = lower[start..end].find(&format!(" {name}=\""));
    let Some(value) = found.map(|found| start + found + name.len() + 3) else {
        return String::new();
    };
    html[value..end].split('"').next().unwrap_or_default().to_owned()
}

/// Where a page says in which encoding it is.
const CHARSET_BYTES: usize = 2_048;
