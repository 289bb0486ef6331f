//! What everybody may read: the services and what they ask.

use crate::call::Call;
use crate::operation::Answer;
use crate::problem::Refusal;
use kit::app::Boxed;
use kit::{App, Error, Lang, Result};
use knowledge::{Library, Standing};
use serde_json::{Value, json};
use services::{Catalogue, Contact, Definition, Kind, Question, State};

/// Answers found.
pub(crate) const FOUND: usize = 10;

/// `GET /api/v1/services`.
pub(crate) fn list(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let by_category = call.app.part::<Catalogue>()?.by_category(call.who.lang);
        let all: Vec<Value> =
            by_category.iter().flat_map(|(_, services)| services).map(|one| service(one, call.who.lang)).collect();
        Answer::of(json!({ "services": all }))
    })
}

fn service(definition: &Definition, lang: Lang) -> Value {
    json!({
        "id": definition.id,
        "name": definition.name(lang),
        "summary": definition.summary(lang),
        "category": definition.category,
        "online": definition.state == State::Online,
    })
}

/// An answer that everybody may read.
pub(crate) fn known(standing: &Standing, lang: Lang) -> Value {
    let (lang, text) = standing.in_lang(lang);
    json!({
        "slug": standing.article.slug,
        "question": text.question,
        "answer": text.answer,
        "language": lang.tag,
        "version": standing.version.number,
        "service": standing.version.content.service,
    })
}

/// The language that is asked for; else that of whoever asks.
fn lang_of(call: &Call) -> Lang {
    Lang::of(call.asked("language")).unwrap_or(call.who.lang)
}

/// `GET /api/v1/answers`.
pub(crate) fn answers(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let lang = lang_of(call);
        let found = call.app.part::<Library>()?.search_public(call.asked("q"), lang, FOUND);
        let mut body = json!({ "answers": found.answers.iter().map(|one| known(one, lang)).collect::<Vec<_>>() });
        if let Some(suggestion) = found.suggestion {
            body["suggestion"] = json!(suggestion);
        }
        Answer::of(body)
    })
}

/// `GET /api/v1/answers/{slug}`.
pub(crate) fn answer(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let found = call.app.part::<Library>()?.public(call.part("slug")).ok_or(Error::NotFound)?;
        Answer::of(known(&found, lang_of(call)))
    })
}

/// `GET /api/v1/services/{service}`.
pub(crate) fn one(call: &Call) -> Boxed<'_, Result<Answer, Refusal>> {
    Box::pin(async move {
        let found = call.app.part::<Catalogue>()?.current(call.part("service")).ok_or(Error::NotFound)?;
        let mut body = service(&found, call.who.lang);
        body["version"] = json!(found.version);
        body["contact"] = json!(match found.contact {
            Contact::None => "none",
            Contact::Optional => "optional",
            Contact::Required => "required",
        });
        let asked = found.pages.iter().flat_map(|page| page.questions.iter().map(move |id| (page.id.as_str(), id)));
        let questions =
            asked.filter_map(|(page, id)| Some(question(&call.app, &found, page, found.question(id)?, call.who.lang)));
        body["questions"] = questions.collect();
        Answer::of(body)
    })
}

fn question(app: &App, definition: &Definition, page: &str, question: &Question, lang: Lang) -> Value {
    let (kind, longest) = match &question.kind {
        Kind::Text { max_length, .. } => ("text", Some(*max_length)),
        Kind::LongText { max_length } => ("long-text", Some(*max_length)),
        Kind::Choice { .. } => ("choice", None),
        Kind::Choices { .. } => ("choices", None),
        Kind::YesNo => ("yes-no", None),
        Kind::Date { .. } => ("date", None),
        Kind::Number { .. } => ("number", None),
        Kind::Money { .. } => ("money", None),
        Kind::Email => ("email", None),
        Kind::Phone => ("phone", None),
        Kind::PersonName => ("person-name", None),
        Kind::Address => ("address", None),
        Kind::Postcode => ("postcode", None),
        Kind::Plate => ("plate", None),
        Kind::Place => ("place", None),
        Kind::File(_) => ("file", None),
    };
    let mut said = json!({
        "id": question.id,
        "page": page,
        "kind": kind,
        "required": question.required,
        "always_asked": definition.always_asks(question),
        "label": definition.label(&question.id, lang),
    });
    if let Some(hint) = definition.hint(&question.id, lang) {
        said["hint"] = json!(hint);
    }
    if let Some(longest) = longest {
        said["longest"] = json!(longest);
    }
    let option = |id: &String| json!({ "id": id, "label": definition.option_label(&question.id, id, lang) });
    let options: Vec<Value> = match question.kind {
        Kind::YesNo => [("yes", true), ("no", false)]
            .map(|(id, yes)| json!({ "id": id, "label": definition.yes_no_label(&question.id, yes, lang, &app.words) }))
            .into(),
        _ => question.options().iter().map(option).collect(),
    };
    if !options.is_empty() {
        said["options"] = json!(options);
    }
    said
}
