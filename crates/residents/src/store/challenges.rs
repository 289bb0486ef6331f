//! One-time codes that were sent.

use crate::{Address, Email, Phone};
use kit::clock::Micros;
use kit::db::{Conn, FEW, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO challenges (id, purpose, subject, visitor, email, phone, code_hash, known, tries, proved, made_at, until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9, $10)"
);
sql!(FORGET, "DELETE FROM challenges WHERE visitor = $1 AND purpose = $2 AND subject = $3");
sql!(
    TRY,
    "UPDATE challenges SET tries = tries + 1
     WHERE id = $1 AND visitor = $2 AND purpose = $3 AND proved = 0 AND until > $4 AND tries < $5
     RETURNING id, subject, email, phone, tries, code_hash, known"
);
sql!(PROVE, "UPDATE challenges SET proved = 1, until = $2 WHERE id = $1 AND proved = 0");
sql!(
    OPEN,
    "SELECT id, subject, email, phone, tries, code_hash, known FROM challenges
     WHERE id = $1 AND visitor = $2 AND purpose = $3 AND proved = $4 AND until > $5"
);
sql!(
    OF_SUBJECT,
    "SELECT id, subject, email, phone, tries, code_hash, known FROM challenges
     WHERE visitor = $1 AND purpose = $2 AND subject = $3 AND proved = $4 AND until > $5"
);
sql!(SPEND, "UPDATE challenges SET proved = 2 WHERE id = $1 AND proved = 1");
sql!(END, "DELETE FROM challenges WHERE id = $1");
sql!(
    SWEEP,
    "DELETE FROM challenges WHERE until <= (SELECT max(until) FROM
     (SELECT until FROM challenges WHERE until < $1 ORDER BY until LIMIT $2) AS few)"
);

/// How far a challenge has got, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The code is still to be entered.
    Waiting = 0,
    /// It was entered.
    Proved = 1,
    /// What it opened was used.
    Spent = 2,
}

/// A challenge about to be stored.
pub struct New<'a> {
    /// Its id.
    pub id: Id,
    /// What it is for.
    pub purpose: &'a str,
    /// Which one it is for.
    pub subject: Id,
    /// The browser it belongs to.
    pub visitor: Id,
    /// Where the code goes.
    pub address: &'a Address,
    /// Keyed hash of the code.
    pub code_hash: [u8; 32],
    /// The resident is signed in, or their account knows the device.
    pub known: bool,
    /// Now.
    pub made_at: Micros,
    /// No longer good from here on.
    pub until: Micros,
}

/// A stored challenge.
pub struct Stored {
    /// Its id.
    pub id: Id,
    /// Which one it is for.
    pub subject: Id,
    /// Where the code went.
    pub address: Option<Address>,
    /// Tries so far, this one counted.
    pub tries: i64,
    /// Keyed hash of the code.
    pub code_hash: [u8; 32],
    /// The resident is signed in, or their account knows the device.
    pub known: bool,
}

/// Stores a challenge in the place of the one this browser had for the same.
pub async fn replace(tx: &mut Conn, new: &New<'_>) -> Result<()> {
    tx.exec(&FORGET, params![new.visitor, new.purpose, new.subject]).await?;
    let (email, phone) = columns_of(new.address);
    let row = params![
        new.id,
        new.purpose,
        new.subject,
        new.visitor,
        email,
        phone,
        new.code_hash,
        new.known,
        new.made_at,
        new.until
    ];
    tx.exec(&INSERT, row).await.map(drop)
}

/// Counts a try; nothing when the challenge is over, used up, or another browser's.
pub async fn count_try(
    tx: &mut Conn,
    id: Id,
    visitor: Id,
    purpose: &str,
    now: Micros,
    most: i64,
) -> Result<Option<Stored>> {
    tx.row(&TRY, params![id, visitor, purpose, now, most]).await?.map(stored).transpose()
}

/// Marks the challenge as met; it can be used until then.
pub async fn prove(tx: &mut Conn, id: Id, until: Micros) -> Result<()> {
    tx.exec_one(&PROVE, params![id, until]).await
}

/// Ends a challenge before its time.
pub async fn end(tx: &mut Conn, id: Id) -> Result<()> {
    tx.exec(&END, params![id]).await.map(drop)
}

/// A challenge of this browser that is not over, in this state.
pub async fn open(
    conn: &mut Conn,
    id: Id,
    visitor: Id,
    purpose: &str,
    state: State,
    now: Micros,
) -> Result<Option<Stored>> {
    conn.row(&OPEN, params![id, visitor, purpose, state as i64, now]).await?.map(stored).transpose()
}

/// The challenge of this browser for one thing that is not over, in this state.
pub async fn of_subject(
    conn: &mut Conn,
    visitor: Id,
    (purpose, subject): (&str, Id),
    state: State,
    now: Micros,
) -> Result<Option<Stored>> {
    conn.row(&OF_SUBJECT, params![visitor, purpose, subject, state as i64, now]).await?.map(stored).transpose()
}

/// Uses up a met challenge; false when that was done before.
pub async fn spend(tx: &mut Conn, id: Id) -> Result<bool> {
    Ok(tx.exec(&SPEND, params![id]).await? == 1)
}

/// Clears away a few challenges that are over.
pub async fn sweep(tx: &mut Conn, now: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![now, FEW]).await
}

fn stored(row: Row) -> Result<Stored> {
    let mut c = row.columns();
    let (id, subject) = (c.take()?, c.take()?);
    let address = address_of(c.take()?, c.take()?);
    Ok(Stored { id, subject, address, tries: c.take()?, code_hash: c.take()?, known: c.take()? })
}

/// An address as two columns, one of them empty: the email and the phone.
pub(super) fn columns_of(address: &Address) -> (Option<&str>, Option<&str>) {
    match address {
        Address::Email(email) => (Some(email.as_str()), None),
        Address::Phone(phone) => (None, Some(phone.as_str())),
    }
}

/// The address in two such columns.
pub(super) fn address_of(email: Option<String>, phone: Option<String>) -> Option<Address> {
    let email = email.and_then(|email| Email::read(&email).ok()).map(Address::Email);
    email.or_else(|| phone.and_then(|phone| Phone::read(&phone).ok()).map(Address::Phone))
}
