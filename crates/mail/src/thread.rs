//! What was written to and fro about an email that is on no case: answers come in under its address and go on its thread.

use crate::model::{Received, Written};
use crate::parse::Parsed;
use crate::store;
use kit::db::Conn;
use kit::mail::{Inbox, Meant};
use kit::who::Who;
use kit::{App, Error, Id, Reference, Result, outbox};

/// Mails of a thread that one page of it tells, besides its first.
const MOST: usize = 50;

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

/// The case that the newest mail of a thread was put on, by its own reference.
pub(crate) async fn case_of(conn: &mut Conn, root: Id) -> Result<Option<Reference>> {
    match store::received::case_of_thread(conn, root).await? {
        Some(case) => Ok(Some(cases::elsewhere::by_id(conn, case).await?.case.reference)),
        None => Ok(None),
    }
}

/// What was written in a thread besides this mail and before or after it, as far as whoever asks may read it.
#[derive(Debug, Default)]
pub struct Thread {
    /// The other mails that are on no case.
    pub mails: Vec<Received>,
    /// Those on a case that they may read: the case is where those are read.
    pub on_cases: Vec<Received>,
    /// How many are on a case that is not theirs to read, or on a record that they have not open.
    pub elsewhere: usize,
    /// There are older ones.
    pub older: bool,
    /// Every answer to what is shown, the oldest first.
    pub answers: Vec<Written>,
}

/// The thread of a mail: its first mail and the newest others.
pub(crate) async fn about(conn: &mut Conn, app: &App, who: &Who, received: &Received) -> Result<Thread> {
    let mut thread = Thread::default();
    let mut others = store::received::of_thread(conn, received.root(), MOST + 1).await?;
    thread.older = others.len() > MOST;
    others.truncate(MOST);
    match store::received::by_id(conn, received.root()).await {
        Ok(first) => others.push(first),
        Err(Error::NotFound) => {}
        Err(cause) => return Err(cause),
    }
    // Whether each case may be read: as a rule all are on one.
    let mut seen: Vec<(Id, bool)> = Vec::new();
    for mail in others.into_iter().filter(|mail| mail.id != received.id) {
        if let Some(resident) = mail.on_record()
            && !residents::desk::has_open(conn, app, who, resident).await?
        {
            thread.elsewhere += 1;
            continue;
        }
        let Some(case) = mail.on_case() else {
            thread.mails.push(mail);
            continue;
        };
        let may = match seen.iter().find(|(known, _)| *known == case) {
            Some((_, may)) => *may,
            None => may_read(conn, app, who, case).await?,
        };
        seen.push((case, may));
        if may { thread.on_cases.push(mail) } else { thread.elsewhere += 1 }
    }
    for mail in thread.mails.iter().chain([received]) {
        thread.answers.extend(store::answers::of_mail(conn, mail.id).await?);
    }
    thread.answers.sort_by_key(|written| (written.at, written.id));
    Ok(thread)
}

/// Whether a case that a mail is on is theirs to read now.
async fn may_read(conn: &mut Conn, app: &App, who: &Who, case: Id) -> Result<bool> {
    match cases::check_open(conn, app, who, case).await {
        Ok(()) => Ok(true),
        Err(Error::NotFound | Error::Refused(_)) => Ok(false),
        Err(cause) => Err(cause),
    }
}
