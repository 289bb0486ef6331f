//! `GET /open311/v2/tokens/{token}.{xml,json}`: the request a token stands for. A report is answered with its number at once,
//! and that number is its token too, for clients that always ask.

use crate::answer::{Format, Value};
use crate::caller;
use crate::refusal::Refusal;
use crate::requests::shown_as;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::{App, Error, Result};

/// Finds it.
pub(crate) async fn get(State(app): State<App>, Path(name): Path<String>, uri: Uri) -> Result<Response> {
    let (token, format) = Format::split(&name).ok_or(Error::NotFound)?;
    let asked = Form::parse(uri.query().unwrap_or_default().as_bytes());
    format.answer("service_requests", found(&app, token, &asked).await)
}

async fn found(app: &App, token: &str, asked: &Form) -> Result<Value, Refusal> {
    caller::jurisdiction(app, asked)?;
    let mut read = app.db.read().await?;
    let unknown = || Refusal::unknown(app, "open311-error-token");
    let record = shown_as(&mut read, app, token).await?.ok_or_else(unknown)?;
    let id = || Value::text(record.reference.as_str());
    Ok(Value::List("request", vec![Value::Object(vec![("service_request_id", id()), ("token", id())])]))
}
