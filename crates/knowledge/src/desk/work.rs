//! `GET /desk/knowledge/work`: what waits for somebody: answers said to be wrong, drafts, what is past its day, corrections.

use crate::access::{Action, can, can_approve};
use crate::desk::list::{Line, works};
use crate::desk::send_back::{self, Back};
use crate::desk::show::who_said;
use crate::desk::{self, path};
use crate::library::{Library, name_of};
use crate::store::{self, told::TO_SEND};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::Query;
use kit::page::{Frame, html};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use serde::Deserialize;

/// Flags and drafts on the page.
const MOST: usize = 200;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `all`: also what others own.
    whose: String,
}

struct Wrong {
    id: Id,
    question: String,
    who: String,
    when: String,
    text: String,
}

struct Waiting {
    path: String,
    question: String,
    by: String,
    /// They may approve it.
    mine: bool,
    /// It was sent back and waits for whoever writes on it.
    returned: Option<Back>,
}

struct Correction {
    path: String,
    question: String,
    /// How many wait for a message and how many have to be rung, in words.
    left: Vec<String>,
}

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    frame: Frame,
    all: bool,
    can_answer: bool,
    flags: Vec<Wrong>,
    drafts: Vec<Waiting>,
    overdue: Vec<Line>,
    corrections: Vec<Correction>,
}

/// Draws it. Without more, it has what somebody owns, and what nobody does.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    if !works(&who)? {
        return Err(Error::Forbidden);
    }
    let (me, all) = (who.staff()?.id, asked.whose == "all");
    let own = |owner: Id| all || owner == me || owner.is_none();
    let frame = desk::frame(&app, &who, "/desk/knowledge/work".into(), "knowledge-work-title");
    let mut read = app.db.read().await?;
    let mut flags = Vec::new();
    for flag in store::flags::open(&mut read, Id::NONE, MOST).await? {
        let (owner, question) = article(&mut read, flag.article).await?;
        if own(owner) {
            let (who, when) = (who_said(&mut read, &frame, &flag).await?, Lang::EN.date_time(flag.made_at));
            flags.push(Wrong { id: flag.id, question, who, when, text: flag.text });
        }
    }
    let drafts = drafts(&mut read, &who, own).await?;
    let corrections = if can(&who, Action::Correct)? { corrections(&mut read, &frame).await? } else { Vec::new() };
    drop(read);
    let overdue = app.part::<Library>()?.overdue(app.now());
    let overdue = overdue.iter().filter(|one| own(one.article.owner)).map(|one| Line::of(&app, one));
    let overdue = overdue.collect::<Result<_>>()?;
    html(&WorkPage { can_answer: can(&who, Action::Answer)?, frame, all, flags, drafts, overdue, corrections })
}

/// Drafts of whom `own` says, those they may approve and those they wrote on.
async fn drafts(conn: &mut Conn, who: &Who, own: impl Fn(Id) -> bool) -> Result<Vec<Waiting>> {
    let (me, mut drafts) = (who.staff()?.id, Vec::new());
    for (id, draft) in store::drafts::all(conn, MOST).await? {
        let Some(article) = store::articles::by_id(conn, id).await? else { continue };
        let returned = send_back::now(conn, &article, Some(&draft)).await?;
        let mine = returned.is_none() && can_approve(who, &draft)?;
        if own(article.owner) || mine || draft.authors.contains(&me) {
            let by = name_of(conn, draft.authors.last().copied().unwrap_or(Id::NONE)).await?;
            let (path, question) = (format!("{}/approve", path(&article.slug)), draft.content.texts.en.question);
            drafts.push(Waiting { path, question, by, mine, returned });
        }
    }
    Ok(drafts)
}

/// The owner of an article, and its question.
async fn article(conn: &mut Conn, id: Id) -> Result<(Id, String)> {
    let article = store::articles::by_id(conn, id).await?.ok_or(Error::NotFound)?;
    let version = store::versions::of(conn, id, article.version).await?;
    Ok((article.owner, version.map(|version| version.content.texts.en.question).unwrap_or(article.slug)))
}

async fn corrections(conn: &mut Conn, frame: &Frame) -> Result<Vec<Correction>> {
    let mut found: Vec<Correction> = Vec::new();
    for (id, waits, count) in store::told::counts(conn).await? {
        let Some(known) = store::articles::by_id(conn, id).await? else { continue };
        let path = format!("{}/told", path(&known.slug));
        let key = if waits == TO_SEND { "knowledge-told-waiting" } else { "knowledge-told-ringing" };
        let words = frame.with(key, "n", count);
        match found.iter_mut().find(|one| one.path == path) {
            Some(one) => one.left.push(words),
            None => {
                let (_, question) = article(conn, id).await?;
                found.push(Correction { path, question, left: vec![words] });
            }
        }
    }
    Ok(found)
}
