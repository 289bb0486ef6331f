//! Cases for programs of staff: the desk's list, its page and its actions.

use super::{Answered, Change, Done, Happened, Written, moment, top};
use crate::access::{self, Action};
use crate::book::{self, For, Proof};
use crate::desk::act::{self, Act, Came};
use crate::desk::drawn::Drawn;
use crate::desk::list::{self, Asked};
use crate::desk::{
    assign::Assign, close::Close, decide::Decide, hand_over::HandOver, message::Write, note::Note,
    on_the_spot::OnTheSpot, plan::Plan, reopen::Reopen, take_back::TakeBack,
};
use crate::desk::{everywhere::everywhere, find, meanwhile, services_of, whose::Whose, withheld::Withheld};
use crate::names::Names;
use crate::store::lists::Listed;
use crate::store::{self, reporters::Reporter};
use crate::timeline::{Reader, Telling};
use crate::{Case, Contact};
use kit::db::Conn;
use kit::facts::{self, Recorded, Subject};
use kit::form::Form;
use kit::who::Who;
use kit::{App, Error, Id, Lang, Reference, Result, looks};
use residents::needs::NotRung;
use serde::Serialize;

/// Lines of the timeline, messages and people in one answer: the newest.
const MOST: usize = 100;

/// The lists there are.
pub const LISTS: [&str; 8] = list::TABS;

/// Which list, what it is narrowed to, from where.
#[derive(Debug, Clone, Default)]
pub struct Asks {
    /// One of [`LISTS`]; "mine" where it is empty.
    pub list: String,
    /// A service.
    pub service: String,
    /// A status.
    pub status: String,
    /// A ward's code.
    pub ward: String,
    /// A category within the service.
    pub kind: String,
    /// Whose: an id.
    pub owner: String,
    /// "promised", "next" or "opened".
    pub sort: String,
    /// Where the page before ended.
    pub after: String,
    /// So many at most.
    pub limit: usize,
}

/// A case in a list.
#[derive(Debug, Serialize)]
pub struct Row {
    reference: String,
    title: String,
    service: String,
    status: &'static str,
    priority: String,
    team: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Id>,
    opened: String,
    due: String,
    next_action: String,
    late: bool,
    unread: bool,
}

