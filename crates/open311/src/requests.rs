//! `GET /open311/v2/requests.{xml,json}` and `GET /open311/v2/requests/{id}.{xml,json}`: what became of reports.

use crate::answer::{Format, Value};
use crate::asked::{self, Asked};
use crate::caller::{self, value};
use crate::follow::last_change;
use crate::record::Record;
use crate::refusal::Refusal;
use crate::store;
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::form::Form;
use kit::who::Who;
use kit::{App, Error, Lang, Reference, Result};
use std::cmp::Reverse;

/// Requests asked for by their numbers in one go.
const NUMBERS: usize = 200;

/// Lists requests, newest first.
pub(crate) async fn list(State(app): State<App>, Extension(who): Extension<Who>, uri: Uri) -> Result<Response> {
    let asked = Form::parse(uri.query().unwrap_or_default().as_bytes());
    Format::of(uri.path()).answer("service_requests", listed(&app, &asked, who.lang).await)
}

/// Shows one.
pub(crate) async fn one(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Response> {
    let (id, format) = Format::split(&name).ok_or(Error::NotFound)?;
    let asked = Form::parse(uri.query().unwrap_or_default().as_bytes());
    format.answer("service_requests", single(&app, id, &asked, who.lang).await)
}

async fn single(app: &App, id: &str, asked: &Form, lang: Lang) -> Result<Value, Refusal> {
    caller::jurisdiction(app, asked)?;
    let mut read = app.db.read().await?;
    let unknown = || Refusal::unknown(app, "open311-error-request");
    let record = shown_as(&mut read, app, id).await?.ok_or_else(unknown)?;
    shown(app, &[record], asked, lang)
}

async fn listed(app: &App, asked: &Form, lang: Lang) -> Result<Value, Refusal> {
    caller::jurisdiction(app, asked)?;
    let Some(ids) = value(asked, "service_request_id") else {
        let read = asked::read(app, asked)?;
        let found = app.db.read_long(async move |conn| found(conn, &read).await).await?;
        return shown(app, &found, asked, lang);
    };
    // Numbers override everything else.
    let ids: Vec<&str> = asked::list(ids).collect();
    if ids.len() > NUMBERS {
        return Err(Refusal::value(app, "open311-error-many", "service_request_id"));
    }
    let mut read = app.db.read().await?;
    let mut records = Vec::new();
    for id in ids {
        records.extend(shown_as(&mut read, app, id).await?);
    }
    shown(app, &records, asked, lang)
}

fn shown(app: &App, records: &[Record], asked: &Form, lang: Lang) -> Result<Value, Refusal> {
    let extensions = asked.trimmed("extensions").eq_ignore_ascii_case("true");
    let all = records.iter().map(|record| record.shown(app, lang, extensions));
    Ok(Value::List("request", all.collect::<Result<_>>()?))
}

/// The report of this number as it is now, if others may know of it.
pub(crate) async fn shown_as(conn: &mut Conn, app: &App, id: &str) -> Result<Option<Record>> {
    let Ok(reference) = id.parse::<Reference>() else { return Ok(None) };
    let Some(reported) = cases::elsewhere::by_reference(conn, &reference).await? else { return Ok(None) };
    let updated = last_change(conn, reported.case.id).await?;
    Record::of(app, &reported, updated)
}

/// One page of what is asked for: of each service and standing the newest, put together.
async fn found(conn: &mut Conn, asked: &Asked) -> Result<Vec<Record>> {
    let mut all = Vec::new();
    for service in &asked.services {
        for live in &asked.live {
            let rows = asked.pages.rows();
            all.extend(match &asked.updated {
                None => store::records::by_opened(conn, (service, *live), &asked.requested, rows).await?,
                Some(updated) => {
                    store::records::by_updated(conn, (service, *live), (updated, &asked.requested), rows).await?
                }
            });
        }
    }
    let by_update = asked.updated.is_some();
    all.sort_by_key(|record| Reverse((if by_update { record.updated } else { record.opened }, record.case)));
    Ok(asked.pages.cut(all))
}
