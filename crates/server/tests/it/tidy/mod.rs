//! A convention that matters is a failing test.

mod docs;
mod house;
mod licences;
mod pages;
mod sizes;
mod words;

use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository is there")
}

/// Files git knows or would add, by their path from the root, with their text.
pub fn files(ends: &[&str]) -> Vec<(String, String)> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    let names = String::from_utf8(listed.stdout).expect("names are UTF-8");
    let wanted = |name: &&str| ends.iter().any(|end| name.ends_with(end));
    let read = |name: &str| Some((name.to_owned(), std::fs::read_to_string(root().join(name)).ok()?));
    let found: Vec<_> = names.lines().filter(wanted).filter_map(read).collect();
    assert!(!found.is_empty(), "no files ending in {ends:?}");
    found
}

/// Fails with everything wrong at once.
pub fn nothing_wrong(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
