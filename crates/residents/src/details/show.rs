//! The overview: name, addresses, password, language, and where one is signed in.

use super::{PATH, read_own};
use crate::model::{Address, Resident};
use crate::needs;
use crate::tell::in_one_piece;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::Result;
use kit::app::App;
use kit::form::Form;
use kit::page::{Frame, html};
use kit::session::{self, Listed};
use kit::ui::{Action, Row, SummaryList};
use kit::who::Who;

/// The most sessions shown.
const MOST_SESSIONS: i64 = 50;

/// What the overview can say was done.
const DONE: [&str; 10] = [
    "name",
    "email",
    "phone",
    "email-removed",
    "phone-removed",
    "password",
    "password-removed",
    "language",
    "needs",
    "sessions",
];

#[derive(Template)]
#[template(path = "details.html")]
struct Page {
    frame: Frame,
    resident: Resident,
    /// They told us what they need.
    needs: bool,
    sessions: Vec<Listed>,
    this: Option<kit::Id>,
}

/// GET `/account/details`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let resident = read_own(&app, &who).await?;
    let mut read = app.db.read().await?;
    let sessions = session::of_person(&mut read, resident.id, app.now(), MOST_SESSIONS).await?;
    let needs = needs::own::is_told(&mut read, resident.id).await?;
    drop(read);
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    let done = DONE.into_iter().find(|what| *what == asked.value("done"));
    let notice = done.map(|what| app.t(who.lang, &format!("residents-done-{what}")).to_owned());
    let frame = Frame::new(&app, &who, PATH, "residents-details").with_notice(notice);
    html(&Page { frame, resident, needs, sessions, this: who.session })
}

impl Page {
    fn list(&self) -> SummaryList<'_> {
        let frame = &self.frame;
        let change = |what: &str, key: &str| {
            Action::new(format!("{PATH}/{what}"), frame.t("residents-change"), frame.t(key).to_lowercase())
        };
        let none = || frame.t("residents-none").to_owned();
        let resident = &self.resident;
        let row =
            |key: &'static str, value: String, what: &str| Row::new(frame.t(key), value).action(change(what, key));
        let password =
            if resident.password_hash.is_some() { "residents-password-set" } else { "residents-password-none" };
        let needs = if self.needs { "residents-needs-some" } else { "residents-needs-none" };
        SummaryList::new()
            .row(row("residents-name", resident.name.clone(), "name"))
            .row(row("residents-email", resident.email.clone().unwrap_or_else(none), "email"))
            .row(row("residents-phone", self.phone().unwrap_or_else(none), "phone"))
            .row(row("residents-password", frame.t(password).to_owned(), "password"))
            .row(row("residents-language", resident.lang.name.to_owned(), "language"))
            .row(row("residents-needs", frame.t(needs).to_owned(), "needs"))
    }

    fn phone(&self) -> Option<String> {
        let phone = in_one_piece(self.resident.phone.as_deref()?);
        match Address::read(&phone) {
            Ok(address) if !address.reachable() => Some(self.frame.with("residents-phone-landline", "number", phone)),
            _ => Some(phone),
        }
    }

    fn is_this(&self, session: &Listed) -> bool {
        self.this == Some(session.id)
    }
}
