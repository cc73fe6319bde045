//! What the tests of this crate share: a context and a sink that keeps what it is given.

use std::sync::Arc;

use liaison_model::values::Hints;
use liaison_model::{Draft, Problem};

use crate::import::{Datasets, ImportContext, Sink, SinkError};

/// Keeps everything, as lines that a test can read.
#[derive(Default)]
pub(crate) struct Kept {
    pub drafts: Vec<Draft>,
    pub problems: Vec<Problem>,
    pub rows: Vec<(u64, Vec<String>)>,
}

impl Kept {
    /// Each statement as `entity schema:prop value`, without the agency.
    pub fn statements(&self) -> Vec<String> {
        let line = |draft: &Draft| {
            let statement = &draft.statement;
            let (entity, schema) = (statement.entity.local(), &statement.schema);
            format!("{entity} {schema}:{} {}", statement.prop, statement.value)
        };
        self.drafts.iter().map(line).collect()
    }

    /// Each problem as `row column reason`, with `*` where the whole row was set aside.
    pub fn faults(&self) -> Vec<String> {
        let line = |problem: &Problem| {
            let place = &problem.place;
            let row = place.row.unwrap_or_default();
            let column = place.column.as_deref().unwrap_or("-");
            let whole = if problem.row_set_aside { "*" } else { "" };
            format!("{row} {column} {}{whole}", problem.reason.key)
        };
        self.problems.iter().map(line).collect()
    }
}

impl Sink for Kept {
    fn statement(&mut self, draft: Draft) -> Result<(), SinkError> {
        self.drafts.push(draft);
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), SinkError> {
        self.problems.push(problem);
        Ok(())
    }

    fn progress(&mut self, _rows: u64, _bytes: u64) -> Result<(), SinkError> {
        Ok(())
    }

    fn row_set_aside(&mut self, row: u64, _: &[String], cells: &[String]) -> Result<(), SinkError> {
        self.rows.push((row, cells.to_vec()));
        Ok(())
    }
}

pub(crate) fn context() -> ImportContext {
    ImportContext {
        origin: "kr.npa".parse().unwrap(),
        dataset: "test".into(),
        datasets: Datasets::FromContext,
        source: None,
        file: "file".into(),
        grade: None,
        marks: Arc::default(),
        seen: None,
        hints: Hints::default(),
    }
}

/// A file of the material beside the project, which may not be there.
pub(crate) fn shared(file: &str) -> Option<Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    std::fs::read(folder.join(file)).ok()
}
