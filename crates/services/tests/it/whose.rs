//! Whose it is: an address elsewhere, and what a leaseholder mends alone.

use crate::council::definitions;
use jiff::civil::date;
use services::{Address, Answer, Answers, Definition, Output};

fn definition(service: &str) -> Definition {
    let folder = definitions();
    let (id, files) = folder.services().find(|(id, _)| *id == service).expect("delivered");
    Definition::parse(id, files).expect("no mistakes")
}

fn stop(definition: &Definition, given: &[(&str, Answer)]) -> Option<Output> {
    let mut answers = Answers::on(date(2026, 11, 20));
    given.iter().for_each(|(question, answer)| answers.give(question, answer.clone()));
    definition.stop(&answers).map(|decision| decision.output)
}

fn choice(option: &str) -> Answer {
    Answer::Choice(option.into())
}

#[test]
fn a_bin_of_another_council_is_not_ours() {
    let bins = definition("missed-bin");
    let at = |inside| Answer::Address(Address { line1: "1 Hill".into(), inside, ..Address::default() });
    let theirs = Some(Output::NotOurs { to: "to-other-council".into() });
    assert_eq!(stop(&bins, &[("address", at(Some(false)))]), theirs);
    assert_eq!(stop(&bins, &[("address", at(Some(true)))]), None);
    assert_eq!(stop(&bins, &[("address", at(None))]), None, "a new postcode stops nobody");
}

#[test]
fn a_leaseholder_mends_their_own_flat_and_the_council_the_building() {
    let repairs = definition("housing-repair");
    let lease = |part| stop(&repairs, &[("tenure", choice("leaseholder")), ("lease_part", choice(part))]);
    assert_eq!(lease("inside"), Some(Output::NotOurs { to: "to-builder".into() }));
    for part in ["shared", "building", "coming-in"] {
        assert_eq!(lease(part), None, "{part}");
    }
    // An answer from before they said they rent counts no more.
    assert_eq!(stop(&repairs, &[("tenure", choice("council-tenant")), ("lease_part", choice("inside"))]), None);
}

#[test]
fn a_call_back_asks_how_to_reach_the_person_once_and_offers_a_call_alone() {
    let back = definition("call-me-back");
    assert_eq!((back.contact, back.contact_ways.clone()), (services::Contact::Required, vec!["call".to_owned()]));
    assert!(!back.questions().iter().any(|question| matches!(question.id.as_str(), "name" | "phone")));
}
