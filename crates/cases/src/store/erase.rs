//! Erasing what is personal in a case, and finding the cases whose time has come.

use crate::model::Case;
use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(NEXT_SERVICE, "SELECT service FROM cases WHERE live = 0 AND erased = 0 AND service > $1 ORDER BY service LIMIT 1");
sql!(
    ENDED_BEFORE,
    "SELECT closed, id FROM cases
     WHERE live = 0 AND erased = 0 AND service = $1 AND closed < $2 AND (closed, id) > ($3, $4)
     ORDER BY closed, id LIMIT $5"
);
// The draft's id, the reference and the source's own number stay: they name no person, and hold the journal together.
sql!(
    CASE,
    "UPDATE cases SET erased = 1, revision = $2 + 1, title = $3, answers = '[]', contact_name = '', contact_email = '',
            contact_phone = '', contact_key = '', latitude = NULL, longitude = NULL, cell = 0, postcode = '', street = '',
            visitor = $4, resident = NULL, unread = 0,
            promise_reason = CASE WHEN promises > 1 THEN '' ELSE promise_reason END
     WHERE id = $1 AND revision = $2 AND live = 0 AND erased = 0"
);
sql!(
    REPORTERS,
    "UPDATE cases_reporters SET contact_name = '', contact_email = '', contact_phone = '', contact_key = '', answers = '[]',
            visitor = $2, resident = NULL
     WHERE case_id = $1"
);
sql!(
    MESSAGES,
    "UPDATE cases_messages SET text = '', sender = '', files = '', author = CASE WHEN ours = 1 THEN author ELSE $2 END WHERE case_id = $1"
);
sql!(HANDED, "UPDATE cases_handed SET reason = '', look = 0 WHERE case_id = $1");
sql!(PROMISES, "UPDATE cases_promises SET reason = '' WHERE case_id = $1");
sql!(UNTOLD, "DELETE FROM cases_untold WHERE case_id = $1");
sql!(RESIDENTS, "SELECT resident FROM cases_reporters WHERE case_id = $1 AND resident IS NOT NULL");

/// The first service after this one with a case that ended and has not been erased.
pub(crate) async fn next_service(conn: &mut Conn, after: &str) -> Result<Option<String>> {
    conn.row(&NEXT_SERVICE, params![after]).await?.map(|row| row.get(0)).transpose()
}

/// Cases of this service that ended before this moment and have not been erased, after this one: when they ended, and ids.
pub(crate) async fn ended_before(
    conn: &mut Conn,
    service: &str,
    before: Micros,
    after: (Micros, Id),
    limit: usize,
) -> Result<Vec<(Micros, Id)>> {
    let rows = conn.rows(&ENDED_BEFORE, params![service, before, after.0, after.1, limit]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The accounts of those who reported it after the first.
pub(crate) async fn residents(conn: &mut Conn, case: Id) -> Result<Vec<Id>> {
    conn.rows(&RESIDENTS, params![case]).await?.iter().map(|row| row.get(0)).collect()
}

/// Erases what is personal in the case's own rows; [`kit::Error::Changed`] when somebody changed it since it was read.
pub(crate) async fn case(tx: &mut Conn, case: &Case, title: &str) -> Result<()> {
    tx.exec_one(&CASE, params![case.id, case.revision, title, Id::NONE]).await?;
    tx.exec(&REPORTERS, params![case.id, Id::NONE]).await?;
    tx.exec(&MESSAGES, params![case.id, Id::NONE]).await?;
    super::marks::erase_of_case(tx, case.id).await?;
    tx.exec(&UNTOLD, params![case.id]).await?;
    tx.exec(&HANDED, params![case.id]).await?;
    tx.exec(&PROMISES, params![case.id]).await.map(drop)
}
