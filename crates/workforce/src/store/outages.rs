//! `outages`, and the teams somebody was in when they could not work.

use crate::outages::model::{Ended, Kind, Outage};
use kit::clock::Micros;
use kit::db::{Columns, Conn, FEW, Row};
use kit::{Id, Result, params, sql};

macro_rules! columns {
    () => {
        "outages.id, outages.revision, outages.staff, outages.kind, outages.page, outages.words, outages.from_at,
         outages.until_at, outages.ended, outages.done, outages.done_by, outages.done_at"
    };
}

sql!(
    INSERT,
    "INSERT INTO outages (id, revision, staff, kind, page, words, from_at, until_at, ended, done, done_by, done_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, '', $9, 0) ON CONFLICT DO NOTHING"
);
sql!(PUT_TEAM, "INSERT INTO outages_teams (outage, team, from_at) VALUES ($1, $2, $3)");
sql!(BY_ID, concat!("SELECT ", columns!(), " FROM outages WHERE id = $1"));
sql!(TEAMS_OF, "SELECT team FROM outages_teams WHERE outage = $1 ORDER BY team");
sql!(OPEN_OF, concat!("SELECT ", columns!(), " FROM outages WHERE staff = $1 AND ended = ''"));
sql!(OF_STAFF, concat!("SELECT ", columns!(), " FROM outages WHERE staff = $1 AND id < $2 ORDER BY id DESC LIMIT $3"));
sql!(BEFORE, concat!("SELECT ", columns!(), " FROM outages WHERE id < $1 ORDER BY id DESC LIMIT $2"));
sql!(
    OF_TEAM,
    concat!(
        "SELECT ",
        columns!(),
        " FROM outages_teams JOIN outages ON outages.id = outages_teams.outage
         WHERE outages_teams.team = $1 AND outages_teams.outage < $2 ORDER BY outages_teams.outage DESC LIMIT $3"
    )
);
sql!(
    SINCE,
    concat!(
        "SELECT ",
        columns!(),
        ", outages_teams.team FROM outages_teams JOIN outages ON outages.id = outages_teams.outage
         WHERE outages_teams.from_at >= $1 ORDER BY outages_teams.from_at LIMIT $2"
    )
);
sql!(
    OF_TEAM_SINCE,
    concat!(
        "SELECT ",
        columns!(),
        ", outages_teams.team FROM outages_teams JOIN outages ON outages.id = outages_teams.outage
         WHERE outages_teams.team = $1 AND outages_teams.from_at >= $2 ORDER BY outages_teams.from_at LIMIT $3"
    )
);
sql!(
    SAVE,
    "UPDATE outages SET kind = $3, words = $4, until_at = $5, ended = $6, done = $7, done_by = $8, done_at = $9,
     revision = revision + 1 WHERE id = $1 AND revision = $2"
);
sql!(
    FORGOTTEN,
    concat!("SELECT ", columns!(), " FROM outages WHERE ended = '' AND from_at < $1 ORDER BY from_at LIMIT $2")
);
sql!(OLD, "SELECT from_at FROM outages WHERE from_at < $1 ORDER BY from_at LIMIT $2");
sql!(DELETE_TEAMS, "DELETE FROM outages_teams WHERE from_at <= $1");
sql!(DELETE, "DELETE FROM outages WHERE from_at <= $1");

/// Keeps a report with the teams of whoever made it; false when this press made one before, or they are out already.
pub async fn insert(tx: &mut Conn, outage: &Outage, teams: &[String]) -> Result<bool> {
    let Outage { id, staff, kind, page, words, from, until, ended, .. } = outage;
    let row = params![*id, *staff, kind.code(), page, words, *from, *until, ended.code(), Id::NONE];
    if tx.exec(&INSERT, row).await? == 0 {
        return Ok(false);
    }
    let nowhere = [String::new()];
    for team in if teams.is_empty() { &nowhere[..] } else { teams } {
        tx.exec(&PUT_TEAM, params![*id, team, *from]).await?;
    }
    Ok(true)
}

/// One of them.
pub async fn by_id(conn: &mut Conn, id: Id) -> Result<Option<Outage>> {
    conn.row(&BY_ID, params![id]).await?.map(read).transpose()
}

/// The teams its reporter was in then.
pub async fn teams_of(conn: &mut Conn, id: Id) -> Result<Vec<String>> {
    conn.rows(&TEAMS_OF, params![id]).await?.iter().map(|row| row.get(0)).collect()
}

/// The one that lasts, where this member of staff cannot work now.
pub async fn open_of(conn: &mut Conn, staff: Id) -> Result<Option<Outage>> {
    conn.row(&OPEN_OF, params![staff]).await?.map(read).transpose()
}

/// What a member of staff reported, the last first, before this one.
pub async fn of_staff(conn: &mut Conn, staff: Id, before: Id, most: usize) -> Result<Vec<Outage>> {
    conn.rows(&OF_STAFF, params![staff, before, most]).await?.into_iter().map(read).collect()
}

/// What anybody reported, the last first, before this one.
pub async fn before(conn: &mut Conn, before: Id, most: usize) -> Result<Vec<Outage>> {
    conn.rows(&BEFORE, params![before, most]).await?.into_iter().map(read).collect()
}

/// The same of a team.
pub async fn of_team(conn: &mut Conn, team: &str, before: Id, most: usize) -> Result<Vec<Outage>> {
    conn.rows(&OF_TEAM, params![team, before, most]).await?.into_iter().map(read).collect()
}

/// Each that began since, once for every team of its reporter, with the code of the team; of one team where one is asked for.
pub async fn since(conn: &mut Conn, team: Option<&str>, from: Micros, most: usize) -> Result<Vec<(Outage, String)>> {
    let rows = match team {
        Some(team) => conn.rows(&OF_TEAM_SINCE, params![team, from, most]).await?,
        None => conn.rows(&SINCE, params![from, most]).await?,
    };
    rows.into_iter().map(|row| row.get(12).and_then(|team| Ok((read(row)?, team)))).collect()
}

/// Stores a report under a check of its revision.
pub async fn save(tx: &mut Conn, outage: &Outage) -> Result<()> {
    let Outage { id, revision, kind, words, until, ended, done, done_by, done_at, .. } = outage;
    let row = params![*id, *revision, kind.code(), words, *until, ended.code(), done, *done_by, *done_at];
    tx.exec_one(&SAVE, row).await
}

/// A few that began before this moment and still last.
pub async fn forgotten(conn: &mut Conn, before: Micros) -> Result<Vec<Outage>> {
    conn.rows(&FORGOTTEN, params![before, FEW]).await?.into_iter().map(read).collect()
}

/// Deletes a few that began before this moment.
pub async fn delete_old(tx: &mut Conn, before: Micros) -> Result<u64> {
    let rows = tx.rows(&OLD, params![before, FEW]).await?;
    let Some(last) = rows.last() else { return Ok(0) };
    let until: Micros = last.get(0)?;
    tx.exec(&DELETE_TEAMS, params![until]).await?;
    tx.exec(&DELETE, params![until]).await
}

fn read(row: Row) -> Result<Outage> {
    let mut c: Columns = row.columns();
    Ok(Outage {
        id: c.take()?,
        revision: c.take()?,
        staff: c.take()?,
        kind: Kind::of(&c.take::<String>()?).unwrap_or_default(),
        page: c.take()?,
        words: c.take()?,
        from: c.take()?,
        until: c.take()?,
        ended: Ended::of(&c.take::<String>()?),
        done: c.take()?,
        done_by: c.take()?,
        done_at: c.take()?,
    })
}
