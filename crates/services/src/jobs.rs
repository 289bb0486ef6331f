//! What runs later: once a week every service owner is told what residents searched for and did not find.

use crate::miss;
use crate::searches::{WEEKS, weeks_before};
use crate::store::{self, misses::Miss};
use kit::app::Boxed;
use kit::clock::HOUR;
use kit::jobs::{Running, Work};
use kit::outbox::{self, Message};
use kit::who::Role;
use kit::{App, Error, Id, Lang, Result};

/// Searches listed in one message.
const MOST: usize = 50;
/// Service owners told.
const MOST_OWNERS: i64 = 500;

/// The jobs of this crate, for the wiring.
pub fn works() -> Vec<Work> {
    // It looks every hour, so that Monday's message is not a week late after a restart; each week is told once.
    vec![Work::every(HOUR, "services.misses", tell)]
}

fn tell<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        match tell_of_last_week(app).await {
            // Another node told at the same moment.
            Err(Error::Rerun) => Ok(()),
            told => told.map(drop),
        }
    })
}

/// Tells every active service owner which searches of last week found nothing and are not dealt with, and forgets the
/// oldest. Returns how many were told; nobody when there is nothing to tell or it was told before.
pub async fn tell_of_last_week(app: &App) -> Result<usize> {
    let this = miss::week(app.now());
    let (last, oldest) = (weeks_before(this, 1), weeks_before(this, WEEKS - 1).to_string());
    let week = last.to_string();
    miss::write_misses(app).await?;
    let mut read = app.db.read().await?;
    let told = store::misses::told(&mut read, &week).await?;
    let misses = if told { Vec::new() } else { store::misses::new_of_week(&mut read, &week, MOST).await? };
    let owners = if misses.is_empty() { Vec::new() } else { owners(&mut read).await? };
    drop(read);
    let mut tx = app.db.begin().await?;
    store::misses::forget(&mut tx, &oldest).await?;
    // Whoever writes the row first tells; with nobody to tell, the week stays open for an owner to come.
    if owners.is_empty() || !store::misses::tell(&mut tx, &week, app.now()).await? {
        tx.commit().await?;
        return Ok(0);
    }
    let lang = Lang::EN;
    let subject = app.words.with(lang, "services-manage-misses-told-subject", &[("day", lang.civil(last).into())]);
    let values = [
        ("day", lang.civil(last).into()),
        ("list", list(app, lang, &misses).into()),
        ("address", format!("{}/manage/searches?week={week}", app.council.origin).into()),
    ];
    let text = app.words.with(lang, "services-manage-misses-told-body", &values);
    for (id, email) in &owners {
        outbox::send(&mut tx, app, Message::email(lang, email, &subject, &text).about("staff", *id)).await?;
    }
    tx.commit().await?;
    Ok(owners.len())
}

/// Service owners who work here now: id and email address.
async fn owners(read: &mut kit::db::Conn) -> Result<Vec<(Id, String)>> {
    let mut owners = Vec::new();
    for id in workforce::with_role(read, Role::ServiceOwner, MOST_OWNERS).await? {
        let member = workforce::store::member(read, id).await?;
        owners.extend(member.filter(|member| member.active).map(|member| (id, member.email)));
    }
    Ok(owners)
}

fn list(app: &App, lang: Lang, misses: &[Miss]) -> String {
    let line = |miss: &Miss| {
        let words = match miss.words.as_str() {
            "" => app.t(lang, "services-manage-misses-danger"),
            words => words,
        };
        let spoken = Lang::of(&miss.lang).map_or(miss.lang.as_str(), |lang| lang.name);
        format!("{}\t{words} ({spoken})", lang.number(miss.times))
    };
    misses.iter().map(line).collect::<Vec<_>>().join("\n")
}
