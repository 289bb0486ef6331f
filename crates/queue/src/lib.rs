//! The one queue: somebody comes, gets a ticket, waits, is called to a desk and seen. Sites, what people come for, desks and
//! the ordering rule are data (`definitions/sites/`).
//!
//! A visit ([`Visit`]) begins at the door and never loses its number, the moment they came, or the first call. The rule ([`Rule`])
//! says who is called next; each is given to exactly one desk ([`call::next`]). When somebody who can deal with it begins, a contact
//! starts; when that is finished, so is the visit.

mod access;
mod accuracy;
pub mod act;
mod board;
pub mod call;
mod counter;
mod devices;
pub mod estimate;
mod facts;
mod floor;
mod join;
mod kiosk;
mod lead;
mod line;
mod live;
mod model;
mod open;
mod personal;
mod quiet;
mod rule;
pub mod seat;
mod shown;
mod site;
mod store;
mod stream;
mod texts;
mod ticket;

pub use access::{Action, check};
pub use board::Tongues;
pub use estimate::Outlooks;
pub use facts::{Data, how, site_of, words_key};
pub use join::{Join, join, of_token, token};
pub use kit::turns::Turns;
pub use live::{Live, follow};
pub use model::{GAVE_UP, NotNow, State, TURNED_AWAY, Visit, Way};
pub use personal::{erase, personal_data};
pub use quiet::Quiet;
pub use rule::{Need, Rule, Standing};
pub use shown::{Board, Call, Shown};
pub use site::{Business, Desk, Partner, Site, Sites, Zone, day_of};
pub use store::desks::{OpenDesk, at as desks_at};
pub use store::visits::{by_id, called, live, of_day};
pub use texts::{tell_near, wipe};

use kit::clock::SECOND;
use kit::jobs::Work;
use kit::route::Route;

/// Where an officer goes on after the contact of a visit is finished.
pub const FINISHED: &str = "/desk/counter?said=done";

/// The pages of the counter, the floor, the kiosk and the visitor's own; boards, what is live, and what is published.
pub fn routes() -> Vec<Route> {
    use counter::{act, next, seat, show};
    vec![
        Route::page("/board/{site}", "queue.board", board::show::get),
        Route::public("/open/queue", "queue.published", open::list::get),
        Route::public("/open/queue/{site}", "queue.published", open::rule::get),
        Route::page("/live/{site}", "queue.live", stream::get),
        Route::page("/desk/counter", "queue.counter", show::get),
        Route::replace("/desk/counter/open", "queue.serve", seat::open),
        Route::replace("/desk/counter/close", "queue.serve", seat::close),
        Route::replace("/desk/counter/pause", "queue.serve", seat::pause),
        Route::once("/desk/counter/next", "queue.call", next::post),
        Route::replace("/desk/counter/{id}/recall", "queue.serve", act::recall),
        Route::replace("/desk/counter/{id}/begin", "queue.serve", act::begin),
        Route::replace("/desk/counter/{id}/no-show", "queue.serve", act::no_show),
        Route::replace("/desk/counter/{id}/park", "queue.serve", act::park),
        Route::replace("/desk/counter/{id}/call", "queue.serve", act::this),
        Route::replace("/desk/counter/{id}/back", "queue.serve", act::back),
        Route::replace("/desk/counter/{id}/transfer", "queue.serve", act::transfer),
        Route::replace("/desk/counter/{id}/merge", "queue.serve", act::merge),
        Route::page("/desk/sites", "queue.lead", lead::list::get),
        Route::page("/desk/sites/{site}", "queue.lead", lead::show::get),
        Route::page("/desk/sites/{site}/devices", "queue.devices", devices::get),
        Route::once("/desk/sites/{site}/devices", "queue.devices", devices::add),
        Route::replace("/desk/sites/{site}/devices/end", "queue.devices", devices::end),
        Route::page("/floor/{site}", "queue.walk", floor::show::get),
        Route::page("/floor/{site}/door", "queue.walk", floor::show::door),
        Route::once("/floor/{site}", "queue.walk", floor::add::post),
        Route::page("/floor/{site}/ticket/{ticket}", "queue.walk", floor::ticket::get),
        Route::page("/floor/{site}/visit/{id}", "queue.walk", floor::visit::get),
        Route::replace("/floor/{site}/visit/{id}/triage", "queue.walk", floor::visit::triage),
        Route::replace("/floor/{site}/visit/{id}/left", "queue.walk", floor::visit::left),
        Route::replace("/floor/{site}/visit/{id}/back", "queue.walk", floor::visit::back),
        Route::page("/kiosk/{site}", "queue.kiosk", kiosk::start::get),
        Route::page("/kiosk/{site}/pair/{device}", "queue.pair", devices::pair),
        Route::once("/kiosk/{site}/join", "queue.kiosk", kiosk::join::post),
        Route::page("/kiosk/{site}/{tag}", "queue.kiosk", kiosk::start::choose),
        Route::page("/kiosk/{site}/{tag}/still", "queue.kiosk", kiosk::still::get),
        Route::page("/kiosk/{site}/{tag}/ticket/{ticket}", "queue.kiosk", kiosk::ticket::get),
        Route::page("/open/queue/{site}/waits", "queue.open", accuracy::get),
        Route::page("/ticket/{ticket}", "queue.ticket", ticket::show::get),
        Route::replace("/ticket/{ticket}/leave", "queue.ticket", ticket::leave::post),
        Route::page("/ticket/{ticket}/text", "queue.ticket", ticket::text::get),
        Route::replace("/ticket/{ticket}/text", "queue.ticket", ticket::text::post),
        Route::replace("/ticket/{ticket}/out", "queue.ticket", ticket::out::post),
    ]
}

/// What runs again and again.
pub fn works() -> Vec<Work> {
    vec![Work::every(15 * SECOND, "queue.texts", texts::job)]
}
