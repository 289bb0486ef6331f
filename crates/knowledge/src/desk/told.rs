//! `/desk/knowledge/{slug}/told`: everybody who was told this answer. After a correction: sending it, and who has to be rung.

use crate::access::{Action, can, may};
use crate::correct;
use crate::desk::{self, fact, key, path};
use crate::known::Whom;
use crate::library::name_of;
use crate::model::Article;
use crate::store::{self, told::TO_RING, told::TO_SEND, told::Told};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::form::Form;
use kit::page::{Frame, html, see};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result, facts, looks};
use residents::needs;
use serde::Deserialize;

/// People on one page.
const PAGE: usize = 50;

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Those told before this one.
    before: String,
    /// What was just done.
    done: String,
}

/// Somebody who was told.
struct Line {
    id: Id,
    /// What they are called; empty where that is not known.
    name: String,
    /// Their number, where somebody has to ring.
    phone: String,
    /// Why they are not to be rung, or not now.
    spared: Option<String>,
    /// The reference of their case.
    reference: String,
    /// The contact in which they were told, where it is the reader's own.
    contact: Option<Id>,
    version: String,
    language: String,
    when: String,
    by: String,
    /// How the correction reached them, in words.
    state: String,
    ring: bool,
}

impl Line {
    /// Their reference as somebody reads it out.
    fn grouped(&self) -> String {
        self.reference.parse::<Reference>().map_or_else(|_| self.reference.clone(), |one| one.grouped())
    }
}

#[derive(Template)]
#[template(path = "told.html")]
struct ToldPage {
    frame: Frame,
    path: String,
    question: String,
    key: Id,
    /// How many wait for a message, in words; nothing where none does.
    to_send: Option<String>,
    /// How many have to be rung.
    to_ring: Option<String>,
    lines: Vec<Line>,
    older: Option<Id>,
    /// They may see people; else numbers only.
    sees: bool,
    can_send: bool,
}

/// Draws it. Whoever is shown has been looked at, and that is on record before the answer leaves.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (sees, can_send) = (can(&who, Action::Tell)?, can(&who, Action::Correct)?);
    if !sees && !can_send {
        return Err(Error::Forbidden);
    }
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let counts = store::told::counts(&mut read).await?;
    let count =
        |waits: i64| counts.iter().find(|one| (one.0, one.1) == (article.id, waits)).map_or(0, |(_, _, count)| *count);
    let (mut told, mut older) = (Vec::new(), None);
    if sees {
        (told, older) = people(&mut read, &article, asked.before.parse().ok()).await?;
    }
    let frame = desk::frame(&app, &who, format!("{}/told", path(&slug)), "knowledge-told-title");
    let words = |count: i64, key: &str| (count > 0).then(|| frame.with(key, "n", count));
    let to_send = words(count(TO_SEND), "knowledge-told-waiting");
    let to_ring = words(count(TO_RING), "knowledge-told-ringing");
    let version = store::versions::of(&mut read, article.id, article.version).await?;
    let mut lines = Vec::new();
    for one in &told {
        lines.push(line(&mut read, &app, &who, &frame, one).await?);
    }
    drop(read);
    looked(&app, &who, &article, &told).await?;
    let notice = done_words(&asked.done).map(|key| frame.t(key).to_owned());
    html(&ToldPage {
        path: path(&slug),
        question: version.map(|version| version.content.texts.en.question).unwrap_or_default(),
        key: app.id(),
        frame: frame.with_notice(notice),
        to_send,
        to_ring,
        lines,
        older,
        sees,
        can_send,
    })
}

/// Those to be rung, on the first page; then everybody, the last told first; and where the next page begins.
async fn people(conn: &mut Conn, article: &Article, before: Option<Id>) -> Result<(Vec<Told>, Option<Id>)> {
    let mut people = match before {
        None => store::told::waiting(conn, article.id, TO_RING, Id::NONE, PAGE).await?,
        Some(_) => Vec::new(),
    };
    let mut rest = store::told::of_article(conn, article.id, before.unwrap_or(Id([0xff; 16])), PAGE + 1).await?;
    let older = (rest.len() > PAGE).then(|| rest[PAGE - 1].id);
    rest.truncate(PAGE);
    rest.retain(|one| !people.iter().any(|other| other.id == one.id));
    people.extend(rest);
    Ok((people, older))
}

