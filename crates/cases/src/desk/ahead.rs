//! What an action is about to do, on a page of its own address: it can be opened again, and going back keeps what was typed. So does
//! leaving for something else.

use crate::desk::act::{Act, Stage};
use crate::model::Case;
use kit::db::{Conn, Tx};
use kit::form::Form;
use kit::who::Who;
use kit::{App, Result, typed};

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

/// Where what was typed for this action on a case is kept.
pub(super) fn page(case: &Case, code: &str) -> String {
    format!("/desk/cases/{}/{code}", case.reference)
}

/// Keeps what was typed and gives the address of the page that says what it will do.
pub(super) async fn keep<A: Act>(app: &App, stage: &Stage, form: &Form) -> Result<String> {
    let mut tx = app.db.begin().await?;
    typed::keep(&mut tx, (stage.me, &page(&stage.case, A::CODE)), app.now(), form).await?;
    tx.commit().await?;
    // Straight to what it will do: the questions above fill more than a screen.
    Ok(format!("/desk/cases/{}/{}?ahead=yes#ahead", stage.opened_by, A::CODE))
}

/// What this member of staff typed before they left for something else, or were shown what it will do.
pub(super) async fn kept(conn: &mut Conn, who: &Who, case: &Case, code: &str) -> Result<Option<Form>> {
    typed::of(conn, (who.staff()?.id, &page(case, code))).await
}

/// It is done.
pub(super) async fn done<A: Act>(tx: &mut Tx, stage: &Stage) -> Result<()> {
    typed::forget(tx, (stage.me, &page(&stage.case, A::CODE))).await
}
