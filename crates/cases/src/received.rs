//! What somebody wrote to the council about their case by email or on paper: it becomes their message on the case, as if they
//! had written it on its page. Who may be told what is not decided by where a mail says it comes from.

use crate::model::Case;
use crate::resident::{door, message};
use crate::store::{self, messages::Message};
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result, files};

pub use crate::store::messages::{Came, NotKept};

/// Somebody who reported a case, as mail about it finds them.
#[derive(Debug, Clone)]
pub struct Writer {
    /// The case.
    pub case: Case,
    /// Their account.
    pub resident: Option<Id>,
    /// The addresses they are known by, under whichever account.
    pub emails: Vec<String>,
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
    let Some(seen) = door::by_reference(conn, reference).await?.filter(|seen| !seen.case.erased) else {
        return Ok(None);
    };
    let mut emails: Vec<String> = seen.contact().email.clone().into_iter().collect();
    let resident = seen.resident();
    if let Some(resident) = resident
        && let Some(person) = residents::person(conn, resident).await?
    {
        emails.extend(person.emails);
    }
    Ok(Some(Writer { resident, emails, case: seen.case }))
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
