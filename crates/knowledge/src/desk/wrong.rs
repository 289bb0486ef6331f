//! `/desk/knowledge/{slug}/wrong`: a colleague says that an answer is wrong. It goes to whoever owns it.

use crate::access::{Action, may};
use crate::desk::{self, fact, key, path};
use crate::model::Article;
use crate::store::{self, flags::Flag};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Tx;
use kit::extract::Path;
use kit::facts;
use kit::form::Form;
use kit::page::{Frame, html, invalid, see};
use kit::who::Who;
use kit::{App, Id, Result, read};

/// Characters of what is wrong.
pub(crate) const MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "wrong.html")]
struct WrongPage {
    frame: Frame,
    form: Form,
    path: String,
    key: Id,
}

impl WrongPage {
    fn new(app: &App, who: &Who, slug: &str, form: Form) -> WrongPage {
        let path = path(slug);
        let frame = desk::frame(app, who, format!("{path}/wrong"), "knowledge-wrong-title");
        let key = form.value("key").parse().unwrap_or_else(|_| app.id());
        WrongPage { frame: frame.with_error(!form.is_good()), path, key, form }
    }
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
) -> Result<Response> {
    may(&who, Action::Flag)?;
    desk::article(&mut *app.db.read().await?, &slug).await?;
    html(&WrongPage::new(&app, &who, &slug, Form::empty()))
}

/// Keeps what is wrong: happens once.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Flag)?;
    let key = key(&form)?;
    let frame = desk::frame(&app, &who, path(&slug), "knowledge-wrong-title");
    let Some(text) = read::lines(&frame, &mut form, "text", "knowledge-wrong-empty", MOST) else {
        desk::article(&mut *app.db.read().await?, &slug).await?;
        return invalid(&WrongPage::new(&app, &who, &slug, form));
    };
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    keep(&mut tx, &app, &who, &article, (key, who.staff()?.id, text)).await?;
    tx.commit().await?;
    Ok(see(&format!("{}?done=wrong", path(&slug))))
}

/// Keeps what somebody said, once for each press; `staff` is nobody for somebody on the page for everybody.
pub(crate) async fn keep(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    article: &Article,
    (id, staff, text): (Id, Id, String),
) -> Result<()> {
    let flag = Flag {
        id,
        article: article.id,
        version: article.version,
        staff,
        text,
        made_at: app.now(),
        open: true,
        reply: String::new(),
        closed_by: Id::NONE,
        closed_at: 0,
    };
    if store::flags::insert(tx, &flag).await? {
        facts::record(tx, app, fact("article.flagged", who, article, article.version)).await?;
    }
    Ok(())
}
