//! The shapes of what is sent and answered, by name: the schemas of the description, and what every request is checked against.

mod booked;
mod handed;
mod mail;
mod on_the_spot;
mod own;
mod people;
use crate::operation::Scope;
use crate::schema;
use residents::checks::Given;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static ALL: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    let all = [
        common(),
        public(),
        own::shapes(),
        booked::shapes(),
        desk(),
        people::shapes(),
        hooks(),
        handed::all(),
        mail::shapes(),
        on_the_spot::shapes(),
        changes(),
    ];
    all.into_iter().flatten().map(|(name, shape)| (name.to_owned(), shape)).collect()
});

/// Every shape by name.
pub(crate) fn all() -> &'static Map<String, Value> {
    &ALL
}

type Shapes = Vec<(&'static str, Value)>;

/// A line of text of at most so many characters.
pub(crate) fn text(most: u64) -> Value {
    json!({ "type": "string", "maxLength": most })
}

/// One of these codes.
pub(crate) fn one_of(codes: &[&str]) -> Value {
    json!({ "type": "string", "enum": codes })
}

/// A number of things.
pub(crate) fn count(most: u64) -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": most })
}

fn string() -> Value {
    json!({ "type": "string" })
}

/// An id.
pub(crate) fn id() -> Value {
    json!({ "type": "string", "pattern": schema::ID, "examples": ["0190163d8694739baea5966c26f8ad91"] })
}

fn moment() -> Value {
    json!({ "type": "string", "format": "date-time", "examples": ["2026-11-21T12:00:00Z"] })
}

fn yes_no() -> Value {
    json!({ "type": "boolean" })
}

/// The largest whole number that every reader of JSON keeps as it is.
pub(crate) const SAFE: u64 = (1 << 53) - 1;

fn number() -> Value {
    json!({ "type": "integer", "minimum": -SAFE.cast_signed(), "maximum": SAFE })
}

fn reference() -> Value {
    json!({ "type": "string", "minLength": 9, "maxLength": 9, "examples": ["FE8WX73ZD"] })
}

pub(crate) const STATUSES: [&str; 6] = ["open", "waiting", "decided", "passed-on", "closed", "withdrawn"];

fn shape(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

/// An object with these parts and no others: those that are always there, and those that may be.
fn object(always: &[(&str, Value)], sometimes: &[(&str, Value)]) -> Value {
    let parts: Map<String, Value> =
        always.iter().chain(sometimes).map(|(name, of)| ((*name).to_owned(), of.clone())).collect();
    let required: Vec<&str> = always.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "properties": parts, "required": required, "additionalProperties": false })
}

fn common() -> Shapes {
    let wrong = object(&[("at", string()), ("detail", string())], &[]);
    let mut problem = object(
        &[("type", string()), ("title", string()), ("status", number()), ("code", string()), ("detail", string())],
        &[
            ("errors", list(wrong)),
            ("nearby", shape("Nearby")),
            ("ahead", shape("Ahead")),
            ("scope", one_of(&Scope::ALL.map(Scope::code))),
            ("open", string()),
        ],
    );
    problem["examples"] = json!([{ "type": "about:blank", "title": "…", "status": 403, "code": "not-allowed", "detail": "…", "scope": "desk.read" }]);
    vec![
        ("Problem", problem),
        (
            "Nearby",
            object(
                &[
                    ("case", id()),
                    ("status", one_of(&STATUSES)),
                    ("opened", moment()),
                    ("metres", number()),
                    ("reporters", number()),
                ],
                &[],
            ),
        ),
        (
            "DeskWritten",
            object(
                &[
                    ("from", one_of(&["council", "reporter", "other-address", "other-person"])),
                    ("at", moment()),
                    ("text", string()),
                ],
                &[("sender", string())],
            ),
        ),
        ("Happened", object(&[("at", moment()), ("title", string()), ("by", string())], &[("text", string())])),
        ("Answered", object(&[("question", string()), ("answer", string())], &[])),
        ("Written", object(&[("from", one_of(&["council", "reporter"])), ("at", moment()), ("text", string())], &[])),
        ("Done", object(&[("reference", reference()), ("revision", number()), ("status", one_of(&STATUSES))], &[])),
    ]
}

