//! Slowing down whoever guesses: by the name that is tried, and by the address that tries.
//!
//! Counts are in memory: a restart forgets them, and no list of what was typed lies on disk. A
//! known and an unknown name are counted alike.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};

use liaison_model::Instant;
use rand::Rng;
use sha2::{Digest as _, Sha256};

use crate::AccountError;

/// Counts of attempts.
pub(crate) struct Throttle {
    /// People type passwords into the field of the name: it is kept as a keyed hash only.
    key: [u8; 32],
    counts: Mutex<HashMap<Counted, Count>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Counted {
    Name([u8; 32]),
    Address(IpAddr),
}

#[derive(Debug, Clone, Copy)]
struct Count {
    attempts: u32,
    last: Instant,
    held_until: Instant,
}

impl Throttle {
    /// With a key of its own.
    pub(crate) fn keyed(mut random: impl Rng) -> Self {
        let mut key = [0; 32];
        random.fill_bytes(&mut key);
        Self { key, counts: Mutex::default() }
    }

    /// Counts an attempt before it is checked, so that many at once are counted, too.
    ///
    /// # Errors
    ///
    /// [`AccountError::Held`] when it comes too soon; then it is not counted.
    pub(crate) fn begin(
        &self,
        name: &str,
        address: Option<IpAddr>,
        now: Instant,
    ) -> Result<(), AccountError> {
        let mut counts = self.counts();
        let counted = self.counted(name, address);
        let held = counted.iter().flatten().filter_map(|key| counts.get(key));
        if let Some(until) = held.map(|count| count.held_until).max()
            && now < until
        {
            let micros = until.micros() - now.micros();
            let seconds = u64::try_from(micros).unwrap_or(0).div_ceil(1_000_000);
            return Err(AccountError::Held { seconds });
        }
        make_room(&mut counts, now);
        for key in counted.into_iter().flatten() {
            let fresh = Count { attempts: 0, last: now, held_until: now };
            let count = counts.entry(key).or_insert(fresh);
            if count.last.plus_seconds(FORGOTTEN_SECONDS) < now {
                *count = fresh;
            }
            count.attempts = count.attempts.saturating_add(1);
            count.last = now;
            count.held_until = now.plus_seconds(delay_seconds(count.attempts, free(key)));
        }
        Ok(())
    }

    /// The attempt was right: the name's count is forgotten, and the address's goes back by one, so
    /// that whoever knows one password does not get more guesses at others.
    pub(crate) fn succeeded(&self, name: &str, address: Option<IpAddr>) {
        let [of_name, of_address] = self.counted(name, address);
        let mut counts = self.counts();
        if let Some(key) = of_name {
            counts.remove(&key);
        }
        if let Some(count) = of_address.and_then(|key| counts.get_mut(&key)) {
            count.attempts = count.attempts.saturating_sub(1);
            count.held_until = count.last;
        }
    }

    /// Forgets a name.
    pub(crate) fn forget(&self, name: &str) {
        self.succeeded(name, None);
    }

    fn counted(&self, name: &str, address: Option<IpAddr>) -> [Option<Counted>; 2] {
        let hash = Sha256::new().chain_update(self.key).chain_update(name.as_bytes()).finalize();
        [
            Some(Counted::Name(hash.into())),
            address.map(|address| Counted::Address(network(address))),
        ]
    }

    fn counts(&self) -> MutexGuard<'_, HashMap<Counted, Count>> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whoever has one IPv6 address has its network of 64 bits.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 => v4,
    }
}

fn free(key: Counted) -> u32 {
    match key {
        Counted::Name(_) => NAME_ATTEMPTS_FREE,
        Counted::Address(_) => ADDRESS_ATTEMPTS_FREE,
    }
}

/// One second after the first attempt that is not free, then twice as long each time.
fn delay_seconds(attempts: u32, free: u32) -> i64 {
    match attempts.checked_sub(free) {
        None | Some(0) => 0,
        Some(over) => 1_i64.checked_shl(over - 1).unwrap_or(i64::MAX).clamp(1, DELAY_SECONDS_MAX),
    }
}

