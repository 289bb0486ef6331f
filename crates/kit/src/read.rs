//! Reading what was typed at the desk: where it cannot be kept, the form says why, in words.

use crate::form::{Fault, Form, line as one_line, lines as few_lines};
use crate::page::Frame;

/// One line that has to be there; else an error with these words. `most` is in letters.
pub fn line(frame: &Frame, form: &mut Form, name: &str, empty: &str, most: usize) -> Option<String> {
    let read = one_line(form.value(name), most);
    said(frame, form, name, Some(empty), read)
}

/// A few lines that have to be there; else an error with these words.
pub fn lines(frame: &Frame, form: &mut Form, name: &str, empty: &str, most: usize) -> Option<String> {
    let read = few_lines(form.value(name), most);
    said(frame, form, name, Some(empty), read)
}

/// A few lines that may be left empty; nothing, with an error, where they cannot be kept.
pub fn lines_if_any(frame: &Frame, form: &mut Form, name: &str, most: usize) -> Option<String> {
    let read = few_lines(form.value(name), most);
    said(frame, form, name, None, read)
}

/// One line that may be left empty; nothing, with an error, where it cannot be kept.
pub fn line_if_any(frame: &Frame, form: &mut Form, name: &str, most: usize) -> Option<String> {
    let read = one_line(form.value(name), most);
    said(frame, form, name, None, read)
}

/// What was chosen; else an error with these words.
pub fn choice<T>(
    frame: &Frame,
    form: &mut Form,
    name: &str,
    empty: &str,
    known: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let chosen = known(form.value(name));
    if chosen.is_none() {
        form.refuse(name, frame.t(empty));
    }
    chosen
}

fn said(
    frame: &Frame,
    form: &mut Form,
    name: &str,
    empty: Option<&str>,
    read: Result<String, Fault>,
) -> Option<String> {
    let words = match (read, empty) {
        (Ok(text), _) => return Some(text),
        (Err(Fault::Empty), None) => return Some(String::new()),
        (Err(Fault::Empty), Some(empty)) => frame.t(empty).to_owned(),
        (Err(fault @ Fault::TooLong { most }), _) => {
            frame.with(fault.key(), "most", frame.lang.number(i64::try_from(most).unwrap_or(i64::MAX)))
        }
        (Err(fault), _) => frame.t(fault.key()).to_owned(),
    };
    form.refuse(name, words);
    None
}
