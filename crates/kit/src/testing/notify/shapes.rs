//! What a message has to look like.

use super::{EMAIL, LETTER, LETTER_LARGE, TEXT, Wrong};
use crate::address::{Email, Phone};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// The kinds of messages.
pub const KINDS: [&str; 3] = ["sms", "email", "letter"];

/// The kind, subject and body of a template.
pub fn template(id: &str) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match id {
        EMAIL => ("email", "((subject))", "((body))"),
        TEXT => ("sms", "", "((body))"),
        LETTER | LETTER_LARGE => ("letter", "((subject))", "((body))"),
        _ => return None,
    })
}

fn validation(words: impl Into<String>) -> Wrong {
    (400, "ValidationError", words.into())
}

fn bad(words: impl Into<String>) -> Wrong {
    (400, "BadRequestError", words.into())
}

/// What is wrong with a message of this kind; nothing where nothing is.
pub fn wrong(kind: &str, asked: &Value) -> Vec<Wrong> {
    if kind == "letter" && asked.get("content").is_some() {
        return precompiled(asked);
    }
    let (needed, allowed): (&[&str], &[&str]) = match kind {
        "sms" => (
            &["phone_number", "template_id"],
            &["phone_number", "template_id", "personalisation", "reference", "sms_sender_id", "scheduled_for"],
        ),
        "email" => (
            &["email_address", "template_id"],
            &[
                "email_address",
                "template_id",
                "personalisation",
                "reference",
                "email_reply_to_id",
                "one_click_unsubscribe_url",
                "sanitise_content_for",
                "scheduled_for",
            ],
        ),
        _ => (&["template_id", "personalisation"], &["template_id", "personalisation", "reference"]),
    };
    let mut all = shape(asked, needed, allowed);
    let text = |name: &str| asked[name].as_str();
    if text("template_id").is_some_and(|id| uuid::Uuid::try_parse(id).is_err()) {
        all.push(validation("template_id is not a valid UUID"));
    }
    if text("phone_number").is_some_and(|number| !Phone::read(number).is_ok_and(|phone| phone.can_text())) {
        all.push(validation("phone_number Not a UK mobile number"));
    }
    if text("email_address").is_some_and(|address| Email::read(address).is_err()) {
        all.push(validation("email_address Not a valid email address"));
    }
    if all.is_empty() {
        all.extend(filled(kind, asked));
    }
    all
}

fn shape(asked: &Value, needed: &[&str], allowed: &[&str]) -> Vec<Wrong> {
    let missing = needed.iter().filter(|name| asked.get(**name).is_none());
    let mut all: Vec<Wrong> = missing.map(|name| validation(format!("{name} is a required property"))).collect();
    let odd = asked.as_object().into_iter().flatten().filter(|(name, _)| !allowed.contains(&name.as_str()));
    all.extend(
        odd.map(|(name, _)| validation(format!("Additional properties are not allowed ({name} was unexpected)"))),
    );
    for name in ["reference", "phone_number", "email_address", "template_id"] {
        if asked.get(name).is_some_and(|value| !value.is_string()) {
            all.push(validation(format!("{name} {} is not of type string", asked[name])));
        }
    }
    if asked["reference"].as_str().is_some_and(|reference| reference.len() > 1000) {
        all.push(validation("reference is too long"));
    }
    if asked.get("personalisation").is_some_and(|value| !value.is_object()) {
        all.push(validation("personalisation should contain key value pairs"));
    }
    all
}

/// Whether the template is there, is of this kind, and everything it names was given.
fn filled(kind: &str, asked: &Value) -> Option<Wrong> {
    let Some((of, subject, body)) = template(asked["template_id"].as_str()?) else {
        return Some(bad("Template not found"));
    };
    if of != kind {
        return Some(bad(format!("{of} template is not suitable for {kind} notification")));
    }
    let given = &asked["personalisation"];
    if kind == "letter"
        && let Some(wrong) = address(given)
    {
        return Some(wrong);
    }
    let missing: Vec<&str> = [("((subject))", "subject"), ("((body))", "body")]
        .into_iter()
        .filter(|(mark, name)| (subject.contains(mark) || body.contains(mark)) && given.get(*name).is_none())
        .map(|(_, name)| name)
        .collect();
    if !missing.is_empty() {
        return Some(bad(format!("Missing personalisation: {}", missing.join(", "))));
    }
    let long = kind == "sms" && given["body"].as_str().is_some_and(|body| body.chars().count() > 918);
    long.then(|| bad("Content for template has a character count greater than the limit of 918"))
}

/// Three lines at least, seven at most, the last of them a postcode (or a country, which nobody here writes to).
fn address(given: &Value) -> Option<Wrong> {
    let lines: Vec<&str> = (1..=7)
        .filter_map(|at| given[format!("address_line_{at}")].as_str())
        .filter(|line| !line.trim().is_empty())
        .collect();
    if lines.len() < 3 {
        return Some(validation("Address must be at least 3 lines"));
    }
    let last: String = lines[lines.len() - 1].chars().filter(|c| !c.is_whitespace()).collect();
    let ends = last.is_ascii() && (5..=7).contains(&last.len()) && {
        let inward = &last.as_bytes()[last.len() - 3..];
        inward[0].is_ascii_digit() && inward[1].is_ascii_alphabetic() && inward[2].is_ascii_alphabetic()
    };
    (!ends).then(|| validation("Last line of address must be a real UK postcode or another country"))
}

fn precompiled(asked: &Value) -> Vec<Wrong> {
    let mut all = shape(asked, &["reference", "content"], &["reference", "content", "postage"]);
    if asked.get("postage").is_some_and(|postage| !["first", "second", "economy"].iter().any(|one| postage == one)) {
        all.push(validation("postage invalid. It must be first, second or economy."));
    }
    let pdf = asked["content"].as_str().and_then(|content| STANDARD.decode(content).ok());
    if all.is_empty() && !pdf.is_some_and(|pdf| pdf.starts_with(b"%PDF")) {
        all.push(validation("content is not a valid base64 encoded PDF"));
    }
    all
}
