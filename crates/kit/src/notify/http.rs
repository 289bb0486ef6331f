//! Asking GOV.UK Notify.

use crate::ask;
use crate::error::Result;
use http::{Request, header};
use http_body_util::Full;
use serde_json::Value;

/// What came back.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub status: u16,
    /// `null` where it was no JSON.
    pub body: Value,
}

impl Answer {
    /// The kinds of error in it, with their words: "BadRequestError: Missing personalisation: body".
    pub fn trouble(&self) -> String {
        let one = |error: &Value| {
            let text = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            format!("{}: {}", text("error"), text("message"))
        };
        let all: Vec<String> = self.body["errors"].as_array().into_iter().flatten().map(one).collect();
        format!("{} {}", self.status, all.join("; "))
    }
}

/// A client of one place.
pub(super) struct Client {
    origin: String,
    client: ask::Client,
}

impl Client {
    /// Prepares it; nothing is asked yet. Refuses to speak without protection to another machine.
    pub fn new(origin: &str) -> Result<Client> {
        ask::protected(origin)?;
        Ok(Client { origin: origin.trim_end_matches('/').to_owned(), client: ask::Client::new(None)? })
    }

    /// Asks; the error says in words why nothing came back.
    pub async fn ask(
        &self,
        method: &'static str,
        path: &str,
        token: &str,
        body: Option<&Value>,
    ) -> std::result::Result<Answer, String> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.origin))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Full::new(body.map(Value::to_string).unwrap_or_default().into()))
            .map_err(|cause| cause.to_string())?;
        let answer = self.client.ask(request).await?;
        let body = serde_json::from_slice(answer.body()).unwrap_or_default();
        Ok(Answer { status: answer.status().as_u16(), body })
    }
}
