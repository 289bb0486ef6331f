//! Email, text messages and post that came to the council. A mail finds its case by the address it was sent to or by what it answers; what
//! belongs nowhere yet waits for an officer. Where a mail says it comes from proves nothing: it opens nothing and shows
//! nothing back.

mod acknowledge;
mod desk;
mod facts;
mod figures;
mod model;
mod parse;
mod personal;
mod quote;
mod retention;
mod sort;
pub mod store;
mod take;
mod text;
mod thread;
mod timeline;

pub use desk::answer::{Done as Answered, answer};
pub use desk::files::open as open_file;
pub use desk::list::{Listed, after_of, listed};
pub use desk::place::{Place, Placed, place};
pub use desk::show::{Read, read_one};
pub use facts::Data;
pub use figures::{Figure, listener, since as figures};
pub use model::{Channel, How, NotKept, Originals, Received, State, With, Written};
pub use parse::{LONGEST, Parsed, parse};
pub use personal::{erase, ids_of, marked, personal_data};
pub use quote::own_words;
pub use retention::{Terms, erase_due};
pub use take::take;
pub use text::{Text, take_text};
pub use thread::Thread;
pub use timeline::{Line, lines};

use kit::app::Boxed;
use kit::clock::HOUR;
use kit::jobs::Work;
use kit::mail::receiver::{Answer, Mail, Taker};
use kit::mail::{Inbox, Meant};
use kit::route::Route;
use kit::{App, Id};

/// The address of a mail at the desk.
pub fn path(id: Id) -> String {
    format!("/desk/mail/{id}")
}

/// Every address of this crate.
pub fn routes() -> Vec<Route> {
    use desk::{answer, files, list, mark, marked, open, originals, place, post, show};
    vec![
        Route::page("/desk/mail", "mail.list", list::get),
        Route::page("/desk/mail/post", "mail.post", post::get),
        Route::replace("/desk/mail/post", "mail.post", post::post).with_files(),
        Route::page("/desk/mail/originals", "mail.list", originals::list),
        Route::page("/desk/mail/{id}", "mail.see", show::get),
        Route::page("/desk/mail/{id}/files/{file}", "mail.file", files::get),
        Route::page("/desk/mail/{id}/files/{file}/small", "mail.file", files::get_small),
        Route::page("/desk/mail/{id}/originals", "mail.see", originals::get),
        Route::replace("/desk/mail/{id}/originals", "mail.place", originals::post),
        Route::once("/desk/mail/{id}/answer", "mail.answer", answer::post),
        Route::page("/desk/mail/{id}/open", "mail.open", open::get),
        Route::once("/desk/mail/{id}/open", "mail.open", open::post),
        Route::replace("/desk/mail/{id}/case", "mail.place", place::on_case),
        Route::replace("/desk/mail/{id}/resident", "mail.place", place::with_resident),
        Route::replace("/desk/mail/{id}/contact", "mail.place", place::as_contact),
        Route::replace("/desk/mail/{id}/aside", "mail.place", place::aside),
        Route::page("/desk/marked", "mail.marked", marked::get),
        Route::page("/desk/marked/new", "mail.mark", mark::get),
        Route::replace("/desk/marked/new", "mail.mark", mark::post),
        Route::page("/desk/marked/{id}", "mail.mark", mark::show),
        Route::replace("/desk/marked/{id}", "mail.mark", mark::end),
    ]
}

/// What runs again and again.
pub fn works() -> Vec<Work> {
    vec![Work::every(HOUR, "mail.retention", retention::job)]
}

/// Keeps what the receiver takes.
pub struct Desk(pub App);

impl Taker for Desk {
    fn accepts(&self, address: &str) -> bool {
        // A mark we did not make is no reason to send a mail away: it waits for somebody to look at it.
        self.0.part::<Inbox>().is_ok_and(|inbox| inbox.read(address) != Meant::Nobody)
    }

    fn take(&self, mail: Mail) -> Boxed<'_, Answer> {
        Box::pin(take::take(&self.0, mail))
    }
}
