//! What a system says of the cases in its hands, each thing once and in order. Of others it learns nothing.

use super::model::Step;
use super::offer::{self, Sent};
use super::{Handed, State, Taker};
use crate::book;
use crate::desk::decide::Decision;
use crate::facts::{self, Data, Hand};
use crate::model::Case;
use crate::resident::LONGEST;
use crate::store::{self, handed, systems};
use crate::tell::{self, Letter};
use kit::clock::{DAY, Micros};
use kit::db::{Conn, Tx};
use kit::form::{Fault, line, lines};
use kit::who::{Person, Who};
use kit::{App, Error, Id, Lang, Result};
use serde::Serialize;
use services::Catalogue;

/// The longest number a system gives a case.
const NUMBER: usize = 60;

/// How a case stands that was handed to a system.
#[derive(Debug, Clone, Serialize)]
pub struct Standing {
    id: Id,
    reference: String,
    state: &'static str,
    number: String,
    updates: i64,
    status: &'static str,
}

/// What came of an answer.
#[derive(Debug)]
pub enum Answered {
    /// It is noted, now or before.
    Done(Standing),
    /// What is wrong, by field.
    Wrong(Vec<(String, String)>),
}

fn standing(one: &Handed, case: &Case) -> Standing {
    Standing {
        id: one.id,
        reference: case.reference.to_string(),
        state: one.state.code(),
        number: one.theirs.clone(),
        updates: one.steps,
        status: case.status.code(),
    }
}

/// The system that asks, by its key.
async fn asking(conn: &mut Conn, who: &Who) -> Result<Taker> {
    let Person::Program(key) = who.person else { return Err(Error::SignIn) };
    systems::by_key(conn, key).await?.ok_or(Error::Forbidden)
}

/// What it was handed; of anybody else's there is nothing here.
pub(super) async fn theirs(conn: &mut Conn, who: &Who, id: Id) -> Result<(Taker, Handed)> {
    let system = asking(conn, who).await?;
    let found = handed::by_id(conn, id).await?.filter(|one| one.system == system.id);
    Ok((system, found.ok_or(Error::NotFound)?))
}

/// What the system was handed after this, of a state where one is named; and where the next page begins, if there is one.
pub async fn listed(app: &App, who: &Who, state: &str, after: Id, limit: usize) -> Result<(Vec<Standing>, Option<Id>)> {
    let mut conn = app.db.read().await?;
    let system = asking(&mut conn, who).await?;
    let mut all = handed::of_system(&mut conn, system.id, state, after, limit + 1).await?;
    let more = all.len() > limit;
    all.truncate(limit);
    let next = all.last().filter(|_| more).map(|last| last.id);
    let mut rows = Vec::new();
    for one in &all {
        rows.push(standing(one, &store::cases::by_id(&mut conn, one.case).await?));
    }
    Ok((rows, next))
}

/// One case that was handed to the system: how it stands, and what it was told.
pub async fn one(app: &App, who: &Who, id: Id) -> Result<(Standing, Option<Sent>)> {
    let mut conn = app.db.read().await?;
    let (system, one) = theirs(&mut conn, who, id).await?;
    let case = store::cases::by_id(&mut conn, one.case).await?;
    Ok((standing(&one, &case), offer::sent(&mut conn, app, &one, &system).await?))
}

fn wrong(app: &App, field: &str, fault: Fault, most: usize) -> Answered {
    let words = match fault {
        Fault::Empty => app.t(Lang::EN, "cases-handed-empty").to_owned(),
        fault => app.words.with(Lang::EN, fault.key(), &[("most", most.to_string().into())]),
    };
    Answered::Wrong(vec![(field.to_owned(), words)])
}

fn wrong_words(app: &App, field: &str, key: &str) -> Answered {
    Answered::Wrong(vec![(field.to_owned(), app.t(Lang::EN, key).to_owned())])
}

