//! Writing to whoever reported it, or asking them something: then the case waits for them.

use crate::access::Action;
use crate::dates;
use crate::desk::act::{Act, OFFERED, Stage};
use crate::desk::{enclosed, fields};
use crate::facts::{self, Data};
use crate::model::{Case, Status};
use crate::resident::message::attached;
use crate::store::{
    self,
    messages::{Came, Message},
    reporters::Reporter,
    untold::Untold,
};
use crate::tell::{self, FEW};
use kit::app::Boxed;
use kit::clock::Micros;
use kit::db::{Tx, again_if_collided};
use kit::files;
use kit::form::Form;
use kit::jobs::{self, Job, Running};
use kit::ui::{Checkboxes, Choice, InsetText, Markup, Radios};
use kit::who::{Person, Staff, Who};
use kit::{App, Id, Lang, Result};
use serde::{Deserialize, Serialize};

/// After so many working days without an answer somebody looks again.
const LOOK_AGAIN: u32 = 5;
/// The job that sends the rest of the messages.
pub(crate) const REST: &str = "cases.messages";

/// A message to one reporter, or to all.
pub(crate) struct Write {
    text: String,
    asks: bool,
    to: Whom,
}

/// To whom a message goes.
enum Whom {
    /// Everybody who reported it.
    All,
    /// One of them; [`Id::NONE`] is the first.
    One(Id),
}

impl Act for Write {
    const ACTION: Action = Action::Message;
    const CODE: &'static str = "message";
    const REPLACES: bool = true;
    const TITLE: &'static str = "cases-message-title-desk";
    const OFFERS_REPORTERS: bool = true;
    const TAKES_FILES: bool = true;
    const SAYS_WAYS: bool = true;

    fn fields<'a>(stage: &'a Stage, form: &'a Form) -> Markup<'a> {
        let frame = &stage.frame;
        let mut parts: Vec<Markup<'a>> = Vec::new();
        parts.extend(stage.ways.iter().map(|line| InsetText::new(line.as_str()).into()));
        let everybody = Choice::new("all", frame.t("cases-desk-message-all"));
        parts.extend(people(stage, form, "cases-desk-message-to", Some(everybody)));
        parts.push(fields::long(frame, form, "text", "cases-desk-message-label"));
        parts.push(enclosed::fields(stage, form));
        let asks = Choice::new("yes", frame.t("cases-desk-message-asks"));
        let asks = Checkboxes::new("asks", frame.t("cases-desk-message-wait")).choice(asks).value(form.value("asks"));
        parts.push(asks.into());
        Markup::join(parts)
    }

    fn read(stage: &Stage, form: &mut Form) -> Option<Write> {
        let text = fields::read_long(&stage.frame, form, "text", "cases-message-empty");
        let asks = form.chose("asks", "yes");
        let to = match form.value("to") {
            "" | "all" => Whom::All,
            _ => Whom::One(read_person(stage, form, "cases-desk-message-to-wrong")?),
        };
        if asks && !stage.case.status.is_live() {
            form.refuse("asks", stage.frame.t("cases-refused-ended"));
            return None;
        }
        Some(Write { text: text?, asks, to })
    }

    async fn apply(self, tx: &mut Tx, app: &App, who: &Who, stage: &Stage, key: Id) -> Result<()> {
        let mut case = stage.case.clone();
        if self.asks {
            if case.status != Status::Waiting {
                // Questions of an earlier wait are over.
                store::messages::answered(tx, case.id).await?;
            }
            case.ask(dates::in_working_days(app, stage.now, LOOK_AGAIN)?)?;
            store::cases::save(tx, &mut case).await?;
        }
        let written = Message {
            id: app.id(),
            reporter: Id::NONE,
            ours: true,
            author: stage.me,
            at: stage.now,
            read_at: 0,
            asks: self.asks,
            danger: false,
            text: self.text.clone(),
            came: Came { files: stage.enclosed.iter().map(attached).collect(), ..Came::default() },
        };
        for file in &stage.enclosed {
            files::hand_in(tx, file).await?;
        }
        let to = match self.to {
            Whom::All => None,
            Whom::One(reporter) => Some(reporter),
        };
        store::marks::told_on_case(tx, case.id, to, stage.now).await?;
        store::messages::answered_by_us(tx, case.id, to, stage.now).await?;
        // Only the first of them carries the change, so that figures count it once.
        let mut change = facts::change(&stage.case, &case);
        if let Whom::One(reporter) = self.to {
            let reporter = match reporter {
                Id::NONE => None,
                joined => Some(store::reporters::by_id(tx, joined).await?),
            };
            return send(tx, app, who, &case, &written, (reporter.as_ref(), key, change)).await;
        }
        send(tx, app, who, &case, &written, (None, key, change.clone())).await?;
        (change.was, change.now) = (None, None);
        let rest = Rest { case: case.id, message: written.id, after: Id::NONE, until: stage.now };
        to_joiners(tx, app, who, &case, &written, (rest, change)).await
    }
}

