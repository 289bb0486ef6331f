//! Finishing a contact: once, with an outcome for each question; its cases are linked, and chasers counted with their cost.

use crate::access::{self, Action};
use crate::facts::{self, Asked, Data};
use crate::model::{Contact, How, Outcome, Question, faults, shares};
use crate::store::cases::Link;
use crate::store::{cases, contacts, passes, questions};
use crate::terms::Terms;
use kit::clock::{Micros, SECOND};
use kit::db::Tx;
use kit::who::Who;
use kit::{App, Error, Id, Result};
use std::collections::BTreeMap;

/// A case that a question was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The case.
    pub case: Id,
    /// Its service.
    pub service: String,
    /// The council still works on it.
    pub is_live: bool,
    /// When it was opened.
    pub opened: Micros,
}

/// Finishes it. `found` has the case of each question, in their order. False when it was finished before. What is still to be said
/// ([`faults`]) is an error here: a page asks first.
pub async fn finish(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    contact: &Contact,
    asked: &[Question],
    found: &[Option<About>],
) -> Result<bool> {
    access::check(who, Action::Work(contact))?;
    if asked.is_empty() || !faults(asked).is_empty() {
        return Err(Error::BadRequest("page-form-not-understood"));
    }
    let now = app.now();
    let pence = app.part::<Terms>()?.pence.get(&contact.channel).copied();
    if !contacts::finish(tx, contact, now, pence).await? {
        return Ok(false);
    }
    let mut links: BTreeMap<Id, Link> = BTreeMap::new();
    let (mut counted, mut kept) = (Vec::new(), Vec::new());
    let shares = shares(pence, asked.len());
    for (place, question) in asked.iter().enumerate() {
        let share = shares.get(place).copied().flatten();
        let mut question = question.clone();
        let outcome = question.outcome.unwrap_or(Outcome::Answered);
        let (mut how, mut left_open) = (None, false);
        if let Some(about) = found.get(place).and_then(Option::as_ref) {
            question.case = Some(about.case);
            // What is asked about a case is asked of its service.
            question.service.clone_from(&about.service);
            how = Some(How::of(outcome, about.is_live, about.opened, contact.began));
            left_open = about.is_live;
        }
        if let (Some(case), Some(how)) = (question.case, how) {
            let link = links.entry(case).or_insert(Link { case, how, pence: None });
            // Asked about twice it is one link: a chaser, where one of the two was.
            link.how = link.how.min(how);
            link.pence = link.pence.map_or(share, |sum| Some(sum + share.unwrap_or_default()));
        }
        counted.push(Asked {
            how: how.map(How::code).unwrap_or_default().to_owned(),
            pence: share,
            settled: Some(outcome.settles() && !left_open),
            ..Asked::of(&question)
        });
        kept.push(question);
    }
    questions::replace(tx, contact.id, &kept).await?;
    for link in links.values() {
        cases::insert(tx, contact.id, link, now).await?;
        kit::facts::record(tx, app, facts::linked(who, contact, link)).await?;
    }
    let data = Data {
        channel: contact.channel.code().to_owned(),
        lang: contact.lang.tag.to_owned(),
        seconds: (now - contact.began) / SECOND,
        asked: counted,
        transfers: passes::of_contact(tx, contact.id).await?.len() as i64,
    };
    let fact = facts::about("contact.finished", who, contact).data(serde_json::to_value(&data)?);
    kit::facts::record(tx, app, fact).await?;
    Ok(true)
}
