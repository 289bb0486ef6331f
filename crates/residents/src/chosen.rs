//! What a resident chooses about themselves, read from a form: name and password.

use crate::desk::said_to;
use kit::app::App;
use kit::form::{self, Fault, Form};
use kit::password::{self, MOST, RESIDENT_LEAST};
use kit::who::Who;

/// The most characters of a name.
pub(crate) const NAME_MOST: usize = 100;

/// The name typed, or what is wrong with it said in the form.
pub fn name(app: &App, who: &Who, form: &mut Form) -> Option<String> {
    let fault = match form::line(form.value("name"), NAME_MOST) {
        Ok(name) => return Some(name),
        Err(fault) => fault,
    };
    let words = match fault {
        Fault::Empty => app.t(who.lang, said_to(who, "residents-name-empty")).to_owned(),
        Fault::TooLong { most } => {
            app.words.with(who.lang, said_to(who, "residents-name-long"), &[("most", most.into())])
        }
        Fault::Control | Fault::Direction => app.t(who.lang, said_to(who, "residents-name-marks")).to_owned(),
    };
    form.refuse("name", words);
    None
}

/// Says in the form what is wrong with a password being chosen; `own` are the person's name and addresses.
pub fn password(app: &App, who: &Who, form: &mut Form, wanted: &str, own: &[String]) {
    let own: Vec<&str> = own.iter().map(String::as_str).chain([app.council.name.as_str()]).collect();
    if let Some(fault) = password::fault(wanted, RESIDENT_LEAST, &own) {
        let values = [("least", RESIDENT_LEAST.into()), ("most", MOST.into())];
        form.refuse("password", app.words.with(who.lang, &format!("residents-password-{}", fault.code()), &values));
    }
}
