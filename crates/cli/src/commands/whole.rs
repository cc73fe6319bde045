//! Files with separators that appear whole or not at all.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, Result};
use liaison_formats::PlainWriter;

/// Writes beside the file and moves it there at the end, so that nothing half written is left.
pub fn whole(
    path: &Path,
    write: impl FnOnce(&mut PlainWriter<BufWriter<File>>) -> Result<()>,
) -> Result<()> {
    whole_file(path, |file| {
        let mut writer = PlainWriter::new(BufWriter::new(file));
        write(&mut writer)?;
        Ok(writer.finish()?)
    })
}

/// The same of any bytes.
pub fn whole_file(path: &Path, write: impl FnOnce(File) -> Result<()>) -> Result<()> {
    let told = || path.display().to_string();
    let name = path.file_name().with_context(told)?;
    let part = path.with_file_name(format!(".{}.part", name.to_string_lossy()));
    let file = File::create(&part).with_context(told)?;
    let moved = write(file).and_then(|()| Ok(fs::rename(&part, path)?));
    if moved.is_err() {
        // The first error is what counts; the remains are small and carry their name.
        let _ = fs::remove_file(&part);
    }
    moved.with_context(told)
}
