//! The definitions that are delivered.

use services::Folder;
use std::path::{Path, PathBuf};

fn definitions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions")
}

#[test]
fn the_delivered_definitions_have_no_mistake() {
    let mistakes: Vec<String> = services::check(&definitions()).iter().map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "\n{}", mistakes.join("\n"));
}

#[test]
fn the_delivered_definitions_can_be_used() {
    let all = Folder::read(&definitions()).definitions().expect("no mistakes");
    assert!(all.iter().any(|definition| definition.id == "street-problem"));
}
