//! What residents do with their cases: follow, write, take back, open again, find by reference.

pub(crate) mod door;
pub(crate) mod follow;
pub(crate) mod message;
pub(crate) mod received;
pub(crate) mod reopen;
pub(crate) mod track;
pub(crate) mod track_link;
pub(crate) mod withdraw;

use kit::form::{Fault, Form, lines};
use kit::page::Frame;

/// The most characters a resident writes at once.
pub(crate) const LONGEST: usize = 2000;

/// The text of a field, or an error beside it; `empty` is the words key for nothing typed, none where that is fine.
pub(crate) fn text(frame: &Frame, form: &mut Form, field: &str, empty: Option<&str>) -> String {
    match (lines(form.value(field), LONGEST), empty) {
        (Ok(text), _) => text,
        (Err(Fault::Empty), None) => String::new(),
        (Err(Fault::Empty), Some(key)) => {
            form.refuse(field, frame.t(key));
            String::new()
        }
        (Err(fault), _) => {
            let most = frame.lang.number(LONGEST as i64);
            form.refuse(field, frame.with(fault.key(), "most", most));
            String::new()
        }
    }
}
