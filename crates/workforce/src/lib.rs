//! The workforce: staff, their roles and teams, and how they sign in: a password, then a code from their own device.

mod model;
pub mod store;

pub use model::{Details, Member, Team};
pub use store::{in_team, name_of, team, teams, with_role};

use kit::app::Boxed;
use kit::db::Conn;
use kit::who::Staff;
use kit::{Id, Result};

/// Finds the member of staff behind a session: kit's `StaffLookup`. Changed roles count from the next request.
pub fn lookup(conn: &mut Conn, id: Id) -> Boxed<'_, Result<Option<Staff>>> {
    Box::pin(store::who(conn, id))
}
