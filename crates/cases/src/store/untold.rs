//! `cases_untold`: who could be sent nothing of what happened to a case, until somebody has rung or written to them.

use super::take_contact;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Reference, Result, params, sql};
use residents::Contact;

macro_rules! select {
    () => {
        "SELECT u.case_id, u.reporter, u.what, u.since, u.tries, u.tried, c.ref, c.title, c.service, COALESCE(r.ref, c.ref),
                CASE WHEN r.id IS NULL THEN c.resident ELSE r.resident END,
                COALESCE(r.contact_name, c.contact_name), COALESCE(r.contact_email, c.contact_email),
                COALESCE(r.contact_phone, c.contact_phone), COALESCE(r.lang, c.lang), COALESCE(r.contact_by, c.contact_by)
         FROM cases_untold u JOIN cases c ON c.id = u.case_id LEFT JOIN cases_reporters r ON r.id = u.reporter"
    };
}

// What was to be told before is told with it, in the order in which it happened; the same again is one thing.
sql!(
    KEEP,
    "INSERT INTO cases_untold (case_id, reporter, what, since, tries, tried) VALUES ($1, $2, $3, $4, 0, 0)
     ON CONFLICT (case_id, reporter) DO UPDATE SET what = CASE
         WHEN ',' || cases_untold.what || ',' LIKE '%,' || excluded.what || ',%' THEN cases_untold.what
         ELSE cases_untold.what || ',' || excluded.what END"
);
sql!(TRIED, "UPDATE cases_untold SET tries = tries + 1, tried = $3 WHERE case_id = $1 AND reporter = $2");
sql!(FORGET, "DELETE FROM cases_untold WHERE case_id = $1 AND reporter = $2");
sql!(OF_CASE, concat!(select!(), " WHERE u.case_id = $1 ORDER BY u.reporter LIMIT $2"));
sql!(OF_REPORTER, concat!(select!(), " WHERE u.case_id = $1 AND u.reporter = $2"));
// $1 limit, $2 since, $3 case and $4 reporter of the last row of the page before, $5 team, $6 service.
sql!(
    OLDEST_FIRST,
    concat!(
        select!(),
        " WHERE (u.since, u.case_id, u.reporter) > ($2, $3, $4)
            AND CASE WHEN ($5 = '' OR c.team = $5) AND ($6 = '' OR c.service = $6) THEN 1 ELSE 0 END <> 0
          ORDER BY u.since, u.case_id, u.reporter LIMIT $1"
    )
);

/// Somebody to be rung or written to about a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Untold {
    pub case: Id,
    /// [`Id::NONE`] for the first.
    pub reporter: Id,
    /// The codes of what they are to be told, with commas between them.
    pub what: String,
    pub since: Micros,
    /// How often nobody was reached, the last time at `tried`.
    pub tries: i64,
    pub tried: Micros,
    pub of_case: Reference,
    pub title: String,
    pub service: String,
    /// What they know the case by.
    pub reference: Reference,
    pub resident: Option<Id>,
    pub contact: Contact,
}

impl Untold {
    /// Where it stands in the list.
    pub fn place(&self) -> Place {
        (self.since, self.case, self.reporter)
    }
}

/// A place in the list: since when, the case, the reporter.
pub(crate) type Place = (Micros, Id, Id);

fn read(row: Row) -> Result<Untold> {
    let mut c = row.columns();
    Ok(Untold {
        case: c.take()?,
        reporter: c.take()?,
        what: c.take()?,
        since: c.take()?,
        tries: c.take()?,
        tried: c.take()?,
        of_case: c.take()?,
        title: c.take()?,
        service: c.take()?,
        reference: c.take()?,
        resident: c.take()?,
        contact: take_contact(&mut c)?,
    })
}

/// Keeps that this reporter is to be told this; what they were to be told before goes with it.
pub(crate) async fn keep(tx: &mut Conn, case: Id, reporter: Id, what: &str, now: Micros) -> Result<()> {
    tx.exec(&KEEP, params![case, reporter, what, now]).await.map(drop)
}

/// Nobody was reached.
pub(crate) async fn tried(tx: &mut Conn, case: Id, reporter: Id, now: Micros) -> Result<()> {
    tx.exec(&TRIED, params![case, reporter, now]).await.map(drop)
}

/// They know now, or there is nothing left to tell them.
pub(crate) async fn forget(tx: &mut Conn, case: Id, reporter: Id) -> Result<()> {
    tx.exec(&FORGET, params![case, reporter]).await.map(drop)
}

/// Who is to be told something about a case, the first reporter first.
pub(crate) async fn of_case(conn: &mut Conn, case: Id, limit: usize) -> Result<Vec<Untold>> {
    conn.rows(&OF_CASE, params![case, limit]).await?.into_iter().map(read).collect()
}

/// What one reporter is to be told.
pub(crate) async fn of_reporter(conn: &mut Conn, case: Id, reporter: Id) -> Result<Option<Untold>> {
    conn.row(&OF_REPORTER, params![case, reporter]).await?.map(read).transpose()
}

/// A page of everybody who is to be told something about a case of this team and of this service, empty for any: who has
/// waited longest first.
pub(crate) async fn page(
    conn: &mut Conn,
    (team, service): (&str, &str),
    (since, case, reporter): Place,
    limit: usize,
) -> Result<Vec<Untold>> {
    let asked = params![limit, since, case, reporter, team, service];
    conn.rows(&OLDEST_FIRST, asked).await?.into_iter().map(read).collect()
}
