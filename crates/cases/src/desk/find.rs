//! Finding a case by the reference somebody reads out.

use crate::access::{self, Action};
use crate::desk::standing_of;
use crate::resident::door;
use kit::db::Conn;
use kit::who::Staff;
use kit::{App, Reference, Result};

/// What looking for a case by its reference came to.
pub(crate) enum Found {
    Case(Reference),
    /// The words that say why, where something was typed.
    Nothing(Option<&'static str>),
}

/// The case whose reference somebody read out, typed as it may be, if it may be seen; of others nothing is told.
pub(crate) async fn find(conn: &mut Conn, app: &App, staff: &Staff, typed: &str) -> Result<Found> {
    if typed.trim().is_empty() {
        return Ok(Found::Nothing(None));
    }
    let Ok(reference) = typed.parse::<Reference>() else {
        return Ok(Found::Nothing(Some("page-reference-mistyped")));
    };
    let seen = door::by_reference(conn, &reference).await?;
    let standing_of = standing_of(app)?;
    match seen {
        Some(seen) if access::may(staff, Action::See, &seen.case, &standing_of) => Ok(Found::Case(reference)),
        _ => Ok(Found::Nothing(Some("cases-find-none"))),
    }
}
