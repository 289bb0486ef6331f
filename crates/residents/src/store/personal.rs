//! What is held on one resident, and erasing it.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Id, Result, params, sql};

sql!(RESIDENT, "SELECT name, email, phone, password_hash, lang, made_at, signed_in_at FROM residents WHERE id = $1");
sql!(
    HOUSEHOLD,
    "SELECT h.id, h.line1, h.street, h.town, h.postcode, h.ward FROM residents r JOIN households h ON h.id = r.household
     WHERE r.id = $1"
);
sql!(RECORD, "SELECT born, guarded FROM residents_records WHERE resident = $1");
sql!(KEYS, "SELECT key FROM residents_keys WHERE resident = $1 ORDER BY key");
sql!(FORGET_RECORD, "DELETE FROM residents_records WHERE resident = $1");
sql!(DEVICES, "SELECT device, signed_in_at FROM devices WHERE resident = $1");
sql!(CODES_BY_EMAIL, "SELECT purpose, made_at, until FROM challenges WHERE email = $1 ORDER BY id LIMIT 1000");
sql!(CODES_BY_PHONE, "SELECT purpose, made_at, until FROM challenges WHERE phone = $1 ORDER BY id LIMIT 1000");
sql!(LINKS_BY_EMAIL, "SELECT purpose, until FROM residents_links WHERE email = $1 LIMIT 1000");
sql!(LINKS_BY_PHONE, "SELECT purpose, until FROM residents_links WHERE phone = $1 LIMIT 1000");
sql!(GRANTS, "SELECT subject_kind, subject, until FROM residents_grants WHERE visitor = $1");

sql!(FORGET_CODES_BY_EMAIL, "DELETE FROM challenges WHERE email = $1");
sql!(FORGET_CODES_BY_PHONE, "DELETE FROM challenges WHERE phone = $1");
sql!(FORGET_LINKS_BY_EMAIL, "DELETE FROM residents_links WHERE email = $1");
sql!(FORGET_LINKS_BY_PHONE, "DELETE FROM residents_links WHERE phone = $1");
sql!(FORGET_GRANTS, "DELETE FROM residents_grants WHERE visitor = $1");
sql!(
    ERASE,
    "UPDATE residents SET name = '', email = NULL, email_key = NULL, phone = NULL, text_key = NULL, password_hash = NULL,
            household = NULL, signed_in_at = NULL, revision = revision + 1
     WHERE id = $1"
);

sql!(
    ASK,
    "INSERT INTO residents_erasures (resident, key, asked_at, asked_by, reason) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING"
);
sql!(ASKED, "SELECT asked_at, asked_by, reason, erased FROM residents_erasures WHERE resident = $1");
sql!(
    WAITING,
    "SELECT resident FROM residents_erasures WHERE erased IS NULL AND resident > $1 ORDER BY resident LIMIT $2"
);
sql!(DONE, "UPDATE residents_erasures SET erased = $2 WHERE resident = $1 AND erased IS NULL");

/// An account as it is shown to whoever it is about.
pub struct Account {
    /// What they are called.
    pub name: String,
    /// Their email address.
    pub email: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// They chose a password; its hash is told to nobody.
    pub password: bool,
    /// The tag of their language.
    pub lang: String,
    /// When the account was made.
    pub made_at: Micros,
    /// When they last signed in.
    pub signed_in_at: Option<Micros>,
}

/// The account; nothing where there is none.
pub async fn account(conn: &mut Conn, id: Id) -> Result<Option<Account>> {
    let Some(row) = conn.row(&RESIDENT, params![id]).await? else { return Ok(None) };
    let mut c = row.columns();
    Ok(Some(Account {
        name: c.take()?,
        email: c.take()?,
        phone: c.take()?,
        password: c.take::<Option<String>>()?.is_some(),
        lang: c.take()?,
        made_at: c.take()?,
        signed_in_at: c.take()?,
    }))
}

/// The household of a resident: its id, its ward's code, and its address in lines.
pub async fn household(conn: &mut Conn, resident: Id) -> Result<Option<(Id, String, Vec<String>)>> {
    let Some(row) = conn.row(&HOUSEHOLD, params![resident]).await? else { return Ok(None) };
    let lines = (1..5).map(|column| row.get(column)).collect::<Result<Vec<String>>>()?;
    Ok(Some((row.get(0)?, row.get(5)?, lines)))
}

