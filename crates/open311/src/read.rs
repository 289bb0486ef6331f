//! A report as it was sent, read as a form is read: what is asked, where it is, who sent it, and what the rules say of it.

use crate::attributes::{Attributes, in_words};
use crate::caller::{Desk, value};
use crate::refusal::Refusal;
use crate::{location, offer};
use axum::http::StatusCode;
use cases::{Contact, Given, Opening};
use kit::facts::Help;
use kit::form::{self, Fault, Form};
use kit::who::Who;
use kit::{App, Error, Id, Lang};
use residents::{By, Email, Phone};
use services::{Answer, Answers, Catalogue, Definition, Kind, Output, Place, Walk, shortened};
use std::sync::Arc;

/// How reports from other systems came, as a case says it.
pub(crate) const SOURCE: &str = "open311";

/// The longest description, in characters, as the standard has it.
const DESCRIPTION: usize = 4_000;
/// The longest link to a picture, in bytes.
const LINK: usize = 2_000;
/// The longest title: what imported reports may have.
const TITLE: usize = 2_000;
/// The most bytes of all fields together: the longest description in any script, and many attributes.
const LARGEST: usize = 64 << 10;

/// What a report says, its service found and its words sorted.
struct Report {
    definition: Arc<Definition>,
    answers: Answers,
    place: Option<Place>,
    kind: String,
    /// The team a rule names, where it is not the service's own.
    team: String,
    /// What it is called, where the sender's words say it.
    title: Option<String>,
}

fn text(app: &App, sent: &Form, name: &str, most: usize, many: bool) -> Result<String, Refusal> {
    let typed = sent.value(name);
    let read = if many { form::lines(typed, most) } else { form::line(typed, most) };
    match read {
        Ok(text) => Ok(text),
        Err(Fault::Empty) => Ok(String::new()),
        Err(_) => Err(Refusal::value(app, "open311-error-text", name)),
    }
}

/// What the case of this report opens with; `draft` is the id it is known by from now on.
pub(crate) fn opening(app: &App, who: &Who, sent: &Form, draft: Id) -> Result<(Opening, String), Refusal> {
    let size: usize = sent.fields().iter().map(|(name, value)| name.len() + value.len()).sum();
    if size > LARGEST {
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, app, "open311-error-large", &[]));
    }
    let contact = contact(app, sent, who.lang)?;
    let description = text(app, sent, "description", DESCRIPTION, true)?;
    let report = report(app, sent, &description)?;
    if report.definition.contact == services::Contact::Required && contact.email.is_none() && contact.phone.is_none() {
        return Err(Refusal::value(app, "open311-error-missing", "email"));
    }
    let (definition, walk) = (&report.definition, Walk::new(&report.definition, &report.answers));
    let passed_to = stops(app, definition, &walk)?;
    let catalogue = app.part::<Catalogue>()?;
    let answers = walk.on_path();
    let promise = walk.promise(app.now(), catalogue.calendar()).map_err(Error::internal)?;
    let promise = promise.ok_or_else(|| Error::internal(format!("{} promises nothing", definition.id)))?;
    let opening = Opening {
        draft,
        service: definition.id.clone(),
        version: definition.version,
        title: report.title.unwrap_or_else(|| definition.title(&answers, Lang::EN, &app.words)),
        kind: report.kind,
        team: if report.team.is_empty() { catalogue.team_of(&walk) } else { report.team },
        answers: given(definition, &answers, &contact)?,
        contact: Some(contact),
        resident: None,
        visitor: None,
        help: Help::Alone,
        place: report.place.map(|place| cases::Place {
            position: place.latitude.zip(place.longitude),
            ward: place.ward.unwrap_or_default(),
            postcode: place.postcode.or(place.nearest_postcode).unwrap_or_default(),
            street: place.street,
        }),
        promise: cases::Promise { due: promise.due, reason: promise.reason },
        source: SOURCE.to_owned(),
        priority: walk.priority().code().to_owned(),
        passed_to,
        duplicates: definition.duplicates.clone(),
        opened: None,
    };
    Ok((opening, description))
}

