//! The description in OpenAPI 3.1, made from the list of operations and the shapes that requests are checked against.

use crate::hooks::{kinds, words_of};
use crate::operation::{Operation, Parameter, Scope};
use crate::{operations, problem, shapes};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::{App, Lang, Result};
use serde_json::{Map, Value, json};

/// What the photographs and documents that are kept can be.
const FILES: [&str; 3] = ["image/jpeg", "image/png", "application/pdf"];

/// `GET /api/v1/openapi.json`.
pub(crate) async fn get(State(app): State<App>) -> Result<Response> {
    let kind = HeaderValue::from_static("application/json");
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, kind)], document(&app).to_string()).into_response())
}

/// The document.
pub(crate) fn document(app: &App) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for operation in operations::all() {
        let at = paths.entry(operation.path).or_insert_with(|| json!({}));
        at[operation.method.to_ascii_lowercase()] = described(app, &operation);
    }
    let scopes: Vec<String> = Scope::ALL
        .iter()
        .map(|scope| {
            format!("`{}`: {}", scope.code(), words(app, &format!("api-scope-{}", scope.code().replace('.', "-"))))
        })
        .collect();
    let tag = |tag: &str| json!({ "name": tag, "description": words(app, &format!("api-tag-{tag}")) });
    let tags: Vec<Value> = ["services", "own", "desk", "handed", "hooks"].into_iter().map(tag).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("{}: API", app.council.name),
            "version": "1",
            "description": format!("{} {}", words(app, "api-intro"), scopes.join(" ")),
        },
        "servers": [{ "url": app.council.origin }],
        "tags": tags,
        "paths": paths,
        "webhooks": told(app),
        "components": {
            "schemas": shapes::all(),
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer", "description": words(app, "api-key") } },
        },
    })
}

fn words(app: &App, name: &str) -> String {
    app.t(Lang::EN, name).to_owned()
}

fn described(app: &App, of: &Operation) -> Value {
    let tag = match of.scope {
        None => "services",
        Some(Scope::Handed) => "handed",
        Some(scope) if scope.is_of_staff() => "desk",
        Some(_) => "own",
    };
    let mut said = json!({
        "operationId": of.id,
        "tags": [tag],
        "summary": words(app, &format!("api-op-{}", of.id)),
        "parameters": parameters(app, of),
        "responses": answers(app, of),
    });
    if let Some(scope) = of.scope {
        said["security"] = json!([{ "key": [] }]);
        said["description"] = json!(format!("{} `{}`.", words(app, "api-needs"), scope.code()));
    }
    if let Some(shape) = of.body {
        said["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": reference(shape) } } });
    }
    if of.upload {
        let file = json!({ "type": "string", "format": "binary" });
        let form = json!({ "type": "object", "properties": { "file": file }, "required": ["file"] });
        said["requestBody"] = json!({ "required": true, "content": { "multipart/form-data": { "schema": form } } });
    }
    said
}

/// What webhooks are told, by kind: the sentences of the page where they are chosen.
fn told(app: &App) -> Map<String, Value> {
    let one = |kind: &'static str| {
        let body = json!({ "required": true, "content": { "application/json": { "schema": reference("Told") } } });
        let taken = json!({ "2XX": { "description": words(app, "api-hook-taken") } });
        let said =
            json!({ "tags": ["hooks"], "summary": words_of(app, kind), "requestBody": body, "responses": taken });
        (kind.to_owned(), json!({ "post": said }))
    };
    kinds().map(one).collect()
}

fn reference(shape: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{shape}") })
}

fn parameters(app: &App, of: &Operation) -> Vec<Value> {
    let part = |name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "minLength": 1, "maxLength": 100 } });
    let asked =
        |one: &Parameter| json!({ "name": one.name, "in": "query", "required": one.required, "schema": one.schema });
    let mut all: Vec<Value> = of.parts().map(part).chain(of.query.iter().map(asked)).collect();
    if of.method == "POST" {
        let schema = json!({ "type": "string", "format": "uuid" });
        all.push(json!({ "name": "Idempotency-Key", "in": "header", "required": false, "schema": schema, "description": words(app, "api-once") }));
    }
    if of.replaces {
        let schema = json!({ "type": "string", "minLength": 1, "maxLength": 100 });
        all.push(json!({ "name": "If-Match", "in": "header", "required": true, "schema": schema, "description": words(app, "api-mark") }));
    }
    all
}

fn answers(app: &App, of: &Operation) -> Value {
    let mut all: Map<String, Value> = Map::new();
    let (status, shape) = of.gives;
    let content = match of.file {
        true => FILES.iter().map(|kind| ((*kind).to_owned(), json!({}))).collect(),
        false => Map::from_iter([("application/json".to_owned(), json!({ "schema": reference(shape) }))]),
    };
    let mut good = json!({ "description": words(app, &format!("api-status-{status}")), "content": content });
    if of.marked {
        let said = words(app, "api-mark-given");
        good["headers"] = json!({ "ETag": { "description": said, "required": false, "schema": { "type": "string" } } });
    }
    all.insert(status.to_string(), good);
    for status in of.statuses() {
        let mut said = json!({
            "description": words(app, &format!("api-status-{status}")),
            "content": { problem::KIND: { "schema": reference("Problem") } },
        });
        if status == 429 {
            said["headers"] = json!({ "Retry-After": { "required": false, "schema": { "type": "integer" } } });
        }
        all.insert(status.to_string(), said);
    }
    Value::Object(all)
}
