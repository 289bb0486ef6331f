//! `/desk/outages/new`: what could not be told when it happened, for the server was out of reach too: of today, with its times.

use super::model::{Ended, Kind, Outage, time_of_day, wrong};
use super::show::ask_kind;
use super::{WORDS, begun, fact, path};
use crate::access::{self, Action};
use crate::door::{frame, t};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::facts;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::Choices;
use kit::who::Who;
use kit::{App, Error, Id, Result, read};

#[derive(Template)]
#[template(path = "outage-new.html")]
struct Page {
    frame: Frame,
    form: Form,
    key: Id,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form) -> Page {
        let key = form.value("key").parse().unwrap_or_else(|_| app.id());
        Page { frame: frame(app, who, "/desk/outages/new", "workforce-outages-later", !form.is_good()), form, key }
    }

    fn kinds(&self) -> Choices<'_> {
        ask_kind(&self.frame, &self.form)
    }
}

/// GET.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    access::may(&who, Action::Own)?;
    html(&Page::new(&app, &who, Form::empty()))
}

/// POST: happens once.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may(&who, Action::Own)?;
    let (staff, now) = (who.staff()?, app.now());
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let noted = format!("{}?done=said", path(key));
    let mut tx = app.db.begin().await?;
    match store::outages::by_id(&mut tx, key).await? {
        Some(before) if before.staff == staff.id => return Ok(see(&noted)),
        Some(_) => return Err(Error::NotFound),
        None => {}
    }
    let page = Page::new(&app, &who, form.clone());
    let kind = read::choice(&page.frame, &mut form, "kind", "workforce-outages-what-empty", Kind::of);
    let words = read::line_if_any(&page.frame, &mut form, "words", WORDS);
    let mut time = |name: &str| {
        let at = time_of_day(form.value(name), now);
        if at.is_none() {
            form.refuse(name, t(&app, "workforce-outages-time"));
        }
        at
    };
    let times = (time("from"), time("until"));
    if let (Some(from), Some(until)) = times {
        let others = store::outages::of_staff(&mut tx, staff.id, Id([0xff; 16]), 200).await?;
        if let Some((field, words)) = wrong(from, until, now, &others) {
            form.refuse(field, t(&app, words));
        }
    }
    let (Some(kind), Some(words), (Some(from), Some(until)), true) = (kind, words, times, form.is_good()) else {
        return invalid(&Page::new(&app, &who, form));
    };
    let outage = Outage { words, until, ended: Ended::Afterwards, ..begun(key, staff, kind, from) };
    if store::outages::insert(&mut tx, &outage, &staff.teams).await? {
        facts::record(&mut tx, &app, fact("outage.reported", &who, &outage)).await?;
    }
    tx.commit().await?;
    Ok(see(&noted))
}
