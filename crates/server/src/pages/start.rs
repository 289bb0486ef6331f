//! The start page: say what you need in your own words, or choose.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Result};
use serde::Deserialize;
use services::Catalogue;

/// What the address says besides.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What was just done.
    done: String,
}

struct Link {
    href: String,
    title: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    frame: Frame,
    often: Vec<Link>,
    categories: Vec<(String, Vec<Link>)>,
}

/// Draws it.
pub async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let catalogue = app.part::<Catalogue>()?;
    let link = |definition: &services::Definition| Link {
        href: format!("/services/{}", definition.id),
        title: definition.name(who.lang).to_owned(),
        summary: definition.summary(who.lang).to_owned(),
    };
    let by_category = catalogue.by_category(who.lang);
    let categories = by_category.iter().map(|(category, services)| {
        (
            category.name.get(who.lang.tag).cloned().unwrap_or_default(),
            services.iter().map(|definition| link(definition)).collect(),
        )
    });
    let frame = Frame::new(&app, &who, "/", "server-start-title");
    let notice = forms::done_words(&asked.done).map(|key| frame.t(key).to_owned());
    html(&StartPage {
        frame: frame.with_notice(notice),
        often: catalogue.often().iter().map(|definition| link(definition)).collect(),
        categories: categories.collect(),
    })
}