/// What a fact says of it.
fn hand_of(one: &Handed, system: &Taker) -> Hand {
    let (said, on) = (one.said.clone(), one.said_on);
    Hand { id: one.id, system: system.id, name: system.name.clone(), reference: one.theirs.clone(), said, on }
}

/// The system takes it, under a number of its own.
pub async fn accept(app: &App, who: &Who, id: Id, number: &str) -> Result<Answered> {
    let number = match line(number, NUMBER) {
        Ok(number) => number,
        Err(fault) => return Ok(wrong(app, "number", fault, NUMBER)),
    };
    let mut tx = app.db.begin().await?;
    let (system, mut one) = theirs(&mut tx, who, id).await?;
    let mut case = store::cases::by_id(&mut tx, one.case).await?;
    if one.accept(&number, app.now())? == Step::New {
        // Somebody of the team looks when it was promised, or soon where that has passed.
        let look = case.promise.due.max(app.now() + DAY);
        note(&mut tx, app, who, (&one, &system), &mut case, ("case.handed-accepted", look, "")).await?;
        tx.commit().await?;
    }
    Ok(Answered::Done(standing(&one, &case)))
}

/// The system will not do it: the case comes back to its team at once.
pub async fn refuse(app: &App, who: &Who, id: Id, reason: &str) -> Result<Answered> {
    let reason = match lines(reason, LONGEST) {
        Ok(reason) => reason,
        Err(fault) => return Ok(wrong(app, "reason", fault, LONGEST)),
    };
    let mut tx = app.db.begin().await?;
    let (system, mut one) = theirs(&mut tx, who, id).await?;
    let mut case = store::cases::by_id(&mut tx, one.case).await?;
    if one.refuse(&reason, app.now())? == Step::New {
        let now = app.now();
        note(&mut tx, app, who, (&one, &system), &mut case, ("case.handed-refused", now, &reason)).await?;
        tx.commit().await?;
    }
    Ok(Answered::Done(standing(&one, &case)))
}

