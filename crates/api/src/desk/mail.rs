//! What came by email, text message and post: what waits, one of them with its thread and its files, answering it, and saying what it
//! belongs to.

use crate::call::Call;
use crate::operation::Answer;
use crate::own::limit;
use crate::problem::Refusal;
use axum::http::StatusCode;
use cases::api::moment;
use cases::api::own::filed;
use kit::app::Boxed;
use kit::form::Form;
use kit::{Error, Id, Lang, Result};
use mail::{Answered, Place, Placed, Received, State};
use serde_json::{Value, json};

/// A mail as a list names it.
fn row(received: &Received) -> Value {
    json!({
        "id": received.id,
        "channel": received.channel.code(),
        "state": received.state.code(),
        "danger": received.danger,
        "received": moment(received.received),
        "sender": received.sender,
        "sender_name": received.sender_name,
        "subject": received.called(),
        "files": received.with.files.len(),
    })
}

/// `GET /api/v1/desk/mail`: danger first, then what has waited longest.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let found = mail::listed(&call.app, &call.who, call.asked("list"), call.asked("after"), limit(call)).await?;
        let mut body = json!({ "mail": found.found.iter().map(row).collect::<Vec<_>>() });
        if let Some(last) = found.found.last().filter(|_| found.more) {
            body["next"] = json!(mail::after_of(last));
        }
        Answer::of(body)
    })
}

/// A mail on a record that is not open: where that is opened.
fn closed(cause: Error) -> Refusal {
    match cause {
        Error::First(at) => {
            Refusal::Said(StatusCode::CONFLICT, "api-refused-closed-record", json!({ "open": format!("/api/v1{at}") }))
        }
        cause => cause.into(),
    }
}

/// `GET /api/v1/desk/mail/{id}`: whose words it tells is looked at first.
pub(crate) fn one(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move { whole(call).await })
}

async fn whole(call: &Call) -> Result<Answer, Refusal> {
    let read = mail::read_one(&call.app, &call.who, call.part("id")).await.map_err(closed)?;
    let received = &read.received;
    let mut said = row(received);
    said["recipient"] = json!(received.recipient);
    said["text"] = json!(received.text);
    said["files"] = json!(read.files.iter().map(filed).collect::<Vec<_>>());
    said["not_kept"] = json!(read.not_kept);
    said["another_address"] = json!(received.other);
    said["may_answer"] = json!(received.can_be_answered());
    said["language"] = json!(read.usual.tag);
    let theirs = |mail: &Received| {
        (mail.received, json!({ "from": "sender", "at": moment(mail.received), "text": mail.words() }))
    };
    let ours = |written: &mail::Written| {
        (written.at, json!({ "from": "council", "at": moment(written.at), "text": written.text }))
    };
    let mut thread: Vec<(i64, Value)> = read.thread.mails.iter().map(theirs).collect();
    thread.extend(read.thread.answers.iter().map(ours));
    thread.sort_by_key(|(at, _)| *at);
    said["thread"] = thread.into_iter().map(|(_, one)| one).collect();
    said["on_cases"] = json!(read.thread.on_cases.len() + read.thread.elsewhere);
    said["older"] = json!(read.thread.older);
    if let Some(why) = &read.why {
        said["why"] = json!(why);
    }
    if let Some(reference) = &read.case {
        said["case"] = json!(reference.as_str());
    }
    if let Some(resident) = received.resident {
        said["resident"] = json!(resident);
    }
    Ok(Answer { mark: Some(received.revision.to_string()), ..Answer::of(said)? })
}

/// `POST /api/v1/desk/mail/{id}/answer`: the way it came.
pub(crate) fn answer(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let form = Form::empty().fill("answer", call.text("text")).fill("lang", call.text("language"));
        let mut form = form.fill("revision", call.mark.as_deref().unwrap_or_default());
        let done = mail::answer(&call.app, &call.who, call.part("id"), &mut form, call.key).await;
        match done.map_err(closed)? {
            Answered::Sent(_) => whole(call).await,
            Answered::Wrong(received) if call.mark != Some(received.revision.to_string()) => {
                Err(Refusal::said(StatusCode::PRECONDITION_FAILED, "api-refused-changed"))
            }
            Answered::Wrong(_) => {
                let named = |(_, words): &(String, String)| ("text".to_owned(), words.clone());
                Err(Refusal::Fields(form.errors().iter().map(named).collect()))
            }
        }
    })
}

/// `GET /api/v1/desk/mail/{id}/files/{file}`: a look of its own. What is on a case is the case's.
pub(crate) fn file(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let opened = mail::open_file(&call.app, &call.who, call.part("id"), call.id("file")?).await;
        Ok(Answer::file(opened.map_err(closed)?))
    })
}

/// Says what it belongs to, as it was read.
async fn place(call: &Call, to: Place, state: State) -> Result<Answer, Refusal> {
    let mut form = Form::empty().fill("revision", call.mark.as_deref().unwrap_or_default());
    for name in ["reference", "resident"] {
        form = form.fill(name, call.text(name));
    }
    if let Some(theirs) = call.body["theirs"].as_bool() {
        form = form.fill("theirs", if theirs { "yes" } else { "no" });
    }
    match mail::place(&call.app, &call.who, call.part("id"), to, &mut form).await.map_err(closed)? {
        Placed::There(reference, contact) => {
            let mut body = json!({ "id": call.id("id")?, "state": state.code() });
            if let Some(reference) = reference {
                body["case"] = json!(reference.as_str());
            }
            if let Some(contact) = contact {
                body["contact"] = json!(contact);
            }
            Answer::of(body)
        }
        Placed::Changed => Err(Refusal::said(StatusCode::PRECONDITION_FAILED, "api-refused-changed")),
        Placed::Wrong => Err(Refusal::Fields(form.errors().to_vec())),
    }
}

/// `POST /api/v1/desk/mail/{id}/case`: it becomes a message there.
pub(crate) fn on_case(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(place(call, Place::Case, State::Case))
}

/// `POST /api/v1/desk/mail/{id}/resident`: to the record of somebody.
pub(crate) fn with_resident(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        contact::check(&call.who, contact::Action::Take)?;
        let there = match call.text("resident").parse::<Id>() {
            Ok(id) => residents::by_id(&mut *call.app.db.read().await?, id).await?,
            Err(_) => None,
        };
        if there.is_none() {
            let words = call.app.t(Lang::EN, "api-refused-resident").to_owned();
            return Err(Refusal::Fields(vec![("resident".to_owned(), words)]));
        }
        place(call, Place::Resident, State::Resident).await
    })
}

/// `POST /api/v1/desk/mail/{id}/contact`: a contact begins with it, of whoever asks.
pub(crate) fn as_contact(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(place(call, Place::Contact, State::Contact))
}

/// `POST /api/v1/desk/mail/{id}/aside`: there is nothing to do.
pub(crate) fn aside(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(place(call, Place::Aside, State::Aside))
}
