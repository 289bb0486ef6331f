//! `GET /open311/v2/services/{service_code}.{xml,json}`: what a service asks, as attributes.

use crate::answer::{Format, Value};
use crate::caller::{self, Desk};
use crate::offer;
use crate::refusal::Refusal;
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::extract::Path;
use kit::form::Form;
use kit::who::Who;
use kit::{App, Error, Lang, Result};
use services::{Definition, Kind, Question};

/// Gives the attributes of one.
pub(crate) async fn get(
    State(app): State<App>,
    Extension(who): Extension<Who>,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Response> {
    let (code, format) = Format::split(&name).ok_or(Error::NotFound)?;
    let asked = Form::parse(uri.query().unwrap_or_default().as_bytes());
    format.answer("service_definition", found(&app, code, &asked, who.lang))
}

fn found(app: &App, code: &str, asked: &Form, lang: Lang) -> Result<Value, Refusal> {
    caller::jurisdiction(app, asked)?;
    let definition = offer::one(app, code)?.ok_or_else(|| Refusal::unknown(app, "open311-error-service"))?;
    let sorted = offer::is_sorted(&definition, app.part::<Desk>()?);
    let asks = definition.questions().iter().filter(|question| offer::is_attribute(question));
    let attributes = (1..).zip(asks).map(|(order, question)| {
        // What depends on other answers cannot be demanded of who does not know them; and where a report without its kind
        // is sorted by its words, nothing is.
        let required = question.required && definition.always_asks(question) && !sorted;
        attribute(app, &definition, question, (order, required), lang)
    });
    let attributes = Value::List("attribute", attributes.collect());
    Ok(Value::Object(vec![("service_code", Value::text(&definition.id)), ("attributes", attributes)]))
}

fn attribute(
    app: &App,
    definition: &Definition,
    question: &Question,
    (order, required): (i64, bool),
    lang: Lang,
) -> Value {
    let value = |key: &str, name: String| Value::Object(vec![("key", Value::text(key)), ("name", Value::text(name))]);
    let values = match &question.kind {
        Kind::YesNo => [true, false]
            .map(|yes| {
                let name = definition.yes_no_label(&question.id, yes, lang, &app.words);
                value(if yes { "yes" } else { "no" }, name)
            })
            .to_vec(),
        _ => {
            let named = |option: &String| value(option, definition.option_label(&question.id, option, lang));
            question.options().iter().map(named).collect()
        }
    };
    let hint = definition.hint(&question.id, lang).or_else(|| definition.suffix(&question.id, lang));
    Value::Object(vec![
        ("variable", Value::Flag(true)),
        ("code", Value::text(&question.id)),
        ("datatype", Value::text(datatype(&question.kind))),
        ("required", Value::Flag(required)),
        ("datatype_description", Value::some(hint)),
        ("order", Value::Whole(order)),
        ("description", Value::text(definition.label(&question.id, lang))),
        ("values", if values.is_empty() { Value::Nothing } else { Value::List("value", values) }),
    ])
}

fn datatype(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice { .. } | Kind::YesNo => "singlevaluelist",
        Kind::Choices { .. } => "multivaluelist",
        Kind::Date { .. } => "datetime",
        Kind::Number { .. } | Kind::Money { .. } => "number",
        Kind::LongText { .. } | Kind::Address | Kind::Place | Kind::File(_) => "text",
        Kind::Text { .. } | Kind::Email | Kind::Phone | Kind::PersonName | Kind::Postcode | Kind::Plate => "string",
    }
}
