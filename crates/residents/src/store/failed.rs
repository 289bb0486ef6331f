//! Checks of callers that were not enough, and those of them that were withdrawn.

use super::record::MOST;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// Somebody asked, and what they got right was not enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failed {
    /// The opening that opened nothing.
    pub id: Id,
    /// Who checked.
    pub staff: Id,
    /// Who asked: `self`, an authority's id, or `other`.
    pub caller: String,
    /// When.
    pub at: Micros,
    /// When it was withdrawn; 0 where it was not.
    pub withdrawn_at: Micros,
}

sql!(
    SINCE,
    "SELECT id, staff, caller, at, withdrawn_at FROM residents_openings
     WHERE resident = $1 AND purpose = 'caller' AND passed = 0 AND at > $2 ORDER BY id DESC LIMIT $3"
);
sql!(
    WITHDRAW,
    "UPDATE residents_openings SET withdrawn_at = $3, withdrawn_by = $4, withdrawn_why = $5
     WHERE id = $1 AND resident = $2 AND purpose = 'caller' AND passed = 0 AND withdrawn_at = 0"
);

/// Those since this moment, newest first, also the withdrawn.
pub(crate) async fn since(conn: &mut Conn, resident: Id, since: Micros) -> Result<Vec<Failed>> {
    let read = |row: Row| {
        let mut c = row.columns();
        let (id, staff, caller) = (c.take()?, c.take()?, c.take()?);
        Ok(Failed { id, staff, caller, at: c.take()?, withdrawn_at: c.take()? })
    };
    conn.rows(&SINCE, params![resident, since, MOST]).await?.into_iter().map(read).collect()
}

/// Withdraws one, with a reason; false where it was withdrawn before.
pub(crate) async fn withdraw(
    tx: &mut Conn,
    (id, resident): (Id, Id),
    (by, why): (Id, &str),
    now: Micros,
) -> Result<bool> {
    Ok(tx.exec(&WITHDRAW, params![id, resident, now, by, why]).await? == 1)
}
