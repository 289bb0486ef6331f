//! `/more-help`: who is offered more help, and what that is, for everybody to read.

use super::{Ask, Criteria};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::Result;
use kit::app::App;
use kit::page::{Frame, html};
use kit::who::Who;

#[derive(Template)]
#[template(path = "more-help.html")]
struct Page<'a> {
    frame: Frame,
    criteria: &'a Criteria,
}

/// GET `/more-help`.
pub async fn get(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    let frame = Frame::new(&app, &who, "/more-help", "residents-more-help");
    html(&Page { frame, criteria: app.part::<Criteria>()? })
}

impl Page<'_> {
    /// Each rule, in words.
    fn rules(&self) -> Vec<&str> {
        self.criteria.rules().iter().map(|rule| rule.name(self.frame.lang)).collect()
    }

    fn edition(&self) -> String {
        self.frame.with("residents-more-help-edition", "n", self.criteria.edition)
    }

    /// What may be asked for, in words.
    fn asks(&self) -> Vec<String> {
        let key = |ask: &Ask| format!("residents-needs-may-{}", ask.code());
        Ask::ALL.iter().map(|ask| self.frame.t(&key(ask)).to_owned()).collect()
    }
}
