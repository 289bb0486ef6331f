//! `cases`: one row a case.

use super::{contact_values, take_contact};
use crate::model::{Case, Place, Promise, Status};
use crate::near::cell;
use kit::clock::Micros;
use kit::db::{AT_ONCE, Conn, Row, Value, at_once};
use kit::{Error, Id, Reference, Result, at_once, params, sql};

macro_rules! columns {
    () => {
        "id, ref, draft, revision, service, version, kind, title, status, priority, team, owner, opened, dated, \
         promised, promise_reason, promises, told_late, next_action, closed, outcome, source, resident, visitor, \
         contact_name, contact_email, contact_phone, lang, contact_by, latitude, longitude, ward, postcode, street, passed_to, \
         passed_sent"
    };
}

macro_rules! seen {
    () => {
        concat!(columns!(), ", erased")
    };
}

// One statement on the hottest path. A reference another reporter already has counts as taken.
sql!(
    INSERT,
    concat!(
        "INSERT INTO cases (",
        columns!(),
        ", live, external, cell, answers, owned, contact_key, unread)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, 0
         WHERE NOT EXISTS (SELECT 1 FROM cases_reporters WHERE ref = $2)
         ON CONFLICT DO NOTHING"
    )
);
sql!(BY_ID, concat!("SELECT ", seen!(), " FROM cases WHERE id = $1"));
sql!(BY_IDS, concat!("SELECT ", seen!(), " FROM cases WHERE id IN ", at_once!()));
sql!(BY_REF, concat!("SELECT ", seen!(), " FROM cases WHERE ref = $1"));
sql!(BY_DRAFT, concat!("SELECT ", seen!(), " FROM cases WHERE draft = $1"));
sql!(HAS_EXTERNAL, "SELECT id FROM cases WHERE source = $1 AND external = $2 AND external <> ''");
sql!(ANSWERS, "SELECT answers FROM cases WHERE id = $1");
sql!(
    SAVE,
    "UPDATE cases SET revision = $2 + 1, status = $3, live = $4, team = $5, owner = $6, promised = $7,
        promise_reason = $8, promises = $9, told_late = $10, next_action = $11, closed = $12, outcome = $13,
        passed_to = $14, owned = $15, passed_sent = $16
     WHERE id = $1 AND revision = $2"
);
sql!(UNREAD, "SELECT unread FROM cases WHERE id = $1");
sql!(SET_UNREAD, "UPDATE cases SET unread = $2 WHERE id = $1 AND unread <> $2");
sql!(
    LATE_UNTOLD,
    concat!(
        "SELECT ",
        seen!(),
        " FROM cases WHERE live = 1 AND told_late = 0 AND promised < $1 AND (promised, id) > ($3, $4)
         ORDER BY promised, id LIMIT $2"
    )
);
sql!(
    NEAR,
    "SELECT id, draft, latitude, longitude, answers FROM cases
     WHERE live = 1 AND cell <> 0 AND service = $1 AND kind = $2
       AND cell IN ($3, $4, $5, $6, $7, $8, $9, $10, $11) AND id > $12
     LIMIT 200"
);
sql!(OF_RESIDENT, concat!("SELECT ", seen!(), " FROM cases WHERE resident = $1 AND id < $2 ORDER BY id DESC LIMIT $3"));

fn read(row: Row) -> Result<Case> {
    let mut c = row.columns();
    Ok(Case {
        id: c.take()?,
        reference: c.take()?,
        draft: c.take()?,
        revision: c.take()?,
        service: c.take()?,
        version: c.take()?,
        kind: c.take()?,
        title: c.take()?,
        status: status(c.take()?)?,
        priority: c.take()?,
        team: c.take()?,
        owner: c.take()?,
        opened: c.take()?,
        dated: c.take()?,
        promise: Promise { due: c.take()?, reason: c.take()? },
        promises: c.take()?,
        told_late: c.take()?,
        next_action: c.take()?,
        closed: c.take()?,
        outcome: c.take()?,
        source: c.take()?,
        resident: c.take()?,
        visitor: c.take()?,
        contact: take_contact(&mut c)?,
        place: {
            let (latitude, longitude): (Option<f64>, Option<f64>) = (c.take()?, c.take()?);
            Place { position: latitude.zip(longitude), ward: c.take()?, postcode: c.take()?, street: c.take()? }
        },
        passed_to: c.take()?,
        passed_sent: c.take()?,
        erased: c.take()?,
    })
}

/// A status as stored.
pub(super) fn status(code: String) -> Result<Status> {
    Status::of(&code).ok_or_else(|| Error::internal(format!("{code} is no status")))
}

/// What is kept with a new case and never shown with it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    /// The source's own identifier; empty where it has none.
    pub external: String,
    /// The answers as JSON text.
    pub answers: String,
    /// The address a one-time code has proved; empty when none was.
    pub contact_key: String,
}

