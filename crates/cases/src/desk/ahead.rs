//! What an action is about to do, on a page of its own address: it can be opened again, and going back keeps what was typed.

use crate::desk::act::{Act, Stage};
use crate::model::Case;
use crate::store;
use kit::app::Boxed;
use kit::clock::DAY;
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::jobs::Running;
use kit::who::Who;
use kit::{App, Result};

/// What an action is about to do, to be seen before it is done.
pub(crate) struct Ahead {
    pub title: String,
    pub words: String,
    pub points: Vec<String>,
    /// What the button that does it says.
    pub button: String,
    /// What was seen: another answer has to be seen anew.
    pub seen: String,
}

/// Keeps what was typed and gives the address of the page that says what it will do.
pub(super) async fn keep<A: Act>(app: &App, who: &Who, stage: &Stage, form: &Form) -> Result<String> {
    let mut tx = app.db.begin().await?;
    let of = (stage.case.id, who.staff()?.id, A::CODE);
    store::aheads::keep(&mut tx, of, app.now(), form.fields()).await?;
    tx.commit().await?;
    Ok(format!("/desk/cases/{}/{}?ahead=yes", stage.opened_by, A::CODE))
}

/// What this member of staff typed before they were shown what it will do.
pub(super) async fn typed<A: Act>(conn: &mut Conn, who: &Who, case: &Case) -> Result<Option<Form>> {
    if !A::SHOWS_AHEAD {
        return Ok(None);
    }
    let kept = store::aheads::of(conn, (case.id, who.staff()?.id, A::CODE)).await?;
    Ok(kept.map(|fields| fields.into_iter().fold(Form::empty(), |form, (name, value)| form.fill(&name, value))))
}

/// It is done.
pub(super) async fn done<A: Act>(tx: &mut Tx, stage: &Stage) -> Result<()> {
    if A::SHOWS_AHEAD { store::aheads::forget(tx, (stage.case.id, stage.me, A::CODE)).await } else { Ok(()) }
}

/// The job: nobody comes back after a day.
pub(crate) fn clear<'a>(app: &'a App, _: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let mut tx = app.db.begin().await?;
        store::aheads::clear(&mut tx, app.now() - DAY).await?;
        tx.commit().await
    })
}
