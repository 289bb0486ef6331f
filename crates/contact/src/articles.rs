//! Answers of the knowledge base in a contact: whoever opens one while they speak with somebody has it noted there by itself,
//! and whoever tells it too. Knowledge calls; this noun keeps.

use crate::access::{self, Action};
use crate::model::Contact;
use crate::store::{articles, contacts};
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::Fact;
use kit::who::Who;
use kit::{App, Id, Result};

/// What was done with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It was opened.
    Read,
    /// Whoever got in touch was told it.
    Told,
}

impl How {
    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            How::Read => "read",
            How::Told => "told",
        }
    }

    /// What a code stands for.
    pub fn of(code: &str) -> Option<How> {
        [How::Read, How::Told].into_iter().find(|how| how.code() == code)
    }
}

/// An answer that was read or told in a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consulted {
    /// The answer.
    pub article: Id,
    /// Which version of it.
    pub version: i64,
    /// How it is named in addresses.
    pub slug: String,
    /// The question it answers, as it was then.
    pub title: String,
    /// What was done with it.
    pub how: How,
    /// When that was first.
    pub at: Micros,
}

/// The open contact that this member of staff turned to last; where that is finished, the one they began last.
pub async fn at_hand(conn: &mut Conn, staff: Id) -> Result<Option<Contact>> {
    let mut open = contacts::open_of(conn, staff).await?;
    let last = match open.len() {
        0 | 1 => None,
        _ => articles::at_hand(conn, staff).await?,
    };
    let place = open.iter().position(|contact| Some(contact.id) == last);
    Ok(match place {
        Some(place) => Some(open.swap_remove(place)),
        None => open.pop(),
    })
}

/// Whoever has this contact turns to it.
pub async fn turn_to(tx: &mut Tx, contact: &Contact) -> Result<()> {
    articles::turn_to(tx, contact.staff, contact.id).await
}

/// Notes an answer in a contact that is open. Noted before, or taken out since, nothing changes; what is told stands.
pub async fn consult(tx: &mut Tx, app: &App, who: &Who, contact: &Contact, one: &Consulted) -> Result<()> {
    access::check(who, Action::Work(contact))?;
    if !contact.is_open() || !articles::insert(tx, contact.id, one).await? {
        return Ok(());
    }
    let data = serde_json::json!({ "version": one.version, "how": one.how.code() });
    let fact =
        Fact::new("contact.consulted", who).about("contact", contact.id).about("article", one.article).data(data);
    kit::facts::record(tx, app, fact).await.map(drop)
}

/// Takes an answer out that was read; one that was told stands, since a correction hangs on it.
pub async fn take_out(tx: &mut Tx, app: &App, who: &Who, contact: &Contact, article: Id) -> Result<()> {
    access::check(who, Action::Work(contact))?;
    if !contact.is_open() || !articles::take_out(tx, contact.id, article).await? {
        return Ok(());
    }
    let fact = Fact::new("contact.unconsulted", who).about("contact", contact.id).about("article", article);
    kit::facts::record(tx, app, fact).await.map(drop)
}
