//! Reading `[[section]]`, `[[page]]` and `[[show_if]]`.

use super::service::unknown_question;
use super::{identifier, note, unique};
use crate::expr::Compiler;
use crate::mistake::{At, did_you_mean, one_of};
use crate::model::{Condition, Definition, Page};
use crate::source::{Placed, Table};
use std::collections::BTreeSet;

/// Sections and pages, in the order of the file.
pub(super) fn all(root: &Table<'_>) -> (Vec<Placed<String>>, Vec<Page>) {
    let mut seen = BTreeSet::new();
    let mut sections = Vec::new();
    for table in root.tables("section") {
        if let Some(id) = table.needed_text("id") {
            identifier(&table, &id, '-');
            unique(&table, &mut seen, &id);
            sections.push(id);
        }
        table.finish();
    }
    let mut seen = BTreeSet::new();
    let mut pages = Vec::new();
    for table in root.tables("page") {
        if let Some(page) = page(&table, &sections, &mut seen) {
            pages.push(page);
        }
        table.finish();
    }
    (sections, pages)
}

fn page(table: &Table<'_>, sections: &[Placed<String>], seen: &mut BTreeSet<String>) -> Option<Page> {
    let id = table.needed_text("id");
    let section = table.text("section");
    table.needed("questions", "questions = [\"…\"]");
    let questions = table.texts("questions");
    let id = id?;
    identifier(table, &id, '-');
    unique(table, seen, &id);
    if let Some(list) = questions.as_ref().filter(|list| list.value.is_empty()) {
        table.mistake(
            list.at,
            format!("The page `{}` asks nothing.", id.value),
            "Name its questions, or take the page away.",
        );
    }
    check_section(table, &id, section.as_ref(), sections);
    let questions =
        questions.map_or_else(Vec::new, |list| list.value.into_iter().map(|question| question.value).collect());
    Some(Page {
        id: id.value,
        section: section.map(|section| section.value),
        questions,
        asks: Vec::new(),
        show: None,
        at: id.at,
    })
}

fn check_section(
    table: &Table<'_>,
    page: &Placed<String>,
    section: Option<&Placed<String>>,
    sections: &[Placed<String>],
) {
    let names = || sections.iter().map(|section| section.value.as_str());
    match section {
        Some(section) if !names().any(|name| name == section.value) => {
            let slip = did_you_mean(&section.value, names());
            table.mistake(
                section.at,
                format!("There is no section `{}`.", section.value),
                format!("{slip}The sections are {}.", one_of(names())),
            );
        }
        None if !sections.is_empty() => {
            table.mistake(
                page.at,
                format!("The page `{}` belongs to no section.", page.value),
                format!("Add `section = …`: {}.", one_of(names())),
            );
        }
        _ => {}
    }
}

/// Tells every question its page; notes unknown questions, and those asked twice or never.
pub(super) fn put_questions_on_pages(root: &Table<'_>, definition: &mut Definition) {
    let tables = root.tables("page");
    let mut asked: Vec<(usize, usize)> = Vec::new();
    for (index, page) in definition.pages.iter().enumerate() {
        let table = tables.iter().find(|table| table.text("id").is_some_and(|id| id.at == page.at));
        let listed = table.and_then(|table| table.texts("questions")).map_or_else(Vec::new, |list| list.value);
        for id in listed {
            match definition.questions.iter().position(|question| question.id == id.value) {
                None => unknown_question(root, definition, &id),
                Some(question) => {
                    if let Some((_, first)) = asked.iter().find(|(earlier, _)| *earlier == question) {
                        let first = &definition.pages[*first].id;
                        root.mistake(
                            id.at,
                            format!("`{}` is asked twice, first on the page `{first}`.", id.value),
                            "Ask it once.",
                        );
                    }
                    asked.push((question, index));
                }
            }
        }
    }
    for (question, page) in asked {
        definition.questions[question].page = page;
        definition.pages[page].asks.push(question);
    }
    let never = definition.questions.iter().filter(|question| question.page == usize::MAX);
    for question in never {
        root.mistake(
            question.at,
            format!("The question `{}` is never asked.", question.id),
            "Put it on a page, or take it away.",
        );
    }
}

/// What a condition is about.
pub(super) enum About {
    Page(String),
    Question(String),
}

/// Reads every `[[show_if]]`.
pub(super) fn conditions(root: &Table<'_>, compiler: &Compiler<'_>) -> Vec<(About, At, Condition)> {
    let mut all = Vec::new();
    for table in root.tables("show_if") {
        let (page, question) = (table.text("page"), table.text("question"));
        let when = table.needed_text("when");
        let about = match (page, question) {
            (Some(page), None) => Some((About::Page(page.value), page.at)),
            (None, Some(question)) => Some((About::Question(question.value), question.at)),
            _ => {
                table.mistake(
                    table.at,
                    "`[[show_if]]` is about one page or one question.",
                    "Write either `page = \"…\"` or `question = \"…\"`.",
                );
                None
            }
        };
        if let (Some((about, at)), Some(when)) = (about, when) {
            match compiler.condition(&when.value) {
                Ok(expr) => all.push((about, at, Condition { expr, at: when.at })),
                Err(wrong) => note(&table, when.at, wrong),
            }
        }
        table.finish();
    }
    all
}

/// Gives every page and question its condition.
pub(super) fn put_conditions(root: &Table<'_>, definition: &mut Definition, conditions: Vec<(About, At, Condition)>) {
    for (about, at, condition) in conditions {
        let (what, name, slot) = match &about {
            About::Page(id) => {
                ("page", id, definition.pages.iter_mut().find(|page| page.id == *id).map(|page| &mut page.show))
            }
            About::Question(id) => (
                "question",
                id,
                definition.questions.iter_mut().find(|question| question.id == *id).map(|question| &mut question.show),
            ),
        };
        match slot {
            Some(slot @ None) => *slot = Some(condition),
            Some(Some(_)) => {
                root.mistake(at, format!("The {what} `{name}` has two conditions."), "Join them with `&&` or `||`.")
            }
            None => {
                let pages = definition.pages.iter().map(|page| page.id.as_str());
                let questions = definition.questions.iter().map(|question| question.id.as_str());
                let known: Vec<&str> = if what == "page" { pages.collect() } else { questions.collect() };
                let slip = did_you_mean(name, known.iter().copied());
                root.mistake(
                    at,
                    format!("There is no {what} `{name}`."),
                    format!("{slip}There are {}.", one_of(known)),
                );
            }
        }
    }
}
