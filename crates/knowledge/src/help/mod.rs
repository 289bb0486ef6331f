//! `/help`: the answers everybody may read, in the reader's language where they are written in it.

use crate::desk::show::paragraphs;
use crate::desk::wrong::{MOST, keep};
use crate::desk::{self, key};
use crate::library::{Library, Standing, service_name};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::extract::{Path, Query};
use kit::form::{Fault, Form, lines};
use kit::page::{Frame, html, invalid, see};
use kit::ui::Markup;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use serde::Deserialize;
use services::{Told, ToldBeside};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Answers found.
const FOUND: usize = 20;
/// Characters of a question that are read.
const LONGEST: usize = 300;
/// So many have said that an answer is wrong and have no reply yet: more are not kept.
const FULL: i64 = 50;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Everyday words.
    q: String,
    /// What was just done.
    done: String,
    /// The page was opened to say that its answer is wrong.
    wrong: String,
}

/// One answer in a list.
struct Line {
    href: String,
    question: String,
    /// The language of the question.
    lang: Lang,
}

impl Line {
    fn of(one: &Standing, lang: Lang) -> Line {
        let (lang, text) = one.in_lang(lang);
        Line { href: format!("/help/{}", one.article.slug), question: text.question.clone(), lang }
    }
}

#[derive(Template)]
#[template(path = "help-list.html")]
struct ListPage {
    frame: Frame,
    q: String,
    found: Vec<Line>,
    /// Answers under the name of their service.
    groups: Vec<(String, Vec<Line>)>,
}

/// `GET /help`: every answer, or those that fit the words.
pub(crate) async fn list(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (library, lang) = (app.part::<Library>()?, who.lang);
    let q: String = asked.q.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let found = library.search_public(&q, lang, FOUND).answers;
    let mut groups: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    let public = library.after("").into_iter().filter(|one| one.version.content.public && q.trim().is_empty());
    for one in public {
        let service = service_name(&app, &one.version.content.service, lang)?;
        groups.entry(service).or_default().push(Line::of(&one, lang));
    }
    html(&ListPage {
        frame: Frame::new(&app, &who, "/help", "knowledge-help-title"),
        found: found.iter().map(|one| Line::of(one, lang)).collect(),
        groups: groups.into_iter().collect(),
        q,
    })
}

#[derive(Template)]
#[template(path = "help.html")]
struct HelpPage {
    frame: Frame,
    form: Form,
    slug: String,
    key: Id,
    question: String,
    paragraphs: Vec<String>,
    /// The language of the answer, where it is not the page's.
    other: Option<Lang>,
    lang: Lang,
    /// Whether the form to say that it is wrong stands open.
    open: bool,
    /// The service it belongs to, and its name.
    service: Option<(String, String)>,
}

impl HelpPage {
    fn new(app: &App, who: &Who, one: &Standing, form: Form) -> Result<HelpPage> {
        let (lang, text) = one.in_lang(who.lang);
        let (slug, service) = (one.article.slug.clone(), one.version.content.service.clone());
        let frame = Frame::titled(app, who, format!("/help/{slug}"), text.question.clone());
        Ok(HelpPage {
            key: form.value("key").parse().unwrap_or_else(|_| app.id()),
            service: match service.as_str() {
                "" => None,
                service => Some((format!("/services/{service}"), service_name(app, service, who.lang)?)),
            },
            question: text.question.clone(),
            paragraphs: paragraphs(&text.answer),
            other: (lang != who.lang).then_some(lang),
            open: !form.is_good(),
            frame: frame.with_error(!form.is_good()),
            slug,
            lang,
            form,
        })
    }

    fn said<'a>(&self, paragraph: &'a str) -> Markup<'a> {
        services::linked(paragraph)
    }
}

fn public(app: &App, slug: &str) -> Result<Arc<Standing>> {
    app.part::<Library>()?.public(slug).ok_or(Error::NotFound)
}

/// `GET /help/{slug}`: one answer.
pub(crate) async fn show(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut page = HelpPage::new(&app, &who, &*public(&app, &slug)?, Form::empty())?;
    page.open = asked.wrong == "yes";
    page.frame.notice = match asked.done.as_str() {
        "wrong" => Some(page.frame.t("knowledge-help-thanks").to_owned()),
        "known" => Some(page.frame.t("knowledge-help-known").to_owned()),
        _ => None,
    };
    html(&page)
}

/// `POST /help/{slug}/wrong`: anybody says that an answer is wrong or hard to understand; happens once for each press.
pub(crate) async fn wrong(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (one, id) = (public(&app, &slug)?, key(&form)?);
    let text = match lines(form.value("text"), MOST) {
        Ok(text) => text,
        Err(fault) => {
            let words = match fault {
                Fault::Empty => app.t(who.lang, "knowledge-help-wrong-empty").to_owned(),
                other => app.words.with(who.lang, other.key(), &[("most", MOST.to_string().into())]),
            };
            form.refuse("text", words);
            return invalid(&HelpPage::new(&app, &who, &one, form)?);
        }
    };
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    // A list of thousands helps nobody.
    if store::flags::by_nobody(&mut tx, article.id, FULL).await? >= FULL {
        return Ok(see(&format!("/help/{slug}?done=known")));
    }
    // Nothing is kept of who said it, also where they are signed in.
    let nobody = Who::anyone(who.lang);
    keep(&mut tx, &app, &nobody, &article, (id, Id::NONE, text)).await?;
    tx.commit().await?;
    Ok(see(&format!("/help/{slug}?done=wrong")))
}

/// Answers for the page where everybody searches: where each leads, its question, and the language of it.
pub fn found(app: &App, words: &str, lang: Lang, most: usize) -> Vec<(String, String, Lang)> {
    let Ok(library) = app.part::<Library>() else { return Vec::new() };
    let found = library.search_public(words, lang, most).answers;
    let line = |one: &Arc<Standing>| {
        let Line { href, question, lang } = Line::of(one, lang);
        (href, question, lang)
    };
    found.iter().map(line).collect()
}

/// What everybody may read about a service, for its own page.
pub fn beside(app: &App, service: &str, lang: Lang, most: usize) -> ToldBeside {
    let Ok(library) = app.part::<Library>() else { return ToldBeside::default() };
    let mut all = library.of_service(service);
    all.retain(|one| one.version.content.public);
    let more = (all.len() > most).then(|| ("/help".to_owned(), app.t(lang, "knowledge-help-title").to_owned()));
    let told = |one: &Arc<Standing>| {
        let (own, text) = one.in_lang(lang);
        Told {
            question: text.question.clone(),
            paragraphs: paragraphs(&text.answer),
            lang: own,
            note: (own != lang).then(|| app.t(lang, "knowledge-help-in-english").to_owned()),
            wrong: (
                format!("/help/{}?wrong=yes#wrong", one.article.slug),
                app.t(lang, "knowledge-help-wrong").to_owned(),
            ),
        }
    };
    ToldBeside { answers: all.iter().take(most).map(told).collect(), more }
}
