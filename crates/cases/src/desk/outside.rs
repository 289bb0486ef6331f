//! A case that is outside of what whoever asks may be told: closed to the member of staff who let them in, until they say why they
//! look. Then it is theirs to work on, and nobody is told.

use crate::access::{self, Action};
use crate::desk::{behind, standing_of};
use crate::facts::{self, Data};
use crate::model::Case;
use crate::store::reporters;
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
use kit::{App, Id, Lang, Result, looks};
use residents::authorities::Outside;
use residents::desk::Standing;
use residents::linking::joined;
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
    /// The record of whoever they ask about.
    pub record: Id,
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

/// Whether this case is outside of what a caller of this member of staff may be told, whoever of those who reported it they ask about;
/// nothing where it is not, or nobody asks.
pub(crate) async fn beyond(conn: &mut Conn, app: &App, who: &Who, case: &Case) -> Result<Option<Beyond>> {
    let mut found: Option<Beyond> = None;
    for record in residents::desk::open_to_callers(conn, app, who).await? {
        if !is_of(conn, case, record).await? {
            continue;
        }
        let Some(standing) = residents::desk::now(conn, app, who, record).await? else { continue };
        let Err(why) = covers(app, &standing, &case.service)? else { continue };
        let me = who.staff()?.id;
        let looks = looks::at(conn, &Subject::new("case", case.id), None, LOOKS).await?;
        let looked = looks.iter().any(|look| look.staff == me && look.purpose == PURPOSE && look.at >= standing.at);
        // One for whom they have not said why they look closes it.
        if found.as_ref().is_none_or(|before| before.looked) {
            let holder = standing.holder().map(|one| one.holder.clone()).unwrap_or_default();
            found = Some(Beyond { why, record, holder, looked });
        }
    }
    Ok(found)
}

/// Whether an account of this record reported the case, the first or after.
async fn is_of(conn: &mut Conn, case: &Case, record: Id) -> Result<bool> {
    for account in joined::together(conn, record).await? {
        if case.resident == Some(account) || reporters::has_resident(conn, case.id, account).await? {
            return Ok(true);
        }
    }
    Ok(false)
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
        record: residents::desk::path(beyond.record),
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
    access::check(&who, Action::See, &case, &standing_of(&app)?)?;
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
    let fact = facts::between("case.looked-outside", &who, &case, Some(beyond.record)).data(data.json()).body(reason);
    facts::record(&mut tx, &app, fact).await?;
    tx.commit().await?;
    Ok(there)
}
