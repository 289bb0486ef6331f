//! What the fuzz targets share. Each target takes bytes from anywhere and holds a promise about them that goes beyond "does not
//! crash"; `fuzz/run` finds inputs that reach new code.

mod council;

pub use council::{Answered, CALLBACK, Council};

use clap::Parser;
use jiff::civil::{Date, date};
use server::commands::Common;
use server::wiring;
use services::{Answers, Catalogue, Definition, Walk};
use std::path::Path;
use std::sync::LazyLock;

/// The text of an input, where it is one.
pub fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// The files of a service that is delivered: what a target changes one of.
pub static MISSED_BIN: LazyLock<services::Files> = LazyLock::new(|| {
    let delivered = wiring::definitions(None).expect("the definitions delivered are good");
    let found = delivered.services().find(|(id, _)| *id == "missed-bin").map(|(_, files)| files.clone());
    found.expect("it is delivered")
});

/// The day on which everything is asked.
const TODAY: Date = date(2026, 11, 21);

/// Goes the way through a service with these answers, as JSON, and decides what its rules decide.
pub fn follow(definition: &Definition, answers: &str) {
    let answers = Answers::from_json(answers, TODAY).unwrap_or_else(|_| Answers::on(TODAY));
    let walk = Walk::new(definition, &answers);
    let shown: usize = walk.path().into_iter().map(|page| walk.visible_questions(page).len()).sum();
    assert!(walk.missing().count() <= shown, "more is missing than is asked");
    assert!(walk.on_path().len() <= answers.len(), "there are more answers on the path than were given");
    drop((
        definition.team(&answers),
        definition.priority(&answers),
        definition.stop(&answers),
        definition.kind(&answers),
    ));
}

#[derive(Parser)]
struct Options {
    #[command(flatten)]
    common: Common,
}

fn common(folder: &Path) -> Common {
    Options::parse_from(["fuzz".as_ref(), "--data".as_ref(), folder.as_os_str()]).common
}

/// The services delivered, as they are searched.
pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let nowhere = common(Path::new("/nonexistent"));
    wiring::catalogue(&nowhere).expect("the definitions delivered are good")
});
