//! Throwaway: how fast is an import, and a verification?
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]
use std::sync::Arc;
use std::time::Instant as Clock;

use liaison_journal::keys::{NodeKey, RootKey, Signer};
use liaison_journal::store::{Access, PostgresStore, Schema, SqliteStore, Store};
use liaison_journal::{CommitNote, Journal, verify};
use liaison_model::{AgencyId, Draft, EntityId, Instant, Marks, Statement};
use rand::SeedableRng;
use rand::rngs::StdRng;

fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let f: Vec<&str> = stat.split(' ').collect();
    (f[13].parse::<f64>().unwrap() + f[14].parse::<f64>().unwrap()) / 100.0
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let rows: usize = args.get(1).map_or(1_000_000, |n| n.parse().unwrap());
    let run: usize = args.get(2).map_or(10_000, |n| n.parse().unwrap());
    let imports: usize = args.get(3).map_or(1, |n| n.parse().unwrap());
    let dir = tempfile::tempdir_in("/work").unwrap();
    let kind = args.get(4).map_or("sqlite", String::as_str);
    let store: Box<dyn Store> = if kind == "sqlite" {
        Box::new(SqliteStore::open(&dir.path().join("journal.db"), Access::Create).unwrap())
    } else {
        let url = liaison_testkit::postgres().new_database();
        Box::new(PostgresStore::open(&url, Schema::Journal, Access::Create).unwrap())
    };
    let mut random = StdRng::seed_from_u64(1);
    let agency: AgencyId = "kr.npa".parse().unwrap();
    let now: Instant = "2026-01-01T00:00:00Z".parse().unwrap();
    let root = RootKey::generate(&mut random);
    let key = NodeKey::generate(&mut random);
    let certificate = root.certify(&agency, &key, now);
    let signer = Signer::new(key, certificate).unwrap();
    let journal = Journal::create(store, signer, Box::new(random)).unwrap();
    let marks: Arc<Marks> = Arc::new("TLP:AMBER to:kh.npc".parse().unwrap());
    let note = CommitNote {
        author: "cli:min".into(),
        act: "import".into(),
        purpose: String::new(),
        time: now,
    };
    for i in 0..imports {
        let (mut making, mut staging) = (0.0, 0.0);
        let start = Clock::now();
        let c0 = cpu();
        let mut import = journal.begin_import().unwrap();
        for first in (0..rows).step_by(run) {
            let t = Clock::now();
            let drafts: Vec<Draft> = (first..first + run)
                .map(|n| {
                    let n = n + i * rows;
                    let entity = EntityId::new(&agency, &format!("person-{:012x}", n / 5)).unwrap();
                    let (prop, value) = match n % 5 {
                        0 => ("name", format!("Somchai Suwannarat {n}")),
                        1 => ("birthDate", format!("19{:02}-03-12", n % 100)),
                        2 => ("nationality", "th".to_owned()),
                        3 => ("phone", format!("+6681{:07}", n)),
                        _ => ("passportNumber", format!("AA{:09}", n)),
                    };
                    Draft {
                        statement: Statement::new(entity, "Person", prop, value, "kr-mofa-2025"),
                        marks: marks.clone(),
                    }
                })
                .collect();
            making += t.elapsed().as_secs_f64();
            let t = Clock::now();
            import.stage(drafts).unwrap();
            staging += t.elapsed().as_secs_f64();
        }
        let t = Clock::now();
        import.finish(&note).unwrap();
        let finish = t.elapsed().as_secs_f64();
        let all = start.elapsed().as_secs_f64();
        println!(
            "import {i}: {:.0}/s all, {:.0}/s without making; making {making:.2} staging {staging:.2} finish {finish:.3}",
            rows as f64 / all,
            rows as f64 / (all - making)
        );
    }
    let t = Clock::now();
    let verified = verify(&journal, |_| Ok(())).unwrap();
    assert!(verified.first_bad.is_none());
    println!("verify: {:.0}/s", (rows * imports) as f64 / t.elapsed().as_secs_f64());
    let t = Clock::now();
    journal.store().copy_to(&dir.path().join("copy.db")).unwrap();
    println!("copy: {:.2} s", t.elapsed().as_secs_f64());
    let t = Clock::now();
    journal.store().scrub().unwrap();
    println!("scrub: {:.2} s", t.elapsed().as_secs_f64());
    if kind != "sqlite" {
        let sizes = "SELECT relname, pg_total_relation_size(oid), pg_relation_size(oid) FROM pg_class WHERE relkind IN ('r','i') AND relnamespace = 'journal'::regnamespace ORDER BY 2 DESC LIMIT 8";
        let mut client = postgres::Client::connect(
            &liaison_testkit::postgres().new_database().replace("test_1", "test_0"),
            postgres::NoTls,
        )
        .unwrap();
        for row in client.query(sizes, &[]).unwrap() {
            println!(
                "{} {:.1} bytes a statement",
                row.get::<_, String>(0),
                row.get::<_, i64>(2) as f64 / (rows * imports) as f64
            );
        }
    }
    for entry in std::fs::read_dir(dir.path()).unwrap() {
        let entry = entry.unwrap();
        println!(
            "{:?} {:.1} bytes a statement",
            entry.file_name(),
            entry.metadata().unwrap().len() as f64 / (rows * imports) as f64
        );
    }
}
