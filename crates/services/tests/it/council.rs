//! A council to test with: the delivered definitions, words and data.

use kit::App;
use kit::app::Parts;
use kit::clock::Clock;
use kit::db::Db;
use kit::id::Entropy;
use kit::lang::Lang;
use kit::words::{Words, WordsFile};
use services::{Catalogue, Folder, Surroundings};
use std::path::{Path, PathBuf};

/// A path of the repository.
pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A file of the repository.
pub fn read(path: &str) -> String {
    std::fs::read_to_string(here(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The delivered definitions.
pub fn definitions() -> Folder {
    Folder::read(&here("definitions"))
}

/// The words the pages of services need, in every language.
pub fn words() -> Words {
    let file = |lang: Lang, noun: &str| {
        let name = format!("locales/{}/{noun}.ftl", lang.tag);
        WordsFile { lang, text: read(&name), name }
    };
    let files = Lang::ALL.into_iter().flat_map(|lang| [file(lang, "services"), file(lang, "page")]);
    Words::load(&files.collect::<Vec<_>>()).unwrap()
}

/// What stands around the definitions: real postcodes and holidays, an office open on weekdays.
pub fn surroundings() -> Surroundings {
    let holidays =
        calendar::Holidays::parse(&read("data/bank-holidays.json"), calendar::Division::EnglandAndWales).unwrap();
    let (nine, five) = (jiff::civil::time(9, 0, 0, 0), jiff::civil::time(17, 0, 0, 0));
    let opening = calendar::Opening::weekdays(nine, five).unwrap();
    let danger = Lang::ALL.map(|lang| (lang.tag, read(&format!("definitions/danger/{}.toml", lang.tag))));
    Surroundings {
        calendar: calendar::Calendar::london(holidays, opening),
        danger: search::Danger::parse(danger.iter().map(|(lang, text)| (*lang, text.as_str()))).unwrap(),
        postcodes: places::Postcodes::parse(&read("data/postcodes.csv")).unwrap(),
        roads: places::Roads::parse(&read("data/trunk-roads.toml")).unwrap(),
        council: "E07000008".into(),
    }
}

/// A running council with an empty catalogue.
pub fn app(db: &Db) -> App {
    app_with(db, 1)
}

/// The same with chance of its own: two councils on one database must not draw the same ids.
pub fn app_with(db: &Db, seed: u64) -> App {
    parts(db, seed).build()
}

/// Its parts, not yet closed.
pub fn parts(db: &Db, seed: u64) -> Parts {
    let folder = definitions();
    let catalogue = Catalogue::new(surroundings(), folder.categories().unwrap(), folder.teams().unwrap());
    let clock = Clock::manual(1_780_000_000_000_000);
    Parts::new(db.clone(), clock, Entropy::seeded(seed), words()).with(catalogue)
}
