//! Keeping what an officer has written so far, and saying who it is.

use crate::access::{self, Action};
use crate::facts;
use crate::model::{Contact, Question};
use crate::store::{contacts, questions};
use kit::db::Tx;
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Puts what is written now in the place of what was. It is the officer's own and nothing is decided by it, so it leaves no
/// fact. Refused once the contact is finished.
pub async fn keep(tx: &mut Tx, who: &Who, contact: &Contact, asked: &[Question]) -> Result<()> {
    access::check(who, Action::Work(contact))?;
    if !contacts::keep(tx, contact).await? {
        return Err(Error::Refused("contact-refused-finished"));
    }
    questions::replace(tx, contact.id, asked).await
}

/// Says whose contact it is. Done again it changes nothing; refused once the contact is finished.
pub async fn name(tx: &mut Tx, app: &App, who: &Who, contact: &Contact, resident: Id) -> Result<()> {
    access::check(who, Action::Work(contact))?;
    if contact.resident == Some(resident) {
        return Ok(());
    }
    let person = residents::by_id(tx, resident).await?.ok_or(Error::NotFound)?;
    let named = Contact { resident: Some(resident), name: person.name, lang: person.lang, ..contact.clone() };
    if !contacts::keep(tx, &named).await? {
        return Err(Error::Refused("contact-refused-finished"));
    }
    kit::facts::record(tx, app, facts::about("contact.named", who, &named)).await.map(drop)
}
