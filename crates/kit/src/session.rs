//! Sessions: our own table, tokens stored as hashes, written in the request's transaction. No row before sign-in or the
//! first POST.

use crate::app::App;
use crate::clock::{DAY, HOUR, MINUTE, Micros};
use crate::db::{Conn, FEW};
use crate::error::Result;
use crate::id::Id;
use crate::lang::Lang;
use crate::personal::{self, Part};
use crate::who::{Person, Who};
use crate::{params, sql};
use axum::http::HeaderMap;
use sha2::{Digest, Sha256};

/// The surfaces have separate cookies, so that one browser can be a resident and an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// `/` and all below that is not the staff's.
    Resident,
    /// `/desk`, `/manage`, `/admin`, and what programs have of them below `/api/v1`.
    Staff,
}

impl Surface {
    /// The surface a path belongs to.
    pub fn of(path: &str) -> Surface {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        let staff = ["/desk", "/floor", "/manage", "/admin"];
        let under = |root: &&str| path.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if staff.iter().any(under) { Surface::Staff } else { Surface::Resident }
    }

    /// The name of the session's cookie.
    pub fn cookie(self) -> &'static str {
        match self {
            Surface::Resident => "__Host-session",
            Surface::Staff => "__Host-staff",
        }
    }

    /// A session not used for this long is over.
    fn idle(self) -> Micros {
        match self {
            Surface::Resident => 24 * HOUR,
            Surface::Staff => 2 * HOUR,
        }
    }

    /// No session lasts longer than this.
    fn longest(self) -> Micros {
        match self {
            Surface::Resident => 30 * DAY,
            Surface::Staff => 12 * HOUR,
        }
    }
}

/// The cookie that keeps the chosen language.
pub const LANGUAGE_COOKIE: &str = "__Host-lang";
/// The cookie by which a device that has signed in before is known.
pub const DEVICE_COOKIE: &str = "__Host-device";

sql!(
    INSERT,
    "INSERT INTO sessions (token_hash, id, visitor, person_kind, person, begun, seen, until)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7)"
);
sql!(BY_TOKEN, "SELECT id, visitor, person_kind, person, seen, until FROM sessions WHERE token_hash = $1");
sql!(TOUCH, "UPDATE sessions SET seen = $2 WHERE token_hash = $1");
sql!(END, "DELETE FROM sessions WHERE id = $1");
sql!(OF_PERSON, "SELECT id, begun, seen FROM sessions WHERE person = $1 AND until > $2 LIMIT $3");
sql!(HELD_ON_PERSON, "SELECT id, visitor, begun, seen, until FROM sessions WHERE person = $1");
sql!(END_OF, "DELETE FROM sessions WHERE id = $1 AND person = $2");
sql!(END_ALL, "DELETE FROM sessions WHERE person = $1");
sql!(END_OTHERS, "DELETE FROM sessions WHERE person = $1 AND id <> $2");
sql!(
    SWEEP,
    "DELETE FROM sessions WHERE until <= (SELECT max(until) FROM
     (SELECT until FROM sessions WHERE until < $1 ORDER BY until LIMIT $2) AS few)"
);

/// Hashes a token for storage and look-up.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all("cookie").iter().filter_map(|v| v.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// A `Set-Cookie` value: host-only, secure, not for scripts.
pub fn set_cookie(name: &str, value: &str, seconds: i64) -> String {
    format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}")
}

/// Starts a session and gives its `Set-Cookie` value. The visitor is kept, so that drafts begun before signing in stay
/// with the browser; the token is new, so that nobody can plant one.
pub async fn start(tx: &mut Conn, app: &App, surface: Surface, person: &Person, who: &Who) -> Result<(Id, String)> {
    let token = app.entropy.token();
    let now = app.now();
    let id = app.id();
    let visitor = who.visitor.unwrap_or(id);
    if let Some(old) = who.session {
        end(tx, old).await?;
    }
    let person = Who { person: person.clone(), ..Who::anyone(who.lang) };
    let until = now + surface.longest();
    let row = params![token_hash(&token), id, visitor, person.kind(), person.id(), now, until];
    tx.exec(&INSERT, row).await?;
    Ok((id, set_cookie(surface.cookie(), &token, surface.longest() / 1_000_000)))
}

/// What the session behind a cookie says, and whether its "last seen" is due to be written.
pub struct Found {
    /// Who is asking.
    pub who: Who,
    /// The session was last seen more than five minutes ago.
    pub stale: bool,
}

