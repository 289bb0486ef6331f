//! How staff get in: passwords, codes, set-up links, half-done sign-ins and known devices.

use crate::model::key;
use kit::clock::Micros;
use kit::db::{Conn, FEW};
use kit::{Id, Result, params, sql};

sql!(KEYS_BY_EMAIL, "SELECT id, name, email, active, password_hash, totp, totp_step FROM staff WHERE email_key = $1");
sql!(KEYS_BY_ID, "SELECT id, name, email, active, password_hash, totp, totp_step FROM staff WHERE id = $1");
sql!(USE_STEP, "UPDATE staff SET totp_step = $2 WHERE id = $1 AND totp_step < $2");
sql!(SIGNED_IN, "UPDATE staff SET signed_in_at = $2 WHERE id = $1");
sql!(OFFER, "UPDATE staff SET setup_hash = $2, setup_until = $3, totp_next = $4 WHERE id = $1");
sql!(
    SHUT,
    "UPDATE staff SET password_hash = NULL, totp = NULL, council_issuer = NULL, council_subject = NULL, revision = revision + 1 WHERE id = $1"
);
sql!(OFFERED, "SELECT id, name, email, totp_next FROM staff WHERE setup_hash = $1 AND setup_until > $2 AND active = 1");
sql!(
    SET_UP,
    "UPDATE staff SET password_hash = $3, totp = totp_next, totp_step = $4, totp_next = NULL, setup_hash = NULL, setup_until = 0
     WHERE id = $1 AND setup_hash = $2"
);
sql!(SET_PASSWORD, "UPDATE staff SET password_hash = $3 WHERE id = $1 AND password_hash = $2");
sql!(FORGET_HALVES, "DELETE FROM staff_sign_ins WHERE staff = $1");
sql!(HALF, "INSERT INTO staff_sign_ins (id, staff, visitor, tries, until, how) VALUES ($1, $2, $3, 0, $4, $5)");
sql!(
    TRY_HALF,
    "UPDATE staff_sign_ins SET tries = tries + 1
     WHERE id = $1 AND visitor = $2 AND until > $3 AND tries < $4 RETURNING staff, tries, how"
);
sql!(OPEN_HALF, "SELECT staff FROM staff_sign_ins WHERE id = $1 AND visitor = $2 AND until > $3 AND tries < $4");
sql!(SPEND_HALF, "DELETE FROM staff_sign_ins WHERE id = $1");
sql!(
    SWEEP_HALVES,
    "DELETE FROM staff_sign_ins WHERE until <= (SELECT max(until) FROM
     (SELECT until FROM staff_sign_ins WHERE until < $1 ORDER BY until LIMIT $2) AS few)"
);
sql!(KNOWN, "SELECT 1 FROM staff_devices WHERE staff = $1 AND device = $2");
sql!(
    REMEMBER,
    "INSERT INTO staff_devices (staff, device, signed_in_at) VALUES ($1, $2, $3)
     ON CONFLICT (staff, device) DO UPDATE SET signed_in_at = $3"
);
sql!(FORGET_DEVICES, "DELETE FROM staff_devices WHERE staff = $1");

/// What opens the door for a member of staff.
#[derive(Debug, Clone)]
pub struct Keys {
    /// Who.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// They work here now.
    pub active: bool,
    /// The PHC string.
    pub password_hash: Option<String>,
    /// The sealed secret of their codes.
    pub totp: Option<Vec<u8>>,
    /// The last step whose code was used.
    pub totp_step: i64,
}

/// The keys of whoever signs in with this address.
pub async fn keys_by_email(conn: &mut Conn, email: &str) -> Result<Option<Keys>> {
    conn.row(&KEYS_BY_EMAIL, params![key(email)]).await?.map(keys).transpose()
}

/// The keys of a member of staff.
pub async fn keys_by_id(conn: &mut Conn, id: Id) -> Result<Option<Keys>> {
    conn.row(&KEYS_BY_ID, params![id]).await?.map(keys).transpose()
}

fn keys(row: kit::db::Row) -> Result<Keys> {
    let mut c = row.columns();
    Ok(Keys {
        id: c.take()?,
        name: c.take()?,
        email: c.take()?,
        active: c.take()?,
        password_hash: c.take()?,
        totp: c.take()?,
        totp_step: c.take()?,
    })
}

