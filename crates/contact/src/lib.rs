//! Contacts: somebody gets in touch, on any channel, and asks one thing or several. This is the record only: it is started,
//! kept while an officer writes, linked to a person and to cases, and finished with an outcome for each question. The pages
//! stand over several nouns and are the server's.
//!
//! A contact that asks after a case which is open already is a **chaser**: it is linked to the case and counted with what
//! it cost ([`chased`]).

mod access;
mod articles;
mod facts;
mod figures;
mod finish;
mod keep;
mod model;
mod personal;
mod retention;
mod start;
mod store;
mod terms;
mod timeline;

pub use access::{Action, check};
pub use articles::{Consulted, How as Use, at_hand, consult, take_out, turn_to};
pub use facts::{Data, words_key};
pub use figures::{Figure, figures, listener};
pub use finish::{About, finish};
pub use keep::{became, keep, name};
pub use model::{Channel, Contact, How, MOST, Outcome, Question, Wrong, faults};
pub use personal::{erase, personal_data};
pub use retention::erase_due;
pub use start::{Start, start};
pub use store::articles::of_contact as articles_of;
pub use store::cases::{Chased, chased};
pub use store::contacts::{by_id, finished, last_of, of_resident, open_of};
pub use store::questions::of_contact as questions;
pub use terms::Terms;
pub use timeline::{Line, lines, linked};

use kit::app::App;
use kit::clock::HOUR;
use kit::db::Conn;
use kit::jobs::Work;
use kit::who::InHand;
use kit::{Id, Lang, Result};

/// The address of a contact.
pub fn path(id: Id) -> String {
    format!("/desk/contacts/{id}")
}

/// What an officer has open now, the oldest first, as every desk page names it.
pub async fn in_hand(conn: &mut Conn, app: &App, staff: Id) -> Result<Vec<InHand>> {
    let open = open_of(conn, staff).await?;
    Ok(open.iter().map(|contact| InHand { href: path(contact.id), words: with_whom(app, contact) }).collect())
}

/// With whom: the name, else the number, else that nobody said; and since when.
pub fn with_whom(app: &App, contact: &Contact) -> String {
    let named = [contact.name.as_str(), contact.number.as_str()].into_iter().find(|text| !text.is_empty());
    let who = named.unwrap_or_else(|| app.t(Lang::EN, "contact-unknown"));
    format!("{who}, {}", Lang::EN.time(contact.began))
}

/// What runs again and again.
pub fn works() -> Vec<Work> {
    vec![Work::every(HOUR, "contact.retention", retention::job)]
}
