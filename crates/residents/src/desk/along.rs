//! A contact is passed on: what the caller showed the colleague counts for whoever takes it up, as long as it would have for the colleague.

use crate::access;
use crate::linking::joined;
use crate::store::record::{self, Marker, Opening};
use kit::db::Tx;
use kit::facts::{self, Fact};
use kit::who::Who;
use kit::{App, Id, Result, looks};

/// Opens the record to this member of staff as it was open to the colleague for the same caller, and no longer. Nothing where it was not
/// open to a caller who passed, or is open to them already. It is on record as a check of its own, which names the colleague; where few are
/// to open it a leader looks into it.
pub async fn come_along(tx: &mut Tx, app: &App, who: &Who, colleague: Id, resident: Id) -> Result<()> {
    access::may_find(who)?;
    let (staff, kept, now) = (who.staff()?.id, joined::record(tx, resident).await?, app.now());
    let is_good = |opening: &Opening| opening.passed && opening.purpose == "caller" && opening.until > now;
    let Some(theirs) = record::opened(tx, colleague, kept).await?.filter(is_good) else { return Ok(()) };
    if colleague == staff || super::is_open(tx, app, who, kept).await?.is_some() {
        return Ok(());
    }
    let review = record::markers(tx, kept).await?.iter().any(Marker::keeps);
    let ours = Opening { id: app.id(), staff, at: now, ..theirs };
    record::insert_opening(tx, kept, &ours, ("", review)).await?;
    looks::record(tx, app, who, "resident", kept, "caller").await?;
    let data = serde_json::json!({ "caller": ours.caller, "given": ours.given, "colleague": colleague });
    let fact = Fact::new("resident.check-passed", who).about("resident", kept).data(data);
    facts::record(tx, app, fact).await.map(drop)
}
