//! `POST /desk/counter/open`, `/close` and `/pause`: who sits where.

use super::show::{self, Said};
use super::{HOME, LATE};
use crate::Sites;
use crate::seat;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Lang, Result};

/// Opens a desk: "town-hall:4".
pub async fn open(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    crate::check(&who, crate::Action::Serve)?;
    let chosen = form.value("desk").split_once(':');
    let place = chosen.and_then(|(site, desk)| Some((app.part::<Sites>().ok()?.get(site).ok()?, desk.to_owned())));
    let Some((site, desk)) = place.filter(|(site, desk)| site.desk(desk).is_some()) else {
        form.refuse("desk", app.t(Lang::EN, "queue-desk-choose"));
        return show::draw(&app, &who, form, Said::default()).await;
    };
    let mut tx = app.db.begin().await?;
    let opened = seat::open(&mut tx, &app, &who, site, &desk).await?;
    tx.commit().await?;
    if opened {
        return Ok(see(HOME));
    }
    form.refuse("desk", app.words.with(Lang::EN, "queue-desk-taken", &[("desk", desk.as_str().into())]));
    show::draw(&app, &who, form, Said::default()).await
}

/// Closes it.
pub async fn close(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let closed = seat::close(&mut tx, &app, &who).await?;
    tx.commit().await?;
    Ok(see(if closed { HOME } else { LATE }))
}

/// Goes on a break (`on=1`), or comes back.
pub async fn pause(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    seat::pause(&mut tx, &app, &who, form.value("on") == "1").await?;
    tx.commit().await?;
    Ok(see(HOME))
}
