//! The shapes of appointments.

use super::{Shapes, id, list, moment, number, object, one_of, shape, string, text, yes_no};
use appointments::State;
use serde_json::{Value, json};

fn ways() -> Value {
    one_of(&["in-person", "phone"])
}

/// Their shapes.
pub(super) fn shapes() -> Shapes {
    let site = object(&[("id", string()), ("name", string()), ("address", string())], &[]);
    let option = || object(&[("id", string()), ("label", string())], &[]);
    let kind = object(
        &[
            ("id", string()),
            ("name", string()),
            ("about", string()),
            ("bring", string()),
            ("minutes", number()),
            ("ways", list(ways())),
            ("sites", list(site)),
        ],
        &[],
    );
    let time = object(&[("at", moment()), ("until", moment())], &[]);
    let states = || one_of(&State::ALL.map(State::code));
    let booked = object(
        &[
            ("id", id()),
            ("reference", string()),
            ("kind", string()),
            ("what", string()),
            ("site", string()),
            ("place", string()),
            ("way", ways()),
            ("at", moment()),
            ("until", moment()),
            ("state", states()),
            ("name", string()),
            ("needs", list(string())),
            ("may_change", yes_no()),
        ],
        &[("address", string()), ("email", string()), ("phone", string()), ("speaks", string())],
    );
    let line = object(
        &[
            ("id", id()),
            ("reference", string()),
            ("at", moment()),
            ("until", moment()),
            ("what", string()),
            ("way", ways()),
            ("place", string()),
            ("with", string()),
            ("name", string()),
            ("note", string()),
            ("state", states()),
        ],
        &[],
    );
    let needs = json!({ "type": "array", "items": text(60), "maxItems": 20 });
    vec![
        ("Bookable", object(&[("kinds", list(kind)), ("needs", list(option())), ("languages", list(option()))], &[])),
        (
            "BookableTimes",
            object(&[("kind", string()), ("site", string()), ("way", ways()), ("times", list(time))], &[]),
        ),
        ("Appointment", booked),
        ("Appointments", object(&[("appointments", list(shape("Appointment")))], &[])),
        (
            "Booking",
            object(
                &[("kind", text(60)), ("at", moment())],
                &[
                    ("site", text(60)),
                    ("way", ways()),
                    ("needs", needs),
                    ("speaks", text(20)),
                    ("name", text(100)),
                    ("email", text(254)),
                    ("phone", text(40)),
                ],
            ),
        ),
        ("Moving", object(&[("at", moment())], &[])),
        ("DayOfSite", object(&[("site", string()), ("day", string()), ("appointments", list(line))], &[])),
    ]
}
