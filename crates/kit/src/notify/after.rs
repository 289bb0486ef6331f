//! Asking what became of messages that GOV.UK Notify has taken and not told us about.

use super::{NOT_KNOWN, Notify};
use crate::app::{App, Boxed};
use crate::clock::{MINUTE, Micros};
use crate::error::Result;
use crate::jobs::{Running, Work};
use crate::outbox;
use std::sync::Arc;

/// Asked about again after so long.
const AGAIN: Micros = 15 * MINUTE;
/// Asked about in one run: a fraction of what GOV.UK Notify allows in a minute.
const FEW: usize = 500;

/// What runs again and again, where GOV.UK Notify is a part of the council.
pub fn works() -> Vec<Work> {
    vec![Work::every(5 * MINUTE, "kit.deliveries", ask)]
}

fn ask<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let Ok(notify) = app.part::<Arc<Notify>>() else { return Ok(()) };
        notify.ask_after(app).await.map(drop)
    })
}

impl Notify {
    /// Asks about those nobody was told of; how many were asked about. Stops at the first trouble: there is a next time.
    pub async fn ask_after(&self, app: &App) -> Result<usize> {
        let waiting = outbox::undelivered(&mut *app.db.read().await?, app.now() - AGAIN, FEW).await?;
        for (asked, (message, theirs)) in waiting.iter().enumerate() {
            let answer = match self.ask("GET", &format!("/v2/notifications/{theirs}"), None).await {
                Ok(answer) => answer,
                Err(trouble) => {
                    tracing::warn!(%trouble, "nobody says what became of messages");
                    return Ok(asked);
                }
            };
            let status = match answer.status {
                200 => answer.body["status"].as_str().unwrap_or_default().to_owned(),
                // They forget after a week: nobody knows any more.
                404 => NOT_KNOWN.to_owned(),
                // Ours to put right, or too many at once: of no message in particular.
                status @ (401 | 403 | 429) => {
                    tracing::warn!(status, "nobody says what became of messages");
                    return Ok(asked);
                }
                // Of this message, or a bad day. Either way it is not first again next time: nobody waits behind it for ever.
                status => {
                    tracing::warn!(status, %message, "nobody says what became of a message");
                    outbox::asked(app, *message).await?;
                    if status >= 500 {
                        return Ok(asked);
                    }
                    continue;
                }
            };
            outbox::became(app, *message, &status).await?;
        }
        Ok(waiting.len())
    }
}
