//! What staff keep in a resident's record, as what is held on them. Why somebody is thought a risk is told by whoever has
//! read it through first.

use crate::store::personal_record as store;
use kit::db::{Conn, Tx};
use kit::personal::{Part, Reader, Row};
use kit::{Id, Result};

/// Who may speak for them, the markers on their record, and each time it was opened.
pub async fn personal_data(conn: &mut Conn, resident: Id, reader: Reader) -> Result<Vec<Part>> {
    let authority = |one: store::Authority| {
        let row = Row::new().code("kind", one.kind).text("name", one.holder).text("about", one.scope);
        let row = row.text("shown", one.seen).time("made", one.made_at).time("until", one.until);
        row.time("ended", one.ended_at)
    };
    let authorities = store::authorities(conn, resident).await?.into_iter().map(authority).collect();
    let mut markers = store::markers(conn, resident).await?;
    markers.retain(|marker| reader == Reader::Staff || marker.kind != "risk");
    let marker = |one: store::Marker| {
        let row = Row::new().code("kind", one.kind).text("reason", one.reason).time("made", one.made_at);
        row.text("review", one.review.unwrap_or_default()).time("ended", one.ended_at)
    };
    let opening = |one: store::Opening| {
        let row = Row::new().time("at", one.at).code("purpose", one.purpose).code("caller", one.caller);
        row.code("given", one.given).code("passed", one.passed)
    };
    Ok(vec![
        Part::of("residents_authorities", authorities),
        Part::of("residents_markers", markers.into_iter().map(marker).collect()),
        Part::of("residents_openings", store::openings(conn, resident).await?.into_iter().map(opening).collect()),
    ])
}

/// Forgets who may speak for them, and the markers.
pub(crate) async fn forget(tx: &mut Tx, resident: Id) -> Result<()> {
    store::forget(tx, resident).await
}
