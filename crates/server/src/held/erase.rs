//! Erasing a person at their request. What a task of the council still needs stays, and so does what is on hold; everything
//! else goes. It is done in steps that can be taken again: what an interruption left undone, the hourly job does.

use cases::{Fate, Fated};
use kit::db::{Conn, again_if_collided};
use kit::facts::Subject;
use kit::holds::{self, Hold};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, outbox};
use residents::linking::joined;

/// People taken in one go.
const FEW: usize = 50;

/// What erasing a person would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The hold on the person: nothing goes.
    pub held: Option<Hold>,
    /// Another account was joined with theirs, and is kept apart from it or not shown to be theirs: whose it is has to be decided
    /// first.
    pub parted: bool,
    /// Their requests, each with what becomes of it.
    pub cases: Vec<Fated>,
    /// How many messages of theirs on no request are marked and still to be dealt with.
    pub marked: usize,
}

impl Plan {
    /// The account's own details go: no request of theirs is open or on hold, and no message still to be dealt with.
    pub fn account_goes(&self) -> bool {
        let keeps = |fated: &Fated| matches!(fated.fate, Fate::Open | Fate::Held(_));
        self.held.is_none() && !self.parted && self.marked == 0 && !self.cases.iter().any(keeps)
    }
}

/// Works out what erasing a person would do now, with every account of theirs.
pub async fn plan(conn: &mut Conn, app: &App, resident: Id, lang: Lang) -> Result<Plan> {
    let parted = is_undecided(conn, resident).await?;
    let mut plan = Plan { held: None, parted, cases: Vec::new(), marked: 0 };
    for account in joined::own(conn, resident).await? {
        let of = plan_of(conn, app, account, lang).await?;
        plan.held = plan.held.or(of.held);
        plan.cases.extend(of.cases);
        plan.marked += of.marked;
    }
    Ok(plan)
}

/// True while another account may be theirs or somebody else's.
async fn is_undecided(conn: &mut Conn, resident: Id) -> Result<bool> {
    Ok(joined::is_parted(conn, resident).await? || joined::is_unproved(conn, resident).await?)
}

async fn plan_of(conn: &mut Conn, app: &App, account: Id, lang: Lang) -> Result<Plan> {
    let held = holds::standing(conn, &Subject::new("resident", account)).await?;
    let addresses = residents::personal::addresses(conn, account).await?;
    let marked = mail::marked(conn, account, &addresses).await?;
    Ok(Plan { held, parted: false, cases: cases::fates(conn, app, account, lang).await?, marked })
}

/// Takes a request to be erased: what was begun and not sent goes at once, and every door of the account is shut. False when
/// it was taken before. Refused while the person is on hold, and while an account is joined with theirs that is kept apart from it
/// or not shown to be theirs: it may be somebody else's.
pub async fn ask(app: &App, who: &Who, resident: Id, key: Id, reason: &str) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    if is_undecided(&mut tx, resident).await? {
        return Err(Error::Refused("server-erase-refused-parted"));
    }
    let accounts = joined::own(&mut tx, resident).await?;
    for account in &accounts {
        if holds::standing(&mut tx, &Subject::new("resident", *account)).await?.is_some() {
            return Err(Error::Refused("server-erase-refused-held"));
        }
    }
    let mut taken = false;
    for account in accounts {
        // One press is one request: the others of its accounts have keys of their own.
        let key = if account == resident { key } else { app.id() };
        if residents::personal::ask_for_erasure(&mut tx, app, who, account, key, reason).await? {
            forms::erase(&mut tx, app, who, account).await?;
            residents::personal::shut(&mut tx, app, who, account).await?;
            taken = true;
        }
    }
    tx.commit().await?;
    Ok(taken)
}

/// Erases what may go of somebody who asked: case by case, then the account. Returns whether the account has gone.
pub async fn carry_out(app: &App, who: &Who, resident: Id) -> Result<bool> {
    let accounts = joined::own(&mut *app.db.read().await?, resident).await?;
    let mut gone = false;
    for account in accounts {
        gone |= carry_out_one(app, who, account).await?;
    }
    Ok(gone)
}

async fn carry_out_one(app: &App, who: &Who, resident: Id) -> Result<bool> {
    let plan = plan_of(&mut *app.db.read().await?, app, resident, Lang::EN).await?;
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
    if !plan_of(&mut tx, app, resident, Lang::EN).await?.account_goes() {
        return Ok(false);
    }
    let addresses = residents::personal::addresses(&mut tx, resident).await?;
    outbox::erase_to(&mut tx, resident, &addresses).await?;
    knowledge::erase(&mut tx, resident, &addresses).await?;
    // What the law makes of a contact is found by whose contact it was.
    mail::erase(&mut tx, resident, &addresses).await?;
    contact::erase(&mut tx, resident).await?;
    queue::erase(&mut tx, resident).await?;
    appointments::erase(&mut tx, app, resident).await?;
    api::keys::personal::erase(&mut tx, resident).await?;
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
            gone += usize::from(carry_out_one(app, &Who::system(), *resident).await?);
        }
    }
}
