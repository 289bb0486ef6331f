//! `services_misses`: searches that found nothing, counted by week; and the weeks that were told.

use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// A search that found nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Miss {
    pub id: Id,
    /// The day of its Monday.
    pub week: String,
    /// The tag of the language it was asked in.
    pub lang: String,
    /// The words; empty where they spoke of danger.
    pub words: String,
    pub times: i64,
    /// Somebody has done what could be done about it.
    pub dealt: bool,
    pub revision: i64,
}

/// Different searches kept of one week. More is nobody's everyday words, but somebody filling the table.
pub(crate) const MOST_A_WEEK: i64 = 5_000;

sql!(AGAIN, "UPDATE services_misses SET times = times + $4 WHERE week = $1 AND lang = $2 AND words = $3");
sql!(
    DIFFERENT,
    "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 AS one FROM services_misses WHERE week = $1 LIMIT $2) AS kept"
);
sql!(
    FIRST,
    "INSERT INTO services_misses (id, week, lang, words, times, dealt, revision) VALUES ($1, $2, $3, $4, $5, 0, 1)
     ON CONFLICT (week, lang, words) DO UPDATE SET times = services_misses.times + excluded.times"
);
sql!(
    OF_WEEK,
    "SELECT id, week, lang, words, times, dealt, revision FROM services_misses
     WHERE week = $1 AND (times, id) < ($2, $3) ORDER BY times DESC, id DESC LIMIT $4"
);
sql!(
    NEW_OF_WEEK,
    "SELECT id, week, lang, words, times, dealt, revision FROM services_misses
     WHERE week = $1 AND dealt = 0 ORDER BY times DESC, id DESC LIMIT $2"
);
sql!(BY_ID, "SELECT id, week, lang, words, times, dealt, revision FROM services_misses WHERE id = $1");
sql!(DEAL, "UPDATE services_misses SET dealt = $3, revision = revision + 1 WHERE id = $1 AND revision = $2");
sql!(FORGET, "DELETE FROM services_misses WHERE week < $1");
sql!(TELL, "INSERT INTO services_misses_told (week, told_at) VALUES ($1, $2) ON CONFLICT (week) DO NOTHING");
sql!(TOLD, "SELECT told_at FROM services_misses_told WHERE week = $1");

/// Counts a search, given by week, language and words, so many times more.
pub(crate) async fn count(conn: &mut Conn, id: Id, asked: (&str, &str, &str), times: i64) -> Result<()> {
    let (week, lang, words) = asked;
    if conn.exec(&AGAIN, params![week, lang, words, times]).await? > 0 {
        return Ok(());
    }
    let different: i64 = conn.one(&DIFFERENT, params![week, MOST_A_WEEK]).await?.get(0)?;
    if different < MOST_A_WEEK {
        conn.exec(&FIRST, params![id, week, lang, words, times]).await?;
    }
    Ok(())
}

/// The searches of a week, the most frequent first, after this one.
pub(crate) async fn of_week(conn: &mut Conn, week: &str, after: Option<(i64, Id)>, most: usize) -> Result<Vec<Miss>> {
    let (times, id) = after.unwrap_or((i64::MAX, Id([0xff; 16])));
    conn.rows(&OF_WEEK, params![week, times, id, most]).await?.into_iter().map(miss).collect()
}

/// The searches of a week nobody has dealt with, the most frequent first.
pub(crate) async fn new_of_week(conn: &mut Conn, week: &str, most: usize) -> Result<Vec<Miss>> {
    conn.rows(&NEW_OF_WEEK, params![week, most]).await?.into_iter().map(miss).collect()
}

/// One search.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Miss> {
    miss(conn.one(&BY_ID, params![id]).await?)
}

/// Marks it as dealt with, or as not, under a check of the revision.
pub(crate) async fn deal(conn: &mut Conn, id: Id, revision: i64, dealt: bool) -> Result<()> {
    conn.exec_one(&DEAL, params![id, revision, dealt]).await
}

/// Forgets every week before this one.
pub(crate) async fn forget(conn: &mut Conn, week: &str) -> Result<u64> {
    conn.exec(&FORGET, params![week]).await
}

/// Notes that a week is told; false when it was told before.
pub(crate) async fn tell(conn: &mut Conn, week: &str, now: Micros) -> Result<bool> {
    Ok(conn.exec(&TELL, params![week, now]).await? == 1)
}

/// Whether a week was told.
pub(crate) async fn told(conn: &mut Conn, week: &str) -> Result<bool> {
    Ok(conn.row(&TOLD, params![week]).await?.is_some())
}

fn miss(row: Row) -> Result<Miss> {
    let mut c = row.columns();
    Ok(Miss {
        id: c.take()?,
        week: c.take()?,
        lang: c.take()?,
        words: c.take()?,
        times: c.take()?,
        dealt: c.take()?,
        revision: c.take()?,
    })
}
