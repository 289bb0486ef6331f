//! Services as data: what a council offers, what it asks, what it decides and what it promises,
//! read from `definitions/<service>/` and never from code. `docs/adding-a-service.md` is the format.
//!
//! [`Definition::parse`] reads one service; [`check`] explains every mistake in a folder of them.
//! The path through a service is recomputed from the answers each time ([`Definition::path`]).

mod access;
mod acting;
mod admission;
mod answers;
mod attached;
mod beside;
mod catalogue;
mod check;
mod danger;
mod decide;
mod delegated;
mod delegates;
mod display;
mod due;
mod elsewhere;
mod expr;
mod find;
mod folder;
mod follow;
mod handover;
mod jobs;
mod list;
mod manage;
mod miss;
mod mistake;
mod model;
mod numbers;
mod open;
mod parse;
mod path;
mod promised;
mod publish;
mod read;
mod rules;
mod searches;
mod shared;
mod source;
mod start;
mod store;
mod synonym;
mod table;
mod words;

pub use acting::{to_act_in, whereabouts};
pub use admission::{not_among, turned_away};
pub use answers::{Address, Answer, Answers, Place};
pub use attached::{Attached, Attachments};
pub use beside::{Beside, Told, ToldBeside};
pub use catalogue::{Catalogue, Found, Hit, Surroundings};
pub use check::{Known, check, check_files, check_service};
pub use danger::{Note, note, notes};
pub use decide::{Decision, Promise};
pub use delegated::{Authority, Beyond, Delegation, Proposal};
pub use delegates::{is_trained, train};
pub use display::shortened;
pub use due::{by_when, by_when_short};
pub use elsewhere::Elsewhere;
pub use find::Answered;
pub use folder::Folder;
pub use follow::follow;
pub use handover::Handover;
pub use jobs::{tell_of_last_week, works};
pub use manage::Behind;
pub use miss::write_misses;
pub use mistake::Mistake;
pub use model::{
    Category, Contact, DateLimit, Definition, Duplicates, Kind, Outcome, Page, Priority, Question, Reopen, State, Team,
    Term, Unit,
};
pub use numbers::linked;
pub use open::Open;
pub use path::Walk;
pub use promised::promise_in_words;
pub use publish::publish;
pub use read::{Context, FieldError, typed_pence};
pub use source::Files;
pub use table::Output;

use kit::route::Route;

/// Every route of the services.
pub fn routes() -> Vec<Route> {
    vec![
        Route::public("/services", "services.list", list::get),
        Route::public("/services/{service}", "services.show", start::get),
        Route::public("/services/{service}/rules", "services.rules", rules::get),
        Route::page("/search", "services.search", find::get),
        Route::page("/manage/services", "services.manage", manage::get),
        Route::replace("/manage/services/{service}/team", "services.give", manage::post),
        Route::page("/manage/services/{service}/delegated", "services.train", delegates::get),
        Route::replace("/manage/services/{service}/delegated", "services.train", delegates::post),
        Route::page("/manage/searches", "services.misses", searches::get),
        Route::page("/manage/searches/{id}", "services.misses", synonym::get),
        Route::replace("/manage/searches/{id}/dealt", "services.deal", searches::post),
    ]
}
