//! Statements: written once with `$1`, named, and collected at link time so that a test can look at every plan.

use std::sync::OnceLock;

/// Every statement of the program, for the plan test.
#[allow(unsafe_code)] // collected at link time: the section attribute counts as unsafe
#[linkme::distributed_slice]
pub static STATEMENTS: [&'static Sql];

/// One named statement. Made by [`sql!`](crate::sql).
#[derive(Debug)]
pub struct Sql {
    /// The name of the constant.
    pub name: &'static str,
    /// The text as written, with `$n` parameters.
    pub text: &'static str,
    /// Where it is written.
    pub file: &'static str,
    sqlite: OnceLock<String>,
}

impl Sql {
    /// Used by [`sql!`](crate::sql).
    pub const fn new(name: &'static str, text: &'static str, file: &'static str) -> Self {
        Sql { name, text, file, sqlite: OnceLock::new() }
    }

    /// The text for SQLite, where `$n` would be numbered by first appearance and `?n` is not.
    pub fn for_sqlite(&self) -> &str {
        self.sqlite.get_or_init(|| in_words_of_sqlite(self.text))
    }
}

/// Declares a statement: `sql!(BY_REF, "SELECT … WHERE ref = $1");`
#[macro_export]
macro_rules! sql {
    ($name:ident, $text:expr) => {
        static $name: $crate::db::Sql = $crate::db::Sql::new(stringify!($name), $text, file!());
        #[allow(unsafe_code)] // collected at link time: the section attribute counts as unsafe
        const _: () = {
            #[$crate::linkme::distributed_slice($crate::db::STATEMENTS)]
            #[linkme(crate = $crate::linkme)]
            static COLLECTED: &$crate::db::Sql = &$name;
        };
    };
}

/// Outside of quotes, turns `$n` into `?n`, and BYTEA in a CAST into BLOB, which SQLite would take for a number.
fn in_words_of_sqlite(text: &str) -> String {
    let translated = |piece: &str| piece.replace('$', "?").replace("AS BYTEA)", "AS BLOB)");
    let mut out = String::with_capacity(text.len());
    let (mut from, mut quoted) = (0, None);
    for (at, c) in text.char_indices() {
        match quoted {
            None if c == '\'' || c == '"' => {
                out += &translated(&text[from..at]);
                (from, quoted) = (at, Some(c));
            }
            Some(quote) if c == quote => {
                out += &text[from..=at];
                (from, quoted) = (at + 1, None);
            }
            _ => {}
        }
    }
    out + &translated(&text[from..])
}

#[cfg(test)]
mod tests {
    use super::in_words_of_sqlite;

    #[test]
    fn parameters_keep_their_numbers_and_quotes_their_dollars() {
        let written = "SELECT $2, $1, '$1', \"$3\", 'it''s $4', CAST($5 AS BYTEA), 'ŵ AS BYTEA)' FROM t WHERE a = $6";
        let meant = "SELECT ?2, ?1, '$1', \"$3\", 'it''s $4', CAST(?5 AS BLOB), 'ŵ AS BYTEA)' FROM t WHERE a = ?6";
        assert_eq!(in_words_of_sqlite(written), meant);
    }
}
