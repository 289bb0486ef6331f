//! Grants: a code entered for a case or a draft lets this browser see it, without an account.

use crate::store;
use kit::app::App;
use kit::clock::{HOUR, Micros};
use kit::db::{Conn, Tx};
use kit::session::{self, Surface};
use kit::who::{Person, Who};
use kit::{Id, Result};

/// The kind of grant that opens a case, or a joiner's report.
pub const CASE: &str = "case";
/// How long a browser keeps what a code has opened.
const LASTS: Micros = 24 * HOUR;

/// Lets this browser see it for a day.
pub async fn give(tx: &mut Tx, app: &App, visitor: Id, kind: &str, subject: Id) -> Result<()> {
    store::grants::give(tx, visitor, kind, subject, app.now() + LASTS).await
}

/// True when this browser may see it.
pub async fn has(conn: &mut Conn, visitor: Id, kind: &str, subject: Id, now: Micros) -> Result<bool> {
    store::grants::has(conn, visitor, kind, subject, now).await
}

/// The browser as a visitor. One that has no session gets one, with the `Set-Cookie` value to answer with.
pub async fn visitor(tx: &mut Tx, app: &App, who: &Who) -> Result<(Id, Option<String>)> {
    match who.visitor {
        Some(visitor) => Ok((visitor, None)),
        None => {
            let (session, cookie) = session::start(tx, app, Surface::Resident, &Person::Anyone, who).await?;
            Ok((session, Some(cookie)))
        }
    }
}
