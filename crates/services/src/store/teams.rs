//! `services_teams`: where an administrator has given a service to another team.

use kit::clock::Micros;
use kit::db::Conn;
use kit::{Result, params, sql};
use std::collections::BTreeMap;

/// The team of a service, and the revision of that choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub team: String,
    pub revision: i64,
}

sql!(ALL, "SELECT service, team, revision FROM services_teams WHERE service > $1 ORDER BY service");
sql!(CHOICES, "SELECT CAST(COALESCE(sum(revision), 0) AS BIGINT) FROM services_teams WHERE service > $1");
sql!(
    GIVE_FIRST,
    "INSERT INTO services_teams (service, team, revision, changed_at) VALUES ($1, $2, 1, $3)
     ON CONFLICT (service) DO NOTHING"
);
sql!(
    GIVE,
    "UPDATE services_teams SET team = $2, revision = revision + 1, changed_at = $3 WHERE service = $1 AND revision = $4"
);

sql!(OF, "SELECT team, revision FROM services_teams WHERE service = $1");

/// Who was chosen for a service.
pub(crate) async fn of(conn: &mut Conn, service: &str) -> Result<Option<Owner>> {
    let row = conn.row(&OF, params![service]).await?;
    row.map(|row| Ok(Owner { team: row.get(0)?, revision: row.get(1)? })).transpose()
}

/// Every choice made, by service.
pub(crate) async fn all(conn: &mut Conn) -> Result<BTreeMap<String, Owner>> {
    let rows = conn.rows(&ALL, params![""]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, Owner { team: row.get(1)?, revision: row.get(2)? }))).collect()
}

/// How many choices of team were ever made.
pub(crate) async fn choices(conn: &mut Conn) -> Result<i64> {
    conn.one(&CHOICES, params![""]).await?.get(0)
}

/// Gives a service to a team. `revision` is what the page showed, 0 for no choice yet; when somebody else changed it
/// since, nothing is overwritten.
pub(crate) async fn give(conn: &mut Conn, service: &str, team: &str, revision: i64, now: Micros) -> Result<()> {
    match revision {
        0 => conn.exec_one(&GIVE_FIRST, params![service, team, now]).await,
        _ => conn.exec_one(&GIVE, params![service, team, now, revision]).await,
    }
}
