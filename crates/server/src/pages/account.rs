//! `GET /account`: everything a resident has with the council, on any device.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::{Case, Status};
use kit::clock::{DAY, Micros};
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Result};
use residents::linking::joined;
use serde::Deserialize;
use services::{Catalogue, by_when};

/// Requests on one page, and drafts.
const PAGE: usize = 20;

/// What the address of the page says.
#[derive(Deserialize)]
pub struct Asked {
    /// Older requests than this one.
    before: Option<Id>,
    /// Drafts last changed before this moment.
    drafts: Option<Micros>,
    /// What was just done.
    #[serde(default)]
    done: String,
}

struct Request {
    reference: String,
    grouped: String,
    service: String,
    /// What it is about, where that says more than the service.
    about: Option<String>,
    sent: Micros,
    status: Status,
    promised: String,
    late: bool,
    unread: usize,
}

struct Begun {
    id: Id,
    title: String,
    changed: Micros,
    expires: Micros,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    frame: Frame,
    name: String,
    requests: Vec<Request>,
    drafts: Vec<Begun>,
    older: Option<String>,
    older_drafts: Option<Micros>,
    first: bool,
    /// Staff have joined another account of theirs.
    joined: bool,
    /// Another account may be theirs: it is to be shown.
    waits: bool,
}

/// Draws it.
pub async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    who.resident()?;
    let now = app.now();
    let mut read = app.db.read().await?;
    let sent = match who.visitor {
        Some(visitor) => forms::sent_from(&mut read, visitor, now - DAY).await?,
        None => Vec::new(),
    };
    drop(read);
    // What was sent without the account, before it was made or without signing in, is theirs from now on.
    cases::claim(&app, &who, &sent).await?;
    forms::claim(&app, &who).await?;
    let mut read = app.db.read().await?;
    let waits = joined::is_unproved(&mut read, who.resident()?).await?;
    let found = cases::of_person(&mut read, &app, &who.accounts(), asked.before, PAGE + 1, who.lang).await?;
    let before = asked.drafts.unwrap_or(Micros::MAX);
    let (mut drafts, mut news) = (Vec::new(), Vec::new());
    for account in who.accounts() {
        drafts.extend(forms::drafts_of_resident(&mut read, account, before, now, PAGE + 1).await?);
        news.extend(cases::unread_of_resident(&mut read, account).await?);
    }
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.changed));
    drafts.truncate(PAGE + 1);
    drop(read);
    let catalogue = app.part::<Catalogue>()?;
    let older = (found.len() > PAGE).then(|| format!("/account?before={}", found[PAGE - 1].id));
    let request = |case: &Case| {
        let service = title(catalogue, &case.service, case.version, &who).unwrap_or_else(|| case.service.clone());
        Request {
            reference: case.reference.to_string(),
            grouped: case.reference.grouped(),
            about: (case.title != service).then(|| case.title.clone()),
            service,
            sent: case.opened,
            status: case.status,
            promised: by_when(catalogue.calendar(), case.promise.due, who.lang),
            late: case.status.is_live() && case.promise.due < now,
            unread: news.iter().filter(|id| **id == case.id).count(),
        }
    };
    let begun = |draft: &forms::Summary| Begun {
        id: draft.id,
        title: title(catalogue, &draft.service, draft.version, &who).unwrap_or_else(|| draft.service.clone()),
        changed: draft.changed,
        expires: draft.expires,
    };
    let frame = Frame::new(&app, &who, "/account", "server-account-title");
    let notice = forms::done_words(&asked.done).map(|key| frame.t(key).to_owned());
    html(&AccountPage {
        frame: frame.with_notice(notice),
        name: who.name.clone().unwrap_or_default(),
        requests: found.iter().take(PAGE).map(request).collect(),
        drafts: drafts.iter().take(PAGE).map(begun).collect(),
        older,
        older_drafts: (drafts.len() > PAGE).then(|| drafts[PAGE - 1].changed),
        first: asked.before.is_none(),
        joined: !who.also.is_empty(),
        waits,
    })
}

/// The service's name in the reader's language.
fn title(catalogue: &Catalogue, service: &str, version: i64, who: &Who) -> Option<String> {
    Some(catalogue.version(service, version)?.name(who.lang).to_owned())
}
