//! Telling: one job for each webhook and case, at most one at a time over all nodes. It tells what waits in the order of the
//! journal; when that fails, all that waits of this case waits longer and longer, and nothing of any other case does.

use super::places::{self, Place};
use super::{Reach, post, sign, takes};
use crate::store::hooks::{self, Delivery, Hook};
use crate::{schema, shapes};
use kit::app::Boxed;
use kit::clock::{HOUR, Micros, SECOND};
use kit::db::{Conn, Tx};
use kit::facts::{self, Recorded};
use kit::jobs::{self, Job, Running};
use kit::{App, Error, Id, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The job that tells of one case.
pub(crate) const TELL: &str = "api.tell";
/// The work that finds what is due again.
pub(crate) const AGAIN: &str = "api.tell-again";
/// How often it looks.
pub(crate) const LOOKS: Micros = 2 * SECOND;

/// Told by one job before others have their turn.
const IN_A_ROW: usize = 20;
/// Cases woken in one look.
const WOKEN: usize = 200;
/// So many attempts, over about three days; then it is given up, and the next of the case is told.
const MOST_ATTEMPTS: i64 = 14;
/// The longest of another system's trouble that is kept.
const TROUBLE: usize = 200;

#[derive(Serialize, Deserialize)]
struct Lane {
    hook: Id,
    case: Id,
}

/// Asks for the job of this case.
pub(super) async fn wake(tx: &mut Tx, app: &App, hook: Id, case: Id) -> Result<()> {
    let job = Job::new(TELL, serde_json::to_value(Lane { hook, case })?);
    jobs::enqueue(tx, app, job.key(format!("tell {hook} {case}"))).await
}

/// How long to wait after so many failures: five seconds, four times as long each time, at most twelve hours.
pub(crate) fn wait(failures: i64) -> Micros {
    let power = u32::try_from(failures.saturating_sub(1)).unwrap_or_default().min(10);
    (5 * SECOND).saturating_mul(4i64.saturating_pow(power)).min(12 * HOUR)
}

/// Wakes whoever has something due again.
pub(crate) fn again<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let due = hooks::due(&mut *app.db.read().await?, app.now(), WOKEN).await?;
        if due.is_empty() {
            return Ok(());
        }
        let mut tx = app.db.begin().await?;
        let mut failing = BTreeSet::new();
        for (hook, case) in due {
            // Of one that does not answer a single case is tried: when it does, the others are woken the next time.
            if places::has_room(hook) && (!places::is_failing(hook) || failing.insert(hook)) {
                wake(&mut tx, app, hook, case).await?;
            }
        }
        tx.commit().await
    })
}

/// Tells what waits of one case.
pub(crate) fn tell<'a>(app: &'a App, job: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let lane: Lane = job.payload()?;
        // Where there is no place, it stays due and is woken again.
        let Some(place) = Place::take(lane.hook) else { return Ok(()) };
        for _ in 0..IN_A_ROW {
            let mut read = app.db.read().await?;
            let hook = hooks::by_id(&mut read, lane.hook).await?.filter(|hook| hook.ended == 0);
            let head = hooks::head(&mut read, lane.hook, lane.case).await?.filter(|head| head.due <= app.now());
            let (Some(hook), Some(head)) = (hook, head) else { return Ok(()) };
            let fact = facts::after(&mut read, head.seq - 1, 1).await?.into_iter().next();
            let fact = fact.filter(|fact| fact.seq == Some(head.seq));
            let body = match &fact {
                Some(fact) => {
                    let mut told = body(&mut read, fact, lane.case).await?;
                    if let Some(handover) = takes::told(&mut read, app, lane.hook, fact).await? {
                        told["data"]["handover"] = handover;
                    }
                    as_described(&told)?;
                    told
                }
                None => return Err(Error::internal(format!("fact {} is not there", head.seq))),
            };
            drop(read);
            let told = attempt(app, &hook, &head, body).await;
            place.answered(told.is_ok());
            if !note(app, &hook, &head, told).await? {
                return Ok(());
            }
        }
        let mut tx = app.db.begin().await?;
        wake(&mut tx, app, lane.hook, lane.case).await?;
        tx.commit().await
    })
}

/// What is told of a fact: ids and codes, and the references people know the case by. Never what anybody wrote.
async fn body(conn: &mut Conn, fact: &Recorded, case: Id) -> Result<Value> {
    let reported = match cases::elsewhere::by_id(conn, case).await {
        Err(Error::NotFound) => None,
        found => Some(found?.case),
    };
    let mut data = json!({ "seq": fact.seq, "case": case, "by": fact.who_kind, "change": fact.data::<Value>()? });
    if let Some(case) = reported {
        data["reference"] = json!(case.reference.as_str());
        data["service"] = json!(case.service);
        data["kind"] = json!(case.kind);
    }
    let at = cases::api::moment(fact.at);
    Ok(json!({ "type": fact.kind, "timestamp": at, "data": data }))
}

/// What is told is what the description says: looked at while we build and test.
fn as_described(told: &Value) -> Result<()> {
    let wrong =
        if cfg!(debug_assertions) { schema::check(shapes::all(), &shapes::all()["Told"], told) } else { Vec::new() };
    if wrong.is_empty() { Ok(()) } else { Err(Error::internal(format!("a webhook is told {wrong:?}: {told}"))) }
}

/// Sends it; the id is that of the webhook and the fact, so that whoever receives it twice can tell.
async fn attempt(app: &App, hook: &Hook, head: &Delivery, body: Value) -> Result<u16> {
    let (id, at, body) = (format!("msg_{}_{}", hook.id, head.seq), app.now() / SECOND, body.to_string());
    let headers = [
        ("webhook-signature", sign::signature(app, hook.id, (&id, at), &body)?),
        ("webhook-timestamp", at.to_string()),
        ("webhook-id", id),
    ];
    post::post(&hook.url, app.part::<Reach>()?, &headers, body).await
}

/// Notes what came of it; true when the next of the case may be told.
async fn note(app: &App, hook: &Hook, head: &Delivery, told: Result<u16>) -> Result<bool> {
    let (status, trouble) = match &told {
        Ok(status) => (i64::from(*status), String::new()),
        Err(cause) => (0, cause.to_string().chars().filter(|c| !c.is_control()).take(TROUBLE).collect()),
    };
    let taken = (200..300).contains(&status);
    let failures = head.attempts + 1;
    let over = taken || failures >= MOST_ATTEMPTS;
    let mut tx = app.db.begin().await?;
    if over {
        let state = if taken { "done" } else { "dead" };
        hooks::over(&mut tx, hook.id, head.seq, state, (status, &trouble)).await?;
    } else {
        let due = app.now() + wait(failures);
        hooks::failed(&mut tx, hook.id, head, (status, &trouble), due).await?;
    }
    tx.commit().await?;
    Ok(over)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_days() {
        assert_eq!([1, 2, 3].map(wait), [5 * SECOND, 20 * SECOND, 80 * SECOND]);
        assert!((1..100).all(|failures| wait(failures) <= 12 * HOUR && wait(failures) <= wait(failures + 1)));
        let whole: Micros = (1..MOST_ATTEMPTS).map(wait).sum();
        assert!((60 * HOUR..90 * HOUR).contains(&whole), "about three days, not {} hours", whole / HOUR);
    }
}
