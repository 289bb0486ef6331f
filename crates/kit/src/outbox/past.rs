//! What was sent: found again for the person it went to, and cleared away after its time.

use super::Channel;
use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, FEW, Row, Tx};
use crate::error::Result;
use crate::facts::{Subject, subjects_of_text};
use crate::id::Id;
use crate::{params, sql};

/// Read in one go.
const PAGE: usize = 500;

macro_rules! columns {
    () => {
        "id, channel, recipient, subject, CASE WHEN secret_until IS NULL THEN text ELSE '' END, state, made_at, done_at"
    };
}
sql!(
    TO_RECIPIENT,
    concat!("SELECT ", columns!(), " FROM outbox_messages WHERE recipient = $1 AND id > $2 ORDER BY id LIMIT $3")
);
sql!(
    TO_RESIDENT,
    concat!("SELECT ", columns!(), " FROM outbox_messages WHERE resident = $1 AND id > $2 ORDER BY id LIMIT $3")
);
// A range over one recipient's few messages.
sql!(
    LAST_TEXT,
    "SELECT about FROM outbox_messages
     WHERE recipient = $1 AND channel = 'text' AND about <> '' AND made_at > $2 AND (state = 'sent' OR state = 'shown')
     ORDER BY id DESC LIMIT 1"
);
sql!(
    ERASE_TO_RECIPIENT,
    "DELETE FROM outbox_messages WHERE recipient = $1 AND (done_at IS NOT NULL OR state = 'no-provider')"
);
sql!(
    ERASE_TO_RESIDENT,
    "DELETE FROM outbox_messages WHERE resident = $1 AND (done_at IS NOT NULL OR state = 'no-provider')"
);
sql!(
    END_TO_RESIDENT,
    "UPDATE outbox_messages SET state = 'failed', done_at = $2, trouble = $3,
            text = CASE WHEN secret_until IS NOT NULL THEN '' ELSE text END
     WHERE resident = $1 AND (state = 'waiting' OR state = 'no-provider')"
);
sql!(
    END_LETTERS,
    "UPDATE outbox_messages SET state = 'failed', done_at = $2, trouble = $3
     WHERE resident = $1 AND (state = 'waiting' OR state = 'no-provider') AND channel = 'letter' RETURNING id, about"
);
sql!(OVER, "SELECT id FROM outbox_messages WHERE done_at IS NOT NULL AND done_at < $1 ORDER BY done_at, id LIMIT $2");
// What no provider carries is cleared by its own time: a letter that leaves months late does harm.
sql!(
    STRANDED,
    "SELECT id FROM outbox_messages WHERE state = 'no-provider' AND channel = $1 AND made_at < $2 ORDER BY id LIMIT $3"
);
sql!(CLEAR, "DELETE FROM outbox_messages WHERE id = $1 AND state <> 'waiting'");

sql!(STANDS, "SELECT state FROM outbox_messages WHERE id = $1");

/// A message as the person it went to may read it; a one-time code is not repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its id.
    pub id: Id,
    /// How it travelled, as a code.
    pub channel: String,
    /// Where it went.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// What became of it, as a code.
    pub state: String,
    /// When it was written.
    pub made_at: Micros,
    /// When it had left, or had failed for good.
    pub done_at: Option<Micros>,
}

fn read(row: Row) -> Result<Past> {
    let mut c = row.columns();
    Ok(Past {
        id: c.take()?,
        channel: c.take()?,
        to: c.take()?,
        subject: c.take()?,
        text: c.take()?,
        state: c.take()?,
        made_at: c.take()?,
        done_at: c.take()?,
    })
}

/// The messages that are kept of those to this resident and to these addresses, oldest first.
pub async fn to_person(conn: &mut Conn, resident: Id, addresses: &[String]) -> Result<Vec<Past>> {
    let mut found: Vec<Past> = Vec::new();
    let mut after = Id::NONE;
    loop {
        let rows = conn.rows(&TO_RESIDENT, params![resident, after, PAGE]).await?;
        let last = rows.len() < PAGE;
        for row in rows {
            found.push(read(row)?);
        }
        match found.last() {
            Some(newest) if !last => after = newest.id,
            _ => break,
        }
    }
    for address in addresses {
        let mut after = Id::NONE;
        loop {
            let rows = conn.rows(&TO_RECIPIENT, params![address, after, PAGE]).await?;
            let last = rows.len() < PAGE;
            for row in rows {
                let past = read(row)?;
                after = past.id;
                found.push(past);
            }
            if last {
                break;
            }
        }
    }
    found.sort_by_key(|past| past.id);
    found.dedup_by_key(|past| past.id);
    Ok(found)
}

/// What the last text message to this number was about, of those since this moment that were about something; nothing where there was none.
pub async fn last_text(conn: &mut Conn, number: &str, since: Micros) -> Result<Option<Vec<Subject>>> {
    let row = conn.row(&LAST_TEXT, params![number, since]).await?;
    row.map(|row| subjects_of_text(&row.get::<String>(0)?)).transpose()
}

/// Ends what waits to leave for this resident: nothing more is to reach them. Nobody is told that it failed: nobody is to ring.
pub async fn end_to(tx: &mut Conn, resident: Id, now: Micros, why: &str) -> Result<u64> {
    tx.exec(&END_TO_RESIDENT, params![resident, now, why]).await
}

/// Ends the letters that wait to leave for this resident: their home is not to be written to any more. What each was about says that it
/// never arrived, so that somebody tells them in another way.
pub async fn end_letters_to(tx: &mut Tx, app: &App, resident: Id, why: &str) -> Result<()> {
    for row in tx.rows(&END_LETTERS, params![resident, app.now(), why]).await? {
        let (id, about): (Id, String) = (row.get(0)?, row.get(1)?);
        super::became::failed(tx, app, id, &about, (Channel::Letter, false)).await?;
    }
    Ok(())
}

/// Deletes what has been sent to this resident and to these addresses, and what found nobody to carry it; what is on its way stays
/// until it is there.
pub async fn erase_to(tx: &mut Conn, resident: Id, addresses: &[String]) -> Result<u64> {
    let mut gone = tx.exec(&ERASE_TO_RESIDENT, params![resident]).await?;
    for address in addresses {
        gone += tx.exec(&ERASE_TO_RECIPIENT, params![address]).await?;
    }
    Ok(gone)
}

/// Deletes this message, where it is not on its way: nobody is to know any more to whom it went. True when it is there no more.
pub async fn forget(tx: &mut Conn, message: Id) -> Result<bool> {
    tx.exec(&CLEAR, params![message]).await?;
    Ok(tx.row(&STANDS, params![message]).await?.is_none())
}

/// Clears away a few messages that were done with, or found no provider, before this moment; 0 when there are no more.
pub async fn sweep(tx: &mut Conn, before: Micros) -> Result<u64> {
    let mut over = tx.rows(&OVER, params![before, FEW]).await?;
    for channel in super::Channel::ALL {
        over.extend(tx.rows(&STRANDED, params![channel.code(), before, FEW]).await?);
    }
    let mut gone = 0;
    for row in over {
        gone += tx.exec(&CLEAR, params![row.get::<Id>(0)?]).await?;
    }
    Ok(gone)
}
