//! The page, without a line of script.

use std::ops::Range;

use liaison_adverts::{Band, Scored};
use liaison_model::messages::{Catalogue, Message, languages};

/// The empty page, with what was wrong.
pub(crate) fn asking(words: &Catalogue, text: &str, wrong: Option<&str>) -> String {
    let wrong = wrong.map(|key| format!("<p role=\"alert\"><b>{}</b></p>\n", said(words, key)));
    let body = format!("{}{}", wrong.unwrap_or_default(), form(words, text));
    whole(words, &body)
}

/// What is told of a text.
pub(crate) fn answered(words: &Catalogue, text: &str, scored: &Scored, lexicon: &str) -> String {
    let band = match scored.band {
        Band::FewSigns => "check-page-few",
        Band::SomeSigns => "check-page-some",
        Band::ManySigns => "check-page-many",
    };
    let mut body = format!("<h2 role=\"status\">{}</h2>\n", said(words, band));
    body.push_str(&format!("<p>{}</p>\n", said(words, "check-page-no-finding")));
    let signs: Vec<_> = scored.reasons.iter().filter(|reason| 0.0 < reason.weight).collect();
    let spans = marked(signs.iter().map(|reason| reason.span.clone()));
    body.push_str(&format!("<p class=\"text\" dir=\"auto\">{}</p>\n", with_marks(text, &spans)));
    if !signs.is_empty() {
        body.push_str(&format!("<h3>{}</h3>\n<ul>\n", said(words, "check-page-signs")));
        for reason in signs {
            let part = text.get(reason.span.clone()).unwrap_or_default();
            let source = match reason.source.is_empty() {
                true => String::new(),
                false => format!(" <small>{}</small>", escaped(&reason.source)),
            };
            let says = said(words, reason.cause.message_key());
            body.push_str(&format!(
                "<li>{says}: <q dir=\"auto\">{}</q>{source}</li>\n",
                escaped(part)
            ));
        }
        body.push_str("</ul>\n");
    }
    body.push_str(&format!("<h3>{}</h3>\n<ul>\n", said(words, "check-page-advice")));
    for key in ADVICE {
        body.push_str(&format!("<li>{}</li>\n", said(words, key)));
    }
    body.push_str("</ul>\n");
    let from = words.say(&Message::new("check-page-from").with("lexicon", lexicon));
    body.push_str(&format!("<p><small>{}</small></p>\n", escaped(&from)));
    body.push_str(&form(words, ""));
    whole(words, &body)
}

fn form(words: &Catalogue, text: &str) -> String {
    let language = words.language();
    format!(
        "<form method=\"post\" action=\"/\">\n<input type=\"hidden\" name=\"lang\" \
         value=\"{language}\">\n<label for=\"text\">{}</label>\n<textarea id=\"text\" name=\"text\" \
         rows=\"8\" maxlength=\"20000\" dir=\"auto\" required>{}</textarea>\n<p>{}</p>\n\
         <button>{}</button>\n</form>\n",
        said(words, "check-page-paste"),
        escaped(text),
        said(words, "check-page-kept"),
        said(words, "check-page-check"),
    )
}

fn whole(words: &Catalogue, body: &str) -> String {
    let language = words.language();
    let title = said(words, "check-page-title");
    let mut choices = String::new();
    for one in languages() {
        let name = Catalogue::for_language(one).text("check-page-language");
        let current = if one == language { " aria-current=\"true\"" } else { "" };
        choices.push_str(&format!(
            "<a href=\"/?lang={one}\" lang=\"{one}\"{current}>{}</a>\n",
            escaped(&name)
        ));
    }
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><link rel=\"stylesheet\" href=\"/style.css\"></head>\n\
         <body>\n<nav>{choices}</nav>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Places in a text in order, none over another: of two the one that weighs more stays.
fn marked(spans: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut kept: Vec<Range<usize>> = Vec::new();
    for span in spans {
        let is_free = |other: &Range<usize>| span.end <= other.start || other.end <= span.start;
        if kept.iter().all(is_free) {
            kept.push(span);
        }
    }
    kept.sort_by_key(|span| span.start);
    kept
}

fn with_marks(text: &str, spans: &[Range<usize>]) -> String {
    let (mut html, mut at) = (String::new(), 0);
    for span in spans {
        if let (Some(before), Some(part)) = (text.get(at..span.start), text.get(span.clone())) {
            html.push_str(&escaped(before));
            html.push_str(&format!("<mark>{}</mark>", escaped(part)));
            at = span.end;
        }
    }
    html.push_str(&escaped(text.get(at..).unwrap_or_default()));
    html
}

fn said(words: &Catalogue, key: &str) -> String {
    escaped(&words.text(key))
}

/// Text as text, and turns of direction left out: what somebody pastes never changes the page.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// What to do before answering, the most important first.
const ADVICE: [&str; 6] = [
    "check-page-advice-passport",
    "check-page-advice-employer",
    "check-page-advice-visa",
    "check-page-advice-tell",
    "check-page-advice-held",
    "check-page-advice-ask",
];

pub(crate) const STYLE: &str = "body{font:16px/1.6 sans-serif;color:#16191d;background:#fff;\
margin:0 auto;max-width:44rem;padding:1rem}nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}\
nav a{color:#0b4f8a;min-height:24px}nav a[aria-current]{color:#16191d;font-weight:600}\
label{display:block;font-weight:600}textarea{width:100%;box-sizing:border-box;font:inherit;\
border:1px solid #7b848e;padding:.5rem}button{font:inherit;color:#fff;background:#0b4f8a;border:0;\
padding:.5rem 1.25rem;min-height:44px}.text{white-space:pre-wrap;overflow-wrap:anywhere;\
border:1px solid #d5d9dd;padding:.75rem}mark{background:#fdeebc}small{color:#4d555e}\
li{margin:.25rem 0}:lang(km),:lang(my){line-height:1.9}";

#[cfg(test)]
mod tests {
    use liaison_adverts::{KnownContacts, Lexicon, Scorer};

    use super::*;

    fn answer(language: &str, text: &str) -> String {
        let lexicon = Lexicon::built_in().unwrap();
        let scored = Scorer::new(lexicon, None, KnownContacts::default()).score(text);
        answered(&Catalogue::for_language(language), text, &scored, lexicon.version())
    }

    #[test]
    fn reasons_are_marked_in_the_text_with_their_source_and_advice_follows() {
        let html = answer("ko", "경력 필요 없음, 월 12,000,000원, 항공권 지원. 텔레그램 @demo_1");

        assert!(html.contains("<html lang=\"ko\">"));
        assert!(html.contains("<mark>경력 필요 없음</mark>"), "{html}");
        assert!(html.contains("Kukmin Ilbo"));
        let advice = Catalogue::for_language("ko").text("check-page-advice-passport");
        assert!(html.contains(&*escaped(&advice)));
    }

    #[test]
    fn what_is_pasted_is_text_and_never_markup_or_a_turn_of_direction() {
        let html = answer("en", "<script>alert(1)</script> \u{202e}gnp.exe no experience needed");

        assert!(!html.contains("<script"));
        assert!(!html.contains('\u{202e}'));
        assert!(html.contains("&lt;script&gt;"));
    }

    #[test]
    fn nobody_is_called_guilty_and_no_number_is_said_to_be_known() {
        for language in languages() {
            let html = answer(language, "no experience needed, telegram @demo_1");
            assert!(html.contains("<main>"), "{language}");
            assert!(!html.contains("check-page-"), "{language}: a key without words");
        }
    }
}
