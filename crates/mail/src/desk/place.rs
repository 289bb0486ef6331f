//! Saying what a mail belongs to: a case, a resident, a contact to come, or nothing. The second of two officers is told that
//! the first was faster.

use super::{find, show};
use crate::model::{Received, State as Became};
use crate::{facts, store, take};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Tx;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result};

/// The mail of the address as the form's page showed it.
async fn shown(tx: &mut Tx, app: &App, who: &Who, id: &str, form: &Form) -> Result<Received> {
    let received = find(tx, app, who, id).await?;
    let revision: i64 = form.value("revision").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    if revision == received.revision { Ok(received) } else { Err(Error::Changed) }
}

/// Writes down where it belongs, and records it.
async fn settle(tx: &mut Tx, app: &App, who: &Who, received: &Received) -> Result<()> {
    store::received::settle(tx, received).await?;
    let fact = facts::about("mail.placed", who, received);
    let fact = match received.resident {
        Some(resident) => fact.about("resident", resident),
        None => fact,
    };
    kit::facts::record(tx, app, fact).await.map(drop)
}

/// `POST /desk/mail/{id}/case`: it becomes a message on the case of a reference.
pub(crate) async fn on_case(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let received = shown(&mut tx, &app, &who, &id, &form).await?;
    let typed = form.trimmed("reference").to_owned();
    let known = match cases::reference_seen(&mut tx, &app, &who, &typed).await? {
        Some(reference) => cases::received::writer(&mut tx, &reference).await?.map(|writer| (reference, writer)),
        None => None,
    };
    let Some((reference, writer)) = known else {
        let key = if typed.is_empty() { "mail-desk-case-empty" } else { reference_fault(&typed) };
        drop(tx);
        let frame = super::frame(&app, &who, String::new(), "mail-desk-title");
        form.refuse("reference", frame.t(key));
        return show::refused(&app, &who, received, form).await;
    };
    take::settle_on(&mut tx, &app, &who, received, (&reference, &writer)).await?;
    tx.commit().await?;
    Ok(see(&format!("/desk/cases/{}#messages", writer.case.reference)))
}

fn reference_fault(typed: &str) -> &'static str {
    if typed.parse::<Reference>().is_err() { "page-reference-mistyped" } else { "cases-find-none" }
}

/// `POST /desk/mail/{id}/resident`: it goes to the record of a resident.
pub(crate) async fn with_resident(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut received = shown(&mut tx, &app, &who, &id, &form).await?;
    residents::may_find(&who)?;
    let resident: Id = form.value("resident").parse().map_err(|_| Error::NotFound)?;
    residents::by_id(&mut tx, resident).await?.ok_or(Error::NotFound)?;
    received.settle(Became::Resident, who.staff()?.id, app.now())?;
    received.resident = Some(resident);
    settle(&mut tx, &app, &who, &received).await?;
    tx.commit().await?;
    Ok(see(&format!("{}?done=placed", crate::path(received.id))))
}

/// `POST /desk/mail/{id}/contact`: a contact begins with it.
pub(crate) async fn as_contact(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut received = shown(&mut tx, &app, &who, &id, &form).await?;
    received.settle(Became::Contact, who.staff()?.id, app.now())?;
    let channel = match received.channel {
        crate::Channel::Email => contact::Channel::Email,
        crate::Channel::Post => contact::Channel::Post,
    };
    // Who it is the officer says: an address proves nothing.
    let start = contact::Start { key: app.id(), channel: Some(channel), ..contact::Start::default() };
    let contact = contact::start(&mut tx, &app, &who, &start).await?;
    received.contact = Some(contact);
    settle(&mut tx, &app, &who, &received).await?;
    tx.commit().await?;
    Ok(see(&contact::path(contact)))
}

/// `POST /desk/mail/{id}/aside`: there is nothing to do.
pub(crate) async fn aside(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut received = shown(&mut tx, &app, &who, &id, &form).await?;
    received.settle(Became::Aside, who.staff()?.id, app.now())?;
    settle(&mut tx, &app, &who, &received).await?;
    tx.commit().await?;
    Ok(see("/desk/mail?done=aside"))
}
