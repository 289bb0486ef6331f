//! `/desk/knowledge/new` and `/desk/knowledge/{slug}/edit`: a draft, in every language at once, for somebody else to approve.

use crate::access::{Action, may};
use crate::desk::send_back::{self, Back};
use crate::desk::{self, ask_review, fact, fill_review, key, path, read_review};
use crate::model::{Article, Content, Draft, Text, Texts, slug};
use crate::store;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kit::db::Tx;
use kit::extract::Path;
use kit::facts;
use kit::form::{Form, line};
use kit::page::{Frame, html, html_with, invalid, see};
use kit::ui::{Choice, Choices, Input, Markup, Radios, Select, Textarea};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result, read};
use services::Catalogue;

/// Characters of a question, and of words people also use.
pub(crate) const QUESTION: usize = 200;
/// Characters of an answer.
pub(crate) const ANSWER: usize = 6_000;
/// Characters of what changed.
const NOTE: usize = 500;
/// Lines of words people also use.
const ALSO: usize = 40;
/// Names that are tried for an article.
const NAMES: usize = 500;
/// Months until a new answer is looked at again, unless another day is typed.
const MONTHS: u32 = 12;

#[derive(Template)]
#[template(path = "write.html")]
struct WritePage {
    frame: Frame,
    form: Form,
    action: String,
    back: String,
    /// A new article's key; else nothing.
    key: Option<Id>,
    revision: i64,
    new: bool,
    /// Identifier and name of every service.
    services: Vec<(String, String)>,
    /// Somebody else saved a draft in between.
    overtaken: bool,
    /// That the draft was sent back and not changed since.
    returned: Option<Back>,
}

impl WritePage {
    fn new(app: &App, who: &Who, slug: Option<&str>, revision: i64, form: Form) -> Result<WritePage> {
        let (action, title) = match slug {
            None => ("/desk/knowledge/new".to_owned(), "knowledge-new-title"),
            Some(slug) => (format!("{}/edit", path(slug)), "knowledge-edit-title"),
        };
        let services = app.part::<Catalogue>()?.all().into_iter();
        Ok(WritePage {
            frame: desk::frame(app, who, action.clone(), title).with_error(!form.is_good()),
            back: slug.map_or_else(|| "/desk/knowledge".to_owned(), path),
            key: slug.is_none().then(|| form.value("key").parse().unwrap_or_else(|_| app.id())),
            new: slug.is_none(),
            services: services.map(|service| (service.id.clone(), service.name(Lang::EN).to_owned())).collect(),
            overtaken: false,
            returned: None,
            action,
            revision,
            form,
        })
    }

    fn languages(&self) -> [Lang; 3] {
        Lang::ALL
    }

    fn question(&self, lang: &Lang) -> Input<'_> {
        let name = named("question", *lang);
        let label = self.frame.with("knowledge-question", "language", lang.name);
        let (value, error) = (self.form.value(&name).to_owned(), self.form.error(&name).map(str::to_owned));
        Input::text(name, label).value(value).error(&self.frame, error).attr("dir", "auto").attr("lang", lang.tag)
    }

    fn answer(&self, lang: &Lang) -> Textarea<'_> {
        let name = named("answer", *lang);
        let label = self.frame.with("knowledge-answer", "language", lang.name);
        let (value, error) = (self.form.value(&name).to_owned(), self.form.error(&name).map(str::to_owned));
        let field = Textarea::new(name, label).rows(10).value(value).error(&self.frame, error);
        field.free_text().attr("lang", lang.tag)
    }

    fn also(&self, lang: &Lang) -> Textarea<'_> {
        let name = named("also", *lang);
        let label = self.frame.with("knowledge-also", "language", lang.name);
        let (value, error) = (self.form.value(&name).to_owned(), self.form.error(&name).map(str::to_owned));
        let field = Textarea::new(name, label).hint(self.frame.t("knowledge-also-hint")).rows(3).value(value);
        field.error(&self.frame, error).free_text().attr("lang", lang.tag)
    }

    fn service(&self) -> Select<'_> {
        let none = Choice::new("", self.frame.t("knowledge-no-service"));
        let all = self.services.iter().map(|(id, name)| Choice::new(id.as_str(), name.as_str()));
        let field = Select::new("service", self.frame.t("knowledge-service")).choice(none).choices(all);
        field.value(self.form.value("service")).error(&self.frame, self.form.error("service"))
    }

    fn public(&self) -> Choices<'_> {
        let choices = ["no", "yes"].map(|code| {
            Choice::new(code, self.frame.t(if code == "yes" { "knowledge-public-yes" } else { "knowledge-public-no" }))
        });
        Radios::new("public", self.frame.t("knowledge-public"))
            .choices(choices)
            .value(self.form.value("public"))
            .error(&self.frame, self.form.error("public"))
    }

    fn review(&self) -> Markup<'_> {
        ask_review(&self.frame, &self.form, "knowledge-review-label")
    }
}

