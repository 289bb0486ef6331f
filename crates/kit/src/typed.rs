//! What a member of staff typed into a page of the desk and left for something else: it is there when they come back, for a day
//! at most. Theirs alone, and nothing is decided by it.

use crate::clock::{DAY, Micros};
use crate::db::{Conn, Tx};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::id::Id;
use crate::{params, sql};

/// What every form sends besides what was typed: it belongs to one drawing of the page.
const NOT_TYPED: [&str; 8] = ["key", "page", "start", "then", "case", "resident", "quiet", "ahead"];
/// Where a form of the desk is sent to be kept: it says which page it stands on, and where its officer goes.
pub const KEEP: &str = "/desk/keep";
/// Letters of all the fields together: no form of the desk takes a tenth.
const MOST: usize = 200_000;
/// Rows cleared away in one transaction.
const FEW: i64 = 500;

sql!(
    PUT,
    "INSERT INTO typed (staff, page, at, form) VALUES ($1, $2, $3, $4)
     ON CONFLICT (staff, page) DO UPDATE SET at = excluded.at, form = excluded.form"
);
sql!(ONE, "SELECT form FROM typed WHERE staff = $1 AND page = $2");
sql!(FORGET, "DELETE FROM typed WHERE staff = $1 AND page = $2");
sql!(
    SWEEP,
    "DELETE FROM typed WHERE at <= (SELECT max(at) FROM
     (SELECT at FROM typed WHERE at < $1 ORDER BY at LIMIT $2) AS few)"
);

/// Keeps what was typed into this page, in the place of what was kept of it before.
pub async fn keep(tx: &mut Tx, (staff, page): (Id, &str), at: Micros, form: &Form) -> Result<()> {
    let fields: Vec<_> = form.fields().iter().filter(|(name, _)| !NOT_TYPED.contains(&name.as_str())).collect();
    if fields.iter().all(|(name, value)| name == "revision" || value.trim().is_empty()) {
        return forget(tx, (staff, page)).await;
    }
    let text = serde_json::to_string(&fields)?;
    if text.len() > MOST {
        return Err(Error::TooLarge);
    }
    tx.exec(&PUT, params![staff, page, at, text]).await.map(drop)
}

/// What this member of staff typed into this page before; nothing where nothing is kept.
pub async fn of(conn: &mut Conn, (staff, page): (Id, &str)) -> Result<Option<Form>> {
    let Some(row) = conn.row(&ONE, params![staff, page]).await? else { return Ok(None) };
    let fields: Vec<(String, String)> = serde_json::from_str(&row.get::<String>(0)?)?;
    Ok(Some(fields.into_iter().fold(Form::empty(), |form, (name, value)| form.fill(&name, value))))
}

/// It was done: nothing of it is kept.
pub async fn forget(tx: &mut Tx, (staff, page): (Id, &str)) -> Result<()> {
    tx.exec(&FORGET, params![staff, page]).await.map(drop)
}

/// Clears away a little of what nobody came back to within a day; 0 when there is no more.
pub async fn sweep(tx: &mut Tx, now: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![now - DAY, FEW]).await
}
