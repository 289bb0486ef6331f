//! The API and the program itself: a checker of descriptions and a tester that others wrote find nothing.

use super::Folder;
use super::started::text;
use kit::testing::python;
use std::path::Path;
use std::process::Command;

/// Seconds for each of the four keys.
const SECONDS: &str = "45";

#[test]
fn schemathesis_finds_nothing() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = reaching(home.path());
    tried(&python, &folder, "api.py", &[SECONDS]);
}

#[test]
fn the_library_of_the_standard_reads_our_webhooks() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let folder = reaching(home.path());
    tried(&python, &folder, "webhook.py", &[]);
}

/// A council that may tell a server on this machine.
fn reaching(home: &Path) -> Folder {
    let folder = Folder(home.join("data"));
    std::fs::create_dir_all(folder.path()).unwrap();
    std::fs::write(folder.path().join("guildhall.toml"), "[webhooks]\nprivate = true\n").unwrap();
    folder
}

/// Runs a script of ours against a small demo.
fn tried(python: &Path, folder: &Folder, script: &str, more: &[&str]) {
    let server = folder.demo();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(script);
    let mut command = Command::new(python);
    let out = command.arg(script).arg(format!("http://{}", server.address)).args(more).output().expect("Python runs");
    assert!(out.status.success(), "{}", text(&out));
    assert_eq!(server.stop(), Some(0));
    folder.is_whole();
}
