//! The shapes of handing cases to other systems.

use super::{SAFE, STATUSES, Shapes, count, id, list, moment, number, object, one_of, reference, shape, string, text};
use serde_json::json;

/// Every shape.
pub(super) fn all() -> Shapes {
    let states = || one_of(&cases::handed::State::ALL.map(cases::handed::State::code));
    let standing = [
        ("id", id()),
        ("reference", reference()),
        ("state", states()),
        ("number", string()),
        ("updates", number()),
        ("status", one_of(&STATUSES)),
    ];
    let place = object(
        &[("street", string()), ("postcode", string()), ("ward", string())],
        &[("latitude", json!({ "type": "number" })), ("longitude", json!({ "type": "number" }))],
    );
    let ending = object(&[("id", string()), ("name", string())], &[]);
    let contact = object(
        &[("name", string()), ("language", one_of(&["en", "cy", "ar"]))],
        &[("email", string()), ("phone", string())],
    );
    let handover = object(
        &[
            ("id", id()),
            ("reference", reference()),
            ("service", string()),
            ("service_name", string()),
            ("kind", string()),
            ("priority", string()),
            ("asked", moment()),
            ("answer_by", moment()),
            ("promised", moment()),
            ("place", place),
            ("answers", list(shape("Answered"))),
            ("outcomes", list(ending)),
            ("files", list(shape("HandedFile"))),
        ],
        &[("contact", contact)],
    );
    let file = object(
        &[
            ("id", id()),
            ("name", string()),
            ("media_type", string()),
            ("bytes", number()),
            ("sha256", string()),
            ("path", string()),
        ],
        &[],
    );
    let message =
        object(&[("id", id()), ("at", moment()), ("text", string()), ("files", list(shape("HandedFile")))], &[]);
    let long = || json!({ "type": "string", "minLength": 1, "maxLength": 2000 });
    let day = json!({ "type": "string", "format": "date", "examples": ["2026-12-01"] });
    vec![
        ("HandingOver", object(&[("system", text(40))], &[])),
        ("TakingBack", object(&[("system", text(40)), ("reason", long())], &[])),
        ("Handover", handover),
        ("HandedFile", file),
        ("HandedMessage", message),
        ("Handed", object(&standing, &[])),
        ("HandedWhole", object(&standing, &[("handover", shape("Handover"))])),
        ("HandedList", object(&[("handed", list(shape("Handed")))], &[("next", id())])),
        ("HandedAcceptance", object(&[("number", json!({ "type": "string", "minLength": 1, "maxLength": 60 }))], &[])),
        ("HandedRefusal", object(&[("reason", long())], &[])),
        (
            "HandedUpdate",
            object(
                &[("update", count(SAFE)), ("status", one_of(&cases::handed::SAID))],
                &[("date", day), ("note", text(2000))],
            ),
        ),
        ("HandedEnd", object(&[("outcome", text(100)), ("note", long())], &[])),
    ]
}
