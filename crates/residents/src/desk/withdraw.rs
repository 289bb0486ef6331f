//! `/desk/residents/{id}/open/withdraw`: a check that was recorded as not enough by mistake is taken back, with a reason, by whoever
//! recorded it or a leader, within a short time. It stays on record as withdrawn, and colleagues are not warned of it any more.

use crate::access;
use crate::authorities::Authority;
use crate::desk::{self, LINES, frame, path};
use crate::linking::joined;
use crate::model::Resident;
use crate::store::failed::{self, Failed};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::app::App;
use kit::clock::{HOUR, Micros};
use kit::db::Conn;
use kit::extract::Path;
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Radios};
use kit::who::Who;
use kit::{Error, Id, Result, read};
use serde_json::json;

/// For so long a check can be withdrawn: whoever pressed by mistake sees it at once.
const LASTS: Micros = HOUR;

/// Whether this member of staff may withdraw it now: they recorded it, or lead, and it is not long ago.
pub(crate) fn may(who: &Who, one: &Failed, now: Micros) -> Result<bool> {
    let theirs = one.staff == who.staff()?.id || access::may_review(who).is_ok();
    Ok(theirs && one.withdrawn_at == 0 && one.at > now - LASTS)
}

#[derive(Template)]
#[template(path = "desk-withdraw.html")]
struct Page {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
    /// Those they may withdraw.
    checks: Vec<Failed>,
    authorities: Vec<Authority>,
    me: Id,
}

impl Page {
    fn which(&self) -> Choices<'_> {
        let choice = |one: &Failed| {
            let when = self.frame.date_time(&one.at);
            let hint = if one.staff == self.me { "residents-withdraw-own" } else { "residents-withdraw-others" };
            Choice::new(one.id.to_string(), format!("{when}, {}", self.asked(one))).hint(self.frame.t(hint).to_owned())
        };
        Radios::new("check", self.frame.t("residents-withdraw-which"))
            .choices(self.checks.iter().map(choice).collect::<Vec<_>>())
            .value(self.form.value("check"))
            .error(&self.frame, self.form.error("check"))
    }

    /// Who asked.
    fn asked(&self, one: &Failed) -> String {
        let holder = self.authorities.iter().find(|authority| authority.id.to_string() == one.caller);
        match (one.caller.as_str(), holder) {
            ("self", _) => self.name.clone(),
            (_, Some(authority)) => authority.holder.clone(),
            (_, None) => self.frame.t("residents-open-other").to_owned(),
        }
    }
}

async fn page(conn: &mut Conn, app: &App, who: &Who, resident: &Resident, form: Form) -> Result<Page> {
    let (now, me) = (app.now(), who.staff()?.id);
    let mut checks = Vec::new();
    for one in failed::since(conn, resident.id, now - LASTS).await? {
        if may(who, &one, now)? {
            checks.push(one);
        }
    }
    // Where there is but one, it is the one.
    let only = checks.first().filter(|_| checks.len() == 1 && form.value("check").is_empty());
    let form = if let Some(only) = only { form.clone().fill("check", only.id.to_string()) } else { form };
    Ok(Page {
        frame: frame(app, who, format!("{}/open/withdraw", path(resident.id)), "residents-withdraw-title", &form),
        form,
        id: resident.id,
        name: resident.name.clone(),
        authorities: joined::authorities(conn, resident.id).await?,
        checks,
        me,
    })
}

/// GET `/desk/residents/{id}/open/withdraw`.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let resident = desk::resident(&mut read, &who, &id).await?;
    html(&page(&mut read, &app, &who, &resident, Form::empty()).await?)
}

/// POST `/desk/residents/{id}/open/withdraw`: one that was withdrawn is left so.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let resident = desk::resident(&mut tx, &who, &id).await?;
    let asked = form.value("check").parse::<Id>().ok();
    let (now, frame) = (app.now(), frame(&app, &who, String::new(), "residents-withdraw-title", &form));
    let all = failed::since(&mut tx, resident.id, now - LASTS).await?;
    let chosen = all.iter().find(|one| Some(one.id) == asked);
    let done = see(&format!("{}/open?done=withdrawn", path(resident.id)));
    match chosen {
        Some(one) if one.withdrawn_at != 0 => return Ok(done),
        Some(one) if !may(&who, one, now)? => return Err(Error::Forbidden),
        // Its hour is over, or it is of another record.
        None if asked.is_some() => return Err(Error::Refused("residents-refused-withdraw")),
        Some(_) => {}
        None => form.refuse("check", frame.t("residents-withdraw-which-empty")),
    }
    let reason = read::lines(&frame, &mut form, "reason", "residents-withdraw-reason-empty", LINES);
    let (Some(chosen), Some(reason), true) = (chosen, reason, form.is_good()) else {
        return invalid(&page(&mut tx, &app, &who, &resident, form).await?);
    };
    if failed::withdraw(&mut tx, (chosen.id, resident.id), (who.staff()?.id, &reason), now).await? {
        let fact = Fact::new("resident.check-withdrawn", &who).about("resident", resident.id);
        let data = json!({ "opening": chosen.id, "caller": chosen.caller, "given": [] });
        facts::record(&mut tx, &app, fact.data(data).body(&reason)).await?;
    }
    tx.commit().await?;
    Ok(done)
}
