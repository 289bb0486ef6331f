//! What is wrong in a definition, where, and what to do about it.

use std::fmt;

/// One mistake in a definition, in words a service owner can act on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The file, relative to the folder that was checked.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub what_to_do: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {} {}", self.file, self.line, self.column, self.what, self.what_to_do)
    }
}

/// Where something stands in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    pub line: usize,
    pub column: usize,
}

impl At {
    /// The line and column of a byte offset.
    pub fn offset(text: &str, offset: usize) -> At {
        let before = text.get(..offset).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        At { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
    }

    /// A mistake here.
    pub fn mistake(self, file: &str, what: impl Into<String>, what_to_do: impl Into<String>) -> Mistake {
        Mistake {
            file: file.to_owned(),
            line: self.line,
            column: self.column,
            what: what.into(),
            what_to_do: what_to_do.into(),
        }
    }
}

/// " Did you mean `x`?" when one of the known words is close to what was written, else nothing.
pub(crate) fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    closest(written, known).map_or_else(String::new, |word| format!("Did you mean `{word}`? "))
}

/// The known word nearest to what was written, if it is near enough to be a slip.
fn closest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    let written = letters(written);
    let near = |word: &'a str| {
        let other = letters(word);
        Some((typos::within(&written, &other, 1 + other.len() / 4)?, word))
    };
    known.into_iter().filter_map(near).min().map(|(_, word)| word)
}

/// `a`, `b` or `c`.
pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => "nothing".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_becomes_a_line_and_a_column_in_characters() {
        let text = "a = 1\nné = 2\n";
        assert_eq!(At::offset(text, 0), At { line: 1, column: 1 });
        assert_eq!(At::offset(text, 6), At { line: 2, column: 1 });
        assert_eq!(At::offset(text, 10), At { line: 2, column: 4 });
    }

    #[test]
    fn a_slip_is_recognised_and_a_different_word_is_not() {
        assert_eq!(did_you_mean("questoin", ["question", "page"]), "Did you mean `question`? ");
        assert_eq!(did_you_mean("colour", ["question", "page"]), "");
    }
}
