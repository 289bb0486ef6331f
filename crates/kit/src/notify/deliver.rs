//! Handing a message over. Our id goes along as the reference: GOV.UK Notify has no key against sending twice, so a second
//! attempt asks first whether the first one got there.

use super::Notify;
use super::http::Answer;
use crate::app::Boxed;
use crate::outbox::{Channel, Delivery, Messenger, Outgoing};
use serde_json::{Map, Value, json};

/// Lines of an address.
const LINES: usize = 7;

impl Messenger for Notify {
    fn deliver<'a>(&'a self, message: &'a Outgoing) -> Boxed<'a, Delivery> {
        Box::pin(async move {
            let Some(template) = self.template(message) else {
                return Delivery::Later("there is no template for it".to_owned());
            };
            if message.attempt > 1 {
                match self.sent_before(message).await {
                    Ok(Some(id)) => return Delivery::Accepted(id),
                    Ok(None) => {}
                    Err(trouble) => return Delivery::Later(trouble),
                }
            }
            let (path, body) = shape(message, template);
            match self.ask("POST", path, Some(&body)).await {
                Ok(answer) => meaning(&answer),
                Err(trouble) => Delivery::Later(trouble),
            }
        })
    }
}

impl Notify {
    /// What GOV.UK Notify calls a message it has from an earlier attempt.
    async fn sent_before(&self, message: &Outgoing) -> Result<Option<String>, String> {
        let answer = self.ask("GET", &format!("/v2/notifications?reference={}", message.id), None).await?;
        if answer.status != 200 {
            return Err(answer.trouble());
        }
        Ok(answer.body["notifications"][0]["id"].as_str().map(str::to_owned))
    }
}

/// What the answer to a message means.
fn meaning(answer: &Answer) -> Delivery {
    match (answer.status, answer.body["id"].as_str()) {
        (201, Some(id)) => Delivery::Accepted(id.to_owned()),
        // The message itself: no number, no address, no such template. The same again would be refused again.
        (400, _) => Delivery::Never(answer.trouble()),
        // Ours to put right (the key, the clock), or theirs: too many at once, a bad day. The message is good.
        _ => Delivery::Later(answer.trouble()),
    }
}

/// Where a message is posted, and what.
fn shape(message: &Outgoing, template: &str) -> (&'static str, Value) {
    let reference = message.id.to_string();
    let words = json!({ "subject": message.subject, "body": message.text });
    match message.channel {
        Channel::Email => (
            "/v2/notifications/email",
            json!({ "email_address": message.to, "template_id": template, "personalisation": words, "reference": reference }),
        ),
        Channel::Text => (
            "/v2/notifications/sms",
            json!({
                "phone_number": message.to,
                "template_id": template,
                "personalisation": { "body": message.text },
                "reference": reference
            }),
        ),
        Channel::Letter => {
            let mut all: Map<String, Value> = Map::new();
            let lines = message.to.lines().filter(|line| !line.trim().is_empty()).take(LINES);
            all.extend(lines.enumerate().map(|(at, line)| (format!("address_line_{}", at + 1), json!(line))));
            all.insert("subject".to_owned(), json!(message.subject));
            all.insert("body".to_owned(), json!(message.text));
            (
                "/v2/notifications/letter",
                json!({ "template_id": template, "personalisation": all, "reference": reference }),
            )
        }
    }
}
