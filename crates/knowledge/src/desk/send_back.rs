//! `/desk/knowledge/{slug}/return`: whoever could approve a draft sends it back to its writer, with a reason. It waits to be
//! approved again once it was changed.

use crate::access::{Action, can_approve, may};
use crate::desk::{self, fact, key, path};
use crate::library::name_of;
use crate::model::{Article, Draft};
use crate::store::{self, returns::Return};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, read};

/// Characters of a reason.
const MOST: usize = 1_000;
/// As many of one draft are shown.
const SHOWN: usize = 20;

/// A draft that was sent back, as pages show it.
pub(crate) struct Back {
    pub(crate) by: String,
    pub(crate) when: String,
    pub(crate) reason: String,
    revision: i64,
}

impl Back {
    /// It is this draft, as it reads now, that was sent back: nobody has changed it since.
    pub(crate) fn is_of(&self, draft: &Draft) -> bool {
        self.revision == draft.revision
    }
}

/// How often what became, or is to become, this version of an article was sent back; the last first.
pub(crate) async fn all(conn: &mut Conn, article: Id, version: i64) -> Result<Vec<Back>> {
    let mut all = Vec::new();
    for one in store::returns::of(conn, article, version, SHOWN).await? {
        let by = name_of(conn, one.staff).await?;
        all.push(Back { by, when: Lang::EN.date_time(one.made_at), reason: one.reason, revision: one.revision });
    }
    Ok(all)
}

/// That a draft was sent back and not changed since.
pub(crate) async fn now(conn: &mut Conn, article: &Article, draft: Option<&Draft>) -> Result<Option<Back>> {
    let Some(draft) = draft else { return Ok(None) };
    Ok(all(conn, article.id, article.version + 1).await?.into_iter().next().filter(|back| back.is_of(draft)))
}

#[derive(Template)]
#[template(path = "return.html")]
struct ReturnPage {
    frame: Frame,
    form: Form,
    path: String,
    key: Id,
    draft: Draft,
}

impl ReturnPage {
    fn new(app: &App, who: &Who, slug: &str, draft: Draft, form: Form) -> ReturnPage {
        let path = format!("{}/return", path(slug));
        let frame = desk::frame(app, who, path, "knowledge-return-title");
        let key = form.value("key").parse().unwrap_or_else(|_| app.id());
        ReturnPage { frame: frame.with_error(!form.is_good()), path: desk::path(slug), key, draft, form }
    }
}

/// The draft they may send back: one that waits, and that they did not write on. Nothing where it was sent back already.
async fn waiting(conn: &mut Conn, who: &Who, article: &Article) -> Result<Option<Draft>> {
    let draft = store::drafts::of(conn, article.id).await?.ok_or(Error::NotFound)?;
    if !can_approve(who, &draft)? {
        return Err(Error::Forbidden);
    }
    Ok(if now(conn, article, Some(&draft)).await?.is_some() { None } else { Some(draft) })
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
) -> Result<Response> {
    may(&who, Action::Approve)?;
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let waiting = waiting(&mut read, &who, &article).await?;
    drop(read);
    match waiting {
        Some(draft) => html(&ReturnPage::new(&app, &who, &slug, draft, Form::empty())),
        None => Ok(see(&format!("{}/approve", path(&slug)))),
    }
}

/// Sends it back: happens once.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Approve)?;
    let (key, revision) = (key(&form)?, desk::revision(&form)?);
    let frame = desk::frame(&app, &who, path(&slug), "knowledge-return-title");
    let reason = read::lines(&frame, &mut form, "reason", "knowledge-return-empty", MOST);
    let done = see(&format!("{}?done=returned", path(&slug)));
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    if store::returns::made_by(&mut tx, key).await? {
        return Ok(done);
    }
    // Somebody else sent it back or changed it meanwhile.
    let draft = waiting(&mut tx, &who, &article).await?.ok_or(Error::Changed)?;
    let Some(reason) = reason else {
        drop(tx);
        return invalid(&ReturnPage::new(&app, &who, &slug, draft, form));
    };
    if draft.revision != revision {
        return Err(Error::Changed);
    }
    let (staff, version) = (who.staff()?.id, article.version + 1);
    let one = Return { id: key, article: article.id, version, revision, reason, staff, made_at: app.now() };
    if !store::returns::insert(&mut tx, &one).await? {
        return Err(Error::Rerun);
    }
    facts::record(&mut tx, &app, fact("article.returned", &who, &article, version)).await?;
    tx.commit().await?;
    Ok(done)
}
