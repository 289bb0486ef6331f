//! Contacts at the desk: started in one press, written while somebody speaks, finished in one step. They stand over several
//! nouns: the person, their requests, the services.

mod figures;
mod finish;
mod keep;
mod list;
mod paper;
mod pass;
mod person;
mod show;
mod start;

pub use start::begin;

use cases::Known;
use contact::{Action, Contact};
use kit::db::Conn;
use kit::route::Route;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use residents::authorities::{Authority, Services};
use residents::linking::joined;
use residents::needs;
use residents::store::record::Marker;
use services::Catalogue;

/// Where a contact that was passed on leads.
const PASSED: &str = "/desk/contacts?done=pass";

/// The addresses of contacts.
pub fn routes() -> Vec<Route> {
    vec![
        Route::page("/desk/contacts", "contact.list", list::get),
        Route::once("/desk/contacts/start", "contact.start", start::post),
        Route::page("/desk/contacts/figures", "contact.figures", figures::get),
        Route::page("/desk/contacts/{id}", "contact.see", show::get),
        Route::replace("/desk/contacts/{id}/keep", "contact.keep", keep::post),
        Route::replace("/desk/contacts/{id}/person", "contact.person", person::post),
        Route::page("/desk/contacts/{id}/pass", "contact.pass", pass::get),
        Route::once("/desk/contacts/{id}/pass", "contact.pass", pass::post),
        Route::replace("/desk/contacts/{id}/take", "contact.take", pass::take),
        Route::once("/desk/contacts/{id}/finish", "contact.finish", finish::post),
    ]
}

/// What a service is called; its id where there is none by it now, and words of its own for no service.
fn service_name(app: &App, id: &str) -> Result<String> {
    Ok(match app.part::<Catalogue>()?.current(id) {
        Some(found) => found.name(Lang::EN).to_owned(),
        None if id.is_empty() => app.t(Lang::EN, "contact-service-other").to_owned(),
        None => id.to_owned(),
    })
}

/// The contact of an address, for whoever has it.
async fn own(conn: &mut Conn, who: &Who, id: &str) -> Result<Contact> {
    contact::check(who, Action::Take)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let found = contact::by_id(conn, id).await?;
    contact::check(who, Action::Work(&found))?;
    Ok(found)
}

/// What is known around a contact: who may speak for the person, and what they asked for that is open.
#[derive(Default)]
struct Around {
    /// Authorities that are good today, with what they are for; of a record that is not open, the one that was chosen while it was.
    authorities: Vec<(Authority, String)>,
    /// Their record is open to this member of staff now.
    is_open: bool,
    /// What they asked for that the council still works on, the newest first; of a record that is not open, nothing.
    requests: Vec<Known>,
    /// How many of those are outside of what whoever asks may be told; they are none of `requests`.
    outside: usize,
    /// What everybody has to know of them, whether or not their record is open.
    markers: Vec<Marker>,
    /// What they told us they need, a line each; of a record that is not open, not where they are safe.
    needs: Vec<String>,
    /// They asked that nobody rings them.
    never_rung: bool,
    /// Who is not to be rung, or not now: why, and what to do instead.
    not_rung: Option<needs::NotRung>,
    /// They are offered more help.
    offered: bool,
    /// By whom it was passed on, and what they said about it.
    passed: Vec<(String, String)>,
}

impl Around {
    async fn of(conn: &mut Conn, app: &App, who: &Who, contact: &Contact) -> Result<Around> {
        let mut passed = Vec::new();
        for pass in contact::passes(conn, contact.id).await? {
            passed.push((list::said(conn, app, &pass, Id::NONE).await?, pass.note));
        }
        let none = |passed| Around { passed, ..Around::default() };
        let Some(resident) = contact.resident else { return Ok(none(passed)) };
        let mut authorities = joined::authorities(conn, resident).await?;
        let is_open = residents::desk::has_open(conn, app, who, resident).await?;
        let chosen = |authority: &Authority| authority.id.to_string() == contact.behalf;
        let Some(person) = residents::person(conn, resident).await? else { return Ok(none(passed)) };
        authorities.retain(|one| one.speaks(app.now(), person.deceased) && (is_open || chosen(one)));
        let told = if is_open { cases::told_of(conn, app, who, resident).await? } else { Default::default() };
        let (requests, outside) = told;
        let services = app.part::<Services>()?.0(app, Lang::EN)?;
        let authorities = authorities.into_iter().map(|one| (one.clone(), one.about(app, &services))).collect();
        let lines = if is_open { needs::lines } else { needs::outline };
        let accounts = joined::together(conn, resident).await?;
        let passport = needs::of_all(conn, &accounts).await?;
        let needs = lines(&app.words, Lang::EN, &passport);
        let (markers, offered) = (joined::markers(conn, resident).await?, !passport.rule.is_empty());
        let never_rung = passport.asks(needs::Ask::NoCalls);
        let (hour, has_email) = (kit::lang::local(app.now()).hour(), person.contact.email.is_some());
        let not_rung = needs::not_rung(&app.words, Lang::EN, &passport, has_email, hour);
        Ok(Around { authorities, is_open, outside, requests, markers, needs, never_rung, not_rung, offered, passed })
    }
}
