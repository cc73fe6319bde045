//! The workbench as files inside the program: what `web/` builds into `web/dist`.
//!
//! A debug build reads the files from the source tree whenever they are asked for, so that a web
//! build shows without a Rust build; a release build holds them.
//!
//! # Invariants
//!
//! * Without `web/dist` the crate compiles, and has no file: whoever serves says how to build it.
//! * Only names that the build made are files; a path is never taken from outside the folder.

use std::borrow::Cow;

use rust_embed::RustEmbed;

/// One file, as it goes over the wire.
#[derive(Debug, Clone)]
pub struct File {
    /// Its bytes, in the encoding below.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub media_type: &'static str,
    /// How the bytes are compressed, as `Content-Encoding` has it.
    pub encoding: Option<&'static str>,
}

/// Whether the workbench was built.
#[must_use]
pub fn is_built() -> bool {
    Built::get(PAGE).is_some()
}

/// The page in which every screen lives.
#[must_use]
pub fn page() -> Option<File> {
    plain(PAGE)
}

/// A file whose name holds a hash of its contents, compressed where the client takes that.
/// `accepts` is the client's `Accept-Encoding`.
#[must_use]
pub fn asset(name: &str, accepts: &str) -> Option<File> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !name.chars().all(is_name) || name.starts_with('.') {
        return None;
    }
    let path = format!("{ASSETS}{name}");
    let takes = |coding: &str| accepts.split(',').any(|item| item.trim() == coding);
    for (coding, suffix) in ENCODINGS {
        if takes(coding)
            && let Some(found) = Built::get(&format!("{path}.{suffix}"))
        {
            let (bytes, media_type) = (found.data, media_type(name));
            return Some(File { bytes, media_type, encoding: Some(coding) });
        }
    }
    plain(&path)
}

fn plain(path: &str) -> Option<File> {
    let bytes = Built::get(path)?.data;
    Some(File { bytes, media_type: media_type(path), encoding: None })
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[derive(RustEmbed)]
#[folder = "../../web/dist/"]
#[allow_missing = true]
struct Built;

const PAGE: &str = "index.html";
const ASSETS: &str = "assets/";
/// Codings with the endings of their files, best first.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        for name in ["../index.html", "..", "a/b.js", "", ".htaccess", "%2e%2e/index.html"] {
            assert!(asset(name, "br, gzip").is_none(), "{name}");
        }
    }

    #[test]
    fn a_kind_of_file_has_its_media_type() {
        assert_eq!(media_type("assets/index-Ab12.js"), "text/javascript; charset=utf-8");
        assert_eq!(media_type("unknown"), "application/octet-stream");
    }
}
