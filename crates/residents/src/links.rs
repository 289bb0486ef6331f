//! The link in the last code that is sent for a while. Strangers can ask for codes until no more are sent; whoever reads the
//! messages there is let in by the link all that time, so nobody is kept out. It cannot be guessed, so no tries are counted.

use crate::codes::{Ask, Purpose};
use crate::store::links::{self, Link};
use kit::Result;
use kit::app::App;
use kit::attempts::{self, CODES_SENT};
use kit::db::{Conn, Tx};
use kit::session::token_hash;
use kit::who::Who;
use kit::{Error, Id, link};

/// Where the link leads.
pub const PATH: &str = "/sign-in/link";

/// Makes a link that is good for as long as no more codes are sent. Gives its path.
pub async fn make(tx: &mut Tx, app: &App, ask: &Ask<'_>, leads_to: &str, bucket: String) -> Result<String> {
    let token = app.entropy.token();
    let link = Link {
        purpose: ask.purpose.code().to_owned(),
        subject: ask.subject,
        address: Some(ask.address.clone()),
        leads_to: leads_to.to_owned(),
        bucket,
    };
    links::insert(tx, token_hash(&token), &link, app.now() + CODES_SENT.window).await?;
    Ok(link::path(PATH, &[("token", &token)]))
}

/// The link behind a token, if this browser may use it.
pub async fn find(conn: &mut Conn, app: &App, who: &Who, token: &str) -> Result<Option<Link>> {
    links::find(conn, token_hash(token), who.visitor.unwrap_or(Id::NONE), app.now()).await
}

/// Uses the link in this browser; from now on codes are sent again.
pub async fn take(tx: &mut Tx, app: &App, visitor: Id, token: &str) -> Result<Option<Link>> {
    let Some(link) = links::take(tx, token_hash(token), visitor, app.now()).await? else { return Ok(None) };
    attempts::clear(tx, &link.bucket).await?;
    Ok(Some(link))
}

/// What a link is for.
pub fn purpose(link: &Link) -> Result<Purpose> {
    Purpose::of(&link.purpose).ok_or_else(|| Error::internal("a link for nothing we know"))
}
