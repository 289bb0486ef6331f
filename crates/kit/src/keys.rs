//! Keys of programs: made once, shown once, kept as a hash, ended at any time. A key opens only what its scopes name. It is
//! another system's, or a person's own: then whoever brings it may do what that person may, and no more than its scopes.

use crate::app::App;
use crate::clock::{HOUR, Micros};
use crate::db::{Conn, Row, Tx};
use crate::error::Result;
use crate::facts::{self, Fact, Subject};
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
    "INSERT INTO keys (id, mark, name, scopes, hash, made, ended, holder, expires, used)
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, 0) ON CONFLICT DO NOTHING"
);
sql!(BY_MARK, "SELECT id, name, scopes, made, ended, holder, expires, used, hash FROM keys WHERE mark = $1");
sql!(ALL, "SELECT id, name, scopes, made, ended, holder, expires, used FROM keys WHERE id > $1 ORDER BY id LIMIT $2");
sql!(
    OF_HOLDER,
    "SELECT id, name, scopes, made, ended, holder, expires, used FROM keys WHERE holder = $1 AND id > $2
     ORDER BY id LIMIT $3"
);
sql!(BY_ID, "SELECT id, name, scopes, made, ended, holder, expires, used FROM keys WHERE id = $1");
sql!(
    LIVE,
    "SELECT id, name, scopes, made, ended, holder, expires, used FROM keys
     WHERE holder = '' AND name = $1 AND ended = 0"
);
sql!(
    LIVE_OF_HOLDER,
    "SELECT id, name, scopes, made, ended, holder, expires, used FROM keys
     WHERE holder = $1 AND ended = 0 ORDER BY name LIMIT $2"
);
sql!(
    OPEN_OF_HOLDER,
    "SELECT id, name, scopes, made, ended, holder, expires, used FROM keys
     WHERE holder = $1 AND ended = 0 AND (expires = 0 OR expires > $2) ORDER BY name LIMIT $3"
);
sql!(
    PAST_OF_HOLDER,
    "SELECT id, name, scopes, made, ended, holder, expires, used FROM keys
     WHERE holder = $1 AND id < $2 AND (ended <> 0 OR expires BETWEEN 1 AND $3) ORDER BY id DESC LIMIT $4"
);
sql!(END, "UPDATE keys SET ended = $2 WHERE id = $1 AND ended = 0");
sql!(TOUCH, "UPDATE keys SET used = $2 WHERE id = $1 AND used < $3");
sql!(DELETE, "DELETE FROM keys WHERE holder = $1");

/// Keys of one person that are read at once.
const MOST: usize = 100;

/// The key of a program.
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
    /// The person whose own it is; none where it is another system's.
    pub holder: Option<Subject>,
    /// When it opens nothing any more; 0 for never.
    pub expires: Micros,
    /// When it was used last, to the hour; 0 for never.
    pub used: Micros,
}

/// A key about to be made.
#[derive(Debug, Clone)]
pub struct New<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it opens.
    pub scopes: &'a [String],
    /// The person whose own it is.
    pub holder: Option<Subject>,
    /// When it opens nothing any more; 0 for never.
    pub expires: Micros,
}

impl Key {
    /// True while it opens anything at all.
    pub fn is_live(&self, now: Micros) -> bool {
        self.ended == 0 && (self.expires == 0 || now < self.expires)
    }

    /// True when it names this scope.
    pub fn names(&self, scope: &str) -> bool {
        self.scopes.iter().any(|own| own == scope)
    }
}

