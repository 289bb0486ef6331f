//! The danger words that come with Guildhall: what must be noticed, what must stay quiet, and
//! the same through typing mistakes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use search::{Danger, Kind};
use std::sync::LazyLock;

static DANGER: LazyLock<Danger> = LazyLock::new(|| {
    Danger::parse([
        ("en", include_str!("../../../../definitions/danger/en.toml")),
        ("cy", include_str!("../../../../definitions/danger/cy.toml")),
        ("ar", include_str!("../../../../definitions/danger/ar.toml")),
    ])
    .unwrap()
});

/// Checks a list: every phrase of a kind shows that kind, every quiet one shows nothing.
fn check(list: &str, least_dangers: usize, least_quiet: usize) {
    let (mut dangers, mut quiet, mut wrong) = (0, 0, Vec::new());
    for (phrase, wanted) in list.lines().filter_map(|line| line.split_once('\t')) {
        let signs = DANGER.signs(phrase);
        let right = match wanted {
            "-" => signs.is_empty(),
            kind => signs.iter().any(|sign| sign.kind == kind.parse::<Kind>().unwrap()),
        };
        if wanted == "-" {
            quiet += 1;
        } else {
            dangers += 1;
        }
        if !right {
            let shown: Vec<String> = signs.iter().map(|sign| format!("{}: {}", sign.kind, sign.pattern)).collect();
            wrong.push(format!("{phrase}\n    wanted {wanted}, showed {shown:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(dangers >= least_dangers && quiet >= least_quiet, "the list is cut short: {dangers}, {quiet}");
}

#[test]
fn english_dangers_show_and_council_words_stay_quiet() {
    check(include_str!("danger/en.tsv"), 230, 255);
}

#[test]
fn welsh_dangers_show_and_council_words_stay_quiet() {
    check(include_str!("danger/cy.tsv"), 34, 24);
}

#[test]
fn arabic_dangers_show_and_council_words_stay_quiet() {
    check(include_str!("danger/ar.tsv"), 35, 23);
}

#[test]
fn everyday_phrases_of_every_service_stay_quiet() {
    let lists = [
        include_str!("../../../services/tests/phrases.tsv"),
        include_str!("../../../services/tests/phrases-cy.tsv"),
        include_str!("../../../services/tests/phrases-ar.tsv"),
    ];
    for phrase in lists.iter().flat_map(|list| list.lines()).filter_map(|line| line.split('\t').next()) {
        assert_eq!(DANGER.signs(phrase), [], "{phrase}");
    }
}

#[test]
fn danger_inside_a_long_message_is_noticed() {
    let before = "I wrote last week about my bins and nobody answered. ".repeat(20);
    let signs = DANGER.signs(&format!("{before} Also I can smell gas in the hall. {before}"));
    assert_eq!(signs.len(), 1);
    assert_eq!(signs[0].kind, Kind::Emergency);
    assert_eq!(signs[0].words, ["smell", "gas"]);
}

#[test]
fn a_text_made_to_be_slow_is_answered() {
    let child = "child one two three four five six seven eight nine ten eleven twelve thirteen ".repeat(70_000);
    assert_eq!(DANGER.signs(&child), []);
    let bills = "gas bill fire door ".repeat(60_000);
    assert_eq!(DANGER.signs(&bills), []);
    assert_eq!(DANGER.signs(&"ه".repeat(1_000_000)), []);
}
