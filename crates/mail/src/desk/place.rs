//! Saying what a mail belongs to: a case, a resident, a contact to come, or nothing. The second of two officers is told that
//! the first was faster.

use super::{carry, find, find_with, keep, show, theirs};
use crate::model::{Received, State as Became};
use crate::{facts, store, take};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::Case;
use kit::db::Tx;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result};

/// The mail of the address, as the form's page showed it; else the page again, which shows what became of it and keeps what was typed.
async fn shown(app: &App, who: &Who, id: &str, form: &mut Form) -> Result<(Tx, Received, bool)> {
    let (tx, received) = find_with(app.db.begin().await?, app, who, id, form).await?;
    let revision: i64 = form.value("revision").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    if revision != received.revision {
        form.refuse("belongs", app.t(Lang::EN, "mail-desk-place-changed"));
    }
    Ok((tx, received, form.is_good()))
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
    let (mut tx, received, same) = shown(&app, &who, &id, &mut form).await?;
    if !same {
        drop(tx);
        return show::changed(&app, &who, received, form).await;
    }
    let mail = received.id;
    match put_on_case(&mut tx, &app, &who, received.clone(), &mut form).await? {
        Some(case) => {
            let message = carry(&mut tx, &app, &who, mail, &case, &form).await?;
            tx.commit().await?;
            Ok(see(&message.unwrap_or_else(|| format!("/desk/cases/{}#messages", case.reference))))
        }
        None => {
            drop(tx);
            show::refused(&app, &who, received, form).await
        }
    }
}

/// The same for whoever asks: the case it is on now, or nothing where the form says what is wrong.
async fn put_on_case(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    mut received: Received,
    form: &mut Form,
) -> Result<Option<Case>> {
    if received.channel == crate::Channel::Post {
        received.other = theirs::is_others(form, app.t(Lang::EN, "mail-desk-theirs-empty")).unwrap_or_default();
    }
    let typed = form.trimmed("reference").to_owned();
    let known = match cases::reference_seen(tx, app, who, &typed).await? {
        Some(reference) => cases::received::writer(tx, &reference).await?.map(|writer| (reference, writer)),
        None => None,
    };
    if known.is_none() {
        let key = if typed.is_empty() { "mail-desk-case-empty" } else { reference_fault(&typed) };
        form.refuse("reference", app.t(Lang::EN, key));
    }
    let Some((reference, writer)) = known.filter(|_| form.is_good()) else { return Ok(None) };
    take::settle_on(tx, app, who, received, (&reference, &writer)).await?;
    Ok(Some(writer.case))
}

fn reference_fault(typed: &str) -> &'static str {
    if typed.parse::<Reference>().is_err() { "page-reference-mistyped" } else { "cases-find-none" }
}

/// `POST /desk/mail/{id}/resident`: it goes to the record of a resident.
pub(crate) async fn with_resident(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (mut tx, mut received, same) = shown(&app, &who, &id, &mut form).await?;
    if !same {
        drop(tx);
        return show::changed(&app, &who, received, form).await;
    }
    let resident: Id = form.value("resident").parse().map_err(|_| Error::NotFound)?;
    put_with(&mut tx, &app, &who, &mut received, resident).await?;
    keep(&mut tx, &app, &who, received.id, &form).await?;
    let open = residents::desk::has_open(&mut tx, &app, &who, resident).await?;
    tx.commit().await?;
    // Whoever has the record open reads on; the others have done what they could.
    let there = if open { crate::path(received.id) } else { "/desk/mail".to_owned() };
    Ok(see(&format!("{there}?done=placed")))
}

/// The same for whoever asks.
async fn put_with(tx: &mut Tx, app: &App, who: &Who, received: &mut Received, resident: Id) -> Result<()> {
    residents::may_find(who)?;
    residents::by_id(tx, resident).await?.ok_or(Error::NotFound)?;
    received.settle(Became::Resident, who.staff()?.id, app.now())?;
    received.resident = Some(resident);
    settle(tx, app, who, received).await
}

/// `POST /desk/mail/{id}/contact`: a contact begins with it.
pub(crate) async fn as_contact(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (mut tx, mut received, same) = shown(&app, &who, &id, &mut form).await?;
    if !same {
        drop(tx);
        return show::changed(&app, &who, received, form).await;
    }
    let contact = begin(&mut tx, &app, &who, &mut received).await?;
    keep(&mut tx, &app, &who, received.id, &form).await?;
    tx.commit().await?;
    Ok(see(&contact::path(contact)))
}

/// The same for whoever asks: the contact.
async fn begin(tx: &mut Tx, app: &App, who: &Who, received: &mut Received) -> Result<Id> {
    received.settle(Became::Contact, who.staff()?.id, app.now())?;
    let channel = received.channel.of_contact();
    // Who it is the officer says: an address proves nothing.
    let start = contact::Start { key: app.id(), channel: Some(channel), ..contact::Start::default() };
    let contact = contact::start(tx, app, who, &start).await?;
    received.contact = Some(contact);
    settle(tx, app, who, received).await?;
    Ok(contact)
}

/// `POST /desk/mail/{id}/aside`: there is nothing to do.
pub(crate) async fn aside(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (mut tx, mut received, same) = shown(&app, &who, &id, &mut form).await?;
    if !same {
        drop(tx);
        return show::changed(&app, &who, received, form).await;
    }
    lay_aside(&mut tx, &app, &who, &mut received).await?;
    keep(&mut tx, &app, &who, received.id, &form).await?;
    tx.commit().await?;
    Ok(see("/desk/mail?done=aside"))
}

/// The same for whoever asks.
async fn lay_aside(tx: &mut Tx, app: &App, who: &Who, received: &mut Received) -> Result<()> {
    received.settle(Became::Aside, who.staff()?.id, app.now())?;
    settle(tx, app, who, received).await
}

/// Where a program puts a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the case of the form's `reference`.
    Case,
    /// On the record of the form's `resident`.
    Resident,
    /// A contact begins with it.
    Contact,
    /// There is nothing to do.
    Aside,
}

/// What came of it.
#[derive(Debug)]
pub enum Placed {
    /// It is there: the reference of its case, on one; the contact that began, where one did.
    There(Option<Reference>, Option<Id>),
    /// Somebody did something with it since it was read.
    Changed,
    /// The form says what is wrong.
    Wrong,
}

/// Puts it there, for whoever takes contacts, as it stood in the form's `revision`.
pub async fn place(app: &App, who: &Who, id: &str, to: Place, form: &mut Form) -> Result<Placed> {
    let mut tx = app.db.begin().await?;
    let mut received = find(&mut tx, app, who, id).await?;
    if form.value("revision").parse() != Ok(received.revision) {
        return Ok(Placed::Changed);
    }
    let (mail, mut there) = (received.id, (None, None));
    match to {
        Place::Case => {
            let Some(case) = put_on_case(&mut tx, app, who, received, form).await? else { return Ok(Placed::Wrong) };
            // What its holder typed on the page of the mail goes along.
            carry(&mut tx, app, who, mail, &case, form).await?;
            there.0 = Some(case.reference);
        }
        Place::Resident => {
            let resident = form.value("resident").parse().map_err(|_| Error::NotFound)?;
            put_with(&mut tx, app, who, &mut received, resident).await?;
        }
        Place::Contact => there.1 = Some(begin(&mut tx, app, who, &mut received).await?),
        Place::Aside => lay_aside(&mut tx, app, who, &mut received).await?,
    }
    tx.commit().await?;
    Ok(Placed::There(there.0, there.1))
}
