//! Web addresses, normalised as the WHATWG URL standard says.
//!
//! `http`, `https` and `ftp` are taken, and `http` is assumed where a host stands alone, as in
//! FollowTheMoney. A host must look like one, so that prose in a website column is refused.

use url::{Host, Url};

use super::ValueError;
use super::defang::refanged;

/// A web address in its one form.
pub(super) fn clean(text: &str) -> Result<String, ValueError> {
    let refused = || ValueError::new("url-unreadable");
    let text = refanged(text);
    let mut url = parse(&text).ok_or_else(refused)?;
    if !matches!(url.scheme(), "http" | "https" | "ftp") {
        return Err(ValueError::new("url-scheme"));
    }
    if !url.host().is_some_and(|host| is_host(&host)) {
        return Err(refused());
    }
    // An empty parameter, query or fragment says nothing, and FollowTheMoney drops it.
    if let Some(path) = url.path().strip_suffix(';').map(|path| path.trim_end_matches(';')) {
        let path = path.to_owned();
        url.set_path(&path);
    }
    if url.query() == Some("") {
        url.set_query(None);
    }
    if url.fragment() == Some("") {
        url.set_fragment(None);
    }
    Ok(url.into())
}

/// Reads an address with a scheme, or a host without one.
fn parse(text: &str) -> Option<Url> {
    let has_scheme = text.contains("://") || text.starts_with("mailto:");
    if has_scheme {
        return Url::parse(text).ok();
    }
    let bare = text.strip_prefix("//").unwrap_or(text);
    let host = bare.split(['/', '?', '#', ':']).next()?;
    if !host.contains('.') || bare.contains('@') {
        return None;
    }
    Url::parse(&format!("http://{bare}")).ok()
}

fn is_host(host: &Host<&str>) -> bool {
    let Host::Domain(name) = host else { return true };
    let labels = || name.strip_suffix('.').unwrap_or(name).split('.');
    let is_label = |label: &str| {
        (1..=LABEL_BYTES_MAX).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
            && label.bytes().any(|b| b.is_ascii_alphanumeric())
    };
    let top = labels().next_back().unwrap_or_default();
    labels().all(is_label) && (labels().count() == 1 || 2 <= top.len())
}

/// RFC 1035, section 2.3.4.
const LABEL_BYTES_MAX: usize = 63;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(clean(raw).as_deref(), Ok(expected), "{raw}");
    }

    #[test]
    fn an_address_has_one_form() {
        check("HTTPS://Example.COM:443/a/../b?x=1#top", "https://example.com/b?x=1#top");
        check("www.example.com", "http://www.example.com/");
        check("example.com:8080/x y", "http://example.com:8080/x%20y");
        check("http://example.com/a;?#", "http://example.com/a");
        check("http://한국.kr/가", "http://xn--3e0b707e.kr/%EA%B0%80");
        check("ftp://192.0.2.1/file", "ftp://192.0.2.1/file");
    }

    #[test]
    fn an_address_made_unclickable_is_read() {
        check("hxxps[:]//job-offer[.]example[.]com/th", "https://job-offer.example.com/th");
    }

    #[test]
    fn prose_is_not_an_address() {
        for raw in ["see website", "http://", "N.A.", "http://a b/", "a@example.com", "-"] {
            assert_eq!(clean(raw), Err(ValueError::new("url-unreadable")), "{raw}");
        }
    }

    #[test]
    fn only_addresses_of_the_web_are_taken() {
        for raw in
            ["javascript://example.com/%0aalert(1)", "tg://resolve?domain=x", "mailto:a@b.com"]
        {
            assert_eq!(clean(raw), Err(ValueError::new("url-scheme")), "{raw}");
        }
    }
}
