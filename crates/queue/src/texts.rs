//! A text when the turn is near: to whoever left a number, once. The number goes when the text is sent, and the text when the visit or
//! its day is over.

use crate::estimate::{Outlook, work_out};
use crate::model::{State, Visit};
use crate::site::{Site, Sites, day_of};
use crate::store::visits;
use crate::{act, estimate};
use kit::app::Boxed;
use kit::clock::{MINUTE, Micros};
use kit::jobs::Running;
use kit::outbox::{self, Message};
use kit::{App, Error, Id, Result};
use std::collections::BTreeMap;

/// Somebody's turn is near when so few would be called before them.
const FEW_AHEAD: usize = 1;
/// Or when it may come within so many seconds.
const SOON: f64 = 300.0;
/// Nobody calls who stepped out; they are told so long before they said they would be back.
const BEFORE_BACK: Micros = 5 * MINUTE;
/// A text that could not leave for so long is of no use any more.
const GOOD_FOR: Micros = 20 * MINUTE;

/// The job: tells everybody whose turn is near, and deletes what nobody needs any more.
pub(crate) fn job<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        tell_near(app).await?;
        wipe(app).await.map(drop)
    })
}

/// The turn of somebody who is out until then, or here, is near.
fn is_near(outlook: &Outlook, away_until: Micros, now: Micros) -> bool {
    let soon = outlook.ahead <= FEW_AHEAD || outlook.spread.range().0 < SOON;
    estimate::can_say(outlook) && soon && away_until <= now + BEFORE_BACK
}

/// Sends a text to everybody who left a number and whose turn is near. Returns how many that were. One in trouble does not keep the
/// others from being told: it is logged, and tried again the next time.
pub async fn tell_near(app: &App) -> Result<usize> {
    let (mut told, now) = (0, app.now());
    let mut sites: BTreeMap<String, Vec<Visit>> = BTreeMap::new();
    for visit in visits::want_texts(&mut *app.db.read().await?).await? {
        if visit.day == day_of(now) && visit.state == State::Waiting && visit.told_near == 0 {
            sites.entry(visit.site.clone()).or_default().push(visit);
        }
    }
    for (site, waiting) in sites {
        // A site may be given up while somebody waits there.
        let Ok(site) = app.part::<Sites>()?.get(&site) else { continue };
        let outlooks = work_out(&mut *app.db.read().await?, app, site).await?;
        let near = |visit: &&Visit| outlooks.get(&visit.id).is_some_and(|of| is_near(of, visit.away_until, now));
        for visit in waiting.iter().filter(near) {
            match tell(app, site, visit.id).await {
                Ok(()) => told += 1,
                // They were called, or took their number back, in this moment.
                Err(Error::Changed | Error::Rerun) => {}
                Err(gone @ Error::Unavailable(_)) => return Err(gone),
                Err(cause) => tracing::error!(visit = %visit.id, %cause, "that a turn is near could not be told"),
            }
        }
    }
    Ok(told)
}

/// The text, and that it was sent, in one transaction.
async fn tell(app: &App, site: &Site, id: Id) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let mut visit = visits::by_id(&mut tx, id).await?;
    let lang = visit.page_lang();
    let values = [
        ("council", app.council.name.as_str().into()),
        ("ticket", visit.ticket.as_str().into()),
        ("site", site.called(lang.tag).into()),
    ];
    let text = app.words.with(lang, "queue-text-near", &values);
    // Not about the visit: an answer by text is to lead to the case they were told of before.
    let message = Message::text(lang, &visit.phone, &text).secret(app.now() + GOOD_FOR);
    let message = outbox::send(&mut tx, app, message).await?;
    act::tell_near(&mut tx, app, &mut visit, message).await?;
    tx.commit().await
}

/// Takes the numbers out of visits of a day that is over, and deletes the texts of visits that are. Returns how many that were.
pub async fn wipe(app: &App) -> Result<usize> {
    let (today, mut gone) = (day_of(app.now()), 0);
    let wanted = visits::want_texts(&mut *app.db.read().await?).await?;
    for visit in wanted.iter().filter(|visit| visit.day < today || !visit.state.is_live()) {
        let mut tx = app.db.begin().await?;
        visits::drop_phone(&mut tx, visit.id).await?;
        tx.commit().await?;
        gone += 1;
    }
    let mut after = Id::NONE;
    loop {
        let over = visits::texts_over(&mut *app.db.read().await?, today, after).await?;
        let Some((last, _)) = over.last() else { return Ok(gone) };
        after = *last;
        for (visit, message) in over {
            let mut tx = app.db.begin().await?;
            // What is on its way goes in the next round.
            if outbox::forget(&mut tx, message).await? {
                visits::drop_text(&mut tx, visit).await?;
                gone += 1;
            }
            tx.commit().await?;
        }
    }
}
