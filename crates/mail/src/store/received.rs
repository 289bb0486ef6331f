//! `mail_received`: what came by email and by post.

use crate::model::{Channel, Received, State, With};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

macro_rules! columns {
    () => {
        "id, channel, state, why, place, received, sender, sender_name, recipient, subject, text, message_id, files, other,
         case_id, resident, contact, staff, done_at, thread, revision"
    };
}
macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), " FROM mail_received ", $rest)
    };
}

sql!(
    INSERT,
    concat!(
        "INSERT INTO mail_received (",
        columns!(),
        ", key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 0, $21)
         ON CONFLICT DO NOTHING"
    )
);
sql!(BY_KEY, "SELECT id FROM mail_received WHERE key = $1");
sql!(BY_ID, select!("WHERE id = $1"));
sql!(
    OLDEST_FIRST,
    select!("WHERE state = $1 AND (place, received, id) > ($2, $3, $4) ORDER BY place, received, id LIMIT $5")
);
sql!(
    DUE,
    select!(
        "WHERE state = $1 AND place = $2 AND (received, id) > ($3, $4) AND received <= $5 ORDER BY received, id LIMIT $6"
    )
);
sql!(OF_CASE, select!("WHERE case_id = $1 AND id > $2 ORDER BY id LIMIT $3"));
sql!(OF_RESIDENT, select!("WHERE resident = $1 AND id > $2 ORDER BY id LIMIT $3"));
sql!(OF_THREAD, select!("WHERE thread = $1 ORDER BY id DESC LIMIT $2"));
sql!(
    CASE_OF_THREAD,
    "SELECT case_id FROM mail_received WHERE thread = $1 AND state = 'case' AND case_id IS NOT NULL ORDER BY id DESC LIMIT 1"
);
sql!(CASE_OF, "SELECT case_id FROM mail_received WHERE id = $1 AND state = 'case' AND case_id IS NOT NULL");
sql!(OF_SENDER, select!("WHERE sender = $1 AND id > $2 ORDER BY id LIMIT $3"));
sql!(
    SETTLE,
    "UPDATE mail_received SET state = $3, why = $4, other = $5, case_id = $6, resident = $7, contact = $8, staff = $9,
            done_at = $10, files = $11, revision = revision + 1
     WHERE id = $1 AND revision = $2"
);
sql!(DELETE, "DELETE FROM mail_received WHERE id = $1");
/// A place in a list: danger first, then what has waited longest.
pub type Place = (i64, Micros, Id);

/// Before everything.
pub const BEGIN: Place = (-1, Micros::MIN, Id::NONE);

/// The parts of a list: danger, and the rest.
pub const PARTS: [i64; 2] = [0, 1];

impl Received {
    /// Where it stands in its list.
    pub fn place(&self) -> Place {
        (i64::from(!self.danger), self.received, self.id)
    }
}

