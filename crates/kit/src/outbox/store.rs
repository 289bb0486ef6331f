//! Reading the outbox: for the demo's page and for figures.

use super::Channel;
use crate::clock::Micros;
use crate::db::{Conn, Row};
use crate::error::{Error, Result};
use crate::facts::{Subject, subjects_of_text};
use crate::id::Id;
use crate::lang::Lang;
use crate::{params, sql};

macro_rules! columns {
    () => {
        "id, message_id, channel, recipient, subject, text, lang, about, state, attempts, trouble, made_at, done_at, large, delivery"
    };
}
sql!(RECENT, concat!("SELECT ", columns!(), " FROM outbox_messages WHERE id < $1 ORDER BY id DESC LIMIT $2"));
sql!(COUNT_WAITING, "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages WHERE state = 'waiting' AND due > 0");
sql!(COUNT_FAILED, "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages WHERE state = 'failed' AND id > $1");
sql!(
    COUNT_NO_PROVIDER,
    "SELECT CAST(count(*) AS BIGINT) FROM outbox_messages
     WHERE state = 'no-provider' AND channel IN ('email', 'text', 'letter')"
);
/// A message as the outbox keeps it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id.
    pub id: Id,
    /// The Message-ID of a mail, with its angle brackets.
    pub message_id: String,
    /// How it travels.
    pub channel: Channel,
    /// To whom.
    pub to: String,
    /// The subject; empty for a text message.
    pub subject: String,
    /// The plain text; empty once a secret was sent, or could be sent no more.
    pub text: String,
    /// The language of all of it.
    pub lang: Lang,
    /// What it is about.
    pub about: Vec<Subject>,
    /// `waiting`, `sent`, `shown`, `failed` or `no-provider`.
    pub state: String,
    /// How often delivery was tried.
    pub attempts: u32,
    /// What went wrong the last time; empty if nothing did.
    pub trouble: String,
    /// When it was written.
    pub made_at: Micros,
    /// When it was sent or shown, or had failed for good.
    pub done_at: Option<Micros>,
    /// A letter in large print.
    pub large: bool,
    /// The provider's last word of it, or [`crate::notify::NOT_KNOWN`]; empty while there is none.
    pub delivery: String,
}

impl Kept {
    fn of(row: Row) -> Result<Kept> {
        let mut row = row.columns();
        Ok(Kept {
            id: row.take()?,
            message_id: row.take()?,
            channel: channel_of(&row.take::<String>()?)?,
            to: row.take()?,
            subject: row.take()?,
            text: row.take()?,
            lang: Lang::of(&row.take::<String>()?).unwrap_or(Lang::EN),
            about: subjects_of_text(&row.take::<String>()?)?,
            state: row.take()?,
            attempts: row.take()?,
            trouble: row.take()?,
            made_at: row.take()?,
            done_at: row.take()?,
            large: row.take()?,
            delivery: row.take()?,
        })
    }
}

pub(super) fn channel_of(code: &str) -> Result<Channel> {
    Channel::of(code).ok_or_else(|| Error::internal(format!("no channel is called {code}")))
}

/// Messages, newest first, before this id, at most `limit`: for the demo's page.
pub async fn recent(conn: &mut Conn, before: Option<Id>, limit: usize) -> Result<Vec<Kept>> {
    let before = before.unwrap_or(Id([0xff; 16]));
    conn.rows(&RECENT, params![before, limit]).await?.into_iter().map(Kept::of).collect()
}

/// How many messages are where they should not stay.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// On their way, those that are tried again included.
    pub waiting: i64,
    /// Failed for good.
    pub failed: i64,
    /// On a channel nobody delivers yet.
    pub no_provider: i64,
}

/// Counts the messages that are not delivered; for the figures of the machine room.
pub async fn counts(conn: &mut Conn) -> Result<Counts> {
    Ok(Counts {
        waiting: conn.one(&COUNT_WAITING, &[]).await?.get(0)?,
        failed: conn.one(&COUNT_FAILED, params![Id::NONE]).await?.get(0)?,
        no_provider: conn.one(&COUNT_NO_PROVIDER, &[]).await?.get(0)?,
    })
}
