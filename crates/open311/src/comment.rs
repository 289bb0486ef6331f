//! `POST /open311/v2/servicerequestupdates.{xml,json}`: what somebody wrote in the other system about a report that this key
//! sent. It becomes a message on the case, once; the status the other system gives it changes nothing here by itself.

use crate::answer::{Format, Value};
use crate::caller::{self, value};
use crate::refusal::Refusal;
use crate::{moment, store};
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::form::{self, Form};
use kit::keys;
use kit::who::Who;
use kit::{App, Id, Lang, Reference, Result};
use services::Catalogue;
use sha2::{Digest, Sha256};

/// What has to be there, after the key.
const NEEDED: [&str; 5] = ["service_request_id", "update_id", "status", "updated_datetime", "description"];
/// The longest description, in characters.
const LONGEST: usize = 4_000;

/// The statuses other systems give an update.
const STATUSES: [&str; 11] = [
    "OPEN",
    "CLOSED",
    "FIXED",
    "INVESTIGATING",
    "IN_PROGRESS",
    "ACTION_SCHEDULED",
    "NO_FURTHER_ACTION",
    "NOT_COUNCILS_RESPONSIBILITY",
    "DUPLICATE",
    "INTERNAL_REFERRAL",
    "CONFIRMED",
];

/// Takes an update.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    uri: Uri,
    sent: Form,
) -> Result<Response> {
    let who = Who::anyone(who.lang);
    Format::of(uri.path()).answer("service_request_updates", take(&app, &who, &sent).await)
}

async fn take(app: &App, who: &Who, sent: &Form) -> Result<Value, Refusal> {
    let mut conn = app.db.read().await?;
    let key = caller::key(&mut conn, app, sent).await?;
    caller::jurisdiction(app, sent)?;
    if let Some(missing) = NEEDED.iter().find(|name| value(sent, name).is_none()) {
        return Err(Refusal::value(app, "open311-error-missing", missing));
    }
    let status = sent.trimmed("status").to_uppercase();
    if !STATUSES.contains(&status.as_str()) {
        return Err(Refusal::value(app, "open311-error-status", "status"));
    }
    if moment::read(sent.value("updated_datetime")).is_none() {
        return Err(Refusal::value(app, "open311-error-date", "updated_datetime"));
    }
    let unknown = || Refusal::unknown(app, "open311-error-request");
    let reference: Reference = sent.trimmed("service_request_id").parse().map_err(|_| unknown())?;
    // What others sent, or wrote here themselves, is not this key's.
    if store::sent::sender(&mut conn, &reference).await? != Some(key.id) {
        return Err(unknown());
    }
    drop(conn);
    let said = form::lines(sent.value("description"), LONGEST);
    let said = said.map_err(|_| Refusal::value(app, "open311-error-text", "description"))?;
    let danger = !app.part::<Catalogue>()?.danger().signs(&said).is_empty();
    let text = app.words.with(Lang::EN, "open311-desk-update", &[("text", said.into()), ("status", status.into())]);
    let id = number(key.id, sent.trimmed("update_id"));
    let mut tx = app.db.begin().await?;
    cases::elsewhere::write(&mut tx, app, who, &reference, (id, &text, danger)).await?;
    keys::touch(&mut tx, key.id, app.now()).await?;
    tx.commit().await?;
    let taken = Value::Object(vec![("update_id", Value::text(id.to_string())), ("account_id", Value::Nothing)]);
    Ok(Value::List("request_update", vec![taken]))
}

/// What the sender's number of an update is here: the same every time, so that it is written once.
fn number(key: Id, update: &str) -> Id {
    let digest = Sha256::new().chain_update("open311 update").chain_update(key.0).chain_update(update).finalize();
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    Id(id)
}