/// A page of a list.
#[derive(Debug, Serialize)]
pub struct Page {
    cases: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// Lists what the desk's list would, and records the look.
pub async fn list(app: &App, who: &Who, asks: Asks) -> Result<Page> {
    let staff = who.staff()?.clone();
    let limit = asks.limit;
    let mut asked = Asked {
        tab: asks.list,
        service: asks.service,
        status: asks.status,
        ward: asks.ward,
        kind: asks.kind,
        owner: asks.owner,
        sort: asks.sort,
        after: asks.after,
        ..Asked::default()
    };
    asked.clean();
    let parts = access::parts(&staff, &services_of(app)?)?;
    let mut query = list::query(app, &asked, &staff)?;
    query.limit = limit + 1;
    let mut found = everywhere(&mut *app.db.read().await?, &list::parts_of(&asked, &staff, parts), &query).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let mut tx = app.db.begin().await?;
    looks::record_query(&mut tx, app, who, "cases", Id::NONE, "list", &list::shown(&asked, &found)?).await?;
    tx.commit().await?;
    let next = found.last().filter(|_| more).map(|last| {
        let cursor = query.cursor(last);
        format!("{}.{}", cursor.at, cursor.id)
    });
    Ok(Page { cases: found.iter().map(|case| row(app, case)).collect(), next })
}

fn row(app: &App, case: &Listed) -> Row {
    Row {
        reference: case.reference.to_string(),
        title: case.title.clone(),
        service: case.service.clone(),
        status: case.status.code(),
        priority: case.priority.clone(),
        team: case.team.clone(),
        owner: case.owner.some(),
        opened: moment(case.opened),
        due: moment(case.promised),
        next_action: moment(case.next_action),
        late: case.status.is_live() && case.promised < app.now(),
        unread: case.unread != 0,
    }
}

/// Somebody who reported it.
#[derive(Debug, Serialize)]
struct Person {
    reference: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    resident: Option<Id>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    /// They are not to be rung, or not now: why, and what to do instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    do_not_ring: Option<NotRung>,
    /// How to reach them is for few: whoever has not opened their record is not told it.
    withheld: bool,
    /// Whoever asks now was checked and may be told of them.
    may_tell: bool,
    /// They may not be told where the person lives: it is a safe address.
    not_where: bool,
    language: &'static str,
    answers: Vec<Answered>,
}

/// Where it is.
#[derive(Debug, Serialize)]
struct Place {
    street: String,
    postcode: String,
    ward: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
}

/// A case as the desk shows it.
#[derive(Debug, Serialize)]
pub struct Whole {
    reference: String,
    revision: i64,
    title: String,
    service: String,
    version: i64,
    kind: String,
    status: &'static str,
    priority: String,
    team: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Id>,
    opened: String,
    due: String,
    next_action: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<String>,
    outcome: String,
    source: String,
    late: bool,
    #[serde(flatten)]
    top: top::Top,
    place: Place,
    people: Vec<Person>,
    messages: Vec<Written>,
    timeline: Vec<Happened>,
}

/// One case with the mark that a change of it has to bring; the look is recorded. What residents wrote stays unread: a program
/// that fetches it is nobody who has read it.
pub async fn one(app: &App, who: &Who, reference: &str) -> Result<(Whole, String)> {
    let mut tx = app.db.begin().await?;
    let case = find(&mut tx, app, who, reference, Action::See).await?;
    looks::record(&mut tx, app, who, "case", case.id, "api").await?;
    tx.commit().await?;
    let mut conn = app.db.read().await?;
    let mark = meanwhile::drawn(&mut conn, &case).await?.to_string();
    let facts = facts::timeline(&mut conn, &[Subject::new("case", case.id)], None, MOST).await?;
    let names = names(&mut conn, &facts, &case).await?;
    let reporters = store::reporters::of_case(&mut conn, case.id, Id::NONE, MOST).await?;
    let messages = store::messages::of_case(&mut conn, case.id, Id([0xff; 16]), MOST).await?;
    let answers = store::cases::answers(&mut conn, case.id).await?;
    let proved = store::claims::proved(&mut conn, case.id).await?;
    let withheld = Withheld::of(&mut conn, app, who, &case, &reporters).await?;
    let english = Who { lang: Lang::EN, ..who.clone() };
    let whose = Whose::of(&mut conn, app, &english, (&case, &reporters), None).await?;
    drop(conn);
    let book = book::of(app, &case)?;
    let telling = Telling { app, book: &book, names: &names, reader: Reader::Staff, lang: Lang::EN };
    let timeline = Happened::all(telling.entries(&facts)?);
    let told = |json: &str, of: Id, contact: &Contact, resident: Option<Id>| -> Result<Vec<Answered>> {
        let proof = Proof::of(contact, proved.contains(&of));
        let all = book.answers(app, json, Lang::EN, For::Staff(proof))?;
        let all = withheld.answers(app, Lang::EN, resident, all).into_iter();
        Ok(all.map(|one| Answered { question: one.question, answer: one.answer }).collect())
    };
    let own = told(&answers, case.id, &case.contact, case.resident)?;
    let of = |resident| (resident, withheld.is_of(resident), whose.told(&resident), whose.not_rung(&resident).cloned());
    let mut people =
        vec![person(&case.reference, &withheld.contact(case.resident, &case.contact), of(case.resident), own)];
    for Reporter { id, reference, contact, resident, answers, .. } in &reporters {
        let said = told(answers, *id, contact, *resident)?;
        people.push(person(reference, &withheld.contact(*resident, contact), of(*resident), said));
    }
    let at_home = withheld.is_of(case.resident) && !book.addresses(app, &answers, Lang::EN)?.is_empty();
    let place = if at_home { crate::Place::default() } else { case.place.clone() };
    let case = Case { place, ..case };
    let top = top::Top::of(whose);
    Ok((whole(app, (case, top), people, messages.iter().rev().map(top::written).collect(), timeline), mark))
}

async fn names(conn: &mut Conn, facts: &[Recorded], case: &Case) -> Result<Names> {
    let staff = facts.iter().filter(|fact| fact.who_kind == "staff").filter_map(|fact| fact.who);
    let owners = facts.iter().filter_map(|fact| fact.data::<crate::facts::Data>().ok()?.owner);
    Names::load(conn, staff.chain(owners).chain([case.owner]).collect()).await
}

fn person(
    reference: &Reference,
    contact: &Contact,
    (resident, withheld, told, do_not_ring): (Option<Id>, bool, Option<bool>, Option<NotRung>),
    answers: Vec<Answered>,
) -> Person {
    Person {
        reference: reference.to_string(),
        resident,
        name: contact.name.clone(),
        email: contact.email.clone(),
        phone: contact.phone.clone(),
        do_not_ring,
        withheld,
        may_tell: told.is_some(),
        not_where: told == Some(true),
        language: contact.lang.tag,
        answers,
    }
}

fn whole(
    app: &App,
    (case, top): (Case, top::Top),
    people: Vec<Person>,
    messages: Vec<Written>,
    timeline: Vec<Happened>,
) -> Whole {
    let late = case.is_late(app.now());
    let place = Place {
        latitude: case.place.position.map(|(latitude, _)| latitude),
        longitude: case.place.position.map(|(_, longitude)| longitude),
        street: case.place.street,
        postcode: case.place.postcode,
        ward: case.place.ward,
    };
    Whole {
        reference: case.reference.to_string(),
        revision: case.revision,
        title: case.title,
        service: case.service,
        version: case.version,
        kind: case.kind,
        status: case.status.code(),
        priority: case.priority,
        team: case.team,
        owner: case.owner.some(),
        opened: moment(case.opened),
        due: moment(case.promise.due),
        next_action: moment(case.next_action),
        closed: (case.closed > 0).then(|| moment(case.closed)),
        outcome: case.outcome,
        source: case.source,
        late,
        top,
        place,
        people,
        messages,
        timeline,
    }
}

/// What staff may do here, by the last part of its address at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Writes a note.
    Note,
    /// Writes to whoever reported it.
    Message,
    /// Gives it to a team or a person.
    Assign,
    /// Sets the next action.
    Plan,
    /// Decides it.
    Decide,
    /// Decides it on the spot, or sends it up.
    OnTheSpot,
    /// Closes it.
    Close,
    /// Opens it again.
    Reopen,
    /// Hands it to another system.
    HandOver,
    /// Takes it back from another system.
    TakeBack,
}