/// What staff know besides the account: the date of birth, and whether the address is a safe one.
pub async fn record(conn: &mut Conn, resident: Id) -> Result<Option<(Option<String>, bool)>> {
    let Some(row) = conn.row(&RECORD, params![resident]).await? else { return Ok(None) };
    Ok(Some((row.get(0)?, row.get(1)?)))
}

/// What somebody is found by.
pub async fn keys(conn: &mut Conn, resident: Id) -> Result<Vec<String>> {
    conn.rows(&KEYS, params![resident]).await?.iter().map(|row| row.get(0)).collect()
}

/// Forgets what staff knew besides the account.
pub async fn forget_record(tx: &mut Conn, resident: Id) -> Result<()> {
    tx.exec(&FORGET_RECORD, params![resident]).await.map(drop)
}

/// The devices somebody signed in from, with the last time of each.
pub async fn devices(conn: &mut Conn, resident: Id) -> Result<Vec<(Id, Micros)>> {
    let rows = conn.rows(&DEVICES, params![resident]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Codes sent to an address: what for, when, and until when they are good.
pub async fn codes(conn: &mut Conn, address: &str) -> Result<Vec<(String, Micros, Micros)>> {
    let statement = if address.contains('@') { &CODES_BY_EMAIL } else { &CODES_BY_PHONE };
    let rows = conn.rows(statement, params![address]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Links sent to an address: what for, and until when they are good.
pub async fn links(conn: &mut Conn, address: &str) -> Result<Vec<(String, Micros)>> {
    let statement = if address.contains('@') { &LINKS_BY_EMAIL } else { &LINKS_BY_PHONE };
    let rows = conn.rows(statement, params![address]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// What a code has opened for a browser: the noun, which one, until when.
pub async fn grants(conn: &mut Conn, visitor: Id) -> Result<Vec<(String, Id, Micros)>> {
    let rows = conn.rows(&GRANTS, params![visitor]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Deletes the codes and links on their way to an address.
pub async fn forget_codes(tx: &mut Conn, address: &str) -> Result<()> {
    let (codes, links) = match address.contains('@') {
        true => (&FORGET_CODES_BY_EMAIL, &FORGET_LINKS_BY_EMAIL),
        false => (&FORGET_CODES_BY_PHONE, &FORGET_LINKS_BY_PHONE),
    };
    tx.exec(codes, params![address]).await?;
    tx.exec(links, params![address]).await.map(drop)
}

/// Shuts for a browser what codes have opened for it.
pub async fn forget_grants(tx: &mut Conn, visitor: Id) -> Result<()> {
    tx.exec(&FORGET_GRANTS, params![visitor]).await.map(drop)
}

/// Empties the account. Its id stays, so that the journal and what the council must keep still fit together.
pub async fn erase(tx: &mut Conn, id: Id) -> Result<()> {
    let home = household(tx, id).await?;
    tx.exec(&ERASE, params![id]).await?;
    match home {
        Some((home, ..)) => super::people::leave(tx, home).await,
        None => Ok(()),
    }
}

/// A request to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// When it was taken.
    pub at: Micros,
    /// The member of staff who took it.
    pub by: Id,
    /// What they noted of it.
    pub reason: String,
    /// When the account's own details went.
    pub erased: Option<Micros>,
}

/// Keeps a request to be erased; false when there is one.
pub async fn ask(tx: &mut Conn, resident: Id, key: Id, asked: &Asked) -> Result<bool> {
    let row = params![resident, key, asked.at, asked.by, &asked.reason];
    Ok(tx.exec(&ASK, row).await? == 1)
}

/// The request of this resident.
pub async fn asked(conn: &mut Conn, resident: Id) -> Result<Option<Asked>> {
    let Some(row) = conn.row(&ASKED, params![resident]).await? else { return Ok(None) };
    Ok(Some(Asked { at: row.get(0)?, by: row.get(1)?, reason: row.get(2)?, erased: row.get(3)? }))
}

/// Residents who asked and whose details are still there, after this one.
pub async fn waiting(conn: &mut Conn, after: Id, limit: usize) -> Result<Vec<Id>> {
    conn.rows(&WAITING, params![after, limit]).await?.iter().map(|row| row.get(0)).collect()
}

/// Notes that the account's details have gone.
pub async fn done(tx: &mut Conn, resident: Id, now: Micros) -> Result<()> {
    tx.exec(&DONE, params![resident, now]).await.map(drop)
}
