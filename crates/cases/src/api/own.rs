//! A resident's own cases for programs: what the pages of following show, and what can be done there.

use super::{Answered, Change, Done, Happened, Written, moment};
use crate::attached;
use crate::model::Case;
use crate::resident::door::{self, Seen};
use crate::resident::{follow, message, reopen, text, withdraw};
use axum::response::Response;
use kit::files::{self, File, Size};
use kit::form::Form;
use kit::page::Frame;
use kit::who::Who;
use kit::{App, Error, Id, Result};
use serde::Serialize;

/// One of one's cases in a list.
#[derive(Debug, Serialize)]
pub struct Row {
    reference: String,
    title: String,
    service: String,
    status: &'static str,
    opened: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    late: bool,
}

/// A page of one's cases, newest first.
#[derive(Debug, Serialize)]
pub struct Page {
    cases: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Id>,
}

/// The cases of the resident who asks, before this id.
pub async fn list(app: &App, who: &Who, before: Option<Id>, limit: usize) -> Result<Page> {
    who.resident()?;
    let mut conn = app.db.read().await?;
    let mut found = crate::of_person(&mut conn, app, &who.accounts(), before, limit + 1, who.lang).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|last| last.id);
    Ok(Page { cases: found.into_iter().map(|case| row(app, case)).collect(), next })
}

fn due(case: &Case) -> Option<String> {
    case.status.is_live().then(|| moment(case.promise.due))
}

/// A case as a line of a list.
pub fn row(app: &App, case: Case) -> Row {
    Row {
        due: due(&case),
        late: case.is_late(app.now()),
        reference: case.reference.to_string(),
        service: case.service,
        status: case.status.code(),
        opened: moment(case.opened),
        title: case.title,
    }
}

/// One's case, as the page of following it tells.
#[derive(Debug, Serialize)]
pub struct Whole {
    reference: String,
    revision: i64,
    title: String,
    service: String,
    service_name: String,
    status: &'static str,
    status_name: String,
    opened: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    late: bool,
    owner: String,
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    may_withdraw: bool,
    may_reopen: bool,
    answers: Vec<Answered>,
    messages: Vec<Written>,
    files: Vec<Filed>,
    timeline: Vec<Happened>,
}

/// A photograph or a document of one's case.
#[derive(Debug, Serialize)]
pub struct Filed {
    id: Id,
    name: String,
    media_type: &'static str,
    bytes: i64,
    sha256: String,
    state: &'static str,
}

/// A file as programs read it.
pub fn filed(file: &File) -> Filed {
    Filed {
        id: file.id,
        name: file.name.clone(),
        media_type: file.content.media_type(),
        bytes: file.bytes,
        sha256: file.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        state: file.state.code(),
    }
}

/// One of the files of one's case, as its page gives it.
pub async fn file(app: &App, who: &Who, reference: &str, file: Id) -> Result<Response> {
    let mut conn = app.db.read().await?;
    let seen = door::open(&mut conn, app, who, reference).await?.ok_or(Error::NotFound)?;
    let file = attached::own_file(&mut conn, &seen, file).await?;
    drop(conn);
    // A program is told so; a page shows the name and why it does not open.
    if !file.can_be_opened() {
        return Err(Error::NotFound);
    }
    files::answer(app, &file, Size::Whole).await
}

/// One of the cases of the resident who asks. What the council wrote stays new: a program that fetches it is nobody who has
/// read it.
pub async fn one(app: &App, who: &Who, reference: &str) -> Result<Whole> {
    let mut conn = app.db.read().await?;
    let seen = door::open(&mut conn, app, who, reference).await?.ok_or(Error::NotFound)?;
    let page = follow::draw(app, &mut conn, who, &seen, Form::empty(), &follow::Asked::default()).await?;
    let case = &seen.case;
    let from = |ours: bool| if ours { "council" } else { "reporter" };
    Ok(Whole {
        reference: seen.reference().to_string(),
        revision: case.revision,
        title: page.title,
        service: case.service.clone(),
        service_name: page.service,
        status: case.status.code(),
        status_name: page.status_name,
        opened: moment(seen.sent()),
        due: due(case),
        late: case.is_late(app.now()),
        owner: page.owner,
        place: page.place,
        outcome: page.outcome,
        may_withdraw: page.may_withdraw,
        may_reopen: page.reopen_until.is_some(),
        answers: page.answers.into_iter().map(|one| Answered { question: one.question, answer: one.answer }).collect(),
        messages: page
            .messages
            .into_iter()
            .map(|one| Written { from: from(one.ours), at: one.at, text: one.text, sender: String::new() })
            .collect(),
        files: attached::own_files(&mut conn, &seen).await?.iter().map(filed).collect(),
        timeline: Happened::all(page.entries),
    })
}

/// What residents do with their cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Write to the council.
    Message,
    /// Take it back.
    Withdraw,
    /// Open it again.
    Reopen,
}

/// Does it once, with the words that were sent, and of a message the files that were kept for whoever asks and not used yet.
pub async fn act(
    app: &App,
    who: &Who,
    reference: &str,
    doing: Doing,
    (words, sent): (&str, &[Id]),
    key: Id,
) -> Result<Change> {
    let (field, empty) = match doing {
        Doing::Message => ("text", sent.is_empty().then_some("cases-message-empty")),
        Doing::Withdraw => ("reason", None),
        Doing::Reopen => ("reason", Some("cases-reopen-empty")),
    };
    let frame = Frame::new(app, who, "", "cases-message-title");
    let mut form = Form::empty().fill(field, words);
    let words = text(&frame, &mut form, field, empty);
    if !form.is_good() {
        door::open(&mut *app.db.read().await?, app, who, reference).await?.ok_or(Error::NotFound)?;
        return Ok(Change::Wrong(form.errors().to_vec()));
    }
    let done = match doing {
        Doing::Message => match message::take_up(app, who, reference, &mut form, (sent, key)).await {
            Ok(kept) if form.is_good() => {
                message::send(app, who, reference, (words, kept), key).await.map(|(seen, _)| seen)
            }
            Ok(_) => return Ok(Change::Wrong(form.errors().to_vec())),
            Err(cause) => Err(cause),
        },
        Doing::Withdraw => withdraw::take_back(app, who, reference, words, key).await,
        Doing::Reopen => reopen::open_again(app, who, reference, words, key).await,
    };
    let seen: Seen = match done {
        // A page leads on to following by a code; a program has no way there.
        Err(Error::SignIn) => return Err(Error::NotFound),
        done => done?,
    };
    let case = crate::store::cases::by_id(&mut *app.db.read().await?, seen.case.id).await?;
    let (reference, status) = (seen.reference().to_string(), case.status.code());
    Ok(Change::Done(Done { reference, revision: case.revision, status, mark: None }))
}
