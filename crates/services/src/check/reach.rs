//! Pages and questions nobody can ever be shown. Every combination of the answers their
//! conditions tell apart is tried; where there are too many, or a condition does arithmetic whose
//! turning points cannot be listed, nothing is claimed.

use super::{Check, order};
use crate::answers::{Address, Answer, Answers, Place};
use crate::attached::Attached;
use crate::expr::{Compare, Expr};
use crate::model::{Definition, Kind, Question};
use crate::path::Walk;
use jiff::{ToSpan, civil::Date};
use std::collections::BTreeSet;

/// At most so many combinations are tried for one page.
const MOST: usize = 50_000;
/// At most so many options of one question are told apart where several may be chosen: each doubles the combinations.
const TOLD_APART: usize = 12;
/// The day conditions are tried on; only differences of days matter.
const TODAY: Date = Date::constant(2026, 11, 23);

/// Notes pages and questions that can never be shown.
pub(super) fn check(check: &mut Check<'_>) {
    let definition = check.definition;
    if !order::is_in_order(definition) {
        return;
    }
    for (index, page) in definition.pages.iter().enumerate() {
        let Some(condition) = &page.show else { continue };
        if never(definition, &condition.expr, |walk| walk.shows(index)) {
            let what = format!("The page `{}` can never be reached: its condition is never true.", page.id);
            check.mistake(condition.at, what, "Correct the condition, or take the page away.");
        }
    }
    for (index, question) in definition.questions.iter().enumerate() {
        let Some(condition) = &question.show else { continue };
        if never(definition, &condition.expr, |walk| walk.asks(index)) {
            let what = format!("The question `{}` is never asked: its condition is never true.", question.id);
            check.mistake(condition.at, what, "Correct the condition, or take the question away.");
        }
    }
}

/// Whether no combination of answers leads there.
fn never(definition: &Definition, condition: &Expr, there: impl Fn(&Walk<'_, '_>) -> bool) -> bool {
    let mut seen = BTreeSet::new();
    if !gather(definition, condition, &mut seen) {
        return false;
    }
    let mut values: Vec<(&Question, Vec<Option<Answer>>)> = Vec::new();
    let mut combinations = 1usize;
    for index in seen {
        let question = &definition.questions[index];
        let Some(samples) = samples(question, &literals(definition)) else { return false };
        combinations = combinations.saturating_mul(samples.len());
        values.push((question, samples));
    }
    if combinations > MOST {
        return false;
    }
    (0..combinations).all(|number| !there(&Walk::new(definition, &combination(&values, number))))
}

/// The combination with this number.
fn combination(values: &[(&Question, Vec<Option<Answer>>)], mut number: usize) -> Answers {
    let mut answers = Answers::on(TODAY);
    for (question, samples) in values {
        answers.set(&question.id, samples[number % samples.len()].clone());
        number /= samples.len();
    }
    answers
}

/// Adds every question the condition depends on, also through the conditions of those questions
/// and their pages. False when a condition cannot be tried out exactly.
fn gather(definition: &Definition, condition: &Expr, seen: &mut BTreeSet<usize>) -> bool {
    if !can_be_tried(definition, condition) {
        return false;
    }
    let mut found = BTreeSet::new();
    condition.questions(&definition.computes, &mut found);
    found.into_iter().filter(|question| seen.insert(*question)).collect::<Vec<_>>().into_iter().all(|index| {
        let question = &definition.questions[index];
        let page = definition.pages[question.page].show.as_ref();
        question.show.iter().chain(page).all(|condition| gather(definition, &condition.expr, seen))
    })
}

/// Whether the answers that matter can be listed: comparisons with written values only.
fn can_be_tried(definition: &Definition, expr: &Expr) -> bool {
    let parts_can = || {
        let mut all = true;
        expr.each_part(&mut |part| all &= can_be_tried(definition, part));
        all
    };
    match expr {
        Expr::Compute(index) => can_be_tried(definition, &definition.computes[*index].expr),
        Expr::Sum(..) | Expr::Negate(_) | Expr::Size(_) | Expr::Holds(..) => false,
        Expr::Compare(how, a, b) => (is_written(a) || is_written(b) || !is_order(*how)) && parts_can(),
        _ => parts_can(),
    }
}

fn is_written(expr: &Expr) -> bool {
    matches!(expr, Expr::Number(_) | Expr::Text(_) | Expr::Day(_) | Expr::Null | Expr::Bool(_))
}

fn is_order(how: Compare) -> bool {
    !matches!(how, Compare::Equal | Compare::NotEqual)
}

