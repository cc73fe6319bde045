//! Charts of links as GEXF 1.3, which Gephi and others read. (Source: gexf.net/1.3.)

use std::io::{self, Write};

use quick_xml::escape::escape;

/// A node of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GexfNode {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it is.
    pub schema: String,
}

/// An edge of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct GexfEdge {
    /// Id of the node at which it begins.
    pub from: String,
    /// Id of the node at which it ends.
    pub to: String,
    /// What ties them.
    pub kind: String,
    /// How far it can be relied on.
    pub weight: f64,
    /// From when on.
    pub since: String,
    /// Until when.
    pub until: String,
    /// Ids of the statements that say so.
    pub statements: String,
}

/// Writes a chart.
///
/// # Errors
///
/// When it cannot be written.
pub fn write_gexf(mut out: impl Write, nodes: &[GexfNode], edges: &[GexfEdge]) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<gexf xmlns="http://gexf.net/1.3" version="1.3">"#)?;
    writeln!(out, r#"<graph mode="static" defaultedgetype="directed">"#)?;
    declare(&mut out, "node", &["schema"])?;
    declare(&mut out, "edge", &["kind", "since", "until", "statements"])?;
    writeln!(out, "<nodes>")?;
    for node in nodes {
        let (id, label) = (text(&node.id), text(&node.label));
        write!(out, r#"<node id="{id}" label="{label}">"#)?;
        values(&mut out, &[&node.schema])?;
        writeln!(out, "</node>")?;
    }
    writeln!(out, "</nodes>\n<edges>")?;
    for (number, edge) in edges.iter().enumerate() {
        let (from, to) = (text(&edge.from), text(&edge.to));
        write!(
            out,
            r#"<edge id="{number}" source="{from}" target="{to}" weight="{:.4}">"#,
            edge.weight
        )?;
        values(&mut out, &[&edge.kind, &edge.since, &edge.until, &edge.statements])?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</edges>\n</graph>\n</gexf>")
}

fn declare(out: &mut impl Write, class: &str, titles: &[&str]) -> io::Result<()> {
    writeln!(out, r#"<attributes class="{class}">"#)?;
    for (number, title) in titles.iter().enumerate() {
        writeln!(out, r#"<attribute id="{number}" title="{title}" type="string"/>"#)?;
    }
    writeln!(out, "</attributes>")
}

fn values(out: &mut impl Write, values: &[&str]) -> io::Result<()> {
    write!(out, "<attvalues>")?;
    for (number, value) in values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
        write!(out, r#"<attvalue for="{number}" value="{}"/>"#, text(value))?;
    }
    write!(out, "</attvalues>")
}

/// A text that XML can carry: control characters have no place in it.
fn text(value: &str) -> String {
    let clean: String = value.chars().filter(|found| !found.is_control()).collect();
    escape(&clean).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_holds_does_not_break_out_of_the_chart() {
        let node = |id: &str, label: &str| GexfNode {
            id: id.to_owned(),
            label: label.to_owned(),
            schema: "Company".to_owned(),
        };
        let nodes = [node("a", "\"><script>&\u{1}"), node("b", "한국")];
        let edge = GexfEdge {
            from: "a".to_owned(),
            to: "b".to_owned(),
            kind: "ownership".to_owned(),
            weight: 0.5,
            since: "2025-01-01".to_owned(),
            until: String::new(),
            statements: "s1 s2".to_owned(),
        };
        let mut out = Vec::new();

        write_gexf(&mut out, &nodes, &[edge]).unwrap();

        let written = String::from_utf8(out).unwrap();
        assert!(written.contains(r#"label="&quot;&gt;&lt;script&gt;&amp;""#));
        assert!(written.contains(r#"<edge id="0" source="a" target="b" weight="0.5000">"#));
        let mut reader = quick_xml::Reader::from_str(&written);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
}
