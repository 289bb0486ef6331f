//! From text to an expression: read by the `cel` crate, then names found and types checked.

use super::{Compare, Expr, Field, Holds, Sum, Type};
use crate::mistake::{At, did_you_mean, one_of};
use crate::model::{Compute, Question};
use cel::common::ast::{CallExpr, Expr as Cel, LiteralValue, SelectExpr};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// What is wrong with an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong {
    pub what: String,
    pub what_to_do: String,
}

/// A computed value as it is written.
pub(crate) struct Raw {
    pub id: String,
    pub value: String,
    pub at: At,
}

type Compiled = Result<(Expr, Type), Wrong>;

/// Finds names among the questions and computed values. Computed values are compiled when first
/// needed, so that their order in the file does not matter and a circle is noticed.
pub(crate) struct Compiler<'a> {
    questions: &'a [Question],
    raw: Vec<Raw>,
    done: RefCell<Vec<Option<Compiled>>>,
    busy: RefCell<Vec<usize>>,
}

/// Longer expressions are refused: nobody could read them, and the parser's recursion stays shallow.
const LONGEST: usize = 1000;
/// The same for deeper ones: brackets open at once.
const DEEPEST: usize = 10;
/// And for busier ones: signs such as `+`, `&`, `!`, `.` outside quotation marks.
const BUSIEST: usize = 100;

fn is_readable(text: &str) -> bool {
    let (mut open, mut deepest, mut signs, mut quoted) = (0usize, 0usize, 0usize, None);
    for c in text.chars() {
        match (quoted, c) {
            (Some(quote), c) if c == quote => quoted = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quoted = Some(c),
            (None, '(' | '[' | '{') => open += 1,
            (None, ')' | ']' | '}') => open = open.saturating_sub(1),
            (None, c) => signs += usize::from(c.is_ascii_punctuation() && !matches!(c, ',' | '_')),
        }
        deepest = deepest.max(open);
    }
    text.len() <= LONGEST && deepest <= DEEPEST && signs <= BUSIEST
}

fn wrong<T>(what: impl Into<String>, what_to_do: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong { what: what.into(), what_to_do: what_to_do.into() })
}

impl<'a> Compiler<'a> {
    /// A compiler over these questions and computed values.
    pub fn new(questions: &'a [Question], raw: Vec<(String, String, At)>) -> Compiler<'a> {
        let raw: Vec<Raw> = raw.into_iter().map(|(id, value, at)| Raw { id, value, at }).collect();
        let done = RefCell::new(raw.iter().map(|_| None).collect());
        Compiler { questions, raw, done, busy: RefCell::default() }
    }

    /// Every computed value, and what is wrong with those that do not compile.
    pub fn computes(&self) -> (Vec<Compute>, Vec<(At, Wrong)>) {
        let (mut computes, mut mistakes) = (Vec::new(), Vec::new());
        for (index, raw) in self.raw.iter().enumerate() {
            let (expr, _) = self.compute(index).unwrap_or_else(|wrong| {
                mistakes.push((raw.at, wrong));
                (Expr::Null, Type::Null)
            });
            computes.push(Compute { expr });
        }
        (computes, mistakes)
    }

    /// A condition: it has to be yes or no.
    pub fn condition(&self, text: &str) -> Result<Expr, Wrong> {
        match self.expression(text)? {
            (expr, Type::Bool | Type::Null) => Ok(expr),
            (_, other) => wrong(
                format!("The condition gives {other}, not yes or no."),
                "Compare it with something, like `x == \"…\"` or `x > 3`.",
            ),
        }
    }

    /// What a name stands for and its type. A computed value that does not compile counts as null:
    /// its own mistake is already noted.
    pub fn find(&self, name: &str) -> Option<(Expr, Type)> {
        let index = self.raw.iter().position(|raw| raw.id == name);
        self.name(name).ok().or_else(|| index.map(|index| (Expr::Compute(index), Type::Null)))
    }

    /// Every name that can be used.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.questions.iter().map(|question| question.id.as_str()).chain(self.raw.iter().map(|raw| raw.id.as_str()))
    }

