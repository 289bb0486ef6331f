//! What has to be known of whoever reported a case first, before anything is read or done.

use crate::model::Case;
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Result};
use residents::checks::Assurance;
use residents::linking::joined;
use residents::needs;
use residents::store::record::Marker;
use services::Catalogue;

/// What stands at the top of the case.
#[derive(Default)]
pub(crate) struct Whose {
    /// It is outside of what whoever asks may be told.
    pub outside: Option<String>,
    /// The service has to know who they are, and nobody has seen that yet; where that is done.
    pub unseen: Option<String>,
    /// What everybody has to know of them.
    pub markers: Vec<Marker>,
    /// What they told us they need.
    pub needs: Vec<String>,
}

impl Whose {
    /// Of this case, for this member of staff.
    pub(crate) async fn of(
        conn: &mut Conn,
        app: &App,
        who: &Who,
        case: &Case,
        outside: Option<String>,
    ) -> Result<Whose> {
        let (unseen, markers) = (unseen(conn, app, case).await?, markers_of(conn, case).await?);
        Ok(Whose { outside, unseen, markers, needs: needs_of(conn, app, who, case).await? })
    }
}

/// What whoever reported it first told us they need; where they are safe is for whoever has opened their record.
async fn needs_of(conn: &mut Conn, app: &App, who: &Who, case: &Case) -> Result<Vec<String>> {
    let Some(resident) = case.resident else { return Ok(Vec::new()) };
    let whole = residents::desk::has_open(conn, app, who, resident).await?;
    let lines = if whole { needs::lines } else { needs::outline };
    let person = residents::person(conn, resident).await?;
    Ok(person.map(|person| lines(&app.words, who.lang, &person.passport)).unwrap_or_default())
}

/// Where it is checked who they are, of a live case whose service has to know and nobody has seen; empty where they have no record.
async fn unseen(conn: &mut Conn, app: &App, case: &Case) -> Result<Option<String>> {
    let needed = app.part::<Catalogue>()?.assurance(&case.service);
    if needed < Assurance::Identity || !case.status.is_live() || case.erased {
        return Ok(None);
    }
    let Some(resident) = case.resident else { return Ok(Some(String::new())) };
    let seen = residents::desk::is_seen(residents::desk::seen_at(conn, resident).await?, case.opened);
    Ok((!seen).then(|| format!("{}/open", residents::desk::path(resident))))
}

/// What everybody has to know of whoever reported it first.
async fn markers_of(conn: &mut Conn, case: &Case) -> Result<Vec<Marker>> {
    match case.resident {
        Some(resident) => joined::markers(conn, resident).await,
        None => Ok(Vec::new()),
    }
}