/// Reads what is asked. A report without its kind, to the service that the rules of the import leave the rest to, is sorted
/// by them: by its title and the category it was put under.
fn report(app: &App, sent: &Form, description: &str) -> Result<Report, Refusal> {
    let (desk, catalogue) = (app.part::<Desk>()?, app.part::<Catalogue>()?);
    let code =
        value(sent, "service_code").ok_or_else(|| Refusal::value(app, "open311-error-missing", "service_code"))?;
    let asked = offer::one(app, code)?.ok_or_else(|| Refusal::unknown(app, "open311-error-service"))?;
    let location = location::read(app, sent)?;
    let attributes = Attributes::of(sent);
    let context = catalogue.context(kit::lang::local(app.now()).date());
    let (mut answers, mut wrong) = attributes.answers(app, &asked, &context);
    let title = match attributes.one("title") {
        None => shortened(title_in(description)),
        Some(typed) => {
            let line =
                form::line(typed, TITLE).map_err(|_| Refusal::value(app, "open311-error-text", "attribute[title]"));
            shortened(&line?)
        }
    };
    let sorts = offer::is_sorted(&asked, desk) && answers.get(&desk.mapping.kind_question).is_none();
    let (definition, kind, team) = if sorts && wrong.is_empty() {
        let sorted = cases::import::sort(&desk.mapping, &title, attributes.one("category").unwrap_or_default());
        let missing = || Error::internal(format!("the rules name the service {}, which is not there", sorted.service));
        let found = catalogue.current(sorted.service).ok_or_else(missing)?;
        if found.id != asked.id {
            answers = Answers::on(context.today);
        }
        if found.question(&desk.mapping.kind_question).is_some() && !sorted.kind.is_empty() {
            answers.give(&desk.mapping.kind_question, Answer::Choice(sorted.kind.to_owned()));
        }
        (found, Some(sorted.kind.to_owned()), sorted.team.to_owned())
    } else {
        (asked, None, String::new())
    };
    let place = location.place(desk, offer::place(&definition), &context);
    let place = place.unwrap_or_else(|cause| {
        wrong.push(in_words(app, &definition, &cause));
        None
    });
    let words = with_link(sent, description);
    put(&definition, &location, place.as_ref(), &words, &mut answers, &context);
    if kind.is_none() {
        wrong.extend(missing(app, &definition, &answers, &attributes, offer::is_sorted(&definition, desk)));
    }
    if !wrong.is_empty() {
        return Err(Refusal::Said(StatusCode::BAD_REQUEST, wrong));
    }
    // Words of the sender name the case only where no choice does.
    let named = kind.is_some() || attributes.one("title").is_some();
    let kind = kind.unwrap_or_else(|| definition.kind(&answers));
    Ok(Report { answers, place, kind, team, title: Some(title).filter(|title| named && !title.is_empty()), definition })
}

/// The description, and below it the link to a picture where the sender gave one: it is for whoever reads it, and nothing here
/// follows it.
fn with_link(sent: &Form, description: &str) -> String {
    let is_link = |link: &&str| {
        let web = link.starts_with("https://") || link.starts_with("http://");
        web && link.len() <= LINK && !link.chars().any(|c| c.is_whitespace() || c.is_control())
    };
    match value(sent, "media_url").filter(is_link) {
        Some(link) => format!("{description}\n\n{link}").trim_start().to_owned(),
        None => description.to_owned(),
    }
}

/// The words a report without a title is known by: FixMyStreet writes it into the first line of the description.
fn title_in(description: &str) -> &str {
    let first = description.lines().next().unwrap_or_default();
    first.strip_prefix("title: ").filter(|title| !title.trim().is_empty()).unwrap_or(description)
}

/// Puts what the standard asks for by names of its own in the place of answers: where it is, and what happened.
fn put(
    definition: &Definition,
    location: &location::Location,
    place: Option<&Place>,
    description: &str,
    answers: &mut Answers,
    context: &services::Context<'_>,
) {
    if let (Some(question), Some(place)) = (offer::place(definition), place) {
        answers.give(&question.id, Answer::Place(place.clone()));
    }
    for question in definition.questions() {
        match question.kind {
            Kind::LongText { .. } if question.id == offer::DESCRIPTION && !description.is_empty() => {
                answers.give(&question.id, Answer::Text(description.to_owned()));
            }
            Kind::Address if !location.address.is_empty() => {
                if let Ok(Some(address)) = question.read(&location.fill_address(&question.id), context) {
                    answers.give(&question.id, address);
                }
            }
            _ => {}
        }
    }
}