    fn expression(&self, text: &str) -> Compiled {
        if !is_readable(text) {
            let what =
                format!("The expression is over {LONGEST} characters, {DEEPEST} brackets deep or {BUSIEST} signs.");
            return wrong(what, "Split it into computed values.");
        }
        match cel::parser::Parser::new().parse(text) {
            Ok(parsed) => self.compile(&parsed.expr),
            Err(errors) => {
                let said = errors.errors.first().map_or_else(String::new, |e| e.msg.trim().replace('\n', " "));
                wrong(
                    format!("`{text}` is not an expression: {said}."),
                    "Write it like `kind == \"pothole\" && depth > 4`.",
                )
            }
        }
    }

    fn compute(&self, index: usize) -> Compiled {
        if let Some(done) = &self.done.borrow()[index] {
            return done.clone();
        }
        if let Some(start) = self.busy.borrow().iter().position(|busy| *busy == index) {
            let busy = self.busy.borrow();
            let circle: Vec<&str> = busy[start..].iter().chain([&index]).map(|i| self.raw[*i].id.as_str()).collect();
            return wrong(
                format!("These need each other in a circle: {}.", circle.join(" → ")),
                "Let one of them be worked out without the others.",
            );
        }
        self.busy.borrow_mut().push(index);
        let compiled = self.expression(&self.raw[index].value);
        self.busy.borrow_mut().pop();
        self.done.borrow_mut()[index] = Some(compiled.clone());
        compiled
    }

    fn name(&self, name: &str) -> Compiled {
        if name == "today" {
            return Ok((Expr::Today, Type::Date));
        }
        if let Some(index) = self.questions.iter().position(|question| question.id == name) {
            return Ok((Expr::Question(index), Type::of(&self.questions[index].kind)));
        }
        if let Some(index) = self.raw.iter().position(|raw| raw.id == name) {
            let (_, kind) = self.compute(index)?;
            return Ok((Expr::Compute(index), kind));
        }
        let known = self.questions.iter().map(|q| q.id.as_str()).chain(self.raw.iter().map(|r| r.id.as_str()));
        let slip = did_you_mean(name, known.chain(["today"]));
        wrong(
            format!("There is no question or computed value `{name}`."),
            format!("{slip}Correct the name, or add it."),
        )
    }

    fn compile(&self, cel: &Cel) -> Compiled {
        match cel {
            Cel::Literal(literal) => literal_of(literal),
            Cel::Ident(name) => self.name(name),
            Cel::List(list) => {
                let mut kind = Type::Null;
                let mut all = Vec::new();
                for element in &list.elements {
                    let (expr, element) = self.compile(&element.expr)?;
                    kind = match kind.clone().join(element.clone()) {
                        Some(joined) => joined,
                        None => return wrong(format!("The list mixes {kind} with {element}."), "Keep to one kind."),
                    };
                    all.push(expr);
                }
                Ok((Expr::List(all), Type::List(Box::new(kind))))
            }
            Cel::Select(select) if !select.test => self.select(select),
            Cel::Call(call) => self.call(call),
            _ => wrong(
                "The expression uses something this format does not have.",
                "Use comparisons, `&&`, `||`, `!`, `in`, arithmetic and the functions in docs/adding-a-service.md.",
            ),
        }
    }

    fn select(&self, select: &SelectExpr) -> Compiled {
        let (of, kind) = self.compile(&select.operand.expr)?;
        let (field, result) = match (&kind, select.field.as_str()) {
            (Type::Place | Type::Address, "inside") => (Field::Inside, Type::Bool),
            (Type::Place, "trunk_road") => (Field::TrunkRoad, Type::Bool),
            (Type::Place, "ward") => (Field::Ward, Type::Text),
            (Type::Place | Type::Address, "postcode") => (Field::Postcode, Type::Text),
            (Type::Place | Type::Address, "street") => (Field::Street, Type::Text),
            (Type::Address, "town") => (Field::Town, Type::Text),
            (kind, other) => {
                let has: &[&str] = match kind {
                    Type::Place => &["inside", "trunk_road", "ward", "postcode", "street"],
                    Type::Address => &["inside", "postcode", "street", "town"],
                    _ => &[],
                };
                let slip = did_you_mean(other, has.iter().copied());
                return wrong(
                    format!("`.{other}` does not exist on {kind}."),
                    format!("{slip}It has {}.", one_of(has.iter().copied())),
                );
            }
        };
        Ok((Expr::Field(Box::new(of), field), result))
    }