fn public() -> Shapes {
    let option = object(&[("id", string()), ("label", string())], &[]);
    let kinds = [
        "text",
        "long-text",
        "choice",
        "choices",
        "yes-no",
        "date",
        "number",
        "money",
        "email",
        "phone",
        "person-name",
        "address",
        "postcode",
        "plate",
        "place",
        "file",
    ];
    vec![
        (
            "Service",
            object(
                &[
                    ("id", string()),
                    ("name", string()),
                    ("summary", string()),
                    ("category", string()),
                    ("online", yes_no()),
                ],
                &[],
            ),
        ),
        ("Services", object(&[("services", list(shape("Service")))], &[])),
        (
            "Question",
            object(
                &[
                    ("id", string()),
                    ("page", string()),
                    ("kind", one_of(&kinds)),
                    ("required", yes_no()),
                    ("always_asked", yes_no()),
                    ("label", string()),
                ],
                &[("hint", string()), ("options", list(option)), ("longest", number())],
            ),
        ),
        (
            "ServiceWhole",
            object(
                &[
                    ("id", string()),
                    ("name", string()),
                    ("summary", string()),
                    ("category", string()),
                    ("online", yes_no()),
                    ("version", number()),
                    ("contact", one_of(&["none", "optional", "required"])),
                    ("questions", list(shape("Question"))),
                ],
                &[],
            ),
        ),
    ]
}

fn desk() -> Shapes {
    let always = [
        ("reference", reference()),
        ("title", string()),
        ("service", string()),
        ("status", one_of(&STATUSES)),
        ("priority", string()),
        ("team", string()),
        ("opened", moment()),
        ("due", moment()),
        ("next_action", moment()),
        ("late", yes_no()),
    ];
    let row: Vec<(&str, Value)> = always.iter().cloned().chain([("unread", yes_no())]).collect();
    let place = object(
        &[("street", string()), ("postcode", string()), ("ward", string())],
        &[("latitude", json!({ "type": "number" })), ("longitude", json!({ "type": "number" }))],
    );
    let person = object(
        &[
            ("reference", reference()),
            ("name", string()),
            ("withheld", yes_no()),
            ("may_tell", yes_no()),
            ("not_where", yes_no()),
            ("language", string()),
            ("answers", list(shape("Answered"))),
        ],
        &[
            ("resident", id()),
            ("email", string()),
            ("phone", string()),
            ("do_not_ring", object(&[("never", yes_no()), ("why", string()), ("instead", string())], &[])),
        ],
    );
    let marker = object(&[("kind", string()), ("words", string())], &[("reason", string())]);
    let whole = [
        ("revision", number()),
        ("version", number()),
        ("kind", string()),
        ("outcome", string()),
        ("source", string()),
        ("markers", list(marker)),
        ("needs", list(string())),
        ("unseen", yes_no()),
        ("place", place),
        ("people", list(person)),
        ("messages", list(shape("DeskWritten"))),
        ("timeline", list(shape("Happened"))),
    ];
    let whole: Vec<(&str, Value)> = always.iter().cloned().chain(whole).collect();
    vec![
        ("DeskCase", object(&row, &[("owner", id())])),
        ("DeskCases", object(&[("cases", list(shape("DeskCase")))], &[("next", string())])),
        ("DeskCaseWhole", object(&whole, &[("owner", id()), ("closed", moment())])),
    ]
}