fn read(row: Row) -> Result<Key> {
    let mut c = row.columns();
    let (id, name, scopes): (Id, String, String) = (c.take()?, c.take()?, c.take()?);
    let scopes = scopes.split(',').map(str::to_owned).collect();
    let (made, ended, holder) = (c.take()?, c.take()?, c.take::<String>()?);
    let holder = if holder.is_empty() { None } else { Some(holder.parse()?) };
    Ok(Key { id, name, scopes, made, ended, holder, expires: c.take()?, used: c.take()? })
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

fn column(holder: Option<&Subject>) -> String {
    holder.map(Subject::to_string).unwrap_or_default()
}

/// Makes a key of another system and gives its text, which nobody can find out again; `None` when a key of this name opens
/// already.
pub async fn make(tx: &mut Tx, app: &App, who: &Who, name: &str, scopes: &[String]) -> Result<Option<String>> {
    make_new(tx, app, who, New { name, scopes, holder: None, expires: 0 }).await
}

/// The same for any key.
pub async fn make_new(tx: &mut Tx, app: &App, who: &Who, new: New<'_>) -> Result<Option<String>> {
    let (id, now) = (app.id(), app.now());
    let mark: String = app.entropy.bytes::<6>().iter().map(|byte| format!("{byte:02x}")).collect();
    let secret = app.entropy.token();
    let (scopes, holder) = (new.scopes.join(","), column(new.holder.as_ref()));
    let row = params![id, &mark, new.name, scopes, hash(&secret).to_vec(), now, holder, new.expires];
    if tx.exec(&INSERT, row).await? == 0 {
        return Ok(None);
    }
    let mut fact = Fact::new("key.made", who).about("key", id);
    // What a person calls their own key is theirs, and goes with them.
    fact = match &new.holder {
        Some(holder) => fact.about(&holder.kind, holder.id).data(json!({ "scopes": new.scopes })),
        None => fact.data(json!({ "name": new.name, "scopes": new.scopes })),
    };
    facts::record(tx, app, fact).await?;
    Ok(Some(format!("{BEGINS}{mark}_{secret}")))
}

/// Ends the key of this name that another system has; false when none opens.
pub async fn end(tx: &mut Tx, app: &App, who: &Who, name: &str) -> Result<bool> {
    let Some(row) = tx.row(&LIVE, params![name]).await? else { return Ok(false) };
    let key = read(row)?;
    end_key(tx, app, who, &key).await
}

/// Ends this key; false when it was ended before.
pub async fn end_key(tx: &mut Tx, app: &App, who: &Who, key: &Key) -> Result<bool> {
    if tx.exec(&END, params![key.id, app.now().max(1)]).await? == 0 {
        return Ok(false);
    }
    let mut fact = Fact::new("key.ended", who).about("key", key.id);
    fact = match &key.holder {
        Some(holder) => fact.about(&holder.kind, holder.id),
        None => fact.data(json!({ "name": key.name })),
    };
    facts::record(tx, app, fact).await?;
    Ok(true)
}

/// Ends every key of a person: where a door is shut because a stranger may have gone through it, a key that was made behind it
/// must not stay.
pub async fn end_all(tx: &mut Tx, app: &App, who: &Who, holder: &Subject) -> Result<()> {
    loop {
        let some = tx.rows(&LIVE_OF_HOLDER, params![column(Some(holder)), MOST]).await?;
        let last = some.len() < MOST;
        for row in some {
            end_key(tx, app, who, &read(row)?).await?;
        }
        if last {
            return Ok(());
        }
    }
}

/// Keys in the order they were made, after the id, also those that were ended.
pub async fn list(conn: &mut Conn, after: Id, limit: usize) -> Result<Vec<Key>> {
    conn.rows(&ALL, params![after, limit]).await?.into_iter().map(read).collect()
}

/// Every own key of a person in the order they were made, also those that open nothing any more.
pub async fn of(conn: &mut Conn, holder: &Subject) -> Result<Vec<Key>> {
    let mut all: Vec<Key> = Vec::new();
    loop {
        let after = all.last().map_or(Id::NONE, |last| last.id);
        let some = conn.rows(&OF_HOLDER, params![column(Some(holder)), after, MOST]).await?;
        let last = some.len() < MOST;
        for row in some {
            all.push(read(row)?);
        }
        if last {
            return Ok(all);
        }
    }
}

/// A person's own keys that open something now, by their names: whoever makes them says how many that may be.
pub async fn live_of(conn: &mut Conn, holder: &Subject, now: Micros) -> Result<Vec<Key>> {
    let rows = conn.rows(&OPEN_OF_HOLDER, params![column(Some(holder)), now, MOST]).await?;
    rows.into_iter().map(read).collect()
}

/// A person's own keys that open nothing any more, made before this one; the newest first.
pub async fn past_of(conn: &mut Conn, holder: &Subject, before: Id, now: Micros, limit: usize) -> Result<Vec<Key>> {
    let row = params![column(Some(holder)), before, now, limit];
    conn.rows(&PAST_OF_HOLDER, row).await?.into_iter().map(read).collect()
}

/// The key of this id.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Key>> {
    conn.row(&BY_ID, params![id]).await?.map(read).transpose()
}

/// Forgets a person's own keys.
pub async fn erase(tx: &mut Tx, holder: &Subject) -> Result<()> {
    tx.exec(&DELETE, params![column(Some(holder))]).await.map(drop)
}

/// Notes that a key was used, where an hour has gone by since the last time.
pub async fn touch(tx: &mut Tx, id: Id, now: Micros) -> Result<()> {
    tx.exec(&TOUCH, params![id, now, now - HOUR]).await.map(drop)
}

/// The key of this text while it opens anything. The secret half is compared in a time that tells nothing, also where there
/// is no such key.
pub async fn known(conn: &mut Conn, text: &str, now: Micros) -> Result<Option<Key>> {
    let halves = text.trim().strip_prefix(BEGINS).and_then(|rest| rest.split_once('_'));
    let (mark, secret) = halves.unwrap_or_default();
    if mark.len() > 32 || secret.len() > 128 || text.contains('\0') {
        return Ok(None);
    }
    let row = conn.row(&BY_MARK, params![mark]).await?;
    let kept: Vec<u8> = row.as_ref().map_or(Ok(vec![0; 32]), |row| row.get(8))?;
    let same = bool::from(hash(secret).ct_eq(&kept));
    let Some(row) = row.filter(|_| same) else { return Ok(None) };
    Ok(Some(read(row)?).filter(|key| key.is_live(now)))
}

/// The same, if it opens what the scope names.
pub async fn find(conn: &mut Conn, app: &App, text: &str, scope: &str) -> Result<Option<Key>> {
    Ok(known(conn, text, app.now()).await?.filter(|key| key.names(scope)))
}
