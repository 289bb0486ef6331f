//! What can be handed to whom, and what a system is told: what was chosen and where it is; how to reach whoever reported it only
//! where the definition says so and why. Nothing anybody wrote but the place.

use crate::book;
use crate::facts;
use crate::handed::beside::{self, SentFile};
use crate::handed::{Handed, Taker};
use crate::model::{Case, Contact};
use crate::store::{self, handed, systems};
use kit::db::Conn;
use kit::page::Frame;
use kit::{App, Error, Id, Lang, Reference, Result};
use residents::By;
use serde::Serialize;
use services::{Definition, Handover};

/// Where it is.
#[derive(Debug, Clone, Serialize)]
struct Place {
    street: String,
    postcode: String,
    ward: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
}

/// A question and what was chosen.
#[derive(Debug, Clone, Serialize)]
struct Chosen {
    question: String,
    answer: String,
}

/// What the system may end it with.
#[derive(Debug, Clone, Serialize)]
struct Ending {
    id: String,
    name: String,
}

/// How to reach whoever reported it.
#[derive(Debug, Clone, Serialize)]
struct Reached {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    language: &'static str,
}

/// What a system is told of a case.
#[derive(Debug, Clone, Serialize)]
pub struct Sent {
    id: Id,
    reference: String,
    service: String,
    service_name: String,
    kind: String,
    priority: String,
    asked: String,
    answer_by: String,
    promised: String,
    place: Place,
    answers: Vec<Chosen>,
    outcomes: Vec<Ending>,
    files: Vec<SentFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<Reached>,
}

/// The rule by which a case goes to a system; [`Error::NotFound`] where its definition has none any more.
pub(super) fn rule(app: &App, case: &Case, code: &str) -> Result<Handover> {
    let book = book::of(app, case)?;
    book.definition().and_then(|found| found.handover(code, &case.kind)).cloned().ok_or(Error::NotFound)
}

async fn written(conn: &mut Conn, app: &App, case: &Case, one: &Handed, rule: &Handover) -> Result<Sent> {
    let (book, lang) = (book::of(app, case)?, Lang::EN);
    let answers = store::cases::answers(conn, case.id).await?;
    let moment = crate::timeline::machine_time;
    let (latitude, longitude) = case.place.position.unzip();
    let (street, postcode, ward) = (case.place.street.clone(), case.place.postcode.clone(), case.place.ward.clone());
    let contact = match rule.contact && one.state.is_live() && !case.erased {
        true => reached(conn, case).await?,
        false => None,
    };
    let mut told = book.chosen(app, &answers, lang)?;
    // Whoever agrees with somebody when to come is told where to.
    if contact.is_some() {
        told.extend(book.addresses(app, &answers, lang)?);
    }
    let ending = |id: &String| Ending { id: id.clone(), name: book.outcome_for_staff(id) };
    Ok(Sent {
        id: one.id,
        reference: case.reference.to_string(),
        service: case.service.clone(),
        service_name: book.name(case, lang),
        kind: case.kind.clone(),
        priority: case.priority.clone(),
        asked: moment(one.asked),
        answer_by: moment(one.due),
        promised: moment(case.promise.due),
        place: Place { street, postcode, ward, latitude, longitude },
        answers: told.into_iter().map(|(question, answer)| Chosen { question, answer }).collect(),
        outcomes: rule.outcomes.iter().map(ending).collect(),
        files: beside::of_report(conn, case, one, rule).await?,
        contact,
    })
}

/// True for somebody whose address is to be kept safe, who is confidential, or who has died: nothing of theirs is told to another system.
pub(super) async fn is_spared(conn: &mut Conn, resident: Id) -> Result<bool> {
    let kept = residents::store::keys::person(conn, resident).await?.is_some_and(|person| person.is_kept());
    Ok(kept || residents::person(conn, resident).await?.is_some_and(|person| person.deceased))
}

/// How to reach whoever reported it first; nothing of somebody whose address is to be kept safe.
async fn reached(conn: &mut Conn, case: &Case) -> Result<Option<Reached>> {
    let mut contact: Contact = case.contact.clone();
    if let Some(resident) = case.resident {
        if is_spared(conn, resident).await? {
            return Ok(None);
        }
        let person = residents::person(conn, resident).await?;
        if contact.by == By::Account
            && let Some(person) = person
        {
            contact = person.contact;
        }
    }
    if contact.is_nobody() {
        return Ok(None);
    }
    Ok(Some(Reached { name: contact.name, email: contact.email, phone: contact.phone, language: contact.lang.tag }))
}

/// The same of what a webhook has to be told of; nothing where it was handed to somebody else.
pub async fn told(conn: &mut Conn, app: &App, system: &Taker, id: Id) -> Result<Option<Sent>> {
    match handed::by_id(conn, id).await?.filter(|one| one.system == system.id) {
        Some(one) => sent(conn, app, &one, system).await,
        None => Ok(None),
    }
}

/// What a system is told of a case that was handed to it; nothing where its definition does not name the system any more.
pub(super) async fn sent(conn: &mut Conn, app: &App, one: &Handed, system: &Taker) -> Result<Option<Sent>> {
    let case = store::cases::by_id(conn, one.case).await?;
    match rule(app, &case, &system.code) {
        Ok(rule) => written(conn, app, &case, one, &rule).await.map(Some),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// A system the case may be handed to, and what it would be told.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub system: Taker,
    pub rule: Handover,
    /// The lines of what is sent.
    pub lines: Vec<String>,
}

/// What may be handed over, and what can be taken back.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hands {
    pub offers: Vec<Offer>,
    /// What other systems have now.
    pub live: Vec<(Handed, Taker)>,
}

