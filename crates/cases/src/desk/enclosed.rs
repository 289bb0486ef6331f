//! Files with what staff write to whoever reported it: kept as they arrive, so that nothing is lost with a mistake elsewhere on
//! the page, and handed in with the message.

use crate::desk::act::{self, Act, Stage};
use crate::desk::find as find_case;
use crate::resident::message::MOST;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts::Subject;
use kit::files::{self, Incoming, Takes};
use kit::form::Form;
use kit::ui::{Checkboxes, FileUpload, Markup};
use kit::who::Who;
use kit::{App, Result};

/// What they may be.
const TAKES: Takes = Takes { photos: true, pdf: true };
/// The field of new files, and the field of those that are kept already.
const NEW: &str = "files";
const KEPT: &str = "file";

/// Does it, with files: what is new is kept, and stands on the page until the message is sent.
pub(crate) async fn post<A: Act>(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(reference): Path<String>,
    incoming: Incoming,
) -> Result<Response> {
    // Files of whoever may not write here are not taken in.
    let case = find_case(&mut *app.db.read().await?, &app, &who, &reference, A::ACTION).await?;
    let sent = incoming.read(&app).await?;
    let mut form = sent.form.clone();
    let most = MOST.saturating_sub(form.values(KEPT).count());
    let (kept, wrong) = files::keep_all(&app, &Subject::new("case", case.id), &sent.files, (TAKES, most)).await?;
    form = kept.iter().fold(form, |form, file| form.fill(KEPT, file.id.to_string()));
    if let Some((name, refused)) = wrong {
        form.refuse(NEW, app.words.with(who.lang, refused.key(TAKES), &[("name", name.into())]));
    }
    act::answer::<A>(&app, &who, &reference, form).await
}

/// Puts what was attached before on the stage; what is no longer kept is said.
pub(super) async fn find<A: Act>(conn: &mut Conn, stage: &mut Stage, form: &mut Form) -> Result<()> {
    if !A::TAKES_FILES {
        return Ok(());
    }
    let owner = Subject::new("case", stage.case.id);
    let (kept, gone) = files::kept_before(conn, &stage.app, &owner, form, (KEPT, MOST)).await?;
    stage.enclosed.extend(kept);
    if gone {
        form.refuse(NEW, stage.frame.t("cases-desk-file-again"));
    }
    Ok(())
}

/// The field that takes them, below those that wait to go along: one that is not ticked stays here.
pub(super) fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
    let frame = &stage.frame;
    let kept = Checkboxes::of_files(frame, KEPT, "cases-desk-files-kept", &stage.enclosed);
    let kept = (!stage.enclosed.is_empty()).then(|| Markup::from(kept));
    let new = FileUpload::new(NEW, frame.t("cases-desk-message-files")).multiple(true);
    let new = new.hint(frame.with("cases-desk-files-hint", "most", MOST)).error(frame, form.error(NEW));
    Markup::join(kept.into_iter().chain([new.into()]))
}
