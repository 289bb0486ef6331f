//! `POST /desk/appointments/{id}/came`: somebody is there for their appointment. They wait in the one queue with its time; who is rung
//! needs no ticket.

use appointments::{Diaries, Way, day};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::route::Route;
use kit::who::Who;
use kit::{App, Error, Id, Result};
use queue::{Join, Sites, Turns};

/// Its route.
pub fn routes() -> Vec<Route> {
    vec![Route::replace("/desk/appointments/{id}/came", "appointments.day", came)]
}

/// Checks them in; sent again it changes nothing.
async fn came(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    appointments::check(&who)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let site = appointments::by_id(&mut *app.db.read().await?, id).await?.site;
    let turn = app.part::<Turns>()?.take(&site).await;
    let mut tx = app.db.begin().await?;
    let booking = appointments::by_id(&mut tx, id).await?;
    let back = day(&booking);
    let is_there = booking.state == appointments::State::Came;
    if is_there {
        return Ok(see(&format!("{back}&said=came")));
    }
    if form.value("revision") != booking.revision.to_string() || !booking.can_come(app.now()) {
        return Ok(see(&format!("{back}&said=late")));
    }
    let visit = match booking.way {
        Way::Phone => None,
        Way::InPerson => {
            let business = app.part::<Diaries>()?.of(&booking.site)?.business.get(&booking.kind).cloned();
            let join = Join {
                key: booking.id,
                business: business.unwrap_or_default(),
                lang: if booking.speaks.is_empty() { booking.lang.tag.to_owned() } else { booking.speaks.clone() },
                booked: Some(booking.start),
                resident: booking.resident,
                ..Join::default()
            };
            let site = app.part::<Sites>()?.get(&booking.site)?;
            Some(queue::join(&mut tx, &app, &who, site, queue::Way::Desk, &join).await?)
        }
    };
    let ticket = visit.as_ref().map(|visit| visit.ticket.clone()).unwrap_or_default();
    appointments::come(&mut tx, &app, &who, booking, visit.map(|visit| visit.id)).await?;
    tx.commit().await?;
    drop(turn);
    Ok(see(&format!("{back}&said=came&ticket={ticket}")))
}
