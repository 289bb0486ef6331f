//! `/account/details`: what we hold about a resident's account, and changing it. One action, one file.

pub mod address;
pub mod joined;
pub mod language;
pub mod name;
pub mod password;
pub mod sessions;
pub mod show;
pub mod verify;

use crate::access;
use crate::model::Resident;
use crate::store;
use kit::app::App;
use kit::db::{Conn, Tx};
use kit::facts::{self, Fact};
use kit::who::Who;
use kit::{Error, Result};
use serde_json::json;

/// The path of the overview.
pub const PATH: &str = "/account/details";

/// The resident whose account this is.
async fn own(conn: &mut Conn, who: &Who) -> Result<Resident> {
    let id = access::own(who)?;
    store::by_id(conn, id).await?.ok_or(Error::SignIn)
}

/// The same, read on its own.
pub(crate) async fn read_own(app: &App, who: &Who) -> Result<Resident> {
    access::own(who)?;
    own(&mut *app.db.read().await?, who).await
}

/// Records that something about the account was changed; what, never to what.
async fn changed(tx: &mut Tx, app: &App, who: &Who, what: &'static str) -> Result<()> {
    let fact = Fact::new("resident.changed", who).about("resident", who.id()).data(json!({ "what": what }));
    facts::record(tx, app, fact).await.map(drop)
}

/// The overview with a word about what was done; the word is a code the overview knows.
fn done(what: &str) -> axum::response::Response {
    kit::page::see(&format!("{PATH}?done={what}"))
}
