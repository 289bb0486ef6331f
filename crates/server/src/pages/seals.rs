//! `GET /open/seals`: the heads of the journal's chain, published so that anybody can hold the council to them.

use axum::Json;
use axum::extract::State;
use kit::extract::Query;
use kit::facts::seals;
use kit::{App, Result};
use serde::{Deserialize, Serialize};

/// Seals on one page.
const PAGE: usize = 100;

/// What the address of the page says.
#[derive(Deserialize)]
pub struct Asked {
    before: Option<i64>,
}

/// Seals, newest first, and where older ones are.
#[derive(Serialize)]
pub struct Published {
    seals: Vec<One>,
    next: Option<String>,
}

#[derive(Serialize)]
struct One {
    number: i64,
    first: i64,
    last: i64,
    at: i64,
    hash: String,
    signature: String,
    signer: String,
}

/// The newest seals first.
pub async fn show(State(app): State<App>, Query(asked): Query<Asked>) -> Result<Json<Published>> {
    let found = seals::list(&mut *app.db.read().await?, asked.before, PAGE).await?;
    let next =
        (found.len() == PAGE).then(|| found.last().map(|s| format!("/open/seals?before={}", s.number))).flatten();
    let seals = found.iter().map(|seal| One {
        number: seal.number,
        first: seal.first,
        last: seal.last,
        at: seal.at,
        hash: seal.hash_text(),
        signature: seal.signature_text(),
        signer: seal.signer_text(),
    });
    Ok(Json(Published { seals: seals.collect(), next }))
}
