//! `knowledge_briefings`, and who has read which.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// What staff have to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Briefing {
    /// The key of the button that gave it.
    pub id: Id,
    pub author: Id,
    pub title: String,
    pub text: String,
    /// The codes of the teams it is for; none for everybody.
    pub teams: Vec<String>,
    pub made_at: Micros,
    pub until: Micros,
    pub ended: bool,
}

macro_rules! columns {
    () => {
        "id, author, title, text, teams, made_at, until, ended"
    };
}

sql!(
    INSERT,
    concat!(
        "INSERT INTO knowledge_briefings (",
        columns!(),
        ") VALUES ($1, $2, $3, $4, $5, $6, $7, 0) ON CONFLICT (id) DO NOTHING"
    )
);
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM knowledge_briefings WHERE id = $1"));
sql!(
    STANDING,
    concat!(
        "SELECT ",
        columns!(),
        " FROM knowledge_briefings WHERE ended = 0 AND until > $1 ORDER BY until, id LIMIT $2"
    )
);
sql!(BEFORE, concat!("SELECT ", columns!(), " FROM knowledge_briefings WHERE id < $1 ORDER BY id DESC LIMIT $2"));
sql!(END, "UPDATE knowledge_briefings SET ended = 1 WHERE id = $1 AND ended = 0");
sql!(
    READ,
    "INSERT INTO knowledge_briefings_read (briefing, staff, read_at) VALUES ($1, $2, $3)
     ON CONFLICT (briefing, staff) DO NOTHING"
);
sql!(HAS_READ, "SELECT read_at FROM knowledge_briefings_read WHERE briefing = $1 AND staff = $2");
sql!(READERS, "SELECT staff, read_at FROM knowledge_briefings_read WHERE briefing = $1");

/// Gives a briefing; false when this press gave it before.
pub(crate) async fn insert(tx: &mut Conn, briefing: &Briefing) -> Result<bool> {
    let Briefing { id, author, title, text, teams, made_at, until, .. } = briefing;
    let teams = serde_json::to_string(teams)?;
    Ok(tx.exec(&INSERT, params![*id, *author, title, text, teams, *made_at, *until]).await? == 1)
}

/// One of them.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Briefing> {
    read(conn.one(&BY_ID, params![id]).await?)
}

/// Those that stand now, the first to be over first.
pub(crate) async fn standing(conn: &mut Conn, now: Micros, most: usize) -> Result<Vec<Briefing>> {
    conn.rows(&STANDING, params![now, most]).await?.into_iter().map(read).collect()
}

/// All of them, the last given first, before this one.
pub(crate) async fn before(conn: &mut Conn, id: Id, most: usize) -> Result<Vec<Briefing>> {
    conn.rows(&BEFORE, params![id, most]).await?.into_iter().map(read).collect()
}

/// Ends one early; false when it was ended before.
pub(crate) async fn end(tx: &mut Conn, id: Id) -> Result<bool> {
    Ok(tx.exec(&END, params![id]).await? == 1)
}

/// Notes that somebody has read one; false when that was noted before.
pub(crate) async fn note_read(tx: &mut Conn, id: Id, staff: Id, now: Micros) -> Result<bool> {
    Ok(tx.exec(&READ, params![id, staff, now]).await? == 1)
}

/// When somebody read one.
pub(crate) async fn has_read(conn: &mut Conn, id: Id, staff: Id) -> Result<Option<Micros>> {
    conn.row(&HAS_READ, params![id, staff]).await?.map(|row| row.get(0)).transpose()
}

/// Who has read one, and when.
pub(crate) async fn readers(conn: &mut Conn, id: Id) -> Result<Vec<(Id, Micros)>> {
    conn.rows(&READERS, params![id]).await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

fn read(row: Row) -> Result<Briefing> {
    let mut c = row.columns();
    let (id, author, title, text) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let teams = serde_json::from_str(&c.take::<String>()?)?;
    Ok(Briefing { id, author, title, text, teams, made_at: c.take()?, until: c.take()?, ended: c.take()? })
}