async fn looked(app: &App, who: &Who, article: &Article, told: &[Told]) -> Result<()> {
    if told.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    let shown: Vec<String> = told.iter().map(|one| one.id.to_string()).collect();
    let query = serde_json::json!({ "shown": shown }).to_string();
    looks::record_query(&mut tx, app, who, "article", article.id, "told", &query).await?;
    let mut residents: Vec<Id> = told.iter().filter_map(|one| one.resident.some()).collect();
    residents.sort();
    residents.dedup();
    for resident in residents {
        looks::record(&mut tx, app, who, "resident", resident, "told").await?;
    }
    tx.commit().await
}

async fn line(conn: &mut Conn, app: &App, who: &Who, frame: &Frame, told: &Told) -> Result<Line> {
    let whom = correct::whom(conn, app, told).await?;
    let spared = spared(conn, app, whom.as_ref()).await?;
    let (name, phone) = whom.map(|whom| (whom.contact.name, whom.contact.phone)).unwrap_or_default();
    let state = match (told.waits, told.way.as_str()) {
        (TO_SEND, _) => frame.t("knowledge-told-to-send"),
        (TO_RING, _) if spared.is_some() => frame.t("knowledge-told-to-write"),
        (TO_RING, _) => frame.t("knowledge-told-to-ring"),
        (_, "") => "",
        (_, "email") => frame.t("knowledge-told-by-email"),
        (_, "text") => frame.t("knowledge-told-by-text"),
        (_, "letter") => frame.t("knowledge-told-by-letter"),
        (_, "hand") => frame.t("knowledge-told-by-hand"),
        (_, "told") => frame.t("knowledge-told-once"),
        _ => frame.t("knowledge-told-nobody"),
    };
    Ok(Line {
        id: told.id,
        name: if name.is_empty() { told.name.clone() } else { name },
        phone: phone.filter(|_| told.waits == TO_RING && spared.is_none()).unwrap_or_default(),
        spared: spared.filter(|_| told.waits == TO_RING),
        reference: told.reference.clone(),
        contact: told.contact.filter(|_| who.staff().is_ok_and(|staff| staff.id == told.staff)),
        version: frame.with("knowledge-version", "number", told.version),
        language: Lang::of(&told.lang).map_or_else(String::new, |lang| lang.name.to_owned()),
        when: Lang::EN.date_time(told.at),
        by: name_of(conn, told.staff).await?,
        state: state.to_owned(),
        ring: told.waits == TO_RING,
    })
}

/// Why nobody is to ring them now, as they asked for it; nothing where they may be rung.
async fn spared(conn: &mut Conn, app: &App, whom: Option<&Whom>) -> Result<Option<String>> {
    let Some(resident) = whom.and_then(|whom| whom.resident) else { return Ok(None) };
    let now = kit::lang::local(app.now()).hour();
    let person = residents::person(conn, resident).await?;
    Ok(person.and_then(|person| needs::call_words(&app.words, Lang::EN, &person.passport, now)))
}

fn done_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "approved" => "knowledge-done-corrected",
        "sent" => "knowledge-done-sent",
        "rung" => "knowledge-done-rung",
        _ => return None,
    })
}

/// Sends the correction to everybody who waits for it: pressed twice, nobody waits the second time.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response> {
    may(&who, Action::Correct)?;
    key(&form)?;
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    if !store::told::waiting(&mut tx, article.id, TO_SEND, Id::NONE, 1).await?.is_empty() {
        correct::some(&mut tx, &app, &article).await?;
        facts::record(&mut tx, &app, fact("article.correction-sent", &who, &article, article.version)).await?;
        tx.commit().await?;
    }
    Ok(see(&format!("{}/told?done=sent", path(&slug))))
}

/// Somebody rang: once for each person, however often the button is pressed.
pub(crate) async fn rung(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    form: Form,
) -> Result<Response> {
    may(&who, Action::Tell)?;
    let id: Id = form.value("told").parse()?;
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    let told = store::told::by_id(&mut tx, id).await?.filter(|told| told.article == article.id);
    let told = told.ok_or(Error::NotFound)?;
    let whom = correct::whom(&mut tx, &app, &told).await?;
    if told.waits == TO_RING && form.value("by") != "letter" && spared(&mut tx, &app, whom.as_ref()).await?.is_some() {
        return Err(Error::Refused("knowledge-told-not-to-ring"));
    }
    let way = if form.value("by") == "letter" { "letter" } else { "hand" };
    if store::told::settle_alike(&mut tx, &told, way, article.version, app.now()).await? > 0 {
        facts::record(&mut tx, &app, fact("article.rung", &who, &article, article.version)).await?;
    }
    tx.commit().await?;
    Ok(see(&format!("{}/told?done=rung", path(&slug))))
}
