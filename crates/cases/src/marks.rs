//! What the law or a duty makes of a message, whichever way it came: an information request, a subject access request, a
//! complaint, a claim, a safeguarding alert. The clock runs from when the message came, not from when somebody saw what it is.

mod clocks;

pub use clocks::{Clock, Clocks};

use crate::access::{self, Action, Part};
use crate::book::{self, For, Proof};
use crate::desk::written::marked;
use crate::desk::{services_of, standing_of, within};
use crate::facts::{self, Data};
use crate::model::Case;
use crate::store;
use clocks::until;
use kit::clock::Micros;
use kit::db::{Conn, Tx};
use kit::facts::Fact;
use kit::page::Frame;
use kit::personal::{Reader, Row};
use kit::who::{Role, Staff, Who};
use kit::{App, Error, Id, Lang, Result};
use serde::Deserialize;

/// What a message is besides a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A request under the Freedom of Information Act or the Environmental Information Regulations.
    Information,
    /// Somebody asks for what is held on them.
    Access,
    /// Somebody is dissatisfied with the council.
    Complaint,
    /// Somebody claims damages.
    Claim,
    /// A child or an adult may be at risk.
    Safeguarding,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 5] = [Kind::Information, Kind::Access, Kind::Complaint, Kind::Claim, Kind::Safeguarding];

    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Information => "information",
            Kind::Access => "access",
            Kind::Complaint => "complaint",
            Kind::Claim => "claim",
            Kind::Safeguarding => "safeguarding",
        }
    }

    /// The kind of a code.
    pub fn of(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A mark on a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its id, made when the page was drawn.
    pub id: Id,
    /// The message on a case, the case itself or whoever joined it for the words it was opened with; or the mail or the contact that
    /// is on none.
    pub message: Id,
    /// What it is.
    pub kind: Kind,
    /// The case of the message.
    pub case: Option<Id>,
    /// When the message came.
    pub received: Micros,
    /// By when it is acknowledged; 0 where nothing is.
    pub first: Micros,
    /// When whoever wrote it was first answered by somebody; 0 while nobody has.
    pub told_at: Micros,
    /// By when it is dealt with.
    pub due: Micros,
    /// Why somebody thinks so.
    pub reason: String,
    /// Who.
    pub made_by: Id,
    /// When they said so.
    pub made_at: Micros,
    /// When it ended; 0 while it stands.
    pub ended_at: Micros,
    /// Who ended it.
    pub ended_by: Id,
    /// `done` where it was dealt with, `wrong` where it was none.
    pub ended_how: String,
    /// Why it ended.
    pub ended_reason: String,
}

/// Whether this member of staff is shown safeguarding alerts: who leads a team or owns a service. Who made one knows of it.
fn sees_alerts(staff: &Staff) -> bool {
    staff.roles.iter().any(|role| matches!(role, Role::TeamLeader | Role::ServiceOwner))
}

/// Whether this member of staff is shown this mark, where they may see the message.
pub fn is_shown(staff: &Staff, mark: &Mark) -> bool {
    mark.kind != Kind::Safeguarding || mark.made_by == staff.id || sees_alerts(staff)
}

/// A message on a case that somebody wants to mark, or the words the case was opened with.
#[derive(Debug, Clone)]
pub struct Marked {
    /// Its case.
    pub case: Case,
    /// It is what the case was opened with.
    pub opening: bool,
    /// When it came.
    pub received: Micros,
    /// Its words.
    pub text: String,
}

