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
        self.sqlite.get_or_init(|| number_parameters(self.text))
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

/// Turns `$n` into `?n` outside of quotes.
fn number_parameters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quoted = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match quoted {
            Some(q) if c == q => quoted = None,
            None if c == '\'' || c == '"' => quoted = Some(c),
            _ => {}
        }
        let parameter = c == '$' && quoted.is_none() && rest.peek().is_some_and(char::is_ascii_digit);
        out.push(if parameter { '?' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::number_parameters;

    #[test]
    fn parameters_keep_their_numbers_and_quotes_their_dollars() {
        assert_eq!(number_parameters("SELECT $2, $1, '$1', \"$3\" FROM t"), "SELECT ?2, ?1, '$1', \"$3\" FROM t");
    }
}
