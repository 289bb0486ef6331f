//! `/appointments/booked/{booking}/move`: another time for it.

use super::{Week, path, week, when};
use crate::book::{Answer, Choice, of_token, still};
use crate::model::Booking;
use crate::told;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::Micros;
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{Frame, html, see};
use kit::turns::Turns;
use kit::who::Who;
use kit::{App, Error, Result};

/// Which week, or which time.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    week: Option<i64>,
    at: Option<Micros>,
    lost: String,
}

#[derive(Template)]
#[template(path = "moving.html")]
struct Page {
    frame: Frame,
    path: String,
    now: String,
    revision: i64,
    week: Week,
    /// The time to be confirmed, and how it is read.
    chosen: Option<(Micros, String)>,
    lost: bool,
}

/// The times there are; or one of them, to be confirmed.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let booking = of_token(&mut read, &token).await?;
    if !booking.can_change(app.now()) {
        return Ok(see(&format!("{}?said=late", path(&token))));
    }
    let (choice, mut chosen) = (Choice::again(&booking).obeying(&mut read, booking.resident).await?, None);
    if let Some(at) = asked.at {
        if still(&mut read, &app, &choice, at, Some(&booking)).await?.is_none() {
            return Ok(lost(&token));
        }
        chosen = Some((at, when(who.lang, at)));
    }
    let base = format!("{}/move", path(&token));
    let (lead, other) = (|at: Micros| format!("{base}?at={at}"), |week: i64| format!("{base}?week={week}"));
    let week = match chosen {
        Some(_) => Week::default(),
        None => week(&mut read, &app, (&choice, Some(&booking)), (asked.week, who.lang), (lead, other)).await?,
    };
    html(&Page {
        frame: Frame::new(&app, &who, base.clone(), "appointments-move"),
        now: when(who.lang, booking.start),
        revision: booking.revision,
        path: path(&token),
        lost: asked.lost == "1",
        week,
        chosen,
    })
}

/// Moves it. Sent again it is there already; changed elsewhere in the meantime, the page says so.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response> {
    let at: Micros = form.value("at").parse().unwrap_or(0);
    let site = of_token(&mut *app.db.read().await?, &token).await?.site;
    let turn = app.part::<Turns>()?.take(&site).await;
    let mut tx = app.db.begin().await?;
    let booking = of_token(&mut tx, &token).await?;
    if is_there(&booking, at) {
        return Ok(see(&format!("{}?said=moved", path(&token))));
    }
    if form.value("revision") != booking.revision.to_string() || !booking.can_change(app.now()) {
        return Ok(see(&format!("{}?said=late", path(&token))));
    }
    match told::move_to(&mut tx, &app, &who, booking, (at, &token)).await {
        Ok(Answer::Booked(_)) => {
            tx.commit().await?;
            drop(turn);
            Ok(see(&format!("{}?said=moved", path(&token))))
        }
        Ok(Answer::Gone) => Ok(lost(&token)),
        Err(Error::Changed) => Ok(see(&format!("{}?said=late", path(&token)))),
        Err(cause) => Err(cause),
    }
}

fn is_there(booking: &Booking, at: Micros) -> bool {
    booking.start == at && booking.state == crate::State::Booked
}

fn lost(token: &str) -> Response {
    see(&format!("{}/move?lost=1", path(token)))
}
