//! Working an expression out. Null in, null out; never an error.

use super::{Compare, Expr, Field, Holds, Sum};
use crate::answers::{Address, Answer, Place};
use jiff::civil::Date;
use std::cmp::Ordering;

/// A value while it is worked out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Number(i64),
    Text(&'a str),
    Date(Date),
    Place(&'a Place),
    Address(&'a Address),
    List(Vec<Value<'a>>),
}

/// Where questions and computed values are looked up.
pub(crate) trait Lookup {
    /// The answer that counts: null when unanswered or not shown.
    fn question(&self, index: usize) -> Value<'_>;
    /// A computed value.
    fn compute(&self, index: usize) -> Value<'_>;
    /// The day the answers are looked at.
    fn today(&self) -> Date;
}

impl<'a> From<&'a Answer> for Value<'a> {
    fn from(answer: &'a Answer) -> Value<'a> {
        match answer {
            Answer::Text(text) | Answer::Choice(text) => Value::Text(text),
            Answer::Choices(all) => Value::List(all.iter().map(|text| Value::Text(text)).collect()),
            Answer::YesNo(yes) => Value::Bool(*yes),
            Answer::Number(number) | Answer::Money(number) => Value::Number(*number),
            Answer::Date(date) => Value::Date(*date),
            Answer::Address(address) => Value::Address(address),
            Answer::Place(place) => Value::Place(place),
            Answer::Files(files) => Value::List(files.iter().map(|file| Value::Text(&file.name)).collect()),
        }
    }
}

/// Works an expression out.
pub(crate) fn evaluate<'a>(expr: &'a Expr, from: &'a dyn Lookup) -> Value<'a> {
    match expr {
        Expr::Null => Value::Null,
        Expr::Bool(yes) => Value::Bool(*yes),
        Expr::Number(number) => Value::Number(*number),
        Expr::Text(text) => Value::Text(text),
        Expr::Day(day) => Value::Date(*day),
        Expr::Today => Value::Date(from.today()),
        Expr::List(all) => Value::List(all.iter().map(|part| evaluate(part, from)).collect()),
        Expr::Question(index) => from.question(*index),
        Expr::Compute(index) => from.compute(*index),
        Expr::Field(of, field) => part(evaluate(of, from), *field),
        Expr::Not(a) => yes(a, from).map_or(Value::Null, |yes| Value::Bool(!yes)),
        Expr::Negate(a) => number(evaluate(a, from).as_number().and_then(i64::checked_neg)),
        Expr::And(a, b) => both(yes(a, from), || yes(b, from), false),
        Expr::Or(a, b) => both(yes(a, from), || yes(b, from), true),
        Expr::Compare(how, a, b) => compare(*how, &evaluate(a, from), &evaluate(b, from)),
        Expr::Sum(how, a, b) => number(sum(*how, evaluate(a, from).as_number(), evaluate(b, from).as_number())),
        Expr::In(a, b) => contained(&evaluate(a, from), &evaluate(b, from)),
        Expr::If(a, b, c) => match yes(a, from) {
            Some(true) => evaluate(b, from),
            Some(false) => evaluate(c, from),
            None => Value::Null,
        },
        Expr::Size(a) => size(&evaluate(a, from)),
        Expr::Holds(how, a, b) => holds(*how, &evaluate(a, from), &evaluate(b, from)),
        Expr::DaysSince(a) => match evaluate(a, from) {
            Value::Date(day) => Value::Number(i64::from((from.today() - day).get_days())),
            _ => Value::Null,
        },
    }
}

impl Value<'_> {
    fn as_number(&self) -> Option<i64> {
        if let Value::Number(number) = self { Some(*number) } else { None }
    }

    /// True only when it is plainly yes.
    pub fn is_yes(&self) -> bool {
        *self == Value::Bool(true)
    }
}

fn yes(expr: &Expr, from: &dyn Lookup) -> Option<bool> {
    if let Value::Bool(yes) = evaluate(expr, from) { Some(yes) } else { None }
}

fn number(number: Option<i64>) -> Value<'static> {
    number.map_or(Value::Null, Value::Number)
}

/// `&&` (decided by a false) and `||` (decided by a true), with null for what is not known.
fn both(a: Option<bool>, b: impl FnOnce() -> Option<bool>, decides: bool) -> Value<'static> {
    if a == Some(decides) {
        return Value::Bool(decides);
    }
    match (a, b()) {
        (_, Some(b)) if b == decides => Value::Bool(decides),
        (Some(_), Some(b)) => Value::Bool(b),
        _ => Value::Null,
    }
}

