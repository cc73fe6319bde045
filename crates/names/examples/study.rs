//! Learns `data/sounds.bin`: `cargo run -p liaison-names --release --example study -- OUT PAIRS.tsv...`

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("name the file to write")?;
    let mut lines = String::new();
    for path in arguments {
        lines.push_str(&std::fs::read_to_string(path)?);
    }
    std::fs::write(out, liaison_names::study(&lines))?;
    Ok(())
}
