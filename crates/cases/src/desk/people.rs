//! Those who reported a case, as staff read of them on its page.

use crate::book::{self, Answered, Book, For};
use crate::desk::act::OFFERED;
use crate::model::{Case, Contact};
use crate::store::{self, reporters::Reporter};
use kit::db::Conn;
use kit::page::Frame;
use kit::{App, Id, Result};
use residents::needs::Passport;

/// Somebody who reported it.
pub(crate) struct Person {
    /// The case for whoever reported it first, else the reporter.
    pub id: Id,
    /// What their words are besides: the words, and where that is dealt with.
    pub marks: Vec<(String, String)>,
    pub reference: String,
    pub name: String,
    /// The account it was reported from.
    pub record: Option<Id>,
    pub email: String,
    pub phone: String,
    pub language: &'static str,
    pub reachable: bool,
    /// They asked not to be contacted.
    pub silent: bool,
    /// Nobody said who they are.
    pub unknown: bool,
    pub joined: String,
    pub answers: Vec<Answered>,
}

fn person(
    frame: &Frame,
    (id, reference): (Id, &kit::Reference),
    contact: &Contact,
    resident: Option<Id>,
    joined: i64,
    (answers, silent): (Vec<Answered>, bool),
) -> Person {
    Person {
        id,
        marks: Vec::new(),
        reference: reference.grouped(),
        name: contact.name.clone(),
        record: resident,
        email: contact.email.clone().unwrap_or_default(),
        phone: contact.phone.clone().unwrap_or_default(),
        language: contact.lang.name,
        reachable: contact.address().is_some() || resident.is_some() && contact.by != residents::By::Hand,
        silent: silent && contact.address().is_none() && contact.phone.is_none(),
        unknown: resident.is_none() && contact.is_nobody(),
        joined: frame.lang.date_time(joined),
        answers,
    }
}

/// Whoever reported it first, and those who joined.
pub(crate) fn all(
    app: &App,
    frame: &Frame,
    (case, book): (&Case, &Book),
    answers: &str,
    (reporters, proved): (&[Reporter], &[Id]),
) -> Result<Vec<Person>> {
    let said = |id: Id, answers: &str| -> Result<(Vec<Answered>, bool)> {
        let whom = For::Staff { proved: proved.contains(&id) };
        Ok((book.answers(app, answers, frame.lang, whom)?, book::wants_silence(answers)?))
    };
    let own = said(case.id, answers)?;
    let first = person(frame, (case.id, &case.reference), &case.contact, case.resident, case.opened, own);
    let mut all = vec![first];
    for one in reporters {
        let said = said(one.id, &one.answers)?;
        all.push(person(frame, (one.id, &one.reference), &one.contact, one.resident, one.joined, said));
    }
    Ok(all)
}

/// What those who reported a case told us they need, where they have an account.
pub(crate) async fn needs(conn: &mut Conn, case: &Case) -> Result<Vec<(Id, String, Passport)>> {
    let first = case.resident.map(|resident| (Id::NONE, case.contact.name.clone(), resident));
    let joined = store::reporters::residents(conn, case.id, OFFERED).await?;
    let mut all = Vec::new();
    for (reporter, name, resident) in first.into_iter().chain(joined) {
        let Some(residents::Person { passport, .. }) = residents::person(conn, resident).await? else { continue };
        if !passport.adjustments().is_empty() {
            all.push((reporter, name, passport));
        }
    }
    Ok(all)
}
