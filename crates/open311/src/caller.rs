//! Who calls: the council meant, and for whoever sends something a key, so many times.

use crate::refusal::Refusal;
use axum::http::StatusCode;
use cases::import::Mapping;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use kit::db::Conn;
use kit::files::{Incoming, Sent};
use kit::form::Form;
use kit::keys::{self, Key};
use kit::{App, Error, Id};
use std::num::NonZeroU32;
use std::sync::Arc;

/// The scope of a key that sends reports.
pub const SCOPE: &str = "open311";

/// Reports and updates a key may send in a second, for as long as it likes. So many that whoever brings over the reports of a
/// year is not turned away: see [`BURST`].
const PER_SECOND: NonZeroU32 = NonZeroU32::new(20).expect("it is above nothing");
/// And so many at once.
const BURST: NonZeroU32 = NonZeroU32::new(6_000).expect("it is above nothing");

/// What reports from other systems need besides the services: the published rules that sort them, and the count of each key.
#[derive(Debug)]
pub struct Desk {
    /// The rules that `guildhall import reports` sorts by.
    pub mapping: Mapping,
    counted: DefaultKeyedRateLimiter<Id>,
}

impl Desk {
    /// With these rules.
    pub fn new(mapping: Mapping) -> Desk {
        let quota = Quota::per_second(PER_SECOND).allow_burst(BURST);
        Desk { mapping, counted: RateLimiter::keyed(quota) }
    }
}

/// The value of a parameter; an empty one is none.
pub(crate) fn value<'f>(form: &'f Form, name: &str) -> Option<&'f str> {
    Some(form.trimmed(name)).filter(|value| !value.is_empty())
}

/// Refuses a council that is not this one. There is one here, so nobody has to name it; its name is that of its host.
pub(crate) fn jurisdiction(app: &App, form: &Form) -> Result<(), Refusal> {
    let host = app.council.origin.split_once("://").map_or("", |(_, host)| host);
    let host = host.split([':', '/']).next().unwrap_or_default();
    match value(form, "jurisdiction_id") {
        Some(other) if other != host => Err(Refusal::unknown(app, "open311-error-jurisdiction")),
        _ => Ok(()),
    }
}

/// What was sent with a key that may. Whoever shows none sends no pictures here: no more is read than up to the key.
pub(crate) async fn arrived(app: &App, incoming: &Incoming) -> Result<(Arc<Sent>, Key), Refusal> {
    // JSON, or a form that is cut short: nothing else is read here.
    let unread = |cause| match cause {
        Error::BadRequest(_) => Refusal::bad(app, "open311-error-form"),
        cause => Refusal::Inside(cause),
    };
    let text = incoming.until(app, "api_key").await.map_err(unread)?;
    let key = key(&mut *app.db.read().await?, app, text.as_deref()).await?;
    Ok((incoming.read(app).await.map_err(unread)?, key))
}

/// The key with this text, if it may send.
pub(crate) async fn key(conn: &mut Conn, app: &App, text: Option<&str>) -> Result<Key, Refusal> {
    let refuse = |words| Refusal::new(StatusCode::FORBIDDEN, app, words, &[]);
    let text = text.map(str::trim).filter(|text| !text.is_empty()).ok_or_else(|| refuse("open311-error-no-key"))?;
    let key = keys::find(conn, app, text, SCOPE).await?.ok_or_else(|| refuse("open311-error-key"))?;
    match app.part::<Desk>()?.counted.check_key(&key.id) {
        Ok(()) => Ok(key),
        Err(_) => Err(Refusal::Inside(Error::TooMany(1))),
    }
}
