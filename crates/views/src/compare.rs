//! Do two views of one journal say the same?

use rusqlite::types::Value;
use rusqlite::{Connection, Rows};

use crate::{Views, ViewsError};

impl Views {
    /// The first part in which these views differ from others of the same journal, by its name;
    /// `None` when they say the same. O(statements), one row at a time.
    ///
    /// # Errors
    ///
    /// When SQLite fails.
    pub fn differs_from(&self, other: &Self) -> Result<Option<&'static str>, ViewsError> {
        self.read(|here| {
            other.read(|there| {
                for (part, query) in PARTS {
                    if !same(here, there, query)? {
                        return Ok(Some(*part));
                    }
                }
                Ok(None)
            })
        })
    }
}

fn same(here: &Connection, there: &Connection, query: &str) -> Result<bool, ViewsError> {
    let (mut here, mut there) = (here.prepare(query)?, there.prepare(query)?);
    let columns = here.column_count();
    let (mut ours, mut theirs) = (here.query([])?, there.query([])?);
    loop {
        match (next(&mut ours, columns)?, next(&mut theirs, columns)?) {
            (None, None) => return Ok(true),
            (Some(our), Some(their)) if our == their => {}
            _ => return Ok(false),
        }
    }
}

fn next(rows: &mut Rows<'_>, columns: usize) -> Result<Option<Vec<Value>>, ViewsError> {
    let Some(row) = rows.next()? else { return Ok(None) };
    let values: Result<Vec<Value>, _> = (0..columns).map(|column| row.get(column)).collect();
    Ok(Some(values?))
}

// What is live, by names rather than numbers: the numbers of words depend on what was erased.
const PARTS: &[(&str, &str)] = &[
    ("position", "SELECT position FROM state"),
    (
        "statements",
        "SELECT sid, id, commit_number, mark, s.text, d.text FROM rows
         JOIN entities ON ordinal = entity JOIN words s ON s.word = schema
         JOIN words d ON d.word = dataset WHERE hidden_by IS NULL ORDER BY sid",
    ),
    ("hidden", "SELECT sid FROM rows WHERE hidden_by IS NOT NULL ORDER BY sid"),
    (
        "kinds",
        "SELECT s.text, d.text, mark, id, statements FROM kinds
         JOIN entities ON ordinal = entity JOIN words s ON s.word = schema
         JOIN words d ON d.word = dataset ORDER BY 1, 2, 3, 4",
    ),
    (
        "terms",
        "SELECT kind, value, id, sid, mark FROM terms JOIN entities ON ordinal = entity
         ORDER BY 1, 2, 3, 4",
    ),
    (
        "references",
        "SELECT targets.id, sid, entities.id FROM refs JOIN targets USING (target)
         JOIN entities ON ordinal = entity ORDER BY 1, 2",
    ),
    (
        "judgements",
        "SELECT targets.id, sid, entities.id FROM judged JOIN targets USING (target)
         JOIN entities ON ordinal = judgement ORDER BY 1, 2",
    ),
];
