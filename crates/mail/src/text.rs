//! Taking a text message in. It answers the last one we sent to its number: where that was about a case that is still to be dealt
//! with, and one person of that case has the number, it is theirs on it. Everything else waits for an officer, as email on no case.

use crate::model::Channel;
use crate::parse::{LONGEST, Parsed};
use crate::sort::Kind;
use crate::take::{self, Arrived, FROM_ONE, Known, bucket};
use crate::{store, thread};
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::{App, Error, Id, Result, attempts, outbox};
use residents::Phone;
use sha2::{Digest, Sha256};

/// What is written later than this after our last text message is no answer to it.
const ANSWERED_WITHIN: Micros = 30 * DAY;
/// How long ago a provider may say that it came; else it came now.
const LATE: Micros = 7 * DAY;
/// Letters of a number, or of the name some senders have in its place.
const NUMBER: usize = 40;
/// What ends messages elsewhere: nothing answers it by itself.
const STOP: [&str; 4] = ["stop", "stopall", "unsubscribe", "stopio"];

/// A text message as a provider hands it over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The provider's id of it: handed over again it is the same.
    pub id: String,
    /// The number it came from; figures of another country may be without their plus.
    pub from: String,
    /// The number it was sent to.
    pub to: String,
    /// Its words.
    pub words: String,
    /// When the provider had it, if it says so.
    pub at: Option<Micros>,
}

/// Keeps it, once; [`Error::TooMany`] where one number sends more than people do.
pub async fn take_text(app: &App, text: Text) -> Result<()> {
    let key: [u8; 32] = Sha256::new().chain_update("text:").chain_update(&text.id).finalize().into();
    let phone = number(&text.from);
    let sender = phone.as_ref().map_or_else(|| clean(&text.from, NUMBER), |phone| phone.key().to_owned());
    let mut conn = app.db.read().await?;
    if store::received::by_key(&mut conn, key).await?.is_some() {
        return Ok(());
    }
    let (known, thread) = match &phone {
        Some(phone) => answered(&mut conn, app, phone.key()).await?,
        None => (None, None),
    };
    drop(conn);
    if let Some(seconds) = attempts::count(app, &bucket(app, "from", &sender), FROM_ONE).await? {
        return Err(Error::TooMany(seconds));
    }
    let words = clean(&text.words, LONGEST);
    let stop = STOP.iter().any(|stop| words.trim().eq_ignore_ascii_case(stop));
    let answered = !stop && phone.is_some_and(|phone| phone.can_text());
    let parsed = Parsed { sender: sender.clone(), text: words, ..Parsed::default() };
    let arrived = Arrived {
        channel: Channel::Text,
        at: text.at.filter(|at| (app.now() - LATE..=app.now()).contains(at)).unwrap_or_else(|| app.now()),
        parsed: &parsed,
        kind: Kind::Person { answered },
        from: &sender,
        recipient: &clean(&text.to, NUMBER),
        thread,
        meant: &[],
    };
    take::insert(app, &arrived, key, known.as_ref()).await
}

/// The number a text message came from; nothing where it is a name.
fn number(from: &str) -> Option<Phone> {
    let from = from.trim();
    let abroad = from.starts_with(|c: char| c.is_ascii_digit() && c != '0');
    Phone::read(&if abroad { format!("+{from}") } else { from.to_owned() }).ok()
}

/// What the database takes of it.
fn clean(text: &str, most: usize) -> String {
    text.replace('\0', " ").chars().take(most).collect()
}

/// What our last text message to this number was about: the case it answers, as theirs who has the number, and the thread it goes on.
async fn answered(conn: &mut Conn, app: &App, number: &str) -> Result<(Option<Known>, Option<Id>)> {
    let about = outbox::last_text(conn, number, app.now() - ANSWERED_WITHIN).await?.unwrap_or_default();
    let of = |kind: &str| about.iter().find(|subject| subject.kind == kind).map(|subject| subject.id);
    if let Some(case) = of("case") {
        let at = cases::received::writer_at(conn, case, number).await?;
        return Ok((at.map(|(reference, writer)| Known { reference, writer, other: false }), None));
    }
    let Some(mail) = of("mail") else { return Ok((None, None)) };
    let root = match store::received::by_id(conn, mail).await {
        Ok(first) => first.root(),
        Err(Error::NotFound) => return Ok((None, None)),
        Err(cause) => return Err(cause),
    };
    let known = match thread::case_of(conn, root).await? {
        Some(reference) => take::known_by(conn, &reference, number).await?,
        None => None,
    };
    Ok((known, Some(root)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_providers_write_it() {
        for written in ["447700900123", "+447700900123", "07700 900123", " 00447700900123"] {
            assert_eq!(number(written).expect(written).key(), "+447700900123", "{written}");
        }
        for name in ["", "Eastmere", "60006", "4477009001234567890123"] {
            assert_eq!(number(name), None, "{name}");
        }
    }
}
