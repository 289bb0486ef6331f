//! A submission becomes a case, or joins the case of the same thing reported nearby.

use crate::facts::{self, Data};
use crate::model::{Case, Contact, Place, Promise, Status};
use crate::near;
use crate::store::{self, cases::Beside, reporters::Reporter};
use crate::{dates, pass_on, tell};
use kit::clock::{DAY, HOUR, Micros};
use kit::db::{Conn, Tx};
use kit::facts::Help;
use kit::outbox;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result};
use residents::Written;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use services::Answer;

/// One answer of a submission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// The question's identifier.
    #[serde(rename = "q")]
    pub question: String,
    /// The answer, as `services::Answer` writes itself.
    #[serde(rename = "a")]
    pub value: Value,
    /// Who gave it: "resident", or a member of staff's id.
    pub by: String,
}

/// Everything a submission says about the case it becomes.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The submitted draft: a repeat with the same one gives the same case.
    pub draft: Id,
    /// The service's identifier.
    pub service: String,
    /// The version of the definition the draft was filled in on.
    pub version: i64,
    /// What the case is called; never from a sensitive answer.
    pub title: String,
    /// Category within the service, for lists and figures; may be empty.
    pub kind: String,
    /// The team that gets it.
    pub team: String,
    /// What was answered.
    pub answers: Vec<Given>,
    /// How the reporter is reached, when they said so.
    pub contact: Option<Contact>,
    /// The resident's account, when signed in or acted for.
    pub resident: Option<Id>,
    /// The browser it was sent from.
    pub visitor: Option<Id>,
    /// With which help it was filled in.
    pub help: Help,
    /// Where it is.
    pub place: Option<Place>,
    /// What is promised.
    pub promise: Promise,
    /// How it came: "web", the channel of the contact it came from, "open311".
    pub source: String,
    /// The order of work: "low", "normal", "high", "urgent".
    pub priority: String,
    /// To whom it is passed on, as the definition's word key, when it is not ours.
    pub passed_to: Option<String>,
    /// When two submissions are about the same thing, as the definition says.
    pub duplicates: Option<services::Duplicates>,
    /// When it was opened, if not now: for history.
    pub opened: Option<Micros>,
}

/// What a submission became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The case.
    pub case: Id,
    /// The reference of this reporter.
    pub reference: Reference,
    /// It became part of a case somebody else had opened.
    pub joined: bool,
    /// This draft had been submitted before: nothing was done again.
    pub repeat: bool,
}

/// The question that keeps whether a one-time code proved the contact; no definition has one of this name.
pub const PROVED: &str = "contact-proved";

/// Reporters that one who neither signed in nor proved an address may be among, in an hour.
const STRANGERS_AN_HOUR: usize = 200;
/// Of those who reported it before, so many are compared with one more.
const COMPARED: usize = 1_000;

/// How often a new reference is tried when one is taken; with 40 bits once is rare.
const TRIES: usize = 8;

/// A submission made ready: all that can be worked out before the transaction, in which everybody else waits.
pub struct Ready {
    opening: Opening,
    case: Case,
    beside: Beside,
    told: Option<Written>,
}

/// Makes a submission ready to be opened.
pub async fn ready(conn: &mut Conn, app: &App, opening: Opening) -> Result<Ready> {
    let opened = opening.opened.unwrap_or_else(|| app.now());
    let beside = beside(&opening)?;
    let case = new_case(app, &opening, opened)?;
    let told = tell::opened(conn, app, &case, &beside.answers).await?;
    Ok(Ready { opening, case, beside, told })
}

/// Opens a case for the submission, joins an open one of the same thing, or finds what this draft became before.
/// The reporter is told, in the same transaction.
pub async fn open(tx: &mut Tx, app: &App, who: &Who, ready: Ready) -> Result<Opened> {
    let Ready { opening, mut case, beside, mut told } = ready;
    if let Some(rule) = &opening.duplicates
        && let Some(found) = same_thing(tx, app, &opening, rule).await?
    {
        return match found {
            Same::Repeat(opened) => Ok(opened),
            Same::Case(case) => join(tx, app, who, opening, case).await,
        };
    }
    for _ in 0..TRIES {
        if store::cases::insert(tx, &case, &beside).await? {
            facts::record(tx, app, facts::opened(who, &case).help(opening.help)).await?;
            if let Some(told) = told {
                told.send(tx, app).await?;
            }
            if let Some(message) = pass_on::message(app, &case, &beside.answers)? {
                outbox::send(tx, app, message).await?;
            }
            return Ok(Opened { case: case.id, reference: case.reference, joined: false, repeat: false });
        }
        if let Some(before) = store::cases::by_draft(tx, case.draft).await? {
            return Ok(Opened { case: before.id, reference: before.reference, joined: false, repeat: true });
        }
        case.reference = Reference::new(&app.entropy);
        told = tell::opened(tx, app, &case, &beside.answers).await?;
    }
    Err(Error::internal("no free reference was found"))
}

