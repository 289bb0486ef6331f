//! Cases: what residents asked for, who owns it, by when it is promised, and what happened to it.
//!
//! A submission becomes a case through [`open()`]; a report of the same thing nearby joins the case that is there and gets
//! a reference of its own. Every change is a fact; everybody who reported it is told.

pub mod access;
mod book;
mod desk;
mod facts;
pub mod import;
mod jobs;
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

pub use model::{Case, Contact, Place, Promise, Status, Timeliness};
pub use near::WIDEST;
pub use jobs::{watch_promises, works};
pub use open::{Given, Near, Opened, Opening, nearby, open};
pub use routes::routes;

use kit::db::Conn;
use kit::{Id, Result};

/// A resident's own cases, newest first, opened before the id ([`None`] for the newest).
pub async fn of_resident(conn: &mut Conn, resident: Id, before: Option<Id>, limit: usize) -> Result<Vec<Case>> {
    store::cases::of_resident(conn, resident, before.unwrap_or(Id([0xff; 16])), limit).await
}

/// The cases of a resident with messages from the council they have not opened: one entry a message.
pub async fn unread_of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Id>> {
    store::messages::unread_of_resident(conn, resident).await
}

/// The words key of a status as a resident reads it.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "cases-status-open",
        Status::Waiting => "cases-status-waiting",
        Status::Decided => "cases-status-decided",
        Status::PassedOn => "cases-status-passed-on",
        Status::Closed => "cases-status-closed",
        Status::Withdrawn => "cases-status-withdrawn",
    }
}

/// The question whose answer is a case's category within its service, where a service asks one of this name.
pub const KIND: &str = "kind";
