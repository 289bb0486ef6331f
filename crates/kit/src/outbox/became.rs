//! What became of a message after a provider took it. One that did not arrive is a fact about what it was about: somebody
//! has to ring or write.

use super::Channel;
use super::store::channel_of;
use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Tx, again_if_collided};
use crate::error::Result;
use crate::facts::{self, Fact, subjects_of_text};
use crate::id::Id;
use crate::notify::{Fate, RETURNED, fate};
use crate::who::Who;
use crate::{params, sql};
use serde_json::json;

sql!(
    UNDELIVERED,
    "SELECT id, provider_id FROM outbox_messages
     WHERE state = 'sent' AND provider_id IS NOT NULL AND delivery = '' AND asked_at < $1 ORDER BY asked_at, id LIMIT $2"
);
sql!(ASKED, "UPDATE outbox_messages SET asked_at = $2 WHERE id = $1");
sql!(LAST_WORD, "UPDATE outbox_messages SET delivery = $2 WHERE id = $1 AND state = 'sent' AND delivery = ''");
sql!(
    FAILED,
    "UPDATE outbox_messages SET state = 'failed', delivery = $2, trouble = $2
     WHERE id = $1 AND state = 'sent' AND delivery = '' RETURNING about, channel, secret_until"
);
// Their last word of a letter is that it was posted; that it came back is told later.
sql!(
    CAME_BACK,
    "UPDATE outbox_messages SET state = 'failed', delivery = $2, trouble = $2
     WHERE id = $1 AND state = 'sent' AND channel = 'letter' RETURNING about, channel, secret_until"
);
sql!(ONE, "SELECT recipient, about, resident FROM outbox_messages WHERE id = $1");

/// What a provider says of an address that does not exist.
const GONE: &str = "permanent-failure";

/// A message that a provider has taken, and what the provider calls it.
pub(crate) type Taken = (Id, String);

/// Messages a provider has taken and said no last word of, asked about before this moment.
pub(crate) async fn undelivered(conn: &mut Conn, before: Micros, limit: usize) -> Result<Vec<Taken>> {
    let rows = conn.rows(&UNDELIVERED, params![before, limit]).await?;
    rows.into_iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Notes that a provider was asked about a message and said nothing of use.
pub(crate) async fn asked(app: &App, message: Id) -> Result<()> {
    again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        tx.exec(&ASKED, params![message, app.now()]).await?;
        tx.commit().await
    })
    .await
}

/// Keeps a provider's word of a message; the first last word stands.
pub async fn became(app: &App, message: Id, status: &str) -> Result<()> {
    again_if_collided(|| async {
        let mut tx = app.db.begin().await?;
        match fate(status) {
            Fate::UnderWay => drop(tx.exec(&ASKED, params![message, app.now()]).await?),
            Fate::Arrived | Fate::NotKnown => drop(tx.exec(&LAST_WORD, params![message, status]).await?),
            Fate::Failed => {
                let failing = if status == RETURNED { &CAME_BACK } else { &FAILED };
                if let Some(row) = tx.row(failing, params![message, status]).await? {
                    let (about, channel): (String, String) = (row.get(0)?, row.get(1)?);
                    let secret: Option<Micros> = row.get(2)?;
                    if secret.is_none() {
                        let channel = channel_of(&channel)?;
                        let gone = status == RETURNED || (channel == Channel::Email && status == GONE);
                        failed(&mut tx, app, message, &about, (channel, gone)).await?;
                    }
                }
            }
        }
        tx.commit().await
    })
    .await
}

/// Records that a message never arrived, on the timelines of what it was about, by which way it went, and whether its address is
/// known not to work.
pub(super) async fn failed(
    tx: &mut Tx,
    app: &App,
    message: Id,
    about: &str,
    (channel, gone): (Channel, bool),
) -> Result<()> {
    let fact = Fact::new("message.failed", &Who::system());
    let fact = subjects_of_text(about)?.iter().fold(fact, |fact, subject| fact.about(&subject.kind, subject.id));
    let data = json!({ "message": message, "channel": channel.code(), "gone": gone });
    facts::record(tx, app, fact.data(data)).await.map(drop)
}

/// To whom a message went, as far as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed {
    /// The address or the number.
    pub to: String,
    /// The resident with an account it went to.
    pub resident: Option<Id>,
    /// What it was about.
    pub about: Vec<facts::Subject>,
}

/// To whom a message went; nothing once it was cleared away.
pub async fn addressed(conn: &mut Conn, message: Id) -> Result<Option<Addressed>> {
    let Some(row) = conn.row(&ONE, params![message]).await? else { return Ok(None) };
    let about: String = row.get(1)?;
    Ok(Some(Addressed { to: row.get(0)?, resident: row.get(2)?, about: subjects_of_text(&about)? }))
}
