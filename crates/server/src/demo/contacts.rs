//! Contacts of the last three weeks: who rang, came and wrote to the contact centre, what they asked, and what came of it. Each is taken
//! by the same functions as at the desk, at a moment that has passed.

use super::borough::{Account, Borough};
use super::past::Past;
use super::people;
use super::staff::Members;
use contact::{About, Channel, Contact, Outcome, Question, Start, To};
use kit::clock::{DAY, HOUR, MINUTE, Micros, SECOND};
use kit::db::Tx;
use kit::facts::Help;
use kit::who::{Person, Role, Who};
use kit::{App, Id, Lang, Result};

/// How many there were.
const HOW_MANY: usize = 140;
/// Over so many days.
const DAYS: i64 = 21;
/// Written in one transaction.
const FEW: usize = 35;
/// People looked at for one who has something open.
const TRIES: usize = 8;

/// Ways people got in touch, in a hundred: most ring.
const WAYS: [(Channel, u64); 7] = [
    (Channel::Phone, 62),
    (Channel::Counter, 18),
    (Channel::Email, 8),
    (Channel::Post, 2),
    (Channel::Chat, 6),
    (Channel::Social, 2),
    (Channel::Visit, 2),
];

/// What people ask: the service, empty for anything else, and the officer's words.
const ASKED: [(&str, &str); 16] = [
    ("missed-bin", "The brown bin was left again"),
    ("missed-bin", "Which week is recycling?"),
    ("street-problem", "A lamp is out by the school"),
    ("street-problem", "How long does a pothole take?"),
    ("housing-repair", "The boiler makes a noise"),
    ("housing-repair", "Nobody came on the day that was said"),
    ("council-tax-moving-home", "Moves on the first of the month"),
    ("council-tax-support-change", "Hours at work went down"),
    ("council-tax-support-change", "What papers are needed?"),
    ("council-tax-direct-debit", "Wants to pay on another day"),
    ("resident-permit", "Permit for a second car"),
    ("visitor-permit", "How to use a visitor's permit"),
    ("housing-benefit-new-claim", "Can they claim at all?"),
    ("registrars", "Copy of a certificate"),
    ("", "Opening hours of the library"),
    ("", "Wrong number: meant the county council"),
];

/// Writes them.
pub async fn fill(app: &App, borough: &Borough, members: &Members) -> Result<()> {
    let centre = members.get("contact-centre").map(Vec::as_slice).unwrap_or_default();
    let officers = officers(app, centre).await?;
    if officers.is_empty() || borough.accounts.is_empty() {
        return Ok(());
    }
    let past = Past::begin(app);
    let mut moments: Vec<Micros> = (0..HOW_MANY).map(|_| moment(past.now(), app)).collect();
    moments.sort_unstable();
    let mut tx = app.db.begin().await?;
    for (number, at) in moments.into_iter().enumerate() {
        if number > 0 && number % FEW == 0 {
            tx.commit().await?;
            tx = app.db.begin().await?;
        }
        past.go_to(at);
        // What each had last is a call: the next begins with it.
        let last = number + officers.len() >= HOW_MANY;
        let chases = app.entropy.below(3) == 0;
        let officer = if chases { seer(&officers) } else { officers.get(number % officers.len()) };
        let Some(officer) = officer else { break };
        one(&mut tx, app, (officer, &officers), borough, (chases, last)).await?;
    }
    tx.commit().await
}

/// Those of the contact centre, as they work.
pub async fn officers(app: &App, of: &[Id]) -> Result<Vec<Who>> {
    let (mut read, mut all) = (app.db.read().await?, Vec::new());
    for id in of {
        if let Some(staff) = workforce::lookup(&mut read, *id).await? {
            let name = Some(staff.name.clone());
            all.push(Who { person: Person::Staff(staff), name, ..Who::anyone(Lang::EN) });
        }
    }
    Ok(all)
}

/// The one who may see every case: a team sees its own.
pub fn seer(officers: &[Who]) -> Option<&Who> {
    let sees = |who: &&Who| who.staff().is_ok_and(|staff| staff.roles.contains(&Role::Officer));
    officers.iter().find(sees).or(officers.first())
}

/// A moment of a working day in the last weeks, and not of the last hour.
fn moment(now: Micros, app: &App) -> Micros {
    loop {
        let at = now - HOUR - app.entropy.below((DAYS * DAY) as u64) as i64;
        let local = kit::lang::local(at);
        if local.weekday().to_monday_zero_offset() < 5 && (9..17).contains(&local.hour()) {
            return at;
        }
    }
}

fn pick<'a, T>(from: &'a [T], app: &App) -> &'a T {
    &from[app.entropy.below(from.len() as u64) as usize]
}

fn channel(app: &App) -> Channel {
    let mut left = app.entropy.below(100);
    for (channel, share) in WAYS {
        if left < share {
            return channel;
        }
        left -= share;
    }
    Channel::Phone
}

