//! The workforce: staff, their roles and teams, and how they sign in: a password, then a code from their
//! own device, or with the council's own provider.

mod access;
mod account;
mod admin;
mod chosen;
mod door;
pub mod facts;
mod model;
mod next;
pub mod outages;
mod set_up;
mod sign_in;
mod sign_in_code;
mod sign_in_link;
mod sign_on;
mod sign_out;
pub mod store;
mod totp;

pub use admin::staff_add::{Added, add};
pub use chosen::read_name;
pub use model::{Details, Member, Team, read_code, read_email};
pub use sign_on::{SignOn, SignOnConfig};
pub use store::{
    Leader, NewMember, in_team, insert_member, insert_team, leaders_of, name_of, roles_of, team, teams, with_role,
};

use kit::app::Boxed;
use kit::db::{Conn, Tx};
use kit::route::Route;
use kit::who::Staff;
use kit::{App, Id, Result};

/// Finds the member of staff behind a session: kit's `StaffLookup`. Changed roles count from the next request.
pub fn lookup(conn: &mut Conn, id: Id) -> Boxed<'_, Result<Option<Staff>>> {
    Box::pin(store::who(conn, id))
}

/// The pages of signing in, of one's own account, and of an administrator.
pub fn routes() -> Vec<Route> {
    use admin::{staff_add, staff_edit, staff_list, staff_reset, team_rename, teams};
    vec![
        Route::page("/desk/sign-in", "workforce.sign-in", sign_in::get),
        Route::replace("/desk/sign-in", "workforce.sign-in", sign_in::post),
        Route::replace("/desk/sign-in/demo", "workforce.sign-in", sign_in::demo),
        Route::page("/desk/sign-in/code", "workforce.sign-in", sign_in_code::get),
        Route::replace("/desk/sign-in/code", "workforce.sign-in", sign_in_code::post),
        Route::replace("/desk/sign-in/council", "workforce.sign-in", sign_on::begin::post),
        Route::page("/desk/sign-in/council/answer", "workforce.sign-in", sign_on::answer::get),
        Route::page("/desk/sign-in/link", "workforce.sign-in", sign_in_link::get),
        Route::replace("/desk/sign-in/link", "workforce.sign-in", sign_in_link::post),
        Route::page("/desk/set-up", "workforce.sign-in", set_up::get),
        Route::once("/desk/set-up", "workforce.sign-in", set_up::post),
        Route::replace("/desk/sign-out", "workforce.sign-out", sign_out::post),
        Route::page("/desk/account", "workforce.own", account::get),
        Route::replace("/desk/account/password", "workforce.own", account::change_password),
        Route::replace("/desk/account/renew", "workforce.own", account::renew),
        Route::page("/desk/outages", "outages.list", outages::list::get),
        Route::once("/desk/outages", "outages.report", outages::press::post),
        Route::page("/desk/outages/new", "outages.report", outages::later::get),
        Route::once("/desk/outages/new", "outages.report", outages::later::post),
        Route::page("/desk/outages/{id}", "outages.see", outages::show::get),
        Route::replace("/desk/outages/{id}", "outages.own", outages::show::post),
        Route::replace("/desk/outages/{id}/end", "outages.own", outages::press::end),
        Route::replace("/desk/outages/{id}/done", "outages.deal", outages::done::post),
        Route::page("/admin/staff", "workforce.manage-staff", staff_list::get),
        Route::page("/admin/staff/add", "workforce.manage-staff", staff_add::get),
        Route::once("/admin/staff/add", "workforce.manage-staff", staff_add::post),
        Route::page("/admin/staff/{id}", "workforce.manage-staff", staff_edit::get),
        Route::replace("/admin/staff/{id}", "workforce.manage-staff", staff_edit::post),
        Route::replace("/admin/staff/{id}/reset", "workforce.manage-staff", staff_reset::post),
        Route::page("/admin/teams", "workforce.manage-teams", teams::get),
        Route::once("/admin/teams", "workforce.manage-teams", teams::add),
        Route::page("/admin/teams/{code}", "workforce.manage-teams", team_rename::get),
        Route::replace("/admin/teams/{code}", "workforce.manage-teams", team_rename::post),
    ]
}

/// Clears away sign-ins and sign-ons that were only half done, and reports that nobody ended or whose time is over. For a job that
/// runs every hour.
pub async fn sweep(tx: &mut Tx, app: &App) -> Result<u64> {
    let halves = store::sweep_halves(tx, app.now()).await? + store::sweep_sign_ons(tx, app.now()).await?;
    Ok(halves + outages::sweep(tx, app).await?)
}
