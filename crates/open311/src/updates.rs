//! `GET /open311/v2/servicerequestupdates.{xml,json}`: changes of status, oldest first. With a key those of what it sent, by the
//! numbers it knows; without one those of the public services. Never what somebody wrote: an outcome, not its reason.

use crate::answer::{Format, Value};
use crate::asked;
use crate::caller::{self, value};
use crate::record::Words;
use crate::refusal::Refusal;
use crate::store::updates::{self, Update};
use crate::{moment, offer};
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::form::Form;
use kit::who::Who;
use kit::{App, Lang, Result};
use services::Catalogue;

/// Lists them.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>, uri: Uri) -> Result<Response> {
    let sent = Form::parse(uri.query().unwrap_or_default().as_bytes());
    Format::of(uri.path()).answer("service_request_updates", found(&app, &sent, who.lang).await)
}

async fn found(app: &App, sent: &Form, lang: Lang) -> Result<Value, Refusal> {
    caller::jurisdiction(app, sent)?;
    let feeds = match value(sent, "api_key") {
        Some(key) => vec![updates::of_key(caller::key(&mut *app.db.read().await?, app, Some(key)).await?.id)],
        None => offer::public(app)?.iter().map(|service| updates::of_service(&service.id)).collect(),
    };
    let (span, pages) = (asked::dates(app, sent)?, asked::pages(app, sent)?);
    let read = async move |conn: &mut kit::db::Conn| {
        let mut all = Vec::new();
        for feed in &feeds {
            all.extend(updates::page(conn, feed, &span, pages.rows()).await?);
        }
        all.sort_by(|a, b| (a.at, a.fact, &a.reference).cmp(&(b.at, b.fact, &b.reference)));
        Ok(pages.cut(all))
    };
    let all = app.db.read_long(read).await?;
    let shown = all.iter().map(|update| shown(app, update, lang)).collect::<Result<_>>()?;
    Ok(Value::List("request_update", shown))
}

fn shown(app: &App, update: &Update, lang: Lang) -> Result<Value> {
    let catalogue = app.part::<Catalogue>()?;
    let found = catalogue.version(&update.service, update.version).or_else(|| catalogue.current(&update.service));
    let done = found.as_ref().and_then(|found| found.outcome(&update.detail)).is_some_and(|outcome| outcome.done);
    let words = Words { app, definition: found, lang };
    let outcome = || words.outcome(&update.detail);
    let say = |key: &str| app.words.with(lang, key, &[("outcome", outcome().into())]);
    let (status, description) = match update.what.as_str() {
        "passed-on" => ("NOT_COUNCILS_RESPONSIBILITY", words.passed_on(&update.detail)),
        "decided" => ("IN_PROGRESS", say("open311-update-decided")),
        "closed" => (if done { "FIXED" } else { "NO_FURTHER_ACTION" }, closed(app, &update.detail, &say, lang)),
        "withdrawn" => ("CLOSED", app.t(lang, "open311-update-withdrawn").to_owned()),
        _ => ("OPEN", app.t(lang, "open311-update-reopened").to_owned()),
    };
    Ok(Value::Object(vec![
        ("update_id", Value::text(format!("{}-{}", update.fact, update.reference))),
        ("service_request_id", Value::text(update.reference.as_str())),
        ("status", Value::text(status)),
        ("description", Value::text(description)),
        ("updated_datetime", Value::text(moment::written(update.at))),
        ("media_url", Value::Nothing),
        ("external_status_code", Value::text(format!("{}:{}", update.what, update.detail).trim_end_matches(':'))),
    ]))
}

fn closed(app: &App, outcome: &str, say: &dyn Fn(&str) -> String, lang: Lang) -> String {
    if outcome.is_empty() { app.t(lang, "open311-update-closed").to_owned() } else { say("open311-update-closed-with") }
}
