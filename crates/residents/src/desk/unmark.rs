//! `/desk/residents/{id}/marker/end`: taking a marker off, with a reason, after a look at what that does. A safe address is taken off by
//! a leader alone: whoever looks for somebody may well ask for it.

use crate::access;
use crate::desk::{self, LINES, frame, marker, path};
use crate::linking::joined;
use crate::model::Resident;
use crate::store::record::{self, Marker};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Checkboxes, Choice, Choices, Markup, Radios};
use kit::who::Who;
use kit::{Error, Id, Result, read};
use serde::Deserialize;
use serde_json::json;

/// Which marker the link was beside.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    marker: String,
}

#[derive(Template)]
#[template(path = "desk-unmark.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
    /// The markers that stand.
    markers: Vec<Marker>,
    /// This member of staff may take a safe address off.
    leads: bool,
}

impl Page {
    fn offered(&self) -> impl Iterator<Item = &Marker> {
        self.markers.iter().filter(|marker| self.leads || !marker.keeps())
    }

    /// One stands that this member of staff leaves alone.
    fn leaves_one(&self) -> bool {
        self.offered().count() < self.markers.len()
    }

    fn which(&self) -> Choices<'_> {
        let choice = |marker: &Marker| {
            let kind = self.frame.t(&format!("residents-marker-{}", marker.kind)).to_owned();
            let hint = self.frame.t(&format!("residents-unmark-{}-hint", marker.kind)).to_owned();
            let choice = Choice::new(marker.id.to_string(), format!("{kind} {}", marker.reason)).hint(hint);
            if marker.kind == "guarded" { choice.conditional(Markup::from(self.safe())) } else { choice }
        };
        Radios::new("marker", self.frame.t("residents-unmark-which"))
            .choices(self.offered().map(choice).collect::<Vec<_>>())
            .value(self.form.value("marker"))
            .error(&self.frame, self.form.error("marker"))
    }

    fn safe(&self) -> Choices<'_> {
        Checkboxes::new("safe", self.frame.t("residents-unmark-safe").to_owned())
            .choice(Choice::new("yes", self.frame.t("residents-unmark-safe-yes").to_owned()))
            .values(self.form.values("safe"))
            .error(&self.frame, self.form.error("safe"))
    }
}

async fn page(conn: &mut Conn, app: &App, who: &Who, resident: &Resident, form: Form) -> Result<Page> {
    let mut markers = joined::markers(conn, resident.id).await?;
    // One that is told from an account kept apart is taken off there.
    markers.retain(|marker| !marker.id.is_none());
    let frame = frame(app, who, format!("{}/marker/end", path(resident.id)), "residents-unmark-title", &form);
    let leads = access::may_unguard(who).is_ok();
    Ok(Page { frame, form, id: resident.id, name: resident.name.clone(), markers, leads })
}

/// GET `/desk/residents/{id}/marker/end`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    match desk::behind(&mut read, &app, &who, &id).await? {
        Ok(resident) => {
            let form = Form::empty().fill("marker", asked.marker);
            html(&page(&mut read, &app, &who, &resident, form).await?)
        }
        Err(way) => Ok(way),
    }
}

/// POST `/desk/residents/{id}/marker/end`: one that is off already is left so.
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
    let asked = form.value("marker").parse::<Id>().ok();
    let chosen = shown.markers.iter().find(|marker| Some(marker.id) == asked);
    if asked.is_some() && chosen.is_none() {
        return Ok(see(&path(resident.id)));
    }
    if chosen.is_none() {
        form.refuse("marker", shown.frame.t("residents-unmark-which-empty"));
    }
    let is_guarded = chosen.is_some_and(|marker| marker.kind == "guarded");
    if chosen.is_some_and(Marker::keeps) && !shown.leads {
        return Err(Error::Forbidden);
    }
    if is_guarded && !form.chose("safe", "yes") {
        form.refuse("safe", shown.frame.t("residents-unmark-safe-empty"));
    }
    let reason = read::lines(&shown.frame, &mut form, "reason", "residents-marker-reason-empty", LINES);
    let (Some(chosen), Some(reason), true) = (chosen, reason, form.is_good()) else {
        return invalid(&page(&mut tx, &app, &who, &resident, form).await?);
    };
    for account in joined::together(&mut tx, resident.id).await? {
        let ended = record::end_marker(&mut tx, chosen.id, account, who.staff()?.id, app.now()).await?;
        let Some(kind) = ended else { continue };
        if chosen.keeps() {
            marker::keep(&mut tx, account, &kind, false).await?;
        }
        let fact = Fact::new("resident.unmarked", &who).about("resident", account);
        let fact = fact.data(json!({ "marker": chosen.id, "kind": kind }));
        facts::record(&mut tx, &app, fact.body(&reason)).await?;
    }
    tx.commit().await?;
    Ok(see(&path(resident.id)))
}
