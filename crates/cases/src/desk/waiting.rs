//! What waits for somebody to look, said above the list of cases.

use crate::access::Part;
use crate::desk::everywhere::everywhere;
use crate::desk::{handed, untold};
use crate::store::lists::{Order, Query as Asks};
use kit::db::Conn;
use kit::who::{Role, Staff};
use kit::{App, Result};

/// The most that is counted of what waits.
const COUNTED: usize = 100;

/// What waits for somebody to look: unread messages, people to be rung, and for a team leader the broken promises of their teams. Each as the
/// key of its words, its number and its list.
pub(crate) async fn waiting(
    conn: &mut Conn,
    app: &App,
    staff: &Staff,
    parts: &[Part],
) -> Result<Vec<(&'static str, usize, &'static str)>> {
    let mut all = Vec::new();
    let unread = everywhere(conn, parts, &Asks::live(Order::Unread, COUNTED)).await?.len();
    all.push(("cases-waiting-unread", unread, "/desk/cases?tab=unread"));
    let untold = untold::everywhere(conn, parts, untold::BEGIN, COUNTED).await?.len();
    all.push(("cases-waiting-untold", untold, "/desk/cases/untold"));
    let came_back = handed::to_look_at(conn, app.now(), parts, handed::BEGIN, COUNTED).await?.len();
    all.push(("cases-waiting-handed", came_back, "/desk/cases/handed"));
    if staff.roles.contains(&Role::TeamLeader) {
        let teams: Vec<Part> = staff.teams.iter().cloned().map(Part::Team).collect();
        let late = Asks { promised_before: app.now(), ..Asks::live(Order::Promised, COUNTED) };
        all.push(("cases-waiting-late", everywhere(conn, &teams, &late).await?.len(), "/desk/cases?tab=late"));
    }
    all.retain(|(_, number, _)| *number > 0);
    Ok(all)
}
