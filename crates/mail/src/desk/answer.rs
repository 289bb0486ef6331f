//! `POST /desk/mail/{id}/answer`: answering an email that is on no case. The answer goes out on its thread, and what is answered
//! to it comes back to the same thread.

use super::typed::read_reason;
use super::{find, show};
use crate::model::{Received, Written};
use crate::{facts, store};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::facts::Subject;
use kit::form::Form;
use kit::mail::Inbox;
use kit::outbox::Reply;
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use residents::{By, Contact, Message, To};

/// Letters of an answer.
const MOST: usize = 10_000;

/// Sends it, once by its key; where somebody was faster with this mail, what was typed stays and what they did is shown.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let mut received = find(&mut tx, &app, &who, &id).await?;
    let there = format!("{}?done=answered#thread", crate::path(received.id));
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    if store::answers::by_id(&mut tx, key).await?.is_some_and(|before| before.mail == received.id) {
        return Ok(see(&there));
    }
    let frame = super::frame(&app, &who, String::new(), "mail-desk-title");
    let text = read_reason(&frame, &mut form, "answer", "mail-desk-answer-empty", MOST);
    if text.is_some() && form.value("revision").parse() != Ok(received.revision) {
        form.refuse("answer", frame.t("mail-desk-answer-changed"));
    }
    let Some(text) = text.filter(|_| form.is_good()) else {
        drop(tx);
        return show::refused(&app, &who, received, form).await;
    };
    received.answered(who.staff()?.id, app.now())?;
    let written = Written { id: key, mail: received.id, staff: who.staff()?.id, at: app.now(), text };
    if !store::answers::insert(&mut tx, &written).await? {
        return Err(Error::Changed);
    }
    store::received::settle(&mut tx, &received).await?;
    let fact = facts::about("mail.answered", &who, &received).about("answer", key);
    let fact = received.resident.into_iter().fold(fact, |fact, resident| fact.about("resident", resident));
    kit::facts::record(&mut tx, &app, fact).await?;
    send(&mut tx, &app, &received, &written).await?;
    tx.commit().await?;
    Ok(see(&there))
}

/// Writes to whoever the mail says it is from, and nowhere else.
async fn send(tx: &mut kit::db::Tx, app: &App, received: &Received, written: &Written) -> Result<()> {
    let email = Some(received.sender.clone());
    let contact = Contact { by: By::Address, name: received.sender_name.clone(), email, phone: None, lang: Lang::EN };
    let thread = if received.message_id.is_empty() { String::new() } else { format!("<{}>", received.message_id) };
    let to = app.part::<Inbox>().map(|inbox| inbox.answers_to_mail(received.id)).unwrap_or_default();
    let subject = match received.subject.trim() {
        "" => app.t(Lang::EN, "mail-desk-no-subject").to_owned(),
        subject => subject.to_owned(),
    };
    let message = Message {
        key: "mail-told-answer",
        values: vec![("subject", subject), ("text", written.text.clone())],
        about: vec![Subject::new("mail", received.id)],
        link: None,
        reply: Reply { to, thread, ..Reply::default() },
    };
    residents::tell(tx, app, To::Contact(&contact), message).await.map(drop)
}
