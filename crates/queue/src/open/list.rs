//! `GET /open/queue`: the places people can come to.

use crate::Sites;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Result};

/// A place.
struct Place {
    id: String,
    name: String,
    address: String,
    phone: String,
}

#[derive(Template)]
#[template(path = "open_list.html")]
struct Page {
    frame: Frame,
    places: Vec<Place>,
}

/// Draws it.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let place = |site: &crate::Site| Place {
        id: site.id.clone(),
        name: site.called(who.lang.tag).to_owned(),
        address: site.address.clone(),
        phone: site.phone.clone(),
    };
    let places = app.part::<Sites>()?.all().map(place).collect();
    html(&Page { frame: Frame::new(&app, &who, "/open/queue", "queue-open-title"), places })
}
