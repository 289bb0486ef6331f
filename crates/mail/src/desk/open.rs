//! `/desk/mail/{id}/open`: an email or a letter becomes a case of a service. Its words are the first message on it, and its
//! promise runs from the day it came.

use super::{carry, find, frame, language};
use crate::acknowledge::contact_at;
use crate::model::{Channel, Received};
use crate::take;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use cases::{Contact, Given, Opened, Opening, Promise};
use kit::db::{Conn, Tx};
use kit::extract::Path;
use kit::facts::Help;
use kit::form::Form;
use kit::page::{self, Frame};
use kit::ui::{Choice, Select};
use kit::who::Who;
use kit::{App, Error, Lang, Result, looks, read};
use residents::By;
use services::{Answers, Catalogue, Definition, State as Stage, Walk};
use std::sync::Arc;

/// Letters of what the case is called.
const TITLE: usize = 200;

#[derive(Template)]
#[template(path = "mail-open.html")]
struct OpenPage {
    frame: Frame,
    form: Form,
    back: String,
    received: Received,
    services: Vec<(String, String)>,
    /// The language of their account, as far as anybody knows it.
    usual: Lang,
}

impl OpenPage {
    async fn new(conn: &mut Conn, app: &App, who: &Who, received: Received, form: Form) -> Result<OpenPage> {
        let usual = language::usual(conn, &received).await?;
        let path = format!("{}/open", crate::path(received.id));
        let open = app.part::<Catalogue>()?.all().into_iter().filter(|found| found.state == Stage::Online);
        let mut services: Vec<(String, String)> =
            open.map(|found| (found.id.clone(), found.name(Lang::EN).to_owned())).collect();
        services.sort_by(|a, b| a.1.cmp(&b.1));
        let frame = frame(app, who, path, "mail-desk-open-title").with_error(!form.is_good());
        Ok(OpenPage { frame, form, back: crate::path(received.id), received, services, usual })
    }

    fn language(&self) -> Select<'_> {
        language::ask(&self.frame, &self.form, self.usual)
    }

    fn service(&self) -> Select<'_> {
        let choices = self.services.iter().map(|(id, name)| Choice::new(id.as_str(), name.as_str()));
        Select::new("service", self.frame.t("mail-desk-open-service"))
            .value(self.form.value("service"))
            .error(&self.frame, self.form.error("service"))
            .choice(Choice::new("", self.frame.t("mail-desk-open-choose")))
            .choices(choices.collect::<Vec<_>>())
    }
}

/// Asks what it is about.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
) -> Result<Response> {
    let mut tx = app.db.begin().await?;
    let received = find(&mut tx, &app, &who, &id).await?;
    if !received.is_open() {
        return Ok(page::see(&crate::path(received.id)));
    }
    looks::record(&mut tx, &app, &who, "mail", received.id, "mail").await?;
    let title: String = received.called().chars().take(TITLE).collect();
    let drawn = OpenPage::new(&mut tx, &app, &who, received, Form::empty().fill("title", title)).await?;
    tx.commit().await?;
    page::html(&drawn)
}

/// Opens it: once, whoever presses; the mail's own id is the key.
pub(crate) async fn post(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(id): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut read = app.db.read().await?;
    let received = find(&mut read, &app, &who, &id).await?;
    if let Some(case) = received.case {
        let case = cases::elsewhere::by_id(&mut read, case).await?.case;
        return Ok(page::see(&format!("/desk/cases/{}", case.reference)));
    }
    let words = frame(&app, &who, String::new(), "mail-desk-open-title");
    let title = read::line(&words, &mut form, "title", "mail-desk-open-name-empty", TITLE);
    let asked = app.part::<Catalogue>()?.current(form.value("service"));
    let definition = asked.filter(|found| found.state == Stage::Online);
    if definition.is_none() {
        form.refuse("service", words.t("mail-desk-open-service-empty"));
    }
    let (Some(title), Some(definition)) = (title, definition) else {
        return page::invalid(&OpenPage::new(&mut read, &app, &who, received, form).await?);
    };
    let lang = language::chosen(&form, language::usual(&mut read, &received).await?);
    let opening = opening(&app, &received, &definition, (title, lang))?;
    let ready = cases::ready(&mut read, &app, opening).await?;
    drop(read);
    let mut tx = app.db.begin().await?;
    let received = find(&mut tx, &app, &who, &id).await?;
    if received.case.is_some() {
        // Another press, or another officer, was first.
        return Err(Error::Rerun);
    }
    let opened = cases::open(&mut tx, &app, &who, ready).await?;
    let message = put_on(&mut tx, &app, &who, received, &opened).await?;
    tx.commit().await?;
    Ok(page::see(&message.unwrap_or_else(|| format!("/desk/cases/{}", opened.reference))))
}

/// Where what was typed as an answer is now, if anything was.
async fn put_on(tx: &mut Tx, app: &App, who: &Who, received: Received, opened: &Opened) -> Result<Option<String>> {
    let (mail, writer) = (received.id, cases::received::writer(tx, &opened.reference).await?.ok_or(Error::NotFound)?);
    take::settle_on(tx, app, who, received, (&opened.reference, &writer)).await?;
    carry(tx, app, who, mail, &writer.case, &Form::empty()).await
}

/// What the case opens with: nothing was asked yet, so nothing is answered; the rules of the service say what they can.
fn opening(
    app: &App,
    received: &Received,
    definition: &Arc<Definition>,
    (title, lang): (String, Lang),
) -> Result<Opening> {
    let catalogue = app.part::<Catalogue>()?;
    let answers = Answers::on(kit::lang::local(app.now()).date());
    let walk = Walk::new(definition, &answers);
    let promise = walk.promise(received.received, catalogue.calendar()).map_err(Error::internal)?;
    let promise = promise.ok_or_else(|| Error::internal(format!("{} promises nothing", definition.id)))?;
    let name = if received.channel == Channel::Post { &received.sender } else { &received.sender_name };
    let contact = match received.address() {
        Some(address) => contact_at(&address, name.clone(), lang),
        // A letter left nothing to write to: somebody writes back by hand.
        None => Contact { by: By::Hand, name: name.clone(), email: None, phone: None, lang },
    };
    let way = match (&contact.email, &contact.phone) {
        (Some(_), _) => "email",
        (_, Some(_)) => "text",
        _ => "letter",
    };
    let by = || "resident".to_owned();
    let given = |question: &str, answer: services::Answer| {
        Ok(Given { question: question.to_owned(), value: serde_json::to_value(answer)?, by: by() })
    };
    let answered: Result<Vec<Given>> = [
        given("contact-way", services::Answer::Choice(way.to_owned())),
        given(cases::PROVED, services::Answer::YesNo(false)),
    ]
    .into_iter()
    .collect();
    Ok(Opening {
        draft: received.id,
        service: definition.id.clone(),
        version: definition.version,
        title,
        kind: String::new(),
        team: catalogue.team_of(&walk),
        answers: answered?,
        contact: Some(contact),
        resident: None,
        visitor: None,
        // They wrote it themselves; nobody filled in a form with them.
        help: Help::Alone,
        place: None,
        promise: Promise { due: promise.due, reason: promise.reason },
        source: received.channel.of_contact().code().to_owned(),
        priority: walk.priority().code().to_owned(),
        passed_to: None,
        duplicates: None,
        opened: None,
    })
}
