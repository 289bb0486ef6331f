//! Every word of the layout that a page or a component asks for is there: in English, and in each language where residents see it.

use kit::Lang;
use kit::words::{Words, WordsFile};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(root().join(path.as_ref()))
        .unwrap_or_else(|cause| panic!("{}: {cause}", path.as_ref().display()))
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() { waiting.push(entry) } else { found.push(entry) }
        }
    }
    found
}

/// The keys between quotation marks that begin with `page-`.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|part| {
        part.len() > "page-".len()
            && part.starts_with("page-")
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    })
}

fn asked() -> BTreeSet<String> {
    let sources = ["templates", "crates"].into_iter().flat_map(files);
    let written = sources.filter(|path| path.extension().is_some_and(|kind| kind == "rs" || kind == "html"));
    let texts: Vec<String> = written.map(|path| std::fs::read_to_string(path).expect("a text")).collect();
    texts.iter().flat_map(|text| keys(text)).map(str::to_owned).collect()
}

fn words() -> Words {
    let file = |lang: Lang| {
        let name = format!("locales/{}/page.ftl", lang.tag);
        WordsFile { lang, text: text(&name), name }
    };
    Words::load(&Lang::ALL.map(file)).expect("the words load")
}

#[test]
fn every_word_asked_for_is_there() {
    let (words, asked) = (words(), asked());
    assert!(asked.len() > 60, "only {} keys are asked for", asked.len());
    let staff_only = |key: &str| key.starts_with("page-desk");
    let missing: Vec<String> = Lang::ALL
        .iter()
        .flat_map(|lang| asked.iter().map(move |key| (*lang, key)))
        .filter(|(lang, key)| !words.has(*lang, key) && (*lang == Lang::EN || !staff_only(key)))
        .map(|(lang, key)| format!("{} {key}", lang.tag))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_word_is_kept_that_nobody_asks_for() {
    let asked = asked();
    for lang in Lang::ALL {
        let file = text(format!("locales/{}/page.ftl", lang.tag));
        let kept = file.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let unasked: Vec<&str> = kept.filter(|key| key.starts_with("page-") && !asked.contains(*key)).collect();
        assert!(unasked.is_empty(), "{}: {unasked:?}", lang.tag);
    }
}
