//! Attempts, counted in the database. A known device has its own bucket; all unknown devices share a slow one that
//! never blocks a known one. Who is on an unknown device while strangers use that one up gets in by what strangers cannot
//! have: a resident by the link in the last code sent, staff by a link that makes the device known. So nobody can lock
//! another person out.

use crate::app::App;
use crate::clock::{HOUR, MINUTE, Micros};
use crate::db::{Conn, FEW};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::{params, sql};

sql!(
    TAKE,
    "INSERT INTO attempts (bucket, begun, count) VALUES ($1, $2, 1)
     ON CONFLICT (bucket) DO UPDATE SET
        count = CASE WHEN attempts.begun <= $3 THEN 1 ELSE attempts.count + 1 END,
        begun = CASE WHEN attempts.begun <= $3 THEN $2 ELSE attempts.begun END
     RETURNING begun, count"
);
sql!(CLEAR, "DELETE FROM attempts WHERE bucket = $1");
sql!(
    SWEEP,
    "DELETE FROM attempts WHERE begun <= (SELECT max(begun) FROM
     (SELECT begun FROM attempts WHERE begun < $1 ORDER BY begun LIMIT $2) AS few)"
);

/// So many attempts in so long.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Attempts allowed in the window.
    pub most: i64,
    /// The window.
    pub window: Micros,
}

/// A device that has signed in to this account before.
pub const KNOWN_DEVICE: Limit = Limit { most: 10, window: 15 * MINUTE };
/// All devices together that have not.
pub const UNKNOWN_DEVICES: Limit = Limit { most: 5, window: 15 * MINUTE };
/// Codes sent to one address.
pub const CODES_SENT: Limit = Limit { most: 6, window: HOUR };

/// Counts an attempt and gives how many are left in the window; over the limit it gives [`Error::TooMany`] with the seconds to
/// wait. The count must be committed also when the attempt fails.
pub async fn take(tx: &mut Conn, app: &App, bucket: &str, limit: Limit) -> Result<i64> {
    let now = app.now();
    let row = tx.one(&TAKE, params![bucket, now, now - limit.window]).await?;
    let (begun, count): (i64, i64) = (row.get(0)?, row.get(1)?);
    if count > limit.most {
        return Err(Error::TooMany(((begun + limit.window - now) / 1_000_000).max(1) as u64));
    }
    Ok(limit.most - count)
}

/// Counts an attempt in a transaction of its own, committed whatever comes of the attempt: `Some(seconds)` to wait when it
/// is one too many.
pub async fn count(app: &App, bucket: &str, limit: Limit) -> Result<Option<u64>> {
    let mut tx = app.db.begin().await?;
    match take(&mut tx, app, bucket, limit).await {
        Ok(_) => tx.commit().await.map(|()| None),
        Err(Error::TooMany(seconds)) => Ok(Some(seconds)),
        Err(cause) => Err(cause),
    }
}

/// The bucket and limit of signing in to an account from a device: its own if it is known there, the shared one if not.
pub fn for_sign_in(account: Id, device: Option<Id>) -> (String, Limit) {
    match device {
        Some(device) => (format!("sign-in:{account}:{device}"), KNOWN_DEVICE),
        None => (format!("sign-in:{account}"), UNKNOWN_DEVICES),
    }
}

/// Forgets the attempts of a bucket after a success.
pub async fn clear(tx: &mut Conn, bucket: &str) -> Result<()> {
    tx.exec(&CLEAR, params![bucket]).await.map(drop)
}

/// Clears away a few old buckets; 0 when there are no more.
pub async fn sweep(tx: &mut Conn, before: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![before, FEW]).await
}
