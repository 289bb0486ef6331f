//! `GET /live/{site}`: server-sent events for whoever watches a site, on a board, a phone or at a desk. `change` says how far the
//! site has come and what its board shows, nothing of any person; `beat` comes every two seconds, so that a page knows when it
//! hears nothing any more.

use crate::shown::{Board, Shown};
use crate::{Live, Sites};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use kit::extract::Path;
use kit::{App, Error, Result};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::{Interval, MissedTickBehavior, interval};

/// Somebody who hears nothing for twice as long hears nothing any more.
const BEAT: Duration = Duration::from_secs(2);
const BEATS: &str = "event: beat\ndata:\n\n";
/// A browser that lost us asks again after this many milliseconds.
const RETRY: &str = "retry: 1000\n";

/// Somebody who watches.
struct Watching {
    app: App,
    site: String,
    changes: watch::Receiver<u64>,
    over: watch::Receiver<bool>,
    beats: Interval,
    first: bool,
    /// Something has changed that they were not told.
    due: bool,
    _place: OwnedSemaphorePermit,
}

/// Watches a site until the page closes or the server stops.
pub async fn get(State(app): State<App>, Path(site): Path<String>) -> Result<Response> {
    app.part::<Sites>()?.get(&site)?;
    let live = app.part::<Live>()?;
    let place = live.place().ok_or_else(|| Error::Unavailable("too many watch".to_owned()))?;
    let mut beats = interval(BEAT);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beats.reset();
    let (changes, over) = (live.listen(&site), live.over());
    let watching = Watching { app: app.clone(), site, changes, over, beats, first: true, due: true, _place: place };
    let events = unfold(watching, async |mut watching| {
        let event = watching.next().await?;
        Some((Ok::<Bytes, Infallible>(event), watching))
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // What stands before us is not to keep events back.
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    Ok((headers, Body::from_stream(events)).into_response())
}

impl Watching {
    /// What is sent next; nothing when the server stops.
    async fn next(&mut self) -> Option<Bytes> {
        let first = std::mem::take(&mut self.first);
        if !first {
            if *self.over.borrow() {
                return None;
            }
            tokio::select! {
                changed = self.changes.changed() => self.due |= changed.is_ok(),
                _ = self.over.changed() => return None,
                _ = self.beats.tick() => {}
            }
        }
        let event = if self.due { self.change().await } else { None };
        Some(match event {
            Some(event) if first => [RETRY.as_bytes(), &event].concat().into(),
            Some(event) => event,
            None => Bytes::from_static(BEATS.as_bytes()),
        })
    }

    /// How the site stands; nothing where it cannot be read now, and the next beat tries again.
    async fn change(&mut self) -> Option<Bytes> {
        self.changes.mark_unchanged();
        let shown = self.board().await;
        self.due = shown.is_err();
        shown
            .map(|board| board.event.clone())
            .inspect_err(|cause| tracing::warn!(%cause, "who watches is told later"))
            .ok()
    }

    async fn board(&self) -> Result<Arc<Board>> {
        let site = self.app.part::<Sites>()?.get(&self.site)?;
        self.app.part::<Shown>()?.of(&self.app, site, 0).await
    }
}