/// Everything written in any condition or computed value.
#[derive(Default)]
struct Literals {
    texts: BTreeSet<String>,
    numbers: BTreeSet<i64>,
    days: BTreeSet<Date>,
}

fn literals(definition: &Definition) -> Literals {
    let mut all = Literals::default();
    let pages = definition.pages.iter().filter_map(|page| page.show.as_ref());
    let questions = definition.questions.iter().filter_map(|question| question.show.as_ref());
    for condition in pages.chain(questions) {
        condition.expr.literals(&definition.computes, &mut |expr| match expr {
            Expr::Text(text) => drop(all.texts.insert(text.clone())),
            Expr::Number(number) => drop(all.numbers.insert(*number)),
            Expr::Day(day) => drop(all.days.insert(*day)),
            _ => {}
        });
    }
    all
}

/// One answer of every kind that conditions can tell apart, and no answer; nothing where there are too many.
fn samples(question: &Question, written: &Literals) -> Option<Vec<Option<Answer>>> {
    let texts = || written.texts.iter().cloned().chain(["something else".to_owned()]);
    let known: Vec<Answer> = match &question.kind {
        Kind::Choice { options } => options.iter().cloned().map(Answer::Choice).collect(),
        Kind::Choices { options, .. } => several(options, written)?,
        Kind::YesNo => vec![Answer::YesNo(true), Answer::YesNo(false)],
        Kind::Number { min, max } => numbers(*min, *max, written).into_iter().map(Answer::Number).collect(),
        Kind::Money { min, max } => numbers(*min, *max, written).into_iter().map(Answer::Money).collect(),
        Kind::Date { .. } => days(written).into_iter().map(Answer::Date).collect(),
        Kind::Place => spots(written),
        Kind::Address => texts().flat_map(homes).collect(),
        Kind::File(_) => vec![Answer::Files(vec![Attached { id: kit::Id::NONE, name: String::new(), bytes: 1 }])],
        _ => texts().map(Answer::Text).collect(),
    };
    Some(known.into_iter().map(Some).chain([None]).collect())
}

/// Every set of the options that are written somewhere, with and without one that is not; nothing where there are too many.
fn several(options: &[String], written: &Literals) -> Option<Vec<Answer>> {
    let (named, others): (Vec<&String>, Vec<&String>) =
        options.iter().partition(|option| written.texts.contains(*option));
    let told_apart: Vec<&String> = named.into_iter().chain(others.into_iter().take(1)).collect();
    if told_apart.len() > TOLD_APART {
        return None;
    }
    let chosen = |set: usize| {
        told_apart.iter().enumerate().filter(move |(bit, _)| set >> bit & 1 == 1).map(|(_, option)| (*option).clone())
    };
    Some((1..1usize << told_apart.len()).map(|set| Answer::Choices(chosen(set).collect())).collect())
}

fn numbers(min: Option<i64>, max: Option<i64>, written: &Literals) -> BTreeSet<i64> {
    let (min, max) = (min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX));
    let around =
        written.numbers.iter().flat_map(|number| [number.saturating_sub(1), *number, number.saturating_add(1)]);
    around.chain([min, max]).map(|number| number.clamp(min, max)).collect()
}

/// Days around those written, and around as many days ago as there are numbers written.
fn days(written: &Literals) -> BTreeSet<Date> {
    let ago =
        written.numbers.iter().filter_map(|number| TODAY.checked_sub(jiff::Span::new().try_days(*number).ok()?).ok());
    let centres: Vec<Date> = written.days.iter().copied().chain(ago).chain([TODAY]).collect();
    centres.iter().flat_map(|day| [day.saturating_sub(1.day()), *day, day.saturating_add(1.day())]).collect()
}

fn homes(text: String) -> impl Iterator<Item = Answer> {
    [Some(true), Some(false), None].into_iter().map(move |inside| {
        let (line1, town, postcode) = (text.clone(), text.clone(), text.clone());
        Answer::Address(Address { line1, line2: String::new(), town, postcode, inside })
    })
}

fn spots(written: &Literals) -> Vec<Answer> {
    let mut all = Vec::new();
    let texts: Vec<Option<String>> = written.texts.iter().cloned().map(Some).chain([None]).collect();
    for inside in [Some(true), Some(false), None] {
        for trunk_road in [None, Some("A1".to_owned())] {
            for text in &texts {
                let place = Place {
                    street: text.clone().unwrap_or_else(|| "somewhere".to_owned()),
                    postcode: text.clone(),
                    ward: text.clone(),
                    inside,
                    trunk_road: trunk_road.clone(),
                    ..Place::default()
                };
                all.push(Answer::Place(place));
            }
        }
    }
    all
}
