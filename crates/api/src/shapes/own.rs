//! The shapes of a resident's own account, needs, cases and files.

use super::{STATUSES, Shapes, id, list, moment, number, object, one_of, reference, shape, string, text, yes_no};
use serde_json::{Value, json};

/// Their shapes.
pub(super) fn shapes() -> Shapes {
    let always = [
        ("reference", reference()),
        ("title", string()),
        ("service", string()),
        ("status", one_of(&STATUSES)),
        ("opened", moment()),
        ("late", yes_no()),
    ];
    let whole = [
        ("revision", number()),
        ("service_name", string()),
        ("status_name", string()),
        ("owner", string()),
        ("place", string()),
        ("may_withdraw", yes_no()),
        ("may_reopen", yes_no()),
        ("answers", list(shape("Answered"))),
        ("messages", list(shape("Written"))),
        ("files", list(shape("File"))),
        ("timeline", list(shape("Happened"))),
    ];
    let whole: Vec<(&str, Value)> = always.iter().cloned().chain(whole).collect();
    let told = list(object(&[("what", string()), ("by", string())], &[]));
    let option = object(&[("id", string()), ("label", string())], &[]);
    vec![
        (
            "Account",
            object(
                &[("id", id()), ("name", string()), ("language", one_of(&["en", "cy", "ar"]))],
                &[("email", string()), ("phone", string())],
            ),
        ),
        ("File", file()),
        ("Needs", needs(&[("told", told), ("known_barriers", list(option))], &[("offered", string())], true)),
        ("NeedsChange", needs(&[], &[("agree", yes_no())], false)),
        ("OwnCase", object(&always, &[("due", moment())])),
        ("OwnCases", object(&[("cases", list(shape("OwnCase")))], &[("next", id())])),
        ("OwnCaseWhole", object(&whole, &[("due", moment()), ("outcome", string())])),
        ("Received", object(&[("reference", reference()), ("joined", yes_no())], &[])),
    ]
}

/// What somebody needs, as the form has it; all of it always there, or only what is said.
fn needs(always: &[(&str, Value)], sometimes: &[(&str, Value)], whole: bool) -> Value {
    let codes = || json!({ "type": "array", "items": text(60), "maxItems": 40 });
    let own = [
        ("barriers", codes()),
        ("help", codes()),
        ("calls", text(20)),
        ("interpreter", text(20)),
        ("channel", text(20)),
        ("write_to", text(400)),
        ("copy_name", text(200)),
        ("copy_email", text(254)),
    ];
    let (mut always, mut sometimes) = (always.to_vec(), sometimes.to_vec());
    if whole {
        always.extend(own)
    } else {
        sometimes.extend(own)
    }
    object(&always, &sometimes)
}

/// A photograph or a document.
fn file() -> Value {
    let states = ["sending", "waiting", "clean", "unchecked", "infected"];
    object(
        &[
            ("id", id()),
            ("name", string()),
            ("media_type", string()),
            ("bytes", number()),
            ("sha256", string()),
            ("state", one_of(&states)),
        ],
        &[],
    )
}
