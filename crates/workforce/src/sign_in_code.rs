//! Signing in, second half: the code from one's own device. Each code opens once.

use crate::access::{self, Action};
use crate::door::{self, Behind, frame, t, too_many};
use crate::totp::Secret;
use crate::{next, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see, too_often, with_cookies};
use kit::who::{Person, Who};
use kit::{Id, Result};

/// Tries for one half-done sign-in.
const TRIES: i64 = 5;

#[derive(Template)]
#[template(path = "code.html")]
struct Page {
    frame: Frame,
    form: Form,
    half: Id,
    next: String,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, half: Id, next: &str) -> Page {
        let frame = frame(app, who, "/desk/sign-in/code", "workforce-code", !form.is_good());
        Page { frame, form, half, next: next.to_owned() }
    }
}

/// Back to the first half, which says why.
fn start(next: &str) -> Response {
    see(&link::path("/desk/sign-in", &[("next", next), ("over", "code")]))
}

/// GET `/desk/sign-in/code`.
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
    let half: Id = asked.value("half").parse().unwrap_or(Id::NONE);
    let visitor = who.visitor.unwrap_or(Id::NONE);
    let open = store::open_half(&mut *app.db.read().await?, half, visitor, app.now(), TRIES).await?;
    if open.is_none() {
        return Ok(start(next));
    }
    html(&Page::new(&app, &who, Form::empty(), half, next))
}

/// POST `/desk/sign-in/code`.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    access::may(&who, Action::SignIn)?;
    let next = next::safe(form.value("next")).to_owned();
    let half: Id = form.value("half").parse().unwrap_or(Id::NONE);
    let visitor = who.visitor.unwrap_or(Id::NONE);
    let begun = store::open_half(&mut *app.db.read().await?, half, visitor, app.now(), TRIES).await?;
    // Begun long ago, tried too often, or a second press after the first got in.
    let Some(staff) = begun else { return Ok(start(&next)) };
    let behind = Behind::of(&app, &who, staff).await?;
    if let Some(seconds) = behind.count_code(&app).await? {
        form.refuse("code", too_many(&app, seconds));
        return too_often(seconds, &Page::new(&app, &who, form, half, &next));
    }
    let mut tx = app.db.begin().await?;
    let tried = store::try_half(&mut tx, half, visitor, app.now(), TRIES).await?;
    let Some((staff, tries, began)) = tried else { return Ok(start(&next)) };
    if accept(&mut tx, &app, staff, form.value("code")).await? {
        store::spend_half(&mut tx, half).await?;
        behind.clear(&mut tx).await?;
        let how = if began == "council" { "council-and-code" } else { "password-and-code" };
        let cookies = door::open(&mut tx, &app, &who, staff, how).await?;
        tx.commit().await?;
        return with_cookies(see(&next), cookies);
    }
    door::refused(&mut tx, &app, &who, Some(staff), "code").await?;
    tx.commit().await?;
    if tries >= TRIES {
        return Ok(start(&next));
    }
    form.refuse("code", t(&app, "workforce-code-wrong"));
    invalid(&Page::new(&app, &who, form, half, &next))
}

/// Whether this is a code of now that was not used before; it is used from here on.
async fn accept(tx: &mut kit::db::Tx, app: &App, staff: Id, typed: &str) -> Result<bool> {
    let Some(keys) = store::keys_by_id(tx, staff).await? else { return Ok(false) };
    let (true, Some(sealed)) = (keys.active, keys.totp) else { return Ok(false) };
    match Secret::open(app, staff, &sealed)?.step(typed, app.now())? {
        Some(step) => store::use_step(tx, staff, step).await,
        None => Ok(false),
    }
}