fn part<'a>(of: Value<'a>, field: Field) -> Value<'a> {
    let text = |text: Option<&'a str>| text.filter(|t| !t.is_empty()).map_or(Value::Null, Value::Text);
    match (of, field) {
        (Value::Place(place), Field::Inside) => place.inside.map_or(Value::Null, Value::Bool),
        (Value::Place(place), Field::TrunkRoad) => Value::Bool(place.trunk_road.is_some()),
        (Value::Place(place), Field::Ward) => text(place.ward.as_deref()),
        (Value::Place(place), Field::Postcode) => text(place.postcode.as_deref().or(place.nearest_postcode.as_deref())),
        (Value::Place(place), Field::Street) => text(Some(&place.street)),
        (Value::Address(address), Field::Inside) => address.inside.map_or(Value::Null, Value::Bool),
        (Value::Address(address), Field::Postcode) => text(Some(&address.postcode)),
        (Value::Address(address), Field::Street) => text(Some(&address.line1)),
        (Value::Address(address), Field::Town) => text(Some(&address.town)),
        _ => Value::Null,
    }
}

fn compare(how: Compare, a: &Value<'_>, b: &Value<'_>) -> Value<'static> {
    let order = match (a, b) {
        _ if how == Compare::Equal => return Value::Bool(a == b),
        _ if how == Compare::NotEqual => return Value::Bool(a != b),
        (Value::Number(a), Value::Number(b)) => a.cmp(b),
        (Value::Date(a), Value::Date(b)) => a.cmp(b),
        _ => return Value::Null,
    };
    Value::Bool(match how {
        Compare::Less => order == Ordering::Less,
        Compare::LessOrEqual => order != Ordering::Greater,
        Compare::Greater => order == Ordering::Greater,
        Compare::GreaterOrEqual | Compare::Equal | Compare::NotEqual => order != Ordering::Less,
    })
}

fn sum(how: Sum, a: Option<i64>, b: Option<i64>) -> Option<i64> {
    let (a, b) = (a?, b?);
    match how {
        Sum::Add => a.checked_add(b),
        Sum::Subtract => a.checked_sub(b),
        Sum::Multiply => a.checked_mul(b),
        Sum::Divide => a.checked_div(b),
        Sum::Remainder => a.checked_rem(b),
    }
}

fn contained(one: &Value<'_>, many: &Value<'_>) -> Value<'static> {
    match (one, many) {
        (Value::Null, _) => Value::Null,
        (one, Value::List(all)) => Value::Bool(all.contains(one)),
        _ => Value::Null,
    }
}

fn size(of: &Value<'_>) -> Value<'static> {
    match of {
        Value::List(all) => number(i64::try_from(all.len()).ok()),
        Value::Text(text) => number(i64::try_from(text.chars().count()).ok()),
        _ => Value::Null,
    }
}

fn holds(how: Holds, a: &Value<'_>, b: &Value<'_>) -> Value<'static> {
    let (Value::Text(a), Value::Text(b)) = (a, b) else { return Value::Null };
    Value::Bool(match how {
        Holds::Anywhere => a.contains(b),
        Holds::AtStart => a.starts_with(b),
        Holds::AtEnd => a.ends_with(b),
    })
}
