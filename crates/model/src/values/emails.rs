//! E-mail addresses: the domain in lower case and its own script, the rest as written.
//!
//! The rules are FollowTheMoney's (`types/email.py`): up to 64 characters before the `@` without
//! spaces, quotes or brackets, and a domain with a dot whose last label is no number. The domain
//! is normalised as the WHATWG URL standard asks (UTS 46) and written in its own letters, as
//! FollowTheMoney does, rather than in Punycode.

use url::Host;

use super::ValueError;
use super::defang::refanged;

/// An e-mail address in its one form.
pub(super) fn clean(text: &str) -> Result<String, ValueError> {
    let text = refanged(text);
    let bare = text.strip_prefix("mailto:").unwrap_or(&text);
    let bare = bare.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(bare);
    let address = bare.rsplit_once('@').filter(|(local, _)| is_local_part(local));
    let clean = address.and_then(|(local, host)| Some(format!("{local}@{}", domain(host)?)));
    clean.ok_or_else(|| ValueError::new("email-unreadable"))
}

fn is_local_part(local: &str) -> bool {
    let is_allowed = |c: char| !c.is_whitespace() && !"<>()[],;:?@\"".contains(c);
    (1..=LOCAL_CHARACTERS_MAX).contains(&local.chars().count()) && local.chars().all(is_allowed)
}

fn domain(host: &str) -> Option<String> {
    if host.contains('%') {
        return None; // the URL parser would decode it
    }
    let Ok(Host::Domain(ascii)) = Host::parse(host.trim_end_matches('.')) else { return None };
    let (_, top) = ascii.rsplit_once('.')?;
    let fits = ascii.len() <= DOMAIN_BYTES_MAX
        && 2 <= top.len()
        && !top.bytes().all(|b| b.is_ascii_digit())
        && ascii.split('.').all(is_label);
    if !fits {
        return None;
    }
    // Only a domain with Punycode in it has another form to be shown in.
    let has_punycode = ascii.split('.').any(|label| label.starts_with("xn--"));
    Some(if has_punycode { url::quirks::domain_to_unicode(&ascii) } else { ascii })
}

/// Letters, digits and inner hyphens (RFC 1123, section 2.1).
fn is_label(label: &str) -> bool {
    (1..=LABEL_BYTES_MAX).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// RFC 5321, section 4.5.3.1.1.
const LOCAL_CHARACTERS_MAX: usize = 64;
/// RFC 1035, section 2.3.4: 255 bytes on the wire are 253 in text.
const DOMAIN_BYTES_MAX: usize = 253;
/// RFC 1035, section 2.3.4.
const LABEL_BYTES_MAX: usize = 63;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(clean(raw).as_deref(), Ok(expected), "{raw}");
    }

    #[test]
    fn the_domain_is_brought_into_one_form_and_the_rest_is_kept() {
        check("Kim.Min-jun+x@Example.COM", "Kim.Min-jun+x@example.com");
        check("mailto:a@example.co.kr.", "a@example.co.kr");
        check("<a@example.org>", "a@example.org");
        check("boss[at]scam[.]example", "boss@scam.example");
    }

    #[test]
    fn a_domain_in_other_letters_has_one_form() {
        check("a@한국.KR", "a@한국.kr");
        check("a@xn--3e0b707e.kr", "a@한국.kr");
    }

    #[test]
    fn what_is_no_mail_address_is_refused() {
        for raw in [
            "a",
            "@example.com",
            "a@",
            "a@localhost",
            "a@192.0.2.1",
            "a b@example.com",
            "a@b@example.com",
            "a@exa mple.com",
            "a@-x.com",
            "a@x.c",
            "a@x..com",
            "a@x_y.com",
            "a@%65xample.com",
            "a@[::1]",
        ] {
            assert_eq!(clean(raw), Err(ValueError::new("email-unreadable")), "{raw}");
        }
    }
}
