//! Staff with their roles and teams.

use crate::model::{Details, Member, key};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::who::{Role, Staff};
use kit::{Id, Result, params, sql};

sql!(
    INSERT,
    "INSERT INTO staff (id, revision, name, name_key, email, email_key, active, listed, password_hash, totp_step,
                        setup_until, made_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9)
     ON CONFLICT DO NOTHING"
);
sql!(
    WHO,
    "SELECT 'name' AS what, name AS said FROM staff WHERE id = $1 AND active = 1
     UNION ALL SELECT 'role', role FROM staff_roles WHERE staff = $1
     UNION ALL SELECT 'team', team FROM staff_teams WHERE staff = $1"
);
sql!(
    BY_ID,
    "SELECT id, revision, name, email, active, signed_in_at, CASE WHEN totp IS NULL AND council_subject IS NULL THEN 0 ELSE 1 END, listed
     FROM staff WHERE id = $1"
);
sql!(
    AFTER,
    "SELECT id, revision, name, email, active, signed_in_at, CASE WHEN totp IS NULL AND council_subject IS NULL THEN 0 ELSE 1 END, listed
     FROM staff WHERE (name_key, id) > ($1, $2) ORDER BY name_key, id LIMIT $3"
);
sql!(ID_OF_EMAIL, "SELECT id FROM staff WHERE email_key = $1");
sql!(ROLES, "SELECT role FROM staff_roles WHERE staff = $1 ORDER BY role");
sql!(TEAMS, "SELECT team FROM staff_teams WHERE staff = $1 ORDER BY team");
sql!(
    CHANGE,
    "UPDATE staff SET name = $3, name_key = $4, email = $5, email_key = $6, active = $7, revision = revision + 1
     WHERE id = $1 AND revision = $2"
);
sql!(CLEAR_ROLES, "DELETE FROM staff_roles WHERE staff = $1");
sql!(GIVE_ROLE, "INSERT INTO staff_roles (staff, role) VALUES ($1, $2) ON CONFLICT DO NOTHING");
sql!(CLEAR_TEAMS, "DELETE FROM staff_teams WHERE staff = $1");
sql!(PUT_IN_TEAM, "INSERT INTO staff_teams (staff, team) VALUES ($1, $2) ON CONFLICT DO NOTHING");
sql!(
    WITH_ROLE,
    "SELECT staff.id FROM staff_roles JOIN staff ON staff.id = staff_roles.staff
     WHERE staff_roles.role = $1 AND staff.active = 1 LIMIT $2"
);
sql!(
    LEADERS,
    "SELECT staff.id, staff.name, staff.email FROM staff_teams
     JOIN staff ON staff.id = staff_teams.staff AND staff.active = 1
     JOIN staff_roles ON staff_roles.staff = staff.id AND staff_roles.role = $2
     WHERE staff_teams.team = $1 ORDER BY staff_teams.staff LIMIT 50"
);
sql!(
    LISTED,
    "SELECT id, name FROM staff WHERE listed = 1 AND (name_key, id) > ($1, $2) ORDER BY name_key, id LIMIT $3"
);

/// A member of staff about to be added.
#[derive(Debug, Clone)]
pub struct NewMember<'a> {
    /// The id.
    pub id: Id,
    /// What an administrator decides.
    pub details: &'a Details,
    /// Listed on the sign-in page of a demo council.
    pub listed: bool,
    /// A PHC string, where a password is given from the start.
    pub password_hash: Option<&'a str>,
    /// Now.
    pub made_at: Micros,
}

/// Adds a member of staff; false when somebody has this address already.
pub async fn insert_member(tx: &mut Conn, new: &NewMember<'_>) -> Result<bool> {
    let details = new.details;
    let row = params![
        new.id,
        &details.name,
        key(&details.name),
        &details.email,
        key(&details.email),
        details.active,
        new.listed,
        new.password_hash,
        new.made_at
    ];
    if tx.exec(&INSERT, row).await? == 0 {
        return Ok(false);
    }
    give(tx, new.id, details).await?;
    Ok(true)
}

/// Replaces what an administrator decides, under a check of the revision.
pub async fn change(tx: &mut Conn, id: Id, revision: i64, details: &Details) -> Result<()> {
    let row =
        params![id, revision, &details.name, key(&details.name), &details.email, key(&details.email), details.active];
    tx.exec_one(&CHANGE, row).await?;
    tx.exec(&CLEAR_ROLES, params![id]).await?;
    tx.exec(&CLEAR_TEAMS, params![id]).await?;
    give(tx, id, details).await
}

