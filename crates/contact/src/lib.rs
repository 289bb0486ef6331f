//! Contacts: somebody gets in touch, on any channel, and asks one thing or several. This is the record only: it is started,
//! kept while an officer writes, linked to a person and to cases, and finished with an outcome for each question. The pages
//! stand over several nouns and are the server's.
//!
//! A contact that asks after a case which is open already is a **chaser**: it is linked to the case and counted with what
//! it cost ([`chased`]).

mod access;
mod articles;
mod became;
mod facts;
mod figures;
mod finish;
mod keep;
mod matters;
mod model;
mod pass;
mod personal;
mod retention;
mod start;
mod store;
mod terms;
mod timeline;

pub use access::{Action, check, serves};
pub use articles::{Consulted, How as Use, at_hand, consult, take_out, turn_to};
pub use became::{Became, became_by, became_since};
pub use facts::{Data, words_key};
pub use figures::{Figure, figures, listeners};
pub use finish::{About, finish};
pub use keep::{became, keep, name};
pub use matters::AGAIN_DAYS;
pub use model::{Channel, Contact, How, MOST, Outcome, Question, Wrong, faults};
pub use pass::{Pass, To, lose_late, pass, passed_to, take_up};
pub use personal::{erase, personal_data};
pub use retention::erase_due;
pub use start::{Start, start};
pub use store::articles::of_contact as articles_of;
pub use store::cases::{Chased, chased};
pub use store::contacts::{by_id, finished, last_of, of_resident, open_of};
pub use store::days::Day;
pub use store::passes::{from as passed_by, of_contact as passes};
pub use store::questions::of_contact as questions;
pub use terms::Terms;
pub use timeline::{Line, lines, linked};

use kit::app::App;
use kit::clock::HOUR;
use kit::db::Conn;
use kit::jobs::Work;
use kit::who::{InHand, Staff};
use kit::{Id, Lang, Result};
use services::Catalogue;

/// Characters by which one is told from another at the head of a page.
const FEW: usize = 32;

/// The address of a contact.
pub fn path(id: Id) -> String {
    format!("/desk/contacts/{id}")
}

/// What an officer has open now, the oldest first, as every desk page names it; before that, how many wait to be taken up.
pub async fn in_hand(conn: &mut Conn, app: &App, staff: &Staff) -> Result<Vec<InHand>> {
    let waiting = if serves(staff) { passed_to(conn, staff).await?.len() } else { 0 };
    let words = || app.words.with(Lang::EN, "contact-passed-in-hand", &[("n", waiting.into())]);
    let waiting = (waiting > 0).then(|| InHand { href: "/desk/contacts".to_owned(), words: words() });
    let mut all: Vec<InHand> = waiting.into_iter().collect();
    for contact in open_of(conn, staff.id).await? {
        let asked = questions(conn, contact.id).await?;
        let about =
            asked.iter().map(|question| about(app, question)).find(|about| !matches!(about, Ok(of) if of.is_empty()));
        let words = match about.transpose()? {
            Some(about) => format!("{}: {}", with_whom(app, &contact), few(&about)),
            None => with_whom(app, &contact),
        };
        all.push(InHand { href: path(contact.id), words });
    }
    Ok(all)
}

/// What a question is about: its service, else what was typed; empty where nothing was said yet.
pub fn about(app: &App, question: &Question) -> Result<String> {
    let service = app.part::<Catalogue>()?.current(&question.service);
    Ok(service.map_or_else(|| question.words.clone(), |found| found.name(Lang::EN).to_owned()))
}

/// The first few words.
fn few(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= FEW {
        return words;
    }
    let cut: String = words.chars().take(FEW).collect();
    format!("{}…", cut.rfind(' ').map_or(cut.as_str(), |space| &cut[..space]))
}

/// With whom: the name, else the number, else that nobody said; and since when.
pub fn with_whom(app: &App, contact: &Contact) -> String {
    let named = [contact.name.as_str(), contact.number.as_str()].into_iter().find(|text| !text.is_empty());
    let who = named.unwrap_or_else(|| app.t(Lang::EN, "contact-unknown"));
    format!("{who}, {}", Lang::EN.time(contact.began))
}

/// What runs again and again.
pub fn works() -> Vec<Work> {
    vec![Work::every(HOUR, "contact.retention", retention::job), Work::every(HOUR, "contact.lost", pass::job)]
}
