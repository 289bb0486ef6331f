//! What became of what people asked, followed as facts arrive: resolved at first contact, or asked again within fourteen days.
//!
//! A **matter** is what was asked of one service in one contact. It is resolved at first contact when every question of it was answered
//! or decided there and then, no case about it was left open, nobody was passed on, and neither the same person nor anybody about the same
//! case got in touch about the service again until the fourteenth day after had ended.

use crate::facts::{Asked, Data, Passing};
use crate::store::days::{self, Day};
use crate::store::matters::{self as store, Matter};
use kit::app::Boxed;
use kit::clock::{Micros, SECOND};
use kit::db::Tx;
use kit::facts::{Listener, Recorded};
use kit::{App, Error, Id, Result};
use residents::linking::joined;
use std::collections::BTreeMap;

/// So many days after the day on which a contact ended, a further one is the same matter again.
pub const AGAIN_DAYS: i64 = 14;

/// Who follows the journal for it. It keeps its own place, so that what was finished before it was counted is counted too.
pub(crate) fn listener() -> Listener {
    Listener { name: "contact.matters", handler: follow }
}

fn follow<'a>(_: &'a App, tx: &'a mut Tx, facts: &'a [Recorded]) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        for fact in facts {
            match fact.kind.as_str() {
                "contact.finished" => finished(tx, fact).await?,
                "contact.passed" => passed(tx, fact, (1, 0)).await?,
                "contact.lost" => passed(tx, fact, (0, 1)).await?,
                _ => {}
            }
        }
        Ok(())
    })
}

/// One finished contact: each of its matters is counted, and those it comes after have come again.
async fn finished(tx: &mut Tx, fact: &Recorded) -> Result<()> {
    let (Some(contact), data) = (fact.subject("contact"), fact.data::<Data>()?) else { return Ok(()) };
    let people = match fact.subject("resident") {
        Some(resident) => joined::together(tx, resident).await?,
        None => Vec::new(),
    };
    let mut by_service: BTreeMap<&str, Vec<&Asked>> = BTreeMap::new();
    for asked in &data.asked {
        by_service.entry(&asked.service).or_default().push(asked);
    }
    for (service, asked) in by_service {
        let mut matter = Matter {
            contact,
            service: service.to_owned(),
            channel: data.channel.clone(),
            began: fact.at - data.seconds * SECOND,
            ended: fact.at,
            settled: data.transfers == 0 && asked.iter().all(|one| one.is_settled()),
            again: false,
        };
        let cases: Vec<Id> = asked.iter().filter_map(|one| one.case).collect();
        // Of "something else" nobody knows whether it was the same.
        let named = !people.is_empty() || !cases.is_empty();
        let known = named && !service.is_empty();
        if known {
            for other in around(tx, &matter, &people, &cases).await? {
                matter.again |= comes_after(&other, &matter)?;
                if comes_after(&matter, &other)? && store::came_again(tx, &other).await? {
                    let resolved = -i64::from(other.settled);
                    days::add(tx, &Day { again: 1, resolved, ..day_of(&other)? }).await?;
                }
            }
        }
        if !store::insert(tx, &matter).await? {
            continue;
        }
        let count = Day {
            asked: 1,
            known: i64::from(known),
            resolved: i64::from(known && matter.settled && !matter.again),
            again: i64::from(known && matter.again),
            chasers: i64::from(asked.iter().any(|one| one.how == "chaser")),
            sent: i64::from(asked.iter().any(|one| one.outcome == "passed-on")),
            ..day_of(&matter)?
        };
        days::add(tx, &count).await?;
    }
    Ok(())
}

/// One was passed on, or lost by it: it counts with each service that was asked about then, on the day on which it was passed on.
async fn passed(tx: &mut Tx, fact: &Recorded, (passed, lost): (i64, i64)) -> Result<()> {
    let Passing { channel, services, passed: at, .. } = fact.data()?;
    for service in services {
        let day = date(at).to_string();
        days::add(tx, &Day { day, service, channel: channel.clone(), passed, lost, ..Day::default() }).await?;
    }
    Ok(())
}

/// What the same person, or somebody about the same case, asked of the same service in other contacts.
async fn around(tx: &mut Tx, matter: &Matter, people: &[Id], cases: &[Id]) -> Result<Vec<Matter>> {
    let mut all = BTreeMap::new();
    for person in people {
        all.extend(store::of_resident(tx, *person, &matter.service).await?.into_iter().map(|one| (one.contact, one)));
    }
    for case in cases {
        all.extend(store::of_case(tx, *case, &matter.service).await?.into_iter().map(|one| (one.contact, one)));
    }
    all.remove(&matter.contact);
    Ok(all.into_values().collect())
}

/// True where `later` is the same matter as `first` again: it began after it, and before the fourteenth day after had ended.
fn comes_after(later: &Matter, first: &Matter) -> Result<bool> {
    let after = (later.began, later.contact) > (first.began, first.contact);
    Ok(after && date(later.began) <= last_day(date(first.ended))?)
}

/// The last day on which a contact is the same matter again as one that ended on this day.
fn last_day(day: jiff::civil::Date) -> Result<jiff::civil::Date> {
    day.checked_add(jiff::Span::new().days(AGAIN_DAYS)).map_err(Error::internal)
}

/// The day of this moment, as the council's clocks show it.
fn date(at: Micros) -> jiff::civil::Date {
    kit::lang::local(at).date()
}

fn day_of(matter: &Matter) -> Result<Day> {
    let (service, channel) = (matter.service.clone(), matter.channel.clone());
    Ok(Day { day: date(matter.ended).to_string(), service, channel, ..Day::default() })
}
