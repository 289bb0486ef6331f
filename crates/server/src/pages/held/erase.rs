//! `/desk/residents/{id}/erase`: a resident asked to be erased. What goes and what stays, and why, stands before the press.

use super::access::{self, Action};
use super::desk::{in_english, look, resident};
use super::{LONGEST, read_reason};
use crate::held::fates::{self, Becomes};
use crate::held::{self, Plan};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use cases::{Fate, Fated};
use kit::extract::Path;
use kit::form::Form;
use kit::page::{Frame, html, html_with, invalid, see};
use kit::personal::{Part, Reader};
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
    parts: Vec<Part>,
    asked: Option<Asked>,
    key: Id,
}

impl ErasePage {
    /// The access request it belongs to.
    fn back(&self) -> String {
        format!("{}/export", self.path)
    }

    async fn new(app: &App, who: &Who, form: Form, id: Id, name: String) -> Result<ErasePage> {
        let mut read = app.db.read().await?;
        let plan = held::plan(&mut read, app, id, Lang::EN).await?;
        let asked = erasure_of(&mut read, id).await?;
        drop(read);
        let parts = held::read(app, id, Reader::Staff, Lang::EN).await?;
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
            parts,
            asked,
        })
    }

    /// The kinds of what is held that this becomes of, in words, each with how much of it there is.
    fn kinds(&self, becomes: Becomes) -> Vec<String> {
        let kind = |(table, rows): (&str, usize)| {
            let words = self.frame.t(&format!("server-erase-of-{table}")).to_owned();
            if rows == 1 { words } else { format!("{words} ({rows})") }
        };
        fates::of(&self.parts, becomes).map(kind).collect()
    }

    /// What was typed has no field any more: it is shown, to be copied.
    fn is_left_typed(&self) -> bool {
        (self.plan.held.is_some() || self.plan.parted) && !self.form.value("reason").is_empty()
    }

    /// It is done: nothing of it is still to come.
    fn is_done(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.erased.is_some())
    }

    /// What goes with the press.
    fn at_once(&self) -> Vec<String> {
        self.kinds(Becomes::GoesAtOnce)
    }

    /// What goes with the account.
    fn with_account(&self) -> Vec<String> {
        self.kinds(Becomes::GoesWithAccount)
    }

    /// What belongs to their requests.
    fn of_requests(&self) -> Vec<String> {
        self.kinds(Becomes::FollowsRequest)
    }

    /// What stays in any case.
    fn left(&self) -> Vec<String> {
        self.kinds(Becomes::Stays)
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
    match held::ask(&app, &who, id, key, &reason).await {
        Ok(true) => held::carry_out(&app, &who, id).await.map(drop)?,
        Ok(false) => {}
        // A hold came, or the two accounts were parted, since the page was drawn.
        Err(Error::Refused(why)) => {
            form.refuse("reason", frame.t(why));
            return html_with(StatusCode::CONFLICT, &ErasePage::new(&app, &who, form, id, name).await?);
        }
        Err(other) => return Err(other),
    }
    Ok(see(&format!("/desk/residents/{id}/erase")))
}
