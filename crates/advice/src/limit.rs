//! How often one address may ask.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Counts of texts by address, in memory alone.
#[derive(Default)]
pub(crate) struct Limit(Mutex<HashMap<IpAddr, (Instant, u32)>>);

impl Limit {
    /// Whether one more text of this address is read.
    pub(crate) fn takes(&self, address: IpAddr) -> bool {
        self.takes_at(address, Instant::now())
    }

    fn takes_at(&self, address: IpAddr, now: Instant) -> bool {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if ADDRESSES_MAX <= counts.len() {
            counts.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
        }
        // So many at once are no people: whoever is not counted yet waits.
        let address = household(address);
        if ADDRESSES_MAX <= counts.len() && !counts.contains_key(&address) {
            return false;
        }
        let (since, count) = counts.entry(address).or_insert((now, 0));
        if WINDOW <= now.duration_since(*since) {
            (*since, *count) = (now, 0);
        }
        *count += 1;
        *count <= TEXTS_MAX
    }
}

/// One household has as many addresses of the new kind as it likes: it is counted as one.
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

const WINDOW: Duration = Duration::from_secs(600);
/// Texts of one address in that time.
const TEXTS_MAX: u32 = 20;
const ADDRESSES_MAX: usize = 20_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_so_often_in_ten_minutes_and_others_are_not_kept_from_it() {
        let limit = Limit::default();
        let start = Instant::now();
        let one: IpAddr = "2001:db8::1".parse().unwrap();
        let beside: IpAddr = "2001:db8::2".parse().unwrap();
        let other: IpAddr = "2001:db8:1::1".parse().unwrap();

        assert!((0..TEXTS_MAX).all(|_| limit.takes_at(one, start)));

        assert!(!limit.takes_at(beside, start));
        assert!(limit.takes_at(other, start));
        assert!(limit.takes_at(one, start + WINDOW));
    }

    #[test]
    fn addresses_beyond_the_most_wait_until_others_are_forgotten() {
        let limit = Limit::default();
        let start = Instant::now();
        for number in 0..ADDRESSES_MAX as u32 {
            assert!(limit.takes_at(IpAddr::V4(number.into()), start));
        }
        let new: IpAddr = "203.0.113.1".parse().unwrap();

        assert!(!limit.takes_at(new, start));
        assert!(limit.takes_at(new, start + WINDOW));
    }
}
