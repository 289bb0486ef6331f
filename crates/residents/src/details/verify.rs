//! Proving a new address with the code sent to it; the old address is told.

use super::address::Which;
use super::{PATH, changed, done, own};
use crate::codes::{self, Checked, Proof, Purpose};
use crate::model::{Address, Resident};
use crate::sign_in_code::refusal;
use crate::tell::{Message, tell_address};
use crate::{access, find, store};
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::app::App;
use kit::db::Tx;
use kit::facts::Subject;
use kit::form::Form;
use kit::link;
use kit::page::{Frame, html, invalid, see};
use kit::who::Who;
use kit::{Id, Result};

#[derive(Template)]
#[template(path = "verify.html")]
struct Page {
    frame: Frame,
    form: Form,
    challenge: Id,
    address: String,
    back: String,
}

impl Page {
    fn new(app: &App, who: &Who, form: Form, proof: &Proof) -> Page {
        let here = link::path("/account/details/verify", &[("challenge", &proof.challenge.to_string())]);
        Page {
            frame: Frame::new(app, who, here, "residents-code").with_error(!form.is_good()),
            form,
            challenge: proof.challenge,
            address: proof.address.as_str().to_owned(),
            back: format!("{PATH}/{}", Which::is(&proof.address).code()),
        }
    }
}

/// GET `/account/details/verify`.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let id = access::own(&who)?;
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    let challenge = asked.value("challenge").parse().unwrap_or(Id::NONE);
    let waiting = codes::waiting(&mut *app.db.read().await?, &app, who.visitor, Purpose::Verify, challenge).await?;
    match waiting.filter(|proof| proof.subject == id) {
        Some(proof) => html(&Page::new(&app, &who, Form::empty(), &proof)),
        None => Ok(see(PATH)),
    }
}

/// POST `/account/details/verify`.
pub async fn post(State(app): State<App>, Extension(who): Extension<Who>, mut form: Form) -> Result<Response> {
    let id = access::own(&who)?;
    let challenge: Id = form.value("challenge").parse().unwrap_or(Id::NONE);
    let mut tx = app.db.begin().await?;
    let waiting = codes::waiting(&mut tx, &app, who.visitor, Purpose::Verify, challenge).await?;
    // A second press after the first was right: it is done.
    let Some(waiting) = waiting.filter(|proof| proof.subject == id) else { return Ok(see(PATH)) };
    let checked = codes::check(&mut tx, &app, who.visitor, Purpose::Verify, challenge, form.value("code")).await?;
    if let Checked::Right(proof) = checked {
        codes::spend(&mut tx, challenge).await?;
        let taken = store::by_address(&mut tx, &proof.address).await?.is_some_and(|other| other.id != id);
        if taken {
            tx.commit().await?;
            form.refuse("code", app.t(who.lang, "residents-address-taken"));
            return invalid(&Page::new(&app, &who, form, &waiting));
        }
        let which = Which::is(&proof.address);
        take(&mut tx, &app, &who, &proof.address).await?;
        tx.commit().await?;
        return Ok(done(which.code()));
    }
    tx.commit().await?;
    form.refuse("code", refusal(&app, &who, &checked));
    invalid(&Page::new(&app, &who, form, &waiting))
}

/// Makes a proved address the account's.
async fn take(tx: &mut Tx, app: &App, who: &Who, address: &Address) -> Result<()> {
    let which = Which::is(address);
    let now = own(tx, who).await?;
    store::set_address(tx, now.id, now.revision, which.code(), Some(address)).await?;
    find::keys::write(tx, now.id).await?;
    warn(tx, app, &now, which).await?;
    changed(tx, app, who, which.code()).await
}

/// Tells the address that was the account's until now that it is so no longer, in case somebody else did that.
pub async fn warn(tx: &mut Tx, app: &App, before: &Resident, which: Which) -> Result<()> {
    let Some(old) = which.held(before).and_then(|old| Address::read(old).ok()) else { return Ok(()) };
    let message = Message {
        key: "residents-told-address",
        values: vec![("when", before.lang.date_time(app.now()))],
        about: vec![Subject::new("resident", before.id)],
        link: None,
        ..Message::default()
    };
    tell_address(tx, app, &old, &before.name, before.lang, message).await.map(drop)
}
