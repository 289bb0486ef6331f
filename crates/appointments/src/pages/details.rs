//! Who it is for, and the booking itself: `GET /appointments/{kind}/details`, `POST /appointments/{kind}/book`.

use super::{nearest, path, summary, when};
use crate::book::{Answer, Choice, Person, before, still, token};
use crate::diary::{Diaries, Kind};
use crate::model::Way;
use crate::told;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use kit::clock::Micros;
use kit::db::Conn;
use kit::extract::Path;
use kit::form::{Fault, Form, line};
use kit::page::{Frame, html, invalid, see};
use kit::turns::Turns;
use kit::ui::{Choice as Offer, Choices, Input, Markup, Radios};
use kit::who::Who;
use kit::{App, Error, Id, Result, link};
use residents::{Email, Phone};

/// The most characters of a name.
const NAME_MOST: usize = 100;

#[derive(Template)]
#[template(path = "details.html")]
struct Page {
    frame: Frame,
    form: Form,
    kind: String,
    choice: Choice,
    at: Micros,
    key: Id,
    summary: String,
    /// The times nearest to one that somebody else was given.
    nearest: Vec<(String, String)>,
    /// That one is gone.
    gone: bool,
}

impl Page {
    fn summary(&self) -> Markup<'_> {
        Markup::trusted(self.summary.as_str())
    }

    fn back(&self) -> String {
        link::path(&format!("/appointments/{}", self.kind), &self.choice.values())
    }

    fn is_call(&self) -> bool {
        self.choice.way == Way::Phone
    }

    fn another(&self) -> Choices<'_> {
        let offers = self.nearest.iter().map(|(at, said)| Offer::new(at.as_str(), said.as_str()));
        let asked = Radios::new("at", self.frame.t("appointments-nearest")).choices(offers);
        asked.error(&self.frame, self.form.error("at"))
    }

    fn name(&self) -> Input<'_> {
        let name = Input::text("name", self.frame.t("appointments-name")).autocomplete("name").free_text();
        name.value(self.form.value("name")).error(&self.frame, self.form.error("name"))
    }

    fn email(&self) -> Input<'_> {
        let email = Input::email("email", self.frame.t("appointments-email"));
        email.value(self.form.value("email")).error(&self.frame, self.form.error("email"))
    }

    fn phone(&self) -> Input<'_> {
        let key = if self.is_call() { "appointments-phone-to-ring" } else { "appointments-phone" };
        let phone = Input::phone("phone", self.frame.t(key));
        phone.value(self.form.value("phone")).error(&self.frame, self.form.error("phone"))
    }
}

/// What is asked for, and for when.
struct Asked {
    kind: Kind,
    choice: Choice,
    at: Micros,
}

impl Asked {
    async fn of(app: &App, who: &Who, kind: &str, form: &Form) -> Result<Asked> {
        let diaries = app.part::<Diaries>()?;
        let kind = diaries.kind(kind)?.clone();
        let choice = Choice::of(diaries, &kind, form)?;
        let choice = choice.obeying(&mut *app.db.read().await?, who.resident().ok()).await?;
        Ok(Asked { choice, kind, at: form.value("at").parse().unwrap_or(0) })
    }

    fn page(self, app: &App, who: &Who, form: Form) -> Result<Page> {
        let Asked { kind, choice, at } = self;
        let mut values = choice.values();
        let moment = at.to_string();
        values.push(("at", &moment));
        let here = link::path(&format!("/appointments/{}/details", kind.id), &values);
        let frame = Frame::new(app, who, here, "appointments-details").with_error(!form.is_good());
        let summary = summary(app, &frame, &choice, at, "")?.to_string();
        let key = form.value("key").parse().unwrap_or_else(|_| app.id());
        Ok(Page { frame, form, kind: kind.id, key, choice, at, summary, nearest: Vec::new(), gone: false })
    }

    /// The times again, with a word that this one is gone.
    fn lost(&self) -> Response {
        let mut values = self.choice.values();
        values.push(("lost", "1"));
        see(&link::path(&format!("/appointments/{}", self.kind.id), &values))
    }
}

