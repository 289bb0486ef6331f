//! Every dependency's licence goes with MIT.

use super::{nothing_wrong, root};
use std::process::Command;

const COMPATIBLE: [&str; 17] = [
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
    "NCSA",
];

/// True when one of the ways an SPDX expression offers is made of compatible licences alone. `AND` binds closer than `OR`;
/// `/` is how `OR` was once written.
fn compatible(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    any_way(&mut words) == Some(true) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

/// Nothing where it cannot be read.
fn any_way(words: &mut Words<'_>) -> Option<bool> {
    let mut fine = all_parts(words)?;
    while words.next_if_eq(&"OR").is_some() {
        fine |= all_parts(words)?;
    }
    Some(fine)
}

fn all_parts(words: &mut Words<'_>) -> Option<bool> {
    let mut fine = one_part(words)?;
    while words.next_if_eq(&"AND").is_some() {
        fine &= one_part(words)?;
    }
    Some(fine)
}

/// A licence, with its exception if it has one, or an expression in brackets.
fn one_part(words: &mut Words<'_>) -> Option<bool> {
    match words.next()? {
        "(" => any_way(words).filter(|_| words.next() == Some(")")),
        "AND" | "OR" | ")" => None,
        name if words.next_if_eq(&"WITH").is_some() => {
            let exception = words.next()?;
            Some(COMPATIBLE.contains(&format!("{name} WITH {exception}").as_str()))
        }
        name => Some(COMPATIBLE.contains(&name)),
    }
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

/// What of the web's packages only builds the styles and scripts. The others are in what is served: their words and
/// pictures may also be under the licence of typefaces.
const BUILDS_ONLY: [&str; 6] = ["@resvg/resvg-js", "esbuild", "postcss", "sass", "subset-font", "typescript"];

#[test]
fn everything_served_to_browsers_may_be_served() {
    let read = |file: &str| {
        let text = std::fs::read_to_string(root().join("web").join(file)).expect("web has its lists of packages");
        serde_json::from_str::<serde_json::Value>(&text).expect("a list of packages is JSON")
    };
    let (wanted, locked) = (read("package.json"), read("package-lock.json"));
    let names: Vec<&String> = wanted["dependencies"].as_object().expect("dependencies").keys().collect();
    assert!(BUILDS_ONLY.iter().all(|builds| names.iter().any(|name| name == builds)), "{names:?}");
    let served = names.into_iter().filter(|name| !BUILDS_ONLY.contains(&name.as_str()));
    let licence = |name: &str| locked["packages"][format!("node_modules/{name}")]["license"].as_str().unwrap_or("none");
    let wrong = served.map(|name| (name, licence(name))).filter(|(_, said)| !compatible(said) && *said != "OFL-1.1");
    nothing_wrong(wrong.map(|(name, said)| format!("{name}: {said}")).collect());
}

#[test]
fn expressions_are_read() {
    assert!(compatible("MIT OR Apache-2.0"));
    assert!(compatible("MIT/Apache-2.0"));
    assert!(compatible("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(!compatible("GPL-3.0-only"));
    assert!(!compatible("MIT AND GPL-3.0-only"));
    assert!(!compatible("GPL-3.0-only AND (MIT OR Apache-2.0)"));
    assert!(!compatible("(MIT OR GPL-3.0-only) AND GPL-3.0-only"));
    assert!(compatible("GPL-3.0-only OR (MIT AND (ISC OR GPL-3.0-only))"));
    assert!(compatible("MIT OR GPL-3.0-only AND MIT"));
    assert!(compatible("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only"));
    assert!(!compatible("GPL-2.0-only WITH LLVM-exception"));
    for broken in ["", "MIT OR", "(MIT", "MIT)", "MIT Apache-2.0", "AND MIT"] {
        assert!(!compatible(broken), "{broken}");
    }
}
