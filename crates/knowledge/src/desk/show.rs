//! `GET /desk/knowledge/{slug}`: the answer that stands, in every language, and everything about it.

use crate::access::{Action, can, can_approve, may};
use crate::desk::send_back::{self, Back};
use crate::desk::{self, day, hand, path};
use crate::library::{name_of, service_name};
use crate::model::{Article, Content, Draft, Version};
use crate::store::{self, flags::Flag};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Id, Lang, Result};
use serde::Deserialize;

/// Versions and flags on the page.
const MOST: usize = 50;

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What was just done.
    done: String,
    /// The reference of the case from which somebody came.
    case: String,
}

/// The answer in one language.
pub(crate) struct InLang {
    pub(crate) lang: Lang,
    pub(crate) question: String,
    pub(crate) paragraphs: Vec<String>,
    pub(crate) also: String,
}

impl InLang {
    /// Every language it is written in.
    pub(crate) fn all(content: &Content) -> Vec<InLang> {
        let one = |lang: Lang| {
            let text = content.texts.own(lang)?;
            let (question, also) = (text.question.clone(), text.also.join(", "));
            Some(InLang { lang, question, paragraphs: paragraphs(&text.answer), also })
        };
        Lang::ALL.into_iter().filter_map(one).collect()
    }
}

/// An answer in paragraphs: an empty line begins a new one.
pub(crate) fn paragraphs(answer: &str) -> Vec<String> {
    answer.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// A version in the list of them.
struct Past {
    number: i64,
    name: String,
    when: String,
    by: String,
    note: String,
    correction: bool,
    stands: bool,
}

/// What somebody said of it.
struct Said {
    id: Id,
    who: String,
    when: String,
    text: String,
    reply: String,
    open: bool,
}

#[derive(Template)]
#[template(path = "show.html")]
struct ShowPage {
    frame: Frame,
    path: String,
    article: Article,
    title: String,
    texts: Vec<InLang>,
    /// Languages it is not written in: there English is read.
    missing: String,
    service: String,
    public: bool,
    owner: String,
    review: String,
    overdue: bool,
    past: Vec<Past>,
    flags: Vec<Said>,
    draft: Option<Draft>,
    /// That the draft was sent back and not changed since.
    returned: Option<Back>,
    can_approve: bool,
    can_write: bool,
    can_keep: bool,
    can_answer: bool,
    can_tell: bool,
    can_see_told: bool,
    /// The contact this member of staff has at hand, and with whom it is.
    at_hand: Option<(contact::Contact, String)>,
    /// Goes on with the case from which somebody came.
    case: String,
}

/// Draws it.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    may(&who, Action::Read)?;
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let draft = store::drafts::of(&mut read, article.id).await?;
    let returned = send_back::now(&mut read, &article, draft.as_ref()).await?;
    let versions = store::versions::before(&mut read, article.id, article.version + 1, MOST).await?;
    let flags = store::flags::of_article(&mut read, article.id, MOST).await?;
    let owner = name_of(&mut read, article.owner).await?;
    let mut frame = desk::frame(&app, &who, path(&slug), "knowledge-show-title");
    let past = past(&mut read, &frame, &article, &versions).await?;
    let flags = said(&mut read, &frame, &flags).await?;
    drop(read);
    let content = versions.into_iter().next().map(|version| version.content).unwrap_or_default();
    let texts = if article.version == 0 { Vec::new() } else { InLang::all(&content) };
    let absent = Lang::ALL.into_iter().filter(|lang| content.texts.own(*lang).is_none()).map(|lang| lang.name);
    let title = match (&draft, texts.first()) {
        (_, Some(text)) => text.question.clone(),
        (Some(draft), None) => draft.content.texts.en.question.clone(),
        (None, None) => article.slug.clone(),
    };
    frame.title = title.clone();
    let can_tell = can(&who, Action::Tell)? && article.version > 0 && !article.retired;
    let at_hand = hand::opened(&app, &who, &article, &title).await?.filter(|_| can_tell);
    let notice = done_words(&asked.done).map(|key| frame.t(key).to_owned());
    html(&ShowPage {
        path: path(&slug),
        missing: if texts.is_empty() { String::new() } else { absent.collect::<Vec<_>>().join(", ") },
        service: service_name(&app, &content.service, Lang::EN)?,
        public: content.public,
        owner: if owner.is_empty() { frame.t("knowledge-owner-nobody").to_owned() } else { owner },
        review: day(article.review),
        overdue: article.is_overdue(app.now()),
        can_approve: returned.is_none() && draft.as_ref().map_or(Ok(false), |draft| can_approve(&who, draft))?,
        can_write: can(&who, Action::Write)?,
        can_keep: can(&who, Action::Keep)?,
        can_answer: can(&who, Action::Answer)?,
        can_tell,
        at_hand: at_hand.map(|one| (one.clone(), contact::with_whom(&app, &one))),
        can_see_told: can(&who, Action::Tell)? || can(&who, Action::Correct)?,
        case: if asked.case.parse::<kit::Reference>().is_ok() { asked.case } else { String::new() },
        frame: frame.with_notice(notice),
        title,
        texts,
        past,
        flags,
        draft,
        returned,
        article,
    })
}

async fn past(conn: &mut Conn, frame: &Frame, article: &Article, versions: &[Version]) -> Result<Vec<Past>> {
    let mut past = Vec::new();
    for version in versions {
        let by = name_of(conn, version.approved_by).await?;
        past.push(Past {
            number: version.number,
            name: frame.with("knowledge-version", "number", version.number),
            when: Lang::EN.short_date(version.approved_at),
            by: if by.is_empty() { frame.t("knowledge-brought-in").to_owned() } else { by },
            note: version.note.clone(),
            correction: version.correction,
            stands: version.number == article.version && !article.retired,
        });
    }
    Ok(past)
}

async fn said(conn: &mut Conn, frame: &Frame, flags: &[Flag]) -> Result<Vec<Said>> {
    let mut said = Vec::new();
    for flag in flags.iter().filter(|flag| !flag.text.is_empty()) {
        said.push(Said {
            id: flag.id,
            who: who_said(conn, frame, flag).await?,
            when: Lang::EN.date_time(flag.made_at),
            text: flag.text.clone(),
            reply: flag.reply.clone(),
            open: flag.open,
        });
    }
    Ok(said)
}

/// Who said that it is wrong: a colleague, or somebody on the page for everybody.
pub(crate) async fn who_said(conn: &mut Conn, frame: &Frame, flag: &Flag) -> Result<String> {
    let name = name_of(conn, flag.staff).await?;
    Ok(if name.is_empty() { frame.t("knowledge-flag-resident").to_owned() } else { name })
}

fn done_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "written" => "knowledge-done-written",
        "returned" => "knowledge-done-returned",
        "approved" => "knowledge-done-approved",
        "kept" => "knowledge-done-kept",
        "retired" => "knowledge-done-retired",
        "back" => "knowledge-done-back",
        "wrong" => "knowledge-done-wrong",
        "answered" => "knowledge-done-answered",
        "told" => "knowledge-done-told",
        _ => return None,
    })
}
