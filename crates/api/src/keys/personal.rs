//! What keys say of a resident: what they called them, and when they were used.

use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::keys;
use kit::personal::{Part, Row};
use kit::{Id, Result};

/// The keys of a resident.
pub async fn personal_data(conn: &mut Conn, resident: Id) -> Result<Part> {
    let row = |key: keys::Key| {
        let row = Row::new().id("id", key.id).text("name", key.name).time("made", key.made).time("until", key.expires);
        row.time("seen", key.used).time("closed", key.ended).code("scopes", key.scopes)
    };
    let all = keys::of(conn, &Subject::new("resident", resident)).await?;
    Ok(Part::of("keys", all.into_iter().map(row).collect()))
}

/// Forgets them.
pub async fn erase(tx: &mut Tx, resident: Id) -> Result<()> {
    keys::erase(tx, &Subject::new("resident", resident)).await
}
