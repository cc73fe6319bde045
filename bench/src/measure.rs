//! Clocks, percentiles, memory, disk.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::Failure;

/// Runs something and says how many seconds it took.
pub fn timed<T>(run: impl FnOnce() -> T) -> (T, f64) {
    let started = Instant::now();
    let made = run();
    (made, started.elapsed().as_secs_f64())
}

/// Times of many runs of one thing.
#[derive(Debug, Clone, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs something once more.
    pub fn run<T>(&mut self, run: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let made = run();
        self.0.push(started.elapsed());
        made
    }

    /// Adds a time that was taken elsewhere.
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// Milliseconds within which this share of the runs was done (nearest rank); 0 without runs.
    pub fn percentile_ms(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
    }
}

/// Forgets the peak so far, so that [`peak_memory`] tells of what comes now. Where the kernel does
/// not let it, the peak told is too high, never too low.
pub fn forget_peak_memory() {
    let _ = fs::write("/proc/self/clear_refs", "5"); // proc(5): 5 resets VmHWM
}

/// The most memory that this process had, in bytes: `VmHWM` of proc(5).
pub fn peak_memory() -> Result<u64, Failure> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")).ok_or("no VmHWM in /proc")?;
    Ok(kib.trim().parse::<u64>()? * 1024)
}

/// The bytes of a file, or of all files in a folder; 0 for what is not there.
pub fn bytes_of(path: &Path) -> u64 {
    let Ok(about) = fs::symlink_metadata(path) else { return 0 };
    if !about.is_dir() {
        return about.len();
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| bytes_of(&entry.path())).sum()
}

/// The bytes of an SQLite database with its log.
pub fn bytes_of_database(path: &Path) -> u64 {
    let log = path.with_extension("db-wal");
    bytes_of(path) + bytes_of(&log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let times = Times((1..=20).map(Duration::from_millis).collect());

        assert_eq!([50, 95, 100].map(|p| times.percentile_ms(p).round()), [10.0, 19.0, 20.0]);
        assert_eq!(Times::default().percentile_ms(95), 0.0);
    }
}
