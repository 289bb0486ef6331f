//! `/desk/knowledge/{slug}/tell`: "I told them this", so that a correction reaches them.

use crate::access::{Action, may};
use crate::desk::{self, fact, hand, key, path};
use crate::known::Known;
use crate::library::{Library, Standing};
use crate::store::{self, told::TO_SEND, told::Told};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts;
use kit::form::{Fault, Form, line};
use kit::page::{Frame, html, invalid, see};
use kit::ui::{Choice, Choices, Radios};
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result};
use residents::Address;
use serde::Deserialize;
use std::sync::Arc;

/// Characters of a name.
const NAME: usize = 100;

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The reference of their case.
    case: String,
}

#[derive(Template)]
#[template(path = "tell.html")]
struct TellPage {
    frame: Frame,
    form: Form,
    path: String,
    question: String,
    key: Id,
    version: i64,
    /// The languages it is written in.
    langs: Vec<Lang>,
}

impl TellPage {
    fn new(app: &App, who: &Who, one: &Standing, form: Form) -> TellPage {
        let path = path(&one.article.slug);
        let frame = desk::frame(app, who, format!("{path}/tell"), "knowledge-tell-title");
        TellPage {
            frame: frame.with_error(!form.is_good()),
            question: one.in_lang(Lang::EN).1.question.clone(),
            key: form.value("key").parse().unwrap_or_else(|_| app.id()),
            version: form.value("version").parse().unwrap_or(one.version.number),
            langs: one.version.content.texts.langs(),
            path,
            form,
        }
    }

    fn language(&self) -> Choices<'_> {
        let choices = self.langs.iter().map(|lang| Choice::new(lang.tag, lang.name).attr("lang", lang.tag));
        let chosen = if self.form.value("lang").is_empty() { Lang::EN.tag } else { self.form.value("lang") };
        Radios::new("lang", self.frame.t("knowledge-tell-language"))
            .choices(choices)
            .value(chosen)
            .error(&self.frame, self.form.error("lang"))
    }
}

/// The answer of an address, where one stands.
fn standing(app: &App, slug: &str) -> Result<Arc<Standing>> {
    app.part::<Library>()?.standing(slug).ok_or(Error::NotFound)
}

/// The page.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    may(&who, Action::Tell)?;
    let case: Option<Reference> = asked.case.parse().ok();
    let form = Form::empty().fill("whom", case.map(|case| case.grouped()).unwrap_or_default());
    html(&TellPage::new(&app, &who, &*standing(&app, &slug)?, form))
}

/// Who was told, as the form says.
struct Whom {
    reference: String,
    case: Option<Id>,
    /// The contact in which they were told.
    with: Option<contact::Contact>,
    resident: Id,
    name: String,
    address: String,
    address_key: String,
}

