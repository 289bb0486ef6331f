//! `/desk/account`: one's own password and device.

use crate::access::{self, Action};
use crate::chosen;
use crate::door::{self, Behind, frame, t, too_many};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::db::Tx;
use kit::facts::{self, Fact, Subject};
use kit::form::Form;
use kit::link;
use kit::outbox::{self, Message};
use kit::page::{Frame, html, invalid, see, too_often};
use kit::who::Who;
use kit::{Error, Lang, Result, password, session};
use serde_json::json;

#[derive(Template)]
#[template(path = "account.html")]
struct Page {
    frame: Frame,
    form: Form,
    email: String,
    /// They have a password and codes of their own here.
    has_password: bool,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, keys: &store::Keys) -> Page {
        let frame = frame(app, who, "/desk/account", "workforce-account", !form.is_good());
        Page { frame, form, email: keys.email.clone(), has_password: keys.password_hash.is_some() }
    }
}

async fn behind(app: &App, who: &Who) -> Result<(Behind, store::Keys)> {
    access::may(who, Action::Own)?;
    let behind = Behind::of(app, who, who.staff()?.id).await?;
    let keys = behind.keys.clone().ok_or(Error::SignIn)?;
    Ok((behind, keys))
}

/// GET `/desk/account`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let (_, keys) = behind(&app, &who).await?;
    let mut page = Page::new(&app, &who, Form::empty(), &keys);
    if link::query(query.as_deref()).value("done") == "password" {
        page.frame.notice = Some(t(&app, "workforce-done-password").to_owned());
    }
    html(&page)
}

/// What came of asking for the present password.
enum Proved {
    /// It is the one.
    Right,
    /// It is another.
    Wrong,
    /// One try too many, for so many seconds.
    TooOften(u64),
}

/// Asks for the present password, counted like signing in.
async fn prove(app: &App, behind: &Behind, keys: &store::Keys, form: &mut Form, field: &str) -> Result<Proved> {
    if let Some(seconds) = behind.count(app).await? {
        form.refuse(field, too_many(app, seconds));
        return Ok(Proved::TooOften(seconds));
    }
    if password::verify(password::Asker::Known, keys.password_hash.as_deref(), form.value(field)).await? {
        let mut tx = app.db.begin().await?;
        behind.clear(&mut tx).await?;
        tx.commit().await?;
        return Ok(Proved::Right);
    }
    form.refuse(field, t(app, "workforce-password-current-wrong"));
    Ok(Proved::Wrong)
}

/// POST `/desk/account/password`: other sessions and keys end, and they are told by email.
pub async fn change_password(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    mut form: Form,
) -> Result<Response> {
    let (behind, keys) = behind(&app, &who).await?;
    match prove(&app, &behind, &keys, &mut form, "current").await? {
        Proved::Right => {}
        Proved::Wrong => return invalid(&Page::new(&app, &who, form, &keys)),
        Proved::TooOften(seconds) => return too_often(seconds, &Page::new(&app, &who, form, &keys)),
    }
    let wanted = form.value("password").to_owned();
    chosen::password(&app, &mut form, &wanted, &[&keys.name, &keys.email]);
    if !form.is_good() {
        return invalid(&Page::new(&app, &who, form, &keys));
    }
    let hash = password::hash(&app.entropy, &wanted).await?;
    let mut tx = app.db.begin().await?;
    // What was proved must still be what is replaced: an administrator may have taken it away meanwhile.
    store::set_password(&mut tx, keys.id, keys.password_hash.as_deref(), &hash).await?;
    if let Some(this) = who.session {
        session::end_others(&mut tx, keys.id, this).await?;
    }
    // A thief's device must not stay a known one, nor a key they made.
    kit::keys::end_all(&mut tx, &app, &who, &Subject::new("staff", keys.id)).await?;
    store::forget_devices(&mut tx, keys.id).await?;
    if let Some(this) = behind.device() {
        store::remember_device(&mut tx, keys.id, this, app.now()).await?;
    }
    tell(&mut tx, &app, &keys).await?;
    let fact = Fact::new("staff.changed", &who).about("staff", keys.id).data(json!({ "what": ["password"] }));
    facts::record(&mut tx, &app, fact).await?;
    tx.commit().await?;
    Ok(see("/desk/account?done=password"))
}

/// Tells whoever's password it is that it was changed, in case that was somebody else.
async fn tell(tx: &mut Tx, app: &App, keys: &store::Keys) -> Result<()> {
    let (name, when, council) = (keys.name.as_str(), Lang::EN.date_time(app.now()), app.council.name.as_str());
    let values = [("name", name.into()), ("when", when.into()), ("council", council.into())];
    let text = app.words.with(Lang::EN, "workforce-told-password-body", &values);
    let letter = Message::email(Lang::EN, &keys.email, t(app, "workforce-told-password-subject"), &text);
    outbox::send(tx, app, letter.about("staff", keys.id)).await.map(drop)
}

/// POST `/desk/account/renew`: leads to a set-up link for a new device. The old device's codes open until the new one's are
/// set up.
pub async fn renew(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let (behind, keys) = behind(&app, &who).await?;
    match prove(&app, &behind, &keys, &mut form, "renew").await? {
        Proved::Right => {}
        Proved::Wrong => return invalid(&Page::new(&app, &who, form, &keys)),
        Proved::TooOften(seconds) => return too_often(seconds, &Page::new(&app, &who, form, &keys)),
    }
    let mut tx = app.db.begin().await?;
    let link = door::offer(&mut tx, &app, keys.id).await?;
    let fact = Fact::new("staff.link-made", &who).about("staff", keys.id);
    facts::record(&mut tx, &app, fact).await?;
    tx.commit().await?;
    Ok(see(&link))
}
