//! `cases_messages`: what the council and one reporter of a case wrote to each other.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO cases_messages (id, key, case_id, reporter, ours, author, at, read_at, text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8) ON CONFLICT DO NOTHING"
);
sql!(
    OF_CASE,
    "SELECT id, reporter, ours, author, at, read_at, text FROM cases_messages
     WHERE case_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
);
sql!(
    UNREAD,
    "SELECT id FROM cases_messages WHERE case_id = $1 AND reporter = $2 AND ours = $3 AND read_at = 0
     ORDER BY id LIMIT 100"
);
sql!(
    MARK_READ,
    "UPDATE cases_messages SET read_at = $4 WHERE case_id = $1 AND reporter = $2 AND ours = $3 AND read_at = 0"
);

// The zero id stands for the first reporter: the case's own.
sql!(
    UNREAD_OF_RESIDENT,
    "SELECT m.case_id FROM cases c JOIN cases_messages m ON m.case_id = c.id
     WHERE c.resident = $1 AND m.reporter = $2 AND m.ours = 1 AND m.read_at = 0
     UNION ALL
     SELECT m.case_id FROM cases_reporters r JOIN cases_messages m ON m.case_id = r.case_id AND m.reporter = r.id
     WHERE r.resident = $1 AND m.ours = 1 AND m.read_at = 0
     LIMIT 200"
);

/// A message between the council and one reporter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    pub id: Id,
    /// Which reporter; [`Id::NONE`] for the first.
    pub reporter: Id,
    /// Written by the council.
    pub ours: bool,
    pub author: Id,
    pub at: Micros,
    /// When the other side first opened it; 0 until then.
    pub read_at: Micros,
    pub text: String,
}

/// Keeps a message; false when this key was used before.
pub(crate) async fn insert(tx: &mut Conn, case: Id, key: Id, message: &Message) -> Result<bool> {
    let row = params![message.id, key, case, message.reporter, message.ours, message.author, message.at, &message.text];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The newest messages of a case before the id, newest first.
pub(crate) async fn of_case(conn: &mut Conn, case: Id, before: Id, limit: usize) -> Result<Vec<Message>> {
    let rows = conn.rows(&OF_CASE, params![case, before, limit]).await?;
    let read = |row: Row| {
        let mut c = row.columns();
        Ok(Message {
            id: c.take()?,
            reporter: c.take()?,
            ours: c.take()?,
            author: c.take()?,
            at: c.take()?,
            read_at: c.take()?,
            text: c.take()?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// How many messages to the other side nobody there has opened, at most 100.
pub(crate) async fn unread(conn: &mut Conn, case: Id, reporter: Id, ours: bool) -> Result<usize> {
    Ok(conn.rows(&UNREAD, params![case, reporter, ours]).await?.len())
}

/// Marks what the other side wrote as read.
pub(crate) async fn mark_read(tx: &mut Conn, case: Id, reporter: Id, ours: bool, now: Micros) -> Result<()> {
    tx.exec(&MARK_READ, params![case, reporter, ours, now]).await.map(drop)
}

/// The case of each message to this resident that they have not opened, at most 200.
pub(crate) async fn unread_of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Id>> {
    conn.rows(&UNREAD_OF_RESIDENT, params![resident, Id::NONE]).await?.iter().map(|row| row.get(0)).collect()
}
