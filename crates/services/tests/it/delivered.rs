//! The definitions that are delivered.

use crate::council::{definitions, here};

#[test]
fn the_delivered_definitions_have_no_mistake() {
    let mistakes: Vec<String> = services::check(&here("definitions")).iter().map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "\n{}", mistakes.join("\n"));
}

/// What staff and other systems read is not written to the resident.
#[test]
fn no_outcome_speaks_to_a_resident_where_staff_read_it() {
    for definition in definitions().definitions().expect("no mistakes") {
        for outcome in &definition.outcomes {
            let words = definition.outcome_for_staff(&outcome.id);
            let mut each = words.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
            let to_them = each.any(|word| ["we", "us", "our", "you", "your"].contains(&word.as_str()));
            assert!(!to_them, "{}: {words}", definition.id);
        }
    }
}

#[test]
fn the_delivered_definitions_can_be_used() {
    let all = definitions().definitions().expect("no mistakes");
    assert!(all.iter().any(|definition| definition.id == "street-problem"));
}

#[test]
fn every_delivered_service_says_who_may_act_in_it_and_benefits_are_sure_who_asks() {
    use residents::authorities::Matter;
    use residents::checks::Assurance;
    for definition in definitions().definitions().expect("no mistakes") {
        let matter = definition.matter.unwrap_or_else(|| panic!("{} does not say what it is about", definition.id));
        if matter == Matter::Benefits {
            assert_eq!(definition.assurance, Assurance::Identity, "{}", definition.id);
        }
    }
}

#[test]
fn a_matter_nobody_knows_is_explained() {
    let mut texts = files_of("missed-bin");
    let head = texts.get_mut("service.toml").expect("a service has one");
    *head = head.replace("matter = \"everyday\"", "matter = \"benefit\"");
    let mistakes = services::Definition::parse("missed-bin", &texts).expect_err("a mistake");
    let said: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(
        said.len() == 1 && said[0].contains("`benefit` is not known here.") && said[0].contains("`benefits`"),
        "{said:?}"
    );
}

fn files_of(service: &str) -> services::Files {
    let all = definitions();
    let found = all.services().find(|(id, _)| *id == service);
    found.map(|(_, files)| files.clone()).expect("delivered")
}
