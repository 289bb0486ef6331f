//! `cases_marks`: what the law or a duty makes of a message, and by when it is dealt with.

use crate::marks::{Kind, Mark};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

macro_rules! columns {
    () => {
        "m.id, m.message, m.kind, m.case_id, m.received, m.first, m.due, m.reason, m.made_by, m.made_at, m.ended_at,
         m.ended_by, m.ended_how, m.ended_reason, m.told_at"
    };
}

sql!(
    INSERT,
    "INSERT INTO cases_marks (id, message, kind, case_id, received, first, due, reason, made_by, made_at, ended_at, ended_by,
                              ended_how, ended_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, '', '') ON CONFLICT DO NOTHING"
);
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM cases_marks m WHERE m.id = $1"));
sql!(OF_CASE, concat!("SELECT ", columns!(), " FROM cases_marks m WHERE m.case_id = $1 ORDER BY m.id LIMIT 200"));
sql!(OF_MESSAGE, concat!("SELECT ", columns!(), " FROM cases_marks m WHERE m.message = $1 ORDER BY m.id LIMIT 200"));
sql!(STANDS_ON_CASE, "SELECT id FROM cases_marks WHERE case_id = $1 AND ended_at = 0 LIMIT 1");
sql!(STANDS_ON_MESSAGE, "SELECT id FROM cases_marks WHERE message = $1 AND ended_at = 0 LIMIT 1");
sql!(
    END,
    "UPDATE cases_marks SET ended_at = $2, ended_by = $3, ended_how = $4, ended_reason = $5 WHERE id = $1 AND ended_at = 0"
);
sql!(PUT_ON, "UPDATE cases_marks SET case_id = $2 WHERE message = $1");
sql!(TOLD, "UPDATE cases_marks SET told_at = $2 WHERE message = $1 AND ended_at = 0 AND told_at = 0");
sql!(TOLD_ALL, "UPDATE cases_marks SET told_at = $2 WHERE case_id = $1 AND ended_at = 0 AND told_at = 0");
// What one reporter said: the words they reported it with, under their own id or the case's, and their messages.
sql!(
    TOLD_ONE,
    "UPDATE cases_marks SET told_at = $2 WHERE case_id = $1 AND ended_at = 0 AND told_at = 0
     AND (message = $4 OR message IN (SELECT id FROM cases_messages WHERE case_id = $1 AND reporter = $3))"
);
sql!(ERASE_OF_CASE, "UPDATE cases_marks SET reason = '', ended_reason = '' WHERE case_id = $1");
sql!(ERASE_OF_MESSAGE, "DELETE FROM cases_marks WHERE message = $1 AND case_id IS NULL");
sql!(
    CLEAR,
    "DELETE FROM cases_marks WHERE id IN
         (SELECT id FROM cases_marks WHERE case_id IS NULL AND ended_at > 0 AND ended_at < $1 ORDER BY ended_at, id LIMIT $2)"
);
// $1 limit, $2 due and $3 id of the last row of the page before, $4 team and $5 service (empty for any), $6 those on no case
// too, $7 safeguarding alerts too, $8 whose own are shown in any case.
sql!(
    DUE,
    concat!(
        "SELECT ",
        columns!(),
        ", COALESCE(c.ref, ''), COALESCE(c.title, '')
         FROM cases_marks m LEFT JOIN cases c ON c.id = m.case_id
         WHERE m.ended_at = 0 AND (m.due, m.id) > ($2, $3)
           AND CASE WHEN ((m.case_id IS NULL AND $6 = 1)
                          OR (m.case_id IS NOT NULL AND ($4 = '' OR c.team = $4) AND ($5 = '' OR c.service = $5)))
                     AND (m.kind <> 'safeguarding' OR $7 = 1 OR m.made_by = $8) THEN 1 ELSE 0 END <> 0
         ORDER BY m.due, m.id LIMIT $1"
    )
);

fn read(row: &Row) -> Result<Mark> {
    let kind: String = row.get(2)?;
    Ok(Mark {
        id: row.get(0)?,
        message: row.get(1)?,
        kind: Kind::of(&kind).ok_or_else(|| Error::internal(format!("no mark is called {kind}")))?,
        case: row.get(3)?,
        received: row.get(4)?,
        first: row.get(5)?,
        due: row.get(6)?,
        reason: row.get(7)?,
        made_by: row.get(8)?,
        made_at: row.get(9)?,
        ended_at: row.get(10)?,
        ended_by: row.get(11)?,
        ended_how: row.get(12)?,
        ended_reason: row.get(13)?,
        told_at: row.get(14)?,
    })
}

