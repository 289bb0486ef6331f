//! What runs later: the watch over promises. A broken promise is told to everybody who reported it, once, before the council
//! is asked; lateness itself is never stored, it is a date that has passed.

use crate::book;
use crate::desk::message;
use crate::facts::{self, Data};
use crate::model::Case;
use crate::tell::{self, Letter};
use crate::{dates, found, leavers, retention, store};
use kit::app::Boxed;
use kit::clock::{HOUR, MINUTE, Micros};
use kit::db::Tx;
use kit::jobs::{Running, Work};
use kit::outbox::{self, Message};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use std::collections::BTreeMap;
use workforce::Leader;

/// Cases looked at in one go.
const BATCH: usize = 100;

/// The jobs of this crate.
pub fn works() -> Vec<Work> {
    vec![
        Work::every(5 * MINUTE, "cases.promises", watch),
        Work::every(HOUR, "cases.retention", retention::job),
        found::keys::work(),
        Work::on(tell::REST, tell::rest),
        Work::on(message::REST, message::rest),
        Work::on(leavers::REST, leavers::rest),
    ]
}

fn watch<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move { watch_promises(app).await.map(drop) })
}

/// Tells the reporters of cases past their promise that we are late and sorry, and the leaders of the team. Returns how many
/// cases that were. One case in trouble does not keep the others from being told: it is logged, and tried again the next
/// time.
pub async fn watch_promises(app: &App) -> Result<usize> {
    let (mut told, mut after) = (0, (Micros::MIN, Id::NONE));
    loop {
        let mut read = app.db.read().await?;
        let late = store::cases::late_untold(&mut read, app.now(), after, BATCH).await?;
        drop(read);
        let mut by_team: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
        for case in &late {
            after = (case.promise.due, case.id);
            by_team.entry(&case.team).or_default().push(case.id);
        }
        for (team, cases) in by_team {
            told += watch_team(app, team, &cases).await?;
        }
        if late.len() < BATCH {
            return Ok(told);
        }
    }
}

/// Tells of a team's cases together, so that its leaders get one letter; each alone where that did not go.
async fn watch_team(app: &App, team: &str, cases: &[Id]) -> Result<usize> {
    let together = tell_late(app, team, cases).await;
    let alone = cases.len() > 1;
    match together {
        Ok(told) => return Ok(told),
        Err(gone @ Error::Unavailable(_)) => return Err(gone),
        Err(_) if alone => {}
        // Somebody changed the case in this moment: the next round looks again.
        Err(Error::Changed | Error::Rerun) => return Ok(0),
        Err(cause) => {
            tracing::error!(team, %cause, "a broken promise could not be told");
            return Ok(0);
        }
    }
    let mut told = 0;
    for case in cases {
        match tell_late(app, team, std::slice::from_ref(case)).await {
            Ok(one) => told += one,
            Err(Error::Changed | Error::Rerun) => {}
            Err(gone @ Error::Unavailable(_)) => return Err(gone),
            Err(cause) => tracing::error!(case = %case, %cause, "a broken promise could not be told"),
        }
    }
    Ok(told)
}

/// In one transaction: every reporter of these cases is told, and every leader of their team, so that what the reporters
/// read of the leader is true.
async fn tell_late(app: &App, team: &str, cases: &[Id]) -> Result<usize> {
    let mut tx = app.db.begin().await?;
    let leaders = workforce::leaders_of(&mut tx, team).await?;
    let few = tell::FEW / cases.len().max(1);
    let mut told = Vec::new();
    for id in cases {
        let before = store::cases::by_id(&mut tx, *id).await?;
        // One that was given to another team in this moment is told of in the next round.
        if !before.told_late && before.is_late(app.now()) && before.team == team {
            told.push(tell_reporters(&mut tx, app, before, !leaders.is_empty(), few).await?);
        }
    }
    tell_leaders(&mut tx, app, &leaders, &told).await?;
    tx.commit().await?;
    Ok(told.len())
}

/// `led` is whether the team has a leader to be told; so few of those who joined are told in this transaction.
async fn tell_reporters(tx: &mut Tx, app: &App, before: Case, led: bool, few: usize) -> Result<Case> {
    let mut case = Case { told_late: true, ..before.clone() };
    store::cases::save(tx, &mut case).await?;
    let due = case.promise.due;
    let data = Data { due, ..facts::change(&before, &case) };
    facts::record(tx, app, facts::about("case.late", &Who::system(), &case).data(data.json())).await?;
    let book = book::of(app, &case)?;
    let led = if led { "yes" } else { "no" };
    let values = |lang: Lang| {
        let service = book.name(&case, lang);
        vec![("due", dates::words(app, due, lang)), ("service", service), ("led", led.to_owned())]
    };
    let letter = Letter { key: "cases-told-late", values: &values, reason: None };
    tell::some_now(tx, app, &case, letter, few).await?;
    Ok(case)
}

/// One letter to each leader who works here now; the list at the desk shows them the same.
async fn tell_leaders(tx: &mut Tx, app: &App, leaders: &[Leader], late: &[Case]) -> Result<()> {
    if late.is_empty() {
        return Ok(());
    }
    let lang = Lang::EN;
    let origin = app.council.origin.trim_end_matches('/');
    let line = |case: &Case| {
        let due = dates::words(app, case.promise.due, lang);
        format!("{}, {due}: {origin}/desk/cases/{}", case.reference.grouped(), case.reference)
    };
    let lines = late.iter().map(line).collect::<Vec<_>>().join("\n");
    let (number, list) = (late.len() as i64, format!("{origin}/desk/cases?tab=late"));
    for leader in leaders {
        let say = |key: &str| {
            let values = [("n", number.into()), ("name", (&leader.name).into()), ("list", (&list).into())];
            app.words.with(lang, key, &values)
        };
        let text = format!("{}\n\n{lines}\n\n{}\n", say("cases-told-leader-body"), say("cases-told-leader-list"));
        let letter = Message::email(lang, &leader.email, &say("cases-told-leader-subject"), &text);
        outbox::send(tx, app, letter.about("staff", leader.id)).await?;
    }
    Ok(())
}
