//! `/desk/knowledge/{slug}/keep`: who owns an answer, and when it is looked at again.

use crate::access::{Action, may};
use crate::desk::{self, ask_review, fact, fill_review, path, read_review};
use crate::library::Library;
use crate::model::Article;
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Markup, Select};
use kit::who::{Role, Who};
use kit::{App, Error, Id, Result};

/// Owners to choose from.
const MOST: i64 = 500;

#[derive(Template)]
#[template(path = "keep.html")]
struct KeepPage {
    frame: Frame,
    form: Form,
    path: String,
    article: Article,
    revision: i64,
    /// Id and name of everybody who may own an answer.
    owners: Vec<(String, String)>,
}

impl KeepPage {
    fn new(app: &App, who: &Who, article: Article, owners: Vec<(String, String)>, form: Form) -> KeepPage {
        let path = path(&article.slug);
        let frame = desk::frame(app, who, format!("{path}/keep"), "knowledge-keep-title").with_error(!form.is_good());
        let revision = form.value("revision").parse().unwrap_or(article.revision);
        KeepPage { frame, path, revision, article, owners, form }
    }

    fn owner(&self) -> Select<'_> {
        let nobody = Choice::new("", self.frame.t("knowledge-owner-nobody"));
        let all = self.owners.iter().map(|(id, name)| Choice::new(id.as_str(), name.as_str()));
        let field = Select::new("owner", self.frame.t("knowledge-owner")).choice(nobody).choices(all);
        field.value(self.form.value("owner")).error(&self.frame, self.form.error("owner"))
    }

    fn review(&self) -> Markup<'_> {
        ask_review(&self.frame, &self.form, "knowledge-review-label")
    }
}

/// Everybody who may own an answer; the present owner too, also where they have left.
async fn owners(conn: &mut Conn, article: &Article) -> Result<Vec<(String, String)>> {
    let mut ids = workforce::with_role(conn, Role::ServiceOwner, MOST).await?;
    if !article.owner.is_none() && !ids.contains(&article.owner) {
        ids.push(article.owner);
    }
    let mut owners = Vec::new();
    for id in ids {
        owners.push((id.to_string(), crate::library::name_of(conn, id).await?));
    }
    owners.sort_by_key(|(_, name)| name.to_lowercase());
    Ok(owners)
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
) -> Result<Response> {
    may(&who, Action::Keep)?;
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let owners = owners(&mut read, &article).await?;
    drop(read);
    let owner = article.owner.some().map(|id| id.to_string()).unwrap_or_default();
    let form = fill_review(Form::empty(), article.review).fill("owner", owner);
    html(&KeepPage::new(&app, &who, article, owners, form))
}

/// Says who owns it and when it is looked at again, under a check of the revision the page showed.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Keep)?;
    let revision = desk::revision(&form)?;
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let owners = owners(&mut read, &article).await?;
    drop(read);
    let frame = desk::frame(&app, &who, path(&slug), "knowledge-keep-title");
    let review = read_review(&frame, &mut form, app.now(), "knowledge-review-wrong");
    let typed = form.value("owner").to_owned();
    if !typed.is_empty() && !owners.iter().any(|(id, _)| *id == typed) {
        form.refuse("owner", frame.t("knowledge-owner-wrong"));
    }
    let (Some(review), true) = (review, form.is_good()) else {
        return invalid(&KeepPage::new(&app, &who, article, owners, form));
    };
    let owner = if typed.is_empty() { Id::NONE } else { typed.parse()? };
    let done = see(&format!("{}?done=kept", path(&slug)));
    if (article.owner, article.review) == (owner, review) && article.revision == revision + 1 {
        return Ok(done);
    }
    if article.revision != revision {
        return Err(Error::Changed);
    }
    let mut tx = app.db.begin().await?;
    store::articles::save(&mut tx, &Article { owner, review, ..article.clone() }).await?;
    facts::record(&mut tx, &app, fact("article.kept", &who, &article, article.version)).await?;
    tx.commit().await?;
    app.part::<Library>()?.refresh(&app.db).await?;
    Ok(done)
}
