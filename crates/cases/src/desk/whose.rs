//! What has to be known of whoever reported a case first, before anything is read or done.

use crate::desk::people;
use crate::model::Case;
use crate::store::reporters::Reporter;
use kit::db::Conn;
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use residents::checks::Assurance;
use residents::linking::joined;
use residents::needs::{self, NotRung};
use residents::store::record::Marker;
use services::Catalogue;

/// What everybody has to know of whoever reported a case, in words.
pub(crate) struct Known {
    /// The marker's kind.
    pub kind: String,
    /// Its name.
    pub title: String,
    /// What follows from it; empty where nothing more is said.
    pub then: String,
    /// Why it stands; empty where that is for whoever opens the record.
    pub reason: String,
}

impl Known {
    fn of(app: &App, lang: Lang, marker: Marker) -> Known {
        let title = app.t(lang, &format!("residents-marker-{}", marker.kind)).to_owned();
        let then = if marker.kind == "guarded" { app.t(lang, "cases-desk-guarded") } else { "" };
        let reason = if marker.keeps() { String::new() } else { marker.reason };
        Known { kind: marker.kind, title, then: then.to_owned(), reason }
    }
}

/// What stands at the top of the case.
#[derive(Default)]
pub(crate) struct Whose {
    /// It is outside of what whoever asks may be told.
    pub outside: Option<String>,
    /// The service has to know who they are, and nobody has seen that yet; where that is done.
    pub unseen: Option<String>,
    /// What everybody has to know of them.
    pub markers: Vec<Known>,
    /// What they told us they need.
    pub needs: Vec<String>,
    /// The accounts of those who reported it of whom whoever asks now was checked and may be told, each with whether that leaves out
    /// where they live.
    told_now: Vec<(Id, bool)>,
    /// The accounts of those who reported it who are not to be rung, or not now.
    not_rung: Vec<(Id, NotRung)>,
}

impl Whose {
    /// Of this case, for this member of staff.
    pub(crate) async fn of(
        conn: &mut Conn,
        app: &App,
        who: &Who,
        (case, reporters): (&Case, &[Reporter]),
        outside: Option<String>,
    ) -> Result<Whose> {
        let (unseen, markers) = (unseen(conn, app, case).await?, markers_of(conn, case).await?);
        let markers = markers.into_iter().map(|marker| Known::of(app, who.lang, marker)).collect();
        let told_now = people::told_now(conn, app, who, case, reporters).await?;
        let not_rung = not_rung(conn, app, who, (case, reporters)).await?;
        Ok(Whose { outside, unseen, markers, needs: needs_of(conn, app, who, case).await?, told_now, not_rung })
    }

    /// That whoever has this account is not to be rung, or not now.
    pub(crate) fn not_rung(&self, record: &Option<Id>) -> Option<&NotRung> {
        let record = record.as_ref()?;
        self.not_rung.iter().find(|(account, _)| account == record).map(|(_, not)| not)
    }

    /// Whether whoever asks now may be told of this account, and if so whether not where they live.
    pub(crate) fn told(&self, record: &Option<Id>) -> Option<bool> {
        let found = record.and_then(|record| self.told_now.iter().find(|(account, _)| *account == record));
        found.map(|(_, not_where)| *not_where)
    }

    /// The key of what whoever asks now may be told of this account.
    pub(crate) fn told_key(&self, record: &Option<Id>) -> &'static str {
        match self.told(record) {
            Some(false) => "cases-desk-told-now",
            Some(true) => "cases-desk-told-not-where",
            None => "cases-desk-not-told-now",
        }
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

/// Who of those who reported it asked not to be rung, or not at this hour.
async fn not_rung(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    (case, reporters): (&Case, &[Reporter]),
) -> Result<Vec<(Id, NotRung)>> {
    let (now, mut found) = (kit::lang::local(app.now()).hour(), Vec::new());
    for resident in case.resident.into_iter().chain(reporters.iter().filter_map(|one| one.resident)) {
        let Some(person) = residents::person(conn, resident).await? else { continue };
        let has_email = person.contact.email.is_some();
        let not = needs::not_rung(&app.words, who.lang, &person.passport, has_email, now);
        found.extend(not.map(|not| (resident, not)));
    }
    Ok(found)
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
