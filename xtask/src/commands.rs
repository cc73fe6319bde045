//! `cargo xtask commands`: the reference of the commands, as the program itself tells it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Writes the page.
pub fn write(root: &Path) -> Result<bool> {
    fs::write(root.join(PAGE), told(root)?).context(PAGE)?;
    Ok(true)
}

/// Says whether the page is what the program tells.
pub fn check(root: &Path) -> Result<bool> {
    let page = told(root)?;
    let is_fresh = fs::read_to_string(root.join(PAGE)).is_ok_and(|kept| kept == page);
    if !is_fresh {
        println!("{PAGE}: is not what the program tells; run `cargo xtask commands`");
    }
    Ok(is_fresh)
}

fn told(root: &Path) -> Result<String> {
    let folder = root.join("target/reference");
    let run =
        ["run", "--quiet", "--package", "liaison-cli", "--", "--lang", "en", "man", "--markdown"];
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(run)
        .arg(&folder)
        .current_dir(root)
        .env_remove("LIAISON_DIR")
        .env_remove("DATABASE_URL")
        .output()?;
    if !output.status.success() {
        bail!("the program did not tell its commands: {}", String::from_utf8_lossy(&output.stderr));
    }
    fs::read_to_string(folder.join("commands.md")).context("target/reference/commands.md")
}

const PAGE: &str = "docs/reference/commands.md";