/// Inserts a new case; false when its draft, reference or external identifier is already there.
pub(crate) async fn insert(tx: &mut Conn, case: &Case, beside: &Beside) -> Result<bool> {
    let [name, email, phone, lang, by] = contact_values(&case.contact);
    let (latitude, longitude) = case.place.position.unzip();
    let row = params![
        case.id,
        &case.reference,
        case.draft,
        case.revision,
        &case.service,
        case.version,
        &case.kind,
        &case.title,
        case.status.code(),
        &case.priority,
        &case.team,
        case.owner,
        case.opened,
        case.dated,
        case.promise.due,
        &case.promise.reason,
        case.promises,
        case.told_late,
        case.next_action,
        case.closed,
        &case.outcome,
        &case.source,
        case.resident,
        case.visitor,
        name,
        email,
        phone,
        lang,
        by,
        latitude,
        longitude,
        &case.place.ward,
        &case.place.postcode,
        &case.place.street,
        &case.passed_to,
        case.passed_sent,
        case.status.is_live(),
        &beside.external,
        case.place.position.map_or(0, cell),
        &beside.answers,
        !case.owner.is_none(),
        &beside.contact_key
    ];
    Ok(tx.exec(&INSERT, row).await? == 1)
}

/// Writes everything that can change, if nobody changed it since it was read: else [`Error::Changed`].
/// The case given then stands at the next revision.
pub(crate) async fn save(tx: &mut Conn, case: &mut Case) -> Result<()> {
    let row = params![
        case.id,
        case.revision,
        case.status.code(),
        case.status.is_live(),
        &case.team,
        case.owner,
        case.promise.due,
        &case.promise.reason,
        case.promises,
        case.told_late,
        case.next_action,
        case.closed,
        &case.outcome,
        &case.passed_to,
        !case.owner.is_none(),
        case.passed_sent
    ];
    tx.exec_one(&SAVE, row).await?;
    case.revision += 1;
    Ok(())
}

/// The case with this id.
pub(crate) async fn by_id(conn: &mut Conn, id: Id) -> Result<Case> {
    read(conn.one(&BY_ID, params![id]).await?)
}

/// The cases with these ids, as they are found.
pub(crate) async fn by_ids(conn: &mut Conn, ids: &[Id]) -> Result<Vec<Case>> {
    let mut all = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        for row in conn.rows(&BY_IDS, &at_once(some)).await? {
            all.push(read(row)?);
        }
    }
    Ok(all)
}

/// The case with this reference, if it is the first reporter's.
pub(crate) async fn by_ref(conn: &mut Conn, reference: &Reference) -> Result<Option<Case>> {
    conn.row(&BY_REF, params![reference]).await?.map(read).transpose()
}

/// The case a submission became.
pub(crate) async fn by_draft(conn: &mut Conn, draft: Id) -> Result<Option<Case>> {
    conn.row(&BY_DRAFT, params![draft]).await?.map(read).transpose()
}

/// True when the source's own identifier is already here.
pub(crate) async fn has_external(conn: &mut Conn, source: &str, external: &str) -> Result<bool> {
    Ok(conn.row(&HAS_EXTERNAL, params![source, external]).await?.is_some())
}

/// The answers as JSON text.
pub(crate) async fn answers(conn: &mut Conn, id: Id) -> Result<String> {
    conn.one(&ANSWERS, params![id]).await?.get(0)
}

/// The order in which what residents wrote and nobody opened is read: see [`crate::model::unread_after`].
pub(crate) async fn unread(conn: &mut Conn, id: Id) -> Result<Micros> {
    conn.one(&UNREAD, params![id]).await?.get(0)
}

/// Sets that order; 0 when everything has been opened.
pub(crate) async fn set_unread(tx: &mut Conn, id: Id, unread: Micros) -> Result<()> {
    tx.exec(&SET_UNREAD, params![id, unread]).await.map(drop)
}

/// Live cases past their promise whose residents have not been told so, after this promise and id.
pub(crate) async fn late_untold(conn: &mut Conn, now: Micros, after: (Micros, Id), limit: usize) -> Result<Vec<Case>> {
    conn.rows(&LATE_UNTOLD, params![now, limit, after.0, after.1]).await?.into_iter().map(read).collect()
}

/// A live case that may be the same thing.
pub(crate) struct Candidate {
    pub id: Id,
    pub draft: Id,
    pub position: (f64, f64),
    pub answers: String,
}

/// Live cases of this service and kind in these cells, opened after the id.
pub(crate) async fn near(
    conn: &mut Conn,
    service: &str,
    kind: &str,
    cells: [i64; 9],
    after: Id,
) -> Result<Vec<Candidate>> {
    let mut values = vec![Value::from(service), Value::from(kind)];
    values.extend(cells.map(Value::from));
    values.push(Value::from(after));
    let rows = conn.rows(&NEAR, &values).await?;
    let candidate = |row: Row| {
        let mut c = row.columns();
        Ok(Candidate { id: c.take()?, draft: c.take()?, position: (c.take()?, c.take()?), answers: c.take()? })
    };
    rows.into_iter().map(candidate).collect()
}

/// A resident's own cases, newest first, opened before the id.
pub(crate) async fn of_resident(conn: &mut Conn, resident: Id, before: Id, limit: usize) -> Result<Vec<Case>> {
    conn.rows(&OF_RESIDENT, params![resident, before, limit]).await?.into_iter().map(read).collect()
}
