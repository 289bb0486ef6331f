//! The shapes of deciding on the spot.

use super::{Shapes, list, object, string, text, yes_no};
use serde_json::{Value, json};

/// Money in pence, as much as may be typed on the page.
fn pence() -> Value {
    json!({ "type": "integer", "minimum": 0, "maximum": 100_000_000 })
}

/// Their shapes.
pub(super) fn shapes() -> Shapes {
    let named = || object(&[("id", string()), ("label", string())], &[]);
    let of_rule = || [("id", string()), ("words", string()), ("scheme", string())];
    let rule: Vec<(&str, Value)> =
        of_rule().into_iter().chain([("outcomes", list(string())), ("seen", list(string()))]).collect();
    let unmet: Vec<(&str, Value)> = of_rule().into_iter().chain([("why", list(string()))]).collect();
    let seen = json!({ "type": "array", "items": text(100), "maxItems": 20 });
    let reason = json!({ "type": "string", "minLength": 1, "maxLength": 2000 });
    vec![
        (
            "Delegated",
            object(
                &[
                    ("rules", list(object(&rule, &[("amount", pence())]))),
                    ("not_for", list(object(&unmet, &[]))),
                    ("outcomes", list(named())),
                    ("evidence", list(named())),
                ],
                &[],
            ),
        ),
        (
            "DecisionOnTheSpot",
            object(
                &[("outcome", text(100)), ("reason", reason), ("close", yes_no())],
                &[("amount", pence()), ("seen", seen), ("ahead", text(1000))],
            ),
        ),
        (
            "Ahead",
            object(&[("seen", string()), ("title", string()), ("words", string()), ("points", list(string()))], &[]),
        ),
    ]
}