async fn give(tx: &mut Conn, id: Id, details: &Details) -> Result<()> {
    for role in &details.roles {
        tx.exec(&GIVE_ROLE, params![id, role.code()]).await?;
    }
    for team in &details.teams {
        tx.exec(&PUT_IN_TEAM, params![id, team]).await?;
    }
    Ok(())
}

/// The member of staff behind a session, or nobody when they may not work here now. One statement: it runs on every
/// request of the desk.
pub async fn who(conn: &mut Conn, id: Id) -> Result<Option<Staff>> {
    let (mut name, mut roles, mut teams) = (None, Vec::new(), Vec::new());
    for row in conn.rows(&WHO, params![id]).await? {
        let said: String = row.get(1)?;
        match row.get::<String>(0)?.as_str() {
            "name" => name = Some(said),
            "role" => roles.extend(Role::of(&said)),
            _ => teams.push(said),
        }
    }
    roles.sort();
    teams.sort();
    Ok(name.map(|name| Staff { id, name, roles, teams }))
}

/// What a member of staff is, also one who has left.
pub async fn roles_of(conn: &mut Conn, id: Id) -> Result<Vec<Role>> {
    let rows = conn.rows(&ROLES, params![id]).await?;
    let codes = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<String>>>()?;
    let mut roles: Vec<Role> = codes.iter().filter_map(|code| Role::of(code)).collect();
    roles.sort();
    Ok(roles)
}

/// One member of staff.
pub async fn member(conn: &mut Conn, id: Id) -> Result<Option<Member>> {
    let Some(row) = conn.row(&BY_ID, params![id]).await? else { return Ok(None) };
    filled(conn, row).await.map(Some)
}

/// The id of the member of staff with this address.
pub async fn id_of_email(conn: &mut Conn, email: &str) -> Result<Option<Id>> {
    conn.row(&ID_OF_EMAIL, params![key(email)]).await?.map(|row| row.get(0)).transpose()
}

/// Staff by name, after this one, at most `most`.
pub async fn members(conn: &mut Conn, after: Option<Id>, most: i64) -> Result<Vec<Member>> {
    let last = match after {
        Some(after) => member(conn, after).await?,
        None => None,
    };
    let (name, id) = last.map_or((String::new(), Id::NONE), |last| (key(&last.name), last.id));
    let mut found = Vec::new();
    for row in conn.rows(&AFTER, params![name, id, most]).await? {
        found.push(filled(conn, row).await?);
    }
    Ok(found)
}

/// Members of staff who work here now and have this role, at most `most`.
pub async fn with_role(conn: &mut Conn, role: Role, most: i64) -> Result<Vec<Id>> {
    conn.rows(&WITH_ROLE, params![role.code(), most]).await?.iter().map(|row| row.get(0)).collect()
}

/// Somebody who leads a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leader {
    /// Their id.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// Where they are written to.
    pub email: String,
}

/// The leaders of a team who work here now.
pub async fn leaders_of(conn: &mut Conn, team: &str) -> Result<Vec<Leader>> {
    let read = |row: Row| {
        let mut c = row.columns();
        Ok(Leader { id: c.take()?, name: c.take()?, email: c.take()? })
    };
    conn.rows(&LEADERS, params![team, Role::TeamLeader.code()]).await?.into_iter().map(read).collect()
}

/// The staff a demo council lists on its sign-in page, by name: id and name.
pub async fn listed(conn: &mut Conn, most: i64) -> Result<Vec<(Id, String)>> {
    let rows = conn.rows(&LISTED, params!["", Id::NONE, most]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

async fn filled(conn: &mut Conn, row: Row) -> Result<Member> {
    let mut c = row.columns();
    let mut member = Member {
        id: c.take()?,
        revision: c.take()?,
        name: c.take()?,
        email: c.take()?,
        active: c.take()?,
        signed_in_at: c.take()?,
        set_up: c.take()?,
        listed: c.take()?,
        roles: Vec::new(),
        teams: Vec::new(),
    };
    for row in conn.rows(&ROLES, params![member.id]).await? {
        member.roles.extend(Role::of(&row.get::<String>(0)?));
    }
    for row in conn.rows(&TEAMS, params![member.id]).await? {
        member.teams.push(row.get(0)?);
    }
    Ok(member)
}
