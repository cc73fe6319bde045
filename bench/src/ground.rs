//! A whole node under measurement: import until found, pages, searches, verification, opening.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use liaison_model::Reader;
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{Folder, InitOptions, KeySource, Node, OpenOptions, SearchRequest, ShowOptions};
use zeroize::Zeroizing;

use crate::Failure;
use crate::data::{Data, QueryKind};
use crate::measure::{Times, bytes_of, bytes_of_database, forget_peak_memory, peak_memory, timed};
use crate::report::{Figure, Unit};
use crate::served::{self, Served};

/// What one node did with the file.
pub struct Ground {
    /// Statements that the import read.
    statements: u64,
    /// Seconds until the last of them was signed, on disk, and found.
    pub import_seconds: f64,
    /// Milliseconds for the pages of entities.
    pub pages: Times,
    peak_memory: u64,
    rebuild_seconds: f64,
    searches: Vec<(QueryKind, Times)>,
    all_searches: Times,
    hits: u64,
    served: Served,
    verified: u64,
    verify_seconds: f64,
    journal_bytes: u64,
    views_bytes: u64,
    search_bytes: u64,
    open_seconds: f64,
}

/// Makes a node in a folder, with its journal in a database where an address is given, and
/// measures it.
pub fn measure(data: &Data, folder: &Path, database: Option<&str>) -> Result<Ground, Failure> {
    let folder = Folder::new(folder);
    let node = Arc::new(init(&folder, database)?);
    forget_peak_memory();
    let (statements, import_seconds) = import(&node, data)?;
    let peak_memory = peak_memory()?;
    let reader = node.folder_owner("bench");
    let pages = pages(&node, data, &reader)?;
    let (searches, all_searches, hits) = searches(&node, data, &reader)?;
    let served = served::measure(&node, data)?;
    let mut node = Arc::into_inner(node).ok_or("the server still holds the node")?;
    let (verified, verify_seconds) = timed(|| node.verify(&mut |_| {}));
    let verified = verified?.journal;
    if let Some(bad) = verified.first_bad {
        return Err(format!("the journal does not verify: {bad:?}").into());
    }
    let (rebuilt, rebuild_seconds) = timed(|| node.rebuild(&mut |_| {}));
    rebuilt?;
    // Closed, so that SQLite has moved its log into the database.
    drop(node);
    let journal_bytes = bytes_of_database(&folder.journal());
    let (opened, open_seconds) = timed(|| Node::open(&folder, open_options(database)));
    drop(opened?);
    Ok(Ground {
        statements,
        import_seconds,
        peak_memory,
        rebuild_seconds,
        pages,
        searches,
        all_searches,
        hits,
        served,
        verified: verified.statements,
        verify_seconds,
        journal_bytes,
        views_bytes: bytes_of_database(&folder.views()),
        search_bytes: bytes_of(&folder.search()),
        open_seconds,
    })
}

impl Ground {
    /// Statements per second from the file until found.
    pub fn import_speed(&self) -> f64 {
        self.statements as f64 / self.import_seconds
    }

    /// As lines of the report, each name behind `prefix`.
    pub fn figures(&self, prefix: &str) -> Vec<Figure> {
        let figure =
            |name: &str, value: f64, unit| Figure::new(format!("{prefix}{name}"), value, unit);
        let search = |times: &Times, name: &str, percent| {
            figure(
                &format!("search, {name}, p{percent}"),
                times.percentile_ms(percent),
                Unit::Milliseconds,
            )
        };
        let disk = |name: &str, bytes: u64| {
            let per_million = bytes as f64 / self.statements as f64; // bytes each are MB a million
            figure(&format!("disk, {name}"), per_million, Unit::MegabytesPerMillion)
        };
        let mut figures = vec![
            figure("import until found", self.import_seconds, Unit::Seconds),
            figure("import until found, speed", self.import_speed(), Unit::StatementsPerSecond)
                .at_least(30_000.0, Some(60_000.0)),
            figure("import, peak memory", self.peak_memory as f64 / 1e6, Unit::Megabytes)
                .below(600.0),
            figure("views and index made anew", self.rebuild_seconds, Unit::Seconds),
            figure("entity page, p50", self.pages.percentile_ms(50), Unit::Milliseconds),
            figure("entity page, p95", self.pages.percentile_ms(95), Unit::Milliseconds),
            search(&self.all_searches, "all", 50),
            search(&self.all_searches, "all", 95),
        ];
        figures.extend(self.searches.iter().map(|(kind, times)| search(times, kind.name(), 95)));
        figures.push(figure("search, entities found in all", self.hits as f64, Unit::Count));
        figures.extend(self.served_figures().map(|(name, ms, floor)| {
            let figure = figure(name, ms, Unit::Milliseconds);
            if let Some(most) = floor { figure.below(most) } else { figure }
        }));
        let verify_speed = self.verified as f64 / self.verify_seconds;
        figures.push(
            figure("verify", verify_speed, Unit::StatementsPerSecond).at_least(300_000.0, None),
        );
        // In PostgreSQL the journal is the database's, and not in the folder.
        if 0 < self.journal_bytes {
            figures.push(disk("journal.db", self.journal_bytes));
        }
        figures.push(disk("views.db", self.views_bytes));
        figures.push(disk("search/", self.search_bytes));
        figures.push(figure("open", self.open_seconds, Unit::Seconds).below(1.0));
        figures
    }
}

