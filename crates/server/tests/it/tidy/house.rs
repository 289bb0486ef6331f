//! Who may import whom, and other rules of the house.

use super::{files, nothing_wrong, root};
use std::collections::BTreeMap;

/// The one total order: a crate may import any of an earlier group; within a group only what ARCHITECTURE.md names.
const ORDER: [&[&str]; 8] = [
    &["typos"],
    &["kit", "search", "calendar", "places", "plates", "linkage", "waits", "capacity"],
    &["residents", "workforce"],
    &["services", "knowledge", "contact", "appointments"],
    &["cases", "queue"],
    &["forms"],
    &["open311", "mail", "api"],
    &["server"],
];

fn own_dependencies() -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for (name, text) in files(&["Cargo.toml"]).into_iter().filter(|(name, _)| name.starts_with("crates/")) {
        let manifest: toml::Table = text.parse().expect("a manifest is TOML");
        let package = manifest["package"]["name"].as_str().expect("a package has a name").to_owned();
        let listed = manifest.get("dependencies").and_then(|d| d.as_table()).cloned().unwrap_or_default();
        let is_own = |name: &&String| ORDER.iter().any(|group| group.contains(&name.as_str()));
        let own: Vec<String> = listed.keys().filter(is_own).cloned().collect();
        assert!(!own.contains(&package), "{name} depends on itself");
        all.insert(package, own);
    }
    all
}

fn place(name: &str) -> usize {
    let found = ORDER.iter().position(|group| group.contains(&name));
    found.unwrap_or_else(|| panic!("{name} has no place in the order; ARCHITECTURE.md and this test must name it"))
}

#[test]
fn crates_import_only_earlier_ones() {
    let architecture = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let mut wrong = Vec::new();
    for (package, dependencies) in own_dependencies() {
        for dependency in dependencies {
            let named = architecture.contains(&format!("`{package}` → `{dependency}`"));
            if place(&dependency) > place(&package) || (place(&dependency) == place(&package) && !named) {
                wrong.push(format!("{package} may not import {dependency}"));
            }
        }
    }
    nothing_wrong(wrong);
}

#[test]
fn engines_know_no_input_or_output() {
    let forbidden = ["std::fs", "std::net", "tokio::", "std::env", "kit::"];
    let sources =
        files(&[".rs"]).into_iter().filter(|(name, _)| name.starts_with("crates/engines/") && name.contains("/src/"));
    let wrong = sources.flat_map(|(name, text)| {
        let found: Vec<_> =
            forbidden.iter().filter(|word| text.contains(*word)).map(|w| format!("{name}: {w}")).collect();
        found
    });
    nothing_wrong(wrong.collect());
}

/// Statements outside of a store, and why that is right: file, and how the text begins.
const SQL_ELSEWHERE: [(&str, &str, &str); 2] = [
    ("crates/server/src/pages/health.rs", "SELECT 1", "asks whether there is a database at all"),
    ("crates/server/src/demo/mod.rs", "ANALYZE", "after filling a whole database, no table's own"),
];

const VERBS: [&str; 11] = [
    "SELECT ",
    "INSERT INTO ",
    "UPDATE ",
    "DELETE FROM ",
    "CREATE ",
    "DROP ",
    "ALTER ",
    "TRUNCATE ",
    "VACUUM",
    "ANALYZE",
    "PRAGMA ",
];

/// Texts in the code of a file that are SQL, where the file is neither the kit's nor a store.
fn sql_outside_of_a_store<'a>(name: &str, text: &'a str) -> Vec<&'a str> {
    if name.starts_with("crates/kit/") || name.contains("/src/store/") || name.ends_with("/store.rs") {
        return Vec::new();
    }
    let is_sql = |literal: &&str| VERBS.iter().any(|verb| literal.trim_start().starts_with(verb));
    let known = |literal: &&str| {
        SQL_ELSEWHERE.iter().any(|(file, begins, _)| name.ends_with(file) && literal.starts_with(begins))
    };
    text.split('"').filter(is_sql).filter(|literal| !known(literal)).collect()
}

