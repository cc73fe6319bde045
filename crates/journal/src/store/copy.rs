//! A PostgreSQL journal as one SQLite file, so that a backup is the same thing everywhere.

use std::path::Path;

use postgres::types::Type;
use postgres::{Client, IsolationLevel, Row as SqlRow};
use rusqlite::types::Value;

use super::postgres::get;
use super::sqlite::NewFile;
use crate::JournalError;

/// Copies every table as it is at one moment, while others write.
pub(super) fn copy_to(client: &mut Client, file: &Path) -> Result<(), JournalError> {
    let target = NewFile::create(file)?;
    let snapshot = client.build_transaction().read_only(true);
    let mut tx = snapshot.isolation_level(IsolationLevel::RepeatableRead).start()?;
    for Table { name, columns, from, order } in TABLES {
        let query = format!("SELECT {columns} FROM {from} ORDER BY {order}");
        let places: Vec<String> =
            (1..=columns.split(',').count()).map(|n| format!("?{n}")).collect();
        let insert = format!("INSERT INTO {name} ({columns}) VALUES ({})", places.join(", "));
        let rows = tx.bind(&query, &[])?;
        loop {
            let run = tx.query_portal(&rows, ROWS_PER_READ)?;
            if run.is_empty() {
                break;
            }
            for row in &run {
                target.insert(&insert, &values_of(row)?)?;
            }
        }
    }
    target.finish()
}

fn values_of(row: &SqlRow) -> Result<Vec<Value>, JournalError> {
    let value = |at: usize| match *row.columns()[at].type_() {
        Type::INT8 => get::<Option<i64>>(row, at).map(Value::from),
        Type::BYTEA => get::<Option<Vec<u8>>>(row, at).map(Value::from),
        Type::TEXT => get::<Option<String>>(row, at).map(Value::from),
        _ => Err(JournalError::Damaged),
    };
    (0..row.len()).map(value).collect()
}

struct Table {
    name: &'static str,
    columns: &'static str,
    from: &'static str,
    order: &'static str,
}

const TABLES: [Table; 9] = [
    // The format of a file is kept by SQLite itself.
    table("meta", "key, value", "meta WHERE key <> 'format'", "key"),
    table("batches", "batch, swept", "batches", "batch"),
    table("commits", "number, batch, prev, header, hash, signature", "commits", "number"),
    table("statements", "sid, id, mark, leaf, salt, payload", "statements", "sid"),
    // An index there, a table here.
    table("ids", "id, sid", "statements", "id"),
    table("labels", "mark, originator, marks", "labels", "mark"),
    table("claims", "code, sid", "claims", "code"),
    table("erased", "code, by_commit", "erased", "code"),
    table("tombstones", "control, target_sid, target_commit, by_commit", "tombstones", "place"),
];
const ROWS_PER_READ: i32 = 10_000;

const fn table(
    name: &'static str,
    columns: &'static str,
    from: &'static str,
    order: &'static str,
) -> Table {
    Table { name, columns, from, order }
}
