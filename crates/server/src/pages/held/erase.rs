//! `/desk/residents/{id}/erase`: a resident asked to be erased. What goes and what stays, and why, stands before the press.

use super::access::{self, Action};
use super::desk::{in_english, look, resident};
use super::{LONGEST, read_reason};
use crate::held::{self, Plan};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::{Fate, Fated};
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{CharacterCount, Markup};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use residents::personal::{Asked, erasure_of};

#[derive(Template)]
#[template(path = "held-erase.html")]
struct ErasePage {
    frame: Frame,
    form: Form,
    name: String,
    path: String,
    plan: Plan,
    asked: Option<Asked>,
    key: Id,
}

impl ErasePage {
    async fn new(app: &App, who: &Who, form: Form, id: Id, name: String) -> Result<ErasePage> {
        let mut read = app.db.read().await?;
        let plan = held::plan(&mut read, app, id, Lang::EN).await?;
        let asked = erasure_of(&mut read, id).await?;
        let path = format!("/desk/residents/{id}");
        let frame = Frame::new(app, &in_english(who), format!("{path}/erase"), "server-erase-title");
        let frame = frame.with_error(!form.is_good());
        Ok(ErasePage {
            key: form.value("key").parse().unwrap_or_else(|_| app.id()),
            frame,
            form,
            name,
            path,
            plan,
            asked,
        })
    }

    /// What goes of their requests.
    fn going(&self) -> impl Iterator<Item = &Fated> {
        self.plan.cases.iter().filter(|fated| fated.fate == Fate::Goes)
    }

    /// What stays, each with the reason in words.
    fn staying(&self) -> Vec<(&Fated, String)> {
        let why = |fated: &Fated| match &fated.fate {
            Fate::Goes => None,
            Fate::Open => Some(self.frame.t("server-erase-stays-open").to_owned()),
            Fate::Held(hold) => {
                Some(self.frame.with("server-erase-stays-held", "review", self.frame.date(&hold.review)))
            }
            Fate::Kept(until) => Some(self.frame.with("server-erase-stays-until", "until", self.frame.date(until))),
            Fate::Unsaid => Some(self.frame.t("server-erase-stays-unsaid").to_owned()),
        };
        self.plan.cases.iter().filter_map(|fated| Some((fated, why(fated)?))).collect()
    }

    /// That messages still to be dealt with stay.
    fn marked(&self) -> String {
        self.frame.with("server-erase-stays-marked", "n", i64::try_from(self.plan.marked).unwrap_or(i64::MAX))
    }

    fn reason(&self) -> Markup<'_> {
        let label = self.frame.t("server-erase-reason");
        let field = CharacterCount::new(&self.frame, "reason", label, LONGEST as u64).rows(3);
        field.value(self.form.value("reason")).error(&self.frame, self.form.error("reason")).into()
    }
}

/// Draws the page.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    access::check(&who, Action::Erase)?;
    let (id, name) = resident(&app, &id).await?;
    look(&app, &who, id, "erasure").await?;
    html(&ErasePage::new(&app, &who, Form::empty(), id, name).await?)
}

/// Takes the request and erases what may go; what must wait is done by itself.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    access::check(&who, Action::Erase)?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let (id, name) = resident(&app, &id).await?;
    let frame = Frame::new(&app, &in_english(&who), "/desk", "server-erase-title");
    let Some(reason) = read_reason(&frame, &mut form, "server-erase-reason-empty") else {
        return invalid(&ErasePage::new(&app, &who, form, id, name).await?);
    };
    if held::ask(&app, &who, id, key, &reason).await? {
        held::carry_out(&app, &who, id).await?;
    }
    Ok(see(&format!("/desk/residents/{id}/erase")))
}