/// What has to be answered whatever else is, and was not.
fn missing(
    app: &App,
    definition: &Definition,
    answers: &Answers,
    attributes: &Attributes<'_>,
    sorted: bool,
) -> Vec<String> {
    if sorted {
        return Vec::new();
    }
    let missing = definition.missing(answers).into_iter().map(|(_, question)| question);
    // What is wrong with an answer that was given has been said.
    let given = |question: &services::Question| attributes.one(&question.id).is_some();
    let asked = missing.filter(|question| definition.always_asks(question) && !given(question));
    let name = |question: &services::Question| match question.kind {
        Kind::Address | Kind::Place => "address_string".to_owned(),
        _ if question.id == offer::DESCRIPTION => "description".to_owned(),
        _ => format!("attribute[{}]", question.id),
    };
    let said = |question| app.words.with(Lang::EN, "open311-error-missing", &[("name", name(question).into())]);
    asked.map(said).collect()
}

/// To whom it is passed on, if it is. What ends the form ends it here too, in the same words.
fn stops(app: &App, definition: &Definition, walk: &Walk<'_, '_>) -> Result<Option<String>, Refusal> {
    let Some(stop) = walk.stop() else { return Ok(None) };
    if forms::journey::ends_here(&stop.output) {
        let reason = ("reason", definition.text(Lang::EN, &stop.reason).into());
        let (key, values) = match &stop.output {
            Output::NotOurs { to } => {
                ("open311-error-not-ours-but", vec![reason, ("to", definition.text(Lang::EN, to).into())])
            }
            _ => ("open311-error-not-ours", vec![reason]),
        };
        return Err(Refusal::new(StatusCode::BAD_REQUEST, app, key, &values));
    }
    Ok(match stop.output {
        Output::PassOn { to } => Some(to),
        _ => None,
    })
}

/// How the person is reached who told the other system.
fn contact(app: &App, sent: &Form, lang: Lang) -> Result<Contact, Refusal> {
    let (first, last) = (text(app, sent, "first_name", 100, false)?, text(app, sent, "last_name", 100, false)?);
    let wrong = |name: &str| Refusal::value(app, "open311-error-text", name);
    let email = value(sent, "email").map(|typed| Email::read(typed).map_err(|_| wrong("email"))).transpose()?;
    let phone = value(sent, "phone").map(|typed| Phone::read(typed).map_err(|_| wrong("phone"))).transpose()?;
    Ok(Contact {
        // A number alone is for ringing them: nobody has said that it takes texts.
        by: if email.is_some() || phone.is_none() { By::Address } else { By::Hand },
        name: [first, last].join(" ").trim().to_owned(),
        email: email.map(|email| email.as_str().to_owned()),
        phone: phone.map(|phone| phone.as_str().to_owned()),
        lang,
    })
}

/// The answers in the order of the definition, and how the person is reached as the form keeps it.
fn given(definition: &Definition, answers: &Answers, contact: &Contact) -> Result<Vec<Given>, Refusal> {
    let by = || "resident".to_owned();
    let mut all = Vec::new();
    for question in definition.questions() {
        if let Some(answer) = answers.get(&question.id) {
            let value = serde_json::to_value(answer).map_err(Error::from)?;
            all.push(Given { question: question.id.clone(), value, by: by() });
        }
    }
    let way = match (&contact.email, &contact.phone) {
        (Some(_), _) => forms::Way::Email,
        (None, Some(_)) => forms::Way::Call,
        (None, None) => forms::Way::None,
    };
    let way = serde_json::to_value(Answer::Choice(way.code().to_owned())).map_err(Error::from)?;
    let proved = serde_json::to_value(Answer::YesNo(false)).map_err(Error::from)?;
    all.push(Given { question: forms::WAY.to_owned(), value: way, by: by() });
    all.push(Given { question: forms::PROVED.to_owned(), value: proved, by: by() });
    Ok(all)
}
