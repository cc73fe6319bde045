//! Media types: a type and a subtype in lower case, without parameters (RFC 6838, section 4.2).
//!
//! Old spellings become the ones that FollowTheMoney keeps. `application/octet-stream` says that
//! nothing is known; it is kept here, and FollowTheMoney drops it.

use super::ValueError;

/// A media type in its one form.
pub(super) fn clean(text: &str) -> Result<String, ValueError> {
    let bare = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let known = RESPELT.binary_search_by_key(&bare.as_str(), |(old, _)| old).ok();
    let is_type = bare
        .split_once('/')
        .is_some_and(|(family, subtype)| is_restricted_name(family) && is_restricted_name(subtype));
    match known {
        Some(at) => Ok(RESPELT[at].1.to_owned()),
        None if is_type => Ok(bare),
        None => Err(ValueError::new("mimetype-unreadable")),
    }
}

/// RFC 6838, section 4.2.
fn is_restricted_name(name: &str) -> bool {
    (1..=NAME_BYTES_MAX).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
}

const NAME_BYTES_MAX: usize = 127;

/// The library `rigour` 2.6, `mime/mappings.py`.
const RESPELT: &[(&str, &str)] = &[
    ("appliation/zip", "application/zip"),
    ("application/csv", "text/csv"),
    ("application/excel", "application/vnd.ms-excel"),
    ("application/html", "text/html"),
    ("application/jpeg", "image/jpeg"),
    ("application/jpg", "image/jpeg"),
    ("application/msword", "application/vnd.ms-word"),
    ("application/rtf", "text/rtf"),
    ("application/tiff", "image/tiff"),
    ("application/vnd.ms-excel.12", "application/vnd.ms-excel"),
    ("application/vnd.ms-word.document.macroenabled.12", "application/vnd.ms-word.document.12"),
    ("application/vnd.pdf", "application/pdf"),
    ("application/x-excel", "application/vnd.ms-excel"),
    ("application/x-gunzip", "application/gzip"),
    ("application/x-gzip", "application/gzip"),
    ("application/x-gzip-compressed", "application/gzip"),
    ("application/x-ms-excel", "application/vnd.ms-excel"),
    ("application/x-msexcel", "application/vnd.ms-excel"),
    ("application/x-msi", "application/vnd.ms-msi"),
    ("application/x-msword", "application/vnd.ms-word"),
    ("application/x-pdf", "application/pdf"),
    ("application/x-photoshop", "image/vnd.adobe.photoshop"),
    ("application/x-rar", "application/rar"),
    ("application/x-rar-compressed", "application/rar"),
    ("application/x-tiff", "image/tiff"),
    ("application/x-unknown-application-pdf", "application/pdf"),
    ("application/x-unknown-application-vnd.ms-excel", "application/vnd.ms-excel"),
    ("application/x-zip", "application/zip"),
    ("application/x-zip-compressed", "application/zip"),
    ("document/pdf", "application/pdf"),
    ("file/pdf", "application/pdf"),
    ("file/rtf", "text/rtf"),
    ("image/jpg", "image/jpeg"),
    ("image/pdf", "application/pdf"),
    ("image/psd", "image/vnd.adobe.photoshop"),
    ("image/x-citrix-jpeg", "image/jpeg"),
    ("image/x-photoshop", "image/vnd.adobe.photoshop"),
    ("image/x-tiff", "image/tiff"),
    ("image/x.djvu", "image/vnd.djvu"),
    ("invalid/pdf", "application/pdf"),
    ("plain/text", "text/plain"),
    ("text/directory", "inode/directory"),
    ("text/enriched", "text/rtf"),
    ("text/pdf", "application/pdf"),
    ("text/richtext", "text/rtf"),
    ("text/text", "text/plain"),
    ("text/x-vcard", "text/vcard"),
    ("text/xml", "application/xml"),
    ("x-application/apple-pdf", "application/pdf"),
    ("x-unknown/pdf", "application/pdf"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_type_has_one_form() {
        for (raw, expected) in [
            ("Text/HTML; charset=UTF-8", "text/html"),
            ("text/xml", "application/xml"),
            ("image/jpg", "image/jpeg"),
            ("application/vnd.ms-excel", "application/vnd.ms-excel"),
        ] {
            assert_eq!(clean(raw).as_deref(), Ok(expected), "{raw}");
        }
    }

    #[test]
    fn respelt_types_are_in_order_and_clean() {
        assert!(RESPELT.is_sorted_by(|(a, _), (b, _)| a < b));
        for (_, new) in RESPELT {
            assert_eq!(clean(new).as_deref(), Ok(*new));
        }
    }

    #[test]
    fn what_is_no_media_type_is_refused() {
        for raw in ["pdf", "/", "a/", "image/*", "a b/c", "a/b/c"] {
            assert_eq!(clean(raw), Err(ValueError::new("mimetype-unreadable")), "{raw}");
        }
    }
}
