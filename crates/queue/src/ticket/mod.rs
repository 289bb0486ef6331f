//! The visitor's own page, `/ticket/{ticket}`: their place, how long it still takes, and what they can do about it.

pub mod leave;
pub mod out;
pub mod show;
pub mod text;

use crate::estimate::{Outlooks, can_say};
use crate::model::{State, Visit};
use crate::site::Site;
use kit::clock::{MINUTE, SECOND};
use kit::db::Conn;
use kit::page::Frame;
use kit::{App, Result};

/// How it stands with somebody, in words.
#[derive(Debug, Clone, Default)]
pub struct Outlook {
    /// How many are before them.
    pub place: String,
    /// How long it takes, as a range; nothing where nobody can say.
    pub range: Option<String>,
    /// When they have to be back.
    pub back_by: Option<String>,
}

impl Outlook {
    /// Of somebody who waits; of others nothing.
    pub async fn of(conn: &mut Conn, app: &App, frame: &Frame, site: &Site, visit: &Visit) -> Result<Outlook> {
        if visit.state != State::Waiting {
            return Ok(Outlook::default());
        }
        let outlooks = app.part::<Outlooks>()?;
        let all = outlooks.of(conn, app, site, visit.id).await?;
        let Some(outlook) = all.get(&visit.id) else { return Ok(Outlook::default()) };
        let place = frame.with("queue-ticket-ahead", "count", outlook.ahead);
        if !can_say(outlook) {
            return Ok(Outlook { place, ..Outlook::default() });
        }
        let given = outlooks.shown(visit, outlook, app.now());
        let (low, high) = ((given.range.0 / 60.0).floor() as i64, (given.range.1 / 60.0).ceil().max(1.0) as i64);
        let range = match low {
            0 => frame.with("queue-ticket-within", "count", high),
            _ if low == high => frame.with("queue-ticket-about", "count", high),
            _ => frame.with2("queue-ticket-range", ("low", low), ("high", high)),
        };
        let back = app.now() + (given.range.0 * SECOND as f64) as i64;
        // Whoever is nearly next stays.
        let back_by = (given.range.0 >= 300.0).then(|| frame.lang.time(back - back.rem_euclid(MINUTE)));
        Ok(Outlook { place, range: Some(range), back_by })
    }
}

/// The address of a visitor's own page.
pub(crate) fn path(ticket: &str) -> String {
    format!("/ticket/{ticket}")
}
