//! Every statement on `forms_drafts`; consents have a file of their own.

pub mod consents;

use crate::draft::{Draft, Nearby};
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::id::Reference;
use kit::{Error, Id, Result, params, sql};
use services::Answers;

sql!(
    BY_ID,
    "SELECT id, service, version, visitor, resident, lang, answers, given, contact, nearby, saved_to, revision, started,
            changed, expires, reference, submitted
     FROM forms_drafts WHERE id = $1"
);
sql!(
    INSERT,
    "INSERT INTO forms_drafts (id, service, version, visitor, resident, lang, answers, given, contact, nearby, saved_to,
                               revision, started, changed, expires)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
);
sql!(
    SAVE,
    "UPDATE forms_drafts SET resident = $3, lang = $4, answers = $5, given = $6, contact = $7, nearby = $8,
            revision = $9, changed = $10, expires = $11, saved_to = $12
     WHERE id = $1 AND revision = $2 AND submitted IS NULL"
);
sql!(
    SUBMIT,
    "UPDATE forms_drafts SET answers = '{}', given = '{}', contact = '', nearby = '', saved_to = '', revision = revision + 1,
            submitted = $3, reference = $4
     WHERE id = $1 AND revision = $2 AND submitted IS NULL"
);
sql!(
    UNTOUCHED,
    "SELECT id FROM forms_drafts
     WHERE visitor = $1 AND service = $2 AND changed > $3 AND revision = 1 AND version = $4 AND resident = $5
       AND submitted IS NULL
     ORDER BY changed DESC LIMIT 1"
);
sql!(
    OF_RESIDENT,
    "SELECT id, service, version, started, changed, expires FROM forms_drafts
     WHERE resident = $1 AND changed < $2 AND submitted IS NULL AND expires > $3
     ORDER BY changed DESC LIMIT $4"
);
sql!(
    BEGUN_IN,
    "SELECT 1 FROM forms_drafts WHERE visitor = $1 AND resident = $2 AND submitted IS NULL AND reference IS NULL LIMIT 1"
);
sql!(CLAIM, "UPDATE forms_drafts SET resident = $2 WHERE visitor = $1 AND resident = $3 AND submitted IS NULL");
sql!(BEGUN_BY, "SELECT id FROM forms_drafts WHERE resident = $1 AND submitted IS NULL ORDER BY changed LIMIT 10000");
// By the browser's index: a browser sends a handful of forms a day.
sql!(
    SENT_FROM,
    "SELECT reference FROM forms_drafts WHERE visitor = $1 AND submitted > $2 AND reference IS NOT NULL LIMIT 50"
);
sql!(
    BEHIND,
    "SELECT CAST(count(*) AS BIGINT) FROM forms_drafts
     WHERE service = $1 AND version < $2 AND submitted IS NULL"
);
sql!(DELETE, "DELETE FROM forms_drafts WHERE id = $1 AND submitted IS NULL");
sql!(EXPIRED, "SELECT id, submitted FROM forms_drafts WHERE expires <= $1 ORDER BY expires LIMIT $2");
sql!(CLEAR, "DELETE FROM forms_drafts WHERE id = $1");

/// A draft as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: Id,
    /// The service.
    pub service: String,
    /// The version of the service it is on.
    pub version: i64,
    /// When it was started.
    pub started: Micros,
    /// When it was last changed.
    pub changed: Micros,
    /// When it is cleared away.
    pub expires: Micros,
}

/// The draft with this id, its answers looked at on the day of `now`; [`Error::NotFound`] once it has expired.
pub async fn by_id(conn: &mut Conn, id: Id, now: Micros) -> Result<Draft> {
    let draft = read(conn.one(&BY_ID, params![id]).await?, now)?;
    if draft.expires <= now { Err(Error::NotFound) } else { Ok(draft) }
}

fn read(row: Row, now: Micros) -> Result<Draft> {
    let mut c = row.columns();
    let (id, service, version) = (c.take()?, c.take()?, c.take()?);
    let (visitor, resident, lang) = (c.take()?, c.take()?, c.take()?);
    let (answers, given, contact, nearby): (String, String, String, String) =
        (c.take()?, c.take()?, c.take()?, c.take()?);
    Ok(Draft {
        for_whom: None,
        id,
        service,
        version,
        visitor,
        resident,
        lang,
        answers: Answers::from_json(&answers, kit::lang::local(now).date())?,
        given: serde_json::from_str(&given)?,
        reach: if contact.is_empty() { None } else { Some(serde_json::from_str(&contact)?) },
        nearby: Nearby::of(&nearby),
        saved_to: c.take()?,
        revision: c.take()?,
        started: c.take()?,
        changed: c.take()?,
        expires: c.take()?,
        reference: c.take::<Option<Reference>>()?,
        submitted: c.take()?,
    })
}

fn contact(draft: &Draft) -> Result<String> {
    Ok(draft.reach.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default())
}

