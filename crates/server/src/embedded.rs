//! What the program carries inside: words, definitions, migrations, styles, reference data. Only the server embeds; a
//! council's own folder comes on top.

use include_dir::{Dir, include_dir};
use kit::db::Migration;
use kit::words::WordsFile;
use kit::{Error, Lang, Result};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::Path;

/// Words, by language.
pub static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");
/// Services as data.
pub static DEFINITIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../definitions");
/// Styles, scripts, fonts.
pub static STATIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../static");
/// Bank holidays, postcodes and their kind.
pub static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data");
static MIGRATIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../migrations");

/// The schema's steps, in order.
pub fn migrations() -> Result<Vec<Migration>> {
    let files = MIGRATIONS.files().filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)));
    Migration::from_files(files)
}

/// All words, the program's own first and then those of the council's folder.
pub fn words(council: Option<&Path>) -> Result<Vec<WordsFile>> {
    let mut all = Vec::new();
    for lang in Lang::ALL.into_iter().chain(Lang::MORE) {
        let Some(folder) = LOCALES.get_dir(lang.tag) else { continue };
        for file in folder.files() {
            let text = file.contents_utf8().ok_or_else(|| Error::internal("words that are not UTF-8"))?;
            all.push(WordsFile { lang, name: file.path().display().to_string(), text: text.to_owned() });
        }
        let Some(own) = council.map(|folder| folder.join("locales").join(lang.tag)) else { continue };
        if !own.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(own)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "ftl") {
                let text = std::fs::read_to_string(&path)?;
                all.push(WordsFile { lang, name: path.display().to_string(), text });
            }
        }
    }
    Ok(all)
}

/// A file of reference data, as text.
pub fn data(name: &str) -> Result<&'static str> {
    let file = DATA.get_file(name).and_then(|file| file.contents_utf8());
    file.ok_or_else(|| Error::internal(format!("the program was built without data/{name}")))
}

/// One mark for everything static: a changed style gives every file a new address.
pub fn static_version() -> String {
    let mut all: Vec<_> = walk(&STATIC).collect();
    all.sort_by_key(|file| file.path().to_owned());
    let digest = all.iter().fold(Sha256::new(), |sum, file| sum.chain_update(file.contents())).finalize();
    digest.iter().take(5).map(|b| format!("{b:02x}")).collect()
}

/// Static files by plain name, with the version before it.
pub fn assets() -> HashMap<String, String> {
    let version = static_version();
    walk(&STATIC)
        .filter_map(|file| file.path().to_str())
        .map(|name| (name.to_owned(), format!("{version}/{name}")))
        .collect()
}

/// Every file below a folder.
pub fn walk<'a>(dir: &'a Dir<'a>) -> Box<dyn Iterator<Item = &'a include_dir::File<'a>> + 'a> {
    Box::new(dir.files().chain(dir.dirs().flat_map(|inner| walk(inner))))
}

/// The definitions delivered, as (path, text).
pub fn definitions() -> Vec<(String, String)> {
    let text =
        |file: &include_dir::File<'_>| Some((file.path().to_str()?.to_owned(), file.contents_utf8()?.to_owned()));
    walk(&DEFINITIONS).filter_map(text).collect()
}

/// The answers delivered, as (file name, text).
pub fn knowledge() -> Vec<(String, String)> {
    below("knowledge/")
}

/// The places people come to, as (file name, text).
pub fn sites() -> Vec<(String, String)> {
    below("sites/")
}

/// What can be booked, as (file name, text).
pub fn diaries() -> Vec<(String, String)> {
    below("diaries/")
}

/// What is delivered below a folder of the definitions, by file name.
fn below(folder: &str) -> Vec<(String, String)> {
    let all = definitions().into_iter();
    let mut found: Vec<_> =
        all.filter_map(|(path, text)| Some((path.strip_prefix(folder)?.to_owned(), text))).collect();
    found.sort();
    found
}

/// One file of the definitions delivered.
pub fn definition(path: &str) -> Result<&'static str> {
    let file = DEFINITIONS.get_file(path).and_then(|file| file.contents_utf8());
    file.ok_or_else(|| Error::internal(format!("the program was built without definitions/{path}")))
}
