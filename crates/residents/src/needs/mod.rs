//! What somebody needs so that the council works for them: barriers, asked for in plain words, and adjustments, asked for once
//! and obeyed everywhere. [`obey`] says what each adjustment means; `tell` sends nothing against it, and what staff do by
//! hand against it is reported ([`report`]).

mod asks;
mod change;
mod criteria;
pub(crate) mod desk;
mod form;
pub(crate) mod list;
pub mod obey;
pub mod own;
mod passport;
pub(crate) mod published;
mod reported;
mod words;

pub use asks::{Ask, HOURS, LANGUAGES, WAYS};
pub(crate) use change::again;
pub use change::{Given, save, save_all, some_again, works};
pub use criteria::{Barrier, Criteria, Rule};
pub(crate) use own::theirs;
pub use passport::{Answer, Passport};
pub use reported::{Report, report};
pub use words::{NotRung, call_words, hour, line, lines, not_rung, outline, outlined};

use crate::store;
use kit::db::Conn;
use kit::{Id, Result};

/// What this resident told us they need.
pub async fn of(conn: &mut Conn, resident: Id) -> Result<Passport> {
    store::needs::passport(conn, resident).await
}

/// What somebody with several accounts told us, under any of them. Where two say something else of the same, the first stands.
pub async fn of_all(conn: &mut Conn, accounts: &[Id]) -> Result<Passport> {
    let mut all = Passport::default();
    for account in accounts {
        all = all.with(of(conn, *account).await?);
    }
    Ok(all)
}
