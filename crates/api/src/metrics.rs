//! What an operator watches, in Prometheus' text format (version 0.0.4).
//!
//! Labels are routes' templates and statuses only, so that no metric holds what was asked, and
//! there are never more series than the API has answers.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use liaison_node::Positions;

use crate::problem::Problem;
use crate::query::Query;
use crate::state::ApiState;

/// Counts of one server since it started.
#[derive(Debug, Default)]
pub(crate) struct Metrics(Mutex<Requests>);

#[derive(Debug, Default)]
struct Requests {
    by_status: BTreeMap<(String, u16), u64>,
    durations: BTreeMap<String, Histogram>,
}

#[derive(Debug, Default)]
struct Histogram {
    /// How many took at most the bucket's time and more than the one before it.
    buckets: [u64; BUCKETS_MILLISECONDS.len()],
    requests: u64,
    microseconds: u128,
}

impl Metrics {
    /// Counts one answered request.
    pub(crate) fn count(&self, route: &str, status: u16, took: Duration) {
        let mut requests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *requests.by_status.entry((route.to_owned(), status)).or_default() += 1;
        let histogram = requests.durations.entry(route.to_owned()).or_default();
        let milliseconds = took.as_secs_f64() * 1000.0;
        let fits = |limit: &u16| milliseconds <= f64::from(*limit);
        if let Some(at) = BUCKETS_MILLISECONDS.iter().position(fits) {
            histogram.buckets[at] += 1;
        }
        histogram.requests += 1;
        histogram.microseconds += took.as_micros();
    }

    fn write(&self, positions: Positions, statements: u64) -> String {
        let requests = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = requests.write(&mut text);
        let _ = write_gauges(&mut text, positions, statements);
        text
    }
}

impl Requests {
    fn write(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "# HELP {REQUESTS} Requests answered, by route and status.")?;
        writeln!(out, "# TYPE {REQUESTS} counter")?;
        for ((route, status), count) in &self.by_status {
            writeln!(out, "{REQUESTS}{{route=\"{route}\",status=\"{status}\"}} {count}")?;
        }
        writeln!(out, "# HELP {SECONDS} Time to answer, by route.")?;
        writeln!(out, "# TYPE {SECONDS} histogram")?;
        for (route, histogram) in &self.durations {
            let mut up_to = 0;
            for (milliseconds, count) in BUCKETS_MILLISECONDS.iter().zip(histogram.buckets) {
                up_to += count;
                let le = f64::from(*milliseconds) / 1000.0;
                writeln!(out, "{SECONDS}_bucket{{route=\"{route}\",le=\"{le}\"}} {up_to}")?;
            }
            let (count, sum) = (histogram.requests, histogram.microseconds as f64 / 1e6);
            writeln!(out, "{SECONDS}_bucket{{route=\"{route}\",le=\"+Inf\"}} {count}")?;
            writeln!(out, "{SECONDS}_sum{{route=\"{route}\"}} {sum}")?;
            writeln!(out, "{SECONDS}_count{{route=\"{route}\"}} {count}")?;
        }
        Ok(())
    }
}

fn write_gauges(out: &mut String, positions: Positions, statements: u64) -> std::fmt::Result {
    let gauges = [
        ("liaison_journal_position", "Last commit of the journal.", positions.journal),
        ("liaison_views_position", "Last commit folded into the views.", positions.views),
        ("liaison_search_position", "Last commit folded into the index.", positions.search),
        ("liaison_statements", "Statements that the journal's commits brought.", statements),
    ];
    for (name, help, value) in gauges {
        writeln!(out, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}")?;
    }
    Ok(())
}

/// What the server counted
///
/// Requests by route and status, how long they took, and how far the node is, in the text format
/// of Prometheus.
#[utoipa::path(
    get, path = "/metrics", tag = "Operating",
    responses((status = 200, description = "Metrics", body = String, content_type = "text/plain"))
)]
pub(crate) async fn metrics(
    State(state): State<Arc<ApiState>>,
    query: Query,
) -> Result<impl IntoResponse, Problem> {
    query.finish()?;
    let text = state
        .ask(|state| {
            let positions = state.node().positions()?;
            Ok(state.metrics.write(positions, state.count_statements()?))
        })
        .await?;
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}

const REQUESTS: &str = "liaison_http_requests_total";
const SECONDS: &str = "liaison_http_request_duration_seconds";
/// An entity page is meant to take less than 50 ms and a search less than 100 ms.
const BUCKETS_MILLISECONDS: [u16; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 30_000];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_hold_all_that_took_no_longer() {
        let metrics = Metrics::default();
        metrics.count("/healthz", 200, Duration::from_millis(1));
        metrics.count("/healthz", 200, Duration::from_millis(15));
        metrics.count("/healthz", 421, Duration::from_secs(60));

        let text = metrics.write(Positions { journal: 3, views: 2, search: 1 }, 7);

        for line in [
            "liaison_http_requests_total{route=\"/healthz\",status=\"200\"} 2",
            "liaison_http_request_duration_seconds_bucket{route=\"/healthz\",le=\"0.001\"} 1",
            "liaison_http_request_duration_seconds_bucket{route=\"/healthz\",le=\"0.02\"} 2",
            "liaison_http_request_duration_seconds_bucket{route=\"/healthz\",le=\"30\"} 2",
            "liaison_http_request_duration_seconds_bucket{route=\"/healthz\",le=\"+Inf\"} 3",
            "liaison_http_request_duration_seconds_sum{route=\"/healthz\"} 60.016",
            "liaison_journal_position 3",
            "liaison_statements 7",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }
}
