//! What is held on a person, in one shape: each noun tells its own tables, and one page and one file show them all.

use crate::clock::Micros;
use crate::id::Id;
use crate::lang::local;
use serde_json::{Map, Value, json};

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The person themselves: without the words of others and what staff wrote for each other.
    Themselves,
    /// A member of staff who answers an access request: a draft, to be read through before it goes out.
    Staff,
}

/// What one table holds on somebody; there with no rows when it holds nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The table.
    pub table: &'static str,
    /// Its rows about them.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Row(pub Vec<(&'static str, Held)>);

/// One thing that is held.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Held {
    /// Text as somebody wrote it, or as the reader's language has it.
    Text(String),
    /// A moment.
    Time(Micros),
    /// A code, and the key of its words.
    Word(String, String),
    /// Questions and what was answered.
    Answers(Vec<(String, String)>),
    /// Ids, codes and what only a program reads: in the file, not on the page.
    Code(Value),
}

impl Part {
    /// What this table holds.
    pub fn of(table: &'static str, rows: Vec<Row>) -> Part {
        Part { table, rows }
    }
}

impl Row {
    /// Nothing yet.
    pub fn new() -> Row {
        Row::default()
    }

    /// Adds text; empty text is left out.
    pub fn text(mut self, name: &'static str, text: impl Into<String>) -> Row {
        let text = text.into();
        if !text.is_empty() {
            self.0.push((name, Held::Text(text)));
        }
        self
    }

    /// Adds a moment; one that has not come is left out.
    pub fn time(mut self, name: &'static str, at: impl Into<Option<Micros>>) -> Row {
        if let Some(at) = at.into().filter(|at| *at != 0) {
            self.0.push((name, Held::Time(at)));
        }
        self
    }

    /// Adds a code with the key of its words.
    pub fn word(mut self, name: &'static str, code: impl Into<String>, key: impl Into<String>) -> Row {
        self.0.push((name, Held::Word(code.into(), key.into())));
        self
    }

    /// Adds answers, where there are any.
    pub fn answers(mut self, name: &'static str, answers: Vec<(String, String)>) -> Row {
        if !answers.is_empty() {
            self.0.push((name, Held::Answers(answers)));
        }
        self
    }

    /// Adds what only a program reads.
    pub fn code(mut self, name: &'static str, code: impl Into<Value>) -> Row {
        self.0.push((name, Held::Code(code.into())));
        self
    }

    /// Adds an id.
    pub fn id(self, name: &'static str, id: Id) -> Row {
        self.code(name, id.to_string())
    }

    /// Whether a page shows anything of it.
    pub fn is_shown(&self) -> bool {
        self.0.iter().any(|(_, held)| !matches!(held, Held::Code(_)))
    }
}

impl Held {
    fn json(&self) -> Value {
        match self {
            Held::Text(text) => json!(text),
            Held::Time(at) => json!(local(*at).timestamp().to_string()),
            Held::Word(code, _) => json!(code),
            Held::Answers(answers) => {
                answers.iter().map(|(question, answer)| json!({ "question": question, "answer": answer })).collect()
            }
            Held::Code(code) => code.clone(),
        }
    }
}

/// The parts as one JSON object: a list of rows for each table.
pub fn json(parts: &[Part]) -> Value {
    let mut all: Map<String, Value> = Map::new();
    for part in parts {
        let row = |row: &Row| {
            let mut fields = Map::new();
            for (name, held) in &row.0 {
                fields.insert((*name).to_owned(), held.json());
            }
            Value::Object(fields)
        };
        let rows = part.rows.iter().map(row);
        if let Value::Array(there) = all.entry(part.table).or_insert_with(|| json!([])) {
            there.extend(rows);
        }
    }
    Value::Object(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_what_a_page_leaves_out() {
        let codes = Row::new().id("id", Id([1; 16])).text("name", "").time("seen", None);
        assert!(!codes.is_shown());
        let shown = Row::new().text("name", "Ada Example").time("seen", 1_000_000).word("status", "open", "a-key");
        assert!(shown.is_shown());
        let answers = Row::new().answers("answers", vec![("Where?".into(), "Here".into())]);
        let parts =
            [Part::of("people", vec![codes, shown]), Part::of("none", vec![]), Part::of("people", vec![answers])];
        let wanted = json!({
            "people": [
                { "id": Id([1; 16]).to_string() },
                { "name": "Ada Example", "seen": "1970-01-01T00:00:01Z", "status": "open" },
                { "answers": [{ "question": "Where?", "answer": "Here" }] },
            ],
            "none": [],
        });
        assert_eq!(json(&parts), wanted);
    }
}