/// What is kept with the case and never shown with it.
pub(crate) fn beside(opening: &Opening) -> Result<Beside> {
    Ok(Beside {
        external: String::new(),
        answers: serde_json::to_string(&opening.answers)?,
        contact_key: proved_key(opening),
    })
}

/// The address that a one-time code has proved to be the sender's, as all its spellings share it.
fn proved_key(opening: &Opening) -> String {
    let yes = serde_json::to_value(Answer::YesNo(true)).ok();
    let proved = opening.answers.iter().any(|given| given.question == PROVED && Some(&given.value) == yes.as_ref());
    let address = opening.contact.as_ref().filter(|_| proved).and_then(Contact::address);
    address.map(|address| address.key()).unwrap_or_default()
}

pub(crate) fn new_case(app: &App, opening: &Opening, opened: Micros) -> Result<Case> {
    let look = dates::in_working_days(app, opened, dates::FIRST_LOOK)?;
    let status = if opening.passed_to.is_some() { Status::PassedOn } else { Status::Open };
    Ok(Case {
        id: Id::new(opened, &app.entropy),
        reference: Reference::new(&app.entropy),
        draft: opening.draft,
        revision: 1,
        service: opening.service.clone(),
        version: opening.version,
        kind: opening.kind.clone(),
        title: opening.title.clone(),
        status,
        priority: opening.priority.clone(),
        team: opening.team.clone(),
        owner: Id::NONE,
        opened,
        dated: true,
        next_action: opening.promise.due.min(look),
        promise: opening.promise.clone(),
        promises: 1,
        told_late: false,
        closed: if status.is_live() { 0 } else { opened },
        outcome: String::new(),
        source: opening.source.clone(),
        resident: opening.resident,
        visitor: opening.visitor.unwrap_or(Id::NONE),
        contact: opening.contact.clone().unwrap_or_else(nobody),
        place: opening.place.clone().unwrap_or_default(),
        passed_to: opening.passed_to.clone().unwrap_or_default(),
        passed_sent: opening.passed_to.as_deref().is_some_and(|to| pass_on::has_address(app, to)),
        erased: false,
    })
}

/// The contact of somebody who gave none.
pub(crate) fn nobody() -> Contact {
    Contact { by: residents::By::Address, name: String::new(), email: None, phone: None, lang: Lang::EN }
}

/// The open case of the same thing that a submission would join.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The case.
    pub case: Id,
    /// When it was opened.
    pub opened: Micros,
    /// Where it has got to.
    pub status: Status,
    /// How many have told us about it, at most a hundred.
    pub reporters: usize,
    /// How far from the place of the submission, in metres.
    pub metres: u32,
    /// The postcode it is in or nearest to; may be empty.
    pub postcode: String,
    /// What was answered. Words of the reporter's own are not for strangers: see what is shown.
    pub answers: Vec<Given>,
}

/// Finds the case this submission would join by its rule for duplicates, before it is sent. Tells nothing of a person.
pub async fn nearby(conn: &mut Conn, app: &App, opening: &Opening) -> Result<Option<Near>> {
    let Some(rule) = &opening.duplicates else { return Ok(None) };
    let Some(Same::Case(id)) = same_thing(conn, app, opening, rule).await? else { return Ok(None) };
    let case = store::cases::by_id(conn, id).await?;
    let reporters = store::reporters::others(conn, id, 99).await? + 1;
    let answers = serde_json::from_str(&store::cases::answers(conn, id).await?)?;
    let here = opening.place.as_ref().and_then(|place| place.position);
    Ok(Some(Near {
        case: id,
        opened: case.opened,
        status: case.status,
        reporters,
        metres: here.zip(case.place.position).and_then(near::metres).unwrap_or(0),
        postcode: case.place.postcode,
        answers,
    }))
}

/// What a submission turns out to be about.
enum Same {
    Repeat(Opened),
    Case(Id),
}