    fn call(&self, call: &CallExpr) -> Compiled {
        let mut parts = Vec::new();
        for argument in call.target.as_deref().into_iter().chain(&call.args) {
            parts.push(self.compile(&argument.expr)?);
        }
        let mut kinds = Vec::new();
        let mut exprs = Vec::new();
        for (expr, kind) in parts {
            exprs.push(Box::new(expr));
            kinds.push(kind);
        }
        match <[Box<Expr>; 1]>::try_from(exprs) {
            Ok([a]) => one(&call.func_name, a, &kinds[0]),
            Err(exprs) => match <[Box<Expr>; 2]>::try_from(exprs) {
                Ok([a, b]) => two(&call.func_name, (a, &kinds[0]), (b, &kinds[1])),
                Err(exprs) => match <[Box<Expr>; 3]>::try_from(exprs) {
                    Ok([a, b, c]) if call.func_name == "_?_:_" => choose([a, b, c], &kinds),
                    _ => unknown(&call.func_name),
                },
            },
        }
    }
}

fn literal_of(literal: &LiteralValue) -> Compiled {
    match literal {
        LiteralValue::Null => Ok((Expr::Null, Type::Null)),
        LiteralValue::Boolean(yes) => Ok((Expr::Bool(*yes.inner()), Type::Bool)),
        LiteralValue::Int(number) => Ok((Expr::Number(*number.inner()), Type::Number)),
        LiteralValue::String(text) => {
            let text = text.inner().to_owned();
            Ok((Expr::Text(text.clone()), Type::OneOf(BTreeSet::from([text]))))
        }
        _ => wrong(
            "Only whole numbers, text in quotation marks, true, false and null can be written.",
            "Money is in pence.",
        ),
    }
}

fn unknown<T>(name: &str) -> Result<T, Wrong> {
    wrong(
        format!("There is no function `{name}` that fits."),
        "There are `size(x)`, `x.contains(\"…\")`, `x.startsWith(\"…\")`, `x.endsWith(\"…\")`, `days_since(date)` and `date(\"2026-04-01\")`.",
    )
}

fn one(name: &str, a: Box<Expr>, kind: &Type) -> Compiled {
    match (name, kind) {
        ("!_", Type::Bool | Type::Null) => Ok((Expr::Not(a), Type::Bool)),
        ("-_", Type::Number) => Ok((Expr::Negate(a), Type::Number)),
        ("size", Type::List(_) | Type::Text | Type::OneOf(_)) => Ok((Expr::Size(a), Type::Number)),
        ("days_since", Type::Date) => Ok((Expr::DaysSince(a), Type::Number)),
        ("date", Type::OneOf(_)) => match *a {
            Expr::Text(text) => match text.parse() {
                Ok(day) => Ok((Expr::Day(day), Type::Date)),
                Err(_) => wrong(format!("`{text}` is not a day."), "Write it like `date(\"2026-04-01\")`."),
            },
            _ => unknown(name),
        },
        ("!_" | "-_" | "size" | "days_since", other) => {
            let shown = name.trim_end_matches('_');
            wrong(format!("`{shown}` cannot be used on {other}."), "Check which question it is meant for.")
        }
        _ => unknown(name),
    }
}

