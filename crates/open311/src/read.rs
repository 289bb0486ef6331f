//! A report as it was sent, read as a form is read: what is asked, where it is, who sent it, and what the rules say of it.

use crate::attributes::{Attributes, in_words};
use crate::caller::{Desk, value};
use crate::links::Links;
use crate::refusal::{Refusal, Wrong};
use crate::{location, offer};
use axum::http::StatusCode;
use cases::{Contact, Given, Opening};
use kit::facts::Help;
use kit::form::{self, Fault, Form};
use kit::who::Who;
use kit::{App, Error, Id, Lang};
use residents::{By, Email, Phone};
use services::{Answer, Answers, Catalogue, Definition, Kind, Output, Place, Question, Walk, shortened};
use std::sync::Arc;

/// How reports from other systems came, as a case says it.
pub(crate) const SOURCE: &str = "open311";

/// The longest description, in characters, as the standard has it.
const DESCRIPTION: usize = 4_000;
/// The longest title: what imported reports may have.
const TITLE: usize = 2_000;
/// The longest first or last name, in characters.
const NAME: usize = 100;
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

/// A report that can be taken.
pub(crate) struct Taken {
    pub opening: Opening,
    pub description: String,
    /// Its words or answers say what it is about; else only its pictures can.
    pub says_what: bool,
}

fn text(app: &App, sent: &Form, name: &str, most: usize, many: bool) -> Result<String, Refusal> {
    let typed = sent.value(name);
    let read = if many { form::lines(typed, most) } else { form::line(typed, most) };
    match read {
        Ok(text) => Ok(text),
        Err(Fault::Empty) => Ok(String::new()),
        Err(fault) => Err(Refusal::fault(app, fault, name)),
    }
}

/// What the case of this report opens with; `draft` is the id it is known by from now on. Whatever is wrong with it is said at once.
pub(crate) fn opening(
    app: &App,
    who: &Who,
    (sent, with_pictures): (&Form, bool),
    draft: Id,
    mut wrong: Wrong,
) -> Result<Taken, Refusal> {
    let size: usize = sent.fields().iter().map(|(name, value)| name.len() + value.len()).sum();
    if size > LARGEST {
        return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, app, "open311-error-large", &[]));
    }
    let asked = wrong.note(service(app, sent))?;
    let says_what = value(sent, "description").is_some()
        || !Links::of(sent).is_empty()
        || Attributes::of(sent).say_what(asked.as_deref());
    let contact = contact(app, sent, who.lang, &mut wrong)?;
    let description = wrong.note(text(app, sent, "description", DESCRIPTION, true))?.unwrap_or_default();
    let location = location::read(app, sent, &mut wrong)?;
    if !says_what && !with_pictures && asked.is_some() {
        wrong.note::<()>(Err(nothing(app)))?;
    }
    let Some(asked) = asked else { return Err(wrong.into()) };
    let report = report(app, sent, (asked, location), &description, wrong)?;
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
    Ok(Taken { opening, description, says_what })
}

/// The service it was sent to.
fn service(app: &App, sent: &Form) -> Result<Arc<Definition>, Refusal> {
    let missing = || Refusal::value(app, "open311-error-missing", "service_code");
    let code = value(sent, "service_code").ok_or_else(missing)?;
    offer::one(app, code)?.ok_or_else(|| Refusal::unknown(app, "open311-error-service"))
}

/// Nothing says what it is about: a case of it would be nobody's.
pub(crate) fn nothing(app: &App) -> Refusal {
    Refusal::bad(app, "open311-error-nothing")
}

/// What a report without another title is known by.
fn title(app: &App, attributes: &Attributes<'_>, description: &str) -> Result<String, Refusal> {
    match attributes.one("title") {
        None => Ok(shortened(title_in(description))),
        Some(typed) => {
            let line = form::line(typed, TITLE);
            line.map(|line| shortened(&line)).map_err(|fault| Refusal::fault(app, fault, "attribute[title]"))
        }
    }
}