/// What an officer can hand over of this case, and take back.
pub(crate) async fn hands(conn: &mut Conn, app: &App, frame: &Frame, case: &Case) -> Result<Hands> {
    let (mut hands, all) = (Hands::default(), handed::of_case(conn, case.id).await?);
    for one in all.into_iter().filter(|one| one.state.is_live()) {
        let system = systems::by_id(conn, one.system).await?.ok_or(Error::NotFound)?;
        hands.live.push((one, system));
    }
    let book = book::of(app, case)?;
    let rules: Vec<Handover> = book.definition().map(|found| found.handovers().to_vec()).unwrap_or_default();
    for rule in rules {
        let Some(system) = systems::by_code(conn, &rule.system).await? else { continue };
        if !rule.is_for(&case.kind) || hands.live.iter().any(|(one, _)| one.system == system.id) {
            continue;
        }
        let asked = new(case, &system, app.now(), &rule);
        let told = written(conn, app, case, &asked, &rule).await?;
        let why = |of: fn(&Definition, &Handover, Lang) -> String| {
            book.definition().map(|found| of(found, &rule, frame.lang)).unwrap_or_default()
        };
        let mut lines = lines(frame, &told, &why(Definition::handover_contact_words));
        if rule.messages {
            lines.push(frame.with("cases-handed-sends-messages", "why", why(Definition::handover_messages_words)));
        }
        hands.offers.push(Offer { lines, system, rule });
    }
    Ok(hands)
}

/// A case as it would stand when it is handed over now.
fn new(case: &Case, system: &Taker, now: kit::clock::Micros, rule: &Handover) -> Handed {
    let due = now + rule.hours * kit::clock::HOUR;
    Handed {
        id: Id::NONE,
        case: case.id,
        system: system.id,
        state: super::State::Asked,
        theirs: String::new(),
        said: String::new(),
        said_on: 0,
        steps: 0,
        outcome: String::new(),
        reason: String::new(),
        asked: now,
        due,
        answered: 0,
        ended: 0,
        look: due,
    }
}

/// What is sent, as the officer reads it before.
fn lines(frame: &Frame, sent: &Sent, why: &str) -> Vec<String> {
    let reference = sent.reference.parse::<Reference>().map_or_else(|_| sent.reference.clone(), |one| one.grouped());
    let mut lines = vec![frame.with2(
        "cases-handed-sends-case",
        ("service", sent.service_name.as_str()),
        ("reference", reference.as_str()),
    )];
    let position = sent.place.latitude.zip(sent.place.longitude).map(|(north, east)| format!("{north:.5}, {east:.5}"));
    let place = [sent.place.street.clone(), sent.place.postcode.clone(), position.unwrap_or_default()];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    if !place.is_empty() {
        lines.push(frame.with("cases-handed-sends-place", "place", place.join(", ")));
    }
    let colon = |question: &str| if question.ends_with('?') { "" } else { ":" };
    if !sent.files.is_empty() {
        lines.push(frame.with("cases-handed-sends-files", "n", sent.files.len()));
    }
    lines.extend(sent.answers.iter().map(|one| format!("{}{} {}", one.question, colon(&one.question), one.answer)));
    match &sent.contact {
        None => lines.push(frame.t("cases-handed-sends-nobody").to_owned()),
        Some(contact) => {
            let known = [Some(contact.name.clone()), contact.email.clone(), contact.phone.clone()];
            let known: Vec<String> = known.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            let known = known.join(", ");
            lines.push(frame.with2("cases-handed-sends-contact", ("contact", known.as_str()), ("why", why)));
        }
    }
    lines
}

/// Hands a case over to the system that definitions call this, as its rule says; gives what the system answers to, or nothing where
/// there is no such system, it takes no such cases, or it has the case already.
pub async fn hand_to(tx: &mut kit::db::Tx, app: &App, who: &kit::who::Who, case: Id, code: &str) -> Result<Option<Id>> {
    let case = store::cases::by_id(tx, case).await?;
    let book = book::of(app, &case)?;
    let rules = book.definition().map(|found| found.handovers().to_vec()).unwrap_or_default();
    let takes = |rule: &&Handover| rule.system == code && rule.is_for(&case.kind);
    let Some(rule) = rules.iter().find(takes) else { return Ok(None) };
    let Some(system) = systems::by_code(tx, code).await? else { return Ok(None) };
    if !case.status.is_live() || !hand(tx, app, who, &case, (&system, rule)).await? {
        return Ok(None);
    }
    let all = handed::of_case(tx, case.id).await?;
    Ok(all.into_iter().find(|one| one.system == system.id && one.state.is_live()).map(|one| one.id))
}

/// Hands a case over to a system, once at a time; gives what was noted, or nothing where the system has it already.
pub(crate) async fn hand(
    tx: &mut kit::db::Tx,
    app: &App,
    who: &kit::who::Who,
    case: &Case,
    (system, rule): (&Taker, &Handover),
) -> Result<bool> {
    let (id, now) = (app.id(), app.now());
    let due = now + rule.hours * kit::clock::HOUR;
    handed::seen_to(tx, case.id).await?;
    if !handed::insert(tx, (id, case.id, system.id), (now, due)).await? {
        return Ok(false);
    }
    let mut after = case.clone();
    after.next_action = due;
    store::cases::save(tx, &mut after).await?;
    let told = facts::Hand { id, system: system.id, name: system.name.clone(), ..facts::Hand::default() };
    let data = facts::Data { revision: after.revision, due, hand: Some(told), ..facts::Data::default() };
    facts::record(tx, app, facts::about("case.handed-over", who, &after).data(data.json())).await?;
    Ok(true)
}
