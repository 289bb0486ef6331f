//! Cases: what residents asked for, who owns it, by when it is promised, and what happened to it.
//!
//! A submission becomes a case through [`open()`]; a report of the same thing nearby joins the case that is there and gets
//! a reference of its own. Every change is a fact; everybody who reported it is told.

pub mod access;
pub mod answers;
pub mod api;
mod asked;
mod attached;
mod book;
mod claim;
mod dates;
mod desk;
pub mod elsewhere;
mod facts;
pub mod found;
pub mod handed;
pub mod history;
pub mod import;
mod jobs;
mod kept;
mod leavers;
mod lines;
pub mod marks;
mod model;
mod names;
mod near;
mod open;
mod pass_on;
mod personal;
pub mod received;
mod resident;
mod retention;
mod rollup;
mod routes;
mod store;
mod tell;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod timeline;
mod undelivered;

pub use asked::{Known, is_open_request, known, live_of, ring_back, same_matter, told_of};
pub use attached::Shown as ShownFile;
pub use claim::claim;
pub use desk::outside::covers;
pub use desk::systems::{State as SystemState, System, Systems};
pub use jobs::{watch_promises, works};
pub use lines::{Line, is_message, lines, may_bring_files};
pub use model::{Case, Contact, Place, Promise, Status, Timeliness};
pub use near::WIDEST;
pub use open::{Given, Near, Opened, Opening, PROVED, Ready, nearby, open, ready};
pub use pass_on::has_address;
pub use personal::{Personal, personal_data};
pub use retention::{Fate, Fated, clear_marks, erase_at_request, erase_due, fates};
pub use rollup::listeners;
pub use routes::routes;

use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::who::{Person, Who};
use kit::{App, Error, Id, Lang, Reference, Result};
use residents::linking::joined;

/// A resident's cases, newest first, before the id ([`None`] for the newest): those they opened, and those they joined, which
/// then bear the reference they know it by and what they said themselves. Titles are in `lang`.
pub async fn of_resident(
    conn: &mut Conn,
    app: &App,
    resident: Id,
    before: Option<Id>,
    limit: usize,
    lang: Lang,
) -> Result<Vec<Case>> {
    let before = before.unwrap_or(Id([0xff; 16]));
    let mut found = store::cases::of_resident(conn, resident, before, limit).await?;
    for case in &mut found {
        case.title = book::title(conn, app, case, None, lang).await?;
    }
    for joined in store::reporters::of_resident(conn, resident, before, limit).await? {
        if !found.iter().any(|case| case.id == joined.case) {
            let case = store::cases::by_id(conn, joined.case).await?;
            // What the first reporter wrote and who they are is nothing to those who joined.
            let (title, place) = (book::title(conn, app, &case, Some(&joined), lang).await?, book::own_place(&joined)?);
            found.push(Case { reference: joined.reference, contact: joined.contact, title, place, ..case });
        }
    }
    found.sort_by_key(|case| std::cmp::Reverse(case.id));
    found.truncate(limit);
    Ok(found)
}

/// The same of all accounts of one person.
pub async fn of_person(
    conn: &mut Conn,
    app: &App,
    accounts: &[Id],
    before: Option<Id>,
    limit: usize,
    lang: Lang,
) -> Result<Vec<Case>> {
    let found = of_accounts(conn, app, accounts, before, limit, lang).await?;
    Ok(found.into_iter().map(|(_, case)| case).collect())
}

/// The same of a record at the desk, each with whether the account they opened or joined it under was shown to be theirs: of others
/// nothing is told to whoever was checked for it.
pub async fn of_record(
    conn: &mut Conn,
    app: &App,
    record: Id,
    before: Option<Id>,
    limit: usize,
    lang: Lang,
) -> Result<Vec<(bool, Case)>> {
    let (mut accounts, own) = (joined::together(conn, record).await?, joined::own(conn, record).await?);
    // What they asked for under both is theirs.
    accounts.sort_by_key(|account| !own.contains(account));
    let found = of_accounts(conn, app, &accounts, before, limit, lang).await?;
    Ok(found.into_iter().map(|(account, case)| (own.contains(&account), case)).collect())
}

/// What these accounts opened or joined, each with the first of them that did.
async fn of_accounts(
    conn: &mut Conn,
    app: &App,
    accounts: &[Id],
    before: Option<Id>,
    limit: usize,
    lang: Lang,
) -> Result<Vec<(Id, Case)>> {
    let mut found: Vec<(Id, Case)> = Vec::new();
    for account in accounts {
        for case in of_resident(conn, app, *account, before, limit, lang).await? {
            if !found.iter().any(|(_, other)| other.id == case.id) {
                found.push((*account, case));
            }
        }
    }
    found.sort_by_key(|(_, case)| std::cmp::Reverse(case.id));
    found.truncate(limit);
    Ok(found)
}

/// True when this member of staff may see the case.
pub fn may_see(app: &App, who: &Who, case: &Case) -> Result<bool> {
    let Person::Staff(staff) = &who.person else { return Err(Error::SignIn) };
    Ok(access::may(staff, access::Action::See, case, &desk::standing_of(app)?))
}

/// Refuses the case of this id: as one that is not there, where this member of staff may not see it; and in words, where it is outside
/// of what their caller may be told and they have not said why they look at it.
pub async fn check_open(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<()> {
    let case = store::cases::by_id(conn, id).await?;
    if !may_see(app, who, &case)? {
        return Err(Error::NotFound);
    }
    desk::within(conn, app, who, &case).await
}

/// Keeps what was typed elsewhere as a message to be sent on this case; where it is sent, for whoever may write there.
pub async fn draft_message(tx: &mut Tx, app: &App, who: &Who, case: &Case, text: &str) -> Result<Option<String>> {
    let staff = who.staff()?;
    if !access::may(staff, access::Action::Message, case, &desk::standing_of(app)?) {
        return Ok(None);
    }
    let page = format!("/desk/cases/{}/message", case.reference);
    kit::typed::keep(tx, (staff.id, &page), app.now(), &Form::empty().fill("text", text)).await?;
    Ok(Some(page))
}

/// The reference that was typed, where it is a case's that this member of staff may see; of others nothing is told.
pub async fn reference_seen(conn: &mut Conn, app: &App, who: &Who, typed: &str) -> Result<Option<Reference>> {
    let Person::Staff(staff) = &who.person else { return Err(Error::SignIn) };
    Ok(match desk::find::find(conn, app, staff, typed).await? {
        desk::find::Found::Case(reference) => Some(reference),
        desk::find::Found::Nothing(_) => None,
    })
}

/// The case of each message to this resident that they have not opened yet, at most 200.
pub async fn unread_of_resident(conn: &mut Conn, resident: Id) -> Result<Vec<Id>> {
    store::messages::unread_of_resident(conn, resident).await
}

/// The words key of a status as a resident reads it.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "cases-status-open",
        Status::Waiting => "cases-status-waiting",
        Status::Decided => "cases-status-decided",
        Status::PassedOn => "cases-status-passed-on",
        Status::Closed => "cases-status-closed",
        Status::Withdrawn => "cases-status-withdrawn",
    }
}
