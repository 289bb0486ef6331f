//! What it answers, shaped as the documentation shows it.

use super::shapes::{KINDS, template};
use super::{Desk, EMAIL, Given, LETTER, LETTER_LARGE, TEXT, error};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Messages on one page of a list.
const PAGE: usize = 250;

fn nothing() -> Response {
    error(404, &[("NoResultFound", "No result found".to_owned())])
}

/// A template's text with what was given in its places.
fn written(text: &str, given: &Value) -> String {
    let part = |name: &str| given[name].as_str().unwrap_or_default().to_owned();
    text.replace("((subject))", &part("subject")).replace("((body))", &part("body"))
}

/// What is answered to a message that was taken.
pub fn taken(url: &str, given: &Given) -> Value {
    let reference = &given.sent["reference"];
    if given.sent.get("content").is_some() {
        let postage = given.sent.get("postage").cloned().unwrap_or_else(|| json!("second"));
        return json!({ "id": given.id, "reference": reference, "postage": postage });
    }
    let id = given.sent["template_id"].as_str().unwrap_or_default();
    let (_, subject, body) = template(id).unwrap_or_default();
    let (subject, body) =
        (written(subject, &given.sent["personalisation"]), written(body, &given.sent["personalisation"]));
    let content = match given.kind.as_str() {
        "sms" => json!({ "body": body, "from_number": "Eastmere" }),
        "email" => json!({ "subject": subject, "body": body, "from_email": "eastmere@notifications.service.gov.uk" }),
        _ => json!({ "subject": subject, "body": body }),
    };
    json!({
        "id": given.id,
        "reference": reference,
        "content": content,
        "uri": format!("{url}/v2/notifications/{}", given.id),
        "template": { "id": id, "version": 1, "uri": format!("{url}/v2/template/{id}") },
        "scheduled_for": null,
    })
}

fn shown(url: &str, given: &Given) -> Value {
    let id = given.sent["template_id"].as_str().unwrap_or_default();
    let (_, subject, body) = template(id).unwrap_or_default();
    let line = |at: usize| given.sent["personalisation"][format!("address_line_{at}")].clone();
    let over = !["created", "sending", "pending", "accepted"].contains(&given.status.as_str());
    json!({
        "id": given.id,
        "reference": given.sent["reference"],
        "email_address": given.sent["email_address"],
        "phone_number": given.sent["phone_number"],
        "line_1": line(1), "line_2": line(2), "line_3": line(3), "line_4": line(4),
        "line_5": line(5), "line_6": line(6), "line_7": line(7),
        "postage": if given.kind == "letter" { json!("second") } else { Value::Null },
        "type": given.kind,
        "status": given.status,
        "template": { "version": 1, "id": id, "uri": format!("{url}/v2/template/{id}/version/1") },
        "body": written(body, &given.sent["personalisation"]),
        "subject": written(subject, &given.sent["personalisation"]),
        "created_at": "2026-11-22T10:00:00.000000Z",
        "created_by_name": null,
        "sent_at": "2026-11-22T10:00:01.000000Z",
        "completed_at": if over { json!("2026-11-22T10:00:05.000000Z") } else { Value::Null },
        "scheduled_for": null,
    })
}

fn shown_template(id: &str) -> Option<Value> {
    let (kind, subject, body) = template(id)?;
    Some(json!({
        "id": id, "type": kind, "name": kind, "version": 1, "body": body,
        "subject": if kind == "sms" { Value::Null } else { json!(subject) },
        "created_at": "2026-11-01T10:00:00.000000Z", "updated_at": null,
        "created_by": "council@eastmere.example", "personalisation": {},
        "postage": if kind == "letter" { json!("second") } else { Value::Null },
        "letter_contact_block": null,
    }))
}

/// A template filled in and not sent.
pub fn preview(id: &str, asked: &Value) -> Response {
    let Some((kind, subject, body)) = template(id) else { return nothing() };
    let given = &asked["personalisation"];
    if given.get("body").is_none() {
        return error(400, &[("BadRequestError", "Missing personalisation: body".to_owned())]);
    }
    let (subject, body) = (written(subject, given), written(body, given));
    axum::Json(json!({ "id": id, "type": kind, "version": 1, "body": body, "html": null, "subject": subject, "postage": null }))
        .into_response()
}

/// Everything that is read.
pub fn get(desk: &Desk, uri: &Uri) -> Response {
    let parts: Vec<&str> = uri.path().trim_matches('/').split('/').collect();
    let given = desk.given.lock().expect("nobody stopped").clone();
    match parts[..] {
        ["v2", "notifications"] => list(desk, uri, given),
        ["v2", "notifications", id] => {
            if uuid::Uuid::try_parse(id).is_err() {
                return error(400, &[("ValidationError", "notification_id is not a valid UUID".to_owned())]);
            }
            let found = given.iter().find(|one| one.id == id);
            found.map_or_else(nothing, |one| axum::Json(shown(&desk.url, one)).into_response())
        }
        ["v2", "template", id] | ["v2", "template", id, "version", "1"] => {
            shown_template(id).map_or_else(nothing, |one| axum::Json(one).into_response())
        }
        ["v2", "templates"] => {
            let all = [EMAIL, TEXT, LETTER, LETTER_LARGE].into_iter().filter_map(shown_template);
            axum::Json(json!({ "templates": all.collect::<Vec<_>>() })).into_response()
        }
        ["v2", "received-text-messages"] => {
            let current = format!("{}{uri}", desk.url);
            axum::Json(json!({ "received_text_messages": [], "links": { "current": current } })).into_response()
        }
        _ => nothing(),
    }
}

/// The newest first, a page of them, narrowed.
fn list(desk: &Desk, uri: &Uri, mut all: Vec<Given>) -> Response {
    all.reverse();
    for (name, value) in form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
        match name.as_ref() {
            "reference" => all.retain(|one| one.reference() == value),
            "status" => all.retain(|one| one.status == value),
            "template_type" if !KINDS.contains(&value.as_ref()) => {
                let words = format!("template_type {value} is not one of [sms, email, letter]");
                return error(400, &[("ValidationError", words)]);
            }
            "template_type" => all.retain(|one| one.kind == value),
            "older_than" => {
                let at = all.iter().position(|one| one.id == value).map_or(all.len(), |at| at + 1);
                all.drain(..at);
            }
            _ => {
                let words = format!("Additional properties are not allowed ({name} was unexpected)");
                return error(400, &[("ValidationError", words)]);
            }
        }
    }
    all.truncate(PAGE);
    let mut links = json!({ "current": format!("{}{uri}", desk.url) });
    // There is a way on from every page with something on it: the next may be empty.
    if let Some(last) = all.last() {
        links["next"] = json!(format!("{}/v2/notifications?older_than={}", desk.url, last.id));
    }
    let shown: Vec<Value> = all.iter().map(|one| shown(&desk.url, one)).collect();
    axum::Json(json!({ "notifications": shown, "links": links })).into_response()
}
