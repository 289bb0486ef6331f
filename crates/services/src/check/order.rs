//! Conditions may look only at what was asked before: nothing later, and no circle.

use super::Check;
use crate::model::{Condition, Definition};
use std::collections::BTreeSet;

/// A page or question that has a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Page(usize),
    Question(usize),
}

/// Notes every condition that looks at something later or at itself.
pub(super) fn check(check: &mut Check<'_>) {
    for part in parts(check.definition) {
        look_ahead(check, part);
    }
}

/// Pages and questions whose condition looks only backwards.
pub(super) fn is_in_order(definition: &Definition) -> bool {
    parts(definition).into_iter().all(|part| ahead(definition, part).is_none())
}

fn parts(definition: &Definition) -> Vec<Part> {
    let pages = (0..definition.pages.len()).map(Part::Page);
    pages.chain((0..definition.questions.len()).map(Part::Question)).collect()
}

fn look_ahead(check: &mut Check<'_>, part: Part) {
    let definition = check.definition;
    let (Some(later), Some(condition)) = (ahead(definition, part), condition(definition, part)) else { return };
    let name = named(definition, part);
    let question = &definition.questions[later].id;
    if let Some(circle) = circle(definition, part) {
        let what = format!("The condition goes round in a circle: {}.", circle.join(", which waits for "));
        check.mistake(condition.at, what, "Let one of them be shown whatever the other says.");
        return;
    }
    let what = format!("The condition of {name} looks at `{question}`, which is asked later.");
    check.mistake(condition.at, what, "Move the page behind that question, or look at an earlier one.");
}

/// A question the condition looks at that is not asked before.
fn ahead(definition: &Definition, part: Part) -> Option<usize> {
    seen(definition, part).into_iter().find(|question| !is_before(definition, *question, part))
}

fn is_before(definition: &Definition, question: usize, part: Part) -> bool {
    let page = definition.questions[question].page;
    match part {
        Part::Page(index) => page < index,
        Part::Question(index) => {
            let own = definition.questions[index].page;
            let place = |question: usize| {
                definition.pages.get(own).and_then(|page| page.asks.iter().position(|each| *each == question))
            };
            page < own || (page == own && place(question) < place(index))
        }
    }
}

fn condition(definition: &Definition, part: Part) -> Option<&Condition> {
    match part {
        Part::Page(index) => definition.pages[index].show.as_ref(),
        Part::Question(index) => definition.questions[index].show.as_ref(),
    }
}

fn seen(definition: &Definition, part: Part) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    if let Some(condition) = condition(definition, part) {
        condition.expr.questions(&definition.computes, &mut found);
    }
    found
}

fn named(definition: &Definition, part: Part) -> String {
    match part {
        Part::Page(index) => format!("the page `{}`", definition.pages[index].id),
        Part::Question(index) => format!("the question `{}`", definition.questions[index].id),
    }
}

/// What a part waits for until it waits for itself, in words.
fn circle(definition: &Definition, start: Part) -> Option<Vec<String>> {
    let mut path = vec![start];
    if follow(definition, start, &mut path) {
        return Some(path.into_iter().chain([start]).map(|part| named(definition, part)).collect());
    }
    None
}

/// Goes on along what the last part waits for; true when that leads back to the start.
fn follow(definition: &Definition, start: Part, path: &mut Vec<Part>) -> bool {
    let Some(current) = path.last().copied() else { return false };
    let length = path.len();
    for question in seen(definition, current) {
        // A question waits for its own condition and for that of its page.
        for next in [Part::Question(question), Part::Page(definition.questions[question].page)] {
            if next == start {
                return true;
            }
            if !path.contains(&next) {
                path.push(next);
                if follow(definition, start, path) {
                    return true;
                }
            }
        }
        path.truncate(length);
    }
    false
}
