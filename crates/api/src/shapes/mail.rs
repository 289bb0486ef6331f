//! The shapes of what came by email, text message and post.

use super::{Shapes, id, list, moment, number, object, one_of, reference, shape, string, text, yes_no};
use mail::State;
use serde_json::{Value, json};

/// Their shapes.
pub(super) fn shapes() -> Shapes {
    let row = [
        ("id", id()),
        ("channel", one_of(&["email", "post", "text"])),
        ("state", one_of(&State::ALL.map(State::code))),
        ("danger", yes_no()),
        ("received", moment()),
        ("sender", string()),
        ("sender_name", string()),
        ("subject", string()),
    ];
    let with = |files: Value| row.iter().cloned().chain([("files", files)]).collect::<Vec<_>>();
    let said = object(&[("from", one_of(&["sender", "council"])), ("at", moment()), ("text", string())], &[]);
    let languages = || one_of(&["en", "cy", "ar"]);
    let mut whole = with(list(shape("File")));
    whole.extend([
        ("recipient", string()),
        ("text", string()),
        ("not_kept", list(string())),
        ("another_address", yes_no()),
        ("may_answer", yes_no()),
        ("language", languages()),
        ("thread", list(said)),
        ("on_cases", number()),
        ("older", yes_no()),
    ]);
    let words = json!({ "type": "string", "minLength": 1, "maxLength": 10000 });
    vec![
        ("MailRow", object(&with(number()), &[])),
        ("MailList", object(&[("mail", list(shape("MailRow")))], &[("next", text(100))])),
        ("Mail", object(&whole, &[("why", string()), ("case", reference()), ("resident", id())])),
        ("MailOnCase", object(&[("reference", text(20))], &[("theirs", yes_no())])),
        ("MailOnRecord", object(&[("resident", id())], &[])),
        (
            "MailPlaced",
            object(
                &[("id", id()), ("state", one_of(&State::ALL.map(State::code)))],
                &[("case", reference()), ("contact", id())],
            ),
        ),
        ("MailAnswer", object(&[("text", words)], &[("language", languages())])),
    ]
}