/// The name of a field in a language.
fn named(field: &str, lang: Lang) -> String {
    format!("{field}-{}", lang.tag)
}

/// The page for a new one.
pub(crate) async fn get_new(State(app): State<App>, Extension(who): Extension<Who>) -> Result<Response> {
    may(&who, Action::Write)?;
    let review = kit::lang::months_later(app.now(), MONTHS)?;
    html(&WritePage::new(&app, &who, None, 0, fill_review(Form::empty(), review))?)
}

/// Begins an article with a draft: happens once.
pub(crate) async fn post_new(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Write)?;
    let key = key(&form)?;
    let page = WritePage::new(&app, &who, None, 0, form.clone())?;
    let Some(draft) = read(&app, &who, &page, &mut form, None)? else {
        return invalid(&WritePage::new(&app, &who, None, 0, form)?);
    };
    let mut tx = app.db.begin().await?;
    if let Some(made) = store::articles::claimed(&mut tx, key).await? {
        let article = store::articles::by_id(&mut tx, made).await?.ok_or(Error::NotFound)?;
        return Ok(see(&format!("{}?done=written", path(&article.slug))));
    }
    let article = begin(&mut tx, &app, &who, &draft).await?;
    if !store::articles::claim(&mut tx, key, article.id).await? {
        return Err(Error::Rerun);
    }
    store::drafts::save(&mut tx, article.id, &draft).await?;
    facts::record(&mut tx, &app, fact("article.written", &who, &article, 1)).await?;
    tx.commit().await?;
    Ok(see(&format!("{}?done=written", path(&article.slug))))
}

/// An article under the first name that is free.
async fn begin(tx: &mut Tx, app: &App, who: &Who, draft: &Draft) -> Result<Article> {
    let (id, owner) = (app.id(), who.staff()?.id);
    for attempt in 1..NAMES {
        let slug = slug(&draft.content.texts.en.question, attempt);
        if store::articles::insert(tx, id, &slug, owner, draft.review, app.now()).await? {
            return desk::article(tx, &slug).await;
        }
    }
    Err(Error::Refused("knowledge-refused-name"))
}

/// The page for another version of one that is there.
pub(crate) async fn get_edit(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
) -> Result<Response> {
    may(&who, Action::Write)?;
    let mut read = app.db.read().await?;
    let article = desk::article(&mut read, &slug).await?;
    let draft = store::drafts::of(&mut read, article.id).await?;
    let returned = send_back::now(&mut read, &article, draft.as_ref()).await?;
    let form = match &draft {
        Some(draft) => filled(&draft.content, draft.review).fill("note", draft.note.clone()),
        None => {
            let standing = store::versions::of(&mut read, article.id, article.version).await?;
            let review = kit::lang::months_later(app.now(), MONTHS)?;
            filled(&standing.ok_or(Error::NotFound)?.content, review)
        }
    };
    drop(read);
    let page = WritePage::new(&app, &who, Some(&slug), draft.map_or(0, |draft| draft.revision), form)?;
    html(&WritePage { returned, ..page })
}

fn filled(content: &Content, review: i64) -> Form {
    let mut form = fill_review(Form::empty(), review).fill("service", content.service.clone());
    form = form.fill("public", if content.public { "yes" } else { "no" });
    for lang in content.texts.langs() {
        let Some(text) = content.texts.own(lang) else { continue };
        form = form.fill(&named("question", lang), text.question.clone());
        form = form.fill(&named("answer", lang), text.answer.clone()).fill(&named("also", lang), text.also.join("\n"));
    }
    form
}