fn two(name: &str, (a, left): (Box<Expr>, &Type), (b, right): (Box<Expr>, &Type)) -> Compiled {
    let numbers = matches!((left, right), (Type::Number | Type::Null, Type::Number | Type::Null));
    let dates = matches!((left, right), (Type::Date | Type::Null, Type::Date | Type::Null));
    let yes_nos = matches!((left, right), (Type::Bool | Type::Null, Type::Bool | Type::Null));
    let texts = matches!((left, right), (Type::Text | Type::OneOf(_), Type::Text | Type::OneOf(_)));
    let compared = |how| Ok((Expr::Compare(how, a.clone(), b.clone()), Type::Bool));
    let summed = |how| Ok((Expr::Sum(how, a.clone(), b.clone()), Type::Number));
    match name {
        "_==_" | "_!=_" => {
            same_kind(left, right)?;
            compared(if name == "_==_" { Compare::Equal } else { Compare::NotEqual })
        }
        "_<_" if numbers || dates => compared(Compare::Less),
        "_<=_" if numbers || dates => compared(Compare::LessOrEqual),
        "_>_" if numbers || dates => compared(Compare::Greater),
        "_>=_" if numbers || dates => compared(Compare::GreaterOrEqual),
        "_+_" if numbers => summed(Sum::Add),
        "_-_" if numbers => summed(Sum::Subtract),
        "_*_" if numbers => summed(Sum::Multiply),
        "_/_" if numbers => summed(Sum::Divide),
        "_%_" if numbers => summed(Sum::Remainder),
        "_&&_" if yes_nos => Ok((Expr::And(a, b), Type::Bool)),
        "_||_" if yes_nos => Ok((Expr::Or(a, b), Type::Bool)),
        "@in" => {
            let Type::List(element) = right else {
                return wrong(
                    format!("After `in` stands {right}, not a list."),
                    "Write `x in [\"…\", \"…\"]`, or `\"…\" in x` when x takes several options.",
                );
            };
            same_kind(left, element)?;
            Ok((Expr::In(a, b), Type::Bool))
        }
        "contains" if texts => Ok((Expr::Holds(Holds::Anywhere, a, b), Type::Bool)),
        "startsWith" if texts => Ok((Expr::Holds(Holds::AtStart, a, b), Type::Bool)),
        "endsWith" if texts => Ok((Expr::Holds(Holds::AtEnd, a, b), Type::Bool)),
        _ if name.starts_with('_') => {
            let sign = name.trim_matches('_');
            wrong(
                format!("`{sign}` cannot be used between {left} and {right}."),
                "Compare numbers with numbers and dates with dates; join conditions with `&&` and `||`.",
            )
        }
        _ => unknown(name),
    }
}

/// Whether two kinds can ever be equal; options are compared name by name, so a slip is noticed.
fn same_kind(left: &Type, right: &Type) -> Result<(), Wrong> {
    if let (Type::OneOf(a), Type::OneOf(b)) = (left, right) {
        // The side with fewer names is the one written in the condition.
        let (known, written) = if a.len() >= b.len() { (a, b) } else { (b, a) };
        if let Some(slip) = written.iter().find(|name| !known.contains(*name)) {
            let meant = did_you_mean(slip, known.iter().map(String::as_str));
            return wrong(
                format!("There is no option `{slip}` here."),
                format!("{meant}The options are {}.", one_of(known.iter().map(String::as_str))),
            );
        }
        return Ok(());
    }
    if left.clone().join(right.clone()).is_none() {
        return wrong(
            format!("{left} is compared with {right}; they can never be equal."),
            "Compare things of one kind.",
        );
    }
    Ok(())
}

fn choose([a, b, c]: [Box<Expr>; 3], kinds: &[Type]) -> Compiled {
    if !matches!(kinds[0], Type::Bool | Type::Null) {
        return wrong(format!("Before `?` stands {}, not a condition.", kinds[0]), "Write `condition ? one : other`.");
    }
    match kinds[1].clone().join(kinds[2].clone()) {
        Some(kind) => Ok((Expr::If(a, b, c), kind)),
        None => wrong(format!("`? :` gives {} or {}.", kinds[1], kinds[2]), "Let both sides be of one kind."),
    }
}
