//! Cases: what residents asked for, who owns it, by when it is promised, and what happened to it.
//!
//! A submission becomes a case through [`open()`]; a report of the same thing nearby joins the case that is there and gets
//! a reference of its own. Every change is a fact; everybody who reported it is told.

pub mod access;
mod book;
mod desk;
mod facts;
mod model;
mod names;
mod near;
mod open;
mod resident;
mod routes;
mod store;
mod tell;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod timeline;

pub use book::KIND;
pub use model::{Case, Contact, Place, Promise, Status, Timeliness};
pub use near::WIDEST;
pub use open::{Given, Near, Opened, Opening, nearby, open};
pub use routes::routes;

use kit::db::Conn;
use kit::{Id, Result};

/// A resident's own cases, newest first, opened before the id ([`None`] for the newest).
pub async fn of_resident(conn: &mut Conn, resident: Id, before: Option<Id>, limit: usize) -> Result<Vec<Case>> {
    store::cases::of_resident(conn, resident, before.unwrap_or(Id([0xff; 16])), limit).await
}
