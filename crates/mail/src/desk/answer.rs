//! `POST /desk/mail/{id}/answer`: answering an email or a text message that is on no case. The answer goes out the way it came, and what is answered
//! to it comes back to the same thread.

use super::{find, find_with, language, show};
use crate::acknowledge::contact_at;
use crate::model::{Channel, Received, Written};
use crate::{facts, store};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::marks;
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::facts::Subject;
use kit::form::Form;
use kit::mail::Inbox;
use kit::outbox::{self, Reply};
use kit::page::see;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, read, typed};
use residents::{Contact, Message, To};

/// Letters of an answer by email.
const MOST: usize = 10_000;
/// Letters of one by text message: five texts, paid one by one.
const MOST_TEXT: usize = 700;

/// Sends it, once by its key; where somebody was faster with this mail, what was typed stays and what they did is shown.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let found = find_with(app.db.begin().await?, &app, &who, &id, &form).await?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    match write(&app, &who, found, &mut form, key).await? {
        Done::Sent(mail) => Ok(see(&format!("{}?done=answered#thread", crate::path(mail)))),
        Done::Wrong(received) => show::refused(&app, &who, *received, form).await,
    }
}

/// What came of an answer.
#[derive(Debug)]
pub enum Done {
    /// It is on its way, or was already.
    Sent(Id),
    /// The form says what is wrong.
    Wrong(Box<Received>),
}

/// Answers the mail with what stands in the form, once by the key, as it stood when it was read.
pub async fn answer(app: &App, who: &Who, id: &str, form: &mut Form, key: Id) -> Result<Done> {
    let mut tx = app.db.begin().await?;
    let received = find(&mut tx, app, who, id).await?;
    write(app, who, (tx, received), form, key).await
}

async fn write(app: &App, who: &Who, (mut tx, mut received): (Tx, Received), form: &mut Form, key: Id) -> Result<Done> {
    if store::answers::by_id(&mut tx, key).await?.is_some_and(|before| before.mail == received.id) {
        return Ok(Done::Sent(received.id));
    }
    let frame = super::frame(app, who, String::new(), "mail-desk-title");
    let text = read::lines(
        &frame,
        form,
        "answer",
        "mail-desk-answer-empty",
        if received.channel == Channel::Text { MOST_TEXT } else { MOST },
    );
    if text.is_some() && form.value("revision").parse() != Ok(received.revision) {
        form.refuse("answer", frame.t("mail-desk-answer-changed"));
    }
    let lang = language::chosen(form, language::usual(&mut tx, &received).await?);
    if text.is_some() && by_which(&mut tx, app, &received, lang).await?.is_none() {
        form.refuse("answer", frame.t("mail-desk-answer-no-way"));
    }
    let Some(text) = text.filter(|_| form.is_good()) else {
        return Ok(Done::Wrong(Box::new(received)));
    };
    received.answered(who.staff()?.id, app.now())?;
    let written = Written { id: key, mail: received.id, staff: who.staff()?.id, at: app.now(), text };
    if !store::answers::insert(&mut tx, &written).await? {
        return Err(Error::Changed);
    }
    store::received::settle(&mut tx, &received).await?;
    let fact = facts::about("mail.answered", who, &received).about("answer", key);
    let fact = received.resident.into_iter().fold(fact, |fact, resident| fact.about("resident", resident));
    kit::facts::record(&mut tx, app, fact).await?;
    send(&mut tx, app, &received, &written, lang).await?;
    marks::told(&mut tx, received.id, app.now()).await?;
    typed::forget(&mut tx, (who.staff()?.id, &crate::path(received.id))).await?;
    tx.commit().await?;
    Ok(Done::Sent(received.id))
}

/// How an answer to it travels; nothing where it cannot be sent.
pub(super) async fn by_which(
    conn: &mut Conn,
    app: &App,
    received: &Received,
    lang: Lang,
) -> Result<Option<outbox::Channel>> {
    residents::by_which(conn, app, to(received.resident, &contact(received, lang)?)).await
}

/// Whoever the mail says it is from.
fn contact(received: &Received, lang: Lang) -> Result<Contact> {
    let address = received.address().ok_or(Error::Refused("mail-refused-done"))?;
    Ok(contact_at(&address, received.sender_name.clone(), lang))
}

/// Of a mail on somebody's record the person, as they asked to be written to; and nowhere but there, or where the mail is from.
fn to(resident: Option<Id>, contact: &Contact) -> To<'_> {
    resident.map_or(To::Contact(contact), |resident| To::ResidentAt(resident, contact))
}

/// Writes to them.
async fn send(tx: &mut Tx, app: &App, received: &Received, written: &Written, lang: Lang) -> Result<()> {
    let contact = contact(received, lang)?;
    let thread = if received.message_id.is_empty() { String::new() } else { format!("<{}>", received.message_id) };
    let back = app.part::<Inbox>().map(|inbox| inbox.answers_to_mail(received.id)).unwrap_or_default();
    let subject = match received.subject.trim() {
        "" => app.t(lang, "mail-told-no-subject").to_owned(),
        subject => subject.to_owned(),
    };
    let message = Message {
        key: "mail-told-answer",
        values: vec![("subject", subject), ("text", written.text.clone())],
        about: vec![Subject::new("mail", received.id)],
        reply: Reply { to: back, thread, ..Reply::default() },
        ..Message::default()
    };
    residents::tell(tx, app, to(received.resident, &contact), message).await.map(drop)
}
