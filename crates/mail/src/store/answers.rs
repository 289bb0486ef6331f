//! `mail_answers`: what officers answered to mail that is on no case.

use crate::model::Written;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

/// Answers to one mail that are read.
const MOST: usize = 200;

sql!(INSERT, "INSERT INTO mail_answers (id, mail, staff, at, text) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING");
sql!(BY_ID, "SELECT id, mail, staff, at, text FROM mail_answers WHERE id = $1");
sql!(OF_MAIL, "SELECT id, mail, staff, at, text FROM mail_answers WHERE mail = $1 ORDER BY at, id LIMIT $2");
sql!(DELETE, "DELETE FROM mail_answers WHERE mail = $1");

fn read(row: Row) -> Result<Written> {
    let mut c = row.columns();
    Ok(Written { id: c.take()?, mail: c.take()?, staff: c.take()?, at: c.take()?, text: c.take()? })
}

/// Keeps it; false where it is there already.
pub async fn insert(tx: &mut Conn, written: &Written) -> Result<bool> {
    let row = params![written.id, written.mail, written.staff, written.at, &written.text];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// The one with this id.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Written>> {
    conn.row(&BY_ID, params![id]).await?.map(read).transpose()
}

/// What was answered to this mail, the oldest first.
pub async fn of_mail(conn: &mut Conn, mail: Id) -> Result<Vec<Written>> {
    conn.rows(&OF_MAIL, params![mail, MOST]).await?.into_iter().map(read).collect()
}

/// Deletes what was answered to this mail.
pub async fn delete_of(tx: &mut Conn, mail: Id) -> Result<()> {
    tx.exec(&DELETE, params![mail]).await.map(drop)
}
