//! Internet addresses, versions 4 and 6.
//!
//! Version 6 is written as RFC 5952 recommends; a version 4 address mapped into version 6
//! (`::ffff:192.0.2.1`) is the version 4 address.

use core::net::IpAddr;

use super::ValueError;
use super::defang::refanged;

/// An internet address in its one form.
pub(super) fn clean(text: &str) -> Result<String, ValueError> {
    let address: Result<IpAddr, _> = refanged(text).parse();
    let address = address.map_err(|_| ValueError::new("ip-unreadable"))?;
    Ok(address.to_canonical().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_internet_address_has_one_form() {
        for (raw, expected) in [
            ("192.0.2.1", "192.0.2.1"),
            ("192[.]0[.]2[.]1", "192.0.2.1"),
            ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"),
            ("::ffff:c000:0201", "192.0.2.1"),
        ] {
            assert_eq!(clean(raw).as_deref(), Ok(expected), "{raw}");
        }
    }

    #[test]
    fn what_is_no_internet_address_is_refused() {
        for raw in ["256.1.1.1", "1.2.3", "1.2.3.4:80", "fe80::1%eth0", "host"] {
            assert_eq!(clean(raw), Err(ValueError::new("ip-unreadable")), "{raw}");
        }
    }
}
