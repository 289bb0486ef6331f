//! `knowledge_flags`: "this is wrong".

use kit::clock::Micros;
use kit::db::{Conn, FEW, Row};
use kit::{Id, Result, params, sql};

/// Somebody said that an answer is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flag {
    /// The key of the button that sent it.
    pub id: Id,
    pub article: Id,
    /// The version they had before them.
    pub version: i64,
    /// Who; [`Id::NONE`] for somebody on a page for everybody.
    pub staff: Id,
    pub text: String,
    pub made_at: Micros,
    pub open: bool,
    pub reply: String,
    pub closed_by: Id,
    pub closed_at: Micros,
}

sql!(
    INSERT,
    "INSERT INTO knowledge_flags
     (id, article, version, staff, text, made_at, open, reply, closed_by, closed_at, kept)
     VALUES ($1, $2, $3, $4, $5, $6, 1, '', $7, 0, 1) ON CONFLICT (id) DO NOTHING"
);
sql!(
    BY_ID,
    "SELECT id, article, version, staff, text, made_at, open, reply, closed_by, closed_at FROM knowledge_flags
     WHERE id = $1"
);
sql!(
    OF_ARTICLE,
    "SELECT id, article, version, staff, text, made_at, open, reply, closed_by, closed_at FROM knowledge_flags
     WHERE article = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
);
sql!(
    OPEN,
    "SELECT id, article, version, staff, text, made_at, open, reply, closed_by, closed_at FROM knowledge_flags
     WHERE open = 1 AND id > $1 ORDER BY id LIMIT $2"
);
sql!(
    BY_NOBODY,
    "SELECT CAST(count(*) AS BIGINT) FROM
     (SELECT 1 AS one FROM knowledge_flags WHERE article = $1 AND staff = $2 AND open = 1 LIMIT $3) AS few"
);
sql!(
    CLOSE,
    "UPDATE knowledge_flags SET open = 0, reply = $2, closed_by = $3, closed_at = $4 WHERE id = $1 AND open = 1"
);
sql!(
    BLANK,
    "UPDATE knowledge_flags SET text = '', reply = '', kept = 0 WHERE id IN
     (SELECT id FROM knowledge_flags WHERE open = 0 AND kept = 1 AND closed_at < $1 ORDER BY closed_at LIMIT $2)"
);

/// Keeps what somebody said; false when this press was kept before.
pub(crate) async fn insert(tx: &mut Conn, flag: &Flag) -> Result<bool> {
    let row = params![flag.id, flag.article, flag.version, flag.staff, &flag.text, flag.made_at, Id::NONE];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// One of them.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Flag> {
    read(conn.one(&BY_ID, params![id]).await?)
}

/// What was said of an article, newest first.
pub(crate) async fn of_article(conn: &mut Conn, article: Id, most: usize) -> Result<Vec<Flag>> {
    conn.rows(&OF_ARTICLE, params![article, Id([0xff; 16]), most]).await?.into_iter().map(read).collect()
}

/// What nobody has replied to, the oldest first, after this one.
pub(crate) async fn open(conn: &mut Conn, after: Id, most: usize) -> Result<Vec<Flag>> {
    conn.rows(&OPEN, params![after, most]).await?.into_iter().map(read).collect()
}

/// How many nobody has replied to came from a page for everybody, counted up to `most`.
pub(crate) async fn by_nobody(conn: &mut Conn, article: Id, most: i64) -> Result<i64> {
    conn.one(&BY_NOBODY, params![article, Id::NONE, most]).await?.get(0)
}

/// Closes one with a reply; false when it is closed already.
pub(crate) async fn close(tx: &mut Conn, id: Id, reply: &str, by: Id, now: Micros) -> Result<bool> {
    Ok(tx.exec(&CLOSE, params![id, reply, by, now]).await? == 1)
}

/// Blanks the words of a few of those closed before this moment.
pub(crate) async fn blank(tx: &mut Conn, before: Micros) -> Result<u64> {
    tx.exec(&BLANK, params![before, FEW]).await
}

fn read(row: Row) -> Result<Flag> {
    let mut c = row.columns();
    Ok(Flag {
        id: c.take()?,
        article: c.take()?,
        version: c.take()?,
        staff: c.take()?,
        text: c.take()?,
        made_at: c.take()?,
        open: c.take()?,
        reply: c.take()?,
        closed_by: c.take()?,
        closed_at: c.take()?,
    })
}
