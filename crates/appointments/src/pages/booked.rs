//! `/appointments/booked/{booking}`: an appointment's own page, where it is called off.

use super::{path, summary};
use crate::book::{Choice, of_token};
use crate::model::{Booking, State as Stands};
use crate::{tell, told};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{Frame, html, see};
use kit::ui::Markup;
use kit::who::Who;
use kit::{App, Error, Reference, Result};

/// What was said by whatever led here.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Said {
    said: String,
}

#[derive(Template)]
#[template(path = "booked.html")]
struct Page {
    frame: Frame,
    path: String,
    booking: Booking,
    reference: String,
    summary: String,
    /// It has not begun: it can be moved and called off.
    open: bool,
    council: String,
    /// They are sent what becomes of it.
    told: bool,
}

impl Page {
    fn summary(&self) -> Markup<'_> {
        Markup::trusted(self.summary.as_str())
    }

    fn again(&self) -> String {
        format!("/appointments/{}", self.booking.kind)
    }
}

/// Draws it, in the language of whoever reads.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(token): Path<String>,
    Query(asked): Query<Said>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let booking = of_token(&mut read, &token).await?;
    let told = tell::can(&mut read, &app, &booking).await?;
    drop(read);
    let title = match booking.state {
        Stands::Booked => "appointments-booked",
        Stands::Cancelled => "appointments-cancelled",
        Stands::Came => "appointments-came",
        Stands::Missed => "appointments-missed",
    };
    let frame = Frame::new(&app, &who, path(&token), title);
    let notice = match asked.said.as_str() {
        "moved" => Some(frame.t("appointments-moved").to_owned()),
        "late" => Some(frame.t("appointments-late").to_owned()),
        _ => None,
    };
    let reference: Option<Reference> = booking.reference.parse().ok();
    html(&Page {
        summary: summary(&app, &frame, &Choice::again(&booking), booking.start, &booking.phone)?.to_string(),
        reference: reference.map_or_else(|| booking.reference.clone(), |reference| reference.grouped()),
        open: booking.can_change(app.now()),
        told,
        council: app.council.phone.clone(),
        path: path(&token),
        frame: frame.with_notice(notice),
        booking,
    })
}

/// `POST …/cancel`: calls it off. Sent again it changes nothing; where it was moved or has begun in the meantime, the page says so.
pub async fn cancel(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let booking = of_token(&mut tx, &token).await?;
    if booking.state != Stands::Cancelled && form.value("revision") != booking.revision.to_string() {
        return Ok(see(&format!("{}?said=late", path(&token))));
    }
    match told::cancel(&mut tx, &app, &who, booking, &token).await {
        Ok(true) => tx.commit().await?,
        Ok(false) => {}
        Err(Error::Changed) => return Ok(see(&format!("{}?said=late", path(&token)))),
        Err(cause) => return Err(cause),
    }
    Ok(see(&path(&token)))
}
