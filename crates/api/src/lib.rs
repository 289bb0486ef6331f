//! The JSON API at `/api/v1`: what residents and staff do on pages, for programs. Nothing here decides who may do what: each
//! address asks the same functions as the page of the same thing.
//!
//! [`operations`] is the one list: from it come the routes, the check of what is sent ([`schema`]), and the description in
//! OpenAPI 3.1 ([`describe`]). [`call`] is the way of every request: who may, what was sent, whether it was done before.

mod booked;
mod call;
mod describe;
mod desk;
mod handed;
mod hooks;
pub mod keys;
mod limits;
mod needs;
mod operation;
mod operations;
mod own;
mod page;
mod problem;
mod public;
mod schema;
mod shapes;
mod store;

pub use hooks::Reach;
pub use hooks::follow::listener;
pub use hooks::standing::systems;
pub use limits::Limits;
pub use operation::Scope;
pub use problem::{detail, problem, said};

use kit::Result;
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::jobs::Work;
use kit::route::Route;

/// How long it is kept that another system was told something; it can be told again from the journal.
const TOLD_KEPT: Micros = 30 * DAY;

/// Where every address of a program begins.
pub(crate) const ROOT: &str = "/api/v1/";

/// True for an address that programs call: it is answered in JSON, also where it cannot be dealt with.
pub fn is_of_programs(path: &str) -> bool {
    path.starts_with(ROOT)
}

/// Every address: the operations, their description, and the page that people read.
pub fn routes() -> Vec<Route> {
    let mut all = vec![
        Route::page("/api", "api.read", page::get),
        Route::page("/api/v1/openapi.json", "api.read", describe::get),
        Route::page("/account/keys", "api.keys", keys::own::get),
        Route::replace("/account/keys", "api.keys", keys::own::post),
        Route::replace("/account/keys/{id}/end", "api.end-key", keys::own::end),
        Route::page("/desk/keys", "api.desk-keys", keys::own::get),
        Route::replace("/desk/keys", "api.desk-keys", keys::own::post),
        Route::replace("/desk/keys/{id}/end", "api.end-desk-key", keys::own::end),
        Route::page("/admin/keys", "api.every-key", keys::every::get),
        Route::replace("/admin/keys/{id}/end", "api.end-any-key", keys::every::end),
        Route::page("/admin/hooks", "api.hooks", hooks::list::get),
        Route::replace("/admin/hooks", "api.hooks", hooks::list::post),
        Route::page("/admin/hooks/{id}", "api.hook", hooks::show::get),
        Route::replace("/admin/hooks/{id}/replay", "api.hook", hooks::show::replay),
        Route::replace("/admin/hooks/{id}/takes", "api.hook", hooks::takes::post),
        Route::replace("/admin/hooks/{id}/end", "api.hook", hooks::show::end),
    ];
    all.extend(operations::all().into_iter().map(call::route));
    all
}

/// Forgets the answers of more than a day ago, a few at a time; 0 when there are no more.
pub async fn sweep(tx: &mut Conn, now: Micros) -> Result<u64> {
    Ok(store::answers::sweep(tx, now - DAY).await? + store::hooks::sweep(tx, now - TOLD_KEPT).await?)
}

/// What is told to other systems.
pub fn works() -> Vec<Work> {
    use hooks::{deliver, replay};
    vec![
        Work::on(deliver::TELL, deliver::tell),
        Work::on(replay::REPLAY, replay::job),
        Work::every(deliver::LOOKS, deliver::AGAIN, deliver::again),
    ]
}