/// The message of a resident on a case, or what somebody said when they opened or joined one, for whoever may note something there;
/// nothing where there is none of this id.
pub async fn message(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<Option<Marked>> {
    let found = match store::messages::with_case(conn, id).await? {
        Some((case, message)) if !message.ours => Some((case, message.at, Some(message.text), String::new())),
        Some(_) => None,
        None => opening(conn, id).await?.map(|(case, at, answers)| (case, at, None, answers)),
    };
    let Some((case, received, text, answers)) = found else { return Ok(None) };
    let case = store::cases::by_id(conn, case).await?;
    access::check(who, Action::Note, &case, &standing_of(app)?)?;
    within(conn, app, who, &case).await?;
    if case.erased {
        return Err(Error::NotFound);
    }
    let (opening, text) = match text {
        Some(text) => (false, text),
        None => (true, said(app, &case, &answers)?),
    };
    Ok(Some(Marked { case, opening, received, text }))
}

/// The case that was opened or joined under this id, when, and the answers that were given.
async fn opening(conn: &mut Conn, id: Id) -> Result<Option<(Id, Micros, String)>> {
    match store::cases::by_id(conn, id).await {
        Ok(case) => return Ok(Some((case.id, case.opened, store::cases::answers(conn, case.id).await?))),
        Err(Error::NotFound) => {}
        Err(cause) => return Err(cause),
    }
    match store::reporters::by_id(conn, id).await {
        Ok(joined) => Ok(Some((joined.case, joined.joined, joined.answers))),
        Err(Error::NotFound) => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// What was said, a line for each answer.
fn said(app: &App, case: &Case, answers: &str) -> Result<String> {
    let all = book::of(app, case)?.answers(app, answers, Lang::EN, For::Staff(Proof::Then))?;
    let lines: Vec<String> = all.iter().map(|one| format!("{}: {}", one.question, one.answer)).collect();
    Ok(lines.join("\n"))
}

/// The marks that stand on something, in words with where each is dealt with, as far as this member of staff is shown them.
pub async fn standing(
    conn: &mut Conn,
    app: &App,
    staff: &Staff,
    frame: &Frame,
    message: Id,
) -> Result<Vec<(String, String)>> {
    Ok(marked(app, frame, message, &of_message(conn, staff, message).await?))
}

/// Marks a message that came then; false where it was pressed twice or stands already. A safeguarding alert stands on no
/// timeline, and another of somebody else beside it: they may not know of the first, and saw what they saw.
pub async fn mark(
    tx: &mut Tx,
    app: &App,
    who: &Who,
    (id, message, case): (Id, Id, Option<&Case>),
    (kind, received, reason): (Kind, Micros, &str),
) -> Result<bool> {
    let clocks = app.part::<Clocks>().cloned().unwrap_or_default();
    let clock = clocks.of(kind);
    let first = if clock.first.is_empty() { 0 } else { until(app, received, &clock.first)? };
    let mark = Mark {
        id,
        message,
        kind,
        case: case.map(|case| case.id),
        received,
        first,
        told_at: 0,
        due: until(app, received, &clock.due)?,
        reason: reason.to_owned(),
        made_by: who.staff()?.id,
        made_at: app.now(),
        ended_at: 0,
        ended_by: Id::NONE,
        ended_how: String::new(),
        ended_reason: String::new(),
    };
    if !store::marks::insert(tx, &mark).await? {
        return Ok(false);
    }
    record(tx, app, who, "case.marked", &mark, case).await?;
    Ok(true)
}

/// Ends a mark: it was dealt with, or it was none. False where it has ended.
pub async fn end(tx: &mut Tx, app: &App, who: &Who, mark: &Mark, how: &str, reason: &str) -> Result<bool> {
    if !store::marks::end(tx, mark.id, who.staff()?.id, app.now(), how, reason).await? {
        return Ok(false);
    }
    let case = match mark.case {
        Some(case) => Some(store::cases::by_id(tx, case).await?),
        None => None,
    };
    let kind = if how == "done" { "case.mark-done" } else { "case.mark-wrong" };
    record(tx, app, who, kind, mark, case.as_ref()).await?;
    Ok(true)
}

async fn record(tx: &mut Tx, app: &App, who: &Who, kind: &'static str, mark: &Mark, case: Option<&Case>) -> Result<()> {
    let data = Data { outcome: mark.kind.code().to_owned(), due: mark.due, ..Data::default() };
    let fact = Fact::new(kind, who).about("mark", mark.id).data(data.json());
    let fact = match case.filter(|_| mark.kind != Kind::Safeguarding) {
        Some(case) => fact.about("case", case.id),
        None => fact,
    };
    facts::record(tx, app, fact).await.map(drop)
}

/// The mark of this id, for whoever is shown it and may see its case. Of one on no case the caller knows who may.
pub async fn by_id(conn: &mut Conn, app: &App, who: &Who, id: Id) -> Result<(Mark, Option<Case>)> {
    let mark = store::marks::by_id(conn, id).await?;
    if !is_shown(who.staff()?, &mark) {
        return Err(Error::NotFound);
    }
    let Some(case) = mark.case else { return Ok((mark, None)) };
    let case = store::cases::by_id(conn, case).await?;
    access::check(who, Action::Note, &case, &standing_of(app)?)?;
    within(conn, app, who, &case).await?;
    Ok((mark, Some(case)))
}

/// The marks of a message, those that have ended too, as far as this member of staff is shown them.
pub async fn of_message(conn: &mut Conn, staff: &Staff, message: Id) -> Result<Vec<Mark>> {
    let mut all = store::marks::of_message(conn, message).await?;
    all.retain(|mark| is_shown(staff, mark));
    Ok(all)
}

/// Every mark of a message: for whoever answers an access request.
pub async fn every(conn: &mut Conn, message: Id) -> Result<Vec<Mark>> {
    store::marks::of_message(conn, message).await
}

/// Whether a message is marked and still to be dealt with: it is neither erased nor cleared away before it is.
pub async fn stands(conn: &mut Conn, message: Id) -> Result<bool> {
    store::marks::stands_on(conn, message).await
}

/// Whoever wrote this message was answered by somebody, which an automatic answer does not do.
pub async fn told(tx: &mut Tx, message: Id, now: Micros) -> Result<()> {
    store::marks::told(tx, message, now).await
}

/// The marked mail is on a case now.
pub async fn put_on(tx: &mut Tx, message: Id, case: Id) -> Result<()> {
    store::marks::put_on(tx, message, case).await
}

/// A mail that is on no case is deleted, and its marks with it.
pub async fn forget(tx: &mut Tx, message: Id) -> Result<()> {
    store::marks::erase_of_message(tx, message).await
}

/// Clears away what ended before this moment on no case; returns how many.
pub(crate) async fn clear(tx: &mut Tx, before: Micros) -> Result<u64> {
    store::marks::clear(tx, before).await
}

/// What is to be dealt with, as far as this member of staff may see it: the mark, its case's reference and title, both empty
/// without a case. `without_case`: they take what is on no case too.
pub async fn due(
    conn: &mut Conn,
    app: &App,
    staff: &Staff,
    without_case: bool,
    after: (Micros, Id),
    limit: usize,
) -> Result<Vec<(Mark, String, String)>> {
    let parts = access::parts(staff, &services_of(app)?)?;
    let mut found = Vec::new();
    for part in &parts {
        let (team, service) = match part {
            Part::Everything => ("", ""),
            Part::Team(team) => (team.as_str(), ""),
            Part::Service(service) => ("", service.as_str()),
        };
        let looking =
            store::marks::Looking { team, service, without_case, alerts: sees_alerts(staff), staff: staff.id };
        found.extend(store::marks::due(conn, &looking, after, limit).await?);
    }
    found.sort_by_key(|(mark, ..)| (mark.due, mark.id));
    found.dedup_by_key(|(mark, ..)| mark.id);
    found.truncate(limit);
    Ok(found)
}

/// What is told of a mark to whoever wrote the message: an alert, and why somebody made a mark, are for staff who answer an
/// access request to read through.
pub fn row(mark: &Mark, reader: Reader) -> Option<Row> {
    if reader == Reader::Themselves && mark.kind == Kind::Safeguarding {
        return None;
    }
    let row = Row::new().id("id", mark.id).id("message", mark.message).time("at", mark.received);
    let row = row
        .code("kind", mark.kind.code())
        .time("due", mark.due)
        .time("told", mark.told_at)
        .time("settled", mark.ended_at);
    Some(match reader {
        Reader::Themselves => row,
        Reader::Staff => row.text("reason", mark.reason.as_str()).text("note", mark.ended_reason.as_str()),
    })
}