/// Does it once, with the fields of the desk's form. `mark` is that of the case as the program saw it, where it has to say.
pub async fn act(
    app: &App,
    who: &Who,
    reference: &str,
    doing: Doing,
    (form, mark, key): (Form, Option<&str>, Id),
) -> Result<Change> {
    let drawn = match mark {
        Some(mark) => match mark.parse() {
            Ok(drawn) => drawn,
            Err(()) => return Ok(Change::Changed),
        },
        None => Drawn::anything(),
    };
    match doing {
        Doing::Note => attempt::<Note>(app, who, reference, form, drawn, key).await,
        Doing::Message => attempt::<Write>(app, who, reference, form, drawn, key).await,
        Doing::Assign => attempt::<Assign>(app, who, reference, form, drawn, key).await,
        Doing::Plan => attempt::<Plan>(app, who, reference, form, drawn, key).await,
        Doing::Decide => attempt::<Decide>(app, who, reference, form, drawn, key).await,
        Doing::OnTheSpot => attempt::<OnTheSpot>(app, who, reference, form, drawn, key).await,
        Doing::Close => attempt::<Close>(app, who, reference, form, drawn, key).await,
        Doing::Reopen => attempt::<Reopen>(app, who, reference, form, drawn, key).await,
        Doing::HandOver => attempt::<HandOver>(app, who, reference, form, drawn, key).await,
        Doing::TakeBack => attempt::<TakeBack>(app, who, reference, form, drawn, key).await,
    }
}

async fn attempt<A: Act>(
    app: &App,
    who: &Who,
    reference: &str,
    mut form: Form,
    drawn: Drawn,
    key: Id,
) -> Result<Change> {
    let who = &Who { lang: Lang::EN, ..who.clone() };
    Ok(match act::attempt::<A>(app, who, reference, &mut form, drawn, key).await? {
        Came::Wrong(_) => Change::Wrong(form.errors().to_vec()),
        Came::Changed(..) => Change::Changed,
        Came::Ahead(_, ahead) => {
            let (seen, title) = (ahead.seen, ahead.title);
            Change::Ahead(super::Ahead { seen, title, words: ahead.words, points: ahead.points })
        }
        Came::Done(case) => {
            // Whoever gave it away may see it no more.
            let mut conn = app.db.read().await?;
            let mark = match find(&mut conn, app, who, reference, Action::See).await {
                Ok(case) => Some(meanwhile::drawn(&mut conn, &case).await?.to_string()),
                Err(Error::NotFound | Error::Forbidden) => None,
                Err(other) => return Err(other),
            };
            let (revision, status) = (case.revision, case.status.code());
            Change::Done(Done { reference: case.reference.to_string(), revision, status, mark })
        }
    })
}
