//! Bringing answers in from a folder: one file for each, its name the name in addresses. What is there already stays as it
//! is: from then on it is written at the desk.

use crate::library::Library;
use crate::model::{Article, Content, Text, Texts, Version};
use crate::store;
use jiff::civil::Date;
use kit::clock::Micros;
use kit::facts::{self, Fact};
use kit::form::{line, lines};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Result};
use serde::Deserialize;
use serde_json::json;
use services::Catalogue;

/// Months until an answer that names no day is looked at again.
const MONTHS: u32 = 12;

/// One file: `service`, `public`, `review` and a table for each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    service: String,
    #[serde(default)]
    public: bool,
    review: Option<String>,
    en: Text,
    cy: Option<Text>,
    ar: Option<Text>,
}

/// What came of bringing answers in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BroughtIn {
    /// New ones.
    pub new: usize,
    /// Those that were there already and stay as they are.
    pub already: usize,
    /// What is wrong, with the file's name first.
    pub refused: Vec<String>,
}

/// Brings answers in: the name and the text of each file. `owner` answers for them; nobody for [`Id::NONE`].
pub async fn bring_in(app: &App, files: &[(String, String)], owner: Id) -> Result<BroughtIn> {
    let mut done = BroughtIn::default();
    for (name, text) in files {
        match read(app, name, text)? {
            Ok((content, review)) => match put(app, stem(name), content, review, owner).await? {
                true => done.new += 1,
                false => done.already += 1,
            },
            Err(wrong) => done.refused.push(format!("{name}: {wrong}")),
        }
    }
    app.part::<Library>()?.refresh(&app.db).await?;
    Ok(done)
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".toml").unwrap_or(name)
}

type Read = std::result::Result<(Content, Micros), String>;

/// Reads one file; what is wrong with it, in words.
fn read(app: &App, name: &str, text: &str) -> Result<Read> {
    if crate::model::slug(stem(name), 1) != stem(name) {
        return Ok(Err("the name of the file may have small letters, digits and hyphens".to_owned()));
    }
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(cause) => return Ok(Err(cause.to_string().trim_end().to_owned())),
    };
    if !file.service.is_empty() && app.part::<Catalogue>()?.current(&file.service).is_none() {
        return Ok(Err(format!("there is no service `{}`", file.service)));
    }
    let review = match file.review.as_deref().map(str::parse::<Date>) {
        None => kit::lang::months_later(app.now(), MONTHS)?,
        Some(Ok(day)) => crate::desk::end_of(day).unwrap_or_default(),
        Some(Err(_)) => return Ok(Err("`review` is a day such as \"2027-05-31\"".to_owned())),
    };
    let mut others = Vec::new();
    for (lang, text) in [(Lang::CY, file.cy), (Lang::AR, file.ar)] {
        let Some(text) = text else { continue };
        match tidy(text) {
            Some(text) => others.push((lang.tag.to_owned(), text)),
            None => return Ok(Err(too_long(lang))),
        }
    }
    let Some(en) = tidy(file.en) else { return Ok(Err(too_long(Lang::EN))) };
    let texts = Texts { en, others: others.into_iter().collect() };
    Ok(Ok((Content { service: file.service, public: file.public, texts }, review)))
}

fn too_long(lang: Lang) -> String {
    format!("the question or the answer in {} is empty, too long, or holds signs that cannot be seen", lang.tag)
}

/// The same bounds as at the desk.
fn tidy(text: Text) -> Option<Text> {
    let question = line(&text.question, crate::desk::write::QUESTION).ok()?;
    let answer = lines(&text.answer, crate::desk::write::ANSWER).ok()?;
    let also = text.also.iter().map(|words| line(words, crate::desk::write::QUESTION).ok()).collect::<Option<_>>()?;
    Some(Text { question, answer, also })
}

/// Writes one as an answer that stands; false when there is one of this name.
async fn put(app: &App, slug: &str, content: Content, review: Micros, owner: Id) -> Result<bool> {
    let (id, now) = (app.id(), app.now());
    let mut tx = app.db.begin().await?;
    if !store::articles::insert(&mut tx, id, slug, owner, review, now).await? {
        return Ok(false);
    }
    let version = Version {
        id: app.id(),
        number: 1,
        content,
        note: String::new(),
        correction: false,
        author: Id::NONE,
        approved_by: Id::NONE,
        approved_at: now,
    };
    if !store::versions::insert(&mut tx, id, &version).await? {
        return Err(Error::Rerun);
    }
    let article = store::articles::by_slug(&mut tx, slug).await?.ok_or(Error::NotFound)?;
    store::articles::save(&mut tx, &Article { version: 1, ..article }).await?;
    let fact = Fact::new("article.imported", &Who::system()).about("article", id).data(json!({ "version": 1 }));
    facts::record(&mut tx, app, fact).await?;
    tx.commit().await?;
    Ok(true)
}
