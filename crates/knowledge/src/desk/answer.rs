//! `/desk/knowledge/flags/{id}`: the reply to whoever said that an answer is wrong.

use crate::access::{Action, may};
use crate::desk::show::{InLang, who_said};
use crate::desk::{self, fact, path};
use crate::store::{self, flags::Flag};
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

#[derive(Template)]
#[template(path = "answer.html")]
struct AnswerPage {
    frame: Frame,
    form: Form,
    flag: Flag,
    who: String,
    when: String,
    /// The address of the article.
    path: String,
    /// What they had before them.
    texts: Vec<InLang>,
}

async fn page(conn: &mut Conn, app: &App, who: &Who, id: Id, form: Form) -> Result<AnswerPage> {
    let flag = store::flags::by_id(conn, id).await?;
    let article = store::articles::by_id(conn, flag.article).await?.ok_or(Error::NotFound)?;
    let version = store::versions::of(conn, article.id, flag.version).await?;
    let frame = desk::frame(app, who, format!("/desk/knowledge/flags/{id}"), "knowledge-flag-answer");
    Ok(AnswerPage {
        who: who_said(conn, &frame, &flag).await?,
        when: Lang::EN.date_time(flag.made_at),
        path: path(&article.slug),
        texts: version.map(|version| InLang::all(&version.content)).unwrap_or_default(),
        frame: frame.with_error(!form.is_good()),
        flag,
        form,
    })
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    may(&who, Action::Answer)?;
    html(&page(&mut *app.db.read().await?, &app, &who, id.parse()?, Form::empty()).await?)
}

/// Closes it with a reply: happens once, whoever is first.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Answer)?;
    let id: Id = id.parse()?;
    let frame = desk::frame(&app, &who, String::new(), "knowledge-flag-answer");
    let reply = read::lines(&frame, &mut form, "reply", "knowledge-flag-reply-empty", super::wrong::MOST);
    let Some(reply) = reply else {
        return invalid(&page(&mut *app.db.read().await?, &app, &who, id, form).await?);
    };
    let mut tx = app.db.begin().await?;
    let flag = store::flags::by_id(&mut tx, id).await?;
    let article = store::articles::by_id(&mut tx, flag.article).await?.ok_or(Error::NotFound)?;
    if store::flags::close(&mut tx, id, &reply, who.staff()?.id, app.now()).await? {
        facts::record(&mut tx, &app, fact("article.answered", &who, &article, article.version)).await?;
    }
    tx.commit().await?;
    Ok(see(&format!("{}?done=answered", path(&article.slug))))
}
