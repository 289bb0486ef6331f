//! Sending a draft: once. The draft's id is the key; a second press is led to the same confirmation.

use crate::check;
use crate::draft::{Draft, Nearby};
use crate::endings::{self, Submitted};
use crate::enter;
use crate::journey::{Step, address_of, contact_done, ends_here};
use crate::{attach, behalf, opening, service, store};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::page::see;
use kit::who::Who;
use kit::{App, Id, Result};
use services::Walk;

/// POST /forms/{draft}/submit.
///
/// Everything is decided on a reader first; the writer is held only for the draft's UPDATE and what opening a case writes.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response> {
    let id: Id = id.parse()?;
    let mut read = app.db.read().await?;
    let draft = enter::draft(&mut read, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    if form.value("revision").parse() != Ok(draft.revision) {
        return check::show(&app, &who, &definition, &draft, Some(("forms-answers-changed", None)));
    }
    let walk = Walk::new(&definition, &draft.answers);
    if let Some(refused) = unfinished(&app, &who, &walk, &draft)? {
        return Ok(refused);
    }
    let answers = walk.on_path();
    let opening = opening::opening(&app, &who, &draft, &walk, &answers)?;
    let ready = cases::ready(&mut read, &app, opening).await?;
    drop(read);
    let mut tx = app.db.begin().await?;
    let opened = cases::open(&mut tx, &app, &who, ready).await?;
    let there = enter::received(&draft, opened.reference.as_str());
    if opened.repeat {
        return Ok(see(&there));
    }
    if opened.joined && draft.nearby != Nearby::Same(opened.case) {
        // Reported since check-your-answers was drawn, or never asked: nobody joins what they did not say is the same.
        drop(tx);
        return Ok(see(&draft.step("nearby")));
    }
    if !store::submit(&mut tx, id, draft.revision, &opened.reference, app.now()).await? {
        // Changed between reading and writing: nothing is sent, and the answers are shown again as they are now.
        drop(tx);
        let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
        if let Some(sent) = enter::sent(&draft) {
            return Ok(sent);
        }
        return check::show(&app, &who, &definition, &draft, Some(("forms-answers-changed", None)));
    }
    attach::give(&mut tx, &draft, &answers, opened.case).await?;
    let submitted = Submitted { who: &who, definition: &definition, answers: &answers, opened: &opened };
    endings::run(&mut tx, &app, submitted).await?;
    behalf::sent(&mut tx, &app, &who, &draft, &opened).await?;
    tx.commit().await?;
    Ok(see(&there))
}

/// Where somebody is led who sends what is not finished: to what stops it, or to check-your-answers with what is missing.
fn unfinished(app: &App, who: &Who, walk: &Walk<'_, '_>, draft: &Draft) -> Result<Option<Response>> {
    let definition = walk.definition();
    if walk.stop().is_some_and(|stop| ends_here(&stop.output)) {
        return Ok(Some(see(&draft.step("stop"))));
    }
    let missing = walk.missing().next().map(|(page, _)| draft.step(&address_of(&page.id)));
    let contact = || (!contact_done(definition, draft)).then(|| enter::address(draft, &Step::Contact, true));
    match missing.or_else(contact) {
        None => Ok(None),
        at => check::show(app, who, definition, draft, Some(("forms-check-missing", at))).map(Some),
    }
}
