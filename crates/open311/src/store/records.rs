//! `open311_records`: what everybody may know of reports.

use crate::asked::Span;
use crate::record::Record;
use kit::clock::Micros;
use kit::db::{Conn, Row};
use kit::{Id, Result, params, sql};

macro_rules! columns {
    () => {
        "case_id, ref, service, version, live, outcome, passed_to, team, source, opened, updated, due, latitude, longitude, \
         ward, postcode, street, chosen"
    };
}

sql!(
    SAVE,
    concat!(
        "INSERT INTO open311_records (",
        columns!(),
        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT (case_id) DO UPDATE SET service = $3, version = $4, live = $5, outcome = $6, passed_to = $7,
            team = $8, source = $9, opened = $10,
            updated = CASE WHEN open311_records.updated > $11 THEN open311_records.updated ELSE $11 END,
            due = $12, latitude = $13, longitude = $14, ward = $15, postcode = $16, street = $17, chosen = $18"
    )
);
sql!(KNOWN, "SELECT outcome, updated FROM open311_records WHERE case_id = $1");
sql!(FORGET, "DELETE FROM open311_records WHERE case_id = $1");
sql!(
    BY_OPENED,
    concat!(
        "SELECT ",
        columns!(),
        " FROM open311_records WHERE service = $1 AND live = $2 AND opened >= $3 AND opened < $4
         ORDER BY opened DESC, case_id DESC LIMIT $5"
    )
);
// The other dates stand inside a CASE, so that no other index is thought of.
sql!(
    BY_UPDATED,
    concat!(
        "SELECT ",
        columns!(),
        " FROM open311_records WHERE service = $1 AND live = $2 AND updated >= $3 AND updated < $4
          AND CASE WHEN opened >= $6 AND opened < $7 THEN 1 ELSE 0 END <> 0
         ORDER BY updated DESC, case_id DESC LIMIT $5"
    )
);

fn read(row: Row) -> Result<Record> {
    let mut c = row.columns();
    Ok(Record {
        case: c.take()?,
        reference: c.take()?,
        service: c.take()?,
        version: c.take()?,
        live: c.take()?,
        outcome: c.take()?,
        passed_to: c.take()?,
        team: c.take()?,
        source: c.take()?,
        opened: c.take()?,
        updated: c.take()?,
        due: c.take()?,
        position: {
            let (latitude, longitude): (Option<f64>, Option<f64>) = (c.take()?, c.take()?);
            latitude.zip(longitude)
        },
        ward: c.take()?,
        postcode: c.take()?,
        street: c.take()?,
        chosen: serde_json::from_str(&c.take::<String>()?)?,
    })
}

/// Puts a record in the place of what was known of its case; the last change never goes back.
pub(crate) async fn save(tx: &mut Conn, record: &Record) -> Result<()> {
    let (latitude, longitude) = record.position.unzip();
    let row = params![
        record.case,
        &record.reference,
        &record.service,
        record.version,
        record.live,
        &record.outcome,
        &record.passed_to,
        &record.team,
        &record.source,
        record.opened,
        record.updated,
        record.due,
        latitude,
        longitude,
        &record.ward,
        &record.postcode,
        &record.street,
        serde_json::to_string(&record.chosen)?
    ];
    tx.exec(&SAVE, row).await.map(drop)
}

/// What was known of a case.
pub(crate) struct Known {
    /// Empty where there was none.
    pub outcome: String,
    pub updated: Micros,
}

/// What is known of a case, if anything is.
pub(crate) async fn known(conn: &mut Conn, case: Id) -> Result<Option<Known>> {
    let known = |row: Row| Ok(Known { outcome: row.get(0)?, updated: row.get(1)? });
    conn.row(&KNOWN, params![case]).await?.map(known).transpose()
}

/// Forgets a case that is gone.
pub(crate) async fn forget(tx: &mut Conn, case: Id) -> Result<()> {
    tx.exec(&FORGET, params![case]).await.map(drop)
}

/// Records of a service, open or closed, that came in within the span, newest first.
pub(crate) async fn by_opened(
    conn: &mut Conn,
    (service, live): (&str, bool),
    opened: &Span,
    limit: usize,
) -> Result<Vec<Record>> {
    let values = params![service, live, opened.start, opened.end, limit];
    conn.rows(&BY_OPENED, values).await?.into_iter().map(read).collect()
}

/// The same by when they last changed; they came in within the second span.
pub(crate) async fn by_updated(
    conn: &mut Conn,
    (service, live): (&str, bool),
    (updated, opened): (&Span, &Span),
    limit: usize,
) -> Result<Vec<Record>> {
    let values = params![service, live, updated.start, updated.end, limit, opened.start, opened.end];
    conn.rows(&BY_UPDATED, values).await?.into_iter().map(read).collect()
}
