//! Carry on later: a draft of somebody signed in is in their account; anybody else gets a link by email or text.

use crate::draft::Draft;
use crate::reach::Reach;
use crate::{enter, service};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::clock::HOUR;
use kit::db::Tx;
use kit::extract::Path;
use kit::facts::{self, Fact, Subject};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see, too_many};
use kit::who::Who;
use kit::{App, Error, Id, Result, attempts};
use residents::{Address, By, Contact, Message, Phone, To};
use serde_json::json;

/// Links sent for one draft.
const LINKS: attempts::Limit = attempts::Limit { most: 5, window: HOUR };

#[derive(Template)]
#[template(path = "save.html")]
struct SavePage {
    frame: Frame,
    back: String,
    action: String,
    account: bool,
    kept: String,
    form: Form,
}

#[derive(Template)]
#[template(path = "saved.html")]
struct SavedPage {
    frame: Frame,
    back: String,
    sent: String,
    kept: String,
}

/// GET /forms/{draft}/save.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let known = draft.reach.as_ref().and_then(|reach| known(reach, app.texts)).unwrap_or_default();
    draw(&app, &who, &draft, Form::empty().fill("to", known))
}

/// What they gave already that a link can be sent to.
fn known(reach: &Reach, texts: bool) -> Option<String> {
    let mobile = reach.phone.clone().filter(|phone| texts && Phone::read(phone).is_ok_and(|phone| phone.can_text()));
    reach.email.clone().or(mobile)
}

fn draw(app: &App, who: &Who, draft: &Draft, form: Form) -> Result<Response> {
    let account = who.has_account(draft.resident);
    let frame = &Frame::new(app, who, draft.step("save"), "forms-save").with_error(!form.is_good());
    let kept = if account { "forms-save-account" } else { "forms-save-kept" };
    let kept = frame.with(kept, "date", frame.lang.date(draft.expires));
    let page = SavePage { frame: frame.clone(), back: draft.path(), action: draft.step("save"), account, kept, form };
    if frame.error { invalid(&page) } else { html(&page) }
}

/// The address typed, if the link and its code can reach it; the form then says what is wrong.
fn read(form: &mut Form, who: &Who, app: &App) -> Option<Address> {
    let typed = Form::empty().fill("address", form.value("to"));
    residents::read_address(app, who, &typed).map_err(|words| form.refuse("to", words)).ok()
}

/// Counts a link: so many for a draft, and so many to an address for drafts begun just now.
async fn count(tx: &mut Tx, app: &App, id: Id, address: &Address) -> Result<()> {
    attempts::take(tx, app, &format!("forms-save:{id}"), LINKS).await?;
    residents::codes::count_new(tx, app, id, address).await
}

/// POST /forms/{draft}/save: sends the link. Sending it again sends another, within a limit.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let Some(address) = read(&mut form, &who, &app) else { return draw(&app, &who, &draft, form) };
    let service = service::of(&app, &draft)?.name(who.lang).to_owned();
    let (email, phone) = match &address {
        Address::Email(email) => (Some(email.as_str().to_owned()), None),
        Address::Phone(phone) => (None, Some(phone.as_str().to_owned())),
    };
    let to = email.clone().or_else(|| phone.clone()).unwrap_or_default();
    let contact = Contact { by: By::Address, name: String::new(), email, phone, lang: who.lang };
    let mut tx = app.db.begin().await?;
    if let Err(cause) = count(&mut tx, &app, id, &address).await {
        let Error::TooMany(seconds) = cause else { return Err(cause) };
        form.refuse("to", residents::slow_down(&app, &who, residents::Instead::SignIn, seconds));
        return Ok(too_many(draw(&app, &who, &draft, form)?, seconds));
    }
    let mut draft = enter::draft(&mut tx, &app, &who, id).await?;
    let before = draft.revision;
    draft.touch(&who, app.now());
    draft.saved_to = to;
    crate::store::save(&mut tx, &draft, before).await?;
    let message = Message {
        key: "forms-told-saved",
        values: vec![("service", service), ("date", who.lang.date(draft.expires))],
        about: vec![Subject::new("draft", draft.id)],
        link: Some(format!("/forms/resume?draft={}", draft.id)),
        ..Message::default()
    };
    residents::tell(&mut tx, &app, To::Contact(&contact), message).await?;
    let fact = Fact::new("draft.saved", &who).about("draft", draft.id);
    facts::record(&mut tx, &app, fact.data(json!({ "service": draft.service }))).await?;
    tx.commit().await?;
    Ok(see(&draft.step("saved")))
}

/// GET /forms/{draft}/saved.
pub async fn saved(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    if draft.saved_to.is_empty() {
        return Ok(see(&draft.step("save")));
    }
    let frame = &Frame::new(&app, &who, draft.step("saved"), "forms-saved");
    let sent = frame.with("forms-saved-sent", "to", &draft.saved_to);
    let kept = frame.with("forms-saved-until", "date", frame.lang.date(draft.expires));
    html(&SavedPage { frame: frame.clone(), back: draft.path(), sent, kept })
}
