//! People at the desk: found, opened, read; what they were told.

use super::{STATUSES, Shapes, id, list, moment, number, object, one_of, reference, shape, string, yes_no};

/// Their shapes.
pub(super) fn shapes() -> Shapes {
    let reported = object(
        &[("reference", reference()), ("service_name", string()), ("status", one_of(&STATUSES)), ("opened", moment())],
        &[],
    );
    let vehicle = object(
        &[("plate", string()), ("near", yes_no())],
        &[("resident", id()), ("name", string()), ("reference", reference())],
    );
    vec![
        (
            "Found",
            object(
                &[
                    (
                        "people",
                        list(object(
                            &[("id", id()), ("name", string()), ("guarded", yes_no()), ("kept", yes_no())],
                            &[("home", string()), ("born", string())],
                        )),
                    ),
                    ("more", yes_no()),
                    ("vehicles", list(vehicle)),
                    ("strangers", list(object(&[("name", string()), ("cases", list(reported))], &[]))),
                    ("more_strangers", yes_no()),
                ],
                &[("case", reference())],
            ),
        ),
        (
            "Resident",
            object(
                &[
                    ("id", id()),
                    ("name", string()),
                    ("guarded", yes_no()),
                    ("open_until", moment()),
                    ("cases", list(shape("OwnCase"))),
                    ("not_shown", list(shape("OwnCase"))),
                    ("elsewhere", number()),
                    ("parted", yes_no()),
                    ("unproved", yes_no()),
                    ("markers", list(shape("Marker"))),
                    ("needs", list(string())),
                    ("may_tell", yes_no()),
                    ("not_where", yes_no()),
                    ("outside", number()),
                    ("assurance", string()),
                ],
                &[("home", string()), ("born", string())],
            ),
        ),
        ("Marker", object(&[("kind", string()), ("reason", string()), ("since", moment())], &[("review", string())])),
        ("Opened", object(&[("passed", yes_no())], &[("open_until", moment())])),
        ("Contact", object(&[("id", id())], &[])),
        (
            "KnownAnswer",
            object(
                &[
                    ("slug", string()),
                    ("question", string()),
                    ("answer", string()),
                    ("language", string()),
                    ("version", number()),
                    ("service", string()),
                ],
                &[],
            ),
        ),
        ("KnownAnswers", object(&[("answers", list(shape("KnownAnswer")))], &[("suggestion", string())])),
    ]
}
