//! Finding services: how many phrases find the right one, and each way a word may be typed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod common;

use common::{documents, index, phrases};
use proptest::prelude::*;
use search::{Correction, Document, Found, Index, Synonym};
use std::sync::LazyLock;

static INDEX: LazyLock<Index> = LazyLock::new(index);
static BUILT_AGAIN: LazyLock<Index> = LazyLock::new(index);

const WRITTEN_FIRST: &str = include_str!("../../../services/tests/phrases.tsv");
const STRANGERS: &str = include_str!("fixture/strangers.tsv");

fn first(question: &str, lang: &str) -> String {
    INDEX.search(question, lang, 5).hits.first().map_or_else(String::new, |hit| hit.id.clone())
}

/// How many phrases of a list find their service first, and those that do not.
fn found_first(list: &str, lang: &str) -> (usize, usize, Vec<String>) {
    let pairs = phrases(list);
    let missed: Vec<String> = pairs
        .iter()
        .filter(|(phrase, service)| first(phrase, lang) != *service)
        .map(|(phrase, service)| format!("{phrase}: {service}, got {}", first(phrase, lang)))
        .collect();
    (pairs.len() - missed.len(), pairs.len(), missed)
}

#[test]
fn the_list_written_before_tuning_is_found() {
    let (right, all, missed) = found_first(WRITTEN_FIRST, "en");
    assert_eq!(all, 60);
    assert!(right >= 57, "{right} of {all}: {missed:#?}");
}

#[test]
fn phrases_of_strangers_are_found() {
    let (right, all, missed) = found_first(STRANGERS, "en");
    assert!(all > 200);
    assert!(right * 100 >= all * 95, "{right} of {all}: {missed:#?}");
}

#[test]
fn welsh_and_arabic_phrases_are_found_on_pages_of_any_language() {
    let welsh = include_str!("../../../services/tests/phrases-cy.tsv");
    let arabic = include_str!("../../../services/tests/phrases-ar.tsv");
    let (more_welsh, more_arabic) =
        (include_str!("fixture/strangers-cy.tsv"), include_str!("fixture/strangers-ar.tsv"));
    let lists = [welsh, arabic, more_welsh, more_arabic, WRITTEN_FIRST];
    for (list, lang) in lists.into_iter().flat_map(|list| [(list, "en"), (list, "cy"), (list, "ar")]) {
        let (right, all, missed) = found_first(list, lang);
        assert!(right * 100 >= all * 90, "{lang} page: {right} of {all}: {missed:#?}");
    }
}

#[test]
fn a_slip_in_any_long_word_is_forgiven() {
    let (mut right, mut all) = (0, 0);
    for (phrase, service) in phrases(WRITTEN_FIRST) {
        for word in phrase.split(' ').filter(|word| word.len() >= 6) {
            let mut letters: Vec<char> = word.chars().collect();
            letters.swap(3, 4);
            let slip: String = letters.into_iter().collect();
            all += 1;
            right += usize::from(first(&phrase.replace(word, &slip), "en") == service);
        }
    }
    assert!(all > 60);
    assert!(right * 100 >= all * 90, "{right} of {all}");
}

#[test]
fn words_run_together_or_cut_apart_are_found() {
    assert_eq!(first("missedbin", "en"), "missed-bin");
    assert_eq!(first("pot hole", "en"), "street-problem");
    assert_eq!(first("scratch cards", "en"), "visitor-permit");
    assert_eq!(first("scratchcards", "en"), "visitor-permit");
    assert_eq!(first("directdebit", "en"), "council-tax-direct-debit");
    assert_eq!(first("fly-tipping", "en"), first("flytipping", "en"));
}

#[test]
fn the_last_word_may_be_unfinished() {
    assert_eq!(first("poth", "en"), "street-problem");
    assert_eq!(first("birth certif", "en"), "registrars");
    assert_eq!(first("housing ben", "en"), "housing-benefit-new-claim");
}

#[test]
fn mistakes_are_told_as_did_you_mean() {
    let found = INDEX.search("grafiti on the wall", "en", 3);
    let correction = Correction { typed: "grafiti".into(), meant: "graffiti".into() };
    assert_eq!(found.corrections, [correction]);
    assert_eq!(found.suggestion.as_deref(), Some("graffiti on the wall"));
    assert_eq!(INDEX.search("graffiti on the wall", "en", 3).suggestion, None);
    assert_eq!(INDEX.search("horse on the badger", "en", 3).suggestion, None, "everyday words are no slips");
    assert_eq!(INDEX.search("missedbin", "en", 3).suggestion.as_deref(), Some("missed bin"));
}

#[test]
fn languages_may_be_mixed_in_one_question() {
    assert_eq!(first("council tax symud tŷ", "cy"), "council-tax-moving-home");
    assert_eq!(first("boiler wedi torri", "cy"), "housing-repair");
    let hits = INDEX.search("parking permit للزوار", "ar", 2).hits;
    assert!(hits.iter().any(|hit| hit.id == "visitor-permit"), "{hits:?}");
}