async fn same_thing(
    conn: &mut Conn,
    app: &App,
    opening: &Opening,
    rule: &services::Duplicates,
) -> Result<Option<Same>> {
    if let Some(before) = store::reporters::by_draft(conn, opening.draft).await? {
        let opened = Opened { case: before.case, reference: before.reference, joined: true, repeat: true };
        return Ok(Some(Same::Repeat(opened)));
    }
    if opening.passed_to.is_some() {
        return Ok(None);
    }
    let Some(position) = opening.place.as_ref().and_then(|place| place.position) else { return Ok(None) };
    let since = near::id_from(app.now() - i64::from(rule.days) * DAY);
    let cells = near::cells_around(position);
    let candidates = store::cases::near(conn, &opening.service, &opening.kind, cells, since).await?;
    let mut same = Vec::new();
    for candidate in candidates {
        if candidate.draft == opening.draft {
            let before = store::cases::by_id(conn, candidate.id).await?;
            let opened = Opened { case: before.id, reference: before.reference, joined: false, repeat: true };
            return Ok(Some(Same::Repeat(opened)));
        }
        let theirs: Vec<Given> = serde_json::from_str(&candidate.answers)?;
        let alike = |question: &String| answer(&theirs, question) == answer(&opening.answers, question);
        if rule.same.iter().all(alike) {
            same.push((candidate.id, candidate.position));
        }
    }
    while let Some(nearest) = near::nearest(position, rule.metres, same.clone()) {
        if takes(conn, app, opening, nearest).await? {
            return Ok(Some(Same::Case(nearest)));
        }
        same.retain(|(case, _)| *case != nearest);
    }
    Ok(None)
}

/// Whether the case takes one more reporter now. Past so many strangers an hour a report becomes a case of its own, which
/// the next ones join: what is done with one case is told to all of its reporters.
async fn takes(conn: &mut Conn, app: &App, opening: &Opening, case: Id) -> Result<bool> {
    if opening.resident.is_some() || !proved_key(opening).is_empty() {
        return Ok(true);
    }
    let since = near::id_from(app.now() - HOUR);
    Ok(store::reporters::strangers(conn, case, since, STRANGERS_AN_HOUR).await? < STRANGERS_AN_HOUR)
}

fn answer<'a>(answers: &'a [Given], question: &str) -> Option<&'a Value> {
    answers.iter().find(|given| given.question == question).map(|given| &given.value)
}

/// True when it is this reporter once more: the same account, the same address, or, where neither gave an address, the same
/// browser.
fn is_same(opening: &Opening, resident: Option<Id>, contact: &Contact, visitor: Id) -> bool {
    let key = |contact: &Contact| contact.address().map(|address| address.key());
    match (key(contact), opening.contact.as_ref().and_then(key)) {
        _ if resident.is_some() && resident == opening.resident => true,
        (Some(before), Some(now)) => before == now,
        (None, None) => opening.visitor.is_some_and(|now| now == visitor && !now.is_none()),
        _ => false,
    }
}

/// The reporter who reports it once more, [`Id::NONE`] for the first; `None` for somebody new, or for one of more than
/// [`COMPARED`] before.
async fn again(conn: &mut Conn, case: &Case, opening: &Opening) -> Result<Option<Id>> {
    if is_same(opening, case.resident, &case.contact, case.visitor) {
        return Ok(Some(Id::NONE));
    }
    let known = store::reporters::whose(conn, case.id, COMPARED).await?;
    let same = known.iter().find(|(_, resident, visitor, contact)| is_same(opening, *resident, contact, *visitor));
    Ok(same.map(|(id, ..)| *id))
}

async fn join(tx: &mut Tx, app: &App, who: &Who, opening: Opening, case: Id) -> Result<Opened> {
    let case = store::cases::by_id(tx, case).await?;
    let beside = beside(&opening)?;
    let again = again(tx, &case, &opening).await?;
    let mut reporter = Reporter {
        id: app.id(),
        case: case.id,
        reference: Reference::new(&app.entropy),
        draft: opening.draft,
        joined: app.now(),
        resident: opening.resident,
        visitor: opening.visitor.unwrap_or(Id::NONE),
        contact: opening.contact.unwrap_or_else(nobody),
        again: again.is_some(),
        answers: beside.answers,
    };
    for _ in 0..TRIES {
        if store::reporters::insert(tx, &reporter, &beside.contact_key).await? {
            let channel = facts::channel(&opening.source);
            let data = Data { reporter: Some(reporter.id), again, channel, ..Data::default() };
            let fact = facts::between("case.joined", who, &case, reporter.resident).help(opening.help);
            facts::record(tx, app, fact.data(data.json())).await?;
            tell::joined(tx, app, &case, &reporter).await?;
            return Ok(Opened { case: case.id, reference: reporter.reference, joined: true, repeat: false });
        }
        if let Some(before) = store::cases::by_draft(tx, reporter.draft).await? {
            return Ok(Opened { case: before.id, reference: before.reference, joined: false, repeat: true });
        }
        reporter.reference = Reference::new(&app.entropy);
    }
    Err(Error::internal("no free reference was found"))
}
