//! `GET /open311/v2/discovery.{xml,json}`: where the service is, in which formats, and whom to ask for a key.

use crate::answer::{Format, Value};
use crate::{moment, offer};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::{App, Lang, Result};
use services::Catalogue;

/// The standard this is.
const SPECIFICATION: &str = "http://wiki.open311.org/GeoReport_v2";

/// Says so.
pub(crate) async fn get(State(app): State<App>, uri: Uri) -> Result<Response> {
    let format = Format::of(uri.path());
    let catalogue = app.part::<Catalogue>()?;
    let published = offer::all(&app)?.iter().filter_map(|(_, service)| catalogue.published_at(&service.id)).max();
    let changed = || Value::text(moment::written(published.unwrap_or_default()));
    let council = &app.council;
    let formats = ["text/xml", "application/json"].map(Value::text).to_vec();
    let endpoint = Value::Object(vec![
        ("specification", Value::text(SPECIFICATION)),
        ("url", Value::text(format!("{}/open311/v2", council.origin.trim_end_matches('/')))),
        ("changeset", changed()),
        ("type", Value::text(if app.demo { "test" } else { "production" })),
        ("formats", Value::List("format", formats)),
    ]);
    let key = app.words.with(Lang::EN, "open311-key-service", &[("email", (&council.email).into())]);
    let found = Value::Object(vec![
        ("changeset", changed()),
        ("contact", Value::text(format!("{}, {}, {}", council.name, council.phone, council.email))),
        ("key_service", Value::text(key)),
        ("endpoints", Value::List("endpoint", vec![endpoint])),
    ]);
    format.answer("discovery", Ok(found))
}
