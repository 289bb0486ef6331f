//! What is held on a person: for them, in their language; and for those who answer access requests, erase, and hold.

mod access;
mod desk;
mod erase;
mod find;
mod hold;
mod own;
mod sections;

use kit::form::Form;
use kit::page::Frame;
use kit::route::Route;
use serde::Deserialize;

/// Characters of a reason.
const LONGEST: usize = 2_000;

/// What the address of a page says.
#[derive(Deserialize)]
struct Asked {
    /// "json" for a file in the place of the page.
    #[serde(default, rename = "as")]
    form: String,
}

impl Asked {
    fn as_file(&self) -> bool {
        self.form == "json"
    }
}

/// The addresses of these pages.
pub fn routes() -> Vec<Route> {
    vec![
        Route::page("/account/data", "held.own", own::show),
        Route::page("/admin/people", "held.export", find::show),
        Route::page("/desk/residents/{id}/export", "held.export", desk::show),
        Route::page("/desk/residents/{id}/erase", "held.erase", erase::get),
        Route::once("/desk/residents/{id}/erase", "held.erase", erase::post),
        Route::page("/desk/residents/{id}/hold", "held.hold", hold::get),
        Route::once("/desk/residents/{id}/hold", "held.hold", hold::post),
        Route::once("/desk/residents/{id}/release", "held.hold", hold::release),
    ]
}

/// Reads the reason that has to be given; else an error with these words.
fn read_reason(frame: &Frame, form: &mut Form, empty: &str) -> Option<String> {
    kit::read::lines(frame, form, "reason", empty, LONGEST)
}
