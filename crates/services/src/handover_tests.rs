use super::*;
use crate::check::check_service;
use crate::check::tests::{TOML, known, lamp_of};

const RULE: &str =
    "\n[[handover]]\nsystem = \"mender\"\nkinds = [\"broken\"]\noutcomes = [\"mended\"]\nhours = 24\ncontact = true\n";
const WORDS: &str = "handover-mender-contact = They arrange a time with you\n";

/// The lamp with one system, a part of it put otherwise: what is wrong with it.
fn handed(from: &str, to: &str) -> Vec<String> {
    let files = lamp_of(&format!("{TOML}{}", RULE.replace(from, to)), WORDS);
    check_service("lamp", &files, &known()).into_iter().map(|mistake| mistake.what).collect()
}

#[test]
fn a_case_goes_only_where_its_kind_goes() {
    let second =
        RULE.replace("mender", "painter").replace("kinds = [\"broken\"]\n", "").replace("contact = true\n", "");
    let files = lamp_of(&format!("{TOML}{RULE}{second}"), WORDS);
    let lamp = Definition::parse("lamp", &files).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    let goes = |system: &str, kind: &str| lamp.handover(system, kind).map(|rule| (rule.hours, rule.contact));
    assert_eq!(goes("mender", "broken"), Some((24, true)));
    assert_eq!(goes("mender", "out"), None);
    assert_eq!(goes("painter", "out"), Some((24, false)));
    assert_eq!(goes("joiner", "broken"), None);
    assert_eq!(lamp.handovers()[0].outcomes, ["mended"]);
    assert_eq!(lamp.handover_contact_words(&lamp.handovers()[0], Lang::EN), "They arrange a time with you");
}

#[test]
fn mistakes_of_handing_over_are_explained() {
    assert_eq!(handed("", ""), [] as [&str; 0]);
    for (from, to, what) in [
        ("[\"mended\"]", "[\"mendde\"]", "There is no outcome `mendde`."),
        ("[\"mended\"]", "[]", "The rule allows no outcome."),
        ("[\"broken\"]", "[\"brokne\"]", "There is no kind `brokne`."),
        ("hours = 24", "hours = 0", "A system answers within 1 to 336 hours."),
        ("\"mender\"", "\"The Mender\"", "`The Mender` cannot be an identifier."),
        ("\"mender\"", "\"mender-two\"", "`handover-mender-two-contact` is missing."),
    ] {
        let said = handed(from, to);
        assert!(said.iter().any(|said| said == what), "{to}: {said:?}");
    }
}
