//! `liaison figures own` and `cooperation`: what the node itself counts.

use anyhow::Result;
use liaison_node::{Asked, OwnRow, OwnWhat};
use serde_json::{Value, json};

use crate::Done;
use crate::commands::open::{Place, reader};
use crate::out::Out;

/// What the node counts, or the rows behind one number.
pub fn own(place: &Place, what: Option<OwnWhat>, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let counts = node.own_counts(&reader(&node))?;
    if let Some(what) = what {
        counts.rows.get(&what).into_iter().flatten().for_each(|row| tell_row(row, out));
        return Ok(Done::Clean);
    }
    let verified = |rows: &[OwnRow]| rows.iter().filter(|row| row.is_verified).count();
    let days = &counts.days_open;
    if out.is_json() {
        for (what, rows) in &counts.rows {
            let verified = verified(rows);
            let reported = rows.len() - verified;
            out.value(&json!({"what": what.code(), "verified": verified, "reported": reported}));
        }
        let median = days.get(days.len() / 2);
        out.value(&json!({"what": "days-open", "reports": days.len(), "median": median}));
        for sum in &counts.money {
            out.value(&json!({
                "what": "money", "currency": sum.currency, "asked": sum.asked, "saved": sum.saved,
                "moving": sum.moving, "lost": sum.lost, "released": sum.released,
            }));
        }
        return Ok(Done::Clean);
    }
    let row = |(what, rows): (&OwnWhat, &Vec<OwnRow>)| {
        let verified = verified(rows);
        let name = out.words.text(&format!("web-own-{}", what.code()));
        vec![name, verified.to_string(), (rows.len() - verified).to_string()]
    };
    let rows: Vec<_> = counts.rows.iter().map(row).collect();
    out.table(&["web-own-what", "web-own-verified", "web-own-reported"], &rows);
    Ok(Done::Clean)
}

fn tell_row(row: &OwnRow, out: &Out) {
    let date = row.date.as_ref().map(ToString::to_string).unwrap_or_default();
    if out.is_json() {
        let (currency, amount) = row.amount.clone().unzip();
        out.value(&json!({
            "record": row.record, "date": date, "authority": row.authority,
            "verified": row.is_verified, "currency": currency, "amount": amount,
        }));
    } else {
        out.line(&[&*row.record, &date, &row.authority].join("  "));
    }
}

/// What became of requests, peer by peer and month by month.
pub fn cooperation(place: &Place, out: &Out) -> Result<Done> {
    let node = place.read()?;
    let months = node.cooperation(&reader(&node))?;
    if out.is_json() {
        for of in &months {
            out.value(&json!({
                "peer": of.peer, "month": of.month, "by_us": asked(&of.by_us),
                "by_them": asked(&of.by_them), "withdrawn": of.withdrawn,
                "withdrawals_confirmed": of.withdrawals_confirmed,
            }));
        }
        return Ok(Done::Clean);
    }
    let mut rows = Vec::new();
    for of in &months {
        for (key, side) in [("web-own-by-us", &of.by_us), ("web-own-by-them", &of.by_them)] {
            let refused = side.refused.iter().map(|(law, count)| format!("{law}: {count}"));
            rows.push(vec![
                of.month.clone(),
                of.peer.to_string(),
                out.words.text(key),
                side.requests.to_string(),
                side.hours_median.map(|hours| format!("{hours:.1}")).unwrap_or_default(),
                refused.collect::<Vec<_>>().join("; "),
                side.located.to_string(),
                format!("{}/{}", of.withdrawals_confirmed, of.withdrawn),
            ]);
        }
    }
    if rows.is_empty() {
        out.line(&out.words.text("web-own-no-requests"));
    } else {
        out.table(&HEADINGS, &rows);
    }
    Ok(Done::Clean)
}

fn asked(asked: &Asked) -> Value {
    json!({
        "requests": asked.requests, "settled": asked.settled, "hours_median": asked.hours_median,
        "late": asked.late, "refused": asked.refused, "located": asked.located,
    })
}

const HEADINGS: [&str; 8] = [
    "column-month",
    "column-agency",
    "web-own-asked",
    "web-own-requests",
    "web-own-hours",
    "web-own-refused",
    "web-own-located-after",
    "web-own-withdrawals",
];
