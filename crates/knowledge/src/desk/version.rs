//! `GET /desk/knowledge/{slug}/versions/{number}`: one version, and what it changed.

use crate::access::{Action, may};
use crate::desk::send_back::{self, Back};
use crate::desk::show::InLang;
use crate::desk::{self, path};
use crate::diff::{Kind, Piece, diff};
use crate::library::name_of;
use crate::model::{Content, Texts, Version};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::Path;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Error, Lang, Result};

/// What changed in one language.
pub(crate) struct Change {
    pub(crate) lang: Lang,
    pub(crate) question: Vec<Piece>,
    pub(crate) answer: Vec<Piece>,
}

/// What changed between two contents, language by language; those that stayed the same are left out.
pub(crate) fn changes(before: &Content, after: &Content) -> Vec<Change> {
    let text = |texts: &Texts, lang: Lang| texts.own(lang).cloned().unwrap_or_default();
    let change = |lang: Lang| {
        let (old, new) = (text(&before.texts, lang), text(&after.texts, lang));
        let question = diff(&old.question, &new.question);
        let answer = diff(&old.answer, &new.answer);
        let changed = question.iter().chain(&answer).any(|piece| piece.kind != Kind::Same);
        changed.then_some(Change { lang, question, answer })
    };
    Lang::ALL.into_iter().filter_map(change).collect()
}

#[derive(Template)]
#[template(path = "version.html")]
struct VersionPage {
    frame: Frame,
    path: String,
    version: Version,
    when: String,
    by: String,
    texts: Vec<InLang>,
    /// What it changed; nothing for the first.
    changes: Option<Vec<Change>>,
    /// How often it was sent back before it was approved, the last first.
    returns: Vec<Back>,
}

/// Draws it.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response> {
    may(&who, Action::Read)?;
    let number: i64 = number.parse().map_err(|_| Error::NotFound)?;
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let version = store::versions::of(&mut read, article.id, number).await?.ok_or(Error::NotFound)?;
    let before = store::versions::before(&mut read, article.id, number, 1).await?;
    let returns = send_back::all(&mut read, article.id, number).await?;
    let by = name_of(&mut read, version.approved_by).await?;
    drop(read);
    let mut frame = desk::frame(&app, &who, format!("{}/versions/{number}", path(&slug)), "knowledge-show-title");
    frame.title = frame.with("knowledge-version", "number", number);
    html(&VersionPage {
        path: path(&slug),
        when: Lang::EN.date_time(version.approved_at),
        by: if by.is_empty() { frame.t("knowledge-brought-in").to_owned() } else { by },
        texts: InLang::all(&version.content),
        changes: before.first().map(|before| changes(&before.content, &version.content)),
        returns,
        frame,
        version,
    })
}
