//! Holds: what must be kept in spite of its time or a request, because a court, an auditor or an enquiry may ask for it.
//! A hold has a reason, somebody who set it and a day of review; it stands until somebody ends it.

use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Row, Tx};
use crate::error::Result;
use crate::facts::Subject;
use crate::id::Id;
use crate::who::Who;
use crate::{params, sql};

sql!(
    INSERT,
    "INSERT INTO holds (id, subject_kind, subject, reason, review, made_at, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
);
sql!(
    STANDING,
    "SELECT id, reason, review, made_at, made_by, ended_at FROM holds
     WHERE subject_kind = $1 AND subject = $2 AND ended_at IS NULL"
);
sql!(
    OF_SUBJECT,
    "SELECT id, reason, review, made_at, made_by, ended_at FROM holds
     WHERE subject_kind = $1 AND subject = $2 ORDER BY id LIMIT 100"
);
sql!(
    END,
    "UPDATE holds SET ended_at = $2, ended_by = $3
     WHERE id = $1 AND subject_kind = $4 AND subject = $5 AND ended_at IS NULL"
);

/// A hold on a case, a resident or whatever else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its id.
    pub id: Id,
    /// Why, in the words of whoever set it.
    pub reason: String,
    /// When somebody looks whether it is still needed.
    pub review: Micros,
    /// When it was set.
    pub made_at: Micros,
    /// Who set it.
    pub made_by: Id,
    /// When it was ended.
    pub ended_at: Option<Micros>,
}

fn read(row: Row) -> Result<Hold> {
    let mut c = row.columns();
    Ok(Hold {
        id: c.take()?,
        reason: c.take()?,
        review: c.take()?,
        made_at: c.take()?,
        made_by: c.take()?,
        ended_at: c.take()?,
    })
}

/// Sets a hold under this id, made when its page was drawn; false when that was done, or another one stands.
pub async fn set(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    id: Id,
    on: &Subject,
    (reason, review): (&str, Micros),
) -> Result<bool> {
    let row = params![id, &on.kind, on.id, reason, review, app.now(), who.id()];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The hold that stands on it.
pub async fn standing(conn: &mut Conn, on: &Subject) -> Result<Option<Hold>> {
    conn.row(&STANDING, params![&on.kind, on.id]).await?.map(read).transpose()
}

/// The first hold that stands on any of them.
pub async fn any(conn: &mut Conn, subjects: &[Subject]) -> Result<Option<Hold>> {
    for subject in subjects {
        if let Some(hold) = standing(conn, subject).await? {
            return Ok(Some(hold));
        }
    }
    Ok(None)
}

/// Every hold there was on it, the oldest first, at most a hundred.
pub async fn of(conn: &mut Conn, on: &Subject) -> Result<Vec<Hold>> {
    conn.rows(&OF_SUBJECT, params![&on.kind, on.id]).await?.into_iter().map(read).collect()
}

/// Ends the hold; false when it was ended before.
pub async fn end(tx: &mut Tx, app: &App, who: &Who, id: Id, on: &Subject) -> Result<bool> {
    Ok(tx.exec(&END, params![id, app.now(), who.id(), &on.kind, on.id]).await? == 1)
}
