//! For me: an officer fills a form in for a resident who wants them to. The same journey in the officer's session: each answer says
//! that the officer gave it, the case is the resident's own, and they are told. It is open as long as the resident's record is.

mod begin;
mod consent;
mod home;
mod journey;
mod stand;

pub use consent::{Consent, How};
pub(crate) use home::Home;

use crate::draft::Draft;
use crate::{service, store};
use axum::response::Response;
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::Subject;
use kit::page::see;
use kit::route::Route;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use residents::authorities::Outside;
use residents::desk::{self, Asks};
use residents::{Message, To};
use stand::Stand;

/// Unsent forms that are looked through for those an officer fills in.
const MOST: usize = 50;

/// A form that an officer fills in for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForWhom {
    /// What they are called.
    pub name: String,
    /// Their own language.
    pub lang: Lang,
    /// By which way they asked for it, as a case says how it came.
    pub channel: &'static str,
}

/// The pages: where it begins, and the journey at the desk.
pub(crate) fn routes() -> Vec<Route> {
    let mut all = begin::routes();
    all.extend(journey::routes());
    all
}

/// Where it begins.
pub fn path(resident: Id, service: &str, contact: Option<Id>) -> String {
    let contact = contact.map(|id| format!("&contact={id}")).unwrap_or_default();
    format!("/desk/residents/{resident}/for?service={service}{contact}")
}

/// What officers have begun for this resident and not sent.
pub async fn begun(conn: &mut Conn, resident: Id, now: Micros) -> Result<Vec<store::Summary>> {
    let mut begun = Vec::new();
    for draft in store::of_resident(conn, resident, Micros::MAX, now, MOST).await? {
        if store::consents::of(conn, draft.id).await?.is_some() {
            begun.push(draft);
        }
    }
    Ok(begun)
}

/// The draft for a member of staff: one that its resident wanted filled in for them, while their record is open.
pub(crate) async fn at_desk(conn: &mut Conn, app: &App, who: &Who, draft: Draft) -> Result<Draft> {
    residents::may_find(who)?;
    let consent = store::consents::of(conn, draft.id).await?.ok_or(Error::NotFound)?;
    let person = residents::by_id(conn, draft.resident).await?.ok_or(Error::NotFound)?;
    within(conn, app, who, &draft, &consent).await?;
    Ok(Draft {
        for_whom: Some(ForWhom { name: person.name, lang: person.lang, channel: channel(conn, &consent).await? }),
        ..draft
    })
}

/// By which way they asked: that of the contact it was said in, else as they said it.
async fn channel(conn: &mut Conn, consent: &Consent) -> Result<&'static str> {
    match consent.contact {
        Some(id) => Ok(contact::by_id(conn, id).await?.channel.code()),
        None => Ok(consent.how.channel()),
    }
}

/// Whether it may go on: by who asks now, or where nobody does by who asked for it then.
async fn within(conn: &mut Conn, app: &App, who: &Who, draft: &Draft, consent: &Consent) -> Result<()> {
    let Some(mut standing) = desk::now(conn, app, who, draft.resident).await? else {
        return Err(Error::Refused("forms-for-closed"));
    };
    if standing.asks == Asks::Nobody && consent.spoke.parse::<Id>().is_ok() {
        let deceased = residents::person(conn, draft.resident).await?.is_none_or(|person| person.deceased);
        let by = desk::by(conn, app, draft.resident, &consent.spoke, deceased).await?;
        standing.asks = by.map_or(Asks::Over, Asks::By);
    }
    match Stand::of(&standing, service::of(app, draft)?.as_ref()) {
        Stand::Outside(Outside::Over) => Err(Error::Refused("forms-for-outside-over")),
        Stand::Outside(_) => Err(Error::Refused("forms-for-outside")),
        _ => Ok(()),
    }
}

/// Where an officer is led from a form they leave: the contact it was asked for in, while that is open, else the record.
pub(crate) async fn back(conn: &mut Conn, draft: &Draft) -> Result<Response> {
    let consent = store::consents::of(conn, draft.id).await?;
    let with = match consent.and_then(|consent| consent.contact) {
        Some(id) => Some(contact::by_id(conn, id).await?).filter(contact::Contact::is_open),
        None => None,
    };
    Ok(see(&with.map_or_else(|| residents::desk::path(draft.resident), |with| contact::path(with.id))))
}

/// It was sent: the resident is told who sent it, and the contact it was asked for in knows the case.
pub(crate) async fn sent(tx: &mut Tx, app: &App, who: &Who, draft: &Draft, opened: &cases::Opened) -> Result<()> {
    let Some(whom) = &draft.for_whom else { return Ok(()) };
    let name = service::of(app, draft)?.name(whom.lang).to_owned();
    let message = Message {
        key: "forms-told-for",
        values: vec![("service", name), ("reference", opened.reference.grouped())],
        about: vec![Subject::new("case", opened.case)],
        link: Some(format!("/cases/{}", opened.reference)),
        ..Message::default()
    };
    residents::tell(tx, app, To::Resident(draft.resident), message).await?;
    let Some(id) = store::consents::of(tx, draft.id).await?.and_then(|consent| consent.contact) else { return Ok(()) };
    let with = contact::by_id(tx, id).await?;
    // A colleague's contact is theirs; a case its officer may not see cannot be named in it.
    let is_mine = with.is_open() && who.staff()?.id == with.staff;
    if is_mine && cases::known(tx, app, who, opened.reference.as_str()).await?.is_some() {
        contact::became(tx, who, &with, &draft.service, opened.reference.as_str()).await?;
    }
    Ok(())
}
