//! Teams and who is in them.

use crate::model::{Team, key};
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO teams (code, id, revision, name, name_key) VALUES ($1, $2, 1, $3, $4) ON CONFLICT DO NOTHING"
);
sql!(AFTER, "SELECT code, id, revision, name FROM teams WHERE name_key > $1 ORDER BY name_key LIMIT $2");
sql!(BY_CODE, "SELECT code, id, revision, name FROM teams WHERE code = $1");
sql!(RENAME, "UPDATE teams SET name = $3, name_key = $4, revision = revision + 1 WHERE code = $1 AND revision = $2");
sql!(
    MEMBERS,
    "SELECT staff.id, staff.name FROM staff_teams JOIN staff ON staff.id = staff_teams.staff
     WHERE staff_teams.team = $1 AND staff.active = 1 ORDER BY staff_teams.staff LIMIT $2"
);
sql!(NAME_OF, "SELECT name FROM staff WHERE id = $1");

/// The most teams a council may list on one page.
pub const MOST_TEAMS: i64 = 500;

/// Adds a team; false when there is one with this code or name.
pub async fn insert_team(tx: &mut Conn, id: Id, code: &str, name: &str) -> Result<bool> {
    Ok(tx.exec(&INSERT, params![code, id, name, key(name)]).await? == 1)
}

/// All teams by name.
pub async fn teams(conn: &mut Conn) -> Result<Vec<Team>> {
    conn.rows(&AFTER, params!["", MOST_TEAMS]).await?.into_iter().map(team_of).collect()
}

/// The team with this code, which may be anything somebody sent: a NUL, which no database takes, is in no code.
pub async fn team(conn: &mut Conn, code: &str) -> Result<Option<Team>> {
    if code.contains('\0') {
        return Ok(None);
    }
    conn.row(&BY_CODE, params![code]).await?.map(team_of).transpose()
}

/// Gives a team another name, under a check of the revision.
pub async fn rename_team(tx: &mut Conn, code: &str, revision: i64, name: &str) -> Result<()> {
    tx.exec_one(&RENAME, params![code, revision, name, key(name)]).await
}

/// Who is in a team and works here now: id and name, by name.
pub async fn in_team(conn: &mut Conn, code: &str) -> Result<Vec<(Id, String)>> {
    let rows = conn.rows(&MEMBERS, params![code, MOST_TEAMS]).await?;
    let mut members: Vec<(Id, String)> =
        rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect::<Result<_>>()?;
    members.sort_by_key(|(_, name)| key(name));
    Ok(members)
}

/// The name of a member of staff, also of one who has left.
pub async fn name_of(conn: &mut Conn, id: Id) -> Result<Option<String>> {
    conn.row(&NAME_OF, params![id]).await?.map(|row| row.get(0)).transpose()
}

fn team_of(row: Row) -> Result<Team> {
    let mut c = row.columns();
    Ok(Team { code: c.take()?, id: c.take()?, revision: c.take()?, name: c.take()? })
}