/// Uses up a step's code; false when this or a later one was used before.
pub async fn use_step(tx: &mut Conn, id: Id, step: i64) -> Result<bool> {
    Ok(tx.exec(&USE_STEP, params![id, step]).await? == 1)
}

/// Notes that they signed in now.
pub async fn signed_in(tx: &mut Conn, id: Id, now: Micros) -> Result<()> {
    tx.exec(&SIGNED_IN, params![id, now]).await.map(drop)
}

/// Offers a set-up link with a sealed secret for their codes, in the place of an earlier one.
pub async fn offer(tx: &mut Conn, id: Id, token_hash: [u8; 32], until: Micros, totp_next: &[u8]) -> Result<()> {
    tx.exec_one(&OFFER, params![id, token_hash, until, totp_next]).await
}

/// Takes password, code and the account at the council's provider away: only a set-up link opens the door again.
pub async fn shut(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec_one(&SHUT, params![id]).await?;
    tx.exec(&FORGET_HALVES, params![id]).await?;
    forget_devices(tx, id).await
}

/// Forgets all devices of a member of staff, after which each is unknown.
pub async fn forget_devices(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&FORGET_DEVICES, params![id]).await.map(drop)
}

/// A set-up link that is open.
#[derive(Debug, Clone)]
pub struct Offer {
    /// For whom.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// The sealed secret of their codes to be.
    pub totp_next: Vec<u8>,
}

/// Who a set-up link is for, while it is good.
pub async fn offered(conn: &mut Conn, token_hash: [u8; 32], now: Micros) -> Result<Option<Offer>> {
    let Some(row) = conn.row(&OFFERED, params![token_hash, now]).await? else { return Ok(None) };
    let mut c = row.columns();
    Ok(Some(Offer { id: c.take()?, name: c.take()?, email: c.take()?, totp_next: c.take()? }))
}

/// Sets password and codes and uses the link up; [`kit::Error::Changed`] when that was done before.
pub async fn set_up(tx: &mut Conn, id: Id, token_hash: [u8; 32], password_hash: &str, step: i64) -> Result<()> {
    tx.exec_one(&SET_UP, params![id, token_hash, password_hash, step]).await
}

/// Sets the password in the place of `before`; [`kit::Error::Changed`] when it is another by now, or was taken away.
pub async fn set_password(tx: &mut Conn, id: Id, before: Option<&str>, password_hash: &str) -> Result<()> {
    tx.exec_one(&SET_PASSWORD, params![id, before, password_hash]).await
}

/// Begins the second half of a sign-in for this browser.
pub async fn begin_half(tx: &mut Conn, id: Id, staff: Id, visitor: Id, until: Micros, how: &str) -> Result<()> {
    tx.exec(&HALF, params![id, staff, visitor, until, how]).await.map(drop)
}

/// Counts a try of the second half and says whose it is and how it began; nothing when it is over or another browser's.
pub async fn try_half(tx: &mut Conn, id: Id, visitor: Id, now: Micros, most: i64) -> Result<Option<(Id, i64, String)>> {
    let row = tx.row(&TRY_HALF, params![id, visitor, now, most]).await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).transpose()
}

/// Whose half-done sign-in this browser has, while it is good.
pub async fn open_half(conn: &mut Conn, id: Id, visitor: Id, now: Micros, most: i64) -> Result<Option<Id>> {
    conn.row(&OPEN_HALF, params![id, visitor, now, most]).await?.map(|row| row.get(0)).transpose()
}

/// Uses up a half-done sign-in.
pub async fn spend_half(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&SPEND_HALF, params![id]).await.map(drop)
}

/// Clears away a few half-done sign-ins that are over.
pub async fn sweep_halves(tx: &mut Conn, now: Micros) -> Result<u64> {
    tx.exec(&SWEEP_HALVES, params![now, FEW]).await
}

/// True when the member of staff has signed in from this device before.
pub async fn knows_device(conn: &mut Conn, staff: Id, device: Id) -> Result<bool> {
    Ok(conn.row(&KNOWN, params![staff, device]).await?.is_some())
}

/// Remembers the device.
pub async fn remember_device(tx: &mut Conn, staff: Id, device: Id, now: Micros) -> Result<()> {
    tx.exec(&REMEMBER, params![staff, device, now]).await.map(drop)
}
