//! What other systems say of the cases that were handed to them. Each answers with the key it was given, for its own cases alone.

use crate::call::Call;
use crate::operation::Answer;
use crate::own::limit;
use crate::problem::Refusal;
use cases::handed::{self, Answered};
use kit::app::Boxed;
use kit::{Error, Id, Result};
use serde_json::json;

/// `GET /api/v1/handed`: what was handed to the system, the first first.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let after = call.asked("after").parse().unwrap_or(Id::NONE);
        let (handed, next) = handed::listed(&call.app, &call.who, call.asked("state"), after, limit(call)).await?;
        let mut body = json!({ "handed": serde_json::to_value(handed).map_err(Error::from)? });
        if let Some(next) = next {
            body["next"] = json!(next);
        }
        Answer::of(body)
    })
}

/// `GET /api/v1/handed/{id}`: how it stands, and what the system was told.
pub(crate) fn one(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let (standing, sent) = handed::one(&call.app, &call.who, call.id("id")?).await?;
        let mut body = serde_json::to_value(standing).map_err(Error::from)?;
        if let Some(sent) = sent {
            body["handover"] = serde_json::to_value(sent).map_err(Error::from)?;
        }
        Answer::of(body)
    })
}

/// `GET /api/v1/handed/{id}/files/{file}`: a photograph or document that came with a case, while the system has it.
pub(crate) fn file(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(
        async move { Ok(Answer::file(handed::file(&call.app, &call.who, call.id("id")?, call.id("file")?).await?)) },
    )
}

fn answered(came: Answered) -> Result<Answer, Refusal> {
    match came {
        Answered::Done(standing) => Answer::of(standing),
        Answered::Wrong(wrong) => Err(Refusal::Fields(wrong)),
    }
}

/// `POST /api/v1/handed/{id}/accept`.
pub(crate) fn accept(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move { answered(handed::accept(&call.app, &call.who, call.id("id")?, call.text("number")).await?) })
}

/// `POST /api/v1/handed/{id}/refuse`.
pub(crate) fn refuse(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move { answered(handed::refuse(&call.app, &call.who, call.id("id")?, call.text("reason")).await?) })
}

/// `POST /api/v1/handed/{id}/update`.
pub(crate) fn update(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let number = call.body["update"].as_i64().unwrap_or_default();
        let said = (call.text("status"), call.text("date"), call.text("note"));
        answered(handed::say(&call.app, &call.who, call.id("id")?, number, said).await?)
    })
}

/// `POST /api/v1/handed/{id}/done`.
pub(crate) fn done(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        answered(handed::done(&call.app, &call.who, call.id("id")?, call.text("outcome"), call.text("note")).await?)
    })
}
