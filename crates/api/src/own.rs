//! A resident's own account and cases, and sending a form.

use crate::call::Call;
use crate::operation::Answer;
use crate::operations::MOST;
use crate::problem::Refusal;
use axum::http::StatusCode;
use cases::api::Change;
use cases::api::own::{self as theirs, Doing};
use forms::whole::{Came, Sent};
use kit::app::Boxed;
use kit::attempts::{self, Limit};
use kit::clock::HOUR;
use kit::files::{self, Takes};
use kit::form::Form;
use kit::{Error, Id, Lang, Result};
use serde_json::{Value, json};

/// Files a resident's programs send.
const FILES: Limit = Limit { most: 100, window: HOUR };
/// What they may be; a question may take less.
const TAKES: Takes = Takes { photos: true, pdf: true };
/// Cases in one answer, unless another number is asked for.
const USUAL: i64 = 25;

/// `GET /api/v1/account`.
pub(crate) fn account(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let id = call.who.resident()?;
        let found = residents::by_id(&mut *call.app.db.read().await?, id).await?.ok_or(Error::SignIn)?;
        let mut body = json!({ "id": id, "name": found.name, "language": found.lang.tag });
        for (name, value) in [("email", found.email), ("phone", found.phone)] {
            if let Some(value) = value {
                body[name] = json!(value);
            }
        }
        Answer::of(body)
    })
}

/// So many, as asked.
pub(crate) fn limit(call: &Call) -> usize {
    usize::try_from(call.number("limit").unwrap_or(USUAL)).unwrap_or(1).clamp(1, MOST as usize)
}

/// `GET /api/v1/cases`.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let before: Option<Id> = call.asked("before").parse().ok();
        Answer::of(theirs::list(&call.app, &call.who, before, limit(call)).await?)
    })
}

/// `GET /api/v1/cases/{ref}`.
pub(crate) fn one(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move { Answer::of(theirs::one(&call.app, &call.who, call.part("ref")).await?) })
}

/// What came of a change, as every one is answered.
pub(crate) fn changed(change: Change) -> Result<Answer, Refusal> {
    match change {
        Change::Done(done) => {
            let mark = done.mark.clone();
            Ok(Answer { mark, ..Answer::of(done)? })
        }
        Change::Wrong(wrong) => Err(Refusal::Fields(wrong)),
        Change::Changed => Err(Refusal::said(StatusCode::PRECONDITION_FAILED, "api-refused-changed")),
        Change::Ahead(ahead) => {
            Err(Refusal::Said(StatusCode::CONFLICT, "api-refused-ahead", json!({ "ahead": ahead })))
        }
    }
}

async fn act(call: &Call, doing: Doing, words: &str) -> Result<Answer, Refusal> {
    let files = call.body["files"].as_array().into_iter().flatten();
    let files: Vec<Id> = files.filter_map(|id| id.as_str()?.parse().ok()).collect();
    changed(theirs::act(&call.app, &call.who, call.part("ref"), doing, (words, &files), call.key).await?)
}

/// `POST /api/v1/files`: a photograph or a document, for a form or a message that is sent within the hour. Until then it is nobody's, and
/// nobody can open it.
pub(crate) fn send_file(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (app, resident) = (&call.app, call.who.resident()?);
        let wrong = |words: String| Refusal::Fields(vec![("file".to_owned(), words)]);
        let sent = call.sent.as_deref().map(|sent| sent.files.as_slice()).unwrap_or_default();
        let [file] = sent else { return Err(wrong(app.t(Lang::EN, "api-refused-one-file").to_owned())) };
        if attempts::count(app, &format!("api-files:{resident}"), FILES).await?.is_some() {
            return Err(wrong(app.t(call.who.lang, "page-file-slow").to_owned()));
        }
        match files::keep(app, &files::of_sender(resident), file, TAKES).await? {
            Ok(kept) => Answer::of(theirs::filed(&kept)),
            Err(refused) => {
                let name: String = file.name.chars().take(100).collect();
                Err(wrong(app.words.with(call.who.lang, refused.key(TAKES), &[("name", name.into())])))
            }
        }
    })
}

/// `GET /api/v1/cases/{ref}/files/{file}`.
pub(crate) fn file(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let id = call.id("file")?;
        Ok(Answer::file(theirs::file(&call.app, &call.who, call.part("ref"), id).await?))
    })
}

/// `POST /api/v1/cases/{ref}/message`.
pub(crate) fn message(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(act(call, Doing::Message, call.text("text")))
}

/// `POST /api/v1/cases/{ref}/withdraw`.
pub(crate) fn withdraw(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(act(call, Doing::Withdraw, call.text("reason")))
}

/// `POST /api/v1/cases/{ref}/reopen`.
pub(crate) fn reopen(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(act(call, Doing::Reopen, call.text("reason")))
}

/// `POST /api/v1/services/{service}/submit`.
pub(crate) fn submit(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let sent = Sent {
            service: call.part("service").to_owned(),
            answers: call.body["answers"].as_object().cloned().unwrap_or_default(),
            contact: call.body.get("contact").map(contact),
            postcode: call.text("postcode").to_owned(),
            nearby: call.text("nearby").to_owned(),
        };
        match forms::whole::send(&call.app, &call.who, sent, call.key).await? {
            Came::Received { reference, joined } => {
                let location = Some(format!("/api/v1/cases/{reference}"));
                let body = json!({ "reference": reference.as_str(), "joined": joined });
                Ok(Answer { location, ..Answer::of(body)? })
            }
            Came::Wrong(wrong) => Err(Refusal::Fields(wrong)),
            Came::Ends(words) => Err(Refusal::Fields(vec![("answers".to_owned(), words)])),
            Came::Near(near) => {
                let nearby = json!({
                    "case": near.case,
                    "status": near.status.code(),
                    "opened": cases::api::moment(near.opened),
                    "metres": near.metres,
                    "reporters": near.reporters,
                });
                Err(Refusal::Said(StatusCode::CONFLICT, "api-refused-nearby", json!({ "nearby": nearby })))
            }
        }
    })
}

/// How to reach them, as the fields of the contact page.
fn contact(value: &Value) -> Form {
    let text = |name: &str| value[name].as_str().unwrap_or_default();
    let phone = if text("way") == "text" { "contact-mobile" } else { "contact-phone" };
    let form = Form::empty().fill("contact-name", text("name")).fill("contact-way", text("way"));
    let form = form.fill("contact-email", text("email")).fill(phone, text("phone"));
    ["line1", "line2", "town", "postcode"].into_iter().fold(form, |form, part| {
        form.fill(&format!("contact-{part}"), value["address"][part].as_str().unwrap_or_default())
    })
}
