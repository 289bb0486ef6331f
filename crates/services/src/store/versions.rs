//! `services_versions`: insert-only.

use crate::source::Files;
use kit::clock::Micros;
use kit::db::Conn;
use kit::{Error, Id, Result, params, sql};
use sha2::{Digest, Sha256};

/// A published version as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Version {
    pub service: String,
    pub version: i64,
    pub files: Files,
    pub published_at: Micros,
}

sql!(LATEST, "SELECT version, digest FROM services_versions WHERE service = $1 ORDER BY version DESC LIMIT 1");
sql!(
    INSERT,
    "INSERT INTO services_versions (id, service, version, digest, files, published_at) VALUES ($1, $2, $3, $4, $5, $6)"
);
sql!(COUNT, "SELECT CAST(count(*) AS BIGINT) FROM services_versions WHERE id > $1");
// Every id is above the least: read in the order of publishing, through the key.
sql!(ALL, "SELECT service, version, digest, files, published_at FROM services_versions WHERE id > $1 ORDER BY id");

/// Publishes the files as the next version, unless they are exactly the latest. Returns the new number.
pub(crate) async fn publish(conn: &mut Conn, id: Id, service: &str, files: &Files, now: Micros) -> Result<Option<i64>> {
    let text = serde_json::to_string(files)?;
    let digest = digest(&text);
    let latest = conn.row(&LATEST, params![service]).await?;
    let (version, same) = match latest {
        Some(row) => (row.get::<i64>(0)? + 1, row.get::<[u8; 32]>(1)? == digest),
        None => (1, false),
    };
    if same {
        return Ok(None);
    }
    conn.exec(&INSERT, params![id, service, version, digest, text, now]).await?;
    Ok(Some(version))
}

/// Every version ever published, oldest first. One that no longer has its digest is a fault, not a definition.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Version>> {
    let rows = conn.rows(&ALL, params![Id::NONE]).await?;
    let read = |row: kit::db::Row| {
        let mut columns = row.columns();
        let (service, version): (String, i64) = (columns.take()?, columns.take()?);
        let (kept, text): ([u8; 32], String) = (columns.take()?, columns.take()?);
        if digest(&text) != kept {
            return Err(Error::internal(format!("version {version} of {service} has been changed in the database")));
        }
        Ok(Version { service, version, files: serde_json::from_str(&text)?, published_at: columns.take()? })
    };
    rows.into_iter().map(read).collect()
}

/// How many versions were ever published.
pub(crate) async fn count(conn: &mut Conn) -> Result<i64> {
    conn.one(&COUNT, params![Id::NONE]).await?.get(0)
}

/// What stands for a text: a change of any letter changes it.
pub(super) fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