fn hooks() -> Shapes {
    let from = || count(SAFE);
    let hook = object(
        &[
            ("id", id()),
            ("name", string()),
            ("url", string()),
            ("kinds", list(string())),
            ("made", moment()),
            ("live", yes_no()),
        ],
        &[],
    );
    let delivery = object(
        &[
            ("seq", number()),
            ("case", id()),
            ("kind", string()),
            ("state", one_of(&["waiting", "done", "dead"])),
            ("attempts", number()),
            ("status", number()),
        ],
        &[("due", moment())],
    );
    let data = object(
        &[
            ("seq", number()),
            ("case", id()),
            ("by", string()),
            ("change", json!({ "type": "object", "additionalProperties": true })),
        ],
        &[
            ("reference", reference()),
            ("service", string()),
            ("kind", string()),
            (
                "handover",
                json!({ "oneOf": [shape("Handover"), object(&[("id", id())], &[("message", shape("HandedMessage"))])] }),
            ),
        ],
    );
    let kinds: Vec<&str> = crate::hooks::kinds().collect();
    vec![
        ("Told", object(&[("type", one_of(&kinds)), ("timestamp", moment()), ("data", data)], &[])),
        ("Hooks", object(&[("hooks", list(hook))], &[])),
        ("Deliveries", object(&[("deliveries", list(delivery))], &[("next", number())])),
        ("Replay", object(&[("from", from())], &[("to", from())])),
        ("Replayed", object(&[("from", from())], &[])),
    ]
}

/// What is sent.
fn changes() -> Shapes {
    let long = || json!({ "type": "string", "minLength": 1, "maxLength": 2000 });
    let parts =
        json!({ "type": "object", "additionalProperties": { "oneOf": [text(200), yes_no()] }, "maxProperties": 8 });
    let answer = json!({ "oneOf": [text(20_000), yes_no(), number(), { "type": "array", "items": text(200), "maxItems": 50 }, parts] });
    let answers = json!({ "type": "object", "additionalProperties": answer, "maxProperties": 200 });
    let address = object(&[("line1", text(200)), ("town", text(100)), ("postcode", text(20))], &[("line2", text(200))]);
    let ways = one_of(&["email", "text", "call", "letter", "none"]);
    let reached = object(
        &[("name", text(200)), ("way", ways)],
        &[("email", text(254)), ("phone", text(40)), ("address", address)],
    );
    // A reference is its own field; a code is sent and read at the desk's own page.
    let is_said = |given: &Given| !matches!(given, Given::Reference | Given::Code);
    let checks: Vec<&str> = Given::ALL.into_iter().filter(is_said).map(Given::code).collect();
    let files = json!({ "type": "array", "items": id(), "minItems": 1, "maxItems": 5 });
    let outcomes = contact::Outcome::ALL.map(contact::Outcome::code);
    let asked = object(
        &[("text", text(500)), ("outcome", one_of(&outcomes))],
        &[("service", text(100)), ("reference", text(20)), ("reason", text(500)), ("new", yes_no())],
    );
    vec![
        (
            "Submission",
            object(&[("answers", answers)], &[("contact", reached), ("postcode", text(20)), ("nearby", text(40))]),
        ),
        ("OwnMessage", object(&[], &[("text", long()), ("files", files)])),
        ("OwnWithdrawal", object(&[], &[("reason", text(2000))])),
        ("OwnReopening", object(&[("reason", long())], &[])),
        ("Note", object(&[("text", long())], &[])),
        ("Message", object(&[("text", long())], &[("asks", yes_no())])),
        ("Assignment", object(&[("team", text(100))], &[("owner", id())])),
        ("Plan", object(&[("date", json!({ "type": "string", "format": "date", "examples": ["2026-12-01"] }))], &[])),
        ("Decision", object(&[("outcome", text(100)), ("reason", long()), ("close", yes_no())], &[])),
        ("Reopening", object(&[("reason", long())], &[])),
        (
            "Opening",
            object(
                &[("purpose", one_of(&["caller", "work"]))],
                &[
                    ("caller", text(40)),
                    ("given", json!({ "type": "array", "items": one_of(&checks), "maxItems": 20 })),
                    ("reason", text(200)),
                    ("reference", text(40)),
                ],
            ),
        ),
        ("ContactStart", object(&[], &[("resident", id()), ("reference", text(20))])),
        (
            "ContactFinish",
            object(
                &[("questions", json!({ "type": "array", "items": asked, "minItems": 1, "maxItems": contact::MOST }))],
                &[("channel", one_of(&contact::Channel::ALL.map(contact::Channel::code)))],
            ),
        ),
        ("Nothing", object(&[], &[])),
    ]
}