/// Finds who is asking. An unknown, ended or idle session is nobody.
pub async fn find(conn: &mut Conn, app: &App, surface: Surface, token: &str, lang: Lang) -> Result<Option<Found>> {
    let Some(row) = conn.row(&BY_TOKEN, params![token_hash(token)]).await? else { return Ok(None) };
    let mut c = row.columns();
    let (session, visitor): (Id, Id) = (c.take()?, c.take()?);
    let (kind, person): (String, Id) = (c.take()?, c.take()?);
    let (seen, until): (Micros, Micros) = (c.take()?, c.take()?);
    let now = app.now();
    if now >= until || now - seen > surface.idle() {
        return Ok(None);
    }
    let mut who = Who { session: Some(session), visitor: Some(visitor), ..Who::anyone(lang) };
    match kind.as_str() {
        "staff" => match (app.staff)(conn, person).await? {
            Some(staff) => {
                who.name = Some(staff.name.clone());
                who.person = Person::Staff(staff);
            }
            None => return Ok(None),
        },
        "resident" => match (app.resident)(conn, person).await? {
            Some(account) => {
                who.name = Some(account.name);
                who.also = account.also;
                who.person = Person::Resident(person);
            }
            None => return Ok(None),
        },
        _ => {}
    }
    Ok(Some(Found { who, stale: now - seen > 5 * MINUTE }))
}

/// Notes that the session was used now.
pub async fn touch(tx: &mut Conn, token: &str, now: Micros) -> Result<()> {
    tx.exec(&TOUCH, params![token_hash(token), now]).await.map(drop)
}

/// Ends one session.
pub async fn end(tx: &mut Conn, session: Id) -> Result<()> {
    tx.exec(&END, params![session]).await.map(drop)
}

/// Signs out here: ends the session the request came with. Gives the `Set-Cookie` value that takes it from the browser.
pub async fn sign_out(app: &App, who: &Who, surface: Surface) -> Result<String> {
    if let Some(session) = who.session {
        let mut tx = app.db.begin().await?;
        end(&mut tx, session).await?;
        tx.commit().await?;
    }
    Ok(set_cookie(surface.cookie(), "", 0))
}

/// A session of a person, as their own page lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Its row.
    pub id: Id,
    /// When they signed in.
    pub begun: Micros,
    /// When it was last seen, to within five minutes.
    pub seen: Micros,
}

/// The sessions of a person that are not over, newest first, at most `most`.
pub async fn of_person(conn: &mut Conn, person: Id, now: Micros, most: i64) -> Result<Vec<Listed>> {
    let rows = conn.rows(&OF_PERSON, params![person, now, most]).await?;
    let listed = rows.iter().map(|row| Ok(Listed { id: row.get(0)?, begun: row.get(1)?, seen: row.get(2)? }));
    let mut listed = listed.collect::<Result<Vec<Listed>>>()?;
    listed.sort_by_key(|session| std::cmp::Reverse(session.begun));
    Ok(listed)
}

/// Every session there is of a person, over or not, as what is held on them.
pub async fn personal_data(conn: &mut Conn, person: Id) -> Result<Part> {
    let mut rows = Vec::new();
    for row in conn.rows(&HELD_ON_PERSON, params![person]).await? {
        let held = personal::Row::new().id("id", row.get(0)?).id("visitor", row.get(1)?);
        let (begun, seen, until): (Micros, Micros, Micros) = (row.get(2)?, row.get(3)?, row.get(4)?);
        rows.push(held.time("begun", begun).time("seen", seen).time("until", until));
    }
    Ok(Part::of("sessions", rows))
}

/// The browsers a person is signed in at, as visitors.
pub async fn visitors(conn: &mut Conn, person: Id) -> Result<Vec<Id>> {
    conn.rows(&HELD_ON_PERSON, params![person]).await?.iter().map(|row| row.get(1)).collect()
}

/// Ends one session, only if it is this person's; false when it is not there.
pub async fn end_of(tx: &mut Conn, person: Id, session: Id) -> Result<bool> {
    Ok(tx.exec(&END_OF, params![session, person]).await? == 1)
}

/// Ends every session of a person: on a new password, a disabled account, or when asked.
pub async fn end_all(tx: &mut Conn, person: Id) -> Result<()> {
    tx.exec(&END_ALL, params![person]).await.map(drop)
}

/// Ends every other session of a person.
pub async fn end_others(tx: &mut Conn, person: Id, keep: Id) -> Result<()> {
    tx.exec(&END_OTHERS, params![person, keep]).await.map(drop)
}

/// Clears away a few sessions that are over; 0 when there are no more.
pub async fn sweep(tx: &mut Conn, now: Micros) -> Result<u64> {
    tx.exec(&SWEEP, params![now, FEW]).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surfaces_are_told_by_whole_path_parts() {
        assert_eq!(Surface::of("/desk/cases"), Surface::Staff);
        assert_eq!(Surface::of("/floor/town-hall"), Surface::Staff);
        assert_eq!(Surface::of("/desktop"), Surface::Resident);
        assert_eq!(Surface::of("/"), Surface::Resident);
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert("cookie", "x__Host-lang=no; __Host-lang=cy; __Host-langs=no".parse().unwrap());
        assert_eq!(cookie(&headers, LANGUAGE_COOKIE), Some("cy"));
        assert_eq!(cookie(&headers, "__Host"), None);
    }
}