/// Reads what is asked. A report without its kind, to the service that the rules of the import leave the rest to, is sorted
/// by them: by its title and the category it was put under. Refuses where anything is wrong, here or before.
fn report(
    app: &App,
    sent: &Form,
    (asked, location): (Arc<Definition>, Option<location::Location>),
    description: &str,
    mut wrong: Wrong,
) -> Result<Report, Refusal> {
    let (desk, catalogue) = (app.part::<Desk>()?, app.part::<Catalogue>()?);
    let attributes = Attributes::of(sent);
    let context = catalogue.context(kit::lang::local(app.now()).date());
    let (mut answers, misread) = attributes.answers(app, &asked, &context);
    let title = wrong.note(title(app, &attributes, description))?.unwrap_or_default();
    let sorts = offer::is_sorted(&asked, desk) && answers.get(&desk.mapping.kind_question).is_none();
    let sorts = sorts && misread.is_empty();
    wrong.say(misread);
    let (definition, kind, team) = if sorts {
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
    let place = location.as_ref().map(|location| location.place(desk, offer::place(&definition), &context));
    let place = place.transpose().unwrap_or_else(|cause| {
        wrong.say([in_words(app, &definition, &cause)]);
        None
    });
    let (place, located) = (place.flatten(), location.is_some());
    let location = location.unwrap_or_default();
    let words = Links::of(sent).below(description);
    put(&definition, &location, place.as_ref(), &words, &mut answers, &context);
    if kind.is_none() {
        let missing = missing(&definition, &answers, (sent, located), offer::is_sorted(&definition, desk));
        wrong.say(
            missing.into_iter().map(|name| app.words.with(Lang::EN, "open311-error-missing", &[("name", name.into())])),
        );
    }
    let reached = ["email", "phone"].iter().any(|name| value(sent, name).is_some());
    if definition.contact == services::Contact::Required && !reached {
        wrong.note::<()>(Err(Refusal::value(app, "open311-error-missing", "email")))?;
    }
    wrong.check()?;
    // Words of the sender name the case only where no choice does.
    let named = kind.is_some() || attributes.one("title").is_some();
    let kind = kind.unwrap_or_else(|| definition.kind(&answers));
    Ok(Report { answers, place, kind, team, title: Some(title).filter(|title| named && !title.is_empty()), definition })
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

/// What has to be answered whatever else is, and was not: under the names it is sent by. What is wrong with an answer that was given
/// has been said.
fn missing(definition: &Definition, answers: &Answers, (sent, located): (&Form, bool), sorted: bool) -> Vec<String> {
    if sorted {
        return Vec::new();
    }
    let attributes = Attributes::of(sent);
    let given = |question: &Question| match question.kind {
        Kind::Address | Kind::Place => !located,
        _ if question.id == offer::DESCRIPTION => value(sent, "description").is_some(),
        _ => attributes.one(&question.id).is_some(),
    };
    let name = |question: &Question| match question.kind {
        Kind::Address | Kind::Place => "address_string".to_owned(),
        _ if question.id == offer::DESCRIPTION => "description".to_owned(),
        _ => format!("attribute[{}]", question.id),
    };
    let missing = definition.missing(answers).into_iter().map(|(_, question)| question);
    missing.filter(|question| definition.always_asks(question) && !given(question)).map(name).collect()
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
fn contact(app: &App, sent: &Form, lang: Lang, wrong: &mut Wrong) -> Result<Contact, Refusal> {
    let first = wrong.note(text(app, sent, "first_name", NAME, false))?.unwrap_or_default();
    let last = wrong.note(text(app, sent, "last_name", NAME, false))?.unwrap_or_default();
    let email = value(sent, "email").map(Email::read).transpose();
    let email = wrong.note(email.map_err(|_| Refusal::bad(app, "open311-error-email")))?.flatten();
    let phone = value(sent, "phone").map(Phone::read).transpose();
    let phone = wrong.note(phone.map_err(|_| Refusal::bad(app, "open311-error-phone")))?.flatten();
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
