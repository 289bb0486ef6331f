//! The floor walker's handheld, `/floor/{site}`: greets, gives tickets, asks anew, and sees who waits. On a phone, and where there is
//! no signal too: `web/scripts/floor.ts` keeps what was touched and sends it later, under the key it was made with.

pub mod add;
pub mod ask;
pub mod show;
pub mod ticket;
pub mod visit;

use crate::access::{Action, check};
use crate::site::{Site, Sites};
use kit::who::Who;
use kit::{App, Result};

/// The site somebody walks the floor of.
pub(super) fn at<'a>(app: &'a App, who: &Who, site: &str) -> Result<&'a Site> {
    check(who, Action::Walk)?;
    app.part::<Sites>()?.get(site)
}

/// The first page of a site's floor.
pub(super) fn home(site: &Site) -> String {
    format!("/floor/{}", site.id)
}
