//! Sending a correction to everybody who was told the answer before, each once, in their own language. Those whom no message
//! reaches are left for somebody to ring.

use crate::known::{Known, Whom};
use crate::model::{Article, Version};
use crate::store;
use crate::store::told::{TO_SEND, Told};
use hmac::{Hmac, KeyInit, Mac};
use kit::app::Boxed;
use kit::db::{Conn, FEW, Tx, again_if_collided};
use kit::facts::Subject;
use kit::jobs::{self, Job, Running};
use kit::{App, Error, Id, Lang, Result};
use residents::{By, Contact, Message, To};
use serde_json::json;
use sha2::Sha256;

/// The job that sends the rest.
pub(crate) const REST: &str = "knowledge.correct";

/// Sends the correction to the next few in this transaction, and asks for the rest where there are more.
pub(crate) async fn some(tx: &mut Tx, app: &App, article: &Article) -> Result<()> {
    let version = store::versions::of(tx, article.id, article.version).await?.ok_or(Error::NotFound)?;
    let few = store::told::waiting(tx, article.id, TO_SEND, Id::NONE, FEW + 1).await?;
    for told in few.iter().take(FEW) {
        one(tx, app, article, &version, told).await?;
    }
    if few.len() > FEW {
        jobs::enqueue(tx, app, Job::new(REST, json!({ "article": article.id.to_string() }))).await?;
    }
    Ok(())
}

/// The job: sends to the next few. Done twice it does no harm: whoever was reached no longer waits.
pub(crate) fn rest<'a>(app: &'a App, job: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let payload: serde_json::Value = job.payload()?;
        let id: Id = payload["article"].as_str().unwrap_or_default().parse()?;
        again_if_collided(|| async {
            let mut tx = app.db.begin().await?;
            let Some(article) = store::articles::by_id(&mut tx, id).await? else { return Ok(()) };
            some(&mut tx, app, &article).await?;
            tx.commit().await
        })
        .await
    })
}

/// Tells one of them, or notes that somebody has to ring.
async fn one(tx: &mut Tx, app: &App, article: &Article, version: &Version, told: &Told) -> Result<()> {
    let (now, number) = (app.now(), version.number);
    let Some(whom) = whom(tx, app, told).await? else {
        return store::told::settle(tx, told.id, "nobody", number, now).await;
    };
    let to = match whom.resident {
        Some(resident) if whom.by_account => To::Resident(resident),
        Some(resident) => To::ResidentAt(resident, &whom.contact),
        None => To::Contact(&whom.contact),
    };
    let Some(written) = residents::write(tx, app, to, message(article, version, whom.contact.lang)).await? else {
        return store::told::ring(tx, told.id).await;
    };
    // Where it goes is noted as it leaves: who cannot be sent it was not told, however often they are noted.
    if !store::told::reaches(tx, article.id, number, hash(app, written.key())).await? {
        return store::told::settle(tx, told.id, "told", number, now).await;
    }
    let channel = written.channel();
    written.send(tx, app).await?;
    store::told::settle(tx, told.id, channel.code(), number, now).await
}

/// Whoever was told, as they are reached now; nobody where they cannot be known any more, or have died.
pub(crate) async fn whom(conn: &mut Conn, app: &App, told: &Told) -> Result<Option<Whom>> {
    let whom = if !told.reference.is_empty() {
        let Ok(known) = app.part::<Known>() else { return Ok(None) };
        (known.whom)(conn, &told.reference).await?
    } else if let Some(resident) = told.resident.some() {
        let contact = Contact { by: By::Account, name: String::new(), email: None, phone: None, lang: Lang::EN };
        Some(Whom { resident: Some(resident), by_account: true, contact })
    } else if let Some(id) = told.contact {
        in_contact(contact::by_id(conn, id).await?)
    } else {
        Some(Whom { resident: None, by_account: false, contact: typed(told) })
    };
    let Some(whom) = whom else { return Ok(None) };
    let Some(id) = whom.resident else { return Ok(Some(whom)) };
    let Some(person) = residents::person(conn, id).await?.filter(|person| !person.deceased) else { return Ok(None) };
    if !whom.by_account {
        return Ok(Some(whom));
    }
    // Somebody who was erased has neither a name nor an address.
    Ok(Some(person)
        .filter(|person| !person.contact.name.is_empty())
        .map(|person| Whom { contact: person.contact, ..whom }))
}

/// Whoever was told in a contact: the record it is with by now, or what they said of themselves; nobody where that is nothing,
/// or was erased.
fn in_contact(with: contact::Contact) -> Option<Whom> {
    let (lang, name, number) = (with.lang, with.name, with.number);
    if let Some(resident) = with.resident {
        let contact = Contact { by: By::Account, name: String::new(), email: None, phone: None, lang };
        return Some(Whom { resident: Some(resident), by_account: true, contact });
    }
    if name.is_empty() && number.is_empty() {
        return None;
    }
    let (email, phone) = if number.contains('@') { (Some(number), None) } else { (None, Some(number)) };
    let contact = Contact { by: By::Address, name, email, phone, lang };
    Some(Whom { resident: None, by_account: false, contact })
}

/// Somebody who gave an address and no more.
fn typed(told: &Told) -> Contact {
    let address = Some(told.address.clone());
    let (email, phone) = if told.address.contains('@') { (address, None) } else { (None, address) };
    let lang = Lang::of(&told.lang).unwrap_or(Lang::EN);
    Contact { by: By::Address, name: told.name.clone(), email, phone, lang }
}

/// What they are told: that it was wrong, and what is right.
fn message<'a>(article: &Article, version: &Version, lang: Lang) -> Message<'a> {
    let (of, text) = version.content.texts.in_lang(lang);
    let key = if of == lang { "knowledge-corrected" } else { "knowledge-corrected-english" };
    Message {
        key,
        values: vec![("question", text.question.clone()), ("answer", text.answer.clone())],
        about: vec![Subject::new("article", article.id)],
        link: version.content.public.then(|| format!("/help/{}", article.slug)),
        ..Message::default()
    }
}

/// What stands for an address: nobody can read the address out of it without the council's own secret.
fn hash(app: &App, address: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret).expect("HMAC takes a key of any length");
    mac.update(b"knowledge correction ");
    mac.update(address.as_bytes());
    mac.finalize().into_bytes().into()
}
