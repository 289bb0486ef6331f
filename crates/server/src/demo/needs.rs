//! What some people told us they need: three in a hundred accounts, and what came of it: letters that kept to it, and a few times it was
//! not kept to.

use super::borough::Borough;
use super::contacts;
use super::past::Past;
use super::staff::Members;
use cases::Known;
use kit::clock::DAY;
use kit::db::Tx;
use kit::facts::Subject;
use kit::who::{Person, Who};
use kit::{App, Id, Lang, Result};
use residents::needs::{self, Ask, Given, Report};
use residents::{Message, To};

/// So many in a hundred accounts, within these bounds.
const SHARE: usize = 3;
const FEWEST: usize = 8;
const MOST: usize = 150;
/// Written in one transaction.
const FEW: usize = 30;
/// Letters that kept to it, and people looked at for whom there is one.
const LETTERS: usize = 3;
const LOOKED_AT: usize = 80;

/// What they ask for, and what makes it hard for them to deal with us.
type Told = (&'static [(Ask, &'static str)], &'static [&'static str]);

const TOLD: [Told; 10] = [
    (&[(Ask::LargePrint, "")], &["reading"]),
    (&[(Ask::Channel, "letter"), (Ask::LargePrint, "")], &["no-device", "reading"]),
    (&[(Ask::NoCalls, "")], &["health"]),
    (&[(Ask::CallsAfter, "14")], &[]),
    (&[(Ask::Interpreter, "pl")], &["language"]),
    (&[(Ask::Interpreter, "ar")], &["language", "skills"]),
    (&[(Ask::SignLanguage, ""), (Ask::NoCalls, "")], &["health"]),
    (&[(Ask::Channel, "letter")], &["no-device", "cost"]),
    (&[(Ask::CopyTo, "Bo Example\nbo@post.example")], &["confidence"]),
    (&[(Ask::Channel, "email")], &["trust"]),
];

/// What was done against it: what they had asked for, what was done, why, and how many days ago.
const NOT_KEPT: [(Ask, &str, &str, i64); 4] = [
    (Ask::NoCalls, "rung", "Water came through the ceiling below; it could not wait for a letter.", 12),
    (Ask::LargePrint, "written", "The printer for large print was out of order.", 9),
    (Ask::Interpreter, "met", "The interpreter did not come; a neighbour helped out.", 6),
    (Ask::CallsAfter, "rung", "Rung at ten, by mistake.", 2),
];

/// Writes them.
pub async fn fill(app: &App, borough: &Borough, members: &Members) -> Result<()> {
    let centre = members.get("contact-centre").map(Vec::as_slice).unwrap_or_default();
    let officers = contacts::officers(app, centre).await?;
    let Some(officer) = contacts::seer(&officers).cloned() else { return Ok(()) };
    let accounts = &borough.accounts;
    let many = (accounts.len() * SHARE / 100).clamp(FEWEST, MOST).min(accounts.len());
    let past = Past::begin(app);
    let mut tx = app.db.begin().await?;
    for number in 0..many {
        if number > 0 && number % FEW == 0 {
            tx.commit().await?;
            tx = app.db.begin().await?;
        }
        past.go_to(past.now() - (app.entropy.below(120) as i64 + 14) * DAY);
        // Spread over the borough; two accounts never are one.
        let account = &accounts[number * accounts.len() / many];
        let (who, agreed) = match number % 3 {
            0 => (Who { person: Person::Resident(account.id), ..Who::anyone(account.lang) }, "self"),
            1 => (officer.clone(), "phone"),
            _ => (officer.clone(), "counter"),
        };
        let told = TOLD[number % TOLD.len()];
        needs::save(&mut tx, app, &who, account.id, &given(told), agreed).await?;
    }
    for (ask, how, reason, days) in NOT_KEPT {
        past.go_to(past.now() - days * DAY);
        let Some(number) = (0..many).find(|n| TOLD[n % TOLD.len()].0.iter().any(|(one, _)| *one == ask)) else {
            continue;
        };
        let resident = accounts[number * accounts.len() / many].id;
        needs::report(&mut tx, app, &officer, Report { resident, asks: &[ask], how, reason, case: None }).await?;
    }
    letters(&mut tx, app, &past, &officer, borough).await?;
    tx.commit().await
}

/// A few who asked for letters in large print before they sent something that is open still: the letter that it came in.
async fn letters(tx: &mut Tx, app: &App, past: &Past<'_>, officer: &Who, borough: &Borough) -> Result<()> {
    let mut written = 0;
    for account in borough.accounts.iter().rev().take(LOOKED_AT) {
        let Some(known) = cases::live_of(tx, app, officer, account.id).await?.into_iter().next() else { continue };
        past.go_to(known.opened - DAY);
        needs::save(tx, app, officer, account.id, &given(TOLD[1]), "counter").await?;
        past.go_to(known.opened);
        letter(tx, app, account.id, known).await?;
        written += 1;
        if written == LETTERS {
            break;
        }
    }
    Ok(())
}

fn given((asks, barriers): Told) -> Vec<Given> {
    let asks = asks.iter().map(|(ask, value)| (false, ask.code().to_owned(), (*value).to_owned()));
    asks.chain(barriers.iter().map(|code| (true, (*code).to_owned(), String::new()))).collect()
}

/// The letter that something came in, as it went out on that day.
async fn letter(tx: &mut Tx, app: &App, resident: Id, known: Known) -> Result<()> {
    let lang = residents::by_id(tx, resident).await?.map_or(Lang::EN, |resident| resident.lang);
    let due = lang.date(known.promised);
    let message = Message {
        key: "cases-told-opened",
        values: vec![
            ("reference", known.reference.grouped()),
            ("title", known.title),
            ("due", due),
            ("next", String::new()),
        ],
        about: vec![Subject::new("case", known.id)],
        link: Some(format!("/cases/{}", known.reference)),
        ..Message::default()
    };
    residents::tell(tx, app, To::Resident(resident), message).await.map(drop)
}
