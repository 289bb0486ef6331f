//! `cases_messages`: what the council and one reporter of a case wrote to each other.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};
use serde::{Deserialize, Serialize};
use services::Attached;

macro_rules! columns {
    () => {
        "id, reporter, ours, author, at, read_at, asks, danger, text, channel, sender, files"
    };
}

sql!(
    INSERT,
    "INSERT INTO cases_messages (id, key, case_id, reporter, ours, author, at, read_at, asks, danger, text, channel,
                                 sender, files)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING"
);
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM cases_messages WHERE id = $1"));
sql!(IS_THERE, "SELECT id FROM cases_messages WHERE key = $1");
sql!(CASE_OF, "SELECT case_id FROM cases_messages WHERE id = $1");
sql!(
    OF_CASE,
    concat!("SELECT ", columns!(), " FROM cases_messages WHERE case_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
);
sql!(
    OF_REPORTER,
    concat!(
        "SELECT ",
        columns!(),
        " FROM cases_messages WHERE case_id = $1 AND reporter = $4 AND id < $2 ORDER BY id DESC LIMIT $3"
    )
);
sql!(
    MARK_READ,
    "UPDATE cases_messages SET read_at = $4
     WHERE case_id = $1 AND reporter = $2 AND ours = $3 AND read_at = 0 AND id >= $5 AND id <= $6"
);
sql!(READ_ALL, "UPDATE cases_messages SET read_at = $2 WHERE case_id = $1 AND ours = 0 AND read_at = 0");
sql!(
    FILES_OF,
    "SELECT files, ours FROM cases_messages WHERE case_id = $1 AND reporter = $2 AND sender = '' AND files <> ''"
);
sql!(UNREAD_HERE, "SELECT id FROM cases_messages WHERE case_id = $1 AND ours = 0 AND read_at = 0 LIMIT 1");
sql!(ASKS, "SELECT id FROM cases_messages WHERE case_id = $1 AND reporter = $2 AND asks = 1 LIMIT 1");
sql!(ANSWERED, "UPDATE cases_messages SET asks = 0 WHERE case_id = $1 AND asks = 1");

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
    /// A question of the council that waits for this reporter's answer.
    pub asks: bool,
    /// A resident's words that speak of danger.
    pub danger: bool,
    pub text: String,
    /// How it came.
    pub came: Came,
}

/// How a message came, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// `page`, `email`, `post` or `text`.
    pub channel: String,
    /// The address it came from, where that is none of its reporter's: anybody may have written it.
    pub sender: String,
    /// What came with it.
    pub files: Vec<Attached>,
    /// What was not kept of that.
    pub refused: Vec<NotKept>,
}

impl Default for Came {
    fn default() -> Came {
        Came { channel: "page".into(), sender: String::new(), files: Vec::new(), refused: Vec::new() }
    }
}

/// A file that came and was not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotKept {
    /// What it was called.
    pub name: String,
    /// The key of the words that say why; `name` is their variable.
    pub why: String,
}

/// What came with a message, as the row keeps it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct With {
    files: Vec<Attached>,
    refused: Vec<NotKept>,
}

impl Came {
    fn with(&self) -> Result<String> {
        if self.files.is_empty() && self.refused.is_empty() {
            return Ok(String::new());
        }
        Ok(serde_json::to_string(&With { files: self.files.clone(), refused: self.refused.clone() })?)
    }

    fn read(channel: String, sender: String, with: &str) -> Result<Came> {
        let with: With = if with.is_empty() { With::default() } else { serde_json::from_str(with)? };
        Ok(Came { channel, sender, files: with.files, refused: with.refused })
    }
}

fn read(row: Row) -> Result<Message> {
    let mut c = row.columns();
    Ok(Message {
        id: c.take()?,
        reporter: c.take()?,
        ours: c.take()?,
        author: c.take()?,
        at: c.take()?,
        read_at: c.take()?,
        asks: c.take()?,
        danger: c.take()?,
        text: c.take()?,
        came: Came::read(c.take()?, c.take()?, &c.take::<String>()?)?,
    })
}

/// Whether something was kept under this key.
pub(crate) async fn is_there(conn: &mut Conn, key: Id) -> Result<bool> {
    Ok(conn.row(&IS_THERE, params![key]).await?.is_some())
}

