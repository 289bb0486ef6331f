//! Briefings: what staff read before they go on. Each stands at the head of the desk until whoever it is for has pressed "Read", or
//! until it is over.

pub(crate) mod give;
pub(crate) mod list;
pub(crate) mod show;

use crate::store::{self, briefings::Briefing};
use kit::clock::Micros;
use kit::db::Conn;
use kit::who::{Role, Staff, Unread, Who};
use kit::{App, Result};

/// Briefings that stand at one time.
const MOST: usize = 50;

/// The address of a briefing.
pub(crate) fn path(id: kit::Id) -> String {
    format!("/desk/briefings/{id}")
}

/// Whether it is for this member of staff.
pub(crate) fn is_for(briefing: &Briefing, staff: &Staff) -> bool {
    briefing.teams.is_empty() || briefing.teams.iter().any(|team| staff.teams.contains(team))
}

/// Whether it stands now.
pub(crate) fn stands(briefing: &Briefing, now: Micros) -> bool {
    !briefing.ended && briefing.until > now
}

/// Whether it is theirs to end, and its readers all theirs to see: whoever gave it, service owners, administrators.
pub(crate) fn is_over_it(briefing: &Briefing, who: &Who) -> Result<bool> {
    let staff = who.staff()?;
    Ok(who.is(Role::ServiceOwner) || who.is(Role::Administrator) || briefing.author == staff.id)
}

/// Whether they see who has read it; leaders do of their own teams.
pub(crate) fn sees_readers(briefing: &Briefing, who: &Who) -> Result<bool> {
    Ok(is_over_it(briefing, who)? || who.is(Role::TeamLeader) && is_for(briefing, who.staff()?))
}

/// What this member of staff still has to read, the first to be over first.
pub async fn unread(conn: &mut Conn, app: &App, staff: &Staff) -> Result<Vec<Unread>> {
    let mut unread = Vec::new();
    for briefing in store::briefings::standing(conn, app.now(), MOST).await? {
        if is_for(&briefing, staff) && store::briefings::has_read(conn, briefing.id, staff.id).await?.is_none() {
            unread.push(Unread { href: path(briefing.id), words: briefing.title });
        }
    }
    Ok(unread)
}
