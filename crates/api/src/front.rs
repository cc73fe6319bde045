//! `/api`: what this is, for whoever opens it in a browser; `/`, too, while the workbench is not
//! built.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Html;
use liaison_model::messages::{Catalogue, Message};

use crate::state::ApiState;

/// A page without styles or scripts, which the safety headers would not let run.
pub(crate) async fn front(State(state): State<Arc<ApiState>>, headers: HeaderMap) -> Html<String> {
    Html(page(&state, state.words(&headers), None))
}

/// The same page, with a sentence about how the workbench is built.
pub(crate) fn unbuilt(state: &ApiState, headers: &HeaderMap) -> Html<String> {
    Html(page(state, state.words(headers), Some("front-unbuilt")))
}

fn page(state: &ApiState, words: &Catalogue, more: Option<&str>) -> String {
    let config = state.node().config();
    let title = words.say(&Message::new("front-title").with("agency", &config.name));
    let mut body = format!("<h1>{}</h1>\n", escaped(&title));
    if config.demonstration {
        body.push_str(&format!(
            "<p><strong>{}</strong></p>\n",
            escaped(&words.text("front-demonstration"))
        ));
    }
    if let Some(key) = more {
        body.push_str(&format!("<p>{}</p>\n", escaped(&words.text(key))));
    }
    body.push_str(&format!("<p>{}</p>\n<ul>\n", escaped(&words.text("front-what"))));
    for (address, key) in [
        ("/api/openapi.json", "front-document"),
        ("/catalog", "front-catalog"),
        ("/figures/conflicts", "front-conflicts"),
        ("/readyz", "front-ready"),
    ] {
        let sentence = escaped(&words.text(key));
        body.push_str(&format!("<li><a href=\"{address}\">{address}</a>: {sentence}</li>\n"));
    }
    body.push_str("</ul>\n");
    let language = words.language();
    let title = escaped(&title);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\">\
         <title>{title}</title></head>\n<body>\n{body}</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_agency_is_text_and_never_markup() {
        assert_eq!(escaped("<b>\"A&B\"</b>'"), "&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;&#39;");
    }
}
