//! Residents: their accounts, how they sign in, how they are told things, and what a one-time code opens without an account.
//!
//! An account has an email or a mobile number, with or without a password. Nothing here tells a stranger whether an account
//! exists: the words and the work are the same either way.

mod access;
pub mod authorities;
pub mod checks;
mod chosen;
pub mod codes;
pub mod desk;
mod details;
mod door;
pub mod facts;
pub mod find;
pub mod grants;
pub mod import;
pub mod linking;
pub mod links;
mod model;
pub mod needs;
mod next;
mod person;
pub mod personal;
pub mod personal_record;
mod sign_in;
mod sign_in_code;
mod sign_in_link;
mod sign_in_password;
mod sign_out;
mod sign_up_details;
pub mod store;
mod tell;

pub use access::{may_find, may_link, may_review, may_unguard};
pub use door::{Instead, slow_down};
pub use kit::address::{Email, Phone};
pub use model::{Address, By, Contact, Household, Resident};
pub use person::{Person, account, person};
pub use sign_in::{no_texts, read as read_address};
pub use sign_in_code::refusal as code_refusal;
pub use store::{by_id, name_of};
pub use tell::{Message, To, Told, Written, by_which, can_tell, tell, way_to, write};

use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::Conn;
use kit::jobs::Work;
use kit::route::Route;
use kit::who::Account;
use kit::{Id, Result};

/// Finds the name a resident's page calls them by, and what other accounts are theirs: kit's `ResidentLookup`.
pub fn lookup(conn: &mut Conn, id: Id) -> Boxed<'_, Result<Option<Account>>> {
    Box::pin(async move {
        let Some(name) = store::name_of(conn, id).await? else { return Ok(None) };
        let also = linking::joined::own(conn, id).await?.into_iter().filter(|other| *other != id).collect();
        Ok(Some(Account { name, also }))
    })
}