/// True when this browser has begun a draft that belongs to no account.
pub async fn begun_in(conn: &mut Conn, visitor: Id) -> Result<bool> {
    Ok(conn.row(&BEGUN_IN, params![visitor, Id::NONE]).await?.is_some())
}

/// Gives the drafts this browser began without an account to the account that is signed in there.
pub async fn claim(conn: &mut Conn, visitor: Id, resident: Id) -> Result<()> {
    conn.exec(&CLAIM, params![visitor, resident, Id::NONE]).await.map(drop)
}

/// Adds a draft.
pub async fn insert(conn: &mut Conn, draft: &Draft) -> Result<()> {
    let row = params![
        draft.id,
        &draft.service,
        draft.version,
        draft.visitor,
        draft.resident,
        &draft.lang,
        draft.answers.to_json(),
        serde_json::to_string(&draft.given)?,
        contact(draft)?,
        draft.nearby.code(),
        &draft.saved_to,
        draft.revision,
        draft.started,
        draft.changed,
        draft.expires
    ];
    conn.exec(&INSERT, row).await.map(drop)
}

/// Keeps a changed draft, if it is still at `revision`; [`Error::Changed`] when it is not.
pub async fn save(conn: &mut Conn, draft: &Draft, revision: i64) -> Result<()> {
    let row = params![
        draft.id,
        revision,
        draft.resident,
        &draft.lang,
        draft.answers.to_json(),
        serde_json::to_string(&draft.given)?,
        contact(draft)?,
        draft.nearby.code(),
        draft.revision,
        draft.changed,
        draft.expires,
        &draft.saved_to
    ];
    conn.exec_one(&SAVE, row).await
}

/// Marks the draft as submitted under this reference and empties it, since the case has the answers now. False when it
/// is no longer at `revision`, or was submitted already.
pub async fn submit(conn: &mut Conn, id: Id, revision: i64, reference: &Reference, now: Micros) -> Result<bool> {
    Ok(conn.exec(&SUBMIT, params![id, revision, now, reference]).await? == 1)
}

/// A draft of this browser on this version of the service in which nothing was answered yet, started after `since`.
pub async fn untouched(conn: &mut Conn, draft: &Draft, since: Micros) -> Result<Option<Id>> {
    let row = params![draft.visitor, &draft.service, since, draft.version, draft.resident];
    conn.row(&UNTOUCHED, row).await?.map(|row| row.get(0)).transpose()
}

/// What this browser sent after `since`, by reference, at most 50.
pub async fn sent_from(conn: &mut Conn, visitor: Id, since: Micros) -> Result<Vec<Reference>> {
    conn.rows(&SENT_FROM, params![visitor, since]).await?.iter().map(|row| row.get(0)).collect()
}

/// How many drafts of a service are on a version before this one.
pub async fn behind(conn: &mut Conn, service: &str, version: i64) -> Result<i64> {
    conn.one(&BEHIND, params![service, version]).await?.get(0)
}

/// The drafts of a resident changed before `before`, newest first.
pub async fn of_resident(
    conn: &mut Conn,
    resident: Id,
    before: Micros,
    now: Micros,
    most: usize,
) -> Result<Vec<Summary>> {
    let rows = conn.rows(&OF_RESIDENT, params![resident, before, now, most]).await?;
    let summary = |row: Row| {
        let mut c = row.columns();
        Ok(Summary {
            id: c.take()?,
            service: c.take()?,
            version: c.take()?,
            started: c.take()?,
            changed: c.take()?,
            expires: c.take()?,
        })
    };
    rows.into_iter().map(summary).collect()
}

/// Everything this resident has begun and not sent, over or not, the longest untouched first.
pub async fn begun_by(conn: &mut Conn, resident: Id) -> Result<Vec<Id>> {
    conn.rows(&BEGUN_BY, params![resident]).await?.iter().map(|row| row.get(0)).collect()
}

/// Deletes a draft that was not submitted.
pub async fn delete(conn: &mut Conn, id: Id) -> Result<()> {
    conn.exec_one(&DELETE, params![id]).await
}

/// A draft whose time is over.
pub struct Expired {
    /// Its id.
    pub id: Id,
    /// It was sent in time: its answers are a case's.
    pub sent: bool,
}

/// The drafts whose time is over, the longest first.
pub async fn expired(conn: &mut Conn, now: Micros, most: usize) -> Result<Vec<Expired>> {
    let read = |row: Row| Ok(Expired { id: row.get(0)?, sent: row.get::<Option<Micros>>(1)?.is_some() });
    conn.rows(&EXPIRED, params![now, most]).await?.into_iter().map(read).collect()
}

/// Clears an expired draft away.
pub async fn clear(conn: &mut Conn, id: Id) -> Result<()> {
    conn.exec(&CLEAR, params![id]).await.map(drop)
}
