//! Those who reported a case, as staff read of them on its page.

use crate::book::{self, Answered, Book, For, Proof};
use crate::desk::act::OFFERED;
use crate::desk::outside::covers;
use crate::desk::withheld::Withheld;
use crate::model::{Case, Contact};
use crate::store::{self, reporters::Reporter};
use kit::db::Conn;
use kit::page::Frame;
use kit::who::Who;
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
    /// How to reach them is for whoever opens their record.
    pub withheld: bool,
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
        withheld: false,
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
    withheld: &Withheld,
) -> Result<Vec<Person>> {
    let said = |id: Id, answers: &str, contact: &Contact, resident: Option<Id>| -> Result<(Vec<Answered>, bool)> {
        let whom = For::Staff(Proof::of(contact, proved.contains(&id)));
        let told = withheld.answers(app, frame.lang, resident, book.answers(app, answers, frame.lang, whom)?);
        Ok((told, book::wants_silence(answers)?))
    };
    let own = said(case.id, answers, &case.contact, case.resident)?;
    let first = person(frame, (case.id, &case.reference), &case.contact, case.resident, case.opened, own);
    let mut all = vec![first];
    for one in reporters {
        let said = said(one.id, &one.answers, &one.contact, one.resident)?;
        all.push(person(frame, (one.id, &one.reference), &one.contact, one.resident, one.joined, said));
    }
    for person in all.iter_mut().filter(|person| withheld.is_of(person.record)) {
        (person.email, person.phone, person.withheld) = (String::new(), String::new(), true);
    }
    Ok(all)
}

/// The accounts of those who reported it of whom whoever asks this member of staff now may be told, and whether they may be told all but
/// where the person lives: it is a safe address, and somebody else speaks for them.
pub(crate) async fn told_now(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    case: &Case,
    reporters: &[Reporter],
) -> Result<Vec<(Id, bool)>> {
    let mut told = Vec::new();
    for resident in case.resident.into_iter().chain(reporters.iter().filter_map(|one| one.resident)) {
        let Some(standing) = residents::desk::now(conn, app, who, resident).await? else { continue };
        if standing.may_tell() && covers(app, &standing, &case.service)?.is_ok() {
            told.push((resident, residents::desk::keeps_home_from(conn, resident, &standing).await?));
        }
    }
    Ok(told)
}

/// Whether the place of a case is for few: it is the home of whoever reported it first.
pub(crate) fn hides_place(people: &[Person]) -> bool {
    people.first().is_some_and(|first| first.withheld && first.answers.iter().any(|answer| answer.is_home))
}

/// What somebody who reported a case told us they need.
pub(crate) struct Needed {
    /// [`Id::NONE`] for the first.
    pub reporter: Id,
    pub name: String,
    pub resident: Id,
    pub passport: Passport,
}

/// What those who reported a case told us they need, where they have an account.
pub(crate) async fn needs(conn: &mut Conn, case: &Case) -> Result<Vec<Needed>> {
    let first = case.resident.map(|resident| (Id::NONE, case.contact.name.clone(), resident));
    let joined = store::reporters::residents(conn, case.id, OFFERED).await?;
    let mut all = Vec::new();
    for (reporter, name, resident) in first.into_iter().chain(joined) {
        let Some(residents::Person { passport, .. }) = residents::person(conn, resident).await? else { continue };
        if !passport.adjustments().is_empty() {
            all.push(Needed { reporter, name, resident, passport });
        }
    }
    Ok(all)
}
