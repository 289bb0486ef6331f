//! Mail at the desk: what waits, reading it, and saying what it belongs to.

pub(crate) mod answer;
pub(crate) mod files;
pub(crate) mod language;
pub(crate) mod list;
pub(crate) mod mark;
pub(crate) mod marked;
pub(crate) mod open;
pub(crate) mod originals;
pub(crate) mod place;
pub(crate) mod post;
pub(crate) mod show;
mod theirs;

use crate::model::Received;
use crate::store;
use cases::Case;
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, typed};

/// The frame of a page of the desk; staff pages are written in English.
fn frame(app: &App, who: &Who, path: String, title: &str) -> Frame {
    Frame::new(app, &Who { lang: Lang::EN, ..who.clone() }, path, title)
}

/// The mail of an address, for whoever takes contacts; one on a case, for whoever may read that, and one on a record, for whoever
/// has that open: it may have a safe address, and few may open it without the person.
async fn find(conn: &mut Conn, app: &App, who: &Who, id: &str) -> Result<Received> {
    contact::check(who, contact::Action::Take)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let received = store::received::by_id(conn, id).await?;
    if let Some(case) = received.on_case() {
        cases::check_open(conn, app, who, case).await?;
    }
    if let Some(resident) = received.on_record()
        && !residents::desk::has_open(conn, app, who, resident).await?
    {
        return Err(Error::First(format!("{}/open", residents::desk::path(resident))));
    }
    Ok(received)
}

/// The same for what was typed on its page: where the record is to be opened first, an answer stays with the mail until then.
async fn find_with(mut tx: Tx, app: &App, who: &Who, id: &str, form: &Form) -> Result<(Tx, Received)> {
    match find(&mut tx, app, who, id).await {
        Ok(received) => Ok((tx, received)),
        Err(first @ Error::First(_)) => {
            keep(&mut tx, app, who, id.parse()?, form).await?;
            tx.commit().await?;
            Err(first)
        }
        Err(cause) => Err(cause),
    }
}

/// What was typed as an answer stays with the mail, wherever that goes.
async fn keep(tx: &mut Tx, app: &App, who: &Who, mail: Id, form: &Form) -> Result<()> {
    if form.trimmed("answer").is_empty() {
        return Ok(());
    }
    typed::keep(tx, (who.staff()?.id, &crate::path(mail)), app.now(), form).await
}

/// The mail belongs to a case now: what was typed as an answer to it is there as a message to be sent. Where that is; nothing where
/// nothing was typed, or they may not write there.
async fn carry(tx: &mut Tx, app: &App, who: &Who, mail: Id, case: &Case, typed: &Form) -> Result<Option<String>> {
    let (staff, page) = (who.staff()?.id, crate::path(mail));
    let before = typed::of(tx, (staff, &page)).await?;
    let answers = [Some(typed), before.as_ref()].into_iter().flatten().map(|form| form.trimmed("answer").to_owned());
    let Some(answer) = answers.into_iter().find(|answer| !answer.is_empty()) else { return Ok(None) };
    let there = cases::draft_message(tx, app, who, case, &answer).await?;
    if there.is_some() {
        typed::forget(tx, (staff, &page)).await?;
    }
    Ok(there)
}
