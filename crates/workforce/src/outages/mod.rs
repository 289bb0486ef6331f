//! `/desk/outages`: whoever cannot work says so with one press on any page of the desk, and with one press that they can again. The
//! minutes between are lost; where nobody said when it ended, none are counted.

pub mod done;
pub mod later;
pub mod list;
pub mod model;
pub mod press;
pub mod show;

use crate::store;
use kit::clock::{DAY, Micros};
use kit::db::{Conn, Tx};
use kit::facts::{self, Fact};
use kit::who::{Role, Staff, Stuck, Who};
use kit::{App, Error, Id, Result};
use model::{Ended, Outage, SHIFT};
use serde_json::json;

/// Reports are kept for so long: a year and the weeks it is compared with.
const KEPT: Micros = 400 * DAY;
/// Letters of what is said about it, and of what was done.
const WORDS: usize = 200;

/// The address of a report.
pub fn path(id: Id) -> String {
    format!("/desk/outages/{id}")
}

/// Since when this member of staff cannot work, for the head of every desk page.
pub async fn stuck(conn: &mut Conn, staff: Id) -> Result<Option<Stuck>> {
    let open = store::outages::open_of(conn, staff).await?;
    Ok(open.map(|outage| Stuck { id: outage.id, since: outage.from }))
}

/// Whose reports somebody sees besides their own.
enum Over {
    /// Nobody's.
    Nobody,
    /// Those of these teams.
    Teams(Vec<String>),
    /// Everybody's.
    All,
}

impl Over {
    fn of(who: &Who) -> Result<Over> {
        let staff = who.staff()?;
        Ok(match (who.is(Role::Administrator), who.is(Role::TeamLeader)) {
            (true, _) => Over::All,
            (false, true) => Over::Teams(staff.teams.clone()),
            (false, false) => Over::Nobody,
        })
    }

    fn sees(&self, teams: &[String]) -> bool {
        match self {
            Over::Nobody => false,
            Over::Teams(own) => teams.iter().any(|team| own.contains(team)),
            Over::All => true,
        }
    }
}

/// A report as somebody sees it.
struct Seen {
    outage: Outage,
    /// They made it.
    mine: bool,
    /// They lead whoever made it.
    leads: bool,
    teams: Vec<String>,
}

/// The report of an address, for whoever made it and for those over them; of others nothing is told.
async fn found(conn: &mut Conn, who: &Who, id: &str) -> Result<Seen> {
    let staff = who.staff()?.id;
    let outage = store::outages::by_id(conn, id.parse()?).await?.ok_or(Error::NotFound)?;
    let teams = store::outages::teams_of(conn, outage.id).await?;
    let (mine, leads) = (outage.staff == staff, Over::of(who)?.sees(&teams));
    if mine || leads { Ok(Seen { outage, mine, leads, teams }) } else { Err(Error::NotFound) }
}

/// The same for its reporter alone.
async fn own(conn: &mut Conn, who: &Who, id: &str) -> Result<Seen> {
    let seen = found(conn, who, id).await?;
    if seen.mine { Ok(seen) } else { Err(Error::NotFound) }
}

fn begun(id: Id, staff: &Staff, kind: model::Kind, from: Micros) -> Outage {
    Outage {
        id,
        revision: 1,
        staff: staff.id,
        kind,
        page: String::new(),
        words: String::new(),
        from,
        until: 0,
        ended: Ended::Not,
        done: String::new(),
        done_by: Id::NONE,
        done_at: 0,
    }
}

/// A fact about a report, without what anybody wrote.
fn fact(kind: &'static str, who: &Who, outage: &Outage) -> Fact {
    let data = json!({ "kind": outage.kind.code(), "ended": outage.ended.code() });
    Fact::new(kind, who).about("outage", outage.id).about("staff", outage.staff).data(data)
}

/// Whoever signs in says nothing of what they reported before: it ended at a time that nobody told.
pub(crate) async fn end_untold(tx: &mut Tx, app: &App, who: &Who, staff: Id) -> Result<()> {
    match store::outages::open_of(tx, staff).await? {
        Some(outage) => forget(tx, app, who, outage).await,
        None => Ok(()),
    }
}

async fn forget(tx: &mut Tx, app: &App, who: &Who, mut outage: Outage) -> Result<()> {
    outage.end(Ended::Untold, app.now());
    store::outages::save(tx, &outage).await?;
    facts::record(tx, app, fact("outage.ended", who, &outage)).await.map(drop)
}

/// Ends a few that last longer than any shift, and deletes a few that are old.
pub async fn sweep(tx: &mut Tx, app: &App) -> Result<u64> {
    let forgotten = store::outages::forgotten(tx, app.now() - SHIFT).await?;
    let mut swept = u64::try_from(forgotten.len()).unwrap_or_default();
    for outage in forgotten {
        forget(tx, app, &Who::system(), outage).await?;
    }
    swept += store::outages::delete_old(tx, app.now() - KEPT).await?;
    Ok(swept)
}
