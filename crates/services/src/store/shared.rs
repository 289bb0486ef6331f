//! `services_shared`: teams and headings as published, insert-only; the newest are in use.

use super::versions::digest;
use crate::source::Files;
use kit::clock::Micros;
use kit::db::Conn;
use kit::{Error, Result, params, sql};

sql!(LATEST, "SELECT version, digest FROM services_shared WHERE version > $1 ORDER BY version DESC LIMIT 1");
sql!(NEWEST, "SELECT digest, files FROM services_shared WHERE version > $1 ORDER BY version DESC LIMIT 1");
sql!(INSERT, "INSERT INTO services_shared (version, digest, files, published_at) VALUES ($1, $2, $3, $4)");

/// Publishes the files as the next version, unless they are exactly the latest. Returns the new number.
pub(crate) async fn publish(conn: &mut Conn, files: &Files, now: Micros) -> Result<Option<i64>> {
    let text = serde_json::to_string(files)?;
    let digest = digest(&text);
    let (version, same) = match conn.row(&LATEST, params![0i64]).await? {
        Some(row) => (row.get::<i64>(0)? + 1, row.get::<[u8; 32]>(1)? == digest),
        None => (1, false),
    };
    if same {
        return Ok(None);
    }
    conn.exec(&INSERT, params![version, digest, text, now]).await?;
    Ok(Some(version))
}

/// The newest version's number; 0 before anything was published.
pub(crate) async fn latest(conn: &mut Conn) -> Result<i64> {
    conn.row(&LATEST, params![0i64]).await?.map_or(Ok(0), |row| row.get(0))
}

/// The newest files. Those that no longer have their digest are a fault, not definitions.
pub(crate) async fn newest(conn: &mut Conn) -> Result<Option<Files>> {
    let Some(row) = conn.row(&NEWEST, params![0i64]).await? else { return Ok(None) };
    let (kept, text): ([u8; 32], String) = (row.get(0)?, row.get(1)?);
    if digest(&text) != kept {
        return Err(Error::internal("the published teams and headings have been changed in the database"));
    }
    Ok(Some(serde_json::from_str(&text)?))
}