#[test]
fn welsh_mutations_do_not_matter() {
    for words in ["bin heb ei gasglu", "casglu bin", "ni chasglwyd y bin", "fy min heb ei gasglu"] {
        assert_eq!(first(words, "cy"), "missed-bin", "{words}");
    }
    assert_eq!(first("drwydded barcio ymwelydd", "cy"), "visitor-permit");
}

#[test]
fn arabic_spelling_does_not_matter() {
    for words in ["شهادة ميلاد", "شهاده الميلاد", "شَهَادَة مِيلاد"] {
        assert_eq!(first(words, "ar"), "registrars", "{words}");
    }
    assert_eq!(first("حفره في الطريق", "ar"), "street-problem");
}

#[test]
fn nothing_is_found_where_nothing_fits() {
    assert_eq!(INDEX.search("", "en", 5), Found::default());
    assert_eq!(INDEX.search(" ,.- ", "en", 5), Found::default());
    assert_eq!(INDEX.search("xylophone quokka", "en", 5).hits, []);
    assert_eq!(Index::build([]).search("bin", "en", 5), Found::default());
    assert!(INDEX.search("bin", "en", 0).hits.is_empty());
    assert_eq!(INDEX.len(), 15);
}

fn plain(id: &str, title: &str, synonyms: &[Synonym]) -> Document {
    Document {
        id: id.into(),
        lang: "en".into(),
        title: title.into(),
        synonyms: synonyms.to_vec(),
        ..Document::default()
    }
}

#[test]
fn equals_keep_the_order_given_and_weights_count() {
    let ids = |documents: Vec<Document>, question: &str| -> Vec<String> {
        Index::build(documents).search(question, "en", 9).hits.into_iter().map(|hit| hit.id).collect()
    };
    let twins = vec![plain("b", "library", &[]), plain("a", "library", &[])];
    assert_eq!(ids(twins, "library"), ["b", "a"]);
    let heavy = Synonym { words: "books".into(), weight: 3.0 };
    let weighted = vec![plain("a", "one", &[Synonym::new("books")]), plain("b", "two", &[heavy])];
    assert_eq!(ids(weighted, "books"), ["b", "a"]);
}

#[test]
fn what_is_called_exactly_so_stands_first() {
    let english = plain("bulky-waste", "Collection of large items", &[Synonym::new("bulky waste")]);
    let welsh = Document {
        lang: "cy".into(),
        title: "Casglu eitemau mawr".into(),
        synonyms: vec![Synonym::new("gwastraff swmpus")],
        ..english.clone()
    };
    let index = Index::build(documents().into_iter().chain([english, welsh]));
    for (question, lang) in [("bulky waste", "en"), ("Bulky waste!", "cy"), ("gwastraff swmpus", "cy")] {
        let hits = index.search(question, lang, 5).hits;
        assert_eq!(hits[0].id, "bulky-waste", "{question}: {hits:?}");
        assert!(hits.iter().any(|hit| hit.id == "missed-bin"), "the others stay: {hits:?}");
    }
    let titled = plain("named", "bulky waste", &[Synonym::new("sofa"), Synonym::new("fridge")]);
    let narrow = plain("narrow", "large items", &[Synonym::new("bulky waste")]);
    assert_eq!(Index::build([narrow, titled]).search("bulky waste", "en", 5).hits[0].id, "named");
}

#[test]
fn titles_count_more_than_bodies_and_rare_words_more_than_common() {
    let body = Document { body: "library".into(), ..plain("body", "leisure", &[]) };
    let index = Index::build([body, plain("title", "library", &[])]);
    assert_eq!(index.search("library", "en", 2).hits[0].id, "title");
    let permits = ["one", "two", "three"].map(|id| plain(id, &format!("permit {id}"), &[]));
    let skip = plain("skip", "skip hire", &[]);
    let index = Index::build(permits.into_iter().chain([skip]));
    assert_eq!(index.search("permit skip", "en", 2).hits[0].id, "skip");
}

#[test]
fn scores_only_fall_and_a_hundred_documents_work() {
    let many = (0..8).flat_map(|copy| {
        documents().into_iter().map(move |document| Document { id: format!("{}-{copy}", document.id), ..document })
    });
    let index = Index::build(many);
    assert_eq!(index.len(), 120);
    let hits = index.search("bin not colected", "en", 50).hits;
    assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert_eq!(hits[0].id, "missed-bin-0");
}

proptest! {
    #[test]
    fn any_text_gets_an_answer_and_the_same_one_again(question in "\\PC{0,80}") {
        let once = INDEX.search(&question, "en", 5);
        prop_assert!(once.hits.len() <= 5);
        prop_assert!(once.hits.iter().all(|hit| hit.score.is_finite() && hit.score > 0.0));
        prop_assert_eq!(BUILT_AGAIN.search(&question, "en", 5), once);
    }

    #[test]
    fn order_of_words_hardly_matters(seed in 0usize..60) {
        let (phrase, service) = phrases(WRITTEN_FIRST)[seed];
        let back: Vec<&str> = phrase.split(' ').rev().collect();
        let hits = INDEX.search(&back.join(" "), "en", 3).hits;
        prop_assert!(hits.iter().any(|hit| hit.id == service), "{} {:?}", phrase, hits);
    }
}