/// Asks who it is for; filled in from the account of whoever is signed in.
pub async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(kind): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = Asked::of(&app, &who, &kind, &link::query(query.as_deref())).await?;
    let mut read = app.db.read().await?;
    if still(&mut read, &app, &asked.choice, asked.at, None).await?.is_none() {
        return Ok(asked.lost());
    }
    let mut form = Form::empty();
    if let Ok(id) = who.resident() {
        form = known(&mut read, id).await?;
    }
    html(&asked.page(&app, &who, form)?)
}

/// Books it, once. Where somebody was faster, what was typed stays and the nearest times are offered.
pub async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(kind): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let asked = Asked::of(&app, &who, &kind, &form).await?;
    let key: Id = form.value("key").parse().map_err(|_| Error::BadRequest("page-form-not-understood"))?;
    let person = person(&app, &who, &mut form, asked.choice.way);
    let turn = app.part::<Turns>()?.take(&asked.choice.site).await;
    let mut tx = app.db.begin().await?;
    // Pressed twice it leads to what the first press did, whatever is typed or taken by now.
    if before(&mut tx, key).await?.is_some() {
        return Ok(see(&path(&token(&app, key))));
    }
    let Some(person) = person else {
        if still(&mut tx, &app, &asked.choice, asked.at, None).await?.is_some() {
            return invalid(&asked.page(&app, &who, form)?);
        }
        return another(&app, &who, asked, form, &mut tx).await;
    };
    match told::book(&mut tx, &app, &who, (&asked.choice, asked.at), &person, key).await? {
        Answer::Booked(_) => {
            tx.commit().await?;
            drop(turn);
            Ok(see(&path(&token(&app, key))))
        }
        Answer::Gone => another(&app, &who, asked, form, &mut tx).await,
    }
}

/// The same page with the nearest times, everything typed kept.
async fn another(app: &App, who: &Who, asked: Asked, mut form: Form, tx: &mut kit::db::Tx) -> Result<Response> {
    let nearest = nearest(tx, app, (&asked.choice, None), asked.at).await?;
    form.refuse("at", app.t(who.lang, "appointments-gone"));
    let mut page = asked.page(app, who, form)?;
    page.nearest = nearest.into_iter().map(|at| (at.to_string(), when(who.lang, at))).collect();
    page.gone = true;
    invalid(&page)
}

/// What is known of somebody with an account.
pub async fn known(conn: &mut Conn, id: Id) -> Result<Form> {
    let Some(person) = residents::person(conn, id).await? else { return Ok(Form::empty()) };
    let contact = person.contact;
    let form = Form::empty().fill("name", contact.name).fill("email", contact.email.unwrap_or_default());
    Ok(form.fill("phone", contact.phone.unwrap_or_default()))
}

/// What was typed of who it is for; what is wrong is said in the form.
pub fn person(app: &App, who: &Who, form: &mut Form, way: Way) -> Option<Person> {
    let say = |key: &str| app.t(who.lang, key).to_owned();
    let name = line(form.value("name"), NAME_MOST).map_err(|fault| match fault {
        Fault::Empty => say("appointments-name-empty"),
        other => app.words.with(who.lang, other.key(), &[("most", NAME_MOST.into())]),
    });
    let typed = form.trimmed("email");
    let email =
        if typed.is_empty() { Ok(String::new()) } else { Email::read(typed).map(|email| email.as_str().to_owned()) };
    let email = email.map_err(|_| say("appointments-email-wrong"));
    let typed = form.trimmed("phone");
    let phone = match (typed.is_empty(), way) {
        (true, Way::Phone) => Err(say("appointments-phone-empty")),
        (true, Way::InPerson) => Ok(String::new()),
        (false, _) => {
            Phone::read(typed).map(|phone| phone.as_str().to_owned()).map_err(|_| say("appointments-phone-wrong"))
        }
    };
    for (field, wrong) in
        [("name", name.as_ref().err()), ("email", email.as_ref().err()), ("phone", phone.as_ref().err())]
    {
        if let Some(wrong) = wrong {
            form.refuse(field, wrong.clone());
        }
    }
    Some(Person { name: name.ok()?, email: email.ok()?, phone: phone.ok()?, resident: who.resident().ok() })
}
