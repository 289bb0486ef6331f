//! Starting a contact: one press, and it is open.

use crate::access::{self, Action};
use crate::facts;
use crate::model::{Channel, Contact, Question};
use crate::store::{articles, contacts, questions};
use kit::db::Tx;
use kit::facts::Help;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

/// What is known of a contact when it starts.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// Made when the button was drawn.
    pub key: Id,
    /// Who it is, where the button stood on their record or beside their name.
    pub resident: Option<Id>,
    /// Who speaks, where a check of the caller has said so.
    pub behalf: String,
    /// By which way they got in touch, where that is known; else as this member of staff was reached last.
    pub channel: Option<Channel>,
    /// The service and the reference of the case on whose page the button stood.
    pub case: Option<(String, String)>,
}

/// Starts a contact and returns its id; pressed again, that of the first time. The channel is the one this member of staff had
/// last, the language the person's own.
pub async fn start(tx: &mut Tx, app: &App, who: &Who, start: &Start) -> Result<Id> {
    let staff = access::check(who, Action::Take)?.id;
    if let Some(there) = contacts::by_key(tx, start.key).await? {
        return Ok(there);
    }
    let person = match start.resident {
        Some(id) => Some(residents::by_id(tx, id).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    let contact = Contact {
        id: app.id(),
        staff,
        channel: match start.channel {
            Some(channel) => channel,
            None => contacts::last_of(tx, staff).await?.map_or(Channel::Phone, |last| last.channel),
        },
        began: app.now(),
        ended: None,
        resident: start.resident,
        name: person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        number: String::new(),
        behalf: start.behalf.clone(),
        lang: person.map_or(Lang::EN, |person| person.lang),
        help: Help::WithMe,
        note: String::new(),
        pence: None,
        erased: false,
    };
    if !contacts::insert(tx, &contact, start.key).await? {
        // Pressed twice at one moment, and the other press was first.
        return Err(Error::Rerun);
    }
    articles::turn_to(tx, staff, contact.id).await?;
    if let Some((service, reference)) = &start.case {
        let question = Question { service: service.clone(), reference: reference.clone(), ..Question::default() };
        questions::replace(tx, contact.id, &[question]).await?;
    }
    kit::facts::record(tx, app, facts::started(who, &contact)).await?;
    Ok(contact.id)
}