/// One contact from its first word to its wrap-up.
async fn one(
    tx: &mut Tx,
    app: &App,
    (officer, officers): (&Who, &[Who]),
    borough: &Borough,
    (chases, is_call): (bool, bool),
) -> Result<()> {
    let chased = if chases { chaser(tx, app, officer, borough).await? } else { None };
    // Three in four say who they are.
    let known = chased.is_some() || app.entropy.below(4) > 0;
    let person = chased.as_ref().map(|(person, ..)| *person).or_else(|| known.then(|| pick(&borough.accounts, app)));
    let start = Start {
        key: app.id(),
        resident: person.map(|person| person.id),
        behalf: behalf(app, person),
        channel: Some(if is_call { Channel::Phone } else { channel(app) }),
        case: None,
    };
    let id = contact::start(tx, app, officer, &start).await?;
    let mut taken = contact::by_id(tx, id).await?;
    if person.is_none() && app.entropy.below(2) == 0 {
        taken.name = people::name(&people::family(&app.entropy), &app.entropy);
        taken.number = people::mobile(app.entropy.below(1_000) as u32);
    }
    taken.help = match app.entropy.below(10) {
        0 => Help::ForMe,
        1..=3 => Help::Alone,
        _ => Help::WithMe,
    };
    let (mut asked, mut found) = (Vec::new(), Vec::new());
    let chases = chased.is_some();
    if let Some((_, question, about)) = chased {
        asked.push(question);
        found.push(Some(about));
    }
    // One in eight asks two things.
    while asked.is_empty() || (asked.len() < 2 && app.entropy.below(8) == 0) {
        asked.push(question(app));
        found.push(None);
    }
    if app.entropy.below(6) == 0 {
        taken.note = "Was glad that somebody answered at once.".to_owned();
    }
    app.clock.advance((70 * SECOND) + app.entropy.below((9 * MINUTE) as u64) as i64);
    // One in eight is passed on before it is finished.
    if !chases
        && !is_call
        && app.entropy.below(8) == 0
        && let Some(colleague) = officers.iter().find(|other| other.id() != officer.id())
    {
        passed(tx, app, (officer, colleague), &mut taken, &mut asked).await?;
        return contact::finish(tx, app, colleague, &taken, &asked, &found).await.map(drop);
    }
    contact::finish(tx, app, officer, &taken, &asked, &found).await.map(drop)
}

/// It is passed to a colleague, who takes it up some minutes later; of one in five the caller has gone by then.
async fn passed(
    tx: &mut Tx,
    app: &App,
    (officer, colleague): (&Who, &Who),
    taken: &mut Contact,
    asked: &mut Vec<Question>,
) -> Result<()> {
    contact::keep(tx, officer, taken, asked).await?;
    let to = To::Colleague(colleague.id());
    contact::pass(tx, app, officer, taken, to, "Knows more of this than I do. They wait.", app.id()).await?;
    app.clock.advance(MINUTE + app.entropy.below((4 * MINUTE) as u64) as i64);
    contact::take_up(tx, app, colleague, taken.id, app.entropy.below(5) == 0).await?;
    *asked = contact::questions(tx, taken.id).await?;
    taken.staff = colleague.id();
    Ok(())
}

/// Who speaks: mostly they themselves, now and then somebody else for them.
fn behalf(app: &App, person: Option<&Account>) -> String {
    match (person, app.entropy.below(12)) {
        (None, _) => String::new(),
        (Some(_), 0) => "other".to_owned(),
        (Some(_), _) => "self".to_owned(),
    }
}

/// Somebody who asks after what they have open already.
async fn chaser<'b>(
    tx: &mut Tx,
    app: &App,
    officer: &Who,
    borough: &'b Borough,
) -> Result<Option<(&'b Account, Question, About)>> {
    let now = app.now();
    for _ in 0..TRIES {
        let person = pick(&borough.accounts, app);
        let live = cases::live_of(tx, app, officer, person.id).await?;
        let Some(known) = live.into_iter().find(|known| known.opened < now - DAY) else { continue };
        let question = Question {
            service: known.service.clone(),
            words: pick(&["When does somebody come?", "Has heard nothing", "Is it forgotten?"], app).to_string(),
            outcome: Some(if app.entropy.below(4) == 0 { Outcome::CallBack } else { Outcome::Answered }),
            reference: known.reference.to_string(),
            ..Question::default()
        };
        let about = About { case: known.id, service: known.service, is_live: known.is_live, opened: known.opened };
        return Ok(Some((person, question, about)));
    }
    Ok(None)
}

fn question(app: &App) -> Question {
    let (service, words) = *pick(&ASKED, app);
    let (outcome, reason) = match app.entropy.below(20) {
        0 => (Outcome::Abandoned, ""),
        1 => (Outcome::TurnedAway, "No appointment was left today"),
        2..=6 => (Outcome::PassedOn, ""),
        _ => (Outcome::Answered, ""),
    };
    Question {
        service: service.to_owned(),
        words: words.to_owned(),
        outcome: Some(outcome),
        reason: reason.to_owned(),
        ..Question::default()
    }
}
