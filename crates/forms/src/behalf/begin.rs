//! `/desk/residents/{id}/for`: doing a service for somebody. That they want it is on record before the first question.

use super::stand::Stand;
use super::{Consent, How};
use crate::draft::{Draft, visitor_at_desk};
use crate::{service, store};
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use kit::db::Conn;
use kit::extract::{Path, Query};
use kit::facts::{self, Fact, Help};
use kit::form::Form;
use kit::page::{Frame, html, html_with, invalid, see};
use kit::route::Route;
use kit::ui::{Choice, Choices, Radios, Select};
use kit::who::{Person, Who};
use kit::{App, Error, Id, Lang, Result};
use residents::checks::Assurance;
use residents::desk::Standing;
use residents::linking::joined;
use residents::store::record::Opening;
use residents::{Resident, desk};
use serde::Deserialize;
use serde_json::json;
use services::Catalogue;

/// What the address says besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    service: String,
    contact: String,
}

/// What is to be known of services: their names, and why.
type Notes = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "for.html")]
struct ForPage {
    frame: Frame,
    form: Form,
    key: Id,
    back: String,
    name: String,
    /// They were checked, or whoever may speak for them was.
    asks: bool,
    /// Who asks and how sure that is, in words.
    standing: String,
    services: Vec<(String, String)>,
    /// Those that cannot be begun as things stand: their names, and why.
    refused: Notes,
    /// What is to be known of services before they are begun.
    notes: Notes,
    /// The same of the one that was asked for.
    note: Option<String>,
    words: String,
}

/// They have died.
#[derive(Template)]
#[template(path = "for-over.html")]
struct OverPage {
    frame: Frame,
    back: String,
    name: String,
}

impl ForPage {
    fn service(&self) -> Select<'_> {
        let choices = self.services.iter().map(|(id, name)| Choice::new(id.as_str(), name.as_str()));
        Select::new("service", self.frame.t("forms-for-service"))
            .value(self.form.value("service"))
            .error(&self.frame, self.form.error("service"))
            .choice(Choice::new("", self.frame.t("forms-for-service-choose")))
            .choices(choices.collect::<Vec<_>>())
    }

    fn how(&self) -> Choices<'_> {
        let choice =
            |how: How| Choice::new(how.code(), self.frame.t(&format!("forms-for-how-{}", how.code())).to_owned());
        let offered = How::ALL.into_iter().filter(|how| self.asks || how.is_written());
        Radios::new("how", self.frame.t("forms-for-how"))
            .choices(offered.map(choice))
            .value(self.form.value("how"))
            .error(&self.frame, self.form.error("how"))
    }
}

/// Where it begins.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/desk/residents/{id}/for", "forms.for", get),
        Route::once("/desk/residents/{id}/for", "forms.for", post),
    ]
}

/// For whom, by which opening, and what that allows now.
struct Asking {
    resident: Resident,
    opening: Opening,
    standing: Standing,
}

/// The resident whose record is open to this member of staff, and how it is; else the way to opening it.
async fn behind(conn: &mut Conn, app: &App, who: &Who, id: &str) -> Result<Result<Asking, Response>> {
    residents::may_find(who)?;
    let asked: Id = id.parse().map_err(|_| Error::NotFound)?;
    // Of joined accounts it is the one whose record is open, never another that is kept apart from it.
    let record = joined::record(conn, asked).await?;
    let person = residents::person(conn, record).await?.ok_or(Error::NotFound)?;
    let resident = residents::by_id(conn, record).await?.ok_or(Error::NotFound)?;
    let Some(opening) = desk::is_open(conn, app, who, record).await? else {
        return Ok(Err(see(&format!("{}/open", desk::path(record)))));
    };
    if person.deceased {
        return over(app, who, &resident).map(Err);
    }
    let standing = Standing::of(conn, app, person.id, &opening).await?;
    Ok(Ok(Asking { resident, opening, standing }))
}

/// Nothing is asked for any more: why, and the way back.
fn over(app: &App, who: &Who, resident: &Resident) -> Result<Response> {
    let (who, back) = (&Who { lang: Lang::EN, ..who.clone() }, desk::path(resident.id));
    let frame = Frame::new(app, who, format!("{back}/for"), "forms-for-title");
    html_with(StatusCode::CONFLICT, &OverPage { frame, back, name: resident.name.clone() })
}

fn page(app: &App, who: &Who, asking: Asking, form: Form) -> Result<ForPage> {
    let Asking { resident, standing, .. } = asking;
    let who = &Who { lang: Lang::EN, ..who.clone() };
    let path = format!("{}/for", desk::path(resident.id));
    let frame = Frame::new(app, who, path, "forms-for-title").with_error(!form.is_good());
    let catalogue = app.part::<Catalogue>()?;
    let open = catalogue.all().into_iter().filter(|found| service::open_now(app, &found.id).is_ok());
    let mut open: Vec<_> = open.map(|found| (found.name(Lang::EN).to_owned(), found)).collect();
    open.sort_by(|a, b| a.0.cmp(&b.0));
    let holder = standing.holder().map_or(resident.name.as_str(), |one| one.holder.as_str());
    let (mut services, mut refused, mut notes, mut chosen) = (Vec::new(), Notes::new(), Notes::new(), None);
    for (name, found) in open {
        let stand = Stand::of(&standing, &found);
        if let Some(why) = stand.key().map(|key| frame.with(&key, "holder", holder)) {
            if found.id == form.value("service") {
                chosen = Some(why.clone());
            }
            add(if stand.may_begin() { &mut notes } else { &mut refused }, &name, why);
        }
        if stand.may_begin() {
            services.push((found.id.clone(), name));
        }
    }
    Ok(ForPage {
        words: to_read(app, &resident, &standing),
        refused,
        key: form.value("key").parse().unwrap_or_else(|_| app.id()),
        back: desk::path(resident.id),
        name: resident.name.clone(),
        asks: standing.may_tell(),
        standing: standing_words(&frame, &standing, holder),
        services,
        notes,
        note: chosen,
        frame,
        form,
    })
}

