//! Answers that staff tell people.

use crate::call::Call;
use crate::operation::Answer;
use crate::problem::Refusal;
use crate::public::{FOUND, known};
use kit::app::Boxed;
use kit::{Lang, Result};
use knowledge::Library;
use serde_json::{Value, json};

/// `GET /api/v1/desk/knowledge`.
pub(crate) fn search(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        call.who.staff()?;
        let lang = Lang::of(call.asked("language")).unwrap_or(Lang::EN);
        let found = call.app.part::<Library>()?.search(call.asked("q"), lang, FOUND);
        let answers: Vec<Value> = found.answers.iter().map(|one| known(one, lang)).collect();
        let mut body = json!({ "answers": answers });
        if let Some(suggestion) = found.suggestion {
            body["suggestion"] = json!(suggestion);
        }
        Answer::of(body)
    })
}
