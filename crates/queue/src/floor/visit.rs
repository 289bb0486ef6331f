//! `/floor/{site}/visit/{id}`: somebody who waits is asked anew, has left, or is here after all.

use super::ask::Asks;
use super::{at, home};
use crate::line::Line;
use crate::model::{State as Stands, Visit};
use crate::site::Site;
use crate::store::visits;
use crate::{Tongues, act};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html, html_with, see};
use kit::ui::Button;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

#[derive(Template)]
#[template(path = "floor-visit.html")]
struct Page {
    frame: Frame,
    form: Form,
    asks: Asks,
    site: String,
    called: String,
    line: Line,
    state: Stands,
    revision: i64,
    late: bool,
}

impl Page {
    fn is_asked(&self) -> bool {
        matches!(self.state, Stands::Waiting | Stands::Parked)
    }

    fn may_have_left(&self) -> bool {
        self.state.is_live() && self.state != Stands::Serving
    }

    fn may_be_back(&self) -> bool {
        matches!(self.state, Stands::NoShow | Stands::Left)
    }

    fn stands(&self) -> String {
        let minutes = self.frame.with("queue-desk-minutes", "count", self.line.minutes);
        self.frame.with2("queue-staff-floor-since", ("time", self.line.since.as_str()), ("waited", minutes.as_str()))
    }

    fn state_words(&self) -> String {
        self.frame.t(&format!("queue-state-{}", self.state.code())).to_owned()
    }

    fn second<'a>(&'a self, key: &'a str) -> Button<'a> {
        Button::submit(self.frame.t(key)).secondary()
    }
}

/// The visit, where it is one of this site.
async fn here(conn: &mut Conn, site: &Site, id: &str) -> Result<Visit> {
    let visit = visits::by_id(conn, id.parse::<Id>().map_err(|_| Error::NotFound)?).await?;
    if visit.site == site.id { Ok(visit) } else { Err(Error::NotFound) }
}

/// Draws it.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((site, id)): Path<(String, String)>,
) -> Result<Response> {
    let site = at(&app, &who, &site)?;
    let visit = here(&mut *app.db.read().await?, site, &id).await?;
    html(&page(&app, &who, site, &visit, None)?)
}

/// With what was chosen, where it was refused because somebody else was faster.
fn page(app: &App, who: &Who, site: &Site, visit: &Visit, chosen: Option<Form>) -> Result<Page> {
    let late = chosen.is_some();
    let stands = || Form::empty().fill("business", visit.business.as_str()).fill("need", visit.need.as_str());
    let path = format!("{}/visit/{}", home(site), visit.id);
    let title = app.words.with(Lang::EN, "queue-ticket-title", &[("ticket", visit.ticket.as_str().into())]);
    Ok(Page {
        frame: Frame::titled(app, who, path, title),
        form: chosen.unwrap_or_else(stands),
        asks: Asks::of(site, site.businesses.iter()),
        site: site.id.clone(),
        called: site.called(Lang::EN.tag).to_owned(),
        line: Line::of(site, app.part::<Tongues>()?, app.now(), visit),
        state: visit.state,
        revision: visit.revision,
        late,
    })
}

/// Does it in a transaction of its own; where it no longer fits, the page says so with what was chosen.
async fn doing(
    (app, who): (&App, &Who),
    (site, id): (&str, &str),
    form: Form,
    done: impl AsyncFnOnce(&mut Tx, &Visit, &Form) -> Result<&'static str>,
) -> Result<Response> {
    let site = at(app, who, site)?;
    let mut tx = app.db.begin().await?;
    let visit = here(&mut tx, site, id).await?;
    match done(&mut tx, &visit, &form).await {
        Ok(said) => {
            tx.commit().await?;
            Ok(see(&format!("{}{said}", home(site))))
        }
        Err(Error::Changed) => {
            drop(tx);
            html_with(StatusCode::CONFLICT, &page(app, who, site, &visit, Some(form))?)
        }
        Err(cause) => Err(cause),
    }
}

/// What they came for, and what they need, asked anew: everybody's place follows at once.
pub async fn triage(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((site, id)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    doing((&app, &who), (&site, &id), form, async |tx, visit, form| {
        let (business, need) = (form.value("business"), form.value("need"));
        if (business, need) == (&*visit.business, &*visit.need) {
            return Ok("?said=changed");
        }
        if form.value("revision") != visit.revision.to_string() {
            return Err(Error::Changed);
        }
        act::triage(tx, &app, &who, visit.id, business, need).await.map(|()| "?said=changed")
    })
    .await
}

/// They have gone.
pub async fn left(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((site, id)): Path<(String, String)>,
) -> Result<Response> {
    doing((&app, &who), (&site, &id), Form::empty(), async |tx, visit, _| {
        if visit.state != Stands::Left {
            act::walked_out(tx, &app, &who, visit.id).await?;
        }
        Ok("?said=left")
    })
    .await
}

/// They are here after all.
pub async fn back(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((site, id)): Path<(String, String)>,
) -> Result<Response> {
    doing((&app, &who), (&site, &id), Form::empty(), async |tx, visit, _| {
        if visit.state != Stands::Waiting {
            act::back(tx, &app, &who, visit.id).await?;
        }
        Ok("")
    })
    .await
}
