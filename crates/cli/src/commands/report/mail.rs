//! A report from an e-mail: what stands under labels fills the fields that nobody typed.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::Result;
use liaison_model::messages::Message;
use liaison_node::{Field, NodeError, ReportProposed, WrongUse, report_from_mail};

use crate::out::Out;

/// What an e-mail proposes; of standard input where the file is `-`.
pub fn read(path: &Path) -> Result<ReportProposed> {
    let mut bytes = Vec::new();
    let most = MAIL_BYTES_MAX + 1;
    let read = match path.as_os_str() == "-" {
        true => std::io::stdin().lock().take(most).read_to_end(&mut bytes),
        false => File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)),
    };
    let read = read.map_err(NodeError::file(path))?;
    if MAIL_BYTES_MAX < read as u64 {
        return Err(NodeError::from(WrongUse::LongMail { bytes_max: MAIL_BYTES_MAX }).into());
    }
    Ok(report_from_mail(&bytes)?)
}

/// Adds what the e-mail tells of fields of which nothing was typed.
pub fn fill(fields: &mut Vec<Field>, mail: &ReportProposed) {
    let typed: Vec<String> = fields.iter().map(|field| field.name.clone()).collect();
    let is_new = |field: &&Field| !typed.contains(&field.name);
    fields.extend(mail.fields.iter().filter(is_new).cloned());
}

/// Says what the e-mail holds that has no place in the report, on the way to people alone.
pub fn tell(mail: &ReportProposed, out: &Out) {
    if out.is_json() {
        return;
    }
    if !mail.left_over.is_empty() {
        let left = Message::new("report-mail-left").with("values", mail.left_over.join("  "));
        out.line(&out.words.say(&left));
    }
    if !mail.attachments.is_empty() {
        let count = mail.attachments.len() as u64;
        out.line(&out.words.say(&Message::new("report-mail-attachments").count("count", count)));
    }
}

/// The route takes as much.
const MAIL_BYTES_MAX: u64 = 1_000_000;
