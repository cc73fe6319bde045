//! Writes the page of the reference: `cargo run -p liaison-casework --example page`.

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    io::stdout().write_all(liaison_casework::page().as_bytes())
}
