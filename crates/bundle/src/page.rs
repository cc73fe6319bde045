//! A bundle as a page for print: the same bytes wherever it is made of the same bundle.

use std::fmt::Write;

use liaison_journal::Proven;
use liaison_model::messages::{Catalogue, Message};
use liaison_model::schema;

use crate::{Checked, CheckedFact};

/// Languages in which a page can be made.
pub const PAGE_LANGUAGES: [&str; 4] = ["en", "ko", "th", "km"];

/// The page of a bundle in a language. English stands beside what no speaker checked yet.
#[must_use]
pub fn page(checked: &Checked, language: &str) -> String {
    let page = Page { words: Catalogue::for_language(language), checked };
    let mut out = String::new();
    // Writing to a text cannot fail.
    _ = page.write(&mut out);
    out
}

struct Page<'c> {
    words: Catalogue,
    checked: &'c Checked,
}

impl Page<'_> {
    fn write(&self, out: &mut String) -> std::fmt::Result {
        let head = &self.checked.head;
        let language = self.words.language();
        let number = escaped(&head.number);
        let handling = escaped(&handling_of(self.checked));
        writeln!(out, "<!doctype html>\n<html lang=\"{language}\">\n<head>")?;
        writeln!(out, "<meta charset=\"utf-8\">\n<title>{number}</title>")?;
        writeln!(out, "<style>{STYLE}</style>\n</head>\n<body>")?;
        let banner = format!("<p class=\"handling\">{handling}</p>");
        writeln!(
            out,
            "{banner}\n<header>\n<h1>{} {number}</h1>",
            self.text("exhibit-page-number")
        )?;
        writeln!(out, "<p class=\"title\">{}</p>\n<dl>", escaped(&head.title))?;
        self.line(out, "exhibit-page-case", &head.case)?;
        self.line(out, "exhibit-page-agency", head.agency.as_str())?;
        self.line(out, "exhibit-page-officer", &head.officer)?;
        self.line(out, "exhibit-page-sealed", &head.sealed.to_string())?;
        writeln!(out, "</dl>\n</header>\n<ol class=\"facts\">")?;
        let mut note = 0;
        for fact in &self.checked.facts {
            self.fact(out, fact, &mut note)?;
        }
        writeln!(
            out,
            "</ol>\n<h2>{}</h2>\n<ol class=\"notes\">",
            self.text("exhibit-page-sources")
        )?;
        for proven in self.checked.facts.iter().flat_map(|fact| &fact.statements) {
            self.source(out, proven)?;
        }
        writeln!(out, "</ol>")?;
        self.redacted(out)?;
        self.method(out)?;
        writeln!(out, "<p class=\"sign\">{}</p>", self.text("exhibit-page-prepared"))?;
        writeln!(out, "<p class=\"sign\">{}</p>", self.text("exhibit-page-reviewed"))?;
        writeln!(out, "{banner}\n</body>\n</html>")
    }

    fn fact(&self, out: &mut String, fact: &CheckedFact, note: &mut u32) -> std::fmt::Result {
        write!(out, "<li>")?;
        if !fact.words.is_empty() {
            write!(out, "<p>{}</p>", escaped(&fact.words))?;
        }
        writeln!(out, "<ul>")?;
        for proven in &fact.statements {
            *note += 1;
            let said = &proven.statement;
            let found = schema::find(&said.schema);
            let kind = found.map_or(&*said.schema, |found| found.label);
            let property = found.and_then(|found| found.property(&said.prop));
            let label = property.map_or(&*said.prop, |property| property.label);
            let kind = self.words.term(&format!("schema-{}", said.schema), kind);
            let label = self.words.term(&format!("prop-{}", said.prop), label);
            let lang = said.lang.as_deref().map(|lang| format!(" lang=\"{}\"", escaped(lang)));
            writeln!(
                out,
                "<li>{} <code>{}</code> · {}: <b{}>{}</b><sup><a href=\"#n{note}\">{note}</a></sup></li>",
                escaped(&kind),
                escaped(said.entity.as_str()),
                escaped(&label),
                lang.unwrap_or_default(),
                escaped(&said.value),
            )?;
        }
        writeln!(out, "</ul></li>")
    }

    fn source(&self, out: &mut String, proven: &Proven) -> std::fmt::Result {
        let said = &proven.statement;
        let mut parts = vec![said.dataset.clone()];
        parts.extend(said.source.clone());
        parts.extend(said.as_of.clone());
        parts.extend(said.grade.map(|grade| grade.to_string()));
        let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        let committed = Message::new("exhibit-page-committed")
            .with("commit", proven.header.number)
            .with("time", proven.time);
        writeln!(
            out,
            "<li>{} · <code>{}</code> · {} <code>{}</code></li>",
            parts.join(" · "),
            said.id,
            escaped(&self.words.say(&committed)),
            proven.commit,
        )
    }

    fn redacted(&self, out: &mut String) -> std::fmt::Result {
        let redacted = &self.checked.head.redacted;
        writeln!(out, "<h2>{}</h2>", self.text("exhibit-page-redacted"))?;
        if redacted.is_empty() {
            return writeln!(out, "<p>{}</p>", self.text("exhibit-page-redacted-none"));
        }
        writeln!(out, "<ul>")?;
        for one in redacted {
            let reason = match one.reason.as_str() {
                COVERED => self.text("exhibit-page-covered"),
                reason => escaped(reason),
            };
            let label = escaped(&self.words.term(&format!("prop-{}", one.prop), &one.prop));
            writeln!(out, "<li>{}: {label} — {reason}</li>", one.fact)?;
        }
        writeln!(out, "</ul>")
    }

    fn method(&self, out: &mut String) -> std::fmt::Result {
        let checked = self.checked;
        writeln!(out, "<h2>{}</h2>", self.text("exhibit-page-method"))?;
        writeln!(out, "<p>{}</p>\n<dl>", self.text("exhibit-page-how"))?;
        self.line(out, "exhibit-page-hash", &checked.sha256.to_string())?;
        self.line(out, "exhibit-page-root", &checked.root_fingerprint)?;
        let seal = format!("{} {}", checked.seal.header.number, checked.seal.commit);
        self.line(out, "exhibit-page-seal", &seal)?;
        let checkpoint = &checked.head.checkpoint;
        let position = format!("{} {}", checkpoint.commit, checkpoint.hash);
        self.line(out, "exhibit-page-checkpoint", &position)?;
        self.line(out, "exhibit-page-program", &format!("Liaison {}", checked.head.renderer))?;
        writeln!(out, "</dl>")
    }

    fn line(&self, out: &mut String, key: &str, value: &str) -> std::fmt::Result {
        writeln!(out, "<dt>{}</dt><dd>{}</dd>", self.text(key), escaped(value))
    }

    fn text(&self, key: &str) -> String {
        escaped(&self.words.text(key))
    }
}

fn handling_of(checked: &Checked) -> String {
    checked.head.handling.to_string()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for found in text.chars() {
        match found {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            found if found.is_control() => out.push(' '),
            found => out.push(found),
        }
    }
    out
}

/// Why something is left out that says who a person is.
pub(crate) const COVERED: &str = "covered";
const STYLE: &str = "@page{size:A4;margin:20mm}body{font:11pt/1.45 \"Noto Sans\",\"Noto Sans KR\",\"Noto Sans Thai\",\"Noto Sans Khmer\",sans-serif;max-width:170mm;margin:0 auto;color:#000}:lang(km){line-height:1.9}:lang(th){line-height:1.65}h1{font-size:16pt}h2{font-size:12pt;margin-top:8mm}.handling{text-align:center;font-weight:700;border:1px solid #000;padding:1mm}dl{display:grid;grid-template-columns:max-content 1fr;gap:1mm 5mm}dt{color:#444}dd{margin:0;overflow-wrap:anywhere}code{font:9pt monospace;overflow-wrap:anywhere}.notes,.facts ul{font-size:10pt}.facts>li{margin-bottom:4mm;break-inside:avoid}.sign{margin-top:12mm;border-top:1px solid #000;width:80mm}";
