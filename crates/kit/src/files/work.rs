//! What runs later: files that came while the virus scanner was away are looked at as soon as it is back.

use super::keep::PIECE;
use super::scan::{Scanner, Verdict};
use super::{File, Files, State, store};
use crate::app::{App, Boxed};
use crate::clock::{MINUTE, Micros};
use crate::db::again_if_collided;
use crate::error::Result;
use crate::facts::{self, Fact};
use crate::jobs::{Running, Work};
use crate::who::Who;
use serde_json::json;

/// Looked up at a time.
const FEW: usize = 20;

/// The jobs of files, for the wiring.
pub fn works() -> Vec<Work> {
    vec![Work::every(MINUTE, "kit.files", check)]
}

fn check<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { check_waiting(app).await.map(drop) })
}

/// Has every file looked at that no scanner has seen yet, if there is one and it answers. Returns how many were.
pub async fn check_waiting(app: &App) -> Result<usize> {
    let Some(scanner) = &Files::of(app).scanner else { return Ok(0) };
    let mut seen = 0;
    for state in [State::Waiting, State::Unchecked] {
        let mut after = Micros::MIN;
        loop {
            let some = store::in_state_after(&mut *app.db.read().await?, state, after, FEW).await?;
            let Some(last) = some.last() else { break };
            after = last.kept_at;
            // One that gets no verdict waits for the next time, and keeps none of the others waiting.
            for file in &some {
                seen += usize::from(look(app, scanner, file).await?);
            }
        }
    }
    Ok(seen)
}

/// False where the scanner gave no verdict.
async fn look(app: &App, scanner: &Scanner, file: &File) -> Result<bool> {
    let bytes = whole(app, file).await?;
    match scanner.check(&bytes).await {
        Ok(Verdict::Clean) => {
            again_if_collided(|| async {
                let mut tx = app.db.begin().await?;
                store::becomes(&mut tx, file.id, file.state, State::Clean).await?;
                tx.commit().await
            })
            .await?;
        }
        Ok(Verdict::Found(name)) => {
            tracing::warn!(%name, file = %file.id, "a virus was found in a file that waited for the scanner; its bytes are gone");
            again_if_collided(|| infected(app, file)).await?;
        }
        Err(away) => {
            tracing::error!(%away, file = %file.id, "a file still waits for the virus scanner");
            return Ok(false);
        }
    }
    Ok(true)
}

async fn infected(app: &App, file: &File) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if store::becomes(&mut tx, file.id, file.state, State::Infected).await? {
        store::empty(&mut tx, file.id).await?;
        let kind = if file.owner.kind == "case" { "case.file-infected" } else { "file.infected" };
        let fact = Fact::new(kind, &Who::system()).about(&file.owner.kind, file.owner.id);
        facts::record(&mut tx, app, fact.data(json!({ "file": file.id }))).await?;
    }
    tx.commit().await
}

/// All the bytes of a file, for what has to have it in one piece.
pub async fn whole(app: &App, file: &File) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(file.bytes as usize + PIECE);
    for number in 1.. {
        match store::piece(&mut *app.db.read().await?, file.id, number).await? {
            Some(piece) => bytes.extend_from_slice(&piece),
            None => break,
        }
    }
    Ok(bytes)
}
