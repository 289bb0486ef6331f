//! Knowledge: one approved answer for a question, in the languages of the council, with versions, an owner and a day on which
//! it is looked at again.
//!
//! An answer is written as a draft and approved by somebody else; a version never changes. Who was told an answer is noted, so
//! that a correction reaches everybody who was told the one before, once. What stands is in memory ([`Library`]). Briefings stand
//! at the head of the desk until they are read ([`unread`]).

mod access;
mod briefing;
mod correct;
pub mod desk;
mod diff;
mod help;
mod import;
mod known;
mod library;
mod model;
mod personal;
mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod timeline;

pub use briefing::unread;
pub use help::{beside, found};
pub use import::{BroughtIn, bring_in};
pub use known::{Known, Seen, Whom};
pub use library::{Library, Standing, follow};
pub use personal::{erase, personal_data, sweep};
pub use timeline::told;

use kit::jobs::Work;
use kit::route::Route;

/// Every route of knowledge.
pub fn routes() -> Vec<Route> {
    use desk::{answer, approve, keep, list, retire, send_back, show, tell, told, version, work, write, wrong};
    vec![
        Route::page("/desk/knowledge", "knowledge.read", list::get),
        Route::page("/desk/knowledge/work", "knowledge.work", work::get),
        Route::page("/desk/knowledge/new", "knowledge.write", write::get_new),
        Route::once("/desk/knowledge/new", "knowledge.write", write::post_new),
        Route::page("/desk/knowledge/flags/{id}", "knowledge.answer", answer::get),
        Route::once("/desk/knowledge/flags/{id}", "knowledge.answer", answer::post),
        Route::page("/desk/knowledge/{slug}", "knowledge.read", show::get),
        Route::page("/desk/knowledge/{slug}/versions/{number}", "knowledge.read", version::get),
        Route::page("/desk/knowledge/{slug}/edit", "knowledge.write", write::get_edit),
        Route::replace("/desk/knowledge/{slug}/edit", "knowledge.write", write::post_edit),
        Route::page("/desk/knowledge/{slug}/approve", "knowledge.read", approve::get),
        Route::once("/desk/knowledge/{slug}/approve", "knowledge.approve", approve::post),
        Route::page("/desk/knowledge/{slug}/return", "knowledge.approve", send_back::get),
        Route::once("/desk/knowledge/{slug}/return", "knowledge.approve", send_back::post),
        Route::page("/desk/knowledge/{slug}/keep", "knowledge.keep", keep::get),
        Route::replace("/desk/knowledge/{slug}/keep", "knowledge.keep", keep::post),
        Route::replace("/desk/knowledge/{slug}/retire", "knowledge.keep", retire::post),
        Route::page("/desk/knowledge/{slug}/wrong", "knowledge.flag", wrong::get),
        Route::once("/desk/knowledge/{slug}/wrong", "knowledge.flag", wrong::post),
        Route::page("/desk/knowledge/{slug}/tell", "knowledge.tell", tell::get),
        Route::once("/desk/knowledge/{slug}/tell", "knowledge.tell", tell::post),
        Route::page("/desk/knowledge/{slug}/told", "knowledge.told", told::get),
        Route::once("/desk/knowledge/{slug}/told", "knowledge.correct", told::post),
        Route::once("/desk/knowledge/{slug}/rung", "knowledge.tell", told::rung),
        Route::page("/desk/briefings", "briefings.list", briefing::list::get),
        Route::page("/desk/briefings/new", "briefings.give", briefing::give::get),
        Route::once("/desk/briefings/new", "briefings.give", briefing::give::post),
        Route::page("/desk/briefings/{id}", "briefings.see", briefing::show::get),
        Route::once("/desk/briefings/{id}/read", "briefings.see", briefing::show::read),
        Route::once("/desk/briefings/{id}/end", "briefings.end", briefing::show::end),
        Route::page("/help", "help.list", help::list),
        Route::page("/help/{slug}", "help.show", help::show),
        Route::once("/help/{slug}/wrong", "help.flag", help::wrong),
    ]
}

/// What runs later.
pub fn works() -> Vec<Work> {
    vec![Work::on(correct::REST, correct::rest)]
}
