//! What comes of a mail that was sent: an answer to it, or that it came back and whoever it was for never got it.

use super::Channel;
use super::became::failed;
use crate::app::App;
use crate::clock::Micros;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::id::Id;
use crate::{params, sql};

sql!(
    CAME_BACK,
    "UPDATE outbox_messages SET state = 'failed', trouble = $2, done_at = $3
     WHERE id = $1 AND channel = 'email' AND state = 'sent' RETURNING about, secret_until"
);

sql!(REPLY_TO, "SELECT message_id, reply_to FROM outbox_messages WHERE id = $1");

/// Our message that has this Message-ID, without angle brackets; only its form is looked at.
fn id_of(message_id: &str) -> Option<Id> {
    message_id.split_once('@').and_then(|(local, _)| local.parse().ok())
}

/// Where answers to our mail with this Message-ID come in; nothing where we sent none, or it has been cleared away.
pub async fn answered_at(conn: &mut Conn, message_id: &str) -> Result<Option<String>> {
    let Some(id) = id_of(message_id) else { return Ok(None) };
    let Some(row) = conn.row(&REPLY_TO, params![id]).await? else { return Ok(None) };
    let (kept, reply_to): (String, String) = (row.get(0)?, row.get(1)?);
    let same = kept.trim_matches(['<', '>']).eq_ignore_ascii_case(message_id);
    Ok(Some(reply_to).filter(|reply_to| same && !reply_to.is_empty()))
}

/// Keeps that a mail which was sent came back, with what the other mail server said, and records that it never arrived; false where
/// it is not known, or has come back before.
pub async fn came_back(tx: &mut Tx, app: &App, id: Id, trouble: &str) -> Result<bool> {
    let trouble: String = trouble.replace('\0', " ").chars().take(2_000).collect();
    let Some(row) = tx.row(&CAME_BACK, params![id, trouble, app.now()]).await? else { return Ok(false) };
    let (about, secret): (String, Option<Micros>) = (row.get(0)?, row.get(1)?);
    if secret.is_none() {
        failed(tx, app, id, &about, (Channel::Email, true)).await?;
    }
    Ok(true)
}
