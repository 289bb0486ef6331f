//! `/desk/residents/{id}/authority/end`: nobody speaks for a person by this any more, with a reason, after a look at whose it is.

use crate::authorities::{Authority, Services};
use crate::desk::{self, LINES, frame, path};
use crate::linking::joined;
use crate::model::Resident;
use crate::store::authorities;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::{Conn, Tx};
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Radios};
use kit::who::Who;
use kit::{Id, Lang, Result, read};
use serde::Deserialize;
use serde_json::json;

/// Which authority the link was beside.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    authority: String,
}

#[derive(Template)]
#[template(path = "desk-authority-end.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
    /// Those that are good now.
    authorities: Vec<(Authority, String)>,
}

impl Page {
    fn which(&self) -> Choices<'_> {
        let choice = |(one, about): &(Authority, String)| {
            let kind = self.frame.t(&format!("residents-authority-{}", one.kind)).to_owned();
            Choice::new(one.id.to_string(), format!("{}, {kind}", one.holder)).hint(about.clone())
        };
        Radios::new("authority", self.frame.t("residents-authority-end-which"))
            .choices(self.authorities.iter().map(choice).collect::<Vec<_>>())
            .value(self.form.value("authority"))
            .error(&self.frame, self.form.error("authority"))
    }
}

async fn page(conn: &mut Conn, app: &App, who: &Who, resident: &Resident, form: Form) -> Result<Page> {
    let mut authorities = joined::authorities(conn, resident.id).await?;
    authorities.retain(|one| one.is_good(app.now()));
    let services = app.part::<Services>()?.0(app, Lang::EN)?;
    let authorities = authorities.into_iter().map(|one| (one.clone(), one.about(app, &services))).collect();
    let frame = frame(app, who, format!("{}/authority/end", path(resident.id)), "residents-authority-end-title", &form);
    Ok(Page { frame, form, id: resident.id, name: resident.name.clone(), authorities })
}

/// GET `/desk/residents/{id}/authority/end`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => {
            let form = Form::empty().fill("authority", asked.authority);
            html(&page(&mut read, &app, &who, &resident, form).await?)
        }
        Err(way) => Ok(way),
    }
}

/// POST `/desk/residents/{id}/authority/end`: one that has ended is left so.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let resident = match desk::behind(&mut tx, &app, &who, &id).await? {
        Ok(resident) => resident,
        Err(way) => return Ok(way),
    };
    let shown = page(&mut tx, &app, &who, &resident, form.clone()).await?;
    let asked = form.value("authority").parse::<Id>().ok();
    if asked.is_some_and(|asked| !shown.authorities.iter().any(|(one, _)| one.id == asked)) {
        return Ok(see(&path(resident.id)));
    }
    if asked.is_none() {
        form.refuse("authority", shown.frame.t("residents-authority-end-which-empty"));
    }
    let reason = read::lines(&shown.frame, &mut form, "reason", "residents-authority-end-reason-empty", LINES);
    let (Some(authority), Some(reason)) = (asked, reason) else {
        return invalid(&page(&mut tx, &app, &who, &resident, form).await?);
    };
    ended(&mut tx, &app, &who, resident.id, authority, &reason).await?;
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}

/// Ends it, on whichever of their records it stands. One that another takes the place of ends without a reason of its own.
pub(super) async fn ended(tx: &mut Tx, app: &App, who: &Who, resident: Id, authority: Id, reason: &str) -> Result<()> {
    for account in joined::together(tx, resident).await? {
        if authorities::end(tx, authority, account, who.staff()?.id, app.now()).await? {
            let fact = Fact::new("resident.authority-ended", who).about("resident", account);
            let fact = fact.data(json!({ "authority": authority }));
            let fact = if reason.is_empty() { fact } else { fact.body(reason) };
            facts::record(tx, app, fact).await?;
        }
    }
    Ok(())
}