/// Saves the draft in the place of the one the page showed.
pub(crate) async fn post_edit(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Write)?;
    let revision = desk::revision(&form)?;
    let page = WritePage::new(&app, &who, Some(&slug), revision, form.clone())?;
    let (article, before, returned) = {
        let mut read = app.db.read().await?;
        let article = desk::article(&mut read, &slug).await?;
        let before = store::drafts::of(&mut read, article.id).await?;
        let returned = send_back::now(&mut read, &article, before.as_ref()).await?;
        (article, before, returned)
    };
    let Some(draft) = read(&app, &who, &page, &mut form, before.as_ref())? else {
        return invalid(&WritePage { returned, ..WritePage::new(&app, &who, Some(&slug), revision, form)? });
    };
    let done = see(&format!("{}?done=written", path(&slug)));
    let same =
        |other: &Draft| (&other.content, &other.note, other.review) == (&draft.content, &draft.note, draft.review);
    if before.as_ref().is_some_and(|before| before.revision == revision + 1 && same(before)) {
        return Ok(done);
    }
    let mut tx = app.db.begin().await?;
    match save(&mut tx, &app, &who, &article, Draft { revision, ..draft }).await {
        Err(Error::Changed) => {
            drop(tx);
            let mut page = WritePage::new(&app, &who, Some(&slug), revision, form)?;
            (page.overtaken, page.frame.error) = (true, true);
            return html_with(StatusCode::CONFLICT, &page);
        }
        saved => saved?,
    }
    tx.commit().await?;
    Ok(done)
}

async fn save(tx: &mut Tx, app: &App, who: &Who, article: &Article, draft: Draft) -> Result<()> {
    store::drafts::save(tx, article.id, &draft).await?;
    facts::record(tx, app, fact("article.written", who, article, article.version + 1)).await.map(drop)
}

/// Reads the whole form; nothing when something has to be put right.
fn read(app: &App, who: &Who, page: &WritePage, form: &mut Form, before: Option<&Draft>) -> Result<Option<Draft>> {
    let frame = &page.frame;
    let en = read_text(frame, form, Lang::EN);
    let mut others = std::collections::BTreeMap::new();
    for lang in [Lang::CY, Lang::AR] {
        let empty = ["question", "answer", "also"].iter().all(|field| form.trimmed(&named(field, lang)).is_empty());
        if !empty && let Some(text) = read_text(frame, form, lang) {
            others.insert(lang.tag.to_owned(), text);
        }
    }
    let service = form.value("service").to_owned();
    if !service.is_empty() && !page.services.iter().any(|(id, _)| *id == service) {
        form.refuse("service", frame.t("knowledge-service-wrong"));
    }
    let public = form.chose("public", "yes");
    if !public && !form.chose("public", "no") {
        form.refuse("public", frame.t("knowledge-public-empty"));
    }
    let note =
        if page.new { Some(String::new()) } else { read::line(frame, form, "note", "knowledge-note-empty", NOTE) };
    let review = read_review(frame, form, app.now(), "knowledge-review-wrong");
    let (Some(en), Some(note), Some(review), true) = (en, note, review, form.is_good()) else { return Ok(None) };
    let mut authors: Vec<Id> = before.map(|draft| draft.authors.clone()).unwrap_or_default();
    let me = who.staff()?.id;
    authors.retain(|author| *author != me);
    authors.push(me);
    let content = Content { service, public, texts: Texts { en, others } };
    Ok(Some(Draft { revision: 0, content, note, review, authors, changed_at: app.now() }))
}

fn read_text(frame: &Frame, form: &mut Form, lang: Lang) -> Option<Text> {
    let question = read::line(frame, form, &named("question", lang), "knowledge-question-empty", QUESTION);
    let answer = read::lines(frame, form, &named("answer", lang), "knowledge-answer-empty", ANSWER);
    let name = named("also", lang);
    let typed = read::lines_if_any(frame, form, &name, QUESTION * ALSO)?;
    let also: Vec<&str> = typed.lines().map(str::trim).filter(|words| !words.is_empty()).collect();
    if also.len() > ALSO || also.iter().any(|words| line(words, QUESTION).is_err()) {
        form.refuse(&name, frame.t("knowledge-also-wrong"));
        return None;
    }
    Some(Text { question: question?, answer: answer?, also: also.into_iter().map(str::to_owned).collect() })
}
