//! Expressions from text to value: names, types, and what null does.

use super::*;
use crate::answers::{Answer, Place};
use crate::mistake::At;
use crate::model::Question;
use jiff::civil::{Date, date};

/// Answers by the index of the question, computed values by expression.
struct Given<'a> {
    answers: Vec<Option<Answer>>,
    computes: &'a [Compute],
}

impl Lookup for Given<'_> {
    fn question(&self, index: usize) -> Value<'_> {
        self.answers[index].as_ref().map_or(Value::Null, Value::from)
    }

    fn compute(&self, index: usize) -> Value<'_> {
        evaluate(&self.computes[index].expr, self)
    }

    fn today(&self) -> Date {
        date(2026, 11, 23)
    }
}

fn questions() -> Vec<Question> {
    let options = vec!["pothole".to_owned(), "tree".to_owned()];
    let kinds = [
        ("kind", Kind::Choice { options: options.clone() }),
        ("several", Kind::Choices { options, exclusive: None }),
        ("moved", Kind::YesNo),
        ("size", Kind::Number { min: None, max: None }),
        ("since", Kind::Date { min: None, max: None }),
        ("place", Kind::Place),
        ("note", Kind::LongText { max_length: 100 }),
    ];
    let question = |(id, kind): (&str, Kind)| Question {
        id: id.into(),
        kind,
        required: true,
        sensitive: false,
        autocomplete: None,
        page: 0,
        show: None,
        at: At::default(),
    };
    kinds.into_iter().map(question).collect()
}

/// The value of an expression with these answers; "null" when it is null.
fn value(text: &str, given: &[(&str, Answer)]) -> String {
    let questions = questions();
    let raw = |id: &str, value: &str| (id.to_owned(), value.to_owned(), At::default());
    let raw = vec![raw("result", text), raw("big", "size > 10"), raw("twice", "size * 2")];
    let compiler = Compiler::new(&questions, raw);
    let (computes, wrongs) = compiler.computes();
    assert!(wrongs.is_empty(), "{text}: {wrongs:?}");
    let answer =
        |question: &Question| given.iter().find(|(id, _)| *id == question.id).map(|(_, answer)| answer.clone());
    let given = Given { answers: questions.iter().map(answer).collect(), computes: &computes };
    match given.compute(0) {
        Value::Null => "null".into(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn whatever_is_worked_out_from_null_is_null() {
    for (text, wanted) in [
        ("kind == null", "true"),
        ("kind != \"pothole\"", "true"),
        ("kind == \"pothole\"", "false"),
        ("size > 3", "null"),
        ("size + 1", "null"),
        ("!moved", "null"),
        ("moved && false", "false"),
        ("moved && true", "null"),
        ("moved || true", "true"),
        ("moved || false", "null"),
        ("\"pothole\" in several", "null"),
        ("kind in [\"pothole\"]", "null"),
        ("moved ? 1 : 2", "null"),
        ("days_since(since)", "null"),
        ("place.inside", "null"),
        ("note.contains(\"x\")", "null"),
        ("size(several)", "null"),
        ("big", "null"),
    ] {
        assert_eq!(value(text, &[]), wanted, "{text}");
    }
}

#[test]
fn answers_are_worked_out_as_written() {
    let place =
        Place { street: "Mill Road".into(), inside: Some(true), trunk_road: Some("A14".into()), ..Place::default() };
    let given = [
        ("kind", Answer::Choice("pothole".into())),
        ("several", Answer::Choices(vec!["pothole".into(), "tree".into()])),
        ("moved", Answer::YesNo(true)),
        ("size", Answer::Number(12)),
        ("since", Answer::Date(date(2026, 11, 20))),
        ("place", Answer::Place(place)),
        ("note", Answer::Text("by the mill".into())),
    ];
    for (text, wanted) in [
        ("kind in [\"tree\", \"pothole\"]", "true"),
        ("\"tree\" in several && size(several) == 2", "true"),
        ("moved && size >= 12 && big", "true"),
        ("twice - 4 % 3", "23"),
        ("size / 0", "null"),
        ("-size", "-12"),
        ("9223372036854775807 + size", "null"),
        ("days_since(since)", "3"),
        ("since < today && since >= date(\"2026-11-20\")", "true"),
        ("place.inside && place.trunk_road", "true"),
        ("place.street", "Mill Road"),
        ("place.ward == null", "true"),
        ("note.startsWith(\"by\") && note.endsWith(\"mill\") && note.contains(\"the\")", "true"),
        ("moved ? \"a\" : \"b\"", "a"),
    ] {
        assert_eq!(value(text, &given), wanted, "{text}");
    }
}

#[test]
fn what_is_not_part_of_the_format_is_refused_and_nothing_panics() {
    let questions = questions();
    for text in [
        "",
        " ",
        "((((",
        "kind ==",
        "\"open",
        "kind.size()",
        "[1, \"a\"]",
        "{1: 2}",
        "has(place.street)",
        "several.all(x, x == \"tree\")",
        "1.5 > size",
        "matches(note, \"(a+)+\")",
        "place.colour",
        "size(size)",
        "moved > 3",
        "note in note",
        "date(\"soon\")",
        "nobody",
        "kind == \"hole\"",
        "today + 1",
        "size == \"12\"",
        "b\"bytes\"",
        "1u",
        "\u{0}",
        "é",
        "&&",
        "x ? y",
    ] {
        assert!(Compiler::new(&questions, vec![]).condition(text).is_err(), "{text:?} was taken");
    }
    let deep = format!("{}moved{}", "(".repeat(900), ")".repeat(900));
    assert!(Compiler::new(&questions, vec![]).condition(&deep).is_err());
    assert!(Compiler::new(&questions, vec![]).condition(&"!".repeat(3000)).is_err());
    for link in ["1+", "moved?1:", "moved==", "moved&&", "!(moved)||", "size.", "x(", "- "] {
        // Whatever is said of a long chain, the parser must come back.
        for many in [20, 48, 98, 300] {
            let chain = format!("{}moved", link.repeat(many));
            drop(Compiler::new(&questions, vec![]).condition(&chain));
        }
    }
}
