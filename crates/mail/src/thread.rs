//! What was written to and fro about an email that is on no case: answers come in under its address and go on its thread.

use crate::model::{Received, State, Written};
use crate::parse::Parsed;
use crate::store;
use kit::db::Conn;
use kit::mail::{Inbox, Meant};
use kit::{Error, Id, Reference, Result, outbox};

/// The first mail of the thread that this one goes on: by the address it was sent to, else by what it answers.
pub(crate) async fn of(conn: &mut Conn, inbox: Option<&Inbox>, meant: &[Meant], parsed: &Parsed) -> Result<Option<Id>> {
    let Some(inbox) = inbox else { return Ok(None) };
    let named = |meant: &Meant| if let Meant::Mail(id) = meant { Some(*id) } else { None };
    let mut found = meant.iter().find_map(named);
    for answered in &parsed.answers {
        if found.is_none() {
            found = outbox::answered_at(conn, answered).await?.and_then(|at| named(&inbox.read(&at)));
        }
    }
    let Some(id) = found else { return Ok(None) };
    match store::received::by_id(conn, id).await {
        Ok(first) => Ok(Some(first.root())),
        // Its time with us is over.
        Err(Error::NotFound) => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// Every mail of a thread, the first one first.
async fn mails(conn: &mut Conn, root: Id) -> Result<Vec<Received>> {
    let mut all = match store::received::by_id(conn, root).await {
        Ok(first) => vec![first],
        Err(Error::NotFound) => Vec::new(),
        Err(cause) => return Err(cause),
    };
    all.extend(store::received::of_thread(conn, root).await?);
    Ok(all)
}

/// The case that the newest mail of a thread was put on, by its own reference.
pub(crate) async fn case_of(conn: &mut Conn, root: Id) -> Result<Option<Reference>> {
    let on = mails(conn, root).await?.into_iter().rev().find(|mail| mail.state == State::Case);
    match on.and_then(|mail| mail.case) {
        Some(case) => Ok(Some(cases::elsewhere::by_id(conn, case).await?.case.reference)),
        None => Ok(None),
    }
}

/// What was written in a thread besides this mail and before or after it: mails and answers.
pub(crate) struct Thread {
    /// The other mails.
    pub mails: Vec<Received>,
    /// Every answer, the oldest first.
    pub answers: Vec<Written>,
}

/// The thread of a mail.
pub(crate) async fn about(conn: &mut Conn, received: &Received) -> Result<Thread> {
    let (mut others, mut answers) = (mails(conn, received.root()).await?, Vec::new());
    for mail in &others {
        answers.extend(store::answers::of_mail(conn, mail.id).await?);
    }
    others.retain(|mail| mail.id != received.id);
    answers.sort_by_key(|written| (written.at, written.id));
    Ok(Thread { mails: others, answers })
}
