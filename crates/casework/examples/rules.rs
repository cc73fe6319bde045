//! Writes the page of the reference: `cargo run -p liaison-casework --example rules`.

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    let page = liaison_casework::rules_page().map_err(io::Error::other)?;
    io::stdout().write_all(page.as_bytes())
}
