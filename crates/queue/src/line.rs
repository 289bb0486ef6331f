//! Somebody in a list of the counter or of a floor walker: what staff see of who waits.

use crate::model::Visit;
use crate::site::{Site, named};
use crate::{Tongues, call};
use kit::clock::{MINUTE, Micros};
use kit::db::Conn;
use kit::{Id, Lang, Result};

/// How far back somebody who did not come, or has left, is still listed, in microseconds.
pub(crate) const LATELY: i64 = 30 * MINUTE;

/// Somebody in a list.
pub(crate) struct Line {
    pub id: Id,
    pub ticket: String,
    pub business: String,
    /// Empty for English.
    pub lang: String,
    /// When they came.
    pub since: String,
    pub minutes: i64,
    /// They have waited longer than anybody is to.
    pub over: bool,
    pub need: String,
    pub booked: Option<String>,
    pub initials: String,
    pub mark: String,
    /// Whoever looks can see them.
    pub mine: bool,
}

impl Line {
    /// Of this visit.
    pub fn of(site: &Site, tongues: &Tongues, now: Micros, visit: &Visit) -> Line {
        let need = site.rule.needs.iter().find(|need| need.id == visit.need);
        let minutes = visit.waited(now) / MINUTE;
        Line {
            id: visit.id,
            ticket: visit.ticket.clone(),
            business: business(site, &visit.business),
            lang: if visit.lang == Lang::EN.tag { String::new() } else { tongues.name(&visit.lang).to_owned() },
            since: Lang::EN.time(visit.came),
            minutes,
            over: minutes >= site.longest,
            need: need.map_or("", |need| named(&need.name, Lang::EN.tag)).to_owned(),
            booked: visit.booked.map(|at| Lang::EN.time(at)),
            initials: visit.initials.clone(),
            mark: visit.mark.clone(),
            mine: true,
        }
    }
}

/// Who waits, in the order in which desks that see everybody would call them.
pub(crate) async fn in_turn(conn: &mut Conn, site: &Site) -> Result<Vec<Visit>> {
    let (waiting, called) = call::waiting(conn, &site.id).await?;
    let order = call::ordered(site, call::standings(site, &waiting, &called));
    let mut waiting: Vec<Option<Visit>> = waiting.into_iter().map(Some).collect();
    Ok(order.into_iter().filter_map(|place| waiting.get_mut(place)?.take()).collect())
}

/// What they came for, in the words of staff.
pub(crate) fn business(site: &Site, id: &str) -> String {
    site.business(id).map_or(id, |one| named(&one.name, Lang::EN.tag)).to_owned()
}
