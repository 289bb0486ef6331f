//! Erasing a person at their request. What a task of the council still needs stays, and so does what is on hold; everything
//! else goes. It is done in steps that can be taken again: what an interruption left undone, the hourly job does.

use cases::{Fate, Fated};
use kit::db::{Conn, again_if_collided};
use kit::facts::Subject;
use kit::holds::{self, Hold};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, outbox};

/// People taken in one go.
const FEW: usize = 50;

/// What erasing a person would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The hold on the person: nothing goes.
    pub held: Option<Hold>,
    /// Their requests, each with what becomes of it.
    pub cases: Vec<Fated>,
}

impl Plan {
    /// The account's own details go: no request of theirs is open or on hold.
    pub fn account_goes(&self) -> bool {
        let keeps = |fated: &Fated| matches!(fated.fate, Fate::Open | Fate::Held(_));
        self.held.is_none() && !self.cases.iter().any(keeps)
    }
}

/// Works out what erasing a person would do now.
pub async fn plan(conn: &mut Conn, app: &App, resident: Id, lang: Lang) -> Result<Plan> {
    let held = holds::standing(conn, &Subject::new("resident", resident)).await?;
    Ok(Plan { held, cases: cases::fates(conn, app, resident, lang).await? })
}

/// Takes a request to be erased: what was begun and not sent goes at once, and every door of the account is shut. False when
/// it was taken before. Refused while the person is on hold.
pub async fn ask(app: &App, who: &Who, resident: Id, key: Id, reason: &str) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    if holds::standing(&mut tx, &Subject::new("resident", resident)).await?.is_some() {
        return Err(Error::Refused("server-erase-refused-held"));
    }
    if !residents::personal::ask_for_erasure(&mut tx, app, who, resident, key, reason).await? {
        return Ok(false);
    }
    forms::erase(&mut tx, app, who, resident).await?;
    residents::personal::shut(&mut tx, resident).await?;
    tx.commit().await?;
    Ok(true)
}

/// Erases what may go of somebody who asked: case by case, then the account. Returns whether the account has gone.
pub async fn carry_out(app: &App, who: &Who, resident: Id) -> Result<bool> {
    let plan = plan(&mut *app.db.read().await?, app, resident, Lang::EN).await?;
    if plan.held.is_some() {
        return Ok(false);
    }
    for fated in plan.cases.iter().filter(|fated| fated.fate == Fate::Goes) {
        let erased = again_if_collided(|| async {
            let mut tx = app.db.begin().await?;
            cases::erase_at_request(&mut tx, app, who, fated.case).await?;
            tx.commit().await
        });
        erased.await?;
    }
    again_if_collided(|| account(app, who, resident)).await
}

/// Erases the account and what was sent to it, if nothing stands against it now.
async fn account(app: &App, who: &Who, resident: Id) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    if !self::plan(&mut tx, app, resident, Lang::EN).await?.account_goes() {
        return Ok(false);
    }
    let addresses = residents::personal::addresses(&mut tx, resident).await?;
    outbox::erase_to(&mut tx, resident, &addresses).await?;
    knowledge::erase(&mut tx, resident, &addresses).await?;
    contact::erase(&mut tx, resident).await?;
    residents::personal::erase(&mut tx, app, who, resident).await?;
    tx.commit().await?;
    Ok(true)
}

/// The job: erases those who asked and could not be erased then, because a request of theirs was open or the work was
/// interrupted. Returns how many accounts went.
pub async fn finish_waiting(app: &App) -> Result<usize> {
    let (mut gone, mut after) = (0, Id::NONE);
    loop {
        let waiting = residents::personal::erasures_waiting(&mut *app.db.read().await?, after, FEW).await?;
        let Some(last) = waiting.last() else { return Ok(gone) };
        after = *last;
        for resident in &waiting {
            gone += usize::from(carry_out(app, &Who::system(), *resident).await?);
        }
    }
}
