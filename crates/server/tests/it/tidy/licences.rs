//! Every dependency's licence goes with MIT.

use super::{nothing_wrong, root};
use std::process::Command;

const COMPATIBLE: [&str; 16] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "CC0-1.0",
    "Unlicense",
    "0BSD",
    "BSL-1.0",
    "MPL-2.0",
    "CDLA-Permissive-2.0",
    "Apache-2.0 WITH LLVM-exception",
];

/// True when one of the ways an SPDX expression offers is made of compatible licences alone.
fn compatible(expression: &str) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], " ");
    let fine = |name: &str| COMPATIBLE.contains(&name.trim());
    plain.split(" OR ").any(|way| way.split(" AND ").all(fine))
        || plain.split(" AND ").all(|part| part.split(" OR ").any(fine))
}

#[test]
fn every_dependency_may_be_used() {
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo tells its metadata");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&told.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 50);
    let wrong = packages.iter().filter(|p| !compatible(p["license"].as_str().unwrap_or("none")));
    nothing_wrong(wrong.map(|p| format!("{} {}: {}", p["name"], p["version"], p["license"])).collect());
}

#[test]
fn expressions_are_read() {
    assert!(compatible("MIT OR Apache-2.0"));
    assert!(compatible("MIT/Apache-2.0"));
    assert!(compatible("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(!compatible("GPL-3.0-only"));
    assert!(!compatible("MIT AND GPL-3.0-only"));
}
