//! Keys of other systems: made once, shown once, kept as a hash, ended at any time. A key opens only what its scopes name.

use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Row, Tx};
use crate::error::Result;
use crate::facts::{self, Fact};
use crate::id::Id;
use crate::who::Who;
use crate::{params, sql};
use serde_json::json;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// How every key begins, so that one that was published by mistake can be searched for.
const BEGINS: &str = "gh_";

sql!(
    INSERT,
    "INSERT INTO keys (id, mark, name, scopes, hash, made, ended) VALUES ($1, $2, $3, $4, $5, $6, 0)
     ON CONFLICT DO NOTHING"
);
sql!(BY_MARK, "SELECT id, name, scopes, made, ended, hash FROM keys WHERE mark = $1");
sql!(ALL, "SELECT id, name, scopes, made, ended FROM keys WHERE id > $1 ORDER BY id LIMIT $2");
sql!(LIVE, "SELECT id, name, scopes, made, ended FROM keys WHERE name = $1 AND ended = 0");
sql!(END, "UPDATE keys SET ended = $2 WHERE id = $1 AND ended = 0");

/// The key of another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its id.
    pub id: Id,
    /// Whose it is, as the administrator called it.
    pub name: String,
    /// What it opens.
    pub scopes: Vec<String>,
    /// When it was made.
    pub made: Micros,
    /// When it was ended; 0 while it opens.
    pub ended: Micros,
}

impl Key {
    /// True while it opens what this scope names.
    pub fn opens(&self, scope: &str) -> bool {
        self.ended == 0 && self.scopes.iter().any(|own| own == scope)
    }
}

fn read(row: Row) -> Result<Key> {
    let mut c = row.columns();
    let (id, name, scopes): (Id, String, String) = (c.take()?, c.take()?, c.take()?);
    let scopes = scopes.split(',').map(str::to_owned).collect();
    Ok(Key { id, name, scopes, made: c.take()?, ended: c.take()? })
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Makes a key and gives its text, which nobody can find out again; `None` when a key of this name opens already.
pub async fn make(tx: &mut Tx, app: &App, who: &Who, name: &str, scopes: &[String]) -> Result<Option<String>> {
    let (id, now) = (app.id(), app.now());
    let mark: String = app.entropy.bytes::<6>().iter().map(|byte| format!("{byte:02x}")).collect();
    let secret = app.entropy.token();
    let row = params![id, &mark, name, scopes.join(","), hash(&secret).to_vec(), now];
    if tx.exec(&INSERT, row).await? == 0 {
        return Ok(None);
    }
    let fact = Fact::new("key.made", who).about("key", id).data(json!({ "name": name, "scopes": scopes }));
    facts::record(tx, app, fact).await?;
    Ok(Some(format!("{BEGINS}{mark}_{secret}")))
}

/// Ends the key of this name; false when none opens.
pub async fn end(tx: &mut Tx, app: &App, who: &Who, name: &str) -> Result<bool> {
    let Some(row) = tx.row(&LIVE, params![name]).await? else { return Ok(false) };
    let key = read(row)?;
    if tx.exec(&END, params![key.id, app.now().max(1)]).await? == 0 {
        return Ok(false);
    }
    facts::record(tx, app, Fact::new("key.ended", who).about("key", key.id).data(json!({ "name": name }))).await?;
    Ok(true)
}

/// Keys in the order they were made, after the id, also those that were ended.
pub async fn list(conn: &mut Conn, after: Id, limit: usize) -> Result<Vec<Key>> {
    conn.rows(&ALL, params![after, limit]).await?.into_iter().map(read).collect()
}

/// The key of this text, if it opens what the scope names. The secret half is compared in a time that tells nothing, also
/// where there is no such key.
pub async fn find(conn: &mut Conn, text: &str, scope: &str) -> Result<Option<Key>> {
    let halves = text.trim().strip_prefix(BEGINS).and_then(|rest| rest.split_once('_'));
    let (mark, secret) = halves.unwrap_or_default();
    if mark.len() > 32 || secret.len() > 128 || text.contains('\0') {
        return Ok(None);
    }
    let row = conn.row(&BY_MARK, params![mark]).await?;
    let kept: Vec<u8> = row.as_ref().map_or(Ok(vec![0; 32]), |row| row.get(5))?;
    let same = bool::from(hash(secret).ct_eq(&kept));
    let Some(row) = row.filter(|_| same) else { return Ok(None) };
    Ok(Some(read(row)?).filter(|key| key.opens(scope)))
}
