//! Other systems that take cases, as somebody sees them at the desk: some have answered, and one has not. Nothing runs behind them:
//! `examples/street-works` is one that does.

use super::contacts;
use super::past::Past;
use super::staff::Members;
use cases::handed::{self, Taker};
use kit::clock::HOUR;
use kit::who::{Person, Who};
use kit::{App, Error, Id, Lang, Result};
use std::collections::HashMap;

/// What definitions call them, and what people know them by.
const SYSTEMS: [(&str, &str); 5] = [
    ("street-works", "Kerbside Works"),
    ("street-lighting", "Eastmere Lighting"),
    ("traffic-signals", "Eastmere Signals"),
    ("trunk-roads", "Long Road Company"),
    ("home-repairs", "Hearth Repairs"),
];
/// Those that take signs, and whether they answer.
const OF_SIGNS: [(&str, bool); 4] =
    [("street-works", true), ("traffic-signals", true), ("trunk-roads", true), ("street-lighting", false)];
/// Hours ago that the cases were handed over: longer than any of them has to answer.
const AGO: i64 = 30;

/// Lets them take cases: `signs` go to four of them, of which three answer; `holes` to one, which plans them.
pub async fn fill(app: &App, members: &Members, (signs, holes): (&[Id], &[Id])) -> Result<()> {
    let team = members.get("highways").map(Vec::as_slice).unwrap_or_default();
    let Some(officer) = contacts::officers(app, team).await?.into_iter().next() else { return Ok(()) };
    let past = Past::begin(app);
    past.go_to(past.now() - AGO * HOUR);
    let mut tx = app.db.begin().await?;
    let mut keys = HashMap::new();
    for (code, name) in SYSTEMS {
        let (id, key) = (app.id(), app.id());
        keys.insert(code, key);
        let taker = Taker { id, code: code.to_owned(), name: name.to_owned(), key, made: app.now(), ended: 0 };
        handed::keep_taker(&mut tx, &taker).await?;
    }
    let (mut asked, mut numbers) = (Vec::new(), 4_100..);
    for case in signs {
        for (code, answers) in OF_SIGNS {
            let given = handed::hand_to(&mut tx, app, &officer, *case, code).await?;
            asked.extend(given.filter(|_| answers).map(|id| (id, code, false)));
        }
    }
    for case in holes {
        let given = handed::hand_to(&mut tx, app, &officer, *case, "street-works").await?;
        asked.extend(given.map(|id| (id, "street-works", true)));
    }
    tx.commit().await?;
    past.go_to(past.now() - (AGO - 2) * HOUR);
    let day = kit::lang::local(past.now()).date().tomorrow().map_err(Error::internal)?.to_string();
    for (id, code, plans) in asked {
        let Some((key, number)) = keys.get(code).zip(numbers.next()) else { continue };
        let who = Who { person: Person::Program(*key), ..Who::anyone(Lang::EN) };
        handed::accept(app, &who, id, &format!("W-{number}")).await?;
        if plans {
            handed::say(app, &who, id, 1, ("planned", &day, "A crew comes in the morning.")).await?;
        }
    }
    Ok(())
}
