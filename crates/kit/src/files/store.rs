//! Every statement on `files` and `files_pieces`.

use super::content::Content;
use super::{File, State};
use crate::clock::Micros;
use crate::db::{Conn, FromValue, Row, Value};
use crate::error::{Error, Result};
use crate::facts::Subject;
use crate::id::Id;
use crate::{params, sql};

sql!(
    INSERT,
    "INSERT INTO files (id, owner_kind, owner, name, kind, bytes, sha256, sent_sha256, state, kept_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
);
sql!(PIECE, "INSERT INTO files_pieces (file, number, bytes) VALUES ($1, $2, $3)");
sql!(
    BY_ID,
    "SELECT id, owner_kind, owner, name, kind, bytes, sha256, sent_sha256, state, kept_at FROM files WHERE id = $1"
);
sql!(
    OF_OWNER,
    "SELECT id, owner_kind, owner, name, kind, bytes, sha256, sent_sha256, state, kept_at FROM files
     WHERE owner_kind = $1 AND owner = $2 AND state <> 'sending' ORDER BY id LIMIT 1000"
);
sql!(
    IN_STATE,
    "SELECT id, owner_kind, owner, name, kind, bytes, sha256, sent_sha256, state, kept_at FROM files
     WHERE state = $1 AND kept_at < $2 ORDER BY kept_at LIMIT $3"
);
sql!(
    IN_STATE_AFTER,
    "SELECT id, owner_kind, owner, name, kind, bytes, sha256, sent_sha256, state, kept_at FROM files
     WHERE state = $1 AND kept_at > $2 ORDER BY kept_at LIMIT $3"
);
sql!(
    AFTER,
    "SELECT id, owner_kind, owner, name, kind, bytes, sha256, sent_sha256, state, kept_at FROM files
     WHERE id > $1 ORDER BY id LIMIT $2"
);
sql!(READ, "SELECT bytes FROM files_pieces WHERE file = $1 AND number = $2");
sql!(BECOMES, "UPDATE files SET state = $3 WHERE id = $1 AND state = $2");
sql!(
    GIVE,
    "UPDATE files SET owner_kind = $3, owner = $4 WHERE owner_kind = $1 AND owner = $2 AND id = $5 AND state <> 'sending'"
);
sql!(EMPTY, "DELETE FROM files_pieces WHERE file = $1");
sql!(DELETE, "DELETE FROM files WHERE id = $1");
sql!(ALL_OF, "SELECT id FROM files WHERE owner_kind = $1 AND owner = $2 LIMIT 1000");

impl FromValue for Content {
    fn from_value(value: Value) -> Result<Content> {
        let code = String::from_value(value)?;
        Content::by_code(&code).ok_or_else(|| Error::internal(format!("no kind of file is called {code}")))
    }
}

impl FromValue for State {
    fn from_value(value: Value) -> Result<State> {
        let code = String::from_value(value)?;
        State::of(&code).ok_or_else(|| Error::internal(format!("no state of a file is called {code}")))
    }
}

fn read(row: Row) -> Result<File> {
    let mut c = row.columns();
    let id = c.take()?;
    let (kind, owner): (String, Id) = (c.take()?, c.take()?);
    Ok(File {
        id,
        owner: Subject { kind, id: owner },
        name: c.take()?,
        content: c.take()?,
        bytes: c.take()?,
        sha256: c.take()?,
        sent_sha256: c.take()?,
        state: c.take()?,
        kept_at: c.take()?,
    })
}

/// Adds a file whose bytes are to follow.
pub(super) async fn insert(conn: &mut Conn, file: &File) -> Result<()> {
    let row = params![
        file.id,
        &file.owner.kind,
        file.owner.id,
        &file.name,
        file.content.code(),
        file.bytes,
        file.sha256,
        file.sent_sha256,
        State::Sending.code(),
        file.kept_at
    ];
    conn.exec(&INSERT, row).await.map(drop)
}

/// Adds a piece of a file.
pub(super) async fn add_piece(conn: &mut Conn, file: Id, number: i64, bytes: &[u8]) -> Result<()> {
    conn.exec(&PIECE, params![file, number, bytes]).await.map(drop)
}

/// A piece of a file; nothing after its last.
pub(super) async fn piece(conn: &mut Conn, file: Id, number: i64) -> Result<Option<Vec<u8>>> {
    conn.row(&READ, params![file, number]).await?.map(|row| row.columns().take()).transpose()
}

/// The file with this id.
pub(super) async fn by_id(conn: &mut Conn, id: Id) -> Result<File> {
    read(conn.one(&BY_ID, params![id]).await?)
}

/// The files of this owner, the oldest first, without those still on their way.
pub(super) async fn of_owner(conn: &mut Conn, owner: &Subject) -> Result<Vec<File>> {
    conn.rows(&OF_OWNER, params![&owner.kind, owner.id]).await?.into_iter().map(read).collect()
}

/// Files in this state that came before this moment, the oldest first.
pub(super) async fn in_state(conn: &mut Conn, state: State, before: Micros, most: usize) -> Result<Vec<File>> {
    conn.rows(&IN_STATE, params![state.code(), before, most]).await?.into_iter().map(read).collect()
}

/// Files in this state that came after this moment, the oldest first.
pub(super) async fn in_state_after(conn: &mut Conn, state: State, after: Micros, most: usize) -> Result<Vec<File>> {
    conn.rows(&IN_STATE_AFTER, params![state.code(), after, most]).await?.into_iter().map(read).collect()
}

/// Files after this one, in the order of their ids.
pub(super) async fn after(conn: &mut Conn, id: Id, most: usize) -> Result<Vec<File>> {
    conn.rows(&AFTER, params![id, most]).await?.into_iter().map(read).collect()
}

/// Moves a file from one state to another; false where it is no longer in the first.
pub(super) async fn becomes(conn: &mut Conn, id: Id, from: State, to: State) -> Result<bool> {
    Ok(conn.exec(&BECOMES, params![id, from.code(), to.code()]).await? == 1)
}

/// Gives a file to another owner; false where it is not the first one's.
pub(super) async fn give(conn: &mut Conn, id: Id, from: &Subject, to: &Subject) -> Result<bool> {
    Ok(conn.exec(&GIVE, params![&from.kind, from.id, &to.kind, to.id, id]).await? == 1)
}

/// Deletes the bytes of a file.
pub(super) async fn empty(conn: &mut Conn, id: Id) -> Result<()> {
    conn.exec(&EMPTY, params![id]).await.map(drop)
}

/// Deletes a file.
pub(super) async fn delete(conn: &mut Conn, id: Id) -> Result<()> {
    empty(conn, id).await?;
    conn.exec(&DELETE, params![id]).await.map(drop)
}

/// Every file of this owner, also those still on their way.
pub(super) async fn all_of(conn: &mut Conn, owner: &Subject) -> Result<Vec<Id>> {
    conn.rows(&ALL_OF, params![&owner.kind, owner.id]).await?.iter().map(|row| row.get(0)).collect()
}
