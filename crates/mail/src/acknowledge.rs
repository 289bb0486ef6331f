//! Telling whoever wrote that their mail came, and which of its files did not: by itself, so nothing answers it in turn, and as
//! often as a person needs it, so that two machines stop.

use crate::model::{NotKept, Received};
use crate::take::bucket;
use kit::attempts::{self, Limit};
use kit::clock::DAY;
use kit::db::Tx;
use kit::outbox::Reply;
use kit::{App, Error, Lang, Result};
use residents::{Address, By, Contact, Message, To};

/// How often one sender is told that a mail came.
const CAME: Limit = Limit { most: 1, window: DAY };
/// How often one sender is told that a file was left out: for each mail, as many as a person sends in a day.
const LEFT_OUT: Limit = Limit { most: 5, window: DAY };
/// Files that are named in one message.
const NAMED: usize = 20;

/// Tells them, and nothing else: it may not be them who wrote.
pub(crate) async fn tell(tx: &mut Tx, app: &App, from: &str, received: &Received, lang: Lang) -> Result<()> {
    let Some(address) = received.address() else { return Ok(()) };
    // What says that it is from one and would come back to another may have been written to make us write to the first (RFC 3834, 4).
    if !from.eq_ignore_ascii_case(&received.sender) {
        return Ok(());
    }
    let refused = &received.with.refused;
    // Who is told what was left out is told with it that the rest came.
    let came = again(tx, app, &bucket(app, "told", from), CAME).await?;
    let (key, values) = if refused.is_empty() {
        if !came {
            return Ok(());
        }
        ("mail-told-received", Vec::new())
    } else {
        if !again(tx, app, &bucket(app, "left-out", from), LEFT_OUT).await? {
            return Ok(());
        }
        let said: Vec<String> = refused.iter().take(NAMED).map(|one| words(app, lang, one)).collect();
        ("mail-told-left-out", vec![("files", said.join("\n"))])
    };
    let contact = contact_at(&address, String::new(), lang);
    let id = if received.message_id.is_empty() { "unknown@invalid" } else { &received.message_id };
    let reply = Reply { answers: format!("<{id}>"), ..Reply::default() };
    let message = Message { key, values, reply, ..Message::default() };
    residents::tell(tx, app, To::Contact(&contact), message).await.map(drop)
}

/// Whoever is at this address.
pub(crate) fn contact_at(address: &Address, name: String, lang: Lang) -> Contact {
    let own = Some(address.as_str().to_owned());
    let (email, phone) = if matches!(address, Address::Email(_)) { (own, None) } else { (None, own) };
    Contact { by: By::Address, name, email, phone, lang }
}

/// Whether they may be told once more.
async fn again(tx: &mut Tx, app: &App, bucket: &str, limit: Limit) -> Result<bool> {
    match attempts::take(tx, app, bucket, limit).await {
        Ok(_) => Ok(true),
        Err(Error::TooMany(_)) => Ok(false),
        Err(cause) => Err(cause),
    }
}

/// Why a file was left out, and what to send instead; staff read the same shorter.
fn words(app: &App, lang: Lang, refused: &NotKept) -> String {
    let key = match refused.why.as_str() {
        "mail-desk-cut" => "mail-told-cut".to_owned(),
        why => why.replacen("mail-desk-", "page-", 1),
    };
    format!("- {}", app.words.with(lang, &key, &[("name", refused.name.as_str().into())]))
}
