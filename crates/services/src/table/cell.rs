//! Reading one cell of a decision table.

use super::{Domain, Known, Test};
use crate::expr::Wrong;
use crate::mistake::{did_you_mean, one_of};

impl Test {
    /// Reads a cell for an input that can be what `domain` says.
    pub fn read(written: &str, domain: &Domain) -> Result<Test, Wrong> {
        let text = written.trim();
        if text == "-" {
            return Ok(Test::Any);
        }
        if text == "answered" {
            return Ok(Test::Answered);
        }
        if let Some(list) = text.strip_prefix("in").map(str::trim).filter(|rest| rest.starts_with('[')) {
            let inner = list.strip_prefix('[').and_then(|l| l.strip_suffix(']')).ok_or_else(|| unclear(written))?;
            let known: Result<Vec<Known>, Wrong> =
                inner.split(',').map(|word| Known::read(word.trim(), domain)).collect();
            return Ok(Test::In(known?));
        }
        if let Some(low) = text.strip_prefix(">=") {
            return Test::range(number(low)?, i64::MAX, written, domain);
        }
        if let Some(high) = text.strip_prefix("<=") {
            return Test::range(i64::MIN, number(high)?, written, domain);
        }
        if let Some(low) = text.strip_prefix('>') {
            return Test::range(number(low)?.saturating_add(1), i64::MAX, written, domain);
        }
        if let Some(high) = text.strip_prefix('<') {
            return Test::range(i64::MIN, number(high)?.saturating_sub(1), written, domain);
        }
        if let Some(value) = text.strip_prefix('=') {
            return Ok(Test::In(vec![Known::read(value.trim(), domain)?]));
        }
        brackets(text, written, domain)
    }

    fn range(low: i64, high: i64, written: &str, domain: &Domain) -> Result<Test, Wrong> {
        let Domain::Numbers(min, max) = domain else {
            return Err(Wrong {
                what: format!("`{written}` is a range, but this input is not a number."),
                what_to_do: "Use `= …` or `in […]`, or compute a number first.".into(),
            });
        };
        if low > high || low > *max || high < *min {
            return Err(Wrong {
                what: format!("No number can be in `{written}`."),
                what_to_do: format!("The question allows {}.", limits(*min, *max)),
            });
        }
        Ok(Test::Range(low, high))
    }
}

/// `[1..10)`: square brackets include the end, round ones leave it out.
fn brackets(text: &str, written: &str, domain: &Domain) -> Result<Test, Wrong> {
    let mut inside = text.chars();
    let open = inside.next();
    let close = inside.next_back();
    let ends = inside.as_str().split_once("..");
    let (Some(open @ ('[' | '(')), Some(close @ (']' | ')')), Some((low, high))) = (open, close, ends) else {
        return Err(unclear(written));
    };
    let low = number(low)?.saturating_add(i64::from(open == '('));
    let high = number(high)?.saturating_sub(i64::from(close == ')'));
    Test::range(low, high, written, domain)
}

fn number(text: &str) -> Result<i64, Wrong> {
    text.trim().parse().map_err(|_| Wrong {
        what: format!("`{}` is not a whole number.", text.trim()),
        what_to_do: "Ranges are of whole numbers; money is in pence.".into(),
    })
}

fn unclear(written: &str) -> Wrong {
    Wrong {
        what: format!("`{written}` is not a test."),
        what_to_do: "Write `= x`, `in [a, b]`, `>= 5`, `[1..10)`, `answered` or `-`.".into(),
    }
}

/// The numbers from `min` to `max` in words.
pub(super) fn limits(min: i64, max: i64) -> String {
    match (min, max) {
        (i64::MIN, i64::MAX) => "any number".into(),
        (i64::MIN, max) => format!("{max} or less"),
        (min, i64::MAX) => format!("{min} or more"),
        (min, max) if min == max => min.to_string(),
        (min, max) => format!("{min} to {max}"),
    }
}

impl Known {
    fn read(word: &str, domain: &Domain) -> Result<Known, Wrong> {
        let word = word.trim_matches(['"', '\'']);
        if word == "null" {
            return Ok(Known::Null);
        }
        match domain {
            Domain::Options(options) if options.iter().any(|option| option == word) => {
                Ok(Known::Option(word.to_owned()))
            }
            Domain::Options(options) => Err(Wrong {
                what: format!("There is no option `{word}` here."),
                what_to_do: format!(
                    "{}The options are {}.",
                    did_you_mean(word, options.iter().map(String::as_str)),
                    one_of(options.iter().map(String::as_str))
                ),
            }),
            Domain::YesNo => match word {
                "yes" | "true" => Ok(Known::YesNo(true)),
                "no" | "false" => Ok(Known::YesNo(false)),
                _ => Err(Wrong {
                    what: format!("`{word}` is neither yes nor no."),
                    what_to_do: "Write `= yes`, `= no` or `= null`.".into(),
                }),
            },
            Domain::Numbers(min, max) => {
                let given = number(word)?;
                if given < *min || given > *max {
                    return Err(Wrong {
                        what: format!("The answer can never be {given}."),
                        what_to_do: format!("The question allows {}.", limits(*min, *max)),
                    });
                }
                Ok(Known::Number(given))
            }
            Domain::Anything => Err(Wrong {
                what: format!("This input cannot be tested for `{word}`."),
                what_to_do: "Only `= null`, `answered` and `-` can be asked of it; compute what you need first.".into(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str, domain: &Domain) -> Result<Test, String> {
        Test::read(written, domain).map_err(|wrong| wrong.what)
    }

    #[test]
    fn every_form_of_a_test_is_read() {
        let numbers = Domain::Numbers(0, 100);
        let options = Domain::Options(vec!["pothole".into(), "tree".into()]);
        for (written, domain, meant) in [
            ("-", &numbers, Test::Any),
            (" answered ", &Domain::Anything, Test::Answered),
            ("= 5", &numbers, Test::In(vec![Known::Number(5)])),
            (">= 5", &numbers, Test::Range(5, i64::MAX)),
            ("> 5", &numbers, Test::Range(6, i64::MAX)),
            ("< 5", &numbers, Test::Range(i64::MIN, 4)),
            ("[1..10)", &numbers, Test::Range(1, 9)),
            ("(0..5]", &numbers, Test::Range(1, 5)),
            ("= yes", &Domain::YesNo, Test::In(vec![Known::YesNo(true)])),
            ("in [tree, null]", &options, Test::In(vec![Known::Option("tree".into()), Known::Null])),
        ] {
            assert_eq!(read(written, domain), Ok(meant), "{written}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let numbers = Domain::Numbers(0, 100);
        let options = Domain::Options(vec!["pothole".into()]);
        for (written, domain, why) in [
            ("about 5", &numbers, "`about 5` is not a test."),
            ("[9..3]", &numbers, "No number can be in `[9..3]`."),
            ("> 100", &numbers, "No number can be in `> 100`."),
            ("= 101", &numbers, "The answer can never be 101."),
            ("= pot", &options, "There is no option `pot` here."),
            (">= 5", &options, "`>= 5` is a range, but this input is not a number."),
            ("= perhaps", &Domain::YesNo, "`perhaps` is neither yes nor no."),
            ("= Mill Road", &Domain::Anything, "This input cannot be tested for `Mill Road`."),
        ] {
            assert_eq!(read(written, domain), Err(why.into()), "{written}");
        }
    }
}