/// Leaves room for the two counts of one more attempt. What is forgotten first is what was tried
/// longest ago.
fn make_room(counts: &mut HashMap<Counted, Count>, now: Instant) {
    if counts.len() + 2 <= COUNTS_MAX {
        return;
    }
    counts.retain(|_, count| now <= count.last.plus_seconds(FORGOTTEN_SECONDS));
    if COUNTS_MAX < counts.len() + 2 {
        let mut times: Vec<Instant> = counts.values().map(|count| count.last).collect();
        times.sort_unstable();
        let middle = times[times.len() / 2];
        counts.retain(|_, count| middle < count.last);
    }
}

/// Attempts at one name before it is held.
const NAME_ATTEMPTS_FREE: u32 = 5;
/// Attempts from one address before it is held: several officers may share one.
const ADDRESS_ATTEMPTS_FREE: u32 = 20;
const DELAY_SECONDS_MAX: i64 = 15 * 60;
/// A count this old is forgotten.
const FORGOTTEN_SECONDS: i64 = 60 * 60;
/// Most names and addresses that are counted at once.
const COUNTS_MAX: usize = 20_000;

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    const HERE: Option<IpAddr> = Some(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST));

    fn throttle() -> Throttle {
        Throttle::keyed(StdRng::seed_from_u64(1))
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_micros((1_800_000_000 + seconds) * 1_000_000).unwrap()
    }

    fn address(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    fn held(throttle: &Throttle, name: &str, from: Option<IpAddr>, now: Instant) -> u64 {
        match throttle.begin(name, from, now) {
            Err(AccountError::Held { seconds }) => seconds,
            other => other.map(|()| 0).unwrap(),
        }
    }

    #[test]
    fn a_name_is_held_twice_as_long_after_each_attempt() {
        let throttle = throttle();
        let mut now = 0;
        for _ in 0..6 {
            assert_eq!(held(&throttle, "min", None, at(now)), 0);
        }

        for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
            assert_eq!(held(&throttle, "min", None, at(now)), wait);
            assert_eq!(held(&throttle, "sok", address("192.0.2.9"), at(now)), 0);
            throttle.forget("sok");
            now += wait as i64;
            assert_eq!(held(&throttle, "min", None, at(now)), 0, "{now}");
        }
    }

    #[test]
    fn an_address_that_tries_many_names_is_held() {
        let throttle = throttle();
        for n in 0..21 {
            assert_eq!(held(&throttle, &format!("name-{n}"), HERE, at(0)), 0, "{n}");
        }

        assert_eq!(held(&throttle, "name-99", HERE, at(0)), 1);
        assert_eq!(held(&throttle, "name-99", address("192.0.2.1"), at(0)), 0);
    }

    #[test]
    fn the_addresses_of_one_ipv6_network_are_one() {
        let throttle = throttle();
        for n in 0..21 {
            held(&throttle, &format!("name-{n}"), address(&format!("2001:db8::{n}")), at(0));
        }

        assert_eq!(held(&throttle, "name-99", address("2001:db8::ffff"), at(0)), 1);
        assert_eq!(held(&throttle, "name-99", address("2001:db8:0:1::1"), at(0)), 0);
    }

    #[test]
    fn signing_in_clears_the_name_and_not_the_address() {
        let throttle = throttle();
        for n in 0..20 {
            held(&throttle, &format!("name-{n}"), HERE, at(0));
        }
        for _ in 0..3 {
            assert_eq!(held(&throttle, "min", HERE, at(0)), 0);
            throttle.succeeded("min", HERE);
        }

        assert_eq!(held(&throttle, "sok", HERE, at(0)), 0);
        assert_eq!(held(&throttle, "sok", HERE, at(0)), 1);
    }

    #[test]
    fn an_hour_without_attempts_is_forgotten() {
        let throttle = throttle();
        for _ in 0..6 {
            held(&throttle, "min", None, at(0));
        }

        assert_eq!(held(&throttle, "min", None, at(3_601)), 0);
        assert_eq!(held(&throttle, "min", None, at(3_601)), 0);
    }

    #[test]
    fn the_list_of_counts_is_bounded() {
        let throttle = throttle();

        for n in 0..COUNTS_MAX as i64 + 100 {
            throttle.begin(&format!("name-{n}"), None, at(n / 10)).unwrap();
        }

        assert!(throttle.counts().len() <= COUNTS_MAX);
    }
}
