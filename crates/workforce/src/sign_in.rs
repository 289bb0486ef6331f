//! Signing in, first half: the password. In a demo council the listed staff sign in by a press.

use crate::access::{self, Action};
use crate::door::{self, Behind, frame, t, too_many};
use crate::sign_in_link;
use crate::sign_on::{Refusal, SignOn};
use crate::{next, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::clock::{MINUTE, Micros};
use kit::db::Tx;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, too_often, with_cookies};
use kit::session::{self, Surface};
use kit::ui::Button;
use kit::who::{Person, Role, Who};
use kit::{Error, Id, Result, password};

/// How long the second half may take.
const HALF_LASTS: Micros = 10 * MINUTE;
/// The most staff a demo council lists.
const MOST_LISTED: i64 = 20;

#[derive(Template)]
#[template(path = "sign-in.html")]
struct Page {
    frame: Frame,
    form: Form,
    next: String,
    listed: Vec<(Id, String, Vec<Role>)>,
    /// The council has a provider of its own.
    council: bool,
    /// Nobody but those named comes in by a password.
    required: bool,
}

impl Page {
    async fn new(app: &App, who: &Who, form: Form, next: &str) -> Result<Page> {
        let frame = frame(app, who, "/desk/sign-in", "workforce-sign-in", !form.is_good());
        let sign_on = SignOn::of(app);
        Ok(Page {
            frame,
            form,
            next: next.to_owned(),
            listed: listed(app).await?,
            council: sign_on.is_some(),
            required: sign_on.is_some_and(SignOn::is_required),
        })
    }

    /// The way to the council's own provider; what went wrong with it is said beside.
    fn council_button(&self) -> Button<'_> {
        let button = Button::once(self.frame.t("workforce-council")).id("council");
        match self.form.error("council") {
            Some(_) => button.attr("aria-describedby", "council-error"),
            None => button,
        }
    }

    fn roles(&self, roles: &[Role]) -> String {
        crate::admin::role_names(&self.frame, roles)
    }
}

/// The staff of a demo council who sign in by a press: nobody anywhere else.
async fn listed(app: &App) -> Result<Vec<(Id, String, Vec<Role>)>> {
    let mut all = Vec::new();
    if !app.demo {
        return Ok(all);
    }
    let mut read = app.db.read().await?;
    for (id, name) in store::listed(&mut read, MOST_LISTED).await? {
        if let Some(staff) = store::who(&mut read, id).await? {
            all.push((id, name, staff.roles));
        }
    }
    Ok(all)
}

/// GET `/desk/sign-in`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = link::query(query.as_deref());
    let next = next::safe(asked.value("next"));
    if matches!(who.person, Person::Staff(_)) {
        return Ok(see(next));
    }
    let mut form = Form::empty();
    if asked.value("over") == "code" {
        form.refuse("password", t(&app, "workforce-code-over"));
    }
    if let Some(refusal) = Refusal::of(asked.value("council")).filter(|_| SignOn::of(&app).is_some()) {
        form.refuse("council", t(&app, refusal.key()));
    }
    let mut page = Page::new(&app, &who, form, next).await?;
    page.frame.notice = match asked.value("done") {
        "set-up" => Some(t(&app, "workforce-done-set-up").to_owned()),
        "link" => Some(t(&app, "workforce-done-link").to_owned()),
        _ => None,
    };
    html(&page)
}

/// POST `/desk/sign-in`: the same words and the same work, whether or not there is such an account.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let next = next::safe(form.value("next")).to_owned();
    // Nobody's address has control characters, and no database takes them all.
    let plain = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
    let email = form.trimmed("email").chars().take(254).map(plain).collect::<String>();
    let empty = [("email", email.is_empty()), ("password", form.value("password").is_empty())];
    for (field, _) in empty.iter().filter(|(_, is_empty)| *is_empty) {
        form.refuse(field, t(&app, &format!("workforce-{field}-empty")));
    }
    if !form.is_good() {
        return invalid(&Page::new(&app, &who, form, &next).await?);
    }
    let behind = Behind::find(&app, &who, &email).await?;
    if let Some(seconds) = behind.count(&app).await? {
        if let (Some(keys), None) = (behind.keys.as_ref().filter(|keys| keys.active), behind.device()) {
            sign_in_link::offer(&app, keys).await?;
        }
        form.refuse("password", too_many(&app, seconds));
        return too_often(seconds, &Page::new(&app, &who, form, &next).await?);
    }
    let may = |email: &str| SignOn::lets_in_by_password(&app, email);
    let ready = behind.keys.as_ref().filter(|keys| keys.active && keys.totp.is_some() && may(&keys.email));
    let stored = ready.and_then(|keys| keys.password_hash.as_deref());
    let right = password::verify(behind.asker(), stored, form.value("password")).await?;
    let mut tx = app.db.begin().await?;
    if let (Some(keys), true) = (ready, right) {
        return ask_for_code(tx, &app, &who, keys.id, "password", &next).await;
    }
    door::refused(&mut tx, &app, &who, behind.keys.as_ref().map(|keys| keys.id), "password").await?;
    tx.commit().await?;
    // Nobody learns here who may come in by a password.
    let required = SignOn::of(&app).is_some_and(SignOn::is_required);
    let words = if required { "workforce-password-wrong-or-council" } else { "workforce-password-wrong" };
    form.refuse("password", t(&app, words));
    invalid(&Page::new(&app, &who, form, &next).await?)
}

/// Leads on to the second half, which asks for the code of their own device.
pub(crate) async fn ask_for_code(
    mut tx: Tx,
    app: &App,
    who: &Who,
    staff: Id,
    how: &str,
    next: &str,
) -> Result<Response> {
    let (session, cookie) = session::start(&mut tx, app, Surface::Staff, &Person::Anyone, who).await?;
    let (half, visitor) = (app.id(), who.visitor.unwrap_or(session));
    store::begin_half(&mut tx, half, staff, visitor, app.now() + HALF_LASTS, how).await?;
    tx.commit().await?;
    let to = link::path("/desk/sign-in/code", &[("half", &half.to_string()), ("next", next)]);
    with_cookies(see(&to), [cookie])
}

/// POST `/desk/sign-in/demo`: signs in a listed member of staff at once. Anywhere but in a demo council there is no such
/// page.
pub async fn demo(State(app): State<App>, Extension(who): Extension<Who>, form: Form) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let staff: Id = form.value("staff").parse()?;
    if !listed(&app).await?.iter().any(|(id, _, _)| *id == staff) {
        return Err(Error::NotFound);
    }
    let mut tx = app.db.begin().await?;
    let cookies = door::open(&mut tx, &app, &who, staff, "demo").await?;
    tx.commit().await?;
    with_cookies(see(next::safe(form.value("next"))), cookies)
}
