//! What tests need of the machine: a small disk, a Python with a mail server, strace. Where it is missing a test says so and is
//! left out; where CI is set, that is a failure.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The Python that has what tests/requirements.txt asks for: the one named, or the one tests/python.sh makes, or the
/// machine's own.
pub fn python() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let named = std::env::var_os("GUILDHALL_TEST_PYTHON").map(PathBuf::from);
    let made = [target, root.join("target")].map(|target| target.join("python/bin/python"));
    let able = |python: &PathBuf| {
        let asked = Command::new(python)
            .args(["-c", "import aiosmtpd, georeport, notifications_python_client, schemathesis, standardwebhooks"])
            .stderr(Stdio::null())
            .status();
        asked.is_ok_and(|status| status.success())
    };
    let found = named.into_iter().chain(made).chain([PathBuf::from("python3")]).find(able);
    if found.is_none() {
        left_out("mail tests not run: no Python with tests/requirements.txt (tests/python.sh makes one)");
    }
    found
}

pub(super) fn left_out(message: &str) {
    assert!(std::env::var_os("CI").is_none(), "{message}");
    eprintln!("{message}");
}

/// strace, which writes every call that changes a file, with all its bytes, to this file; what it is to watch is added.
pub fn strace(trace: &Path) -> Option<Command> {
    const CALLS: &str = "trace=openat,close,write,pwrite64,ftruncate,fsync,fdatasync";
    let mut command = Command::new("strace");
    command.args(["-f", "--seccomp-bpf", "-xx", "-s", "70000", "-e", "signal=none", "-e", CALLS, "-o"]).arg(trace);
    let able = Command::new("strace").arg("true").stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !able {
        left_out("power cuts not tried: there is no strace that works");
    }
    able.then_some(command)
}

/// A small disk of its own, taken away when dropped.
#[derive(Debug)]
pub struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// A disk of this size ("8m"); mounting it needs root.
    pub fn of(size: &str) -> Option<SmallDisk> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        if mount.status().is_ok_and(|status| status.success()) {
            return Some(SmallDisk(folder));
        }
        left_out("the full disk not tried: mounting a small disk needs root");
        None
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}