impl Ground {
    /// Name, milliseconds, and the most that they may be.
    fn served_figures(&self) -> [(&'static str, f64, Option<f64>); 5] {
        let Served { pages, searches, counted, everything } = &self.served;
        [
            ("over HTTP: entity page, p95", pages.percentile_ms(95), Some(5.0)),
            ("over HTTP: search, p50", searches.percentile_ms(50), None),
            ("over HTTP: search, p95", searches.percentile_ms(95), Some(20.0)),
            ("over HTTP: search with counts, p95", counted.percentile_ms(95), None),
            ("over HTTP: first page of all, with counts, p95", everything.percentile_ms(95), None),
        ]
    }
}

fn init(folder: &Folder, database: Option<&str>) -> Result<Node, Failure> {
    let options = InitOptions {
        name: "Bench".into(),
        country: "KR".into(),
        agency: None,
        passphrase: passphrase(),
        database_url: database.map(str::to_owned),
        demonstration: true,
        exhibits: None,
    };
    Ok(Node::init(folder, &options, open_options(database))?.0)
}

fn open_options(database: Option<&str>) -> OpenOptions {
    let mut options = OpenOptions::new(KeySource::Passphrase(passphrase()));
    options.database_url = database.map(str::to_owned);
    options
}

fn passphrase() -> Zeroizing<String> {
    Zeroizing::new("a passphrase of the benchmark".to_owned())
}

fn import(node: &Node, data: &Data) -> Result<(u64, f64), Failure> {
    let input = Input {
        name: "bench.ftm.json".into(),
        bytes: Box::new(File::open(&data.path)?),
        length: Some(data.bytes),
    };
    let (report, seconds) = timed(|| node.import(ImportRequest::new(input, "bench"), &|_| {}));
    let report = report?;
    if report.problems != 0 || report.commit.is_none() {
        return Err(format!("{} values of the file were not taken", report.problems).into());
    }
    Ok((report.statements, seconds))
}

fn pages(node: &Node, data: &Data, reader: &Reader) -> Result<Times, Failure> {
    let mut times = Times::default();
    for id in &data.ids {
        times.run(|| node.show(id, reader, &ShowOptions::default()))?;
    }
    Ok(times)
}

type Searches = (Vec<(QueryKind, Times)>, Times, u64);

fn searches(node: &Node, data: &Data, reader: &Reader) -> Result<Searches, Failure> {
    let mut by_kind: Vec<_> = QueryKind::ALL.map(|kind| (kind, Times::default())).into();
    let (mut all, mut hits) = (Times::default(), 0);
    for (kind, text) in &data.queries {
        let request =
            SearchRequest { text: text.clone(), limit: HITS_SHOWN, ..SearchRequest::default() };
        let before = std::time::Instant::now();
        let answer = node.search(&request, reader)?;
        let took = before.elapsed();
        hits += answer.total;
        all.push(took);
        if let Some((_, times)) = by_kind.iter_mut().find(|(of, _)| of == kind) {
            times.push(took);
        }
    }
    Ok((by_kind, all, hits))
}

/// A page of results.
const HITS_SHOWN: usize = 20;
