//! `/admin/hooks/{id}`: one webhook: its secret, what it was told and what waits, telling again, and ending it.

use super::{check, replay as replaying, sign, takes, words_of};
use crate::store::hooks::{self, Delivery, Hook};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::handed::{self, Counts, Taker};
use kit::extract::{Path, Query};
use kit::facts::{self, Fact};
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Checkboxes, Choice, Choices};
use kit::who::Who;
use kit::{App, Error, Id, Result};
use serde::Deserialize;
use serde_json::json;

/// Deliveries on one page.
const PAGE: usize = 50;

/// From where.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    before: String,
}

#[derive(Template)]
#[template(path = "hook.html")]
struct Page {
    frame: Frame,
    form: Form,
    hook: Hook,
    /// What it is told of: each code and what it means.
    kinds: Vec<(String, String)>,
    secret: String,
    deliveries: Vec<Delivery>,
    older: Option<i64>,
    /// The system that takes cases, and how many it has had.
    takes: Option<(Taker, Counts)>,
    /// The text of a key that was just made.
    made: Option<String>,
}

/// The text of a key that was just made.
pub(super) struct Made(pub String);

impl Page {
    /// What it is called, in words.
    fn takes_words(&self, taker: &Taker) -> String {
        self.frame.with2("api-desk-takes-is", ("name", taker.name.as_str()), ("code", taker.code.as_str()))
    }

    /// How many cases it has had, each with what is counted, in words.
    fn counted(&self, counts: &Counts) -> Vec<(String, i64)> {
        let all = [
            ("asked", counts.asked),
            ("silent", counts.silent),
            ("accepted", counts.accepted),
            ("refused", counts.refused),
            ("done", counts.done),
            ("taken-back", counts.taken_back),
        ];
        all.map(|(what, n)| (self.frame.t(&format!("cases-handed-count-{what}")).to_owned(), n)).into()
    }

    /// Asked where cases are with a system that nobody can tell anything: that this one takes its place.
    fn instead(&self) -> Choices<'_> {
        let yes = Choice::new("yes", self.frame.t("api-desk-takes-instead").to_owned());
        Checkboxes::new("instead", self.frame.t("api-desk-takes-instead-title").to_owned())
            .choices([yes])
            .error(&self.frame, self.form.error("instead"))
    }

    /// How far it has got, in words.
    fn state(&self, one: &Delivery) -> String {
        self.frame.t(&format!("api-desk-hook-state-{}", one.state)).to_owned()
    }
}

async fn hook(app: &App, who: &Who, id: &str) -> Result<Hook> {
    check(who)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    hooks::by_id(&mut *app.db.read().await?, id).await?.ok_or(Error::NotFound)
}

async fn page(app: &App, who: &Who, hook: Hook, form: Form, asked: &Asked) -> Result<Page> {
    let before = asked.before.parse().unwrap_or(i64::MAX);
    let mut conn = app.db.read().await?;
    let deliveries = hooks::newest(&mut conn, hook.id, before, PAGE).await?;
    let takes = match handed::taker(&mut conn, hook.id).await? {
        Some(taker) => Some((taker, handed::counts(&mut conn, hook.id, app.now()).await?)),
        None => None,
    };
    drop(conn);
    let path = format!("/admin/hooks/{}", hook.id);
    Ok(Page {
        frame: Frame::titled(app, who, path, hook.name.clone()).with_error(!form.is_good()),
        secret: sign::secret_text(app, hook.id)?,
        older: (deliveries.len() == PAGE).then(|| deliveries.last().map(|last| last.seq)).flatten(),
        deliveries,
        form: filled(form, takes.as_ref()),
        kinds: hook.kinds.iter().map(|kind| (kind.clone(), words_of(app, kind).into_owned())).collect(),
        hook,
        takes,
        made: None,
    })
}

/// What a system is called stands in the fields until something else is typed.
fn filled(form: Form, takes: Option<&(Taker, Counts)>) -> Form {
    match takes {
        Some((taker, _)) if form.value("code").is_empty() => {
            form.fill("code", taker.code.as_str()).fill("known", taker.name.as_str())
        }
        _ => form,
    }
}

/// The page again, with what is wrong with what was typed.
pub(super) async fn again(app: &App, who: &Who, hook: Hook, form: Form) -> Result<Response> {
    invalid(&page(app, who, hook, form, &Asked::default()).await?)
}

/// The page with the key that was just made, once.
pub(super) async fn made(app: &App, who: &Who, hook: Hook, made: Made) -> Result<Response> {
    let page = page(app, who, hook, Form::empty(), &Asked::default()).await?;
    html(&Page { made: Some(made.0), ..page })
}

/// Draws it.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let hook = hook(&app, &who, &id).await?;
    html(&page(&app, &who, hook, Form::empty(), &asked).await?)
}

/// Tells again from a number on; asked twice, what waits already waits once.
pub(crate) async fn replay(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let hook = hook(&app, &who, &id).await?;
    let from = form.trimmed("from").parse::<i64>().ok().filter(|from| *from > 0);
    let to = match form.trimmed("to") {
        "" => Some(i64::MAX),
        text => text.parse::<i64>().ok().filter(|to| *to > 0),
    };
    for (name, read) in [("from", from), ("to", to)] {
        if read.is_none() {
            form.refuse(name, app.t(who.lang, "api-desk-hook-number"));
        }
    }
    let (Some(from), Some(to), true) = (from, to, hook.ended == 0) else {
        return invalid(&page(&app, &who, hook, form, &Asked::default()).await?);
    };
    let mut tx = app.db.begin().await?;
    replaying::ask(&mut tx, &app, hook.id, from, to).await?;
    let fact = Fact::new("hook.replayed", &who).about("hook", hook.id);
    facts::record(&mut tx, &app, fact.data(json!({ "from": from }))).await?;
    tx.commit().await?;
    Ok(see(&format!("/admin/hooks/{}", hook.id)))
}

/// Ends it; ended again, nothing happens.
pub(crate) async fn end(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let hook = hook(&app, &who, &id).await?;
    let mut tx = app.db.begin().await?;
    takes::end(&mut tx, &app, &who, hook.id).await?;
    if hooks::end(&mut tx, hook.id, app.now()).await? {
        facts::record(&mut tx, &app, Fact::new("hook.ended", &who).about("hook", hook.id)).await?;
    }
    tx.commit().await?;
    Ok(see("/admin/hooks"))
}
