//! Conditions and computed values: a part of the Common Expression Language, read by the `cel`
//! crate, checked for names and types when the definition is read, and worked out here because an
//! unanswered question is null and nothing worked out from null may fail.

mod compile;
mod evaluate;

pub(crate) use compile::{Compiler, Wrong};
pub(crate) use evaluate::{Lookup, Value, evaluate};

use crate::model::{Compute, Kind};
use std::collections::BTreeSet;
use std::fmt;

/// What kind of value an expression gives. Every kind may also be null.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Null,
    Bool,
    Number,
    Text,
    /// Text that can only be one of these: an option, or words written in the expression.
    OneOf(BTreeSet<String>),
    Date,
    Place,
    Address,
    List(Box<Type>),
}

/// An expression whose names are found and whose types fit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    Day(jiff::civil::Date),
    List(Vec<Expr>),
    Today,
    Question(usize),
    Compute(usize),
    Field(Box<Expr>, Field),
    Not(Box<Expr>),
    Negate(Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Compare(Compare, Box<Expr>, Box<Expr>),
    Sum(Sum, Box<Expr>, Box<Expr>),
    In(Box<Expr>, Box<Expr>),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Size(Box<Expr>),
    Holds(Holds, Box<Expr>, Box<Expr>),
    DaysSince(Box<Expr>),
}

/// A part of a place or an address.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Field {
    Inside,
    TrunkRoad,
    Ward,
    Postcode,
    Street,
    Town,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Compare {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Arithmetic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sum {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// Whether one text holds another, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Holds {
    Anywhere,
    AtStart,
    AtEnd,
}

impl Type {
    /// The type of a question's answer.
    pub fn of(kind: &Kind) -> Type {
        let options = |options: &[String]| Type::OneOf(options.iter().cloned().collect());
        match kind {
            Kind::Choice { options: all } => options(all),
            Kind::Choices { options: all, .. } => Type::List(Box::new(options(all))),
            Kind::YesNo => Type::Bool,
            Kind::Number { .. } | Kind::Money { .. } => Type::Number,
            Kind::Date { .. } => Type::Date,
            Kind::Place => Type::Place,
            Kind::Address => Type::Address,
            Kind::Text { .. }
            | Kind::LongText { .. }
            | Kind::Email
            | Kind::Phone
            | Kind::PersonName
            | Kind::Postcode
            | Kind::Plate => Type::Text,
            Kind::File(_) => Type::List(Box::new(Type::Text)),
        }
    }

    /// The type both fit in, if there is one.
    pub fn join(self, other: Type) -> Option<Type> {
        Some(match (self, other) {
            (Type::Null, other) | (other, Type::Null) => other,
            (Type::OneOf(a), Type::OneOf(b)) => Type::OneOf(a.union(&b).cloned().collect()),
            (Type::OneOf(_), Type::Text) | (Type::Text, Type::OneOf(_)) => Type::Text,
            (Type::List(a), Type::List(b)) => Type::List(Box::new(a.join(*b)?)),
            (a, b) if a == b => a,
            _ => return None,
        })
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Type::Null => "null",
            Type::Bool => "yes or no",
            Type::Number => "a number",
            Type::Text => "text",
            Type::OneOf(_) => "an option",
            Type::Date => "a date",
            Type::Place => "a place",
            Type::Address => "an address",
            Type::List(_) => "a list",
        })
    }
}

impl Expr {
    /// Adds the questions this looks at, also through computed values.
    pub fn questions(&self, computes: &[Compute], found: &mut BTreeSet<usize>) {
        match self {
            Expr::Question(index) => drop(found.insert(*index)),
            Expr::Compute(index) => computes[*index].expr.questions(computes, found),
            _ => self.each_part(&mut |part| part.questions(computes, found)),
        }
    }

    /// Calls for every text, number and date written in the expression, also through computed values.
    pub fn literals<'a>(&'a self, computes: &'a [Compute], see: &mut dyn FnMut(&'a Expr)) {
        match self {
            Expr::Text(_) | Expr::Number(_) | Expr::Day(_) => see(self),
            Expr::Compute(index) => computes[*index].expr.literals(computes, see),
            _ => self.each_part(&mut |part| part.literals(computes, see)),
        }
    }

    /// The parts that all have to hold for it to hold; itself where there are none.
    pub fn parts_of_and(&self) -> Vec<&Expr> {
        match self {
            Expr::And(a, b) => [a.parts_of_and(), b.parts_of_and()].concat(),
            whole => vec![whole],
        }
    }

    /// Calls for every part directly inside.
    pub fn each_part<'a>(&'a self, call: &mut dyn FnMut(&'a Expr)) {
        match self {
            Expr::Null | Expr::Bool(_) | Expr::Number(_) | Expr::Text(_) | Expr::Day(_) => {}
            Expr::Today | Expr::Question(_) | Expr::Compute(_) => {}
            Expr::List(all) => all.iter().for_each(call),
            Expr::Field(a, _) | Expr::Not(a) | Expr::Negate(a) | Expr::Size(a) | Expr::DaysSince(a) => call(a),
            Expr::And(a, b)
            | Expr::Or(a, b)
            | Expr::In(a, b)
            | Expr::Compare(_, a, b)
            | Expr::Sum(_, a, b)
            | Expr::Holds(_, a, b) => {
                call(a);
                call(b);
            }
            Expr::If(a, b, c) => {
                call(a);
                call(b);
                call(c);
            }
        }
    }
}

#[cfg(test)]
mod tests;
