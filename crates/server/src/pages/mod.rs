//! Pages over several nouns, or over none: start, contact, account, desk home, about, the demo's own pages, health.

mod about;
mod account;
mod appointments;
mod contact;
mod contacts;
mod demo;
mod desk;
pub mod error;
mod find;
mod health;
mod held;
mod keep;
mod language;
mod notified;
mod openings;
mod record;
mod seals;
pub mod signed_out;
mod start;
mod statics;
mod timeline;

use kit::route::Route;

/// The server's own routes.
pub fn routes() -> Vec<Route> {
    let mut all = vec![
        Route::public("/", "start.show", start::show),
        Route::page("/language/{tag}", "language.choose", language::choose),
        Route::public("/contact/visit", "contact.visit", contact::visit),
        Route::page("/contact/callback", "contact.callback", contact::callback),
        Route::page("/contact/message", "contact.message", contact::message),
        Route::public("/about/accessibility", "about.accessibility", about::accessibility),
        Route::public("/about/privacy", "about.privacy", about::privacy),
        Route::public("/about/cookies", "about.cookies", about::cookies),
        Route::page("/account", "account.show", account::show),
        Route::page("/desk", "desk.show", desk::show),
        Route::replace("/desk/keep", "desk.keep", keep::post),
        Route::page("/desk/find", "residents.find", find::show),
        Route::page("/desk/residents/{id}", "residents.see", record::show),
        Route::page("/open/seals", "open.seals", seals::show),
        Route::page("/demo", "demo.show", demo::show),
        Route::page("/demo/messages", "demo.messages", demo::messages),
        Route::replace(notified::PATH, "messages.became", notified::post),
        Route::page("/healthz", "health.show", health::show),
        Route::page("/livez", "health.live", health::live),
        Route::page("/metrics", "health.metrics", health::metrics),
        Route::page("/static/{*path}", "static.show", statics::show),
    ];
    all.extend(contacts::routes());
    all.extend(appointments::routes());
    all.extend(held::routes());
    all.extend(openings::routes());
    all
}
