//! From the files of a service to a [`Definition`], or to every mistake in them.

mod delegated;
mod elsewhere;
mod handover;
mod open;
mod pages;
mod question;
mod rules;
mod service;

use crate::expr::{Compiler, Wrong};
use crate::mistake::{At, Mistake, did_you_mean, one_of};
use crate::model::Definition;
use crate::source::{Files, Placed, Source, Table};
use crate::words;
use std::collections::BTreeSet;

impl Definition {
    /// Reads the files of one service. What it says about teams, dangers and other services is
    /// looked at by [`crate::check`], because a published version keeps its meaning without them.
    pub fn parse(service: &str, files: &Files) -> Result<Definition, Vec<Mistake>> {
        let file = format!("{service}/service.toml");
        let Some(text) = files.get("service.toml") else {
            let none = At { line: 1, column: 1 };
            return Err(vec![none.mistake(
                &file,
                "There is no `service.toml`.",
                "Add it; docs/adding-a-service.md shows the form.",
            )]);
        };
        let source = Source::new(file, text);
        let definition = read(service, &source, files);
        let mut mistakes = source.into_mistakes();
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".ftl")) {
            mistakes.extend(words::messages(&format!("{service}/{name}"), text).1);
        }
        match definition {
            Some(definition) if mistakes.is_empty() => Ok(definition),
            _ => {
                mistakes.sort();
                Err(mistakes)
            }
        }
    }
}

fn read(service: &str, source: &Source<'_>, files: &Files) -> Option<Definition> {
    let document = source.document()?;
    let root = source.root(&document, "service.toml");
    // A broken words file is already a mistake with its line.
    let words = words::load(service, files).ok()?;
    let mut definition = service::head(&root, service, words.into())?;
    let questions = question::all(&root);
    let (sections, pages) = pages::all(&root);
    definition.places.sections = sections.iter().map(|section| section.at).collect();
    definition.sections = sections.into_iter().map(|section| section.value).collect();
    definition.pages = pages;
    definition.questions = questions;
    pages::put_questions_on_pages(&root, &mut definition);
    let (computes, conditions, tables, delegations) = {
        let compiler = Compiler::new(&definition.questions, rules::raw_computes(&root, &definition.questions));
        let (computes, wrongs) = compiler.computes();
        wrongs.into_iter().for_each(|(at, wrong)| note(&root, at, wrong));
        let conditions = pages::conditions(&root, &compiler);
        let tables = rules::tables(&root, &definition, &compiler);
        (computes, conditions, tables, delegated::all(&root, &definition, &compiler))
    };
    definition.computes = computes;
    definition.tables = tables;
    definition.delegations = delegations;
    definition.handovers = handover::all(&root, &definition);
    pages::put_conditions(&root, &mut definition, conditions);
    service::check_names(&root, &definition);
    root.finish();
    Some(definition)
}

/// Notes what is wrong with an expression or a test.
fn note(table: &Table<'_>, at: At, wrong: Wrong) {
    table.mistake(at, wrong.what, wrong.what_to_do);
}

/// Checks an identifier: small letters, digits and one joining sign.
fn identifier(table: &Table<'_>, id: &Placed<String>, join: char) -> bool {
    let good = id.value.starts_with(|c: char| c.is_ascii_lowercase())
        && id.value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == join)
        && id.value.len() <= 40;
    if !good {
        let to_do = match join {
            '_' => "Use up to 40 small letters, digits and `_`; conditions read `-` as minus.",
            _ => "Use up to 40 small letters, digits and `-`.",
        };
        table.mistake(id.at, format!("`{}` cannot be an identifier.", id.value), to_do);
    }
    good
}

/// Notes outcomes that a rule allows and the service does not have, and a rule that allows none.
fn known_outcomes(table: &Table<'_>, definition: &Definition, outcomes: &[Placed<String>]) {
    let known = || definition.outcomes.iter().map(|outcome| outcome.id.as_str());
    if outcomes.is_empty() {
        table.mistake(table.at, "The rule allows no outcome.", "Name what may be decided: `outcomes = [\"…\"]`.");
    }
    for one in outcomes.iter().filter(|one| !known().any(|id| id == one.value)) {
        let slip = did_you_mean(&one.value, known());
        let to_do = format!("{slip}There are {}.", one_of(known()));
        table.mistake(one.at, format!("There is no outcome `{}`.", one.value), to_do);
    }
}

/// Notes a second use of the same identifier.
fn unique(table: &Table<'_>, seen: &mut BTreeSet<String>, id: &Placed<String>) {
    if !seen.insert(id.value.clone()) {
        table.mistake(id.at, format!("{} `{}` is here twice.", table.name, id.value), "Give each its own identifier.");
    }
}

/// The word that was written, if it is one of those allowed.
fn allowed<T: Copy>(table: &Table<'_>, written: &Placed<String>, words: &[(&str, T)]) -> Option<T> {
    let found = words.iter().find(|(word, _)| *word == written.value).map(|(_, value)| *value);
    if found.is_none() {
        let names = || words.iter().map(|(word, _)| *word);
        let slip = did_you_mean(&written.value, names());
        table.mistake(
            written.at,
            format!("`{}` is not known here.", written.value),
            format!("{slip}Write {}.", one_of(names())),
        );
    }
    found
}

/// A whole number from 0 to 4,294,967,295, or a mistake.
fn count(table: &Table<'_>, written: Option<Placed<i64>>, otherwise: u32) -> u32 {
    written.map_or(otherwise, |number| {
        u32::try_from(number.value).unwrap_or_else(|_| {
            table.mistake(number.at, format!("{} cannot be counted.", number.value), "Write a number from 0.");
            otherwise
        })
    })
}
