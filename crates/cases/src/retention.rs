//! How long a case is kept, and what becomes of it then: everything personal goes; what it was, when, in which ward and how it
//! ended stays, so that figures remain true. A hold keeps it as it is.

use crate::facts::{self, Data};
use crate::model::Case;
use crate::{book, found, store};
use kit::app::Boxed;
use kit::clock::{DAY, Micros};
use kit::db::{Conn, Tx, again_if_collided};
use kit::facts::Subject;
use kit::holds::{self, Hold};
use kit::jobs::Running;
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use services::Catalogue;

/// Cases erased in one transaction, so that nobody waits long for the writer.
const FEW: usize = 20;
/// More cases than anybody has.
const ALL: usize = 1_000_000;

/// Why a case was erased: its time had come.
pub(crate) const TIME: &str = "time";
/// Why a case was erased: its resident asked.
pub(crate) const REQUEST: &str = "request";

/// What becomes of a case when its resident asks to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is erased.
    Goes,
    /// It stays while the council works on it, or on what the law makes of a message on it.
    Open,
    /// It stays while the hold stands.
    Held(Hold),
    /// The council's task asks for it: it stays until then.
    Kept(Micros),
    /// The council's task asks for it, and its service says no time.
    Unsaid,
}

/// A resident's case, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fated {
    /// The case.
    pub case: Id,
    /// The reference they know it by.
    pub reference: String,
    /// The service's name, in the language asked for.
    pub service: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// How long a service keeps what has ended: its months, and whether a resident may have it erased before. The definition of
/// today counts, for cases of before too; where there is none, the case's own.
fn kept_for(app: &App, case: &Case) -> Result<(u32, bool)> {
    let catalogue = app.part::<Catalogue>()?;
    let found = catalogue.current(&case.service).or_else(|| catalogue.version(&case.service, case.version));
    Ok(found.map_or((0, false), |found| (found.retention_months, found.erased_on_request)))
}

/// Until when an ended case is kept; nothing while it is open, or where its service says no time.
pub(crate) fn kept_until(app: &App, case: &Case) -> Result<Option<Micros>> {
    let (months, _) = kept_for(app, case)?;
    if case.status.is_live() || months == 0 {
        return Ok(None);
    }
    kit::lang::months_later(case.closed, months).map(Some)
}

/// The job: erases every case whose time has come.
pub(crate) fn job<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        erase_due(app).await?;
        clear_marks(app).await.map(drop)
    })
}

/// Clears away the marks of contacts and mails that ended as long ago as contacts are kept. Returns how many.
pub async fn clear_marks(app: &App) -> Result<u64> {
    let months = app.part::<contact::Terms>().map_or_else(|_| contact::Terms::default().months, |terms| terms.months);
    let (before, mut gone) = (app.now() - i64::from(months) * 31 * DAY, 0);
    loop {
        let few = again_if_collided(|| async {
            let mut tx = app.db.begin().await?;
            let few = crate::marks::clear(&mut tx, before).await?;
            tx.commit().await?;
            Ok(few)
        });
        let few = few.await?;
        gone += few;
        if few == 0 {
            return Ok(gone);
        }
    }
}

/// Erases what is personal in every case that ended longer ago than its service keeps it, a few in each transaction. What is
/// on hold is left, and what has a message that is still to be dealt with. Returns how many were erased.
pub async fn erase_due(app: &App) -> Result<usize> {
    let (mut erased, mut service) = (0, String::new());
    loop {
        let next = store::erase::next_service(&mut *app.db.read().await?, &service).await?;
        let Some(next) = next else { return Ok(erased) };
        service = next;
        erased += erase_of_service(app, &service).await?;
    }
}

async fn erase_of_service(app: &App, service: &str) -> Result<usize> {
    let (mut erased, mut after) = (0, (Micros::MIN, Id::NONE));
    loop {
        let mut read = app.db.read().await?;
        let some = store::erase::ended_before(&mut read, service, app.now(), after, FEW).await?;
        drop(read);
        let Some(last) = some.last() else { return Ok(erased) };
        after = *last;
        let few = again_if_collided(|| erase_few(app, &some)).await?;
        erased += few.0;
        // They come in the order in which they ended: where one is still kept, so are those that ended after it.
        if few.1 {
            return Ok(erased);
        }
    }
}

