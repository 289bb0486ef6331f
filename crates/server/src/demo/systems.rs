//! Other systems that take cases, as somebody sees them at the desk: some have answered, and one has not. Nothing runs behind them:
//! `examples/street-works` is one that does.

use super::contacts;
use super::past::Past;
use super::staff::Members;
use cases::handed::{self, Taker};
use kit::clock::HOUR;
use kit::who::{Person, Who};
use kit::{App, Error, Id, Lang, Result};

/// What definitions call them, and what people know them by.
const SYSTEMS: [(&str, &str); 3] =
    [("street-works", "Kerbside Works"), ("street-lighting", "Eastmere Lighting"), ("home-repairs", "Hearth Repairs")];
/// Hours ago that the cases were handed over: longer than any of them has to answer.
const AGO: i64 = 30;

/// Lets them take cases: `signs` go to two of them, of which one answers; `holes` to one, which plans them.
pub async fn fill(app: &App, members: &Members, (signs, holes): (&[Id], &[Id])) -> Result<()> {
    let team = members.get("highways").map(Vec::as_slice).unwrap_or_default();
    let Some(officer) = contacts::officers(app, team).await?.into_iter().next() else { return Ok(()) };
    let past = Past::begin(app);
    past.go_to(past.now() - AGO * HOUR);
    let mut tx = app.db.begin().await?;
    let mut works = Id::NONE;
    for (code, name) in SYSTEMS {
        let (id, key) = (app.id(), app.id());
        if code == "street-works" {
            works = key;
        }
        let taker = Taker { id, code: code.to_owned(), name: name.to_owned(), key, made: app.now(), ended: 0 };
        handed::keep_taker(&mut tx, &taker).await?;
    }
    let mut asked = Vec::new();
    for case in signs.iter().chain(holes) {
        let found = handed::hand_to(&mut tx, app, &officer, *case, "street-works").await?;
        asked.extend(found.map(|id| (id, holes.contains(case))));
    }
    for case in signs {
        handed::hand_to(&mut tx, app, &officer, *case, "street-lighting").await?;
    }
    tx.commit().await?;
    past.go_to(past.now() - (AGO - 2) * HOUR);
    let who = Who { person: Person::Program(works), ..Who::anyone(Lang::EN) };
    let day = kit::lang::local(past.now()).date().tomorrow().map_err(Error::internal)?.to_string();
    for (number, (id, plans)) in asked.into_iter().enumerate() {
        handed::accept(app, &who, id, &format!("KW-{}", 4_100 + number)).await?;
        if plans {
            handed::say(app, &who, id, 1, ("planned", &day, "A crew comes in the morning.")).await?;
        }
    }
    Ok(())
}