fn read(row: Row) -> Result<Received> {
    let mut c = row.columns();
    let (id, channel, state, why): (Id, String, String, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let place: i64 = c.take()?;
    Ok(Received {
        id,
        channel: Channel::of(&channel)?,
        state: State::of(&state).ok_or_else(|| Error::internal(format!("no state of a mail is called {state}")))?,
        why,
        danger: place == 0,
        received: c.take()?,
        sender: c.take()?,
        sender_name: c.take()?,
        recipient: c.take()?,
        subject: c.take()?,
        text: c.take()?,
        message_id: c.take()?,
        with: with(&c.take::<String>()?)?,
        other: c.take()?,
        case: c.take()?,
        resident: c.take()?,
        contact: c.take()?,
        staff: c.take()?,
        done_at: c.take()?,
        thread: c.take()?,
        revision: c.take()?,
    })
}

fn with(text: &str) -> Result<With> {
    if text.is_empty() { Ok(With::default()) } else { Ok(serde_json::from_str(text)?) }
}

fn with_text(with: &With) -> Result<String> {
    if *with == With::default() { Ok(String::new()) } else { Ok(serde_json::to_string(with)?) }
}

/// Keeps it; false where it came before, or was pressed twice.
pub async fn insert(tx: &mut Conn, key: [u8; 32], received: &Received) -> Result<bool> {
    let Received { sender, sender_name, recipient, subject, text, message_id, .. } = received;
    let row = params![
        received.id,
        received.channel.code(),
        received.state.code(),
        &received.why,
        i64::from(!received.danger),
        received.received,
        sender,
        sender_name,
        recipient,
        subject,
        text,
        message_id,
        with_text(&received.with)?,
        received.other,
        received.case,
        received.resident,
        received.contact,
        received.staff,
        received.done_at,
        received.thread,
        key
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// Whether it came before.
pub async fn by_key(conn: &mut Conn, key: [u8; 32]) -> Result<Option<Id>> {
    conn.row(&BY_KEY, params![key]).await?.map(|row| row.get(0)).transpose()
}

/// The one with this id.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Received> {
    read(conn.one(&BY_ID, params![id]).await?)
}

/// What is in this state, after this place.
pub async fn in_state(conn: &mut Conn, state: State, after: Place, limit: usize) -> Result<Vec<Received>> {
    let asked = params![state.code(), after.0, after.1, after.2, limit];
    conn.rows(&OLDEST_FIRST, asked).await?.into_iter().map(read).collect()
}

/// What is in this state and this part of its list and came no later than `until`, after this place.
pub async fn due(
    conn: &mut Conn,
    state: State,
    (place, received, id): Place,
    until: Micros,
    limit: usize,
) -> Result<Vec<Received>> {
    let asked = params![state.code(), place, received, id, until, limit];
    conn.rows(&DUE, asked).await?.into_iter().map(read).collect()
}

/// All that a statement gives of this one, page by page.
macro_rules! all_of {
    ($name:ident, $statement:ident, $of:ty, $doc:literal) => {
        #[doc = $doc]
        pub async fn $name(conn: &mut Conn, of: $of) -> Result<Vec<Received>> {
            const PAGE: usize = 500;
            let (mut all, mut after): (Vec<Received>, Id) = (Vec::new(), Id::NONE);
            loop {
                let some = conn.rows(&$statement, params![of, after, PAGE]).await?;
                let last = some.len() < PAGE;
                for row in some {
                    all.push(read(row)?);
                }
                after = all.last().map_or(after, |newest| newest.id);
                if last {
                    return Ok(all);
                }
            }
        }
    };
}
all_of!(of_case, OF_CASE, Id, "What belongs to this case, the oldest first.");
all_of!(of_resident, OF_RESIDENT, Id, "What belongs to this resident, the oldest first.");
all_of!(of_sender, OF_SENDER, &str, "What says that it is from this address, the oldest first.");

/// The newest of what goes on the thread that this mail began, the newest first, at most `limit`.
pub async fn of_thread(conn: &mut Conn, root: Id, limit: usize) -> Result<Vec<Received>> {
    conn.rows(&OF_THREAD, params![root, limit]).await?.into_iter().map(read).collect()
}

/// The case that the newest mail of a thread is on, of those that are on one; the first mail of it counts too.
pub async fn case_of_thread(conn: &mut Conn, root: Id) -> Result<Option<Id>> {
    let row = match conn.row(&CASE_OF_THREAD, params![root]).await? {
        Some(row) => Some(row),
        None => conn.row(&CASE_OF, params![root]).await?,
    };
    row.map(|row| row.get(0)).transpose()
}

/// Writes down its place; [`Error::Changed`] where somebody was faster.
pub async fn settle(tx: &mut Conn, received: &Received) -> Result<()> {
    let row = params![
        received.id,
        received.revision,
        received.state.code(),
        &received.why,
        received.other,
        received.case,
        received.resident,
        received.contact,
        received.staff,
        received.done_at,
        with_text(&received.with)?
    ];
    tx.exec_one(&SETTLE, row).await
}

/// Deletes it.
pub async fn delete(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&DELETE, params![id]).await.map(drop)
}