/// Keeps a message; false when this key was used before.
pub(crate) async fn insert(tx: &mut Conn, case: Id, key: Id, message: &Message) -> Result<bool> {
    let Message { id, reporter, ours, author, at, asks, danger, text, came, .. } = message;
    let row = params![
        *id,
        key,
        case,
        *reporter,
        *ours,
        *author,
        *at,
        *asks,
        *danger,
        text,
        &came.channel,
        &came.sender,
        came.with()?
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The message with this id, with its case; nothing where there is none.
pub(crate) async fn with_case(conn: &mut Conn, id: Id) -> Result<Option<(Id, Message)>> {
    let Some(row) = conn.row(&CASE_OF, params![id]).await? else { return Ok(None) };
    Ok(Some((row.get(0)?, by_id(conn, id).await?)))
}

/// The message with this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Message> {
    read(conn.one(&BY_ID, params![id]).await?)
}

/// The newest messages of a case before the id, newest first.
pub(crate) async fn of_case(conn: &mut Conn, case: Id, before: Id, limit: usize) -> Result<Vec<Message>> {
    conn.rows(&OF_CASE, params![case, before, limit]).await?.into_iter().map(read).collect()
}

/// The newest messages to and from one reporter before the id, newest first.
pub(crate) async fn of_reporter(
    conn: &mut Conn,
    case: Id,
    reporter: Id,
    before: Id,
    limit: usize,
) -> Result<Vec<Message>> {
    conn.rows(&OF_REPORTER, params![case, before, limit, reporter]).await?.into_iter().map(read).collect()
}

/// Marks what the other side wrote and this page shows as read; What was written meanwhile, and
/// what stands on another page, is still to be read.
pub(crate) async fn mark_read(
    tx: &mut Conn,
    case: Id,
    reporter: Id,
    ours: bool,
    shown: &[Message],
    now: Micros,
) -> Result<()> {
    let of_them = || shown.iter().filter(|one| one.reporter == reporter && one.ours == ours).map(|one| one.id);
    let (Some(oldest), Some(newest)) = (of_them().min(), of_them().max()) else { return Ok(()) };
    tx.exec(&MARK_READ, params![case, reporter, ours, now, oldest, newest]).await.map(drop)
}

/// Whoever wrote to one reporter, or to all, has read what they wrote before; it is no longer for somebody to look at.
pub(crate) async fn answered_by_us(tx: &mut Conn, case: Id, reporter: Option<Id>, now: Micros) -> Result<()> {
    match reporter {
        Some(one) => tx.exec(&MARK_READ, params![case, one, false, now, Id::NONE, Id([0xff; 16])]).await?,
        None => tx.exec(&READ_ALL, params![case, now]).await?,
    };
    settle_unread(tx, case).await
}

/// Takes the case from among the unread, unless something there still is.
pub(crate) async fn settle_unread(tx: &mut Conn, case: Id) -> Result<()> {
    if !is_unread_here(tx, case).await? {
        super::cases::set_unread(tx, case, 0).await?;
    }
    Ok(())
}

/// What came with this reporter's own messages, and with what was written to them.
pub(crate) async fn files_of(conn: &mut Conn, case: Id, reporter: Id) -> Result<Vec<Attached>> {
    files(conn, case, reporter, |_| true).await
}

/// What came with this reporter's own messages.
pub(crate) async fn files_from(conn: &mut Conn, case: Id, reporter: Id) -> Result<Vec<Attached>> {
    files(conn, case, reporter, |ours| !ours).await
}

async fn files(conn: &mut Conn, case: Id, reporter: Id, wanted: impl Fn(bool) -> bool) -> Result<Vec<Attached>> {
    let mut all = Vec::new();
    for row in conn.rows(&FILES_OF, params![case, reporter]).await? {
        if wanted(row.get(1)?) {
            all.extend(Came::read(String::new(), String::new(), &row.get::<String>(0)?)?.files);
        }
    }
    Ok(all)
}

/// Some resident wrote something about the case that nobody here has opened.
pub(crate) async fn is_unread_here(conn: &mut Conn, case: Id) -> Result<bool> {
    Ok(conn.row(&UNREAD_HERE, params![case]).await?.is_some())
}

/// A question waits for this reporter's answer.
pub(crate) async fn asks(conn: &mut Conn, case: Id, reporter: Id) -> Result<bool> {
    Ok(conn.row(&ASKS, params![case, reporter]).await?.is_some())
}

/// No question of the case waits for an answer any more.
pub(crate) async fn answered(tx: &mut Conn, case: Id) -> Result<()> {
    tx.exec(&ANSWERED, params![case]).await.map(drop)
}

/// The case of each message to this resident that they have not opened, at most 200.
pub(crate) async fn unread_of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Id>> {
    conn.rows(&UNREAD_OF_RESIDENT, params![resident, Id::NONE]).await?.iter().map(|row| row.get(0)).collect()
}