/// Adds a service to those of which the same is to be known.
fn add(notes: &mut Notes, name: &str, why: String) {
    match notes.iter_mut().find(|(_, known)| *known == why) {
        Some((names, _)) => *names = format!("{names}, {name}"),
        None => notes.push((name.to_owned(), why)),
    }
}

/// What is read out before it begins, in the language of whose form it is: to them, or of them to whoever asks for them.
fn to_read(app: &App, resident: &Resident, standing: &Standing) -> String {
    match standing.holder() {
        Some(_) => app.words.with(resident.lang, "forms-for-words-other", &[("name", resident.name.as_str().into())]),
        None => app.t(resident.lang, "forms-for-words").to_owned(),
    }
}

/// Who asks, and how sure that is.
fn standing_words(frame: &Frame, standing: &Standing, holder: &str) -> String {
    match standing.may_tell() {
        false => frame.t("forms-for-reached-anyone").to_owned(),
        true => {
            let level = if standing.reached == Assurance::Identity { "identity" } else { "contact" };
            frame.with(&format!("forms-for-reached-{level}"), "holder", holder)
        }
    }
}

async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    match behind(&mut *app.db.read().await?, &app, &who, &id).await? {
        Err(opens) => Ok(opens),
        Ok(found) => {
            let form = Form::empty().fill("service", asked.service).fill("contact", asked.contact);
            html(&page(&app, &who, found, form)?)
        }
    }
}

/// Begins: happens once, the key is the draft's id.
async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let asking = match behind(&mut tx, &app, &who, &id).await? {
        Err(opens) => return Ok(opens),
        Ok(found) => found,
    };
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let resident = asking.resident.clone();
    if let Some(before) = store::consents::of(&mut tx, key).await? {
        return if before.resident == resident.id { Ok(see(&Draft::path_at_desk(key))) } else { Err(Error::NotFound) };
    }
    let found = service::open_now(&app, form.value("service")).ok();
    if found.is_none() {
        form.refuse("service", app.t(Lang::EN, "forms-for-service-empty"));
    }
    if let Some(found) = &found {
        let stand = Stand::of(&asking.standing, found.definition());
        if let (false, Some(key)) = (stand.may_begin(), stand.key()) {
            let holder = asking.standing.holder().map_or(resident.name.as_str(), |one| one.holder.as_str());
            form.refuse("service", app.words.with(Lang::EN, &key, &[("holder", holder.into())]));
        }
    }
    let asks = asking.standing.may_tell();
    let how = How::of(form.value("how")).filter(|how| asks || how.is_written());
    if how.is_none() {
        form.refuse("how", app.t(Lang::EN, "forms-for-how-empty"));
    }
    let (Some(found), Some(how), true) = (found, how, form.is_good()) else {
        return invalid(&page(&app, &who, asking, form)?);
    };
    let contact = own_contact(&mut tx, &who, form.value("contact"), resident.id).await?;
    // The draft is the resident's from its first moment, in their language; the browser it is filled in at is nobody's.
    let owner = Who { person: Person::Resident(resident.id), lang: resident.lang, ..Who::anyone(resident.lang) };
    let id = form.value("service").to_owned();
    let draft = Draft::new(key, &id, found.version, &owner, visitor_at_desk(key), app.now());
    let consent = Consent {
        draft: key,
        resident: resident.id,
        staff: who.staff()?.id,
        service: id,
        how,
        spoke: if asks { asking.opening.caller.clone() } else { String::new() },
        words: to_read(&app, &resident, &asking.standing),
        contact,
        at: app.now(),
    };
    // Pressed twice at one moment, and the other press was first.
    let twice = |cause: Error| if cause.violates("forms_drafts", "id") { Error::Rerun } else { cause };
    store::insert(&mut tx, &draft).await.map_err(twice)?;
    store::consents::insert(&mut tx, &consent).await?;
    let fact = Fact::new("draft.started", &who).about("draft", key).about("resident", resident.id);
    let data = json!({ "service": draft.service, "version": draft.version, "lang": draft.lang, "consent": how.code(), "reached": asking.standing.reached.code() });
    facts::record(&mut tx, &app, fact.on_behalf(resident.id).help(Help::ForMe).data(data)).await?;
    tx.commit().await?;
    Ok(see(&Draft::path_at_desk(key)))
}

/// The officer's own open contact with this resident, where the form came from one.
async fn own_contact(conn: &mut Conn, who: &Who, typed: &str, resident: Id) -> Result<Option<Id>> {
    let Ok(id) = typed.parse::<Id>() else { return Ok(None) };
    let with = contact::by_id(conn, id).await?;
    contact::check(who, contact::Action::Work(&with))?;
    Ok((with.is_open() && with.resident == Some(resident)).then_some(id))
}