/// Keeps a message to one reporter, `None` for the first, and tells them.
async fn send(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    case: &Case,
    message: &Message,
    (reporter, key, change): (Option<&Reporter>, Id, Data),
) -> Result<()> {
    let to = reporter.map_or(Id::NONE, |reporter| reporter.id);
    let message = Message { reporter: to, ..message.clone() };
    store::messages::insert(tx, case.id, key, &message).await?;
    let kind = if message.asks { "case.asked" } else { "case.messaged" };
    let resident = reporter.map_or(case.resident, |reporter| reporter.resident);
    let data = Data { reporter: Some(to), ..change };
    facts::record(tx, app, facts::between(kind, who, case, resident).data(data.json())).await?;
    let told = if message.asks { "cases-told-asked" } else { "cases-told-message" };
    let values = |lang: Lang| vec![("text", with_names(app, lang, &message))];
    let ids: Vec<Id> = message.came.files.iter().map(|file| file.id).collect();
    tell::message(tx, app, case, (reporter, &ids), told, &values).await
}

/// What was written, and what goes along: a letter on paper says where it is.
fn with_names(app: &App, lang: Lang, message: &Message) -> String {
    let names: Vec<&str> = message.came.files.iter().map(|file| file.name.as_str()).collect();
    if names.is_empty() {
        return message.text.clone();
    }
    let along = app.words.with(lang, "cases-told-files", &[("names", names.join(", ").into())]);
    format!("{}\n\n{along}", message.text)
}

/// Whom a message to everybody has not reached yet.
#[derive(Clone, Serialize, Deserialize)]
struct Rest {
    case: Id,
    /// The message to the first reporter.
    message: Id,
    after: Id,
    /// Whoever joined later was not meant.
    until: Micros,
}

/// Sends a message to a few of those who joined, and asks for the rest in the same transaction.
async fn to_joiners(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    case: &Case,
    message: &Message,
    (rest, change): (Rest, Data),
) -> Result<()> {
    let mut some = store::reporters::once_each(tx, case.id, rest.after, FEW + 1).await?;
    some.retain(|reporter| reporter.joined <= rest.until);
    let more = some.len() > FEW;
    some.truncate(FEW);
    for reporter in &some {
        let message = Message { id: app.id(), ..message.clone() };
        send(tx, app, who, case, &message, (Some(reporter), app.id(), change.clone())).await?;
    }
    match some.last() {
        Some(last) if more => {
            let next = serde_json::to_value(Rest { after: last.id, ..rest })?;
            jobs::enqueue(tx, app, Job::new(REST, next)).await
        }
        _ => Ok(()),
    }
}

/// Sends a message to the next few of those who joined.
pub(crate) fn rest<'a>(app: &'a App, job: &'a Running) -> Boxed<'a, Result<()>> {
    Box::pin(async move {
        let rest: Rest = job.payload()?;
        again_if_collided(|| send_rest(app, job.id, rest.clone())).await
    })
}

