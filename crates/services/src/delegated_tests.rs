use super::*;
use crate::answers::Answer;
use crate::check::check_service;
use crate::check::tests::{TOML, known, lamp_of};

const RULES: &str = "
[[delegated]]
id = \"new-lamp\"
outcomes = [\"mended\"]
scheme = \"4.2 (b)\"
when = 'kind == \"broken\"'
amount = 5000
seen = [\"receipt\", \"photo\"]

[[delegated]]
id = \"same-lamp\"
outcomes = [\"mended\"]
scheme = \"4.2 (a)\"
when = 'kind == \"out\"'
";
const WORDS: &str = "delegated-new-lamp = Pay for a new lamp
delegated-same-lamp = Say it is on again
seen-receipt = The receipt
seen-photo = A photograph
";

fn lamp() -> Definition {
    let files = lamp_of(&format!("{TOML}{RULES}"), WORDS);
    Definition::parse("lamp", &files).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// Whether it may be decided, under which rule, and what lies beyond it.
fn stands(kind: Option<&str>, outcome: &str, amount: i64, seen: &[&str]) -> (String, Vec<Beyond>) {
    let definition = lamp();
    let mut answers = Answers::on(jiff::civil::date(2026, 11, 21));
    answers.set("kind", kind.map(|kind| Answer::Choice(kind.into())));
    let seen = seen.iter().map(|one| (*one).to_owned()).collect();
    match definition.authority(&answers, &Proposal { outcome: outcome.into(), amount, seen }) {
        Authority::Within(rule) => (rule.id.clone(), Vec::new()),
        Authority::Beyond(rule, beyond) => (rule.map(|rule| rule.id.clone()).unwrap_or_default(), beyond),
    }
}

#[test]
fn a_rule_allows_what_it_says_and_not_a_penny_more() {
    use Beyond::*;
    let both = ["photo", "receipt"];
    let unseen = |one: &str| Seen(one.into());
    for (kind, outcome, amount, seen, rule, beyond) in [
        (Some("broken"), "mended", 5000, &both[..], "new-lamp", vec![]),
        (Some("broken"), "mended", 0, &both, "new-lamp", vec![]),
        (Some("broken"), "mended", 5001, &both, "new-lamp", vec![Amount(5000)]),
        (Some("broken"), "mended", 5000, &both[..1], "new-lamp", vec![unseen("receipt")]),
        (Some("out"), "mended", 0, &[], "same-lamp", vec![]),
        (Some("out"), "mended", 1, &[], "same-lamp", vec![Amount(0)]),
        (None, "mended", 0, &[], "same-lamp", vec![Kind]),
        (Some("broken"), "left", 0, &both, "", vec![Outcome]),
    ] {
        let found = stands(kind, outcome, amount, seen);
        assert_eq!(found, (rule.to_owned(), beyond), "{kind:?} {outcome} {amount} {seen:?}");
    }
}

#[test]
fn evidence_that_is_not_asked_for_opens_nothing() {
    let (_, beyond) = stands(Some("broken"), "mended", 5000, &["a-nice-smile"]);
    assert_eq!(beyond, [Beyond::Seen("receipt".into()), Beyond::Seen("photo".into())]);
}

/// The lamp with one rule of delegated authority, a part of it put otherwise: what is wrong with it.
fn delegated(from: &str, to: &str) -> Vec<String> {
    let rule = "\n[[delegated]]\nid = \"new\"\noutcomes = [\"mended\"]\nscheme = \"4.2\"\nwhen = 'age > 3'\namount = 100\nseen = [\"bill\"]\n";
    let files = lamp_of(&format!("{TOML}{}", rule.replace(from, to)), "delegated-new = New\nseen-bill = A bill\n");
    check_service("lamp", &files, &known()).into_iter().map(|mistake| mistake.what).collect()
}

#[test]
fn rules_of_delegated_authority_are_explained() {
    assert_eq!(delegated("", ""), [] as [&str; 0]);
    for (from, to, what) in [
        ("[\"mended\"]", "[\"mendde\"]", "There is no outcome `mendde`."),
        ("[\"mended\"]", "[]", "The rule allows no outcome."),
        ("scheme = \"4.2\"", "scheme = \" \"", "`scheme` names the paragraph of the scheme of delegation."),
        ("age > 3", "aeg > 3", "There is no question or computed value `aeg`."),
        ("amount = 100", "amount = 0", "The most money is in pence, and at least 1."),
        ("\"bill\"", "\"bills\"", "`seen-bills` is missing."),
        ("id = \"new\"", "id = \"newer\"", "`delegated-newer` is missing."),
    ] {
        let said = delegated(from, to);
        assert!(said.iter().any(|said| said == what), "{to}: {said:?}");
    }
}
