//! The files that go along with a mail, read when it leaves.

use super::{Channel, Enclosed, Outgoing};
use crate::app::App;
use crate::error::{Error, Result};
use crate::files::{self, File, State};
use crate::id::Id;

/// So many bytes go along at most: what is beyond that is refused by many a mail server, and is on the page of the request.
const MOST: i64 = 10 << 20;
/// The words of a message whose file the virus scanner has not seen yet.
const WAITS: &str = "a file that goes along waits for the virus scanner";

/// The same message with its files; or why it has to wait. A file that was deleted since, or has a virus, does not go along.
pub(super) async fn enclose(
    app: &App,
    message: Outgoing,
) -> Result<std::result::Result<Outgoing, (Outgoing, &'static str)>> {
    let (mut enclosed, mut bytes) = (Vec::new(), 0);
    for id in message.files.iter().filter(|_| message.channel == Channel::Email) {
        let Some(file) = found(app, &message, *id).await? else { continue };
        if file.state == State::Waiting {
            return Ok(Err((message, WAITS)));
        }
        bytes += file.bytes;
        if file.can_be_opened() && bytes <= MOST {
            let whole = files::whole(app, &file).await?;
            enclosed.push(Enclosed { name: file.name, media_type: file.content.media_type(), bytes: whole });
        }
    }
    Ok(Ok(Outgoing { enclosed, ..message }))
}

async fn found(app: &App, message: &Outgoing, id: Id) -> Result<Option<File>> {
    let mut read = app.db.read().await?;
    for owner in &message.about {
        match files::one(&mut read, owner, id).await {
            Err(Error::NotFound) => {}
            found => return found.map(Some),
        }
    }
    Ok(None)
}
