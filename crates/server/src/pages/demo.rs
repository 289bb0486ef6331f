//! The demo's own pages: who to sign in as, what to try, and the messages that would have been sent. Not found anywhere
//! but in a demo.

use crate::demo::people;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Query;
use kit::outbox::{self, Kept};
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use serde::Deserialize;

/// Messages on one page.
const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "demo.html")]
struct DemoPage {
    frame: Frame,
    residents: Vec<people::Shown>,
    staff: Vec<people::Shown>,
    password: &'static str,
}

/// Who to sign in as and what to try.
pub async fn show(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    only_in_a_demo(&app)?;
    html(&DemoPage {
        frame: Frame::new(&app, &who, "/demo", "server-demo-title"),
        residents: people::residents(),
        staff: people::staff(),
        password: people::PASSWORD,
    })
}

fn only_in_a_demo(app: &App) -> Result<()> {
    if app.demo { Ok(()) } else { Err(Error::NotFound) }
}

/// What the address of the page says.
#[derive(Deserialize)]
pub struct Asked {
    before: Option<Id>,
}

#[derive(Template)]
#[template(path = "demo-messages.html")]
struct MessagesPage {
    frame: Frame,
    messages: Vec<Kept>,
    older: Option<String>,
}

/// The messages, newest first.
pub async fn messages(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    only_in_a_demo(&app)?;
    let mut messages = outbox::recent(&mut *app.db.read().await?, asked.before, PAGE + 1).await?;
    let more = messages.len() > PAGE;
    messages.truncate(PAGE);
    let older = messages.last().filter(|_| more).map(|last| format!("/demo/messages?before={}", last.id));
    html(&MessagesPage {
        frame: Frame::new(&app, &who, "/demo/messages", "server-demo-messages-title"),
        messages,
        older,
    })
}
