//! The addresses of cases.

use crate::attached;
use crate::desk::act;
use crate::desk::hand_over::HandOver;
use crate::desk::hold::{Hold, Release};
use crate::desk::on_the_spot::OnTheSpot;
use crate::desk::{assign::Assign, call::Call, close::Close, decide::Decide, enclosed, message::Write, note::Note};
use crate::desk::{
    figures, handed, list, outside, plan::Plan, promise::Promise, reopen::Reopen, show, take_back::TakeBack, untold,
};
use crate::kept;
use crate::resident::{follow, message, received, reopen, track, track_link, withdraw};
use kit::route::Route;

/// Every address of this crate.
pub fn routes() -> Vec<Route> {
    vec![
        Route::page("/cases/{ref}", "cases.follow", follow::get),
        Route::page("/cases/{ref}/files/{file}", "cases.own-file", attached::own),
        Route::page("/cases/{ref}/files/{file}/small", "cases.own-file", attached::own_small),
        Route::once("/cases/{ref}/message", "cases.write", message::post).with_files(),
        Route::page("/cases/{ref}/withdraw", "cases.withdraw", withdraw::get),
        Route::once("/cases/{ref}/withdraw", "cases.withdraw", withdraw::post),
        Route::page("/cases/{ref}/reopen", "cases.reopen-own", reopen::get),
        Route::once("/cases/{ref}/reopen", "cases.reopen-own", reopen::post),
        Route::page("/received/{ref}", "cases.received", received::get),
        Route::page("/track", "cases.track", track::get),
        Route::replace("/track", "cases.track", track::post),
        Route::page("/track/link", "cases.track", track_link::get),
        Route::replace("/track/link", "cases.track", track_link::post),
        Route::page("/track/code", "cases.track", track::get_code),
        Route::replace("/track/code", "cases.track", track::post_code),
        Route::page("/open/promises", "cases.kept", kept::get),
        Route::page("/open/promises.json", "cases.kept", kept::data),
        Route::page("/desk/figures", "cases.figures", figures::get),
        Route::page("/desk/cases", "cases.list", list::get),
        Route::page("/desk/cases/untold", "cases.untold", untold::get),
        Route::page("/desk/cases/handed", "cases.handed", handed::get),
        Route::page("/desk/cases/{ref}", "cases.see", show::get),
        Route::page("/desk/cases/{ref}/files/{file}", "cases.file", attached::desk),
        Route::page("/desk/cases/{ref}/files/{file}/small", "cases.file", attached::desk_small),
        Route::replace("/desk/cases/{ref}/outside", "cases.see", outside::post),
        Route::page("/desk/cases/{ref}/note", "cases.note", act::get::<Note>),
        Route::once("/desk/cases/{ref}/note", "cases.note", act::post::<Note>),
        Route::page("/desk/cases/{ref}/message", "cases.message", act::get::<Write>),
        Route::once("/desk/cases/{ref}/message", "cases.message", enclosed::post::<Write>).with_files(),
        Route::page("/desk/cases/{ref}/call", "cases.call", act::get::<Call>),
        Route::once("/desk/cases/{ref}/call", "cases.call", act::post::<Call>),
        Route::page("/desk/cases/{ref}/assign", "cases.assign", act::get::<Assign>),
        Route::once("/desk/cases/{ref}/assign", "cases.assign", act::post::<Assign>),
        Route::page("/desk/cases/{ref}/plan", "cases.plan", act::get::<Plan>),
        Route::once("/desk/cases/{ref}/plan", "cases.plan", act::post::<Plan>),
        Route::page("/desk/cases/{ref}/promise", "cases.promise", act::get::<Promise>),
        Route::once("/desk/cases/{ref}/promise", "cases.promise", act::post::<Promise>),
        Route::page("/desk/cases/{ref}/decide", "cases.decide", act::get::<Decide>),
        Route::once("/desk/cases/{ref}/decide", "cases.decide", act::post::<Decide>),
        Route::page("/desk/cases/{ref}/on-the-spot", "cases.on-the-spot", act::get::<OnTheSpot>),
        Route::once("/desk/cases/{ref}/on-the-spot", "cases.on-the-spot", act::post::<OnTheSpot>),
        Route::page("/desk/cases/{ref}/hand-over", "cases.hand-over", act::get::<HandOver>),
        Route::once("/desk/cases/{ref}/hand-over", "cases.hand-over", act::post::<HandOver>),
        Route::page("/desk/cases/{ref}/take-back", "cases.hand-over", act::get::<TakeBack>),
        Route::once("/desk/cases/{ref}/take-back", "cases.hand-over", act::post::<TakeBack>),
        Route::page("/desk/cases/{ref}/close", "cases.close", act::get::<Close>),
        Route::once("/desk/cases/{ref}/close", "cases.close", act::post::<Close>),
        Route::page("/desk/cases/{ref}/reopen", "cases.reopen", act::get::<Reopen>),
        Route::once("/desk/cases/{ref}/reopen", "cases.reopen", act::post::<Reopen>),
        Route::page("/desk/cases/{ref}/hold", "cases.hold", act::get::<Hold>),
        Route::once("/desk/cases/{ref}/hold", "cases.hold", act::post::<Hold>),
        Route::page("/desk/cases/{ref}/release", "cases.hold", act::get::<Release>),
        Route::once("/desk/cases/{ref}/release", "cases.hold", act::post::<Release>),
    ]
}
