//! The way through a form, as tables.

use super::*;
use crate::draft::Draft;
use crate::reach::{Reach, Way};
use kit::who::Who;
use kit::{Id, Lang};
use services::{Answer, Files, Place};

pub(crate) fn allotment() -> Definition {
    let files = Files::from([
        ("service.toml".to_owned(), include_str!("../tests/definitions/allotment/service.toml").to_owned()),
        ("en.ftl".to_owned(), include_str!("../tests/definitions/allotment/en.ftl").to_owned()),
    ]);
    Definition::parse("allotment", &files).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

fn answer(of: &str) -> Answer {
    let text = |words: &str| Answer::Text(words.to_owned());
    match of {
        "size=half" => Answer::Choice("half".into()),
        "size=full" => Answer::Choice("full".into()),
        "hurt=yes" => Answer::YesNo(true),
        "hurt=no" => Answer::YesNo(false),
        "site" => Answer::Place(Place { street: "Hill".into(), ..Place::default() }),
        "from" => Answer::Date("2026-12-01".parse().unwrap()),
        "extras" => Answer::Choices(vec!["water".into()]),
        "shed_width" | "shed_price" => Answer::Number(3),
        other => match other.split_once('=') {
            Some((_, option)) => Answer::Choice(option.to_owned()),
            None => text("words"),
        },
    }
}

fn draft(given: &[&str]) -> Draft {
    let who = Who::anyone(Lang::EN);
    let mut draft = Draft::new(Id([1; 16]), "allotment", 1, &who, Id([2; 16]), 1_795_000_000_000_000);
    for each in given {
        let question = each.split('=').next().unwrap();
        match question {
            "why" => {}
            "contact" => {
                draft.reach = Some(Reach {
                    name: "A".into(),
                    way: Way::None,
                    email: None,
                    phone: None,
                    address: None,
                    proved: false,
                    account: false,
                });
                draft.note(REACH, &who, "v");
            }
            _ => draft.answers.give(question, answer(each)),
        }
        draft.note(question, &who, "v");
    }
    draft
}

const PLOT: [&str; 5] = ["size=half", "site", "near", "hurt=no", "whose=ours"];
const YOU: [&str; 8] = ["from", "partner", "other_email", "other_phone", "extras", "home", "nickname", "why"];

fn page(id: &str) -> Step {
    Step::Page(id.to_owned())
}

#[test]
fn the_first_step_with_something_to_do() {
    let definition = allotment();
    let all = [&PLOT[..], &YOU[..]].concat();
    for (given, wanted) in [
        (vec![], page("size")),
        (vec!["size=half"], page("site")),
        (vec!["size=full"], page("shed")),
        (PLOT.to_vec(), page("from")),
        ([&PLOT[..], &YOU[..7]].concat(), page("why")),
        (all.clone(), Step::Contact),
        ([&all[..], &["contact"]].concat(), Step::Check),
        (vec!["size=half", "hurt=no", "whose=theirs"], Step::Stop),
        (vec!["size=half", "hurt=yes"], page("site")),
    ] {
        let draft = draft(&given);
        assert_eq!(Journey::new(&definition, &draft).first_to_do(), wanted, "{given:?}");
    }
}

#[test]
fn where_a_page_leads() {
    let definition = allotment();
    let all = [&PLOT[..], &YOU[..], &["contact"]].concat();
    let full = [&["size=full"], &all[1..]].concat();
    for (given, from, from_check, wanted) in [
        (vec!["size=half"], "size", false, page("site")),
        (vec!["size=full"], "size", false, page("shed")),
        (PLOT.to_vec(), "check", false, Step::Tasks),
        (all.clone(), "size", false, page("site")),
        (all.clone(), "why", false, Step::Tasks),
        (all.clone(), "size", true, Step::Check),
        // A full plot asks about the shed, which was not answered: there first, then back to check.
        (full.clone(), "size", true, page("shed")),
        ([&full[..], &["shed_width", "shed_price"]].concat(), "shed", true, Step::Check),
        (vec!["hurt=no", "whose=theirs"], "check", false, Step::Stop),
        (vec!["hurt=no"], "check", false, page("check")),
    ] {
        let draft = draft(&given);
        let journey = Journey::new(&definition, &draft);
        let at = definition.page(from).unwrap();
        assert_eq!(journey.after(at, from_check), wanted, "{given:?} after {from}");
    }
}

#[test]
fn back_is_the_page_before_on_the_path() {
    let definition = allotment();
    let half = draft(&["size=half"]);
    let full = draft(&["size=full"]);
    for (draft, step, wanted) in [
        (&half, page("size"), Some(Step::Tasks)),
        (&half, page("site"), Some(page("size"))),
        (&full, page("site"), Some(page("shed"))),
        (&half, page("from"), Some(Step::Tasks)),
        (&half, Step::Contact, Some(Step::Tasks)),
        (&half, Step::Nearby, Some(Step::Contact)),
        (&half, Step::Check, Some(Step::Contact)),
        (&half, Step::Tasks, None),
    ] {
        assert_eq!(Journey::new(&definition, draft).before(&step), wanted, "{step:?}");
    }
}

#[test]
fn the_parts_of_the_task_list() {
    use Progress::{Completed, InProgress, NotStarted, NotYet};
    let definition = allotment();
    for (given, plot, you) in [
        (vec![], (NotStarted, "size"), (NotYet, "from")),
        (vec!["size=half"], (InProgress, "site"), (NotYet, "from")),
        (PLOT.to_vec(), (Completed, "size"), (NotStarted, "from")),
        ([&PLOT[..], &["from"]].concat(), (Completed, "size"), (InProgress, "people")),
        ([&PLOT[..], &YOU[..]].concat(), (Completed, "size"), (Completed, "from")),
    ] {
        let draft = draft(&given);
        let parts = Journey::new(&definition, &draft).parts();
        let seen: Vec<_> = parts.iter().map(|part| (part.progress, part.page.as_str())).collect();
        assert_eq!(seen, [plot, you], "{given:?}");
    }
}

#[test]
fn pages_named_like_a_step_have_an_address_of_their_own() {
    let definition = allotment();
    assert_eq!(address_of("size"), "size");
    assert_eq!(address_of("check"), "q-check");
    assert_eq!(page_at(&definition, "q-check").map(|page| page.id.as_str()), Some("check"));
    assert!(page_at(&definition, "q-size").is_none());
    assert!(page_at(&definition, "nothing").is_none());
}
