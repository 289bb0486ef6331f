//! What is chosen on pages for staff, read from a form: passwords and names.

use crate::door::t;
use kit::Lang;
use kit::app::App;
use kit::form::{self, Fault, Form};
use kit::password::{self, MOST, STAFF_LEAST};

/// The most characters of a name.
const NAME_MOST: usize = 100;

/// Says in the form what is wrong with a password being chosen; `own` are the person's name and address.
pub fn password(app: &App, form: &mut Form, wanted: &str, own: &[&str]) {
    let own: Vec<&str> = own.iter().copied().chain([app.council.name.as_str()]).collect();
    if let Some(fault) = password::fault(wanted, STAFF_LEAST, &own) {
        let values = [("least", STAFF_LEAST.into()), ("most", MOST.into())];
        form.refuse("password", app.words.with(Lang::EN, &format!("workforce-password-{}", fault.code()), &values));
    }
}

/// A name as it is kept, or what is wrong with it, in words.
pub fn read_name(app: &App, typed: &str) -> Result<String, String> {
    form::line(typed, NAME_MOST).map_err(|fault| match fault {
        Fault::Empty => t(app, "workforce-name-empty").to_owned(),
        Fault::TooLong { most } => app.words.with(Lang::EN, "workforce-name-long", &[("most", most.into())]),
        Fault::Control | Fault::Direction => t(app, "workforce-name-marks").to_owned(),
    })
}

/// The name typed, or what is wrong with it said in the form.
pub fn name(app: &App, form: &mut Form) -> Option<String> {
    read_name(app, form.value("name")).map_err(|words| form.refuse("name", words)).ok()
}