#[test]
fn sql_lives_in_the_kit_and_in_stores() {
    let sources = files(&[".rs"]).into_iter().filter(|(name, _)| name.starts_with("crates/") && name.contains("/src/"));
    let mut wrong = Vec::new();
    for (name, text) in sources {
        let found = sql_outside_of_a_store(&name, &text);
        wrong.extend(found.iter().map(|sql| format!("{name}: SQL outside of a store: {sql}")));
    }
    nothing_wrong(wrong);
}

#[test]
fn sql_is_seen_however_it_is_sent() {
    let sent = "db.maintain(&format!(\"ANALYZE {table}\")).await?; sql!(ALL, \"\n    SELECT 1 FROM cases\");";
    assert_eq!(sql_outside_of_a_store("crates/cases/src/storefront.rs", sent).len(), 2);
    assert!(sql_outside_of_a_store("crates/cases/src/store/cases.rs", sent).is_empty());
    assert!(sql_outside_of_a_store("crates/forms/src/store.rs", sent).is_empty());
}

#[test]
fn migrations_keep_to_what_both_databases_do_alike() {
    let forbidden = ["ON DELETE CASCADE", "DEFERRABLE", "SERIAL", "VARCHAR", "TIMESTAMP", "BOOLEAN", "JSONB"];
    let wrong = files(&[".sql"]).into_iter().flat_map(|(name, text)| {
        let statements: String = text.lines().filter(|line| !line.trim_start().starts_with("--")).collect();
        let found: Vec<_> =
            forbidden.iter().filter(|word| statements.contains(*word)).map(|w| format!("{name}: {w}")).collect();
        found
    });
    nothing_wrong(wrong.collect());
}

#[test]
fn names_are_the_field_s_own() {
    let vague = ["util", "utils", "misc", "helper", "helpers", "manager", "entity", "item", "items"];
    let wrong = files(&[".rs", ".html"]).into_iter().filter(|(name, _)| {
        let stem = name.rsplit('/').next().and_then(|file| file.split('.').next()).unwrap_or_default();
        vague.contains(&stem)
    });
    nothing_wrong(wrong.map(|(name, _)| name).collect());
}

#[test]
fn nothing_is_left_for_later_in_silence() {
    // Put together here so that this line is not its own finding.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["#[ig", "nore"], ["test.sk", "ip"], ["unimpl", "emented!"]];
    let mut wrong = Vec::new();
    for (name, text) in files(&[".rs", ".html", ".ts", ".mjs", ".js", ".scss", ".toml", ".sh"]) {
        for mark in marks.iter().map(|halves| halves.concat()) {
            let lines = text.lines().enumerate().filter(|(_, line)| line.contains(&mark));
            wrong.extend(lines.map(|(i, line)| format!("{name}:{}: {}", i + 1, line.trim())));
        }
    }
    nothing_wrong(wrong);
}

#[test]
fn lock_files_name_no_download_address() {
    let wrong = files(&["package-lock.json"]).into_iter().filter(|(_, text)| text.contains("\"resolved\""));
    nothing_wrong(wrong.map(|(name, _)| format!("{name}: holds download addresses")).collect());
}

#[test]
fn styles_and_scripts_stay_out_of_the_pages() {
    let mut wrong = Vec::new();
    for (name, text) in files(&[".html"]) {
        let inline = text.contains("style=\"")
            || text.contains("<style")
            || text.contains(" onclick=")
            || text.contains("javascript:");
        let script =
            text.match_indices("<script").any(|(at, _)| !text[at..].split('>').next().unwrap_or("").contains("src="));
        if inline || script {
            wrong.push(format!("{name}: inline style or script, which the content security policy refuses"));
        }
    }
    nothing_wrong(wrong);
}
