//! What stops a journey: a danger, whose number comes before the form; something that is not the council's; something
//! the council passes on.

use crate::danger::Shown;
use crate::enter;
use crate::journey::{Journey, Step, ends_here};
use crate::{danger, service};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html, see};
use kit::who::Who;
use kit::{App, Id, Result};
use services::{Definition, Output};

#[derive(Template)]
#[template(path = "stop.html")]
struct StopPage {
    frame: Frame,
    back: String,
    danger: Option<Shown>,
    reason: String,
    words: String,
    /// Where to find out who to go to: words and a web address.
    find: Option<(String, String)>,
    onward: Option<String>,
}

/// GET /forms/{draft}/stop.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let journey = Journey::new(&definition, &draft);
    let Some(stop) = definition.stop(&draft.answers) else {
        return Ok(see(&enter::address(&draft, &journey.first_to_do(), false)));
    };
    let title = match &stop.output {
        Output::NotOurs { .. } => "forms-stop-title-not-ours",
        Output::PassOn { to } if cases::has_address(&app, to) => "forms-stop-title-pass-on",
        Output::PassOn { .. } => "forms-stop-title-not-ours",
        _ => "services-danger-title",
    };
    let frame = &Frame::new(&app, &who, draft.step("stop"), title);
    let words = match &stop.output {
        Output::Danger { carry_on: true, .. } => frame.t("forms-danger-carry-on").to_owned(),
        Output::Danger { .. } => frame.t("forms-danger-no-form").to_owned(),
        Output::NotOurs { to } => frame.with("forms-stop-not-ours", "to", definition.text(who.lang, to)),
        Output::PassOn { to } if cases::has_address(&app, to) => {
            frame.with("forms-stop-pass-on", "to", definition.text(who.lang, to))
        }
        Output::PassOn { to } => cannot_pass_on(frame, "forms-stop-cannot-pass-on", &definition, to),
        _ => String::new(),
    };
    let find = match &stop.output {
        Output::NotOurs { to } => {
            let part = |part| definition.text_if_any(who.lang, &format!("{to}-{part}"));
            part("find").zip(part("link").filter(|link| link.starts_with("https://")))
        }
        _ => None,
    };
    let danger = danger::chosen(frame, &definition, &draft.answers)?;
    let onward = (!ends_here(&stop.output)).then(|| enter::address(&draft, &journey.first_to_do(), false));
    // Back to the last page that was answered: the one that led here.
    let last = journey.path.iter().rev().find(|page| journey.questions(page).iter().any(|q| draft.has_answered(&q.id)));
    let back = last.map_or_else(|| draft.path(), |page| enter::address(&draft, &Step::Page(page.id.clone()), false));
    let reason = definition.text(who.lang, &stop.reason).to_owned();
    html(&StopPage { frame: frame.clone(), back, danger, reason, words, find, onward })
}

/// That the council knows no address of theirs, and how people reach them themselves.
pub(crate) fn cannot_pass_on(frame: &Frame, key: &str, definition: &Definition, to: &str) -> String {
    let how = definition.text_if_any(frame.lang, &format!("{to}-tell")).unwrap_or_default();
    frame.with2(key, ("to", definition.text(frame.lang, to)), ("how", how)).trim_end().to_owned()
}
