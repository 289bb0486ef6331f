//! The definitions that are delivered.

use crate::council::{definitions, here};

#[test]
fn the_delivered_definitions_have_no_mistake() {
    let mistakes: Vec<String> = services::check(&here("definitions")).iter().map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "\n{}", mistakes.join("\n"));
}

#[test]
fn the_delivered_definitions_can_be_used() {
    let all = definitions().definitions().expect("no mistakes");
    assert!(all.iter().any(|definition| definition.id == "street-problem"));
}
