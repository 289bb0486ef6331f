//! What the demo keeps in the database about itself: that it was begun, and that it is whole.

use kit::db::Conn;
use kit::facts::{self, Fact, Subject};
use kit::who::Who;
use kit::{App, Id, Result, params, sql};

sql!(MADE_BEFORE, "SELECT id FROM households LIMIT 1");

/// The subject of the facts about the making of Eastmere.
const EASTMERE: Id = Id(*b"eastmere-council");
const BEGUN: &str = "demo.begun";
const MADE: &str = "demo.made";

/// How far Eastmere has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// There is nothing of it.
    Nothing,
    /// Its making was interrupted.
    HalfMade,
    /// It is all there.
    Whole,
}

/// How far Eastmere has come here.
pub(super) async fn state(conn: &mut Conn) -> Result<State> {
    let told = facts::timeline(conn, &[Subject::new("demo", EASTMERE)], None, 2).await?;
    let has = |kind: &str| told.iter().any(|fact| fact.kind == kind);
    let homes = conn.row(&MADE_BEFORE, params![]).await?.is_some();
    Ok(match (has(MADE), has(BEGUN) || homes) {
        (true, _) => State::Whole,
        (false, true) => State::HalfMade,
        (false, false) => State::Nothing,
    })
}

/// Says that the making has begun.
pub(super) async fn begin(app: &App) -> Result<()> {
    tell(app, BEGUN).await
}

/// Says that it is all there; the last thing done.
pub(super) async fn finish(app: &App) -> Result<()> {
    tell(app, MADE).await
}

async fn tell(app: &App, kind: &'static str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    facts::record(&mut tx, app, Fact::new(kind, &Who::system()).about("demo", EASTMERE)).await?;
    tx.commit().await
}
