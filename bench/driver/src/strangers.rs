//! People without an account, who are looked for in the same box: what they reported, some of it about a vehicle.

use crate::find::{Wanted, wanted};
use cases::{Contact, Given, Opening, Promise, found, history};
use kit::clock::{DAY, Stopwatch};
use kit::facts::Help;
use kit::id::Entropy;
use kit::who::{Person, Role, Staff, Who};
use kit::{App, Id, Lang, Result, params, sql};
use residents::By;
use services::Answer;

sql!(HOW_MANY_KEYS, "SELECT CAST(count(*) AS BIGINT) FROM cases_found");

/// How many there are to be; every tenth reports a vehicle.
const STRANGERS: u64 = 50_000;
/// One in so many.
const VEHICLES: u64 = 10;
/// Written in one transaction.
const FEW: u64 = 200;

/// An officer, who may see every case.
pub fn officer() -> Who {
    let staff = Staff { id: Id([7; 16]), name: "Bench".into(), roles: vec![Role::Officer], teams: Vec::new() };
    Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) }
}

/// Stranger number `n` of those who are not among the residents.
pub fn stranger(residents: u64, n: u64) -> Wanted {
    wanted(residents + n)
}

/// The mark of the vehicle stranger number `n` reports.
pub fn plate(n: u64) -> String {
    let chance = Entropy::seeded(n ^ 0x5eed);
    let letter = |chance: &Entropy| char::from(b'A' + chance.below(26) as u8);
    let (a, b, c, d, e) = (letter(&chance), letter(&chance), letter(&chance), letter(&chance), letter(&chance));
    format!("{a}{b}{:02} {c}{d}{e}", chance.below(100))
}

/// Strangers who report a vehicle.
pub fn with_vehicle(at: u64) -> u64 {
    at * VEHICLES % STRANGERS
}

/// Any of the strangers.
pub fn any(at: u64) -> u64 {
    at * 163 % STRANGERS
}

/// Makes them, where there are none.
pub async fn make(app: &App, residents: u64) -> Result<()> {
    let there: i64 = app.db.read().await?.one(&HOW_MANY_KEYS, params![]).await?.get(0)?;
    if there > 0 {
        return Ok(());
    }
    let begun = Stopwatch::start();
    for from in (0..STRANGERS).step_by(FEW as usize) {
        let mut tx = app.db.begin().await?;
        for n in from..from + FEW {
            let case = history::keep(&mut tx, app, opening(app, residents, n)?, None, None).await?;
            found::write_of_case(&mut tx, app, case).await?;
        }
        tx.commit().await?;
    }
    app.db.maintain("ANALYZE").await?;
    println!("{STRANGERS} people without an account and their keys made in {:.0} s", begun.elapsed().as_secs_f64());
    Ok(())
}

fn opening(app: &App, residents: u64, n: u64) -> Result<Opening> {
    let one = stranger(residents, n);
    let opened = app.now() - (n % 300) as i64 * DAY;
    let given = |question: &str, answer: Answer| {
        Ok::<_, kit::Error>(Given {
            question: question.into(),
            value: serde_json::to_value(answer)?,
            by: "resident".into(),
        })
    };
    let mut answers = vec![given("description", Answer::Text("As it was.".into()))?];
    if n.is_multiple_of(VEHICLES) {
        answers.push(given("plate", Answer::Text(plate(n)))?);
    }
    Ok(Opening {
        draft: app.id(),
        service: "street-problem".into(),
        version: 1,
        title: "In the street".into(),
        kind: "vehicle".into(),
        team: "highways".into(),
        answers,
        contact: Some(Contact {
            by: By::Address,
            name: one.name,
            email: Some(one.email),
            phone: Some(one.phone),
            lang: Lang::EN,
        }),
        resident: None,
        visitor: None,
        help: Help::Alone,
        place: None,
        promise: Promise { due: opened + 10 * DAY, reason: "reason-usual".into() },
        source: "web".into(),
        priority: "normal".into(),
        passed_to: None,
        duplicates: None,
        opened: Some(opened),
    })
}
