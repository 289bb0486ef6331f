//! Passing an open contact on, to a colleague or a team, with what they should know: whoever takes it up has everything that was asked,
//! noted and checked, and nobody has to say it again. While it waits nobody has it. Not taken up on its day, or taken up when they had
//! gone, it is lost.

use crate::access::{self, Action};
use crate::facts::{self, Passing};
use crate::model::{Contact, Outcome};
use crate::store::{articles, contacts, passes, questions};
use kit::app::Boxed;
use kit::clock::{Micros, SECOND};
use kit::db::{Conn, Tx, again_if_collided};
use kit::jobs::Running;
use kit::who::{Staff, Who};
use kit::{App, Error, Id, Result};

/// Those found lost in one transaction.
const FEW: usize = 50;

/// To whom a contact is passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// One colleague.
    Colleague(Id),
    /// Whoever of a team takes it up first.
    Team(String),
}

impl To {
    /// As it is stored and sent: `staff:` and the id, `team:` and its code.
    pub fn code(&self) -> String {
        match self {
            To::Colleague(id) => format!("staff:{id}"),
            To::Team(code) => format!("team:{code}"),
        }
    }

    /// What a code says.
    pub fn of(code: &str) -> Option<To> {
        match code.split_once(':')? {
            ("staff", id) => id.parse().ok().map(To::Colleague),
            ("team", code) => Some(To::Team(code.to_owned())),
            _ => None,
        }
    }

    /// True where this member of staff is meant.
    fn means(&self, staff: &Staff) -> bool {
        match self {
            To::Colleague(id) => *id == staff.id,
            To::Team(code) => staff.teams.contains(code),
        }
    }
}

/// An open contact that was passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// Its id, made when the page was drawn.
    pub id: Id,
    /// The contact.
    pub contact: Id,
    /// Who passed it on.
    pub sender: Id,
    /// To whom.
    pub to: To,
    /// What they should know.
    pub note: String,
    /// When.
    pub at: Micros,
    /// Nobody has taken it up yet.
    pub waiting: bool,
    /// Who took it up.
    pub taken_by: Option<Id>,
    /// It was not taken up on its day, or they had gone.
    pub lost: bool,
}

/// Passes it on; it is nobody's until somebody takes it up. Pressed again it changes nothing. Refused once the contact is finished.
pub async fn pass(tx: &mut Tx, app: &App, who: &Who, contact: &Contact, to: To, note: &str, key: Id) -> Result<()> {
    if passes::by_id(tx, key).await?.is_some() {
        return Ok(());
    }
    let sender = access::check(who, Action::Work(contact))?.id;
    let (note, at) = (note.to_owned(), app.now());
    let pass = Pass { id: key, contact: contact.id, sender, to, note, at, waiting: true, taken_by: None, lost: false };
    if !contacts::give(tx, contact.id, sender, Id::NONE).await? || !passes::insert(tx, &pass).await? {
        return Err(Error::Refused("contact-refused-finished"));
    }
    let passing = passing(tx, contact, &pass, "").await?;
    kit::facts::record(tx, app, facts::passed("contact.passed", who, contact, &passing)?).await.map(drop)
}

/// What this member of staff may take up: passed to them or to a team of theirs, the longest waiting first.
pub async fn passed_to(conn: &mut Conn, staff: &Staff) -> Result<Vec<Pass>> {
    let mut all = passes::to(conn, &To::Colleague(staff.id)).await?;
    for team in &staff.teams {
        all.extend(passes::to(conn, &To::Team(team.clone())).await?);
    }
    all.sort_by_key(|pass| (pass.at, pass.id));
    Ok(all)
}

/// Takes it up, with everything in it; whoever passed it on may take it back. `gone`: nobody was there any more, so it was lost, and each
/// question ends with that unless its officer says otherwise. Pressed again it changes nothing; not found for whom it is not meant.
pub async fn take_up(tx: &mut Tx, app: &App, who: &Who, contact: Id, gone: bool) -> Result<()> {
    let staff = access::check(who, Action::Take)?;
    let found = contacts::by_id(tx, contact).await?;
    if found.staff == staff.id {
        return Ok(());
    }
    let all = passes::of_contact(tx, contact).await?;
    let Some(pass) = all.into_iter().rfind(|pass| pass.to.means(staff) || pass.sender == staff.id) else {
        return Err(Error::NotFound);
    };
    let now = app.now();
    if !passes::take(tx, pass.id, (staff.id, now)).await? || !contacts::give(tx, contact, Id::NONE, staff.id).await? {
        return Err(Error::Refused("contact-refused-taken"));
    }
    articles::turn_to(tx, staff.id, contact).await?;
    let taken = facts::about("contact.taken", who, &found);
    let data = serde_json::json!({ "seconds": (now - pass.at) / SECOND });
    kit::facts::record(tx, app, taken.data(data)).await?;
    if gone {
        let mut asked = questions::of_contact(tx, contact).await?;
        for question in &mut asked {
            question.outcome = Some(Outcome::Abandoned);
        }
        questions::replace(tx, contact, &asked).await?;
        lose(tx, app, who, &found, &pass, "gone").await?;
    }
    Ok(())
}

async fn lose(tx: &mut Tx, app: &App, who: &Who, contact: &Contact, pass: &Pass, why: &str) -> Result<bool> {
    if !passes::lose(tx, pass.id).await? {
        return Ok(false);
    }
    let passing = passing(tx, contact, pass, why).await?;
    kit::facts::record(tx, app, facts::passed("contact.lost", who, contact, &passing)?).await?;
    Ok(true)
}

/// What figures count of it.
async fn passing(tx: &mut Tx, contact: &Contact, pass: &Pass, why: &str) -> Result<Passing> {
    let asked = questions::of_contact(tx, contact.id).await?;
    let mut services: Vec<String> = asked.into_iter().map(|question| question.service).collect();
    services.sort_unstable();
    services.dedup();
    if services.is_empty() {
        services.push(String::new());
    }
    let to = match pass.to {
        To::Colleague(_) => "colleague",
        To::Team(_) => "team",
    };
    let (channel, to, why) = (contact.channel.code().to_owned(), to.to_owned(), why.to_owned());
    Ok(Passing { channel, to, services, passed: pass.at, why })
}

/// The job: what was not taken up on the day on which it was passed on is lost. It may still be taken up.
pub(crate) fn job<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { lose_late(app).await.map(drop) })
}

/// Records as lost what waits since a day before this one; returns how many that were.
pub async fn lose_late(app: &App) -> Result<usize> {
    let mut lost = 0;
    loop {
        let few = again_if_collided(|| lose_few(app)).await?;
        lost += few;
        if few == 0 {
            return Ok(lost);
        }
    }
}

async fn lose_few(app: &App) -> Result<usize> {
    let midnight = kit::lang::local(app.now()).start_of_day().map_err(Error::internal)?.timestamp().as_microsecond();
    let (mut tx, mut lost) = (app.db.begin().await?, 0);
    for pass in passes::late(&mut tx, midnight, FEW).await? {
        let contact = contacts::by_id(&mut tx, pass.contact).await?;
        lost += usize::from(lose(&mut tx, app, &Who::system(), &contact, &pass, "day").await?);
    }
    tx.commit().await?;
    Ok(lost)
}
