//! What a resident told us they need, read and changed by a program of theirs: the answers of the page's form.

use crate::call::Call;
use crate::operation::Answer;
use crate::problem::Refusal;
use axum::http::StatusCode;
use kit::Result;
use kit::app::Boxed;
use kit::form::Form;
use residents::needs::own::{self, Own, Put};
use serde_json::{Value, json};

/// The form's fields that hold one text, by their names here.
const TEXTS: [(&str, &str); 6] = [
    ("calls", "calls"),
    ("interpreter", "interpreter"),
    ("channel", "channel"),
    ("write_to", "write-to"),
    ("copy_name", "copy-name"),
    ("copy_email", "copy-email"),
];

fn chosen<'a>(own: &'a Own, name: &'a str) -> Vec<&'a str> {
    own.form.values(name).filter(|value| !value.is_empty()).collect()
}

fn answer(own: &Own) -> Result<Answer, Refusal> {
    let mut said = json!({
        "barriers": chosen(own, "barrier"),
        "help": chosen(own, "help"),
        "told": own.told.iter().map(|(what, by)| json!({ "what": what, "by": by })).collect::<Vec<_>>(),
        "known_barriers": own.barriers.iter().map(|(id, label)| json!({ "id": id, "label": label })).collect::<Vec<_>>(),
    });
    for (name, field) in TEXTS {
        said[name] = json!(own.form.value(field));
    }
    if let Some(rule) = &own.offered {
        said["offered"] = json!(rule);
    }
    Ok(Answer { mark: Some(own.revision.to_string()), ..Answer::of(said)? })
}

/// `GET /api/v1/account/needs`.
pub(crate) fn read(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move { answer(&own::own(&call.app, &call.who).await?) })
}

/// `POST /api/v1/account/needs`: all of the answers, in the place of those there were.
pub(crate) fn change(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let mut form = Form::empty().fill("revision", call.mark.as_deref().unwrap_or_default());
        for (name, field) in [("barriers", "barrier"), ("help", "help")] {
            let all = call.body[name].as_array().into_iter().flatten().filter_map(Value::as_str);
            form = all.fold(form, |form, value| form.fill(field, value));
        }
        form = TEXTS.into_iter().fold(form, |form, (name, field)| form.fill(field, call.text(name)));
        if call.body["agree"] == true {
            form = form.fill("agree", "yes");
        }
        match own::put(&call.app, &call.who, &mut form).await? {
            Put::Done => answer(&own::own(&call.app, &call.who).await?),
            Put::Changed(_) => Err(Refusal::said(StatusCode::PRECONDITION_FAILED, "api-refused-changed")),
            Put::Wrong(_) => {
                let named = |(field, words): &(String, String)| {
                    let known =
                        TEXTS.into_iter().find(|(_, own)| own == field).map_or(field.as_str(), |(name, _)| name);
                    (if known == "barrier" { "barriers" } else { known }.to_owned(), words.clone())
                };
                Err(Refusal::Fields(form.errors().iter().map(named).collect()))
            }
        }
    })
}
