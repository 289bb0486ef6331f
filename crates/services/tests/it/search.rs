//! Everyday words find the right service: the phrases were written before any tuning.

use crate::council::{definitions, read, surroundings};
use kit::lang::Lang;
use services::Catalogue;

fn catalogue() -> Catalogue {
    Catalogue::of_folder(surroundings(), &definitions()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// How many phrases of a list find their service first, how many there are, and the misses.
fn score(file: &str, lang: Lang) -> (usize, usize, Vec<String>) {
    let catalogue = catalogue();
    let (mut right, mut all, mut misses) = (0, 0, Vec::new());
    for line in read(file).lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (phrase, wanted) = line.split_once('\t').expect("phrase, tab, service");
        let found = catalogue.search(phrase, lang, 5);
        let first = found.services.first().map_or("nothing", |hit| hit.id.as_str()).to_owned();
        all += 1;
        if first == wanted {
            right += 1;
        } else {
            misses.push(format!("{phrase}: {first}, not {wanted}"));
        }
    }
    (right, all, misses)
}

#[test]
fn at_least_54_of_60_phrases_find_the_right_service_first() {
    let (right, all, misses) = score("crates/services/tests/phrases.tsv", Lang::EN);
    assert_eq!(all, 60);
    assert!(right >= 54, "{right} of {all}\n{}", misses.join("\n"));
    println!("{right} of {all}\n{}", misses.join("\n"));
}

#[test]
fn nine_in_ten_welsh_and_arabic_phrases_find_the_right_service_first() {
    for (file, lang) in
        [("crates/services/tests/phrases-cy.tsv", Lang::CY), ("crates/services/tests/phrases-ar.tsv", Lang::AR)]
    {
        let (right, all, misses) = score(file, lang);
        assert!(right * 10 >= all * 9 && all > 0, "{file}: {right} of {all}\n{}", misses.join("\n"));
        println!("{file}: {right} of {all}");
    }
}

#[test]
fn nine_in_ten_of_lists_written_later_find_the_right_service_first() {
    let languages = [("", Lang::EN), ("-cy", Lang::CY), ("-ar", Lang::AR)];
    for (list, lang) in
        ["second", "third"].into_iter().flat_map(|list| languages.map(|(tag, lang)| (format!("{list}{tag}"), lang)))
    {
        let (right, all, misses) = score(&format!("crates/services/tests/phrases-{list}.tsv"), lang);
        println!("{list}: {right} of {all}\n{}", misses.join("\n"));
        assert!(right * 10 >= all * 9 && all > 0, "{list}: {right} of {all}\n{}", misses.join("\n"));
    }
}

#[test]
fn danger_is_found_before_any_service_and_ordinary_words_are_not_danger() {
    let catalogue = catalogue();
    let kinds = |words: &str| -> Vec<&str> {
        catalogue.search(words, Lang::EN, 5).dangers.iter().map(|sign| sign.kind.key()).collect()
    };
    assert_eq!(kinds("i can smell gas in my flat"), ["emergency"]);
    assert_eq!(kinds("nowhere to sleep tonight"), ["homeless-tonight"]);
    assert_eq!(kinds("bin not collected"), [] as [&str; 0]);
}

#[test]
fn every_listed_service_stands_under_a_heading_and_unlisted_ones_are_not_found() {
    let catalogue = catalogue();
    for lang in Lang::ALL {
        let under: usize = catalogue.by_category(lang).iter().map(|(_, services)| services.len()).sum();
        assert_eq!(under, catalogue.all().iter().filter(|service| service.listed).count());
    }
    let found = catalogue.search("ask us to call you", Lang::EN, 20);
    assert!(found.services.iter().all(|hit| hit.id != "call-me-back"));
}

#[test]
fn words_are_not_split_into_little_ones_and_a_blue_badge_is_no_bin() {
    let catalogue = catalogue();
    let found = catalogue.search("nowhere to sleep tonight", Lang::EN, 5);
    assert!(found.suggestion.is_none() && !found.dangers.is_empty());
    assert_eq!(catalogue.search("i smell gass", Lang::EN, 5).suggestion, None, "no other spelling beside the number");
    let badge = catalogue.search("blue badge", Lang::EN, 5);
    assert_eq!(badge.services.first().map(|hit| hit.id.as_str()), Some("general-enquiry"));
}

#[test]
fn little_words_find_no_service_and_who_is_put_out_finds_the_duty_team() {
    let catalogue = catalogue();
    for (words, lang) in [
        ("i have been", Lang::EN),
        ("been", Lang::EN),
        ("what is it about and where", Lang::EN),
        ("mae gen i", Lang::CY),
        ("wedi bod", Lang::CY),
        ("كيف يمكنني", Lang::AR),
        ("اريد من", Lang::AR),
    ] {
        assert_eq!(catalogue.search(words, lang, 5).services, [], "{words}");
    }
    for (words, lang) in [
        ("i have been evicted", Lang::EN),
        ("i'm going to be evicted", Lang::EN),
        ("rydw i wedi cael fy nhroi allan", Lang::CY),
        ("لقد طردت من المنزل", Lang::AR),
    ] {
        let found = catalogue.search(words, lang, 5);
        let kinds: Vec<&str> = found.dangers.iter().map(|sign| sign.kind.key()).collect();
        assert_eq!(kinds, ["homeless-tonight"], "{words}");
        assert!(found.services.first().is_none_or(|hit| hit.id != "missed-bin"), "{words}: {:?}", found.services);
    }
    assert_eq!(catalogue.search("i have been evicted", Lang::EN, 5).services, []);
}

#[test]
fn what_sounds_like_another_service_finds_its_own() {
    let catalogue = catalogue();
    for (words, wanted) in [
        ("scratch cards for parking", "paper-permit"),
        ("sewage coming up in street", "street-problem"),
        ("register to vote", "general-enquiry"),
        ("rent arrears pay", "pay"),
        ("register a birth", "registrars"),
    ] {
        let found = catalogue.search(words, Lang::EN, 5);
        assert_eq!(found.services.first().map(|hit| hit.id.as_str()), Some(wanted), "{words}");
    }
}
