//! Keeping what an officer has written so far, and saying who it is.

use crate::access::{self, Action};
use crate::facts;
use crate::model::{Contact, MOST, Outcome, Question};
use crate::store::{articles, contacts, questions};
use kit::db::Tx;
use kit::facts::Help;
use kit::who::Who;
use kit::{App, Error, Id, Result};

/// Puts what is written now in the place of what was. It is the officer's own and nothing is decided by it, so it leaves no
/// fact. Refused once the contact is finished.
pub async fn keep(tx: &mut Tx, who: &Who, contact: &Contact, asked: &[Question]) -> Result<()> {
    access::check(who, Action::Work(contact))?;
    if !contacts::keep(tx, contact).await? {
        return Err(Error::Refused("contact-refused-finished"));
    }
    articles::turn_to(tx, contact.staff, contact.id).await?;
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

/// What was asked became a case, which its officer opened for them: the question about this service has it now.
pub async fn became(tx: &mut Tx, who: &Who, contact: &Contact, service: &str, reference: &str) -> Result<()> {
    let mut asked = questions::of_contact(tx, contact.id).await?;
    let is_it = |one: &Question| one.reference.is_empty() && (one.service == service || one.is_blank());
    let place = asked.iter().position(is_it).unwrap_or(asked.len());
    if place == asked.len() && place < MOST {
        asked.push(Question::default());
    }
    if let Some(question) = asked.get_mut(place) {
        question.service = service.to_owned();
        question.reference = reference.to_owned();
        question.outcome = Some(Outcome::CaseOpened);
    }
    keep(tx, who, &Contact { help: Help::ForMe, ..contact.clone() }, &asked).await
}
