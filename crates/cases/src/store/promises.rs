//! `cases_promises`: every promise after the first, with the one it replaced.

use crate::model::Promise;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO cases_promises (id, case_id, at, due_before, due, reason, given_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
sql!(
    OF_CASE,
    "SELECT at, due_before, due, reason, given_by FROM cases_promises WHERE case_id = $1 ORDER BY id DESC LIMIT 50"
);

/// A promise that replaced an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    pub at: Micros,
    pub due_before: Micros,
    pub promise: Promise,
    pub by: Id,
}

/// Keeps a new promise.
pub(crate) async fn insert(tx: &mut Conn, id: Id, case: Id, given: &Given) -> Result<()> {
    let row = params![id, case, given.at, given.due_before, given.promise.due, &given.promise.reason, given.by];
    tx.exec(&INSERT, row).await.map(drop)
}

/// The promises of a case after its first, newest first.
pub(crate) async fn of_case(conn: &mut Conn, case: Id) -> Result<Vec<Given>> {
    let rows = conn.rows(&OF_CASE, params![case]).await?;
    let read = |row: Row| {
        let mut c = row.columns();
        Ok(Given {
            at: c.take()?,
            due_before: c.take()?,
            promise: Promise { due: c.take()?, reason: c.take()? },
            by: c.take()?,
        })
    };
    rows.into_iter().map(read).collect()
}
