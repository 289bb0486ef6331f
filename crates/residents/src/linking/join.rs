//! Joining two records: one row, and nothing moves.

use super::{joined, proof};
use crate::find::keys;
use crate::store::merges::{self, Merge, Proposal};
use kit::app::App;
use kit::db::{Conn, Tx};
use kit::facts::{self, Fact};
use kit::who::Who;
use kit::{Error, Id, Result};
use serde_json::json;

/// Why two records cannot be joined: somebody has said of two of their accounts that they are two people's, or it is done.
pub(crate) async fn hindrance(conn: &mut Conn, of: &Proposal) -> Result<Option<&'static str>> {
    let (of_a, of_b) = (joined::all(conn, of.a).await?, joined::all(conn, of.b).await?);
    if of_a.iter().any(|id| of_b.contains(id)) {
        return Ok(Some("residents-desk-linking-refused-joined"));
    }
    for a in &of_a {
        for b in &of_b {
            let other = merges::of_pair(conn, *a, *b).await?;
            if other.is_some_and(|other| other.id != of.id && other.state == "never") {
                return Ok(Some("residents-desk-linking-refused-never"));
            }
        }
    }
    Ok(None)
}

/// Joins the two of a proposal that was decided; whoever has passed a check for each sees the other's at once, and the older account is
/// told. `key`: of the decision.
pub async fn join(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (of, keep): (&Proposal, Id),
    (key, reason): (Id, String),
) -> Result<Merge> {
    // Somebody else may have joined others of theirs since the page was looked at.
    if hindrance(tx, of).await?.is_some() {
        return Err(Error::Rerun);
    }
    let other = if keep == of.a { of.b } else { of.a };
    // Only the head of what is joined to another can go below it; so parting any two leaves the others as they were joined.
    let (kept, merged) = (keep, joined::kept(tx, other).await?);
    let office = who.staff()?.roles.first().map_or("", |role| role.code());
    let merge = Merge {
        id: key,
        proposal: of.id,
        kept,
        merged,
        office: office.to_owned(),
        reason: reason.clone(),
        made_by: who.staff()?.id,
        made_at: app.now(),
        disputed_at: None,
        undone_reason: String::new(),
        undone_by: None,
        undone_at: None,
        proof: None,
    };
    if !merges::join(tx, &merge).await? {
        return Err(Error::Rerun);
    }
    rekey(tx, of).await?;
    let fact = Fact::new("resident.linked", who).data(json!({ "merge": key, "kept": kept, "merged": merged }));
    facts::record(tx, app, about_both(fact, of, &merge).body(reason)).await?;
    // Both were checked on the way here: there is nothing more to be shown.
    let (one, other) = (
        proof::is_checked(tx, app, who, kept, merge.made_at).await?,
        proof::is_checked(tx, app, who, merged, merge.made_at).await?,
    );
    let both = one && other;
    if both && proof::prove(tx, app, who, &merge, "checks").await? {
        return Ok(merge);
    }
    proof::tell_older(tx, app, &merge).await?;
    Ok(merge)
}

/// A safe address of one is one of all while they are joined: whoever is found by it has to be found anew, and who may see their other
/// pairs is said anew.
pub(crate) async fn rekey(tx: &mut Tx, of: &Proposal) -> Result<()> {
    for id in [of.a, of.b] {
        for account in joined::all(tx, id).await? {
            keys::write(tx, account).await?;
        }
        joined::guard(tx, id).await?;
    }
    Ok(())
}

/// Joined records share their timelines, unless a safe address parts them: then the fact is about neither.
pub(crate) fn about_both(fact: Fact, of: &Proposal, merge: &Merge) -> Fact {
    if of.apart {
        fact.about("proposal", of.id)
    } else {
        fact.about("resident", merge.kept).about("resident", merge.merged)
    }
}
