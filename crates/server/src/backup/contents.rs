//! Rows as lines, and the digest of what tables hold.

use super::{TableHeld, hex};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kit::db::{Table, Value};
use kit::files::State;
use kit::{Error, Result};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What tables hold, told row by row: the same rows in the same order give the same digest.
pub struct Contents {
    tables: Vec<(Table, u64, Sha256)>,
    /// The table of the files that people sent, and the column that says how far each has got.
    files: Option<(usize, usize)>,
    sent: u64,
}

impl Contents {
    pub fn of(tables: &[Table]) -> Contents {
        let files = tables.iter().position(|table| table.name == "files").and_then(|at| {
            let state = tables[at].columns.iter().position(|(name, _)| name == "state")?;
            Some((at, state))
        });
        Contents { tables: tables.iter().map(|table| (table.clone(), 0, Sha256::new())).collect(), files, sent: 0 }
    }

    /// Adds a row of the table with this number. Gives it as a line.
    pub fn add(&mut self, table: usize, row: &[Value]) -> Result<Vec<u8>> {
        let line = line(row)?;
        let (_, rows, digest) = &mut self.tables[table];
        *rows += 1;
        digest.update(&line);
        if let Some((_, state)) = self.files.filter(|(files, _)| *files == table)
            && let Some(Value::Text(code)) = row.get(state)
        {
            self.sent += u64::from(State::of(code).is_some_and(State::is_kept));
        }
        Ok(line)
    }

    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|(_, rows, _)| rows).sum()
    }

    /// Files that people sent, counted as `verify` counts them.
    pub fn sent(&self) -> u64 {
        self.sent
    }

    /// The digest over all that was told so far.
    pub fn digest(&self) -> String {
        Contents { tables: self.tables.clone(), files: None, sent: 0 }.finish().1
    }

    /// Each table with its digest, and the digest over all.
    pub fn finish(self) -> (Vec<TableHeld>, String) {
        let held: Vec<TableHeld> = self
            .tables
            .into_iter()
            .map(|(table, rows, digest)| TableHeld {
                name: table.name,
                columns: table.columns,
                key: table.key,
                rows,
                sha256: hex(digest.finalize()),
            })
            .collect();
        let mut all: Vec<String> = held.iter().map(|t| format!("{} {} {}\n", t.name, t.rows, t.sha256)).collect();
        all.sort();
        (held, hex(Sha256::digest(all.concat())))
    }
}

/// A row as a line of JSON.
fn line(row: &[Value]) -> Result<Vec<u8>> {
    let mut out = String::from("[");
    for (at, value) in row.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        match value {
            Value::Null => out.push_str("null"),
            Value::Int(v) => write!(out, "{v}").map_err(Error::internal)?,
            Value::Real(v) if v.is_finite() => write!(out, "{v:?}").map_err(Error::internal)?,
            Value::Real(v) => return Err(Error::internal(format!("{v} has no place in a backup"))),
            Value::Text(v) => out.push_str(&serde_json::to_string(v).map_err(Error::internal)?),
            Value::Blob(v) => {
                out.push('"');
                STANDARD.encode_string(v, &mut out);
                out.push('"');
            }
        }
    }
    out.push_str("]\n");
    Ok(out.into_bytes())
}

/// A line read back, by the kinds of the table's columns.
pub fn row(table: &TableHeld, line: &[u8]) -> Result<Vec<Value>> {
    let wrong = || Error::internal(format!("a row of {} does not fit its columns", table.name));
    let values: Vec<Json> = serde_json::from_slice(line).map_err(|_| wrong())?;
    if values.len() != table.columns.len() {
        return Err(wrong());
    }
    let value = |(json, (_, kind)): (Json, &(String, String))| match (json, kind.as_str()) {
        (Json::Null, _) => Some(Value::Null),
        (Json::Number(v), "INTEGER") => v.as_i64().map(Value::Int),
        (Json::Number(v), "REAL") => v.as_f64().map(Value::Real),
        (Json::String(v), "TEXT") => Some(Value::Text(v)),
        (Json::String(v), "BLOB") => STANDARD.decode(v).ok().map(Value::Blob),
        _ => None,
    };
    values.into_iter().zip(&table.columns).map(|both| value(both).ok_or_else(wrong)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> TableHeld {
        let columns = [("a", "INTEGER"), ("b", "REAL"), ("c", "TEXT"), ("d", "BLOB")];
        let columns = columns.map(|(name, kind)| (name.to_owned(), kind.to_owned())).to_vec();
        TableHeld { name: "kinds".into(), columns, key: vec!["a".into()], rows: 0, sha256: String::new() }
    }

    #[test]
    fn every_kind_of_value_reads_back_as_it_was() {
        let rows = [
            vec![Value::Int(i64::MIN), Value::Real(0.1 + 0.2), Value::Text("é \"\\\n\u{2028}".into()), Value::Null],
            vec![Value::Int(i64::MAX), Value::Real(-1e300), Value::Text(String::new()), Value::Blob(vec![0, 255, 10])],
            vec![Value::Null, Value::Real(3.0), Value::Null, Value::Blob(Vec::new())],
        ];
        for values in rows {
            let line = line(&values).unwrap();
            assert_eq!(line.iter().filter(|byte| **byte == b'\n').count(), 1, "a row is one line");
            assert_eq!(row(&table(), &line).unwrap(), values);
        }
    }

    /// Positions are kept to the last digit; most readers of JSON are content with nearly.
    #[test]
    fn numbers_read_back_to_the_last_digit() {
        let chance = kit::id::Entropy::seeded(7);
        for _ in 0..20_000 {
            let near = 52.0 + chance.below(1 << 53) as f64 / (1_u64 << 53) as f64;
            let any = f64::from_bits(u64::from_le_bytes(chance.bytes()));
            for number in [near, any].into_iter().filter(|number| number.is_finite()) {
                let values = vec![Value::Int(1), Value::Real(number), Value::Null, Value::Null];
                let back = row(&table(), &line(&values).unwrap()).unwrap();
                assert_eq!(back, values);
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for bad in ["", "[]", "[1,2.0,\"c\"]", "[1.5,2.0,\"c\",\"\"]", "[1,2.0,3,\"\"]", "[1,2.0,\"c\",\"!\"]", "{}"] {
            assert!(row(&table(), bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(line(&[Value::Real(f64::NAN)]).is_err());
    }
}