/// Saves it and the case, and records it with what was written.
async fn note(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (one, system): (&Handed, &Taker),
    case: &mut Case,
    (kind, look, text): (&'static str, Micros, &str),
) -> Result<Id> {
    handed::save(tx, one).await?;
    if case.status.is_live() {
        case.next_action = look;
        store::cases::save(tx, case).await?;
    }
    let data = Data {
        revision: case.revision,
        outcome: one.outcome.clone(),
        hand: Some(hand_of(one, system)),
        ..Data::default()
    };
    let fact = facts::about(kind, who, case).data(data.json());
    facts::record(tx, app, if text.is_empty() { fact } else { fact.body(text.to_owned()) }).await
}

/// The day a system names, as the moment the council closes on it.
fn day(app: &App, said: &str, date: &str) -> Result<Result<Micros, Answered>> {
    let refuse = |key: &str| Ok(Err(wrong_words(app, "date", key)));
    match (said, date) {
        ("started", "") => Ok(Ok(0)),
        ("started", _) => refuse("cases-handed-no-day"),
        (_, "") => refuse("cases-handed-day"),
        (_, date) => {
            let moment = date.parse().ok().and_then(|day| app.part::<Catalogue>().ok()?.calendar().closing(day).ok());
            match moment {
                Some(moment) if moment >= app.now() => Ok(Ok(moment)),
                _ => refuse("cases-day-past"),
            }
        }
    }
}

/// The system says how it goes; everybody who reported it is told, in their language where the words are ours.
pub async fn say(
    app: &App,
    who: &Who,
    id: Id,
    number: i64,
    (said, date, text): (&str, &str, &str),
) -> Result<Answered> {
    let text = match lines(text, LONGEST) {
        Ok(text) => text,
        Err(Fault::Empty) => String::new(),
        Err(fault) => return Ok(wrong(app, "note", fault, LONGEST)),
    };
    let mut tx = app.db.begin().await?;
    let (system, mut one) = theirs(&mut tx, who, id).await?;
    let mut case = store::cases::by_id(&mut tx, one.case).await?;
    // What was said before is answered as before, whatever day it is now.
    let on = match day(app, said, date)? {
        Ok(on) => on,
        Err(_) if number <= one.steps => 0,
        Err(wrong) => return Ok(wrong),
    };
    if one.say(number, (said, on))? == Step::Again {
        return Ok(Answered::Done(standing(&one, &case)));
    }
    let look = match said {
        "delayed" => app.now(),
        _ if on > 0 => on,
        _ => case.next_action.max(app.now()),
    };
    let fact = note(&mut tx, app, who, (&one, &system), &mut case, ("case.handed-said", look, &text)).await?;
    let values = |lang: Lang| {
        let mut values = vec![("name", system.name.clone()), ("date", lang.date(on))];
        if text.is_empty() {
            values.push(("reason", String::new()));
        }
        values
    };
    let reason = (!text.is_empty()).then_some((fact, text.as_str()));
    let key = match said {
        "planned" => "cases-told-handed-planned",
        "delayed" => "cases-told-handed-delayed",
        _ => "cases-told-handed-started",
    };
    tell::everybody(&mut tx, app, &case, Letter { key, values: &values, reason }).await?;
    tx.commit().await?;
    Ok(Answered::Done(standing(&one, &case)))
}

/// The system has done it. The case ends with its outcome once nobody else has it, unless others who had it at the same time
/// came to another: then its team decides.
pub async fn done(app: &App, who: &Who, id: Id, outcome: &str, text: &str) -> Result<Answered> {
    let text = match lines(text, LONGEST) {
        Ok(text) => text,
        Err(fault) => return Ok(wrong(app, "note", fault, LONGEST)),
    };
    let mut tx = app.db.begin().await?;
    let (system, mut one) = theirs(&mut tx, who, id).await?;
    let mut case = store::cases::by_id(&mut tx, one.case).await?;
    let allowed = match offer::rule(app, &case, &system.code) {
        Ok(rule) => rule.outcomes,
        Err(Error::NotFound) => Vec::new(),
        Err(other) => return Err(other),
    };
    if !allowed.iter().any(|own| own == outcome) {
        return Ok(wrong_words(app, "outcome", "cases-handed-outcome"));
    }
    if one.finish(outcome, app.now())? == Step::Again {
        return Ok(Answered::Done(standing(&one, &case)));
    }
    let others = handed::of_case(&mut tx, case.id).await?;
    let agreed = match agreed(&one, &others) {
        Agreed::Waits => None,
        Agreed::No => {
            one.look = app.now();
            None
        }
        Agreed::Yes => {
            let (outcome, reason, hand) = (outcome.to_owned(), text.clone(), Some(hand_of(&one, &system)));
            Some(Decision { outcome, reason, close: true, delegated: None, hand })
        }
    };
    let look = if one.look > 0 { app.now() } else { case.next_action };
    // What is decided is said with the decision.
    let said = if agreed.is_some() { "" } else { text.as_str() };
    note(&mut tx, app, who, (&one, &system), &mut case, ("case.handed-done", look, said)).await?;
    if let Some(decision) = agreed {
        decision.make(&mut tx, app, who, (&case, &book::of(app, &case)?), app.now()).await?;
        case = store::cases::by_id(&mut tx, case.id).await?;
    }
    tx.commit().await?;
    Ok(Answered::Done(standing(&one, &case)))
}

/// Whether those who had a case at the same time came to the same end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreed {
    /// Somebody else still has it.
    Waits,
    Yes,
    No,
}

fn agreed(done: &Handed, all: &[Handed]) -> Agreed {
    let mut others = all.iter().filter(|other| other.id != done.id);
    if others.clone().any(|other| other.state.is_live()) {
        return Agreed::Waits;
    }
    let beside = |other: &&Handed| other.state == State::Done && other.ended >= done.asked;
    if others.by_ref().filter(beside).all(|other| other.outcome == done.outcome) { Agreed::Yes } else { Agreed::No }
}
