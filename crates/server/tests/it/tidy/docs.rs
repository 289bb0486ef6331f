//! Documents stay true: links lead somewhere, and every path, test and command they name is there.

use super::{files, nothing_wrong, root};
use std::collections::BTreeSet;
use std::path::Path;

/// Where a document's links lead, without those to other sites.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:")).collect()
}

/// The anchors of a document's headings: small letters, spaces as hyphens, no other signs.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let slug = |heading: &str| -> String {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
    };
    headings.map(slug).collect()
}

/// What stands between backticks on one line, outside of blocks of code.
fn names(text: &str) -> Vec<&str> {
    let mut in_block = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            found.extend(line.split('`').skip(1).step_by(2));
        }
    }
    found
}

/// Whether this is written like a path of the repository, with nothing left open in it.
fn is_path(name: &str) -> bool {
    const FOLDERS: [&str; 9] =
        ["crates/", "docs/", "web/", "browser/", "definitions/", "locales/", "migrations/", "templates/", "tests/"];
    let open = name.contains(['<', '{', '*', '…', ' ', ':']) || name.contains("NNNN");
    !open && FOLDERS.iter().any(|folder| name.starts_with(folder))
}

/// Whether this is written like a test: small words joined by `_`, four or more.
fn is_test(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') && name.matches('_').count() >= 3
}

#[test]
fn every_link_in_a_document_leads_somewhere() {
    let mut wrong = Vec::new();
    for (name, text) in files(&[".md"]) {
        let folder = root().join(&name).parent().map(Path::to_path_buf).unwrap_or_default();
        for link in links(&text) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { root().join(&name) } else { folder.join(path) };
            let there = target.canonicalize().is_ok_and(|found| found.starts_with(root()));
            let heading =
                anchor.is_empty() || std::fs::read_to_string(&target).is_ok_and(|t| anchors(&t).contains(anchor));
            if !there || !heading {
                wrong.push(format!("{name}: {link}"));
            }
        }
    }
    nothing_wrong(wrong);
}

#[test]
fn every_path_and_test_a_document_names_is_there() {
    let sources: String = files(&[".rs"]).into_iter().map(|(_, text)| text).collect();
    let mut wrong = Vec::new();
    for (name, text) in files(&[".md"]) {
        let lost_path = |each: &&str| is_path(each) && !root().join(each).exists();
        let lost_test = |each: &&str| is_test(each) && !sources.contains(&format!("fn {each}("));
        let lost = names(&text).into_iter().filter(|each| lost_path(each) || lost_test(each));
        wrong.extend(lost.map(|each| format!("{name}: {each} is not there")));
    }
    nothing_wrong(wrong);
}

#[test]
fn the_readme_names_both_commands() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    for command in ["run", "check"] {
        assert!(readme.contains(&format!("./{command} ")), "README.md does not name ./{command}");
        assert!(root().join(command).is_file(), "there is no ./{command}");
    }
}

#[test]
fn documents_are_read_rightly() {
    let text = "# Who, me?\n[a](b.md#c) [x](https://x.example)\n```\n`not/read`\n```\nSee `crates/kit` and `a_b_c_d`.";
    assert_eq!(links(text), ["b.md#c"]);
    assert!(anchors(text).contains("who-me"));
    assert_eq!(names(text), ["crates/kit", "a_b_c_d"]);
    assert!(is_path("crates/kit") && !is_path("crates/<noun>/tests/") && !is_path("static/site.css"));
    assert!(is_test("a_b_c_d") && !is_test("guildhall_reruns_total") && !is_test("A_B_C_D"));
}
