//! `GET /open311/v2/services.{xml,json}`: the services other systems may send reports to.

use crate::answer::{Format, Value};
use crate::refusal::Refusal;
use crate::{caller, offer};
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use kit::form::Form;
use kit::who::Who;
use kit::{App, Lang, Result};
use services::{Catalogue, Definition};

/// Words a service is found by that are given away.
const KEYWORDS: usize = 20;

/// Lists them.
pub(crate) async fn get(State(app): State<App>, Extension(who): Extension<Who>, uri: Uri) -> Result<Response> {
    let asked = Form::parse(uri.query().unwrap_or_default().as_bytes());
    Format::of(uri.path()).answer("services", found(&app, &asked, who.lang))
}

fn found(app: &App, asked: &Form, lang: Lang) -> Result<Value, Refusal> {
    caller::jurisdiction(app, asked)?;
    let headings = app.part::<Catalogue>()?.by_category(lang);
    let heading = |id: &str| {
        let category = headings.iter().map(|(category, _)| category).find(|category| category.id == id);
        category.and_then(|category| category.name.get(lang.tag).cloned()).unwrap_or_default()
    };
    let all = offer::all(app)?;
    let services = all.iter().map(|(category, service)| one(service, heading(category), lang)).collect();
    Ok(Value::List("service", services))
}

fn one(service: &Definition, group: String, lang: Lang) -> Value {
    let words = service.synonyms.get(lang.tag).map_or(&[][..], Vec::as_slice);
    let keywords: Vec<&str> = words.iter().map(String::as_str).take(KEYWORDS).collect();
    Value::Object(vec![
        ("service_code", Value::text(&service.id)),
        ("service_name", Value::text(service.name(lang))),
        ("description", Value::text(service.summary(lang))),
        ("metadata", Value::Flag(true)),
        ("type", Value::text("realtime")),
        ("keywords", Value::text(keywords.join(", "))),
        ("group", Value::text(group)),
    ])
}
