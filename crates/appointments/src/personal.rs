//! What this noun holds on a resident, and erasing it: at their request, and when its time is over.

use crate::diary::{Diaries, named};
use crate::facts;
use crate::store::bookings;
use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::{Conn, Tx, again_if_collided};
use kit::facts::Subject;
use kit::holds;
use kit::jobs::Running;
use kit::lang::months_later;
use kit::personal::{Part, Row};
use kit::who::Who;
use kit::{App, Id, Lang, Result};

/// So many months after an appointment nothing says any more whose it was.
pub const MONTHS: u32 = 24;

/// Those erased in one transaction, so that nobody waits long for the writer.
const FEW: usize = 50;

/// Their appointments: when, what for, where, and what became of each.
pub async fn personal_data(conn: &mut Conn, app: &App, resident: Id, lang: Lang) -> Result<Vec<Part>> {
    let (diaries, mut rows) = (app.part::<Diaries>()?, Vec::new());
    for booking in bookings::of_resident(conn, resident).await? {
        let kind = diaries.kind(&booking.kind).map_or("", |kind| named(&kind.name, lang));
        let address = diaries.of(&booking.site).map_or("", |diary| diary.place.address.as_str());
        let row = Row::new().id("id", booking.id).time("at", booking.start).text("what", kind).text("address", address);
        let row = row.text("reference", booking.reference).text("name", booking.name).text("email", booking.email);
        let row = row.text("phone", booking.phone).code("way", booking.way.code()).code("needs", booking.needs);
        let row = row.text("language", diaries.tongue(&booking.speaks).unwrap_or_default());
        let state = booking.state.code();
        rows.push(row.word("state", state, format!("appointments-state-{state}")).time("made", booking.made));
    }
    Ok(vec![Part::of("appointments_bookings", rows)])
}

/// Erases what is personal in their appointments, and calls off those to come. That there was one, when and what became of it stays
/// for the figures, and names nobody.
pub async fn erase(tx: &mut Tx, app: &App, resident: Id) -> Result<()> {
    bookings::erase_of_resident(tx, resident, app.now()).await
}

/// The job: erases what is personal in every appointment whose time is over.
pub(crate) fn job<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { erase_due(app).await.map(drop) })
}

/// The same; returns how many. A hold on the person keeps theirs.
pub async fn erase_due(app: &App) -> Result<usize> {
    let (mut erased, mut after) = (0, (Micros::MIN, Id::NONE));
    loop {
        let some = bookings::kept(&mut *app.db.read().await?, after, FEW).await?;
        let mut few = Vec::new();
        for one in &some {
            if months_later(one.0, MONTHS)? <= app.now() {
                few.push(*one);
            }
        }
        // They come in the order in which they begin: where one is still kept, so are all after it.
        let last = few.len() < some.len() || some.len() < FEW;
        if let Some((start, id, _)) = some.last() {
            after = (*start, *id);
        }
        erased += again_if_collided(|| erase_few(app, &few)).await?;
        if last {
            return Ok(erased);
        }
    }
}

async fn erase_few(app: &App, few: &[(Micros, Id, Option<Id>)]) -> Result<usize> {
    if few.is_empty() {
        return Ok(0);
    }
    let (mut tx, mut erased) = (app.db.begin().await?, 0);
    for (_, id, resident) in few {
        let held = match resident {
            Some(resident) => holds::standing(&mut tx, &Subject::new("resident", *resident)).await?.is_some(),
            None => false,
        };
        if !held {
            let booking = bookings::by_id(&mut tx, *id).await?;
            bookings::erase(&mut tx, *id).await?;
            facts::record(&mut tx, app, &Who::system(), "appointment.erased", &booking).await?;
            erased += 1;
        }
    }
    tx.commit().await?;
    Ok(erased)
}
