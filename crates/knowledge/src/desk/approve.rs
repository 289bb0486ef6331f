//! `/desk/knowledge/{slug}/approve`: somebody else reads a draft and makes it the answer. Whoever was told what was wrong before is
//! to get the correction.

use crate::access::{Action, can, can_approve, may};
use crate::desk::send_back::{self, Back};
use crate::desk::show::InLang;
use crate::desk::version::{Change, changes};
use crate::desk::{self, day, fact, key, path};
use crate::library::{Library, name_of, service_name};
use crate::model::{Article, Draft, Version};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Radios};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};

#[derive(Template)]
#[template(path = "approve.html")]
struct ApprovePage {
    frame: Frame,
    form: Form,
    path: String,
    key: Id,
    draft: Draft,
    authors: String,
    service: String,
    review: String,
    texts: Vec<InLang>,
    /// What it changes; nothing for the first version.
    changes: Option<Vec<Change>>,
    /// Languages that still read as before although the English does not.
    left_behind: String,
    /// How often it was sent back, the last first.
    returns: Vec<Back>,
    /// It was sent back and not changed since: it waits for whoever writes on it.
    returned: bool,
    /// They may approve it: they did not write it.
    can_approve: bool,
    can_write: bool,
}

impl ApprovePage {
    fn correction(&self) -> Choices<'_> {
        let choices = ["no", "yes"].map(|code| {
            let words = if code == "yes" { "knowledge-correction-yes" } else { "knowledge-correction-no" };
            Choice::new(code, self.frame.t(words))
        });
        Radios::new("correction", self.frame.t("knowledge-correction"))
            .choices(choices)
            .hint(self.frame.t("knowledge-correction-hint"))
            .value(self.form.value("correction"))
            .error(&self.frame, self.form.error("correction"))
    }
}

async fn page(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    (article, draft): (&Article, Draft),
    form: Form,
) -> Result<ApprovePage> {
    let before = store::versions::of(conn, article.id, article.version).await?;
    let mut authors = Vec::new();
    for author in &draft.authors {
        authors.push(name_of(conn, *author).await?);
    }
    let left = before.as_ref().map(|before| draft.content.texts.left_behind(&before.content.texts));
    let left: Vec<&str> = left.unwrap_or_default().into_iter().map(|lang| lang.name).collect();
    let returns = send_back::all(conn, article.id, article.version + 1).await?;
    let path = path(&article.slug);
    let frame = desk::frame(app, who, format!("{path}/approve"), "knowledge-approve-title");
    Ok(ApprovePage {
        frame: frame.with_error(!form.is_good()),
        key: form.value("key").parse().unwrap_or_else(|_| app.id()),
        authors: authors.join(", "),
        service: service_name(app, &draft.content.service, Lang::EN)?,
        review: day(draft.review),
        texts: InLang::all(&draft.content),
        changes: before.map(|before| changes(&before.content, &draft.content)),
        left_behind: left.join(", "),
        returned: returns.first().is_some_and(|back| back.is_of(&draft)),
        returns,
        can_approve: can_approve(who, &draft)?,
        can_write: can(who, Action::Write)?,
        path,
        draft,
        form,
    })
}

/// The page: the draft, and what it changes. Whoever wrote it reads it here too.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
) -> Result<Response> {
    may(&who, Action::Read)?;
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let draft = store::drafts::of(&mut read, article.id).await?.ok_or(Error::NotFound)?;
    html(&page(&mut read, &app, &who, (&article, draft), Form::empty()).await?)
}

/// Makes the draft the answer that stands: happens once.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Approve)?;
    let (key, revision) = (key(&form)?, desk::revision(&form)?);
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    if let Some((made, number)) = store::versions::made_by(&mut tx, key).await? {
        let version = store::versions::of(&mut tx, made, number).await?.ok_or(Error::NotFound)?;
        return Ok(done(&slug, version.correction));
    }
    // Somebody else approved it meanwhile, or sent it back.
    let draft = store::drafts::of(&mut tx, article.id).await?.ok_or(Error::Changed)?;
    if !can_approve(&who, &draft)? {
        return Err(Error::Forbidden);
    }
    if send_back::now(&mut tx, &article, Some(&draft)).await?.is_some() {
        return Err(Error::Changed);
    }
    let correction = article.version > 0 && form.chose("correction", "yes");
    if article.version > 0 && !correction && !form.chose("correction", "no") {
        form.refuse("correction", app.t(Lang::EN, "knowledge-correction-empty"));
        drop(tx);
        let page = page(&mut *app.db.read().await?, &app, &who, (&article, draft), form).await?;
        return invalid(&page);
    }
    if draft.revision != revision {
        return Err(Error::Changed);
    }
    stand(&mut tx, &app, &who, (&article, &draft), (key, correction)).await?;
    tx.commit().await?;
    app.part::<Library>()?.refresh(&app.db).await?;
    Ok(done(&slug, correction))
}

fn done(slug: &str, correction: bool) -> Response {
    see(&format!("{}{}?done=approved", path(slug), if correction { "/told" } else { "" }))
}

async fn stand(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (article, draft): (&Article, &Draft),
    (key, correction): (Id, bool),
) -> Result<()> {
    let number = article.version + 1;
    let mut content = draft.content.clone();
    if correction && let Some(before) = store::versions::of(tx, article.id, article.version).await? {
        // Nobody is told in another language what was wrong in English.
        for lang in content.texts.left_behind(&before.content.texts) {
            content.texts.others.remove(lang.tag);
        }
    }
    let version = Version {
        id: key,
        number,
        content,
        note: draft.note.clone(),
        correction,
        author: draft.authors.last().copied().unwrap_or(Id::NONE),
        approved_by: who.staff()?.id,
        approved_at: app.now(),
    };
    if !store::versions::insert(tx, article.id, &version).await? {
        return Err(Error::Rerun);
    }
    store::drafts::forget(tx, article.id, draft.revision).await?;
    let corrected = if correction { number } else { article.corrected };
    let after = Article { version: number, corrected, review: draft.review, ..article.clone() };
    store::articles::save(tx, &after).await?;
    if correction {
        store::told::correct(tx, article.id, number).await?;
    }
    facts::record(tx, app, fact("article.approved", who, article, number)).await.map(drop)
}
