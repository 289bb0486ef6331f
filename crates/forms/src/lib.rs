//! Forms: the journey of a resident through a service, from "start" to "received".
//!
//! A draft holds the answers and stays on the version of the service it was started on. The path is worked out afresh
//! from the answers each time ([`journey`]); pages replace answers, question by question; sending happens once, with the
//! draft's id as the key, and opens a case in the same transaction ([`submit`]).

mod access;
mod attach;
mod behalf;
mod check;
mod code;
mod contact;
mod danger;
mod delete;
mod draft;
pub mod endings;
mod enter;
pub mod facts;
mod fields;
mod jobs;
pub mod journey;
mod later;
mod nearby;
mod opening;
mod page;
mod personal;
mod reach;
mod resume;
mod save;
mod service;
mod start;
mod stop;
mod store;
mod street;
mod submit;
mod tasks;
pub mod whole;

pub use behalf::{Consent, ForWhom, How as Said, begun as begun_for, path as for_path};
pub use cases::PROVED;
pub use delete::done_words;
pub use draft::{Draft, Given, KEPT, Nearby};
pub use endings::{Ending, Endings, Submitted};
pub use jobs::{expire_drafts, works};
pub use opening::{POST, WAY};
pub use personal::{erase, personal_data};
pub use reach::{Reach, Way};
pub use store::Summary;
pub use street::public_name;

use kit::app::{App, Boxed};
use kit::clock::Micros;
use kit::db::Conn;
use kit::route::Route;
use kit::who::{Person, Who};
use kit::{Id, Reference, Result};

/// The drafts of a resident that were not sent yet, last changed before `before`, newest first: for the account's page.
pub async fn drafts_of_resident(
    conn: &mut Conn,
    resident: Id,
    before: Micros,
    now: Micros,
    most: usize,
) -> Result<Vec<Summary>> {
    store::of_resident(conn, resident, before, now, most).await
}

/// What this browser began without an account belongs to whoever has signed in there since.
pub async fn claim(app: &App, who: &Who) -> Result<()> {
    let (Person::Resident(resident), Some(visitor)) = (&who.person, who.visitor) else { return Ok(()) };
    if !store::begun_in(&mut *app.db.read().await?, visitor).await? {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    store::claim(&mut tx, visitor, *resident).await?;
    tx.commit().await
}

/// How many drafts of a service are on a version before this one: services' `Behind`.
pub fn behind<'a>(conn: &'a mut Conn, service: &'a str, version: i64) -> Boxed<'a, Result<i64>> {
    Box::pin(store::behind(conn, service, version))
}

/// What this browser sent after `since`, by reference: for whoever signs in or makes an account in it.
pub async fn sent_from(conn: &mut Conn, visitor: Id, since: Micros) -> Result<Vec<Reference>> {
    store::sent_from(conn, visitor, since).await
}

/// The pages of the journey.
pub fn routes() -> Vec<Route> {
    let mut all = vec![
        Route::once("/forms/{service}/start", "forms.start", start::post),
        Route::page("/forms/resume", "forms.resume", resume::get),
        Route::replace("/forms/resume", "forms.resume", resume::post),
        Route::page("/forms/resume/code", "forms.resume", resume::code),
        Route::replace("/forms/resume/code", "forms.resume", resume::enter_code),
        Route::page("/forms/{draft}", "forms.fill", tasks::get),
        Route::page("/forms/{draft}/stop", "forms.fill", stop::get),
        Route::page("/forms/{draft}/nearby", "forms.fill", nearby::get),
        Route::replace("/forms/{draft}/nearby", "forms.fill", nearby::post),
        Route::page("/forms/{draft}/contact", "forms.fill", contact::get),
        Route::replace("/forms/{draft}/contact", "forms.fill", contact::post),
        Route::page("/forms/{draft}/code", "forms.fill", code::get),
        Route::replace("/forms/{draft}/code", "forms.fill", code::post),
        Route::page("/forms/{draft}/check", "forms.fill", check::get),
        Route::once("/forms/{draft}/submit", "forms.submit", submit::post),
        Route::page("/forms/{draft}/save", "forms.fill", save::get),
        Route::replace("/forms/{draft}/save", "forms.fill", save::post),
        Route::page("/forms/{draft}/saved", "forms.fill", save::saved),
        Route::page("/forms/{draft}/delete", "forms.fill", delete::get),
        Route::once("/forms/{draft}/delete", "forms.fill", delete::post),
        Route::page("/forms/{draft}/files/{file}", "forms.file", attach::get),
        Route::page("/forms/{draft}/files/{file}/small", "forms.file", attach::small),
        Route::page("/forms/{draft}/{page}", "forms.fill", page::get),
        Route::replace("/forms/{draft}/{page}", "forms.fill", page::post).with_files(),
    ];
    all.extend(behalf::routes());
    all
}
