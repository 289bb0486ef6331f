//! Whether a letter that goes on a case is from whoever made that request: on paper nothing tells, so whoever holds it says.

use kit::form::Form;
use kit::page::Frame;
use kit::ui::{Choice, Choices, Radios};

/// Asks; `of` is the form its choices belong to where they stand beside it, and empty inside of one.
pub(super) fn field<'a>(frame: &'a Frame, form: &'a Form, of: &'static str) -> Choices<'a> {
    let choice = |code: &'static str| {
        let choice = Choice::new(code, frame.t(&format!("mail-desk-theirs-{code}")).to_owned());
        if of.is_empty() { choice } else { choice.attr("form", of) }
    };
    Radios::new("theirs", frame.t("mail-desk-theirs"))
        .choices([choice("yes"), choice("no")])
        .value(form.value("theirs"))
        .error(frame, form.error("theirs"))
}

/// Whether it is somebody else's; nothing where it was not said, which is refused in these words.
pub(super) fn is_others(form: &mut Form, empty: &str) -> Option<bool> {
    match form.value("theirs") {
        "yes" => Some(false),
        "no" => Some(true),
        _ => {
            form.refuse("theirs", empty);
            None
        }
    }
}