/// The pages of signing in, signing up and the account's details.
pub fn routes() -> Vec<Route> {
    use desk::linking;
    use details::{address, joined, language, name, password, sessions, show, verify};
    vec![
        Route::page("/sign-in", "residents.sign-in", sign_in::get),
        Route::replace("/sign-in", "residents.sign-in", sign_in::post),
        Route::page("/sign-in/code", "residents.sign-in", sign_in_code::get),
        Route::replace("/sign-in/code", "residents.sign-in", sign_in_code::post),
        Route::page("/sign-in/link", "residents.sign-in", sign_in_link::get),
        Route::replace("/sign-in/link", "residents.sign-in", sign_in_link::post),
        Route::page("/sign-in/password", "residents.sign-in", sign_in_password::get),
        Route::replace("/sign-in/password", "residents.sign-in", sign_in_password::post),
        Route::page("/sign-up", "residents.sign-in", sign_in::get),
        Route::replace("/sign-up", "residents.sign-in", sign_in::post),
        Route::page("/sign-up/code", "residents.sign-in", sign_in_code::get),
        Route::replace("/sign-up/code", "residents.sign-in", sign_in_code::post),
        Route::page("/sign-up/details", "residents.sign-in", sign_up_details::get),
        Route::once("/sign-up/details", "residents.sign-in", sign_up_details::post),
        Route::replace("/sign-out", "residents.sign-out", sign_out::post),
        Route::page("/account/details", "residents.keep", show::get),
        Route::page("/account/details/name", "residents.keep", name::get),
        Route::replace("/account/details/name", "residents.keep", name::post),
        Route::page("/account/details/email", "residents.keep", address::get),
        Route::replace("/account/details/email", "residents.keep", address::post),
        Route::replace("/account/details/email/remove", "residents.keep", address::remove),
        Route::page("/account/details/phone", "residents.keep", address::get),
        Route::replace("/account/details/phone", "residents.keep", address::post),
        Route::replace("/account/details/phone/remove", "residents.keep", address::remove),
        Route::page("/account/details/verify", "residents.keep", verify::get),
        Route::replace("/account/details/verify", "residents.keep", verify::post),
        Route::page("/account/details/password", "residents.keep", password::get),
        Route::replace("/account/details/password", "residents.keep", password::post),
        Route::replace("/account/details/password/remove", "residents.keep", password::post),
        Route::page("/account/details/language", "residents.keep", language::get),
        Route::replace("/account/details/language", "residents.keep", language::post),
        Route::page("/desk/residents/add", "residents.add", desk::add::get),
        Route::replace("/desk/residents/add", "residents.add", desk::add::post),
        Route::page("/desk/residents/add/code", "residents.add", desk::add::get_code),
        Route::replace("/desk/residents/add/code", "residents.add", desk::add::post_code),
        Route::page("/desk/residents/{id}/open", "residents.open", desk::open::get),
        Route::once("/desk/residents/{id}/open", "residents.open", desk::open::post),
        Route::page("/desk/residents/{id}/open/withdraw", "residents.open", desk::withdraw::get),
        Route::replace("/desk/residents/{id}/open/withdraw", "residents.open", desk::withdraw::post),
        Route::page("/desk/residents/{id}/authority", "residents.authorise", desk::authority::get),
        Route::once("/desk/residents/{id}/authority", "residents.authorise", desk::authority::post),
        Route::page("/desk/residents/{id}/authority/end", "residents.authorise", desk::authority_end::get),
        Route::replace("/desk/residents/{id}/authority/end", "residents.authorise", desk::authority_end::post),
        Route::page("/desk/residents/{id}/marker", "residents.mark", desk::marker::get),
        Route::once("/desk/residents/{id}/marker", "residents.mark", desk::marker::post),
        Route::page("/desk/residents/{id}/marker/end", "residents.mark", desk::unmark::get),
        Route::replace("/desk/residents/{id}/marker/end", "residents.mark", desk::unmark::post),
        Route::page("/account/details/needs", "residents.keep", needs::own::get),
        Route::replace("/account/details/needs", "residents.keep", needs::own::post),
        Route::public("/more-help", "residents.more-help", needs::published::get),
        Route::page("/desk/residents/{id}/needs", "residents.needs", needs::desk::get),
        Route::replace("/desk/residents/{id}/needs", "residents.needs", needs::desk::post),
        Route::page("/desk/adjustments", "residents.adjustments", needs::list::get),
        Route::page("/desk/residents/{id}/born", "residents.born", desk::born::get),
        Route::replace("/desk/residents/{id}/born", "residents.born", desk::born::post),
        Route::page("/desk/residents/{id}/home", "residents.home", desk::home::get),
        Route::replace("/desk/residents/{id}/home", "residents.home", desk::home::post),
        Route::page("/desk/residents/{id}/language", "residents.language", desk::language::get),
        Route::replace("/desk/residents/{id}/language", "residents.language", desk::language::post),
        Route::page("/desk/residents/{id}/vehicles", "residents.vehicles", desk::vehicle::get),
        Route::once("/desk/residents/{id}/vehicles", "residents.vehicles", desk::vehicle::post),
        Route::replace("/desk/residents/{id}/vehicles/remove", "residents.vehicles", desk::vehicle::remove),
        Route::page("/desk/linking", "residents.link", linking::list::get),
        Route::page("/desk/linking/{proposal}", "residents.link", linking::show::get),
        Route::once("/desk/linking/{proposal}/decide", "residents.link", linking::decide::post),
        Route::replace("/desk/linking/{proposal}/part", "residents.link", linking::part::post),
        Route::replace("/desk/linking/{proposal}/prove", "residents.link", linking::prove::post),
        Route::page("/account/details/joined", "residents.keep", joined::get),
        Route::replace("/account/details/joined/code", "residents.keep", joined::send),
        Route::replace("/account/details/joined/prove", "residents.keep", joined::prove),
        Route::replace("/account/details/joined/not-me", "residents.keep", joined::not_me),
        Route::replace("/account/details/sessions/end", "residents.keep", sessions::end),
        Route::replace("/account/details/sessions/end-others", "residents.keep", sessions::end_others),
    ]
}

/// What runs again and again.
pub fn works() -> Vec<Work> {
    let mut all = find::keys::works();
    all.extend(linking::works());
    all.extend(needs::works());
    all
}

/// Clears away what is over: challenges, links and grants. For a job that runs every hour.
pub async fn sweep(tx: &mut Conn, now: Micros) -> Result<u64> {
    let challenges = store::challenges::sweep(tx, now).await?;
    Ok(challenges + store::links::sweep(tx, now).await? + store::grants::sweep(tx, now).await?)
}
