//! Reading what was typed: a choice that is offered, a few lines that have to be there.

use kit::form::{Form, line, lines};
use kit::page::Frame;

/// What was chosen; else an error with these words.
pub(crate) fn read_choice<T>(
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

/// A few lines that have to be there; else an error with these words.
pub(crate) fn read_reason(frame: &Frame, form: &mut Form, name: &str, empty: &str, most: usize) -> Option<String> {
    match lines(form.value(name), most) {
        Ok(text) => Some(text),
        Err(kit::form::Fault::Empty) => {
            form.refuse(name, frame.t(empty));
            None
        }
        Err(fault) => {
            form.refuse(name, frame.with(fault.key(), "most", most.to_string()));
            None
        }
    }
}

/// One line that may be left empty.
pub(crate) fn read_line(
    frame: &Frame,
    form: &mut Form,
    name: &str,
    empty: Option<&str>,
    most: usize,
) -> Option<String> {
    match (line(form.value(name), most), empty) {
        (Ok(text), _) => Some(text),
        (Err(kit::form::Fault::Empty), None) => Some(String::new()),
        (Err(kit::form::Fault::Empty), Some(empty)) => {
            form.refuse(name, frame.t(empty));
            None
        }
        (Err(fault), _) => {
            form.refuse(name, frame.with(fault.key(), "most", most.to_string()));
            None
        }
    }
}
