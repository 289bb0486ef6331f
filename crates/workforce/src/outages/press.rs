//! One press: "I cannot work", and "I can work again".

use super::model::{Ended, Kind, Outage, part_of, time_of_day, wrong};
use super::{begun, fact, own, path, show};
use crate::access::{self, Action};
use crate::door::t;
use crate::store;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Tx;
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::see;
use kit::session::Surface;
use kit::who::Who;
use kit::{App, Error, Id, Result, link};

/// `POST /desk/outages`: happens once for each press. Whoever is out already is led to what they reported.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    access::may(&who, Action::Own)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let kind = Kind::of(form.value("kind")).unwrap_or_default();
    let page = Some(form.value("page")).filter(|page| link::is_ours(page, Surface::Staff)).map(part_of);
    let mut tx = app.db.begin().await?;
    let id = report(&mut tx, &app, &who, (key, kind, page.unwrap_or_default())).await?;
    tx.commit().await?;
    Ok(see(&path(id)))
}

/// Notes that somebody cannot work from now on. Gives the report: an earlier one, where they are out already.
pub async fn report(tx: &mut Tx, app: &App, who: &Who, (key, kind, page): (Id, Kind, String)) -> Result<Id> {
    let staff = who.staff()?;
    let outage = Outage { page, ..begun(key, staff, kind, app.now()) };
    if store::outages::insert(tx, &outage, &staff.teams).await? {
        facts::record(tx, app, fact("outage.reported", who, &outage)).await?;
        return Ok(key);
    }
    let before = match store::outages::by_id(tx, key).await? {
        Some(before) => Some(before).filter(|before| before.staff == staff.id),
        None => store::outages::open_of(tx, staff.id).await?,
    };
    before.map(|before| before.id).ok_or(Error::NotFound)
}

/// `POST /desk/outages/{id}/end`: ends one's own, now, or, where nobody said when it ended, at the time that is told today.
pub async fn end(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (mut tx, now) = (app.db.begin().await?, app.now());
    let mut seen = own(&mut tx, &who, &id).await?;
    let outage = &mut seen.outage;
    if outage.can_be_told(now) {
        let others = store::outages::of_staff(&mut tx, outage.staff, Id([0xff; 16]), 200).await?;
        let others: Vec<Outage> = others.into_iter().filter(|other| other.id != outage.id).collect();
        let until = time_of_day(form.value("until"), now);
        let fault = match until {
            None => Some("workforce-outages-time"),
            Some(until) => wrong(outage.from, until, now, &others).map(|(_, words)| words),
        };
        if let Some(words) = fault {
            form.refuse("until", t(&app, words));
            return show::again(&mut tx, &app, &who, seen, form).await;
        }
        (outage.ended, outage.until) = (Ended::Afterwards, until.unwrap_or(now));
    } else if !outage.end(Ended::Told, now) {
        return Ok(see(&path(outage.id)));
    }
    store::outages::save(&mut tx, outage).await?;
    facts::record(&mut tx, &app, fact("outage.ended", &who, outage)).await?;
    tx.commit().await?;
    Ok(see(&format!("{}?done=ended", path(outage.id))))
}
