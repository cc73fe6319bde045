//! A disk of a few megabytes, for filling up and for making read-only.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A file system in memory; only root can mount one.
pub struct SmallDisk(TempDir);

impl SmallDisk {
    pub fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={size}");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path());
        let is_mounted = mount.output().is_ok_and(|output| output.status.success());
        #[allow(clippy::print_stderr, reason = "a test that is not tried says so")]
        if !is_mounted {
            // Nothing else gives a full or a read-only disk: the rest of the suite stands.
            eprintln!("not tried: only root can mount the small disk that this test fills");
        }
        is_mounted.then_some(Self(folder))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn make_read_only(&self) {
        let remount = ["-o", "remount,ro"];
        let done = Command::new("mount").args(remount).arg(self.path()).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        _ = Command::new("umount").arg("--lazy").arg(self.0.path()).status();
    }
}
