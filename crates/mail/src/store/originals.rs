//! `mail_originals`: documents that came in a letter and go back to whoever sent them.

use crate::model::{How, Originals};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

macro_rules! columns {
    () => {
        "mail, what, received, returned_at, how, note, staff"
    };
}

sql!(
    INSERT,
    concat!("INSERT INTO mail_originals (", columns!(), ") VALUES ($1, $2, $3, 0, '', '', $4) ON CONFLICT DO NOTHING")
);
sql!(OF_MAIL, concat!("SELECT ", columns!(), " FROM mail_originals WHERE mail = $1"));
sql!(
    WAITING,
    concat!(
        "SELECT ",
        columns!(),
        " FROM mail_originals WHERE returned_at = 0 AND (received, mail) > ($1, $2) ORDER BY received, mail LIMIT $3"
    )
);
sql!(
    RETURNED,
    "UPDATE mail_originals SET returned_at = $2, how = $3, note = $4, staff = $5 WHERE mail = $1 AND returned_at = 0"
);
sql!(DELETE, "DELETE FROM mail_originals WHERE mail = $1");

fn read(row: Row) -> Result<Originals> {
    let mut c = row.columns();
    let (mail, what, received, returned_at): (Id, String, Micros, Micros) =
        (c.take()?, c.take()?, c.take()?, c.take()?);
    let how: String = c.take()?;
    let known = How::of(&how);
    if known.is_none() && returned_at != 0 {
        return Err(Error::internal(format!("nothing goes back by {how}")));
    }
    Ok(Originals { mail, what, received, returned_at, how: known, note: c.take()?, staff: c.take()? })
}

/// Keeps that there are some; false where that is known already.
pub async fn insert(tx: &mut Conn, mail: Id, what: &str, received: Micros, staff: Id) -> Result<bool> {
    Ok(tx.exec(&INSERT, params![mail, what, received, staff]).await? == 1)
}

/// What came with this letter.
pub async fn of_mail(conn: &mut Conn, mail: Id) -> Result<Option<Originals>> {
    conn.row(&OF_MAIL, params![mail]).await?.map(read).transpose()
}

/// What is still here, the longest first, after this place.
pub async fn waiting(conn: &mut Conn, after: (Micros, Id), limit: usize) -> Result<Vec<Originals>> {
    conn.rows(&WAITING, params![after.0, after.1, limit]).await?.into_iter().map(read).collect()
}

/// They went back; false where somebody said so before.
pub async fn returned(tx: &mut Conn, mail: Id, at: Micros, how: How, note: &str, staff: Id) -> Result<bool> {
    Ok(tx.exec(&RETURNED, params![mail, at, how.code(), note, staff]).await? == 1)
}

/// Forgets what came with this letter.
pub async fn delete_of(tx: &mut Conn, mail: Id) -> Result<()> {
    tx.exec(&DELETE, params![mail]).await.map(drop)
}