/// Notes that somebody was told: happens once.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    may(&who, Action::Tell)?;
    let id = key(&form)?;
    let one = standing(&app, &slug)?;
    let frame = desk::frame(&app, &who, path(&slug), "knowledge-tell-title");
    // The version they had before them when they read it out.
    let shown = form.value("version").parse::<i64>().ok();
    let version = shown.filter(|version| (1..one.version.number).contains(version)).unwrap_or(one.version.number);
    let in_contact = !form.value("contact").is_empty();
    let written = |lang: &Lang| !in_contact || one.version.content.texts.own(*lang).is_some();
    let lang = Lang::of(form.value("lang")).map(|lang| if written(&lang) { lang } else { Lang::EN });
    if lang.is_none() {
        form.refuse("lang", frame.t("knowledge-tell-language-empty"));
    }
    let whom = read(&mut *app.db.read().await?, &app, &who, &frame, &mut form).await?;
    let (Some(whom), Some(lang), true) = (whom, lang, form.is_good()) else {
        return invalid(&TellPage::new(&app, &who, &one, form));
    };
    let mut tx = app.db.begin().await?;
    let article = desk::article(&mut tx, &slug).await?;
    let told = Told {
        id,
        article: article.id,
        version,
        lang: lang.tag.to_owned(),
        staff: who.staff()?.id,
        at: app.now(),
        reference: whom.reference,
        resident: whom.resident,
        name: whom.name,
        address: whom.address,
        address_key: whom.address_key,
        contact: whom.with.as_ref().map(|with| with.id),
        // What they read out was put right while the page stood open.
        waits: if version < article.corrected { TO_SEND } else { 0 },
        way: String::new(),
        sent: 0,
        sent_at: 0,
    };
    if store::told::insert(&mut tx, &told).await? {
        let mut fact = fact("article.told", &who, &article, version);
        fact = whom.case.into_iter().fold(fact, |fact, case| fact.about("case", case));
        fact = whom.with.iter().fold(fact, |fact, with| fact.about("contact", with.id));
        fact = whom.resident.some().into_iter().fold(fact, |fact, resident| fact.about("resident", resident));
        facts::record(&mut tx, &app, fact).await?;
        if let Some(with) = &whom.with {
            hand::told(&mut tx, &app, &who, with, (&one, version)).await?;
        }
    }
    tx.commit().await?;
    Ok(see(&format!("{}?done=told", path(&slug))))
}

/// Reads who was told: by the reference of a case, or an address; what is known of an account is not kept twice.
async fn read(conn: &mut Conn, app: &App, who: &Who, frame: &Frame, form: &mut Form) -> Result<Option<Whom>> {
    let name = match line(form.value("name"), NAME) {
        Ok(name) => name,
        Err(Fault::Empty) => String::new(),
        Err(fault) => {
            form.refuse("name", frame.with(fault.key(), "most", NAME.to_string()));
            return Ok(None);
        }
    };
    let none = Whom {
        reference: String::new(),
        case: None,
        with: None,
        resident: Id::NONE,
        name: String::new(),
        address: String::new(),
        address_key: String::new(),
    };
    if !form.value("contact").is_empty() {
        return in_contact(conn, who, frame, form, none).await;
    }
    let typed = match line(form.value("whom"), NAME) {
        Ok(typed) => typed,
        Err(_) => {
            form.refuse("whom", frame.t("knowledge-tell-whom-empty"));
            return Ok(None);
        }
    };
    if typed.parse::<Reference>().is_ok() {
        let seen = match app.part::<Known>() {
            Ok(known) => (known.seen)(conn, app, who, &typed).await?,
            Err(_) => None,
        };
        let Some((reference, case, resident)) = seen else {
            form.refuse("whom", frame.t("knowledge-tell-whom-no-case"));
            return Ok(None);
        };
        let resident = resident.unwrap_or(Id::NONE);
        return Ok(Some(Whom { reference: reference.to_string(), case: Some(case), resident, ..none }));
    }
    let Ok(address) = Address::read(&typed) else {
        form.refuse("whom", frame.t("knowledge-tell-whom-wrong"));
        return Ok(None);
    };
    if let Some(account) = residents::store::by_address(conn, &address).await? {
        return Ok(Some(Whom { resident: account.id, ..none }));
    }
    let (address_key, address) = (address.key(), address.as_str().to_owned());
    Ok(Some(Whom { name, address, address_key, ..none }))
}

/// Whoever is spoken to in a contact of one's own that is open: the record it is with, or what it says itself.
async fn in_contact(conn: &mut Conn, who: &Who, frame: &Frame, form: &mut Form, none: Whom) -> Result<Option<Whom>> {
    let id: Id = form.value("contact").parse().map_err(|_| Error::NotFound)?;
    let with = contact::by_id(conn, id).await?;
    contact::check(who, contact::Action::Work(&with))?;
    if !with.is_open() {
        form.refuse("whom", frame.t("knowledge-tell-finished"));
        return Ok(None);
    }
    let resident = with.resident.unwrap_or(Id::NONE);
    Ok(Some(Whom { resident, with: Some(with), ..none }))
}
