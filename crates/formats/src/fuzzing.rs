//! Entry points for the fuzz targets: each runs one importer over any bytes and throws away what
//! it reads. The importer must come back, and every row must be a statement or a problem.

use std::io::Cursor;
use std::ops::ControlFlow;
use std::sync::Arc;

use liaison_ledger::LedgerRow;
use liaison_model::values::Hints;
use liaison_model::{Draft, Problem};

use crate::{
    Datasets, Format, ImportContext, LedgerContext, LedgerFormat, LedgerSink, Mapping, OfacFiles,
    Provenance, ReadError, ReadSummary, Sink, SinkError, TransferOptions, read_transfers,
};

/// FollowTheMoney entities.
pub fn ftm_entities(data: &[u8]) {
    run(|context, sink| crate::read_ftm_entities(data, context, sink));
}

/// FollowTheMoney statements, believed and not.
pub fn ftm_statements(data: &[u8]) {
    for provenance in [Provenance::OfContext, Provenance::OfFile] {
        run(|context, sink| crate::read_ftm_statements(data, provenance, context, sink));
    }
}

/// OFAC's list: the bytes are all three files.
pub fn ofac(data: &[u8]) {
    let files = || OfacFiles { sdn: data, alt: Some(data), add: Some(data) };
    run(|context, sink| crate::read_ofac(files(), context, sink));
}

/// The United Nations' list.
pub fn un(data: &[u8]) {
    run(|context, sink| crate::read_un(data, context, sink));
}

/// A table with separators: sampled, and read with what is proposed and what is built in.
pub fn csv(data: &[u8]) {
    let sample = crate::sample_csv(data);
    let proposed =
        sample.ok().and_then(|sample| crate::propose(&sample, &Hints::default()).mapping);
    let built_in = crate::built_in_mapping(Format::SituationFigures);
    for mapping in proposed.into_iter().chain(built_in) {
        run(|context, sink| crate::read_csv(data, &mapping, context, sink));
    }
}

/// A workbook: sampled, and read with what is proposed.
pub fn xlsx(data: &[u8]) {
    let Ok(sample) = crate::sample_xlsx(Cursor::new(data), None) else { return };
    let proposal = crate::propose(&sample, &Hints::default());
    if let Some(mapping) = proposal.mapping {
        run(|context, sink| crate::read_xlsx(Cursor::new(data), &mapping, context, sink));
    }
}

/// An e-mail: whatever it is, it is read, and its text is bounded.
pub fn mail(data: &[u8]) {
    let mail = crate::read_mail(data);
    assert!(mail.text.chars().count() <= 100_000, "a text is longer than it may be");
}

/// A table of transfers: every row is a transfer or set aside.
pub fn transfers(data: &[u8]) {
    let columns = crate::TransferColumns::default();
    let options = TransferOptions {
        columns,
        zone: None,
        ties: None,
        keeps_references: false,
        has_one_form: true,
    };
    let Ok(table) = read_transfers(data, &options, &mut |_| ControlFlow::Continue(())) else {
        return;
    };
    let taken = table.transfers.rows().len() as u64;
    assert_eq!(taken + table.set_aside, u64::from(table.rows), "rows were miscounted");
}

/// A mapping.
pub fn mapping(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = Mapping::from_json(text); // either answer will do
    }
}

/// A file of transactions, in the format that its first bytes tell.
pub fn ledger(data: &[u8]) {
    let Some(format) = LedgerFormat::of(data) else { return };
    let context = LedgerContext { account: Some("1".to_owned()), ..LedgerContext::default() };
    // Any answer will do; what is checked stands in the sink.
    let _ = crate::read_ledger(format, std::io::Cursor::new(data), &context, &mut LedgerCounts);
}

/// The first bytes of any file.
pub fn detect(data: &[u8]) {
    let _ = crate::detect("file.csv", data); // any answer will do
}

fn run(read: impl Fn(&ImportContext, &mut dyn Sink) -> Result<ReadSummary, ReadError>) {
    // A name that no agency has; were it refused, there would be nothing to run with.
    let Ok(origin) = "xx.fuzz".parse() else { return };
    let context = ImportContext {
        origin,
        dataset: "fuzz".into(),
        datasets: Datasets::FromFile,
        source: None,
        file: "file".into(),
        grade: None,
        marks: Arc::default(),
        seen: None,
        hints: Hints::default(),
    };
    let mut counts = Counts::default();
    if let Ok(summary) = read(&context, &mut counts) {
        assert_eq!(summary.statements, counts.statements, "statements were miscounted");
        assert_eq!(summary.problems, counts.problems, "problems were miscounted");
        assert!(
            summary.rows_set_aside <= summary.rows.max(summary.problems),
            "rows were miscounted"
        );
    }
}

/// Counts what it is given.
#[derive(Default)]
struct Counts {
    statements: u64,
    problems: u64,
}

impl Sink for Counts {
    fn statement(&mut self, _: Draft) -> Result<(), SinkError> {
        self.statements += 1;
        Ok(())
    }

    fn problem(&mut self, _: Problem) -> Result<(), SinkError> {
        self.problems += 1;
        Ok(())
    }

    fn progress(&mut self, _: u64, _: u64) -> Result<(), SinkError> {
        Ok(())
    }
}

/// Checks what every row must be.
struct LedgerCounts;

impl LedgerSink for LedgerCounts {
    fn row(&mut self, row: LedgerRow) -> Result<(), SinkError> {
        assert!(!row.from.account.is_empty() && !row.to.account.is_empty(), "a side is missing");
        assert!(0 < row.line, "a row without its line");
        let written = row.amount.to_string();
        assert!(written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'), "no sum");
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), SinkError> {
        assert!(problem.place.row.is_some(), "a problem without its line");
        Ok(())
    }

    fn progress(&mut self, _: u64) -> Result<(), SinkError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TARGETS: [fn(&[u8]); 10] =
        [ftm_entities, ftm_statements, ofac, un, csv, xlsx, mapping, detect, transfers, ledger];

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(data: Vec<u8>) {
            for target in TARGETS {
                target(&data);
            }
        }

        #[test]
        fn any_text_in_the_shape_of_a_format_is_read_without_a_panic(
            data in "([{}\":,\\[\\]<>/&;\n\r\"=\\\\]|id|schema|Person|properties|name|INDIVIDUAL|DATAID|FIRST_NAME|time,from,to,amount\n|:20:|:60F:C260301EUR1,0\n|:61:260301D1,NTRF//|<Document xmlns=\"camt.053.001.02\">|<BkToCstmrStmt>|<Stmt>|<Ntry>|2026-03-01,|,1.5|entity_id,schema,prop,value\n|이름|0|-|a){0,60}",
        ) {
            for target in TARGETS {
                target(data.as_bytes());
            }
        }
    }
}
