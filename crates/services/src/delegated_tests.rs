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
    use Beyond::{Amount, Outcome, Seen};
    let answer = |question: &str| Beyond::Answer(question.into());
    let both = ["photo", "receipt"];
    let unseen = |one: &str| Seen(one.into());
    for (kind, outcome, amount, seen, rule, beyond) in [
        (Some("broken"), "mended", 5000, &both[..], "new-lamp", vec![]),
        (Some("broken"), "mended", 0, &both, "new-lamp", vec![]),
        (Some("broken"), "mended", 5001, &both, "new-lamp", vec![Amount(5000)]),
        (Some("broken"), "mended", 5000, &both[..1], "new-lamp", vec![unseen("receipt")]),
        (Some("out"), "mended", 0, &[], "same-lamp", vec![]),
        (Some("out"), "mended", 1, &[], "same-lamp", vec![Amount(0)]),
        (None, "mended", 0, &[], "same-lamp", vec![answer("kind")]),
        (Some("broken"), "left", 0, &both, "", vec![Outcome]),
    ] {
        let found = stands(kind, outcome, amount, seen);
        assert_eq!(found, (rule.to_owned(), beyond), "{kind:?} {outcome} {amount} {seen:?}");
    }
}

/// Which rules are for a case of this kind, and which parts of the others it does not meet.
fn offered(when: &str, kind: &str, age: i64) -> (Vec<String>, Vec<Vec<Beyond>>) {
    let rules = RULES.replace("kind == \"out\"", when);
    let files = lamp_of(&format!("{TOML}{rules}"), WORDS);
    let definition = Definition::parse("lamp", &files).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    let mut answers = Answers::on(jiff::civil::date(2026, 11, 21));
    answers.set("kind", Some(Answer::Choice(kind.into())));
    answers.set("age", Some(Answer::Number(age)));
    let ids = definition.delegations_for(&answers).into_iter().map(|rule| rule.id.clone()).collect();
    (ids, definition.delegations_not_for(&answers).into_iter().map(|(_, unmet)| unmet).collect())
}

#[test]
fn a_rule_is_offered_where_its_conditions_hold_and_elsewhere_says_which_part_does_not() {
    let parts = |all: &[&str]| all.iter().map(|one| Beyond::Answer((*one).into())).collect::<Vec<_>>();
    for (when, kind, age, ids, unmet) in [
        ("kind == \"out\"", "out", 1, &["same-lamp"][..], vec![parts(&["kind"])]),
        ("kind == \"out\"", "broken", 1, &["new-lamp"], vec![parts(&["kind"])]),
        ("kind == \"out\" && age > 3", "out", 1, &[], vec![parts(&["kind"]), parts(&["age"])]),
        ("kind == \"out\" && age > 3", "broken", 1, &["new-lamp"], vec![parts(&["kind", "age"])]),
        ("kind == \"broken\" || age > 3", "out", 1, &[], vec![parts(&["kind"]), parts(&["kind", "age"])]),
        ("1 > 2", "broken", 1, &["new-lamp"], vec![vec![Beyond::Kind]]),
    ] {
        assert_eq!(offered(when, kind, age), (ids.iter().map(|id| (*id).to_owned()).collect(), unmet), "{when} {kind}");
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