/// Keeps a mark; false where it was pressed twice, or stands already.
pub(crate) async fn insert(tx: &mut Conn, mark: &Mark) -> Result<bool> {
    let row = params![
        mark.id,
        mark.message,
        mark.kind.code(),
        mark.case,
        mark.received,
        mark.first,
        mark.due,
        &mark.reason,
        mark.made_by,
        mark.made_at,
        Id::NONE
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The mark with this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Mark> {
    read(&conn.one(&BY_ID, params![id]).await?)
}

/// The marks of a case's messages, those that have ended too.
pub(crate) async fn of_case(conn: &mut Conn, case: Id) -> Result<Vec<Mark>> {
    conn.rows(&OF_CASE, params![case]).await?.iter().map(read).collect()
}

/// The marks of a message, those that have ended too.
pub(crate) async fn of_message(conn: &mut Conn, message: Id) -> Result<Vec<Mark>> {
    conn.rows(&OF_MESSAGE, params![message]).await?.iter().map(read).collect()
}

/// Whether a message of this case is still to be dealt with.
pub(crate) async fn stands_on_case(conn: &mut Conn, case: Id) -> Result<bool> {
    Ok(conn.row(&STANDS_ON_CASE, params![case]).await?.is_some())
}

/// Whether this message is still to be dealt with.
pub(crate) async fn stands_on(conn: &mut Conn, message: Id) -> Result<bool> {
    Ok(conn.row(&STANDS_ON_MESSAGE, params![message]).await?.is_some())
}

/// Ends a mark; false where it has ended.
pub(crate) async fn end(tx: &mut Conn, id: Id, by: Id, now: Micros, how: &str, reason: &str) -> Result<bool> {
    Ok(tx.exec(&END, params![id, now, by, how, reason]).await? == 1)
}

/// The message is on a case now.
pub(crate) async fn put_on(tx: &mut Conn, message: Id, case: Id) -> Result<()> {
    tx.exec(&PUT_ON, params![message, case]).await.map(drop)
}

/// Whoever wrote this message was answered.
pub(crate) async fn told(tx: &mut Conn, message: Id, now: Micros) -> Result<()> {
    tx.exec(&TOLD, params![message, now]).await.map(drop)
}

/// One reporter of a case was written to, [`Id::NONE`] for the first; or everybody.
pub(crate) async fn told_on_case(tx: &mut Conn, case: Id, reporter: Option<Id>, now: Micros) -> Result<()> {
    match reporter {
        None => tx.exec(&TOLD_ALL, params![case, now]).await.map(drop),
        Some(one) => {
            let words = if one == Id::NONE { case } else { one };
            tx.exec(&TOLD_ONE, params![case, now, one, words]).await.map(drop)
        }
    }
}

/// Erases what somebody wrote about the marks of a case; that there were any stays for the figures.
pub(crate) async fn erase_of_case(tx: &mut Conn, case: Id) -> Result<()> {
    tx.exec(&ERASE_OF_CASE, params![case]).await.map(drop)
}

/// Deletes the marks of a mail that is on no case.
pub(crate) async fn erase_of_message(tx: &mut Conn, message: Id) -> Result<()> {
    tx.exec(&ERASE_OF_MESSAGE, params![message]).await.map(drop)
}

/// Deletes a few marks that ended before this moment on no case: what they were about has had its time.
pub(crate) async fn clear(tx: &mut Conn, before: Micros) -> Result<u64> {
    tx.exec(&CLEAR, params![before, kit::db::FEW]).await
}

/// Who looks at the list of what is due: which cases, those on none too, and whether alerts are shown.
pub(crate) struct Looking<'a> {
    pub team: &'a str,
    pub service: &'a str,
    pub without_case: bool,
    pub alerts: bool,
    pub staff: Id,
}

/// What is to be dealt with, what is due first first, after this place.
pub(crate) async fn due(
    conn: &mut Conn,
    who: &Looking<'_>,
    after: (Micros, Id),
    limit: usize,
) -> Result<Vec<(Mark, String, String)>> {
    let asked = params![limit, after.0, after.1, who.team, who.service, who.without_case, who.alerts, who.staff];
    let rows = conn.rows(&DUE, asked).await?;
    rows.iter().map(|row| Ok((read(row)?, row.get(15)?, row.get(16)?))).collect()
}
