//! Residents: their accounts, how they sign in, how they are told things, and what a one-time code opens without an account.
//!
//! An account has an email or a mobile number, with or without a password. Nothing here tells a stranger whether an account
//! exists: the words and the work are the same either way.

pub mod codes;
mod email;
pub mod grants;
mod model;
mod phone;
pub mod store;
mod tell;

pub use email::Email;
pub use model::{Address, Contact, Household, Resident};
pub use phone::Phone;
pub use store::{by_id, name_of};
pub use tell::{Message, To, Told, tell};

use kit::app::Boxed;
use kit::db::Conn;
use kit::{Id, Result};

/// Finds the name a resident's page calls them by: kit's `ResidentLookup`.
pub fn lookup(conn: &mut Conn, id: Id) -> Boxed<'_, Result<Option<String>>> {
    Box::pin(store::name_of(conn, id))
}