async fn send_rest(app: &App, job: Id, rest: Rest) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let case = store::cases::by_id(&mut tx, rest.case).await?;
    // Its id is the key: a job may be done twice, a message comes once.
    if case.erased || !store::keys::claim(&mut tx, job, case.id, app.now()).await? {
        return Ok(());
    }
    let first = store::messages::by_id(&mut tx, rest.message).await?;
    // Somebody may have answered meanwhile: then it is news to the others and no question.
    let message = Message { read_at: 0, asks: first.asks && case.status == Status::Waiting, ..first };
    let staff = Staff { id: message.author, name: String::new(), roles: Vec::new(), teams: Vec::new() };
    let who = Who { person: Person::Staff(staff), ..Who::anyone(Lang::EN) };
    let change = Data { revision: case.revision, ..Data::default() };
    to_joiners(&mut tx, app, &who, &case, &message, (rest, change)).await?;
    tx.commit().await
}

/// Asks which of several reporters is meant, or everybody where that is offered: then it is that unless somebody chooses.
/// Else it is who is known by the reference the page was opened with.
pub(crate) fn people<'a>(
    stage: &'a Stage,
    form: &'a Form,
    legend: &'a str,
    everybody: Option<Choice<'a>>,
) -> Option<Markup<'a>> {
    if stage.reporters.is_empty() {
        return None;
    }
    let frame = &stage.frame;
    let usual = if everybody.is_some() { "all".to_owned() } else { meant(stage) };
    let choice = |id: Id, what: &str, who: &str| {
        let waiting = stage.untold.iter().find(|one| one.reporter == id);
        let hint = waiting.map(|one| match stage.withheld.is_of(one.resident) {
            true => frame.with("cases-call-waits", "phone", frame.t("cases-desk-withheld")),
            false => frame.with("cases-call-waits", "phone", one.contact.phone.as_deref().unwrap_or_default()),
        });
        Choice::new(id.to_string(), name(what, who)).hint(hint)
    };
    let first = choice(Id::NONE, frame.t("cases-desk-first"), &stage.case.contact.name);
    let others = stage.reporters.iter().map(|(id, reference, who)| choice(*id, &reference.grouped(), who));
    let to = Radios::new("to", frame.t(legend)).choices(everybody).choice(first).choices(others);
    let newest = (stage.reporters.len() == OFFERED).then(|| frame.with("cases-desk-message-newest", "count", OFFERED));
    let to = to.hint(newest).value(if form.value("to").is_empty() { usual } else { form.value("to").to_owned() });
    Some(to.error(frame, form.error("to")).into())
}

/// Whom the page was opened for, as the value of a choice: the first reporter only where they wait to be told, for it is their
/// reference that everything else about the case goes by.
fn meant(stage: &Stage) -> String {
    let waits = |one: &&Untold| one.reference == stage.opened_by;
    let known_by = stage.reporters.iter().find(|(_, reference, _)| *reference == stage.opened_by);
    let waiting = stage.untold.iter().find(waits).map(|one| one.reporter);
    known_by.map(|(id, ..)| *id).or(waiting).map(|id| id.to_string()).unwrap_or_default()
}

/// Reads which reporter is meant: the only one, or one of those the page offers.
pub(crate) fn read_person(stage: &Stage, form: &mut Form, wrong: &str) -> Option<Id> {
    if stage.reporters.is_empty() && form.value("to").is_empty() {
        return Some(Id::NONE);
    }
    let chosen = form.value("to").parse::<Id>().ok();
    let known = |id: &Id| id.is_none() || stage.reporters.iter().any(|(reporter, ..)| reporter == id);
    let chosen = chosen.filter(known);
    if chosen.is_none() {
        form.refuse("to", stage.frame.t(wrong));
    }
    chosen
}

fn name(what: &str, name: &str) -> String {
    if name.is_empty() { what.to_owned() } else { format!("{what}: {name}") }
}

/// The reporters a message of this id went to or came from, as the case page names them.
pub(crate) fn reporter_name<'a>(
    first: &str,
    mut reporters: impl Iterator<Item = &'a Reporter>,
    id: Id,
    contact: &str,
) -> String {
    match reporters.find(|reporter| reporter.id == id) {
        Some(reporter) => name(&reporter.reference.grouped(), &reporter.contact.name),
        None => name(first, contact),
    }
}
