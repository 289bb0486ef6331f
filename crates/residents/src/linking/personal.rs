//! What is held on a person about which records are theirs, and erasing it. That somebody was taken for another person is told to
//! neither: it would tell one of the other.

use crate::store::merges as store;
use kit::Id;
use kit::Result;
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::personal::{Part, Reader, Row};

/// The pairs that were proposed about this resident, for staff alone; and the records joined as theirs. One who joined is told to the
/// person while nothing parts the accounts.
pub async fn personal_data(conn: &mut Conn, resident: Id, reader: Reader) -> Result<Vec<Part>> {
    let staff = reader == Reader::Staff;
    let mut proposals = Vec::new();
    for one in if staff { store::all_of(conn, resident).await? } else { Vec::new() } {
        let row = Row::new().code("state", one.state).time("made", one.made_at).text("reason", one.reason);
        proposals.push(row.code("bits", one.bits).time("ended", one.decided_at));
    }
    let standing = store::edges(conn, resident).await?;
    let mut merges = Vec::new();
    for one in store::of_resident(conn, resident).await? {
        let told = standing.iter().any(|edge| edge.id == one.id && !edge.is_apart());
        if !staff && !told {
            continue;
        }
        let row = Row::new().code("office", one.office).time("made", one.made_at).time("ended", one.undone_at);
        let row = row.time("proved", one.proof.map(|proof| proof.at));
        merges.push(if staff {
            row.text("reason", format!("{} {}", one.reason, one.undone_reason).trim())
        } else {
            row
        });
    }
    Ok(vec![Part::of("residents_proposals", proposals), Part::of("residents_merges", merges)])
}

/// Parts whoever is erased from the accounts that were not shown to be theirs, or kept apart: nobody can decide about the pair any more.
pub(crate) async fn part(tx: &mut Tx, resident: Id, now: Micros) -> Result<()> {
    for edge in store::edges(tx, resident).await?.into_iter().filter(|edge| !edge.is_shared()) {
        store::undo(tx, edge.id, "", Id::NONE, now).await?;
    }
    Ok(())
}

/// Forgets what was proposed about a resident, and the words staff wrote about it. That records were joined stays: it names nobody.
pub(crate) async fn forget(tx: &mut Tx, resident: Id) -> Result<()> {
    store::forget(tx, resident).await
}
