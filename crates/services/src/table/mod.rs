//! Decision tables: every cell is one test on one input, so that what no row answers, and what no
//! row can ever answer, is computed exactly and not guessed.

mod cell;
mod coverage;

pub(crate) use coverage::{Finding, coverage};

use crate::expr::{Expr, Lookup, Type, Value, evaluate};
use crate::mistake::At;
use crate::model::Priority;
use calendar::Within;

/// A decision table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub id: String,
    pub purpose: Purpose,
    pub hit: Hit,
    pub inputs: Vec<Input>,
    pub rows: Vec<Row>,
    pub at: At,
}

/// What a table decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Promise,
    Team,
    Priority,
    Stop,
    Value,
}

/// Which row counts when several fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hit {
    First,
    Unique,
}

/// One column: a question or computed value and what it can be.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub name: String,
    pub expr: Expr,
    pub domain: Domain,
}

/// Everything an input can be, besides null.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Domain {
    Options(Vec<String>),
    YesNo,
    Numbers(i64, i64),
    /// Only answered or not can be told apart.
    Anything,
}

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub tests: Vec<Test>,
    pub then: Output,
    pub reason: String,
    pub at: At,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test {
    Any,
    Answered,
    In(Vec<Known>),
    /// Both ends included; never null.
    Range(i64, i64),
}

/// A value written in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Known {
    Null,
    Option(String),
    YesNo(bool),
    Number(i64),
}

/// What a row decides.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// By when.
    Promise(Within),
    /// Which team, by identifier.
    Team(String),
    /// The order of work.
    Priority(Priority),
    /// Nothing stops the journey.
    CarryOn,
    /// The number of this danger comes first.
    Danger {
        /// Which danger.
        duty: String,
        /// Whether they may go on after ringing.
        carry_on: bool,
    },
    /// The journey ends here.
    NotOurs {
        /// Word key of who to go to.
        to: String,
    },
    /// The journey goes on and the council passes it on.
    PassOn {
        /// Word key of who gets it.
        to: String,
    },
    /// Any other decision.
    Value(String),
}

impl Table {
    /// The row that counts for these answers.
    pub fn decide(&self, from: &dyn Lookup) -> Option<(usize, &Row)> {
        let values = self.values(from);
        self.rows.iter().enumerate().find(|(_, row)| row.fits(&values))
    }

    /// Every row that fits these answers, also below the one that counts.
    pub fn fitting(&self, from: &dyn Lookup) -> Vec<&Row> {
        let values = self.values(from);
        self.rows.iter().filter(|row| row.fits(&values)).collect()
    }

    fn values<'a>(&'a self, from: &'a dyn Lookup) -> Vec<Value<'a>> {
        self.inputs.iter().map(|input| evaluate(&input.expr, from)).collect()
    }
}

impl Row {
    fn fits(&self, values: &[Value<'_>]) -> bool {
        self.tests.iter().zip(values).all(|(test, value)| test.fits(value))
    }
}

impl Domain {
    /// What an input of this type can be.
    pub fn of(kind: &Type, limits: Option<(i64, i64)>) -> Domain {
        match kind {
            Type::OneOf(options) => Domain::Options(options.iter().cloned().collect()),
            Type::Bool => Domain::YesNo,
            Type::Number => limits.map_or(Domain::Numbers(i64::MIN, i64::MAX), |(min, max)| Domain::Numbers(min, max)),
            _ => Domain::Anything,
        }
    }
}

impl Test {
    /// Whether a value passes.
    pub fn fits(&self, value: &Value<'_>) -> bool {
        match (self, value) {
            (Test::Any, _) => true,
            (Test::Answered, value) => *value != Value::Null,
            (Test::Range(low, high), Value::Number(number)) => (low..=high).contains(&number),
            (Test::Range(..), _) => false,
            (Test::In(known), value) => known.iter().any(|known| known.is(value)),
        }
    }
}

impl Known {
    fn is(&self, value: &Value<'_>) -> bool {
        match (self, value) {
            (Known::Null, Value::Null) => true,
            (Known::Option(a), Value::Text(b)) => a == b,
            (Known::YesNo(a), Value::Bool(b)) => a == b,
            (Known::Number(a), Value::Number(b)) => a == b,
            _ => false,
        }
    }
}
