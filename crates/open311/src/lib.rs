//! Open311 GeoReport v2: other systems send reports of street problems and read what became of them, in XML and JSON.
//!
//! A report takes the way of a submitted form: its answers are read by the same questions, its place is looked up, the
//! published rules decide, it opens a case or joins one ([`send`]). What anybody may read of a report is a [`record`]: where
//! it is and what was chosen, as residents are shown of each other's reports, never what somebody wrote or who they are. The
//! records follow the journal ([`follow`]).

mod answer;
mod asked;
mod attributes;
mod caller;
mod comment;
mod definition;
mod discovery;
mod follow;
mod links;
mod location;
mod moment;
mod offer;
mod pictures;
mod read;
mod record;
mod refusal;
mod requests;
mod send;
mod services_list;
mod store;
mod tokens;
mod updates;

pub use caller::{Desk, SCOPE};
pub use follow::listener;
pub use refusal::page;

use kit::Result;
use kit::clock::{DAY, Micros};
use kit::db::Conn;
use kit::route::Route;

/// Forgets the senders' own numbers of more than a day ago, a few rows at a time; 0 when there are no more.
pub async fn sweep(tx: &mut Conn, now: Micros) -> Result<u64> {
    store::sent::sweep(tx, now - DAY).await
}

/// Every address, in both formats.
pub fn routes() -> Vec<Route> {
    vec![
        Route::page("/open311/v2/discovery.xml", "open311.read", discovery::get),
        Route::page("/open311/v2/discovery.json", "open311.read", discovery::get),
        Route::page("/open311/v2/services.xml", "open311.read", services_list::get),
        Route::page("/open311/v2/services.json", "open311.read", services_list::get),
        Route::page("/open311/v2/services/{definition}", "open311.read", definition::get),
        Route::page("/open311/v2/requests.xml", "open311.read", requests::list),
        Route::page("/open311/v2/requests.json", "open311.read", requests::list),
        Route::replace("/open311/v2/requests.xml", "open311.send", send::post).with_files(),
        Route::replace("/open311/v2/requests.json", "open311.send", send::post).with_files(),
        Route::page("/open311/v2/requests/{request}", "open311.read", requests::one),
        Route::page("/open311/v2/tokens/{token}", "open311.read", tokens::get),
        Route::page("/open311/v2/servicerequestupdates.xml", "open311.read", updates::get),
        Route::page("/open311/v2/servicerequestupdates.json", "open311.read", updates::get),
        Route::replace("/open311/v2/servicerequestupdates.xml", "open311.send", comment::post).with_files(),
        Route::replace("/open311/v2/servicerequestupdates.json", "open311.send", comment::post).with_files(),
    ]
}