/// How many of these were erased, and whether one is to be kept still.
async fn erase_few(app: &App, some: &[(Micros, Id)]) -> Result<(usize, bool)> {
    let (mut tx, mut erased, mut kept) = (app.db.begin().await?, 0, false);
    for (_, id) in some {
        let case = store::cases::by_id(&mut tx, *id).await?;
        if case.status.is_live() || case.erased {
            continue;
        }
        // Of a service that says no time, or of another version of one: each case says for itself.
        match kept_until(app, &case)? {
            Some(until) if until <= app.now() => {}
            _ => {
                kept = true;
                continue;
            }
        }
        if hold_on(&mut tx, &case).await?.is_some() || store::marks::stands_on_case(&mut tx, case.id).await? {
            continue;
        }
        erase(&mut tx, app, &Who::system(), &case, TIME).await?;
        erased += 1;
    }
    tx.commit().await?;
    Ok((erased, kept))
}

/// The hold that keeps this case: its own, or one on somebody who reported it.
async fn hold_on(conn: &mut Conn, case: &Case) -> Result<Option<Hold>> {
    let joined = store::erase::residents(conn, case.id).await?;
    let people = case.resident.into_iter().chain(joined).map(|resident| Subject::new("resident", resident));
    let subjects: Vec<Subject> = [Subject::new("case", case.id)].into_iter().chain(people).collect();
    holds::any(conn, &subjects).await
}

/// Erases everything personal in an ended case, in this transaction.
async fn erase(tx: &mut Tx, app: &App, who: &Who, case: &Case, why: &str) -> Result<()> {
    let title = book::service_name(app, &case.service, Lang::EN)?;
    store::erase::case(tx, case, &title).await?;
    found::keys::write_of_case(tx, app, case.id).await?;
    kit::files::delete_all(tx, &Subject::new("case", case.id)).await?;
    kit::facts::erase(tx, app, who, &Subject::new("case", case.id)).await?;
    let data = Data { revision: case.revision + 1, outcome: why.to_owned(), ..Data::default() };
    facts::record(tx, app, facts::between("case.erased", who, case, None).data(data.json())).await.map(drop)
}

/// What becomes of each of a resident's cases when they ask to be erased, the newest first.
pub async fn fates(conn: &mut Conn, app: &App, resident: Id, lang: Lang) -> Result<Vec<Fated>> {
    let newest = Id([0xff; 16]);
    let mut all = Vec::new();
    for case in store::cases::of_resident(conn, resident, newest, ALL).await? {
        all.push(fated(conn, app, &case, &case.reference, lang).await?);
    }
    for joined in store::reporters::of_resident(conn, resident, newest, ALL).await? {
        let case = store::cases::by_id(conn, joined.case).await?;
        all.push(fated(conn, app, &case, &joined.reference, lang).await?);
    }
    Ok(all)
}

async fn fated(conn: &mut Conn, app: &App, case: &Case, known: &kit::Reference, lang: Lang) -> Result<Fated> {
    let fate = fate(conn, app, case).await?;
    let service = book::service_name(app, &case.service, lang)?;
    Ok(Fated { case: case.id, reference: known.grouped(), service, fate })
}

async fn fate(conn: &mut Conn, app: &App, case: &Case) -> Result<Fate> {
    if case.status.is_live() || store::marks::stands_on_case(conn, case.id).await? {
        return Ok(Fate::Open);
    }
    if let Some(hold) = hold_on(conn, case).await? {
        return Ok(Fate::Held(hold));
    }
    let (_, on_request) = kept_for(app, case)?;
    // What several people reported is not one's alone.
    if on_request && store::reporters::others(conn, case.id, 1).await? == 0 {
        return Ok(Fate::Goes);
    }
    Ok(kept_until(app, case)?.map_or(Fate::Unsaid, Fate::Kept))
}

/// Erases a case at its resident's request, if it may go; false when it stays.
pub async fn erase_at_request(tx: &mut Tx, app: &App, who: &Who, case: Id) -> Result<bool> {
    let case = store::cases::by_id(tx, case).await?;
    if case.erased || fate(tx, app, &case).await? != Fate::Goes {
        return Ok(false);
    }
    erase(tx, app, who, &case, REQUEST).await?;
    Ok(true)
}
