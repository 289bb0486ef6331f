//! Mail at the desk: what waits, reading it, and saying what it belongs to.

pub(crate) mod answer;
pub(crate) mod files;
pub(crate) mod list;
pub(crate) mod mark;
pub(crate) mod marked;
pub(crate) mod open;
pub(crate) mod place;
pub(crate) mod post;
pub(crate) mod show;
mod typed;

use crate::model::Received;
use crate::{store, thread};
use kit::db::Conn;
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// The frame of a page of the desk; staff pages are written in English.
fn frame(app: &App, who: &Who, path: String, title: &str) -> Frame {
    Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, path, title)
}

/// The mail of an address, for whoever takes contacts; one on a case, for whoever may see that.
async fn find(conn: &mut Conn, app: &App, who: &Who, id: &str) -> Result<Received> {
    contact::check(who, contact::Action::Take)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let received = store::received::by_id(conn, id).await?;
    match received.on_case() {
        Some(case) if !thread::may_see(conn, app, who, case).await? => Err(Error::NotFound),
        _ => Ok(received),
    }
}
