//! `/account/keys` and `/desk/keys`: one's own keys. A key is shown once, when it is made.

use super::{Line, line};
use crate::operation::Scope;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts::Subject;
use kit::form::{Form, line as one_line};
use kit::keys::{self, New};
use kit::page::{Frame, html, invalid, see};
use kit::session::Surface;
use kit::ui::{Checkboxes, Choice, Choices, Radios};
use kit::who::{Person, Role, Who};
use kit::{App, Error, Id, Result};
use residents::{Message, To};
use serde::Deserialize;

/// The longest name.
const NAME: usize = 100;
/// The most keys of one person that open.
const MOST: usize = 20;
/// Keys that open nothing any more, on one page.
const PAST: usize = 20;
/// Before the newest.
const NEWEST: Id = Id([0xff; 16]);
/// How long a key may open, in days.
const DAYS: [i64; 3] = [30, 90, 365];

/// From where.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    before: String,
}

#[derive(Template)]
#[template(path = "keys.html")]
struct ResidentPage {
    inside: Inside,
    frame: Frame,
}

#[derive(Template)]
#[template(path = "keys-desk.html")]
struct StaffPage {
    inside: Inside,
    frame: Frame,
}

/// What both pages show.
#[derive(Template)]
#[template(path = "parts/keys.html")]
struct Inside {
    frame: Frame,
    form: Form,
    path: &'static str,
    scopes: Vec<Scope>,
    keys: Vec<Line>,
    /// There are earlier ones that open nothing any more: those before this one.
    earlier: Option<Id>,
    /// The text of a key that was just made.
    made: Option<String>,
}

impl Inside {
    fn scopes(&self) -> Choices<'_> {
        let choice = |scope: &Scope| {
            let words = format!("api-keys-scope-{}", scope.code().replace('.', "-"));
            Choice::new(scope.code(), self.frame.t(&words).to_owned())
        };
        Checkboxes::new("scopes", self.frame.t("api-keys-scopes"))
            .choices(self.scopes.iter().map(choice))
            .values(self.form.values("scopes"))
            .error(&self.frame, self.form.error("scopes"))
    }

    fn days(&self) -> Choices<'_> {
        let choice = |days: i64| Choice::new(days.to_string(), self.frame.with("api-keys-days", "days", days));
        Radios::new("days", self.frame.t("api-keys-until"))
            .choices(DAYS.map(choice))
            .value(self.form.value("days"))
            .error(&self.frame, self.form.error("days"))
    }
}

/// Whose keys these are, the address of the page, and what they may open.
fn holder(who: &Who) -> Result<(Subject, &'static str, Vec<Scope>)> {
    let (kind, id, path) = match &who.person {
        Person::Resident(id) => ("resident", *id, "/account/keys"),
        Person::Staff(staff) => ("staff", staff.id, "/desk/keys"),
        Person::Anyone | Person::Program(_) | Person::System => return Err(Error::SignIn),
    };
    let staff = kind == "staff";
    // What a key of theirs would open nothing with is not offered.
    let of_use = |scope: &Scope| scope.is_of_people() && (*scope != Scope::Hooks || who.is(Role::Administrator));
    let scopes = Scope::ALL.into_iter().filter(|scope| scope.is_of_staff() == staff && of_use(scope)).collect();
    Ok((Subject::new(kind, id), path, scopes))
}

async fn page(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    form: Form,
    (made, before): (Option<String>, Id),
) -> Result<Response> {
    let (holder, path, scopes) = holder(who)?;
    let good = form.is_good();
    let frame = Frame::new(app, who, path, "api-keys-title").with_error(!good);
    let now = app.now();
    let mut live = keys::live_of(conn, &holder, now).await?;
    live.sort_by_key(|key| std::cmp::Reverse(key.id));
    let mut past = keys::past_of(conn, &holder, before, now, PAST + 1).await?;
    let more = past.len() > PAST;
    past.truncate(PAST);
    let earlier = past.last().filter(|_| more).map(|last| last.id);
    let keys = live.iter().chain(&past).map(|key| line(&frame, key, key.name.clone(), now)).collect();
    let inside = Inside { frame: frame.clone(), form, path, scopes, keys, earlier, made };
    match (Surface::of(path), good) {
        (Surface::Staff, true) => html(&StaffPage { inside, frame }),
        (Surface::Staff, false) => invalid(&StaffPage { inside, frame }),
        (Surface::Resident, true) => html(&ResidentPage { inside, frame }),
        (Surface::Resident, false) => invalid(&ResidentPage { inside, frame }),
    }
}

/// Shows them: those that open something, and the newest of the others.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let before = asked.before.parse().unwrap_or(NEWEST);
    page(&mut conn, &app, &who, Form::empty().fill("days", "90"), (None, before)).await
}

/// Makes one. Its name opens one key: sent again it is refused, and nobody gets the same text twice.
pub(crate) async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let (holder, path, scopes) = holder(&who)?;
    let frame = Frame::new(&app, &who, path, "api-keys-title");
    let name = one_line(form.value("name"), NAME);
    if let Err(fault) = &name {
        let words = match fault {
            kit::form::Fault::Empty => frame.t("api-keys-name-empty").to_owned(),
            fault => frame.with(fault.key(), "most", frame.lang.number(NAME as i64)),
        };
        form.refuse("name", words);
    }
    let chosen: Vec<String> =
        scopes.iter().map(|scope| scope.code()).filter(|code| form.chose("scopes", code)).map(str::to_owned).collect();
    if chosen.is_empty() || form.values("scopes").count() != chosen.len() {
        form.refuse("scopes", frame.t("api-keys-scopes-empty"));
    }
    let days = form.value("days").parse::<i64>().ok().filter(|days| DAYS.contains(days));
    if days.is_none() {
        form.refuse("days", frame.t("api-keys-until-empty"));
    }
    let mut tx = app.db.begin().await?;
    let now: Micros = app.now();
    if keys::live_of(&mut tx, &holder, now).await?.len() >= MOST {
        form.refuse("name", frame.t("api-keys-too-many"));
    }
    let (Ok(name), Some(days), true) = (name, days, form.is_good()) else {
        return page(&mut tx, &app, &who, form, (None, NEWEST)).await;
    };
    let new = New { name: &name, scopes: &chosen, holder: Some(holder), expires: now + days * DAY };
    let Some(made) = keys::make_new(&mut tx, &app, &who, new).await? else {
        form.refuse("name", frame.t("api-keys-name-taken"));
        return page(&mut tx, &app, &who, form, (None, NEWEST)).await;
    };
    // In case it was somebody else at their browser.
    if let Person::Resident(resident) = who.person {
        let message =
            Message { key: "api-told-key", about: vec![Subject::new("resident", resident)], ..Message::default() };
        residents::tell(&mut tx, &app, To::Resident(resident), message).await?;
    }
    tx.commit().await?;
    let mut conn = app.db.read().await?;
    page(&mut conn, &app, &who, Form::empty().fill("days", "90"), (Some(made), NEWEST)).await
}

/// Ends one; ended again, nothing happens.
pub(crate) async fn end(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let (holder, path, _) = holder(&who)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = app.db.begin().await?;
    let key =
        keys::by_id(&mut tx, id).await?.filter(|key| key.holder.as_ref() == Some(&holder)).ok_or(Error::NotFound)?;
    keys::end_key(&mut tx, &app, &who, &key).await?;
    tx.commit().await?;
    Ok(see(path))
}
