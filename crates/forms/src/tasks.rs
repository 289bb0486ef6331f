//! The list of tasks of a long form; a short one leads straight to its first page with something to do.

use crate::draft::REACH;
use crate::journey::{Journey, Progress, Step, asks_contact, contact_done};
use crate::{enter, service};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html, see};
use kit::ui::{Tag, Task, TaskList};
use kit::who::Who;
use kit::{App, Id, Result};

#[derive(Template)]
#[template(path = "tasks.html")]
struct TasksPage<'a> {
    frame: Frame,
    back: String,
    summary: String,
    tasks: TaskList<'a>,
    /// The way on once there is one: its words and where it leads.
    finish: Option<(String, String)>,
    kept: String,
    later: String,
    delete: String,
}

/// GET /forms/{draft}.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>, Path(id): Path<String>) -> Result<Response> {
    let id: Id = id.parse()?;
    let draft = enter::draft(&mut *app.db.read().await?, &app, &who, id).await?;
    if let Some(sent) = enter::sent(&draft) {
        return Ok(sent);
    }
    let definition = service::of(&app, &draft)?;
    let journey = Journey::new(&definition, &draft);
    if !journey.has_tasks() {
        return Ok(see(&enter::address(&draft, &journey.first_to_do(), false)));
    }
    let frame = &Frame::titled(&app, &who, draft.path(), definition.name(who.lang).to_owned());
    let parts = journey.parts();
    let task = |title: String, href: String, progress: Progress| match progress {
        Progress::Completed => Task::new(title, href, frame.t("forms-task-completed")),
        Progress::InProgress => Task::tagged(title, href, Tag::warn(frame.t("forms-task-in-progress"))),
        Progress::NotStarted => Task::tagged(title, href, Tag::new(frame.t("forms-task-not-started"))),
        Progress::NotYet => Task::not_yet(title, frame.t("forms-task-not-yet")),
    };
    let mut tasks: Vec<Task<'_>> = Vec::new();
    for part in &parts {
        let title = definition.text(who.lang, &format!("section-{}", part.id)).to_owned();
        tasks.push(task(title, enter::address(&draft, &Step::Page(part.page.clone()), false), part.progress));
    }
    let done = parts.iter().filter(|part| part.progress == Progress::Completed).count();
    if asks_contact(&definition) {
        // Said, but the code is still to be entered: begun, and the way on.
        let progress = match (draft.has_answered(REACH), done == parts.len()) {
            (true, _) if contact_done(&definition, &draft) => Progress::Completed,
            (true, _) => Progress::InProgress,
            (false, true) => Progress::NotStarted,
            (false, false) => Progress::NotYet,
        };
        let contact = enter::address(&draft, &Step::Contact, false);
        tasks.push(task(frame.t("forms-contact").to_owned(), contact, progress));
    }
    let first = journey.first_to_do();
    let kept = frame.with("forms-tasks-kept", "date", frame.lang.date(draft.expires));
    let done = done + usize::from(asks_contact(&definition) && contact_done(&definition, &draft));
    html(&TasksPage {
        frame: frame.clone(),
        back: enter::back(&draft, None, false),
        summary: frame.with2("forms-tasks-done", ("done", done), ("all", tasks.len())),
        tasks: TaskList::new(tasks),
        finish: match first {
            Step::Check | Step::Stop => {
                Some((frame.t("forms-check").to_owned(), enter::address(&draft, &first, false)))
            }
            Step::Contact if draft.has_answered(REACH) => {
                Some((frame.t("forms-tasks-prove").to_owned(), enter::address(&draft, &first, false)))
            }
            _ => None,
        },
        kept,
        later: draft.step("save"),
        delete: draft.step("delete"),
    })
}
