//! Who else may speak for a person, and about what.

use crate::authorities::{Authority, Scope};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Error, Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO residents_authorities (id, resident, kind, holder, reach, scope, seen, made_by, made_at, until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
);
sql!(CHOOSE, "INSERT INTO residents_scopes (authority, service) VALUES ($1, $2) ON CONFLICT DO NOTHING");
sql!(
    ALL,
    "SELECT id, kind, holder, reach, scope, seen, until, ended_at FROM residents_authorities
     WHERE resident = $1 ORDER BY id DESC LIMIT $2"
);
sql!(CHOSEN, "SELECT service FROM residents_scopes WHERE authority = $1 ORDER BY service LIMIT $2");
sql!(
    END,
    "UPDATE residents_authorities SET ended_at = $3, ended_by = $4 WHERE id = $1 AND resident = $2 AND ended_at IS NULL"
);
sql!(OF_RESIDENT, "SELECT id FROM residents_authorities WHERE resident = $1 ORDER BY id LIMIT 10000");
sql!(FORGET_CHOSEN, "DELETE FROM residents_scopes WHERE authority = $1");
sql!(FORGET, "DELETE FROM residents_authorities WHERE resident = $1");

/// The most authorities of one record that are shown.
const MOST: usize = 50;
/// The most services one authority can be for.
pub const MOST_CHOSEN: usize = 500;

/// Puts an authority on record; false when it is there already.
pub async fn insert(tx: &mut Conn, resident: Id, new: &Authority, by: Id, now: Micros) -> Result<bool> {
    let Authority { id, kind, holder, scope, note, seen, until, .. } = new;
    let (kind, holder, note, seen) = (kind.as_str(), holder.as_str(), note.as_str(), seen.as_str());
    let row = params![*id, resident, kind, holder, scope.code(), note, seen, by, now, *until];
    if tx.exec(&INSERT, row).await? != 1 {
        return Ok(false);
    }
    if let Scope::Chosen(services) = scope {
        for service in services {
            tx.exec(&CHOOSE, params![*id, service.as_str()]).await?;
        }
    }
    Ok(true)
}

/// The authorities on record, newest first, ended ones too.
pub async fn of(conn: &mut Conn, resident: Id) -> Result<Vec<Authority>> {
    let mut all = Vec::new();
    for row in conn.rows(&ALL, params![resident, MOST]).await? {
        let (mut one, reach) = read(row)?;
        one.scope = match reach.as_str() {
            "everything" => Scope::Everything,
            "chosen" => Scope::Chosen(chosen(conn, one.id).await?),
            "unsaid" => Scope::Unsaid,
            other => return Err(Error::internal(format!("nobody knows an authority that reaches {other}"))),
        };
        all.push(one);
    }
    Ok(all)
}

fn read(row: Row) -> Result<(Authority, String)> {
    let mut c = row.columns();
    let (id, kind, holder, reach, note) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (seen, until, ended_at) = (c.take()?, c.take()?, c.take()?);
    Ok((Authority { id, kind, holder, scope: Scope::Unsaid, note, seen, until, ended_at }, reach))
}

/// The services that were chosen, by id.
pub async fn chosen(conn: &mut Conn, authority: Id) -> Result<Vec<String>> {
    let rows = conn.rows(&CHOSEN, params![authority, MOST_CHOSEN]).await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Ends an authority before its time; false when it was ended before.
pub async fn end(tx: &mut Conn, id: Id, resident: Id, by: Id, now: Micros) -> Result<bool> {
    Ok(tx.exec(&END, params![id, resident, now, by]).await? == 1)
}

/// Forgets who may speak for them.
pub async fn forget(tx: &mut Conn, resident: Id) -> Result<()> {
    for row in tx.rows(&OF_RESIDENT, params![resident]).await? {
        tx.exec(&FORGET_CHOSEN, params![row.get::<Id>(0)?]).await?;
    }
    tx.exec(&FORGET, params![resident]).await.map(drop)
}
