//! Appointments: somebody books a time with somebody, in a room or by phone, and comes. What can be booked, who is there when and in which
//! rooms are data (`definitions/diaries/`); the engine `capacity` says what is left, to whoever looks ([`offered`]) and to whoever
//! books ([`book`]).
//!
//! A booking ([`Booking`]) has a page of its own, behind a link that only its owner has: there it is moved and called off. When they
//! come they are checked in, and wait in the one queue with the time of their appointment; that is the server's, which knows both.

mod access;
mod book;
mod desk;
mod diary;
mod facts;
mod model;
mod pages;
mod personal;
mod store;
mod tell;
pub mod told;

pub use access::check;
pub use book::{Answer, Choice, Person, book, cancel, come, date_of, miss, move_to, of_token, offered, still, token};
pub use desk::{Day, Line, day, of_day};
pub use diary::{Diaries, Diary, Kind, Names, Need, Place, Tongue, named};
pub use facts::{how, words_key};
pub use model::{Booking, EARLY, NotNow, State, Way};
pub use pages::details::{known, person};
pub use pages::{nearest, path};
pub use personal::{MONTHS, erase, erase_due, personal_data};
pub use store::bookings::by_id;

use kit::clock::HOUR;
use kit::jobs::Work;
use kit::route::Route;

/// The pages of whoever books, and the day of whoever works there.
pub fn routes() -> Vec<Route> {
    use pages::{booked, calendar, details, list, moving, times};
    vec![
        Route::public("/appointments", "appointments.book", list::get),
        Route::page("/appointments/booked/{booking}", "appointments.own", booked::get),
        Route::page("/appointments/booked/{booking}/calendar", "appointments.own", calendar::get),
        Route::page("/appointments/booked/{booking}/move", "appointments.own", moving::get),
        Route::replace("/appointments/booked/{booking}/move", "appointments.own", moving::post),
        Route::replace("/appointments/booked/{booking}/cancel", "appointments.own", booked::cancel),
        Route::page("/appointments/{kind}", "appointments.book", times::get),
        Route::page("/appointments/{kind}/details", "appointments.book", details::get),
        Route::once("/appointments/{kind}/book", "appointments.book", details::post),
        Route::page("/desk/appointments", "appointments.day", desk::get),
        Route::replace("/desk/appointments/{id}/missed", "appointments.day", desk::missed),
    ]
}

/// What runs again and again.
pub fn works() -> Vec<Work> {
    vec![Work::every(24 * HOUR, "appointments.erase", personal::job)]
}
