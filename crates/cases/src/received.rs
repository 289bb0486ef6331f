//! What somebody wrote to the council about their case by email, by text message or on paper: it becomes their message on the case, as if they
//! had written it on its page. Who may be told what is not decided by where a mail says it comes from.

use crate::model::{Case, Contact};
use crate::resident::door::{self, Seen};
use crate::resident::message;
use crate::store::{self, messages::Message};
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result, files};
use residents::Address;

pub use crate::store::messages::{Came, NotKept};

/// People of one case that are looked at for a number.
const LOOKED_AT: usize = 50;

/// Somebody who reported a case, as mail about it finds them.
#[derive(Debug, Clone)]
pub struct Writer {
    /// The case.
    pub case: Case,
    /// Their account.
    pub resident: Option<Id>,
    /// The emails and numbers they are known by, under whichever account.
    addresses: Vec<Address>,
}

impl Writer {
    /// Whether what came from here is theirs: an email, or the number of a text message.
    pub fn is_at(&self, address: &str) -> bool {
        Address::read(address).is_ok_and(|address| self.addresses.iter().any(|own| own.key() == address.key()))
    }
}

/// What came.
#[derive(Debug, Clone)]
pub struct Received {
    /// The id and the key of the message it becomes.
    pub id: Id,
    /// When it came to the council.
    pub at: Micros,
    /// Their words.
    pub text: String,
    /// The words speak of danger.
    pub danger: bool,
    /// By which way, from which other address, with what.
    pub came: Came,
}

/// Who knows a case by this reference; nothing where there is none, or nothing personal is left of it.
pub async fn writer(conn: &mut Conn, reference: &Reference) -> Result<Option<Writer>> {
    match door::by_reference(conn, reference).await?.filter(|seen| !seen.case.erased) {
        Some(seen) => writer_of(conn, seen).await.map(Some),
        None => Ok(None),
    }
}

async fn writer_of(conn: &mut Conn, seen: Seen) -> Result<Writer> {
    let Contact { email, phone, .. } = seen.contact().clone();
    let mut known: Vec<String> = email.into_iter().chain(phone).collect();
    let resident = seen.resident();
    if let Some(resident) = resident
        && let Some(person) = residents::person(conn, resident).await?
    {
        known.extend(person.emails.into_iter().chain(person.phones));
    }
    let addresses = known.iter().filter_map(|address| Address::read(address).ok()).collect();
    Ok(Writer { resident, addresses, case: seen.case })
}

/// Whoever of a case that is still to be dealt with has this number, and the reference they know it by. Nothing where several have it:
/// a number alone does not say which of them wrote.
pub async fn writer_at(conn: &mut Conn, case: Id, number: &str) -> Result<Option<(Reference, Writer)>> {
    let found = match store::cases::by_id(conn, case).await {
        Ok(found) if found.status.is_live() && !found.erased => found,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(cause) => return Err(cause),
    };
    let joined = store::reporters::once_each(conn, case, Id::NONE, LOOKED_AT + 1).await?;
    if joined.len() > LOOKED_AT {
        return Ok(None);
    }
    let mut at: Option<(Reference, Writer)> = None;
    for joiner in std::iter::once(None).chain(joined.into_iter().map(Some)) {
        let seen = Seen { case: found.clone(), joiner, title: String::new() };
        let reference = seen.reference().clone();
        let writer = writer_of(conn, seen).await?;
        if writer.is_at(number) {
            if at.is_some() {
                return Ok(None);
            }
            at = Some((reference, writer));
        }
    }
    Ok(at)
}

/// Keeps what came as a message of whoever knows the case by this reference, once by its id; what came with it, kept for
/// `from`, becomes the case's.
pub async fn receive(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (reference, from): (&Reference, &Subject),
    received: Received,
) -> Result<()> {
    let seen = door::by_reference(tx, reference).await?.ok_or(Error::NotFound)?;
    let ids: Vec<Id> = received.came.files.iter().map(|file| file.id).collect();
    let message = Message {
        id: received.id,
        reporter: seen.me(),
        ours: false,
        author: who.id(),
        at: received.at,
        read_at: 0,
        asks: false,
        danger: received.danger,
        text: received.text,
        came: received.came,
    };
    if store::messages::insert(tx, seen.case.id, received.id, &message).await? {
        files::give(tx, &ids, from, &Subject::new("case", seen.case.id)).await?;
        message::take(tx, app, who, &seen, &message).await?;
    }
    Ok(())
}
