//! A case that is outside of what whoever asks may be told: closed to the member of staff who let them in, until they say why they
//! look. Then it is theirs to work on, and nobody is told.

use crate::access::{self, Action};
use crate::desk::{behind, team_of};
use crate::facts::{self, Data};
use crate::model::Case;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts::Subject;
use kit::form::{Form, line};
use kit::page::{Frame, html, invalid, see};
use kit::who::Who;
use kit::{App, Lang, Result, looks};
use residents::authorities::Outside;
use residents::desk::Standing;
use services::Catalogue;

/// What a look in spite of it is recorded as.
const PURPOSE: &str = "outside";
/// Looks at the case that are read to find it.
const LOOKS: usize = 100;
/// Letters of a reason.
const LINE: usize = 200;

/// Why it is outside, and who must not be told.
pub(crate) struct Beyond {
    pub why: Outside,
    /// Who asks; empty where whoever did may ask no more.
    pub holder: String,
    /// They have said why they look at it all the same.
    pub looked: bool,
}

impl Beyond {
    /// What everybody has to know who looks.
    pub(crate) fn words(&self, frame: &Frame) -> String {
        frame.with(&format!("cases-desk-outside-{}", self.why.code()), "holder", self.holder.as_str())
    }
}

/// Whether this case is outside of what the caller of this member of staff may be told; nothing where it is not, or nobody asks.
pub(crate) async fn beyond(conn: &mut Conn, app: &App, who: &Who, case: &Case) -> Result<Option<Beyond>> {
    let Some(resident) = case.resident else { return Ok(None) };
    let Some(standing) = residents::desk::now(conn, app, who, resident).await? else { return Ok(None) };
    let Err(why) = covers(app, &standing, &case.service)? else { return Ok(None) };
    let me = who.staff()?.id;
    let looks = looks::at(conn, &Subject::new("case", case.id), None, LOOKS).await?;
    let looked = looks.iter().any(|look| look.staff == me && look.purpose == PURPOSE && look.at >= standing.at);
    let holder = standing.holder().map(|one| one.holder.clone()).unwrap_or_default();
    Ok(Some(Beyond { why, holder, looked }))
}

/// Whether requests of this service are within what an opening allows to be told.
pub fn covers(app: &App, standing: &Standing, service: &str) -> Result<std::result::Result<(), Outside>> {
    Ok(standing.covers(service, app.part::<Catalogue>()?.matter(service)))
}

#[derive(Template)]
#[template(path = "outside.html")]
struct OutsidePage {
    frame: Frame,
    form: Form,
    path: String,
    reference: String,
    why: String,
    record: String,
}

/// The case, closed: which it is and why, and what can be done.
pub(crate) fn closed(app: &App, who: &Who, case: &Case, beyond: &Beyond, form: Form) -> Result<Response> {
    let path = format!("/desk/cases/{}", case.reference);
    let name = app.part::<Catalogue>()?.version(&case.service, case.version);
    let title = name.map_or_else(|| case.service.clone(), |service| service.name(Lang::EN).to_owned());
    let frame = Frame::titled(app, who, path.clone(), title).with_error(!form.is_good());
    let page = OutsidePage {
        why: beyond.words(&frame),
        reference: case.reference.grouped(),
        record: case.resident.map(residents::desk::path).unwrap_or_default(),
        path,
        form,
        frame,
    };
    if page.frame.error { invalid(&page) } else { html(&page) }
}

/// POST `/desk/cases/{ref}/outside`: looks all the same, and says why. Sent again it finds the case open.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let case = behind(&mut tx, &who, &reference).await?;
    access::check(&who, Action::See, &case, &team_of(&app)?)?;
    let there = see(&format!("/desk/cases/{}", case.reference));
    let Some(beyond) = beyond(&mut tx, &app, &who, &case).await?.filter(|beyond| !beyond.looked) else {
        return Ok(there);
    };
    let Ok(reason) = line(form.value("reason"), LINE) else {
        form.refuse("reason", app.t(Lang::EN, "cases-desk-outside-reason-empty"));
        return closed(&app, &who, &case, &beyond, form);
    };
    looks::record(&mut tx, &app, &who, "case", case.id, PURPOSE).await?;
    let data = Data { revision: case.revision, outcome: beyond.why.code().to_owned(), ..Data::default() };
    let fact = facts::about("case.looked-outside", &who, &case).data(data.json()).body(reason);
    facts::record(&mut tx, &app, fact).await?;
    tx.commit().await?;
    Ok(there)
}
